"""Block table -> the entries of the threads on a page: comments, forum posts, answers, reviews.

1. `reading`: sums over the blocks of prose, of dates, of names.
2. `keys`, `groups`: elements that one template wrote (a class name, an id but for its number, a
   microdata type, the same parent), each with prose and a sign of who or when. What their names say
   decides how many there must be, and what more must speak for them.
3. `choice`: of all these groups those that are entries. An element around several is a wrapper, one
   inside another is its core, unless each has words and a sign of its own: then it is an answer.
4. `heads`: lines of who and when that each entry has beside it.
5. `parts`, `own`, `added`, `people`, `moments`, `places`, `answers`: what each entry's own words are, who
   wrote it, when, where it can be found, and which one it answers.

All is linear in the page, but for a sort of the entries, and nothing recurses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Entry
from boilerstrip.threads.added import Shown, without_added
from boilerstrip.threads.answers import depths, parents
from boilerstrip.threads.choice import choose
from boilerstrip.threads.groups import find_groups
from boilerstrip.threads.heads import as_groups, find_descriptions, find_heads
from boilerstrip.threads.labels import part_of
from boilerstrip.threads.letter import find_letter
from boilerstrip.threads.marked import Marked, marked
from boilerstrip.threads.moments import find_moment
from boilerstrip.threads.nesting import holders, own_blocks
from boilerstrip.threads.opening import find_opening
from boilerstrip.threads.own import constants, own_words, unsaid
from boilerstrip.threads.parts import parts_of
from boilerstrip.threads.people import Name, find_name, known_names, without_suffixes
from boilerstrip.threads.places import find_permalink
from boilerstrip.threads.postscripts import find_postscripts
from boilerstrip.threads.question import with_question
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import BODY
from boilerstrip.threads.votes import find_score

__all__ = ["are_posts", "find_threads", "is_body"]

_FIRST: Final = 3
"""Blocks of an entry of which one may say who and when where nothing is marked up."""
_MOST_SILENT: Final = 0.5
"""Share of entries without words of their own above which they are no thread."""
_POSTS: Final = 0.5
"""Share of kept characters in what people say from which they are posts."""
_LEAST_DATES: Final = 3
"""Dated lines of a page that nowhere calls itself comments or a forum and still may have a thread."""


def find_threads(table: BlockTable, kept: Sequence[bool] | None = None) -> tuple[Entry, ...]:
    """The entries of all threads on a page, in page order; empty where there is none.

    Args:
        table: The page's blocks; not changed. Nothing in it raises.
        kept: Of a forum's page which blocks are kept: paragraphs before its posts may open the thread, and
            it may be that of a letter to a mailing list.
    """
    if not table.n_blocks:
        return ()
    found = _find(table, kept)
    letter = find_letter(table, kept) if kept is not None and not found else None
    return (letter,) if letter else found


def _find(table: BlockTable, kept: Sequence[bool] | None) -> tuple[Entry, ...]:
    reading = Reading(table)
    if reading.dated[-1] < _LEAST_DATES and not reading.has_talk():
        return ()
    described = find_descriptions(reading)
    elements = choose(reading, [*as_groups(reading, described), *find_groups(reading)])
    if not elements:
        return ()
    opening = find_opening(reading, elements)
    elements = [opening, *elements] if opening >= 0 else elements
    beside = described or find_heads(reading, elements)
    headed = {element for elements in beside.values() for element in elements}
    shown = Shown(kept, find_postscripts(table)) if kept is not None else None
    entries = _entries(reading, [element for element in elements if element not in headed], beside, shown)
    n_silent = sum(not entry.blocks for entry in entries)
    if n_silent > _MOST_SILENT * len(entries):
        return ()
    if opening >= 0 and entries[0].element == opening:
        entries = (entries[0]._replace(opens=True), *entries[1:])
    elif kept is not None and are_posts(entries, table.n_chars, kept):
        entries = with_question(reading, entries, kept)
    return entries


def are_posts(threads: Sequence[Entry], n_chars: Sequence[int], kept: Sequence[bool]) -> bool:
    """Whether entries are posts, the main content, rather than comments on it: most of their words are kept.

    Args:
        threads: The entries of a page.
        n_chars, kept: Of each block of it.
    """
    said = [block for entry in threads for block in entry.blocks]
    n_kept = sum([n_chars[block] for block in said if kept[block]])
    return n_kept > _POSTS * sum([n_chars[block] for block in said])


def is_body(label: str) -> bool:
    """Whether an element with that class-and-id label calls itself the words of an entry."""
    return part_of(label) == BODY


def _entries(
    reading: Reading, elements: list[int], beside: Mapping[int, tuple[int, ...]], shown: Shown | None
) -> tuple[Entry, ...]:
    table = reading.table
    inside = holders(elements, reading.end)
    blocks = own_blocks(elements, inside, table.first_block, table.end_block)
    own = _own_elements(elements, inside, reading.end)
    above = parents(reading, elements, inside, own)
    same = constants(reading, blocks)
    places = map(_Place, elements, [beside.get(element, ()) for element in elements], own, blocks)
    drafts = [_draft(reading, place, same, shown) for place in places]
    authors = without_suffixes(known_names([draft.name for draft in drafts]))
    columns = zip(elements, drafts, authors, above, depths(above), strict=True)
    return tuple([_entry(*row) for row in columns])


def _own_elements(elements: Sequence[int], inside: Sequence[int], end: Sequence[int]) -> list[list[int]]:
    """The elements inside each entry that lie in no entry inside it, ascending."""
    found: list[list[int]] = [[] for _ in elements]
    upto = [element + 1 for element in elements]
    for place, holder in enumerate(inside):
        if holder >= 0:
            found[holder].extend(range(upto[holder], elements[place]))
            upto[holder] = end[elements[place]]
    for place, element in enumerate(elements):
        found[place].extend(range(upto[place], end[element]))
    return found


class _Draft(NamedTuple):
    """What is told of one entry by itself."""

    name: Name | None
    blocks: tuple[int, ...]
    about: tuple[int, ...]
    date: str | None
    permalink: str | None
    score: int | None


def _entry(element: int, draft: _Draft, author: str | None, parent: int, depth: int) -> Entry:
    _, blocks, about, date, permalink, score = draft
    return Entry(element, blocks, about, author, date, permalink, score, parent, depth)


class _Place(NamedTuple):
    """Where one entry stands: its element, those beside it that have lines of it, what it holds."""

    element: int
    beside: tuple[int, ...]
    own: list[int]
    blocks: list[int]


def _draft(reading: Reading, place: _Place, same: set[str], shown: Shown | None) -> _Draft:
    """One entry, but for the others that it has to do with."""
    element, beside, own, blocks = place
    parts = parts_of(reading, element, own)
    outside = marked(reading, parts.unsaid(own))
    lines = unsaid(reading, parts, blocks) or [block for block in blocks[:_FIRST] if reading.is_dated[block]]
    above: list[int] = []
    below: list[int] = []
    if beside:
        above = _blocks_of(reading, [other for other in beside if other < element])
        below = _blocks_of(reading, [other for other in beside if other > element])
        outside = _with_marked(reading, element, beside, outside)
        lines = [*above, *lines, *below]
    whole = [*marked(reading, (element,)), *outside]
    name = find_name(reading, element, outside, lines, same)
    moment = find_moment(reading, element, whole, lines)
    date_block = moment.block if moment else -1
    told = {block for block in (name.block if name else -1, date_block) if block >= 0}
    words = own_words(reading, parts, blocks, same, told)
    if shown:
        words = without_added(reading.table, parts, blocks, words, shown)
    said = set(words)
    return _Draft(
        name,
        tuple(words),
        (*above, *[block for block in blocks if block not in said], *below),
        moment.text if moment else None,
        find_permalink(reading, element, whole, lines, date_block),
        find_score(reading, element, outside, lines),
    )


def _with_marked(
    reading: Reading, element: int, beside: Sequence[int], outside: Sequence[Marked]
) -> list[Marked]:
    """What in an entry may tell something, with what in those elements beside it may, in document order."""
    above, below = (
        marked(reading, [e for other in others for e in range(other, reading.end[other])])
        for others in ([o for o in beside if o < element], [o for o in beside if o > element])
    )
    return [*above, *outside, *below]


def _blocks_of(reading: Reading, elements: Sequence[int]) -> list[int]:
    table = reading.table
    return [b for element in elements for b in range(table.first_block[element], table.end_block[element])]
