"""What is kept beyond the scorer's choice: the headline, headings that a table of contents names, titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Mark
from boilerstrip.decide.lead import FOOTER, MAX_HEADLINE_CHARS, is_beside_h1, is_of_headline
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = [
    "COPYRIGHT",
    "HEADING_LEVELS",
    "HEADLINE_BONUS",
    "MAX_HEADLINE_LINKS",
    "MIN_HEADLINE_OVERLAP",
    "MIN_PLAIN_OVERLAP",
    "find_headline",
    "find_sections",
    "find_titles",
    "rest_of_headline",
]

HEADING_LEVELS: Final = 4
"""How far up a heading tag is looked for, in elements."""
MIN_HEADLINE_OVERLAP: Final = 0.5
"""Dice overlap with the page's title from which a heading is its headline; 0..1, set on dev pages."""
MIN_PLAIN_OVERLAP: Final = 0.8
"""The same for a block that is no heading."""
HEADLINE_BONUS: Final = MappingProxyType({"h1": 0.4, "h2": 0.2, "h3": 0.1})
"""What a heading tag is worth against overlap in the choice of the headline."""
_NEVER: Final = 2.0
"""An overlap that no block has."""
COPYRIGHT: Final = "©"
"""How a line begins that says whose the page is; it may have all words of a title that is the site's name."""
_LIKELY_HEADING: Final = 0.25
"""Score from which a heading right above kept text is kept. Out-of-fold F1 is the same with it, 0.8833; of 68
such headings on every third development page a reader found some 60 right, which golds often lack; five of
the others are names above the posts of one thread."""
_MIN_ENTRIES: Final = 3
"""Titles that one template wrote from which they are of entries."""
_MOST: Final = 0.7
"""Share of them that stands right above kept text."""
MAX_HEADLINE_LINKS: Final = 0.5
"""Link density above which a block that is no heading is a teaser rather than the headline; a forum's
topic links to itself, so a heading may be a link if it says just what the title says."""


def find_headline(table: BlockTable, overlap: NDArray[np.float32], kept: Sequence[bool]) -> int:
    """The block that is most the page's title; -1 where none is.

    Nor is there one where a menu, breadcrumbs or the footer have most of the title, beside an `<h1>` that
    says something else.

    Args:
        table: The page's blocks.
        overlap: How much each block is the title of the metadata, 0..1, shape (n_blocks,).
        kept: Which the scorer keeps: a link that is no heading is a teaser, unless it is kept.
    """
    best, best_worth, best_tag, refused = -1, 0.0, "", 0.0
    likely = np.flatnonzero(overlap >= MIN_HEADLINE_OVERLAP)
    for i, value in zip(likely.tolist(), overlap[likely].tolist(), strict=True):
        tag = _heading_tag(table, table.element[i])
        least = MIN_HEADLINE_OVERLAP if tag else MIN_PLAIN_OVERLAP
        if tag != "h1" and table.n_link_chars[i] > MAX_HEADLINE_LINKS * table.n_chars[i]:
            least = MIN_PLAIN_OVERLAP if tag or kept[i] else _NEVER
        if value < least or not (tag or _may_be_titled(table, i)):
            continue
        worth = value + HEADLINE_BONUS.get(tag, 0.0)
        if worth <= best_worth or (tag != "h1" and worth <= refused):
            continue
        if tag != "h1" and is_beside_h1(table, i):
            refused = worth
        else:
            best, best_worth, best_tag = i, worth, tag
    return _below(table, best) if best_tag == "h1" or best_worth > refused else -1


def _may_be_titled(table: BlockTable, block: int) -> bool:
    """Whether a block that is no heading stands where a headline may."""
    element = table.element[block]
    in_footer = element >= 0 and table.around[element] & FOOTER
    return not in_footer and not table.text[block].startswith(COPYRIGHT)


def _below(table: BlockTable, block: int) -> int:
    """The only `<h1>` of a page where it follows the block found, which then is the line above a headline."""
    after = block + 1
    if not 0 < after < table.n_blocks or _heading_tag(table, table.element[block]) == "h1":
        return block
    is_h1 = _heading_tag(table, table.element[after]) == "h1"
    return after if is_h1 and table.tag.count("h1") == 1 else block


def rest_of_headline(table: BlockTable, block: int) -> list[int]:
    """What elements cut off a headline: words of a short `<h1>`, none of them in a link or a control."""
    for around in table.ancestors(table.element[block], HEADING_LEVELS):
        if table.tag[around] == "h1":
            span = range(table.first_block[around], table.end_block[around])
            if len(span) == 1 or sum(table.n_chars[i] for i in span) > MAX_HEADLINE_CHARS:
                break
            return [i for i in span if i != block and is_of_headline(table, i)]
    return []


