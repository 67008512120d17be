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

_WIDE = "features, scoring and decide hold 5 KB for each block at once: score and weigh some thousand rows at a time"
_FORMS = "render and record go over each piece of an enormous block several times, once for each form"
_KNOWN_IN_FULL = {
    "depth-list-unclosed": _WIDE,
    "depth-details": _WIDE,
    "depth-words": _WIDE,
    "size-page-20mb": f"{_WIDE}; threads takes 4 s of it",
    "size-inline-500k": _FORMS,
    "size-inline-mixed": _FORMS,
    "size-links-list": _WIDE,
    "size-headings-100k": _WIDE,
    "size-rows-100k": _WIDE,
    "size-columns-100k": _WIDE,
    "size-options-100k": _WIDE,
    "size-list-100k": _WIDE,
    "size-definitions-50k": _WIDE,
    "size-divs-200k": _WIDE,
    "size-ids-100k": _WIDE,
    "size-pre-5mb": f"{_WIDE}; Markdown of 200,000 code blocks takes 1.6 s",
}
KNOWN: MappingProxyType[str, str] = MappingProxyType(_KNOWN_IN_FULL if FULL else {})
"""Cases that fail today at their full size, and where the cure lies; at a tenth of it none does."""
