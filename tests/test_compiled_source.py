"""What is looked for in a source before it is parsed is found the same, compiled or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boilerstrip.parse import attributes, source, unclosed
from boilerstrip.parse.tokens import RAW
from tests.effort import examples
from tests.pure import PAGES, pure

if attributes.COMPILED is None or source.COMPILED is None:
    pytest.skip("parse._source is not built", allow_module_level=True)

PIECES = (
    *(
        b"<",
        b">",
        b"/",
        b"=",
        b'"',
        b"'",
        b" ",
        b"\n",
        b"\x0b",
        b"\x1c",
        b"\xa0",
        b"a",
        b"Z",
        b"[",
        b"@",
        b"!",
    ),
    *(
        b"<a",
        b"</p",
        b"<p>",
        b"a ",
        b"a=",
        b"a=b ",
        b'a="',
        b"a='",
        b"a = ",
        b'x" ',
        b"y' ",
        b"/ ",
        b"<a href=x>",
    ),
    *(
        b"<!--",
        b"-->",
        b"--!>",
        b"->",
        b"</",
        b"<?",
        b"<script>",
        b"</Script ",
        b"<TITLE x=y",
        b"</title/",
        b"<plaintext>",
    ),
    *(
        b"</body>",
        b"</BODY\n>",
        b"</html >",
        b"</hTm",
        b"</b>",
        b"</h2>",
        b"</bo",
        b"<body>",
        b"<template>",
        b"<tem",
        b"<te",
        b"<div",
        b"</DIV>",
        b"<\\/div",
        b"<Div a/>",
        b"<nav/ >",
        b"</li/>",
        b"text ",
    ),
)
COUNTS = (1, 1, 2, 3, 31, 33, 63, 64, 65, 511, 512, 513, 1_100, 3_000, 33_000)
SOURCES = st.lists(
    st.tuples(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(COUNTS)), max_size=12
).map(lambda parts: b"".join(b"".join(pieces) * (1 + n // len(pieces)) for pieces, n in parts))

LARGE = (b"<p>" + b"text " * 390 + b"</p>") * (1 + (1 << 20) // 1_957)


def assert_same(data: bytes) -> tuple[bool, list[int]]:
    is_long, found = attributes.has_long_tag(data), source._find_ends(data)
    cut, tags = attributes.cut_attributes(data), list(unclosed._tags(data))
    with pure():
        assert attributes.cut_attributes(data) == cut
        assert attributes.has_long_tag(data) == is_long
        assert source._find_ends(data) == found
        assert list(unclosed._tags(data)) == tags
    return is_long, found[1]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_same(path.read_bytes())


@given(SOURCES)
@settings(max_examples=examples(500))
@example(b'"' + b"<p>text</p>" * 4_000)
@example(b'" ' * 17_000 + b"<p>text</p>" * 4_000)
@example(b"'x =\"" + b">" * 70_000)
def test_any_source(data: bytes) -> None:
    assert_same(data)


@given(SOURCES)
@settings(max_examples=examples(200))
def test_any_beginning_of_a_large_source(data: bytes) -> None:
    """A tag is long there from 2 KB on, not 32."""
    assert_same(data + LARGE)


@pytest.mark.parametrize("n", [510, 511, 512, 513, 600])
@pytest.mark.parametrize("tag", [b"<a %s>", b"<a %s/ >"])
def test_as_many_attributes_as_are_let_be(tag: bytes, n: int) -> None:
    attributes_of_it = b" ".join(b'data-%d = "%s"' % (i, b"x>" * 60) for i in range(n))
    is_long, _ = assert_same(b"<p>" + tag % attributes_of_it + b"</p>" * 100)
    assert is_long == (n > 512)


MANY = b"<a " + b"b " * 600
TOO_MANY = b"b " * 513
ENOUGH = b"b " * 512 + b" >"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (b"<p x='", b"'>"),
        (b"<!-- ", b" -->"),
        (b"<!-->", b" -->"),
        (b"<!--->", b" -->"),
        (b"<!-- --!>", b" -->"),
        (b"<!-- -", b"--->"),
        (b"<!-- -", b"--- ---!>"),
        (b"</!-- >", b" -->"),
        (b"<!x", b">"),
        (b"</ ", b">"),
        (b"<plaintext>", b""),
        (b"</plaintext>", b""),
        *((b"<%s>" % name.title(), b"</%s" % name) for name in RAW),
        *((b"<%s>" % name.title(), b"</%s>" % name.upper()) for name in RAW),
        *((b"<%s>" % name, b"</%ss></%s\n>" % (name, name)) for name in RAW),
        *((b"</%s>" % name, b"") for name in RAW),
        *((b"<%s/ >" % name, b"") for name in RAW),
    ],
)
def test_tags_are_cut_where_they_are_tags(before: bytes, after: bytes) -> None:
    """In comments, in quotes and in the text of scripts there are none."""
    tag = b"<a " + TOO_MANY
    data = before + tag + b">" + after + b"</b " + TOO_MANY + b">" + tag
    assert_same(data)
    assert_same(data + b">")


def test_what_is_cut() -> None:
    data = b"<p>x<a " + TOO_MANY + b"c>y</a " + b"'b' " * 600 + b">z<b " + ENOUGH + b"</b " + TOO_MANY
    assert_same(data)
    assert attributes.cut_attributes(data) == (
        b"<p>x<a " + TOO_MANY[:-3] + b">y</a " + (b"'b' " * 512)[:-1] + b">z<b " + ENOUGH + b"</b " + TOO_MANY
    )


@pytest.mark.parametrize(
    ("data", "is_long"),
    [
        (MANY + b"x" + b" " * 63 + b'">' + b"t" * 40_000, False),
        (MANY + b"x" + b" " * 64 + b'">' + b"t" * 40_000, True),
        (MANY + b'>x="' + b">" * 31 + b"t" * 40_000, False),
        (MANY + b'>x="' + b">" * 32 + b"t" * 40_000, True),
        (b"t" * 40_000 + b'<a x="' + b"y" * 1_018, False),
        (b"t" * 40_000 + b'<a x="' + b"y" * 1_019, True),
        (b"<a>" * 11_000 + b"<" * 40_000, False),
        (b"<a" * 40_000, True),
    ],
)
def test_what_is_looked_at_and_no_more(data: bytes, is_long: bool) -> None:
    assert assert_same(data)[0] == is_long


def test_ends_of_pages() -> None:
    _, ends = assert_same(b"</p></BoDy></htmL></b></body</bodyx></head></html")
    assert ends == [4, 11, 22, 28]
