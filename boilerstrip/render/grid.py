"""Table elements -> grid, and the decision whether a table holds data or only lays a page out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Inline
from boilerstrip.render.outline import Cell, Code, Figure, Heading, List, Node, Paragraph, Quote, Table

__all__ = ["number", "read_table"]

MAX_CELLS: Final = 200_000
"""Cells of a table that is written as one; the words of a larger one come as paragraphs."""
MAX_COLSPAN: Final = 1_000
MAX_ROWSPAN: Final = 65_534
"""The limits of HTML ("Forming a table")."""
MAX_DIGITS: Final = 6
"""Digits of a number in an attribute; longer ones are no numbers."""
MAX_MEAN_CELL_LENGTH: Final = 200
"""Characters in a cell on average; above it the table lays out running text."""
MAX_COMPLEX_SHARE: Final = 0.25
"""Share of cells that hold more than a paragraph; above it the table lays out a page."""

_CellContent = Mapping[int, Sequence[Node]]
_Grid = list[dict[int, Cell]]


class _Rows(NamedTuple):
    """A table's cell elements by row, and whether the first row stands in a `<thead>`."""

    cells: list[list[int]]
    in_head: bool


def number(text: str | None, default: int, most: int = 10**MAX_DIGITS - 1) -> int:
    """A whole number from an attribute, at most `most`; `default` where there is none.

    >>> number("3", 1), number("9007199254740991", 1), number("-2", 1), number(None, 1)
    (3, 1, 1, 1)
    """
    text = text.strip() if text else ""
    if not text or len(text) > MAX_DIGITS or not (text.isascii() and text.isdigit()):
        return default
    return min(int(text), most)


def read_table(table: BlockTable, element: int, content: _CellContent, caption: Inline) -> Table | None:
    """A table element as rows and columns; rows and columns without words are left out.

    Args:
        table: The page's elements.
        element: Index of the table element, which holds no other table with words.
        content: The nodes in each cell element that has any.
        caption: The table's caption.

    Returns:
        None where the table lays out a page rather than holding data: cells of several blocks or
        long text, a single row or column, more than `MAX_CELLS` cells.
    """
    if len(content) < 2 or _lays_out(content):
        return None
    rows = _rows(table, element)
    grid = _place(table, rows.cells, content)
    if grid is None:
        return None
    used = [row for row in grid if row]
    columns = sorted({column for row in used for column in row})
    if len(used) < 2 or len(columns) < 2 or len(used) * len(columns) > MAX_CELLS:
        return None
    if sum(map(len, used)) < len(content):  # a cell outside of what was read: its words would be lost
        return None
    has_header = bool(grid[0]) and (rows.in_head or all(cell.header for cell in grid[0].values()))
    empty = Cell(False, ())
    rows_of_cells = tuple(tuple(row.get(column, empty) for column in columns) for row in used)
    return Table(caption, has_header, rows_of_cells)


def _lays_out(content: _CellContent) -> bool:
    n_complex = n_chars = 0
    for nodes in content.values():
        n_complex += len(nodes) > 1 or not isinstance(nodes[0], Paragraph)
        for node in nodes:
            if isinstance(node, Paragraph):
                n_chars += sum(len(piece) for piece in node.inline if isinstance(piece, str))
    n_cells = len(content)
    return n_complex > n_cells * MAX_COMPLEX_SHARE or n_chars > n_cells * MAX_MEAN_CELL_LENGTH


def _rows(table: BlockTable, element: int) -> _Rows:
    """The cell elements of each row; those of a table inside are not looked at."""
    tags, parents = table.tag, table.parent
    rows: list[list[int]] = []
    in_head = False
    inner = table.n_elements  # the innermost point where another table begins
    for at in range(element + 1, table.n_elements):
        if parents[at] < element:
            break
        if parents[at] >= inner:
            continue
        inner = table.n_elements
        tag = tags[at]
        if tag == "table":
            inner = at
        elif tag == "tr":
            in_head = in_head or (not rows and tags[parents[at]] == "thead")
            rows.append([])
        elif tag in ("td", "th"):
            if not rows:
                rows.append([])
            rows[-1].append(at)
    return _Rows(rows, in_head)


def _place(table: BlockTable, rows: list[list[int]], content: _CellContent) -> _Grid | None:
    """The cells with content, by row and column; spans push later cells aside, as HTML says.

    None where the spans alone cover more than `MAX_CELLS`.
    """
    grid: _Grid = []
    taken: dict[int, int] = {}  # column -> first row that is free again, of cells spanning rows
    n_spanned = 0
    for at_row, cells in enumerate(rows):
        row: dict[int, Cell] = {}
        column = 0
        for element in cells:
            while taken.get(column, 0) > at_row:
                column += 1
                n_spanned += 1
            spans = table.attributes.get(element)
            width = max(1, number(spans.get("colspan"), 1, MAX_COLSPAN)) if spans else 1
            height = number(spans.get("rowspan"), 1, MAX_ROWSPAN) if spans else 1
            if element in content:
                row[column] = Cell(table.tag[element] == "th", _flat(content[element]))
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), at_row + height))
                n_spanned += width
            if n_spanned > MAX_CELLS:
                return None
            column += width
        grid.append(row)
    return grid


def _flat(nodes: Sequence[Node]) -> Inline:
    """All that stands in a cell on one line."""
    inline: list[Inline] = []
    for node in nodes:
        inline.extend(_inlines(node))
    joined = list(inline[0])
    for more in inline[1:]:
        joined += (" ", *more)
    return tuple(joined)


def _inlines(node: Node) -> list[Inline]:
    """The content of a node's paragraphs; a cell's nodes nest no deeper than the outline does."""
    if isinstance(node, (Paragraph, Heading)):
        return [node.inline]
    if isinstance(node, Code):
        return [(" ".join(node.text.split()),)]
    if isinstance(node, List):
        return [inline for item in node.items for child in item for inline in _inlines(child)]
    if isinstance(node, (Quote, Figure)):
        children = (*node.children, *node.caption) if isinstance(node, Figure) else node.children
        return [inline for child in children for inline in _inlines(child)]
    raise AssertionError("a table inside a table is laid out, not written")  # pragma: no cover
