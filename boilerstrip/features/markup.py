"""Columns on the tags and the class and id words around a block."""

from __future__ import annotations

from typing import Final

import numpy as np

from boilerstrip.features.arrays import Matrix, PageArrays
from boilerstrip.vocabulary import CATEGORIES, HEADING_TAGS

__all__ = ["MARKUP_COLUMNS", "measure_markup"]

_NEAR: Final = 3
"""Levels, the block's own element included, that count as near."""

_TAG_GROUPS: Final = {
    "p": ("p",),
    "h1": ("h1",),
    "heading": tuple(HEADING_TAGS),
    "list_item": ("li",),
    "definition": ("dt", "dd"),
    "cell": ("td", "th"),
    "code": ("pre",),
    "control": ("button", "select", "option", "textarea", "legend", "optgroup"),
    "caption": ("figcaption", "caption"),
    "division": ("div", "section"),
}
"""Groups of the block's own tag."""
_AROUND_GROUPS: Final = {
    "list": frozenset({"ul", "ol"}),
    "table": frozenset({"table"}),
    "quote": frozenset({"blockquote"}),
    "figure": frozenset({"figure"}),
    "article": frozenset({"article"}),
    "main": frozenset({"main"}),
    "form": frozenset({"form"}),
    "details": frozenset({"details"}),
}
"""Groups of tags anywhere around the block."""

MARKUP_COLUMNS: Final = (
    *(f"tag_{name}" for name in _TAG_GROUPS),
    *(f"in_{name}" for name in _AROUND_GROUPS),
    *(f"near_{name}" for name in CATEGORIES),
    *(f"around_{name}" for name in CATEGORIES),
)
"""All 0 or 1. near_*: the word category stands on one of the three innermost elements; around_*:
on any element around the block."""

_AROUND_BIT: Final = {tag: 1 << i for i, tags in enumerate(_AROUND_GROUPS.values()) for tag in tags}


def measure_markup(arrays: PageArrays) -> Matrix:
    """The columns of `MARKUP_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    table, element = arrays.table, arrays.element
    own = np.array([table.tag[e] for e in table.element], dtype=object)
    columns = [np.isin(own, tags) for tags in _TAG_GROUPS.values()]
    tag_bits = np.array([_AROUND_BIT.get(tag, 0) for tag in table.tag], dtype=np.int64)
    around_tags = np.zeros(arrays.n_blocks, dtype=np.int64)
    near = np.zeros(arrays.n_blocks, dtype=np.int64)
    for level, at in enumerate(arrays.ancestors):
        inside = at >= 0
        around_tags |= np.where(inside, tag_bits[at], 0)
        if level < _NEAR:
            near |= np.where(inside, arrays.mask[at], 0)
    columns.extend(_unpack(around_tags, len(_AROUND_GROUPS)))
    columns.extend(_unpack(near, len(CATEGORIES)))
    columns.extend(_unpack(arrays.around[element], len(CATEGORIES)))
    return np.stack(columns, axis=1).astype(np.float32)


def _unpack(masks: np.ndarray[tuple[int], np.dtype[np.int64]], n_bits: int) -> list[np.ndarray]:  # type: ignore[type-arg]
    return list(((masks[None, :] >> np.arange(n_bits)[:, None]) & 1).astype(np.float32))
