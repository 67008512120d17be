"""Tags with very many attributes: libxml2 goes past all of a tag's for each new one, so they are cut first.

100,000 of them on one tag cost it 20 seconds; no page has more than a few dozen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.parse.tokens import ATTRIBUTES_RE, BEFORE_END_RE, tags
from boilerstrip.patterns import late_pattern

__all__ = ["cut_attributes", "has_long_tag"]

COMPILED: Final = compiled("parse._source")
"""Looks for long tags in every source, and cuts them, where it is built."""

_COST: Final = 1 << 31
"""Bytes of a page times bytes of its tags that cost libxml2 about 0.2 s at most, however many attributes."""
_SHORT, _LONG = 2_048, 32_768
"""Bytes of a tag that is looked at, in large pages and in small ones."""
_LEAST: Final = 1_024
"""Bytes that 512 attributes take at least."""
_START_RE: Final = late_pattern(rb"</?[a-zA-Z][^\s/>]*")
_BLANKS: Final = b" \t\n\r\f\v"
_MAY_OPEN: Final = frozenset(_BLANKS + b"=")
_MOST_BLANKS: Final = 64
"""Blanks between "=" and a quote that are read; after more the quote counts as one that opens a value."""
_MOST_TRIED: Final = 32
_MOST_READ: Final = 2
"""Places tried in so many bytes, and times that a byte is read, so that it takes no longer than to parse."""


def has_long_tag(source: bytes) -> bool:
    """Whether some tag may have too many attributes; never False where one costs much.

    A tag ends at the first ">" outside a quoted value. One that is in such a value stands behind a quote
    that opened it, so behind "=". All others end a tag, if there is one: where one is found in every few KB,
    no tag is longer. Looking back from each of these costs a fiftieth of a parse.
    """
    if COMPILED:
        found: bool = COMPILED.has_long_tag(source)
        return found
    size = len(source)
    step = max(_SHORT, min(_LONG, _COST // (size + 1)))
    start, rfind, opening = 0, source.rfind, _MAY_OPEN
    while start + step < size:
        # Written out, as most pages need no more than this.
        end = rfind(b">", start, start + step)
        if end >= 0:
            double, single = rfind(b'"', start, end), rfind(b"'", start, end)
            if (double < 0 or source[double - 1] not in opening) and (
                single < 0 or source[single - 1] not in opening
            ):
                start = end + 1
                continue
        end = _sure_end(source, start, step)
        if end - start > step and _may_hold_long_tag(source, start, end):
            return True
        start = end
    return False


def _sure_end(source: bytes, start: int, step: int) -> int:
    """The place after a ">" that is surely in no quoted value, the size of the source where there is none.

    The last one in the first `step` bytes, or else in the next, and so on; the last few of each are tried.
    """
    quotes = _Quotes(source, start)
    while start >= 0:
        quotes.pass_by(start)
        found = start + step
        for _ in range(_MOST_TRIED):
            found = source.rfind(b">", start, found)
            if found < 0:
                break
            if not quotes.may_hold(found):
                return found + 1
        start = source.find(b">", start + step)
    return len(source)


class _Quotes:
    """Tells of places in a source whether they may be in a quoted value; asked from front to back."""

    def __init__(self, source: bytes, start: int) -> None:
        self.source = source
        self._known = [(quote, start, -1) for quote in (b'"', b"'")]  # up to where, and the last one before

    def may_hold(self, place: int) -> bool:
        """Whether the last quote of either kind before the place can open a value."""
        return any(self._opens(self._last(kind, place)) for kind in (0, 1))

    def pass_by(self, place: int) -> None:
        """Say that no place before this one is asked about again."""
        self._known = [(known[0], place, self._last(kind, place)) for kind, known in enumerate(self._known)]

    def _last(self, kind: int, place: int) -> int:
        quote, start, last = self._known[kind]
        found = self.source.rfind(quote, start, place)
        return found if found >= 0 else last

    def _opens(self, at: int) -> bool:
        if at <= 0:  # none, or one that no tag stands before
            return False
        before = self.source[max(0, at - _MOST_BLANKS) : at].rstrip(_BLANKS)
        return not before or before.endswith(b"=")


def _may_hold_long_tag(source: bytes, start: int, end: int) -> bool:
    """Whether anything that looks like a tag between the two places has many attributes, or too much does."""
    n_read, last = 0, end - _LEAST
    at = source.find(b"<", start, last)
    while at >= 0:
        if name := _START_RE.match(source, at):
            found = ATTRIBUTES_RE.match(source, name.end(), end)
            attributes_end = found.end() if found else name.end()
            n_read += attributes_end - at
            if n_read > _MOST_READ * (end - start) or _is_unfinished(source, attributes_end, end):
                return True
        at = source.find(b"<", at + 1, last)
    return False


def _is_unfinished(source: bytes, start: int, end: int) -> bool:
    """Whether more attributes come after the first few hundred."""
    after = BEFORE_END_RE.match(source, start, end)
    return after is None or not source.startswith(b">", after.end())


def cut_attributes(source: bytes) -> bytes:
    """The source with no more than 512 attributes on each tag, the first ones."""
    pieces, start = [], 0
    for end, next_start in COMPILED.cuts(source) if COMPILED else _cuts(source):
        pieces.append(source[start:end])
        start = next_start
    pieces.append(source[start:])
    return b"".join(pieces)


def _cuts(source: bytes) -> Iterator[tuple[int, int]]:
    """Where the attributes after those first ones start and end, of each tag that has more."""
    for _, end, _, _, _, name_end in tags(source):
        if end - name_end <= _LEAST:
            continue
        found = ATTRIBUTES_RE.match(source, name_end)
        if found and _is_unfinished(source, found.end(), end):
            yield found.end(), end - 1
