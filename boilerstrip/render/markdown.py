"""Outline -> Markdown: CommonMark 0.31 with the tables and strikethrough of GFM, no raw HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, cast

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.render.escape import NUMBER, destination, escape_line, fence, is_definition, titled
from boilerstrip.render.formulas import display_tex, guarded, without_bars, written_tex
from boilerstrip.render.marks import HARD_BREAK
from boilerstrip.render.outline import (
    Callout,
    Cell,
    Code,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verbatim,
)
from boilerstrip.render.spans import markdown_inline
from boilerstrip.render.tasks import BOXES

__all__ = ["markdown"]

COMPILED: Final = compiled("render._markdown")
_BOLD: Final = Mark("b")
_BULLETS: Final = "-*"
_NOTE_INDENT: Final = 4
"""Blanks that lines of a footnote are set in by."""
_NUMBER_ENDS: Final = ".)"
"""Two signs each, because of two lists in a row the second needs another one."""
_RULES: Final = MappingProxyType({"": "---", "left": ":---", "center": ":---:", "right": "---:"})
"""Below a table's header: how each column is aligned."""
_TAB: Final = "    "
"""A tab at the start of a line of code inside a list, where the indent would eat a part of it."""


def markdown(nodes: Sequence[Node]) -> str:
    """The nodes as Markdown, without a newline at the end; "" for no nodes.

    Recursion goes no deeper than the outline nests, which `places.MAX_NEST` bounds.
    """
    if COMPILED is None or COMPILED.may_hold_formula(nodes):
        nodes = guarded(nodes)
    return "\n\n".join(_blocks(nodes))


def _blocks(nodes: Iterable[Node]) -> list[str]:
    """Each node as lines of Markdown, to be set apart by blank lines."""
    if COMPILED is not None:
        return cast("list[str]", COMPILED.blocks(nodes, _others))
    blocks: list[str] = []
    last: List | None = None
    second_sign = False
    for node in _without_figures(nodes):
        if isinstance(node, List):
            second_sign = last is not None and last.ordered == node.ordered and not second_sign
            blocks.append(_list(node, second_sign=second_sign))
            last = node
            continue
        last = None
        if type(node) is Paragraph:  # true of most
            blocks.append(_paragraph(node.inline))
        else:
            blocks.extend(_others(node))
    return blocks


def _others(node: Node) -> list[str]:
    """The blocks of a node that is no list."""
    if isinstance(node, Footnotes):
        return [*map(_note, node.notes)]
    written = _WRITERS[type(node)](node)
    return [_paragraph(node.caption), written] if isinstance(node, Table) and node.caption else [written]


