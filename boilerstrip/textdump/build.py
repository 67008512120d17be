"""Pieces -> block table: the elements that the same text would have in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable
from boilerstrip.textdump.inline import may_hold_marks, read_inline, words_of
from boilerstrip.textdump.marks import Kind
from boilerstrip.textdump.pieces import Piece
from boilerstrip.vocabulary import TAG_MASKS

__all__ = ["Builder"]

_DEEPER: Final = 2
"""Blanks by which an item is set in further than the one it belongs to."""
_MOST_LISTS: Final = 8
"""Lists inside each other."""


class _List(NamedTuple):
    """An open list."""

    element: int
    item: int
    indent: int
    next_number: int  # of a numbered one, else -1


class Builder:
    """Puts pieces one by one into a block table.

    Attributes:
        piece: The piece that each block comes from.
    """

    def __init__(self, markdown: bool) -> None:
        self.table = BlockTable([], [], [], [], [], [], [], [], [], [], [], [])
        self.piece: list[int] = []
        self._index = 0
        self._markdown = markdown
        self._lists: list[_List] = []
        self._group = (-1, -1)  # the open quotation or table: kind and element
        self._element("body", -1)

    def add_paragraphs(self, texts: Sequence[str], start: int, end: int) -> None:
        """Pieces `start` to `end` come next, all of them paragraphs."""
        if start == end:
            return
        if self._group[1] >= 0:
            self._close_group()
        if self._lists:
            self._close_lists(0)
        table, n, run = self.table, end - start, texts[start:end]
        element = len(table.tag)
        self._elements("p", 0, n)
        table.element.extend(range(element, element + n))
        self._texts(run)
        self.piece += range(start, end)

    def _texts(self, run: Sequence[str]) -> None:
        """The words of blocks that come next, none of them code."""
        table = self.table
        block = len(table.text)
        table.text.extend(run)
        table.inline.extend(zip(run))
        table.n_link_chars.extend([0] * len(run))
        if self._markdown:
            for i, text in enumerate(run, block):
                if may_hold_marks(text):
                    inline = table.inline[i] = read_inline(text)
                    if len(inline) != 1 or inline[0] is not text:
                        table.text[i], table.n_link_chars[i] = words_of(inline)
            run = table.text[block:]
        table.n_chars.extend([len(text) - text.count(" ") for text in run])

    def add(self, index: int, piece: Piece) -> None:
        """A piece that comes next, with its index."""
        self._index = index
        kind = piece.kind
        if kind != self._group[0]:
            self._close_group()
        if kind in (Kind.ITEM, Kind.NUMBER):
            self._item(piece)
            return
        if self._lists:
            if kind in (Kind.PLAIN, Kind.CODE) and piece.indent > self._lists[-1].indent:
                self._block("p" if kind == Kind.PLAIN else "pre", self._lists[-1].item, piece)
                return
            self._close_lists(0)
        if kind in (Kind.QUOTE, Kind.ROW):
            self._grouped(piece)
        else:
            self._block("p" if kind == Kind.PLAIN else "pre" if kind == Kind.CODE else f"h{kind}", 0, piece)

    def add_items(self, texts: Sequence[str], start: int, end: int) -> None:
        """Pieces `start` to `end` come next, items that are set in as the one before, without numbers."""
        if start == end:
            return
        self._close_item()
        table, n, last = self.table, end - start, self._lists[-1]
        element = len(table.tag)
        self._elements("li", last.element, n)
        table.element.extend(range(element, element + n))
        self._texts(texts[start:end])
        self.piece += range(start, end)
        self._lists[-1] = last._replace(item=element + n - 1)

    def finish(self) -> BlockTable:
        """The table, all that is open closed."""
        self._close_group()
        self._close_lists(0)
        self.table.end_block[0] = self.table.n_blocks
        return self.table

    def _grouped(self, piece: Piece) -> None:
        if self._group[0] != piece.kind:
            tag = "blockquote" if piece.kind == Kind.QUOTE else "table"
            self._group = (piece.kind, self._element(tag, 0))
        if piece.kind == Kind.QUOTE:
            if piece.text:
                self._block("p", self._group[1], piece)
            return
        is_header = len(self.table.tag) == self._group[1] + 1
        row = self._element("tr", self._group[1])
        tag = "th" if is_header else "td"
        for cell in piece.cells:
            if cell:
                self._block(tag, row, piece._replace(text=cell))
            else:
                empty = self._element(tag, row)
                self.table.end_block[empty] = self.table.n_blocks
        self.table.end_block[row] = self.table.n_blocks

    def _item(self, piece: Piece) -> None:
        number = int(piece.value) if piece.kind == Kind.NUMBER else -1
        lists = self._lists
        while lists and piece.indent < lists[-1].indent:
            self._close_lists(len(lists) - 1)
        if (lists and piece.indent < lists[-1].indent + _DEEPER) or len(lists) >= _MOST_LISTS:
            last = lists[-1]
            if last.next_number == number or (number < 0 and last.next_number < 0):
                self._close_item()
                self._start_item(last.element, piece, number)
                return
            self._close_lists(len(lists) - 1)
        around = lists[-1].item if lists else 0
        element = self._element("ol" if number >= 0 else "ul", around)
        if number not in (-1, 1):
            self.table.attributes[element] = {"start": str(number)}
        lists.append(_List(element, -1, piece.indent, -1))
        self._start_item(element, piece, number)

    def _start_item(self, element: int, piece: Piece, number: int) -> None:
        item = self._element("li", element)
        self._lists[-1] = self._lists[-1]._replace(item=item, next_number=number + 1 if number >= 0 else -1)
        self._text(item, piece)

    def _close_item(self) -> None:
        self.table.end_block[self._lists[-1].item] = self.table.n_blocks

    def _close_lists(self, n_left: int) -> None:
        while len(self._lists) > n_left:
            self._close_item()
            self.table.end_block[self._lists.pop().element] = self.table.n_blocks

    def _close_group(self) -> None:
        if self._group[1] >= 0:
            self.table.end_block[self._group[1]] = self.table.n_blocks
            self._group = (-1, -1)

    def _element(self, tag: str, parent: int) -> int:
        """Open an element; whoever opens it sets where it ends."""
        table = self.table
        mask = TAG_MASKS.get(tag, 0)
        table.tag.append(tag)
        table.parent.append(parent)
        table.label.append("")
        table.mask.append(mask)
        table.around.append(mask | table.around[parent] if parent >= 0 else mask)
        table.first_block.append(len(table.text))
        table.end_block.append(0)
        return len(table.tag) - 1

    def _elements(self, tag: str, parent: int, n: int) -> None:
        """Elements side by side, each of which is a block."""
        table, mask, block = self.table, TAG_MASKS.get(tag, 0), len(self.table.text)
        table.tag.extend([tag] * n)
        table.parent.extend([parent] * n)
        table.label.extend([""] * n)
        table.mask.extend([mask] * n)
        table.around.extend([table.around[parent] | mask] * n)
        table.first_block.extend(range(block, block + n))
        table.end_block.extend(range(block + 1, block + n + 1))

    def _block(self, tag: str, parent: int, piece: Piece) -> None:
        """A block that is an element by itself."""
        element = self._element(tag, parent)
        if piece.kind == Kind.CODE and piece.value:
            self.table.attributes[element] = {"lang": piece.value}
        self._text(element, piece)
        self.table.end_block[element] = len(self.table.text)

    def _text(self, element: int, piece: Piece) -> None:
        table, text = self.table, piece.text
        table.element.append(element)
        self.piece.append(self._index)
        if piece.kind != Kind.CODE:
            self._texts((text,))
            return
        table.text.append(text)
        table.inline.append((text,))
        table.n_chars.append(len("".join(text.split())))
        table.n_link_chars.append(0)
