"""Text -> block table."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.textdump.build import Builder
from boilerstrip.textdump.headings import heading_shapes
from boilerstrip.textdump.lines import split_lines
from boilerstrip.textdump.marks import Kind
from boilerstrip.textdump.pieces import Piece, cut

__all__ = ["TextReading", "read_lines", "read_text"]

_MOST_BLANKS: Final = 3
"""Blank lines before a block beyond which more of them say nothing."""
_SHAPED_LEVEL: Final = 2
"""Level of a heading that only its shape tells: the headline is above it."""


class TextReading(NamedTuple):
    """A text as blocks.

    Attributes:
        table: Its blocks, with elements for what its signs and shapes show (headings, lists, code ...).
        n_blank: Blank lines before each block, at most 3, int8, shape (n_blocks,).
    """

    table: BlockTable
    n_blank: NDArray[np.int8]


def read_text(text: str) -> BlockTable:
    """Cut a text into blocks; see `read_lines`."""
    return read_lines(text).table


def read_lines(text: str) -> TextReading:
    """Cut a text into blocks.

    A line is a block, unless the text is wrapped at a width or is one long line. Markdown (headings,
    lists, quotations, fences, tables, links, stress), bullets, numbered lists and headings by shape become
    elements, as the same text would have in HTML. Nothing raises; time is linear.

    Args:
        text: Any string.
    """
    raw = split_lines(text)
    lines = _folded(raw)
    pieces = cut(raw, lines, text)
    for i in heading_shapes(pieces.texts, pieces.special):
        pieces.special[i] = Piece(_SHAPED_LEVEL, pieces.texts[i])
    builder, start, special = Builder(pieces.is_markdown), 0, pieces.special
    for i in sorted(special):
        if i < start:
            continue
        builder.add_paragraphs(pieces.texts, start, i)
        piece, start = special[i], i + 1
        builder.add(i, piece)
        if piece.kind == Kind.ITEM:
            while (like := special.get(start)) and like.kind == Kind.ITEM and like.indent == piece.indent:
                start += 1
            builder.add_items(pieces.texts, i + 1, start)
    builder.add_paragraphs(pieces.texts, start, len(pieces.texts))
    table = builder.finish()
    blanks = _blanks(lines, pieces.line)
    return TextReading(table, np.array([blanks[i] for i in builder.piece], dtype=np.int8))


def _folded(raw: list[str]) -> list[str]:
    """The lines without blanks at their beginning, white space in them folded."""
    lines = list(map(str.strip, raw))
    # Most texts need no folding; of all blanks only the plain one is printable.
    if (whole := "".join(lines)).isprintable() and "  " not in whole:
        return lines
    return [line if "  " not in line and line.isprintable() else " ".join(line.split()) for line in lines]


def _blanks(lines: list[str], begun: list[int]) -> list[int]:
    """Blank lines before each piece, at most 3.

    Args:
        lines: All lines.
        begun: The line each piece begins on; of several on one line, the others have none before them.
    """
    if "" not in lines:
        return [0] * len(begun)
    before, n = list[int](), 0
    for line in lines:
        before.append(n)
        n = 0 if line else min(n + 1, _MOST_BLANKS)
    gaps, last = list[int](), -1
    for at in begun:
        gaps.append(before[at] if at != last else 0)
        last = at
    return gaps
