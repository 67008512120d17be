"""Where an image really is: lazy loaders keep its address outside `src`."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

__all__ = ["image_source"]

_SOURCES: Final = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file", "src")
"""Attributes that hold an address, best first: a loader's own outranks the placeholder in `src`."""
_CANDIDATES: Final = ("data-srcset", "data-lazy-srcset", "srcset")
_PLACEHOLDER_RE: Final = re.compile(
    r"(?:(?:spacer|blank|pixel|placeholder|transparent|loading|lazy-?(?:load|placeholder)?|1x1)[-_]?){1,2}"
    r"(?:\d{1,4}(?:x\d{1,4})?)?\.(?:gif|png|svg)(?:$|\?)",
    re.IGNORECASE,
)
"""Names of files that stand in for an image until a script puts it there."""
_CANDIDATE_RE: Final = re.compile(r"([^\s,](?:\S*[^\s,])?)(?:\s+([^\s,]+)[^,]*)?")
"""An address, which may hold commas but neither begins nor ends with one, and its first descriptor."""
_PIXEL: Final = ("0", "1", "0px", "1px")
"""Widths and heights of tracking pixels."""


def image_source(node: etree._Element) -> str | None:
    """The address of an `<img>` as written in the page, None for a tracking pixel or placeholder."""
    get = dict(node.items()).get  # faster from the second look on
    if get("width") in _PIXEL or get("height") in _PIXEL:
        return None
    for name in _SOURCES:
        if (source := get(name)) and not _is_placeholder(source := source.strip()):
            return source
    for name in _CANDIDATES:
        if (candidates := get(name)) and (candidate := _largest(candidates)):
            return candidate
    return None


def _is_placeholder(source: str) -> bool:
    """Whether an address is empty, inline, or names a file that stands in for an image."""
    if not source or source[:5].lower() == "data:" or source[:6].lower() == "about:":
        return True
    return _PLACEHOLDER_RE.match(source, source.rfind("/") + 1) is not None


def _largest(srcset: str) -> str | None:
    """The candidate of a `srcset` with the largest width or density (HTML, "Srcset attributes").

    >>> _largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    """
    best: str | None = None
    best_size = -1.0
    for address, size in _CANDIDATE_RE.findall(srcset):
        if _is_placeholder(address):
            continue
        try:
            value = float(size[:-1]) if size else 1.0
        except ValueError:
            continue
        if value > best_size:
            best, best_size = address, value
    return best
