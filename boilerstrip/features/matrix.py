"""Everything that is measured of a page: which columns there are, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import context, markup, text
from boilerstrip.features.arrays import Indices, Matrix, PageArrays, Vector
from boilerstrip.features.characters import CountedRows
from boilerstrip.features.compact import Compact
from boilerstrip.features.context import CONTEXT_COLUMNS, containers, measure_context
from boilerstrip.features.markup import H1, HEADING, MARKUP_COLUMNS, measure_markup
from boilerstrip.features.overlap import description_overlap, title_overlap
from boilerstrip.features.page import PAGE_COLUMNS, measure_page
from boilerstrip.features.phrases import PHRASE_COLUMNS, Told, fill_phrases, find_phrases, measure_phrases
from boilerstrip.features.text import TEXT_COLUMNS, measure_text
from boilerstrip.metadata import NO_CLUES, Clues

__all__ = ["COLUMNS", "CONTAINER_CHARS", "PHRASES", "TITLE_OVERLAP", "Features", "measure"]

COLUMNS: Final = (
    *TEXT_COLUMNS,
    "title_overlap",
    "description_overlap",
    *MARKUP_COLUMNS,
    *PHRASE_COLUMNS,
    *CONTEXT_COLUMNS,
)
"""Names of the block matrix's columns, in order."""

TITLE_OVERLAP: Final = COLUMNS.index("title_overlap")
"""Index of the column that tells the headline."""
PHRASES: Final = slice(COLUMNS.index(PHRASE_COLUMNS[0]), COLUMNS.index(PHRASE_COLUMNS[-1]) + 1)
"""The columns of `phrases.PHRASE_COLUMNS`."""

CONTAINER_CHARS: Final = (100, 400, 1_500, 5_000)
"""Characters an element must hold to be a container; of each size the nearest around a block is given."""

_MARKUP: Final = COLUMNS.index(MARKUP_COLUMNS[0])
_LARGE: Final = 10_000
"""Blocks of a page from which the matrix is not held as one: it would be a kilobyte for each."""


class Features(NamedTuple):
    """What a scorer is given of one page of n blocks.

    Attributes:
        blocks: float32, shape (n, len(COLUMNS)), all finite; of a large page made where it is looked at.
        page: float32, shape (len(PAGE_COLUMNS),), all finite.
        weight: Square root of each block's characters, shape (n,).
        group: Which blocks one template wrote: numbers from 0 on, shape (n,).
        first, end: The span of blocks of each block's container of each size, shape
            (len(CONTAINER_CHARS), n).
        told: Phrases of the page; a scorer has them as columns, where it was trained on them.
    """

    blocks: Matrix | Compact
    page: Vector
    weight: Vector
    group: Indices
    first: Indices
    end: Indices
    told: Told

    @property
    def n_blocks(self) -> int:
        """Number of blocks."""
        return len(self.weight)


_NOTHING: Final = Features(
    blocks=np.zeros((0, len(COLUMNS)), dtype=np.float32),
    page=np.zeros(len(PAGE_COLUMNS), dtype=np.float32),
    weight=np.zeros(0, dtype=np.float32),
    group=np.zeros(0, dtype=np.intp),
    first=np.zeros((len(CONTAINER_CHARS), 0), dtype=np.intp),
    end=np.zeros((len(CONTAINER_CHARS), 0), dtype=np.intp),
    told={},
)
"""Of a page without blocks."""


def measure(table: BlockTable, title: str | None, clues: Clues = NO_CLUES) -> Features:
    """Measure a page and every block of it.

    Args:
        table: The page's blocks.
        title: The title its metadata give, for the overlap column.
        clues: What its head says about it.
    """
    if not table.n_blocks:
        return _NOTHING
    arrays = PageArrays(table if table.tag else _in_an_element(table))
    told = find_phrases(arrays)
    counts = arrays.counts
    if isinstance(counts, CountedRows) and arrays.n_blocks < _LARGE and are_compiled() and arrays.is_sound:
        blocks: Matrix | Compact = _filled(arrays, counts.rows, told, title or "", clues)
    else:
        columns = _columns(arrays, told, title or "", clues)
        blocks = _matrix(columns, arrays.n_blocks) if arrays.n_blocks < _LARGE else Compact(columns)
    first, end = containers(arrays, CONTAINER_CHARS)
    return Features(
        blocks=blocks,
        page=measure_page(arrays, clues),
        weight=np.sqrt(arrays.chars),
        group=arrays.group,
        first=first,
        end=end,
        told=told,
    )


def _in_an_element(table: BlockTable) -> BlockTable:
    """Blocks around which no element stands, as of a tree that is an `<img>`, in one that says nothing."""
    spans = replace(table, parent=[-1], first_block=[0], end_block=[table.n_blocks])
    return replace(spans, tag=[""], label=[""], mask=[0], around=[0])


def _columns(arrays: PageArrays, told: Told, title: str, clues: Clues) -> Iterator[NDArray[Any]]:
    """All columns, one family after the other, so that no two are there at once."""
    tags = measure_markup(arrays)
    overlap = title_overlap(arrays, title, tags[HEADING])
    yield from measure_text(arrays)
    yield overlap
    yield description_overlap(arrays, clues.description)
    yield tags
    yield measure_phrases(arrays, told)
    yield from measure_context(arrays, tags[HEADING], overlap, tags[H1])


def are_compiled() -> bool:
    """Whether all parts are there that fill the matrix."""
    return None not in (text.COMPILED, markup.COMPILED, context.COMPILED)


def _filled(arrays: PageArrays, rows: Matrix, told: Told, title: str, clues: Clues) -> Matrix:
    """What `_matrix` makes of the columns, by compiled parts."""
    all_rows = np.empty((len(COLUMNS), arrays.n_blocks), dtype=np.float32)
    all_rows[_MARKUP : PHRASES.stop].fill(0)  # flags: only those that are set are written
    tags, phrases = all_rows[_MARKUP : PHRASES.start], all_rows[PHRASES]
    markup.fill_markup(arrays, tags)
    text.fill_text(arrays, rows, all_rows[:TITLE_OVERLAP])
    overlap = title_overlap(arrays, title, tags[HEADING])
    all_rows[TITLE_OVERLAP] = overlap
    all_rows[TITLE_OVERLAP + 1] = description_overlap(arrays, clues.description)
    fill_phrases(arrays, told, phrases)
    context.fill_context(arrays, (_MARKUP + HEADING, TITLE_OVERLAP, _MARKUP + H1), all_rows)
    return all_rows.T


def _matrix(columns: Iterable[NDArray[Any]], n_blocks: int) -> Matrix:
    """The columns side by side, shape (n_blocks, len(COLUMNS)); in memory one after the other."""
    rows = np.empty((len(COLUMNS), n_blocks), dtype=np.float32)
    at = 0
    for column in columns:
        end = at + (1 if column.ndim == 1 else len(column))
        rows[at:end] = column
        at = end
    return rows.T
