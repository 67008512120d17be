"""Forums and listings are made of entries: what one template wrote in them is kept or dropped together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import Reason
from boilerstrip.features import Features

__all__ = ["explain_alike", "share_scores"]

_OF_ENTRIES: Final = ("forum", "listing")
"""Types of pages that are made of entries."""
_LIKELY: Final = 0.3
"""Probability of these types together from which a page is taken for one. Out-of-fold F1 by the labels of
blocks is 0.8690 with it, 0.8686 with 0.6, and 0.8678 where every block stands for itself."""
_MOST_APART: Final = 3.0
"""Logits by which a block may differ from what is like it; one that is farther off stands for itself, as the
small print of a mail whose lines are all written alike. Out-of-fold F1 is the same without a bound."""
_DECIMALS: Final = 4
"""Of a probability, as `Scores` has them."""
_FARTHEST: Final = 10.0**-_DECIMALS
"""How near to 0 and to 1 a probability counts."""


def share_scores(
    features: Features, probability: NDArray[np.floating], types: Mapping[str, float]
) -> NDArray[np.floating]:
    """The probabilities by which a page's blocks are chosen.

    On a page that is made of entries each block has the mean of those that the same template wrote, in
    logits, weighted by characters: a post that lacks its second paragraph, or a thread that lacks a post, is
    worse than a wrong choice for all of them. Elsewhere blocks of a template differ with reason.

    Args:
        features: Of the page.
        probability: Of its blocks, shape (n_blocks,).
        types: Probability of each page type that the model tells.
    """
    if not len(probability) or sum(types.get(name, 0.0) for name in _OF_ENTRIES) < _LIKELY:
        return probability
    certain = np.clip(probability.astype(np.float64), _FARTHEST, 1 - _FARTHEST)
    weights = np.square(features.weight, dtype=np.float64) + 1
    logits, group = np.log(certain / (1 - certain)), features.group
    means = np.bincount(group, weights * logits) / np.maximum(np.bincount(group, weights), 1)
    shared = np.where(np.abs(means[group] - logits) <= _MOST_APART, means[group], logits)
    return np.round(1 / (1 + np.exp(-shared)), _DECIMALS)


def explain_alike(
    features: Features, shared: NDArray[np.floating], changed: NDArray[np.bool_]
) -> dict[int, Reason]:
    """The reasons of blocks that were chosen by what is like them.

    Args:
        features: Of the page.
        shared: Of `share_scores`, shape (n_blocks,).
        changed: Which blocks were chosen otherwise than their own score would, shape (n_blocks,).
    """
    if not changed.any():
        return {}
    n_alike = np.bincount(features.group)[features.group]
    return {
        block: Reason("same-template", f"{shared[block]:.2f}: {n_alike[block]} blocks")
        for block in np.flatnonzero(changed).tolist()
    }
