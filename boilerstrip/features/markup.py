"""Columns on the tags and the class and id words around a block."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

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

_AROUND_SHIFT: Final = len(_TAG_GROUPS)


def _tag_bits() -> dict[str, int]:
    """Each tag's groups as bits: those for the block's own tag first, those for tags around it above."""
    bits: dict[str, int] = {}
    for i, tags in enumerate((*_TAG_GROUPS.values(), *_AROUND_GROUPS.values())):
        for tag in tags:
            bits[tag] = bits.get(tag, 0) | 1 << i
    return bits


_TAG_BITS: Final = _tag_bits()


def measure_markup(arrays: PageArrays) -> Matrix:
    """The columns of `MARKUP_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    get = _TAG_BITS.get
    tag_bits = np.array([get(tag, 0) for tag in arrays.table.tag], dtype=np.int64)
    around_tags = np.zeros(arrays.n_blocks, dtype=np.int64)
    near = np.zeros(arrays.n_blocks, dtype=np.int64)
    for level, at in enumerate(arrays.ancestors):
        inside = at >= 0
        around_tags |= np.where(inside, tag_bits[at], 0)
        if level < _NEAR:
            near |= np.where(inside, arrays.mask[at], 0)
    columns = (
        _unpack(tag_bits[arrays.element], len(_TAG_GROUPS)),
        _unpack(around_tags >> _AROUND_SHIFT, len(_AROUND_GROUPS)),
        _unpack(near, len(CATEGORIES)),
        _unpack(arrays.around[arrays.element], len(CATEGORIES)),
    )
    return np.concatenate(columns, axis=1)


def _unpack(masks: NDArray[np.int64], n_bits: int) -> Matrix:
    """The lowest bits of each mask as columns of 0 and 1, shape (len(masks), n_bits)."""
    as_bytes = np.ascontiguousarray(masks, dtype="<i8").view(np.uint8).reshape(-1, 8)
    return np.unpackbits(as_bytes, axis=1, bitorder="little")[:, :n_bits].astype(np.float32)
