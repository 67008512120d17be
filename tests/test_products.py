"""Products of matrices: those of numpy, the same on every machine with the same kernel, and by one thread."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from boilerstrip.products import product

SHAPES = ((281, 48), (248, 48), (48, 16), (48, 281), (3, 2))


def _matrices(n: int, k: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    numbers = np.random.default_rng(n)
    return numbers.normal(size=(n, k)).astype(np.float32), numbers.normal(size=(k, width)).astype(np.float32)


@pytest.mark.parametrize("n", [0, 1, 11, 12, 13, 24, 25, 336, 337, 1_000])
@pytest.mark.parametrize(("k", "width"), SHAPES)
def test_it_is_the_product(n: int, k: int, width: int) -> None:
    rows, weights = _matrices(n, k, width)
    found = product(rows, weights)
    assert found.shape == (n, width)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, rows.astype(np.float64) @ weights, rtol=1e-4, atol=1e-4)


def test_it_is_written_where_one_says() -> None:
    rows, weights = _matrices(50, 281, 48)
    out = np.zeros((60, 48), dtype=np.float32)
    product(rows, weights, out[5:55])
    assert (out[5:55] == product(rows, weights)).all()
    assert not out[:5].any()
    assert not out[55:].any()


@pytest.mark.parametrize(("k", "width"), SHAPES)
def test_a_row_has_the_same_product_on_pages_of_any_length(k: int, width: int) -> None:
    rows, weights = _matrices(2_000, k, width)
    whole = product(rows, weights)
    for n in (12, 120, 996, 1_200):
        assert (product(rows[:n], weights) == whole[:n]).all()
    assert (product(np.asfortranarray(rows), weights) == whole).all()


_SPENT = """
import time, numpy as np
from boilerstrip.products import product
rows, weights = np.ones((3_000, 281), np.float32) * 0.1, np.ones((281, 48), np.float32) * 0.3
rows[:, ::7], weights[::5] = 1.7, 0.01
def of_others():
    time.sleep(0.2)
    return time.process_time() - time.thread_time()
before = of_others()  # they begin with spinning
found = product(rows, weights)
print(round(1_000 * (of_others() - before)), found.tobytes().hex()[:4_000])
"""


def test_no_other_thread_works_or_waits_for_work() -> None:
    """Threads of BLAS spin for a while when they are done: 20 ms of CPU for each page."""
    told = [
        subprocess.run(
            [sys.executable, "-c", _SPENT],
            env={**os.environ, "OPENBLAS_NUM_THREADS": n_threads},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for n_threads in ("1", "2")
    ]
    assert int(told[1][0]) <= 10  # ms
    assert told[0][1] == told[1][1]
