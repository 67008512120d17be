"""Columns on where a line stands: beside what, under which heading, after what opens a thread of comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.arrays import Indices, Matrix, Vector
from boilerstrip.features.overlap import word_set
from boilerstrip.features.signals import SIGNALS, Signals

__all__ = ["PLACE_COLUMNS", "SPANS", "Places", "Shapes"]

_MOST_OPENER_CHARS: Final = 90
_MOST_OPENER_SENTENCE: Final = 45
"""Characters of a line that opens a thread though it ends as a sentence does ("Comments are closed.")."""
_FAR: Final = 12
"""Lines on either side that a line is told the mean of."""
_REAL_PROSE: Final = 100
"""Characters of a line of prose from which a text may begin with it."""
_HEADLINE_CHARS: Final = (15, 160)
_MOST_CANDIDATES: Final = 60
"""Lines before the first prose that are looked at for the headline."""
_N_PROSE: Final = 6
_PROSE_LOOKED_AT: Final = 600
"""Lines of prose, and characters of each, whose words tell which line is the headline."""
_TELLING_CHARS: Final = 4
"""Letters of a word from which it is compared."""
_VALUES: Final = {"h1": 0.5, "h2": 0.15}
_TWICE: Final = 0.3
_LEAST_VALUE: Final = 0.12
"""What being a heading, or being there twice, is worth beside the share of words in common; and the least
that a headline is worth."""
_SIGNS: Final = ",.:;!?()[]\"'“”„’‘«»–—"
_DATED_CHARS: Final = 40
"""Characters below which a line with a digit is a date or a count rather than a headline."""
_TELLING_WORD_CHARS: Final = 5
"""Letters of a word of the headline from which it tells what the text is about."""
_MOST_TELLING: Final = 8
_ARTICLE_CHARS: Final = 300
"""Characters of prose before a line from which there is something that a thread may be about."""

SPANS: Final = ("around", "before", "after", "section")
"""What the network is told the mean of: 12 lines on either side; all lines before and all after; the lines
between two that open a thread, or the text's ends."""

PLACE_COLUMNS: Final = (
    *("no_blank", "blanks", "share_before", "chars_before", "log_before", "log_after", "headline_share"),
    *("is_headline", "opens_thread", "in_thread", "log_since_opener", "log_prose_at_opener", "openers_near"),
    *(
        "openers_before",
        "log_since_prose",
        "log_until_prose",
        "prose_before",
        "prose_after",
        "prose_in_thread",
    ),
)
"""blanks: lines before the block, less the text's usual; share_before, chars_before: of the text, by blocks
and by characters; headline_share: of the headline's telling words that the block holds; in_thread: after a
line that opens a thread, where there is prose before it; log_since_*, log_until_*: blocks to such a one;
log_prose_at_opener: characters of prose before that opener; openers_near: in the 8 lines up to this one;
prose_before, prose_after: share of the text's prose; prose_in_thread: the same of what follows the opener."""

_WORD_RE: Final = re.compile(r"\w+")


class Shapes(NamedTuple):
    """What the lines of a text look like; arrays of shape (n_blocks,).

    Attributes:
        chars: Characters of each, white space left out.
        is_prose, ends_sentence, has_digit: Whether it is prose, ends as a sentence does, holds a digit.
        original: Index of the first line with the same text.
        lowered: The shortened lines in lower case, each followed by a line end.
        lengths: Their characters there.
        is_unspaced: Whether there may be words of scripts without blanks.
    """

    chars: Vector
    is_prose: NDArray[np.bool_]
    ends_sentence: NDArray[np.bool_]
    has_digit: NDArray[np.bool_]
    original: Indices
    lowered: str
    lengths: NDArray[np.intp]
    is_unspaced: bool


