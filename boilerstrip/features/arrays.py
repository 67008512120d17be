"""A block table as numpy arrays, with what all column families need computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.features import characters
from boilerstrip.features.characters import CharacterCounts, CountedRows, count_characters
from boilerstrip.features.joined import Joined
from boilerstrip.features.numbers import Indices, numbered
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = ["EXACT", "MAX_LOOKED_AT", "Columns", "Indices", "Matrix", "PageArrays", "Vector"]

Columns = list[NDArray[Any]]
"""Columns of the block matrix: numbers or flags, each of shape (n_blocks,), or several at once, one below
the other."""
Vector = NDArray[np.float32]
Matrix = NDArray[np.float32]

COMPILED: Final = compiled("features._trees")

MAX_LOOKED_AT: Final = 600
"""Characters above which a block is prose, and the words it uses say little about what it is."""
EXACT: Final = 1 << 24
"""Characters below which single precision has their sums exactly, in whatever order they are added up."""
_MIN_PROSE_CHARS: Final = 40
"""Characters below which a block is no prose, whatever its punctuation (a caption, a slogan)."""
_MIN_PHRASE_CHARS: Final = 15
"""Mean characters between blanks from which blanks stand between phrases, as in Thai, not between words."""
_MAX_PROSE_LINKS: Final = 0.35
"""Link density above which a block is no prose."""
_MAIN_SHARE: Final = 0.6
"""Share of the page's prose that its main container holds."""
_OUTSIDE: Final = sum(
    CATEGORY_BIT[name]
    for name in ("comment", "footer", "navigation", "cookie", "newsletter", "popup", "related", "hidden")
)
"""Prose under these words does not tell where the main content is."""
_PATH_LEVELS: Final = 5
"""Elements, from the block's own one up, whose tags and first classes say which template wrote it."""
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
"""An odd number with well-mixed bits (the golden ratio), to hash paths."""