def find_sections(
    table: BlockTable, headings: NDArray[np.bool_], kept: Sequence[bool], scores: NDArray[np.float32]
) -> dict[int, str]:
    """Dropped headings of kept text, each with its tag.

    They stand within it, or a link on the page names them, or they are likely enough. Words that are
    boilerplate elsewhere ("Advertisement") are scored low whatever they head, and so are repeated headings,
    and tables of contents repeat them.

    Args:
        table: The page's blocks.
        headings: Which blocks are headings.
        kept: Which are kept.
        scores: Probability of each to be main content.
    """
    n_chars, last = table.n_chars, table.n_blocks - 1
    found = list[int]()
    for block in np.flatnonzero(headings[:-1]).tolist():
        if kept[block]:
            continue
        after = block + 1
        while after < last and not n_chars[after]:
            after += 1
        if kept[after] and n_chars[after]:
            found.append(block)
    tags = {block: _heading_tag(table, table.element[block]) for block in found}
    tags = {block: tag for block, tag in tags.items() if tag not in ("", "h1")}
    if not tags:
        return {}
    within = {
        block: tag
        for block, tag in tags.items()
        if _is_within(table, block, kept) or _is_likely(table, block, headings, scores)
    }
    if len(within) == len(tags):
        return within
    first = dict(zip(reversed(table.text), range(last, -1, -1), strict=True))
    said = {block: first[table.text[block]] for block in tags}
    named = {block: tags[block] for block, at in said.items() if at < block and _links(table, at)}
    return within | named


def find_titles(
    table: BlockTable, headings: NDArray[np.bool_], group: NDArray[np.intp], kept: Sequence[bool]
) -> dict[int, str]:
    """Dropped headings of entries of which the text right below is kept, each with its tag.

    Each has a box with its text; links to other pages in the text of an article ("Related story") have none
    with the paragraph below. On the development pages, out-of-fold, 8 differ, 4 of them for the better by
    their golds and 7 by a reader; F1 is the same.

    Args:
        table: The page's blocks.
        headings: Which blocks are headings, shape (n_blocks,).
        group: Of each block, the same number for what one template wrote, shape (n_blocks,).
        kept: Which are kept.
    """
    above = np.flatnonzero(headings[:-1])
    is_over = [not kept[at] and kept[at + 1] and not headings[at + 1] for at in above.tolist()]
    if sum(is_over) < _MIN_ENTRIES:
        return {}
    tags = {at: _heading_tag(table, table.element[at]) for at in above[is_over].tolist()}
    alike: dict[int, dict[int, int]] = {}  # of each group the titles, each by its box
    for at, tag in tags.items():
        if table.n_chars[at + 1] and tag not in ("", "h1"):
            alike.setdefault(int(group[at]), {})[_box_of_both(table, at)] = at
    n_alike = np.bincount(group[above]).tolist()
    entries = [
        titles.values()
        for template, titles in alike.items()
        if len(titles) >= max(_MIN_ENTRIES, _MOST * n_alike[template])
    ]
    return {at: tags[at] for at in chain(*entries)}


def _box_of_both(table: BlockTable, block: int) -> int:
    """The innermost element around a block and the next; -1 for none."""
    around = table.ancestors(table.element[block])
    return next((element for element in around if table.end_block[element] > block + 1), -1)


def _is_likely(
    table: BlockTable, block: int, headings: NDArray[np.bool_], scores: NDArray[np.float32]
) -> bool:
    """Whether a heading without a link is right above text and scored not much lower than what is kept."""
    over_text = table.n_chars[block + 1] > 0 and not headings[block + 1]
    return over_text and scores[block] >= _LIKELY_HEADING and not table.n_link_chars[block]


def _is_within(table: BlockTable, block: int, kept: Sequence[bool]) -> bool:
    """Whether a block without a link stands between two that are kept, all three beside each other."""
    if not block or not kept[block - 1] or not kept[block + 1] or table.n_link_chars[block]:
        return False
    elements = [table.element[at] for at in (block - 1, block, block + 1)]
    return min(elements) >= 0 and len({table.parent[element] for element in elements}) == 1


def _links(table: BlockTable, block: int) -> bool:
    """Whether a link to a place on the page is in a block."""
    pieces = table.inline[block]
    return any(
        isinstance(piece, Mark) and piece.kind == "a" and piece.value.startswith("#") for piece in pieces
    )


def _heading_tag(table: BlockTable, element: int) -> str:
    """The heading the element is in, by its tag; "" where it is in none."""
    for around in table.ancestors(element, HEADING_LEVELS):
        if table.tag[around] in HEADING_TAGS:
            return table.tag[around]
    return ""
