"""Content probabilities -> role, kept and reason of every block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Decisions, Reason
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS
from boilerstrip.words import classify

__all__ = ["REASON_CODES", "decide"]

REASON_CODES: Final = MappingProxyType(
    {
        "scored-high": "its columns together speak for main content",
        "headline": "it is the page's headline",
        "beside-kept": "an image between blocks that were kept",
        "class-word": "a class or id word of an element around it says what it is",
        "tag": "the tag or ARIA role of an element around it says what it is",
        "phrase": "a phrase in it, or in the small box it is part of, says what it is",
        "scored-low": "its columns together speak against main content, nothing specific does",
        "beside-dropped": "an image among blocks that were dropped",
    }
)
"""Every reason code with its meaning. The evidence of "class-word" is the element's class and id,
of "tag" its tag, of "phrase" the role
whose phrases they are, of "scored-*" the probability, of "headline" the overlap with the page's title."""

_WHOLE: Final = (
    ("cookie", "cookie-notice"),
    ("comment", "comment"),
    ("newsletter", "newsletter"),
    ("donation", "donation"),
    ("advertisement", "advertisement"),
    ("paywall", "paywall"),
)
"""Word categories that name a whole widget: they hold for all blocks inside; first match wins."""
_NEAREST: Final = (
    ("login", "login"),
    ("search", "search"),
    ("pagination", "pagination"),
    ("share", "share"),
    ("related", "related"),
    ("author", "author-bio"),
    ("navigation", "navigation"),
    ("legal", "legal"),
    ("footer", "footer"),
    ("header", "header"),
    ("tags", "navigation"),
    ("hidden", "hidden"),
)
"""Word categories that hold for the nearest element that has one, first match wins."""
_WHOLE_BITS: Final = tuple((CATEGORY_BIT[category], role) for category, role in _WHOLE)
_NEAREST_BITS: Final = tuple((CATEGORY_BIT[category], role) for category, role in _NEAREST)
_TELLING: Final = sum(bit for bit, _ in (*_WHOLE_BITS, *_NEAREST_BITS))
"""All bits that give a role; no two entries share one."""
_ROLE_OF_TAG: Final = MappingProxyType(
    {
        **dict.fromkeys(HEADING_TAGS, "heading"),
        **dict.fromkeys(("li", "dt", "dd"), "list"),
        **dict.fromkeys(("td", "th"), "table"),
        **dict.fromkeys(("figcaption", "caption"), "caption"),
        "pre": "code",
        "blockquote": "quote",
    }
)
"""Role of a kept block by the nearest element that has one."""
_HEADING_LEVELS: Final = 4
"""How far up a heading tag is looked for, in elements."""
_BESIDE_KEPT: Final = Reason("beside-kept")
_BESIDE_DROPPED: Final = Reason("beside-dropped")
# The reasons of most blocks, made once: by the score in hundredths.
_HIGH: Final = tuple(Reason("scored-high", f"{score / 100:.2f}") for score in range(101))
_LOW: Final = tuple(Reason("scored-low", f"{score / 100:.2f}") for score in range(101))
_MIN_HEADLINE_OVERLAP: Final = 0.5
"""Dice overlap with the page's title from which a heading is its headline; 0..1, set on dev pages."""
_MIN_PLAIN_OVERLAP: Final = 0.8
"""The same for a block that is no heading."""
_HEADLINE_BONUS: Final = MappingProxyType({"h1": 0.4, "h2": 0.2, "h3": 0.1})
"""What a heading tag is worth against overlap in the choice of the headline."""
_NEVER: Final = 2.0
"""An overlap that no block has."""
_MAX_HEADLINE_LINKS: Final = 0.5
"""Link density above which a block that is no heading is a teaser rather than the headline; a forum's
topic links to itself, so a heading may be a link if it says just what the title says."""


