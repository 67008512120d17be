"""Columns on the tags and the class and id words around a block."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import Matrix, PageArrays
from boilerstrip.vocabulary import CATEGORIES, HEADING_TAGS, STRUCTURE_SHIFT, STRUCTURES

__all__ = ["H1", "HEADING", "MARKUP_COLUMNS", "fill_markup", "measure_markup", "unpack"]

COMPILED: Final = compiled("features._filled")

_NEAR: Final = 3
"""Levels, the block's own element included, that count as near."""
_MID: Final = 7
"""Levels that count as not far."""

_TAG_GROUPS: Final = {
    "p": ("p",),
    "h1": ("h1",),
    "heading": tuple(HEADING_TAGS),
    "list_item": ("li",),
    "definition": ("dt", "dd"),
    "cell": ("td", "th"),
    "code": ("pre",),
    "control": ("button", "select", "option", "textarea", "legend", "optgroup", "label"),
    "caption": ("figcaption", "caption"),
    "division": ("div",),
    "section": ("section", "article", "main"),
    "row": ("tr", "tbody", "table"),
    "list": ("ul", "ol", "dl"),
    "figure": ("figure",),
    "quote": ("blockquote",),
    "h2": ("h2",),
    "h3": ("h3",),
    "lesser_heading": ("h4", "h5", "h6"),
    "form": ("form", "fieldset"),
    "frame": ("header", "footer", "nav", "aside", "body"),
}
"""Groups of tags: of the block's own element, and of the one around that."""
MARKUP_COLUMNS: Final = (
    *(f"tag_{name}" for name in _TAG_GROUPS),
    *(f"parent_{name}" for name in _TAG_GROUPS),
    *(f"in_{name}" for name in STRUCTURES),
    *(f"near_{name}" for name in CATEGORIES),
    *(f"mid_{name}" for name in CATEGORIES),
    *(f"around_{name}" for name in CATEGORIES),
)
"""All 0 or 1. near_*: the word category stands on one of the three innermost elements; mid_*: on one
of the seven innermost; around_*: on any element around the block."""
HEADING: Final = MARKUP_COLUMNS.index("tag_heading")
"""Index of the column that says that a block is a heading."""
H1: Final = MARKUP_COLUMNS.index("tag_h1")
"""The same for an `<h1>`."""


@lru_cache(maxsize=4_096)
def _tag_bits(tag: str) -> int:
    """A tag's groups, as bits."""
    return sum(1 << bit for bit, tags in enumerate(_TAG_GROUPS.values()) if tag in tags)


def measure_markup(arrays: PageArrays) -> NDArray[np.uint8]:
    """The columns of `MARKUP_COLUMNS`, one below the other: shape (n_columns, n_blocks)."""
    element = arrays.element
    bits = arrays.of_tags(_tag_bits)
    own, parent = bits[element], bits[arrays.up[element]]
    mid = arrays.mask[element]
    for level in range(1, _MID):
        if level == _NEAR:
            near = mid
        element = arrays.up[element]
        mid = mid | arrays.mask[element]
    around = arrays.around[arrays.element]
    columns = np.empty((len(MARKUP_COLUMNS), arrays.n_blocks), dtype=np.uint8)
    at = 0
    for masks, n_bits in (
        (own, len(_TAG_GROUPS)),
        (parent, len(_TAG_GROUPS)),
        (around >> STRUCTURE_SHIFT, len(STRUCTURES)),
        (near, len(CATEGORIES)),
        (mid, len(CATEGORIES)),
        (around, len(CATEGORIES)),
    ):
        columns[at : at + n_bits] = unpack(masks, n_bits)
        at += n_bits
    return columns


def fill_markup(arrays: PageArrays, out: Matrix) -> None:
    """The same columns by the compiled part, into zeros of shape (len(MARKUP_COLUMNS), n_blocks)."""
    if COMPILED is None:
        raise RuntimeError("not compiled")
    groups = list(map(_tag_bits, arrays.tags))
    sizes = (len(_TAG_GROUPS), len(STRUCTURES), len(CATEGORIES), _NEAR, _MID)
    COMPILED.markup(
        *(groups, arrays.tag_number, arrays.element, arrays.up, arrays.mask, arrays.around, sizes, out)
    )


def unpack(masks: NDArray[np.int64], n_bits: int) -> NDArray[np.uint8]:
    """The lowest bits of each mask as columns of 0 and 1, one below the other: (n_bits, len(masks))."""
    if COMPILED is not None:
        columns = np.empty((n_bits, len(masks)), dtype=np.uint8)
        COMPILED.unpack(masks, columns)
        return columns
    as_bytes = np.ascontiguousarray(masks, dtype="<i8").view(np.uint8).reshape(-1, 8)
    told = as_bytes[:, : (n_bits + 7) // 8]
    return np.unpackbits(told, axis=1, bitorder="little")[:, :n_bits].T
