"""A page's text as the bytes that libxml2 gets, without what makes it lose text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern

__all__ = ["Source", "to_source"]

COMPILED: Final = compiled("parse._source")
"""Looks for the ends of pages, where it is built."""

_CLOSE_RE: Final = re.compile(rb"</(?:body|html)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_SURROGATE_RE: Final = late_pattern("[\ud800-\udfff]")
_NOTHING: Final = b"</ >"
"""An end tag without a name, which counts as a comment."""
_SHORTEST: Final = len("</body>")
_LOWER: Final = 0x20
"""Bit that makes an ASCII capital a small letter."""
_LAST: Final = b"</div>"
"""An end tag that is shorter than what is looked for, so that at the end of a page it is not found."""


class Source(NamedTuple):
    """What libxml2 gets.

    Attributes:
        data: The page.
        n_tags: How many "<" it has: as many as tags, or more.
        has_template: Whether it may have a `<template>`, as React's server writes it.
        lacks_ends: Whether fewer elements may end in it with `</div>` than start with `<div>`.
    """

    data: bytes
    n_tags: int
    has_template: bool
    lacks_ends: bool


def to_source(page: str | bytes) -> Source:
    """A page as UTF-8, without NULs and without the end of the page.

    After `</body>` or `</html>` libxml2 drops the rest of the page from the root's subtree, where
    browsers go on; both end tags say nothing, so they go wherever they stand.

    Args:
        page: Its text, or that as UTF-8 without NULs.
    """
    data = _encoded(page) if isinstance(page, str) else page
    n_tags, ends, has_template, n_open = _find_ends(data)
    lacks_ends = n_open > (data[-len(_LAST) :].lower() == _LAST)
    view = memoryview(data)  # whose pieces are no copies
    pieces, start = list[bytes | memoryview](), 0
    for at in ends:
        if found := _CLOSE_RE.match(data, at):
            pieces += view[start:at], _removed(data, at)
            start = found.end()
    if not pieces:
        return Source(data, n_tags, has_template, lacks_ends)
    pieces.append(view[start:])
    return Source(b"".join(pieces), n_tags, has_template, lacks_ends)


def _find_ends(data: bytes) -> tuple[int, list[int], bool, int]:
    """What only a look at each "<" finds.

    How many there are, where what may be `</body>` or `</html>` starts, whether there is a "<tem", and how
    many more "<div" there are than "</div" (or `<\\/div`, as scripts write it), but for the last few bytes.
    Over arrays, as only few of a page's bytes are looked at: half the time of a search for "</".
    """
    if COMPILED:
        found: tuple[int, list[int], bool, int] = COMPILED.find_ends(data)
        return found
    codes = np.frombuffer(data, dtype=np.uint8)
    opens = np.flatnonzero(codes == ord("<"))
    tags = opens[: np.searchsorted(opens, len(data) - _SHORTEST, side="right")]
    names = codes[tags + 1]
    templates = tags[names == ord("t")]
    has_template = bool(np.any((codes[templates + 2] == ord("e")) & (codes[templates + 3] == ord("m"))))
    ends = tags[names == ord("/")]
    first, second = codes[ends + 2] | _LOWER, codes[ends + 3] | _LOWER
    is_body = (first == ord("b")) & (second == ord("o"))
    is_html = (first == ord("h")) & (second == ord("t"))
    escaped = tags[names == ord("\\")] + 1
    escaped = escaped[codes[escaped + 1] == ord("/")]
    n_open = _n_divs(codes, tags) - _n_divs(codes, ends + 1) - _n_divs(codes, escaped + 1)
    return len(opens), ends[is_body | is_html].tolist(), has_template, n_open


def _n_divs(codes: NDArray[np.uint8], places: NDArray[np.intp]) -> int:
    """Behind how many of the places "div" stands."""
    for at, letter in enumerate(b"div", 1):
        places = places[codes[places + at] | _LOWER == letter]
    return len(places)


def _removed(data: bytes, start: int) -> bytes:
    """What comes in place of an end tag: nothing, unless it stands inside what would be one without it."""
    is_inside = data.rfind(b"<", 0, start) > data.rfind(b">", 0, start)
    return _NOTHING if is_inside else b""


def _encoded(text: str) -> bytes:
    text = text.replace("\0", "")
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates, which only a caller's `str` can hold
        return _SURROGATE_RE.sub("\N{REPLACEMENT CHARACTER}", text).encode()
