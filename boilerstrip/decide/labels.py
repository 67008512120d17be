"""Labels of tabs: kept where something that they head is."""

from __future__ import annotations

from collections.abc import Sequence

from boilerstrip.block import BlockTable

__all__ = ["labels_of_kept"]


def labels_of_kept(table: BlockTable, kept: Sequence[bool]) -> list[int]:
    """The dropped blocks that are labels of tabs of whose panels something is kept.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    panels = [element for element, noted in table.attributes.items() if noted.get("as") == "#panel"]
    shown = [panel for panel in panels if True in kept[table.first_block[panel] : table.end_block[panel]]]
    labels = {int(table.attributes[panel]["label"]) for panel in shown}
    return sorted(label for label in labels if not kept[label])
