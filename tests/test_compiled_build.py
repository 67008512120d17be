"""The outline that is put together by compiled code is the one that Python makes, whatever stands on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from boilerstrip import Page, extract
from boilerstrip.block import BlockTable, Decisions, Inline, Mark, Reason
from boilerstrip.compiled import compiled
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.page import Encoding, Metadata
from boilerstrip.render import render
from boilerstrip.render.build import Builder
from boilerstrip.render.outline import Heading, Paragraph
from boilerstrip.render.outlined import outline
from boilerstrip.render.places import STRUCTURAL, Place
from boilerstrip.shapes import SHAPES
from tests.effort import examples
from tests.pure import PAGES, growth, pure, with_compiled
from tests.test_render import page_of
from tests.test_short_paths import CELLS, tables

if compiled("render._build") is None:
    pytest.skip("render._build is not built", allow_module_level=True)

URL = "https://example.org/dir/page"
STYLES = (DEFAULT_STYLE, Style(links="drop", images="alt"))


def kinds(value: Any) -> Any:
    """A value with the types of all that is in it: tuples of two kinds can be equal."""
    if isinstance(value, tuple | list):
        return type(value).__name__, [kinds(inner) for inner in value]
    return type(value).__name__, value


def told(page: Page, style: Style, blocks: Sequence[int], top: int, rules: dict[int, list[int]]) -> Any:
    """All that comes of building: nodes, what is remembered of blocks, and where elements stand."""
    page.notes.clear()
    builder = Builder(page, style, top)
    nodes = builder.nodes(blocks, rules)
    return kinds(nodes), kinds([*builder.written.items()]), builder.places


def assert_same(
    page: Page, blocks: Sequence[int], *, top: int = -1, rules: dict[int, list[int]] | None = None
) -> None:
    for style in STYLES:
        nodes, written, places = told(page, style, blocks, top, rules or {})
        with pure():
            expected = told(page, style, blocks, top, rules or {})
        assert (nodes, written) == expected[:2]
        assert places == {element: expected[2][element] for element in places}
        assert {*map(type, places.values())} == {Place}


def test_it_is_in_use() -> None:
    assert "boilerstrip.render.build" in {module.__name__ for module in with_compiled()}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes(), url=URL)
    n = page.table.n_blocks
    assert_same(page, range(n))
    assert_same(page, range(0, n, 3))
    found = [outline(page, style) for style in STYLES]
    with pure():
        page.notes.clear()
        assert kinds(found) == kinds([outline(page, style) for style in STYLES])


@pytest.mark.parametrize("row", CELLS.values(), ids=CELLS)
def test_cells(row: str) -> None:
    for source in tables(row):
        page = page_of(source, url=URL)
        assert_same(page, range(page.table.n_blocks))


LISTS = {
    "signs": "<ul><li>\N{BULLET}<p>a<li>-<p>b<li><p>c<p>d<li>e<ul><li>f</ul></ul>",
    "numbers": "<ol><li>1.<p>a<li>(2)<p>b<li>9)<p>c</ol><ol start=7><li>7.<p>a<li value=12>12.<p>b</ol>",
    "tasks": "<ul><li><input type=checkbox checked> a<li><input type=checkbox> b<li>c</ul>",
    "between": "<ul>before<li>a</li>between<li>b<hr>c<li><hr><li>d</ul>",
    "no list": "<li>a<li>b<p>c<div><li>d</div>",
    "parts": "<ul class='lst-kix_a1-0'><li>a</ul><ul class='lst-kix_a1-1'><li>b</ul>"
    "<ul class='lst-kix_a1-0'><li>c</ul><ol class='lst-kix_b2-0 start'><li>d</ol>",
    "code": "<ul><li><pre>a<div>b</div>c</pre><li>x<pre>y</pre></ul><pre>a</pre><pre>b</pre>",
    "headings": "<h2>a<div>b</div>c</h2><h3>d</h3><h2>" + "<div>x</div>" * 5 + "</h2>",
    "links in headings": "<h2>Oak <a href='#oak'>\N{PILCROW SIGN}</a></h2><h2><a href='/oak'>Oak</a></h2>"
    "<h2>Elm [<a href='/w?a=1&action=edit'>edit</a>]</h2><p>[<a href='/w?action=edit'>edit</a>]</p>"
    "<p><a href='#oak'>Permalink</a> </p><p>Oak <a href='#oak'>\N{PILCROW SIGN}</a></p>",
    "no words": "<p>\"[<a href='/w?action=edit'>edit</a>]</p><p> [ <a href='/w?action=edit'>edit</a>]</p>"
    "<p><b>a</b><a href='#b'>Permalink</a></p><p>\x1f[<a href='/w?action=edit'>edit</a>]</p>"
    "<p>\x7f[<a href='/w?action=edit'>edit</a>]</p><p><a href='/b'>Permalink</a> </p>",
    "terms": "<dl><dt>a<dd>b<dt><b>c</b><dd>d<dt><img src=/i.png></dl><details><summary>e</summary>f</details>",
    "formulas": "<p>a \\(x\\) b</p><p>a \\[y\\], b</p><table><tr><td>a \\[z\\] b<td>2<tr><td>3<td>4</table>",
    "rules": "<p>a<hr><p>b<ul><li>c<hr>d</ul><hr><hr><p>e<table><tr><td>f<hr>g<td>h</table>",
    "figures": "<figure><img src=/i.png alt=a></figure><figure><p>b<figcaption>c</figcaption></figure>",
    "callouts": "<div class='alert alert-warning'><p class='alert-title'>a</p><p>b</div>",
    "buttons": "<p>a</p><button>Copy</button><button>Copy machines</button><p>b",
    "buttons that copy": "".join(
        f"<button>{words}</button>"
        for words in (
            *(
                "copy",
                "kopieren",
                "Kopiert!",
                "\N{KELVIN SIGN}opieren",
                "Copi\u00e9 !",
                "\u00a1Copiado!",
                "copia",
            ),
            *(
                "\u041a\u043e\u043f\u0438\u0440\u043e\u0432\u0430\u0442\u044c",
                "\u8907\u88fd",
                "\u30b3\u30d4\u30fc",
            ),
            *("<b>Copy</b>", "&nbsp;Copy", "\x1fCopy", "<sup>c</sup>opy", "Zoom", "&copy;opy", "C"),
        )
    ),
    "spaces": "<p>a  b</p><p>\N{ZERO WIDTH SPACE}</p><p>a\x1fb</p><p>&nbsp;c</p><p>d\x7f</p>",
    "deep": "<ul><li>" * 9 + "<table><tr><td>a<td>b<tr><td>c<td>d</table><pre>e</pre>" + "</ul>" * 9,
}


@pytest.mark.parametrize("source", LISTS.values(), ids=LISTS)
def test_structures(source: str) -> None:
    page = page_of(f"<h1>Mills</h1>{source}", url=URL)
    table = page.table
    rules = {
        table.first_block[e]: [e] for e, tag in enumerate(table.tag) if tag == "hr" and table.first_block[e]
    }
    rules = {block: elements for block, elements in rules.items() if block < table.n_blocks}
    assert_same(page, range(table.n_blocks), rules=rules)
    written = [page.render(form) for form in ("md", "txt", "html")]
    page.notes.clear()
    with pure():
        assert [page.render(form) for form in ("md", "txt", "html")] == written


@pytest.mark.parametrize("outer", sorted(SHAPES))
@pytest.mark.parametrize("inner", sorted(SHAPES))
def test_shapes_inside_each_other(outer: str, inner: str) -> None:
    for tag in ("div", "summary", "td"):
        table = made_up([("div", {"as": outer}, 1, [("a",)]), (tag, {"as": inner}, 1, [("b",), ("c",)])])
        page = replace(page_of("<p>x", url=URL), table=table)
        assert_same(page, range(table.n_blocks))


# Elements in an order that no page has, but a record that somebody changed

TAGS = st.sampled_from([*sorted(STRUCTURAL), "ul", "li", "td", "tr", "div", "p", "a", "hr", "button"])
SAID: st.SearchStrategy[dict[str, str]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {"as": st.sampled_from(["#callout", "#title", "pre", "#wrapper", "#gone", "h2", "x"])}
    ),
    st.sampled_from([{"listed": "a-0"}, {"listed": "a-1"}, {"task": "x"}, {"value": "7"}, {"start": "3"}]),
    st.sampled_from([{"as": "#bar"}, {"role": "cell"}, {"colspan": "2"}, {"lang": "c"}, {"reversed": ""}]),
)
CONTENTS: st.SearchStrategy[Inline] = st.sampled_from(
    [
        *(("a",), ("oak  elm",), ("-",), ("1.",), ("\x1f",), (), (" ",), ("a b\xa0c",)),
        *(("a ", Mark("b"), "b", Mark("/b")), ("a", Mark("br"), "b"), (Mark("img", "/i.png", "i"),)),
        *((Mark("a", "#x"), "\N{PILCROW SIGN}", Mark("/a")), ("Oak ", Mark("a", "#x"), "#", Mark("/a"))),
        *((Mark("a", "/x?action=edit"), "edit", Mark("/a")), (Mark("a", "#x"), "Permalink", Mark("/a"), " ")),
        ("a ", Mark("math", "display"), "x", Mark("/math"), ", b"),
    ]
)
ELEMENTS = st.lists(st.tuples(TAGS, SAID, st.integers(1, 6), st.lists(CONTENTS, max_size=2)), max_size=24)
"""Of each element: its tag, what attributes say, how many elements further out its parent is, its blocks."""


def made_up(elements: list[tuple[str, dict[str, str], int, list[Inline]]]) -> BlockTable:
    """A table of elements, each inside one that is open."""
    table = BlockTable([], [], [], [], [], ["body"], [-1], [""], [0], [0], [0], [0])
    path = [0]
    for at, (tag, said, up, contents) in enumerate(elements, start=1):
        del path[max(1, len(path) - up + 1) :]
        table.tag.append(tag)
        table.parent.append(path[-1])
        table.label.append("")
        table.mask.append(0)
        table.around.append(0)
        table.first_block.append(table.n_blocks)
        table.end_block.append(0)
        path.append(at)
        if said:
            table.attributes[at] = said
        for content in contents:
            table.text.append(" ".join("".join([p for p in content if isinstance(p, str)]).split()))
            table.inline.append(content)
            table.element.append(at)
            table.n_chars.append(1)
            table.n_link_chars.append(0)
        for element in path:
            table.end_block[element] = table.n_blocks
    return table


def page_with(table: BlockTable) -> Page:
    n = table.n_blocks
    decided = Decisions([0.5] * n, [True] * n, ["paragraph"] * n, [Reason("score")] * n, -1)
    return Page(None, Metadata(), table, decided, None, 1.0, (), Encoding("utf-8", "given"), URL, render)


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.too_slow])
@given(ELEMENTS, st.data())
@example([("table", {}, 1, []), ("td", {"as": "pre"}, 1, [("a",)])], None)
@example([("pre", {}, 1, [("\r\na\rb\x0bc ",), ("\na", Mark("br"), "b\n"), ("\n ",)])], None)
@example([("ul", {}, 1, []), ("li", {}, 1, [("-",), ("a",)])], None)
@example([("ol", {}, 1, []), ("li", {}, 1, [("1.",), ("a",)])], None)
@example([("h2", {}, 1, [("a",), ("b",)]), ("p", {}, 3, [("c",)])], None)
def test_any_elements(
    elements: list[tuple[str, dict[str, str], int, list[Inline]]], data: st.DataObject | None
) -> None:
    table = made_up(elements)
    page, n = page_with(table), table.n_blocks
    assert_same(page, range(n))
    if data is None:
        return
    found = data.draw(st.dictionaries(st.integers(0, max(n - 1, 0)), st.just(None))) if n else {}
    rules = {block: data.draw(st.lists(st.integers(0, len(elements)), max_size=2)) for block in found}
    assert_same(page, [b for b in range(n) if b not in found or rules[b]], rules=rules)
    top = data.draw(st.integers(0, len(elements)))
    assert_same(page, range(table.first_block[top], table.end_block[top]), top=top)


def test_what_is_known_of_blocks_is_taken() -> None:
    page = page_of("<h2>a</h2><p>b</p><p>c<b>d</b></p>")
    known: dict[int, Heading | Paragraph] = {0: Heading(3, ("e",)), 2: Paragraph(("f",))}
    found = Builder(page, DEFAULT_STYLE, written=dict(known)).nodes([0, 1, 2])
    with pure():
        assert Builder(page, DEFAULT_STYLE, written=dict(known)).nodes([0, 1, 2]) == found
    assert found == [known[0], Paragraph(("b",)), known[2]]


def test_notes_take_the_place_of_content() -> None:
    page = page_of("<p>a<sup>1</sup></p><pre>b</pre>")
    inlines: dict[int, Inline] = {0: ("a", Mark("footnote", "1")), 1: ("c\n d",)}
    found = Builder(page, DEFAULT_STYLE, inlines=inlines).nodes([0, 1])
    with pure():
        assert Builder(page, DEFAULT_STYLE, inlines=inlines).nodes([0, 1]) == found
    assert found[0] == (("a", Mark("footnote", "1")),)


class Words(str):
    """A string of another class, as somebody may put into a record."""

    __slots__ = ()


def test_strings_of_another_class() -> None:
    table = made_up([("p", {}, 1, [("a b",)]), ("li", {}, 1, [("c", Mark("b"), "d", Mark("/b"))])])
    table = replace(table, text=[*map(Words, table.text)], tag=[*map(Words, table.tag)])
    page = page_with(table)
    with pure():
        expected = Builder(page, DEFAULT_STYLE).nodes(range(2))
    page.notes.clear()
    assert Builder(page, DEFAULT_STYLE).nodes(range(2)) == expected


@pytest.mark.parametrize("block", [2, "0", None])
def test_what_is_no_block_raises(block: Any) -> None:
    page = page_with(made_up([("p", {}, 1, [("a",), ("b",)])]))
    with pytest.raises((IndexError, TypeError)):
        Builder(page, DEFAULT_STYLE).nodes([block])


def test_nothing_is_left_behind() -> None:
    sources = [
        source for name, source in LISTS.items() if name != "formulas"
    ]  # of which Python keeps strings
    page = page_of("".join([*sources, *tables(CELLS["marks"])]), url=URL)

    def many() -> None:
        for _ in range(20):
            page.notes.clear()
            page.render("md")
            with pytest.raises(IndexError):
                Builder(page, DEFAULT_STYLE).nodes([0, 10**6])
        page.notes.clear()

    assert growth(many) < 1_500  # an object of any kind left each time is more
