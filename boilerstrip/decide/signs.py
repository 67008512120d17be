"""Images that are written again and again and say nothing: bullets, stars, rules, arrows."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import compress
from typing import Final

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.decide.images import FIGURE
from boilerstrip.vocabulary import STRUCTURE_SHIFT, STRUCTURES

__all__ = ["leave_out_signs"]

_TABLE: Final = 1 << STRUCTURE_SHIFT + [*STRUCTURES].index("table")
_DRAWINGS: Final = (".svg", ".gif")
"""What addresses of images end in that are no photographs."""
_NEAR: Final = 40
"""Pieces before and behind an image among which its link or the words beside it are looked for."""
_UNSHOWN: Final = Mark("img")


def leave_out_signs(table: BlockTable, kept: list[bool], signs: Container[str]) -> None:
    """Take the addresses of signs from images, and blocks that then show nothing from what is kept.

    Those stay that are in a figure, are all that is in a cell of a table, or stand between two words that
    touch. Unless it is a drawing, one that is all that is in a link stays, and the first of those in blocks
    of their own: it may be a photograph that a slider repeats.

    Args:
        table: The page's blocks.
        kept: Which of them are kept.
        signs: Addresses of images, as `images.find_signs` finds them.
    """
    seen = set[str]()
    for block in [*compress(range(table.n_blocks), kept)]:
        pieces, around = table.inline[block], table.around[table.element[block]]
        is_alone = not table.n_chars[block]
        if around & FIGURE or (is_alone and around & _TABLE):
            continue
        left = list(pieces)
        for at in _signs_in(pieces, signs):
            address = pieces[at][1]
            if not address.partition("?")[0].lower().endswith(_DRAWINGS):
                if _fills_link(pieces, at, signs):
                    continue
                if is_alone and address not in seen:
                    seen.add(address)
                    continue
            if not _is_between_words(pieces, at):
                left[at] = _UNSHOWN
        if left != list(pieces):
            table.inline[block] = tuple(left)
            kept[block] = not is_alone or any(map(_shows, left))


def _signs_in(pieces: Inline, signs: Container[str]) -> Iterator[int]:
    for at, piece in enumerate(pieces):
        if isinstance(piece, Mark) and piece.kind == "img" and not piece.alt and piece.value in signs:
            yield at


def _shows(piece: str | Mark) -> bool:
    return isinstance(piece, Mark) and (
        piece.kind in ("embed", "emoji") or (piece.kind == "img" and piece != _UNSHOWN)
    )


def _fills_link(pieces: Inline, at: int, signs: Container[str]) -> bool:
    """Whether the image at a place is in a link with no words and no other images but signs."""
    before, behind = pieces[max(at - _NEAR, 0) : at], pieces[at + 1 : at + 1 + _NEAR]
    for side, end, beyond in ((reversed(before), "a", "/a"), (behind, "/a", "a")):
        for piece in side:
            if isinstance(piece, str):
                if not piece.isspace():
                    return False
            elif piece.kind == end:
                break
            elif piece.kind == beyond or (_shows(piece) and not (piece.value in signs and not piece.alt)):
                return False
        else:
            return False
    return True


def _is_between_words(pieces: Inline, at: int) -> bool:
    """Whether words touch the image at a place on both sides."""
    near = pieces[max(at - _NEAR, 0) : at]
    before = next((piece for piece in reversed(near) if _separates(piece)), " ")
    behind = next((piece for piece in pieces[at + 1 : at + 1 + _NEAR] if _separates(piece)), " ")
    if isinstance(before, Mark) or isinstance(behind, Mark):
        return False
    return not before[-1:].isspace() and behind[:1].isalnum()


def _separates(piece: str | Mark) -> bool:
    return isinstance(piece, str) or piece.kind == "br"
