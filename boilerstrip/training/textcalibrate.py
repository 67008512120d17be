"""The threshold and the confidence of a model of texts, of answers to texts it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.scoring.confidence import EVIDENCE, Calibration, measure_evidence
from boilerstrip.scoring.textmodel import choose_lines
from boilerstrip.training.calibrate import _RIDGE, Answer, _curve
from boilerstrip.training.textsample import TextSample

__all__ = ["calibrate_texts", "choose_text_threshold", "text_f1"]

Known = Sequence[tuple[TextSample, Answer]]
"""Texts with what a network that has not seen them says."""

_THRESHOLDS: Final = tuple(round(0.2 + 0.02 * i, 2) for i in range(21))
_AS_GOOD: Final = 0.001
"""F1 by which a threshold may be worse than the best and still be as good."""


def text_f1(sample: TextSample, kept: NDArray[np.bool_]) -> float:
    """F1 of a choice of blocks by the labels, as `calibrate.label_f1`."""
    n_kept = int(sample.n_words @ kept)
    if not n_kept or not sample.n_gold:
        return float(n_kept == sample.n_gold)
    return 2 * int(sample.n_matched @ kept) / (n_kept + sample.n_gold)


def choose_text_threshold(known: Known) -> float:
    """The lowest threshold whose mean F1, smoothed over its neighbours, is as good as the best.

    Of what is equally good that which keeps more is taken: an article without boilerplate must stay whole.
    """
    means = np.array([np.mean([text_f1(s, _chosen(s, found, t)) for s, found in known]) for t in _THRESHOLDS])
    smoothed = np.convolve(np.pad(means, 1, mode="edge"), np.full(3, 1 / 3), mode="valid")
    return _THRESHOLDS[int(np.flatnonzero(smoothed >= smoothed.max() - _AS_GOOD)[0])]


def _chosen(sample: TextSample, found: Answer, threshold: float) -> NDArray[np.bool_]:
    return choose_lines(sample.features, found.blocks, threshold)


def calibrate_texts(known: Known, threshold: float, n_types: int) -> Calibration:
    """Fit the confidence, to at least one text; see `calibrate.calibrate`.

    Args:
        known: The texts, with their answers.
        threshold: The model's.
        n_types: Page types it tells.
    """
    from scipy.stats import rankdata

    evidence, f1, f1_of_nothing = [], [], []
    for sample, found in known:
        kept = _chosen(sample, found, threshold)
        if not kept.any():
            f1_of_nothing.append(text_f1(sample, kept))
            continue
        evidence.append(measure_evidence(np.square(sample.features.weight), found.blocks, kept, found.types))
        f1.append(text_f1(sample, kept))
    nothing = (sum(f1_of_nothing) + 1) / (len(f1_of_nothing) + 2)  # Laplace: they are few
    if not f1:
        return Calibration((0.0,) * (len(EVIDENCE) + n_types), 0.0, (0.0,), (0.0,), nothing)
    matrix, target = np.array(evidence), np.array(f1)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-6
    scaled = (matrix - mean) / spread
    ranks = rankdata(target) / len(target)
    square = scaled.T @ scaled + _RIDGE * np.eye(scaled.shape[1])
    weights = np.linalg.solve(square, scaled.T @ (ranks - ranks.mean())) / spread
    bias = float(ranks.mean() - mean @ weights)
    sums, values = _curve(matrix @ weights + bias, target)
    return Calibration(tuple(weights.tolist()), bias, sums, values, nothing)
