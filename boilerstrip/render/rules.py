"""Which rules of a page are written: those between two blocks that both are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled

__all__ = ["elements_of", "rules_between"]

COMPILED: Final = compiled("render._words")


def elements_of(table: BlockTable, tag: str) -> list[int]:
    """The elements with a tag that few have."""
    if COMPILED is not None:
        return cast("list[int]", COMPILED.elements_of(table.tag, tag))
    found: list[int] = []
    for _ in range(table.tag.count(tag)):
        found.append(table.tag.index(tag, found[-1] + 1 if found else 0))
    return found


def rules_between(table: BlockTable, kept: Sequence[bool]) -> Mapping[int, Sequence[int]]:
    """The `<hr>` elements before each block that stand between it and another kept one, by its index."""
    found: dict[int, list[int]] = {}
    for element in elements_of(table, "hr"):
        block = table.first_block[element]
        if 0 < block < len(kept) and kept[block] and kept[block - 1]:
            found.setdefault(block, []).append(element)
    return found
