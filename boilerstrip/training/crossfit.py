"""Samples -> a model: everything that is fitted, from the weights to the threshold.

The network that ships is fitted to all samples. What it says of them tells nothing about the threshold
and the confidence, since it has seen them; so the samples are split in `N_PARTS` by group, and as many
further networks are fitted, each to all parts but one, and asked about that one. Auxiliary samples are
learned by all networks, and none is asked about them.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, NamedTuple

from boilerstrip import __version__
from boilerstrip.scoring.model import Model, Training
from boilerstrip.scoring.modelfile import pack_model
from boilerstrip.scoring.network import Network
from boilerstrip.training.calibrate import Answer, calibrate, choose_threshold
from boilerstrip.training.fit import SHAPE, Recipe, answer, fit_network
from boilerstrip.training.learner import Weights
from boilerstrip.training.sample import Sample
from boilerstrip.training.split import share_out

__all__ = ["N_FITS", "N_PARTS", "TrainingSet", "fit_models"]

N_PARTS: Final = 2
_LEAST_SHARE: Final = 0.25
"""Share of the samples that each part must have; few sites may all fall into one."""
N_FITS: Final = N_PARTS + 1
"""Networks that are fitted for one model."""
_EPOCHS: Final = 18


class TrainingSet(NamedTuple):
    """What one model is fitted to.

    Attributes:
        chosen: Indices of its samples, auxiliary ones not among them.
        gold_sha256: Digest of the gold standard they come from.
        seed: Of all random choices.
        auxiliary_sha256: Digest of the auxiliary gold standard, "" without one.
    """

    chosen: tuple[int, ...]
    gold_sha256: str
    seed: int
    auxiliary_sha256: str = ""


def fit_models(
    samples: Sequence[Sample],
    sets: Sequence[TrainingSet],
    advance: Callable[[], object] = lambda: None,
    n_workers: int | None = None,
) -> list[bytes]:
    """Fit a model to each set of samples.

    Args:
        samples: All samples; each model learns of all auxiliary ones among them.
        sets: Which of them each model is fitted to.
        advance: Called after each of `N_FITS` fits a model.
        n_workers: Processes; as many as there are processors where None. The result does not depend
            on it.

    Returns:
        The bytes of a model file for each set.
    """
    types = tuple(sorted({sample.page_type for sample in samples if sample.page_type})) or ("page",)
    n_workers = min(n_workers or os.cpu_count() or 1, N_FITS * len(sets))
    with ProcessPoolExecutor(
        n_workers, get_context("spawn"), initializer=_receive, initargs=(list(samples), types)
    ) as pool:

        def submitted(tasks: Iterable[_Task]) -> list[Future[_Fitted]]:
            futures = [pool.submit(_fit, task) for task in tasks]
            for future in futures:
                future.add_done_callback(lambda _done: advance())
            return futures

        fitted = [submitted(_tasks(samples, chosen)) for chosen in sets]
        return [
            _packed(samples, chosen, types, [future.result() for future in futures])
            for chosen, futures in zip(sets, fitted, strict=True)
        ]


class _Task(NamedTuple):
    """One network to fit: to which samples, and which ones to ask it about."""

    learned: tuple[int, ...]
    asked: tuple[int, ...]
    recipe: Recipe


class _Fitted(NamedTuple):
    weights: Weights
    answers: list[tuple[int, Answer]]


_received: list[tuple[list[Sample], tuple[str, ...]]] = []
"""What a worker process was given when it started."""


def _receive(samples: list[Sample], types: tuple[str, ...]) -> None:
    from threadpoolctl import threadpool_limits

    # One thread a process: more would fight for the processors, and sums would depend on their number.
    threadpool_limits(1)
    _received.append((samples, types))


def _fit(task: _Task) -> _Fitted:
    samples, types = _received[-1]
    weights = fit_network([samples[i] for i in task.learned], types, task.recipe)
    network = Network(weights, SHAPE.rounds)
    return _Fitted(weights, [(i, answer(network, samples[i])) for i in task.asked])


def _usable(samples: Sequence[Sample], chosen: Iterable[int]) -> tuple[int, ...]:
    """Those whose main content is in their HTML, and that have a block at all."""
    return tuple(i for i in chosen if samples[i].is_usable)


def _auxiliary(samples: Sequence[Sample]) -> tuple[int, ...]:
    return _usable(samples, (i for i, sample in enumerate(samples) if sample.is_auxiliary))


def _tasks(samples: Sequence[Sample], chosen: TrainingSet) -> list[_Task]:
    """The network that ships, then those that tell what to expect of it."""
    parts = _parts(samples, chosen.chosen)
    auxiliary = _auxiliary(samples)
    others = [
        _Task(
            _usable(samples, [i for i in chosen.chosen if parts[i] != part]) + auxiliary,
            tuple(i for i in chosen.chosen if parts[i] == part and samples[i].features.n_blocks),
            Recipe(_EPOCHS, chosen.seed + 1 + part),
        )
        for part in range(N_PARTS)
    ]
    learned = _usable(samples, chosen.chosen) + auxiliary
    return [_Task(learned, (), Recipe(_EPOCHS, chosen.seed)), *others]


def _parts(samples: Sequence[Sample], chosen: Sequence[int]) -> dict[int, int]:
    """The part that each sample belongs to; a site as a whole where there are enough of them."""
    sites = Counter(samples[i].group for i in chosen)
    for part_of in (_by_hash(sites), share_out(sites, N_PARTS)):
        sizes = Counter(dict.fromkeys(range(N_PARTS), 0))
        for site, n_samples in sites.items():
            sizes[part_of[site]] += n_samples
        if min(sizes.values()) >= _LEAST_SHARE * len(chosen):
            return {i: part_of[samples[i].group] for i in chosen}
    return {i: number % N_PARTS for number, i in enumerate(chosen)}


def _by_hash(sites: Counter[str]) -> dict[str, int]:
    """A site stays in its part whatever other sites there are."""
    return {site: hashlib.sha256(site.encode()).digest()[0] % N_PARTS for site in sites}


def _packed(
    samples: Sequence[Sample],
    chosen: TrainingSet,
    types: tuple[str, ...],
    fitted: Sequence[_Fitted],
) -> bytes:
    answers = dict(pair for each in fitted for pair in each.answers)
    known = [(samples[i], answers[i]) for i in sorted(answers)]
    threshold = choose_threshold(known, types)
    n_learned = len(_usable(samples, chosen.chosen))
    model = Model(
        name="",
        threshold=threshold,
        page_types=types,
        calibration=calibrate(known, threshold, types),
        training=Training(
            gold_sha256=chosen.gold_sha256,
            n_pages=n_learned,
            n_left_out=len(chosen.chosen) - n_learned,
            seed=chosen.seed,
            version=__version__,
            auxiliary_sha256=chosen.auxiliary_sha256,
            n_auxiliary=len(_auxiliary(samples)),
        ),
        arrays=fitted[0].weights,
        n_rounds=SHAPE.rounds,
    )
    return pack_model(model)
