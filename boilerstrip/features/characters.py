"""Counts of kinds of characters per block, for any script, over one array of code points."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["CharacterCounts", "count_characters"]

_LETTER: Final = 1
_UPPER: Final = 2
_DIGIT: Final = 4
_COMMA: Final = 8
_END: Final = 16
_SPACE: Final = 32
_WIDE: Final = 64
_PUNCTUATION: Final = 128
_LOWER: Final = 256
_QUESTION: Final = 512
_COLON: Final = 1024
_MORE: Final = 2048
_CURRENCY: Final = 4096
_COPYRIGHT: Final = 8192
_AT: Final = 16384

_COMMAS: Final = ",;:،؛、，；：՝"
_ENDS: Final = ".!?…։؟۔।॥።။။。！？｡"
_CLOSERS: Final = "\"'”’»)]」』）】"
_NAMED: Final = {
    _COMMA: _COMMAS,
    _END: _ENDS,
    _PUNCTUATION: _CLOSERS,
    _QUESTION: "?？؟;՞",
    _COLON: ":：",
    _MORE: "…→»›>+▸▶⟶",
    _COPYRIGHT: "©",
    _AT: "@＠",
}
"""Kinds that are lists of characters."""
_FIRST_WIDE: Final = 0x2E80
"""CJK, kana and hangul begin here; below, characters are looked at one by one."""
_LAST_BMP: Final = 0xFFFF
_WIDE_PER_WORD: Final = 2.0
"""Characters to a word in scripts without blanks, the usual length of a Chinese word."""
_FIELD: Final = 32
"""Bits of a count where two share an integer; no text is that long."""


class CharacterCounts:
    """Counts per block; every attribute is float32 of shape (n_blocks,).

    Attributes:
        letters, upper, digits, commas, punctuation: Characters of that kind.
        sentences: Sentence ends: a terminator followed by a blank, a closing mark or the end.
        words: Runs between blanks; in scripts without blanks two characters count as a word.
        capitalized: Words that begin with a capital.
        ends_sentence: 1 where the block's last character (closing marks aside) ends a sentence.
        ends_question, ends_colon, ends_more: 1 where its last character is such a one ("more" are
            arrows, ellipses and the like).
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
        kinds = _kinds()[np.minimum(points, _LAST_BMP)]
        is_space = (kinds & _SPACE) != 0
        is_wide = (kinds & _WIDE) != 0
        is_end = (kinds & _END) != 0
        is_digit = (kinds & _DIGIT) != 0
        after = np.append(kinds[1:], np.uint16(_SPACE))
        before_is_space = np.append(True, is_space[:-1])
        # The last dot of "..." counts, the one in "3.5" does not; wide scripts put no blank behind.
        ends = is_end & ((after & _END) == 0) & ((after & (_SPACE | _PUNCTUATION | _WIDE)) != 0)
        word_ends = ~is_space & ~is_wide & ((after & (_SPACE | _WIDE)) != 0)
        is_upper = (kinds & _UPPER) != 0
        self.letters, self.upper = _totals(starts, (kinds & _LETTER) != 0, is_upper)
        self.digits, self.sentences = _totals(starts, is_digit, ends)
        self.commas, self.punctuation = _totals(starts, (kinds & _COMMA) != 0, (kinds & _PUNCTUATION) != 0)
        self.wide, spaced_words = _totals(starts, is_wide, word_ends)
        self.words = spaced_words + self.wide / np.float32(_WIDE_PER_WORD)
        self.capitalized, self.currency = _totals(
            starts, is_upper & before_is_space, (kinds & _CURRENCY) != 0
        )
        self.copyright_sign, self.at_sign, self.clocks, self.years = _rare_totals(
            starts,
            np.flatnonzero(kinds & _COPYRIGHT),
            np.flatnonzero(kinds & _AT),
            _clocks(points, is_digit),
            _years(points, is_digit),
        )
        # Each text is followed by one separator; where a text is empty it is its own first and last.
        first = kinds[starts] if len(starts) else kinds[:0]
        last = kinds[np.maximum(np.append(starts[1:], len(kinds))[: len(starts)] - 2, starts)]
        self.begins_upper, self.begins_lower, self.begins_digit, self.begins_letter = (
            _flags(first, kind) for kind in (_UPPER, _LOWER, _DIGIT, _LETTER)
        )
        self.ends_question, self.ends_colon, self.ends_more = (
            _flags(last, kind) for kind in (_QUESTION, _COLON, _MORE)
        )
        self.ends_sentence = _last_is_end(kinds, starts)


