"""Blocks that are only formulas: a model of words knows little about them, so the text around speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.compiled import compiled

__all__ = ["are_formulas", "is_display", "settle_formulas"]

COMPILED: Final = compiled("decide._looks")
_INLINE: Final = Mark("math")
_DISPLAY: Final = Mark("math", "display")
_BETWEEN: Final = frozenset({"/math", "br"})
_FAR: Final = 32
"""Blocks before and after one in which text is looked for."""
_PUNCTUATION: Final = " \t\r\n.,;:"


def settle_formulas(table: BlockTable, kept: list[bool]) -> tuple[list[bool], frozenset[int]]:
    """The choice with formulas kept that stand between kept text, and which ones those are.

    Args:
        table: The page's blocks.
        kept: The choice so far.
    """
    dropped = [i for i in _begun_by_formulas(table.inline, kept) if are_formulas(table.inline[i])]
    if not dropped:
        return kept, frozenset()
    saved = frozenset(i for i in dropped if _is_between(table, kept, i))
    return [keep or i in saved for i, keep in enumerate(kept)], saved


def _begun_by_formulas(inline: list[Inline], kept: list[bool]) -> list[int]:
    """The dropped blocks that begin with a formula, which few do."""
    if COMPILED:
        found: list[int] = COMPILED.begun_by_formulas(inline, kept)
        return found
    return [
        i
        for i, (pieces, keep) in enumerate(zip(inline, kept, strict=True))
        if not keep and pieces and type(pieces[0]) is not str and pieces[0][0] == "math"
    ]


def _is_between(table: BlockTable, kept: Sequence[bool], block: int) -> bool:
    before = range(block - 1, max(block - 1 - _FAR, -1), -1)
    after = range(block + 1, min(block + 1 + _FAR, table.n_blocks))
    return _speaks(table, kept, before) and _speaks(table, kept, after)


def _speaks(table: BlockTable, kept: Sequence[bool], blocks: range) -> bool:
    """Whether the first of the blocks that has words is kept."""
    for i in blocks:
        if table.n_chars[i] and (kept[i] or not are_formulas(table.inline[i])):
            return kept[i]
    return False


def are_formulas(inline: Inline) -> bool:
    """Whether a block is formulas and nothing else but what punctuates them."""
    return inline[:1] != () and inline[0] in (_INLINE, _DISPLAY) and _are_all(inline, (_INLINE, _DISPLAY))


def is_display(inline: Inline) -> bool:
    """Whether a block is display formulas and nothing else but what punctuates them."""
    return inline[:1] == (_DISPLAY,) and _are_all(inline, (_DISPLAY,))


def _are_all(inline: Inline, wanted: Sequence[Mark]) -> bool:
    is_inside = False
    for piece in inline:
        if isinstance(piece, Mark):
            is_inside = piece in wanted
            if not is_inside and piece.kind not in _BETWEEN:
                return False
        elif not is_inside and piece.strip(_PUNCTUATION):
            return False
    return True
