"""Tags with very many attributes: libxml2 compares each with all before it, so they are cut first.

100,000 of them on one tag cost it 20 seconds; no page has more than a few dozen.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.parse.tokens import ATTRIBUTES_RE, tags

__all__ = ["cut_attributes", "has_long_tag"]

_SMALL: Final = 16_384
"""Bytes of a source that cannot hold enough attributes to matter (0.03 s)."""
_LONG: Final = 2_048
"""Bytes of a tag that is looked at; 500 attributes, which cost 0.4 ms."""
_START_RE: Final = re.compile(rb"</?[a-zA-Z][^\s/>]*")
_BETWEEN: Final = b" \t\n\r\f\v/"
_MOST_TRIED: Final = 32
"""Starts of tags that are tried in one place, so that it takes no longer than reading the page."""
_BEFORE_VALUE: Final = np.zeros(256, dtype=bool)
_BEFORE_VALUE[list(b"= \t\n\r\f\v")] = True


def has_long_tag(source: bytes) -> bool:
    """Whether some tag may have more than 256 attributes in 2 KB; never False where one has.

    A tag ends at the first ">" outside a quoted value. One that is in such a value stands behind a quote
    that opened it, so behind "=" or a blank after it. All others end a tag, if there is one: between
    two of them no tag can be longer than what lies there.
    """
    if len(source) < _SMALL:
        return False
    codes = np.frombuffer(source, dtype=np.uint8)
    ends = np.flatnonzero(codes == ord(">"))
    sure = ends[~(_may_be_quoted(codes, ends, ord('"')) | _may_be_quoted(codes, ends, ord("'")))]
    bounds = np.concatenate([[0], sure, [len(codes)]])
    gaps = np.flatnonzero(np.diff(bounds) > _LONG)
    return any(_may_hold_long_tag(source, int(bounds[gap]), int(bounds[gap + 1]) + 1) for gap in gaps)


def _may_hold_long_tag(source: bytes, start: int, end: int) -> bool:
    """Whether anything that looks like a tag between the two places has many attributes, or too much does."""
    for n_tried, found in enumerate(_START_RE.finditer(source, start, end - _LONG)):
        attributes = ATTRIBUTES_RE.match(source, found.end(), end)
        if n_tried == _MOST_TRIED or (attributes and _is_unfinished(source, attributes.end(), end)):
            return True
    return False


def _is_unfinished(source: bytes, start: int, end: int) -> bool:
    """Whether more attributes come after the first few hundred."""
    return not source[start:end].lstrip(_BETWEEN).startswith(b">")


def _may_be_quoted(codes: NDArray[np.uint8], ends: NDArray[np.intp], quote: int) -> NDArray[np.bool_]:
    """For each place, whether the quote before it can open a value, (n_ends,)."""
    quotes = np.flatnonzero(codes == quote)
    if not len(quotes):
        return np.zeros(len(ends), dtype=bool)
    opens: NDArray[np.bool_] = _BEFORE_VALUE[codes[quotes - 1]]
    nearest = np.searchsorted(quotes, ends) - 1
    return np.where(nearest >= 0, opens[nearest], False)


def cut_attributes(source: bytes) -> bytes:
    """The source with no more than 256 attributes on each tag, the first ones."""
    pieces, start = [], 0
    for _, end, _, _, _, name_end in tags(source):
        if end - name_end <= _LONG:
            continue
        found = ATTRIBUTES_RE.match(source, name_end)
        if found and _is_unfinished(source, found.end(), end):
            pieces.append(source[start : found.end()])
            start = end - 1
    pieces.append(source[start:])
    return b"".join(pieces)
