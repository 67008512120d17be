"""Elements that are not simply read: what shows something of its own, what is left out, and code."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from boilerstrip.block import BlockTable
from boilerstrip.elements import (
    EMBED_TAGS,
    Descriptions,
    Tag,
    is_shadow_root,
    look_up,
    text_length,
)
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.boxes import Boxes
from boilerstrip.segment.content import TOUCHING
from boilerstrip.segment.figured import set_apart
from boilerstrip.segment.formulas import Formulas
from boilerstrip.segment.remarks import REMARKS, SPOKEN_BITS, remark
from boilerstrip.segment.signs import HOSTS, ICON_TAGS, may_be_inline
from boilerstrip.segment.targets import Read
from boilerstrip.segment.unread import UNREAD, holds_page, leave_out
from boilerstrip.vocabulary import BLOCK_TAGS

__all__ = ["DATED_TAGS", "EMPTY_TAGS", "GISTS", "Special"]

_MOST_AROUND: Final = 4
"""Inline elements around one behind which words are looked for."""
_NO_ELEMENT: Final = Tag("", False, 0, None, False, False, is_special=True)
EMPTY_TAGS: Final = frozenset({"embed", "source", "track", "bgsound"})
"""Empty elements of which libxml2 does not know that they are: it puts into them what follows."""
DATED_TAGS: Final = frozenset({"time", "abbr", "span"})
"""Tags whose attributes may give a date for machines, all but `<time>` in a title."""
GISTS: Final = "gist.github.com"
"""Where scripts come from that show something: files of code."""
_Row = tuple[Any, ...]


class _Rows(dict[object, _Row]):
    """What is known of each tag of a page, asked once."""

    def __missing__(self, tag: object) -> _Row:
        # Plain tuples, which unpack three times as fast as named ones. The tag of a comment, an
        # instruction or an entity is no string: only what follows it counts.
        known = look_up(tag) if isinstance(tag, str) else _NO_ELEMENT
        if known.name in DATED_TAGS or known.name in MARKER_TAGS:
            known = known._replace(is_code=True)
        if may_be_inline(known.name) and known.name not in MARKER_TAGS:
            known = known._replace(is_special=True)
        self[tag] = row = (*known,)
        return row


class Special(Boxes):
    """Reads the special elements of a page into a block table.

    Attributes:
        reads_noscript: Whether `<noscript>` is read as any element.
        n_noscript_chars: Characters in those that were skipped, at most.
        rows: What is known of each tag.
        descriptions: What is known of each element by its attributes.
        formulas: The elements that are formulas, as `find_formulas` gives them.
        is_inline: Whether the element that was not skipped last bounds no block where it stands.
    """

    def __init__(self, *, noscript: bool) -> None:
        super().__init__(BlockTable([], [], [], [], [], [], [], [], [], [], [], [], from_noscript=noscript))
        self.reads_noscript = noscript
        self.n_noscript_chars = 0
        self.rows = _Rows()
        self.descriptions = Descriptions()
        self.formulas: Formulas = {}
        self.is_inline = False

    def skip(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """A special element: a line break, an image, or nothing that shows; False if it is read."""
        if node in self.formulas:
            self._formula(node, name, parent, container)
        elif name == "br":
            self.break_line(container)
        elif name == "input":
            self.check(node, container)
        elif name == "img" or name in REMARKS:
            if name == "img":
                n_before = len(self.pieces)
                self.image(node)
                set_apart(self, n_before, parent, container)
            if parent >= 0 and self.table.around[parent] & SPOKEN_BITS:
                remark(self.table.details, parent, node, name)
        elif name == "noscript":
            if self.reads_noscript:
                return False
            n_before = len(self.pieces)
            self._skip_noscript(node)
            set_apart(self, n_before, parent, container)
        elif name == "template":
            if is_shadow_root(node, name):
                return False
            self._list(name, parent)
        else:
            return self._skip_other(node, name, parent, container)
        return True

    def pass_over(self, node: etree._Element, name: str, parent: int) -> bool:
        """An inline element whose words are none of its line; False if it is read."""
        if self.n_preformatted or not (node.text or len(node)):
            return False
        from boilerstrip.segment.unseen import is_unseen

        if is_passed := is_unseen(node, self.signs, self.pieces):
            self._leave(node, name, parent)
        return is_passed

    def _leave(self, node: etree._Element, name: str, parent: int) -> None:
        """List an element of which nothing is read."""
        self.otherwise[node] = Read(is_listed=True, is_walked=False)
        self._list(name, parent)

    def skip_inline(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """An element that bounds a block unless it is a part of a sentence; True if nothing of it is read."""
        if name in ICON_TAGS and self._is_icon(node):
            self._leave(node, name, parent)
            return True
        if self.n_preformatted or container < 0 or self.table.tag[container] not in HOSTS:
            return False
        before, after = self._before(), self._after(node, parent, container)
        if not (before or after):
            return False
        from boilerstrip.segment.inline import Place, place_of

        place = place_of(node, name, before, after)
        if place is Place.IN_LINE and not self.pass_over(node, name, parent):
            self.is_inline = True
            return False
        if place is Place.UNSEEN:
            self._leave(node, name, parent)
        return place is not Place.ALONE

    def _is_icon(self, node: etree._Element) -> bool:
        from boilerstrip.segment.unseen import is_icon

        return is_icon(node)

    def _before(self) -> str:
        """The last words of the block being read."""
        texts = [piece for piece in self.pieces[-TOUCHING:] if type(piece) is str]
        return "".join(texts).strip()

    def _after(self, node: etree._Element, parent: int, container: int) -> str:
        """The first words behind an element and the inline elements that it ends."""
        after = (node.tail or "").strip()
        inner: etree._Element | None = node
        for _ in range(_MOST_AROUND):
            if after or parent == container or inner is None or inner.getnext() is not None:
                break
            inner, parent = inner.getparent(), self.table.parent[parent]
            after = (inner.tail or "").strip() if inner is not None else ""
        return after

    def _skip_noscript(self, node: etree._Element) -> None:
        """A `<noscript>`, of which only copies of lazy images and players show."""
        self.n_noscript_chars += text_length(node)
        for image in node.iter("{*}img"):
            self.spare_image(image)
        for frame in node.iter("{*}iframe"):
            self.embed(frame, "iframe")

    def _skip_other(self, node: etree._Element, name: str, parent: int, container: int) -> bool:
        """An element that may show something from elsewhere; custom ones are read beside that."""
        if name == "head" and holds_page(node):
            self.otherwise[node] = Read(is_listed=True, is_walked=True)
            return False
        if not name or not look_up(name).is_special:  # a comment; an element of a formula's tag
            is_asked = may_be_inline(name) and name not in MARKER_TAGS
            return self.skip_inline(node, name, parent, container) if is_asked else not name
        if name in UNREAD and name not in EMBED_TAGS and not leave_out(node, name, self.table.left_out):
            self.otherwise[node] = Read(is_listed=True, is_walked=True)
            return False
        if name == "script":
            if GISTS in (node.get("src") or ""):
                self.embed(node, name)
            return True
        if "-" not in name:
            return self._skip_standard(node, name)
        self.flush(container)  # they bound blocks, as all custom elements do
        if name == "amp-img":
            self.image(node)
        else:
            self.embed(node, name)
        self.otherwise[node] = Read(is_listed=True, is_walked=True)
        return False

    def _skip_standard(self, node: etree._Element, name: str) -> bool:
        """An element of HTML whose content does not show, but where it is what follows one that is empty."""
        if name in EMBED_TAGS:
            self.embed(node, name)
            if name in UNREAD:
                leave_out(node, name, self.table.left_out)
        if name in EMPTY_TAGS and self._holds_what_follows(node):
            self.otherwise[node] = Read(is_listed=True, is_walked=True)
            return False
        if name == "source":
            for image in node.iter("{*}img"):
                self.image(image)
        return True

    def _holds_what_follows(self, node: etree._Element) -> bool:
        """Whether there are words in an element that is empty; asked of the outermost of several alone."""
        above = node.getparent()
        is_inner = above is not None and above.tag in EMPTY_TAGS and above in self.otherwise
        return is_inner or any(text and not text.isspace() for text in node.itertext())

    def _formula(self, node: etree._Element, name: str, parent: int, container: int) -> None:
        """An element that is a formula, or shows once more one that is read elsewhere."""
        formula, is_block = self.formulas[node], name in BLOCK_TAGS
        self.otherwise[node] = Read(is_listed=name != "script", is_walked=False)
        if is_block:
            self.flush(container)
        label, mask, *_ = self.descriptions[(name, *node.items())] if is_block else ("", 0)
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
