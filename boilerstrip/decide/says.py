"""What the elements around a block say it is: by class and id words, schema.org types, roles and tags."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Reason
from boilerstrip.role_words import ROLE_OF_ARIA, ROLE_OF_TAG, ROLE_OF_TYPE, ROLE_TERMS
from boilerstrip.vocabulary import HEADING_TAGS
from boilerstrip.words import WordTable, words_in

__all__ = ["NOBODY", "NO_MENU_ITEMS", "Said", "Saying", "Speaker"]


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

_ROLES: Final = tuple(ROLE_TERMS)
_TABLE: Final = WordTable({1 << bit: terms for bit, terms in enumerate(ROLE_TERMS.values())})
_SEALED: Final = MappingProxyType(
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
_FIELD_OF: Final = MappingProxyType(
    {"navigation": "menu", "footer": "footer", "header": "header", "hidden": "hidden"}
)
_PARTS: Final = frozenset({"article", "li", "aside", "blockquote", "td", "dialog", "figure", "dl"})
"""A header or footer inside one of these is its own, not the page's."""
_MAX_WORDS: Final = 4
"""Words of a class name or id; longer ones are made of titles or addresses, as many anchors are."""
_MAX_KEPT_SHARE: Final = 0.3
"""Share of kept characters above which an element is (part of) the main content."""
_UTILITY: Final = frozenset(":[]/!@()=%")
"""Characters of utility classes (`md:hidden`), which say how something looks at some width."""
_NO_PURPOSE: Final = frozenset({"html", "body"})
"""Elements whose class names tell about the page, not about its blocks."""
_AT_SOME_WIDTHS: Final = frozenset(
    "mobile desktop tablet phone print xs sm md lg xl small large medium".split()
)
"""Words with which "hidden" means some screens only."""
_COUNTS: Final = frozenset("count counts counter link links number icon total".split())
"""Words with which "comments" is a figure beside a headline, no thread."""
_NO_NAMES: Final = ("backdrop-", "has-", "has_", "no-", "is-", "with-", "field--label-")
"""Beginnings of names that say what an element has or looks like, not what it is."""
_PART_WORDS: Final = frozenset(
    "post entry article card widget modal message comment panel table section block dialog sidebar "
    "item pre".split()
)
"""Words with which a header or footer is a part's own, not the page's."""
_MAX_SHORT_WORDS: Final = 3
"""Words of a name that says something is hidden, or a pager; longer ones tell of what is beside it."""
_MENU_ITEM: Final = "menu-item"
"""Content management systems put the name of the page that an entry leads to into its class."""
_MAX_EVIDENCE: Final = 60
"""Characters of an attribute that its evidence shows."""


class Speaker:
    """Asks the elements of one page.

    Args:
        table: The page's blocks.
        kept_sums: Characters of kept blocks before each block, n_blocks + 1 of them.
        sums: The same of all blocks.
    """

    def __init__(self, table: BlockTable, kept_sums: list[int], sums: list[int]) -> None:
        self._table, self._kept_sums, self._sums = table, kept_sums, sums
        self._known = {-1: NOBODY}  # by element; only those around dropped blocks are ever asked

    def around(self, element: int) -> Saying:
        """What an element and those around it say; element -1 is what is around all."""
        known, table = self._known, self._table
        if (said := known.get(element)) is not None:
            return said
        unknown = []
        while (said := known.get(element)) is None:
            unknown.append(element)
            element = table.parent[element]
        for inner in reversed(unknown):
            known[inner] = said = self._heard(inner, said)
        return said

    def _heard(self, element: int, around: Saying) -> Saying:
        """What an element says together with those around it."""
        table = self._table
        if table.tag[element] in _NO_PURPOSE:
            return around
        told = _says(table.tag[element], table.label[element])
        if element in table.purposes:
            told = (*told, *_purposes_say(table.tag[element], table.purposes[element]))
        for said in told:
            field = _FIELD_OF.get(said.role)
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
        return n_kept > _MAX_KEPT_SHARE * (self._sums[b] - self._sums[a])

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
            if table.tag[above] in _PARTS:
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
    if outer is not None and outer.role in _SEALED and said.role not in _SEALED[outer.role]:
        return around
    return Saying(said, *around[1:])


@lru_cache(maxsize=8_192)
def _says(tag: str, label: str) -> tuple[Said, ...]:
    """What an element's class and id words say, else its tag: at most one widget and one of each place."""
    found: dict[str, Said] = {}
    names = label.split()
    of_menu_item = _MENU_ITEM in label
    for name in names:
        if of_menu_item and _MENU_ITEM not in name:
            continue
        role = _named(name)
        if not role or (role == "hidden" and _shown_somewhere(names)):
            continue
        if tag in HEADING_TAGS and role in ("header", "footer", "navigation"):  # a title of one
            continue
        found.setdefault(_FIELD_OF.get(role, ""), Said(role, Reason("class-word", f"{tag}.{name}")))
    by_tag = ROLE_OF_TAG.get(tag)
    if by_tag is not None:
        found.setdefault(_FIELD_OF.get(by_tag, ""), Said(by_tag, Reason("tag", tag)))
    return tuple(found.values())


@lru_cache(maxsize=8_192)
def _named(name: str) -> str:
    """The role that a class name or id says, "" for none."""
    if not _UTILITY.isdisjoint(name) or name.startswith(_NO_NAMES):
        return ""
    words = words_in(name)
    if len(words) > _MAX_WORDS:
        return ""
    mask = _TABLE.mask(words[:2] if _MENU_ITEM in name else words)
    role = _ROLES[(mask & -mask).bit_length() - 1] if mask else ""
    return role if _is_meant(role, words) else ""


def _is_meant(role: str, words: list[str]) -> bool:
    """Whether a name with the words of a role means it."""
    if role == "hidden":
        return len(words) <= _MAX_SHORT_WORDS and _AT_SOME_WIDTHS.isdisjoint(words)
    if role == "comment":
        return _COUNTS.isdisjoint(words)
    if role in ("header", "footer"):
        return _PART_WORDS.isdisjoint(words)
    return role != "pagination" or len(words) <= _MAX_SHORT_WORDS


def _shown_somewhere(names: list[str]) -> bool:
    """Whether a class shows the element again on wider screens: `hidden md:flex`, `d-none d-md-block`."""
    return any(":" in name or name.startswith(("d-sm-", "d-md-", "d-lg-", "d-xl-")) for name in names)


def _purposes_say(tag: str, purposes: dict[str, str]) -> list[Said]:
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
