"""Tree -> block table: one walk over the elements, iterative, read-only, linear in page size."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

from lxml import etree

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.elements import (
    END_LINK,
    Descriptions,
    Tag,
    code_language,
    is_box,
    is_shadow_root,
    is_spaced,
    look_up,
    n_link_chars,
    text_length,
)
from boilerstrip.images import image_source
from boilerstrip.vocabulary import MARK_TAGS

__all__ = ["segment"]

_BR: Final = Mark("br")
_PLAIN: Final = {kind: Mark(kind) for kind in MARK_TAGS.values()}
_CLOSING: Final = {kind: Mark("/" + kind) for kind in MARK_TAGS.values()}
_CLOSING["a"] = END_LINK
_TOUCHING: Final = 8
"""Pieces back from an inline element in which the text that it touches is looked for."""
_LANGUAGE_LEVELS: Final = 3
"""How far above a `<pre>` highlighters put the language's name, in elements."""
_PREFORMATTED: Final = Mark("/pre")
"""Stands for what closes an element that keeps white space."""
_NO_ELEMENT: Final = Tag("", False, 0, None, False, False, is_special=True)
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


def _raw(pieces: Inline) -> str:
    if len(pieces) == 1:
        return pieces[0] if isinstance(pieces[0], str) else ""
    # Exact types: `Mark` is a tuple, pieces are plain strings, and this is the hottest line.
    return "".join([p if type(p) is str else " " if p is _BR else "" for p in pieces])


class _Rows(dict[object, _Row]):
    """What is known of each tag of a page, asked once."""

    def __missing__(self, tag: object) -> _Row:
        # Plain tuples, which unpack three times as fast as named ones. The tag of a comment, an
        # instruction or an entity is no string: only what follows it counts.
        self[tag] = row = (*(look_up(tag) if isinstance(tag, str) else _NO_ELEMENT),)
        return row


