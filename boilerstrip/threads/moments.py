"""When an entry was written: as machines read it, else as the page says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from boilerstrip.metadata.dates import iso_date
from boilerstrip.threads.dates import date_in, has_date
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import DATE_PROPS, words_of

__all__ = ["Moment", "find_moment"]

_STAMPS: Final = ("data-time", "data-timestamp", "data-utime", "data-date", "data-datetime", "data-unixtime")
_DATE_WORDS: Final = frozenset(
    "date dates datum fecha data time timestamp posted published ago age when created postdate datetime relativetime"
    " timeago postedon submitted permalink".split()
)
_LATER: Final = frozenset(
    "edit edited modified updated update lastedit lastedited joined join registered since seen last member birth".split()
)
_STAMP_RE: Final = re.compile(r"(?<!\d)\d{10}(?!\d)")
"""Seconds since 1970, which some pages write behind the date."""
_MOST_CHARS: Final = 120
_BLOCKS: Final = 2
_SURE: Final = 5.0
"""Weight from which a date is one for machines."""


class Moment(NamedTuple):
    """A date and the block it stands in (-1: in an attribute)."""

    text: str
    block: int


def find_moment(
    reading: Reading, entry: int, own: Sequence[int], lines: Sequence[int]
) -> Moment | None:
    """The date of an entry: ISO 8601 where an attribute has it, else the page's words.

    Args:
        entry: The entry's element.
        own: The elements inside it that are not part of its words, ascending.
        lines: Its blocks that are not part of its words, in page order.
    """
    best, best_weight = None, 0.0
    for element in (entry, *own):
        found, weight = _dated(reading, element, is_entry=element == entry)
        if found and weight > best_weight:
            best, best_weight = found, weight
    if best and best_weight < _SURE and best.block >= 0:  # a part of what the line says: an hour
        full = date_in(reading.table.text[best.block])
        return best._replace(text=full) if full and best.text in full else best
    return best or _in_lines(reading, lines)


def _dated(reading: Reading, element: int, *, is_entry: bool) -> tuple[Moment | None, float]:
    """The date that an element gives, and how surely it is that of the entry."""
    table = reading.table
    detail = reading.detail(element)
    label = table.label[element] or detail.get("class", "")
    words = words_of(label) if label else ()
    block = table.first_block[element]
    later = 5.0 if not _LATER.isdisjoint(words) else 0.0
    for name, value in detail.items():
        if name[0] == "@" and name[1:].lower() in DATE_PROPS and (iso := iso_date(value)):
            return Moment(iso, -1), 10
    prop = detail.get("itemprop", "").lower()
    if prop == "datemodified":
        return None, 0
    weight = 4.0 * (prop in DATE_PROPS)
    for value in (detail.get("datetime"), detail.get("content") if prop in DATE_PROPS else None):
        if value and (iso := iso_date(value)):
            return Moment(iso, block), 8 + weight - later
    for name in _STAMPS:
        if (value := detail.get(name)) and (iso := iso_date(value)):
            return Moment(iso, -1 if is_entry else block), 7 - later
    for name, value in detail.items():
        if name.startswith("data-") and name.endswith(("time", "timestamp", "date")) and (iso := iso_date(value)):
            return Moment(iso, -1 if is_entry else block), 6 - later
    title = detail.get("title", "")
    if title and len(title) <= _MOST_CHARS and has_date(title) and (iso := iso_date(title)):
        if (stamp := _STAMP_RE.search(title)) and (exact := iso_date(stamp[0])) and exact[:-1] == iso:
            iso = exact
        return Moment(iso, block), 5.5 - later
    is_small = table.end_block[element] - block in (0, 1) or table.end_block[element] - block <= _BLOCKS
    if not is_entry and is_small and (weight or table.tag[element] == "time" or not _DATE_WORDS.isdisjoint(words)):
        text = detail.get("#text", "") if not table.label[element] else _text(reading, element)
        if (text := " ".join(text.split())) and len(text) <= _MOST_CHARS and (date := date_in(text)):
            return Moment(date, block), 4 + weight / 4 - later + 0.1 * (len(text) == len(date))
    return None, 0


def _text(reading: Reading, element: int) -> str:
    table = reading.table
    return " ".join(table.text[table.first_block[element] : table.end_block[element]])


def _in_lines(reading: Reading, lines: Sequence[int]) -> Moment | None:
    """The first date in the lines, those of editing and joining last."""
    table = reading.table
    later = None
    for block in lines:
        text = table.text[block]
        if not reading.is_dated[block] or len(text) > _MOST_CHARS:
            continue
        date = _in_pieces(reading, block) or date_in(text)
        if date is None:
            continue
        if _LATER.isdisjoint(words_of(text)):
            return Moment(date, block)
        later = later or Moment(date, block)
    return later


def _in_pieces(reading: Reading, block: int) -> str | None:
    for piece in reading.table.inline[block]:
        if isinstance(piece, str) and (date := date_in(" ".join(piece.split()))):
            return date
    return None
