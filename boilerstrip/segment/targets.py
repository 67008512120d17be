"""The places of a page that its links can name: which element each is, and what the elements say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.elements import is_shadow_root, look_up
from boilerstrip.segment.labels import PieceLink, links_in
from boilerstrip.vocabulary import HEADING_TAGS, STRUCTURE_SHIFT

__all__ = [
    "COMPILED",
    "Link",
    "Read",
    "Targets",
    "Tree",
    "headed",
    "named_elements",
    "numbered",
    "says",
]

COMPILED: Final = compiled("segment._targets")
"""Finds the elements that have names as `numbered` lists all, and `headed` ones, where it is built."""
_NAMING: Final = (1 << STRUCTURE_SHIFT) - 1
"""Bits of an element's mask: what its names say."""
_NUMBERING: Final = "0123456789.-_() "
"""What may stand before the words of a heading."""
_COMPARED: Final = 3
"""Letters that tell most names from those which are made of a heading."""
_SAYING: Final = frozenset({"class", "id", "name", "role", "epub:type", "rel", "type"})


class Link(NamedTuple):
    """A link to a place on the page.

    `element` and `node` are that of the `<a>`, `block` and `place` say where its words are, `target` is the
    element that it names, -1 where the page has none such.
    """

    element: int
    node: etree._Element
    block: int
    place: PieceLink
    target: int


class Targets:
    """The elements of a page that have a name, and the links to them.

    Attributes:
        last: By element: index of the last one in it.
        links: Every link to a place on the page that shows something, in page order.
        nodes: The elements that have a name or link to one, by index.
    """

    def __init__(self, table: BlockTable, tree: Tree) -> None:
        self.table = table
        self.nodes: dict[int, etree._Element] = {}
        self._named: dict[str, int] = {}
        linking: list[int] = []
        for index, node in named_elements(table, tree):
            name = node.get("id")
            if name:
                self._named.setdefault(name, index)
            if table.tag[index] == "a":
                if (anchor := node.get("name")) and anchor != name:
                    self._named.setdefault(anchor, index)
                    name = anchor
                if "#" in node.get("href", ""):
                    linking.append(index)
                    name = name or "#"
            if name:
                self.nodes[index] = node
        self.last = _last(table.parent)
        self.links = self._links(linking)

    def find(self, href: str) -> int:
        """The element that an address names, -1 for none."""
        name = href[href.find("#") + 1 :]
        if not name:
            return -1
        found = self._named.get(name, -1)
        return found if found >= 0 or "%" not in name else self._named.get(unquote(name), -1)

    def _links(self, linking: list[int]) -> list[Link]:
        """The links with their words: in each block those of the tree and of the table in step."""
        table, links = self.table, list[Link]()
        by_block: dict[int, list[int]] = {}
        for element in linking:
            by_block.setdefault(table.first_block[element], []).append(element)
        for block in sorted(by_block):
            if block >= table.n_blocks:
                continue
            elements = iter(by_block[block])
            for place in links_in(table.inline[block]):
                element = next((e for e in elements if self.nodes[e].get("href") == place.href), -1)
                if element < 0:
                    break
                links.append(Link(element, self.nodes[element], block, place, self.find(place.href)))
        return links


class Read(NamedTuple):
    """How the walk read an element: whether the table lists it, and whether what is in it was walked."""

    is_listed: bool
    is_walked: bool


class Tree(NamedTuple):
    """What a table was made of: the roots, and the elements read in another way than their tag says."""

    roots: tuple[etree._Element, ...]
    otherwise: dict[etree._Element, Read]


_PLAIN: Final = Read(is_listed=True, is_walked=True)
_LEFT_OUT: Final = Read(is_listed=False, is_walked=False)


def named_elements(table: BlockTable, tree: Tree) -> Iterable[tuple[int, etree._Element]]:
    """The elements that the table lists, at least those that have a name or link to one, with their index."""
    if COMPILED and COMPILED.reads(tree.roots):
        found: list[tuple[int, etree._Element]] = COMPILED.named(
            tree.roots, tree.otherwise, table.from_noscript
        )
        return found
    return numbered(table, tree)


def numbered(table: BlockTable, tree: Tree) -> Iterator[tuple[int, etree._Element]]:
    """The elements that the table lists, with their index there."""
    index, plain = -1, set[object]()  # tags of elements that are read simply
    otherwise = tree.otherwise
    for root in tree.roots:
        nodes = root.iter()
        for node in nodes:
            tag = node.tag
            if tag in plain and node not in otherwise:
                index += 1
                yield index, node
                continue
            read = otherwise.get(node) or _read(table, node)
            if isinstance(tag, str) and not look_up(tag).is_special:
                plain.add(tag)
            if read.is_listed:
                index += 1
                yield index, node
            if not read.is_walked:
                for _ in node.iterdescendants() if len(node) else ():
                    next(nodes)


def _read(table: BlockTable, node: etree._Element) -> Read:
    """How the walk reads an element by its tag."""
    known = look_up(node.tag) if isinstance(node.tag, str) else None
    if known is None:
        return _LEFT_OUT
    if not known.is_special:
        return _PLAIN
    if known.name == "template":
        return _PLAIN if is_shadow_root(node, known.name) else Read(is_listed=True, is_walked=False)
    return _PLAIN if known.name == "noscript" and table.from_noscript else _LEFT_OUT


def headed(table: BlockTable, *, is_telling: bool) -> list[tuple[int, int]]:
    """The elements that begin with a heading of which their id may be made, by its first letters.

    Each comes with the heading's block.

    Args:
        table: The page's blocks and elements.
        is_telling: Whether only those are asked for whose names say something.
    """
    if COMPILED:
        found: list[tuple[int, int]] = COMPILED.headed(table, is_telling, _NAMING, _NUMBERING, _COMPARED)
        return found
    found = []
    for block, heading in enumerate(table.element):
        if heading < 0 or table.tag[heading] not in HEADING_TAGS:
            continue
        element, title = table.parent[heading], _beginning(table.text[block])
        while element >= 0 and table.first_block[element] == block:
            is_asked = table.mask[element] & _NAMING or not is_telling
            name = table.label[element] if is_asked else ""
            if name and _beginning(name[name.rfind(" ") + 1 :]) == title:
                found.append((element, block))
            element = table.parent[element]
    return found


def _beginning(title: str) -> str:
    return title.lstrip(_NUMBERING)[:_COMPARED].lower().replace("-", " ")


def says(node: etree._Element | None, levels: int = 1) -> str:
    """What an element says of itself by class, id, role and the like, and the elements around it."""
    said: list[str] = []
    while node is not None and levels:
        for name, value in node.items():
            if name in _SAYING:
                said.append(value)
            elif name.startswith("data-"):
                said.append(name if len(value) > 40 else f"{name} {value}")
        node, levels = node.getparent(), levels - 1
    return " ".join(said).lower()


def _last(parents: list[int]) -> list[int]:
    if COMPILED:
        found: list[int] = COMPILED.last(parents)
        return found
    last = list(range(len(parents)))
    for index in range(len(parents) - 1, 0, -1):
        if (parent := parents[index]) >= 0 and last[index] > last[parent]:
            last[parent] = last[index]
    return last
