"""What a dropped block is where nobody says so: by links, by repetition, by its place on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.decide.says import Said
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = [
    "CARD_CHARS",
    "LEVELS",
    "LISTS",
    "MAX_ENTRY_CHARS",
    "MIN_DUPLICATE_CHARS",
    "MIN_LINKS",
    "MIN_LIST",
    "MIN_ROW",
    "Shapes",
    "duplicates",
]

MIN_DUPLICATE_CHARS: Final = 25
"""Characters from which two blocks of the same words are no accident."""
MIN_LINKS: Final = 0.5
"""Link density from which a block is a link."""
MIN_LIST: Final = 3
"""Links side by side that make a list."""
MIN_ROW: Final = 5
"""Links that make one where no tag says that they are a list."""
LISTS: Final = frozenset({"ul", "ol", "menu", "dl", "nav", "tr", "table"})
MAX_ENTRY_CHARS: Final = 30
"""Characters above which a link is a headline rather than an entry of a menu; mean over a list."""
LEVELS: Final = 6
"""Elements, the block's own one included, in which a list of links is looked for."""
CARD_CHARS: Final = 600
"""Characters that a teaser (its link, its date, its few lines) has at most."""


def duplicates(table: BlockTable, kept: Sequence[bool]) -> dict[int, Said]:
    """Dropped blocks whose words are those of a kept one."""
    first: dict[str, int] = {}
    for i, keep in enumerate(kept):
        if keep and table.n_chars[i] >= MIN_DUPLICATE_CHARS:
            first.setdefault(table.text[i], i)
    return {
        i: Said("duplicate", Reason("duplicate", f"block {first[table.text[i]]}"))
        for i, keep in enumerate(kept)
        if not keep and table.n_chars[i] >= MIN_DUPLICATE_CHARS and table.text[i] in first
    }


def _sums(values: Iterable[int]) -> list[int]:
    """What stands before each value and after the last; lists, for they are looked at one by one."""
    return [0, *accumulate(values)]


class Shapes:
    """The shapes of one page.

    Args:
        table: The page's blocks.
        kept: Which are kept.

    Attributes:
        is_link: Whether most of each block's words are linked.
        kept: How many blocks are kept before each block, n_blocks + 1 numbers.
        sums: The same of the characters of all blocks.
        kept_sums: The same of the characters of kept ones.
    """

    def __init__(self, table: BlockTable, kept: Sequence[bool]) -> None:
        self._table = table
        n_chars = table.n_chars
        self.is_link = [
            linked >= MIN_LINKS * n > 0 for linked, n in zip(table.n_link_chars, n_chars, strict=True)
        ]
        self._links = _sums(self.is_link)
        self.kept = _sums(kept)
        self.sums = _sums(n_chars)
        self.kept_sums = _sums([n if keep else 0 for n, keep in zip(n_chars, kept, strict=True)])
        self._texts = _sums([n > 0 for n in n_chars])
        self._has_boxes = "a" in table.tag  # links around blocks
        self._cards: dict[int, Said | None] = {}  # by element: what is said of all blocks in it

    def say(self, block: int) -> Said | None:
        """What a dropped block is by its shape; None where it has no telling one."""
        return self._listed(block) or self._carded(block)

    def _listed(self, block: int) -> Said | None:
        """An entry of a list of links: a menu if they are short, else the headlines of other pages."""
        table = self._table
        if not self.is_link[block]:
            return None
        around = table.ancestors(table.element[block], LEVELS)
        if self._has_boxes and any(table.tag[at] == "a" and self._n_texts(at) > 1 for at in around):
            return Said("related", Reason("links", "a box that is one link"))
        for element in around:
            a, b = table.first_block[element], table.end_block[element]
            n_links, n_texts = self._links[b] - self._links[a], self._texts[b] - self._texts[a]
            tag = table.tag[element]
            if n_links < (MIN_LIST if tag in LISTS else MIN_ROW):
                continue
            if n_links < 0.75 * n_texts or self.kept[b] - self.kept[a]:
                return None
            mean = (self.sums[b] - self.sums[a]) / n_texts
            is_menu = mean <= MAX_ENTRY_CHARS and table.tag[table.element[block]] not in HEADING_TAGS
            role = "navigation" if is_menu else "related"
            return Said(role, Reason("links", f"{n_links} links in {tag}"))
        return None

    def _n_texts(self, element: int) -> int:
        table = self._table
        return self._texts[table.end_block[element]] - self._texts[table.first_block[element]]

    def _carded(self, block: int) -> Said | None:
        """A part of a teaser: the smallest box of several texts around it leads to another page."""
        table = self._table
        element = table.element[block]
        for _ in range(LEVELS):
            if element < 0:
                return None
            a, b = table.first_block[element], table.end_block[element]
            if self.kept[b] - self.kept[a] or self.sums[b] - self.sums[a] > CARD_CHARS:
                return None
            if self._links[b] - self._links[a] and self._texts[b] - self._texts[a] > 1:
                if element not in self._cards:
                    self._cards[element] = self._card(element)
                return self._cards[element]
            element = table.parent[element]
        return None

    def _card(self, element: int) -> Said | None:
        """What is in an element that looks like a teaser, if the one beside it is like it."""
        table = self._table
        like = (table.tag[element], table.parent[element])
        for other in (self._after(element), self._before(element)):
            if other is not None and (table.tag[other], table.parent[other]) == like:
                return Said("related", Reason("links", f"a linked box in {table.tag[table.parent[element]]}"))
        return None

    def _after(self, element: int) -> int | None:
        """The element that begins where this one ends."""
        table, end = self._table, self._table.end_block[element]
        if end >= table.n_blocks:
            return None
        return self._at_level(table.element[end], table.parent[element])

    def _before(self, element: int) -> int | None:
        table, first = self._table, self._table.first_block[element]
        return self._at_level(table.element[first - 1], table.parent[element]) if first else None

    def _at_level(self, element: int, parent: int) -> int | None:
        """The element itself or the one around it that has this parent."""
        parents = self._table.parent
        for _ in range(LEVELS):
            if element < 0:
                return None
            if parents[element] == parent:
                return element
            element = parents[element]
        return None
