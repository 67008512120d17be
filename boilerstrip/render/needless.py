"""Backslashes that a block can do without: emphasis needs a run that opens it and one that closes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from boilerstrip.patterns import late_pattern

__all__ = ["kind_of", "may_open", "without_needless"]

_RUN_RE: Final = {char: late_pattern(rf"((?:\\{re.escape(char)})+)|\\.", re.DOTALL) for char in "*_~`"}


class _Run(NamedTuple):
    """A run of escaped delimiters: the part it stands in, and where."""

    part: int
    start: int
    end: int


def without_needless(parts: list[str], texts: Sequence[int], taken: Collection[str]) -> None:
    """Take the backslashes out of a block's text that no reader needs.

    Of runs that could pair up the first ones stay escaped, those that could open something that a later one
    could close; what is left has nothing to pair up with.

    Args:
        parts: The block's Markdown in parts; changed in place.
        texts: Indices of those that are text, with a backslash before each character that could be markup.
        taken: Delimiters of emphasis that the block has as markup: their backslashes stay.
    """
    escaped = {char for char in _RUN_RE if any(f"\\{char}" in parts[at] for at in texts)}
    for char in "*_":
        if char in escaped and char not in taken:
            runs = _runs(parts, texts, _RUN_RE[char])
            _unescape(parts, _harmless(parts, runs))
    if "~" in escaped and "~" not in taken:  # what opens may have no backslash, where all that closes has one
        runs = _runs(parts, texts, _RUN_RE["~"])
        if len(runs) == 1 and sum(part.count("~") for part in parts) * 2 == runs[0].end - runs[0].start:
            _unescape(parts, runs)
    runs = _runs(parts, texts, _RUN_RE["`"]) if "`" in escaped else []
    if runs and sum(part.count("`") for part in parts) * 2 == sum(run.end - run.start for run in runs):
        # No code and no image has any.
        last = next((at for at in range(len(runs) - 1, -1, -1) if _is_closed(runs, at)), -1)
        _unescape(parts, runs[last + 1 :])  # a backslash that stays is none in code that begins before it


def _is_closed(runs: Sequence[_Run], at: int) -> bool:
    """Whether a later run is as long, so that there would be code between them."""
    length = runs[at].end - runs[at].start
    return any(run.end - run.start == length for run in runs[at + 1 :])


def _runs(parts: Sequence[str], texts: Sequence[int], run_re: re.Pattern[str]) -> list[_Run]:
    return [
        _Run(at, found.start(), found.end())
        for at in texts
        if "\\" in parts[at]
        for found in run_re.finditer(parts[at])
        if found[1]
    ]


def _harmless(parts: Sequence[str], runs: Sequence[_Run]) -> list[_Run]:
    """Those of the runs that open nothing which a later one could close."""
    harmless = []
    can_be_closed = False
    for run in reversed(runs):
        text = parts[run.part]
        before = text[run.start - 1] if run.start else _beside(parts, run.part, -1)
        after = text[run.end] if run.end < len(text) else _beside(parts, run.part, 1)
        if not (can_be_closed and may_open(before, after)):
            harmless.append(run)
        can_be_closed = can_be_closed or may_open(after, before)
    return harmless[::-1]


def _beside(parts: Sequence[str], at: int, step: int) -> str:
    """The character before or after a part; the edge of the block counts as a blank."""
    at += step
    while 0 <= at < len(parts) and not parts[at]:
        at += step
    return parts[at][0 if step > 0 else -1] if 0 <= at < len(parts) else " "


def _unescape(parts: list[str], runs: Sequence[_Run]) -> None:
    for at, of_part in groupby(runs, lambda run: run.part):
        text, end, pieces = parts[at], 0, list[str]()
        for run in of_part:
            pieces += text[end : run.start], text[run.start : run.end].replace("\\", "")
            end = run.end
        parts[at] = "".join([*pieces, text[end:]])


def may_open(outside: str, inside: str) -> bool:
    """Whether a run of delimiters between two characters could be left-flanking; in doubt True.

    Mirrored it tells whether it could be right-flanking.
    """
    if inside.isspace():
        return False
    return kind_of(inside) != "punctuation" or outside.isspace() or kind_of(outside) != "word"


def kind_of(char: str) -> str:
    """ "word", "punctuation", or "symbol", which readers count as either."""
    if char.isalnum():
        return "word"
    if char.isascii():
        return "punctuation"
    category = unicodedata.category(char)[0]
    return "punctuation" if category == "P" else "symbol" if category == "S" else "word"
