"""Content probabilities -> what is kept, and role and reason of every block.

What is kept does not depend on roles and reasons: `roles` is imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Reason
from boilerstrip.compiled import compiled
from boilerstrip.decide.formulas import settle_formulas
from boilerstrip.decide.grids import keep_alike
from boilerstrip.decide.headline import (
    MIN_PLAIN_OVERLAP,
    find_headline,
    find_sections,
    find_titles,
    rest_of_headline,
)
from boilerstrip.decide.images import find_opening, find_signs, find_strays, settle_images
from boilerstrip.decide.lead import find_lead, is_beside_h1
from boilerstrip.decide.paragraphs import find_below, find_paragraphs
from boilerstrip.decide.reasons import REASON_CODES
from boilerstrip.decide.wholes import CALLOUT, complete
from boilerstrip.features import COLUMNS, TITLE_OVERLAP, Features

__all__ = ["REASON_CODES", "Choice", "Headline", "Settled", "settle"]


COMPILED: Final = compiled("decide._looks")
_HEADING: Final = COLUMNS.index("tag_heading")
_MANY_QUOTES: Final = 3
"""The fewest of which two are kept and one is dropped."""
BESIDE_KEPT: Final = Reason("beside-kept")


class Choice(NamedTuple):
    """What a model says of the blocks of a page.

    Attributes:
        scores: Content probabilities, shape (n_blocks,).
        kept: Which blocks it keeps, shape (n_blocks,).
        weigh: Block indices, shape (m,) -> how much each column speaks for them, shape (m, n_columns).
        columns: Their names.
        left_over: Blocks that it drops as what is left over of dropped parts: their role, and the reason.
        alike: Blocks that it keeps or drops with those that the same template wrote: the reason.
        is_forum: Whether it takes the page for a forum most of all.
    """

    scores: NDArray[np.float32]
    kept: NDArray[np.bool_]
    weigh: Callable[[NDArray[np.intp]], NDArray[np.float32]]
    columns: Sequence[str] = COLUMNS
    left_over: Mapping[int, tuple[str, Reason]] = MappingProxyType({})
    alike: Mapping[int, Reason] = MappingProxyType({})
    is_forum: bool = False


class Headline(NamedTuple):
    """The block that is the headline, -1 for none, and the evidence for it."""

    block: int
    evidence: str = ""


class Settled(NamedTuple):
    """What is kept in the end.

    Attributes:
        kept: Of each block, length n_blocks.
        headline: The headline.
        added: Blocks with words that the model does not keep, and why they are kept all the same.
    """

    kept: list[bool]
    headline: Headline
    added: Mapping[int, Reason]


def settle(
    table: BlockTable, features: Features, choice: Choice, *, headline: Headline | None = None
) -> Settled:
    """What is kept; the addresses of images that are signs go from the table.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        choice: What the model says.
        headline: Where it is known, as that of a text; else it is found by the title of the metadata.
    """
    kept: list[bool] = choice.kept.tolist()
    is_text = headline is not None  # and has other columns
    if headline is None:
        headline = _headline(table, features.blocks[:, TITLE_OVERLAP], kept)
    if headline.block >= 0:
        kept[headline.block] = True
    paragraphs = [] if is_text else find_paragraphs(table, features, choice.kept)
    paragraphs = [block for block in paragraphs if block not in choice.left_over]
    for block in paragraphs:
        kept[block] = True
    whole = COMPILED.complete if COMPILED else complete
    completed = {block: tag for block, tag in whole(table, kept).items() if block not in choice.left_over}
    added = {block: Reason("kept-whole", tag) for block, tag in completed.items()}
    added.update((block, Reason("kept-whole", "p")) for block in paragraphs)
    if headline.block >= 0:
        rest = rest_of_headline(table, headline.block)
        added.update((block, Reason("kept-whole", "h1")) for block in rest if not kept[block])
    added.update((block, Reason("kept-whole", "Answer")) for block in _answers(table, kept))
    added.update((block, Reason("kept-whole", what)) for block, what in _between(table, kept, choice))
    for block in added:
        kept[block] = True
    if not is_text and True in kept:
        _go_on(table, features, choice, kept, added)
    kept, saved = settle_formulas(table, kept)
    added.update(dict.fromkeys(saved, BESIDE_KEPT))
    if 0 in table.n_chars:
        strays = () if is_text else find_strays(table, features, choice.left_over, kept)
        kept = (COMPILED.settle_images if COMPILED else settle_images)(table, kept, strays)
        keep_alike(table, features.group, kept)
        if headline.block >= 0:
            for image in find_opening(table, kept, headline.block):
                kept[image] = True
    for block in _labels(table, kept):
        kept[block] = True
        added[block] = Reason("kept-whole", "tabpanel")
    _leave_out_signs(table, kept)
    return Settled(kept, headline, added)


def _leave_out_signs(table: BlockTable, kept: list[bool]) -> None:
    """Take away bullets, stars and rules that are images, on the few pages that have any."""
    if signs := find_signs(table, kept):
        from boilerstrip.decide.signs import leave_out_signs

        leave_out_signs(table, kept, signs)


def _labels(table: BlockTable, kept: Sequence[bool]) -> Sequence[int]:
    """The dropped labels of tabs of whose panels something is kept; few pages have any."""
    if not table.panels:
        return ()
    from boilerstrip.decide.labels import labels_of_kept

    return labels_of_kept(table, kept)


def _between(table: BlockTable, kept: Sequence[bool], choice: Choice) -> list[tuple[int, str]]:
    """The dropped quotes and callouts between what is kept, each block with the name of what it is in."""
    has_quotes = table.tag.count("blockquote") >= _MANY_QUOTES
    has_callouts = CALLOUT in [noted.get("as") for noted in table.attributes.values()]
    if not has_quotes and not has_callouts:  # as on most pages
        return []
    from boilerstrip.decide.between import find_callouts, find_quotes

    found = [(block, "blockquote") for block in find_quotes(table, kept)] if has_quotes else []
    found += [(block, "callout") for block in find_callouts(table, kept)] if has_callouts else []
    return [(block, what) for block, what in found if block not in choice.left_over]


def _go_on(
    table: BlockTable, features: Features, choice: Choice, kept: list[bool], added: dict[int, Reason]
) -> None:
    """Keep lists, code and so on right below what is kept, then the headings of all that is."""
    found = {} if choice.is_forum else find_below(table, features, kept)  # posts have their own rules
    for block, tag in found.items():
        if block not in choice.left_over:
            kept[block], added[block] = True, Reason("kept-whole", tag)
    for block, tag in _sections(table, features, choice, kept).items():
        kept[block], added[block] = True, Reason("kept-whole", tag)


def _sections(table: BlockTable, features: Features, choice: Choice, kept: Sequence[bool]) -> dict[int, str]:
    """The dropped headings of what is kept, each with its tag."""
    headings = features.blocks[:, _HEADING] > 0
    sections = find_sections(table, headings, kept, choice.scores)
    if not choice.is_forum:  # where names stand above posts
        sections |= find_titles(table, headings, features.group, kept)
    return {block: tag for block, tag in sections.items() if block not in choice.left_over}


def _answers(table: BlockTable, kept: Sequence[bool]) -> Sequence[int]:
    """The dropped texts of answers, on the few pages whose microdata say that they have some."""
    if not any(table.purposes[element]["itemtype"].endswith("/Answer") for element in table.spoken):
        return ()
    from boilerstrip.decide.answers import answers

    return answers(table, kept)


def _headline(table: BlockTable, overlap: NDArray[np.float32], kept: list[bool]) -> Headline:
    """The headline of a page, which has one if anything is kept."""
    find = COMPILED.find_headline if COMPILED else find_headline
    block = find(table, overlap, kept) if any(kept) else -1
    if block < 0 and True in kept:
        for refused in np.flatnonzero(overlap >= MIN_PLAIN_OVERLAP).tolist():
            # What only a menu or breadcrumbs say of the title is no line of the article either.
            kept[refused] &= not is_beside_h1(table, refused)
        block = find_lead(table, kept)
    return Headline(block, f"{overlap[block]:.2f}" if block >= 0 else "")
