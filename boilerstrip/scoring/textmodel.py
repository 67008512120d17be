"""The model for text without markup: the same network over other columns, and what is kept of its answer."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.lines import LINE_COLUMNS
from boilerstrip.features.matrix import Features
from boilerstrip.scoring.choose import Chosen
from boilerstrip.scoring.model import Model, Scores

__all__ = ["TextModel", "choose_lines"]

_IS_PROSE: Final = LINE_COLUMNS.index("is_prose")
_MIN_PROSE_CHARS: Final = 1_000
_MOSTLY: Final = 0.5
"""Characters of prose, or share of them, from which a text has main content, as on web pages (`choose`)."""
_OPENS_THREAD: Final = LINE_COLUMNS.index("opens_thread")
_IN_THREAD: Final = LINE_COLUMNS.index("in_thread")
_SURE: Final = 0.6
"""Probability from which a line is kept below a comment widget. Out-of-fold on the development pages as text
this bar changed F1 by less than 0.0002; what it is for are threads that read like the article."""
_N_OPENERS, _SPREAD = 3, 4
"""Lines that open a thread, and the lines they lie within, which are a comment widget together ("Notify of",
"Newest Most Voted", "View all comments"): a single one may be a heading or a link to the thread."""
_LIKELY: Final = 0.3
"""Share of the likeliest block's probability from which blocks are kept there."""


class TextModel(Model):
    """A model of texts; `choose` is its own."""

    __slots__ = ()

    def choose(self, features: Features, scores: Scores, table: BlockTable) -> Chosen:
        """Which blocks of a text are kept; no element tells anything of it."""
        return Chosen(choose_lines(features, scores.blocks, self.threshold), {}, {})


def choose_lines(
    features: Features, probability: NDArray[np.floating], threshold: float
) -> NDArray[np.bool_]:
    """Which blocks of a text are kept, shape (n_blocks,).

    Those from the threshold on, below a comment widget those that are surer than that; where there are none
    in a text that is full of prose, those that are likely beside the likeliest.

    Args:
        features: Of the text, by `measure_lines`.
        probability: Of its blocks, shape (n_blocks,).
        threshold: The model's.
    """
    kept: NDArray[np.bool_] = probability >= threshold
    widget = _widget(features)
    kept[widget:] &= probability[widget:] >= _SURE
    best = float(probability.max()) if len(probability) else 0.0
    if kept.any() or not best:
        return kept
    chars = np.square(features.weight)
    n_prose = float(chars @ (features.blocks[:, _IS_PROSE] > 0))
    if n_prose >= _MIN_PROSE_CHARS or n_prose >= _MOSTLY * float(chars.sum()) > 0:
        kept = probability >= _LIKELY * best
    return kept


def _widget(features: Features) -> int:
    """Where the first comment widget below some prose begins, the number of blocks where there is none."""
    opens = features.blocks[:, _OPENS_THREAD] > 0
    if np.count_nonzero(opens) < _N_OPENERS:
        return len(opens)
    counts: NDArray[np.int64] = np.concatenate(([0], np.cumsum(opens, dtype=np.int64)))
    end = np.minimum(np.arange(len(opens)) + _SPREAD, len(opens))
    begins = opens & (features.blocks[:, _IN_THREAD] > 0) & (counts[end] - counts[:-1] >= _N_OPENERS)
    return int(begins.argmax()) if begins.any() else len(opens)
