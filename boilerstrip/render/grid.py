"""Table elements -> grid: which cell stands where, which rows are headers, how columns are aligned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from boilerstrip.attributes import CELLS
from boilerstrip.block import BlockTable, Inline
from boilerstrip.render.cells import flat, is_bold, lays_out
from boilerstrip.render.outline import Cell, Node, Paragraph, Table

__all__ = ["number", "read_table"]

MAX_CELLS: Final = 200_000
"""Cells of a table that is written as one; the words of a larger one come as paragraphs."""
MAX_COLSPAN: Final = 1_000
MAX_ROWSPAN: Final = 65_534
"""The limits of HTML ("Forming a table")."""
MAX_DIGITS: Final = 6
"""Digits of a number in an attribute; longer ones are no numbers."""

ALIGNMENTS: Final = ("left", "center", "right")

_CellContent = Mapping[int, Sequence[Node]]
_EMPTY: Final = Cell(False, ())


class _Row(NamedTuple):
    """A row's cell elements, and the element around it: `<thead>`, `<tbody>`, `<tfoot>`, the table."""

    group: int
    cells: list[int]


class _Placed(NamedTuple):
    """The cells of a row that have content, by column, how many there are with those that have none, and
    where the element's own columns end.

    `spans` has where the columns and rows end of those cells that span several; `at` is the row's own number.
    """

    group: int
    cells: dict[int, int]
    n_cells: int
    end: int
    at: int
    spans: Mapping[int, tuple[int, int]]


def number(text: str | None, default: int, most: int = 10**MAX_DIGITS - 1) -> int:
    """A whole number from an attribute, at most `most`; `default` where there is none.

    >>> number("3", 1), number("9007199254740991", 1), number("-2", 1), number(None, 1)
    (3, 1, 1, 1)
    """
    text = text.strip() if text else ""
    if not text or len(text) > MAX_DIGITS or not (text.isascii() and text.isdigit()):
        return default
    return min(int(text), most)


def read_table(
    table: BlockTable, element: int, content: _CellContent, caption: Inline
) -> tuple[Node, ...] | None:
    """A table element as rows and columns; rows and columns without words are left out.

    A cell that spans rows or columns stands in the first of its places, the others are empty. Rows
    of one cell across the whole table are no data where they come first or last (a title, a note):
    what is in them stands before or after the table.

    Args:
        table: The page's elements.
        element: Index of the table element, which holds no other table with words.
        content: The nodes in each cell element that has any.
        caption: The table's caption.

    Returns:
        The table and what stands around it. None where it lays out a page rather than holding data: cells
        of several blocks or long text, a single row or column without header cells, more than
        `MAX_CELLS` cells.
    """
    if len(content) < 2 or lays_out(table, element, content):
        return None
    rows = _place(table, _rows(table, element), content)
    if rows is None or sum(len(row.cells) for row in rows) < len(content):
        return None  # a cell outside of what was read: its words would be lost
    rows = [row for row in rows if row.cells]
    n_columns = 1 + max([next(reversed(row.cells)) for row in rows])
    first, last = 0, len(rows)
    while first < last and _is_across(rows[first], n_columns):
        first += 1
    while last > first and _is_across(rows[last - 1], n_columns):
        last -= 1
    if (
        first
        and _is_head(table, rows[first - 1])
        and any(_is_head(table, row) and _is_across(row, n_columns) for row in rows[first:last])
    ):
        first -= 1  # the heading of the first of several parts
    found = _written(table, rows[first:last], content, caption)
    if found is None:
        return None
    before, after = (
        [node for row in some for cell in row.cells.values() for node in content[cell]]
        for some in (rows[:first], rows[last:])
    )
    if before and caption:  # which comes first
        return (Paragraph(caption), *before, found._replace(caption=()), *after)
    return (*before, found, *after)


def _written(
    table: BlockTable, rows: Sequence[_Placed], content: _CellContent, caption: Inline
) -> Table | None:
    """The rows as a table, if they are one."""
    columns = sorted(set().union(*[row.cells for row in rows]))
    tags = set(map(table.tag.__getitem__, chain.from_iterable([row.cells.values() for row in rows])))
    least = (2, 1) if "th" in tags else (2, 2)
    if len(tags) > 1 and len(columns) > 1:
        least = (1, 2)  # what one thing is called, and what it is
    if len(rows) < least[0] or len(columns) < least[1] or len(rows) * len(columns) > MAX_CELLS:
        return None
    written = [_cells(table, row.cells, content, columns) for row in rows]
    n_header = _n_header(table, rows, written, has_headers="th" in tags)
    align = _alignments(table, rows[n_header:], columns)
    if any(row.spans for row in rows):
        from boilerstrip.render.spanned import find_spans

        spans = find_spans([row.at for row in rows], [row.spans for row in rows], columns, written, n_header)
        return Table(caption, n_header, align, tuple(written), spans)
    return Table(caption, n_header, align, tuple(written))


