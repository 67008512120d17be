"""Labels of tables of contents whose list is dropped, or which a script is to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["find_lone_labels"]

_CELLS: Final = ("td", "th")
_HEADING_LEVELS: Final = 2
_MIN_LINKED: Final = 0.5


def find_lone_labels(
    table: BlockTable, kept: Sequence[bool], labels: Mapping[int, bool]
) -> dict[int, tuple[str, Reason]]:
    """Labels of a table of contents that is not there, each with its role and the reason.

    What stands below one is the table if it is kept and a link, or stands in the same box and is no heading.
    Of 15 labels that go on the development pages 3 are in a gold.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        labels: Blocks that are nothing but such a label, and whether its words say nothing else elsewhere.
    """
    return {
        block: ("navigation", Reason("phrase", table.text[block].strip().lower()))
        for block, is_sure in labels.items()
        if _may_go(table, block) and _is_lone(table, kept, block, is_sure)
    }


def _may_go(table: BlockTable, block: int) -> bool:
    """Whether a label is no title of the page, and no cell: what that is over is data."""
    around = table.ancestors(table.element[block], _HEADING_LEVELS)
    tags = [table.tag[element] for element in around]
    return "h1" not in tags and not (tags and tags[0] in _CELLS)


def _is_lone(table: BlockTable, kept: Sequence[bool], label: int, is_sure: bool) -> bool:
    below = next((block for block in range(label + 1, table.n_blocks) if table.n_chars[block]), -1)
    if below < 0 or not kept[below]:
        return True
    if not is_sure or table.n_link_chars[below] > _MIN_LINKED * table.n_chars[below]:
        return False
    around = table.ancestors(table.element[below], _HEADING_LEVELS)
    if any(table.tag[element] in HEADING_TAGS for element in around):
        return True
    element = table.element[label]
    return element >= 0 and table.end_block[table.parent[element]] <= below
