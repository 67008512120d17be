"""Counts of kinds of characters per block, for any script, over one array of code points."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.products import product

__all__ = ["CharacterCounts", "CountedRows", "count_characters"]

COMPILED: Final = compiled("features._characters")

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
_UNSEEN: Final = 32768
"""Of characters that were not looked at yet, and above all other kinds."""

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
_COUNTED: Final = (_LETTER, _UPPER, _DIGIT, _COMMA, _PUNCTUATION, _WIDE, _CURRENCY, _COPYRIGHT, _AT)
"""Kinds that are counted wherever they stand."""
_FIRST_WIDE: Final = 0x2E80
"""CJK, kana and hangul begin here; below, characters are looked at one by one."""
_ROW: Final = 128  # characters that are looked at together; `_FIRST_WIDE` begins a row
_LAST_BMP: Final = 0xFFFF
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
        bounded = np.minimum(points, _LAST_BMP)
        known = _characters().known
        classes = known.class_of.take(bounded)
        kinds = known.kinds.take(classes)
        if kinds.max(initial=0) >= _UNSEEN:
            known = _characters().look_at(bounded)
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
        upper = np.flatnonzero((kinds & _UPPER) != 0)
        self.capitalized = count(upper[((kinds.take(upper - 1) & _SPACE) != 0) | (upper == 0)])
        self.years = count(_years(points, np.flatnonzero((kinds & _DIGIT) != 0)))
        self.clocks = count(_clocks(points, kinds))
        first, last = kinds[starts], kinds[np.maximum(starts + lengths - 2, starts)]
        begins = (_flags(first, kind) for kind in (_UPPER, _LOWER, _DIGIT, _LETTER))
        self.begins_upper, self.begins_lower, self.begins_digit, self.begins_letter = begins
        ends = (_flags(last, kind) for kind in (_QUESTION, _COLON, _MORE))
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
    """How many characters of each kind in `_COUNTED` each block has, shape (n_kinds, n_blocks)."""
    n_classes = len(member)
    counts = np.bincount(owner * n_classes + classes, minlength=n_blocks * n_classes)
    counted = product(counts.reshape(n_blocks, n_classes).astype(member.dtype), member)
    return np.ascontiguousarray(counted.T, dtype=np.float32)


def _sentence_ends(kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places of terminators that end a sentence."""
    at = np.flatnonzero((kinds & _END) != 0)
    after = kinds.take(at + 1)  # there is one: a separator is the last of all
    # The last dot of "..." counts, the one in "3.5" does not; wide scripts put no blank behind.
    found: NDArray[np.intp] = at[((after & _END) == 0) & ((after & (_SPACE | _PUNCTUATION | _WIDE)) != 0)]
    return found


def _word_ends(kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places where a run between blanks ends, but for wide characters."""
    at = np.flatnonzero((kinds & (_SPACE | _WIDE)) != 0)
    found: NDArray[np.intp] = at[(at > 0) & ((kinds.take(at - 1) & (_SPACE | _WIDE)) == 0)] - 1
    return found


def _flags(kinds: NDArray[np.uint16], kind: int) -> NDArray[np.float32]:
    flags: NDArray[np.float32] = ((kinds & kind) != 0).astype(np.float32)
    return flags


def _clocks(points: NDArray[np.uint32], kinds: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Places of the colons in times of day: a digit before, two behind, and no third."""
    at = np.flatnonzero((kinds & _COLON) != 0)
    at = at[(at > 0) & (at < len(points) - 3)]
    before, one, two, third = ((kinds.take(at + step) & _DIGIT) != 0 for step in (-1, 1, 2, 3))
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
    is_end, is_closing = (kind & _END) != 0, (kind & (_PUNCTUATION | _END)) == _PUNCTUATION
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


@dataclass(frozen=True)
class _Known:
    """What is known of characters: they fall into classes, by the kinds that they are of.

    Attributes:
        class_of: Class of every character of the basic plane, by code point; those beyond are wide letters.
        kinds: Kinds of each class, as bits.
        member: 1 where a class is of a kind in `_COUNTED`, shape (n_classes, n_kinds).
    """

    class_of: NDArray[np.uint8]
    kinds: NDArray[np.uint16]
    member: NDArray[np.float64]


class _Characters:
    """Kinds of every character of the basic plane; of scripts that no page had yet none is known.

    Threads may look at some together; each uses what it found.
    """

    def __init__(self) -> None:
        self._kinds = kinds = _wide_kinds()
        kinds[:_FIRST_WIDE] = _UNSEEN
        self.known = _classified(kinds)

    def look_at(self, points: NDArray[np.uint32]) -> _Known:
        """What is known when the characters that stand beside these have been looked at, too."""
        rows = np.flatnonzero(np.bincount(points // _ROW))
        for start in (rows[rows * _ROW < _FIRST_WIDE] * _ROW).tolist():
            self._kinds[start : start + _ROW] = _kinds_of(range(start, start + _ROW))
        self.known = known = _classified(self._kinds)
        return known


_characters = lru_cache(maxsize=1)(_Characters)


@lru_cache(maxsize=1)
def _compiled() -> Any:
    """What the compiled part knows of characters: of all scripts, it looks them up in no time."""
    kinds = _wide_kinds()
    kinds[:_FIRST_WIDE] = _kinds_of(range(_FIRST_WIDE))
    return COMPILED.Known(kinds)  # type: ignore[union-attr]


def _wide_kinds() -> NDArray[np.uint16]:
    """Kinds of every character of the basic plane from `_FIRST_WIDE` on."""
    kinds = np.full(_LAST_BMP + 1, _LETTER | _WIDE, dtype=np.uint16)
    for points in (range(0x3000, 0x3040), range(0xFE30, 0xFE50), range(0xFF00, 0xFFF0)):
        kinds[points.start : points.stop] = _kinds_of(points) | _WIDE
    kinds[0x3000] = _SPACE
    return kinds


def _classified(kind_of: NDArray[np.uint16]) -> _Known:
    """Classes of characters by the kinds of each."""
    is_there = np.zeros(2 * _UNSEEN, dtype=bool)
    is_there[kind_of] = True
    kinds = np.flatnonzero(is_there)
    class_of = (np.cumsum(is_there) - 1).astype(np.uint8)
    member = np.stack([(kinds & kind) != 0 for kind in _COUNTED], axis=1)
    return _Known(class_of.take(kind_of), kinds.astype(np.uint16), member.astype(np.float64))


def _kinds_of(points: range) -> NDArray[np.uint16]:
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
    characters = "".join(map(chr, points))
    is_letter = np.array(list(map(str.isalpha, characters)))
    categories = list(map(unicodedata.category, characters))
    for kind, told in (
        (_SPACE, list(map(str.isspace, characters))),
        (_LETTER, is_letter),
        (_UPPER, is_letter & list(map(str.isupper, characters))),
        (_LOWER, is_letter & list(map(str.islower, characters))),
        (_DIGIT, list(map(str.isdigit, characters))),
        (_PUNCTUATION, [category[0] == "P" for category in categories]),
        (_CURRENCY, [category == "Sc" for category in categories]),
    ):
        kinds |= np.where(told, kind, 0).astype(np.uint16)
