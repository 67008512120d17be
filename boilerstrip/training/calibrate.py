"""The threshold and the confidence, fitted to answers of networks that have not seen the pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.scoring.choose import choose
from boilerstrip.scoring.confidence import EVIDENCE, Calibration, measure_evidence
from boilerstrip.training.batch import Labelled
from boilerstrip.training.sample import Sample

__all__ = ["Answer", "Chosen", "Known", "calibrate", "choose_threshold", "fit_confidence", "label_f1"]


class Answer(NamedTuple):
    """What a network says of a sample: probabilities of its blocks, and of the page types."""

    blocks: NDArray[np.float32]
    types: NDArray[np.float32]


Known = Sequence[tuple[Sample, Answer]]
"""Samples with what a network that has not seen them says."""

Chosen = tuple[Labelled, Answer, NDArray[np.bool_]]
"""A sample, the answer, and what is kept by it."""

_THRESHOLDS: Final = tuple(round(0.2 + 0.01 * i, 2) for i in range(51))
_AS_GOOD: Final = 0.001
"""F1 by which a threshold may be worse than the best and still be as good."""
_RIDGE: Final = 200.0
"""Weight of the squared weights against the squared errors in ranks, over standardized evidence."""
_N_POINTS: Final = 16
"""Groups of pages whose means make the curve from sums to F1."""


def label_f1(sample: Labelled, kept: NDArray[np.bool_]) -> float:
    """F1 of a choice of blocks by the labels: the word F1, but for words that only look the same."""
    n_kept = int(sample.n_words @ kept)
    if not n_kept or not sample.n_gold:
        return float(n_kept == sample.n_gold)
    return 2 * int(sample.n_matched @ kept) / (n_kept + sample.n_gold)


def choose_threshold(known: Known, types: Sequence[str]) -> float:
    """The highest threshold whose mean F1, smoothed over its neighbours, is as good as the best.

    F1 hardly changes over a wide range; of what is equally good, that which keeps less is taken.

    Args:
        known: The samples, with their answers.
        types: Page types, in the order of the answers.
    """
    means = np.array(
        [np.mean([label_f1(s, _chosen(s, found, t, types)) for s, found in known]) for t in _THRESHOLDS]
    )
    smoothed = np.convolve(np.pad(means, 2, mode="edge"), np.full(5, 0.2), mode="valid")
    return _THRESHOLDS[int(np.flatnonzero(smoothed >= smoothed.max() - _AS_GOOD)[-1])]


def _chosen(sample: Sample, found: Answer, threshold: float, types: Sequence[str]) -> NDArray[np.bool_]:
    """What a model would keep, just as `Model.choose` does."""
    told = dict(zip(types, found.types.tolist(), strict=True))
    return choose(sample.features, found.blocks, told, threshold, sample.table).kept


def calibrate(known: Known, threshold: float, types: Sequence[str]) -> Calibration:
    """Fit the confidence of a model to at least one sample.

    Args:
        known: The samples, with their answers.
        threshold: The model's.
        types: Page types, in the order of the answers.
    """
    return fit_confidence([(s, found, _chosen(s, found, threshold, types)) for s, found in known])


def fit_confidence(chosen: Sequence[Chosen]) -> Calibration:
    """Fit the confidence to at least one choice.

    The sum is fitted to the ranks of the pages' F1 (half of all pages are nearly perfect, and ranks
    tell them apart where errors would not), the curve to the F1 itself.
    """
    from scipy.stats import rankdata

    evidence, f1, f1_of_nothing = [], [], []
    for sample, found, kept in chosen:
        if not kept.any():
            f1_of_nothing.append(label_f1(sample, kept))
            continue
        evidence.append(measure_evidence(np.square(sample.features.weight), found.blocks, kept, found.types))
        f1.append(label_f1(sample, kept))
    nothing = (sum(f1_of_nothing) + 1) / (len(f1_of_nothing) + 2)  # Laplace: they are few
    if not f1:  # nothing is kept anywhere: nothing to learn a curve from
        n_signs = len(EVIDENCE) + len(chosen[0][1].types)
        return Calibration((0.0,) * n_signs, 0.0, (0.0,), (0.0,), nothing)
    matrix, target = np.array(evidence), np.array(f1)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-6
    scaled = (matrix - mean) / spread
    ranks = rankdata(target) / len(target)
    square = scaled.T @ scaled + _RIDGE * np.eye(scaled.shape[1])
    weights = np.linalg.solve(square, scaled.T @ (ranks - ranks.mean())) / spread
    bias = float(ranks.mean() - mean @ weights)
    sums, values = _curve(matrix @ weights + bias, target)
    return Calibration(tuple(weights.tolist()), bias, sums, values, nothing)


def _curve(sums: NDArray[np.float64], f1: NDArray[np.float64]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Points of a curve from sums to F1 that rises everywhere, so that no two sums are told alike.

    Means of equally many pages, made to rise by isotonic regression; where that levels them they
    become one point. Beyond the outermost points the curve goes on as steeply as before.
    """
    from scipy.optimize import isotonic_regression

    order = np.argsort(sums, kind="stable")
    chunks = [chunk for chunk in np.array_split(order, _N_POINTS) if len(chunk)]
    means = np.array([[sums[chunk].mean(), f1[chunk].mean()] for chunk in chunks])
    level = isotonic_regression(means[:, 1]).x
    points = [means[np.isclose(level, value)].mean(axis=0) for value in np.unique(np.round(level, 9))]
    if len(points) > 1:
        before, after = 2 * points[0] - points[1], 2 * points[-1] - points[-2]
        points = [before, *points, after]
    return tuple(float(x) for x, _ in points), tuple(float(np.clip(y, 0, 1)) for _, y in points)
