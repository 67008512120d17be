"""Which rules of a page are written: those between two blocks that both are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boilerstrip.block import BlockTable

__all__ = ["rules_between"]


def rules_between(table: BlockTable, kept: Sequence[bool]) -> Mapping[int, Sequence[int]]:
    """The `<hr>` elements before each block that stand between it and another kept one, by its index."""
    if "hr" not in table.tag:
        return {}
    found: dict[int, list[int]] = {}
    for element, tag in enumerate(table.tag):
        block = table.first_block[element]
        if tag == "hr" and 0 < block < len(kept) and kept[block] and kept[block - 1]:
            found.setdefault(block, []).append(element)
    return found
