"""Quotes and callouts that the scorer drops between what it keeps: short lines that look like anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.decide.wholes import CALLOUT

__all__ = ["find_callouts", "find_quotes"]

_MOST_BLOCKS: Final = 6
"""Blocks of a callout; a box of more may be anything that is called an alert."""


def find_quotes(table: BlockTable, kept: Sequence[bool]) -> list[int]:
    """Blocks of quotes that are dropped as a whole, right above kept text in the box that they stand in.

    Where fewer quotes are kept than dropped none is brought back: golds disagree on quoted posts, and so may
    the model. On the development pages, out-of-fold, 4 pages differ, F1 is the same; wherever quotes stand
    above kept text it would be 0.0008 lower.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    quotes = [*compress(count(), map("blockquote".__eq__, table.tag))]
    spans = {at: range(table.first_block[at], table.end_block[at]) for at in quotes}
    dropped = [at for at, span in spans.items() if span and not any(kept[block] for block in span)]
    n_empty = sum(not span for span in spans.values())
    if 2 * len(dropped) >= len(quotes) - n_empty:
        return []
    return [block for at in dropped if _is_above_kept(table, at, kept) for block in spans[at]]


def _is_above_kept(table: BlockTable, quote: int, kept: Sequence[bool]) -> bool:
    after, around = table.end_block[quote], table.parent[quote]
    return around >= 0 and after < table.end_block[around] and kept[after]


def find_callouts(table: BlockTable, kept: Sequence[bool]) -> list[int]:
    """Dropped blocks of callouts that stand right between kept text.

    On the development pages, out-of-fold, 5 of the 103 pages with callouts differ; on one of them it is an
    alert that the reader is a guest. F1 is the same.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    found = list[int]()
    for element in [element for element, noted in table.attributes.items() if noted.get("as") == CALLOUT]:
        first, end = table.first_block[element], table.end_block[element]
        is_between = 0 < first < end < table.n_blocks and kept[first - 1] and kept[end]
        if is_between and end - first <= _MOST_BLOCKS:
            found.extend(block for block in range(first, end) if not kept[block])
    return found
