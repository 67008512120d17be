"""What is kept whole: a table without all cells, a list of terms without one, a quote without its source, a
figure without its caption, an answer without its question, a text without code or notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, count
from typing import Final

from boilerstrip.attributes import CELLS
from boilerstrip.block import BlockTable, Mark
from boilerstrip.decide.images import FIGURE, figure_around

__all__ = [
    "CALLOUT",
    "MAX_CELL_CHARS",
    "MIN_CELLS",
    "MOSTLY",
    "NEAR",
    "OPENING",
    "TABLE_SHARE",
    "WHOLE",
    "captions",
    "code_boxes",
    "complete",
    "definitions",
    "is_source",
    "lays_out",
    "questions",
    "small_notes",
]

MOSTLY: Final = 0.5
"""Share of kept characters from which a quote or a list of terms is kept."""
TABLE_SHARE: Final = 0.3
"""The same of a table's cells, which are short and alike: of 0.15, 0.3 and 0.5 the best on dev pages."""
MIN_CELLS: Final = 4
MAX_CELL_CHARS: Final = 120
"""Mean characters of a block from which a table lays out a page rather than holding data."""
_MOST_IN_CELL: Final = 1.5
"""Mean blocks in a cell from which a table lays out a page: a post with its author's details (vBulletin).
Of 90 tables on the development pages that would be completed otherwise, out-of-fold, 19 have so many; of
4,640 words that were added to these, 348 are in the golds."""
_LISTS: Final = frozenset({"dl", "ul", "ol"})
_MOST_NOTES: Final = 0.25
"""Share of the kept characters that dropped notes may add; longer ones are small print or a bibliography."""
NEAR: Final = 6
"""Blocks on either side among which something is kept where code stands within the main content."""
OPENING: Final = "summary"
"""What a button is that opens what stands below it, as `shapes` says it."""
CALLOUT: Final = "#callout"
"""What a callout is, as `shapes` says it."""
WHOLE: Final = frozenset({"table", "blockquote", "dl", "pre"})


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
            if not kept[block] and (table.tag[element] != "blockquote" or is_source(table, block, element)):
                added[block] = table.tag[element]
    for element in [at for at in whole if table.tag[at] == "dl"]:
        added.update(dict.fromkeys(definitions(table, kept, element), "dl"))
    for element in (*(at for at in whole if table.tag[at] == "pre"), *code_boxes(table.attributes)):
        first, end = table.first_block[element], table.end_block[element]
        if True in kept[max(first - NEAR, 0) : first] and True in kept[end : end + NEAR]:
            added.update((block, "pre") for block in range(first, end) if not kept[block])
    if any(table.around[element] & FIGURE for element in whole):
        added.update(captions(table, kept, added, whole))
    buttons = [element for element, noted in table.attributes.items() if noted.get("as") == OPENING]
    if buttons:
        added.update(questions(table, kept, buttons))
    if table.noted:
        added.update(small_notes(table, kept))
    return added


def definitions(table: BlockTable, kept: Sequence[bool], terms: int) -> list[int]:
    """Dropped blocks that define a kept term of a list, of which one of several in a row is enough.

    Args:
        table: The page's blocks.
        kept: The choice.
        terms: The list's element.
    """
    found, is_kept, is_term = list[int](), False, False
    for block in range(table.first_block[terms], table.end_block[terms]):
        part = table.element[block]
        while part > terms and table.tag[part] not in ("dt", "dd"):
            part = table.parent[part]
        if part <= terms:
            continue
        if table.tag[part] == "dt":
            is_kept, is_term = kept[block] or (is_kept and is_term), True
            continue
        is_term = False
        if is_kept and not kept[block] and table.n_chars[block]:
            found.append(block)
    return found


def code_boxes(attributes: Mapping[int, Mapping[str, str]]) -> list[int]:
    """The elements that are code though they are no `<pre>`."""
    return [element for element, rendered in attributes.items() if rendered.get("as") == "pre"]


