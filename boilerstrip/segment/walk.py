"""The walk: elements one after the other, blocks where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from lxml import etree

from boilerstrip.block import TALK_BIT, BlockTable, Mark
from boilerstrip.elements import (
    EMBED_TAGS,
    SHOWN,
    Descriptions,
    Tag,
    code_language,
    is_shadow_root,
    look_up,
    text_length,
)
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.code import has_margin, language_inside, read_code
from boilerstrip.segment.content import Content
from boilerstrip.segment.formulas import Formulas, find_formulas
from boilerstrip.segment.notes import mark_notes
from boilerstrip.segment.remarks import REMARKS, SPOKEN_BITS, inline_attributes, is_spoken, remark
from boilerstrip.segment.targets import Read, Tree
from boilerstrip.segment.unread import UNREAD, leave_out
from boilerstrip.vocabulary import BLOCK_TAGS

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
        shown = _Walk(noscript=True)
        # The style sheets and scripts in there are not shown.
        if sum(shown.run(roots).n_chars) > 2 * n_chars:
            walk = shown
    mark_notes(walk.table, Tree(roots, walk.otherwise), walk.linking, walk.markers)
    return walk.table


class _Rows(dict[object, _Row]):
    """What is known of each tag of a page, asked once."""

    def __missing__(self, tag: object) -> _Row:
        # Plain tuples, which unpack three times as fast as named ones. The tag of a comment, an
        # instruction or an entity is no string: only what follows it counts.
        known = look_up(tag) if isinstance(tag, str) else _NO_ELEMENT
        if known.name in _DATED_TAGS or known.name in MARKER_TAGS:
            known = known._replace(is_code=True)
        self[tag] = row = (*known,)
        return row


class _Walk(Content):
    """One walk over a page, filling a block table."""

    def __init__(self, *, noscript: bool) -> None:
        super().__init__(BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript))
        self.reads_noscript = noscript
        self.otherwise: dict[etree._Element, Read] = {}  # elements read in another way than their tag says
        self.n_noscript_chars = 0  # in skipped <noscript> elements, at most
        self.markers: list[etree._Element] = []  # elements that may mark a note or be one
        self._rows = _Rows()
        self._descriptions = Descriptions()
        self._formulas: Formulas = {}

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:
        """Walk all roots."""
        self._formulas = find_formulas(roots)
        for tag in {node.tag for node in self._formulas}:
            self._rows[tag] = (*self._rows[tag][:-1], True)
        for root in roots:
            self._read(root)
        self.flush(-1)
        self.write(roots)
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
                        if SHOWN in rendered:
                            self.shown(node, rendered[SHOWN])
                        else:
                            table.attributes[index] = rendered
                            if "task" in rendered:
                                self.note_task(index, parent, rendered["task"])
                            elif rendered.get("as") == "pre":
                                is_noted = keeps_space = True
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
                    if self._read_code(index, node, name, is_block=is_block):
                        self.otherwise[node] = Read(is_listed=True, is_walked=False)
                        for _ in node.iterdescendants() if len(node) else ():
                            next(nodes)
                        continue
                elif name == "time" or node.get("title"):
                    details[index] = inline_attributes(node)
            if text := node.text:
                add(text)

    def _skip(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """A special element: a line break, an image, or nothing that shows; False if it is read."""
        if node in self._formulas:
            self._formula(node, name, parent, container)
        elif name == "br":
            self.break_line(container)
        elif name == "input":
            self.check(node, container)
        elif name == "img" or name in REMARKS:
            if name == "img":
                self.image(node)
            if parent >= 0 and self.table.around[parent] & SPOKEN_BITS:
                remark(self.table.details, parent, node, name)
        elif name == "noscript":
            if self.reads_noscript:
                return False
            self._skip_noscript(node)
        elif name == "template":
            if is_shadow_root(node, name):
                return False
            self._list(name, parent)
        else:
            return self._skip_other(node, name, container)
        return True

    def _skip_noscript(self, node: etree._Element) -> None:
        """A `<noscript>`, of which only copies of lazy images and players show."""
        self.n_noscript_chars += text_length(node)
        for image in node.iter("{*}img"):
            self.spare_image(image)
        for frame in node.iter("{*}iframe"):
            self.embed(frame, "iframe")

    def _skip_other(self, node: etree._Element, name: str, container: int) -> bool:
        """An element that may show something from elsewhere; custom ones are read beside that."""
        if not name or not look_up(name).is_special:  # a comment; an element of a formula's tag
            return not name
        if name in UNREAD and name not in EMBED_TAGS and not leave_out(node, name, self.table.left_out):
            self.otherwise[node] = Read(is_listed=True, is_walked=True)
            return False
        if name == "script":
            if "gist.github.com" in (node.get("src") or ""):
                self.embed(node, name)
            return True
        if "-" not in name:
            if name in EMBED_TAGS:
                self.embed(node, name)
                if name in UNREAD:
                    leave_out(node, name, self.table.left_out)
            elif name == "source":  # libxml2 does not know that it is empty, and puts in it what follows
                for image in node.iter("{*}img"):
                    self.image(image)
            return True
        self.flush(container)  # they bound blocks, as all custom elements do
        if name == "amp-img":
            self.image(node)
        else:
            self.embed(node, name)
        self.otherwise[node] = Read(is_listed=True, is_walked=True)
        return False

    def _formula(self, node: etree._Element, name: str, parent: int, container: int) -> None:
        """An element that is a formula, or shows once more one that is read elsewhere."""
        formula, is_block = self._formulas[node], name in BLOCK_TAGS
        self.otherwise[node] = Read(is_listed=name != "script", is_walked=False)
        if is_block:
            self.flush(container)
        label, mask, *_ = self._descriptions[(name, *node.items())] if is_block else ("", 0)
        index = len(self.table.tag)
        if name != "script":
            self._list(name, parent, label, mask)
        if formula:
            self.formula(formula)
        if is_block:
            self.flush(index)
        if name != "script":
            self.table.end_block[index] = len(self.table.inline) + bool(self.pieces)

    def _list(self, name: str, parent: int, label: str = "", mask: int = 0) -> None:
        """List an element that is not walked, so that XPaths count it; no block is in it yet."""
        table, here = self.table, len(self.table.inline)
        mask |= look_up(name).mask
        around = table.around[parent] if parent >= 0 else 0
        for column, value in (
            (table.tag, name),
            (table.parent, parent),
            (table.label, label),
            (table.mask, mask),
            (table.around, around | mask),
            (table.first_block, here),
            (table.end_block, here),
        ):
            column.append(value)  # type: ignore[arg-type]  # each pair agrees

    def _read_code(self, index: int, node: etree._Element, name: str, *, is_block: bool) -> bool:
        """Keep the name of the language of an element with code, and what may mark a note. True if the code
        was read, too: where it is more than text, see `segment.code`."""
        if name in MARKER_TAGS:
            self.markers.append(node)
            return False
        if not self.n_preformatted:  # inline code: no renderer names its language
            return False
        parents, labels = self.table.parent, self.table.label
        above, parent = list[str](), parents[index]
        while parent >= 0 and len(above) < _LANGUAGE_LEVELS:
            above.append(labels[parent])
            parent = parents[parent]
        language = code_language(dict(node.items()), above)
        rendered = self.table.attributes.get(index)
        # Only the outermost: each element is looked through once.
        is_read = is_block and self.n_preformatted == 1 and (rendered is not None or has_margin(node))
        if is_read:
            language = language_inside(node) or language
            if code := read_code(node):
                self.add(code)
        if language:
            self.table.attributes[index] = {**(rendered or {}), "lang": language}
        return is_read
