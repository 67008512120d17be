"""Paragraphs that the scorer drops though they go on with those it keeps: the end of an article."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, Features

__all__ = ["find_paragraphs"]

_PROSE: Final = COLUMNS.index("is_prose")
_ASKS: Final = tuple(
    i for i, name in enumerate(COLUMNS) if name.startswith(("phrase_", "boxed_")) or name == "around_comment"
)
"""Columns of what is said below an article, or of whom it asks for something."""
_MIN_KEPT: Final = 2
"""Paragraphs before and beside it that are kept."""
_MIN_CHARS: Final = 30
"""Characters of one that is no prose and stands between kept ones: fewer may be a label ("Anzeige")."""
_LEVELS: Final = 8
"""Elements that are looked through: markup that is not closed goes around all that follows."""
_APART: Final = frozenset(
    "article aside blockquote dd details fieldset figure footer form header li nav".split()
)
"""Elements that set apart what is in them, whatever they are called."""

_Place = tuple[int, str]
"""An element, and the label of paragraphs in it."""


def find_paragraphs(table: BlockTable, features: Features, kept: NDArray[np.bool_]) -> list[int]:
    """Dropped paragraphs of prose behind kept ones that are written alike, or of anything between them.

    They have no link, say nothing that boilerplate says, stand beside the kept ones but for elements without
    a name, and are not more than these. Out-of-fold 7 of 1,497 development pages differ, F1 is 0.8833 with it
    and without; short pages keep their end.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        kept: Which the scorer keeps, shape (n_blocks,).
    """
    prose: NDArray[np.bool_] = features.blocks[:, _PROSE] > 0
    of_kept = _places(table, np.flatnonzero(prose & kept).tolist())
    if not of_kept:
        return []
    going_on = dict[_Place, list[int]]()
    for block in _dropped(table, kept, next(iter(of_kept.values()))[0]):
        place = _place(table, block, of_kept)
        if place is None or len(found := of_kept[place]) < _MIN_KEPT or block < found[0]:
            continue
        goes_on = prose[block] or (block < found[-1] and table.n_chars[block] >= _MIN_CHARS)
        if goes_on and not [column for column in _ASKS if features.blocks[:, column][block] > 0]:
            going_on.setdefault(place, []).append(block)
    return [
        block for place, found in going_on.items() if len(found) <= len(of_kept[place]) for block in found
    ]


def _places(table: BlockTable, blocks: list[int]) -> dict[_Place, list[int]]:
    """Those of the blocks that are paragraphs, by their place; in page order."""
    found: dict[_Place, list[int]] = {}
    place: _Place | None = None
    for block in blocks:
        element = table.element[block]
        if element < 0 or table.tag[element] != "p":
            continue
        if (at := (table.parent[element], table.label[element])) != place:
            place, beside = at, found.setdefault(at, [])
        beside += (block,)
    return found


def _dropped(table: BlockTable, kept: NDArray[np.bool_], first: int) -> list[int]:
    """Dropped paragraphs without a link behind a block."""
    element, n_link_chars = table.element, table.n_link_chars
    return [
        block
        for block in (np.flatnonzero(~kept[first:]) + first).tolist()
        if not n_link_chars[block] and element[block] >= 0 and table.tag[element[block]] == "p"
    ]


def _place(table: BlockTable, block: int, known: dict[_Place, list[int]]) -> _Place | None:
    """Where a paragraph stands: the nearest place of kept ones, if nothing with a name is between."""
    around, label = table.element[block], table.label[table.element[block]]
    for _ in range(_LEVELS):
        around = table.parent[around]
        if (around, label) in known:
            return around, label
        if around < 0 or table.label[around] or table.tag[around] in _APART:
            break
    return None