def captions(
    table: BlockTable, kept: Sequence[bool], added: Mapping[int, str], wholes: Sequence[int]
) -> dict[int, str]:
    """Dropped captions of the figures whose first table, code or quote is all kept; that of a quote says who
    is quoted.

    Args:
        table: The page's blocks.
        kept: The choice.
        added: What else is kept.
        wholes: The elements of the tags `WHOLE`.
    """
    found, seen = dict[int, str](), set[int]()
    for element in wholes:
        tag = table.tag[element]
        if tag == "dl" or not table.around[element] & FIGURE:
            continue
        figure = figure_around(table, element)
        if figure < 0 or figure in seen:
            continue
        seen.add(figure)
        shown = range(table.first_block[element], table.end_block[element])
        if not shown or not all(kept[block] or block in added for block in shown):
            continue
        for block in range(table.first_block[figure], table.end_block[figure]):
            if not kept[block] and block not in added and _is_in(table, block, "figcaption", figure):
                found[block] = tag
    return found


def questions(table: BlockTable, kept: Sequence[bool], buttons: Sequence[int]) -> dict[int, str]:
    """Dropped buttons of accordions, of which few pages have one, that open what is kept."""
    from boilerstrip.decide.questions import find_questions

    return dict.fromkeys(find_questions(table, kept, buttons), OPENING)


def _is_in(table: BlockTable, block: int, tag: str, top: int) -> bool:
    """Whether a block stands in an element of that tag inside another element."""
    element = table.element[block]
    while element > top and table.tag[element] != tag:
        element = table.parent[element]
    return element > top


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


def _mostly_kept(table: BlockTable, kept: Sequence[bool], wholes: Sequence[int]) -> Iterator[int]:
    """Those data tables, lists of terms and quotes of which most is kept, but not all.

    A table around another, or around a quote, is layout. The caption of a table goes with its cells.
    """
    if not wholes:
        return
    outer = {
        around
        for element in wholes
        if table.tag[element] != "dl"
        for around in table.ancestors(element)[1:]
        if table.tag[around] == "table"
    }
    chars = [0, *accumulate(table.n_chars)]
    chosen = [0, *accumulate(n if keep else 0 for n, keep in zip(table.n_chars, kept, strict=True))]
    for element in wholes:
        first, end = table.first_block[element], table.end_block[element]
        if chosen[end] - chosen[first] == chars[end] - chars[first]:
            continue
        share = MOSTLY
        if table.tag[element] == "table":
            share, first = TABLE_SHARE, _first_cell(table, element, first, end)
            n_chars = chars[end] - chars[first]
            if element in outer or end - first < MIN_CELLS or n_chars > MAX_CELL_CHARS * (end - first):
                continue
        n_kept = chosen[end] - chosen[first]
        if not n_kept or n_kept < share * (chars[end] - chars[first]):
            continue
        if table.tag[element] != "table" or not lays_out(table, element, first, end):
            yield element


def lays_out(table: BlockTable, element: int, first: int, end: int) -> bool:
    """Whether the cells of a table hold several blocks each, as those of a post with what its author is.

    Args:
        table: The page's blocks.
        element: A table.
        first, end: Its blocks.
    """
    cells, parts = set[int](), set[int]()  # elements; a list in a cell is one part of it
    for block, inner in enumerate(table.element[first:end]):
        at, part = inner, -1 - block
        while at > element and table.tag[at] not in CELLS:
            part = at if table.tag[at] in _LISTS else part
            at = table.parent[at]
        if at > element:
            cells.add(at)
            parts.add(part)
    return 0 < _MOST_IN_CELL * len(cells) <= len(parts)


def _first_cell(table: BlockTable, element: int, first: int, end: int) -> int:
    """The first block of a table behind its caption; those from `first` to `end` are its."""
    inner = element + 1
    if inner < table.n_elements and table.tag[inner] == "caption" and table.parent[inner] == element:
        return max(first, min(table.end_block[inner], end))
    return first