def _cells(
    table: BlockTable, row: Mapping[int, int], content: _CellContent, columns: Sequence[int]
) -> tuple[Cell, ...]:
    """A row as it is written; `row` has the elements of its cells, by column, in order."""
    tags = table.tag
    cells = [Cell(tags[cell] == "th", flat(content[cell])) for cell in row.values()]
    if len(cells) < len(columns):
        there = dict(zip(row, cells, strict=True))
        cells = [there.get(column, _EMPTY) for column in columns]
    return tuple(cells)


def _is_across(row: _Placed, n_columns: int) -> bool:
    """Whether the row is one cell that spans all columns there are."""
    return n_columns > 1 and row.n_cells == 1 and 0 in row.cells and row.end >= n_columns


def _is_head(table: BlockTable, row: _Placed) -> bool:
    return all(table.tag[cell] == "th" for cell in row.cells.values())


def _n_header(
    table: BlockTable, rows: Sequence[_Placed], written: Sequence[Sequence[Cell]], *, has_headers: bool
) -> int:
    """How many rows at the top are headers: those of a `<thead>`, else of `<th>` alone, else one in bold."""
    n_header = 0
    while n_header < len(rows) and table.tag[rows[n_header].group] == "thead":
        n_header += 1
    if not n_header:
        while n_header < len(rows) and all(cell.header for cell in written[n_header] if cell.inline):
            n_header += 1
    if not n_header and len(rows) > 1 and not has_headers:
        n_header = _is_bold(written[0]) and not _is_bold(written[1])
    return min(n_header, 1) if n_header == len(rows) else n_header


def _is_bold(row: Sequence[Cell]) -> bool:
    return all(is_bold(cell.inline) for cell in row if cell.inline)


def _alignments(table: BlockTable, rows: Sequence[_Placed], columns: Sequence[int]) -> tuple[str, ...]:
    """By column: the alignment that most of its cells below the header state, "" for none."""
    if table.attributes.keys().isdisjoint(chain.from_iterable([row.cells.values() for row in rows])):
        return ("",) * len(columns)
    stated = {column: Counter[str]() for column in columns}
    for row in rows:
        for column, cell in row.cells.items():
            align = table.attributes.get(cell, {}).get("align", "")
            stated[column][align if align in ALIGNMENTS else ""] += 1
    return tuple([max(found, key=found.__getitem__, default="") for found in stated.values()])


def _rows(table: BlockTable, element: int) -> list[_Row]:
    """The rows as browsers order them: the first `<thead>` on top, the first `<tfoot>` at the bottom.

    Those of a table inside are not looked at.
    """
    tags, parents = table.tag, table.parent
    rows: list[_Row] = []
    end = inner = table.n_elements  # `inner`: where the table inside begins that was met last
    for at in range(element + 1, end):
        parent = parents[at]
        if parent < element:
            break
        if parent >= inner:
            continue
        inner = end
        tag = tags[at]
        if tag in CELLS:
            if not rows:
                rows.append(_Row(element, []))
            rows[-1].cells.append(at)
        elif tag == "tr":
            rows.append(_Row(parent, []))
        elif tag == "table":
            inner = at
    moved: dict[int, int] = {}
    for tag, to in (("thead", -1), ("tfoot", 1)):
        group = next((row.group for row in rows if tags[row.group] == tag), -1)
        moved[group] = to
    return sorted(rows, key=lambda row: moved.get(row.group, 0))


def _place(table: BlockTable, rows: Sequence[_Row], content: _CellContent) -> list[_Placed] | None:
    """The cells with content, by row and column; spans push later cells aside, as HTML says.

    None where the spans alone cover more than `MAX_CELLS`.
    """
    end_of = {row.group: at + 1 for at, row in enumerate(rows)}  # no cell spans rows of two groups
    placed: list[_Placed] = []
    taken: dict[int, int] = {}  # column -> first row that is free again, of cells spanning rows
    n_spanned = 0
    for at_row, (group, cells) in enumerate(rows):
        row: dict[int, int] = {}
        spanning = dict[int, tuple[int, int]]()
        column = 0
        for element in cells:
            while column in taken and taken[column] > at_row:
                column += 1
                n_spanned += 1
            if element in content:
                row[column] = element
            width = 1
            if spans := table.attributes.get(element):
                width = max(1, number(spans.get("colspan"), 1, MAX_COLSPAN))
                height = number(spans.get("rowspan"), 1, MAX_ROWSPAN)
                end_row = at_row + 1
                if height != 1:  # none is all rows of the group
                    end_row = min(at_row + height, end_of[group]) if height else end_of[group]
                    taken.update(dict.fromkeys(range(column, column + width), end_row))
                    n_spanned += width
                if element in content and (width > 1 or end_row > at_row + 1):
                    spanning[column] = (column + width, end_row)
            if n_spanned > MAX_CELLS:
                return None
            column += width
        placed.append(_Placed(group, row, len(cells), column, at_row, spanning))
    return placed
