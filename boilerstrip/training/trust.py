"""How far a model's word about its own result can be trusted: page types and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Trust", "calibration_error", "rank_correlation"]

N_BINS: Final = 10
"""Bins of equally many pages in which confidence and F1 are compared."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What pages' own words are worth; None where there was nothing to compare with.

    Attributes:
        type_accuracy: Share of the pages whose type was told, 0..1; of those with a type in the gold.
        confidence_rank: `rank_correlation` of confidence and F1.
        confidence_error: `calibration_error` of the confidence.
    """

    type_accuracy: float | None
    confidence_rank: float | None
    confidence_error: float | None


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's rank correlation, ties at their mean rank; None where either does not vary."""
    if len(one) < 2:
        return None
    a, b = _ranks(np.asarray(one)), _ranks(np.asarray(other))
    if not a.std() or not b.std():
        return None
    return float(np.corrcoef(a, b)[0, 1])


def calibration_error(confidence: Sequence[float], f1: Sequence[float]) -> float | None:
    """Mean distance of confidence and F1 over bins of equally many pages; None below one page a bin.

    Pages are sorted by confidence and cut into `N_BINS`; of each bin the mean confidence is compared
    with the mean F1 (the expected calibration error of Naeini et al., AAAI 2015, with equal counts).
    """
    if len(f1) < N_BINS:
        return None
    order = np.argsort(np.asarray(confidence), kind="stable")
    said, true = np.asarray(confidence)[order], np.asarray(f1)[order]
    bins = np.array_split(np.arange(len(order)), N_BINS)
    distances = [abs(float(said[bin_].mean() - true[bin_].mean())) for bin_ in bins]
    return sum(len(bin_) * distance for bin_, distance in zip(bins, distances, strict=True)) / len(order)


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: NDArray[np.float64] = (ends - (counts - 1) / 2)[inverse]
    return ranks