def decide(
    table: BlockTable,
    scores: NDArray[np.float32],
    chosen: NDArray[np.bool_],
    title_overlap: NDArray[np.float32],
    told_roles: Sequence[str],
) -> Decisions:
    """Decide what becomes of every block.

    Args:
        table: The page's blocks.
        scores: Content probabilities, shape (n_blocks,).
        chosen: Which blocks the model keeps, shape (n_blocks,).
        title_overlap: How much each block is the title of the metadata, 0..1, shape (n_blocks,).
        told_roles: What phrases say each block is if it is dropped, "" for nothing, length n_blocks.

    Returns:
        One decision per block.
    """
    values: list[float] = scores.tolist()
    kept: list[bool] = chosen.tolist()
    headline = _find_headline(table, title_overlap) if any(kept) else -1
    if headline >= 0:
        kept[headline] = True
    kept = _settle_images(table, kept)
    held = list(zip(table.element, kept, strict=True))
    reads_as = _inherit(table, (element for element, keep in held if keep), "paragraph", _reads_as)
    lies_in = _inherit(table, (element for element, keep in held if not keep), None, _lies_in)
    roles, reasons = [], []
    for i, (element, keep) in enumerate(held):
        if i == headline:
            role, reason = "title", Reason("headline", f"{title_overlap[i]:.2f}")
        elif keep and not table.n_chars[i]:
            role, reason = "media", _BESIDE_KEPT
        elif keep:
            role, reason = reads_as[element], _HIGH[int(100 * values[i] + 0.5)]
        elif (widget := lies_in[element]) and (widget.is_whole or not told_roles[i]):
            role, reason = widget.role, widget.reason
        elif told := told_roles[i]:
            role, reason = told, Reason("phrase", told)
        elif not table.n_chars[i]:
            role, reason = "other", _BESIDE_DROPPED
        else:
            role, reason = "other", _LOW[int(100 * values[i] + 0.5)]
        roles.append(role)
        reasons.append(reason)
    return Decisions(values, kept, roles, reasons, headline)


def _find_headline(table: BlockTable, overlap: NDArray[np.float32]) -> int:
    """The block that is most the page's title; -1 where none is."""
    best, best_value = -1, 0.0
    for i in np.flatnonzero(overlap > 0):
        value = float(overlap[i])
        tag = _heading_tag(table, table.element[i])
        least = _MIN_HEADLINE_OVERLAP if tag else _MIN_PLAIN_OVERLAP
        if tag != "h1" and table.n_link_chars[i] > _MAX_HEADLINE_LINKS * table.n_chars[i]:
            least = _MIN_PLAIN_OVERLAP if tag else _NEVER
        if value < least:
            continue
        value += _HEADLINE_BONUS.get(tag, 0.0)
        if value > best_value:
            best, best_value = int(i), value
    return best


def _heading_tag(table: BlockTable, element: int) -> str:
    """The heading the element is in, by its tag; "" where it is in none."""
    for around in table.ancestors(element)[:_HEADING_LEVELS]:
        if table.tag[around] in HEADING_TAGS:
            return table.tag[around]
    return ""


def _settle_images(table: BlockTable, kept: list[bool]) -> list[bool]:
    """Blocks that are only an image go with the text around them: kept between kept neighbours."""
    settled = list(kept)
    texts = [i for i, n in enumerate(table.n_chars) if n]
    before = -1
    following = iter([*texts, table.n_blocks])
    after = next(following)
    for i, n in enumerate(table.n_chars):
        if n:
            before, after = i, next(following)
        else:
            settled[i] = before >= 0 and kept[before] and after < table.n_blocks and kept[after]
    return settled


class _Widget(NamedTuple):
    """What an element is for, as it or one around it says."""

    role: str
    reason: Reason
    is_whole: bool  # nothing inside is anything else


_Value = TypeVar("_Value")


def _inherit(
    table: BlockTable,
    elements: Iterable[int],
    above_all: _Value,
    step: Callable[[BlockTable, int, _Value], _Value],
) -> dict[int, _Value]:
    """What each of the elements makes, by `step`, of what its parent says; each element asked once."""
    said: dict[int, _Value] = {-1: above_all}
    for element in elements:
        chain = []
        while element not in said:
            chain.append(element)
            element = table.parent[element]  # noqa: PLW2901 - climbing
        value = said[element]
        for inner in reversed(chain):
            value = step(table, inner, value)
            said[inner] = value
    return said


def _lies_in(table: BlockTable, element: int, around: _Widget | None) -> _Widget | None:
    """The widget an element lies in or is."""
    told = table.mask[element] & _TELLING
    if not told or (around is not None and around.is_whole):
        return around
    role, bit, is_whole = _first_told(told)
    return _Widget(role, _who_says(table, element, bit), is_whole)


@lru_cache(maxsize=4_096)
def _first_told(told: int) -> tuple[str, int, bool]:
    """Role, bit and wholeness of the first category in the mask, which has at least one of them."""
    return next(
        (role, bit, is_whole)
        for bits, is_whole in ((_WHOLE_BITS, True), (_NEAREST_BITS, False))
        for bit, role in bits
        if told & bit
    )


def _who_says(table: BlockTable, element: int, bit: int) -> Reason:
    """Whether an element has a category by its class and id or by its tag (or another attribute)."""
    label = table.label[element]
    return Reason("class-word", label) if classify(label) & bit else Reason("tag", table.tag[element])


def _reads_as(table: BlockTable, element: int, around: str) -> str:
    """The role of a kept block in an element: that of the nearest tag that gives one."""
    return _ROLE_OF_TAG.get(table.tag[element]) or around
