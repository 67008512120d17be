"""Columns for text without markup: what lines look like, what they say, and where they stand."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.arrays import Indices, Matrix, Vector
from boilerstrip.features.lettering import BITS, CLOSER, COUNTERS, END, UPPER, Lettering, shorten
from boilerstrip.features.matrix import Features
from boilerstrip.features.places import PLACE_COLUMNS, SPANS, Places, Shapes
from boilerstrip.features.signals import SIGNALS, find_signals

__all__ = ["LINE_COLUMNS", "SPANS", "TEXT_PAGE_COLUMNS", "measure_lines"]

_MIN_PROSE_CHARS: Final = 40
"""Characters below which a line is no prose, whatever its punctuation."""
_WIDE_PER_WORD: Final = 2.0
"""Characters to a word in scripts without blanks."""
_KINDS: Final = ("heading", "item", "code", "quote", "cell")
_KIND_OF_TAG: Final = {**{f"h{level}": 1 for level in range(1, 7)}, "li": 2, "pre": 3, "td": 5, "th": 5}
_QUOTE: Final = 4
_SIGNS: Final = ("©", "@", "://")

_SHAPE: Final = (
    *("log_chars", "log_words", "log_ends", "log_commas", "log_copies"),
    *(f"{name}_share" for name in COUNTERS),
    *(f"first_{name}" for name in BITS),
    *(f"last_{name}" for name in BITS),
    *("ends_sentence", "is_prose", "name_like", "date_like", "vote_like", "is_copy"),
    *("word_length", "page_share", "longest_share", "capitals", "link_density"),
    *("has_copyright", "has_at", "has_address"),
    *(f"is_{kind}" for kind in _KINDS),
)
LINE_COLUMNS: Final = (*_SHAPE, *(f"told_{role}" for role in SIGNALS), "is_label", *PLACE_COLUMNS)
"""Names of the columns, in order. Logs are natural, of 1 + the count; shares are of the characters looked
at, 0..1, but for page_share and longest_share: square root of a line's characters over the text's and over
the longest line's; first_*, last_*: kind of its first and last character; name_like: one to three words, each
with a capital, and nothing else; date_like: short, with digits beside few words; vote_like: digits and signs
alone; capitals: per word; told_*: holds such a phrase; is_label: is nothing but one."""

TEXT_PAGE_COLUMNS: Final = (
    *("log_blocks", "log_chars", "mean_chars", "prose_share", "prose_blocks", "short_blocks"),
    *("names", "dates", "buttons", "counted", "openers", "copies", "items", "linked"),
    *("wide_share", "digits", "upper", "tight", "spaced", "is_headed"),
)
"""Of the text as a whole. names ... items: share of its blocks; tight, spaced: share of blocks with no blank
line before them, and with more than one; is_headed: something in it looks like its headline."""
_N_SHAPE: Final = len(_SHAPE)
_N_SAID: Final = len(SIGNALS)


def measure_lines(table: BlockTable, n_blank: NDArray[np.int8]) -> Features:
    """Measure a text and every block of it.

    Args:
        table: Its blocks.
        n_blank: Blank lines before each, as `textdump.TextReading` has them.

    Returns:
        As `measure` gives them of a web page, but for the columns, `LINE_COLUMNS` and `TEXT_PAGE_COLUMNS`,
        and for the spans: those of `places.SPANS`.
    """
    n = table.n_blocks
    if not n:
        return _nothing()
    lines = _Lines(table)
    is_unspaced = bool(lines.letters.counts[7].any())
    signals = find_signals(lines.lowered, n, is_unspaced=is_unspaced)
    shapes = Shapes(
        lines.chars,
        lines.is_prose,
        lines.ends_sentence,
        lines.letters.counts[2] > 0,
        lines.original,
        lines.lowered,
        lines.lengths,
        is_unspaced,
    )
    places = Places(table, shapes, signals, n_blank)
    rows = np.empty((len(LINE_COLUMNS), n), dtype=np.float32)
    lines.fill(rows[:_N_SHAPE])
    rows[_N_SHAPE : _N_SHAPE + _N_SAID] = signals.flags
    rows[_N_SHAPE + _N_SAID] = signals.is_whole
    places.fill(rows[_N_SHAPE + _N_SAID + 1 :])
    first, end = places.spans()
    return Features(
        blocks=rows.T,
        page=_page_columns(lines, places, rows),
        weight=np.sqrt(lines.chars),
        group=lines.group(),
        first=first,
        end=end,
        told=signals.told,
    )


def _nothing() -> Features:
    spans = np.zeros((len(SPANS), 0), dtype=np.intp)
    return Features(
        blocks=np.zeros((0, len(LINE_COLUMNS)), dtype=np.float32),
        page=np.zeros(len(TEXT_PAGE_COLUMNS), dtype=np.float32),
        weight=np.zeros(0, dtype=np.float32),
        group=np.zeros(0, dtype=np.intp),
        first=spans,
        end=spans,
        told={},
    )


class _Lines:
    """The lines of a text as arrays of shape (n_blocks,)."""

    def __init__(self, table: BlockTable) -> None:
        self.table, self.n = table, table.n_blocks
        shortened = shorten(table.text)
        self.lengths: NDArray[np.intp] = np.array([len(text) for text in shortened], dtype=np.intp)
        self.joined = "\n".join(shortened) + "\n"
        lowered = self.joined.lower()
        # A letter or two get longer, as İ; where they do, capitals stay, so that places fit.
        self.lowered = lowered if len(lowered) == len(self.joined) else self.joined
        self.letters = letters = Lettering(self.joined, self.lengths)
        self.chars: Vector = np.array(table.n_chars, dtype=np.float32)
        upper, letter, digits, commas, ends, blanks, signs, wide = letters.counts
        self.short_words: Vector = blanks + (1 + wide * (1 / _WIDE_PER_WORD))
        scale = np.maximum(self.chars / letters.looked_at, 1)
        self.logs = np.stack((self.chars, self.short_words * scale, ends * scale, commas * scale))
        last, before = letters.last, letters.before_last
        self.ends_sentence: NDArray[np.bool_] = ((last & END) | ((last & CLOSER) >> 1) & (before & END)) > 0
        self.is_prose: NDArray[np.bool_] = (
            (self.chars >= _MIN_PROSE_CHARS) & (ends + commas > 0) & (letter > 0.5 * letters.looked_at)
        )
        seen = dict[str, int]()
        self.original: Indices = np.array(
            [seen.setdefault(text, i) for i, text in enumerate(table.text)], np.intp
        )
        self.kind = self._kinds()
        words, no_digit = self.short_words, digits == 0
        few = (self.chars <= 48) & (words <= 8) & ~self.ends_sentence
        self.name_like = few & no_digit & (words <= 3.5) & (upper >= words) & (commas + ends + signs <= 1)
        self.date_like = few & ~no_digit & (letter + upper > 0)
        self.vote_like = (self.chars <= 8) & (letter + upper == 0)

    def _kinds(self) -> NDArray[np.int8]:
        table = self.table
        if table.n_elements == self.n + 1 and "h2" not in table.tag:
            return np.zeros(self.n, dtype=np.int8)
        tags = list(map(table.tag.__getitem__, table.element))
        kinds = np.array([_KIND_OF_TAG.get(tag, 0) for tag in tags], dtype=np.int8)
        if "blockquote" in table.tag:
            kinds[[table.tag[table.parent[element]] == "blockquote" for element in table.element]] = _QUOTE
        return kinds

    def _holding(self, part: str) -> NDArray[np.bool_]:
        """Which lines hold a sign, where they are looked at."""
        found = np.zeros(self.n, dtype=bool)
        at = self.joined.find(part)
        if at >= 0:
            places = list[int]()
            while at >= 0:
                places.append(at)
                at = self.joined.find(part, at + len(part))
            found[np.searchsorted(np.cumsum(self.lengths + 1), places, side="right")] = True
        return found

    def fill(self, rows: Matrix) -> None:
        """Write the columns of `_SHAPE`, shape (len(_SHAPE), n_blocks)."""
        letters, chars = self.letters, self.chars
        n_copies = np.bincount(self.original).take(self.original) - 1
        rows[:4], rows[4] = self.logs, n_copies
        np.log1p(rows[:5], out=rows[:5])
        at = 5 + len(COUNTERS)
        np.divide(letters.counts, letters.looked_at, out=rows[5:at])
        for kinds in (letters.first, letters.last):
            rows[at : at + 8] = np.unpackbits(kinds).reshape(self.n, 8).T
            at += 8
        total, longest = max(float(chars.sum()), 1.0), max(float(chars.max()), 1.0)
        roots = np.sqrt(chars)
        for column in (
            *(self.ends_sentence, self.is_prose, self.name_like, self.date_like, self.vote_like),
            self.original != np.arange(self.n),
            np.minimum(letters.looked_at / (10 * self.short_words), 3),
            roots / np.sqrt(total),
            roots / np.sqrt(longest),
            np.minimum(letters.counts[0] / self.short_words, 3),
        ):
            rows[at] = column
            at += 1
        rows[at] = 0
        if any(self.table.n_link_chars):
            rows[at] = np.array(self.table.n_link_chars, dtype=np.float32) / np.maximum(chars, 1)
        at += 1
        for sign in _SIGNS:
            rows[at] = self._holding(sign)
            at += 1
        rows[at:] = self.kind == np.arange(1, 1 + len(_KINDS))[:, None]

    def group(self) -> Indices:
        """Which lines look alike: numbers from 0 on."""
        size = np.minimum(np.log2(self.chars + 1), 11).astype(np.intp)
        flags = (
            self.ends_sentence * 8
            + self.name_like * 4
            + self.date_like * 2
            + ((self.letters.first & UPPER) > 0)
        )
        key = (size * 16 + flags) * 6 + self.kind
        used = np.zeros(12 * 16 * 6, dtype=np.intp)
        used[key] = 1
        groups: Indices = (np.cumsum(used) - 1).take(key)
        return groups


def _page_columns(lines: _Lines, places: Places, rows: Matrix) -> Vector:
    """The columns of `TEXT_PAGE_COLUMNS`."""
    n, chars = lines.n, lines.chars
    total = max(float(chars.sum()), 1.0)
    sums = lines.letters.counts.sum(axis=1) / max(float(lines.letters.looked_at.sum()), 1.0)
    n_tight, n_one = (int((places.n_blank == k).sum()) for k in (0, 1))
    means = rows[_COUNTED_ROWS].sum(axis=1) / n
    prose, names, dates, copies, linked, items, buttons, counted = means.tolist()
    return np.array(
        [
            *np.log1p([n, total, total / n]).tolist(),
            *(float(chars @ lines.is_prose) / total, prose, np.count_nonzero(chars <= _MIN_PROSE_CHARS) / n),
            *(
                names,
                dates,
                buttons,
                counted,
                np.log1p(np.count_nonzero(places.is_opener)),
                copies,
                items,
                linked,
            ),
            *(sums[7], sums[2], sums[0], n_tight / n, (n - n_tight - n_one) / n, places.headline >= 0),
        ],
        dtype=np.float32,
    )


_COUNTED_ROWS: Final = [
    LINE_COLUMNS.index(name)
    for name in (
        "is_prose",
        "name_like",
        "date_like",
        "is_copy",
        "link_density",
        "is_item",
        "told_button",
        "told_counted",
    )
]
