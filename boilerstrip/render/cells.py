"""What stands in a table's cells: whether it is data, and how it becomes one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.render.outline import (
    Callout,
    Code,
    Figure,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
)

__all__ = ["flat", "holds_table", "is_bold", "lays_out"]

MAX_MEAN_CELL_LENGTH: Final = 200
"""Characters in a cell on average; above it the table lays out running text."""
MAX_MEAN_LENGTH_WITH_HEADER: Final = 500
"""The same of a table that has header cells: few lay out a page with them."""
MAX_COMPLEX_SHARE: Final = 0.25
"""Share of cells that hold more than a paragraph; above it the table lays out a page."""
MAX_NODES: Final = 3
"""Paragraphs and lists in a cell of a table that has header cells."""

_NO_TABLE: Final = ("presentation", "none")
_SEPARATOR: Final = "; "
"""Between the items of a list in a cell."""
_STOPS: Final = tuple(".,;:!?。、，；：！？،؛؟")
"""What ends an item so that no separator is needed."""


def lays_out(table: BlockTable, element: int, content: Mapping[int, Sequence[Node]]) -> bool:
    """Whether a table element lays a page out rather than holding data.

    Args:
        table: The page's elements.
        element: Index of the table element.
        content: The nodes in each cell element that has any.
    """
    tags = table.tag
    has_header = "th" in map(tags.__getitem__, content)
    if table.attributes.get(element, {}).get("role") in _NO_TABLE and not (
        has_header and "td" in map(tags.__getitem__, content)  # shops say so of what they call by names, too
    ):
        return True
    n_complex = n_chars = 0
    for cell, nodes in content.items():
        if len(nodes) == 1 and type(nodes[0]) is Paragraph:  # true of most
            if len(pieces := nodes[0].inline) == 1:
                n_chars += len(pieces[0]) if type(pieces[0]) is str else 0
            else:
                n_chars += sum([len(piece) for piece in pieces if isinstance(piece, str)])
            continue
        if not has_header:
            n_complex += 1
        elif tags[cell] != "th":
            n_complex += len(nodes) > MAX_NODES or any(map(_is_large, nodes))
        for node in nodes:
            if isinstance(node, Paragraph):
                n_chars += sum([len(piece) for piece in node.inline if isinstance(piece, str)])
    n_cells = len(content)
    most = MAX_MEAN_LENGTH_WITH_HEADER if has_header else MAX_MEAN_CELL_LENGTH
    return n_complex > n_cells * MAX_COMPLEX_SHARE or n_chars > n_cells * most


def holds_table(nodes: Iterable[Node]) -> bool:
    """Whether a table is anywhere in these nodes, which nest no deeper than the outline does."""
    for node in nodes:
        if type(node) is Paragraph:
            continue
        inner: Iterable[Node] = ()
        if isinstance(node, List):
            inner = (child for item in node.items for child in item)
        elif isinstance(node, Quote | Callout | Figure):
            inner = node.children
        if isinstance(node, Table) or holds_table(inner):
            return True
    return False


def _is_large(node: Node) -> bool:
    """Whether a node is of a page rather than of a cell."""
    return isinstance(node, Heading | Quote | Callout | Table) or (
        isinstance(node, Code) and "\n" in node.text
    )


def is_bold(inline: Inline) -> bool:
    """Whether all that is said is in bold.

    >>> is_bold((Mark("b"), "Name", Mark("/b"))), is_bold((Mark("b"), "a", Mark("/b"), " b"))
    (True, False)
    """
    is_open = False
    for piece in inline:
        if isinstance(piece, str):
            if not is_open and not piece.isspace():
                return False
        elif piece.kind in ("b", "/b"):
            is_open = piece.kind == "b"
    return any(isinstance(piece, Mark) and piece.kind == "b" for piece in inline)


def flat(nodes: Sequence[Node]) -> Inline:
    """All that stands in a cell on one line: a blank between blocks, a semicolon between items of a list."""
    if len(nodes) == 1 and type(nodes[0]) is Paragraph:
        return nodes[0].inline
    joined: list[str | Mark] = []
    for separator, inline in _inlines(nodes, " "):
        if joined:
            last = joined[-1]
            is_stopped = separator == " " or (isinstance(last, str) and last.endswith(_STOPS))
            joined.append(" " if is_stopped else separator)
        joined += inline
    return tuple(joined)


def _inlines(nodes: Sequence[Node], separator: str) -> list[tuple[str, Inline]]:
    """The content of the nodes' paragraphs, each after what sets it apart from the one before."""
    found: list[tuple[str, Inline]] = []
    for at, node in enumerate(nodes):
        found += _inlines_of(node, " " if at else separator)
    return found


def _inlines_of(node: Node, before: str) -> list[tuple[str, Inline]]:
    """The same of one node; a cell's nodes nest no deeper than the outline does."""
    if isinstance(node, Paragraph | Heading):
        return [(before, node.inline)]
    if isinstance(node, Code):
        return [(before, (Mark("code"), " ".join(node.text.split()), Mark("/code")))]
    if isinstance(node, List):
        items = enumerate(node.items)
        return [one for at, item in items for one in _inlines(item, _SEPARATOR if at else before)]
    if isinstance(node, Quote | Figure):
        children = (*node.children, *node.caption) if isinstance(node, Figure) else node.children
        return _inlines(children, before)
    if isinstance(node, Callout):
        title = node.title or (f"{node.kind.capitalize()}:",)
        return [(before, title), *_inlines(node.children, " ")]
    if isinstance(node, Rule):
        return []
    raise AssertionError("a table inside a table is laid out, not written")  # pragma: no cover
