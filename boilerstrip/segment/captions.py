"""Captions that only their class names: beside an image in a box of the two, they make that a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Mark

__all__ = ["MAX_CAPTION_BLOCKS", "note_figures"]

MAX_CAPTION_BLOCKS: Final = 3
"""Blocks of a caption: what is shown, who took it, a link."""
_LEVELS: Final = 5
"""Elements from the caption to its box, both counted: `<td>` to `<table>` are four."""
_BOXES: Final = frozenset({"div", "dl", "table", "section", "center"})
"""Tags of boxes; others mean something else to a renderer."""
_OTHERWISE: Final = frozenset({"figcaption", "caption", "figure"})
"""Tags that say themselves what is a caption."""
_FIGURE_LEVELS: Final = 6
"""Elements above a caption among which one of these is looked for."""


def note_figures(table: BlockTable, captions: Sequence[int]) -> None:
    """Note as the roles of elements what is a figure and its caption; the others are nothing.

    Args:
        table: The page's blocks; its `attributes` are changed.
        captions: Elements that are captions by their class.
    """
    for element in captions:
        noted = {name: value for name, value in table.attributes[element].items() if name != "as"}
        figure = _figure(table, element)
        if figure >= 0:
            noted["role"] = "#caption"
            table.attributes[figure] = {**table.attributes.get(figure, {}), "role": "#figure"}
        if noted:
            table.attributes[element] = noted
        else:
            del table.attributes[element]


def _figure(table: BlockTable, caption: int) -> int:
    """The box that holds a caption and one image, and nothing else; -1 where none is."""
    first, end = table.first_block[caption], table.end_block[caption]
    if not 0 < end - first <= MAX_CAPTION_BLOCKS or 0 in table.n_chars[first:end]:
        return -1
    if any(table.tag[element] in _OTHERWISE for element in table.ancestors(caption, _FIGURE_LEVELS)):
        return -1
    for element in table.ancestors(caption, _LEVELS)[1:]:
        n_others = table.end_block[element] - table.first_block[element] - (end - first)
        if n_others > 1:
            return -1
        if not n_others:
            continue
        image = table.first_block[element] if table.first_block[element] < first else end
        if table.n_chars[image] or not _is_image(table, image):
            return -1
        if table.tag[element] in _BOXES:
            return element
    return -1


def _is_image(table: BlockTable, block: int) -> bool:
    """Whether a block without words is one image."""
    return [piece.kind for piece in table.inline[block] if isinstance(piece, Mark)].count("img") == 1
