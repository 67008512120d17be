"""All hostile cases by name, and those that are known to fail."""

from __future__ import annotations

from types import MappingProxyType

from boilerstrip.compiled import compiled
from tests.effort import FULL
from tests.hostile import articles, depths, encodings, heads, markups, notpages, outputs, sizes, traps
from tests.hostile.case import Case

__all__ = ["ALONE", "CASES", "KNOWN", "LOST"]

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

_KNOWN_IN_PYTHON = {
    "size-page-20mb": "13.2 s, 550 MB",
    "size-rows-100k": "10.0 s, 548 MB",
    "size-columns-100k": "7.5 s, 537 MB",
    "size-inline-500k": "7.6 s",
    "size-inline-mixed": "5.2 s",
    "size-ids-100k": "6.6 s: 100,000 elements of which no two are alike are each described and looked at for a role",
    "size-pre-5mb": "6.1 s: reading code, features, threads and Markdown of 100,000 code blocks a second each",
}
"""Where nothing is compiled."""
_KNOWN = _KNOWN_IN_PYTHON if compiled("segment._walk") is None else {}
KNOWN: MappingProxyType[str, str] = MappingProxyType(_KNOWN if FULL else {})
"""Cases that fail today at their full size, and where the cure lies; at a tenth of it none does."""
LOST = frozenset(("markup-nested-links",))
"""Cases that lose the end of a short article today, in links that are not closed; no
other fault of theirs is excused."""
