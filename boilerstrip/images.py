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
    r"^(?:data:|about:)"
    r"|(?:spacer|blank|pixel|placeholder|transparent|1x1|lazy)[\w-]{0,20}\.(?:gif|png|svg)",
    re.IGNORECASE,
)
_CANDIDATE_RE: Final = re.compile(r"([^\s,](?:\S*[^\s,])?)(?:\s+([^\s,]+)[^,]*)?")
"""An address, which may hold commas but neither begins nor ends with one, and its first descriptor."""
_PIXEL: Final = ("0", "1", "0px", "1px")
"""Widths and heights of tracking pixels."""


def image_source(node: etree._Element) -> str | None:
    """The address of an `<img>` as written in the page, None for a tracking pixel or placeholder."""
    attributes = dict(node.items())
    if attributes.get("width") in _PIXEL or attributes.get("height") in _PIXEL:
        return None
    for name in _SOURCES:
        source = attributes.get(name, "").strip()
        if source and not _PLACEHOLDER_RE.search(source):
            return source
    for name in _CANDIDATES:
        if candidate := _largest(attributes.get(name, "")):
            return candidate
    return None


def _largest(srcset: str) -> str | None:
    """The candidate of a `srcset` with the largest width or density (HTML, "Srcset attributes").

    >>> _largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    """
    best: str | None = None
    best_size = -1.0
    for address, size in _CANDIDATE_RE.findall(srcset):
        if _PLACEHOLDER_RE.search(address):
            continue
        try:
            value = float(size[:-1]) if size else 1.0
        except ValueError:
            continue
        if value > best_size:
            best, best_size = address, value
    return best
