"""Tables are kept whole: a row that lacks cells says something else than the page did."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from boilerstrip.block import BlockTable

__all__ = ["settle_tables"]

_MOSTLY: Final = 0.5
"""Share of kept characters from which a table is kept."""
_MIN_CELLS: Final = 4
_MAX_CELL_CHARS: Final = 120
"""Mean characters of a block from which a table lays out a page rather than holding data."""


def settle_tables(table: BlockTable, kept: list[bool]) -> list[bool]:
    """The choice with data tables whole of which most is kept; a table around others is layout.

    Args:
        table: The page's blocks.
        kept: The choice so far.
    """
    tables = [element for element, tag in enumerate(table.tag) if tag == "table"]
    if not tables:
        return kept
    settled = list(kept)
    outer = {
        around
        for element in tables
        for around in table.ancestors(element)[1:]
        if table.tag[around] == "table"
    }
    chars = [0, *accumulate(table.n_chars)]
    chosen = [0, *accumulate(n if keep else 0 for n, keep in zip(table.n_chars, kept, strict=True))]
    for element in tables:
        a, b = table.first_block[element], table.end_block[element]
        n_chars = chars[b] - chars[a]
        if element in outer or b - a < _MIN_CELLS or n_chars > _MAX_CELL_CHARS * (b - a):
            continue
        if _MOSTLY * n_chars <= chosen[b] - chosen[a] < n_chars:
            settled[a:b] = [True] * (b - a)
    return settled
