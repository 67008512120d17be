"""The feature matrix: which columns there are, in which order."""

from __future__ import annotations

from typing import Final

import numpy as np

from boilerstrip.block import BlockTable
from boilerstrip.features.arrays import Matrix, PageArrays
from boilerstrip.features.context import CONTEXT_COLUMNS, measure_context
from boilerstrip.features.markup import MARKUP_COLUMNS, measure_markup
from boilerstrip.features.phrases import PHRASE_COLUMNS, measure_phrases
from boilerstrip.features.text import TEXT_COLUMNS, measure_text, title_overlap

__all__ = ["COLUMNS", "PHRASES", "TITLE_OVERLAP", "measure"]

COLUMNS: Final = (*TEXT_COLUMNS, "title_overlap", *MARKUP_COLUMNS, *PHRASE_COLUMNS, *CONTEXT_COLUMNS)
"""Names of the matrix's columns, in order."""

TITLE_OVERLAP: Final = COLUMNS.index("title_overlap")
"""Index of the column that tells the headline."""
PHRASES: Final = slice(COLUMNS.index(PHRASE_COLUMNS[0]), COLUMNS.index(PHRASE_COLUMNS[-1]) + 1)
"""The columns of `phrases.PHRASE_COLUMNS`."""

_HEADING: Final = MARKUP_COLUMNS.index("tag_heading")


def measure(table: BlockTable, title: str | None) -> Matrix:
    """Measure every block of a page.

    Args:
        table: The page's blocks.
        title: The title its metadata give, for the overlap column.

    Returns:
        float32, shape (n_blocks, n_columns), all finite; columns as in `COLUMNS`.
    """
    if not table.n_blocks:
        return np.zeros((0, len(COLUMNS)), dtype=np.float32)
    arrays = PageArrays(table)
    markup = measure_markup(arrays)
    is_heading = markup[:, _HEADING]
    return np.concatenate(
        (
            measure_text(arrays),
            title_overlap(arrays, title or "", is_heading)[:, None],
            markup,
            measure_phrases(arrays),
            measure_context(arrays, is_heading),
        ),
        axis=1,
    )
