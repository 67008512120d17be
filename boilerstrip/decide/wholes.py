"""What is kept whole: a table without all cells, a quote without its source, a text without code or notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, count
from typing import Final

from boilerstrip.block import BlockTable, Mark

__all__ = [
    "MAX_CELL_CHARS",
    "MIN_CELLS",
    "MOSTLY",
    "NEAR",
    "WHOLE",
    "code_boxes",
    "complete",
    "is_source",
    "small_notes",
]

MOSTLY: Final = 0.5
"""Share of kept characters from which a table or a quote is kept."""
MIN_CELLS: Final = 4
MAX_CELL_CHARS: Final = 120
"""Mean characters of a block from which a table lays out a page rather than holding data."""
_MOST_NOTES: Final = 0.25
"""Share of the kept characters that dropped notes may add; longer ones are small print or a bibliography."""
NEAR: Final = 6
"""Blocks on either side among which something is kept where code stands within the main content."""
WHOLE: Final = frozenset({"table", "blockquote", "pre"})


def complete(table: BlockTable, kept: Sequence[bool]) -> dict[int, str]:
    """The blocks to keep beyond the choice, each with the tag of what it completes.

    Args:
        table: The page's blocks.
        kept: The choice.
    """
    added = dict[int, str]()
    whole = [*compress(count(), map(WHOLE.__contains__, table.tag))]
    for element in _mostly_kept(table, kept, [at for at in whole if table.tag[at] != "pre"]):
        for block in range(table.first_block[element], table.end_block[element]):
            if not kept[block] and (table.tag[element] == "table" or is_source(table, block, element)):
                added[block] = table.tag[element]
    for element in (*(at for at in whole if table.tag[at] == "pre"), *code_boxes(table.attributes)):
        first, end = table.first_block[element], table.end_block[element]
        if True in kept[max(first - NEAR, 0) : first] and True in kept[end : end + NEAR]:
            added.update((block, "pre") for block in range(first, end) if not kept[block])
    if table.noted:
        added.update(small_notes(table, kept))
    return added


def code_boxes(attributes: Mapping[int, Mapping[str, str]]) -> list[int]:
    """The elements that are code though they are no `<pre>`."""
    return [element for element, rendered in attributes.items() if rendered.get("as") == "pre"]


def small_notes(table: BlockTable, kept: Sequence[bool]) -> dict[int, str]:
    """Dropped footnotes of kept text, nothing where they would add a good part to it."""
    notes = _notes(table, kept)
    if not notes:
        return notes
    n_kept = sum(n for n, keep in zip(table.n_chars, kept, strict=True) if keep)
    return notes if sum(table.n_chars[block] for block in notes) <= _MOST_NOTES * n_kept else {}


def is_source(table: BlockTable, block: int, quote: int) -> bool:
    """Whether a block of a quote says who is quoted: a `<footer>`, or a `<cite>` that begins a line."""
    inline, element = table.inline[block], table.element[block]
    if inline and isinstance(inline[0], Mark) and inline[0][:2] == ("i", "line"):
        return True
    while element > quote:
        if table.tag[element] == "footer":
            return True
        element = table.parent[element]
    return False


def _notes(table: BlockTable, kept: Sequence[bool]) -> dict[int, str]:
    """Dropped footnotes to which kept text refers, and those to which they refer."""
    says: dict[str, list[int]] = {}  # by the note's number: its blocks
    names: dict[int, list[str]] = {}  # by block: the numbers of the notes that it refers to
    for block in table.noted:
        for piece in table.inline[block]:
            if isinstance(piece, Mark) and piece.kind == "note":
                says.setdefault(piece.value, []).append(block)
            elif isinstance(piece, Mark) and piece.kind == "ref":
                names.setdefault(block, []).append(piece.value)
    added: dict[int, str] = {}
    open_blocks = [block for block in names if kept[block]]
    for block in open_blocks:
        for number in names.get(block, ()):
            for note in says.pop(number, ()):
                if not kept[note] and note not in added:
                    added[note] = "footnote"
                    open_blocks.append(note)
    return added


def _mostly_kept(table: BlockTable, kept: Sequence[bool], tables: Sequence[int]) -> Iterator[int]:
    """Those data tables and quotes of which most is kept, but not all; a table around others is layout."""
    if not tables:
        return
    outer = {
        around
        for element in tables
        for around in table.ancestors(element)[1:]
        if table.tag[around] == "table"
    }
    chars = [0, *accumulate(table.n_chars)]
    chosen = [0, *accumulate(n if keep else 0 for n, keep in zip(table.n_chars, kept, strict=True))]
    for element in tables:
        a, b = table.first_block[element], table.end_block[element]
        n_chars = chars[b] - chars[a]
        if table.tag[element] == "table" and (
            element in outer or b - a < MIN_CELLS or n_chars > MAX_CELL_CHARS * (b - a)
        ):
            continue
        if MOSTLY * n_chars <= chosen[b] - chosen[a] < n_chars:
            yield element
