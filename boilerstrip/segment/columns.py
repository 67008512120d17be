"""What follows from blocks once all are read: their texts, and how many characters are in them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import Inline
from boilerstrip.compiled import compiled
from boilerstrip.elements import n_link_chars
from boilerstrip.segment.running import formulas_in_text

__all__ = ["COMPILED", "Columns", "measured", "raw"]

COMPILED: Final = compiled("segment._columns")
"""Folds and counts as what is here does, where it is built."""


class Columns(NamedTuple):
    """Of each block its text with white space folded, its characters but that, and those of them in links."""

    text: list[str]
    n_chars: list[int]
    n_link_chars: list[int]


def measured(
    blocks: list[Inline], as_written: Sequence[int], linked: AbstractSet[int], roots: Sequence[etree._Element]
) -> Columns:
    """What is to be known of the text of blocks, in which formulas are marked up.

    Args:
        blocks, as_written, roots: As for `formulas_in_text`.
        linked: Blocks that may have text in links, as no others have, and numbers of none. The compiled walk
            leaves it empty, as nobody looks at it there.
    """
    if COMPILED:
        *found, may_be_formulas = COMPILED.measured(blocks)
        if may_be_formulas and formulas_in_text(blocks, COMPILED.raws(blocks), as_written, roots):
            *found, _ = COMPILED.measured(blocks)
        return Columns(*found)
    raws = [raw(pieces) for pieces in blocks]
    for block in formulas_in_text(blocks, raws, as_written, roots):
        raws[block] = raw(blocks[block])
    texts = [*map(" ".join, map(str.split, raws))]
    n_chars = [len(text) - text.count(" ") for text in texts]
    n_linked = [0] * len(blocks)
    for block in linked:
        if block < len(blocks) and n_chars[block]:
            n_linked[block] = n_link_chars(blocks[block], n_chars[block])
    return Columns(texts, n_chars, n_linked)


def raw(pieces: Inline) -> str:
    """A block's text as written."""
    if len(pieces) == 1:
        return pieces[0] if isinstance(pieces[0], str) else ""
    # Exact types: `Mark` is a tuple, pieces are plain strings, and this is the hottest line.
    return "".join([p if type(p) is str else " " if p[0] == "br" else "" for p in pieces])