class Places:
    """Where a text's lines stand; arrays of shape (n_blocks,).

    Args:
        table: The text's blocks.
        shapes: What they look like.
        signals: What they tell.
        n_blank: Blank lines before each.

    Attributes:
        is_opener: Lines that open a thread of comments.
        headline: Index of the line that is the text's headline, -1 for none.
        n_blank: As given.
    """

    def __init__(
        self, table: BlockTable, shapes: Shapes, signals: Signals, n_blank: NDArray[np.int8]
    ) -> None:
        self.table, self.shapes, self.chars, self.n_blank = table, shapes, shapes.chars, n_blank
        self.n = table.n_blocks
        chars, ends_sentence, has_digit = shapes.chars, shapes.ends_sentence, shapes.has_digit
        self._index = np.arange(self.n)
        comment, form, counted, button = (signals.flags[number] for number in _SPEAKING)
        short = (chars <= _MOST_OPENER_CHARS) & (~ends_sentence | (chars <= _MOST_OPENER_SENTENCE))
        # "Reply" is a button, "3 replies" and "Comments" open a thread.
        no_button = button == 0
        speaks = (
            form.view(bool)
            | (comment.view(bool) & no_button)
            | (counted.view(bool) & (has_digit | no_button))
        )
        self.is_opener: NDArray[np.bool_] = short & speaks
        self._is_plain = ~signals.flags.any(axis=0) & ~ends_sentence & ~(has_digit & (chars < _DATED_CHARS))
        self._prose: Vector = chars * shapes.is_prose
        self._prose_sums: Vector = self._prose.cumsum(dtype=np.float32)
        self._copies: NDArray[np.bool_] = (np.bincount(shapes.original) > 1).take(shapes.original)
        self.headline = self._find_headline()

    def _find_headline(self) -> int:
        """The line before the first prose that has most words in common with the prose.

        One that is a heading, or is there twice, is preferred.
        """
        table, prose = self.table, self._prose
        starts = (prose >= _REAL_PROSE).nonzero()[0]
        first = int(starts[0]) if len(starts) else self.n
        low, high = _HEADLINE_CHARS
        chars = self.chars[:first]
        might = ((chars >= low) & (chars <= high)).nonzero()[0][-_MOST_CANDIDATES:].tolist()
        split: Callable[[str], Iterable[str]] = word_set if self.shapes.is_unspaced else str.split
        if not might:
            return -1
        prose_lines = [table.text[i][:_PROSE_LOOKED_AT] for i in starts[:_N_PROSE].tolist()]
        holds = set(split("\n".join(prose_lines).lower())).__contains__
        copies, plain = self._copies[:first].tolist(), self._is_plain[:first].tolist()
        best, best_value = -1, _LEAST_VALUE
        for i in might:
            own = {word if word.isalnum() else word.strip(_SIGNS) for word in split(table.text[i].lower())}
            telling = [word for word in own if len(word) >= _TELLING_CHARS or not word.isascii()]
            value = sum(map(holds, telling)) / (len(telling) + 2)
            tag = table.tag[table.element[i]]
            value += _VALUES.get(tag, 0.0) + (_TWICE if copies[i] and len(own) > 2 else 0.0)
            value += (0.1 if plain[i] else -0.2) - 0.01 * (first - i)
            if value > best_value:
                best, best_value = i, value
        return best

    def fill(self, rows: Matrix) -> None:
        """Write the columns of `PLACE_COLUMNS`, shape (len(PLACE_COLUMNS), n_blocks)."""
        n, index, chars = self.n, self._index, self.chars
        after = self._prose_sums
        before = after - self._prose
        total = max(float(after[-1]), 1.0)
        sums = chars.cumsum(dtype=np.float32)
        last_opener = _last(self.is_opener & (before >= _ARTICLE_CHARS), index)
        is_in = last_opener >= 0
        at_opener = before.take(last_opener) * is_in
        n_openers = self.is_opener.cumsum()
        is_real = self._prose >= _REAL_PROSE
        usual = int(np.bincount(self.n_blank).argmax())
        rows[0] = self.n_blank == 0
        rows[1] = self.n_blank - usual
        rows[2] = index / n
        rows[3] = (sums - chars) / max(float(sums[-1]), 1.0)
        rows[6] = _headline_share(self)
        rows[7] = 0
        if self.headline >= 0:
            rows[7, self.headline] = 1
        rows[8], rows[9] = self.is_opener, is_in
        rows[12] = n_openers
        rows[12, 8:] -= n_openers[:-8]
        rows[16], rows[17] = before / total, 1 - after / total
        rows[18] = (1 - at_opener / total) * is_in
        logs = np.stack(
            (
                index,
                n - 1 - index,
                (index - last_opener) * is_in,
                at_opener,
                n_openers,
                index - _last(is_real, index),
                _next(is_real, index) - index,
            )
        )
        rows[_LOGS] = np.log1p(logs)

    def spans(self) -> tuple[Indices, Indices]:
        """First block and end of each of `SPANS` around each block, shape (len(SPANS), n_blocks)."""
        n, index = self.n, self._index
        first, end = np.empty((len(SPANS), n), np.intp), np.empty((len(SPANS), n), np.intp)
        np.maximum(index - _FAR, 0, out=first[0])
        np.minimum(index + _FAR + 1, n, out=end[0])
        first[1], end[1] = 0, index + 1
        first[2], end[2] = index, n
        opens = self.is_opener.copy()
        opens[1:] &= ~self.is_opener[:-1]
        np.maximum(_last(opens, index), 0, out=first[3])
        opens[:-1], opens[-1] = opens[1:].copy(), False
        np.minimum(_next(opens, index) + 1, n, out=end[3])
        return first, end


_LOGS: Final = [
    PLACE_COLUMNS.index(name)
    for name in (
        *("log_before", "log_after", "log_since_opener", "log_prose_at_opener", "openers_before"),
        *("log_since_prose", "log_until_prose"),
    )
]
_SPEAKING: Final = tuple(SIGNALS.index(role) for role in ("comment", "comment-form", "counted", "button"))


def _last(flags: NDArray[np.bool_], index: Indices) -> Indices:
    """Of each line the last flagged one up to it, -1 for none."""
    last: Indices = np.maximum.accumulate(np.where(flags, index, -1))
    return last


def _next(flags: NDArray[np.bool_], index: Indices) -> Indices:
    """Of each line the first flagged one from it on, the number of lines for none."""
    following: Indices = np.minimum.accumulate(np.where(flags, index, len(flags))[::-1])[::-1]
    return following


def _headline_share(places: Places) -> Vector:
    """Share of the headline's telling words that each line holds, where it is looked at."""
    found = np.zeros(places.n, dtype=np.float32)
    if places.headline < 0:
        return found
    words = _WORD_RE.findall(places.table.text[places.headline].lower())
    telling = sorted({w for w in words if len(w) >= _TELLING_WORD_CHARS}, key=lambda w: (-len(w), w))[
        :_MOST_TELLING
    ]
    lowered, held, of_word = places.shapes.lowered, list[int](), list[int]()
    for number, word in enumerate(telling):
        n_before, at = len(held), lowered.find(word)
        while at >= 0:
            held.append(at)
            at = lowered.find(word, at + len(word))
        of_word += [number] * (len(held) - n_before)
    if held:
        line = np.searchsorted(np.cumsum(places.shapes.lengths + 1), held, side="right")
        holds = np.zeros((len(telling), places.n), dtype=np.float32)
        holds[of_word, line] = 1 / len(telling)
        found = holds.sum(axis=0)
    return found
