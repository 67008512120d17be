"""Text -> tree: nothing a browser would show is lost, nothing raises, and what is lost is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from boilerstrip.parse import MAX_DEPTH, MAX_DEPTH_LARGE, Parsed, parse, roots_of
from boilerstrip.parse.attributes import cut_attributes, has_long_tag
from boilerstrip.parse.depth import CLOSES
from boilerstrip.parse.tokens import tags

MANY = 8_192
"""Tags from which on a page is not let be as deep as libxml2 can follow."""
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
    "end", ["</bo</body>dy></ht</html>ml>", "</</body>body>", "<</body>/html>", '</body title="</body>">', "</body<p>x"]
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


def nested(opening: str, closing: str = "", n: int = 5_000, inner: str = "deep") -> str:
    return "<p>before</p>" + opening * n + inner + closing * n + "<p>after</p>"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<div>", ""),
        ("<span>", "</span>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<dl><dd>", "</dd></dl>"),
        ("<dl><dt>", ""),
        ("<x-y><b/><p/>", "</x-y>"),
        ("<span><div>", "</span>"),
        ('<div title="> </div>">', "</div>"),
        ("<div title='>'>", "</div >"),
        ("<x-y a=1/>z<x-y>", "</x-y>"),
        ("<DIV\n>", "</Div\t>"),
        ("<div><!-- </div> > -->", "</div>"),
        ("<div><script>'</div>' < 1</script>", "</div>"),
        ("<div><style></div></style><title></div></title>", "</div>"),
        ("<div></ ><!><//>", "</div x>"),
    ],
)
def test_text_of_any_depth_is_kept_in_order_and_the_loss_of_tags_is_said(opening: str, closing: str) -> None:
    parsed = parse(nested(opening, closing))
    words = [word for word in shown(parsed) if word in ("before", "deep", "after")]
    assert words == ["before", "deep", "after"]
    assert codes(parsed) == ["depth-flattened"]


@pytest.mark.parametrize("opening", ["<svg><g>", "<template>", "<noscript>", "<object>", "<video>"])
def test_what_is_not_shown_is_not_shown_for_being_deep(opening: str) -> None:
    tag = opening[1 : opening.index(">")]
    inside = f"<div>{opening}hidden</{tag}></div>"
    parsed = parse(nested("<div>", "</div>", inner=inside + "deep"))
    (holder,) = {node.tag for root in parsed.roots for node in root.iter() if "hidden" in (node.text or "")}
    assert holder in opening


def test_words_of_deep_blocks_do_not_grow_together() -> None:
    parsed = parse(nested("<div>", "</div>", inner="one<p>two</p><section>three</section><b>fo</b>ur"))
    root = parsed.roots[0]
    assert {"one", "two", "three", "four"} <= {text.strip() for text in root.itertext()}
    (three,) = (node for node in root.iter("br") if node.tail == "three")
    assert three.getprevious().tag == "br", "a paragraph ends where a tag was taken out"


def test_a_page_of_many_tags_is_not_let_be_as_deep_as_a_small_one() -> None:
    few, many = (nested("<div>", "</div>", 300, "<p>x</p>" * n) for n in (10, MANY))
    assert codes(parse(few)) == []
    parsed = parse(many)
    assert codes(parsed) == ["depth-flattened"]
    assert shown(parsed) == ["before", *["x"] * MANY, "after"]
    deepest = max(sum(1 for _ in node.iterancestors()) for node in parsed.roots[0].iter("br"))
    assert deepest <= MAX_DEPTH_LARGE + 2


def test_a_page_that_is_not_deep_is_left_as_it_is() -> None:
    inner = "<ul><li>x<li>y</ul>" * MANY
    parsed = parse(nested("<div>", "</div>", 200, inner))
    assert parsed.warnings == ()
    assert parsed.roots[0].xpath("count(//li)") == 2 * MANY


@pytest.mark.parametrize(
    ("outer", "inner"), [(outer, inner) for inner, closed in CLOSES.items() for outer in closed]
)
def test_libxml2_lets_a_start_tag_close_what_we_think_it_does(outer: bytes, inner: bytes) -> None:
    source = b"<section><x-a><%s>a<%s>b" % (outer, inner)
    root = etree.fromstring(source, etree.HTMLParser(huge_tree=True))
    (opened,) = (node for node in root.iter() if node.text == "b")
    assert [node.tag for node in opened.iterancestors()] == ["x-a", "section", "body", "html"]


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


# Tags with many attributes


def tag_of(n: int, value: str = "={0}") -> str:
    return "<p " + " ".join(f"a{at}" + value.format(at) for at in range(n)) + ">"


@pytest.mark.parametrize(
    "value", ["", "={0}", '="{0}"', "='{0}'", ' = "{0} > x"', "='\">{0}'", '="<p>{0}</p>"', "=<{0}", "='>' b{0}=\">\""]
)
def test_attributes_past_some_hundreds_are_cut_and_the_text_is_kept(value: str) -> None:
    parsed = parse(HALVES.format(tag_of(20_000, value) + "middle"))
    assert [word for word in shown(parsed) if word.isalpha()] == ["first", "middle", "second"]
    assert 200 < max(len(node.attrib) for node in parsed.roots[0].iter()) <= 512


@pytest.mark.parametrize("value", ["", "={0}", '="{0}"', '="a > b"', "='<\">'"])
def test_a_long_tag_is_seen_wherever_it_stands(value: str) -> None:
    filler = "<p class=\"x\">it's <b id='y'>text</b> &gt; \"said\"</p>" * 400
    assert has_long_tag((filler + tag_of(2_000, value) + filler).encode())
    assert not has_long_tag((filler * 3).encode())


def test_long_text_and_scripts_are_no_long_tags() -> None:
    text = "<p>" + "word " * 5_000 + "</p>"
    script = '<script>{"a": "' + "b " * 5_000 + '"}</script>'
    assert not has_long_tag((text + script).encode())


def test_a_tag_with_an_attribute_that_is_long_keeps_it() -> None:
    source = f"<div data-state='{{{'x' * 50_000}}}' class=\"a\" >{'y' * 20_000}</div>".encode()
    assert not has_long_tag(source)
    assert cut_attributes(source) == source


@given(
    st.lists(
        st.sampled_from(["<p", "<div ", "</p", ">", "/>", "'", '"', "=", " ", "a", "b=c", "<!--", "-->", "<!", "<script>", "</script>", "\n"]),
        max_size=30,
    ).map("".join)
)
def test_tags_are_found_in_order_and_end_where_they_say(source: str) -> None:
    at = 0
    for start, end, name, closes, _, name_end in tags(source.encode()):
        assert at <= start < name_end <= end <= len(source)
        assert source[start : start + 1 + closes] == ("</" if closes else "<")
        assert source[end - 1] == ">"
        assert source[start + 1 + closes : name_end].lower().encode() == name
        at = end


def test_tags_are_those_that_libxml2_finds() -> None:
    source = "<p a='>'>x<b c=\">\" d>y</b ><i/>z<!-- <u> --><script><u></script><title><u></title><em\n>w</em><u"
    found = [name.decode() for _, _, name, closes, _, _ in tags(source.encode()) if not closes]
    assert found == ["p", "b", "i", "script", "title", "em"]
    assert found == [node.tag for node in parse(source).roots[0].iter() if node.tag not in ("html", "body", "head")]
