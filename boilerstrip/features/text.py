"""Columns on the shape of a block's own text; no column knows a language."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import EXACT, Columns, Matrix, PageArrays
from boilerstrip.features.logs import log_table, single_logs
from boilerstrip.features.numbers import numbered

__all__ = ["TEXT_COLUMNS", "fill_text", "measure_text"]

COMPILED: Final = compiled("features._filled")

_CHARS_PER_WORD: Final = 10.0
"""What the mean length of words is divided by, to be of the size of the other columns."""
_MAX_CAPITALS: Final = 3.0
"""Capitals per word above which all words are in capitals."""

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
    "word_length",
    "page_share",
    "longest_share",
    "letter_share",
    "wide_share",
    "capitals_per_word",
    "capitalized_share",
    "begins_upper",
    "begins_lower",
    "begins_digit",
    "begins_sign",
    "ends_question",
    "ends_colon",
    "ends_more",
    "has_currency",
    "has_copyright",
    "has_at",
    "has_clock",
    "has_year",
    "log_copies",
    "is_copy",
    "log_links",
    "log_bold",
)
"""Logs are natural, of 1 + the count; shares are of the block's characters, 0..1. page_share and
longest_share: square root of its characters over the page's and over the longest block's; word_length:
mean, in tens of characters; capitalized_share: of the words; log_copies: blocks of the page with the
same text; is_copy: one with the same text stands before; log_links, log_bold: links and bold spans."""


def measure_text(arrays: PageArrays) -> Columns:
    """The columns of `TEXT_COLUMNS`."""
    counts, chars = arrays.counts, np.maximum(arrays.chars, 1)
    words = np.maximum(counts.words, 1)
    n_copies, is_copy = _copies(arrays.table.text)
    return [
        np.log1p(arrays.chars),
        np.log1p(counts.words),
        np.log1p(counts.sentences),
        np.log1p(counts.commas),
        counts.ends_sentence,
        arrays.link_density,
        counts.digits / chars,
        counts.upper / chars,
        counts.punctuation / chars,
        arrays.chars == 0,
        arrays.prose > 0,
        arrays.chars / words / _CHARS_PER_WORD,
        np.sqrt(arrays.chars / max(float(arrays.chars.sum()), 1.0)),
        np.sqrt(arrays.chars / max(float(arrays.chars.max()), 1.0)),
        counts.letters / chars,
        counts.wide / chars,
        np.minimum(counts.upper / words, _MAX_CAPITALS),
        counts.capitalized / words,
        counts.begins_upper,
        counts.begins_lower,
        counts.begins_digit,
        1 - np.maximum(counts.begins_letter, counts.begins_digit),
        counts.ends_question,
        counts.ends_colon,
        counts.ends_more,
        counts.currency > 0,
        counts.copyright_sign > 0,
        counts.at_sign > 0,
        counts.clocks > 0,
        counts.years > 0,
        np.log1p(n_copies),
        is_copy,
        np.log1p(arrays.held_by_tag("a")),
        np.log1p(arrays.held_by_tag("b") + arrays.held_by_tag("strong")),
    ]


_HELD: Final = TEXT_COLUMNS.index("log_links")
_HELD_TAGS: Final = {"a": 0, "b": 1, "strong": 1}
"""Tags that are counted, and in which of the columns from `_HELD` on."""


def fill_text(arrays: PageArrays, rows: Matrix, out: Matrix) -> None:
    """The same columns by the compiled part.

    Args:
        arrays: The page.
        rows: Its `CountedRows.rows`.
        out: Shape (len(TEXT_COLUMNS), n_blocks).
    """
    if COMPILED is None:
        raise RuntimeError("not compiled")
    total, logs = float(arrays.char_sums[-1]), log_table(arrays)[0]
    if total >= EXACT:
        total = float(arrays.chars.sum())
    number = numbered(arrays.table.text)[1]
    of_blocks = (rows, arrays.chars, arrays.link_density, arrays.prose, number)
    for row in COMPILED.text(*of_blocks, max(total, 1.0), logs, single_logs(), out):
        np.log1p(out[row], out=out[row])
    of_tags = [_HELD_TAGS.get(tag, -1) for tag in arrays.tags]
    COMPILED.held(of_tags, arrays.tag_number, arrays.first, logs, out[_HELD:])


def _copies(texts: list[str]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """How many other blocks have the same text, and whether one of them stands before."""
    number = numbered(texts)[1]
    n_copies = np.bincount(number)[number] - 1
    return n_copies, np.diff(np.maximum.accumulate(number), prepend=-1) == 0
