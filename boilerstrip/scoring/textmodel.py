"""The model for text without markup: the same network over other columns, and what is kept of its answer."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.lines import LINE_COLUMNS
from boilerstrip.features.matrix import Features
from boilerstrip.scoring.model import Model, Scores

__all__ = ["TextModel", "choose_lines"]

_IS_PROSE: Final = LINE_COLUMNS.index("is_prose")
_MIN_PROSE_CHARS: Final = 1_000
_MOSTLY: Final = 0.5
"""Characters of prose, or share of them, from which a text has main content, as on web pages (`choose`)."""
_LIKELY: Final = 0.3
"""Share of the likeliest block's probability from which blocks are kept there."""


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
