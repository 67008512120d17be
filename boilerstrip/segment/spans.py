"""Marks around some pieces of a block, or some characters of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from boilerstrip.block import Inline, Mark
from boilerstrip.segment.trim import Place

__all__ = ["Span", "spanned"]


class Span(NamedTuple):
    """A mark around some pieces of a block."""

    start: Place
    stop: Place
    mark: Mark


def spanned(pieces: Inline, spans: Sequence[Span]) -> Inline:
    """A block's pieces with the marks of the spans; of two spans that cross, the later one is left out."""
    events: dict[Place, list[Mark]] = {}
    around: list[Span] = []
    for span in sorted(spans, key=_order):
        _close(around, events, span.start)
        if around and span.stop > around[-1].stop:
            continue
        events.setdefault(span.start, []).append(span.mark)
        around.append(span)
        if span.stop == span.start:
            _close(around, events, span.stop)
    _close(around, events, (len(pieces), 0))
    out: list[str | Mark] = []
    last: Place = (0, 0)
    for place in sorted(events):
        out += _between(pieces, last, place)
        out += events[place]
        last = place
    out += _between(pieces, last, (len(pieces), 0))
    return tuple(out)


def _close(around: list[Span], events: dict[Place, list[Mark]], place: Place) -> None:
    """Close the open spans that end at a place or before it."""
    while around and around[-1].stop <= place:
        span = around.pop()
        events.setdefault(span.stop, []).append(Mark("/" + span.mark.kind))


def _between(pieces: Inline, start: Place, stop: Place) -> list[str | Mark]:
    """The pieces from one place to another."""
    (first, char), (end, before) = start, stop
    if first == end:
        piece = pieces[first] if first < len(pieces) else ""
        return [piece[char:before]] if isinstance(piece, str) and char < before else []
    out: list[str | Mark] = []
    piece = pieces[first]
    if not isinstance(piece, str):
        out.append(piece)
    elif piece[char:]:
        out.append(piece[char:])
    out += pieces[first + 1 : end]
    if before:
        out += _between(pieces, (end, 0), stop)
    return out


def _order(span: Span) -> tuple[Place, bool, int, int]:
    """By where they start, those around others first, and before all that start there those of nothing."""
    return span.start, span.start != span.stop, -span.stop[0], -span.stop[1]
