"""What is kept beyond the scorer's choice: the headline, and images between kept blocks."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS, STRUCTURE_SHIFT, STRUCTURES

__all__ = [
    "CAPTION",
    "FIGURE",
    "FIGURE_LEVELS",
    "HEADING_LEVELS",
    "HEADLINE_BONUS",
    "MAX_FIGURE_BLOCKS",
    "MAX_FIGURE_LINKS",
    "MAX_HEADLINE_LINKS",
    "MIN_HEADLINE_OVERLAP",
    "MIN_PLAIN_OVERLAP",
    "WIDGETS",
    "WIDGET_LEVELS",
    "find_headline",
    "settle_images",
]

HEADING_LEVELS: Final = 4
"""How far up a heading tag is looked for, in elements."""
MIN_HEADLINE_OVERLAP: Final = 0.5
"""Dice overlap with the page's title from which a heading is its headline; 0..1, set on dev pages."""
MIN_PLAIN_OVERLAP: Final = 0.8
"""The same for a block that is no heading."""
HEADLINE_BONUS: Final = MappingProxyType({"h1": 0.4, "h2": 0.2, "h3": 0.1})
"""What a heading tag is worth against overlap in the choice of the headline."""
FIGURE_LEVELS: Final = 6
"""How far up a figure is looked for around an image, in elements."""
MAX_FIGURE_BLOCKS: Final = 12
"""Blocks of a figure that are looked at."""
_NEVER: Final = 2.0
"""An overlap that no block has."""
MAX_FIGURE_LINKS: Final = 0.5
"""Link density above which words in an image's figure are a teaser's rather than a credit or a counter."""
CAPTION: Final = CATEGORY_BIT["caption"]
FIGURE: Final = 1 << STRUCTURE_SHIFT + [*STRUCTURES].index("figure")
WIDGETS: Final = (
    CATEGORY_BIT["advertisement"]
    | CATEGORY_BIT["cookie"]
    | CATEGORY_BIT["donation"]
    | CATEGORY_BIT["newsletter"]
    | CATEGORY_BIT["related"]
    | CATEGORY_BIT["share"]
)
WIDGET_LEVELS: Final = 3
"""Elements around an image none of which calls itself such; those further out name what they hold."""
MAX_HEADLINE_LINKS: Final = 0.5
"""Link density above which a block that is no heading is a teaser rather than the headline; a forum's
topic links to itself, so a heading may be a link if it says just what the title says."""


def find_headline(table: BlockTable, overlap: NDArray[np.float32], kept: Sequence[bool]) -> int:
    """The block that is most the page's title; -1 where none is.

    Args:
        table: The page's blocks.
        overlap: How much each block is the title of the metadata, 0..1, shape (n_blocks,).
        kept: Which the scorer keeps: a link that is no heading is a teaser, unless it is kept.
    """
    best, best_worth = -1, 0.0
    likely = np.flatnonzero(overlap >= MIN_HEADLINE_OVERLAP)
    for i, value in zip(likely.tolist(), overlap[likely].tolist(), strict=True):
        tag = _heading_tag(table, table.element[i])
        least = MIN_HEADLINE_OVERLAP if tag else MIN_PLAIN_OVERLAP
        if tag != "h1" and table.n_link_chars[i] > MAX_HEADLINE_LINKS * table.n_chars[i]:
            least = MIN_PLAIN_OVERLAP if tag or kept[i] else _NEVER
        if value < least:
            continue
        worth = value + HEADLINE_BONUS.get(tag, 0.0)
        if worth > best_worth:
            best, best_worth = i, worth
    return best


def _heading_tag(table: BlockTable, element: int) -> str:
    """The heading the element is in, by its tag; "" where it is in none."""
    for around in table.ancestors(element, HEADING_LEVELS):
        if table.tag[around] in HEADING_TAGS:
            return table.tag[around]
    return ""


def settle_images(table: BlockTable, kept: list[bool]) -> list[bool]:
    """Blocks without words, an image or something embedded, go with the text around them.

    They are kept between kept neighbours, unless in a box of advertisements or the like, and in a figure
    whose caption is kept. A dropped caption is no neighbour: it is left out more often than its image. Nor
    are other words that are dropped in its figure.
    """
    settled = list(kept)
    if 0 not in table.n_chars:
        return settled
    around, element = table.around, table.element
    has_figures = "figure" in table.tag
    images = list[int]()  # since the last text
    before = False
    for i, (n, keep) in enumerate(zip(table.n_chars, kept, strict=True)):
        if not n:
            images.append(i)
            settled[i] = has_figures and _is_captioned(table, i, kept)
        elif keep or not _is_beside_image(table, i, around[element[i]]):
            if images:
                if before and keep:
                    for image in images:
                        settled[image] = not _is_in_widget(table, element[image])
                images.clear()
            before = keep
    return settled


def _is_beside_image(table: BlockTable, block: int, around: int) -> bool:
    """Whether dropped words belong to an image: a caption, or in its figure a credit, a counter, a button.

    Args:
        table: The page's blocks.
        block: One of them, with words.
        around: What the elements around it are.
    """
    if not around & (CAPTION | FIGURE):
        return False
    if around & CAPTION:
        return True
    if table.n_link_chars[block] > MAX_FIGURE_LINKS * table.n_chars[block]:
        return False
    for element in table.ancestors(table.element[block], FIGURE_LEVELS):
        if table.tag[element] in HEADING_TAGS:
            return False
        if table.tag[element] == "figure":
            span = slice(table.first_block[element], table.end_block[element])
            return 0 in table.n_chars[span][:MAX_FIGURE_BLOCKS]
    return False


def _is_in_widget(table: BlockTable, element: int) -> bool:
    """Whether an image belongs to a box that only stands between the paragraphs."""
    return any(table.mask[around] & WIDGETS for around in table.ancestors(element, WIDGET_LEVELS))


def _is_captioned(table: BlockTable, block: int, kept: Sequence[bool]) -> bool:
    """Whether a block stands in a figure with words, all of which are kept."""
    for around in table.ancestors(table.element[block], FIGURE_LEVELS):
        if table.tag[around] == "figure":
            span = range(table.first_block[around], table.end_block[around])
            words = [kept[i] for i in span[:MAX_FIGURE_BLOCKS] if table.n_chars[i]]
            return bool(words) and all(words)
    return False
