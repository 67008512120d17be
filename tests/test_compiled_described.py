"""What the compiled walk makes of names, attributes and images is what the Python makes of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.decode import decode
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.segment.columns import Columns, measured
from boilerstrip.segment.targets import Targets, Tree
from boilerstrip.segment.walk import _Walk
from boilerstrip.shapes import SHAPING
from boilerstrip.vocabulary import CATEGORIES
from tests.effort import examples
from tests.pure import PAGES, pure
from tests.test_compiled_walk import assert_same

pytestmark = pytest.mark.skipif(compiled("segment._walk") is None, reason="the compiled walk is not built")

TERMS = sorted({term for terms in CATEGORIES.values() for term in terms.split()})
BARE = [term.strip("*") for term in TERMS]


def assert_described_the_same(*elements: tuple[str, dict[str, str]]) -> BlockTable:
    """The table of a page of elements side by side, the same with and without compiled parts."""

    def made() -> tuple[etree._Element]:
        root = etree.Element("html")
        for tag, attributes in elements:
            etree.SubElement(root, tag, attributes).text = "word"
        return (root,)

    return assert_same(made)


def test_each_term_in_each_way() -> None:
    ways = [
        *BARE,
        *map(str.title, BARE),
        *map(str.upper, BARE),
        *(f"x{term}" for term in BARE),
        *(f"{term}x" for term in BARE),
        *(f"a9{term}-b" for term in BARE),
        *(f"post {term}2" for term in BARE),
        *(term.replace("-", "_").title().replace("_", "") for term in BARE),
    ]
    table = assert_described_the_same(*(("div", {"class": way}) for way in ways))
    told = dict(zip(table.label, table.mask, strict=True))
    assert all(told[term] for term in BARE)


def test_each_two_terms_in_a_row() -> None:
    halves = sorted({half for term in BARE for half in term.split("-")})
    for start in range(0, len(halves), 40):
        some = halves[start : start + 40]
        assert_described_the_same(
            *(("p", {"id": f"{one}-{other}"}) for one in some for other in halves[::41])
        )


PARTS = st.one_of(
    st.sampled_from(BARE),
    st.sampled_from(BARE).map(str.title),
    st.sampled_from(BARE).map(str.upper),
    st.sampled_from(sorted(SHAPING)),
    st.sampled_from(
        ("tag-", "has-", "no-", "category-", "field--label-", "language-", "lst-kix_a-1", "admonition")
    ),
    st.sampled_from(("Wide", "tag", "-", "A", "b", "7", "é", "K", "日本")),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x7E), max_size=5),
)
LABELS = st.lists(
    st.lists(PARTS, max_size=5).flatmap(
        lambda parts: st.sampled_from(("", "-", "_", " ", "\n", "1")).map(lambda joint: joint.join(parts))
    ),
    min_size=1,
    max_size=6,
)


@given(LABELS, st.sampled_from(("class", "id", "aria-label", "itemprop", "data-testid")))
@settings(max_examples=examples(250), suppress_health_check=[HealthCheck.too_slow])
def test_any_names(labels: list[str], name: str) -> None:
    assert_described_the_same(*(("div", {name: label}) for label in labels))


@pytest.mark.parametrize("length", [399, 400, 401, 1_023, 1_024, 1_025, 5_000])
@pytest.mark.parametrize("filling", ["x", "é", "x "])
def test_long_names(length: int, filling: str) -> None:
    begun = (filling * length)[: length - 4]
    assert_described_the_same(
        *(
            ("div", {name: value})
            for name in ("class", "id", "aria-label")
            for value in (
                f"{begun}nav menu",
                f"{begun} nav",
                f"{begun}-alert",
                f"{begun} note",
                f"{begun} tag-nav x",
            )
        )
    )


VALUES = {
    "class": (
        "alert alert-info",
        "note",
        "NOTE",
        "copyright",
        "btn-copy",
        "gist-meta",
        "GIST-META",
        "checkbox",
    ),
    "id": ("", "nav", "post-17"),
    "style": (
        "Display: NONE",
        "color:red",
        "visibility:hidden",
        "background:url(/a.png)",
        "note",
        "text-align:Right",
    ),
    "role": ("heading", "navigation", "note", "checkbox", "table", "row", "nothing"),
    "hidden": ("", "hidden"),
    "aria-hidden": ("true", "false"),
    "aria-level": ("3", "x", ""),
    "aria-checked": ("true", "false"),
    "aria-label": ("Share", "Copy code", "Комментарии"),
    "aria-colspan": ("2",),
    "data-task": ("x", " "),
    "data-inline-task-id": ("5",),
    "data-callout": ("tip", "other"),
    "data-copy": ("a",),
    "data-clipboard-text": ("copied",),
    "data-href": ("https://www.facebook.com/a/posts/1",),
    "data-embed-src": ("https://www.youtube.com/embed/abcdefghijk",),
    "title": ("Copy", "2026-01-02"),
    "itemtype": ("https://schema.org/Comment", "https://schema.org/Article"),
    "itemprop": ("author", "articleBody"),
    "start": ("3",),
    "reversed": ("",),
    "value": ("4",),
    "colspan": ("2",),
    "align": ("RIGHT", "justify"),
    "data-align": ("center",),
    "data-other": ("1", "2"),
    "{urn:x}class": ("nav",),
}
ATTRIBUTES = st.lists(st.sampled_from(sorted(VALUES)), max_size=5, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: st.sampled_from(VALUES[name]) for name in names})
)
TAGS = "div p td th li ol ul table button details article main body html copy-code clipboard-copy pre section".split()


@given(st.lists(st.tuples(st.sampled_from(TAGS), ATTRIBUTES), min_size=1, max_size=6))
@settings(max_examples=examples(400), suppress_health_check=[HealthCheck.too_slow])
def test_any_attributes(elements: list[tuple[str, dict[str, str]]]) -> None:
    assert_described_the_same(*elements, *elements[:2])


IMAGE_VALUES = {
    "src": (
        *(
            "",
            " ",
            "/a.png",
            " /a.png\n",
            "a/Größe.png",
            "/a b.png\xa0",
            "spacer.gif",
            "/x/BLANK.gif",
            "about:blank",
        ),
        *("data:image/gif;base64,AA", "/lazy/a.png", "/lazyload.png", "/x/", "https://a.example/v1/b.png"),
        *("https://secure.gravatar.com/avatar/0", "//pixel.wp.com/g.gif", "http://WWW.Facebook.com/tr?id=1"),
        *("https://s.w.org/images/core/emoji/1f600.png", "/twemoji/a.png", "/tweets/a.png", "/smile/a.png"),
        *("https://a.example/latex.php?latex=x", "/_next/image?url=%2Fa.png", "ftp://gravatar.com/avatar/a"),
    ),
    "data-src": ("", "/b.png", "placeholder.png"),
    "data-original": ("/c.png",),
    "data-srcset": ("/d.png 2x",),
    "srcset": ("/e.png 320w, /f.png 1024w",),
    "alt": ("", "a", " two  words ", "tab\there", "Größe", "$x^2$", "\\(a\\)", ":-)", ":grin:", "DEL\x7f"),
    "title": ("", "t", " t "),
    "class": ("avatar", "my-Avatar", "xavatar", "user-photo", "photo", "emoji", "smiley", "tex", "é avatar"),
    "style": (
        "display:none",
        "width:1px",
        "width : 2;",
        "height:10px",
        "height: 0",
        "color:red",
        "WIDTH:1PX",
    ),
    "width": ("0", "1px", "2", "2px", "300"),
    "height": ("1", "200"),
}
IMAGES = st.lists(st.sampled_from(sorted(IMAGE_VALUES)), max_size=5, unique=True).flatmap(
    lambda names: st.fixed_dictionaries({name: st.sampled_from(IMAGE_VALUES[name]) for name in names})
)


@given(st.lists(IMAGES, min_size=1, max_size=5))
@settings(max_examples=examples(400), suppress_health_check=[HealthCheck.too_slow])
def test_any_images(images: list[dict[str, str]]) -> None:
    assert_described_the_same(*(("img", attributes) for attributes in images))


def test_each_attribute_of_an_image() -> None:
    each = [{name: value} for name, values in IMAGE_VALUES.items() for value in values]
    assert_described_the_same(*(("img", {"src": "/a.png", "alt": "a"} | one) for one in each))
    assert_described_the_same(*(("img", {"src": "", "data-src": "/b.png"} | one) for one in each))


def test_an_image_of_each_kind() -> None:
    table = assert_described_the_same(
        ("img", {"src": "/a.png", "alt": "one  two"}),
        ("img", {"src": "//a.gravatar.com/avatar/1"}),
        ("img", {"src": "/x.png", "class": "wp-smiley", "alt": ":-)"}),
        ("img", {"src": "spacer.gif", "data-src": "/b.png"}),
        ("img", {"src": "spacer.gif"}),
    )
    marks = [Mark("img", "/a.png", "one two"), Mark("img"), Mark("emoji", "", ":-)"), Mark("img", "/b.png")]
    assert [piece for pieces in table.inline for piece in pieces] == marks


PIECES = st.lists(
    st.one_of(
        st.text(st.sampled_from(" \n\t\x1f\xa0$\\([b5_azé日𝑥\u2003"), min_size=1, max_size=8),
        st.text(st.sampled_from("  \n\x01!abcdefgh$\\"), min_size=8, max_size=40),
        st.sampled_from(
            (Mark("br"), Mark("b"), Mark("/b"), Mark("img", "/a.png"), Mark("a", "/x"), Mark("/a"))
        ),
    ),
    min_size=1,
    max_size=6,
).map(tuple)
SETTER = (etree.fromstring("<html><script src='MathJax.js'>inlineMath: [['$','$']]</script></html>"),)


@given(st.lists(PIECES, max_size=4))
@settings(max_examples=examples(600))
def test_any_blocks(blocks: list[Inline]) -> None:
    def read() -> tuple[list[Inline], Columns]:
        own = [*blocks]
        return own, measured(own, [], {*range(len(own) + 1)}, SETTER)

    fast = read()
    with pure():
        assert read() == fast


def test_formulas_are_found_behind_words_and_blanks() -> None:
    for text in (
        "a $x^2$ b",
        "$x$",
        "US$x^2$",
        "a$$x^2$$",
        "$ x^2$",
        "\\(x\\)",
        "\\begin{align}x\\end{align}",
        "$5$",
    ):
        blocks: list[Inline] = [(text,)]
        others: list[Inline] = [(text,)]
        fast = measured(blocks, [], set(), SETTER)
        with pure():
            assert measured(others, [], set(), SETTER) == fast
        assert blocks == others


def named(source: str) -> tuple[Any, ...]:
    roots = parse(source).roots
    walk = _Walk(noscript=False)
    table = walk.run(roots)
    targets = Targets(table, Tree(roots, walk.otherwise))
    path = {index: node.getroottree().getpath(node) for index, node in targets.nodes.items()}
    return path, targets.find("#here"), [link[2:] for link in targets.links]


@pytest.mark.parametrize("path", PAGES[::6], ids=lambda path: path.stem)
def test_named_elements_of_pages(path: Any) -> None:
    source = decode(path.read_bytes()).text
    fast = named(source)
    with pure():
        assert named(source) == fast


def test_named_elements_are_counted_as_the_table_lists_them() -> None:
    source = (
        "<body><!-- c --><p id=a>a<a href='#here'>1</a><a href=#>2</a><a href=/x name=b>3</a></p>"
        "<template><p id=no>x</p></template><template shadowrootmode=open><p id=yes>y</p></template>"
        "<noscript><p id=not>z</p></noscript><math><mi id=m>x</mi></math><svg id=s><path id=t></svg>"
        "<my-card id=card>w</my-card><pre id=code><div class=line id=l>a</div><div class=line>b</div></pre>"
        "<p id=here>here</p>"
    )
    fast = named(source)
    with pure():
        assert named(source) == fast
    paths, here, links = fast
    assert here in paths
    assert [*paths.values()] == [
        *("/html/body/p[1]", "/html/body/p[1]/a[1]", "/html/body/p[1]/a[2]", "/html/body/p[1]/a[3]"),
        *("/html/body/template[2]/p", "/html/body/my-card", "/html/body/pre", "/html/body/p[2]"),
    ]
    assert [place.href for _, place, _ in links] == ["#here", "#"]


def test_what_marks_no_note_beside_it_is_not_looked_at() -> None:
    source = (
        "<p>one<sup>1</sup><span class=sidenote>a note</span> two <label>x</label><span class=other>y</span>"
        "<span><sup>2</sup></span><small class='margin-note'>another</small></p>"
    )
    table = assert_same(lambda: parse(source).roots)
    kinds = [piece.kind for piece in table.inline[0] if isinstance(piece, Mark)]
    assert kinds.count("note") == 2
    assert segment(parse(source).roots).noted == [0]


def test_classes_are_remembered_as_they_are() -> None:
    """More of them than there are places, twice, and those that are too long or not of ASCII."""
    names = [f"{word}-{number}" for number in range(400) for word in ("nav", "alert", "x")]
    names += [f"{'a' * length} comment" for length in (190, 191, 192, 193)] + ["é nav", "nav", "nav ", "Nav"]
    elements = [("p", {"class": name} | more) for name in (*names, *names) for more in ({}, {"id": "menu"})]
    for _ in range(2):
        table = assert_described_the_same(*elements)
    assert table.label[1:9:2] == ["nav-0", "alert-0", "x-0", "nav-1"]
    assert table.mask[1]
    assert not table.mask[5]
