"""The walk: elements one after the other, blocks where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from lxml import etree

from boilerstrip.block import TALK_BIT, BlockTable, Mark
from boilerstrip.elements import (
    Descriptions,
    Tag,
    code_language,
    is_shadow_root,
    look_up,
    text_length,
)
from boilerstrip.segment.content import Content
from boilerstrip.segment.remarks import REMARKS, SPOKEN_BITS, inline_attributes, is_spoken, remark
from boilerstrip.segment.unread import UNREAD, leave_out

__all__ = ["segment"]

_LANGUAGE_LEVELS: Final = 3
"""How far above a `<pre>` highlighters put the language's name, in elements."""
_PREFORMATTED: Final = Mark("/pre")
"""Stands for what closes an element that keeps white space."""
_NO_ELEMENT: Final = Tag("", False, 0, None, False, False, is_special=True)
_DATED_TAGS: Final = frozenset({"time", "abbr", "span"})
"""Tags whose attributes may give a date for machines, all but `<time>` in a title."""
_END: Final = etree.Comment()
"""Comes after the last element, to close all that is open."""
_Row = tuple[Any, ...]


def segment(roots: Iterable[etree._Element]) -> BlockTable:
    """Cut a page into blocks.

    Content of `<noscript>` is left out, unless it holds more text than the rest of the page:
    then the page is one that shows little without it, and it is read as a browser without
    scripting does.

    Args:
        roots: The page's root elements in document order; not changed.

    Returns:
        The block table; empty where nothing is visible.
    """
    roots = tuple(roots)
    walk = _Walk(noscript=False)
    table = walk.run(roots)
    n_chars = sum(table.n_chars)
    if walk.n_noscript_chars > n_chars:
        shown = _Walk(noscript=True).run(roots)
        if sum(shown.n_chars) > 2 * n_chars:  # the style sheets and scripts in there are not shown
            return shown
    return table


class _Rows(dict[object, _Row]):
    """What is known of each tag of a page, asked once."""

    def __missing__(self, tag: object) -> _Row:
        # Plain tuples, which unpack three times as fast as named ones. The tag of a comment, an
        # instruction or an entity is no string: only what follows it counts.
        known = look_up(tag) if isinstance(tag, str) else _NO_ELEMENT
        if known.name in _DATED_TAGS:
            known = known._replace(is_code=True)
        self[tag] = row = (*known,)
        return row


