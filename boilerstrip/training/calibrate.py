"""The threshold and the confidence, fitted to answers of networks that have not seen the pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.scoring.confidence import EVIDENCE, Calibration, measure_evidence
from boilerstrip.training.sample import Sample

__all__ = ["Answer", "Known", "calibrate", "choose_threshold", "label_f1"]


class Answer(NamedTuple):
    """What a network says of a sample: probabilities of its blocks, and of the page types."""

    blocks: NDArray[np.float32]
    types: NDArray[np.float32]


Known = Sequence[tuple[Sample, Answer]]
"""Samples with what a network that has not seen them says."""

_THRESHOLDS: Final = tuple(round(0.2 + 0.01 * i, 2) for i in range(51))
_RIDGE: Final = 200.0
"""Weight of the squared weights against the squared errors in ranks, over standardized evidence."""
_N_POINTS: Final = 12
"""Points of the curve from sums to F1."""


def label_f1(sample: Sample, kept: NDArray[np.bool_]) -> float:
    """F1 of a choice of blocks by the labels: the word F1, but for words that only look the same."""
    n_kept = int(sample.n_words @ kept)
    if not n_kept or not sample.n_gold:
        return float(n_kept == sample.n_gold)
    return 2 * int(sample.n_matched @ kept) / (n_kept + sample.n_gold)


def choose_threshold(known: Known) -> float:
    """The threshold with the best mean F1, smoothed over its neighbours."""
    means = np.array(
        [np.mean([label_f1(s, found.blocks >= threshold) for s, found in known]) for threshold in _THRESHOLDS]
    )
    smoothed = np.convolve(np.pad(means, 2, mode="edge"), np.full(5, 0.2), mode="valid")
    return _THRESHOLDS[int(smoothed.argmax())]


def calibrate(known: Known, threshold: float) -> Calibration:
    """Fit the confidence, to at least one sample.

    The sum is fitted to the ranks of the pages' F1 (half of all pages are nearly perfect, and ranks
    tell them apart where errors would not), the curve to the F1 itself.
    """
    from scipy.optimize import isotonic_regression
    from scipy.stats import rankdata

    evidence, f1 = [], []
    for sample, found in known:
        kept = found.blocks >= threshold
        if kept.any():
            chars = np.square(sample.features.weight)
            evidence.append(measure_evidence(chars, found.blocks, kept, found.types))
            f1.append(label_f1(sample, kept))
    if not f1:  # nothing is kept anywhere: nothing to learn a curve from
        return Calibration((0.0,) * (len(EVIDENCE) + len(known[0][1].types)), 0.0, (0.0,), (0.0,))
    matrix, target = np.array(evidence), np.array(f1)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-6
    scaled = (matrix - mean) / spread
    ranks = rankdata(target) / len(target)
    square = scaled.T @ scaled + _RIDGE * np.eye(scaled.shape[1])
    weights = np.linalg.solve(square, scaled.T @ (ranks - ranks.mean())) / spread
    bias = float(ranks.mean() - mean @ weights)
    sums = matrix @ weights + bias
    order = np.argsort(sums, kind="stable")
    rising = isotonic_regression(target[order]).x
    chunks = [chunk for chunk in np.array_split(np.arange(len(order)), _N_POINTS) if len(chunk)]
    return Calibration(
        weights=tuple(weights.tolist()),
        bias=bias,
        sums=tuple(float(sums[order][chunk].mean()) for chunk in chunks),
        f1=tuple(float(rising[chunk].mean()) for chunk in chunks),
    )
