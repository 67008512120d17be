"""Tree -> block table: one walk over the elements, iterative, read-only, linear in page size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.images import image_source
from boilerstrip.vocabulary import (
    ARIA_ROLES,
    BLOCK_TAGS,
    CATEGORY_BIT,
    MARK_TAGS,
    PREFORMATTED_TAGS,
    SKIPPED_TAGS,
    TAG_CATEGORIES,
    classify,
)

__all__ = ["segment"]

_BR: Final = Mark("br")
_SPECIAL_TAGS: Final = SKIPPED_TAGS | {"br", "img"}
_PLAIN: Final = {kind: Mark(kind) for kind in MARK_TAGS.values()}
_CLOSING: Final = {kind: Mark("/" + kind) for kind in MARK_TAGS.values()}
_DOCUMENT_TAGS: Final = frozenset({"html", "body"})
_HIDDEN: Final = CATEGORY_BIT["hidden"]
_HIDING_RE: Final = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)
_NAMING: Final = ("itemprop", "data-testid", "data-component", "aria-label")
"""Attributes whose words tell an element's purpose as class and id do."""
_BOXES: Final = frozenset({"span", "time", "label", "small", "data"})
"""Inline elements that sites lay out as boxes of their own."""
_FIRST_UNSPACED: Final = "\u0e00"
"""Thai, Lao, Khmer and the East Asian scripts begin here; they write words without blanks."""
_STRUCTURED: Final = {
    "ol": ("start", "reversed"),
    "li": ("value",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
"""Attributes that renderers need, by tag."""
_LANGUAGE_RE: Final = re.compile(
    r"(?:^|\s)(?:language-|lang-|brush:\s?|highlight-source-|highlight-|sourceCode\s)([\w+#.-]{1,40})"
)
_LANGUAGE_LEVELS: Final = 3
"""How far above a `<pre>` highlighters put the language's name, in elements."""

_Frame = tuple[int, "str | None", int]
"""What closing an element needs: its index, its kind of mark ("" for a block-level element, None
for a transparent inline one), and the container to go back to."""


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
    table = _Walk(noscript=False).run(roots)
    inside = sum(_text_length(node) for root in roots for node in root.iter("noscript"))
    if inside > sum(table.n_chars):
        return _Walk(noscript=True).run(roots)
    return table


class _Walk:
    """One walk over a page, filling a block table."""

    def __init__(self, *, noscript: bool) -> None:
        self.skipped = _SPECIAL_TAGS if noscript else _SPECIAL_TAGS | {"noscript"}
        self.table = BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript)
        self.pieces: list[str | Mark] = []  # of the block being read; empty until it has content
        self.marks: list[Mark] = []  # inline elements open around the place being read
        self.parent = -1  # innermost open element
        self.container = -1  # innermost open block-level element
        self.n_preformatted = 0  # open elements that keep white space
        self.n_closed = 0  # pieces there were when an inline element last closed

    def run(self, roots: tuple[etree._Element, ...]) -> BlockTable:
        children: Iterator[etree._Element] = iter(roots)
        stack: list[tuple[Iterator[etree._Element], etree._Element, _Frame]] = []
        is_root = True
        while True:
            for node in children:
                tag = node.tag
                if not isinstance(tag, str):
                    pass  # a comment or an instruction: only its tail is text
                elif tag in self.skipped and not _is_shadow_root(node, tag):
                    self._skip(node, tag)
                else:
                    frame = self._open(node, tag)
                    if text := node.text:
                        self._add(text)
                    if len(node):
                        stack.append((children, node, frame))
                        children = iter(node)
                        is_root = False
                        break
                    self._close(frame)
                if not is_root and (tail := node.tail):
                    self._add(tail)
            else:
                if not stack:
                    self._flush()
                    return self.table
                children, node, frame = stack.pop()
                self._close(frame)
                is_root = not stack
                if not is_root and (tail := node.tail):
                    self._add(tail)

    def _open(self, node: etree._Element, tag: str) -> _Frame:
        table = self.table
        if tag[0] == "{":
            tag = tag[tag.index("}") + 1 :]
        is_block = tag in BLOCK_TAGS or "-" in tag
        if is_block and self.pieces:
            self._flush()
        index = len(table.tag)
        attributes = dict(node.items())
        if not is_block and self.n_closed and self.n_closed == len(self.pieces):
            self._separate(node, tag, attributes)
        label, mask = _describe(tag, attributes) if attributes else ("", TAG_CATEGORIES.get(tag, 0))
        parent = self.parent
        table.tag.append(tag)
        table.parent.append(parent)
        table.label.append(label)
        table.mask.append(mask)
        table.around.append(mask | table.around[parent] if parent >= 0 else mask)
        table.first_block.append(len(table.text))
        table.end_block.append(0)
        frame = (index, "" if is_block else self._mark(tag, attributes), self.container)
        self.parent = index
        if is_block:
            self.container = index
            if tag in PREFORMATTED_TAGS:
                self.n_preformatted += 1
        if tag in _STRUCTURED or tag in ("pre", "code"):
            self._remember(index, tag, attributes)
        return frame

    def _separate(self, node: etree._Element, tag: str, attributes: dict[str, str]) -> None:
        """Put a blank between two inline elements that touch where CSS would hold them apart.

        `<a>Home</a><a>About</a>` and `<span class="year">2026</span><span class="length">1h 54m</span>`
        are words apart for a reader. Left alone are single letters (drop caps, animated
        headlines), unclassed spans (word processors cut words with them) and scripts without spaces.
        """
        if not (tag == "a" or (tag in _BOXES and "class" in attributes)) or self.n_preformatted:
            return
        before = next((p for p in reversed(self.pieces) if isinstance(p, str)), "")
        after = node.text or ""
        if len(before) > 1 and len(after) > 1 and _is_spaced(before[-1]) and _is_spaced(after[0]):
            self.pieces.append(" ")

    def _mark(self, tag: str, attributes: dict[str, str]) -> str | None:
        """Open an inline element; its kind of mark, None where it has none."""
        kind = MARK_TAGS.get(tag)
        if kind is None or (kind == "code" and self.n_preformatted):
            return None
        if kind == "a":
            href = attributes.get("href")
            if not href:
                return None
            mark = Mark("a", href)
        else:
            mark = _PLAIN[kind]
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return kind

    def _close(self, frame: _Frame) -> None:
        index, kind, container = frame
        table = self.table
        if kind == "":
            if self.pieces:
                self._flush()
            table.end_block[index] = len(table.text)
            if table.tag[index] in PREFORMATTED_TAGS:
                self.n_preformatted -= 1
        else:
            if kind is not None:
                self.marks.pop()
                if self.pieces:
                    self.pieces.append(_CLOSING[kind])
            self.n_closed = len(self.pieces)
            table.end_block[index] = len(table.text) + bool(self.pieces)
        self.container = container
        self.parent = table.parent[index]

    def _add(self, text: str) -> None:
        if self.pieces:
            self.pieces.append(text)
        elif self.n_preformatted or not text.isspace():
            self.pieces = [*self.marks, text]

    def _skip(self, node: etree._Element, tag: str) -> None:
        """An element without text of its own: a line break, an image, or nothing that shows."""
        if tag == "br":
            self._break()
        elif tag == "img":
            self._image(node)
        elif tag == "noscript":  # lazy loaders keep the real image there
            for image in node.iter("img"):
                self._image(image)
        elif tag == "template":  # listed, so that XPaths count it
            self._close(self._open(node, tag))

    def _image(self, node: etree._Element) -> None:
        source = image_source(node)
        if source is None:
            return
        if any(isinstance(piece, Mark) and piece.value == source for piece in self.pieces):
            return
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
        raw = "".join([p if isinstance(p, str) else " " if p is _BR else "" for p in pieces])
        text = " ".join(raw.split())
        if not text and not any(isinstance(p, Mark) and p.kind == "img" for p in pieces):
            return
        pieces.extend(_CLOSING[mark.kind] for mark in reversed(self.marks))
        table = self.table
        table.text.append(raw.strip("\n") if self.n_preformatted else text)
        table.inline.append(tuple(pieces))
        table.element.append(self.container)
        table.n_chars.append(len(text) - text.count(" "))
        table.n_link_chars.append(_n_link_chars(pieces) if len(pieces) > 1 else 0)

    def _remember(self, index: int, tag: str, attributes: dict[str, str]) -> None:
        """Keep the few attributes of an element that a renderer needs."""
        kept = {name: attributes[name] for name in _STRUCTURED.get(tag, ()) if name in attributes}
        if tag in ("pre", "code") and (language := self._language(index, attributes)):
            kept["lang"] = language
        if kept:
            self.table.attributes[index] = kept

    def _language(self, index: int, attributes: dict[str, str]) -> str:
        if named := attributes.get("data-lang") or attributes.get("data-language"):
            return named
        for element in self.table.ancestors(index)[:_LANGUAGE_LEVELS]:
            if found := _LANGUAGE_RE.search(self.table.label[element]):
                return found[1]
        return ""


def _describe(tag: str, attributes: dict[str, str]) -> tuple[str, int]:
    """An element's class-and-id label, and its word categories."""
    label = attributes.get("class", "")
    if identity := attributes.get("id"):
        label = f"{label} {identity}" if label else identity
    if tag in _DOCUMENT_TAGS:  # their classes tell about the page, not about its blocks
        return label, 0
    mask = TAG_CATEGORIES.get(tag, 0) | classify(label)
    if len(attributes) == 1 and label:
        return label, mask
    for name in _NAMING:
        if words := attributes.get(name):
            mask |= classify(words)
    if role := attributes.get("role"):
        mask |= ARIA_ROLES.get(role, 0)
    style = attributes.get("style")
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or (style and _HIDING_RE.search(style)):
        mask |= _HIDDEN
    return label, mask


def _is_spaced(character: str) -> bool:
    """A letter or digit of a script that puts blanks between words."""
    return character.isalnum() and character < _FIRST_UNSPACED


def _is_shadow_root(node: etree._Element, tag: str) -> bool:
    """A `<template>` that browsers show: a declarative shadow root."""
    return tag == "template" and (node.get("shadowrootmode") or node.get("shadowroot")) is not None


def _n_link_chars(pieces: Iterable[str | Mark]) -> int:
    """Characters inside links, without white space."""
    n_chars = n_open = 0
    for piece in pieces:
        if isinstance(piece, str):
            if n_open:
                n_chars += len("".join(piece.split()))
        elif piece.kind == "a":
            n_open += 1
        elif piece.kind == "/a":
            n_open -= 1
    return n_chars


def _text_length(node: etree._Element) -> int:
    """Characters of text inside an element, without white space."""
    return sum(len("".join(text.split())) for text in node.itertext())
