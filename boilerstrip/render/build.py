"""Page -> outline: the kept blocks, in order, under the lists, quotes and tables they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple, cast

from boilerstrip.attributes import CELLS
from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.options import Style
from boilerstrip.page import Page
from boilerstrip.render.anchors import (
    is_in_button,
    may_link_to_itself,
    says_nothing,
    shows_only,
    without_bold,
    without_permalinks,
)
from boilerstrip.render.clean import clean
from boilerstrip.render.containers import CLOSERS, LISTS, Children, Part, without_parts
from boilerstrip.render.formulas import split_displays
from boilerstrip.render.inline import preformatted, tidy
from boilerstrip.render.lines import Lines, settled
from boilerstrip.render.notes import NO_NOTES
from boilerstrip.render.outline import Heading, List, Node, Paragraph, Rule
from boilerstrip.render.places import BOLD, GONE, MAX_NEST, RULED, Place, places_of
from boilerstrip.render.url import Resolver, resolver
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["Builder", "Written", "keep_resolver", "resolver_of"]

COMPILED: Final = compiled("render._build")
Written = dict[int, "Heading | Paragraph"]
"""By block: what an outline has of it, code and what stands in footnotes left out."""
_NO_RULES: Final[Mapping[int, Sequence[int]]] = MappingProxyType({})


class _Frame(NamedTuple):
    """A container being filled."""

    element: int
    children: list[Node | Part | Lines]


class Builder:
    """Puts blocks one by one into the containers around them; a stack, no recursion."""

    def __init__(
        self,
        page: Page,
        style: Style,
        top: int = -1,
        inlines: Mapping[int, Inline] = NO_NOTES.inlines,
        written: Written | None = None,
    ) -> None:
        self.inlines = inlines  # of blocks that are not taken as the table has them
        self.written = {} if written is None else written  # what is known before, and what comes to it
        self.links, self.images = style.links != "drop", str(style.images)
        self.resolve = resolver_of(page, style)
        self.places = places_of(page, top)
        self.table: BlockTable = self.places.table
        self.containers: tuple[int, ...] = ()  # of the frames open above the lowest
        self.frames = [_Frame(-1, [])]
        self.has_code = False
        # By identity, lists that are written in parts: each so far, its name, the depth of its first part.
        self.parted: dict[int, tuple[List, str, int]] = {}
        self.in_table: Place | None = None  # the last place found that is straight in a table
        self.heading = -1  # element of the heading added last, while nothing else follows
        self.in_cell = False  # whether the innermost container is a table's cell

    def nodes(self, blocks: Iterable[int], rules: Mapping[int, Sequence[int]] = _NO_RULES) -> list[Node]:
        """The outline of these blocks, in page order; once, of a builder to which nothing was added.

        Args:
            blocks: Their indices.
            rules: By block: the elements that may be rules before it.
        """
        if COMPILED is not None:
            return cast("list[Node]", COMPILED.children(self, blocks, rules))
        for block in blocks:
            if block in rules:
                for element in rules[block]:
                    self.rule(element, block)
            self.add(block)
        return self.finish()

    def inline(self, block: int, *, is_heading: bool = False) -> Inline:
        """A block's content; what has no markup is taken from the text, where it is folded already."""
        pieces = self.inlines.get(block) or self.table.inline[block]
        if len(pieces) > 1 and (is_heading or may_link_to_itself(self.table.text[block])):
            return self._tidy(without_permalinks(pieces))
        for piece in pieces:
            if isinstance(piece, Mark):
                return self._tidy(pieces)
        text = self.table.text[block]
        if not text.isprintable() or "  " in text:
            text = " ".join(clean(text).split())
        return (text,) if text else ()

    def _tidy(self, pieces: Inline) -> Inline:
        return tidy(pieces, self.resolve, links=self.links, images=self.images)

    def headline(self, block: int, kept: Sequence[bool]) -> Sequence[int]:
        """The kept blocks of a headline: itself and those which its element was cut into."""
        if block < 0:
            return ()
        element = self.table.element[block]
        leaf = self.places[element].leaf
        if leaf < 0 or self.places.tag(leaf) not in HEADING_TAGS:
            return (block,)
        return [b for b in range(self.table.first_block[leaf], self.table.end_block[leaf]) if kept[b]]

    def add(self, block: int) -> None:
        element = self.table.element[block]
        if element >= 0 and self.table.tag[element] in CELLS and self._add_cell(block, element):
            return
        containers, leaf = self.places[element]
        if leaf == GONE:
            return
        if containers is not self.containers and containers != self.containers:
            self._enter(containers)
        node = self._plain(block, leaf) or self.written.get(block) or self._node(block, leaf)
        if node is None:
            return
        children = self.frames[-1].children
        last, self.heading = self.heading, -1
        if isinstance(node, Paragraph):
            self.written[block] = node
            if len(node.inline) > 2 and not self.in_cell:  # the marks around a formula, and what is in it
                parts = split_displays(node.inline)
                if parts != [node.inline]:
                    children.extend(map(Paragraph, parts))
                    return
        elif isinstance(node, Heading):
            self.written[block] = node
            if leaf != last and not isinstance(node.inline[0], str) and shows_only(node.inline):
                children.append(Paragraph(node.inline))
                return
            if leaf == last:  # elements inside the heading had cut it into blocks
                node = Heading(node.level, (*cast("Heading", children.pop()).inline, " ", *node.inline))
            self.heading = leaf
        children.append(node)

    def _add_cell(self, block: int, element: int) -> bool:
        """Put a block of a cell straight into its table, without a frame; whether its cell stands in one."""
        table = self.table
        if element == self.places.top or (element in table.attributes and "as" in table.attributes[element]):
            return False
        place = self.places[table.parent[element]]
        if place is not self.in_table:
            containers, leaf = place
            if leaf != -1 or not 0 < len(containers) < MAX_NEST or self.places.tag(containers[-1]) != "table":
                return False
            self.in_table = place
        if place.containers is not self.containers:
            self._enter(place.containers)
        self.heading = -1
        node: Paragraph | None = self._plain(block, -1)
        if node is None:
            node = cast("Paragraph | None", self.written.get(block) or self._node(block, -1))
        if node is not None:
            self.written[block] = node
            self.frames[-1].children.append(Part(element, (node,)))
        return True

    def _plain(self, block: int, leaf: int) -> Paragraph | None:
        """A block that is words and nothing else, as most are; None of others."""
        table = self.table
        pieces, text, element = table.inline[block], table.text[block], table.element[block]
        if len(pieces) != 1 or leaf >= 0 or not text or type(pieces[0]) is not str or block in self.inlines:
            return None
        tag = table.tag[element] if element >= 0 else ""
        if element in table.attributes or tag == "button" or (tag == "div" and is_in_button(table, element)):
            return None
        return Paragraph((text,)) if text.isprintable() and "  " not in text else None

    def shown(self, block: int) -> Inline:
        """A block's content as the outline has it; () of code."""
        leaf = self.places[self.table.element[block]].leaf
        if leaf == GONE or (leaf >= 0 and self.places.tag(leaf) in PREFORMATTED_TAGS):
            return ()
        node = self._node(block, leaf)
        return node.inline if isinstance(node, (Heading, Paragraph)) else ()

    def rule(self, element: int, block: int) -> None:
        """A rule between what was added last and the block that is next, if one container holds all three."""
        containers = self.places[element].containers
        inside = self.table.element[block]
        following = self.places[inside].containers
        n = len(containers)
        if self.containers[:n] != containers or following[:n] != containers:
            return
        around = [self.places.tag(container) for container in containers]
        if (around and around[-1] not in RULED) or "table" in around:
            return
        self._enter(containers)
        children = self.frames[-1].children
        if children and not isinstance(children[-1], Rule):
            children.append(Rule())

    def finish(self) -> list[Node]:
        """Close all that is open; the outline's nodes."""
        self._enter(())
        return without_parts(self._settled(self.frames[0].children))

    def _node(self, block: int, leaf: int) -> Node | Lines | None:
        tag = self.places.tag(leaf) if leaf >= 0 else ""
        if tag in PREFORMATTED_TAGS:
            text = preformatted(self.inlines.get(block) or self.table.inline[block])
            self.has_code = True
            return Lines(leaf, text) if text else None
        inline = self.inline(block, is_heading=tag in HEADING_TAGS)
        if not inline or says_nothing(self.table, block, inline):
            return None
        if tag in HEADING_TAGS:
            return Heading(max(HEADING_TAGS[tag], 2), without_bold(inline) if len(inline) > 2 else inline)
        if tag in BOLD and _can_be_bold(inline):
            inline = (Mark("b"), *inline, Mark("/b"))
        return Paragraph(inline)

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
        self.in_cell = bool(containers) and self.places.container(containers[-1]) in CELLS
        self.heading = -1

    def _close(self) -> None:
        frame = self.frames.pop()
        if frame.children:
            tag = self.places.container(frame.element)
            closed = CLOSERS[tag](self.table, frame.element, self._settled(frame.children))
            children = self.frames[-1].children
            if frame.element in self.table.attributes and tag in LISTS:
                closed = self.listed(self.table.attributes[frame.element].get("listed", ""), closed, children)
            children.extend(closed)

    def listed(self, listed: str, closed: Children, children: list[Node | Part | Lines]) -> Children:
        """What a list became, put into the list before where it is a part of that, or counts on from it.

        Args:
            listed: What the list is a part of, "" for nothing.
            closed: What it became.
            children: What stands before it; without what it is put into.
        """
        if len(closed) != 1 or not isinstance(part := closed[0], List) or not (listed or part.start > 1):
            return closed
        from boilerstrip.render.listed import goes_on, joined, place_of  # few pages have such lists

        before = children[-1] if children else None
        name, depth = place_of(listed) or ("", 0)
        whole, of, least = self.parted.get(id(before), (before, "", 0))
        together = None
        if isinstance(whole, List) and of == name and depth >= least and (name or goes_on(whole, part)):
            together = joined(whole, part, depth - least)
        if together is not None:
            children.pop()
        else:
            together, least = part, depth
        if name:
            self.parted[id(together)] = (together, name, least)
        return [together]

    def _settled(self, children: list[Node | Part | Lines]) -> Children:
        return settled(self.table, children) if self.has_code else cast("Children", children)


def resolver_of(page: Page, style: Style) -> Resolver:
    """What gives the safe addresses of a page, which remembers those that any form of it asked for."""
    resolve: Resolver | None = page.notes.get(("resolver", style.clean_urls))
    if resolve is None:
        resolve = resolver(page.base_url)
        if style.clean_urls:
            from boilerstrip.render.tracking import cleaning

            resolve = cleaning(resolve)
        keep_resolver(page, style, resolve)
    return resolve


def keep_resolver(page: Page, style: Style, resolve: Resolver) -> None:
    """What gives the addresses of a page in this style from now on; nothing of it is rendered yet."""
    page.notes["resolver", style.clean_urls] = resolve


def _can_be_bold(inline: Inline) -> bool:
    return not any(isinstance(piece, Mark) and piece.kind in ("b", "img") for piece in inline)
