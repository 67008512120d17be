"""Where blocks stand in the parsed page, as XPath says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["name_test", "xpaths_of"]

_PLAIN_NAME_RE: Final = late_pattern(r"(?i)[a-z_][a-z0-9_.-]*")


def xpaths_of(tags: Sequence[str], parents: Sequence[int], wanted: Sequence[int]) -> list[str]:
    """The XPath of each element that is wanted; each finds just that element.

    Args:
        tags: Tag of each element, in document order.
        parents: Index of the parent of each, -1 for a root.
        wanted: Indices of elements; -1 has the path "".
    """
    places = list(zip(parents, tags, strict=True))
    nth_of_element: list[int] = []
    n_seen: dict[tuple[int, str], int] = {}
    find, number = n_seen.get, nth_of_element.append  # looked up once, as of all elements of a page
    for place in places:
        n_seen[place] = nth = find(place, 0) + 1
        number(nth)
    used = {-1}
    for element in wanted:
        around = element
        while around not in used:
            used.add(around)
            around = parents[around]
    used.remove(-1)
    names = {tag: f"/{name_test(tag)}" for tag in set(tags)}
    path = {-1: ""}  # by element; around all is nothing
    for element in sorted(used):  # outer ones first
        parent, tag = place = places[element]
        which = f"[{nth_of_element[element]}]" if n_seen[place] > 1 else ""
        path[element] = f"{path[parent]}{names[tag]}{which}"
    return [*map(path.__getitem__, wanted)]


def name_test(tag: str) -> str:
    """How XPath names a tag: HTML allows names, as `fb:like`, that would mean something else there."""
    if _PLAIN_NAME_RE.fullmatch(tag):
        return tag
    quote = '"' if "'" in tag else "'"
    return f"*[name()={quote}{tag}{quote}]"
