"""Headings that only their shape tells: a short line by itself, then prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Final

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
    lengths = [_PROSE_CHARS, *map(len, texts), 0]  # of nothing: above all stands what is like prose
    shaped = [
        i
        for i, (before, own, after) in enumerate(zip(lengths, lengths[1:], lengths[2:], strict=False))
        if after >= _PROSE_CHARS <= before and 2 < own <= _MOST_CHARS
    ]
    if not shaped:
        return []
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
