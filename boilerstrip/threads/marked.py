"""The elements of an entry whose attributes may say who wrote it, when, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import AUTHOR_PROPS

__all__ = ["Marked", "marked"]


class Marked(NamedTuple):
    """One such element.

    Attributes:
        element: Its index.
        detail: Its attributes; empty outside of what calls itself comments or a forum.
        label: Its class and id.
        props: Its microdata properties, in lower case.
        is_author: It holds what microdata say of the author, or lies in that.
    """

    element: int
    detail: dict[str, str]
    label: str
    props: tuple[str, ...]
    is_author: bool


def marked(reading: Reading, elements: Iterable[int]) -> list[Marked]:
    """Those of some elements, given in document order, that have attributes."""
    table, details = reading.table, reading.table.details
    labels, end = table.label, reading.end
    found = []
    upto = -1  # end of the last element that holds what microdata say of the author
    for element in elements:
        label = labels[element]
        if element in details:
            detail = reading.detail(element)
            props = tuple(detail["itemprop"].lower().split()) if "itemprop" in detail else ()
            if props and not AUTHOR_PROPS.isdisjoint(props):
                upto = max(upto, end[element])
            found.append(Marked(element, detail, label or detail.get("class", ""), props, element < upto))
        elif label:
            found.append(Marked(element, {}, label, (), element < upto))
    return found
