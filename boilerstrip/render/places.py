"""Where the elements of a page stand in its outline: in which containers, and as part of what."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from boilerstrip.attributes import CELLS
from boilerstrip.block import BlockTable
from boilerstrip.page import Page
from boilerstrip.render.containers import CLAUSE, LISTS, NUMBER, NUMBERED
from boilerstrip.render.roles import with_meant_tags
from boilerstrip.shapes import SHAPES
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = [
    "BOLD",
    "CONTAINERS",
    "GONE",
    "LEAVES",
    "MAX_HEADING_BLOCKS",
    "MAX_NEST",
    "OUTER",
    "RULED",
    "STRUCTURAL",
    "Place",
    "Places",
    "places_of",
]

MAX_NEST: Final = 16
"""Containers inside each other that are written; deeper ones are left out, their words stay. A list
and its item count as two. Markdown readers stop somewhere, markdown-it drops what is below 20."""
MAX_HEADING_BLOCKS: Final = 3
"""Blocks in a heading element; one with more is left open by mistake and is no heading."""
OUTER: Final = MappingProxyType(
    {"td": "table", "th": "table", "caption": "table", "figcaption": "figure", "#title": "#callout"}
    | {NUMBER: NUMBERED, CLAUSE: NUMBERED}
)
"""Containers that mean something only directly inside another."""
CONTAINERS: Final = LISTS | {"li", "blockquote", "table", "figure", "#callout", "#panel", NUMBERED, *OUTER}
LEAVES: Final = PREFORMATTED_TAGS | {*HEADING_TAGS, "dt", "summary"}
STRUCTURAL: Final = CONTAINERS | LEAVES | {"dd", "#gone", "#bar"}
BOLD: Final = frozenset({"dt", "summary"})
"""Leaves that are written in bold."""
RULED: Final = frozenset({"li", "blockquote", "#callout"})
"""Containers that may hold rules."""
GONE: Final = -2


class Place(NamedTuple):
    """Where an element stands.

    `containers` are element indices, outermost first; a negative one is the list that `<li>`
    elements without one imply. `leaf` is the heading, code or term element the text
    belongs to, -1 for a paragraph, `GONE` for what is no words of the page.
    """

    containers: tuple[int, ...]
    leaf: int


class Places(dict[int, Place]):
    """The place of each element; each is looked at once.

    Args:
        table: The page's blocks.
        top: The element around all that is written, -1 for none.
    """

    def __init__(self, table: BlockTable, top: int) -> None:
        super().__init__({top: Place((), -1)})
        self.table, self.top = table, top
        self._tags, self._attributes = table.tag, table.attributes

    def __missing__(self, element: int) -> Place:
        tags, parents, attributes = self._tags, self.table.parent, self._attributes
        above: list[int] = []
        place: Place | None = None
        while place is None:
            above.append(element)
            element = parents[element]
            place = self.get(element)
        for inner in reversed(above):
            tag = self.tag(inner) if inner in attributes else tags[inner]
            if tag in STRUCTURAL:
                place = self._inside(place, inner, tag)
            self[inner] = place
        return place

    def _inside(self, place: Place, element: int, tag: str) -> Place:
        """The place of what stands in an element that stands at `place`."""
        containers, leaf = place
        if leaf == GONE or (leaf >= 0 and (tag == "summary" or self.tag(leaf) in PREFORMATTED_TAGS)):
            return place
        outer = self.tag(containers[-1]) if containers else ""
        if tag == "#title" and outer != "#callout":
            tag = self._tags[element]
        elif tag == "summary" and outer == "#callout":
            tag = "#title"
        if tag in HEADING_TAGS:
            n_blocks = self.table.end_block[element] - self.table.first_block[element]
            return Place(containers, element if n_blocks <= MAX_HEADING_BLOCKS else -1)
        if tag in LEAVES:
            if outer == "table" and self._tags[element] in CELLS and len(containers) < MAX_NEST:
                containers += (element,)  # a cell that is code is a cell all the same
            return Place(containers, element)
        if tag == "#gone" or (tag == "#bar" and self.tag(self.table.parent[element]) == "#wrapper"):
            return Place(containers, GONE)
        if tag not in CONTAINERS or OUTER.get(tag, outer) != outer:
            return Place(containers, -1)
        if tag == "li" and outer not in LISTS:
            containers += (-2 - self.table.parent[element],)
        if len(containers) < MAX_NEST:
            containers += (element,)
        return Place(containers, -1)

    def container(self, element: int) -> str:
        """What an element is to what stands in it: as `tag`, but a cell is a cell."""
        return self._tags[element] if element >= 0 and self._tags[element] in CELLS else self.tag(element)

    def tag(self, element: int) -> str:
        """What an element is: its tag, or what it stands for. A negative one is a list."""
        if element < 0:
            return "ul"
        tag, shaped = self._tags[element], self._attributes.get(element)
        if not shaped:
            return tag
        found = shaped.get("as")
        if found not in SHAPES or (found == "#callout" and tag in CELLS):
            return tag  # a table lacks nothing because of how one of its cells looks
        return found


def places_of(page: Page, top: int = -1) -> Places:
    """The places of a page's elements in what is inside one of them; those on the whole page are kept."""
    places: Places | None = page.notes.get("places")
    if places is None:
        page.notes["places"] = places = Places(with_meant_tags(page.table), -1)
    return places if top < 0 else Places(places.table, top)
