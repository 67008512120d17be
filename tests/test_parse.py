"""Text -> tree: nothing a browser would show is lost, nothing raises, and what is lost is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from boilerstrip.parse import MAX_DEPTH, Parsed, parse, roots_of

HALVES = "<html><body><p>first</p>{}<p>second</p>"


def shown(parsed: Parsed) -> list[str]:
    """The words of the page in order, roots one after the other."""
    return [word for root in parsed.roots for text in root.itertext() for word in text.split()]


def codes(parsed: Parsed) -> list[str]:
    return [warning.code for warning in parsed.warnings]


@pytest.mark.parametrize(
    "end",
    [
        "</body>",
        "</html>",
        "</body></html>",
        "</BODY></HTML>",
        "</Body>\n\n</hTmL>",
        "</body >",
        "</body\n></html\t>",
        "</body></html></body></html>",
        "</body></html>\n<html><body>",
        '</body class="end">',
        "</bo\0dy>",
        "</body/></html/>",
        "</body " + "x=1 " * 500 + "></html\n" + "y" * 5_000 + ">",
    ],
)
def test_text_after_a_premature_end_of_the_page_is_kept(end: str) -> None:
    assert shown(parse(HALVES.format(end))) == ["first", "second"]


@pytest.mark.parametrize(
    "end",
    [
        "</bo</body>dy></ht</html>ml>",
        "</</body>body>",
        "<</body>/html>",
        '</body title="</body>">',
        "</body<p>x",
    ],
)
def test_no_end_of_the_page_is_made_by_taking_one_out(end: str) -> None:
    parsed = parse(HALVES.format(end))
    words = shown(parsed)
    assert (words[0], words[-1]) == ("first", "second")
    assert len(parsed.roots) == 1


def test_text_after_each_of_two_premature_ends_is_kept() -> None:
    page = "<html><body><p>a</p></body></html><p>b</p></body></html><p>c</p></body></html>d"
    assert shown(parse(page)) == ["a", "b", "c", "d"]


def test_two_documents_in_one_are_read_one_after_the_other() -> None:
    document = "<!DOCTYPE html><html><head><title>{0}</title></head><body><p>{0}</p></body></html>"
    assert shown(parse(document.format("one") + document.format("two"))) == ["one", "one", "two", "two"]


def test_words_around_a_removed_end_tag_stay_as_they_were() -> None:
    assert shown(parse("<p>break</body>fast and lunch")) == ["breakfast", "and", "lunch"]


def test_a_longer_tag_name_that_starts_like_body_is_no_end() -> None:
    parsed = parse("<body-part>x</body-part><p>y</p>")
    assert shown(parsed) == ["x", "y"]
    assert parsed.roots[0].xpath("count(//body-part/p)") == 0


def test_nul_characters_are_removed_and_counted() -> None:
    parsed = parse("<p>one\0two</p>\0<p\0>three</p>")
    assert shown(parsed) == ["onetwo", "three"]
    assert [w.message for w in parsed.warnings] == ["3 NUL characters were removed."]


@pytest.mark.parametrize("surrogate", [chr(0xD800), chr(0xDFFF), chr(0xDC80) + chr(0xD83D)])
def test_lone_surrogates_become_replacement_characters(surrogate: str) -> None:
    assert shown(parse(f"<p>a{surrogate}b</p>")) == [f"a{'�' * len(surrogate)}b"]


@pytest.mark.parametrize("label", ["utf-16", "windows-1252", "shift_jis", "nonsense"])
def test_a_declared_charset_does_not_touch_text_that_is_decoded(label: str) -> None:
    page = (
        f'<?xml version="1.0" encoding="{label}"?><html><head>'
        f'<meta charset="{label}"><meta http-equiv="Content-Type" content="text/html; charset={label}">'
        "</head><body><p>naïve — 日本語 Привет</p></body></html>"
    )
    assert shown(parse(page)) == ["naïve", "—", "日本語", "Привет"]


def test_a_byte_order_mark_in_text_is_no_word() -> None:
    assert shown(parse("\ufeff<html><body><p>word</p>")) == ["word"]


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\N{NO-BREAK SPACE}"])
def test_white_space_only_gives_no_tree_and_says_so(text: str) -> None:
    assert parse(text) == Parsed((), parse("").warnings)
    assert codes(parse(text)) == ["empty-input"]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a comment -->",
        "<!DOCTYPE html>",
        "<!DOCTYPE html><!-- x -->\n",
        "<?xml version='1.0'?>",
        "<!",
        "</p>",
    ],
)
def test_a_page_of_comments_or_a_doctype_only_is_empty(text: str) -> None:
    assert codes(parse(text)) == ["empty-input"]
    assert parse(text).roots == ()


@pytest.mark.parametrize("text", ["plain words", "a < b and b > c", "1 <2, 3<4 <> &amp;", "\0", '{"a": "b"}'])
def test_text_without_any_tag_is_not_html(text: str) -> None:
    assert codes(parse(text)) == ["not-html"]
    assert parse(text).roots == ()


@pytest.mark.parametrize("page", ["<p>x", "x<br>y", "<b>x</b>", "text first <p>then a tag"])
def test_a_fragment_without_html_tag_is_a_page(page: str) -> None:
    parsed = parse(page)
    assert parsed.warnings == ()
    assert parsed.roots[0].tag == "html"
    assert "".join(shown(parsed)) == "".join(html.fromstring(f"<div>{page}</div>").text_content().split())


def test_nesting_that_the_parser_follows_loses_nothing() -> None:
    depth = MAX_DEPTH - 8
    parsed = parse("<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>")
    assert parsed.warnings == ()
    assert shown(parsed) == ["deep", "after"]


def test_a_long_text_is_not_cut() -> None:
    word = "x" * 11_000_000  # libxml2 stops at 10 MB without `huge_tree`
    assert shown(parse(f"<p>{word}</p><p>after</p>")) == [word, "after"]


def test_comments_and_instructions_are_not_in_the_tree() -> None:
    parsed = parse("<p>a<!-- b -->c<?php echo 1 ?>d</p>")
    assert shown(parsed) == ["acd"]
    assert all(isinstance(node.tag, str) for root in parsed.roots for node in root.iter())


def test_roots_of_a_whole_document_include_the_elements_after_its_root() -> None:
    source = b"<!-- 0 --><html><body>a</body></html>b<p>c</p><!-- 1 -->"
    root = etree.fromstring(source, etree.HTMLParser())
    assert "".join(root.itertext()) == "a", "libxml2 keeps it together now: roots_of is not needed"
    root.addnext(etree.Comment("no element"))
    assert ["".join(each.itertext()) for each in roots_of(root)] == ["a", "bc"]


def test_roots_of_an_inner_element_are_that_element_alone() -> None:
    tree = html.fromstring("<body><div>a</div><div>b</div></body>")
    first = tree[0]
    assert roots_of(first) == (first,)


@given(st.text(st.characters(codec=None), max_size=80))
def test_any_text_is_parsed_without_an_error(text: str) -> None:
    parsed = parse(text)
    assert parsed.roots or parsed.warnings


@given(
    st.lists(
        st.sampled_from(
            "< > / </ <! <!-- --> <? <![CDATA[ ]]> <!DOCTYPE p body html </body> </html> <html> <body> <head> <frameset> "
            '<table> <tr> <select> <svg> <script> </script> <textarea> <title> <plaintext> <template> <p> " = x & &#0; '
            "&#xD800; &#99999999; &amp é \0 \ufffe \U0001f600 \ud800 \x0b \n ".split(" ")
        ),
        max_size=25,
    ).map("".join)
)
def test_any_broken_markup_is_parsed_without_an_error(source: str) -> None:
    parsed = parse(source)
    assert parsed.roots or parsed.warnings
    assert all(isinstance(root.tag, str) for root in parsed.roots)
