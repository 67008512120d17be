"""Page -> outline: the kept blocks, in order, under the lists, quotes and tables they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from types import MappingProxyType
from typing import Final, NamedTuple, cast

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.options import Style
from boilerstrip.page import Page
from boilerstrip.render.clean import clean
from boilerstrip.render.containers import CLOSERS, LISTS, Children, Part, without_parts
from boilerstrip.render.inline import preformatted, tidy, without_permalinks
from boilerstrip.render.outline import Code, Heading, Node, Paragraph
from boilerstrip.render.url import resolver
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["MAX_NEST", "Builder", "holds_image", "outline"]

MAX_NEST: Final = 16
"""Containers inside each other that are written; deeper ones are left out, their words stay. A list
and its item count as two. Markdown readers stop somewhere, markdown-it drops what is below 20."""
MAX_HEADING_BLOCKS: Final = 3
"""Blocks in a heading element; one with more is left open by mistake and is no heading."""
LANGUAGE_CHARS: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#._-")
NO_LANGUAGES: Final = frozenset({"auto", "default", "none", "nohighlight", "no-highlight"})
"""What highlighters write where no language is named."""

_OUTER: Final = MappingProxyType({"td": "table", "th": "table", "caption": "table", "figcaption": "figure"})
"""Containers that mean something only directly inside another."""
_CONTAINERS: Final = LISTS | {"li", "blockquote", "table", "figure", *_OUTER}
_LEAVES: Final = PREFORMATTED_TAGS | {*HEADING_TAGS, "dt"}
_STRUCTURAL: Final = _CONTAINERS | _LEAVES | {"dd"}


class _Place(NamedTuple):
    """Where an element stands.

    `containers` are element indices, outermost first; a negative one is the list that `<li>`
    elements without one imply. `leaf` is the heading, code or term element the text
    belongs to, -1 for a paragraph.
    """

    containers: tuple[int, ...]
    leaf: int


class _Lines(NamedTuple):
    """A part of a preformatted element: elements inside it cut it into blocks."""

    element: int
    text: str


class _Frame(NamedTuple):
    """A container being filled."""

    element: int
    children: list[Node | Part | _Lines]


_TOP: Final = _Place((), -1)


def outline(page: Page, style: Style) -> tuple[Node, ...]:
    """The kept blocks of a page as nodes, headline first; empty where no block is kept.

    Args:
        page: The page with its decisions.
        style: Whether links and images are wanted.
    """
    key = ("outline", style.links, style.images)
    nodes: tuple[Node, ...] | None = page.notes.get(key)
    if nodes is None:
        page.notes[key] = nodes = _outlined(page, style)
    return nodes


def holds_image(page: Page) -> bool:
    """Whether there is an image in one of a page's kept blocks."""
    for kept, inline in zip(page.decisions.kept, page.table.inline, strict=True):
        if kept:
            for piece in inline:
                if type(piece) is not str and piece[0] == "img":
                    return True
    return False


def _outlined(page: Page, style: Style) -> tuple[Node, ...]:
    decided = page.decisions
    if True not in decided.kept:
        return ()
    builder = Builder(page, style)
    nodes: list[Node] = []
    if decided.headline >= 0:
        # A headline that is a link leads to the page itself.
        inline = tuple(
            piece
            for piece in builder.inline(decided.headline, is_heading=True)
            if not (isinstance(piece, Mark) and piece.kind in ("a", "/a"))
        )
    else:
        title = " ".join(clean(page.title or "").split())
        inline = (title,) if title else ()
    if inline:
        nodes.append(Heading(1, inline))
    for block, kept in enumerate(decided.kept):
        if kept and block != decided.headline:
            builder.add(block)
    nodes.extend(builder.finish())
    return tuple(nodes)


