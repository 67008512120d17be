"""Learning: gradients are those of the loss, and what is learned is what the package computes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from boilerstrip.features import CONTAINER_CHARS
from boilerstrip.scoring.network import Network, array_names
from boilerstrip.training.batch import MAX_BLOCKS, gather
from boilerstrip.training.fit import SHAPE, Optimizer, Recipe, answer, column_scaling, fit_network
from boilerstrip.training.learner import AUXILIARY, FIXED, Dropout, Learner, Shape, Weights, initial_weights
from boilerstrip.training.objective import EMPTY_WORDS, measure_loss
from boilerstrip.training.sample import Sample
from tests.test_training_augment import sample

pytest.importorskip("scipy", reason="needs the extra [train]")

TYPES = ("article", "forum", "product")
SMALL = Shape(hidden=7, told=4, page=3, rounds=2)


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    found = [sample(number, TYPES[number % 3]) for number in range(5)]
    found[3] = replace(found[3], is_auxiliary=True)
    return [*found, replace(found[0], n_matched=found[0].n_matched * 0, n_gold=0)]


def small_weights(samples: list[Sample]) -> Weights:
    weights = initial_weights(
        SMALL, len(CONTAINER_CHARS), len(TYPES), column_scaling(samples), np.random.default_rng(1)
    )
    return {**weights, AUXILIARY: np.zeros(SMALL.page, dtype=np.float32)}


def test_the_learner_computes_what_the_package_computes(samples: list[Sample]) -> None:
    weights = small_weights(samples)
    blocks, types = Learner(weights, 2).forward(gather(samples, TYPES, None))
    start = 0
    for i, one in enumerate(samples):
        outputs = Network(weights, 2).run(one.features)
        end = start + one.features.n_blocks
        np.testing.assert_allclose(blocks[start:end], outputs.blocks, atol=1e-5)
        np.testing.assert_allclose(types[i], outputs.types, atol=1e-5)
        start = end
    assert start == len(blocks)


def test_gradients_are_those_of_the_loss(samples: list[Sample]) -> None:
    weights = small_weights(samples)
    batch = gather(samples, TYPES, None)
    learner = Learner(weights, 2)
    loss = measure_loss(batch, *learner.forward(batch))
    gradients = learner.backward(batch, loss.of_blocks, loss.of_types)
    assert set(gradients) == set(weights) - set(FIXED)
    random = np.random.default_rng(2)
    exact = {name: array.astype(np.float64) for name, array in weights.items()}

    def loss_at(name: str, change: np.ndarray) -> float:
        changed = {**exact, name: exact[name] + change}
        return measure_loss(batch, *Learner(changed, 2).forward(batch)).loss  # type: ignore[arg-type]  # doubles

    for name, gradient in gradients.items():
        assert gradient.shape == weights[name].shape
        direction = random.normal(size=gradient.shape)
        step = 1e-4 * direction
        slope = (loss_at(name, step) - loss_at(name, -step)) / 2e-4
        assert slope == pytest.approx(float((gradient * direction).sum()), rel=0.02, abs=2e-4), name


def test_dropout_leaves_the_mean_and_no_dropout_nothing(samples: list[Sample]) -> None:
    weights, batch = small_weights(samples), gather(samples, TYPES, None)
    plain = Learner(weights, 2).forward(batch)[0]
    none = Learner(weights, 2, Dropout(0, 0, 0)).forward(batch)[0]
    np.testing.assert_allclose(plain, none, atol=1e-6)
    some = Learner(weights, 2, Dropout(0.3, 0.3, 0.3)).forward(batch)[0]
    assert not np.allclose(plain, some)


def test_a_long_page_is_looked_at_in_parts(samples: list[Sample]) -> None:
    page = samples[0]
    times = MAX_BLOCKS // page.features.n_blocks + 2
    features = page.features._replace(
        blocks=np.tile(page.features.blocks, (times, 1)),
        weight=np.tile(page.features.weight, times),
        group=np.tile(page.features.group, times),
        first=np.tile(page.features.first, (1, times)),
        end=np.full_like(np.tile(page.features.end, (1, times)), page.features.n_blocks * times),
    )
    long = replace(
        page,
        features=features,
        n_words=np.tile(page.n_words, times),
        n_matched=np.tile(page.n_matched, times),
        n_gold=page.n_gold * times,
    )
    batch = gather([long, page], TYPES, np.random.default_rng(0))
    assert len(batch.rows) == MAX_BLOCKS + page.features.n_blocks
    assert batch.n_gold[0] == pytest.approx(float((batch.labels * batch.words)[:MAX_BLOCKS].sum()), rel=1e-4)
    assert batch.n_gold[1] == page.n_gold
    np.testing.assert_allclose(np.asarray(batch.mean.sum(axis=1)), 1, rtol=1e-4)
    whole = gather([long], TYPES, None)
    assert len(whole.rows) == features.n_blocks


def test_the_loss_is_least_where_the_labels_are_met(samples: list[Sample]) -> None:
    batch = gather(samples[:5], TYPES, None)
    right = np.where(batch.labels > 0.5, 12, -12).astype(np.float32)
    types = batch.types * 12
    good, bad = measure_loss(batch, right, types), measure_loss(batch, -right, -types)
    assert good.soft_f1 > 0.97
    assert bad.soft_f1 < 0.1
    assert good.loss < 0.2
    assert bad.loss > 5


def test_a_page_without_main_content_wants_nothing_kept(samples: list[Sample]) -> None:
    empty = gather([samples[5]], TYPES, None)
    types = np.zeros((1, len(TYPES)), dtype=np.float32)
    nothing = measure_loss(empty, np.full(len(empty.rows), -30, dtype=np.float32), types)
    assert nothing.soft_f1 == pytest.approx(1, abs=1e-3)
    everything = measure_loss(empty, np.full(len(empty.rows), 30, dtype=np.float32), types)
    assert everything.soft_f1 == pytest.approx(
        EMPTY_WORDS / (EMPTY_WORDS + float(empty.words.sum())), rel=1e-3
    )


def test_what_is_there_to_learn_is_learned_and_learned_alike() -> None:
    pages = [sample(number) for number in range(30)]
    weights = fit_network(pages[:24], ("article",), Recipe(epochs=12, seed=3))
    for unseen in pages[24:]:
        found = answer(Network(weights, SHAPE.rounds), unseen)
        kept = found.blocks >= 0.5
        wanted = unseen.n_matched > 0.5 * np.maximum(unseen.n_words, 1)
        assert (kept == wanted).mean() > 0.85
    again = fit_network(pages[:24], ("article",), Recipe(epochs=12, seed=3))
    for name, array in weights.items():
        assert array.tobytes() == again[name].tobytes(), name
    assert SHAPE.rounds == 2


def test_what_is_fitted_is_the_mean_of_the_last_steps() -> None:
    weights = {"block": np.array([1.0, -2.0], dtype=np.float32)}
    optimizer, seen = Optimizer(weights, n_steps=20, n_averaged=8), list[np.ndarray]()
    random = np.random.default_rng(0)
    for _ in range(20):
        optimizer.step(weights, {"block": random.normal(size=2).astype(np.float32)})
        seen.append(weights["block"])
    np.testing.assert_allclose(optimizer.mean["block"], np.mean(seen[12:], axis=0), rtol=1e-6)
    assert optimizer.mean["block"].dtype == np.float32


def test_without_a_mean_the_last_steps_hardly_change_anything_and_with_one_they_do() -> None:
    def last_step(n_averaged: int) -> float:
        weights = {"block": np.array([1.0], dtype=np.float32)}
        optimizer = Optimizer(weights, 50, n_averaged)
        for _ in range(50):
            before = weights["block"]
            optimizer.step(weights, {"block": np.array([1.0], dtype=np.float32)})
        assert bool(optimizer.mean) == bool(n_averaged)
        return float(abs(weights["block"] - before)[0])

    assert last_step(0) < 1e-5
    assert last_step(20) == pytest.approx(0.2 * 3e-3, rel=0.1)


def test_where_auxiliary_pages_are_labelled_by_other_rules_those_of_the_others_hold() -> None:
    ours = [sample(number) for number in range(24)]
    theirs = [
        replace(page, n_matched=page.n_words, n_gold=int(page.n_words.sum()), is_auxiliary=True)
        for page in map(sample, range(100, 136))
    ]
    weights = fit_network([*ours, *theirs], ("article",), Recipe(epochs=60, seed=3))
    assert set(weights) == set(array_names(SHAPE.rounds))
    told = [replace(page, is_auxiliary=False) for page in theirs]
    mixed = fit_network([*ours, *told], ("article",), Recipe(epochs=60, seed=3))
    unseen = [sample(number) for number in range(30, 36)]

    def share_right(found: Weights) -> float:
        network = Network(found, SHAPE.rounds)
        right = [
            ((answer(network, page).blocks >= 0.5) == (page.n_matched > 0.5 * page.n_words)).mean()
            for page in unseen
        ]
        return float(np.mean(right))

    assert share_right(weights) > 0.85
    assert share_right(mixed) < 0.7  # it cannot know which rule to follow


def test_a_page_of_no_known_type_teaches_nothing_of_types(samples: list[Sample]) -> None:
    batch = gather([replace(samples[0], page_type=""), samples[1]], TYPES, None)
    blocks = np.zeros(len(batch.rows), dtype=np.float32)
    logits = np.ones((2, len(TYPES)), dtype=np.float32) * np.arange(len(TYPES), dtype=np.float32)
    loss = measure_loss(batch, blocks, logits)
    assert not loss.of_types[0].any()
    assert loss.of_types[1].any()
    assert np.isfinite(loss.loss)
