"""Which rules of a page are written: those between two blocks that both are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled

__all__ = ["rules_between"]

COMPILED: Final = compiled("render._words")


def rules_between(table: BlockTable, kept: Sequence[bool]) -> Mapping[int, Sequence[int]]:
    """The `<hr>` elements before each block that stand between it and another kept one, by its index."""
    found: dict[int, list[int]] = {}
    if COMPILED is not None and not COMPILED.has_tag(table.tag, "hr"):  # true of most
        return found
    element = -1
    for _ in range(table.tag.count("hr")):
        element = table.tag.index("hr", element + 1)
        block = table.first_block[element]
        if 0 < block < len(kept) and kept[block] and kept[block - 1]:
            found.setdefault(block, []).append(element)
    return found