class Builder:
    """Puts blocks one by one into the containers around them; a stack, no recursion."""

    def __init__(self, page: Page, style: Style, top: int = -1) -> None:
        self.table: BlockTable = page.table
        self.style = style
        self.resolve = resolver(page.base_url)
        self.places: dict[int, _Place] = {top: _TOP}
        self.containers: tuple[int, ...] = ()  # of the frames open above the lowest
        self.frames = [_Frame(-1, [])]
        self.has_code = False
        self.heading = -1  # element of the heading added last, while nothing else follows

    def inline(self, block: int, *, is_heading: bool = False) -> Inline:
        """A block's content; what has no markup is taken from the text, where it is folded already."""
        pieces = self.table.inline[block]
        if is_heading and len(pieces) > 1:
            return tidy(
                without_permalinks(pieces), self.resolve, links=self.style.links, images=self.style.images
            )
        for piece in pieces:
            if isinstance(piece, Mark):
                return tidy(pieces, self.resolve, links=self.style.links, images=self.style.images)
        text = self.table.text[block]
        if not text.isprintable() or "  " in text:
            text = " ".join(clean(text).split())
        return (text,) if text else ()

    def add(self, block: int) -> None:
        element = self.table.element[block]
        place = self.places.get(element) or self._find_place(element)
        if place.containers is not self.containers and place.containers != self.containers:
            self._enter(place.containers)
        node = self._node(block, place.leaf)
        if node is None:
            return
        children = self.frames[-1].children
        if isinstance(node, Heading):
            if place.leaf == self.heading:  # elements inside the heading had cut it into blocks
                node = Heading(node.level, (*cast("Heading", children.pop()).inline, " ", *node.inline))
            self.heading = place.leaf
        else:
            self.heading = -1
        children.append(node)

    def finish(self) -> list[Node]:
        """Close all that is open; the outline's nodes."""
        self._enter(())
        return without_parts(self._settled(self.frames[0]))

    def _node(self, block: int, leaf: int) -> Node | _Lines | None:
        tag = self.table.tag[leaf] if leaf >= 0 else ""
        if tag in PREFORMATTED_TAGS:
            text = preformatted(self.table.inline[block])
            self.has_code = True
            return _Lines(leaf, text) if text else None
        inline = self.inline(block, is_heading=tag in HEADING_TAGS)
        if not inline:
            return None
        if tag in HEADING_TAGS:
            return Heading(max(HEADING_TAGS[tag], 2), inline)
        if tag == "dt" and _can_be_bold(inline):
            inline = (Mark("b"), *inline, Mark("/b"))
        return Paragraph(inline)

    def _language(self, element: int) -> str:
        """The language of a `<pre>`, which highlighters often name on the `<code>` inside."""
        attributes, parent = self.table.attributes, self.table.parent
        named = attributes.get(element, {}).get("lang", "")
        if not named and element + 1 < len(parent) and parent[element + 1] == element:
            named = attributes.get(element + 1, {}).get("lang", "")
        return named if named not in NO_LANGUAGES and LANGUAGE_CHARS.issuperset(named) else ""

    def _find_place(self, element: int) -> _Place:
        """The place of an element; each element of a page is looked at once."""
        above = [element]
        element = self.table.parent[element]
        while element not in self.places:
            above.append(element)
            element = self.table.parent[element]
        place = self.places[element]
        while above:
            inner = above.pop()
            tag = self.table.tag[inner]
            if tag in _STRUCTURAL:
                place = self._inside(place, inner, tag)
            self.places[inner] = place
        return place

    def _inside(self, place: _Place, element: int, tag: str) -> _Place:
        """The place of what stands in an element that stands at `place`."""
        containers, leaf = place
        if leaf >= 0 and self.table.tag[leaf] in PREFORMATTED_TAGS:
            return place
        if tag in HEADING_TAGS:
            n_blocks = self.table.end_block[element] - self.table.first_block[element]
            return _Place(containers, element if n_blocks <= MAX_HEADING_BLOCKS else -1)
        if tag in _LEAVES:
            return _Place(containers, element)
        outer = self._tag(containers[-1]) if containers else ""
        if tag == "dd" or _OUTER.get(tag, outer) != outer:
            return _Place(containers, -1)
        if tag == "li" and outer not in LISTS:
            containers += (-2 - self.table.parent[element],)
        if len(containers) < MAX_NEST:
            containers += (element,)
        return _Place(containers, -1)

    def _tag(self, container: int) -> str:
        return self.table.tag[container] if container >= 0 else "ul"

    def _enter(self, containers: tuple[int, ...]) -> None:
        """Close and open containers until just these are open."""
        n_shared = 0
        for have, want in zip(self.containers, containers, strict=False):
            if have != want:
                break
            n_shared += 1
        frames = self.frames
        while len(frames) > n_shared + 1:
            self._close()
        for element in containers[n_shared:]:
            frames.append(_Frame(element, []))
        self.containers = containers
        self.heading = -1

    def _close(self) -> None:
        frame = self.frames.pop()
        if frame.children:
            tag = self._tag(frame.element)
            closed = CLOSERS[tag](self.table, frame.element, self._settled(frame))
            self.frames[-1].children.extend(closed)

    def _settled(self, frame: _Frame) -> Children:
        """What is in a container, the lines of each preformatted element put together."""
        if not self.has_code:
            return cast("Children", frame.children)
        settled: Children = []
        for (kind, element), run in groupby(frame.children, _run_key):
            if kind is _Lines:
                text = "\n".join([cast("_Lines", line).text for line in run])
                settled.append(Code(text, self._language(element)))
            else:
                settled.extend(cast("Iterable[Node | Part]", run))
        return settled


def _can_be_bold(inline: Inline) -> bool:
    return not any(isinstance(piece, Mark) and piece.kind in ("b", "img") for piece in inline)


def _run_key(child: Node | Part | _Lines) -> tuple[object, int]:
    return (_Lines, child.element) if isinstance(child, _Lines) else (None, -1)
