"""Images in figures are blocks of their own: words beside them are a credit, a counter, a button."""

from __future__ import annotations

from typing import Final

from boilerstrip.block import Mark
from boilerstrip.segment.content import Content
from boilerstrip.vocabulary import CATEGORY_BIT, STRUCTURE_SHIFT, STRUCTURES

__all__ = ["FIGURE", "IN_FIGURE", "set_apart"]

FIGURE: Final = 1 << STRUCTURE_SHIFT + [*STRUCTURES].index("figure")
IN_FIGURE: Final = FIGURE | CATEGORY_BIT["caption"]
"""Bits around an image in a figure, and in its caption."""
_BOXES: Final = frozenset({"figure", "div"})
"""Tags of what an image stands in there that is no table, list or paragraph."""


def set_apart(content: Content, n_before: int, parent: int, container: int) -> None:
    """End the block being read before and after an image that came last, if it stands in a figure.

    Args:
        content: What is read; nothing changes where no image came last.
        n_before: Pieces that there were before it.
        parent, container: The element that it stands in, and the block-level one.
    """
    pieces, table = content.pieces, content.table
    if len(pieces) <= n_before or parent < 0 or table.around[parent] & IN_FIGURE != FIGURE:
        return
    last = pieces[-1]
    if type(last) is not Mark or last.kind != "img" or not last.value or content.n_preformatted:
        return
    if table.tag[container] not in _BOXES:
        return
    if n_before:
        pieces.pop()
        content.flush(container)
        pieces += [*content.marks, last]
    content.flush(container)
