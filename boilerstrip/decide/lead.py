"""Where the headline of a page may stand, which is no menu while an `<h1>` is shown; and the only `<h1>`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = ["FOOTER", "MAX_HEADLINE_CHARS", "find_lead", "is_beside_h1", "is_of_headline"]

MAX_HEADLINE_CHARS: Final = 300
"""Characters of an `<h1>`; longer holds more than a headline."""
FOOTER: Final = CATEGORY_BIT["footer"]
_HIDDEN: Final = CATEGORY_BIT["hidden"] | FOOTER
_TRAIL: Final = "BreadcrumbList"
_MAIN: Final = ("main", "article")
_MARGINS: Final = ("header", "nav", "aside", "footer")
_ROLES: Final = frozenset({"role", "itemtype"})
"""Names in `BlockTable.purposes` that do not hide."""
_CONTROLS: Final = CATEGORY_BIT["form"] | CATEGORY_BIT["navigation"] | CATEGORY_BIT["share"]


def is_beside_h1(table: BlockTable, block: int) -> bool:
    """Whether a block is in a menu, in breadcrumbs or in the footer of a page that shows an `<h1>` elsewhere.

    Args:
        table: The page's blocks.
        block: One of them, which may be the headline by its words.
    """
    element = table.element[block]
    in_footer = element >= 0 and bool(table.around[element] & FOOTER)
    return (in_footer or _is_in_menu(table, element)) and _shows_h1(table)


def _is_in_menu(table: BlockTable, element: int) -> bool:
    """Whether an element is in a menu or in breadcrumbs."""
    for around in table.ancestors(element):
        purposes = table.purposes.get(around, {})
        if table.tag[around] == "nav" or purposes.get("role") == "navigation":
            return True
        if "breadcrumb" in table.label[around].lower() or _TRAIL in purposes.get("itemtype", ""):
            return True
    return False


def _shows_h1(table: BlockTable) -> bool:
    """Whether a page shows an `<h1>` that is no link and in no menu, control or footer."""
    for element, tag in enumerate(table.tag):
        if tag == "h1" and _is_shown(table, element) and not _is_in_menu(table, element):
            span = range(table.first_block[element], table.end_block[element])
            if any(is_of_headline(table, block) for block in span):
                return True
    return False


def find_lead(table: BlockTable, kept: Sequence[bool]) -> int:
    """The only `<h1>` of a page but for its footer, where the title says something else; -1 for none.

    Titles are written for search engines. The `<h1>` is shown, no link or control, and stands in front of all
    that is kept, in the main content if the page says which that is.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    h1s = [at for at, tag in enumerate(table.tag) if tag == "h1" and not table.around[at] & FOOTER]
    if len(h1s) != 1:
        return -1
    h1 = h1s[0]
    first, end = table.first_block[h1], table.end_block[h1]
    words = [block for block in range(first, end) if table.n_chars[block]]
    if not words or True in kept[:first] or True not in kept[end : _end_of_part(table, h1, end)]:
        return -1
    is_short = sum(table.n_chars[block] for block in words) <= MAX_HEADLINE_CHARS
    is_lead = is_short and all(is_of_headline(table, block) for block in words) and _is_shown(table, h1)
    return words[0] if is_lead else -1


def _end_of_part(table: BlockTable, element: int, end: int) -> int:
    """The block behind the part of the page that an element leads, `end` where it leads none."""
    around = table.ancestors(element)[1:]
    main = next((outer for outer in around if table.tag[outer] in _MAIN), -1)
    if main >= 0:
        return table.end_block[main]
    return end if any(table.tag[outer] in _MARGINS for outer in around) else table.n_blocks


def _is_shown(table: BlockTable, element: int) -> bool:
    """Whether nothing around an element says that readers do not see it."""
    around = table.ancestors(element)
    return not table.around[element] & _HIDDEN and all(
        table.purposes.get(outer, {}).keys() <= _ROLES for outer in around
    )


def is_of_headline(table: BlockTable, block: int) -> bool:
    """Whether a block has words, no link and no control around it."""
    plain = table.n_chars[block] > 0 and not table.n_link_chars[block]
    return plain and not table.around[table.element[block]] & _CONTROLS
