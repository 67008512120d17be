"""Content probabilities -> role, kept and reason of every block."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Decisions, Reason
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS

__all__ = ["REASON_CODES", "decide"]

REASON_CODES: Final = MappingProxyType(
    {
        "scored-high": "its columns together speak for main content",
        "headline": "it is the page's headline",
        "beside-kept": "an image between blocks that were kept",
        "class-word": "a class or id word of an element around it says what it is",
        "tag": "the tag or ARIA role of an element around it says what it is",
        "scored-low": "its columns together speak against main content, nothing specific does",
        "beside-dropped": "an image among blocks that were dropped",
    }
)
"""Every reason code with its meaning. The evidence of "class-word" is the element's class and id,
of "tag" its tag, of "scored-*" the probability."""

_ANYWHERE: Final = (
    ("cookie", "cookie-notice"),
    ("comment", "comment"),
    ("newsletter", "newsletter"),
    ("donation", "donation"),
    ("advertisement", "advertisement"),
    ("paywall", "paywall"),
)
"""Word categories that name a whole widget: they hold for all blocks inside, first match wins."""
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
_ROLE_OF_TAG: Final = MappingProxyType(
    {
        **dict.fromkeys(HEADING_TAGS, "heading"),
        **dict.fromkeys(("li", "dt", "dd"), "list"),
        **dict.fromkeys(("td", "th"), "table"),
        **dict.fromkeys(("figcaption", "caption"), "caption"),
        "pre": "code",
        "blockquote": "quote",
        "math": "formula",
    }
)
"""Role of a kept block by the nearest element that has one."""
_ROLE_LEVELS: Final = 4
"""How far up a kept block's role is looked for, in elements."""
_MIN_HEADLINE_OVERLAP: Final = 0.5
"""Dice overlap with the page's title from which a heading is its headline; 0..1, set on dev pages."""
_MIN_PLAIN_OVERLAP: Final = 0.8
"""The same for a block that is no heading."""
_HEADLINE_BONUS: Final = MappingProxyType({"h1": 0.4, "h2": 0.2, "h3": 0.1})
"""What a heading tag is worth against overlap in the choice of the headline."""
_MAX_HEADLINE_LINKS: Final = 0.5
"""Link density above which a block that is no `<h1>` is a teaser rather than the headline."""


def decide(
    table: BlockTable,
    scores: NDArray[np.float32],
    threshold: float,
    title_overlap: NDArray[np.float32],
) -> Decisions:
    """Decide what becomes of every block.

    Args:
        table: The page's blocks.
        scores: Content probabilities, shape (n_blocks,).
        threshold: Probability from which a block is kept.
        title_overlap: How much each block is the title of the metadata, 0..1, shape (n_blocks,).

    Returns:
        One decision per block.
    """
    values = [float(score) for score in scores]
    kept = [value >= threshold for value in values]
    headline = _find_headline(table, title_overlap) if any(kept) else -1
    if headline >= 0:
        kept[headline] = True
    kept = _settle_images(table, kept)
    widgets = _widgets(table)
    roles, reasons = [], []
    for i, keep in enumerate(kept):
        role, reason = (
            _explain_kept(table, i, headline, values[i])
            if keep
            else _explain_dropped(table, i, widgets, values[i])
        )
        roles.append(role)
        reasons.append(reason)
    return Decisions(values, kept, roles, reasons, headline, _expected_f1(table, scores, kept))


def _find_headline(table: BlockTable, overlap: NDArray[np.float32]) -> int:
    """The block that is most the page's title; -1 where none is."""
    best, best_value = -1, 0.0
    for i in np.flatnonzero(overlap > 0):
        value = float(overlap[i])
        tag = _heading_tag(table, table.element[i])
        least = _MIN_HEADLINE_OVERLAP if tag else _MIN_PLAIN_OVERLAP
        if value < least or (tag != "h1" and table.n_link_chars[i] > _MAX_HEADLINE_LINKS * table.n_chars[i]):
            continue
        value += _HEADLINE_BONUS.get(tag, 0.0)
        if value > best_value:
            best, best_value = int(i), value
    return best


def _heading_tag(table: BlockTable, element: int) -> str:
    """The heading the element is in, by its tag; "" where it is in none."""
    for around in table.ancestors(element)[:_ROLE_LEVELS]:
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
    """What an element is for, as it or one around it says: a role, and who says so."""

    role: str
    element: int
    strong: bool


def _widgets(table: BlockTable) -> list[_Widget | None]:
    """For each element the widget it lies in, shape (n_elements,); an element follows its parent."""
    found: list[_Widget | None] = []
    for element, (mask, parent) in enumerate(zip(table.mask, table.parent, strict=True)):
        above = found[parent] if parent >= 0 else None
        found.append(_widget(element, mask, above) if mask else above)
    return found


def _widget(element: int, mask: int, above: _Widget | None) -> _Widget | None:
    if above is not None and above.strong:
        return above
    for category, role in _ANYWHERE:
        if mask & CATEGORY_BIT[category]:
            return _Widget(role, element, strong=True)
    for category, role in _NEAREST:
        if mask & CATEGORY_BIT[category]:
            return _Widget(role, element, strong=False)
    return above


def _explain_kept(table: BlockTable, block: int, headline: int, score: float) -> tuple[str, Reason]:
    if block == headline:
        return "title", Reason("headline", f"{score:.2f}")
    if not table.n_chars[block]:
        return "media", Reason("beside-kept")
    for element in table.ancestors(table.element[block])[:_ROLE_LEVELS]:
        if role := _ROLE_OF_TAG.get(table.tag[element]):
            return role, Reason("scored-high", f"{score:.2f}")
    return "paragraph", Reason("scored-high", f"{score:.2f}")


def _explain_dropped(
    table: BlockTable, block: int, widgets: list[_Widget | None], score: float
) -> tuple[str, Reason]:
    widget = widgets[table.element[block]]
    if widget is not None:
        label = table.label[widget.element]
        reason = Reason("class-word", label) if label else Reason("tag", table.tag[widget.element])
        return widget.role, reason
    if not table.n_chars[block]:
        return "other", Reason("beside-dropped")
    return "other", Reason("scored-low", f"{score:.2f}")


def _expected_f1(table: BlockTable, scores: NDArray[np.float32], kept: list[bool]) -> float:
    """F1 of the decision if the probabilities were true, in characters; 0 where nothing is kept."""
    chars = np.array(table.n_chars, dtype=np.float64)
    likely = float((chars * scores).sum())
    chosen = chars * np.array(kept, dtype=bool)
    total = float(chosen.sum()) + likely
    return float(2 * (chosen * scores).sum() / total) if total and any(kept) else 0.0
