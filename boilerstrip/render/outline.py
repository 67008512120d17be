"""The nodes between a page and its written forms: headings, paragraphs, lists, tables, code, quotes."""

from __future__ import annotations

from typing import NamedTuple

from boilerstrip.block import Inline

__all__ = [
    "Callout",
    "Cell",
    "Code",
    "Figure",
    "Heading",
    "List",
    "Node",
    "Paragraph",
    "Quote",
    "Rule",
    "Table",
    "Verbatim",
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
    """An illustration of any kind with its caption (which may be empty)."""

    children: tuple[Node, ...]
    caption: tuple[Node, ...]


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
    """A data table: at least two rows and two columns, all rows equally long.

    `has_header` says that the page marks the first row as a header.
    """

    caption: Inline
    has_header: bool
    rows: tuple[tuple[Cell, ...], ...]


class Verbatim(NamedTuple):
    """What is written already: Markdown, and the same words as text, paragraphs set apart by blank lines."""

    markdown: str
    text: str


Node = Heading | Paragraph | Code | Quote | Callout | Rule | Figure | List | Table | Verbatim
