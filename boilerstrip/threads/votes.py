"""How many votes an entry has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.threads.labels import vote_weight, words_of
from boilerstrip.threads.marked import Marked
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.telling import VOTES
from boilerstrip.threads.terms import DOWN, UP

__all__ = ["find_score"]

COMPILED: Final = compiled("threads._told")
_COUNT_RE: Final = re.compile(
    r"([+−–-]?)\s?(\d{1,9}(?:[.,]\d{1,3}){0,2})\s?([km]?)(?![\w:/%])", re.IGNORECASE
)
_NUMBER: Final = r"([+−–-]?\d{1,3}(?:,\d{3}){1,2}|[+−–-]?\d{1,9})"
_ONES: Final = ("point", "like", "vote", "upvote")
_MANY: Final = ("votos", "me gusta", "j'aime", "punkte", "stimmen")
"""What is counted; "s" may follow the former."""
_COUNTED_RE: Final = re.compile(
    rf"{_NUMBER}\s?(?:(?:{'|'.join(_ONES)})s?|{'|'.join(_MANY)})\b", re.IGNORECASE
)
_COUNTS: Final = ("like", "upvote", "vote", "point", "score", "karma")
"""What stands before a number, with an "s" or without."""
_NAMED_RE: Final = re.compile(rf"\b(?:{'|'.join(_COUNTS)})s?\W{{1,3}}([+−–-]?\d{{1,9}})(?!\w)", re.IGNORECASE)
_DIGIT_RE: Final = re.compile(r"\d")
_LINE_CHARS: Final = 96
"""Characters of a line that may say how many votes there are."""
_LABEL_CHARS: Final = 24
"""Characters beside the number in an element that shows it."""
_THOUSANDS: Final = {"": 1, "k": 1_000, "m": 1_000_000}
_DECIMALS: Final = 3
"""Digits behind a point from which it parts thousands."""
_PROP, _NAMED = 6.0, 2.5
"""Weights of microdata and of an attribute's words, beside those of `labels.vote_weight` (2 and 3)."""
_SURE: Final = 3.0
"""Weight from which a count is that of all votes, also where those for and against are told apart."""
_WAYS: Final = 3
"""Counts that some pages show in one place: without the reader's vote, with one against, with one for."""


def find_score(reading: Reading, entry: int, elements: Sequence[Marked], lines: Sequence[int]) -> int | None:
    """The votes for an entry less those against it; None where the page does not say.

    Args:
        entry: The entry's element.
        elements: Those inside it that have attributes and are not part of its words.
        lines: Its blocks that are not part of its words.
    """
    detail = reading.detail(entry)
    for name in ("@upvoteCount", "data-score", "data-votes", "data-likes", "score"):
        if name in detail and (count := _count(detail[name])) is not None:
            return count
    best, best_weight, ups, downs = _told(reading, elements)
    if len(best) == _WAYS and max(best) - min(best) == _WAYS - 1:
        return sorted(best)[1]
    if ups and downs and best_weight <= _SURE:
        return ups[0] - abs(downs[0])
    return best[0] if best else _in_lines(reading, lines)


def _told(reading: Reading, elements: Sequence[Marked]) -> tuple[list[int], float, list[int], list[int]]:
    """The counts that elements show surest, their weight, those of votes for and those of votes against."""
    if COMPILED:
        told: tuple[list[int], float, list[int], list[int]] = COMPILED.votes(reading, elements, _HOW)
        return told
    best, best_weight = list[int](), 0.0
    ups, downs = list[int](), list[int]()
    for item in elements:
        if not item.tells & VOTES:
            continue
        count, weight = _voted(reading, item)
        if count is None:
            continue
        words = {*words_of(item.label), *words_of(item.detail.get("data-role", ""))}
        if not DOWN.isdisjoint(words):
            downs.append(count)
        elif not UP.isdisjoint(words):
            ups.append(count)
        if weight > best_weight:
            best, best_weight = [count], weight
        elif weight == best_weight:
            best.append(count)
    return best, best_weight, ups, downs


def _in_lines(reading: Reading, lines: Sequence[int]) -> int | None:
    if COMPILED:
        told = COMPILED.votes_in(reading, lines, _LINE_CHARS, _ONES + _MANY, _COUNTED_RE.search)
        return _count(told[1]) if told else None
    for block in lines:
        text = reading.table.text[block]
        if len(text) <= _LINE_CHARS and _DIGIT_RE.search(text) and (found := _COUNTED_RE.search(text)):
            return _count(found[1])
    return None


def _voted(reading: Reading, item: Marked) -> tuple[int | None, float]:
    """The count of votes that an element shows, and how surely it is one."""
    table, detail = reading.table, item.detail
    weight = _PROP if "upvotecount" in item.props else float(vote_weight(item.label)) if item.label else 0.0
    for name in ("aria-label", "title"):
        if name in detail:
            words = detail[name][:_LINE_CHARS]
            if _DIGIT_RE.search(words) and (found := _NAMED_RE.search(words) or _COUNTED_RE.search(words)):
                return _count(found[1]), max(weight, _NAMED)
    if not weight:
        return None, 0
    for name in ("content", "data-value", "data-count", "data-score"):
        if name in detail and (count := _count(detail[name])) is not None:
            return count, weight
    text = detail.get("#text", "")
    first = table.first_block[item.element]
    if not text and table.end_block[item.element] - first == 1 and (table.label[item.element] or item.props):
        text = table.text[first]
    return (_count(text), weight) if text else (None, 0)


def _count(text: str) -> int | None:
    """A number of votes: "12", "+3", "−4", "1.2k", "1,204 points"; None for what is none.

    >>> [_count(text) for text in ("+3", "−4", "1.2k", "1,204 points", "3 of 5")]
    [3, -4, 1200, 1204, None]
    """
    if len(text) > 2 * _LABEL_CHARS:
        return None
    found = _COUNT_RE.findall(text)
    if len(found) != 1 or len(text) - sum(map(len, found[0])) > _LABEL_CHARS:
        return None
    sign, digits, unit = found[0]
    plain = digits.replace(",", ".")
    if unit and "." in plain and len(plain.rpartition(".")[2]) < _DECIMALS:
        number = round(float(plain) * _THOUSANDS[unit.lower()])
    else:
        number = int(plain.replace(".", "")) * _THOUSANDS[unit.lower()]
    return -number if sign and sign != "+" else number


_HOW: Final = (
    (_NAMED_RE.search, _COUNTED_RE.search, _count, _COUNTS + _ONES + _MANY),
    (_LINE_CHARS, _PROP, _NAMED),
)
"""What a compiled part is given."""
