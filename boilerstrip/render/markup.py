"""Outline -> HTML: clean and minimal, everything escaped, only addresses that passed `safe_url`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.render.outline import (
    Callout,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verbatim,
)

__all__ = ["html"]

_TAGS: Final = MappingProxyType(
    {
        kind: written
        for mark, tag in (
            ("b", "strong"),
            ("i", "em"),
            ("code", "code"),
            ("del", "del"),
            ("sup", "sup"),
            ("sub", "sub"),
            ("a", "a"),
        )
        for kind, written in ((mark, f"<{tag}>"), ("/" + mark, f"</{tag}>"))
    }
    | {"br": "<br>"}
)


_BOXES: Final = MappingProxyType(
    {
        None: "",
        True: '<input type="checkbox" checked disabled> ',
        False: '<input type="checkbox" disabled> ',
    }
)
"""What shows whether a task is done."""


def html(nodes: Sequence[Node]) -> str:
    """The nodes as one `<article>`, a node a line; "" for no nodes.

    Recursion goes no deeper than the outline nests, which `build.MAX_NEST` bounds.
    """
    return "\n".join(["<article>", *_blocks(nodes), "</article>"]) if nodes else ""


def _blocks(nodes: Iterable[Node]) -> list[str]:
    return [_block(node) for node in nodes]


def _block(node: Node) -> str:
    if isinstance(node, Paragraph):
        return f"<p>{_inline(node.inline)}</p>"
    if isinstance(node, Heading):
        return f"<h{node.level}>{_inline(node.inline)}</h{node.level}>"
    if isinstance(node, Code):
        language = f' class="language-{_attribute(node.language)}"' if node.language else ""
        return f"<pre><code{language}>{_escaped(node.text)}</code></pre>"
    if isinstance(node, Verbatim):
        paragraphs = [_escaped(text).replace("\n", "<br>") for text in node.text.split("\n\n")]
        return "\n".join([f"<p>{paragraph}</p>" for paragraph in paragraphs])
    if isinstance(node, Rule):
        return "<hr>"
    return "\n".join(_container(node))


def _container(node: Quote | Callout | Figure | List | Table) -> list[str]:
    if isinstance(node, List):
        return _list(node)
    if isinstance(node, Table):
        return _table(node)
    if isinstance(node, Quote):
        return ["<blockquote>", *_blocks(node.children), "</blockquote>"]
    if isinstance(node, Callout):
        return _callout(node)
    caption = [f"<figcaption>{_content(node.caption)}</figcaption>"] if node.caption else []
    return ["<figure>", *map(_illustration, node.children), *caption, "</figure>"]


def _callout(node: Callout) -> list[str]:
    """As GitHub writes them, which `shapes.callouts` reads."""
    name = f"markdown-alert-{node.kind.lower()}"
    title = _inline(node.title) or node.kind.capitalize()
    head = [f'<div class="markdown-alert {name}">', f'<p class="markdown-alert-title">{title}</p>']
    return [*head, *_blocks(node.children), "</div>"]


def _illustration(node: Node) -> str:
    """A node in a figure; images alone need no paragraph there."""
    if isinstance(node, Paragraph) and not any(isinstance(piece, str) for piece in node.inline):
        return _inline(node.inline)
    return _block(node)


def _content(nodes: Sequence[Node]) -> str:
    """What is in an item or caption; a paragraph that comes first and alone, or before lists, is bare."""
    first, *rest = nodes
    if not isinstance(first, Paragraph) or not all(isinstance(node, List) for node in rest):
        return "\n".join(["", *_blocks(nodes), ""])
    return "\n".join([_inline(first.inline), *_blocks(rest)])


def _list(node: List) -> list[str]:
    tag = "ol" if node.ordered else "ul"
    start = f' start="{node.start}"' if node.start != 1 else ""
    boxes = [_BOXES[task] for task in node.tasks] or [""] * len(node.items)
    items = [f"<li>{box}{_content(item)}</li>" for box, item in zip(boxes, node.items, strict=True)]
    return [f"<{tag}{start}>", *items, f"</{tag}>"]


def _table(node: Table) -> list[str]:
    rows = [_row(row) for row in node.rows]
    lines = ["<table>"]
    if node.caption:
        lines.append(f"<caption>{_inline(node.caption)}</caption>")
    if node.has_header:
        lines += ("<thead>", rows.pop(0), "</thead>")
    return [*lines, "<tbody>", *rows, "</tbody>", "</table>"]


def _row(cells: Iterable[Cell]) -> str:
    return f"<tr>{''.join([_cell(cell) for cell in cells])}</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    return f"<{tag}>{_inline(cell.inline)}</{tag}>"


def _inline(inline: Inline) -> str:
    return "".join([_escaped(piece) if isinstance(piece, str) else _mark(piece) for piece in inline])


def _mark(mark: Mark) -> str:
    if mark.kind == "a":
        return f'<a href="{_attribute(mark.value)}">'
    if mark.kind == "img":
        return f'<img src="{_attribute(mark.value)}" alt="{_attribute(mark.alt)}">'
    return _TAGS[mark.kind]


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _attribute(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")
