"""What stands in blocks: text, inline marks and images of the block being read."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.elements import END_LINK, is_box, is_spaced, n_link_chars
from boilerstrip.images import image_source
from boilerstrip.vocabulary import MARK_TAGS

__all__ = ["Content"]

_BR: Final = Mark("br")
_PLAIN: Final = {kind: Mark(kind) for kind in MARK_TAGS.values()}
_CLOSING: Final = {kind: Mark("/" + kind) for kind in MARK_TAGS.values()} | {"a": END_LINK}
_TOUCHING: Final = 8
"""Pieces back from an inline element in which the text that it touches is looked for."""


class Content:
    """Reads the content of blocks into a block table, one block after the other.

    Attributes:
        table: The table.
        pieces: Of the block being read; empty until it has content.
        marks: Inline elements open around the place being read.
        n_preformatted: Open elements that keep white space.
        blanks: White space before the first content of preformatted text.
        n_closed: Pieces there were when an inline element last closed.
        linking: Links that name a place on a page, by block and address.
    """

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self.pieces: list[str | Mark] = []
        self.marks: list[Mark] = []
        self.n_preformatted = 0
        self.blanks: list[str] = []
        self.n_closed = 0
        self.linking: list[tuple[int, str]] = []
        self._images: set[str] = set()  # addresses of those seen
        self._spare_source = ""  # address of the last one that stood in a skipped <noscript>
        self._linked: set[int] = set()  # blocks that may have text in links
        self._kept_space: list[int] = []  # blocks that keep white space

    def add(self, text: str) -> None:
        """Text that comes next."""
        if self.pieces:
            self.pieces.append(text)
        elif not text.isspace():
            self.pieces += [*self.marks, *self.blanks, text]
        elif self.n_preformatted:
            self.blanks.append(text)

    def separate(self, node: etree._Element, tag: str) -> None:
        """Put a blank between two inline elements that touch where CSS would hold them apart.

        `<a>Home</a><a>About</a>` and `<span class="year">2026</span><span class="length">1h 54m</span>`
        are words apart for a reader. Left alone are single letters (drop caps, animated
        headlines), unclassed spans (word processors cut words with them) and scripts without spaces.
        """
        before = next((p for p in self.pieces[: -_TOUCHING - 1 : -1] if type(p) is str), "")
        if self.n_preformatted or len(before) < 2 or not is_spaced(before[-1]) or not is_box(node, tag):
            return
        after = node.text or next(node.itertext(), "")
        if len(after) > 1 and is_spaced(after[0]):
            self.pieces.append(" ")

    def mark(self, node: etree._Element, kind: str) -> Mark | None:
        """Open an inline element; what closes it, None where it gets no mark."""
        if kind == "a":
            href = node.get("href")
            if not href:
                return None
            self._linked.add(len(self.table.inline))
            if "#" in href:
                self.linking.append((len(self.table.inline), href))
            mark = tuple.__new__(Mark, ("a", href, ""))  # half the time of Mark("a", href)
        elif kind == "code" and self.n_preformatted:
            return None
        else:
            mark = _PLAIN[kind]
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return _CLOSING[kind]

    def spare_image(self, node: etree._Element) -> None:
        """An image in `<noscript>`: lazy loaders keep there a copy of the one before or after it."""
        source = image_source(node)
        if source is not None and source not in self._images:
            self.image(node)
            self._spare_source = source

    def image(self, node: etree._Element) -> None:
        """An `<img>`, unless it shows nothing."""
        source = image_source(node)
        if source is None:
            return
        if source == self._spare_source:
            self._spare_source = ""
            return
        self._images.add(source)
        mark = Mark("img", source, " ".join(node.get("alt", "").split()))
        if self.pieces:
            self.pieces.append(mark)
        else:
            self.pieces += [*self.marks, mark]

    def break_line(self, container: int) -> None:
        """A `<br>`: one is a line break, two in a row end the paragraph."""
        pieces = self.pieces
        if self.n_preformatted:
            self.add("\n")
            return
        while pieces:
            last = pieces[-1]
            if last is _BR:
                pieces.pop()
                self.flush(container)
                return
            if not isinstance(last, str) or not last.isspace():
                pieces.append(_BR)
                return
            pieces.pop()

    def flush(self, container: int) -> None:
        """End the block being read, which lies in that block-level element."""
        pieces = self.pieces
        self.n_closed = 0
        self.blanks.clear()
        if not pieces:
            return
        blocks = self.table.inline
        if self.n_preformatted:
            self._kept_space.append(len(blocks))
        if self.marks:
            pieces.extend([_CLOSING[mark.kind] for mark in reversed(self.marks)])
            self._linked.add(len(blocks) + 1)  # the block after this one begins with the same marks
        blocks.append(tuple(pieces))
        self.table.element.append(container)
        pieces.clear()

    def write(self) -> None:
        """The columns that follow from the blocks' content."""
        table = self.table
        blocks = table.inline
        raws = [_raw(pieces) for pieces in blocks]
        table.text.extend(map(" ".join, map(str.split, raws)))
        table.n_chars.extend([len(text) - text.count(" ") for text in table.text])
        table.n_link_chars.extend([0] * len(blocks))
        for block in self._linked:
            if block < len(blocks) and (n_chars := table.n_chars[block]):
                table.n_link_chars[block] = n_link_chars(blocks[block], n_chars)
        for block in self._kept_space:
            if table.text[block]:
                table.text[block] = raws[block].strip("\n")


def _raw(pieces: Inline) -> str:
    if len(pieces) == 1:
        return pieces[0] if isinstance(pieces[0], str) else ""
    # Exact types: `Mark` is a tuple, pieces are plain strings, and this is the hottest line.
    return "".join([p if type(p) is str else " " if p is _BR else "" for p in pieces])
