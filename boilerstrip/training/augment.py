"""More pages out of the labelled ones: boxes put in and around, class names taken away, other scripts.

Everything happens in the block table, before the columns are measured, so that all columns see it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.training.asking import asking_box, may_ask
from boilerstrip.training.labels import words_of
from boilerstrip.training.sample import Sample, measured
from boilerstrip.training.scripts import transcribe
from boilerstrip.training.tables import Place, insert, masks_around, subtree_ends
from boilerstrip.training.wrapping import Wrapper, wrap_content, wrappers_of
from boilerstrip.words import classify

__all__ = ["Augmenter"]

_INSERT_RATE: Final = 0.4
"""Share of the pages that get boxes of other pages."""
_MAX_INSERTED: Final = 3
"""Boxes that one page gets, at most."""
_WRAP_RATE: Final = 0.25
"""Share of the pages of which some main content gets into boxes."""
_ASK_RATE: Final = 0.15
"""Share of the pages that get a box that asks for something."""
_STRIP_RATE: Final = 0.3
"""Share of the pages that lose class words."""
_STRIP_ALL: Final = 0.3
"""Share of those that lose all of them."""
_STRIPPED: Final = (0.1, 0.6)
"""Share of the labels that the others lose, from and to."""
_SCRIPT_RATE: Final = 0.15
"""Share of the pages that are written in another script."""
_BOX_TAGS: Final = frozenset({"div", "section", "aside", "ul", "nav", "form", "footer", "ol", "table"})
_PLACE_TAGS: Final = frozenset({"div", "section", "article", "main", "body", "aside"})
_BOX_WORDS: Final = (8, 1_500)
"""Words of a box, from and to."""
_MAX_BOX_BLOCKS: Final = 120
_FORUM_INTO_ARTICLE: Final = 0.2
"""Share of the boxes that go from forums into other pages or the other way round: what is a comment
on one is main content on the other."""


class _Box(NamedTuple):
    """A part of a page without main content: the element `first` of a sample's table, and all in it."""

    sample: int
    first: int


class Augmenter:
    """Varies samples; see the module.

    Args:
        samples: The pages to vary, and to take boxes from.

    Attributes:
        boxes: What may be put into other pages.
    """

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._samples = samples
        self.boxes = [box for i, sample in enumerate(samples) for box in _boxes_of(i, sample)]
        self._wrappers: dict[bool, list[Wrapper]] = {True: [], False: []}
        for sample in samples:
            self._wrappers[sample.page_type == "forum"] += wrappers_of(sample)
        self._paragraphs = [text for sample in samples for text in _content_of(sample) if may_ask(text)]

    def vary(self, sample: Sample, random: np.random.Generator) -> Sample:
        """The sample, or something like it."""
        table, varied = sample.table, sample
        # What is around a post of a forum is around a comment elsewhere.
        wrappers = self._wrappers[sample.page_type == "forum"]
        if wrappers and random.random() < _WRAP_RATE:
            varied = wrap_content(varied, wrappers, random)
        if self.boxes and random.random() < _INSERT_RATE:
            for _ in range(random.integers(1, _MAX_INSERTED + 1)):
                varied = self._insert(varied, random)
        if self._paragraphs and random.random() < _ASK_RATE:
            varied = self._ask(varied, random)
        if random.random() < _STRIP_RATE:
            varied = replace(varied, table=_strip_classes(varied.table, random))
        if random.random() < _SCRIPT_RATE:
            return transcribe(measured(varied) if varied.table is not table else varied, random)
        return measured(varied) if varied.table is not table else sample

    def _insert(self, sample: Sample, random: np.random.Generator) -> Sample:
        """Put a box of another page beside one of the elements around a random block."""
        box = self.boxes[random.integers(len(self.boxes))]
        donor = self._samples[box.sample]
        crosses = (donor.page_type == "forum") != (sample.page_type == "forum")
        if crosses and random.random() >= _FORUM_INTO_ARTICLE:
            return sample
        place = _place(sample.table, int(random.integers(sample.table.n_blocks)), random)
        span = slice(donor.table.first_block[box.first], donor.table.end_block[box.first])
        return _with_box(sample, place, donor.table, box.first, donor.n_words[span])

    def _ask(self, sample: Sample, random: np.random.Generator) -> Sample:
        """Put a box that asks for something into the main content."""
        content = np.flatnonzero(sample.n_matched > 0)
        if not len(content):
            return sample
        place = _place(sample.table, int(content[random.integers(len(content))]), random)
        box = asking_box(self._paragraphs, random)
        n_words = np.array([len(words_of(text)) for text in box.text], dtype=np.int64)
        return _with_box(sample, place, box, box.tag.index("div"), n_words)


def _place(table: BlockTable, block: int, random: np.random.Generator) -> Place | None:
    """A place beside a block or one of the elements around it; None where a box cannot stand."""
    chain = table.ancestors(table.element[block])
    places = [pair for pair in pairwise(chain) if table.tag[pair[1]] in _PLACE_TAGS]
    if not places:
        return None
    beside, parent = places[min(len(places) - 1, int(random.geometric(0.5)) - 1)]
    return Place(parent, subtree_ends(table)[beside], table.end_block[beside])


def _with_box(
    sample: Sample, place: Place | None, donor: BlockTable, first: int, n_words: NDArray[np.int64]
) -> Sample:
    """The sample with an element of another table put in, none of which is main content."""
    if place is None:
        return sample
    return replace(
        sample,
        table=insert(sample.table, place, donor, first, subtree_ends(donor)[first]),
        n_words=_spliced(sample.n_words, place.block, n_words),
        n_matched=_spliced(sample.n_matched, place.block, np.zeros_like(n_words)),
    )


def _spliced(vector: NDArray[np.int64], at: int, more: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate((vector[:at], more, vector[at:]))


def _content_of(sample: Sample) -> list[str]:
    """Texts of the blocks that are main content as a whole."""
    return [sample.table.text[i] for i in np.flatnonzero(sample.is_content).tolist()]


def _boxes_of(number: int, sample: Sample) -> list[_Box]:
    """The boxes of a page that hold no main content."""
    table = sample.table
    words = np.concatenate(([0], np.cumsum(sample.n_words)))
    matched = np.concatenate(([0], np.cumsum(sample.n_matched)))
    least, most = _BOX_WORDS
    boxes = []
    for element in range(table.n_elements):
        a, b = table.first_block[element], table.end_block[element]
        if (
            element
            and table.tag[element] in _BOX_TAGS
            and least <= words[b] - words[a] <= most
            and b - a <= _MAX_BOX_BLOCKS
            and matched[a] == matched[b]
        ):
            boxes.append(_Box(number, element))
    return boxes


def _strip_classes(table: BlockTable, random: np.random.Generator) -> BlockTable:
    """Take away what some labels, or all of them, say; elements of one label stay of one label."""
    share = 1.0 if random.random() < _STRIP_ALL else random.uniform(*_STRIPPED)
    chosen = {label: random.random() < share for label in dict.fromkeys(table.label) if label}
    masks, labels = [], []
    for label, mask in zip(table.label, table.mask, strict=True):
        lost = chosen.get(label, False)
        masks.append(mask & ~classify(label) if lost else mask)
        labels.append(f"c{zlib.crc32(label.encode())}" if lost else label)
    return replace(table, mask=masks, around=masks_around(table.parent, masks), label=labels)
