"""Links whose words name a form that stands on another page."""

from __future__ import annotations

from collections.abc import Iterable

from boilerstrip.block import BlockTable, Mark

__all__ = ["leading_away"]


def leading_away(table: BlockTable, blocks: Iterable[int]) -> list[int]:
    """Those of some blocks in which a link leads to a place on a page that it names.

    "Leave a comment" below a teaser leads to the form on the page of the post: around it there is none.
    """
    return [block for block in blocks if any(_names_page(piece) for piece in table.inline[block])]


def _names_page(piece: object) -> bool:
    """Whether an inline piece begins a link with something before its "#"."""
    return isinstance(piece, Mark) and piece.kind == "a" and piece.value.find("#") > 0
