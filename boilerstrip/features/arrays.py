"""A block table as numpy arrays, with what all column families need computed once."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.characters import CharacterCounts, count_characters
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = ["Matrix", "PageArrays", "Vector"]

Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]

_MAX_LOOKED_AT: Final = 600
"""Characters above which a block is prose, and the words it uses say little about what it is."""
_MIN_PROSE_CHARS: Final = 40
"""Characters below which a block is no prose, whatever its punctuation (a caption, a slogan)."""
_MAX_PROSE_LINKS: Final = 0.35
"""Link density above which a block is no prose."""
_MAIN_SHARE: Final = 0.6
"""Share of the page's prose that its main container holds."""
_OUTSIDE: Final = sum(
    CATEGORY_BIT[name]
    for name in ("comment", "footer", "navigation", "cookie", "newsletter", "popup", "related", "hidden")
)
"""Prose under these words does not tell where the main content is."""


class PageArrays:
    """Arrays of one page: vectors over its blocks (n_blocks) or elements (n_elements).

    Attributes:
        table: The block table itself.
        chars, link_density: Characters without white space; share of them inside links (0..1).
        counts: Kinds of characters.
        element, mask, around: As in the table.
        up: Index of the parent element, 0 for a root.
        prose: Characters of blocks that read like sentences, 0 for others.
        first, end: Span of blocks of each element.
    """

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self.n_blocks = table.n_blocks
        self.chars = np.array(table.n_chars, dtype=np.float32)
        self.link_chars = np.array(table.n_link_chars, dtype=np.float32)
        self.link_density = self.link_chars / np.maximum(self.chars, 1)
        self.counts: CharacterCounts = count_characters(table.text)
        self.element = np.array(table.element, dtype=np.intp)
        self.up = np.maximum(np.array(table.parent, dtype=np.intp), 0)
        self.mask = np.array(table.mask, dtype=np.int64)
        self.around = np.array(table.around, dtype=np.int64)
        self.first = np.array(table.first_block, dtype=np.intp)
        self.end = np.array(table.end_block, dtype=np.intp)
        is_prose = (
            (self.chars >= _MIN_PROSE_CHARS)
            & (self.link_density <= _MAX_PROSE_LINKS)
            & (self.counts.sentences + self.counts.commas > 0)
        )
        self.prose: Vector = np.where(is_prose, self.chars, np.float32(0))

    @cached_property
    def lowered(self) -> list[str]:
        """Each block's text in lower case, "" where it is too long to be looked at word by word."""
        return [text.lower() if len(text) <= _MAX_LOOKED_AT else "" for text in self.table.text]

    def sums(self, vector: Vector) -> NDArray[np.float64]:
        """Prefix sums, shape (n_blocks + 1,): blocks i..j hold `sums[j] - sums[i]`."""
        return np.concatenate(([0.0], np.cumsum(vector, dtype=np.float64)))

    def nearest(self, wanted: NDArray[np.bool_]) -> NDArray[np.intp]:
        """For each block the innermost element around it that is wanted; the root, 0, where none is.

        Each element points to itself if wanted, else to its parent; following all pointers at once
        doubles the way that each has come.

        Args:
            wanted: Shape (n_elements,).

        Returns:
            Element indices, shape (n_blocks,).
        """
        pointer = np.where(wanted, np.arange(len(wanted)), self.up)
        while True:
            further = pointer[pointer]
            if np.array_equal(further, pointer):
                return pointer[self.element]
            pointer = further

    @cached_property
    def main_container(self) -> int:
        """The smallest element that holds most of the page's prose; 0 where there is none."""
        weight = np.where(self.around[self.element] & _OUTSIDE, np.float32(0), self.prose)
        if not weight.any():
            weight = self.prose
        sums = self.sums(weight)
        inside = sums[self.end] - sums[self.first]
        enough = np.flatnonzero(inside >= _MAIN_SHARE * sums[-1])
        # Document order lists an element before its descendants and all these are one chain.
        return int(enough[-1]) if len(enough) and sums[-1] else 0

    @cached_property
    def main_path(self) -> NDArray[np.intp]:
        """The main container and the elements around it, innermost first."""
        return np.array(self.table.ancestors(self.main_container), dtype=np.intp)
