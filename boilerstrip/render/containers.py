"""How each container becomes a node when all that stands in it is read."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.render.anchors import caption_words
from boilerstrip.render.outline import Code, Figure, Heading, List, Node, Paragraph, Quote, Rule
from boilerstrip.render.tasks import task_states

__all__ = [
    "BULLETS",
    "CLAUSE",
    "CLOSERS",
    "LISTS",
    "LONGEST_NUMBER",
    "NUMBER",
    "NUMBERED",
    "NUMBER_ENDS",
    "PARTS",
    "Children",
    "Part",
    "without_parts",
]

LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
"""Tags of lists; only "ol" numbers its items."""
NUMBERED: Final = "#numbered"
"""What a list of terms or a table is of which the terms, or the first cells, count what is beside them."""
NUMBER: Final = "#number"
"""What such a term or cell is."""
CLAUSE: Final = "#clause"
"""What stands beside it."""
LONGEST_NUMBER: Final = 10
"""Characters of the number of a clause."""
NUMBER_ENDS: Final = (".", ")", "°")
"""The last character of one."""
PARTS: Final = frozenset({"li", "td", "th", "caption", "figcaption", "#title", "summary", NUMBER, CLAUSE})
"""Containers that become a part of the one around them."""
BULLETS: Final = frozenset(
    "\N{BULLET}\N{WHITE BULLET}\N{MIDDLE DOT}\N{BLACK SMALL SQUARE}\N{EN DASH}\N{EM DASH}*-"
)
"""Signs that style sheets and LaTeX put before the items of a list."""
_LINK: Final = ["a", "", "/a"]
"""Kinds of the marks of what is embedded, "" for words."""
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Part(NamedTuple):
    """What a list item, cell or caption holds, on its way into the container around it."""

    element: int
    children: tuple[Node, ...]


Children = list[Node | Part]
"""What stands in a container, in page order."""


def without_parts(children: Children) -> list[Node]:
    """The nodes, those of parts that stand in no list, table or figure taken out."""
    nodes: list[Node] = []
    for child in children:
        if isinstance(child, Part):
            nodes.extend(child.children)
        else:
            nodes.append(child)
    return nodes


def _close_part(_: BlockTable, element: int, children: Children) -> Children:
    if len(children) == 1 and not isinstance(child := children[0], Part):  # true of most
        return [Part(element, (child,))]
    return [Part(element, tuple(without_parts(children)))]


def _close_quote(_: BlockTable, __: int, children: Children) -> Children:
    return [Quote(tuple(without_parts(children)))]


def _close_list(table: BlockTable, element: int, children: Children) -> Children:
    """A list of its items; what stands between items belongs to the one before, or before the list."""
    before: Children = []
    items: list[list[Node]] = []
    said: list[Mapping[str, str]] = []
    for child in children:
        if isinstance(child, Part):
            items.append(list(child.children))
            said.append(table.attributes.get(child.element, _NOTHING))
        elif items:
            if not isinstance(child, Rule):
                items[-1].append(child)
        else:
            before.append(child)
    own = table.attributes.get(element, _NOTHING)
    if not items:
        if "as" not in own or "listed" not in own:
            return before
        items, said, before = [without_parts(before)], [_NOTHING], []  # a paragraph of Word is an item
    states = task_states(items, said)
    if element < 0 or own.get("as", table.tag[element]) != "ol":
        contents = tuple(_unmarked(item, BULLETS) for item in items)
        return [*before, List(False, 1, contents, states)]
    numbers = _numbers(own, [item.get("value") for item in said])
    contents = tuple(
        _unmarked(item, (f"{n}", f"{n}.", f"{n})", f"({n})")) for n, item in zip(numbers, items, strict=True)
    )
    starts = [at for at, n in enumerate(numbers) if not at or n != numbers[at - 1] + 1]
    return [
        *before,
        *(
            List(True, numbers[start], contents[start:end], states[start:end])
            for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)
        ),
    ]


def _unmarked(item: Sequence[Node], markers: Container[str]) -> tuple[Node, ...]:
    """An item without a paragraph of its own for the sign that stands before it, as LaTeXML has it."""
    first = item[0]
    if len(item) > 1 and isinstance(first, Paragraph) and len(first.inline) == 1:
        item = item[first.inline[0] in markers :]
    return tuple(item)


def _numbers(attributes: Mapping[str, str], values: Sequence[str | None]) -> list[int]:
    """The number of each item of a list: Markdown counts up only, so where they do not, a list ends."""
    from boilerstrip.render.grid import number

    step = -1 if "reversed" in attributes else 1
    following = number(attributes.get("start"), 1 if step > 0 else len(values))
    numbers: list[int] = []
    for value in values:
        here = max(0, number(value, following))
        numbers.append(here)
        following = here + step
    return numbers


def _close_table(table: BlockTable, element: int, children: Children) -> Children:
    """A table, or its words as if there were none; what stands in no cell comes before it, as in browsers."""
    from boilerstrip.render.cells import holds_table
    from boilerstrip.render.grid import read_table

    content: dict[int, tuple[Node, ...]] = {}
    before: list[Node] = []
    caption: Inline = ()
    for child in children:
        if not isinstance(child, Part):
            before.append(child)
        elif table.tag[child.element] != "caption":
            cell, nodes = child
            content[cell] = content[cell] + nodes if cell in content else nodes
        elif len(child.children) == 1 and isinstance(child.children[0], Paragraph) and not caption:
            caption = child.children[0].inline
        else:
            before.extend(child.children)
    complex_cells = [nodes for nodes in content.values() if len(nodes) > 1 or type(nodes[0]) is not Paragraph]
    found = None if any(map(holds_table, complex_cells)) else read_table(table, element, content, caption)
    if found:
        return [*before, *found]
    shown = [Paragraph(caption)] if caption else []
    return [*before, *shown, *chain.from_iterable(content.values())]


def _close_figure(table: BlockTable, element: int, children: Children) -> Children:
    shown: list[Node] = []
    caption: list[Node] = []
    for child in children:
        if isinstance(child, Part):
            caption.extend(child.children)
        else:
            shown.append(child)
    if caption and shown and isinstance(children[0], Part) and isinstance(shown[0], Code):
        return [Figure((*caption, *shown), ())]  # the name of a file stands above it
    title = "" if caption else _title(table, element, shown)
    if title and isinstance(first := shown[0], Figure):  # of a gallery
        shown[0], title = first._replace(title=title), ""
    return [Figure(tuple(shown), tuple(caption), title)]


def _title(table: BlockTable, figure: int, shown: Sequence[Node]) -> str:
    """The words of the caption, which is not kept, of a figure of images or of one thing that is embedded."""
    if not shown:
        return ""
    if all(_is_shown(node) or _shows_alone(node) for node in shown):
        return _caption(table, figure)
    first, last = table.first_block[figure], table.end_block[figure]
    blocks = [block for block in range(first, last) if not table.n_chars[block]]
    if len(shown) != 1 or len(blocks) != 1 or not isinstance(shown[0], Paragraph):
        return ""
    is_embed = any(isinstance(piece, Mark) and piece.kind == "embed" for piece in table.inline[blocks[0]])
    kinds = [piece.kind if isinstance(piece, Mark) else "" for piece in shown[0].inline]
    return _caption(table, figure) if is_embed and kinds == _LINK and _is_all(table, figure) else ""


def _shows_alone(node: Node) -> bool:
    """Whether a node is a figure of images that says nothing of them."""
    return (
        isinstance(node, Figure) and not (node.caption or node.title) and all(map(_is_shown, node.children))
    )


def _is_all(table: BlockTable, figure: int) -> bool:
    """Whether all words of a figure are in its caption."""
    caption = next(_captions(table, figure), -1)
    if caption < 0:
        return False
    inside = range(table.first_block[caption], table.end_block[caption])
    blocks = range(table.first_block[figure], table.end_block[figure])
    return not any(table.n_chars[block] for block in blocks if block not in inside)


def _caption(table: BlockTable, figure: int) -> str:
    """The words of a figure's caption, kept or not."""
    said = (caption_words(table, caption) for caption in _captions(table, figure))
    return next(filter(None, said), "")


