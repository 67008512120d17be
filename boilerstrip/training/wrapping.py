"""Main content of a page put into boxes as other pages have them around theirs.

Sites put single paragraphs, lists and quotes of an article into boxes of their own. Labelled pages have few
of those, and boxes of other pages are put into them (`training.augment`): without these a network
learns that what stands in a box within an article is none of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from boilerstrip.block import BlockTable
from boilerstrip.training.sample import Sample
from boilerstrip.training.tables import masks_around, subtree_ends

__all__ = ["Wrapper", "wrap", "wrap_content", "wrappers_of"]

_MAX_RUNS: Final = 3
"""Runs of elements that are put into boxes on one page, at most."""
_LONGER_RATE: Final = 0.3
"""How often a run takes one more element, again and again."""
_ONE_NAME_RATE: Final = 0.5
"""Share of the pages on which all these boxes are alike."""
_WRAPPER_TAGS: Final = frozenset({"div", "section"})
_PARENT_TAGS: Final = frozenset({"div", "section", "article", "main", "body"})
_MAX_BLOCKS: Final = 12
"""Blocks in a box whose name is taken; around more stands what holds a page or an article."""
_LEAST_WORDS: Final = 5
"""Words in such a box: what has fewer is no text."""


class Wrapper(NamedTuple):
    """What a box around main content calls itself: its tag, label and mask (see `BlockTable`)."""

    tag: str
    label: str
    mask: int


def wrappers_of(sample: Sample) -> list[Wrapper]:
    """The boxes of a page that hold a few blocks of main content, and nothing else, each once."""
    table = sample.table
    words = np.concatenate(([0], np.cumsum(sample.n_words)))
    matched = np.concatenate(([0], np.cumsum(sample.n_matched)))
    spans = zip(table.first_block, table.end_block, strict=True)
    found = (
        Wrapper(table.tag[element], table.label[element], table.mask[element])
        for element, (a, b) in enumerate(spans)
        if table.tag[element] in _WRAPPER_TAGS
        and b - a <= _MAX_BLOCKS
        and matched[b] - matched[a] == words[b] - words[a] >= _LEAST_WORDS
    )
    return list(dict.fromkeys(found))


def wrap_content(sample: Sample, wrappers: Sequence[Wrapper], random: np.random.Generator) -> Sample:
    """The sample with some of its main content in boxes; labels stay with their blocks.

    Args:
        sample: A page; itself where it has no main content that stands in a box.
        wrappers: What boxes are like, at least one.
        random: Draws.
    """
    content = np.flatnonzero(sample.is_content)
    if not len(content):
        return sample
    others = [0, *np.cumsum(~sample.is_content).tolist()]
    table, alike = sample.table, random.random() < _ONE_NAME_RATE
    wrapper = wrappers[int(random.integers(len(wrappers)))]
    for _ in range(random.integers(1, _MAX_RUNS + 1)):
        run = _run(table, int(content[random.integers(len(content))]), others, random)
        if run is not None:
            table = wrap(table, *run, wrapper)
        if not alike:
            wrapper = wrappers[int(random.integers(len(wrappers)))]
    return sample if table is sample.table else replace(sample, table=table)


def _run(
    table: BlockTable, block: int, others: Sequence[int], random: np.random.Generator
) -> tuple[int, int] | None:
    """Elements side by side, from around a block on, that hold main content alone: first, end."""

    def is_content(element: int) -> bool:
        return others[table.end_block[element]] == others[table.first_block[element]]

    chain = [pair for pair in pairwise(table.ancestors(table.element[block])) if is_content(pair[0])]
    places = [pair for pair in chain if table.tag[pair[1]] in _PARENT_TAGS]
    if not places:
        return None
    first, parent = places[min(len(places) - 1, int(random.geometric(0.5)) - 1)]
    ends = subtree_ends(table)
    last = first
    while random.random() < _LONGER_RATE:
        after = ends[last]
        beside = after < table.n_elements and table.parent[after] == parent
        # Text between the two would be in the box without being in an element of it.
        if not beside or table.first_block[after] != table.end_block[last] or not is_content(after):
            break
        last = after
    return first, ends[last]


def wrap(table: BlockTable, first: int, end: int, wrapper: Wrapper) -> BlockTable:
    """A table with a box around some elements.

    Args:
        table: The table; not changed.
        first, end: The elements, whole subtrees side by side.
        wrapper: What the box is like.
    """
    parent = table.parent[first]
    last = max(e for e in range(first, end) if table.parent[e] == parent)

    def moved(element: int) -> int:
        return element if element < first else element + 1

    parents = [moved(e) if e >= 0 else e for e in table.parent]
    inside = [first if table.parent[e] == parent else parents[e] for e in range(first, end)]
    parents = [*parents[:first], parent, *inside, *parents[end:]]
    masks = [*table.mask[:first], wrapper.mask, *table.mask[first:]]
    return BlockTable(
        text=table.text,
        inline=table.inline,
        element=[moved(e) for e in table.element],
        n_chars=table.n_chars,
        n_link_chars=table.n_link_chars,
        tag=[*table.tag[:first], wrapper.tag, *table.tag[first:]],
        parent=parents,
        label=[*table.label[:first], wrapper.label, *table.label[first:]],
        mask=masks,
        around=masks_around(parents, masks),
        first_block=[*table.first_block[:first], table.first_block[first], *table.first_block[first:]],
        end_block=[*table.end_block[:first], table.end_block[last], *table.end_block[first:]],
    )
