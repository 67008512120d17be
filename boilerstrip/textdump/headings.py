"""Headings that only their shape tells: a short line by itself, then prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Final

import numpy as np

__all__ = ["heading_shapes"]

_MOST_CHARS: Final = 90
_MOST_WORDS: Final = 14
_PROSE_CHARS: Final = 100
"""Characters from which a line is prose, which a heading stands over."""
_ENDS: Final = (".", ",", ";", ":", "…", "。", "，", "：", "»", "”", '"', ")", "|", "-", "–")
_INSIDE: Final = (". ", " | ", "©", "@", "://", "•")
"""What stands in captions, bylines and menus rather than in headings."""


def heading_shapes(texts: Sequence[str], special: Container[int]) -> list[int]:
    """Which pieces are headings by their shape: indices.

    A heading is short, begins with a capital or a digit (or in a script without capitals), does not end as a
    sentence does, stands between prose or above all else, and is there once: a name that
    stands over every turn of an interview is none.

    Args:
        texts: The pieces.
        special: Indices of those that have a sign of their own.
    """
    if not texts:
        return []
    lengths = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts))
    is_prose = lengths >= _PROSE_CHARS
    before = np.concatenate(([True], is_prose[:-1]))
    after = np.concatenate((is_prose[1:], [False]))
    shaped = np.flatnonzero((lengths <= _MOST_CHARS) & (lengths > 2) & before & after).tolist()
    might = [i for i in shaped if i not in special]
    counts = Counter([texts[i] for i in might])
    return [i for i in might if counts[texts[i]] == 1 and _is_shaped(texts[i])]


def _is_shaped(text: str) -> bool:
    if text.endswith(_ENDS) or text.count(" ") >= _MOST_WORDS:
        return False
    first = text[0]
    if first.islower() or not (first.isalnum() or first in "¿¡\"“«„'‘"):
        return False
    return not any(sign in text for sign in _INSIDE)
