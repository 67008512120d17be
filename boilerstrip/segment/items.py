"""Lists of other elements: paragraphs of Word, whose style says how deep they stand; boxes by their role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Inline
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["note_items"]

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_MARKER_RE: Final = late_pattern(
    r"\s*(?:\(?(?P<number>\d{1,6})[.)]|(?P<label>\(?(?:[A-Za-z]{1,6}|\d{1,3}(?:\.\d{1,3}){1,8})[.)]{0,2})|(?P<sign>\S))"
    rf"(?P<gap>[\s{_NO_BREAK}]+)"
)
"""What stands before an item and sets it in: a number, a letter or the number of a clause, or a sign."""
_LETTERS: Final = frozenset("oØüvqèà§")
"""Letters that are a sign in the fonts Wingdings and Courier New."""
_MOST_PIECES: Final = 16
"""Pieces of a block that its marker may be made of."""
_MOST_LEVELS: Final = 9
_FEWEST: Final = 2
"""Items of a list that is one by its role."""


class _Item(NamedTuple):
    """What a paragraph is of a list."""

    element: int
    level: int
    number: int  # -1 in a list without numbers


class _Runs:
    """Lists, one after the other, whose items follow each other on the page."""

    def __init__(self) -> None:
        self.n = 0
        self.end = -1  # the block behind the last item
        self.top = 0  # its shallowest level
        self.number = 0  # that of its last item on that level

    def place(self, item: _Item, first: int, end: int) -> str:
        """The list that an item is of and its depth there, as `render.listed` reads it."""
        follows = self.n > 0 and first == self.end and item.level >= self.top
        if follows and item.level == self.top:
            follows = (item.number < 0) == (self.number < 0) and item.number in (-1, self.number + 1)
        if not follows:
            self.n, self.top = self.n + 1, item.level
        if item.level == self.top:
            self.number = item.number
        self.end = end
        return f"w{self.n}-{item.level}"


def note_items(table: BlockTable, items: Sequence[int]) -> None:
    """Take the signs of items out of their text, and note what each item is; what has none is a paragraph.

    Args:
        table: The page's blocks, not measured yet; its `inline` and `attributes` are changed.
        items: Elements that may be items of lists: of Word, if "listed" says how deep, else by role.
    """
    runs = _Runs()
    boxes: dict[int, list[int]] = {}
    for element in items:
        noted = table.attributes.pop(element)
        if "listed" not in noted:
            boxes.setdefault(table.parent[element], []).append(element)
            continue
        level = min(int(noted["listed"]), _MOST_LEVELS)
        others = {name: value for name, value in noted.items() if name not in ("as", "listed")}
        first, end = table.first_block[element], table.end_block[element]
        if first < end and (read := _read(table.inline[first])) is not None:
            table.inline[first], number = read
            others |= {"as": "ul" if number < 0 else "ol"}
            others |= {"listed": runs.place(_Item(element, level, number), first, end)}
            others |= {"start": str(number)} if number >= 0 else {}
        if others:
            table.attributes[element] = others
    for parent, inside in boxes.items():
        if _is_list(table, parent, inside):
            table.attributes[parent] = {**table.attributes.get(parent, {}), "as": "ul"}
            table.attributes.update((element, {"as": "li"}) for element in inside)


def _is_list(table: BlockTable, parent: int, items: Sequence[int]) -> bool:
    """Whether an element is a list by its role, of these items alone, with a block of words in each.

    One with more in it is a box of a layout, with a picture or a heading.
    """
    if table.purposes.get(parent, {}).get("role") != "list" or "as" in table.attributes.get(parent, {}):
        return False
    first, end = table.first_block[parent], table.end_block[parent]
    if end - first != len(items) or len(items) < _FEWEST:
        return False
    blocks = [table.first_block[element] for element in items]
    if blocks != [*range(first, end)] or end != table.end_block[items[-1]]:
        return False
    return not any(table.tag[table.element[block]] in HEADING_TAGS for block in blocks)


def _read(pieces: Inline) -> tuple[Inline, int] | None:
    """An item's pieces without its sign, and its number, -1 for none; None for what is no item."""
    texts = [(at, piece) for at, piece in enumerate(pieces[:_MOST_PIECES]) if isinstance(piece, str)]
    found = _MARKER_RE.match("".join([text for _, text in texts]))
    if found is None or _NO_BREAK not in found["gap"]:
        return None
    if (sign := found["sign"]) and sign.isalnum() and sign not in _LETTERS:
        return None
    number = int(found["number"]) if found["number"] else -1
    if found["label"] and found["label"] not in _LETTERS:
        return pieces, -1
    return _without(pieces, found.end()), number


def _without(pieces: Inline, n_chars: int) -> Inline:
    """The pieces without so many characters at the start of their text."""
    left = list(pieces)
    for at, piece in enumerate(pieces):
        if not n_chars:
            break
        if isinstance(piece, str):
            left[at] = piece[n_chars:]
            n_chars -= min(n_chars, len(piece))
    return tuple(piece for piece in left if piece != "")
