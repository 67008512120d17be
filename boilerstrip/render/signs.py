"""Marks that are shown as characters: quotation marks, and the brackets around how a word is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from boilerstrip.block import Inline, Mark

__all__ = ["SIGNS", "with_characters"]

SIGNS: Final = {
    "q": "\N{LEFT DOUBLE QUOTATION MARK}",
    "/q": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "rt": "(",
    "/rt": ")",
}
"""Marks that browsers show as characters, or in a way for which plain text has those."""
_INNER_QUOTES: Final = str.maketrans("\u201c\u201d", "\u2018\u2019")


def with_characters(pieces: Iterable[str | Mark]) -> Inline:
    """Marks that have a character of their own as that; quotation marks inside others are single ones."""
    written: list[str | Mark] = []
    depth = 0
    for piece in pieces:
        if isinstance(piece, str) or piece.kind not in SIGNS:
            written.append(piece)
            continue
        depth -= piece.kind == "/q"
        sign = SIGNS[piece.kind]
        written.append(sign.translate(_INNER_QUOTES) if depth % 2 else sign)
        depth += piece.kind == "q"
    return tuple(written)
