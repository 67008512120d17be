"""Outline -> HTML: clean and minimal, everything escaped, only addresses that passed `safe_url`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, cast

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern
from boilerstrip.render.formulas import display_tex
from boilerstrip.render.outline import (
    Callout,
    Cell,
    Code,
    Figure,
    Footnotes,
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

COMPILED: Final = compiled("render._markup")
_TAGS: Final = {
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
} | {"br": "<br>", "math": '<span class="math inline">\\(', "/math": "\\)</span>"}
_REFERENCE_RE: Final = late_pattern(r'<a href="#fn-([^"<>]{1,99})" id="fnref-\1">')


_BOXES: Final = {
    None: "",
    True: '<input type="checkbox" checked disabled> ',
    False: '<input type="checkbox" disabled> ',
}
"""What shows whether a task is done."""


def html(nodes: Sequence[Node]) -> str:
    """The nodes as one `<article>`, a node a line; "" for no nodes.

    Recursion goes no deeper than the outline nests, which `places.MAX_NEST` bounds.
    """
    if not nodes:
        return ""
    if COMPILED is not None:
        written = cast("str", COMPILED.html(nodes, _TAGS, _BOXES, _block))
    else:
        written = "\n".join(["<article>", *_blocks(nodes), "</article>"])
    return _REFERENCE_RE.sub(_Counter(), written) if isinstance(nodes[-1], Footnotes) else written


class _Counter(Counter[str]):
    """Gives each reference to a footnote an id of its own."""

    def __call__(self, found: re.Match[str]) -> str:
        self[found[1]] += 1
        nth = self[found[1]]
        return found[0] if nth == 1 else f'<a href="#fn-{found[1]}" id="fnref-{found[1]}-{nth}">'


def _blocks(nodes: Iterable[Node]) -> list[str]:
    return [_block(node) for node in nodes]


def _block(node: Node) -> str:
    if isinstance(node, Paragraph):
        return f"<p>{_line(node.inline)}</p>"
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


def _container(node: Quote | Callout | Figure | List | Table | Footnotes) -> list[str]:
    if isinstance(node, Footnotes):
        return _footnotes(node)
    if isinstance(node, List):
        return _list(node)
    if isinstance(node, Table):
        return _table(node)
    if isinstance(node, Quote):
        return ["<blockquote>", *_blocks(node.children), "</blockquote>"]
    if isinstance(node, Callout):
        return _callout(node)
    caption = [f"<figcaption>{_content(node.caption)}</figcaption>"] if node.caption else []
    shown = [*map(_illustration, node.children)]
    if node.title:  # of the first image, or of the one link there is
        start, image, end = shown[0].partition("<img " if "<img " in shown[0] else "<a ")
        shown[0] = f'{start}{image}title="{_attribute(node.title)}" {end}'
    return ["<figure>", *shown, *caption, "</figure>"]


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
    first = nodes[0]
    if len(nodes) == 1 and isinstance(first, Paragraph):  # true of most
        return _line(first.inline)
    rest = nodes[1:]
    if not isinstance(first, Paragraph) or not all(isinstance(node, List) for node in rest):
        return "\n".join(["", *_blocks(nodes), ""])
    return "\n".join([_line(first.inline), *_blocks(rest)])


def _footnotes(node: Footnotes) -> list[str]:
    """Footnotes as a list, numbered where their labels are numbers; else each begins with its label."""
    items: list[str] = []
    numbered = all(note.label.isascii() and note.label.isdigit() for note in node.notes)
    for at, note in enumerate(node.notes, start=1):
        name = _attribute(note.label)
        value = f' value="{int(note.label)}"' if numbered and int(note.label) != at else ""
        label = "" if numbered else f"[{name}] "
        items.append(f'<li id="fn-{name}"{value}>{label}{_content(note.children)}</li>')
    tag = "ol" if numbered else "ul"
    return ['<section class="footnotes">', f"<{tag}>", *items, f"</{tag}>", "</section>"]


def _list(node: List) -> list[str]:
    tag = "ol" if node.ordered else "ul"
    start = f' start="{node.start}"' if node.start != 1 else ""
    boxes = [_BOXES[task] for task in node.tasks] or [""] * len(node.items)
    items = [f"<li>{box}{_content(item)}</li>" for box, item in zip(boxes, node.items, strict=True)]
    return [f"<{tag}{start}>", *items, f"</{tag}>"]


def _table(node: Table) -> list[str]:
    if node.spans:
        from boilerstrip.render.spanned import cells_of

        rows = [f"<tr>{''.join([_cell(*cell) for cell in cells])}</tr>" for cells in cells_of(node)]
    else:
        rows = [_row(row, node.align) for row in node.rows]
    lines = ["<table>"]
    if node.caption:
        lines.append(f"<caption>{_inline(node.caption)}</caption>")
    if node.n_header:
        lines += ("<thead>", *rows[: node.n_header], "</thead>")
    body = ("<tbody>", *rows[node.n_header :], "</tbody>") if len(rows) > node.n_header else ()
    return [*lines, *body, "</table>"]


def _row(cells: Sequence[Cell], align: Sequence[str]) -> str:
    return f"<tr>{''.join(map(_cell, cells, align))}</tr>"


def _cell(cell: Cell, align: str, span: str = "") -> str:
    tag = "th" if cell.header else "td"
    style = f' style="text-align:{align}"' if align else ""
    return f"<{tag}{span}{style}>{_inline(cell.inline)}</{tag}>"


def _line(inline: Inline) -> str:
    """What a paragraph holds, which may be a display formula."""
    if tex := display_tex(inline):
        return f'<span class="math display">\\[{_escaped(tex)}\\]</span>'
    return _inline(inline)


def _inline(inline: Inline) -> str:
    if len(inline) == 1 and isinstance(inline[0], str):
        return _escaped(inline[0])
    return "".join([_escaped(piece) if isinstance(piece, str) else _mark(piece) for piece in inline])


def _mark(mark: Mark) -> str:
    kind, value, alt = mark
    if kind == "a":
        return f'<a href="{_attribute(value)}">'
    if kind == "img":
        return f'<img src="{_attribute(value)}" alt="{_attribute(alt)}">'
    if kind == "footnote":
        name = _attribute(value)
        return f'<sup><a href="#fn-{name}" id="fnref-{name}">{name}</a></sup>'
    return _TAGS[kind]


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _attribute(text: str) -> str:
    text = _escaped(text)
    return text.replace('"', "&quot;") if '"' in text else text
