"""What holds for every page: no character is lost, moved or invented between the tree and the blocks."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from lxml import etree

from boilerstrip import Options, extract
from boilerstrip.block import BlockTable, Mark
from boilerstrip.decide import Choice
from boilerstrip.features import COLUMNS, PAGE_COLUMNS, measure
from boilerstrip.parse import parse, roots_of
from boilerstrip.scoring import default_model
from boilerstrip.scoring.modelfile import pack_model
from boilerstrip.segment import segment
from boilerstrip.threads import find_threads
from tests.deciding import decide

TraceFunction = Callable[[FrameType, str, Any], Any]
ALONE = ("br", "img", "embed", "emoji")
"""Kinds of marks that stand alone."""
SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))

# HTML Living Standard, section 15.3.1 "Hidden elements" and the elements whose content is a fallback
# for browsers that do not know them; written down here by hand, not taken from the package.
NOT_SHOWN = frozenset(
    """area base basefont datalist head link meta noembed param rp script style template title
    applet audio bgsound canvas col colgroup embed frame iframe input object source svg track video""".split()
)


FOREIGN = ("foreignobject", "foreignObject", "desc", "title")
ENDS_SVG = ("p", "div", "table", "ul", "ol", "dl", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")


def is_shown(node: etree._Element, *, noscript: bool) -> bool:
    """Whether a browser shows what an element holds."""
    tag = node.tag.rpartition("}")[2]
    if tag == "svg" and node.tag == tag:  # a paragraph or the like ends one, but in what may hold some
        inside = {each for name in FOREIGN for around in node.iter(name) for each in around.iterdescendants()}
        return any(each not in inside for each in node.iter(*ENDS_SVG))
    shadow = tag == "template" and {"shadowroot", "shadowrootmode"} & set(node.keys())
    return bool(tag not in NOT_SHOWN or shadow) and (noscript or tag != "noscript")


UNSEEN_TAGS = ("select", "dialog", "button", "mat-icon", "md-icon")
UNSEEN_CLASSES = (
    "material-",
    "-icon",
    "symbols",
    "sr-only",
    "visually",
    "screen-reader",
    "offscreen",
    "tooltip",
)
NO_WIDTH = dict.fromkeys([0xAD, 0x34F, 0x61C, 0x115F, 0x1160, *range(0x200B, 0x2010), *range(0x202A, 0x202F)])
NO_WIDTH |= dict.fromkeys([*range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0])


def may_be_unseen(node: etree._Element) -> bool:
    """Whether something says that an element may not be seen, or is a part of no sentence."""
    tag, names = node.tag.rpartition("}")[2], node.get("class", "")
    if tag in UNSEEN_TAGS or "-" in tag or any(part in names for part in UNSEEN_CLASSES):
        return True
    hides = any(word in node.get("style", "").lower() for word in ("none", "hidden"))
    return hides or "hidden" in node.keys() or "aria-hidden" in node.keys() or node.get("role") == "tooltip"  # noqa: SIM118 - lxml's


def visible(node: etree._Element, *, noscript: bool, surely: bool = False) -> Iterator[str]:
    """The text of an element that a browser shows, piece by piece: the plainest way to say it.

    Args:
        node: The element.
        noscript: Whether what stands for scripts is shown.
        surely: Without what may be unseen.
    """
    if (
        isinstance(node.tag, str)
        and is_shown(node, noscript=noscript)
        and not (surely and may_be_unseen(node))
    ):
        yield node.text or ""
        for child in node:
            yield from visible(child, noscript=noscript, surely=surely)
            yield child.tail or ""


def linked(node: etree._Element, *, noscript: bool, surely: bool = False) -> str:
    """The visible characters inside links with an address; a link in a link counts once."""
    if not isinstance(node.tag, str):
        return ""
    if not is_shown(node, noscript=noscript) or (surely and may_be_unseen(node)):
        return ""
    tag = node.tag.rpartition("}")[2]
    if tag == "a" and node.get("href"):
        return "".join("".join(visible(node, noscript=noscript, surely=surely)).split())
    return "".join(linked(child, noscript=noscript, surely=surely) for child in node)


def bare(texts: list[str] | Iterator[str]) -> str:
    """All characters that are no white space and have a width."""
    return "".join("".join(texts).translate(NO_WIDTH).split())


def is_within(part: str, whole: str) -> bool:
    """Whether all characters of a text stand in another, in order."""
    rest = iter(whole)
    return all(character in rest for character in part)


def assert_whole(roots: tuple[etree._Element, ...], table: BlockTable) -> None:
    """The blocks hold the visible text, in order, and the table's columns agree with each other."""
    told = bare(table.text)
    most, least = (
        bare(text for root in roots for text in visible(root, noscript=table.from_noscript, surely=surely))
        for surely in (False, True)
    )
    if most == least:
        assert told == most
    else:
        assert is_within(least, told)
        assert is_within(told, most)
    most_linked = sum(len(linked(root, noscript=table.from_noscript)) for root in roots)
    least_linked = len(bare(linked(root, noscript=table.from_noscript, surely=True) for root in roots))
    assert least_linked <= sum(table.n_link_chars) <= most_linked
    assert len({len(table.text), len(table.inline), len(table.element), len(table.n_chars)}) == 1
    assert len({len(table.tag), len(table.parent), len(table.mask), len(table.end_block)}) == 1
    for text, pieces, n_chars, n_link_chars in zip(
        table.text, table.inline, table.n_chars, table.n_link_chars, strict=True
    ):
        assert bare([piece for piece in pieces if isinstance(piece, str)]) == bare([text])
        assert n_chars == len("".join(text.split()))
        assert 0 <= n_link_chars <= n_chars
        assert text or any(isinstance(piece, Mark) and piece.kind in ALONE for piece in pieces)
        assert_balanced(pieces)
    for e, parent in enumerate(table.parent):
        assert 0 <= table.first_block[e] <= table.end_block[e] <= table.n_blocks
        if parent >= 0:
            assert parent < e
            assert table.first_block[parent] <= table.first_block[e]
            assert table.end_block[e] <= table.end_block[parent]
    for block, e in enumerate(table.element):
        assert table.first_block[e] <= block < table.end_block[e]


