"""Counts of kinds of characters in lines, cheap: long lines are judged by their beginning and end.

Eight counters share one 64-bit number, a byte each, so that one look-up a character and one sum a line count
everything. A counter holds up to 255, which is why no more than `LOOKED_AT` characters of a line are counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["BITS", "CLOSER", "COUNTERS", "END", "LOOKED_AT", "UPPER", "Lettering", "shorten"]

LOOKED_AT: Final = 240
"""Characters of a line that are looked at, at most."""
_TAIL: Final = 60
"""Those of them that are its last ones."""
_FIRST_WIDE: Final = 0x2E80
"""CJK, kana and hangul begin here; below, characters are looked at one by one."""
_LAST_BMP: Final = 0xFFFF
_COMMAS: Final = ",;،؛、，；՝"
_ENDS: Final = ".!?…։؟۔।॥。．！？｡"
_CLOSERS: Final = "\"'”’»)]」』）】"
_MORE_SIGNS: Final = "…→»›>+▸▶⟶"
COUNTERS: Final = ("upper", "letters", "digits", "commas", "ends", "blanks", "signs", "wide")
BITS: Final = ("more", "colon", "question", "closer", "end", "digit", "letter", "upper")
"""Kinds of a single character, from the highest bit to the lowest."""
_MORE, _COLON, _QUESTION, CLOSER, END, _DIGIT, _LETTER, UPPER = (1 << bit for bit in range(7, -1, -1))


_SHIFTS: Final = np.arange(0, 64, 8, dtype=np.uint64)[:, None]
_BYTE: Final = np.uint64(255)


def shorten(texts: Sequence[str]) -> list[str]:
    """Each text on one line, or the beginning and end of a long one."""
    head = LOOKED_AT - _TAIL
    short = [text if len(text) <= LOOKED_AT else text[:head] + text[-_TAIL:] for text in texts]
    return [text.replace("\n", " ") for text in short] if any("\n" in text for text in short) else short


class Lettering:
    """Counts of each line; float32, shape (n_lines,), unless said otherwise.

    Attributes:
        looked_at: Characters that are counted.
        counts: Characters of each of `COUNTERS`, shape (8, n_lines); ends are those that end sentences, wide
            ones stand in scripts without blanks.
        first, last, before_last: Kinds of these characters, as bits, uint8.
    """

    def __init__(self, joined: str, lengths: NDArray[np.intp]) -> None:
        """Count.

        Args:
            joined: The shortened lines, each followed by a line end.
            lengths: Their characters, without the line end, shape (n_lines,).
        """
        known = _known()
        points = np.frombuffer(bytearray(joined.encode("utf-32-le", "surrogatepass")), dtype=np.uint32)
        np.minimum(points, _LAST_BMP, out=points)
        ends = np.cumsum(lengths + 1)
        starts = ends - lengths - 1
        sums = np.add.reduceat(known.counters.take(points), starts)
        self.counts: NDArray[np.float32] = ((sums >> _SHIFTS) & _BYTE).astype(np.float32)
        self.looked_at: NDArray[np.float32] = np.maximum(lengths, 1).astype(np.float32)
        around = known.kinds.take(points.take(np.maximum(np.stack((starts, ends - 2, ends - 3)), starts)))
        self.first, self.last, self.before_last = around


class _Known(NamedTuple):
    """What is known of each character of the basic plane; those beyond count as the last of it."""

    counters: NDArray[np.uint64]
    kinds: NDArray[np.uint8]


@lru_cache(maxsize=1)
def _known() -> _Known:
    counters = np.zeros(_LAST_BMP + 1, dtype=np.uint64)
    kinds = np.zeros(_LAST_BMP + 1, dtype=np.uint8)
    counters[_FIRST_WIDE:] = _packed("letters", "wide")
    kinds[_FIRST_WIDE:] = _LETTER
    for point in (
        *range(_FIRST_WIDE),
        *range(0x3000, 0x3040),
        *range(0xFE30, 0xFE50),
        *range(0xFF00, 0xFFF0),
    ):
        counters[point], kinds[point] = _look_up(chr(point))
    counters[0xFFFE:] = _packed("letters")  # emoji and rare scripts
    return _Known(counters, kinds)


def _packed(*names: str) -> int:
    return sum(1 << 8 * COUNTERS.index(name) for name in names)


def _look_up(char: str) -> tuple[int, int]:
    """The counters of a character, packed, and its kinds."""
    if char in _COMMAS:
        return _packed("commas"), 0
    if char.isspace():
        return (_packed("blanks") if char != "\n" else 0), 0
    if char.isdigit():
        return _packed("digits"), _DIGIT
    if char.isalpha() or unicodedata.category(char)[0] == "M":
        is_wide = char >= "\u2e80" or "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f"
        name, kind = ("upper", UPPER) if char.isupper() else ("letters", _LETTER)
        return _packed(name, "wide") if is_wide else _packed(name), kind
    kind = sum(bit for bit, signs in _SIGNS_OF.items() if char in signs)
    return _packed("ends" if char in _ENDS else "signs"), kind


_SIGNS_OF: Final = {END: _ENDS, CLOSER: _CLOSERS, _QUESTION: "?？؟;՞", _COLON: ":：", _MORE: _MORE_SIGNS}
