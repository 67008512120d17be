"""Outline -> plain text: the words of the Markdown, in the same order, without markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, cast

from boilerstrip.compiled import compiled
from boilerstrip.render.inline import plain_text
from boilerstrip.render.outline import (
    Callout,
    Code,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Paragraph,
    Rule,
    Table,
    Verbatim,
)
from boilerstrip.render.tasks import BOXES

__all__ = ["text"]

COMPILED: Final = compiled("render._words")


def text(nodes: Sequence[Node]) -> str:
    """The nodes as text, without a newline at the end; "" for no nodes.

    A blank line stands between paragraphs, a newline between the items of a list and the rows of
    a table, a tab between cells.
    """
    if COMPILED is not None:
        return cast("str", COMPILED.text(nodes, _blocks))
    return "\n\n".join(_blocks(nodes))


def _blocks(nodes: Iterable[Node]) -> list[str]:
    blocks: list[str] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            if words := plain_text(node.inline, br="\n"):
                blocks.append(words)
        elif isinstance(node, Heading):
            blocks.append(plain_text(node.inline))
        elif isinstance(node, List):
            blocks.append("\n".join([_item(node, at) for at in range(len(node.items))]))
        elif isinstance(node, Table):
            if node.caption:
                blocks.append(plain_text(node.caption, br="\n"))
            blocks.append("\n".join(["\t".join([plain_text(c.inline) for c in row]) for row in node.rows]))
        elif isinstance(node, (Code, Verbatim)):
            blocks.append(node.text)
        elif isinstance(node, Footnotes):
            blocks.extend([f"[{note.label}] " + "\n\n".join(_blocks(note.children)) for note in node.notes])
        elif not isinstance(node, Rule):
            if isinstance(node, Callout):
                blocks.append(plain_text(node.title) or node.kind.capitalize())
            blocks.extend(_blocks(node.children))
            blocks.extend(_blocks(node.caption if isinstance(node, Figure) else ()))
    return blocks


def _item(node: List, at: int) -> str:
    words = "\n".join(_blocks(node.items[at]))
    return (BOXES[node.tasks[at]] + words).rstrip() if node.tasks else words
