"""Links of Markdown as references: the targets are numbered and stand at the end, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from boilerstrip.block import Mark
from boilerstrip.render.escape import NUMBER, destination
from boilerstrip.render.outline import Node

__all__ = ["with_references"]

_NUMBERED_RE: Final = re.compile(f"\\]\\({NUMBER}([0-9]+){NUMBER}\\)")
"""A link whose target is a number on its way through the writer."""
_LABEL_RE: Final = re.compile(r"\[\s?([0-9]{1,900})\s?\]")
"""What is a label like ours; a label has 999 characters at most."""


def with_references(nodes: Sequence[Node], write: Callable[[Sequence[Node]], str]) -> str:
    """The nodes as Markdown, links as `[words][1]`, and below it `[1]: address` for each target.

    Numbers are higher than any that the page itself has in brackets. What is written already, as the words of
    readers' comments, keeps its links.

    Args:
        nodes: The outline.
        write: Makes Markdown of it.
    """
    targets: dict[str, int] = {}
    written = write([_numbered(node, targets) for node in nodes])
    if not targets:
        return written
    above = _highest(written)
    body = _NUMBERED_RE.sub(lambda found: f"][{above + int(found[1])}]", written)
    shown = {int(number) for number in _NUMBERED_RE.findall(written)}
    listed = [f"[{above + n}]: {destination(url)}" for url, n in targets.items() if n in shown]
    return "\n".join([body, "", *listed]) if listed else body


def _numbered(value: Any, targets: dict[str, int]) -> Any:
    """The node with a number for each link's target; it nests no deeper than the outline does."""
    if isinstance(value, Mark):
        if value.kind != "a":
            return value
        return Mark("a", f"{NUMBER}{targets.setdefault(value.value, len(targets) + 1)}{NUMBER}")
    if not isinstance(value, tuple):
        return value
    inner = [_numbered(part, targets) for part in value]
    return value._make(inner) if hasattr(value, "_make") else tuple(inner)


def _highest(written: str) -> int:
    """The highest number in brackets on the page, which a reader would take for one of ours."""
    return max(map(int, _LABEL_RE.findall(written)), default=0)
