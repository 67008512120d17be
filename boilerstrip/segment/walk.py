"""The walk: elements one after the other, blocks where they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from lxml import etree

from boilerstrip.attributes import SHOWN
from boilerstrip.block import TALK_BIT, BlockTable, Mark
from boilerstrip.collector import leave_out
from boilerstrip.compiled import compiled
from boilerstrip.segment.boxes import SETTLED
from boilerstrip.segment.formulas import find_formulas
from boilerstrip.segment.notes import mark_notes
from boilerstrip.segment.remarks import SPOKEN_BITS, inline_attributes, is_spoken
from boilerstrip.segment.signs import spelled
from boilerstrip.segment.special import DATED_TAGS, Special
from boilerstrip.segment.targets import Read, Tree, headed

__all__ = ["segment"]

COMPILED: Final = compiled("segment._walk")
"""Reads trees as `_Walk` does, where it is built."""
_PREFORMATTED: Final = Mark("/pre")
"""Stands for what closes an element that keeps white space."""
_END: Final = etree.Comment()
"""Comes after the last element, to close all that is open."""
_columns_of: Final = attrgetter(*(set(BlockTable.__slots__) - {"from_noscript", "left_out"}))
"""The columns of a block table: numbers, texts, and tuples, lists and dicts of them."""


def segment(roots: Iterable[etree._Element], seen: list[object] | None = None) -> BlockTable:
    """Cut a page into blocks.

    Content of `<noscript>` is left out, unless it holds more text than the rest of the page:
    then the page is one that shows little without it, and it is read as a browser without
    scripting does.

    Args:
        roots: The page's root elements in document order; not changed.
        seen: What the walk saw of the first one that `metadata.collect` looks at is added, where it is
            compiled. Of no use once the tree has changed.

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
    if walk.captions:
        from boilerstrip.segment.captions import note_figures

        note_figures(walk.table, walk.captions)
    tree = Tree(roots, walk.otherwise)
    if headed(walk.table, is_telling=True):
        from boilerstrip.segment.titled import forget_titles

        forget_titles(walk.table, tree)
    if walk.tabs:
        from boilerstrip.segment.tabs import note_tabs

        note_tabs(walk.table, tree, walk.tabs)
    mark_notes(walk.table, tree, walk.linking, walk.markers)
    leave_out(*_columns_of(walk.table))
    if seen is not None and walk.seen is not None:
        seen.append(walk.seen)
    return walk.table


class _Walk(Special):
    """One walk over a page, filling a block table."""

    seen: object = None  # what the compiled walk notes

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:
        """Walk all roots."""
        fast = COMPILED if COMPILED and COMPILED.reads(roots) else None
        if not (fast and fast.read(self, roots, are_formulas_known=False)):
            if fast:
                self.__init__(noscript=self.reads_noscript)  # type: ignore[misc]  # as it was before
            self.formulas = find_formulas(roots)
            for tag in {node.tag for node in self.formulas}:
                self.rows[tag] = (*self.rows[tag][:-1], True)
            if fast:
                fast.read(self, roots, are_formulas_known=True)
            else:
                for root in roots:
                    self._read(root)
        self.flush(-1)
        if self.items:
            from boilerstrip.segment.items import note_items

            note_items(self.table, self.items)
        self.write(roots)
        return self.table

    def _read(self, root: etree._Element) -> None:  # noqa: C901, PLR0912, PLR0915
        """Walk one root; one long function, so that what is open is at hand in local variables.

        lxml iterates over all elements three times as fast as over the children of each. It does not
        say where an element ends, but the parent of the next one does.
        """
        table, rows, descriptions = self.table, self.rows, self.descriptions
        pieces, marks, blanks, add = self.pieces, self.marks, self.blanks, self.add
        blocks, tags, parents, labels = table.inline, table.tag, table.parent, table.label
        masks, arounds, firsts, ends = table.mask, table.around, table.first_block, table.end_block
        details, spoken, signs = table.details, SPOKEN_BITS, self.signs
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
            is_passed = is_special and self.skip(node, name, parent, container)
            if is_special and self.is_inline:
                self.is_inline = is_block = False
                mask = 0
            elif not (is_passed or is_block or kind == "a") and signs[(*node.items(),)]:
                is_passed = self.pass_over(node, name, parent)
            if is_passed:
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
                            shape = rendered.get("as")
                            if shape in SETTLED:
                                if self.settle(node, index, container, rendered):
                                    is_noted = keeps_space = True
                                is_noted = is_noted or self.verse is node
                            else:
                                table.attributes[index] = rendered
                            if "task" in rendered:
                                self.note_task(index, parent, rendered["task"])
                            elif shape == "#caption":
                                self.captions.append(index)
                            elif shape == "#tabs":
                                self.tabs.append(index)
                            elif shape == "#item":
                                self.items.append(index)
                    if purposes:
                        table.purposes[index] = purposes
                        if "itemtype" in purposes and is_spoken(purposes["itemtype"]):
                            around |= TALK_BIT
                            table.spoken.append(index)
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
                if name not in DATED_TAGS:
                    if self.read_code(index, node, name, is_block=is_block):
                        self.otherwise[node] = Read(is_listed=True, is_walked=False)
                        for _ in node.iterdescendants() if len(node) else ():
                            next(nodes)
                        continue
                elif name == "time" or node.get("title"):
                    details[index] = inline_attributes(node)
            if text := node.text:
                add(text if text[0] != "[" else spelled(node, text))
