"""The model for text without markup: the same network over other columns, and what is kept of its answer."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.lines import LINE_COLUMNS
from boilerstrip.features.matrix import Features
from boilerstrip.scoring.model import Model, Scores

__all__ = ["Kept", "TextModel", "choose_lines", "settle_headline"]

_IS_PROSE: Final = LINE_COLUMNS.index("is_prose")
_IS_HEADLINE: Final = LINE_COLUMNS.index("is_headline")
_ENDS_SENTENCE: Final = LINE_COLUMNS.index("ends_sentence")
_DATE_LIKE: Final = LINE_COLUMNS.index("date_like")
_TOLD: Final = [i for i, name in enumerate(LINE_COLUMNS) if name.startswith("told_")]
_HEADINGS: Final = ("h1", "h2")
_MIN_PROSE_CHARS: Final = 1_000
_MOSTLY: Final = 0.5
"""Characters of prose, or share of them, from which a text has main content, as on web pages (`choose`)."""
_LIKELY: Final = 0.3
"""Share of the likeliest block's probability from which blocks are kept there."""
_MAYBE: Final = 0.2
"""Probability from which a line is the headline if it stands where a headline stands."""
_HEADLINE_CHARS: Final = 200


class TextModel(Model):
    """A model of texts; `choose` is its own."""

    __slots__ = ()

    def choose(self, features: Features, scores: Scores) -> NDArray[np.bool_]:
        """Which blocks are kept, shape (n_blocks,)."""
        return choose_lines(features, scores.blocks, self.threshold)


def choose_lines(
    features: Features, probability: NDArray[np.floating], threshold: float
) -> NDArray[np.bool_]:
    """Which blocks of a text are kept, shape (n_blocks,).

    Those from the threshold on; where there are none in a text that is full of prose, those that are likely
    beside the likeliest.

    Args:
        features: Of the text, by `measure_lines`.
        probability: Of its blocks, shape (n_blocks,).
        threshold: The model's.
    """
    kept: NDArray[np.bool_] = probability >= threshold
    best = float(probability.max()) if len(probability) else 0.0
    if kept.any() or not best:
        return kept
    chars = np.square(features.weight)
    n_prose = float(chars @ (features.blocks[:, _IS_PROSE] > 0))
    if n_prose >= _MIN_PROSE_CHARS or n_prose >= _MOSTLY * float(chars.sum()) > 0:
        kept = probability >= _LIKELY * best
    return kept


class Kept(NamedTuple):
    """What is kept of a text.

    Attributes:
        kept: Of each block, shape (n_blocks,).
        headline: Index of the block that is the headline, -1 for none.
    """

    kept: NDArray[np.bool_]
    headline: int


def settle_headline(
    table: BlockTable, features: Features, probability: NDArray[np.floating], kept: NDArray[np.bool_]
) -> Kept:
    """Find the headline, and keep it once.

    It is the line that stands or is repeated where a headline would, if the model thinks it
    likely at all; else the first kept line, if it is no sentence.

    Args:
        table: The text's blocks.
        features: Of the text.
        probability: Of its blocks, shape (n_blocks,).
        kept: The choice, shape (n_blocks,).
    """
    places = np.flatnonzero(kept)
    if not len(places):
        return Kept(kept, -1)
    might = np.flatnonzero(features.blocks[:, _IS_HEADLINE] > 0).tolist()
    if might:
        words = table.text[might[0]]
        copies = [i for i, text in enumerate(table.text) if text == words]
        likely = [i for i in copies if kept[i] or probability[i] >= _MAYBE]
        if likely:
            settled = kept.copy()
            settled[copies] = False
            settled[likely[0]] = True
            return Kept(settled, likely[0])
    return Kept(kept, int(places[0]) if _is_headline(table, features, places[:2].tolist()) else -1)


def _is_headline(table: BlockTable, features: Features, first: list[int]) -> bool:
    """Whether the first of the first two kept blocks is a headline by its looks."""
    block, row = first[0], features.blocks[first[0]]
    tag = table.tag[table.element[block]]
    if tag in _HEADINGS:
        return True
    is_line = len(table.text[block]) <= _HEADLINE_CHARS and not row[_ENDS_SENTENCE] and not row[_IS_PROSE]
    is_bare = not row[_TOLD].any() and not row[_DATE_LIKE] and table.text[block].count(" ") >= 2
    return tag == "p" and is_line and is_bare and first[1:] == [block + 1]
