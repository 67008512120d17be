"""Which roles class names and ids say, asked for all names of a page at once: few say any."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from boilerstrip.remembered import MOST_CHARS
from boilerstrip.role_words import ROLE_TERMS
from boilerstrip.words import MISLEADING, WordTable, words_of_each

__all__ = [
    "AT_SOME_WIDTHS",
    "COUNTS",
    "MAX_KNOWN",
    "MAX_SHORT_WORDS",
    "MAX_WORDS",
    "MENU_ITEM",
    "NO_NAMES",
    "PART_WORDS",
    "ROLES",
    "TABLE",
    "UTILITY",
    "WIDER",
    "shown_somewhere",
    "telling",
]

ROLES: Final = tuple(ROLE_TERMS)
TABLE: Final = WordTable({1 << bit: terms for bit, terms in enumerate(ROLE_TERMS.values())})
MAX_WORDS: Final = 4
"""Words of a class name or id; longer ones are made of titles or addresses, as many anchors are."""
UTILITY: Final = frozenset(":[]/!@()=%")
"""Characters of utility classes (`md:hidden`), which say how something looks at some width."""
AT_SOME_WIDTHS: Final = frozenset(
    "mobile desktop tablet phone print xs sm md lg xl small large medium".split()
)
"""Words with which "hidden" means some screens only."""
COUNTS: Final = frozenset("count counts counter link links number icon total".split())
"""Words with which "comments" is a figure beside a headline, no thread."""
NO_NAMES: Final = (
    *("backdrop-", "has-", "has_", "no-", "is-", "with-", *MISLEADING),
    *("newsletter-post", "header-anchor"),  # Substack: an issue itself; VuePress: a permalink
)
"""Beginnings of names that say what an element has or looks like, not what it is."""
PART_WORDS: Final = frozenset(
    "post entry article card widget modal message comment panel table section block dialog sidebar "
    "item pre".split()
)
"""Words with which a header or footer is a part's own, not the page's."""
MAX_SHORT_WORDS: Final = 3
"""Words of a name that says something is hidden, or a pager; longer ones tell of what is beside it."""
MENU_ITEM: Final = "menu-item"
"""Content management systems put the name of the page that an entry leads to into its class."""
WIDER: Final = ("d-sm-", "d-md-", "d-lg-", "d-xl-")
"""Beginnings of names that show an element from some width on."""


_Told = Sequence[tuple[str, str]]
_known: Final[dict[str, _Told]] = {}
MAX_KNOWN: Final = 8_192
"""Labels that are remembered from page to page: those of one site have the same."""


def telling(labels: Collection[str]) -> dict[str, _Told]:
    """The labels in which names say a role: those of the names that mean it, each with its role.

    >>> telling(["x7 site-nav", "hidden md:flex", ""])
    {'x7 site-nav': [('site-nav', 'navigation')]}
    """
    said = {label: _known.get(label) for label in labels}
    if unknown := [label for label, told in said.items() if told is None]:
        new = _asked(unknown)
        said.update(new)
        short = {label: told for label, told in new.items() if len(label) <= MOST_CHARS}
        if len(_known) + len(short) > MAX_KNOWN:
            _known.clear()
        if len(short) <= MAX_KNOWN:
            _known.update(short)
    return {label: told for label, told in said.items() if told}


def _asked(labels: Collection[str]) -> dict[str, _Told]:
    """What each of some labels says, asked for all at once."""
    names = list(set(" ".join(labels).split()))
    words = words_of_each(names)
    counting = TABLE.counting(set().union(*words))
    roles = {
        name: role
        for name, of_name in zip(names, words, strict=True)
        if len(of_name) <= MAX_WORDS
        and not counting.isdisjoint(of_name)
        and (mask := TABLE.mask(of_name[:2] if MENU_ITEM in name else of_name))
        and (role := _role(name, of_name, mask))
    }
    return {label: _told(label, roles) for label in labels}


def _told(label: str, roles: Mapping[str, str]) -> _Told:
    """The names in a label that say a role, with it."""
    told = [(name, roles[name]) for name in label.split() if name in roles]
    return _narrowed(label, told) if told else ()


def _narrowed(label: str, told: list[tuple[str, str]]) -> _Told:
    """What the names in a label say together."""
    if MENU_ITEM in label:
        told = [(name, role) for name, role in told if MENU_ITEM in name]
    for _, role in told:
        if role == "hidden":
            if shown_somewhere(label.split()):
                return [(name, role) for name, role in told if role != "hidden"]
            break
    return told


def _role(name: str, words: list[str], mask: int) -> str:
    """The role that a class name or id says by these words and what they mean, "" for none."""
    if name.startswith(NO_NAMES) or not UTILITY.isdisjoint(name):
        return ""
    role = ROLES[(mask & -mask).bit_length() - 1]
    return role if _is_meant(role, words) else ""


def _is_meant(role: str, words: list[str]) -> bool:
    """Whether a name with the words of a role means it."""
    if role == "hidden":
        return len(words) <= MAX_SHORT_WORDS and AT_SOME_WIDTHS.isdisjoint(words)
    if role == "comment":
        return COUNTS.isdisjoint(words)
    if role in ("header", "footer"):
        return PART_WORDS.isdisjoint(words)
    return role != "pagination" or len(words) <= MAX_SHORT_WORDS


def shown_somewhere(names: list[str]) -> bool:
    """Whether a class shows the element again on wider screens: `hidden md:flex`, `d-none d-md-block`."""
    return any(":" in name or name.startswith(WIDER) for name in names)
