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

_WIDE = "2 KB for each of 200,000 blocks: features and layers of all of them are held until reasons are given"
_CELLS = (
    "every cell becomes a place, a frame, a part and a paragraph on its way into the table: 7 s of Markdown"
)
_FORMS = "render and record go over each piece of an enormous block several times, once for each form"
_KNOWN_IN_FULL = {
    "size-page-20mb": "13 s: segment and threads take 4 s each",
    "size-inline-500k": f"8.7 s: {_FORMS}",
    "size-inline-mixed": f"6.2 s: {_FORMS}",
    "size-links-list": "4.8 to 6.1 s: segment, roles, record and JSON a second each",
    "size-rows-100k": f"15 s, 710 MB: {_CELLS}; {_WIDE}",
    "size-columns-100k": f"13 s, 640 MB: {_CELLS}; {_WIDE}",
    "size-divs-200k": f"5.0 s, 612 MB: {_WIDE}",
    "size-ids-100k": "7.8 s: 100,000 elements of which no two are alike are each described and looked at for a role",
    "size-pre-5mb": "6.9 s: reading code, roles and Markdown of 100,000 code blocks a second and a half each",
}
KNOWN: MappingProxyType[str, str] = MappingProxyType(_KNOWN_IN_FULL if FULL else {})
"""Cases that fail today at their full size, and where the cure lies; at a tenth of it none does."""