def assert_balanced(pieces: tuple[str | Mark, ...]) -> None:
    opened: list[str] = []
    for piece in pieces:
        if isinstance(piece, str) or piece.kind in ALONE:
            continue
        if piece.kind.startswith("/"):
            assert opened.pop() == piece.kind[1:]
        else:
            opened.append(piece.kind)
    assert opened == []


# Invented trees

TAGS = (
    "div p span a b em code pre br br img hr h1 h2 ul li table tr td blockquote figure figcaption section "
    "button select option textarea script style svg iframe noscript template x-card ruby rt rp sup label "
    "time details summary nav footer article math map area o:p"
).split()
VOID = frozenset({"area", "br", "hr", "img", "input"})
TEXTS = st.sampled_from(
    [
        "",
        " ",
        "\n  ",
        "word",
        "Two words.",
        " led by a blank",
        "x",
        "日本語。",
        "\t",
        "a, b; c",
        "é\N{NO-BREAK SPACE}ü",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        *(
            {},
            {},
            {},
            {"href": "/x"},
            {"class": "comment share"},
            {"src": "i.jpg"},
            {"src": "i.jpg", "width": "1"},
        ),
        *(
            {"class": "y"},
            {"id": "menu", "hidden": ""},
            {"shadowrootmode": "open"},
            {"href": "i.jpg", "alt": "an image"},
        ),
    ]
)


@st.composite
def trees(draw: st.DrawFn) -> etree._Element:
    """An element tree as a caller may pass it in: any tag in any other, with comments."""
    root = etree.Element("html" if draw(st.booleans()) else "div")
    root.text = draw(TEXTS)
    open_ = [root]
    for _ in range(draw(st.integers(0, 25))):
        parent = draw(st.sampled_from(open_[-4:]))
        kind = draw(st.integers(0, 12))
        node: etree._Element
        if kind == 0:
            node = etree.Comment("not shown")
        elif kind == 1:
            node = etree.ProcessingInstruction("php", "not shown")
        else:
            tag = draw(st.sampled_from(TAGS))
            node = etree.Element("place" if ":" in tag else tag, draw(ATTRIBUTES))
            if tag not in VOID:
                node.text = draw(TEXTS)
                open_.append(node)
        node.tail = draw(TEXTS)
        parent.append(node)
    return root


@given(trees())
@settings(max_examples=300)
def test_the_blocks_of_a_tree_hold_its_visible_text_in_order(tree: etree._Element) -> None:
    note(etree.tostring(tree, encoding="unicode"))
    assert_whole((tree,), segment((tree,)))


@given(trees())
def test_reading_a_tree_does_not_change_it(tree: etree._Element) -> None:
    before = etree.tostring(tree)
    segment((tree,))
    assert etree.tostring(tree) == before


TOKENS = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *(
        "<a href=/x>",
        "<img src=i.jpg>",
        "<template shadowrootmode=open>",
        "<!-- no -->",
        "<span class=y>",
        "<html>",
    ),
    *("</body>", "</html>", "<body>", "<head>", "<title>", "</title>", "<frameset>", "<plaintext>", "<xmp>"),
    *(
        "<tbody>",
        "<th>",
        "<form>",
        "<input>",
        "<noframes>",
        "<optgroup>",
        "&amp;",
        "&nbsp;",
        "&#8203;",
        "<",
        "\0",
    ),
    *(" ", "\n", "word", "Two words.", "日本", "x", "One, two. Three"),
]


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
@settings(max_examples=300)
def test_the_blocks_of_any_source_hold_its_visible_text_in_order(source: str) -> None:
    roots = parse(source).roots
    assert_whole(roots, segment(roots))


