"""Lines of who and when that stand before each entry, in an element of their own beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.threads.reading import Reading

__all__ = ["find_heads"]

_LEAST: Final = 2
"""Entries with such lines from which they are theirs."""
_SHARE: Final = 0.8
"""Share of the entries that have them."""


def find_heads(reading: Reading, elements: Sequence[int]) -> dict[int, int]:
    """The element with its date that stands right before each entry, by the entry's element.

    None where most entries have a date of their own.

    Args:
        elements: Those of the entries, ascending; such lines may be among them.
    """
    undated = [e for e in elements if not reading.sum(reading.dated, e) and reading.sum(reading.prose, e)]
    if len(undated) < _LEAST:
        return {}
    before = [_before(reading, element) for element in undated]
    heads = {element: head for element, head in zip(undated, before, strict=True) if _is_head(reading, head)}
    n_entries = len(elements) - len(set(heads.values()).intersection(elements))
    return heads if len(heads) >= max(_LEAST, _SHARE * n_entries) else {}


def _before(reading: Reading, element: int) -> int:
    """The element before one in the same parent, -1 for none; no other block stands between them."""
    table = reading.table
    parent, found = table.parent[element], element - 1
    while found > parent and table.parent[found] != parent:
        found = table.parent[found]
    return found if found > parent and table.end_block[found] == table.first_block[element] else -1


def _is_head(reading: Reading, element: int) -> bool:
    """Whether an element has a date and nothing that anybody says."""
    return element >= 0 and reading.sum(reading.dated, element) > 0 == reading.sum(reading.prose, element)
