"""What labels and attributes say that an element may tell: who, when, where, how many votes."""

from __future__ import annotations

from typing import Final

from boilerstrip.remembered import remembered
from boilerstrip.threads.labels import author_weight, vote_weight, words_of
from boilerstrip.threads.terms import DATE_WORDS

__all__ = ["STAMPS", "TITLES", "VOTES", "WHEN", "WHERE", "WHO", "told_by", "told_with"]

STAMPS: Final = ("time", "timestamp", "utime", "date", "datetime", "unixtime", "created", "createdat")
"""Ends of names of data attributes that hold a date."""
TITLES: Final = (
    *("title", "data-original-title", "data-bs-original-title", "data-tippy-content", "data-tooltip"),
    *("data-tip", "data-title"),
)
"""Attributes whose text is shown beside an element, by browsers and by scripts: often the date in full."""
WHO, WHEN, WHERE, VOTES = 1, 2, 4, 8
_TOLD_WITH: Final = {
    "itemprop": WHO | WHEN | WHERE | VOTES,
    "rel": WHO,
    "href": WHO | WHERE,
    "datetime": WHEN,
    **dict.fromkeys(TITLES, WHEN),
    "title": WHEN | VOTES,
    "aria-label": VOTES,
    "id": WHERE,
    "name": WHERE,
}
"""What attributes may tell."""


@remembered
def told_with(name: str) -> int:
    """What an attribute of that name may tell: bits of `WHO`, `WHEN`, `WHERE`, `VOTES`."""
    if name[0] == "@":
        return WHO | WHEN | WHERE
    if name.startswith("data-") and name.endswith(STAMPS):
        return WHEN
    return _TOLD_WITH.get(name, 0)


@remembered
def told_by(label: str) -> int:
    """What a class-and-id label speaks of."""
    is_dated = not DATE_WORDS.isdisjoint(words_of(label))
    return WHO * (author_weight(label) > 0) | WHEN * is_dated | VOTES * (vote_weight(label) > 0)
