"""Kinds of characters, as bits: what Unicode tells of each, and lists of signs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled

__all__ = [
    "AT",
    "COLON",
    "COMMA",
    "COPYRIGHT",
    "COUNTED",
    "CURRENCY",
    "DIGIT",
    "END",
    "LAST_BMP",
    "LETTER",
    "LOWER",
    "MORE",
    "PUNCTUATION",
    "QUESTION",
    "SPACE",
    "UNSEEN",
    "UPPER",
    "WIDE",
    "Characters",
    "Known",
    "all_kinds",
    "kinds_of",
    "known_characters",
]

COMPILED: Final = compiled("features._characters")

LETTER: Final = 1
UPPER: Final = 2
DIGIT: Final = 4
COMMA: Final = 8
END: Final = 16
SPACE: Final = 32
WIDE: Final = 64
PUNCTUATION: Final = 128
LOWER: Final = 256
QUESTION: Final = 512
COLON: Final = 1024
MORE: Final = 2048
CURRENCY: Final = 4096
COPYRIGHT: Final = 8192
AT: Final = 16384
UNSEEN: Final = 32768
"""Of characters that were not looked at yet, and above all other kinds."""

_COMMAS: Final = ",;:،؛、，；：՝"
_ENDS: Final = ".!?…։؟۔।॥።။။。！？｡"
_CLOSERS: Final = "\"'”’»)]」』）】"
_NAMED: Final = {
    COMMA: _COMMAS,
    END: _ENDS,
    PUNCTUATION: _CLOSERS,
    QUESTION: "?？؟;՞",
    COLON: ":：",
    MORE: "…→»›>+▸▶⟶",
    COPYRIGHT: "©",
    AT: "@＠",
}
"""Kinds that are lists of characters."""
COUNTED: Final = (LETTER, UPPER, DIGIT, COMMA, PUNCTUATION, WIDE, CURRENCY, COPYRIGHT, AT)
"""Kinds that are counted wherever they stand."""
_FIRST_WIDE: Final = 0x2E80
"""CJK, kana and hangul begin here; below, characters are looked at one by one."""
_ROW: Final = 128  # characters that are looked at together; `_FIRST_WIDE` begins a row
LAST_BMP: Final = 0xFFFF


@dataclass(frozen=True)
class Known:
    """What is known of characters: they fall into classes, by the kinds that they are of.

    Attributes:
        class_of: Class of every character of the basic plane, by code point; those beyond are wide letters.
        kinds: Kinds of each class, as bits.
        member: 1 where a class is of a kind in `COUNTED`, shape (n_classes, n_kinds).
    """

    class_of: NDArray[np.uint8]
    kinds: NDArray[np.uint16]
    member: NDArray[np.float64]


class Characters:
    """Kinds of every character of the basic plane; of scripts that no page had yet none is known.

    Threads may look at some together; each uses what it found.
    """

    def __init__(self) -> None:
        self._kinds = kinds = _wide_kinds()
        kinds[:_FIRST_WIDE] = UNSEEN
        self.known = _classified(kinds)

    def look_at(self, points: NDArray[np.uint32]) -> Known:
        """What is known when the characters that stand beside these have been looked at, too."""
        rows = np.flatnonzero(np.bincount(points // _ROW))
        for start in (rows[rows * _ROW < _FIRST_WIDE] * _ROW).tolist():
            self._kinds[start : start + _ROW] = kinds_of(range(start, start + _ROW))
        self.known = known = _classified(self._kinds)
        return known


known_characters = lru_cache(maxsize=1)(Characters)
"""The one that all pages of a process share."""


def all_kinds() -> NDArray[np.uint16]:
    """Kinds of every character of the basic plane, by code point."""
    kinds = _wide_kinds()
    kinds[:_FIRST_WIDE] = kinds_of(range(_FIRST_WIDE))
    return kinds


def _wide_kinds() -> NDArray[np.uint16]:
    """Kinds of every character of the basic plane from `_FIRST_WIDE` on."""
    kinds = np.full(LAST_BMP + 1, LETTER | WIDE, dtype=np.uint16)
    for points in (range(0x3000, 0x3040), range(0xFE30, 0xFE50), range(0xFF00, 0xFFF0)):
        kinds[points.start : points.stop] = kinds_of(points) | WIDE
    kinds[0x3000] = SPACE
    return kinds


def _classified(kind_of: NDArray[np.uint16]) -> Known:
    """Classes of characters by the kinds of each."""
    is_there = np.zeros(2 * UNSEEN, dtype=bool)
    is_there[kind_of] = True
    kinds = np.flatnonzero(is_there)
    class_of = (np.cumsum(is_there) - 1).astype(np.uint8)
    member = np.stack([(kinds & kind) != 0 for kind in COUNTED], axis=1)
    return Known(class_of.take(kind_of), kinds.astype(np.uint16), member.astype(np.float64))


def kinds_of(points: range) -> NDArray[np.uint16]:
    """Kinds of some characters, as bits."""
    kinds = np.zeros(len(points), dtype=np.uint16)
    _add_told(points, kinds)
    for named, members in _NAMED.items():
        for at in [ord(member) - points.start for member in members if ord(member) in points]:
            kinds[at] |= named
    return kinds


def _add_told(points: range, kinds: NDArray[np.uint16]) -> None:
    """Add the kinds that Unicode tells to those of some characters."""
    if COMPILED is not None:
        COMPILED.told_kinds(points.start, unicodedata.category, kinds)
        return
    text = "".join(map(chr, points))
    is_letter = np.array(list(map(str.isalpha, text)))
    categories = list(map(unicodedata.category, text))
    for kind, told in (
        (SPACE, list(map(str.isspace, text))),
        (LETTER, is_letter),
        (UPPER, is_letter & list(map(str.isupper, text))),
        (LOWER, is_letter & list(map(str.islower, text))),
        (DIGIT, list(map(str.isdigit, text))),
        (PUNCTUATION, [category[0] == "P" for category in categories]),
        (CURRENCY, [category == "Sc" for category in categories]),
    ):
        kinds |= np.where(told, kind, 0).astype(np.uint16)
