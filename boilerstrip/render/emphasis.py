"""Emphasis of which readers of Markdown would take the delimiters for text."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final, NamedTuple

from boilerstrip.render.marks import DELIMITERS
from boilerstrip.render.needless import kind_of, may_open

__all__ = ["DELIMITER_SET", "Span", "take_out_powerless"]

DELIMITER_SET: Final = frozenset(DELIMITERS.values())
_MAX_PASSES: Final = 4
"""Rounds of taking out emphasis that cannot be read back: taking one out can spoil a neighbour's."""


class Span(NamedTuple):
    """An emphasis: where its delimiters stand among the parts, and where the one around it starts (or -1)."""

    start: int
    end: int
    outer: int


def take_out_powerless(parts: list[str], spans: Sequence[Span]) -> None:
    """Blank out the delimiters that a reader would take for text."""
    for n_pass in range(_MAX_PASSES + 1):
        ends = {span.end for span in spans}
        powerless = [span for span in spans if not _has_power(parts, span, ends)]
        if not powerless:
            return
        if n_pass == _MAX_PASSES:
            powerless = list(spans)
        for span in powerless:
            parts[span.start] = parts[span.end] = ""
        gone = set(powerless)
        spans = [span for span in spans if span not in gone]


def _has_power(parts: list[str], span: Span, ends: Set[int]) -> bool:
    run = _run(parts, span.start)
    if not ends.isdisjoint(run):  # a reader could pair what opens here with what ends here
        return False
    before, after = _around(parts, run)
    if not _can_open(before, after):
        return False
    if span.outer >= 0 and parts[span.outer] and span.outer not in run and may_open(after, before):
        return False  # what opens here could as well close the emphasis around it
    before, after = _around(parts, _run(parts, span.end))
    return _can_open(after, before)


def _run(parts: list[str], at: int) -> range:
    """The run of delimiters of one character that part `at` belongs to."""
    char, n = parts[at][0], len(parts)
    start, end = at, at + 1
    while start and (not (part := parts[start - 1]) or (part[0] == char and part in DELIMITER_SET)):
        start -= 1
    while end < n and (not (part := parts[end]) or (part[0] == char and part in DELIMITER_SET)):
        end += 1
    return range(start, end)


def _around(parts: list[str], run: range) -> tuple[str, str]:
    """The characters before and after a run; the edge of the block counts as a blank."""
    before = parts[run.start - 1][-1] if run.start else " "
    after = parts[run.stop][0] if run.stop < len(parts) else " "
    return before, after


def _can_open(outside: str, inside: str) -> bool:
    """Whether a run is left-flanking (mirrored: right-flanking), with symbols counted as punctuation
    as well as not, because readers differ on them."""
    if inside.isspace():
        return False
    kind = kind_of(inside)
    return kind == "word" or outside.isspace() or kind_of(outside) == "punctuation"
