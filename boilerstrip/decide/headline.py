"""What is kept beyond the scorer's choice: the headline, and images between kept blocks."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS

__all__ = ["find_headline", "settle_images"]

_HEADING_LEVELS: Final = 4
"""How far up a heading tag is looked for, in elements."""
_MIN_HEADLINE_OVERLAP: Final = 0.5
"""Dice overlap with the page's title from which a heading is its headline; 0..1, set on dev pages."""
_MIN_PLAIN_OVERLAP: Final = 0.8
"""The same for a block that is no heading."""
_HEADLINE_BONUS: Final = MappingProxyType({"h1": 0.4, "h2": 0.2, "h3": 0.1})
"""What a heading tag is worth against overlap in the choice of the headline."""
_FIGURE_LEVELS: Final = 6
"""How far up a figure is looked for around an image, in elements."""
_MAX_FIGURE_BLOCKS: Final = 12
"""Blocks of a figure that are looked at."""
_NEVER: Final = 2.0
"""An overlap that no block has."""
_CAPTION: Final = CATEGORY_BIT["caption"]
_WIDGETS: Final = (
    CATEGORY_BIT["advertisement"]
    | CATEGORY_BIT["cookie"]
    | CATEGORY_BIT["donation"]
    | CATEGORY_BIT["newsletter"]
    | CATEGORY_BIT["related"]
    | CATEGORY_BIT["share"]
)
_WIDGET_LEVELS: Final = 3
"""Elements around an image none of which calls itself such; those further out name what they hold."""
_MAX_HEADLINE_LINKS: Final = 0.5
"""Link density above which a block that is no heading is a teaser rather than the headline; a forum's
topic links to itself, so a heading may be a link if it says just what the title says."""


def find_headline(table: BlockTable, overlap: NDArray[np.float32], kept: Sequence[bool]) -> int:
    """The block that is most the page's title; -1 where none is.

    Args:
        table: The page's blocks.
        overlap: How much each block is the title of the metadata, 0..1, shape (n_blocks,).
        kept: Which the scorer keeps: a link that is no heading is a teaser, unless it is kept.
    """
    best, best_value = -1, 0.0
    for i in np.flatnonzero(overlap > 0).tolist():
        value = float(overlap[i])
        tag = _heading_tag(table, table.element[i])
        least = _MIN_HEADLINE_OVERLAP if tag else _MIN_PLAIN_OVERLAP
        if tag != "h1" and table.n_link_chars[i] > _MAX_HEADLINE_LINKS * table.n_chars[i]:
            least = _MIN_PLAIN_OVERLAP if tag or kept[i] else _NEVER
        if value < least:
            continue
        value += _HEADLINE_BONUS.get(tag, 0.0)
        if value > best_value:
            best, best_value = i, value
    return best


def _heading_tag(table: BlockTable, element: int) -> str:
    """The heading the element is in, by its tag; "" where it is in none."""
    for around in table.ancestors(element, _HEADING_LEVELS):
        if table.tag[around] in HEADING_TAGS:
            return table.tag[around]
    return ""


def settle_images(table: BlockTable, kept: list[bool]) -> list[bool]:
    """Blocks without words, an image or something embedded, go with the text around them.

    They are kept between kept neighbours, unless in a box of advertisements or the like, and in a figure
    whose caption is kept. A dropped caption is no neighbour: it is left out more often than its image.
    """
    settled = list(kept)
    if 0 not in table.n_chars:
        return settled
    images = list[int]()  # since the last text
    before = False
    for i, n in enumerate(table.n_chars):
        if not n:
            images.append(i)
            settled[i] = _is_captioned(table, i, kept)
        elif kept[i] or not table.around[table.element[i]] & _CAPTION:
            if before and kept[i]:
                for image in images:
                    settled[image] = not _is_in_widget(table, table.element[image])
            images.clear()
            before = kept[i]
    return settled


def _is_in_widget(table: BlockTable, element: int) -> bool:
    """Whether an image belongs to a box that only stands between the paragraphs."""
    return any(table.mask[around] & _WIDGETS for around in table.ancestors(element, _WIDGET_LEVELS))


def _is_captioned(table: BlockTable, block: int, kept: Sequence[bool]) -> bool:
    """Whether a block stands in a figure with words, all of which are kept."""
    for around in table.ancestors(table.element[block], _FIGURE_LEVELS):
        if table.tag[around] == "figure":
            span = range(table.first_block[around], table.end_block[around])
            words = [kept[i] for i in span[:_MAX_FIGURE_BLOCKS] if table.n_chars[i]]
            return bool(words) and all(words)
    return False
