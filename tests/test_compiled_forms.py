"""A page's HTML, text, links and images are the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boilerstrip import Page, extract, load_page
from boilerstrip.block import Decisions, Inline, Mark
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.render import markup, resources
from boilerstrip.render.markup import html
from boilerstrip.render.outline import (
    Callout,
    Cell,
    Code,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verbatim,
)
from boilerstrip.render.outlined import has_words_of, outline
from boilerstrip.render.plain import text
from boilerstrip.render.resources import find_resources
from boilerstrip.render.rules import elements_of
from tests.effort import examples
from tests.hostile.catalogue import CASES
from tests.pure import PAGES, pure
from tests.test_render import page_of

if markup.COMPILED is None or resources.COMPILED is None:
    pytest.skip("render._markup and render._words are not built", allow_module_level=True)

STYLES = (DEFAULT_STYLE, Style(links="drop", images="alt"), Style(images="drop", comments="separate"))
URL = "https://example.org/a/b?c"
# What each sign means to one form or the other, in strings of each width.
SIGNS = "ab \n&<>\"'é水😀?=!"


def assert_same(page: Page) -> None:
    """Compiled, all is what Python makes of it, and it is asked in the same order, for what is made first counts."""
    fast, slow = replace(page), replace(page)
    compiled = _all_of(fast)
    with pure():
        assert compiled == _all_of(slow)


def _all_of(page: Page) -> tuple[object, ...]:
    before = find_resources(page)  # no outline is known yet
    nodes = [outline(page, style) for style in STYLES]
    return (
        before,
        find_resources(page),
        has_words_of(page),
        *map(html, nodes),
        *map(text, nodes),
        *[page.render(form, style) for form in ("html", "txt") for style in STYLES],
        page.comments,
        page.posts,
    )


def all_kept(page: Page) -> Page:
    told = page.decisions
    return replace(
        page, decisions=Decisions(told.score, [True] * len(told.kept), told.role, told.reason, told.headline)
    )


def assert_same_forms(nodes: tuple[Node, ...]) -> None:
    compiled = html(nodes), text(nodes)
    with pure():
        assert compiled == (html(nodes), text(nodes))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes(), url=URL)
    assert_same(page)
    assert_same(all_kept(page))


@pytest.mark.parametrize("path", PAGES[::6], ids=lambda path: path.stem)
def test_pages_loaded_from_their_records(path: Path) -> None:
    assert_same(load_page(extract(path.read_bytes(), url=URL).to_json()))


@pytest.mark.parametrize("name", sorted(CASES)[::10])  # test_compiled.py holds more of them
def test_hostile_pages(name: str) -> None:
    assert_same(extract(CASES[name].make(), url=URL))


IMAGES = {
    "none": ("<p>Tides of the week.</p>", True),
    "an image alone": ("<p>Tides</p><p><img src=/a.png></p><p>Low water</p>", True),
    "a linked one": ("<p>Tides</p><p><a href=/a><img src=/a.png></a></p>", True),
    "in a figure": ("<p>Tides</p><figure><img src=/a.png><figcaption>Low</figcaption></figure>", True),
    "in a quote": ("<p>Tides</p><blockquote><p>Low</p><p><img src=/a.png></p></blockquote>", True),
    "in a caption": (
        "<p>Tides</p><figure><p>Low<figcaption><p>High<p><img src=/a.png></figcaption></figure>",
        True,
    ),
    "beside a sign that is one": (
        '<p>Tides</p><p><img class=emoji alt="\N{WATER WAVE}" src=/e.png> high</p><p><img src=/a.png></p>',
        True,
    ),
    "in words": ("<p>Tides <img src=/a.png> of the week</p>", False),
    "two": ("<p>Tides</p><p><img src=/a.png><img src=/b.png></p>", False),
    "in a list": ("<p>Tides</p><ul><li><img src=/a.png><li>Low water</ul>", False),
    "in a heading": ("<h2><img src=/a.png></h2><p>Tides</p>", False),
    "in bold": ("<p>Tides</p><p><b><img src=/a.png></b></p>", False),
    "a film": (
        "<p>Tides</p><iframe src=https://www.youtube.com/embed/a1b2c3d4e5f title=Low></iframe>",
        False,
    ),
}


def test_links_and_images_of_what_is_in_no_outline() -> None:
    page = page_of(
        "<pre>a<br>b</pre><pre><a href=/c>d</a></pre><p>e<br>f</p><p>g <a href=/h>i</a></p>", url=URL
    )
    assert_same(page)
    assert [link.text for link in find_resources(page).links] == ["i"]
    assert not find_resources(all_kept(page_of("<p>a<b>b</b></p>"))).images


@pytest.mark.parametrize("name", IMAGES)
def test_pages_with_images(name: str) -> None:
    source, has_same = IMAGES[name]
    page = extract(f"<title>Tides</title><main>{source}</main>", url=URL)
    page = all_kept(page)
    assert has_words_of(page) is has_same
    assert_same(page)


@pytest.mark.parametrize("tag", ["hr", "".join(["h", "r"]), "br", "p"])
def test_elements_with_a_tag(tag: str) -> None:
    table = extract(f"<p>Tides</p><{tag}><p>Low water</p><{tag}>").table
    found = elements_of(table, tag)
    assert found == [at for at, each in enumerate(table.tag) if each == tag]
    assert resources.COMPILED.elements_of(["p", tag], "hr") == [1] * (tag == "hr")
    with pure():
        assert elements_of(table, tag) == found
    with pytest.raises(TypeError):
        resources.COMPILED.elements_of([b"p"], "hr")


def test_an_image_between_what_is_no_words_of_the_page() -> None:
    """What stands on both sides of it is at the same place, which is none: that is not looked into."""
    page = all_kept(extract("<main><p>Tides</p><p><img src=/a.png></p><p>Low water</p></main>", url=URL))
    first, _, last = page.table.element
    table = replace(page.table, attributes={first: {"as": "#gone"}, last: {"as": "#gone"}})
    page = replace(page, table=table)
    assert has_words_of(page) is False
    assert_same(page)


# Outlines that no page may have

TEXTS = st.text(SIGNS, min_size=1, max_size=8)
MARKS = st.one_of(
    st.sampled_from(
        [
            Mark("br"),
            *(Mark(f"{sign}{kind}") for kind in ("a", "b", "i", "code", "del") for sign in ("", "/")),
        ]
    ),
    st.builds(Mark, st.sampled_from(["a", "img"]), TEXTS, TEXTS),
    st.builds(Mark, st.just("footnote"), st.sampled_from(["1", "a-b", '"&'])),
)
DISPLAY = (Mark("math", "display"), "x<y", Mark("/math"))


def _in(kind: str) -> st.SearchStrategy[Inline]:
    return TEXTS.map(lambda text: (Mark(kind), text, Mark(f"/{kind}")))


INLINES: st.SearchStrategy[Inline] = st.one_of(
    st.lists(st.one_of(TEXTS, MARKS), min_size=1, max_size=5).map(tuple),
    st.just(DISPLAY),
    st.just((*DISPLAY, "more")),
    _in("sup"),
    _in("sub"),
    _in("math"),
)
CELLS = st.lists(st.builds(Cell, st.booleans(), st.one_of(st.just(()), INLINES)), min_size=2, max_size=2).map(
    tuple
)
TABLES = st.builds(
    lambda caption, n_header, align, rows: Table(caption, min(n_header, len(rows)), align, tuple(rows)),
    st.one_of(st.just(()), INLINES),
    st.integers(0, 3),
    st.sampled_from([("", ""), ("left", ""), ("center", "right")]),
    st.lists(CELLS, min_size=1, max_size=3),
)
LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(Heading, st.integers(1, 6), INLINES),
    st.builds(Paragraph, INLINES),
    st.builds(Code, TEXTS, st.sampled_from(["", "c", '"<'])),
    st.builds(Verbatim, TEXTS, TEXTS),
    st.just(Rule()),
    TABLES,
)


def _around(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    nodes = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Quote, nodes),
        st.builds(Callout, st.sampled_from(["NOTE", "TIP"]), st.one_of(st.just(()), INLINES), nodes),
        st.builds(Figure, nodes, st.one_of(st.just(()), nodes)),
        st.builds(Footnotes, st.lists(st.builds(Note, st.sampled_from("1ab"), nodes), max_size=2).map(tuple)),
        st.builds(
            _list, st.booleans(), st.integers(0, 3), st.lists(nodes, min_size=1, max_size=3), st.booleans()
        ),
    )


def _list(ordered: bool, start: int, items: list[tuple[Node, ...]], has_tasks: bool) -> List:
    tasks = (True, None, False)[: len(items)] if has_tasks else ()
    return List(ordered, start, tuple(items), tasks)


@settings(max_examples=examples(400), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.recursive(LEAVES, _around, max_leaves=8), max_size=4).map(tuple))
def test_any_outline(nodes: tuple[Node, ...]) -> None:
    assert_same_forms(nodes)


TITLED = Figure((Paragraph((Mark("img", "/a", "b"),)),), (), 'Low "water" <1>')


@pytest.mark.parametrize(
    "nodes",
    [
        (),
        (TITLED,),
        (Figure((Paragraph((Mark("a", "/"), Mark("img", "/a"), Mark("/a"))),), (Paragraph(("x",)),)),),
        (Paragraph(DISPLAY),),
        (Table((), 0, (), ()),),
        (Table((), 1, ("",), ((Cell(True, ("x",)),),)),),
    ],
    ids=repr,
)
def test_odd_outlines(nodes: tuple[Node, ...]) -> None:
    assert_same_forms(nodes)


@pytest.mark.parametrize("wrong", [Mark("unknown"), ("a", "b"), None, b"x"], ids=repr)
def test_what_is_no_mark_is_refused(wrong: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        html((Paragraph(("x", wrong)),))


ITEM = (Paragraph(("x",)),)


@pytest.mark.parametrize(
    "wrong", [List(False, 1, (ITEM,) * 9, (True,)), List(False, 1, ((),))], ids=["boxes", "no content"]
)
def test_lists_that_lack_a_part_are_refused_and_do_not_crash(wrong: List) -> None:
    with pytest.raises((IndexError, ValueError)):
        html((wrong,))
    if wrong.tasks:
        with pytest.raises((IndexError, ValueError)):
            text((wrong,))
    with pure(), pytest.raises((IndexError, ValueError)):
        html((wrong,))