class PageArrays:
    """Arrays of one page: vectors over its blocks (n_blocks) or elements (n_elements).

    Attributes:
        table: The block table itself.
        chars, link_density: Characters without white space; share of them inside links (0..1).
        counts: Kinds of characters.
        element, mask, around: As in the table.
        parent, up: Index of the parent element; of a root -1 and 0.
        prose: Characters of blocks that read like sentences, 0 for others.
        first, end: Span of blocks of each element.
        spans: Parent, up, first and end, one below the other.
        char_sums, link_sums, prose_sums: Prefix sums of characters, of those inside links, and of prose,
            shape (n_blocks + 1,); `block_sums` has them one below the other.
        is_sound: Whether compiled parts may read it: all indices are ones that there are, and parents stand
            before their children.
    """

    parent: Indices
    up: Indices
    first: Indices
    end: Indices
    char_sums: NDArray[np.float64]

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self.n_blocks = table.n_blocks
        self._summed: Matrix = np.empty((3, self.n_blocks), dtype=np.float32)
        self.chars, self.link_chars, self.prose = self._summed
        self.counts: CharacterCounts = count_characters(table.text)
        self._read_elements()
        self.parent, self.up, self.first, self.end = self.spans
        self.mask, self.around = self._masks
        self.block_sums: NDArray[np.float64] = np.zeros((3, self.n_blocks + 1), dtype=np.float64)
        self.char_sums, self.link_sums, self.prose_sums = self.block_sums
        self._find_prose()

    def _read_elements(self) -> None:
        table, n = self.table, len(self.table.parent)
        self.element: Indices = np.empty(len(table.element), dtype=np.intp)
        self.spans: Indices = np.empty((4, n), dtype=np.intp)
        self._masks: NDArray[np.int64] = np.empty((2, n), dtype=np.int64)
        spans, masks = (table.parent, table.first_block, table.end_block), (table.mask, table.around)
        if COMPILED is not None:
            self.is_sound = COMPILED.read(
                table.element, *spans, *masks, self.element, self.spans, self._masks
            )
            return
        self.is_sound = False
        self.element[:] = np.array(table.element, dtype=np.intp)
        self.spans[[0, 2, 3]] = np.array(spans, dtype=np.intp)
        np.maximum(self.spans[0], 0, out=self.spans[1])
        self._masks[:] = np.array(masks, dtype=np.int64)

    def _find_prose(self) -> None:
        counts, n_chars, n_link_chars = self.counts, self.table.n_chars, self.table.n_link_chars
        if characters.COMPILED is not None and isinstance(counts, CountedRows):
            self.link_density: Vector = np.empty(self.n_blocks, dtype=np.float32)
            bounds = (_MIN_PROSE_CHARS, _MIN_PHRASE_CHARS, _MAX_PROSE_LINKS)
            room = (self._summed, self.link_density, self.block_sums)
            characters.COMPILED.prose(counts.rows, n_chars, n_link_chars, bounds, *room)
            return
        self.chars[:] = np.array(n_chars, dtype=np.int64)
        self.link_chars[:] = np.array(n_link_chars, dtype=np.int64)
        self.link_density = self.link_chars / np.maximum(self.chars, 1)
        is_punctuated = counts.sentences + counts.commas > 0
        is_phrased = (counts.words >= 2) & (self.chars >= _MIN_PHRASE_CHARS * counts.words)
        is_prose = (
            (self.chars >= _MIN_PROSE_CHARS)
            & (self.link_density <= _MAX_PROSE_LINKS)
            & (is_punctuated | is_phrased)
        )
        np.multiply(self.chars, is_prose, out=self.prose)
        np.cumsum(self._summed, axis=1, out=self.block_sums[:, 1:])

    @cached_property
    def lowered(self) -> Joined:
        """Each block's text in lower case, "" where it is too long to be looked at word by word."""
        return Joined(self.table.text, MAX_LOOKED_AT)

    def sums(self, vector: Vector) -> NDArray[np.float64]:
        """Prefix sums, shape (n_blocks + 1,): blocks i..j hold `sums[j] - sums[i]`."""
        sums = np.zeros(len(vector) + 1, dtype=np.float64)
        np.cumsum(vector, out=sums[1:])
        return sums

    @cached_property
    def held_chars(self) -> NDArray[np.float64]:
        """Characters that each element holds, shape (n_elements,)."""
        return self.char_sums[self.end] - self.char_sums[self.first]

    @cached_property
    def _tags(self) -> tuple[list[str], Indices]:
        return numbered(self.table.tag)

    @property
    def tags(self) -> list[str]:
        """The different tags of the page, in order of appearance."""
        return self._tags[0]

    @property
    def tag_number(self) -> Indices:
        """The number of each element's tag among them, shape (n_elements,)."""
        return self._tags[1]

    def of_tags(self, said: Callable[[str], int]) -> NDArray[np.int64]:
        """What a function says of each element's tag, shape (n_elements,)."""
        return np.array(list(map(said, self.tags)), dtype=np.int64)[self.tag_number]

    @cached_property
    def n_of_tag(self) -> dict[str, int]:
        """How many elements of each tag the page has."""
        counts = np.bincount(self.tag_number, minlength=len(self.tags))
        return dict(zip(self.tags, counts.tolist(), strict=True))

    def held_by_tag(self, tag: str) -> NDArray[np.intp]:
        """How many elements of that tag begin in each block, shape (n_blocks,)."""
        number = self.tags.index(tag) if tag in self.tags else -1
        begun = self.first[self.tag_number == number]
        return np.bincount(begun[begun < self.n_blocks], minlength=self.n_blocks)

    @cached_property
    def _labels(self) -> tuple[list[str], Indices]:
        return numbered(self.table.label)

    @property
    def labels(self) -> list[str]:
        """The different labels (class and id) of the page, in order of appearance."""
        return self._labels[0]

    @property
    def label_code(self) -> Indices:
        """The number of each element's label among them, shape (n_elements,)."""
        return self._labels[1]

    @cached_property
    def group(self) -> Indices:
        """Which blocks one template wrote: numbers in order of appearance, shape (n_blocks,).

        Blocks are of one group where tags and first classes agree on the innermost elements around.
        """
        labels = self.labels
        codes = list(map(_tag_code, self.tags))
        if COMPILED is not None:
            groups = np.empty_like(self.element)
            stems = np.empty(len(labels), dtype=np.uint64)
            COMPILED.stems(labels, stems)
            places = (self.label_code, self.tag_number, self.element, self.up)
            COMPILED.groups(stems, codes, *places, _PATH_LEVELS, int(_MIX), groups)
            return groups
        stems = numbered(_stems(labels))[1].astype(np.uint64)
        own = stems.take(self.label_code) * np.uint64(1_009)
        own += np.array(codes, dtype=np.uint64).take(self.tag_number) + np.uint64(1)
        element, path = self.element, own.take(self.element)
        for _ in range(_PATH_LEVELS - 1):
            element = self.up.take(element)
            path *= _MIX
            path += own.take(element)
        return numbered(path.tolist())[1]

    @cached_property
    def depth(self) -> Indices:
        """How many elements stand around each element, shape (n_elements,)."""
        if COMPILED is not None:
            depths = np.empty_like(self.parent)
            COMPILED.depths(self.parent, depths)
            return depths
        pointer = self.up
        depth = (self.parent >= 0).astype(np.intp)
        while pointer.any():
            depth += depth[pointer]
            pointer = pointer[pointer]
        return depth

    def nearest(self, wanted: NDArray[np.bool_]) -> Indices:
        """For each block the innermost element around it that is wanted; the root, 0, where none is.

        Each element points to itself if wanted, else to its parent; following all pointers at once
        doubles the way that each has come.

        Args:
            wanted: Shape (n_elements,).

        Returns:
            Element indices, shape (n_blocks,).
        """
        if COMPILED is not None:
            found = np.empty_like(self.element)
            COMPILED.nearest(wanted.view(np.uint8), self.up, self.element, np.empty_like(self.up), found)
            return found
        pointer = np.where(wanted, np.arange(len(wanted)), self.up)
        for _ in range(int(self.depth.max()).bit_length()):
            pointer = pointer.take(pointer)
        nearest: Indices = pointer.take(self.element)
        return nearest

    def like_siblings(self) -> Indices:
        """How many elements have the same parent, tag, class and id, itself included, shape (n_elements,)."""
        if COMPILED is not None:
            found = np.empty_like(self.up)
            COMPILED.like_siblings(self.up, self.tag_number, self.label_code, found)
            return found
        n_tags, n_labels = len(self.tags), len(self.labels)
        place = (self.up * n_tags + self.tag_number) * n_labels + self.label_code
        _, where, counts = np.unique(place, return_inverse=True, return_counts=True)
        like: Indices = counts[where]
        return like

    @cached_property
    def main_container(self) -> int:
        """The smallest element that holds most of the page's prose; 0 where there is none."""
        if COMPILED is not None:
            room = np.empty(self.n_blocks + 1, dtype=np.float64)
            spans = (self.element, self.first, self.end, room)
            return int(COMPILED.main_container(self.prose, self.around, _OUTSIDE, _MAIN_SHARE, *spans))
        weight = np.where(self.around[self.element] & _OUTSIDE, np.float32(0), self.prose)
        if not weight.any():
            weight = self.prose
        sums = self.sums(weight)
        inside = sums[self.end] - sums[self.first]
        enough = np.flatnonzero(inside >= _MAIN_SHARE * sums[-1])
        # Document order lists an element before its descendants and all these are one chain.
        return int(enough[-1]) if len(enough) and sums[-1] else 0

    @cached_property
    def main_path(self) -> Indices:
        """The main container and the elements around it, innermost first."""
        return np.array(self.table.ancestors(self.main_container), dtype=np.intp)


@lru_cache(maxsize=4_096)
def _tag_code(tag: str) -> int:
    """A number for a tag that depends on nothing but its letters."""
    return int.from_bytes(tag.encode("utf-8", "replace")[:7], "little")


def _stems(labels: Iterable[str]) -> list[str]:
    """The first class of each label without digits: `post-7` and `post-18` are of one template, as are rows.

    >>> _stems(["post-17 hentry", ""])
    ['post-', '']
    """
    # All at once, and of bytes: it takes a tenth of the time.
    firsts = "\0".join([label.partition(" ")[0] for label in labels]).encode("utf-8", "surrogatepass")
    return firsts.translate(None, b"0123456789").decode("utf-8", "surrogatepass").split("\0")
