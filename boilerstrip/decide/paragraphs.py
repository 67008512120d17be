"""What the scorer drops though it goes on with what it keeps.

That are paragraphs in the middle of an article and at its end, and lists, quotes and code below its text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress, count
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, Features
from boilerstrip.vocabulary import CATEGORY_BIT
from boilerstrip.words import QUOTATION_MARKS, classify

__all__ = ["find_below", "find_paragraphs"]

_PROSE: Final = COLUMNS.index("is_prose")
_ASKS: Final = tuple(
    i for i, name in enumerate(COLUMNS) if name.startswith(("phrase_", "boxed_")) or name == "around_comment"
)
"""Columns of what is said below an article, or of whom it asks for something."""
_MIN_KEPT: Final = 2
"""Paragraphs before and beside it that are kept."""
_MIN_CHARS: Final = 30
"""Characters of one that is no prose and stands between kept ones: fewer may be a label ("Anzeige")."""
_MOST_IN_BOX: Final = 20
"""Blocks of a box that are looked at."""
_MOST_ASKED: Final = 50
"""Texts in boxes that are looked for among the kept ones."""
_LEVELS: Final = 8
"""Elements that are looked through: markup that is not closed goes around all that follows."""
_APART: Final = frozenset(
    "article aside blockquote dd details fieldset figure footer form header li nav".split()
)
"""Elements that set apart what is in them, whatever they are called."""
_OF_CONTENT: Final = sum(CATEGORY_BIT[name] for name in ("article", "content", "main"))
"""What a box of prose may be called; most are called by what tells nothing ("row", "wp-block-group")."""
_HIDDEN: Final = CATEGORY_BIT["hidden"]
_BOXES: Final = ("div", "section")
"""What may hold the text of a paragraph, too."""
_LISTS: Final = ("ol", "ul")
_WHOLES: Final = frozenset({*_LISTS, "blockquote", "details", "dl", "pre"})
"""What may go on with the text above it; a table may be layout, and is asked for its cells elsewhere."""
_MOST_BELOW: Final = 100
"""Blocks of that; of more it is a part of the page by itself."""

_Place = tuple[int, str]
"""An element, and the label of paragraphs in it."""


def find_paragraphs(table: BlockTable, features: Features, kept: NDArray[np.bool_]) -> list[int]:
    """Dropped paragraphs of prose behind kept ones that are written alike, or of anything between them.

    They have no link, say nothing that boilerplate says, stand beside the kept ones but for elements without
    a name, and are not more than these. Prose between kept paragraphs may also be in a box with a name, if
    that is none of boilerplate, and nothing else is in the box: a promotion has a title and a button.
    Out-of-fold 7 of 1,497 development pages differ, F1 is 0.8833 with it and without; by boxes 1 page does,
    F1 is 0.8868 with and without. Short pages keep their middle and their end.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        kept: Which the scorer keeps, shape (n_blocks,).
    """
    prose: NDArray[np.bool_] = features.blocks[:, _PROSE] > 0
    of_kept = _places(table, np.flatnonzero(prose & kept).tolist())
    if not of_kept:
        return []
    going_on: dict[_Place, list[int]] = {}
    boxed = _Boxed(table, prose, of_kept)
    for block in _dropped(table, prose, kept, next(iter(of_kept.values()))[0]):
        place = _place(table, block, of_kept)
        if place is None or len(found := of_kept[place]) < _MIN_KEPT or block < found[0]:
            if block > boxed.end or not prose[block] or (place := boxed.place(block)) is None:
                continue
            found = of_kept[place]
        goes_on = prose[block] or (block < found[-1] and table.n_chars[block] >= _MIN_CHARS)
        if goes_on and not _asks(features, block):
            going_on.setdefault(place, []).append(block)
    return [
        block for place, found in going_on.items() if len(found) <= len(of_kept[place]) for block in found
    ]


def find_below(table: BlockTable, features: Features, kept: Sequence[bool]) -> dict[int, str]:
    """Dropped blocks right below kept text that go on with it, each with the tag of what it is in.

    That is the rest of a list which begins with a kept item, if no item is mostly a link, and a list, a
    quote, code or the like beside the text above, if there is no link in it. Out-of-fold 18 of 1,497
    development pages differ, 9 of them for the better; F1 is 0.8868 with it and without.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        kept: Which are kept.
    """
    found: dict[int, str] = {}
    for at in compress(count(), map(_WHOLES.__contains__, table.tag)):
        first, end = table.first_block[at], table.end_block[at]
        if not 0 < first < end <= first + _MOST_BELOW or not kept[first - 1] or False not in kept[first:end]:
            continue
        linked, chars = table.n_link_chars[first:end], table.n_chars[first:end]
        if kept[first] and chars[0] and table.tag[at] in _LISTS:
            goes_on = True not in [2 * linked[i] > n for i, n in enumerate(chars)]
        else:
            above = table.element[first - 1]
            goes_on = table.parent[above] == table.parent[at] and not any(linked)
        if not goes_on or (table.label[at] and _says(table.label[at])):
            continue
        dropped = [block for block in range(first, end) if not kept[block]]
        if not [block for block in dropped if _asks(features, block)]:
            found.update(dict.fromkeys(dropped, table.tag[at]))
    return found


def _asks(features: Features, block: int) -> bool:
    """Whether a block says what boilerplate says, or stands in comments."""
    blocks = features.blocks
    return [column for column in _ASKS if blocks[block, column] > 0] != []


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


def _dropped(table: BlockTable, prose: NDArray[np.bool_], kept: NDArray[np.bool_], first: int) -> list[int]:
    """Dropped paragraphs without a link behind a block, and prose in a box without being one."""
    element, n_link_chars = table.element, table.n_link_chars
    return [
        block
        for block in (np.flatnonzero(~kept[first:]) + first).tolist()
        if not n_link_chars[block]
        and element[block] >= 0
        and ((tag := table.tag[element[block]]) == "p" or (tag in _BOXES and prose[block]))
    ]


def _place(table: BlockTable, block: int, known: dict[_Place, list[int]]) -> _Place | None:
    """Where a paragraph stands: the nearest place of kept ones, if nothing with a name is between."""
    around, label = table.element[block], table.label[table.element[block]]
    if table.tag[around] != "p":
        return None
    for _ in range(_LEVELS):
        around = table.parent[around]
        if (around, label) in known:
            return around, label
        if around < 0 or table.label[around] or table.tag[around] in _APART:
            break
    return None


class _Boxed:
    """Paragraphs in boxes with names.

    Args:
        table: The page's blocks.
        prose: Which of them are prose, shape (n_blocks,).
        of_kept: The kept paragraphs of each place.

    Attributes:
        end: The last kept paragraph that has another one beside it.
    """

    def __init__(
        self, table: BlockTable, prose: NDArray[np.bool_], of_kept: Mapping[_Place, list[int]]
    ) -> None:
        self._table, self._prose, self._n_asked, self.end = table, prose, 0, -1
        self._places: dict[int, tuple[_Place, int, int]] = {}
        for place, found in of_kept.items():
            if found[_MIN_KEPT - 1 :]:
                self._places[place[0]] = place, found[0], found[-1]
                self.end = max(self.end, found[-1])
        self._said = [table.text[block] for found in of_kept.values() for block in found]

    def place(self, block: int) -> _Place | None:
        """The place between whose kept paragraphs a block stands in boxes of prose alone."""
        places, parents, around = self._places, self._table.parent, self._table.element[block]
        for _ in range(_LEVELS):
            around = parents[around]
            if around < 0 or around in places:
                break
        if around not in places:
            return None
        place, first, last = places[around]
        if not first < block < last:
            return None
        box = self._table.element[block]
        while box != around:
            if not self._is_plain(box):
                return None
            box = parents[box]
        return None if self._is_said(block) else place

    def _is_plain(self, box: int) -> bool:
        """Whether it has no name of boilerplate, and holds prose without links."""
        table, label = self._table, self._table.label[box]
        held = range(table.first_block[box], table.end_block[box])
        return (
            table.tag[box] not in _APART
            and not _says(label)
            and len(held) <= _MOST_IN_BOX
            and all(self._prose[i] and not table.n_link_chars[i] for i in held)
        )

    def _is_said(self, block: int) -> bool:
        """Whether a text is in a kept paragraph, or in a box before; on large pages any is."""
        text = self._table.text[block].strip(QUOTATION_MARKS)
        self._n_asked += 1
        is_said = self._n_asked > _MOST_ASKED or any(text in other for other in self._said)
        if not is_said:
            self._said.append(text)
        return is_said


def _says(label: str) -> bool:
    """Whether a name says that what is called so is no main content."""
    told = classify(label) & ~_OF_CONTENT
    if told != _HIDDEN:
        return bool(told)
    from boilerstrip.widths import is_for_some_widths  # few pages come so far

    return not is_for_some_widths(label)
