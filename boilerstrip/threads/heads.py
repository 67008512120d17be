"""Lines of who and when that stand before or behind each entry, in elements of their own beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from boilerstrip.threads.groups import STRONG, Group
from boilerstrip.threads.keys import COMMENT
from boilerstrip.threads.reading import Reading

__all__ = ["as_groups", "find_descriptions", "find_heads"]

_LEAST: Final = 2
"""Entries with such lines from which they are theirs."""
_SHARE: Final = 0.8
"""Share of the entries that have them."""
_DESCRIBED: Final = 0.5
"""Share of the terms of a list that must be those of comments."""


def find_heads(reading: Reading, elements: Sequence[int]) -> dict[int, tuple[int, ...]]:
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
    if len(heads) < max(_LEAST, _SHARE * n_entries):
        return {}
    return {element: (head,) for element, head in heads.items()}


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


def find_descriptions(reading: Reading) -> dict[int, tuple[int, ...]]:
    """Comments in lists of terms, as Blogger and Dotclear write them: who in a `<dt>`, what in a `<dd>`.

    By the element that holds what somebody says: those beside it that hold who and when, in page order.
    """
    table, found = reading.table, dict[int, tuple[int, ...]]()
    if "dl" not in table.tag:
        return found
    for element, tag in enumerate(table.tag):
        if tag == "dl" and table.around[element] & COMMENT:
            runs = [*_runs(reading, element)]
            said = dict(filter(None, [_description(reading, run) for run in runs]))
            if len(said) >= _DESCRIBED * len(runs):
                found.update(said)
    return found


def as_groups(reading: Reading, descriptions: Mapping[int, tuple[int, ...]]) -> list[Group]:
    """Those descriptions as a group of elements that may be entries; none where there are none."""
    members = tuple(sorted(descriptions))
    return [Group(STRONG, STRONG, members, ("dd", reading.table.parent[members[0]]))] if members else []


def _runs(reading: Reading, around: int) -> Iterator[list[int]]:
    """The terms of a list, each with what describes it."""
    table, run = reading.table, list[int]()
    child = around + 1
    while child < reading.end[around]:
        if table.tag[child] == "dt" and run and table.tag[run[-1]] != "dt":
            yield run
            run = []
        run.append(child)
        child = reading.end[child]
    if run:
        yield run


def _description(reading: Reading, run: Sequence[int]) -> tuple[int, tuple[int, ...]] | None:
    """Of a term and what describes it the only element with prose, and the others that say who and when."""
    said = [element for element in run[1:] if reading.sum(reading.prose, element)]
    if len(said) != 1:
        return None
    others = tuple([element for element in run if element != said[0]])
    is_signed = any(reading.sum(reading.dated, e) or reading.sum(reading.named, e) for e in others)
    return (said[0], others) if is_signed else None
