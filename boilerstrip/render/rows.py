"""Tables as lines of text: a row a line, tabs between the cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boilerstrip.block import Inline, Mark
from boilerstrip.render.inline import BR
from boilerstrip.render.outline import Node, Paragraph, Table

__all__ = ["without_tables"]


def without_tables(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, each table a paragraph of its rows, and its caption one before it."""
    return [flat for node in nodes for flat in _flat(node)]


def _flat(value: Any) -> list[Any]:
    """What takes the place of a value in an outline, which nests no deeper than the outline does."""
    if isinstance(value, Table):
        rows = [row for row in map(_row, value.rows) if row]
        lines = tuple(piece for row in rows for piece in (BR, *row))[1:]
        return [Paragraph(inline) for inline in (value.caption, lines) if inline]
    if not isinstance(value, tuple) or isinstance(value, Mark):
        return [value]
    inner = [flat for part in value for flat in _flat(part)]
    return [value._make(inner) if hasattr(value, "_make") else tuple(inner)]


def _row(cells: Sequence[Any]) -> Inline:
    """The cells with tabs between; without those that are empty at its edges, where no tab is kept."""
    pieces: list[str | Mark] = []
    n_tabs = 0
    for cell in cells:
        if cell.inline:
            if pieces:
                pieces.append("\t" * n_tabs)
            pieces += [" " if piece == BR else piece for piece in cell.inline]
            n_tabs = 0
        n_tabs += 1
    return tuple(pieces)
