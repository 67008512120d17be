"""What is learned: the loss of a batch, and its gradients by the logits.

Three parts are added up, each a mean over pages:

- cross entropy of every block against its label, by the square root of its words;
- 1 minus the F1 of the page's words, with probabilities in the place of decisions ("soft F1"): the
  figure that counts, which knows that a wrong menu costs a short page more than a long one;
- cross entropy of the page type where it is known, weighted by `TYPE_WEIGHT`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.training.batch import Array, Batch

__all__ = ["EMPTY_WORDS", "Loss", "measure_loss"]

_Doubles = NDArray[np.float64]

TYPE_WEIGHT: Final = 0.1
EMPTY_WORDS: Final = 20.0
"""Words kept of a page without main content at which its soft F1, then 20 / (20 + kept), is a half."""


class Loss(NamedTuple):
    """Loss of a batch, its soft F1 (mean over pages), and the gradients of the loss by the logits."""

    loss: float
    soft_f1: float
    of_blocks: Array
    of_types: Array


def measure_loss(batch: Batch, block_logits: Array, type_logits: Array) -> Loss:
    """The loss of what a network says of a batch.

    Args:
        batch: The batch, with its labels.
        block_logits: Shape (n,).
        type_logits: Shape (k, n_types).
    """
    probability = 1 / (1 + np.exp(-np.clip(block_logits.astype(np.float64), -30, 30)))
    crossed, of_crossed = _block_entropy(batch, probability)
    soft_f1, of_f1 = _soft_f1(batch, probability)
    typed, of_types = _type_entropy(batch, type_logits)
    return Loss(
        loss=crossed + (1 - soft_f1) + TYPE_WEIGHT * typed,
        soft_f1=soft_f1,
        of_blocks=(of_crossed - of_f1 * probability * (1 - probability)).astype(np.float32),
        of_types=(TYPE_WEIGHT * of_types).astype(np.float32),
    )


def _block_entropy(batch: Batch, probability: _Doubles) -> tuple[float, _Doubles]:
    """Value, and gradient by the logits."""
    weight = np.sqrt(batch.words)
    weight = weight / np.maximum(np.bincount(batch.page, weight), 1)[batch.page] / batch.n_pages
    sure = np.clip(probability, 1e-7, 1 - 1e-7)
    entropy = -(batch.labels * np.log(sure) + (1 - batch.labels) * np.log(1 - sure))
    return float((entropy * weight).sum()), (probability - batch.labels) * weight


def _soft_f1(batch: Batch, probability: _Doubles) -> tuple[float, _Doubles]:
    """Value, and gradient by the probabilities."""
    matched = batch.labels * batch.words
    common = np.bincount(batch.page, probability * matched)
    kept = np.bincount(batch.page, probability * batch.words)
    total = np.maximum(kept + batch.n_gold, 1)
    is_empty = batch.n_gold <= 0
    f1 = np.where(is_empty, EMPTY_WORDS / (EMPTY_WORDS + kept), 2 * common / total)
    by_common = np.where(is_empty, 0, 2 / total)
    by_kept = np.where(is_empty, -EMPTY_WORDS / (EMPTY_WORDS + kept) ** 2, -2 * common / total**2)
    gradient = by_common[batch.page] * matched + by_kept[batch.page] * batch.words
    return float(f1.mean()), gradient / batch.n_pages


def _type_entropy(batch: Batch, logits: Array) -> tuple[float, _Doubles]:
    """Value, and gradient by the logits."""
    shifted = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    shares = np.exp(shifted)
    shares /= shares.sum(axis=1, keepdims=True)
    value = -float((batch.types * np.log(np.maximum(shares, 1e-12))).sum())
    gradient = shares * batch.types.sum(axis=1, keepdims=True) - batch.types
    return value / batch.n_pages, gradient / batch.n_pages
