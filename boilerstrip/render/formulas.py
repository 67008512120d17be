r"""Formulas in an outline: displays as paragraphs of their own, TeX that is safe in Markdown, and what is no
formula.

How they are written is what GitHub, Obsidian and Pandoc all read: `$x$` in a line, and `$$x$$` on a line of
its own. In a document that has formulas a dollar of a price is written `\$`, wherever a second one stands in
its paragraph; in all other documents it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.render.outline import (
    Callout,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Paragraph,
    Quote,
    Table,
)
from boilerstrip.segment.tex import tidy_tex

__all__ = [
    "DOLLARS",
    "display_tex",
    "formula_mark",
    "guarded",
    "has_formula",
    "split_displays",
    "without_bars",
    "written_tex",
]

DOLLARS: Final = Mark("$")
"""In front of content: what is a dollar in it is written with a backslash."""
_INLINE: Final = Mark("math")
_DISPLAY: Final = Mark("math", "display")
_END: Final = Mark("/math")
_BR: Final = Mark("br")
# A reader that knows no formulas must not take TeX for a tag or a link. To TeX the blank is none.
_UNSAFE_RE: Final = late_pattern(r"<(?=[A-Za-z/!?])|\](?=\()")
_ARRAY_RE: Final = late_pattern(r"(\\begin\{(?:array|tabular)\})(\{[^{}]{0,200}\})")
_BAR_RE: Final = late_pattern(r"\\\\|\\\||\\[^|\\]|\|", re.DOTALL)
_BARS: Final = {"|": "\\vert ", "\\|": "\\Vert "}
_ENDING_RE: Final = late_pattern(r"[.,;:](?![^ ])")


def formula_mark(value: str) -> Mark:
    """What opens a formula, by the mark's value on the page."""
    return _DISPLAY if value == "display" else _INLINE


def has_formula(inline: Inline) -> bool:
    """Whether tidy content holds a formula."""
    return _INLINE in inline or _DISPLAY in inline


def display_tex(inline: Inline) -> str:
    """The TeX of content that is one display formula and nothing else, "" of any other."""
    if len(inline) < 3 or inline[0] != _DISPLAY or inline[-1] != _END:
        return ""
    inside = inline[1:-1]
    return "" if any(isinstance(piece, Mark) for piece in inside) else "".join(map(str, inside))


def split_displays(inline: Inline) -> list[Inline]:
    """A paragraph's content, its display formulas apart; those inside a link or emphasis stay.

    A stop or comma behind one goes into it, as it does in TeX.
    """
    if _DISPLAY not in inline:
        return [inline]
    parts: list[list[str | Mark]] = []
    words: list[str | Mark] = []
    pieces, at, n_open = list(inline), 0, 0
    while at < len(pieces):
        piece = pieces[at]
        if piece == _DISPLAY and not n_open:
            end = pieces.index(_END, at)
            formula, at = pieces[at:end], end + 1
            behind = pieces[at] if at < len(pieces) else ""
            if isinstance(behind, str) and (ending := _ENDING_RE.match(behind)):
                formula.append(ending[0])
                pieces[at] = behind[1:]
            parts += (words, [*formula, _END])
            words = []
            continue
        if isinstance(piece, Mark) and piece.kind not in ("br", "img"):
            n_open += -1 if piece.kind[0] == "/" else 1
        words.append(piece)
        at += 1
    return [part for part in map(_trimmed, [*parts, words]) if part]


def _trimmed(part: list[str | Mark]) -> Inline:
    """The part without white space and line breaks at its edges."""
    first, last = 0, len(part)
    while first < last and _is_blank(part[first]):
        first += 1
    while last > first and _is_blank(part[last - 1]):
        last -= 1
    pieces = part[first:last]
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip(" ")
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip(" ")
    return tuple(pieces)


def _is_blank(piece: str | Mark) -> bool:
    return not piece.strip(" ") if isinstance(piece, str) else piece == _BR


def written_tex(tex: str) -> str:
    """TeX as it stands between dollars in Markdown: a reader without formulas finds no tag and no link in it.

    >>> written_tex("a<b"), written_tex("a < b")
    ('a< b', 'a < b')
    """
    return _UNSAFE_RE.sub(r"\g<0> ", tidy_tex(tex))


def without_bars(inline: Inline) -> Inline:
    """The content of a cell, the bars in its formulas written as commands: a bar would end the cell."""
    if not has_formula(inline):
        return inline
    pieces: list[str | Mark] = []
    is_inside = False
    for piece in inline:
        if isinstance(piece, Mark):
            is_inside = piece.kind == "math" or (is_inside and piece.kind != "/math")
        elif is_inside and "|" in piece:
            pieces.append(_without_bars(piece))
            continue
        pieces.append(piece)
    return tuple(pieces)


def _without_bars(tex: str) -> str:
    tex = _ARRAY_RE.sub(lambda found: found[1] + found[2].replace("|", ""), tex)
    return _BAR_RE.sub(lambda found: _BARS.get(found[0], found[0]), tex)


# Dollars that are none


def guarded(nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes, those with dollars in them marked, if there is a formula anywhere in them.

    Recursion goes no deeper than the outline nests.
    """
    return [_guarded(node) for node in nodes] if any(map(_holds_formula, nodes)) else nodes


def _holds_formula(node: Node) -> bool:  # noqa: PLR0911 - one for each kind of node
    if isinstance(node, (Paragraph, Heading)):
        return len(node.inline) > 2 and has_formula(node.inline)
    if isinstance(node, List):
        return any(_holds_formula(child) for item in node.items for child in item)
    if isinstance(node, Table):
        return has_formula(node.caption) or any(
            len(cell.inline) > 1 and has_formula(cell.inline) for row in node.rows for cell in row
        )
    if isinstance(node, Quote):
        return any(map(_holds_formula, node.children))
    if isinstance(node, Callout):
        return has_formula(node.title) or any(map(_holds_formula, node.children))
    if isinstance(node, Footnotes):
        return any(_holds_formula(child) for note in node.notes for child in note.children)
    return isinstance(node, Figure) and any(map(_holds_formula, (*node.children, *node.caption)))


def _guarded(node: Node) -> Node:  # noqa: PLR0911 - one for each kind of node
    if isinstance(node, (Paragraph, Heading)):
        return node._replace(inline=_with_guard(node.inline))
    if isinstance(node, List):
        return node._replace(items=tuple(_all_guarded(item) for item in node.items))
    if isinstance(node, Table):
        rows = tuple(
            tuple(cell._replace(inline=_with_guard(cell.inline)) for cell in row) for row in node.rows
        )
        return node._replace(caption=_with_guard(node.caption), rows=rows)
    if isinstance(node, Quote):
        return Quote(_all_guarded(node.children))
    if isinstance(node, Callout):
        return node._replace(title=_with_guard(node.title), children=_all_guarded(node.children))
    if isinstance(node, Footnotes):
        return Footnotes(tuple(note._replace(children=_all_guarded(note.children)) for note in node.notes))
    if isinstance(node, Figure):
        return Figure(_all_guarded(node.children), _all_guarded(node.caption), node.title)
    return node


def _all_guarded(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(map(_guarded, nodes))


def _with_guard(inline: Inline) -> Inline:
    """The content, marked where two dollars could be taken for the signs around a formula."""
    n_dollars = 0
    for piece in inline:
        if isinstance(piece, Mark):
            n_dollars += piece.alt.count("$") + (piece.kind == "math")
        else:
            n_dollars += piece.count("$")
    return (DOLLARS, *inline) if n_dollars > 1 and not display_tex(inline) else inline
