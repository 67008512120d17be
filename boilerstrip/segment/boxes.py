"""Elements that a renderer is told of where they begin: code, boxes of lines, captions."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable
from boilerstrip.elements import code_language
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.code import NO_CODE, has_margin, is_numbering, read_code
from boilerstrip.segment.content import Content
from boilerstrip.segment.signs import Signs
from boilerstrip.segment.targets import Read
from boilerstrip.shapes.code import language_of_figure

__all__ = ["SETTLED", "Boxes"]

SETTLED: Final = frozenset({"pre", "#lines", "#typed", "#verse"})
"""Shapes of boxes of which it is seen where they begin whether they have them."""
_NOT_TYPED: Final = (*NO_CODE, "a", "h1", "h4", "table", "form", "nav", "section", "article")
"""Tags that are in no code pasted from an editor, but may be in a box that is only set like it."""

_LANGUAGE_LEVELS: Final = 3
"""How far above a `<pre>` highlighters put the language's name, in elements."""
_TABLE_LEVELS: Final = 8
"""The same where elements of a table are among them, which are not counted."""
_OF_TABLES: Final = frozenset({"td", "tr", "tbody", "table"})


class Boxes(Content):
    """Reads code and lines of verse into a block table.

    Attributes:
        otherwise: Elements that were read in another way than their tag says.
        markers: Elements that may mark a note or be one.
        captions: Indices of the elements that are captions by their class.
        tabs: Of those that are lists of the labels of tabs, by their role or class.
        items: Those that may be items of a list.
        signs: Why inline elements may be unseen.
        verse: The box of lines of verse that was opened last.
    """

    def __init__(self, table: BlockTable) -> None:
        super().__init__(table)
        self.otherwise: dict[etree._Element, Read] = {}
        self.markers: list[etree._Element] = []
        self.captions: list[int] = []
        self.tabs: list[int] = []
        self.items: list[int] = []
        self.signs = Signs()
        self.verse: etree._Element | None = None

    def settle(self, node: etree._Element, index: int, container: int, rendered: dict[str, str]) -> bool:
        """Look whether a box that may be of lines is code or verse; True for code, the name of whose file is
        read as a block before it.

        Args:
            node: The element, which is not open yet.
            index: Its place in the table.
            container: The block-level element that it stands in.
            rendered: What renderers need of it; the table gets that without the shape if it has not.
        """
        from boilerstrip.segment import lined  # few pages have such boxes

        shape, is_free = rendered["as"], not self.n_preformatted
        if shape == "#verse" and is_free and lined.holds_verse(node, self.signs):
            self.verse = node
        is_code = shape == "pre" or (shape == "#lines" and is_free and lined.holds_code(node))
        is_code = is_code or (
            shape == "#typed" and is_free and next(node.iterdescendants(*_NOT_TYPED), None) is None
        )
        if is_code and is_free and (name := lined.name_of_code(node)):
            self.add(name)
            self.flush(container)
        noted = {**rendered, "as": "pre"} if is_code else {k: v for k, v in rendered.items() if k != "as"}
        if noted:
            self.table.attributes[index] = noted
        return is_code

    def read_code(self, index: int, node: etree._Element, name: str, *, is_block: bool) -> bool:
        """Keep the name of the language of an element with code, and what may mark a note. True if the code
        was read, too: where it is more than text, see `segment.code`."""
        if node is self.verse:
            from boilerstrip.segment.lined import read_verse

            read_verse(self, node, index)
            return True
        if name in MARKER_TAGS:
            self.markers.append(node)
            return False
        if not self.n_preformatted:  # inline code: no renderer names its language
            return name == "code" and bool(len(node)) and self._listing(index, node)
        if name == "pre" and self.n_preformatted == 1 and is_numbering(node):
            return True
        language = _language_of(self.table, index, node)
        rendered = self.table.attributes.get(index)
        # Only the outermost: each element is looked through once.
        is_read = is_block and self.n_preformatted == 1 and (rendered is not None or has_margin(node))
        if is_read:
            language = _language_inside(node) or language
            if code := read_code(node):
                self.add(code)
        if language:
            self.table.attributes[index] = {**(rendered or {}), "lang": language}
        return is_read

    def _listing(self, index: int, node: etree._Element) -> bool:
        """Read an inline `<code>` that is all of its paragraph and has several lines; False for any other."""
        if self.pieces or len(self.marks) != 1 or next(node.iterdescendants("br"), None) is None:
            return False
        from boilerstrip.segment.listing import is_alone, listing  # few pages have such code

        if not is_alone(node) or not (code := listing(node)):
            return False
        mark = self.marks.pop()
        self.n_preformatted += 1
        self.add(code)
        self.flush(index)
        self.n_preformatted -= 1
        self.marks.append(mark)
        language = _language_of(self.table, index, node)
        self.table.attributes[index] = {"as": "pre", "lang": language} if language else {"as": "pre"}
        return True


def _language_of(table: BlockTable, index: int, node: etree._Element) -> str:
    """The language of an element with code, "" where neither it nor what is around it says one.

    Args:
        table: The page's, as far as it is read.
        index: The element's place in it.
        node: The element.
    """
    above, parent, n_levels, figure = list[str](), table.parent[index], 0, ""
    while parent >= 0 and n_levels < _LANGUAGE_LEVELS and len(above) < _TABLE_LEVELS:
        above.append(table.label[parent])
        n_levels += table.tag[parent] not in _OF_TABLES
        if table.tag[parent] == "figure":
            figure = table.label[parent]
        parent = table.parent[parent]
    return code_language(dict(node.items()), above) or language_of_figure(figure)


def _language_inside(node: etree._Element) -> str:
    """The language that an element inside names, "" where none does."""
    for inner in node.iterdescendants("pre", "code"):
        if language := code_language(dict(inner.items()), []):
            return language
    return ""
