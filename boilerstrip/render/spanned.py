"""Cells that span rows or columns, in the rows and columns that are written, and as HTML has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from boilerstrip.render.outline import Cell, Table

__all__ = ["cells_of", "find_spans"]

MOST_PLACES: Final = 200_000
"""Places that are looked at for spans; more are none that a table could have."""

Span = tuple[int, int, int, int]
"""Row, column, width and height."""


def find_spans(
    numbers: Sequence[int],
    spans: Sequence[Mapping[int, tuple[int, int]]],
    columns: Sequence[int],
    written: Sequence[Sequence[Cell]],
    n_header: int,
) -> tuple[Span, ...]:
    """The spans of a table's cells; none reaches from the header rows into others, or over words of others.

    Args:
        numbers: Of the rows that are written, rising.
        spans: Of each row, by column: before which column and which row its cell ends.
        columns: Numbers of the columns that are written, rising.
        written: The rows.
        n_header: How many of them are headers.
    """
    found: list[Span] = []
    covered = set[tuple[int, int]]()
    n_places = 0
    for row, spanning in enumerate(spans):
        last = n_header if row < n_header else len(written)
        for start, (end, end_row) in spanning.items():
            column = bisect_left(columns, start)
            width = bisect_left(columns, end) - column
            height = bisect_left(numbers, end_row, row, last) - row
            n_places += width * height
            if n_places > MOST_PLACES:
                return tuple(found)
            if width * height > 1:
                places = [*product(range(row, row + height), range(column, column + width))]
                if covered.isdisjoint(places) and not any(written[y][x].inline for y, x in places[1:]):
                    covered.update(places)
                    found.append((row, column, width, height))
    return tuple(found)


def cells_of(table: Table) -> Iterator[list[tuple[Cell, str, str]]]:
    """The cells of each row as HTML has them, each with its alignment and the attributes of its span."""
    said = dict[tuple[int, int], str | None]()  # by place, None of one that another cell covers
    for row, column, width, height in table.spans:
        said.update(dict.fromkeys(product(range(row, row + height), range(column, column + width))))
        across = f' colspan="{width}"' if width > 1 else ""
        said[row, column] = across + (f' rowspan="{height}"' if height > 1 else "")
    for row, cells in enumerate(table.rows):
        places = enumerate(zip(cells, table.align, strict=True))
        told = [(cell, align, said.get((row, column), "")) for column, (cell, align) in places]
        yield [(cell, align, span) for cell, align, span in told if span is not None]
