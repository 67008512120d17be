"""Tabs, whose labels stand in a list before their panels: each is noted with its panel, which it heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, count, pairwise
from typing import Final

from lxml import etree

from boilerstrip.block import BlockTable
from boilerstrip.segment.targets import Tree, numbered

__all__ = ["note_tabs"]

_FEWEST: Final = 2
_MOST_BOXES: Final = 50
"""Boxes of labels that are looked at; all elements are, for each."""
_LONGEST: Final = 40
"""Characters of a label."""
_LEVELS: Final = 4
"""Elements from a list of tabs, and from its first panel, to the box of both, all counted."""


def note_tabs(table: BlockTable, tree: Tree, lists: Sequence[int]) -> None:
    """Note which elements are panels, with their labels, and that the lists of those say nothing more.

    Args:
        table: The page's blocks; its `attributes` and `panels` are changed.
        tree: What it was made of.
        lists: Lists of labels, by their role or class, which "#tabs" says for now.
    """
    for element in lists:
        noted = table.attributes.pop(element)
        if others := {name: value for name, value in noted.items() if name != "as"}:
            table.attributes[element] = others
    spoken = [element for element in lists if _role(table, element) == "tablist"]
    _note_spoken(table, spoken)
    if radios := sorted({*lists} - {*spoken}):
        _note_radios(table, tree, radios)


def _role(table: BlockTable, element: int) -> str:
    return table.purposes.get(element, {}).get("role", "")


def _note_spoken(table: BlockTable, lists: Sequence[int]) -> None:
    """By role (WAI-ARIA 1.2), and by place, as few pages name the panel of each tab: a list is followed by as
    many panels, beside each other, as it has labels.
    """
    panels = [element for element in sorted(table.purposes) if _role(table, element) == "tabpanel"]
    of: dict[int, list[int]] = {}  # by element: the panels in it
    for panel in panels:
        of.setdefault(table.parent[panel], []).append(panel)
    for tabs, after in pairwise([*lists, table.n_elements]):
        labels = table.text[table.first_block[tabs] : table.end_block[tabs]]
        at = bisect_right(panels, tabs)
        first = panels[at] if at < len(panels) else after
        if first < after and _are_labels(table, tabs, labels, of[table.parent[first]], first):
            _note(table, tabs, labels, of[table.parent[first]])


def _note_radios(table: BlockTable, tree: Tree, boxes: Sequence[int]) -> None:
    """Tabs without scripts: labels of radio buttons in a box, beside a box of as many panels."""
    found: dict[int, list[int]] = {}  # by box of labels: the panels
    for box in boxes[:_MOST_BOXES]:
        beside = _children(table, table.parent[box])
        following = beside[bisect_right(beside, box) :][:1]
        if following and len(panels := _children(table, following[0])) == len(_children(table, box)):
            found[box] = panels
    nodes = {index: node for index, node in numbered(table, tree) if index in found} if found else {}
    for box, node in nodes.items():
        labels = _labels_of_radios(node)
        if _are_labels(table, box, labels, found[box], found[box][0] if found[box] else -1):
            _note(table, box, labels, found[box])


def _children(table: BlockTable, element: int) -> list[int]:
    return [*compress(count(), map(element.__eq__, table.parent))]


def _labels_of_radios(box: etree._Element) -> list[str]:
    """What the labels in a box say, which are of radio buttons in it or before it; empty of others."""
    labels, around = [*box.iterchildren("label")], box.getparent()
    inputs = [*box.iterchildren("input"), *(around.iterchildren("input") if around is not None else ())]
    radios = {node.get("id") for node in inputs if node.get("type") == "radio"} - {None}
    if not all(label.get("for") in radios for label in labels):
        return []
    return [" ".join("".join(label.itertext()).split()) for label in labels]


def _note(table: BlockTable, tabs: int, labels: Sequence[str], panels: Sequence[int]) -> None:
    first, last = table.first_block[tabs], table.end_block[tabs] - 1
    table.attributes[tabs] = {"as": "#gone"}
    for at, (panel, title) in enumerate(zip(panels, labels, strict=True), start=first):
        noted = {"as": "#panel", "title": title, "label": str(min(at, last))}
        table.attributes[panel] = {**table.attributes.get(panel, {}), **noted}
        table.panels.append(panel)


def _are_labels(
    table: BlockTable, tabs: int, labels: Sequence[str], panels: Sequence[int], first: int
) -> bool:
    """Whether these are the labels of these panels, the first of which follows the list."""
    if len(labels) != len(panels) or len(labels) < _FEWEST or panels[0] != first:
        return False
    if not all(0 < len(label) <= _LONGEST for label in labels) or len({*labels}) < len(labels):
        return False
    if table.end_block[tabs] - table.first_block[tabs] not in (1, len(labels)):
        return False
    shapes = (table.attributes.get(element, {}).get("as", "#wrapper") for element in panels)
    if "as" in table.attributes.get(tabs, ()) or any(shape != "#wrapper" for shape in shapes):
        return False
    return not {*table.ancestors(tabs, _LEVELS)}.isdisjoint(table.ancestors(first, _LEVELS))
