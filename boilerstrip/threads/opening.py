"""The opening post of a thread where another template wrote it than wrote the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from boilerstrip.block import Mark
from boilerstrip.threads.dates import has_date
from boilerstrip.threads.labels import tokens_of
from boilerstrip.threads.likeness import Likeness
from boilerstrip.threads.marked import having
from boilerstrip.threads.reading import Reading, is_profile
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["find_opening"]

_SAMPLED: Final = 10
"""Entries that are looked at."""
_LOOKED_AT: Final = 200
"""Elements of an entry in which its date is looked for."""
_COMMON: Final = 0.6
"""Share of the entries that mark up their dates in one way."""
_MOST_LEVELS: Final = 8
"""Elements from a date up to the post around it."""

_DATING: Final = frozenset({"datetime", "title"})
"""Attributes that may give a date."""
_Kind = tuple[str, str]


def find_opening(reading: Reading, entries: Sequence[int]) -> int:
    """The element of an opening post before the entries; -1 where there is none.

    It is built as they are. Or its date is marked up just as theirs are, with a class; a person's page is
    linked beside it; and there is no heading in it, as there is in an article.

    Args:
        entries: Elements of the entries, ascending.
    """
    alike = _built_alike(reading, entries)
    if alike >= 0:
        return alike
    sample = entries[:_SAMPLED]
    kinds = Counter(kind for entry in sample for kind in _kinds_in(reading, entry))
    if not kinds:
        return -1
    kind, n = kinds.most_common(1)[0]
    if n < _COMMON * len(sample):
        return -1
    first, tags = entries[0], reading.table.tag
    before = [element for element in reading.table.details if element < first and tags[element] == kind[0]]
    before = having(reading.table.details, reversed(before), _DATING)
    dated = next((element for element in before if _kind(reading, element) == kind), -1)
    return _around(reading, dated, first) if dated >= 0 else -1


def _built_alike(reading: Reading, entries: Sequence[int]) -> int:
    """The last element before the first entry that has its tag, a name of it and most names inside; else -1.

    Microdata may call the answers so, and not what they answer.
    """
    tags, labels, first = reading.table.tag, reading.table.label, entries[0]
    tag, names = tags[first], set(tokens_of(labels[first]))
    said = {labels[element] for element in range(first) if tags[element] == tag} if names else set()
    named = {label for label in said if label and not names.isdisjoint(tokens_of(label))}
    for element in range(first - 1, -1, -1) if named else ():
        if tags[element] != tag or labels[element] not in named or reading.end[element] > first:
            continue
        if reading.sum(reading.prose, element):
            return element if Likeness(reading, entries).holds(element) else -1
    return -1


def _kinds_in(reading: Reading, entry: int) -> set[_Kind]:
    """How the dates in an entry are marked up."""
    elements = range(entry, min(reading.end[entry], entry + _LOOKED_AT))
    kinds = {_kind(reading, element) for element in having(reading.table.details, elements, _DATING)}
    return {kind for kind in kinds if kind[1]}


def _kind(reading: Reading, element: int) -> _Kind:
    """Tag and class of an element with a date; no class where it is none."""
    for name, value in reading.table.details[element]:
        if (name == "datetime" and value) or (name == "title" and has_date(value)):
            return reading.table.tag[element], " ".join(reading.detail(element).get("class", "").split())
    return "", ""


def _around(reading: Reading, dated: int, first: int) -> int:
    """The smallest element around a date that holds prose, if it is a post."""
    table = reading.table
    block = table.first_block[dated]
    if block >= table.n_blocks or not any(
        isinstance(piece, Mark) and piece.kind == "a" and is_profile(piece.value)
        for piece in table.inline[block]
    ):
        return -1
    for element in islice(table.ancestors(dated), _MOST_LEVELS):
        if reading.end[element] > first:
            return -1
        if reading.sum(reading.prose, element):
            has_heading = not HEADING_TAGS.keys().isdisjoint(table.tag[element : reading.end[element]])
            return -1 if has_heading else element
    return -1
