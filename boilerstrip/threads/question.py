"""The paragraphs that open a forum's thread where another template wrote them than wrote the answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from boilerstrip.block import Entry
from boilerstrip.threads.groups import AWAY, number_in
from boilerstrip.threads.labels import words_of
from boilerstrip.threads.marked import marked
from boilerstrip.threads.moments import find_moment
from boilerstrip.threads.people import find_name
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import ANSWERING
from boilerstrip.threads.votes import find_score
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["with_question"]

_LEAST_CHARS: Final = 100
"""Characters without white space of the paragraphs that open a thread; fewer do where both who and when
stand with them."""
_LEAST_SIGNED: Final = 20
_MOST_BESIDE: Final = 40
"""Blocks before the element around those paragraphs in which who and when are looked for."""
_MOST_LEVELS: Final = 4
"""Elements around it in which they are."""
_CELL_TAGS: Final = frozenset({"td", "th", "dt", "dd"})
"""Tags of lines of a table of what is known beside the paragraphs: of a ticket's state, its owner."""
_PARAGRAPH_TAGS: Final = frozenset({"p", "li", "pre", "blockquote"})
_SAMPLED: Final = 10
"""Entries whose names are looked at."""
_SHARE: Final = 0.6
"""Share of them that must be named like answers."""


def with_question(reading: Reading, entries: tuple[Entry, ...], kept: Sequence[bool]) -> tuple[Entry, ...]:
    """Entries with what opens their thread before them, if that is none of them.

    The first of them does where it has the number 1 or the others are named like answers, and it is not.

    Args:
        entries: Those of the thread, in page order.
        kept: Which blocks are kept.
    """
    if not _are_answers(reading, entries[:1]) and (
        _are_answers(reading, entries[1:])
        or any(number_in(reading, block) == 1 for block in entries[0].about)
    ):
        return (entries[0]._replace(opens=True), *entries[1:])
    question = _find_question(reading, entries, kept)
    if question is None:
        return entries
    return (question, *[one._replace(parent=one.parent + 1 if one.parent >= 0 else -1) for one in entries])


def _find_question(reading: Reading, entries: Sequence[Entry], kept: Sequence[bool]) -> Entry | None:
    """The kept paragraphs before the first entry as an entry, with who and when that stand with them.

    None where nothing says that they open the thread: neither is told, and the entries are not named
    like answers to something.
    """
    table, first = reading.table, entries[0].element
    said = [block for block in range(table.first_block[first]) if kept[block] and _is_said(reading, block)]
    element = _around(reading, said, first)
    if element < 0:
        return None
    own = range(table.first_block[element], table.end_block[element])
    said = _with_edges(reading, [block for block in said if block in own], own, kept)
    n_chars = sum(table.n_chars[block] for block in said)
    inside = _Told.of(reading, element, range(element, reading.end[element]), own, said)
    if n_chars < _LEAST_CHARS:
        is_told = n_chars >= _LEAST_SIGNED and inside.author is not None and inside.date is not None
    else:
        is_told = inside.author is not None or inside.date is not None
    if not is_told and n_chars >= _LEAST_CHARS:
        inside = _beside(reading, element, said, inside)
        is_told = (inside.author is not None and inside.date is not None) or _are_answers(reading, entries)
    if not is_told:
        return None
    words = tuple(range(said[0], said[-1] + 1))
    about = tuple([block for block in own if block not in words])
    return Entry(element, words, about, inside.author, inside.date, None, inside.score, -1, 0, opens=True)


def _is_said(reading: Reading, block: int) -> bool:
    """Whether a block is prose and no heading."""
    table, prose = reading.table, reading.prose
    return prose[block + 1] > prose[block] and table.tag[table.element[block]] not in HEADING_TAGS


def _with_edges(reading: Reading, said: list[int], own: range, kept: Sequence[bool]) -> list[int]:
    """Some paragraphs without rows of a table at the edges, and with kept ones beside them that are short."""
    tags, elements = reading.table.tag, reading.table.element
    plain = [block for block in said if tags[elements[block]] not in _CELL_TAGS] or said
    first, last = plain[0], plain[-1]
    while first - 1 in own and kept[first - 1] and tags[elements[first - 1]] in _PARAGRAPH_TAGS:
        first -= 1
    while last + 1 in own and kept[last + 1] and tags[elements[last + 1]] in _PARAGRAPH_TAGS:
        last += 1
    return sorted({first, *[block for block in said if first < block < last], last})


def _around(reading: Reading, said: Sequence[int], first: int) -> int:
    """The widest element around the longest of some paragraphs that ends before the first entry.

    -1 where it is a menu or sidebar, or the page's headline stands behind it.
    """
    table = reading.table
    if not said:
        return -1
    element = table.element[max(said, key=table.n_chars.__getitem__)]
    if reading.end[element] > first:
        return -1
    while (parent := table.parent[element]) >= 0 and reading.end[parent] <= first:
        element = parent
    behind = table.tag[reading.end[element] : first]
    return -1 if parent < 0 or table.mask[element] & AWAY or "h1" in behind else element


class _Told(NamedTuple):
    """What stands with paragraphs: who, when, how many votes."""

    author: str | None
    date: str | None
    score: int | None

    @classmethod
    def of(cls, reading: Reading, entry: int, elements: range, blocks: range, said: Sequence[int]) -> _Told:
        """What some elements and blocks tell that are not among those paragraphs."""
        table, first, last = reading.table, said[0], said[-1]
        outside = marked(
            reading,
            [e for e in elements if table.end_block[e] <= first or table.first_block[e] > last or e == entry],
        )
        lines = [block for block in blocks if table.n_chars[block] and not first <= block <= last]
        name = find_name(reading, entry, outside, lines, set())
        moment = find_moment(reading, entry, outside, lines)
        return cls(
            name.text if name and not name.is_guess else None,
            moment.text if moment else None,
            find_score(reading, entry, outside, lines),
        )


def _beside(reading: Reading, element: int, said: Sequence[int], told: _Told) -> _Told:
    """What stands with paragraphs, with what stands before the element around them in a wider one."""
    table, first = reading.table, reading.table.first_block[element]
    for around in islice(table.ancestors(element), 1, _MOST_LEVELS):
        if table.tag[around] == "body" or (told.author is not None and told.date is not None):
            break
        before = range(max(first - _MOST_BESIDE, table.first_block[around]), first)
        more = _Told.of(reading, around, range(around + 1, element), before, said)
        told = told._replace(author=told.author or more.author, date=told.date or more.date)
    return told


def _are_answers(reading: Reading, entries: Sequence[Entry]) -> bool:
    """Whether entries are named like answers: comments, replies, notes."""
    table = reading.table
    sample = [entry.element for entry in entries[:_SAMPLED]]
    names = [f"{table.label[element]} {table.tag[element]}" for element in sample]
    n_answers = sum(not ANSWERING.isdisjoint(words_of(name)) for name in names)
    return n_answers > 0 and n_answers >= _SHARE * len(sample)
