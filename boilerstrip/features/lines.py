"""Columns for text without markup: what lines look like, what they say, and where they stand."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.arrays import Columns, Indices, Matrix, Vector
from boilerstrip.features.lettering import (
    CLOSER,
    COLON,
    DIGIT,
    END,
    LETTER,
    MORE,
    QUESTION,
    UPPER,
    Lettering,
    shorten,
)
from boilerstrip.features.matrix import Features
from boilerstrip.features.places import PLACE_COLUMNS, SPANS, Places, measure_places, spans_of
from boilerstrip.features.signals import SIGNALS, find_signals

__all__ = ["LINE_COLUMNS", "SPANS", "TEXT_PAGE_COLUMNS", "measure_lines"]

_MIN_PROSE_CHARS: Final = 40
"""Characters below which a line is no prose, whatever its punctuation."""
_WIDE_PER_WORD: Final = 2.0
"""Characters to a word in scripts without blanks."""
_TAGS: Final = ("h", "li", "pre", "blockquote", "td")

_SHAPE: Final = (
    *("log_chars", "log_words", "log_ends", "log_commas", "ends_sentence", "link_density"),
    *("digit_share", "upper_share", "sign_share", "wide_share", "is_prose", "word_length"),
    *("page_share", "longest_share", "capitals_per_word", "begins_upper", "begins_lower", "begins_digit"),
    *("begins_sign", "ends_question", "ends_colon", "ends_more", "has_copyright", "has_at", "has_address"),
    *("log_copies", "is_copy", "name_like", "date_like", "vote_like"),
    *(f"in_{tag}" for tag in ("heading", "item", "code", "quote", "cell")),
)
LINE_COLUMNS: Final = (*_SHAPE, *(f"told_{role}" for role in SIGNALS), "is_label", *PLACE_COLUMNS)
"""Names of the columns, in order. Logs are natural, of 1 + the count; shares are of the characters looked at,
0..1; name_like: one to three words, each with a capital, and nothing else; date_like: short, with digits beside
few words; vote_like: digits and signs alone; told_*: holds such a phrase; is_label: is nothing but one."""

TEXT_PAGE_COLUMNS: Final = (
    *("log_blocks", "log_chars", "mean_chars", "prose_share", "prose_blocks", "short_blocks", "wide_share"),
    *("names", "dates", "buttons", "counted", "openers", "copies", "items", "linked", "digits", "upper"),
    *("tight", "spaced", "is_headed"),
)
"""Of the text as a whole. names ... items: share of its blocks; tight, spaced: share of blocks with no blank
line before them, and with more than one; is_headed: something in it looks like its headline."""


def measure_lines(table: BlockTable, n_blank: NDArray[np.int8]) -> Features:
    """Measure a text and every block of it.

    Args:
        table: Its blocks.
        n_blank: Blank lines before each, as `textdump.TextReading` has them.

    Returns:
        As `measure` gives them of a web page, but for the columns, `LINE_COLUMNS` and `TEXT_PAGE_COLUMNS`, and for
        the spans: those of `places.SPANS`.
    """
    n = table.n_blocks
    if not n:
        empty = np.zeros((len(SPANS), 0), dtype=np.intp)
        return Features(
            np.zeros((0, len(LINE_COLUMNS)), np.float32),
            np.zeros(len(TEXT_PAGE_COLUMNS), np.float32),
            *(np.zeros(0, np.float32), np.zeros(0, np.intp), empty, empty),
        )
    texts = table.text
    shortened = shorten(texts)
    joined = "\n".join(shortened) + "\n"
    lengths = np.fromiter(map(len, shortened), dtype=np.intp, count=n)
    letters = Lettering(joined, lengths)
    lines = _Lines(table, joined, lengths, letters)
    signals = find_signals(texts)
    said = dict(zip(SIGNALS, signals.flags, strict=True))
    places = Places(table, lines.chars, lines.is_prose, lines.ends_sentence, lines.original, said, n_blank, joined, lengths)
    rows = np.empty((len(LINE_COLUMNS), n), dtype=np.float32)
    at = 0
    for column in (*lines.shape_columns(), signals.flags, signals.is_whole, *measure_places(places)):
        end = at + (1 if column.ndim == 1 else len(column))
        rows[at:end] = column
        at = end
    first, end_ = spans_of(places)
    return Features(
        blocks=rows.T,
        page=_page_columns(lines, places, rows),
        weight=np.sqrt(lines.chars),
        group=lines.group(),
        first=first,
        end=end_,
        told=signals.told,
    )


class _Lines:
    """The lines of a text as arrays of shape (n_blocks,)."""

    def __init__(
        self, table: BlockTable, joined: str, lengths: NDArray[np.intp], letters: Lettering
    ) -> None:
        self.table, self.joined, self.lengths, self.letters = table, joined, lengths, letters
        self.n = table.n_blocks
        self.chars: Vector = np.array(table.n_chars, dtype=np.float32)
        looked_at = letters.looked_at
        scale = np.maximum(self.chars / looked_at, 1)
        self.words: Vector = (letters.blanks + 1 + letters.wide / _WIDE_PER_WORD) * scale
        self.n_ends, self.n_commas = letters.ends * scale, letters.commas * scale
        last, before = letters.last, letters.before_last
        self.ends_sentence: NDArray[np.bool_] = ((last & END) > 0) | (((last & CLOSER) > 0) & ((before & END) > 0))
        self.is_prose: NDArray[np.bool_] = (
            (self.chars >= _MIN_PROSE_CHARS) & (self.n_ends + self.n_commas > 0) & (letters.letters > 0.5 * looked_at)
        )
        seen = dict[str, int]()
        self.original: Indices = np.array([seen.setdefault(text, i) for i, text in enumerate(table.text)], np.intp)
        tags = [table.tag[element] for element in table.element]
        numbers = {tag: i + 1 for i, tag in enumerate(_TAGS)} | {f"h{i}": 1 for i in range(1, 7)}
        parents = table.parent
        self.kind: NDArray[np.int8] = np.array([numbers.get(tag, 0) for tag in tags], dtype=np.int8)
        if "blockquote" in table.tag:
            quoted = [table.tag[parents[element]] == "blockquote" for element in table.element]
            self.kind[quoted] = 4
        upper, words = letters.upper, self.words
        short = self.chars <= 40
        plain = (letters.digits == 0) & (letters.commas == 0) & (letters.ends <= 1) & (letters.signs <= 1)
        self.name_like = short & plain & (words <= 3.5) & (upper >= words) & (upper <= 2 * words + 1) & ~self.ends_sentence
        self.vote_like = (self.chars <= 8) & (upper + letters.letters == 0)
        self.date_like = (self.chars <= 48) & (letters.digits >= 1) & (words <= 8) & ~self.ends_sentence & ~self.vote_like

    def holding(self, part: str) -> NDArray[np.bool_]:
        """Which lines hold a sign, where they are looked at."""
        found = np.zeros(self.n, dtype=bool)
        places, at = list[int](), self.joined.find(part)
        while at >= 0:
            places.append(at)
            at = self.joined.find(part, at + len(part))
        if places:
            found[np.searchsorted(np.cumsum(self.lengths + 1), places, side="right")] = True
        return found

    def shape_columns(self) -> Columns:
        """The columns of `_SHAPE`."""
        letters, chars, looked_at = self.letters, self.chars, self.letters.looked_at
        first, last = letters.first, letters.last
        n_copies = np.bincount(self.original)[self.original] - 1
        total, longest = max(float(chars.sum()), 1.0), max(float(chars.max()), 1.0)
        return [
            np.log1p(chars),
            np.log1p(self.words),
            np.log1p(self.n_ends),
            np.log1p(self.n_commas),
            self.ends_sentence,
            np.array(self.table.n_link_chars, dtype=np.float32) / np.maximum(chars, 1),
            letters.digits / looked_at,
            letters.upper / looked_at,
            letters.signs / looked_at,
            letters.wide / looked_at,
            self.is_prose,
            np.minimum(chars / self.words / 10, 3),
            np.sqrt(chars / total),
            np.sqrt(chars / longest),
            np.minimum(letters.upper / np.maximum(letters.blanks + 1, 1), 3),
            (first & UPPER) > 0,
            (first & LETTER) > 0,
            (first & DIGIT) > 0,
            (first & (UPPER | LETTER | DIGIT)) == 0,
            (last & QUESTION) > 0,
            (last & COLON) > 0,
            (last & MORE) > 0,
            self.holding("©"),
            self.holding("@"),
            self.holding("://"),
            np.log1p(n_copies),
            self.original != np.arange(self.n),
            self.name_like,
            self.date_like,
            self.vote_like,
            *(self.kind == i + 1 for i in range(len(_TAGS))),
        ]

    def group(self) -> Indices:
        """Which lines look alike: numbers from 0 on."""
        size = np.minimum(np.log2(self.chars + 1), 11).astype(np.intp)
        key = size * 2 + self.ends_sentence
        for flag in (self.name_like, self.date_like, (self.letters.first & UPPER) > 0):
            key = key * 2 + flag
        key = key * 8 + self.kind
        groups: Indices = np.unique(key, return_inverse=True)[1]
        return groups


def _page_columns(lines: _Lines, places: Places, rows: Matrix) -> Vector:
    """The columns of `TEXT_PAGE_COLUMNS`."""
    chars, letters = lines.chars, lines.letters
    total = max(float(chars.sum()), 1.0)
    looked_at = float(letters.looked_at.sum())
    said = places.said
    return np.array(
        [
            np.log1p(lines.n),
            np.log1p(total),
            np.log1p(total / lines.n),
            float(chars @ lines.is_prose) / total,
            lines.is_prose.mean(),
            (chars <= _MIN_PROSE_CHARS).mean(),
            float(letters.wide.sum()) / looked_at,
            lines.name_like.mean(),
            lines.date_like.mean(),
            said["button"].mean(),
            said["counted"].mean(),
            np.log1p(float(places.is_opener.sum())),
            (lines.original != np.arange(lines.n)).mean(),
            (lines.kind == 2).mean(),
            rows[LINE_COLUMNS.index("link_density")].mean(),
            float(letters.digits.sum()) / looked_at,
            float(letters.upper.sum()) / looked_at,
            (places.n_blank == 0).mean(),
            (places.n_blank > 1).mean(),
            places.headline >= 0,
        ],
        dtype=np.float32,
    )
