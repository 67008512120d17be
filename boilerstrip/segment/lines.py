"""Notes that are lines of one block: which piece each begins with."""

from __future__ import annotations

from bisect import bisect_right

from boilerstrip.block import Inline, Mark
from boilerstrip.segment.labels import label_of

__all__ = ["Lines"]

_HEAD_CHARS = 24


class Lines:
    """The lines of a block that begin with the label of a note.

    Args:
        pieces: The block's.
        labels: Those of all notes on the page.
    """

    def __init__(self, pieces: Inline, labels: frozenset[str]) -> None:
        self._pieces = pieces
        self._starts: list[int] = []
        self._by_label: dict[str, int] = {}
        start, words = 0, ""
        for at, piece in enumerate((*pieces, Mark("br"))):
            if isinstance(piece, str):
                words += piece if len(words) < _HEAD_CHARS else ""
            elif piece.kind == "br":
                head = words.split(maxsplit=1)
                label = label_of(head[0]) if head else None
                if label in labels and label is not None:
                    self._starts.append(start)
                    self._by_label.setdefault(label, start)
                start, words = at + 1, ""

    def find(self, label: str) -> tuple[int, int] | None:
        """The pieces (from, to) from the line of that label to the next such one; None if marks go beyond."""
        start = self._by_label.get(label, -1)
        if start < 0:
            return None
        after = bisect_right(self._starts, start)
        stop = self._starts[after] if after < len(self._starts) else len(self._pieces)
        return (start, stop) if _balances(self._pieces, start, stop) else None


def _balances(pieces: Inline, start: int, stop: int) -> bool:
    """Whether marks that open among these pieces close there."""
    depth = 0
    for piece in pieces[start:stop]:
        if isinstance(piece, Mark) and piece.kind not in ("br", "img"):
            depth += -1 if piece.kind[0] == "/" else 1
            if depth < 0:
                return False
    return depth == 0
