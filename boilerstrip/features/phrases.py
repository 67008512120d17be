"""Columns on telling phrases: in the block itself, and in the small box around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import MAX_LOOKED_AT, PageArrays
from boilerstrip.features.phrase_search import find_all
from boilerstrip.phrases import LEARNED_ROLES
from boilerstrip.vocabulary import PREFORMATTED_TAGS

__all__ = ["PHRASE_COLUMNS", "Told", "fill_phrases", "find_phrases", "measure_phrases"]

COMPILED: Final = compiled("features._phrases")

_MAX_CHARS: Final = {"advertisement": 30, "related": 60, "share": 60}
"""Characters above which a block that holds such a phrase is prose that happens to use it."""
_FORM: Final = "comment-form"
_PAYMENT: Final = "paypal"
"""A phrase that says less than others of its role in the same block."""
_BOXED: Final = ("donation", "newsletter", "cookie-notice", _FORM)
"""What comes as a box: its other paragraphs need not say what it is."""
_MAX_BOX_SHARE: Final = 0.3
"""Share of the page's prose above which an element is no box but (part of) the article."""
_BOX_TAGS: Final = frozenset({"div", "section", "aside", "form", "table", "fieldset", "dialog", "details"})
_MIN_LINKS: Final = 0.5
"""Link density from which the lines under a "related" label belong to it."""

Told = Mapping[str, Mapping[int, str]]
"""Which phrases a page holds: a dropped role -> blocks by index -> the first phrase found in each."""

PHRASE_COLUMNS: Final = (
    *(f"phrase_{role}" for role in LEARNED_ROLES),
    *(f"boxed_{role}" for role in _BOXED),
    "after_related",
)
"""All 0 or 1. phrase_*: the block holds such a phrase; boxed_*: the nearest box-like element around
it that is small beside the page's prose holds one; after_related: one of the link lines that follow
a "related" label."""
_ROW: Final = {role: row for row, role in enumerate(LEARNED_ROLES)}
_FIRST_BOXED: Final = len(LEARNED_ROLES)


def find_phrases(arrays: PageArrays) -> Told:
    """The phrases of all roles that a page's blocks hold; of those that are no long prose."""
    table = arrays.table
    told: dict[str, dict[int, str]] = {}
    for role, text, block in find_all(arrays.lowered):
        element = table.element[block]
        is_code = element >= 0 and table.tag[element] in PREFORMATTED_TAGS
        if not is_code and table.n_chars[block] <= _MAX_CHARS.get(role, MAX_LOOKED_AT):
            of_role = told.setdefault(role, {})
            if of_role.setdefault(block, text) == _PAYMENT:
                of_role[block] = text
    return told


def measure_phrases(arrays: PageArrays, told: Told) -> NDArray[np.uint8]:
    """The columns of `PHRASE_COLUMNS` by a page's phrases, of `find_phrases`: shape (n_columns, n_blocks)."""
    columns = np.zeros((len(PHRASE_COLUMNS), arrays.n_blocks), dtype=np.uint8)
    fill_phrases(arrays, told, columns)
    return columns


def fill_phrases(arrays: PageArrays, told: Told, out: NDArray[Any]) -> None:
    """The same columns, into zeros of that shape; most pages have phrases of a few roles only."""
    rows = [(_ROW[role], _FIRST_BOXED + _BOXED.index(role)) for role in _BOXED if told.get(role)]
    labels = sorted(told.get("related", ()))
    away: list[int] = []
    if linked := [block for block in told.get(_FORM, ()) if arrays.table.n_link_chars[block]]:
        from boilerstrip.features.links import leading_away

        away = leading_away(arrays.table, linked)  # which name no box
    if COMPILED is not None and out.dtype == np.float32:
        COMPILED.mark(told, _ROW, out)
        if rows:
            out[_ROW[_FORM], away] = 0
            kinds = np.array(list(map(_kind_of_box, arrays.tags)), dtype=np.intp)
            spans = (arrays.tag_number, arrays.up, arrays.first, arrays.end, arrays.element)
            room = (np.empty_like(arrays.up), np.empty(arrays.n_blocks + 1, dtype=np.intp))
            COMPILED.boxed(kinds, *spans, arrays.prose_sums, _MAX_BOX_SHARE, rows, *room, out)
            out[_ROW[_FORM], away] = 1
        COMPILED.after(arrays.link_density, arrays.chars, _MIN_LINKS, labels, out[-1])
        return
    for role, blocks in told.items():
        if role in _ROW:
            out[_ROW[role], list(blocks)] = 1
    if rows:
        out[_ROW[_FORM], away] = 0
        boxes = _boxes(arrays)
        is_boxed = boxes >= 0
        first, end = arrays.first.take(boxes), arrays.end.take(boxes)
        for row, boxed in rows:
            holds = arrays.sums(out[row])
            out[boxed] = is_boxed & (holds.take(end) > holds.take(first))
        out[_ROW[_FORM], away] = 1
    _mark_after_related(arrays, labels, out[-1])


def _boxes(arrays: PageArrays) -> NDArray[np.intp]:
    """For each block the nearest box-like element around it that is small; -1 where none.

    "Small" is measured against the page's prose outside of the box as well, so that a page about
    donations is not taken for a donation box.
    """
    prose = arrays.prose_sums
    held = prose.take(arrays.end) - prose.take(arrays.first)
    kind = arrays.of_tags(_kind_of_box)
    is_box = (kind == 1) | ((kind == 2) & (arrays.end - arrays.first > 1))
    is_box &= held <= _MAX_BOX_SHARE * prose[-1]
    nearest = arrays.nearest(is_box)
    return np.where(is_box[nearest], nearest, -1)


def _kind_of_box(tag: str) -> int:
    """1 for elements that are boxes, 2 for items, which are none where they hold a single block."""
    return 2 if tag == "li" else tag in _BOX_TAGS


def _mark_after_related(arrays: PageArrays, labels: list[int], after: NDArray[Any]) -> None:
    """1 for the link lines that follow a label, each of which is followed to its end.

    Args:
        arrays: The page.
        labels: Indices of the blocks that are one, rising.
        after: Zeros.
    """
    density, chars = arrays.link_density, arrays.chars
    for i in labels:
        # What is marked already has been followed to its end, from the label before.
        while (i := i + 1) < arrays.n_blocks and not after[i] and (density[i] >= _MIN_LINKS or not chars[i]):
            after[i] = 1
