"""What the elements around a block say it is: by class and id words, schema.org types, roles and tags."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Reason
from boilerstrip.decide.names import telling
from boilerstrip.role_words import ROLE_OF_ARIA, ROLE_OF_TAG, ROLE_OF_TYPE
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = [
    "FIELD_OF",
    "MAX_KEPT_SHARE",
    "NOBODY",
    "NO_MENU_ITEMS",
    "NO_PURPOSE",
    "PARTS",
    "SEALED",
    "SPEAKING_TAGS",
    "Said",
    "Saying",
    "Speaker",
    "purposes_say",
    "says",
]


class Said(NamedTuple):
    """A dropped role that an element gives to what is in it, and how it says so."""

    role: str
    reason: Reason


class Saying(NamedTuple):
    """What an element and those around it say of their blocks, None where nobody does.

    Attributes:
        widget: Of the innermost widget (a newsletter box, a comment); inside a cookie notice, a
            comment thread or a breadcrumb everything is part of it.
        menu: Of the innermost navigation.
        footer, header: Of the page's own footer or header.
        hidden: Of the innermost element that is not shown.
    """

    widget: Said | None = None
    menu: Said | None = None
    footer: Said | None = None
    header: Said | None = None
    hidden: Said | None = None


NOBODY: Final = Saying()
NO_MENU_ITEMS: Final = frozenset(
    "newsletter donation related advertisement comment comment-form paywall author-bio".split()
)
"""Roles that an entry of a menu has not: "Newsletter" there leads to one."""
SEALED: Final = MappingProxyType(
    {
        "cookie-notice": (),
        "breadcrumb": (),
        "comment": ("comment-form", "advertisement", "cookie-notice"),
        "comment-form": (),
        "newsletter": (),
        "donation": ("newsletter",),
    }
)
"""Widgets in which everything is part of them, but these."""
FIELD_OF: Final = MappingProxyType(
    {"navigation": "menu", "footer": "footer", "header": "header", "hidden": "hidden"}
)
PARTS: Final = frozenset({"article", "li", "aside", "blockquote", "td", "dialog", "figure", "dl"})
"""A header or footer inside one of these is its own, not the page's."""
MAX_KEPT_SHARE: Final = 0.3
"""Share of kept characters above which an element is (part of) the main content."""
NO_PURPOSE: Final = frozenset({"html", "body"})
"""Elements whose class names tell about the page, not about its blocks."""
SPEAKING_TAGS: Final = frozenset(ROLE_OF_TAG)
_MAX_EVIDENCE: Final = 60
"""Characters of an attribute that its evidence shows."""