def _flags(kinds: NDArray[np.uint16], kind: int) -> NDArray[np.float32]:
    flags: NDArray[np.float32] = ((kinds & kind) != 0).astype(np.float32)
    return flags


def _totals(
    starts: NDArray[np.intp], one: NDArray[np.bool_], other: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How many flags of either kind are set in each block, in one pass."""
    packed = one + (other * np.int64(1 << _FIELD))
    # No text is empty (each has its separator), as reduceat needs it.
    summed = np.add.reduceat(packed, starts) if len(starts) else packed[:0]
    return (summed & ((1 << _FIELD) - 1)).astype(np.float32), (summed >> _FIELD).astype(np.float32)


def _rare_totals(starts: NDArray[np.intp], *places: NDArray[np.intp]) -> list[NDArray[np.float32]]:
    """How many of these places lie in each block."""
    blocks = [np.searchsorted(starts, place, side="right") - 1 for place in places]
    return [np.bincount(block, minlength=len(starts)).astype(np.float32) for block in blocks]


def _clocks(points: NDArray[np.uint32], is_digit: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Places of the colons in times of day: a digit before, two behind, and no third."""
    at = np.flatnonzero(points[:-3] == ord(":")) if len(points) > 3 else np.zeros(0, dtype=np.intp)
    at = at[at > 0]
    found: NDArray[np.intp] = at[is_digit[at - 1] & is_digit[at + 1] & is_digit[at + 2] & ~is_digit[at + 3]]
    return found


def _years(points: NDArray[np.uint32], is_digit: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Places where four digits by themselves begin that read 19.. or 20.. ."""
    if len(points) < 5:
        return np.zeros(0, dtype=np.intp)
    a, b = points[:-4], points[1:-3]
    at = np.flatnonzero(((a == ord("1")) & (b == ord("9"))) | ((a == ord("2")) & (b == ord("0"))))
    alone = ~is_digit[np.maximum(at - 1, 0)] | (at == 0)
    found: NDArray[np.intp] = at[alone & is_digit[at + 2] & is_digit[at + 3] & ~is_digit[at + 4]]
    return found


def _last_is_end(kinds: NDArray[np.uint16], starts: NDArray[np.intp]) -> NDArray[np.float32]:
    """Look at the last three characters: a terminator may stand before closing marks."""
    ends = np.append(starts[1:], len(kinds))[: len(starts)] - 2  # each text is followed by one separator
    found = np.zeros(len(starts), dtype=bool)
    open_ = np.ones(len(starts), dtype=bool)
    for back in range(3):
        at = ends - back
        inside = open_ & (at >= starts)
        kind = kinds[np.maximum(at, 0)]
        found |= inside & ((kind & _END) != 0)
        open_ = inside & ((kind & _PUNCTUATION) != 0) & ((kind & _END) == 0)
    return found.astype(np.float32)


def count_characters(texts: Sequence[str]) -> CharacterCounts:
    """Count kinds of characters in each text.

    Args:
        texts: One string per block; lone surrogates count as letters.
    """
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts)) + 1
    starts = np.concatenate((np.zeros(1, dtype=np.intp), np.cumsum(lengths)[:-1]))[: len(texts)]
    joined = "\n".join(texts) + "\n"
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return CharacterCounts(points, starts)


@lru_cache(maxsize=1)
def _kinds() -> NDArray[np.uint16]:
    """Kind of every character of the basic plane, by code point; beyond it all count as wide letters."""
    kinds = np.zeros(_LAST_BMP + 1, dtype=np.uint16)
    for point in range(_FIRST_WIDE):
        kinds[point] = _kind(chr(point))
    kinds[_FIRST_WIDE:] = _LETTER | _WIDE
    for point in (*range(0x3000, 0x3040), *range(0xFE30, 0xFE50), *range(0xFF00, 0xFFF0)):
        kinds[point] = _kind(chr(point)) | _WIDE
    kinds[0x3000] = _SPACE
    return kinds


def _kind(character: str) -> int:
    kind = 0
    if character.isspace():
        kind |= _SPACE
    if character.isalpha():
        kind |= _LETTER | (_UPPER if character.isupper() else 0) | (_LOWER if character.islower() else 0)
    if character.isdigit():
        kind |= _DIGIT
    category = unicodedata.category(character)
    if category.startswith("P"):
        kind |= _PUNCTUATION
    if category == "Sc":
        kind |= _CURRENCY
    for named, characters in _NAMED.items():
        if character in characters:
            kind |= named
    return kind