class _Walk(Content):
    """One walk over a page, filling a block table."""

    def __init__(self, *, noscript: bool) -> None:
        super().__init__(BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript))
        self.reads_noscript = noscript
        self.n_noscript_chars = 0  # in skipped <noscript> elements, at most
        self._rows = _Rows()
        self._descriptions = Descriptions()

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:
        """Walk all roots."""
        for root in roots:
            self._read(root)
        self.flush(-1)
        self.write()
        return self.table

    def _read(self, root: etree._Element) -> None:  # noqa: C901, PLR0912, PLR0915
        """Walk one root; one long function, so that what is open is at hand in local variables.

        lxml iterates over all elements three times as fast as over the children of each. It does not
        say where an element ends, but the parent of the next one does.
        """
        table, rows, descriptions = self.table, self._rows, self._descriptions
        pieces, marks, blanks, add = self.pieces, self.marks, self.blanks, self.add
        blocks, tags, parents, labels = table.inline, table.tag, table.parent, table.label
        masks, arounds, firsts, ends = table.mask, table.around, table.first_block, table.end_block
        details, spoken = table.details, SPOKEN_BITS
        # The innermost open element: itself, its index, that of the innermost block-level one, the bits
        # of all together, what closes it. The same of those around it, outermost first.
        above: Any = None
        parent, container, around, closing = -1, -1, 0, None
        outer: list[tuple[Any, int, int, int, Mark | None]] = []
        nodes = root.iter()
        for node in chain(nodes, (_END,)):
            up = node.getparent()
            while up is not above and outer:
                # Close an element.
                if parent == container:
                    if pieces or blanks:
                        self.flush(container)
                    ends[parent] = len(blocks)
                    if closing is not None:
                        self.n_preformatted -= 1
                else:
                    if closing is not None:
                        marks.pop()
                        if pieces:
                            pieces.append(closing)
                    self.n_closed = len(pieces)
                    ends[parent] = len(blocks) + bool(pieces)
                text = above.tail
                above, parent, container, around, closing = outer.pop()
                if text and outer:  # a root's tail is not the page's
                    add(text)
            name, is_block, mask, kind, keeps_space, is_noted, is_special = rows[node.tag]
            if is_special and self._skip(node, name, parent, container):
                for _ in node.iterdescendants() if len(node) else ():
                    next(nodes)
                if outer and (text := node.tail):
                    add(text)
                continue
            # Open an element.
            outer.append((above, parent, container, around, closing))
            index = len(tags)
            label, ending = "", None
            if is_block:
                if pieces or blanks:
                    self.flush(container)
                if attributes := node.items():
                    label, words, rendered, purposes = descriptions[(name, *attributes)]
                    mask |= words
                    if rendered:
                        table.attributes[index] = rendered
                    if purposes:
                        table.purposes[index] = purposes
                        if "itemtype" in purposes and is_spoken(purposes["itemtype"]):
                            around |= TALK_BIT
                if keeps_space:
                    self.n_preformatted += 1
                    ending = _PREFORMATTED
            else:  # inline elements bound no block: their words tell about none
                if self.n_closed and self.n_closed == len(pieces):
                    self.separate(node, name)
                if kind is not None:
                    ending = self.mark(node, kind)
            tags.append(name)
            parents.append(parent)
            labels.append(label)
            masks.append(mask)
            around |= mask
            arounds.append(around)
            if around & spoken:
                if not is_block:
                    if attributes := inline_attributes(node):
                        details[index] = attributes
                elif attributes:
                    details[index] = attributes
            firsts.append(len(blocks))
            ends.append(0)
            above, parent, closing = node, index, ending
            if is_block:
                container = index
            if is_noted:
                if name not in _DATED_TAGS:
                    self._remember_language(index, node)
                elif name == "time" or node.get("title"):
                    details[index] = inline_attributes(node)
            if text := node.text:
                add(text)

    def _skip(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """A special element: a line break, an image, or nothing that shows; False if it is read."""
        if name == "br":
            self.break_line(container)
        elif name == "img":
            self.image(node)
            if parent >= 0 and self.table.around[parent] & SPOKEN_BITS:
                remark(self.table.details, parent, node, name)
        elif name in REMARKS:
            if parent >= 0 and self.table.around[parent] & SPOKEN_BITS:
                remark(self.table.details, parent, node, name)
        elif name == "noscript":
            if self.reads_noscript:
                return False
            self.n_noscript_chars += text_length(node)
            for image in node.iter("{*}img"):
                self.spare_image(image)
        elif name == "template":
            if is_shadow_root(node, name):
                return False
            self._list_template(parent)
        elif name in UNREAD:
            return leave_out(node, name, self.table.left_out)
        return True

    def _list_template(self, parent: int) -> None:
        """List an element that holds no block, so that XPaths count it."""
        table, here = self.table, len(self.table.inline)
        around = table.around[parent] if parent >= 0 else 0
        for column, value in (
            (table.tag, "template"),
            (table.parent, parent),
            (table.label, ""),
            (table.mask, 0),
            (table.around, around),
            (table.first_block, here),
            (table.end_block, here),
        ):
            column.append(value)  # type: ignore[arg-type]  # each pair agrees

    def _remember_language(self, index: int, node: etree._Element) -> None:
        """Keep the name of the language of a `<pre>` or `<code>`."""
        parents, labels = self.table.parent, self.table.label
        above, parent = list[str](), parents[index]
        while parent >= 0 and len(above) < _LANGUAGE_LEVELS:
            above.append(labels[parent])
            parent = parents[parent]
        if language := code_language(dict(node.items()), above):
            self.table.attributes[index] = {"lang": language}
