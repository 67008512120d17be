"""Preformatted elements in an outline: the blocks that they were cut into, put together again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boilerstrip.block import BlockTable
from boilerstrip.render.containers import Children, Part
from boilerstrip.render.language import language_of
from boilerstrip.render.outline import Code, Node

__all__ = ["Lines", "settled"]


class Lines(NamedTuple):
    """A part of a preformatted element: elements inside it cut it into blocks."""

    element: int
    text: str


def settled(table: BlockTable, children: Sequence[Node | Part | Lines]) -> Children:
    """What is in a container, the lines of each preformatted element put together."""
    found: Children = []
    lines: list[str] = []
    element = -1
    for child in (*children, None):
        if isinstance(child, Lines) and child.element == element:
            lines.append(child.text)
            continue
        if lines:
            found.append(Code("\n".join(lines), language_of(table, element)))
        element, lines = -1, []
        if isinstance(child, Lines):
            element, lines = child.element, [child.text]
        elif child is not None:
            found.append(child)
    return found
