"""Lines of a text: wrapped paragraphs joined, a text on one long line cut at its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["LONG", "cut_line", "ends_in_address", "joins", "opens_link", "split_lines"]

_NARROWEST, _WIDEST = 50, 110
"""Columns between which texts are wrapped."""
_EDGE: Final = 10
"""Columns from the edge within which lines of a wrapped text mostly end, and beyond which few do."""
_MIN_JOINS: Final = 4
_MIN_FULL: Final = 0.6
"""Share of the longer lines that must be as full as they could be in a wrapped text."""
_MIN_LINE: Final = 0.5
"""Share of the width below which a line ends its paragraph, however long the next word is."""
LONG: Final = 1_500
"""Characters of a line from which it is cut, where such lines are most of the text."""
_PIECE: Final = 120
"""Characters at which a piece of a long line is long enough to end with a sentence."""
_LABELS: Final = 8
"""Words of a piece of what seems to be labels in a row."""
_RUN: Final = 3
"""Of four words in a row, those in lower case from which they are part of a sentence."""
_SENTENCE_RE: Final = re.compile("(?<=[.!?…؟।])[\"'”’»)\\]]? |(?<=[。！？])(?![。！？”’」』])")


def split_lines(text: str) -> list[str]:
    """The lines of a text, whatever ends them, blanks at their ends taken off; NULs are left out."""
    if "\0" in text:
        text = text.replace("\0", "")
    return list(map(str.rstrip, text.removeprefix("\ufeff").splitlines()))


def joins(lines: Sequence[str], lengths_of_lines: Sequence[int], begin: Sequence[int]) -> list[int]:
    """Which lines go on in the next one, because the text was wrapped at a width: indices.

    A line goes on where the first word of the next one would not have fitted into the width. A text is
    wrapped only where most of its longer lines are as full as that.

    Args:
        lines: The lines, set in as written, without blanks at the end.
        lengths_of_lines: Characters of each.
        begin: Lines that are not the rest of the one before (list items, headings).
    """
    lengths: NDArray[np.intp] = np.array(lengths_of_lines, dtype=np.intp)
    counts = np.bincount(np.minimum(lengths, _WIDEST + _EDGE + 1), minlength=_WIDEST + _EDGE + 2)
    sums = counts.cumsum()  # of lines of up to so many characters
    upto = sums[_NARROWEST : _WIDEST + 1]
    within = upto - sums[_NARROWEST - _EDGE : _WIDEST + 1 - _EDGE]
    beyond = sums[_NARROWEST + _EDGE : _WIDEST + 1 + _EDGE] - upto
    fits = within - 2 * beyond
    best = int(fits.argmax())
    if fits[best] < _MIN_JOINS:
        return []
    width = _NARROWEST + best
    follows = lengths > 0
    follows[begin] = False
    ends = (lengths >= _MIN_LINE * width) & (lengths <= width)
    goes = (ends[:-1] & follows[1:]).nonzero()[0].tolist()
    if len(goes) < _MIN_JOINS:
        return []
    full = [i for i in goes if lengths_of_lines[i] + 1 + len(lines[i + 1].split(None, 1)[0]) > width]
    return full if len(full) >= max(_MIN_JOINS, _MIN_FULL * len(goes)) else []


def opens_link(line: str) -> bool:
    """Whether a line of Markdown ends inside a link, which goes on in the next line."""
    return ends_in_address(line) or line.rfind("[") > line.rfind("]")


def ends_in_address(line: str) -> bool:
    """Whether a line of Markdown ends inside the address of a link."""
    at = line.rfind("](")
    return at >= 0 and at > line.rfind(")")


def cut_line(line: str, n_chars: int) -> list[str]:
    """The pieces of a line; itself, unless it is long and most of a text of `n_chars` characters.

    Pieces end with sentences; what seems to be labels in a row before a sentence is cut off it.
    """
    if len(line) < LONG or 2 * len(line) < n_chars:
        return [line]
    pieces, start, grows = list[str](), 0, False
    for end in [*(match.end() for match in _SENTENCE_RE.finditer(line)), len(line)]:
        sentence = line[start:end].strip()
        start = end
        if not sentence:
            continue
        *labels, rest = _unglue(sentence)
        pieces += labels
        if grows and not labels and len(pieces[-1]) < _PIECE:
            pieces[-1] += f" {rest}"
        else:
            pieces.append(rest)
        grows = True
    return pieces


def _unglue(sentence: str) -> list[str]:
    """A sentence, and the labels glued to its beginning, some words a piece.

    A sentence seems to begin with the last word before a run of words in lower case.
    """
    words = sentence.split(" ")
    if len(words) < _LABELS:
        return [sentence]
    lower = [word[:1].islower() for word in words]
    run, begins = sum(lower[1:5]), 0
    while run < _RUN and begins + 5 < len(words):
        begins += 1
        run += lower[begins + 4] - lower[begins]
    if run < _RUN:
        begins = len(words)
    if begins < _LABELS:
        return [sentence]
    parts = [" ".join(words[i : min(i + _LABELS, begins)]) for i in range(0, begins, _LABELS)]
    return [*parts, " ".join(words[begins:])] if begins < len(words) else parts
