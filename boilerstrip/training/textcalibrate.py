"""The threshold and the confidence of a model of texts, of answers to texts it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.scoring.confidence import Calibration
from boilerstrip.scoring.textmodel import choose_lines
from boilerstrip.training.calibrate import Answer, fit_confidence, label_f1
from boilerstrip.training.textsample import TextSample

__all__ = ["calibrate_texts", "choose_text_threshold"]

Known = Sequence[tuple[TextSample, Answer]]
"""Texts with what a network that has not seen them says."""

_THRESHOLDS: Final = tuple(round(0.2 + 0.02 * i, 2) for i in range(21))
_AS_GOOD: Final = 0.001
"""F1 by which a threshold may be worse than the best and still be as good."""


def choose_text_threshold(known: Known) -> float:
    """The lowest threshold whose mean F1, smoothed over its neighbours, is as good as the best.

    Of what is equally good that which keeps more is taken: an article without boilerplate must stay whole.
    """
    means = np.array(
        [np.mean([label_f1(s, _chosen(s, found, t)) for s, found in known]) for t in _THRESHOLDS]
    )
    smoothed = np.convolve(np.pad(means, 1, mode="edge"), np.full(3, 1 / 3), mode="valid")
    return _THRESHOLDS[int(np.flatnonzero(smoothed >= smoothed.max() - _AS_GOOD)[0])]


def _chosen(sample: TextSample, found: Answer, threshold: float) -> NDArray[np.bool_]:
    return choose_lines(sample.features, found.blocks, threshold)


def calibrate_texts(known: Known, threshold: float) -> Calibration:
    """Fit the confidence to at least one text.

    Args:
        known: The texts, with their answers.
        threshold: The model's.
    """
    return fit_confidence([(s, found, _chosen(s, found, threshold)) for s, found in known])