class Speaker:
    """Asks the elements of one page.

    Args:
        table: The page's blocks.
        kept: How many blocks are kept before each block, n_blocks + 1 numbers.
        kept_sums: The same of their characters.
        sums: The same of the characters of all blocks.
    """

    def __init__(self, table: BlockTable, kept: list[int], kept_sums: list[int], sums: list[int]) -> None:
        self._table, self._kept, self._kept_sums, self._sums = table, kept, kept_sums, sums
        self._names = telling(set(table.label))
        self._said: dict[tuple[str, str], tuple[Said, ...]] = {}  # of elements that are called the same

    def sayings(self) -> list[Saying]:
        """What each element and those around it say of the dropped blocks in it.

        One longer than there are elements, for the element -1, which is around all.
        """
        table = self._table
        names, tags = self._names, SPEAKING_TAGS.intersection(table.tag)
        speaking = {element for element, label in enumerate(table.label) if label in names}
        speaking.update([element for element, tag in enumerate(table.tag) if tag in tags] if tags else ())
        speaking.update(table.purposes)
        said = [NOBODY] * (table.n_elements + 1)
        for element, parent in enumerate(table.parent):
            around = said[parent]
            if element in speaking and self._drops(element):
                around = self._heard(element, around)
            said[element] = around
        return said

    def _drops(self, element: int) -> bool:
        """Whether a block in an element is dropped."""
        a, b = self._table.first_block[element], self._table.end_block[element]
        return self._kept[b] - self._kept[a] < b - a

    def _heard(self, element: int, around: Saying) -> Saying:
        """What an element says together with those around it."""
        table = self._table
        if table.tag[element] in NO_PURPOSE:
            return around
        called = tag, label = table.tag[element], table.label[element]
        told = self._said.get(called)
        if told is None:
            self._said[called] = told = says(tag, self._names.get(label, ()))
        if element in table.purposes:
            told = (*told, *purposes_say(tag, table.purposes[element]))
        for said in told:
            field = FIELD_OF.get(said.role)
            if field is None:
                if not self._is_content(element):
                    around = _with_widget(around, said)
            elif field not in ("footer", "header") or self._is_of_page(element, field):
                around = _with_place(around, field, said)
        return around

    def _is_content(self, element: int) -> bool:
        """Whether a good part of what an element holds is kept: then it is no widget."""
        a, b = self._table.first_block[element], self._table.end_block[element]
        n_kept = self._kept_sums[b] - self._kept_sums[a]
        return n_kept > MAX_KEPT_SHARE * (self._sums[b] - self._sums[a])

    def _is_of_page(self, element: int, field: str) -> bool:
        """Whether a header or footer is the page's own: nothing is kept before a header, or in a footer."""
        table = self._table
        a, b = table.first_block[element], table.end_block[element]
        n_before = self._kept_sums[a]
        if field == "footer" and (self._is_content(element) or (not n_before and self._kept_sums[-1])):
            return False
        if field == "header" and self._kept_sums[b]:
            return False
        above = table.parent[element]
        while above >= 0:
            if table.tag[above] in PARTS:
                return False
            above = table.parent[above]
        return True


def _with_place(around: Saying, field: str, said: Said) -> Saying:
    """The same with another menu, footer, header or hidden element: `_replace`, in a third of the time."""
    widget, menu, footer, header, hidden = around
    if field == "menu":
        return Saying(widget, said, footer, header, hidden)
    if field == "footer":
        return Saying(widget, menu, said, header, hidden)
    if field == "header":
        return Saying(widget, menu, footer, said, hidden)
    return Saying(widget, menu, footer, header, said)


def _with_widget(around: Saying, said: Said) -> Saying:
    outer = around.widget
    if around.menu is not None and said.role in NO_MENU_ITEMS:
        return around
    if outer is not None and outer.role in SEALED and said.role not in SEALED[outer.role]:
        return around
    return Saying(said, *around[1:])


def says(tag: str, names: Sequence[tuple[str, str]]) -> tuple[Said, ...]:
    """What an element's telling names say, else its tag: at most one widget and one of each place."""
    found: dict[str, Said] = {}
    for name, role in names:
        if tag in HEADING_TAGS and role in ("header", "footer", "navigation"):  # a title of one
            continue
        field = FIELD_OF.get(role, "")
        if field not in found:
            found[field] = Said(role, Reason("class-word", f"{tag}.{name}"))
    if tag in SPEAKING_TAGS:
        role = ROLE_OF_TAG[tag]
        found.setdefault(FIELD_OF.get(role, ""), Said(role, Reason("tag", tag)))
    return tuple(found.values())


def purposes_say(tag: str, purposes: dict[str, str]) -> list[Said]:
    """What an element's other attributes say."""
    told = []
    for name, value in purposes.items():
        if name == "itemtype":
            kind = value.rpartition("/")[2]
            if role := ROLE_OF_TYPE.get(kind):
                told.append(Said(role, Reason("type", kind)))
        elif name == "role":
            if role := ROLE_OF_ARIA.get(value):
                told.append(Said(role, Reason("tag", f'{tag}[role="{value}"]')))
        else:
            shown = value[:_MAX_EVIDENCE]
            told.append(
                Said("hidden", Reason("tag", f'{tag}[{name}="{shown}"]' if shown else f"{tag}[{name}]"))
            )
    return told
