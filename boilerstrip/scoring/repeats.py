"""Posts that a page shows twice: in full, and folded into one line behind who wrote them and when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.threads.dates import has_date

__all__ = ["repeats"]

_NEAR: Final = 8
"""Kept blocks before a line among which the post begins that it repeats."""
_BEGINNING: Final = 25
"""Characters of a post by which it is looked for; a shorter paragraph may be anything."""
_MOST_BEFORE: Final = 100
"""Characters of a line for who and when."""


def repeats(table: BlockTable, kept: Sequence[int]) -> dict[int, int]:
    """Lines that repeat what stands right before them, each with the block where that begins.

    Args:
        table: The page's blocks.
        kept: Those that are kept, ascending.
    """
    found: dict[int, int] = {}
    for at, block in enumerate(kept):
        line = table.text[block]
        if not line[2 * _BEGINNING :] or not has_date(line[:_MOST_BEFORE]):
            continue
        begins = {
            line.find(table.text[before][:_BEGINNING], 1, _MOST_BEFORE + _BEGINNING): first
            for first, before in enumerate(kept[max(at - _NEAR, 0) : at], max(at - _NEAR, 0))
            if table.text[before][_BEGINNING:]
        }
        place = min([place for place in begins if place > 0], default=0)
        if place and has_date(line[:place]):
            first = begins[place]
            if _is_again(table, kept[first:at], line[place:]):
                found[block] = kept[first]
    return found


def _is_again(table: BlockTable, post: Sequence[int], words: str) -> bool:
    """Whether some words are those of a post, or its first ones; white space apart."""
    said = "".join("".join(table.text[block].split()) for block in post)
    return said.startswith("".join(words.split()).rstrip(".…"))
