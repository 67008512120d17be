"""Columns on where a line stands: beside what, under which heading, after what opens a thread of comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.arrays import Columns, Indices, Vector

__all__ = ["PLACE_COLUMNS", "SPANS", "Places", "measure_places", "spans_of"]

_MOST_OPENER_CHARS: Final = 90
_MOST_OPENER_SENTENCE: Final = 45
"""Characters of a line that opens a thread though it ends as a sentence does ("Comments are closed.")."""
_FAR: Final = 12
"""Lines on either side of the wider window."""
_NEAR: Final = 3
_HEADLINE_CHARS: Final = (15, 160)
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
    *("openers_before", "log_since_heading", "log_since_prose", "log_until_prose", "prose_before", "prose_after"),
    *("prose_near", "prose_far", "buttons_far", "names_far", "dates_far", "phrases_far", "length_before"),
    *("length_after", "prose_share_after_opener"),
)
"""blanks: lines before the block, less the text's usual; share_before, chars_before: of the text, by blocks and by
characters; headline_share: of the headline's telling words that the block holds; in_thread: after a line that opens
a thread, where there is prose before it; log_since_*: blocks since the last such one; log_prose_at_opener: characters
of prose before the last line that opens a thread; openers_near: in the 8 lines up to this one; *_near, *_far: mean over
3 and 12 lines on either side."""

_WORD_RE: Final = re.compile(r"\w+")


class Places:
    """A text's lines and what is known of them, arrays of shape (n_blocks,).

    Attributes:
        said: Flags by signal, see `signals.SIGNALS`.
        is_opener: Lines that open a thread of comments.
        headline: Index of the line that is the text's headline, -1 for none.
    """

    def __init__(
        self,
        table: BlockTable,
        chars: Vector,
        is_prose: NDArray[np.bool_],
        ends_sentence: NDArray[np.bool_],
        original: Indices,
        said: Mapping[str, NDArray[np.uint8]],
        n_blank: NDArray[np.int8],
        joined: str,
        lengths: NDArray[np.intp],
    ) -> None:
        self.table, self.chars, self.is_prose, self.said, self.n_blank = table, chars, is_prose, said, n_blank
        self.joined, self.lengths, self.original = joined, lengths, original
        self.n = table.n_blocks
        short = (chars <= _MOST_OPENER_CHARS) & (~ends_sentence | (chars <= _MOST_OPENER_SENTENCE))
        speaks = (said["comment"] | said["comment-form"] | said["counted"]) > 0
        self.is_opener: NDArray[np.bool_] = speaks & short & ~((said["button"] > 0) & (said["counted"] == 0))
        self.prose: Vector = np.where(is_prose, chars, np.float32(0))
        self.headline = self._find_headline()

    def _find_headline(self) -> int:
        """A line that is there twice or is a heading, before most prose; else the last one before the prose."""
        low, high = _HEADLINE_CHARS
        prose = np.cumsum(self.prose)
        early = np.searchsorted(prose, max(0.5 * float(prose[-1]), 1.0), side="right") if self.n else 0
        might = np.flatnonzero((self.chars[:early] >= low) & (self.chars[:early] <= high)).tolist()
        repeated = np.bincount(self.original, minlength=self.n)[self.original] > 1
        tags = [self.table.tag[self.table.element[i]] for i in might]
        for i, tag in zip(might, tags, strict=True):
            if tag == "h1":
                return int(i)
        starts = np.flatnonzero(self.prose[:early] >= 100)
        first = int(starts[0]) if len(starts) else early
        before = [i for i in might if i < first and self.table.text[i].count(" ") >= 2]
        twice = [i for i in before if repeated[i]]
        if twice:
            return int(twice[-1])
        headed = [i for i, tag in zip(might, tags, strict=True) if tag in ("h1", "h2") and i <= first]
        return int(headed[0]) if headed else int(before[-1]) if before else -1


def measure_places(places: Places) -> Columns:
    """The columns of `PLACE_COLUMNS`."""
    n, index = places.n, np.arange(places.n)
    chars, prose, said = places.chars, places.prose, places.said
    sums = np.cumsum(chars)
    prose_sums = np.cumsum(prose)
    before = prose_sums - prose
    opener = places.is_opener & (before >= _ARTICLE_CHARS)
    last_opener = _last(opener)
    n_openers = np.cumsum(places.is_opener)
    at_opener = np.where(last_opener >= 0, before[last_opener], 0)
    total = max(float(prose_sums[-1]), 1.0)
    share = (prose_sums[-1] - at_opener) / total
    blanks = places.n_blank.astype(np.float32)
    is_heading = np.array([places.table.tag[e][0] == "h" for e in places.table.element], dtype=bool)
    phrases = sum(flags for role, flags in said.items() if role not in ("counted", "button", "ago", "author-bio"))
    is_real = (prose >= 100)
    is_prose = places.is_prose.astype(np.float32)
    is_name = (chars <= 30) & ~places.is_prose
    log_chars = np.log1p(chars)
    return [
        blanks == 0,
        blanks - np.float32(np.median(blanks)),
        index / n,
        (sums - chars) / max(float(sums[-1]), 1.0),
        np.log1p(index),
        np.log1p(n - 1 - index),
        _headline_share(places),
        index == places.headline,
        places.is_opener,
        last_opener >= 0,
        np.where(last_opener >= 0, np.log1p(index - last_opener), 0),
        np.log1p(at_opener),
        np.minimum(n_openers - np.concatenate((np.zeros(min(8, n), np.intp), n_openers[: max(n - 8, 0)])), 4),
        np.log1p(n_openers),
        np.log1p(index - _last(is_heading)),
        np.log1p(index - _last(is_real)),
        np.log1p(_next(is_real) - index),
        before / total,
        (prose_sums[-1] - prose_sums) / total,
        _window(is_prose, _NEAR),
        _window(is_prose, _FAR),
        _window(said["button"], _FAR),
        _window(is_name, _FAR),
        _window(said["ago"], _FAR),
        _window(np.minimum(phrases, 1), _FAR),
        np.concatenate(([0], log_chars[:-1])),
        np.concatenate((log_chars[1:], [0])),
        np.where(last_opener >= 0, share, 0),
    ]


def spans_of(places: Places) -> tuple[Indices, Indices]:
    """First block and end of each of `SPANS` around each block, shape (len(SPANS), n_blocks)."""
    n, index = places.n, np.arange(places.n)
    opens = places.is_opener & ~np.concatenate(([False], places.is_opener[:-1]))
    first = np.maximum(_last(opens), 0)
    following = np.concatenate((opens[1:], [False]))
    end = np.minimum(_next(following) + 1, n)
    return (
        np.stack([np.maximum(index - _FAR, 0), np.zeros(n, np.intp), index, first]),
        np.stack([np.minimum(index + _FAR + 1, n), index + 1, np.full(n, n), end]),
    )


def _last(flags: NDArray[np.bool_]) -> Indices:
    """Of each line the last flagged one up to it, -1 for none."""
    last: Indices = np.maximum.accumulate(np.where(flags, np.arange(len(flags)), -1))
    return last


def _next(flags: NDArray[np.bool_]) -> Indices:
    """Of each line the first flagged one from it on, the number of lines for none."""
    n = len(flags)
    following: Indices = np.minimum.accumulate(np.where(flags, np.arange(n), n)[::-1])[::-1]
    return following


def _window(values: NDArray[np.generic], reach: int) -> Vector:
    """Mean over the lines up to `reach` on either side."""
    n = len(values)
    sums = np.concatenate((np.zeros(1, np.float32), np.cumsum(values, dtype=np.float32)))
    index = np.arange(n)
    a, b = np.maximum(index - reach, 0), np.minimum(index + reach + 1, n)
    mean: Vector = (sums[b] - sums[a]) / (b - a)
    return mean


def _headline_share(places: Places) -> Vector:
    """Share of the headline's telling words that each line holds, where it is looked at."""
    found = np.zeros(places.n, dtype=np.float32)
    if places.headline < 0:
        return found
    words = _WORD_RE.findall(places.table.text[places.headline].lower())
    telling = sorted({w for w in words if len(w) >= _TELLING_WORD_CHARS}, key=lambda w: (-len(w), w))[:_MOST_TELLING]
    joined, ends = places.joined.lower(), np.cumsum(places.lengths + 1)
    if not telling or len(joined) != len(places.joined):  # a letter or two get longer: İ
        return found
    for word in telling:
        at, held = joined.find(word), list[int]()
        while at >= 0:
            held.append(at)
            at = joined.find(word, at + len(word))
        found[np.unique(np.searchsorted(ends, held, side="right"))] += 1
    share: Vector = found / np.float32(len(telling))
    return share
