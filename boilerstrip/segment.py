"""Tree -> block table: one walk over the elements, iterative, read-only, linear in page size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.elements import (
    Tag,
    describe,
    is_box,
    is_shadow_root,
    is_spaced,
    look_up,
    n_link_chars,
    rendered_attributes,
    text_length,
)
from boilerstrip.images import image_source
from boilerstrip.vocabulary import MARK_TAGS, PREFORMATTED_TAGS

__all__ = ["segment"]

_BR: Final = Mark("br")
_PLAIN: Final = {kind: Mark(kind) for kind in MARK_TAGS.values()}
_CLOSING: Final = {kind: Mark("/" + kind) for kind in MARK_TAGS.values()}
_TOUCHING: Final = 8
"""Pieces back from an inline element in which the text that it touches is looked for."""
_LANGUAGE_LEVELS: Final = 3
"""How far above a `<pre>` highlighters put the language's name, in elements."""
_BLOCK: Final = "block"
"""The kind of mark of a block-level element, where an inline one has its own or None."""


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


class _Walk:
    """One walk over a page, filling a block table."""

    def __init__(self, *, noscript: bool) -> None:
        self.reads_noscript = noscript
        self.table = BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript)
        self.pieces: list[str | Mark] = []  # of the block being read; empty until it has content
        self.marks: list[Mark] = []  # inline elements open around the place being read
        self.container = -1  # innermost open block-level element
        self.n_preformatted = 0  # open elements that keep white space
        self.blanks: list[str] = []  # white space before the first content of preformatted text
        self.n_closed = 0  # pieces there were when an inline element last closed
        self.n_noscript_chars = 0  # in skipped <noscript> elements, at most
        self.images: set[str] = set()  # addresses of those seen
        self.spare_image = ""  # address of the last one that stood in a skipped <noscript>

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:  # noqa: C901, PLR0912, PLR0915
        """Walk all roots; one long function, since a call for each element costs half the parse."""
        table = self.table
        texts, tags, parents, labels = table.text, table.tag, table.parent, table.label
        masks, arounds, firsts, ends = table.mask, table.around, table.first_block, table.end_block
        children: Iterator[etree._Element] = iter(roots)
        stack: list[tuple[Iterator[etree._Element], etree._Element, int, str | None, int]] = []
        parent = -1  # innermost open element
        while True:
            for node in children:
                tag = node.tag
                if not isinstance(tag, str):  # a comment, an instruction, an entity: only its tail counts
                    if stack and (tail := node.tail):
                        self._add(tail)
                    continue
                known = look_up(tag)
                name, is_block, mask, kind, keeps_space, _, is_rendered, is_special = known
                if is_special and self._skip(node, name, parent):
                    if stack and (tail := node.tail):
                        self._add(tail)
                    continue
                # Open the element.
                index = len(tags)
                container = self.container
                if is_block:
                    if self.pieces or self.blanks:
                        self._flush()
                    label, words = describe(node, name)
                    mask |= words
                    labels.append(label)
                    self.container = index
                    kind = _BLOCK
                    if keeps_space:
                        self.n_preformatted += 1
                else:
                    labels.append("")  # inline elements bound no block: their words tell about none
                    if self.n_closed and self.n_closed == len(self.pieces):
                        self._separate(node, name)
                    if kind is not None:
                        kind = self._mark(node, kind)
                tags.append(name)
                parents.append(parent)
                masks.append(mask)
                arounds.append(mask | arounds[parent] if parent >= 0 else mask)
                firsts.append(len(texts))
                ends.append(0)
                if is_rendered:
                    self._remember(index, node, known)
                if text := node.text:
                    self._add(text)
                if len(node):
                    stack.append((children, node, index, kind, container))
                    children = iter(node)
                    parent = index
                    break
                self._close(index, kind, container)
                if stack and (tail := node.tail):  # a root's tail is not the page's
                    self._add(tail)
            else:
                if not stack:
                    self._flush()
                    return table
                children, node, index, kind, container = stack.pop()
                parent = parents[index]
                self._close(index, kind, container)
                if stack and (tail := node.tail):
                    self._add(tail)

    def _close(self, index: int, kind: str | None, container: int) -> None:
        """End an element: its kind of mark (`_BLOCK` for a block-level one), the container around it."""
        table = self.table
        if kind is _BLOCK:
            if self.pieces or self.blanks:
                self._flush()
            table.end_block[index] = len(table.text)
            self.container = container
            if self.n_preformatted and table.tag[index] in PREFORMATTED_TAGS:
                self.n_preformatted -= 1
        else:
            if kind is not None:
                self.marks.pop()
                if self.pieces:
                    self.pieces.append(_CLOSING[kind])
            self.n_closed = len(self.pieces)
            table.end_block[index] = len(table.text) + bool(self.pieces)

    def _separate(self, node: etree._Element, tag: str) -> None:
        """Put a blank between two inline elements that touch where CSS would hold them apart.

        `<a>Home</a><a>About</a>` and `<span class="year">2026</span><span class="length">1h 54m</span>`
        are words apart for a reader. Left alone are single letters (drop caps, animated
        headlines), unclassed spans (word processors cut words with them) and scripts without spaces.
        """
        if self.n_preformatted or not is_box(node, tag):
            return
        before = next((p for p in self.pieces[: -_TOUCHING - 1 : -1] if isinstance(p, str)), "")
        after = node.text or next(node.itertext(), "")
        if len(before) > 1 and len(after) > 1 and is_spaced(before[-1]) and is_spaced(after[0]):
            self.pieces.append(" ")

    def _mark(self, node: etree._Element, kind: str) -> str | None:
        """Open an inline element; its kind of mark, None where it gets none."""
        if kind == "a":
            href = node.get("href")
            if not href:
                return None
            mark = Mark("a", href)
        elif kind == "code" and self.n_preformatted:
            return None
        else:
            mark = _PLAIN[kind]
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return kind

    def _add(self, text: str) -> None:
        if self.pieces:
            self.pieces.append(text)
        elif not text.isspace():
            self.pieces = [*self.marks, *self.blanks, text]
        elif self.n_preformatted:
            self.blanks.append(text)

    def _skip(self, node: etree._Element, name: str, parent: int) -> bool:
        """A special element: a line break, an image, or nothing that shows; False if it is read."""
        if name == "br":
            self._break()
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
        table, here = self.table, len(self.table.text)
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
            self.pieces = [*self.marks, mark]

    def _break(self) -> None:
        """A `<br>`: one is a line break, two in a row end the paragraph."""
        pieces = self.pieces
        if self.n_preformatted:
            self._add("\n")
            return
        while pieces:
            last = pieces[-1]
            if last is _BR:
                pieces.pop()
                self._flush()
                return
            if not isinstance(last, str) or not last.isspace():
                pieces.append(_BR)
                return
            pieces.pop()

    def _flush(self) -> None:
        """End the block being read."""
        pieces, self.pieces = self.pieces, []
        self.n_closed, self.blanks = 0, []
        if len(pieces) == 1:
            raw = pieces[0] if isinstance(pieces[0], str) else ""
        else:
            # Exact types: `Mark` is a tuple, pieces are plain strings, and this is the hottest line.
            raw = "".join([p if type(p) is str else " " if p is _BR else "" for p in pieces])
        text = " ".join(raw.split())
        if not text and not any(isinstance(p, Mark) and p.kind == "img" for p in pieces):
            return
        if self.marks:
            pieces.extend([_CLOSING[mark.kind] for mark in reversed(self.marks)])
        table = self.table
        table.text.append(raw.strip("\n") if self.n_preformatted and text else text)
        table.inline.append(tuple(pieces))
        table.element.append(self.container)
        n_chars = len(text) - text.count(" ")
        table.n_chars.append(n_chars)
        table.n_link_chars.append(n_link_chars(pieces, n_chars) if len(pieces) > 1 else 0)

    def _remember(self, index: int, node: etree._Element, known: Tag) -> None:
        """Keep the few attributes of an element that a renderer needs."""
        above = self.table.ancestors(self.table.parent[index])[:_LANGUAGE_LEVELS] if known.is_code else []
        if kept := rendered_attributes(node, known, [self.table.label[element] for element in above]):
            self.table.attributes[index] = kept
