"""Lists that a page writes one after the other, of which one stands in the other or that are one."""

from __future__ import annotations

from typing import Final

from boilerstrip.patterns import late_pattern
from boilerstrip.render.outline import List

__all__ = ["goes_on", "joined", "place_of"]

_PLACE_RE: Final = late_pattern(r"([\w-]{1,40})-([0-9])")
_MOST: Final = 1_000
"""Items of a list that parts are joined to: with each part they are copied."""


def place_of(listed: str) -> tuple[str, int] | None:
    """The list that a part of it belongs to, and how deep it stands there; None where nothing says so.

    >>> place_of("7z3k-1"), place_of("7z3k")
    (('7z3k', 1), None)
    """
    found = _PLACE_RE.fullmatch(listed)
    return (found[1], int(found[2])) if found else None


def joined(before: List, more: List, depth: int) -> List | None:
    """A list together with the part of it that comes next; None where that is no part of it.

    Args:
        before: The list so far.
        more: What comes next.
        depth: Lists around the items of `more` inside `before`, 0..9; fewer where it is not so deep.
    """
    if len(before.items) > _MOST:
        return None
    if not depth:
        if before.ordered != more.ordered:
            return None
        tasks = (*_tasks(before), *_tasks(more)) if before.tasks or more.tasks else ()
        return before._replace(items=before.items + more.items, tasks=tasks)
    *items, last = before.items
    inner = last[-1] if last else None
    within = joined(inner, more, depth - 1) if isinstance(inner, List) else None
    return before._replace(items=(*items, (*last[:-1], within) if within else (*last, more)))


def goes_on(before: List, more: List) -> bool:
    """Whether a list begins with the number that would be next in the one before it."""
    return before.ordered and more.ordered and more.start == before.start + len(before.items)


def _tasks(part: List) -> tuple[bool | None, ...]:
    return part.tasks or (None,) * len(part.items)
