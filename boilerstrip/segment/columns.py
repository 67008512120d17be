"""What follows from blocks once all are read: their texts, and how many characters are in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from boilerstrip.block import Inline
from boilerstrip.compiled import compiled
from boilerstrip.elements import n_link_chars
from boilerstrip.segment.running import formulas_in_text

__all__ = ["COMPILED", "folded", "in_links", "raw"]

COMPILED: Final = compiled("segment._columns")
"""Folds and counts as what is here does, where it is built."""


def folded(
    blocks: list[Inline], as_written: Sequence[int], roots: Sequence[etree._Element]
) -> tuple[list[str], list[int]]:
    """Of each block its text with white space folded, and its characters without it; formulas are marked up.

    Args:
        blocks, as_written, roots: As for `formulas_in_text`.
    """
    if COMPILED:
        texts, n_chars, may_be_formulas = COMPILED.folded(blocks)
        if may_be_formulas and formulas_in_text(blocks, COMPILED.raws(blocks), as_written, roots):
            texts, n_chars, _ = COMPILED.folded(blocks)
        return texts, n_chars
    raws = [raw(pieces) for pieces in blocks]
    for block in formulas_in_text(blocks, raws, as_written, roots):
        raws[block] = raw(blocks[block])
    texts = [*map(" ".join, map(str.split, raws))]
    return texts, [len(text) - text.count(" ") for text in texts]


def in_links(blocks: list[Inline], among: Iterable[int], n_chars: list[int]) -> list[tuple[int, int]]:
    """Of the blocks among some that show characters, `n_link_chars`."""
    if COMPILED:
        found: list[tuple[int, int]] = COMPILED.in_links(blocks, among, n_chars)
        return found
    shown = [block for block in among if block < len(blocks) and n_chars[block]]
    return [(block, n_link_chars(blocks[block], n_chars[block])) for block in shown]


def raw(pieces: Inline) -> str:
    """A block's text as written."""
    if len(pieces) == 1:
        return pieces[0] if isinstance(pieces[0], str) else ""
    # Exact types: `Mark` is a tuple, pieces are plain strings, and this is the hottest line.
    return "".join([p if type(p) is str else " " if p[0] == "br" else "" for p in pieces])
