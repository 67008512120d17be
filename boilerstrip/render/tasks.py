"""Tasks in lists: which items are, and their boxes in forms that write those as characters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from boilerstrip.render.outline import Node, Paragraph
from boilerstrip.shapes import task_state

__all__ = ["BOXES", "task_states"]

BOXES: Final[Mapping[bool | None, str]] = MappingProxyType({None: "", True: "[x] ", False: "[ ] "})
"""What stands before an item of a list, by whether it is done; None is for items that are no tasks."""


def task_states(
    items: Sequence[Sequence[Node]], attributes: Sequence[Mapping[str, str]]
) -> tuple[bool | None, ...]:
    """Whether each item of a list is done, None where it is no task or does not begin with words; () for a
    list without tasks."""
    states = tuple(
        said["task"] == task_state(True) if "task" in said and _begins_with_words(item) else None
        for item, said in zip(items, attributes, strict=True)
    )
    return () if set(states) == {None} else states


def _begins_with_words(item: Sequence[Node]) -> bool:
    """Whether a paragraph comes first, and not one of images alone, which a style may leave out."""
    return isinstance(item[0], Paragraph) and any(isinstance(piece, str) for piece in item[0].inline)
