"""Repairs of a source before it is parsed: elements that nest too deep, tags with very many attributes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from boilerstrip.parse import Parsed, max_depth, parse
from boilerstrip.parse.attributes import cut_attributes, has_long_tag
from boilerstrip.parse.depth import CLOSES
from boilerstrip.parse.tokens import tags

HALVES = "<html><body><p>first</p>{}<p>second</p>"
MANY = 8_192
"""Tags from which on a page is not let be as deep as libxml2 can follow."""


def shown(parsed: Parsed) -> list[str]:
    """The words of the page in order."""
    return [word for root in parsed.roots for text in root.itertext() for word in text.split()]


def codes(parsed: Parsed) -> list[str]:
    return [warning.code for warning in parsed.warnings]


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


def test_a_deep_drawing_that_was_never_closed_ends_where_a_paragraph_begins() -> None:
    parsed = parse("<p>before</p>" + "<svg><g>" * 5_000 + "<p>after</p>")
    (after,) = (node for root in parsed.roots for node in root.iter("p") if node.text == "after")
    assert all(node.tag != "svg" for node in after.iterancestors())


def test_words_of_deep_blocks_do_not_grow_together() -> None:
    parsed = parse(nested("<div>", "</div>", inner="one<p>two</p><section>three</section><b>fo</b>ur"))
    root = parsed.roots[0]
    assert {"one", "two", "three", "four"} <= {text.strip() for text in root.itertext()}
    (three,) = (node for node in root.iter("br") if node.tail == "three")
    assert three.getprevious().tag == "br", "a paragraph ends where a tag was taken out"


@pytest.mark.parametrize("n", [MANY, 4 * MANY, 8 * MANY])
def test_the_more_tags_a_page_has_the_less_deep_it_may_be(n: int) -> None:
    few, many = (nested("<div>", "</div>", 300, "<p>x</p>" * n) for n in (10, n))
    assert codes(parse(few)) == []
    parsed = parse(many)
    most = max_depth(many.count("<"))
    assert [w.message for w in parsed.warnings] == [
        f"The page nests too deep: the text of elements with {most} or more around them was kept, their tags were not."
    ]
    assert shown(parsed) == ["before", *["x"] * n, "after"]
    node = next(node for node in parsed.roots[0].iter("br") if node.tail == "x")
    assert most - 2 <= sum(1 for _ in node.iterancestors()) <= most + 2


def test_a_page_that_is_not_deep_is_left_as_it_is() -> None:
    inner = "<ul><li>x<li>y</ul>" * MANY
    parsed = parse(nested("<div>", "</div>", 100, inner))
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


# Tags with many attributes


def tag_of(n: int, value: str = "={0}") -> str:
    return "<p " + " ".join(f"a{at}" + value.format(at) for at in range(n)) + ">"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "={0}",
        '="{0}"',
        "='{0}'",
        ' = "{0} > x"',
        "='\">{0}'",
        '="<p>{0}</p>"',
        "=<{0}",
        "='>' b{0}=\">\"",
    ],
)
def test_attributes_past_some_hundreds_are_cut_and_the_text_is_kept(value: str) -> None:
    parsed = parse(HALVES.format(tag_of(20_000, value) + "middle"))
    assert [word for word in shown(parsed) if word.isalpha()] == ["first", "middle", "second"]
    assert 200 < max(len(node.attrib) for node in parsed.roots[0].iter()) <= 512


@pytest.mark.parametrize("value", ["", "={0}", '="{0}"', '="a > b"', "='<\">'"])
def test_a_long_tag_is_seen_wherever_it_stands(value: str) -> None:
    filler = '<p class="x">it\'s <b id=\'y\'>text</b> &gt; "said"</p>' * 400
    assert has_long_tag((filler + tag_of(20_000, value) + filler).encode())
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
        st.sampled_from(
            [
                "<p",
                "<div ",
                "</p",
                ">",
                "/>",
                "'",
                '"',
                "=",
                " ",
                "a",
                "b=c",
                "<!--",
                "-->",
                "<!",
                "<script>",
                "</script>",
                "\n",
            ]
        ),
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
    source = (
        "<p a='>'>x<b c=\">\" d>y</b ><i/>z<!-- <u> --><script><u></script><title><u></title><em\n>w</em><u"
    )
    found = [name.decode() for _, _, name, closes, _, _ in tags(source.encode()) if not closes]
    assert found == ["p", "b", "i", "script", "title", "em"]
    assert found == [
        node.tag for node in parse(source).roots[0].iter() if node.tag not in ("html", "body", "head")
    ]
