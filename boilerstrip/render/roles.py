"""Tables and figures made of other elements: ARIA roles say what `<div>` elements are."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress, count
from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable

__all__ = ["with_table_roles"]

_TAG_OF_ROLE: Final = MappingProxyType(
    {
        "table": "table",
        "grid": "table",
        "treegrid": "table",
        "rowgroup": "tbody",
        "row": "tr",
        "cell": "td",
        "gridcell": "td",
        "columnheader": "th",
        "rowheader": "th",
    }
)
"""WAI-ARIA 1.2: the element of HTML that each role is the role of."""
_SHOWING: Final = MappingProxyType({"#figure": "figure", "#caption": "figcaption"})
"""The same of those that `segment.captions` notes, whatever their own tag."""
_MAY_BE_NUMBERED: Final = frozenset({"dl", "table"})
_LONGEST_NUMBER: Final = 10
"""Characters of the number of a clause."""
_NUMBER_ENDS: Final = (".", ")", "°")
_GROUPS: Final = frozenset({"div", "span", "section", "p"})
"""Tags that say nothing of what they are, but for custom ones."""


def with_table_roles(table: BlockTable) -> BlockTable:
    """The same page with the tags of tables and figures where roles say so, and those of clauses beside their
    numbers; it itself where there is neither.
    """
    spoken = [
        (element, attributes)
        for element, attributes in table.attributes.items()
        if attributes.get("role") in _TAG_OF_ROLE or attributes.get("role") in _SHOWING
    ]
    tags: list[str] = []
    for element, attributes in spoken:
        if attributes["role"] in _SHOWING:
            tags = tags or list(table.tag)
            tags[element] = _SHOWING[attributes["role"]]
        elif table.tag[element] in _GROUPS or "-" in table.tag[element]:
            tags = tags or list(table.tag)
            tags[element] = _TAG_OF_ROLE[attributes["role"]]
    wholes = [*compress(count(), map(_MAY_BE_NUMBERED.__contains__, table.tag))]
    if any(_begins_with_number(table, whole) for whole in wholes):
        from boilerstrip.render.numbered import with_numbered

        tags = with_numbered(table, tags or table.tag) or tags
    return replace(table, tag=tags) if tags else table


def _begins_with_number(table: BlockTable, whole: int) -> bool:
    """Whether the first words in an element may be the number of a clause, or a bullet."""
    block = table.first_block[whole]
    words = table.text[block] if block < table.n_blocks else ""
    return len(words) <= _LONGEST_NUMBER and (words.endswith(_NUMBER_ENDS) or len(words) == 1)