def _without_figures(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, what is in a figure in its place: Markdown has none."""
    for node in nodes:
        if isinstance(node, Figure) and node.title:
            yield node._replace(children=node.children[:1])
            yield from node.children[1:]
        elif isinstance(node, Figure):
            yield from _without_figures(node.children)
            yield from _without_figures(node.caption)
        else:
            yield node


def _paragraph(inline: Inline, *, goes_on: bool = False) -> str:
    """A paragraph; `goes_on` says that it stands right below another line of one."""
    if tex := display_tex(inline):
        return f"$${written_tex(tex)}$$"
    written = markdown_inline(inline, HARD_BREAK)
    if goes_on:
        return "\n".join([escape_line(line, goes_on=True) for line in written.split("\n")])
    if "\n" in written:
        first, *more = written.split("\n")
        written = "\n".join([escape_line(first), *(escape_line(line, goes_on=True) for line in more)])
    else:
        written = escape_line(written)
    if not is_definition(written):
        return written
    if _starts_with_link(inline):  # code in the linked words looks like the end of a definition's label
        return _paragraph(tuple(piece for piece in inline if not _is_link(piece)))
    return f"\\{written}"


def _starts_with_link(inline: Inline) -> bool:
    shown = (piece for piece in inline if isinstance(piece, str) or piece.kind not in ("sup", "sub", "$"))
    return _is_link(next(shown))


def _is_link(piece: str | Mark) -> bool:
    return isinstance(piece, Mark) and piece.kind in ("a", "/a")


def _titled(node: Figure) -> str:
    """An image, or a link to what is embedded, with its caption as title."""
    inline = cast("Paragraph", node.children[0]).inline
    written = _paragraph(inline)
    address = next((piece for piece in inline if _is_image(piece)), inline[0])[1]
    if address[:1] == NUMBER:  # a reference, which has no place for it
        return written
    target = f"]({destination(address)}"
    return written.replace(f"{target})", f'{target} "{titled(node.title)}")', 1)


def _is_image(piece: str | Mark) -> bool:
    return isinstance(piece, Mark) and piece.kind == "img"


def _heading(node: Heading) -> str:
    written = markdown_inline(node.inline, " ")
    if written[-1] == "#":  # a run of these at the end, after a blank, would be taken for decoration
        words = written.rstrip("#")
        if not words or words[-1] == " ":
            written = f"{words}\\{written[len(words) :]}"
    return f"{'#' * node.level} {written}"


def _code(node: Code) -> str:
    ticks = fence(node.text)
    return f"{ticks}{node.language}\n{node.text}\n{ticks}"


def _quoted(text: str) -> str:
    return "\n".join([f"> {line}" if line else ">" for line in text.split("\n")])


def _callout(node: Callout) -> str:
    """As GitHub has it: the kind on a line of its own, and right below it a title or the first paragraph."""
    head, children = f"[!{node.kind}]", node.children
    if node.title:
        head += f"\n{markdown_inline((_BOLD, *node.title, Mark('/b')), ' ')}"
    elif isinstance(children[0], Paragraph) and not display_tex(children[0].inline):
        line = _paragraph(children[0].inline, goes_on=True)
        if not line.startswith("**"):  # else it looks like a title
            head, children = f"{head}\n{line}", children[1:]
    return _quoted("\n\n".join([head, *_blocks(children)]))


def _note(note: Note) -> str:
    """A footnote; what does not begin with a paragraph begins on the next line, set in as all of it is."""
    written = _indented("\n\n".join(_blocks(note.children)), _NOTE_INDENT)
    begins = isinstance(next(_without_figures(note.children)), Paragraph)
    between = " " if begins else "\n" + " " * _NOTE_INDENT
    return f"[^{note.label}]:{between}{written}"


def _list(node: List, *, second_sign: bool) -> str:
    sign = (_NUMBER_ENDS if node.ordered else _BULLETS)[second_sign]
    between = "\n" if _is_tight(node) else "\n\n"
    items = []
    for at, item in enumerate(node.items):
        marker = f"{node.start + at}{sign} " if node.ordered else f"{sign} "
        written = between.join(_blocks(item))
        if node.tasks:
            written = BOXES[node.tasks[at]] + written
        items.append(marker + (_indented(written, len(marker)) if "\n" in written else written))
    return between.join(items)


def _indented(text: str, width: int) -> str:
    """The lines after the first set in by `width` blanks; blank ones stay empty."""
    indent = " " * width
    lines = [line.replace("\t", _TAB) if line[:1] == "\t" else line for line in text.split("\n")]
    return "\n".join([indent + line if line else line for line in lines])[width:]


def _is_tight(node: List) -> bool:
    """Whether the items can do without blank lines: a paragraph each, and maybe lists below it."""
    return all(_is_tight_item(item) for item in node.items)


def _is_tight_item(item: Sequence[Node]) -> bool:
    first, *rest = _without_figures(item)
    if not rest:
        return (
            _is_tight(first) if isinstance(first, List) else not (isinstance(first, Table) and first.caption)
        )
    return isinstance(first, Paragraph) and all(
        # A paragraph goes on in the line of a list that starts with another number than 1.
        isinstance(child, List) and child.start == 1 and _is_tight(child)
        for child in rest
    )


def _table(node: Table) -> str:
    """Always with a header row, which GFM demands: an empty one where the table has none."""
    rows = [*map(_row if COMPILED is None else COMPILED.row, node.rows)]
    if not node.n_header:
        rows.insert(0, "|" + "  |" * len(node.align))
    rows.insert(1, "|" + "".join([f" {_RULES[align]} |" for align in node.align]))
    return "\n".join(rows)


def _row(cells: Iterable[Cell]) -> str:
    return "|" + "".join([f" {_cell(cell.inline)} |" if cell.inline else "  |" for cell in cells])


def _cell(inline: Inline) -> str:
    if len(inline) > 1:
        inline = without_bars(inline)
    written = markdown_inline(inline, " ")
    return written.replace("|", "\\|") if "|" in written else written


_WRITERS: Final[Mapping[type, Callable[..., str]]] = MappingProxyType(
    {
        Callout: _callout,
        Code: _code,
        Figure: _titled,
        Heading: _heading,
        Paragraph: lambda node: _paragraph(node.inline),
        Quote: lambda node: _quoted("\n\n".join(_blocks(node.children))),
        Rule: lambda _: "---",
        Table: _table,
        Verbatim: lambda node: node.markdown,
    }
)
"""What writes each node that is one block of Markdown."""
