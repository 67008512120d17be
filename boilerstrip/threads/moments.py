"""When an entry was written: as machines read it, else as the page says it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.metadata.dates import iso_date
from boilerstrip.remembered import MOST_CHARS, remembered
from boilerstrip.threads.dates import date_in, full_date, has_date, is_later
from boilerstrip.threads.labels import words_of
from boilerstrip.threads.marked import Marked
from boilerstrip.threads.postscripts import is_edit_note
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.telling import STAMPS, TITLES, WHEN
from boilerstrip.threads.terms import (
    DATE_PROPS,
    DATE_WORDS,
    LATER,
    PROFILES,
)

__all__ = ["Moment", "find_moment"]

COMPILED: Final = compiled("threads._told")
_STAMP_RE: Final = re.compile(r"(?<!\d)\d{10}(?!\d)")
"""Seconds since 1970, which some pages write behind the date."""
_SIGN_RE: Final = re.compile("[-_]")
_MOST_CHARS: Final = 120
_BLOCKS: Final = 2
"""Blocks of an element that holds a date, at most."""
_META, _DATETIME, _STAMP, _TITLE, _WORDS = 10.0, 8.0, 6.0, 5.5, 4.0
"""Weights of where a date stands."""
_ALONE: Final = 0.1
"""Weight that words have more where they are nothing but a date."""
_PROP: Final = 1.5
"""Weight that microdata add."""
_PENALTY: Final = 5.0
"""Weight that a date loses beside a word of `LATER`."""
_LEAST: Final = 1.0
"""Weight up to which a date is that of something else: of editing, of joining."""
_SURE: Final = 5.0
"""Weight from which a date is one for machines."""


class Moment(NamedTuple):
    """A date and the block it stands in (-1: in an attribute)."""

    text: str
    block: int


def find_moment(
    reading: Reading, entry: int, elements: Sequence[Marked], lines: Sequence[int]
) -> Moment | None:
    """The date of an entry: ISO 8601 where an attribute has it, else the page's words.

    Args:
        entry: The entry's element.
        elements: It and those inside it that have attributes and are not part of its words.
        lines: Its blocks that are not part of its words, in page order.
    """
    best, best_weight = None, _LEAST
    if COMPILED:
        told = COMPILED.moment(reading, entry, elements, _LEAST, _HOW)
        best, best_weight = (Moment(told[0], told[1]), told[2]) if told else (None, _LEAST)
    for item in () if COMPILED else elements:
        if not item.tells & WHEN:
            continue
        found, weight = _dated(reading, item, entry, best_weight)
        if found and weight > best_weight and not _is_edited(reading.table, found.block):
            best, best_weight = found, weight
    if best and best_weight < _SURE and best.block >= 0:  # a part of what the line says: an hour
        return best._replace(text=full_date(best.text, reading.table.text[best.block]))
    return best or _in_lines(reading, entry, lines)


def _is_edited(table: BlockTable, block: int) -> bool:
    """Whether a block is an edit note, as of vBulletin, whose hour is marked up as that of a post."""
    return 0 <= block < table.n_blocks and is_edit_note(table.text[block])


def _dated(reading: Reading, item: Marked, entry: int, least: float) -> tuple[Moment | None, float]:
    """The date that an element gives, and how surely it is that of the entry.

    None where it would be no surer than `least`.
    """
    if "datemodified" in item.props:
        return None, 0
    words = words_of(item.label) if item.label else ()
    penalty = 0.0 if LATER.isdisjoint(words) else _PENALTY
    is_prop = bool(item.props) and not DATE_PROPS.isdisjoint(item.props)
    block = reading.table.first_block[item.element] if item.element != entry else -1
    if item.detail:
        iso, weight = _for_machines(item.detail, is_prop=is_prop)
        if iso:
            return Moment(iso, block), weight + _PROP * is_prop - penalty
    is_told = is_prop or "datetime" in item.detail or not DATE_WORDS.isdisjoint(words)
    if (
        item.element == entry
        or _WORDS + _ALONE - penalty <= least
        or not (is_told or reading.table.tag[item.element] == "time")
    ):
        return None, 0
    text = _text(reading, item)
    if text and len(text) <= _MOST_CHARS and (date := date_in(text)):
        return Moment(date, block), _WORDS + _ALONE * (len(text) == len(date)) - penalty
    return None, 0


def _for_machines(detail: Mapping[str, str], *, is_prop: bool) -> tuple[str | None, float]:
    """A date in attributes as ISO 8601, and the weight of where it stands."""
    metas, stamps = _dating(tuple(detail))
    for name in metas:
        if iso := iso_date(detail[name]):
            return iso, _META
    for name in ("datetime", "content") if is_prop else ("datetime",):
        if name in detail and (iso := iso_date(detail[name])):
            return iso, _DATETIME
    for name in stamps:
        if iso := iso_date(detail[name]):
            return iso, _STAMP + 0.5 * (name.count("-") == 1)
    for title in [detail[name] for name in TITLES if name in detail]:
        if title and len(title) <= _MOST_CHARS and has_date(title) and (iso := iso_date(title)):
            if (stamp := _STAMP_RE.search(title)) and (exact := iso_date(stamp[0])) and exact[:-1] == iso:
                iso = exact
            return iso, _TITLE
    return None, 0


@remembered
def _dating(names: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Those attributes of an element that are microdata of a date, and those that hold one for scripts."""
    metas = [name for name in names if name[0] == "@" and name[1:].lower() in DATE_PROPS]
    return metas, [name for name in names if name.startswith("data-") and name.endswith(STAMPS)]


_HOW: Final = (_for_machines, _is_edited, (_MOST_CHARS, _BLOCKS), (_PROP, _PENALTY, _WORDS, _ALONE))
"""What a compiled part is given."""


def _text(reading: Reading, item: Marked) -> str:
    """The text of a small element."""
    table = reading.table
    first, end = table.first_block[item.element], table.end_block[item.element]
    if end - first > _BLOCKS:
        return ""
    text = " ".join(table.text[first:end]) if table.label[item.element] else item.detail.get("#text", "")
    return " ".join(text.split())


def _in_lines(reading: Reading, entry: int, lines: Sequence[int]) -> Moment | None:
    """The first date in the lines but of editing or joining; one in a profile only if there is no other."""
    table = reading.table
    shown: Moment | None = None
    for block in lines:
        text = table.text[block]
        if not reading.is_dated[block] or len(text) > _MOST_CHARS:
            continue
        date = _in_pieces(reading, block) or date_in(text)
        if date is None or is_later(text):
            continue
        found = Moment(full_date(date, text), block)
        if not _is_in_profile(table, table.element[block], entry):
            return found
        shown = shown or found
    return shown


def _is_in_profile(table: BlockTable, element: int, entry: int) -> bool:
    """Whether an element inside an entry is part of its author's profile, by the labels around it."""
    while element > entry:
        label = table.label[element][:MOST_CHARS]
        if label and any(map(_SIGN_RE.sub("", label.lower()).__contains__, PROFILES)):
            return True
        element = table.parent[element]
    return False


def _in_pieces(reading: Reading, block: int) -> str | None:
    """The date in one of the pieces of text that a block is made of."""
    for piece in reading.table.inline[block]:
        if isinstance(piece, str) and (date := date_in(" ".join(piece.split()))):
            return date
    return None
