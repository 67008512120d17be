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

_COMMAS: Final = ",;:،؛、，；：՝"
_ENDS: Final = ".!?…։؟۔।॥።။។。！？｡"
_CLOSERS: Final = "\"'”’»)]」』）】"
_FIRST_WIDE: Final = 0x2E80
"""CJK, kana and hangul begin here; below, characters are looked at one by one."""
_LAST_BMP: Final = 0xFFFF
_WIDE_PER_WORD: Final = 2.0
"""Characters to a word in scripts without blanks, the usual length of a Chinese word."""


class CharacterCounts:
    """Counts per block; every attribute is float32 of shape (n_blocks,).

    Attributes:
        letters, upper, digits, commas, punctuation: Characters of that kind.
        sentences: Sentence ends: a terminator followed by a blank, a closing mark or the end.
        words: Runs between blanks; in scripts without blanks two characters count as a word.
        ends_sentence: 1 where the block's last character (closing marks aside) ends a sentence.
    """

    __slots__ = ("commas", "digits", "ends_sentence", "letters", "punctuation", "sentences", "upper", "words")

    def __init__(self, codes: NDArray[np.uint8], starts: NDArray[np.intp]) -> None:
        def total(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
            # No text is empty (each has its separator), as reduceat needs it.
            counted = np.add.reduceat(flags, starts, dtype=np.int32) if len(starts) else starts
            return counted.astype(np.float32)

        is_space = (codes & _SPACE) != 0
        is_wide = (codes & _WIDE) != 0
        is_end = (codes & _END) != 0
        after = np.append(codes[1:], np.uint8(_SPACE))
        # The last dot of "..." counts, the one in "3.5" does not; wide scripts put no blank behind.
        ends = is_end & ((after & _END) == 0) & ((after & (_SPACE | _PUNCTUATION | _WIDE)) != 0)
        word_ends = ~is_space & ~is_wide & ((after & (_SPACE | _WIDE)) != 0)
        self.letters = total((codes & _LETTER) != 0)
        self.upper = total((codes & _UPPER) != 0)
        self.digits = total((codes & _DIGIT) != 0)
        self.commas = total((codes & _COMMA) != 0)
        self.punctuation = total((codes & _PUNCTUATION) != 0)
        self.sentences = total(ends)
        self.words = total(word_ends) + total(is_wide) / np.float32(_WIDE_PER_WORD)
        self.ends_sentence = _last_is_end(codes, starts)


def _last_is_end(codes: NDArray[np.uint8], starts: NDArray[np.intp]) -> NDArray[np.float32]:
    """Look at the last three characters: a terminator may stand before closing marks."""
    ends = np.append(starts[1:], len(codes)) - 2  # each text is followed by one separator
    found = np.zeros(len(starts), dtype=bool)
    open_ = np.ones(len(starts), dtype=bool)
    for back in range(3):
        at = ends - back
        inside = open_ & (at >= starts)
        kind = codes[np.maximum(at, 0)]
        found |= inside & ((kind & _END) != 0)
        open_ = inside & ((kind & _PUNCTUATION) != 0) & ((kind & _END) == 0)
    return found.astype(np.float32)


def count_characters(texts: Sequence[str]) -> CharacterCounts:
    """Count kinds of characters in each text.

    Args:
        texts: One string per block; lone surrogates count as letters.
    """
    lengths = np.fromiter((len(text) + 1 for text in texts), dtype=np.intp, count=len(texts))
    starts = np.concatenate((np.zeros(1, dtype=np.intp), np.cumsum(lengths)[:-1]))
    joined = "\n".join(texts) + "\n"
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return CharacterCounts(_kinds()[np.minimum(points, _LAST_BMP)], starts)


@lru_cache(maxsize=1)
def _kinds() -> NDArray[np.uint8]:
    """Kind of every character of the basic plane, by code point; beyond it all count as wide letters."""
    kinds = np.zeros(_LAST_BMP + 1, dtype=np.uint8)
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
        kind |= _LETTER | (_UPPER if character.isupper() else 0)
    if character.isdigit():
        kind |= _DIGIT
    if character in _COMMAS:
        kind |= _COMMA
    if character in _ENDS:
        kind |= _END
    if character in _CLOSERS or unicodedata.category(character).startswith("P"):
        kind |= _PUNCTUATION
    return kind