class _Walk:
    """One walk over a page, filling a block table."""

    def __init__(self, *, noscript: bool) -> None:
        self.reads_noscript = noscript
        self.table = BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript)
        self.rows = _Rows()
        self.descriptions = Descriptions()
        self.pieces: list[str | Mark] = []  # of the block being read; empty until it has content
        self.marks: list[Mark] = []  # inline elements open around the place being read
        self.n_preformatted = 0  # open elements that keep white space
        self.blanks: list[str] = []  # white space before the first content of preformatted text
        self.n_closed = 0  # pieces there were when an inline element last closed
        self.n_noscript_chars = 0  # in skipped <noscript> elements, at most
        self.images: set[str] = set()  # addresses of those seen
        self.spare_image = ""  # address of the last one that stood in a skipped <noscript>
        self.linked: set[int] = set()  # blocks that may have text in links
        self.kept_space: list[int] = []  # blocks that keep white space

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:
        """Walk all roots."""
        for root in roots:
            self._read(root)
        self._flush(-1)
        self._write()
        return self.table

    def _read(self, root: etree._Element) -> None:  # noqa: C901, PLR0912, PLR0915
        """Walk one root; one long function, since a call for each element costs a tenth of the parse.

        lxml iterates over all elements three times as fast as over the children of each. It does not
        say where an element ends, but the parent of the next one does.
        """
        table, rows, descriptions = self.table, self.rows, self.descriptions
        pieces, marks, blanks = self.pieces, self.marks, self.blanks
        blocks, tags, parents, labels = table.inline, table.tag, table.parent, table.label
        masks, arounds, firsts, ends = table.mask, table.around, table.first_block, table.end_block
        # The innermost open element: itself, its index, that of the innermost block-level one, the bits
        # of all together, what closes it. The same of those around it, outermost first.
        above: etree._Element | None = None
        parent, container, around, closing = -1, -1, 0, None
        outer: list[tuple[etree._Element | None, int, int, int, Mark | None]] = []
        nodes = root.iter()
        for node in chain(nodes, (_END,)):
            up = node.getparent()
            while up is not above and outer:
                # Close an element.
                if parent == container:
                    if pieces or blanks:
                        self._flush(container)
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
                    if pieces:
                        pieces.append(text)
                    elif not text.isspace():
                        pieces += [*marks, *blanks, text]
                    elif self.n_preformatted:
                        blanks.append(text)
            name, is_block, mask, kind, keeps_space, is_code, is_special = rows[node.tag]
            if is_special and self._skip(node, name, parent, container):
                for _ in node.iterdescendants() if len(node) else ():
                    next(nodes)
                if outer and (text := node.tail):
                    self._add(text)
                continue
            # Open an element.
            index = len(tags)
            label, ending = "", None
            if is_block:
                if pieces or blanks:
                    self._flush(container)
                if attributes := node.items():
                    label, words, rendered = descriptions[(name, *attributes)]
                    mask |= words
                    if rendered:
                        table.attributes[index] = rendered
                if keeps_space:
                    self.n_preformatted += 1
                    ending = _PREFORMATTED
            else:  # inline elements bound no block: their words tell about none
                if self.n_closed and self.n_closed == len(pieces):
                    self._separate(node, name)
                if kind is not None:
                    ending = self._mark(node, kind)
            outer.append((above, parent, container, around, closing))
            tags.append(name)
            parents.append(parent)
            labels.append(label)
            masks.append(mask)
            around |= mask
            arounds.append(around)
            firsts.append(len(blocks))
            ends.append(0)
            above, parent, closing = node, index, ending
            if is_block:
                container = index
            if is_code:
                self._remember_language(index, node)
            if text := node.text:
                if pieces:
                    pieces.append(text)
                elif not text.isspace():
                    pieces += [*marks, *blanks, text]
                elif self.n_preformatted:
                    blanks.append(text)

    def _separate(self, node: etree._Element, tag: str) -> None:
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

    def _mark(self, node: etree._Element, kind: str) -> Mark | None:
        """Open an inline element; what closes it, None where it gets no mark."""
        if kind == "a":
            href = node.get("href")
            if not href:
                return None
            self.linked.add(len(self.table.inline))
            mark = tuple.__new__(Mark, ("a", href, ""))  # half the time of Mark("a", href)
        elif kind == "code" and self.n_preformatted:
            return None
        else:
            mark = _PLAIN[kind]
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return _CLOSING[kind]

    def _add(self, text: str) -> None:
        if self.pieces:
            self.pieces.append(text)
        elif not text.isspace():
            self.pieces += [*self.marks, *self.blanks, text]
        elif self.n_preformatted:
            self.blanks.append(text)

    def _skip(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """A special element: a line break, an image, or nothing that shows; False if it is read."""
        if name == "br":
            self._break(container)
        elif name == "img":
            self._image(node)
        elif name == "noscript":
            if self.reads_noscript:
                return False
            self.n_noscript_chars += text_length(node)
            for image in node.iter("{*}img"):
                self._spare_image(image)
        elif name == "template":
            if is_shadow_root(node, name):
                return False
            self._list_template(parent)
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

    def _spare_image(self, node: etree._Element) -> None:
        """An image in `<noscript>`: lazy loaders keep there a copy of the one before or after it."""
        source = image_source(node)
        if source is not None and source not in self.images:
            self._image(node)
            self.spare_image = source

    def _image(self, node: etree._Element) -> None:
        source = image_source(node)
        if source is None:
            return
        if source == self.spare_image:
            self.spare_image = ""
            return
        self.images.add(source)
        mark = Mark("img", source, " ".join(node.get("alt", "").split()))
        if self.pieces:
            self.pieces.append(mark)
        else:
            self.pieces += [*self.marks, mark]

    def _break(self, container: int) -> None:
        """A `<br>`: one is a line break, two in a row end the paragraph."""
        pieces = self.pieces
        if self.n_preformatted:
            self._add("\n")
            return
        while pieces:
            last = pieces[-1]
            if last is _BR:
                pieces.pop()
                self._flush(container)
                return
            if not isinstance(last, str) or not last.isspace():
                pieces.append(_BR)
                return
            pieces.pop()

    def _flush(self, container: int) -> None:
        """End the block being read, which lies in that block-level element."""
        pieces = self.pieces
        self.n_closed = 0
        self.blanks.clear()
        if not pieces:
            return
        blocks = self.table.inline
        if self.n_preformatted:
            self.kept_space.append(len(blocks))
        if self.marks:
            for mark in reversed(self.marks):
                pieces.append(_CLOSING[mark.kind])
            self.linked.add(len(blocks) + 1)
        blocks.append(tuple(pieces))
        self.table.element.append(container)
        pieces.clear()

    def _write(self) -> None:
        """The columns that follow from the blocks' content."""
        table = self.table
        blocks = table.inline
        raws = [_raw(pieces) for pieces in blocks]
        table.text.extend(map(" ".join, map(str.split, raws)))
        table.n_chars.extend([len(text) - text.count(" ") for text in table.text])
        table.n_link_chars.extend([0] * len(blocks))
        for block in self.linked:
            if block < len(blocks) and (n_chars := table.n_chars[block]):
                table.n_link_chars[block] = n_link_chars(blocks[block], n_chars)
        for block in self.kept_space:
            if table.text[block]:
                table.text[block] = raws[block].strip("\n")

    def _remember_language(self, index: int, node: etree._Element) -> None:
        """Keep the name of the language of a `<pre>` or `<code>`."""
        parents, labels = self.table.parent, self.table.label
        above, parent = [], parents[index]
        while parent >= 0 and len(above) < _LANGUAGE_LEVELS:
            above.append(labels[parent])
            parent = parents[parent]
        if language := code_language(dict(node.items()), above):
            self.table.attributes[index] = {"lang": language}
