"""Looking for words in many short texts at once: most texts hold none, and a call for each costs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

__all__ = ["SEPARATOR", "owners", "places_of"]

SEPARATOR: Final = "\0"
"""What stands between joined texts: a character that no page holds."""


def places_of(parts: Iterable[str], text: str) -> Iterator[int]:
    """Where one of the parts begins in a text."""
    for part in [part for part in parts if part in text]:
        at = text.find(part)
        while at >= 0:
            yield at
            at = text.find(part, at + len(part))


def owners(places: Iterable[int], page: str) -> set[int]:
    """Which of some joined texts, by their indices, these places are in.

    >>> owners([1, 5], SEPARATOR.join(["abc", "de", "f"]))
    {0, 1}
    """
    places = list(places)
    if not places:
        return set()
    starts = [0, *accumulate([len(text) + 1 for text in page.split(SEPARATOR)])]
    return {bisect_right(starts, at) - 1 for at in places}
