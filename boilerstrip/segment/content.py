"""What stands in blocks: text, inline marks and images of the block being read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.elements import END_LINK, is_spaced
from boilerstrip.images import image_kind, image_source, is_placeholder, is_sign
from boilerstrip.segment.apart import is_apart
from boilerstrip.segment.columns import measured, raw
from boilerstrip.segment.embeds import embed_source, find_embed, shows_alone
from boilerstrip.segment.pictured import pictured_formula
from boilerstrip.segment.signs import PROTECTED, PROTECTING, UNSEEN_CHARS
from boilerstrip.segment.tex import ALONE, Formula, marked, settled
from boilerstrip.shapes import task_state
from boilerstrip.shapes.marks import MARK_TAGS

__all__ = ["BREAK", "CLOSING", "FORM_NAMES", "PLAIN", "TICKING_NAMES", "TOUCHING", "Content"]

BREAK: Final = Mark("br")
_ATTRIBUTION: Final = Mark("i", "line")
_DASHES: Final = frozenset("-~\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}")
PLAIN: Final = {kind: Mark(kind) for kind in MARK_TAGS.values()}
CLOSING: Final = {kind: Mark("/" + kind) for kind in MARK_TAGS.values()} | {"a": END_LINK}
_ITEM_LEVELS: Final = 4
"""How far above its checkbox a list item is looked for, in elements."""
FORM_NAMES: Final = ("id", "name", "value")
"""Attributes by which scripts and servers find a checkbox."""
TICKING_NAMES: Final = ("checked", "disabled")
"""Attributes of a checkbox that is not waiting to be ticked."""
TOUCHING: Final = 8
"""Pieces back from an inline element in which the text that it touches is looked for."""


class Content:
    """Reads the content of blocks into a block table, one block after the other.

    Attributes:
        table: The table.
        pieces: Of the block being read; empty until it has content.
        marks: Inline elements open around the place being read.
        n_preformatted: Open elements that keep white space.
        blanks: What is not seen before the first content: characters without width, and white space that
            is kept.
        n_closed: Pieces there were when an inline element last closed.
        linking: Links that name a place on a page, by block and address.
        linked: Blocks that may have text in links.
        kept_space: Blocks that keep white space.
        images: Addresses of the images and embeds seen.
        spare_source: Address of the last image that stood in a skipped `<noscript>`.
    """

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self.pieces: list[str | Mark] = []
        self.marks: list[Mark] = []
        self.n_preformatted = 0
        self.blanks: list[str] = []
        self.n_closed = 0
        self.linking: list[tuple[int, str]] = []
        self.images: set[str] = set()
        self.spare_source = ""
        self.linked: set[int] = set()
        self.kept_space: list[int] = []
        self._last_formula = ""  # TeX of the last one, while no block ends after it
        self._alone: list[int] = []  # blocks with formulas that are displays where they stand alone

    def add(self, text: str) -> None:
        """Text that comes next."""
        if self.pieces:
            self.pieces.append(text)
        elif "!" <= text < "\x7f":  # begins with what is seen, as most do
            self.pieces += [*self.marks, *self.blanks, text]
        elif text.isspace():
            if self.n_preformatted:
                self.blanks.append(text)
        elif self.n_preformatted or text.strip(UNSEEN_CHARS):
            self.pieces += [*self.marks, *self.blanks, text]
        else:
            self.blanks.append(text)

    def separate(self, node: etree._Element, tag: str) -> None:
        """Put a blank between two inline elements that touch where CSS would hold them apart.

        `<a>Home</a><a>About</a>` and `<span class="year">2026</span><span class="length">1h 54m</span>`
        are words apart for a reader.
        """
        before = next((p for p in self.pieces[: -TOUCHING - 1 : -1] if type(p) is str), "")
        if self.n_preformatted or len(before) < 2 or before[-1].isspace():
            return
        after = node.text or next(node.itertext(), "")
        is_code = not is_spaced(before[-1]) and any(mark.kind == "code" for mark in self.marks)
        if after and not is_code and is_apart(node, tag, before, after):
            self.pieces.append(" ")

    def mark(self, node: etree._Element, kind: str) -> Mark | None:
        """Open an inline element; what closes it, None where it gets no mark."""
        if kind == "a":
            href = node.get("href")
            if href and PROTECTED in href:
                from boilerstrip.segment.mails import target_of

                href = target_of(href, node.get(PROTECTING, ""))
            if not href:
                return None
            self.linked.add(len(self.table.inline))
            if "#" in href:
                self.linking.append((len(self.table.inline), href))
            mark = tuple.__new__(Mark, ("a", href, ""))  # half the time of Mark("a", href)
        elif kind == "code" and self.n_preformatted:
            return None
        elif kind == "cite":  # with a class it is a person's name or a whole reference, as on wikis
            kind = "i"
            if _is_attribution(node):
                mark = _ATTRIBUTION
            elif node.get("class"):
                return None
            else:
                mark = PLAIN[kind]
        else:
            mark = PLAIN[kind]
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return CLOSING[kind]

    def formula(self, formula: Formula) -> None:
        """A formula that comes next."""
        if not self.pieces:
            self.pieces += self.marks
        elif self._ends_in_formula():
            self.pieces.append(" ")
        self.pieces += marked(formula)
        self._last_formula = formula.tex
        if formula.mode == ALONE:
            self._alone.append(len(self.table.inline))

    def check(self, node: etree._Element, container: int) -> None:
        """An `<input>`: a checkbox may make the item that it stands in a task.

        One with a name that may be ticked and is not waits for a reader: it belongs to a form or to a
        recipe's ingredients.
        """
        if node.get("type") != "checkbox" or self.pieces:
            return
        is_form = any(node.get(name) is not None for name in FORM_NAMES)
        if not is_form or any(node.get(name) is not None for name in TICKING_NAMES):
            self.note_task(-1, container, task_state(node.get("checked") is not None))

    def note_task(self, element: int, parent: int, state: str) -> None:
        """A checkbox before the first words of a list item, in the item or a little deeper, makes it a task.

        Args:
            element: The checkbox, if it is a block-level element; the item itself may be one.
            parent: What the box stands in.
            state: As `shapes.task_state` gives it.
        """
        table, here = self.table, len(self.table.inline)
        item = element if element >= 0 and table.tag[element : element + 1] == ["li"] else parent
        for _ in range(_ITEM_LEVELS):
            if item < 0 or table.first_block[item] != here:
                return
            if table.tag[item] == "li":
                table.attributes[item] = {**table.attributes.get(item, {}), "task": state}
                return
            item = table.parent[item]

    def spare_image(self, node: etree._Element) -> None:
        """An image in `<noscript>`: lazy loaders keep there a copy of the one before or after it."""
        source = image_source(node)
        if source is not None and source not in self.images:
            self.image(node)
            self.spare_source = source

    def image(self, node: etree._Element, attributes: dict[str, str] | None = None) -> None:
        """An `<img>`, unless it shows nothing; its attributes where the caller has read them."""
        if attributes is None:
            attributes = dict(node.items())
        source = image_source(node, attributes)
        if source is None:
            return
        if source == self.spare_source:
            self.spare_source = ""
            return
        self.images.add(source)
        if formula := pictured_formula(source, attributes):
            if formula.tex != self._last_formula or not self._ends_in_formula():
                self.formula(formula)
            return
        kind = image_kind(source, attributes)
        alt = " ".join((attributes.get("alt") or attributes.get("title") or "").split())
        if kind is None:
            self._show(Mark("img", source, alt))
        elif kind == "emoji":
            self._show(Mark("emoji", "", alt if is_sign(alt) else ""))
        else:  # there as long as nobody asks where: what models are told of a page does not change with it
            self._show(Mark("img"))

    def embed(self, node: etree._Element, tag: str) -> None:
        """An element that shows what is elsewhere: a player, a map, a post."""
        found = embed_source(node, tag)
        if found is not None and found.address not in self.images:
            self.images.add(found.address)
            self._show(Mark("embed", *found))

    def shown(self, node: etree._Element, address: str) -> None:
        """What a block-level element shows by an attribute: an embed, or the one image of a figure."""
        if found := find_embed(address):
            if found.address not in self.images:
                self.images.add(found.address)
                self._show(Mark("embed", *found))
        elif shows_alone(node) and not is_placeholder(address):
            label = node.get("aria-label") or node.get("title") or ""
            self._show(Mark("img", address, " ".join(label.split())))

    def _show(self, mark: Mark) -> None:
        if self.pieces:
            self.pieces.append(mark)
        else:
            self.pieces += [*self.marks, mark]

    def _ends_in_formula(self) -> bool:
        """Whether nothing comes after the last formula of the block."""
        for piece in reversed(self.pieces):
            if type(piece) is not str or not piece.isspace():
                return type(piece) is Mark and piece.kind == "/math"
        return False

    def break_line(self, container: int) -> None:
        """A `<br>`: one is a line break, two in a row end the paragraph."""
        pieces = self.pieces
        if self.n_preformatted:
            self.add("\n")
            return
        while pieces:
            last = pieces[-1]
            if last is BREAK:
                pieces.pop()
                self.flush(container)
                return
            if not isinstance(last, str) or not last.isspace():
                pieces.append(BREAK)
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
            self.kept_space.append(len(blocks))
        if self.marks:
            pieces.extend([CLOSING[mark.kind] for mark in reversed(self.marks)])
            self.linked.add(len(blocks) + 1)  # the block after this one begins with the same marks
        blocks.append(tuple(pieces))
        self.table.element.append(container)
        pieces.clear()

    def write(self, roots: Sequence[etree._Element]) -> None:
        """The columns that follow from the blocks' content, once all roots are read."""
        table = self.table
        blocks = table.inline
        for block in self._alone:
            blocks[block] = settled(blocks[block], table.tag[table.element[block]])
        columns = measured(blocks, self.kept_space, self.linked, roots)
        table.text.extend(columns.text)
        table.n_chars.extend(columns.n_chars)
        table.n_link_chars.extend(columns.n_link_chars)
        for block in self.kept_space:
            if table.text[block]:
                table.text[block] = raw(blocks[block]).strip("\n")


def _is_attribution(node: etree._Element) -> bool:
    """Whether a `<cite>` comes first or last in a quotation, or in a box in it: who is quoted."""
    inner = node.getparent()
    if inner is None:
        return False
    around = inner.getparent() if inner.tag == "div" else inner
    if around is None or around.tag != "blockquote":
        return False
    if inner is not around and node.getprevious() is None and _is_dash(inner.text):
        return False  # its box is a line of its own
    is_first = node.getprevious() is None and not (inner.text or "").strip()
    return is_first or (node.getnext() is None and not (node.tail or "").strip())


def _is_dash(text: str | None) -> bool:
    return text is not None and text.strip() in _DASHES