@given(st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
@settings(max_examples=150)
def test_any_source_is_measured_and_decided(source: str) -> None:
    table = segment(parse(source).roots)
    features = measure(table, "Two words")
    matrix = features.blocks
    assert matrix.shape == (table.n_blocks, len(COLUMNS))
    assert features.page.shape == (len(PAGE_COLUMNS),)
    assert matrix.dtype == features.page.dtype == np.float32
    assert np.isfinite(matrix).all()
    assert np.isfinite(features.page).all()
    model = default_model()
    scores = model.score(features)
    assert ((scores.blocks >= 0) & (scores.blocks <= 1)).all()
    assert scores.types.sum() == pytest.approx(1, abs=1e-3)
    chosen = model.choose(features, scores, table)
    choice = Choice(
        scores.blocks,
        chosen.kept,
        partial(model.weigh, features, scores),
        left_over=chosen.left_over,
        alike=chosen.alike,
    )
    decided = decide(table, features, choice, find_threads(table))
    assert len(decided.kept) == len(decided.role) == len(decided.reason) == table.n_blocks
    assert 0 <= model.confidence(features, scores, np.array(decided.kept, dtype=bool)) <= 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_blocks_of_a_sample_hold_its_visible_text_in_order(path: Path) -> None:
    roots = parse(path.read_bytes().decode("utf-8", "replace")).roots
    assert_whole(roots, segment(roots))


def test_the_blocks_of_many_real_pages_hold_their_visible_text_in_order(bench: Path) -> None:
    for path in sorted((bench / "wcxb-dev" / "html").glob("*.html.gz"))[::50]:
        roots = parse(gzip.decompress(path.read_bytes()).decode("utf-8", "replace")).roots
        assert_whole(roots, segment(roots))


@pytest.fixture(scope="session")
def keeps_all(tmp_path_factory: pytest.TempPathFactory) -> Options:
    """A model that keeps whatever it can and takes all for forums: renderers and threads have all the work there is."""
    path, model = tmp_path_factory.mktemp("model") / "all.npz", default_model()
    is_forum = np.array([name == "forum" for name in model.page_types], dtype=np.float32)
    arrays = {**model.arrays, "type_bias": model.arrays["type_bias"] + 100 * is_forum}
    path.write_bytes(pack_model(replace(model, threshold=0.0, arrays=arrays)))
    return Options(model=path)


def n_lines(source: str, options: Options) -> int:
    """Lines of Python that reading a page takes: work, whatever the speed of the machine."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(source, None, options).to_json()
    finally:
        sys.settrace(before)
    return count


HOSTILE = {
    "links that say read more": ("", "<p><a href=1>Read more</a></p>"),
    "images before spans": ("<img src=a.jpg>" * 500, "<span class=a></span>"),
    "one paragraph of images": ("<p>x", "<img src=a.jpg>"),
    "touching links without text": ("<p>text", "<a href=1></a>"),
    "touching links": ("<p>", "<a href=1>link</a>"),
    "titles deep down": ("<title>a b c</title>" + "<div>" * 200, "<h1>a b c</h1>"),
    "code deep down": ("<div>" * 200, "<code>x</code>"),
    "prose deep down": ("<div>" * 200, f"<p>{'Some prose, as it is. ' * 3}</p>"),
    "comments deep down": ("<div class=comments>" * 200, "<div class=share>x</div>"),
    "bold that never ends": ("", "<p><b>x"),
    "lists that never end": ("", "<ul><li>x"),
    "links that never end": ("", "<a href=1>x"),
    "noscript in noscript": ("", "<noscript>x"),
    "line breaks": ("<p>x", "<br>x<br><br>"),
    "blank preformatted boxes": ("<pre>", " <div> </div>"),
    "cells": ("<table>", "<tr><td>x<td>y"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_work_grows_with_the_page_and_not_faster(name: str, keeps_all: Options) -> None:
    # From here on: elements nest no deeper than the parser lets them, so marks that never end add no more.
    start, part = HOSTILE[name]
    n_lines(start + part, keeps_all)  # what is done once per process
    once, twice = (n_lines(start + part * n, keeps_all) for n in (500, 1_000))
    assert twice < 2.4 * once


def test_the_reference_itself_sees_what_a_browser_shows() -> None:
    tree = etree.fromstring(
        "<div>a<script>x</script>b<b>c<!-- x --> d</b><noscript>e</noscript><template>x</template>f</div>"
    )
    assert bare(visible(tree, noscript=False)) == "abcdf"
    assert bare(visible(tree, noscript=True)) == "abcdef"
    assert roots_of(tree) == (tree,)
