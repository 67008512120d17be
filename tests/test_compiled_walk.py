"""The compiled walk gives what the Python gives, bit by bit, whatever the tree."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html, objectify

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.decode import decode
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.segment import walk as walk_module  # noqa: F401  # so that its compiled part is seen
from tests.effort import examples
from tests.hostile.catalogue import CASES
from tests.pure import PAGES, pure, with_compiled
from tests.test_hostile_properties import sources

FAST: Any = compiled("segment._walk")
pytestmark = pytest.mark.skipif(FAST is None, reason="the compiled walk is not built")

ROOT = Path(__file__).parents[1]
CASE_FILES = sorted((ROOT / "tests/cases").glob("*.md"))
Roots = tuple[etree._Element, ...]


def spelled(value: Any) -> Any:
    """A value with the types of all that is in it, and the order of what is in a dict."""
    if isinstance(value, dict):
        return "dict", [(spelled(key), spelled(one)) for key, one in value.items()]
    if isinstance(value, set):
        return "set", sorted(value)
    if isinstance(value, list | tuple):
        return type(value).__name__, [spelled(one) for one in value]
    return type(value).__name__, value


def assert_same(make: Callable[[], Iterable[etree._Element]]) -> BlockTable:
    """Both walks over a tree, which is made for each of them."""
    table = segment(make())
    with pure():
        expected = segment(make())
    for field in fields(BlockTable):
        got, wanted = getattr(table, field.name), getattr(expected, field.name)
        assert spelled(got) == spelled(wanted), field.name
    return table


def assert_same_source(source: str) -> BlockTable:
    return assert_same(lambda: parse(source).roots)


def test_parts_that_are_built_are_in_use() -> None:
    names = {module.__name__ for module in with_compiled()}
    assert {"boilerstrip.segment.walk", "boilerstrip.segment.columns"} <= names


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    table = assert_same_source(decode(path.read_bytes()).text)
    assert table.n_blocks


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    parts = path.read_text("utf-8").split("\n.\n")
    assert len(parts) > 4
    for part in parts:
        assert_same_source(part)


@pytest.mark.parametrize("name", sorted(CASES)[::10])  # test_compiled.py holds more of them
def test_hostile_pages(name: str) -> None:
    made = CASES[name].make()
    assert_same_source(made if isinstance(made, str) else decode(made).text)


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.too_slow])
@given(sources)
def test_any_source(source: str) -> None:
    assert_same_source(source)


TAGS = (
    "html head body div p span a b code cite q br img input pre textarea ul li table tr td time abbr sup label "
    "svg path text script style link meta noscript template source video math m:math my-card h2 button details "
    "title section d-footnote del rt"
).split()
ATTRIBUTES = {
    "class": (
        "comment",
        "c1",
        "TextRun SCXW6",
        "name x",
        "admonition note",
        "highlight-python",
        "math inline",
        "Größe 2",
        "a-B1",
    ),
    "id": ("", "post-17", "comment-3", "fn1", "x" * 1_100),
    "href": ("", "/a", "#fn1", "https://example.org/a#c"),
    "src": ("/a.png", "spacer.gif", "https://gist.github.com/a.js", "MathJax.js"),
    "title": ("", "2026-01-02"),
    "role": ("heading", "navigation", "note"),
    "type": ("checkbox", "math/tex", "text"),
    "style": ("display:none", "background:url(/b.png)", "color:red"),
    "itemtype": ("https://schema.org/Comment",),
    "itemprop": ("author",),
    "content": ("Ada",),
    "start": ("3",),
    "align": ("right",),
    "{urn:x}k": ("v",),
    "aria-label": ("Share",),
    "hidden": ("",),
    "shadowrootmode": ("open",),
}
TEXTS = st.sampled_from(
    (
        "",
        " ",
        "\n",
        "\xa0",
        "\u2003\t",
        "word",
        " two words ",
        "Ünï",
        "日本語",
        "$5 and $6",
        "$x^2$",
        "\\(a\\)",
        "A",
    )
)


@st.composite
def attributes(draw: st.DrawFn) -> dict[str, str]:
    names = draw(st.lists(st.sampled_from(sorted(ATTRIBUTES)), max_size=3, unique=True))
    return {name: draw(st.sampled_from(ATTRIBUTES[name])) for name in names}


@st.composite
def recipes(draw: st.DrawFn) -> list[tuple[int, str, dict[str, str], str | None, str | None]]:
    """Nodes of a tree: how far up from the last one each hangs, what it is, its attributes, text and tail."""
    kinds = st.sampled_from(
        [*TAGS, "{urn:x}p", "{http://www.w3.org/1999/xhtml}em", "#comment", "#pi", "#entity"]
    )
    node = st.tuples(st.integers(0, 3), kinds, attributes(), st.none() | TEXTS, st.none() | TEXTS)
    return draw(st.lists(node, min_size=1, max_size=25))


def built(recipe: list[tuple[int, str, dict[str, str], str | None, str | None]]) -> etree._Element:
    root = last = etree.Element("div")
    for up, kind, named, text, tail in recipe:
        for _ in range(up + (not isinstance(last.tag, str))):
            above = last.getparent()
            last = last if above is None else above
        if kind == "#comment":
            node: etree._Element = etree.Comment("said")
        elif kind == "#pi":
            node = etree.ProcessingInstruction("x", "y")
        elif kind == "#entity":
            node = etree.Entity("amp")
        else:
            node = etree.Element(kind.replace(":", "-") if kind == "m:math" else kind, named)
            node.text = text
        node.tail = tail
        last.append(node)
        last = node
    return root


@settings(max_examples=examples(500), suppress_health_check=[HealthCheck.too_slow])
@given(recipes())
def test_any_tree(recipe: list[Any]) -> None:
    assert_same(lambda: (built(recipe),))


def test_no_text_is_no_word() -> None:
    recipe = [(0, "source", {}, "", None), (3, "p", {}, "words", None)]  # as a program may build it
    assert assert_same(lambda: (built(recipe),)).tag == ["div", "p"]


XML = {
    "namespaces": "<h:html xmlns:h='http://www.w3.org/1999/xhtml' xmlns:n='u:'><h:body n:class='x' class='comment'>"
    "<h:p>one<h:br/>two</h:p><n:p n:href='/a'>three</n:p><h:a n:href='/no' href='/a#1'>four</h:a></h:body></h:html>",
    "cdata": "<div>a<![CDATA[ b ]]>c<p><![CDATA[]]></p><p>x<![CDATA[y]]></p><pre><![CDATA[<b>\n\n]]>z</pre></div>",
    "entities": "<!DOCTYPE d [<!ENTITY e 'value'>]><div class='a&e;b'>x&e;y<p>&e;</p><a href='/&e;'>&e;<b>z</b></a></div>",
    "defaults": "<!DOCTYPE d [<!ATTLIST a href CDATA '/of-the-dtd'>]><d><a>x</a></d>",
    "instructions": "<div>a<?x y?>b<p><?z?></p><?q?> c<!-- d -->e<a>f</a><!--g--><a>h</a></div>",
    "drawings": "<div><svg xmlns='http://www.w3.org/2000/svg'><text>12</text></svg><svg><path/></svg>a</div>",
}


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("resolve", [True, False], ids=["resolved", "as-written"])
def test_trees_of_xml(name: str, *, resolve: bool) -> None:
    parser = etree.XMLParser(resolve_entities=resolve, strip_cdata=False)
    assert_same(lambda: (etree.fromstring(XML[name], parser),))


def test_trees_of_lxml_html() -> None:
    source = "<p class=a>one<!-- c --> two<a href=/x>yes</a><a href=/z>no</a> tail</p>tail"
    assert assert_same(lambda: (html.fromstring(source),)).text == ["one twoyes no tail", "tail"]


def test_an_element_inside_a_tree() -> None:
    page = "<body><div>no<p>one <b>two</b></p>not this<p>nor this</p></div>"
    assert assert_same(lambda: (html.fromstring(page).find(".//p"),)).text == ["one two"]


def test_classes_of_elements_that_are_not_lxmls_are_read_by_python() -> None:
    root = objectify.fromstring("<div><p>one</p><p>two</p></div>")
    assert not FAST.reads((root,))
    assert FAST.reads((etree.fromstring("<p/>"),))
    assert_same(lambda: (objectify.fromstring("<div><p>one<a>x</a><a>y</a></p><p>two</p></div>"),))


def test_100_000_levels() -> None:
    def deep() -> Roots:
        root = last = etree.Element("div")
        parser = etree.XMLParser(huge_tree=True)
        for _ in range(100):  # lxml takes ever longer to add one element alone
            part = etree.fromstring("<div>a<span>" * 500 + "</span>b</div>" * 500, parser)
            last.append(part)
            *_, last = part.iter()
        return (root,)

    table = assert_same(deep)
    assert (table.n_elements, table.n_blocks) == (100_001, 99_999)  # the innermost has its "a" and "b" in one


def test_what_python_raises_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stop(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Stop

    monkeypatch.setattr("boilerstrip.segment.content.image_source", stop)
    for _ in range(3):
        with pytest.raises(Stop):
            segment(parse("<div><p>a <b>b<img src=/x alt='$x^2$'></b></p></div>").roots)


def test_nothing_is_kept_of_a_page() -> None:
    sources = [path.read_bytes().decode("utf-8", "replace") for path in PAGES[:10]]

    def run() -> int:
        for source in sources:
            segment(parse(source).roots)
        gc.collect()
        return sys.getallocatedblocks()

    run()
    before = run()
    for _ in range(5):
        run()
    assert run() - before < 200


def test_eight_threads() -> None:
    sources = [path.read_bytes().decode("utf-8", "replace") for path in PAGES[:8]]
    expected = [segment(parse(source).roots).text for source in sources]
    got: list[list[list[str]]] = [[] for _ in range(8)]

    def run(place: int) -> None:
        got[place] = [segment(parse(source).roots).text for source in sources]

    threads = [threading.Thread(target=run, args=(place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [expected] * 8


@pytest.mark.parametrize("n_elements", [1, 300, 5_000])
def test_columns_have_room_for_no_more_than_is_in_them(n_elements: int) -> None:
    table = assert_same_source("<p class=a>x" * n_elements)
    for column in (table.tag, table.parent, table.label, table.mask, table.around, table.end_block):
        assert sys.getsizeof(column) == sys.getsizeof([None] * table.n_elements)


@pytest.mark.parametrize("n_values", [3, 1_000])  # more than are remembered
def test_attributes_that_come_again(n_values: int) -> None:
    """Those of one entry and the next, which are made once; their lists are not one."""
    values = [f"v{place % n_values}" for place in range(2_000)]
    spans = [f"<span class='{value}' title='{value}' id='é{value}'>{value}</span>" for value in values]
    table = assert_same_source(f"<div class='comments' id='{'x' * 300}'>{'<br>'.join(spans)}</div>")
    assert len(table.details) == 1 + len(spans)
    lists = [*table.details.values()]
    assert len({id(one) for one in lists}) == len(lists)
    assert lists[1] == [("class", "v0"), ("title", "v0"), ("id", "év0"), ("#text", "v0")]
