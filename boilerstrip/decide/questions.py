"""Buttons that open what stands below them, as the questions of an accordion: kept with what they open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable

__all__ = ["MAX_BUTTON_BLOCKS", "find_questions"]

MAX_BUTTON_BLOCKS: Final = 3
"""Blocks of such a button: a question, a sign beside it, a line below it."""
_WRAPPERS: Final = 4
"""Elements around a button that hold nothing else: a heading, a row."""


def find_questions(table: BlockTable, kept: Sequence[bool], buttons: Sequence[int]) -> list[int]:
    """Dropped blocks of buttons whose panels are kept.

    A panel is the one element behind the button: what holds both goes on with the next button, or ends. Two
    buttons that say the same are no questions.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        buttons: The elements that open what stands below them.
    """
    if not any(_is_above_kept(table, kept, button) for button in buttons):  # true of most: those of menus
        return []
    rows = {button: row for button in buttons if (row := _row(table, button)) >= 0}
    begun = {(table.parent[row], table.first_block[row]) for row in rows.values()}
    said = Counter(_words(table, button) for button in rows)
    return [
        block
        for button, row in rows.items()
        if said[_words(table, button)] == 1 and _opens_kept(table, kept, row, begun)
        for block in range(table.first_block[button], table.end_block[button])
        if not kept[block]
    ]


def _is_above_kept(table: BlockTable, kept: Sequence[bool], button: int) -> bool:
    """Whether the words behind a button are kept, and it is not."""
    first, end = table.first_block[button], table.end_block[button]
    if first >= end or all(kept[first:end]):
        return False
    while end < len(kept) and not table.n_chars[end]:
        end += 1
    return end < len(kept) and kept[end]


def _row(table: BlockTable, button: int) -> int:
    """The outermost element that holds a button and nothing else; -1 where it says nothing, or too much."""
    first, end = table.first_block[button], table.end_block[button]
    if not 0 < end - first <= MAX_BUTTON_BLOCKS or not any(table.n_chars[first:end]):
        return -1
    row = button
    for around in table.ancestors(button, _WRAPPERS + 1):
        if table.first_block[around] != first or table.end_block[around] != end:
            break
        row = around
    return row


def _words(table: BlockTable, button: int) -> str:
    return " ".join(table.text[table.first_block[button] : table.end_block[button]])


def _opens_kept(table: BlockTable, kept: Sequence[bool], row: int, begun: set[tuple[int, int]]) -> bool:
    """Whether the element behind a button's row is its panel, and begins with something kept."""
    around, block = table.parent[row], table.end_block[row]
    if around < 0 or block >= table.end_block[around]:
        return False
    panel = table.element[block]
    while panel >= 0 and table.parent[panel] != around:
        panel = table.parent[panel]
    if panel < 0:
        return False
    end = table.end_block[panel]
    words = next((at for at in range(block, end) if table.n_chars[at]), -1)
    return words >= 0 and kept[words] and (end == table.end_block[around] or (around, end) in begun)
