"""The last of a page's breadcrumbs, which says what its headline says, where the others are dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Reason

__all__ = ["find_crumbs"]

_LEVELS: Final = 4
"""How far up the list is looked for that an item is in, in elements."""
_SIGNS: Final = " /\\|>»›→►·•-–"
"""What stands between breadcrumbs."""
_NEAR: Final = 5
"""Blocks below a breadcrumb among which the headline is that it repeats."""
_MIN_LINKED: Final = 0.5


def find_crumbs(
    table: BlockTable, kept: Sequence[bool], items: Sequence[int], named: Sequence[bool]
) -> dict[int, tuple[str, Reason]]:
    """Items that are the only kept ones of a list of links, each with its role and the reason.

    Such an item is the last, and stands in what calls itself navigation, names the page or repeats a line
    below.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        items: Kept list items.
        named: Of each, whether a name around it, or the page's title, says that it is one.
    """
    found = {}
    for block, is_named in zip(items, named, strict=True):
        trail = _trail(table, block)
        links = range(table.first_block[trail], block) if trail >= 0 else range(0)
        if not links or table.end_block[trail] != block + 1 or any(kept[link] for link in links):
            continue
        if 0 in table.n_chars[block + 1 : block + 2]:  # images up to the headline, which would go with it
            continue
        if (is_named or _repeats(table, block)) and all(_is_link(table, link) for link in links):
            found[block] = ("breadcrumb", Reason("links", f"{len(links)} links in {table.tag[trail]}"))
    return found


def _trail(table: BlockTable, block: int) -> int:
    """The list that a block is an item of; -1 for none."""
    around = table.ancestors(table.element[block], _LEVELS)
    return next((element for element in around if table.tag[element] in ("ul", "ol")), -1)


def _is_link(table: BlockTable, block: int) -> bool:
    """Whether a block is a link, or the sign between two."""
    is_sign = not table.text[block].strip(_SIGNS)
    return is_sign or table.n_link_chars[block] > _MIN_LINKED * table.n_chars[block]


def _repeats(table: BlockTable, block: int) -> bool:
    words = table.text[block].strip(_SIGNS).lower()
    below = table.text[block + 1 : block + 1 + _NEAR]
    return words in [text.strip(_SIGNS).lower() for text in below]
