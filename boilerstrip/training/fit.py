"""Fit a network to samples."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np

from boilerstrip.features import CONTAINER_CHARS
from boilerstrip.scoring.network import Network
from boilerstrip.training.augment import Augmenter
from boilerstrip.training.batch import Labelled, gather
from boilerstrip.training.calibrate import Answer
from boilerstrip.training.learner import (
    AUXILIARY,
    FIXED,
    Dropout,
    Learner,
    Scaling,
    Shape,
    Weights,
    initial_weights,
)
from boilerstrip.training.objective import measure_loss
from boilerstrip.training.sample import Sample

__all__ = ["SHAPE", "Optimizer", "Recipe", "answer", "column_scaling", "fit_network"]

SHAPE: Final = Shape(hidden=48, told=16, page=24, rounds=2)
_DROPOUT: Final = Dropout(hidden=0.15, column=0.1, page=0.3)
_BATCH: Final = 12
"""Pages of one step."""
_RATE: Final = 3e-3
"""Highest learning rate. It rises over the first `_WARM` of the steps and falls, to `_LEFT` or 0 (cosine)."""
_WARM: Final = 0.15
_AVERAGED: Final = 0.4
"""Share of the steps, the last ones, over whose weights the mean is taken."""
_LEFT: Final = 0.2
"""What is left of the highest rate in those steps; with none they would all end in one place."""
_DECAY: Final = 0.02
_MAX_NORM: Final = 1.0
"""Norm at which gradients are cut."""
_MOMENTS: Final = (0.9, 0.999)


class Recipe(NamedTuple):
    """How a network is fitted.

    Attributes:
        epochs: How often every page is looked at.
        seed: Of all random choices.
    """

    epochs: int
    seed: int


def fit_network(
    samples: Sequence[Sample],
    types: Sequence[str],
    recipe: Recipe,
    advance: Callable[[], object] = lambda: None,
) -> Weights:
    """Fit a network.

    Args:
        samples: Pages to learn from, with at least one block each.
        types: Page types to tell.
        recipe: How.
        advance: Called after each epoch.

    Returns:
        The network's arrays. The same samples and recipe give the same arrays.
    """
    random = np.random.default_rng(recipe.seed)
    weights = initial_weights(SHAPE, len(CONTAINER_CHARS), len(types), column_scaling(samples), random)
    weights[AUXILIARY] = np.zeros(SHAPE.page, dtype=np.float32)
    augmenter = Augmenter(samples)
    n_steps = recipe.epochs * math.ceil(len(samples) / _BATCH)
    optimizer = Optimizer(weights, n_steps, int(_AVERAGED * n_steps))
    for _ in range(recipe.epochs):
        order = random.permutation(len(samples))
        for start in range(0, len(samples), _BATCH):
            varied = [augmenter.vary(samples[i], random) for i in order[start : start + _BATCH]]
            batch = gather(varied, types, random)
            learner = Learner(weights, SHAPE.rounds, _DROPOUT, random)
            loss = measure_loss(batch, *learner.forward(batch))
            optimizer.step(weights, learner.backward(batch, loss.of_blocks, loss.of_types))
        advance()
    weights.update(optimizer.mean)
    del weights[AUXILIARY]
    return weights


def answer(network: Network, sample: Labelled) -> Answer:
    """What a network says of a sample, which has at least one block."""
    features = sample.features
    outputs = network.run(features._replace(blocks=np.asarray(features.blocks, dtype=np.float32)))
    shares = np.exp(outputs.types - outputs.types.max())
    blocks = 1 / (1 + np.exp(-np.clip(outputs.blocks, -30, 30)))
    return Answer(blocks.astype(np.float32), (shares / shares.sum()).astype(np.float32))


def column_scaling(samples: Sequence[Labelled]) -> Scaling:
    """The arrays of `FIXED`: means and spreads of the columns."""
    rows = np.concatenate([sample.features.blocks for sample in samples]).astype(np.float32, copy=False)
    pages = np.stack([sample.features.page for sample in samples])
    # A column that hardly varies must not be blown up.
    return [rows.mean(axis=0), rows.std(axis=0) + 0.01, pages.mean(axis=0), pages.std(axis=0) + 0.05]


class Optimizer:
    """AdamW (Loshchilov and Hutter, arXiv:1711.05101) with one rise and fall of the learning rate.

    Args:
        weights: What is fitted.
        n_steps: Steps that will be taken.
        n_averaged: Of them the last ones, over which the mean of the weights is taken (stochastic weight
            averaging, Izmailov et al., arXiv:1803.05407); the rate is all the same in them. It falls to 0
            where there are none.

    Attributes:
        mean: That mean, of the steps so far.
    """

    def __init__(self, weights: Weights, n_steps: int, n_averaged: int = 0) -> None:
        self._n_falling, self._n_done = n_steps - n_averaged, 0
        self._left = _LEFT if n_averaged else 0.0
        self._n_warm = max(_WARM * n_steps, 1)
        self._first = {name: np.zeros_like(array) for name, array in weights.items() if name not in FIXED}
        self._second = {name: np.zeros_like(array) for name, array in self._first.items()}
        self.mean: Weights = {}

    def step(self, weights: Weights, gradients: Weights) -> None:
        """Take one step: the arrays in `weights` are replaced."""
        norm = math.sqrt(sum(float(np.square(gradient).sum()) for gradient in gradients.values()))
        scale = min(1.0, _MAX_NORM / max(norm, 1e-12))
        rate = self._rate()
        self._n_done += 1
        first, second = _MOMENTS
        for name in self._first:
            gradient = gradients[name] * np.float32(scale)
            self._first[name] = first * self._first[name] + (1 - first) * gradient
            self._second[name] = second * self._second[name] + (1 - second) * np.square(gradient)
            mean = self._first[name] / (1 - first**self._n_done)
            spread = np.sqrt(self._second[name] / (1 - second**self._n_done)) + 1e-8
            step = rate * (mean / spread + _DECAY * weights[name])
            weights[name] = (weights[name] - step).astype(np.float32)
        if self._n_done > self._n_falling:
            self._average(weights)

    def _average(self, weights: Weights) -> None:
        n_averaged = self._n_done - self._n_falling
        for name in self._first:
            before = self.mean.get(name, weights[name])
            self.mean[name] = before + (weights[name] - before) / np.float32(n_averaged)

    def _rate(self) -> float:
        if self._n_done < self._n_warm:
            share = self._n_done / self._n_warm
            return _RATE * (0.04 + 0.96 * (1 - math.cos(math.pi * share)) / 2)
        share = min((self._n_done - self._n_warm) / max(self._n_falling - self._n_warm, 1), 1)
        return _RATE * (self._left + (1 - self._left) * (1 + math.cos(math.pi * share)) / 2)
