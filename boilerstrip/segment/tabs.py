"""Tabs, whose labels stand in a list before their panels: each is noted with its panel, which it heads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from boilerstrip.block import BlockTable

__all__ = ["note_tabs"]

_FEWEST: Final = 2
_LONGEST: Final = 40
"""Characters of a label."""
_LEVELS: Final = 4
"""Elements from a list of tabs, and from its first panel, to the box of both, all counted."""


def note_tabs(table: BlockTable) -> None:
    """Note which elements are panels, with their labels, and that the lists of those say nothing more.

    By role (WAI-ARIA 1.2), and by place, as few pages name the panel of each tab: a list is followed by as
    many panels, beside each other, as it has labels.

    Args:
        table: The page's blocks; its `attributes` are changed.
    """
    roles = {element: said["role"] for element, said in table.purposes.items() if "role" in said}
    lists = [element for element in sorted(roles) if roles[element] == "tablist"]
    panels = [element for element in sorted(roles) if roles[element] == "tabpanel"]
    of: dict[int, list[int]] = {}  # by element: the panels in it
    for panel in panels:
        of.setdefault(table.parent[panel], []).append(panel)
    for tabs, after in pairwise([*lists, table.n_elements]):
        labels = table.text[table.first_block[tabs] : table.end_block[tabs]]
        first = next((panel for panel in panels if panel > tabs), after)
        if first < after and _are_labels(table, tabs, labels, of[table.parent[first]], first):
            table.attributes[tabs] = {"as": "#gone"}
            for panel, label in zip(of[table.parent[first]], labels, strict=True):
                table.attributes[panel] = {**table.attributes.get(panel, {}), "as": "#panel", "title": label}


def _are_labels(
    table: BlockTable, tabs: int, labels: Sequence[str], panels: Sequence[int], first: int
) -> bool:
    """Whether these are the labels of these panels, the first of which follows the list."""
    if len(labels) != len(panels) or len(labels) < _FEWEST or panels[0] != first:
        return False
    if not all(0 < len(label) <= _LONGEST for label in labels) or len({*labels}) < len(labels):
        return False
    if any("as" in table.attributes.get(element, ()) for element in (tabs, *panels)):
        return False
    return not {*table.ancestors(tabs, _LEVELS)}.isdisjoint(table.ancestors(first, _LEVELS))
