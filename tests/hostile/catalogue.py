"""All hostile cases by name, and those that are known to fail."""

from __future__ import annotations

from types import MappingProxyType

from tests.hostile import articles, depths, encodings, heads, markups, notpages, outputs, sizes, traps
from tests.hostile.case import FULL, Case

__all__ = ["ALONE", "CASES", "KNOWN"]

_LISTED = [
    case
    for group in (notpages, encodings, depths, sizes, articles, markups, outputs, traps, heads)
    for case in group.CASES
]
CASES: MappingProxyType[str, Case] = MappingProxyType({case.name: case for case in _LISTED})
"""Every case, by name."""

_LARGE = (
    "depth-list-unclosed",
    "depth-details",
    "depth-words",
    "article-paragraph-5mb",
    "article-lines-5mb",
    "not-gzip-bomb",
    "metadata-jsonld-10mb",
    "metadata-jsonld-10mb-of-keys",
)
ALONE = frozenset({case.name for case in _LISTED if case.group == "size"} | set(_LARGE) if FULL else ())
"""Cases that get a process of their own, whose peak of memory is then theirs; none where cases are small."""

_CELLS = "1 s for the table, and a second each for features, scores and roles of 200,000 blocks"
_KNOWN_IN_FULL = {
    "size-rows-100k": f"6.6 to 7.6 s: {_CELLS}",
    "size-columns-100k": f"5.1 to 6.1 s: {_CELLS}",
}
KNOWN: MappingProxyType[str, str] = MappingProxyType(_KNOWN_IN_FULL if FULL else {})
"""Cases that fail today at their full size, with all parts compiled, and where the cure lies; at a tenth of it none does."""
