"""The marks that outlines are made of, and what reading content and its compiled twin both look up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import Mark
from boilerstrip.elements import is_spaced
from boilerstrip.render.clean import clean

__all__ = [
    "BR",
    "CLOSING",
    "CODE",
    "DELIMITERS",
    "HARD_BREAK",
    "NOT_IMAGES",
    "OWN_LINE",
    "are_apart",
    "folded",
    "one_line",
]

BR: Final = Mark("br")
CODE: Final = Mark("code")
CLOSING: Final = {
    kind: Mark("/" + kind) for kind in ("a", "b", "i", "code", "del", "sup", "sub", "q", "rt", "math")
}
"""By kind of a span: the mark that closes it; of tidy content it is this very object."""
OWN_LINE: Final = "line"
"""Value of an "i" that has a line of its own."""
HARD_BREAK: Final = "\\\n"
"""A line break in a paragraph of Markdown."""
NOT_IMAGES: Final = ("#", "mailto:", "tel:")
"""How addresses begin that are none of an image."""
DELIMITERS: Final = {"b": "**", "i": "*", "del": "~~"}
"""By kind of an emphasis: what stands on both sides of it in Markdown."""

_ENDING: Final = frozenset(".,:;!?)]%")
"""What stands behind a word, and before no other one without a blank."""


def folded(piece: str) -> str:
    """Clean text, each run of white space one blank, also at the edges."""
    piece = clean(piece)
    words = " ".join(piece.split())
    if not words:
        return " " if piece else ""
    return f"{' ' if piece[0].isspace() else ''}{words}{' ' if piece[-1].isspace() else ''}"


def one_line(text: str) -> str:
    """Clean text, white space folded and none at the edges."""
    return " ".join(clean(text).split())


def are_apart(read: Sequence[str | Mark], words: str) -> bool:
    """Whether words need a blank behind what was read, where an image that is not written was between."""
    if not is_spaced(words[0]):
        return False
    before = next((piece[-1] for piece in reversed(read) if isinstance(piece, str)), "")
    return before in _ENDING or (before != "" and is_spaced(before))
