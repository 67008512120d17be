"""Elements that are other than their tag says: tables of `<div>` elements by role, figures, clauses."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.render.containers import LONGEST_NUMBER, NUMBER_ENDS

__all__ = ["with_meant_tags"]

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
_GROUPS: Final = frozenset({"div", "span", "section", "p"})
"""Tags that say nothing of what they are, but for custom ones."""


def with_meant_tags(table: BlockTable) -> BlockTable:
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
    if _begin_with_numbers(table):
        from boilerstrip.render.numbered import with_numbered

        tags = with_numbered(table, tags or table.tag) or tags
    return replace(table, tag=tags) if tags else table


def _begin_with_numbers(table: BlockTable) -> bool:
    """Whether the first words in a table or list of terms may be the number of a clause, or a bullet."""
    if _MAY_BE_NUMBERED.isdisjoint(table.tag):
        return False
    texts, n_blocks = table.text, table.n_blocks
    firsts = compress(table.first_block, map(_MAY_BE_NUMBERED.__contains__, table.tag))
    begins = [texts[first] for first in firsts if first < n_blocks]
    return any(words[-1:] in NUMBER_ENDS or not words[1:] for words in begins if not words[LONGEST_NUMBER:])
