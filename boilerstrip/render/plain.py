"""Outline -> plain text: the words of the Markdown, in the same order, without markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boilerstrip.render.inline import plain_text
from boilerstrip.render.outline import (
    Code,
    Footnotes,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Table,
    Verbatim,
)

__all__ = ["text"]


def text(nodes: Sequence[Node]) -> str:
    """The nodes as text, without a newline at the end; "" for no nodes.

    A blank line stands between paragraphs, a newline between the items of a list and the rows of
    a table, a tab between cells.
    """
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
            blocks.append("\n".join(["\n".join(_blocks(item)) for item in node.items]))
        elif isinstance(node, Table):
            if node.caption:
                blocks.append(plain_text(node.caption, br="\n"))
            blocks.append("\n".join(["\t".join([plain_text(c.inline) for c in row]) for row in node.rows]))
        elif isinstance(node, Code | Verbatim):
            blocks.append(node.text)
        elif isinstance(node, Quote):
            blocks.extend(_blocks(node.children))
        elif isinstance(node, Footnotes):
            blocks.extend([f"[{note.label}] " + "\n\n".join(_blocks(note.children)) for note in node.notes])
        else:
            blocks.extend(_blocks((*node.children, *node.caption)))
    return blocks
