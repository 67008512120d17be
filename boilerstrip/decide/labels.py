"""Labels of tabs: kept where something that they head is."""

from __future__ import annotations

from collections.abc import Sequence

from boilerstrip.block import BlockTable

__all__ = ["labels_of_kept"]


def labels_of_kept(table: BlockTable, kept: Sequence[bool]) -> list[int]:
    """The dropped blocks that are labels of tabs of whose panels something is kept.

    A panel that begins with its label does not need it twice.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    found = set[int]()
    for panel in table.panels:
        noted, span = table.attributes[panel], range(table.first_block[panel], table.end_block[panel])
        first = next((block for block in span if kept[block]), -1)
        label = int(noted["label"])
        if first >= 0 and not kept[label] and table.text[first] != noted["title"]:
            found.add(label)
    return sorted(found)
