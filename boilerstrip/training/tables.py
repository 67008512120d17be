"""Block tables that are put together out of others."""

from __future__ import annotations

from typing import NamedTuple

from boilerstrip.block import BlockTable

__all__ = ["Place", "insert", "masks_around", "subtree_ends"]


def subtree_ends(table: BlockTable) -> list[int]:
    """For each element the index behind the last element inside it."""
    ends = list(range(1, table.n_elements + 1))
    for element in range(table.n_elements - 1, 0, -1):
        parent = table.parent[element]
        if parent >= 0:
            ends[parent] = max(ends[parent], ends[element])
    return ends


class Place(NamedTuple):
    """A place in a table: in element `parent`, before element `at` and block `block`."""

    parent: int
    at: int
    block: int


def insert(table: BlockTable, place: Place, donor: BlockTable, first: int, end: int) -> BlockTable:
    """A table with elements `first` to `end` of another one put in.

    Args:
        table: The table; not changed.
        place: Where they go; `at` is the end of a subtree inside `parent`.
        donor, first, end: Where they come from; they are one subtree.
    """
    parent, at, block = place
    a, b = donor.first_block[first], donor.end_block[first]
    n_elements, n_blocks = end - first, b - a
    around = set(table.ancestors(parent))

    def moved(element: int) -> int:
        return element if element < at else element + n_elements

    def spliced(own: list[int], others: list[int]) -> list[int]:
        return own[:at] + others + own[at:]

    parents = spliced(
        [moved(e) if e >= 0 else e for e in table.parent],
        [parent, *(e - first + at for e in donor.parent[first + 1 : end])],
    )
    masks = spliced(table.mask, donor.mask[first:end])
    return BlockTable(
        text=table.text[:block] + donor.text[a:b] + table.text[block:],
        inline=table.inline[:block] + donor.inline[a:b] + table.inline[block:],
        element=[moved(e) for e in table.element[:block]]
        + [e - first + at for e in donor.element[a:b]]
        + [moved(e) for e in table.element[block:]],
        n_chars=table.n_chars[:block] + donor.n_chars[a:b] + table.n_chars[block:],
        n_link_chars=table.n_link_chars[:block] + donor.n_link_chars[a:b] + table.n_link_chars[block:],
        tag=table.tag[:at] + donor.tag[first:end] + table.tag[at:],
        parent=parents,
        label=table.label[:at] + donor.label[first:end] + table.label[at:],
        mask=masks,
        around=masks_around(parents, masks),
        first_block=spliced(
            [f if e < at else f + n_blocks for e, f in enumerate(table.first_block)],
            [f - a + block for f in donor.first_block[first:end]],
        ),
        end_block=spliced(
            [f + n_blocks if e >= at or e in around else f for e, f in enumerate(table.end_block)],
            [f - a + block for f in donor.end_block[first:end]],
        ),
    )


def masks_around(parents: list[int], masks: list[int]) -> list[int]:
    """The masks of each element and all around it together."""
    around: list[int] = []
    for parent, mask in zip(parents, masks, strict=True):
        around.append(mask | around[parent] if parent >= 0 else mask)
    return around
