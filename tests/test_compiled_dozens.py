"""Products of boilerstrip's own are those of numpy bit by bit, or numpy's are used."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from boilerstrip.features import measure
from boilerstrip.pipeline import read_page
from boilerstrip.products import product
from boilerstrip.scoring import default_model, dozens
from boilerstrip.scoring.neighbours import signs
from tests.pure import pure

FAST: Any = dozens.COMPILED
if FAST is None:
    pytest.skip("scoring._dozens is not built, or kept out", allow_module_level=True)

SHAPES = ((281, 48), (192, 48), (48, 16), (264, 64), (49, 128))
KERNELS = {each["architecture"] for each in threadpool_info() if each["internal_api"] == "openblas"}
has_kernel = pytest.mark.skipif(
    not FAST.IS_HERE or not KERNELS or not {"Haswell", "Zen"} >= KERNELS,
    reason="numpy has another kernel for this processor",
)


def matrices(n: int, k: int, width: int, zeros: float) -> tuple[Any, Any, Any]:
    """Rows, of whose numbers so many are 0 and some are so in all rows; weights; and a bias."""
    numbers = np.random.default_rng(n * k + width)
    rows = numbers.normal(size=(n, k)).astype(np.float32)
    rows[numbers.random((n, k)) < zeros] = 0
    rows[:, numbers.random(k) < zeros] = 0
    weights, bias = numbers.normal(size=(k, width)), numbers.normal(size=width)
    return rows, weights.astype(np.float32), bias.astype(np.float32)


def expected(rows: Any, weights: Any, bias: Any) -> Any:
    return np.maximum(product(rows, weights) + bias, 0)


@has_kernel
@pytest.mark.parametrize(("k", "width"), SHAPES)
@pytest.mark.parametrize("zeros", [0, 0.4, 1])
def test_products(k: int, width: int, zeros: float) -> None:
    assert dozens._agree(k, width)
    for n in [*range(2, 28), 120, 121, 959]:
        rows, weights, bias = matrices(n, k, width, zeros)
        out, flags = np.full((n, width), 9, np.float32), np.full((n, width // 8), 9, np.uint8)
        wanted = expected(rows, weights, bias)
        FAST.multiplied(rows, weights, bias, flags, out)
        assert out.tobytes() == wanted.tobytes(), n
        assert flags.tobytes() == signs(wanted).tobytes(), n
        bounds = np.full(k, -0.8, np.float32), np.linspace(-0.1, 2, k, dtype=np.float32)
        wanted = expected(np.clip(rows, *bounds), weights, bias)
        for given_ in (rows, np.asfortranarray(rows)):
            out[:] = 9
            assert dozens.encode(given_, bounds, weights, bias, out).tobytes() == signs(wanted).tobytes(), n
            assert out.tobytes() == wanted.tobytes(), n


@has_kernel
@pytest.mark.parametrize(("k", "width"), [(48, 281), (48, 48), (17, 25), (64, 297)])
@pytest.mark.parametrize("zeros", [0, 0.4, 1])
def test_products_to_which_nothing_is_added(k: int, width: int, zeros: float) -> None:
    assert dozens._agree(k, width, is_plain=True)
    for n in [*range(2, 28), 121]:
        rows, weights, _ = matrices(n, k, width, zeros)
        out = np.full((n, width), 9, np.float32)
        FAST.multiplied(rows, dozens.padded(weights), None, None, out)
        assert out.tobytes() == product(rows, weights).tobytes(), n


@has_kernel
def test_what_weighs_most() -> None:
    """Of the model that ships, of any number of blocks in any order."""
    page = read_page("<h1>A mill</h1>" + "<p>It has turned since 1654. <a href=/x>More</a>" * 30)
    features, model = measure(page.table, "A mill"), default_model()
    scores, numbers = model.score(features), np.random.default_rng(1)
    assert model._network._padded
    for n in [1, 2, 3, 12, 13, 25, 29, 70]:
        blocks = numbers.integers(0, features.n_blocks, size=n)
        found = model.weigh(features, scores, blocks)
        with pure():
            assert found.tobytes() == model.weigh(features, scores, blocks).tobytes(), n


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 700), st.integers(1, 12), st.integers(0, 1_000))
def test_means_of_groups(n: int, n_groups: int, seed: int) -> None:
    numbers = np.random.default_rng(seed)
    rows = np.abs(numbers.normal(size=(n, 16))).astype(np.float32)
    group = np.unique(numbers.integers(0, n_groups, size=n), return_inverse=True)[1].astype(np.intp)
    starts, order = np.zeros(int(group.max()) + 2, dtype=np.intp), np.empty(n, dtype=np.intp)
    FAST.ordered(group, starts, order)
    assert order.tolist() == np.argsort(group, kind="stable").tolist()
    means = np.empty((len(starts) - 1, 16), dtype=np.float32)
    FAST.means(rows, starts, order, means)
    wanted = np.add.reduceat(rows.take(order, axis=0), starts[:-1], axis=0)
    wanted *= np.reciprocal(np.bincount(group), dtype=np.float32)[:, None]
    assert means.tobytes() == wanted.tobytes()


def test_what_agrees_is_tried() -> None:
    """Of other widths OpenBLAS makes something else, and there is room for so many; of what is not finite a zero is no number."""
    assert not dozens._agree(48, 24)
    assert not dozens._agree(48, 144)
    assert not dozens._agree(513, 16)
    assert not dozens._agree(48, 25)
    assert not dozens._agree(48, 24, is_plain=True)
    assert not dozens._agree(48, 505, is_plain=True)
    weights = np.ones((48, 16), dtype=np.float32)
    assert dozens.are_same(weights) == bool(FAST.IS_HERE and dozens._agree(48, 16))
    weights[3, 3] = np.inf
    assert not dozens.are_same(weights)


_SCORED = """
from boilerstrip import extract
from boilerstrip.scoring import default_model
page = extract("<h1>A mill</h1>" + "<p>It has turned since 1654, and turns. <a href=/x>More</a>" * 30)
print(default_model()._network._is_fast, page.decisions.score)
"""


def scored(**environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCORED],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split(" ", 1)


@has_kernel
def test_numpy_multiplies_where_its_products_are_others() -> None:
    assert scored()[0] == "True"
    other = scored(OPENBLAS_CORETYPE="Sandybridge")
    pure = scored(OPENBLAS_CORETYPE="Sandybridge", BOILERSTRIP_PURE="1")
    assert other == pure
    assert other[0] == "False"


def assert_refused(function: str, *given_: Any) -> None:
    with pytest.raises((ValueError, IndexError)):
        getattr(FAST, function)(*given_)


def test_what_does_not_fit_is_refused() -> None:
    """An error: no memory is read or written that is not theirs."""
    rows, weights, bias = matrices(4, 24, 16, 0)
    out, flags = np.empty((4, 16), np.float32), np.empty((4, 2), np.uint8)
    assert_refused("multiplied", rows[:3].copy(), weights, bias, flags, out)
    assert_refused("multiplied", rows, weights[:23].copy(), bias, flags, out)
    assert_refused("multiplied", rows, weights, bias[:15].copy(), flags, out)
    assert_refused("multiplied", rows, weights, bias, flags[:3].copy(), out)
    assert_refused("multiplied", rows, weights, bias, flags[:, :1].copy(), out)
    assert_refused("multiplied", rows, weights, bias, flags, out[:, :8].copy())
    assert_refused("multiplied", rows[:1], weights, bias, flags[:1], out[:1])
    assert_refused(
        "multiplied", *(np.zeros(shape, np.float32) for shape in ((4, 513), (513, 16), 16)), flags, out
    )
    assert_refused("multiplied", rows, weights, bias, None, out[:, :9].copy())
    assert_refused("multiplied", rows, weights, None, flags, out)
    assert_refused("multiplied", rows, weights, None, None, out[:, :8].copy())
    assert_refused("encoded", rows, bias, bias, weights, bias, flags, out)
    assert_refused("sums", out, out.copy())
    group, order = np.array([0, 1, 0, 2]), np.empty(4, np.intp)
    assert_refused("ordered", group, np.zeros(3, np.intp), order)
    assert_refused("ordered", -group, np.zeros(4, np.intp), order)
    assert_refused("ordered", group, np.zeros(4, np.intp), order[:3].copy())
    starts, means = np.array([0, 2, 3, 4]), np.empty((3, 16), np.float32)
    FAST.means(out, starts, np.array([0, 2, 1, 3]), means)
    assert_refused("means", out, starts, np.array([0, 2, 1, 4]), means)
    assert_refused("means", out, starts, np.array([0, 2, -1, 3]), means)
    assert_refused("means", out, np.array([0, 3, 2, 4]), np.array([0, 2, 1, 3]), means)
    assert_refused("means", out, np.array([0, 2, 3, 5]), np.array([0, 2, 1, 3]), means)
    assert_refused("means", out, starts, np.array([0, 2, 1, 3]), means[:2].copy())
    assert_refused(
        "means", *(np.zeros((4, 129), np.float32), starts, order * 0, np.zeros((3, 129), np.float32))
    )


@has_kernel
def test_weights_that_do_not_fit_are_refused() -> None:
    rows, blocks, first = np.ones((4, 9), np.float32), np.array([0, 3, 1]), np.ones(16, np.float32)
    layers, bounds = np.zeros((4, 2), np.uint8), np.ones(9, np.float32)
    backs = (np.ones((16, 16), np.float32), np.ones((16, 16), np.float32))
    given_: list[Any] = [rows, blocks, first, (layers, layers), backs, bounds, bounds, bounds]
    out = np.empty((3, 9), np.float32)
    FAST.weighed(*given_, out)
    for at, bad in (
        *(
            (0, rows[:, :8].copy()),
            (0, rows[:3].copy()),
            (1, blocks + 1),
            (1, blocks - 1),
            (1, blocks[:2].copy()),
        ),
        *(
            (2, first[:8].copy()),
            (2, np.ones(136, np.float32)),
            (3, (layers,)),
            (3, (layers, layers[:3].copy())),
        ),
        *((3, (layers, layers[:, :1].copy())), (4, backs[:1]), (4, (backs[0], backs[1][:8].copy()))),
        *((4, (backs[0], backs[1][:, :8].copy())), (5, bounds[:8].copy()), (6, bounds[:8].copy())),
        *((7, bounds[:8].copy()), (3, ()), (3, (layers,) * 17)),
    ):
        assert_refused("weighed", *given_[:at], bad, *given_[at + 1 :], out)
    assert_refused("weighed", *given_, out[:2].copy())
    assert_refused("weighed", rows, blocks[:1].copy(), *given_[2:], out[:1].copy())


def test_rounds_that_do_not_fit_are_refused() -> None:
    n = 4
    spans = np.zeros((1, n), dtype=np.intp)
    given_: list[Any] = [
        np.ones((n, 16), np.float32),
        *(np.zeros((n + 4, 16), np.float32), (-2, -1, 1, 2), np.zeros((2, 16), np.float32)),
        *(
            np.zeros((n + 1, 16), np.float32),
            np.zeros(n, np.intp),
            spans,
            spans,
            np.zeros((1, n), np.float32),
        ),
        *(np.zeros((112, 16), np.float32), np.zeros(16, np.float32), np.zeros((n, 2), np.uint8)),
    ]
    if FAST.IS_HERE:
        FAST.mixed(*given_)
    for place, other in (
        (2, (-2, -1, 1, 3)),
        (5, np.array([0, 2, 1, 0])),
        (6, spans - 1),
        (7, spans + 5),
        (9, np.zeros((111, 16), np.float32)),
        (11, np.zeros((3, 2), np.uint8)),
    ):
        assert_refused("mixed", *given_[:place], other, *given_[place + 1 :])


@has_kernel
def test_the_model_that_ships_is_multiplied_so() -> None:
    assert default_model()._network._is_fast
