"""Columns on the tags and the class and id words around a block."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import Matrix, PageArrays
from boilerstrip.vocabulary import CATEGORIES, HEADING_TAGS, STRUCTURE_SHIFT, STRUCTURES

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
MARKUP_COLUMNS: Final = (
    *(f"tag_{name}" for name in _TAG_GROUPS),
    *(f"in_{name}" for name in STRUCTURES),
    *(f"near_{name}" for name in CATEGORIES),
    *(f"around_{name}" for name in CATEGORIES),
)
"""All 0 or 1. near_*: the word category stands on one of the three innermost elements; around_*:
on any element around the block."""

_TAG_BITS: Final = {
    tag: sum(1 << bit for bit, tags in enumerate(_TAG_GROUPS.values()) if tag in tags)
    for tag in {tag for tags in _TAG_GROUPS.values() for tag in tags}
}
"""Each tag's groups, as bits."""


def measure_markup(arrays: PageArrays) -> Matrix:
    """The columns of `MARKUP_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    get, tag, element = _TAG_BITS.get, arrays.table.tag, arrays.element
    own = np.array([get(tag[e], 0) for e in arrays.table.element], dtype=np.int64)
    near = arrays.mask[element]
    for _ in range(_NEAR - 1):
        element = arrays.up[element]
        near = near | arrays.mask[element]
    around = arrays.around[arrays.element]
    columns = (
        _unpack(own, len(_TAG_GROUPS)),
        _unpack(around >> STRUCTURE_SHIFT, len(STRUCTURES)),
        _unpack(near, len(CATEGORIES)),
        _unpack(around, len(CATEGORIES)),
    )
    return np.concatenate(columns, axis=1)


def _unpack(masks: NDArray[np.int64], n_bits: int) -> Matrix:
    """The lowest bits of each mask as columns of 0 and 1, shape (len(masks), n_bits)."""
    as_bytes = np.ascontiguousarray(masks, dtype="<i8").view(np.uint8).reshape(-1, 8)
    return np.unpackbits(as_bytes, axis=1, bitorder="little")[:, :n_bits].astype(np.float32)
