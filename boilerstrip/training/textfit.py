"""Fit the network of texts: each page in a few of its renderings per epoch."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from boilerstrip.features.lines import SPANS
from boilerstrip.training.fit import Optimizer, column_scaling
from boilerstrip.training.learner import Dropout, Learner, Scaling, Shape, Weights, initial_weights
from boilerstrip.training.objective import measure_loss
from boilerstrip.training.renderings import INVENTED, THREAD, UNSPACED
from boilerstrip.training.textbatch import gather_texts
from boilerstrip.training.textsample import TextSample

__all__ = ["TEXT_SHAPE", "fit_texts"]

TEXT_SHAPE: Final = Shape(hidden=32, told=12, page=12, rounds=2)
_DROPOUT: Final = Dropout(hidden=0.1, column=0.08, page=0.3)
_BATCH: Final = 12
"""Texts of one step."""
_PER_PAGE: Final = 2
"""Renderings of each page in one epoch."""
_INVENTED_SHARE: Final = 0.35
"""Share of invented texts among a page's renderings, where it has any."""
_OFTEN: Final = {THREAD: 2.5, UNSPACED: 1.5}
"""How much more often than other invented texts some are looked at."""


def fit_texts(
    pages: Mapping[str, Sequence[TextSample]],
    types: Sequence[str],
    epochs: int,
    seed: int,
    advance: Callable[[], object] = lambda: None,
) -> Weights:
    """Fit a network.

    Args:
        pages: Usable samples of each page, by its id.
        types: Page types to tell.
        epochs: How often every page is looked at, each time in two renderings.
        seed: Of all random choices: the same pages and seed give the same arrays.
        advance: Called after each epoch.
    """
    random = np.random.default_rng(seed)
    ids = list(pages)
    scaling = _scaling([pages[i] for i in ids], random)
    weights = initial_weights(TEXT_SHAPE, len(SPANS), len(types), scaling, random)
    n_texts = _PER_PAGE * len(ids)
    optimizer = Optimizer(weights, epochs * math.ceil(n_texts / _BATCH))
    for _ in range(epochs):
        order = random.permutation(np.repeat(np.arange(len(ids)), _PER_PAGE))
        for start in range(0, n_texts, _BATCH):
            chosen = [_choose(pages[ids[i]], random) for i in order[start : start + _BATCH]]
            batch = gather_texts(chosen, types, random)
            learner = Learner(weights, TEXT_SHAPE.rounds, _DROPOUT, random)
            loss = measure_loss(batch, *learner.forward(batch))
            optimizer.step(weights, learner.backward(batch, loss.of_blocks, loss.of_types))
        advance()
    return weights


def _choose(samples: Sequence[TextSample], random: np.random.Generator) -> TextSample:
    """One of a page's texts."""
    rendered = [sample for sample in samples if sample.rendering not in INVENTED]
    invented = [sample for sample in samples if sample.rendering in INVENTED]
    if not invented or (rendered and random.random() >= _INVENTED_SHARE):
        return rendered[int(random.integers(len(rendered)))]
    odds = np.array([_OFTEN.get(sample.rendering, 1.0) for sample in invented])
    return invented[int(random.choice(len(invented), p=odds / odds.sum()))]


def _scaling(pages: Sequence[Sequence[TextSample]], random: np.random.Generator) -> Scaling:
    """Means and spreads of the columns, over one text of each page."""
    return column_scaling([samples[int(random.integers(len(samples)))] for samples in pages])
