"""Counts of kinds of characters per block, for any script, over one array of code points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.kinds import (
    COLON,
    DIGIT,
    END,
    LAST_BMP,
    LETTER,
    LOWER,
    MORE,
    PUNCTUATION,
    QUESTION,
    SPACE,
    UNSEEN,
    UPPER,
    WIDE,
    all_kinds,
    known_characters,
)
from boilerstrip.products import product

__all__ = ["CharacterCounts", "CountedRows", "count_characters"]

COMPILED: Final = compiled("features._characters")

_WIDE_PER_WORD: Final = 2.0  # in scripts without blanks; the usual length of a Chinese word


class CharacterCounts:
    """Counts per block; every attribute is float32 of shape (n_blocks,).

    Attributes:
        letters, upper, digits, commas, punctuation: Characters of that kind.
        sentences: Sentence ends: a terminator followed by a blank, a closing mark or the end.
        words: Runs between blanks; in scripts without blanks two characters count as a word.
        capitalized: Words that begin with a capital.
        ends_sentence: 1 where the block's last character (closing marks aside) ends a sentence.
        ends_question, ends_colon, ends_more: 1 where its last character is such a one (more: an arrow, ...).
        begins_upper, begins_lower, begins_digit, begins_letter: 1 where its first character is such.
        currency, copyright_sign, at_sign: Signs of that kind.
        clocks: Times of day, as 9:05.
        years: Four digits by themselves that read 19.. or 20...
        wide: Characters of scripts that are written without blanks and twice as wide.
    """

    __slots__ = (
        *("letters", "upper", "digits", "commas", "punctuation", "sentences", "words", "capitalized"),
        *("ends_sentence", "ends_question", "ends_colon", "ends_more"),
        *("begins_upper", "begins_lower", "begins_digit", "begins_letter"),
        *("currency", "copyright_sign", "at_sign", "clocks", "years", "wide"),
    )

    def __init__(self, points: NDArray[np.uint32], starts: NDArray[np.intp]) -> None:
        # Each text is followed by one separator; where a text is empty it is its own first and last.
        lengths = np.diff(np.append(starts, len(points)))
        bounded = np.minimum(points, LAST_BMP)
        known = known_characters().known
        classes = known.class_of.take(bounded)
        kinds = known.kinds.take(classes)
        if kinds.max(initial=0) >= UNSEEN:
            known = known_characters().look_at(bounded)
            classes = known.class_of.take(bounded)
            kinds = known.kinds.take(classes)
        owner = np.repeat(np.arange(len(starts)), lengths)
        self.letters, self.upper, self.digits, self.commas, self.punctuation, *rarer = _count_kinds(
            known.member, classes, owner, len(starts)
        )
        self.wide, self.currency, self.copyright_sign, self.at_sign = rarer

        def count(places: NDArray[np.intp]) -> NDArray[np.float32]:
            return np.bincount(owner.take(places), minlength=len(starts)).astype(np.float32)

        self.sentences = count(_sentence_ends(kinds))
        self.words = count(_word_ends(kinds)) + self.wide / np.float32(_WIDE_PER_WORD)
        upper = np.flatnonzero((kinds & UPPER) != 0)
        self.capitalized = count(upper[((kinds.take(upper - 1) & SPACE) != 0) | (upper == 0)])
        self.years = count(_years(points, np.flatnonzero((kinds & DIGIT) != 0)))
        self.clocks = count(_clocks(points, kinds))
        first, last = kinds[starts], kinds[np.maximum(starts + lengths - 2, starts)]
        begins = (_flags(first, kind) for kind in (UPPER, LOWER, DIGIT, LETTER))
        self.begins_upper, self.begins_lower, self.begins_digit, self.begins_letter = begins
        ends = (_flags(last, kind) for kind in (QUESTION, COLON, MORE))
        self.ends_question, self.ends_colon, self.ends_more = ends
        self.ends_sentence = _last_is_end(kinds, starts)


class CountedRows(CharacterCounts):
    """Counts that lie in one array, `rows`, one below the other, as the compiled part makes them."""

    __slots__ = ("rows",)

    def __init__(self, texts: list[str]) -> None:
        self.rows = np.empty((len(CharacterCounts.__slots__), len(texts)), dtype=np.float32)
        _compiled().count(texts, self.rows)

    def __getattr__(self, name: str) -> NDArray[np.float32]:
        """A row, which few pages need by its name."""
        if name not in CharacterCounts.__slots__:
            raise AttributeError(name)
        row: NDArray[np.float32] = self.rows[CharacterCounts.__slots__.index(name)]
        return row


def _count_kinds(
    member: NDArray[np.float64], classes: NDArray[np.uint8], owner: NDArray[np.intp], n_blocks: int
) -> NDArray[np.float32]:
    """How many characters of each kind in `COUNTED` each block has, shape (n_kinds, n_blocks)."""
    n_classes = len(member)
    counts = np.bincount(owner * n_classes + classes, minlength=n_blocks * n_classes)
    counted = product(counts.reshape(n_blocks, n_classes).astype(member.dtype), member)
    return np.ascontiguousarray(counted.T, dtype=np.float32)


def _sentence_ends(kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places of terminators that end a sentence."""
    at = np.flatnonzero((kinds & END) != 0)
    after = kinds.take(at + 1)  # there is one: a separator is the last of all
    # The last dot of "..." counts, the one in "3.5" does not; wide scripts put no blank behind.
    found: NDArray[np.intp] = at[((after & END) == 0) & ((after & (SPACE | PUNCTUATION | WIDE)) != 0)]
    return found


