"""Columns on the shape of a block's own text."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import Matrix, PageArrays, Vector

__all__ = ["TEXT_COLUMNS", "measure_text", "title_overlap"]

TEXT_COLUMNS: Final = (
    "log_chars",
    "log_words",
    "log_sentences",
    "log_commas",
    "ends_sentence",
    "link_density",
    "digit_share",
    "upper_share",
    "punctuation_share",
    "is_image",
    "is_prose",
)
"""Logs are natural, of 1 + the count; shares are of the block's characters, 0..1."""

_WORD_RE: Final = re.compile(r"\w+")
_MAX_HEADING_RATIO: Final = 3.0
"""How many times longer or shorter than the title a heading may be: beyond, Dice is below 0.5."""
_MAX_RATIO: Final = 1.7
"""The same for other blocks, and 0.75."""
_BEGINS_TITLE: Final = 0.95
"""Overlap of a block that is the first half or more of the title: what follows is the site's name."""


def measure_text(arrays: PageArrays) -> Matrix:
    """The columns of `TEXT_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    counts = arrays.counts
    chars = np.maximum(arrays.chars, 1)
    columns: list[NDArray[np.floating]] = [
        np.log1p(arrays.chars),
        np.log1p(counts.words),
        np.log1p(counts.sentences),
        np.log1p(counts.commas),
        counts.ends_sentence,
        arrays.link_density,
        counts.digits / chars,
        counts.upper / chars,
        counts.punctuation / chars,
        (arrays.chars == 0).astype(np.float32),
        (arrays.prose > 0).astype(np.float32),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def title_overlap(arrays: PageArrays, title: str, is_heading: Vector) -> Vector:
    """How much a block is the title: words in common, Dice's coefficient, 0..1, shape (n_blocks,).

    0 for blocks too short or too long to be the headline, whatever they have in common.
    """
    overlap = np.zeros(arrays.n_blocks, dtype=np.float32)
    wanted = set(_WORD_RE.findall(title.lower()))
    n_chars = len("".join(title.split()))
    if not wanted:
        return overlap
    folded = " ".join(title.lower().split())
    ratio = np.where(is_heading > 0, _MAX_HEADING_RATIO, _MAX_RATIO)
    alike = (arrays.chars * ratio >= n_chars) & (arrays.chars <= n_chars * ratio)
    for i in np.flatnonzero(alike | ((arrays.chars * 2 >= n_chars) & (arrays.chars <= n_chars))):
        text = arrays.table.text[i].lower()
        words = set(_WORD_RE.findall(text))
        common = len(words & wanted)
        if common:
            overlap[i] = 2 * common / (len(words) + len(wanted))
            if folded.startswith(text) and len(text) * 2 >= len(folded):
                overlap[i] = max(overlap[i], _BEGINS_TITLE)
    return overlap
