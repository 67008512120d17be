"""Fit the network of texts: each page in a few of its renderings per epoch."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np

from boilerstrip.features.lines import LINE_COLUMNS, SPANS, TEXT_PAGE_COLUMNS
from boilerstrip.scoring.network import SHIFTS, Network, array_names
from boilerstrip.training.calibrate import Answer
from boilerstrip.training.fit import _Optimizer
from boilerstrip.training.learner import FIXED, Dropout, Learner, Shape, Weights
from boilerstrip.training.objective import measure_loss
from boilerstrip.training.renderings import INVENTED, THREAD, UNSPACED
from boilerstrip.training.textbatch import gather_texts
from boilerstrip.training.textsample import TextSample

__all__ = ["TEXT_SHAPE", "answer_text", "fit_texts"]

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
    weights = _initial_weights(len(types), _scaling([pages[i] for i in ids], random), random)
    n_texts = _PER_PAGE * len(ids)
    optimizer = _Optimizer(weights, epochs * math.ceil(n_texts / _BATCH))
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


def answer_text(network: Network, sample: TextSample) -> Answer:
    """What a network says of a sample, which has at least one block."""
    outputs = network.run(sample.features._replace(blocks=sample.features.blocks.astype(np.float32)))
    shares = np.exp(outputs.types - outputs.types.max())
    blocks = 1 / (1 + np.exp(-np.clip(outputs.blocks, -30, 30)))
    return Answer(blocks.astype(np.float32), (shares / shares.sum()).astype(np.float32))


def _choose(samples: Sequence[TextSample], random: np.random.Generator) -> TextSample:
    """One of a page's texts."""
    rendered = [sample for sample in samples if sample.rendering not in INVENTED]
    invented = [sample for sample in samples if sample.rendering in INVENTED]
    if not invented or (rendered and random.random() >= _INVENTED_SHARE):
        return rendered[int(random.integers(len(rendered)))]
    odds = np.array([_OFTEN.get(sample.rendering, 1.0) for sample in invented])
    return invented[int(random.choice(len(invented), p=odds / odds.sum()))]


def _scaling(pages: Sequence[Sequence[TextSample]], random: np.random.Generator) -> list[np.ndarray]:
    """Means and spreads of the columns, over one text of each page."""
    features = [samples[int(random.integers(len(samples)))].features for samples in pages]
    rows = np.concatenate([of_one.blocks for of_one in features]).astype(np.float32)
    whole = np.stack([of_one.page for of_one in features])
    # A column that hardly varies must not be blown up.
    return [rows.mean(axis=0), rows.std(axis=0) + 0.01, whole.mean(axis=0), whole.std(axis=0) + 0.05]


def _initial_weights(n_types: int, scaling: Sequence[np.ndarray], random: np.random.Generator) -> Weights:
    """Random weights, uniform within 1 / sqrt(inputs), as `learner.initial_weights` has them."""
    hidden, told, page, rounds = TEXT_SHAPE
    n_whole = 2 * told + page
    n_mixed = hidden + told * (len(SHIFTS) + 1 + len(SPANS)) + n_whole
    sizes = {
        "encode": (len(LINE_COLUMNS), hidden),
        "page": (len(TEXT_PAGE_COLUMNS), page),
        **{f"round_{i}_tell": (hidden, told) for i in range(rounds)},
        **{f"round_{i}_mix": (n_mixed, hidden) for i in range(rounds)},
        "block": (hidden, 1),
        "type": (n_whole, n_types),
    }
    weights: Weights = {
        name: np.asarray(array, np.float32) for name, array in zip(FIXED, scaling, strict=True)
    }
    for name, (n_in, n_out) in sizes.items():
        most = 1 / np.sqrt(n_in)
        weights[name] = random.uniform(-most, most, (n_in, n_out)).astype(np.float32)
        weights[f"{name}_bias"] = random.uniform(-most, most, n_out).astype(np.float32)
    weights["block"], weights["block_bias"] = weights["block"][:, 0], weights["block_bias"][0]
    return {name: weights[name] for name in array_names(rounds)}