def _captions(table: BlockTable, figure: int) -> Iterator[int]:
    """The captions in a figure."""
    for element in range(figure + 1, table.n_elements):
        if table.parent[element] < figure:
            return
        if table.tag[element] == "figcaption":
            yield element


def _close_callout(table: BlockTable, element: int, children: Children) -> Children:
    """A callout; its title is what stands first in it, if the page calls it one or it names the kind."""
    from boilerstrip.render.callouts import callout

    titles: list[Node] = []
    body: list[Node] = []
    for child in children:
        if isinstance(child, Part):
            (body if body or titles else titles).extend(child.children)
        else:
            body.append(child)
    if not titles and all(map(_is_shown, body)):  # text, which has no images, must not differ
        return [*body]
    return [*callout(table.attributes.get(element, _NOTHING).get("kind", ""), titles, body)]


def _close_numbered(table: BlockTable, _: int, children: Children) -> Children:
    """Clauses, each with the number that stands in the term or the first cell before it."""
    from boilerstrip.render.clauses import Clause, counted  # few pages have such clauses

    clauses: list[Clause] = []
    number = ""
    for child in [*children, None]:
        element = child.element if isinstance(child, Part) else -1
        is_number = element >= 0 and table.tag[element] == NUMBER
        if number and (is_number or child is None):
            clauses.append((number, ()))
            number = ""
        if is_number:
            number = table.text[table.first_block[element]].strip()
        elif child is not None and not isinstance(child, Rule):
            clauses.append((number, child.children if isinstance(child, Part) else (child,)))
            number = ""
    return [*counted(clauses, BULLETS)]


def _close_panel(table: BlockTable, element: int, children: Children) -> Children:
    """What a tab shows, headed by its label unless it begins with that itself."""
    nodes = without_parts(children)
    title = table.attributes.get(element, _NOTHING).get("title")
    if not (title and nodes) or (
        isinstance(first := nodes[0], (Heading, Paragraph)) and first.inline == (title,)
    ):
        return [*nodes]
    return [Paragraph((Mark("b"), title, Mark("/b"))), *nodes]


def _is_shown(node: Node) -> bool:
    """Whether a node is images and no words."""
    return isinstance(node, Paragraph) and not any(isinstance(piece, str) for piece in node.inline)


_Closer = Callable[[BlockTable, int, Children], Children]

CLOSERS: Final[Mapping[str, _Closer]] = MappingProxyType(
    dict.fromkeys(LISTS, _close_list)
    | dict.fromkeys(PARTS, _close_part)
    | {"blockquote": _close_quote, "table": _close_table, "figure": _close_figure, "#callout": _close_callout}
    | {NUMBERED: _close_numbered, "#panel": _close_panel}
)
"""By tag: a function from the block table, the container's element and what stands in it to what
takes its place in the container around it."""
