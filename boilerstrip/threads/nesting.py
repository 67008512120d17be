"""Elements inside each other: which of some elements each lies in, and what each holds by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.compiled import compiled

__all__ = ["holders", "own_blocks", "own_sums"]

COMPILED: Final = compiled("threads._reading")


def holders(elements: Sequence[int], end: Sequence[int]) -> list[int]:
    """For each of some elements, the place in the list of the nearest one around it; -1 for none.

    Args:
        elements: Element indices, ascending.
        end: End of every element's subtree.
    """
    if COMPILED:
        held: list[int] = COMPILED.holders(elements, end)
        return held
    found, around = [], list[int]()
    for place, element in enumerate(elements):
        while around and end[elements[around[-1]]] <= element:
            around.pop()
        found.append(around[-1] if around else -1)
        around.append(place)
    return found


def own_sums(
    elements: Sequence[int],
    inside: Sequence[int],
    sums: Sequence[int],
    first: Sequence[int],
    last: Sequence[int],
) -> list[int]:
    """What each of some elements holds of something, without what the others inside it hold.

    Args:
        elements: Element indices, ascending.
        inside: What `holders` says of them.
        sums: Prefix sums over the blocks.
        first, last: Span of blocks of every element.
    """
    if COMPILED:
        found: list[int] = COMPILED.own_sums(elements, inside, sums, first, last)
        return found
    whole = [sums[last[element]] - sums[first[element]] for element in elements]
    if max(inside, default=-1) < 0:
        return whole
    own = whole.copy()
    for held, holder in zip(whole, inside, strict=True):
        if holder >= 0:
            own[holder] -= held
    return own


def own_blocks(
    elements: Sequence[int], inside: Sequence[int], first: Sequence[int], last: Sequence[int]
) -> list[list[int]]:
    """The blocks of each of some elements, without those of the others inside it, in page order."""
    if COMPILED:
        blocks: list[list[int]] = COMPILED.own_blocks(elements, inside, first, last)
        return blocks
    found: list[list[int]] = [[] for _ in elements]
    upto = [first[element] for element in elements]
    for place, holder in enumerate(inside):
        if holder >= 0:
            element = elements[place]
            found[holder].extend(range(upto[holder], first[element]))
            upto[holder] = max(upto[holder], last[element])
    for place, element in enumerate(elements):
        found[place].extend(range(upto[place], last[element]))
    return found
