"""The nodes between a page and its written forms: headings, paragraphs, lists, tables, code, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from boilerstrip.block import Inline

__all__ = [
    "Callout",
    "Cell",
    "Code",
    "Figure",
    "Footnotes",
    "Heading",
    "List",
    "Node",
    "Note",
    "Paragraph",
    "Quote",
    "Rule",
    "Table",
    "Verbatim",
    "marks_in",
]


class Heading(NamedTuple):
    """A heading; `level` is 1 for the headline alone, else 2..6."""

    level: int
    inline: Inline


class Paragraph(NamedTuple):
    """A run of text, or images alone."""

    inline: Inline


class Code(NamedTuple):
    """Preformatted text; `language` is "" where the page names none."""

    text: str
    language: str


class Quote(NamedTuple):
    """A block quotation."""

    children: tuple[Node, ...]


class Callout(NamedTuple):
    """A box set apart; `kind` is one of GitHub's five, `title` empty where it is the kind's name."""

    kind: str
    title: Inline
    children: tuple[Node, ...]


class Rule(NamedTuple):
    """A line across the page, between two other nodes."""


class Figure(NamedTuple):
    """An illustration of any kind with its caption (which may be empty).

    `title` is a caption whose words are not kept, of images alone or of one link to what is embedded: it is
    written as the title of the first of them.
    """

    children: tuple[Node, ...]
    caption: tuple[Node, ...]
    title: str = ""


class List(NamedTuple):
    """A list; `start` is the first item's number, 0..999,999, 1 for a list without numbers.

    `tasks` says of each item whether it is done, None where it is no task; empty where none is.
    """

    ordered: bool
    start: int
    items: tuple[tuple[Node, ...], ...]
    tasks: tuple[bool | None, ...] = ()


class Cell(NamedTuple):
    """A table cell; `header` where the page marks it as one, `inline` empty where nothing is in it."""

    header: bool
    inline: Inline


class Table(NamedTuple):
    """A data table; all rows are equally long.

    `n_header` rows at the top are headers, of which there may be none. `align` is "left", "center",
    "right" or "" for each column. An empty cell belongs to one that spans rows or columns, or has no words.
    `spans` has row, column, width and height of those that do.
    """

    caption: Inline
    n_header: int
    align: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...] = ()


class Verbatim(NamedTuple):
    """What is written already: Markdown, and the same words as text, paragraphs set apart by blank lines."""

    markdown: str
    text: str


class Note(NamedTuple):
    """A footnote; `label` is letters, digits and hyphens, in the document no two are alike."""

    label: str
    children: tuple[Node, ...]


class Footnotes(NamedTuple):
    """The footnotes of a document, at its end; a Mark "footnote" of the same label refers to each."""

    notes: tuple[Note, ...]


Node = Heading | Paragraph | Code | Quote | Callout | Rule | Figure | List | Table | Verbatim | Footnotes


def marks_in(nodes: Iterable[Node]) -> Iterator[str]:
    """The labels of the footnotes that these nodes refer to, in the order in which they are written."""
    for node in nodes:
        if isinstance(node, (Paragraph, Heading)):
            yield from _marks(node.inline)
        elif isinstance(node, Table):
            yield from _marks(node.caption)
            for row in node.rows:
                for cell in row:
                    yield from _marks(cell.inline)
        elif isinstance(node, List):
            for item in node.items:
                yield from marks_in(item)
        elif isinstance(node, (Quote, Figure)):
            yield from marks_in(node.children)
            yield from marks_in(node.caption if isinstance(node, Figure) else ())
        elif isinstance(node, Callout):
            yield from _marks(node.title)
            yield from marks_in(node.children)


def _marks(inline: Inline) -> Iterator[str]:
    return (piece.value for piece in inline if not isinstance(piece, str) and piece.kind == "footnote")
