"""Markdown read back is the page: its words, and as many links, tables, lists, quotes and blocks of code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from boilerstrip import Page, Style
from boilerstrip.block import Inline, Mark
from boilerstrip.options import DEFAULT_STYLE
from boilerstrip.render.outline import (
    Callout,
    Code,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from boilerstrip.render.outlined import outline
from tests.real_pages import SAMPLES, labelled, sample
from tests.test_render_properties import flat, words_of

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
KINDS = {
    "link_open": "link",
    "image": "image",
    "heading_open": "heading",
    "fence": "code",
    "code_block": "indented code",
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "hr": "rule",
    "table_open": "table",
    "blockquote_open": "quote",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
}


def each(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes, those inside others as well."""
    for node in nodes:
        yield node
        if isinstance(node, List):
            for item in node.items:
                yield from each(item)
        elif isinstance(node, Footnotes):
            for note in node.notes:
                yield from each(note.children)
        elif isinstance(node, Quote | Figure | Callout):
            yield from each(node.children)
            if isinstance(node, Figure):
                yield from each(node.caption)


def inlines(node: Node) -> Iterator[Inline]:
    if isinstance(node, Paragraph | Heading):
        yield node.inline
    elif isinstance(node, Callout):
        yield node.title
    elif isinstance(node, Table):
        yield node.caption
        for row in node.rows:
            yield from (cell.inline for cell in row)


def counted(nodes: Sequence[Node]) -> Counter[str]:
    """How many of each kind there are in an outline."""
    found: Counter[str] = Counter()
    names = {
        Heading: "heading",
        Code: "code",
        Table: "table",
        Quote: "quote",
        Callout: "quote",
        List: "list",
        Rule: "rule",
    }
    for node in each(nodes):
        if type(node) in names:
            found[names[type(node)]] += 1
        if isinstance(node, List):
            found["item"] += len(node.items)
        for inline in inlines(node):
            in_code = False  # Markdown has no links in there
            for piece in inline:
                if isinstance(piece, Mark):
                    in_code = piece.kind == "code" or (in_code and piece.kind != "/code")
                    found["link"] += piece.kind == "a" and not in_code
                    found["image"] += piece.kind == "img"
    return +found


def faults(page: Page) -> list[str]:
    """What differs between the page and its Markdown as it is read back."""
    found = []
    words = words_of(READER.parse(page.render("md", Style(images=False))))
    if words != page.text.split():
        at = next((i for i, (a, b) in enumerate(zip(words, page.text.split(), strict=False)) if a != b), -1)
        found.append(f"words: {words[at - 3 : at + 5]} for {page.text.split()[at - 3 : at + 5]}")
    read = Counter(KINDS[token.type] for token in flat(READER.parse(page.markdown)) if token.type in KINDS)
    if read != (told := counted(outline(page, DEFAULT_STYLE))):
        found.append(f"read {dict(read)} for {dict(told)}")
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_back_whole(path: Path) -> None:
    assert faults(sample(path)) == []


def test_many_real_pages_are_read_back_whole(bench: Path) -> None:
    wrong = {name: found for name, page in labelled(bench) if (found := faults(page))}
    assert wrong == {}


def test_the_samples_have_what_is_counted() -> None:
    told: Counter[str] = Counter()
    for path in SAMPLES:
        told += counted(outline(sample(path), DEFAULT_STYLE))
    assert {"link", "image", "heading", "code", "table", "quote", "list", "item"} <= set(told)