def _word_ends(kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places where a run between blanks ends, but for wide characters."""
    at = np.flatnonzero((kinds & (SPACE | WIDE)) != 0)
    found: NDArray[np.intp] = at[(at > 0) & ((kinds.take(at - 1) & (SPACE | WIDE)) == 0)] - 1
    return found


def _flags(kinds: NDArray[np.uint16], kind: int) -> NDArray[np.float32]:
    flags: NDArray[np.float32] = ((kinds & kind) != 0).astype(np.float32)
    return flags


def _clocks(points: NDArray[np.uint32], kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places of the colons in times of day: a digit before, two behind, and no third."""
    at = np.flatnonzero((kinds & COLON) != 0)
    at = at[(at > 0) & (at < len(points) - 3)]
    before, one, two, third = ((kinds.take(at + step) & DIGIT) != 0 for step in (-1, 1, 2, 3))
    found: NDArray[np.intp] = at[before & one & two & ~third & (points.take(at) == ord(":"))]
    return found


def _years(points: NDArray[np.uint32], digits: NDArray[np.intp]) -> NDArray[np.intp]:
    """Places where four of these digits by themselves begin that read 19.. or 20.. ."""
    far = len(points) + 8  # stands for the digits beyond either end
    around = np.concatenate(([-far], digits, [far] * 4))
    fourth, fifth = around[4:-1], around[5:]
    at = digits[(around[:-5] < digits - 1) & (fourth == digits + 3) & (fifth != digits + 4)]
    a, b = points.take(at), points.take(at + 1)
    found: NDArray[np.intp] = at[((a == ord("1")) & (b == ord("9"))) | ((a == ord("2")) & (b == ord("0")))]
    return found


def _last_is_end(kinds: NDArray[np.uint16], starts: NDArray[np.intp]) -> NDArray[np.float32]:
    """Look at the last three characters: a terminator may stand before closing marks."""
    ends = np.append(starts[1:], len(kinds))[: len(starts)] - 2  # each text is followed by one separator
    at = ends - np.arange(3)[:, None]
    kind = np.where(at >= starts, kinds.take(np.maximum(at, 0)), np.uint16(0))
    is_end, is_closing = (kind & END) != 0, (kind & (PUNCTUATION | END)) == PUNCTUATION
    found: NDArray[np.bool_] = is_end[0] | (is_closing[0] & (is_end[1] | (is_closing[1] & is_end[2])))
    return found.astype(np.float32)


def count_characters(texts: Sequence[str]) -> CharacterCounts:
    """Count kinds of characters in each text, one per block; lone surrogates count as letters."""
    if COMPILED is not None:
        return CountedRows(list(texts))
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts)) + 1
    starts = np.concatenate((np.zeros(1, dtype=np.intp), np.cumsum(lengths)[:-1]))[: len(texts)]
    joined = ("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass")
    return CharacterCounts(np.frombuffer(joined, dtype=np.uint32), starts)


@lru_cache(maxsize=1)
def _compiled() -> Any:
    """What the compiled part knows of characters: of all scripts, it looks them up in no time."""
    return COMPILED.Known(all_kinds())  # type: ignore[union-attr]
