"""The network says the same, compiled or not, bit by bit."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.features import COLUMNS, CONTAINER_CHARS, PAGE_COLUMNS, Features
from boilerstrip.scoring import default_model, dozens, network
from boilerstrip.scoring.network import SHIFTS
from tests.pure import pure

FAST: Any = network.COMPILED
if FAST is None:
    pytest.skip("scoring._network is not built, or kept out", allow_module_level=True)


def features_of(n: int, seed: int, n_groups: int = 3) -> Features:
    """Of a page of n blocks, made up; some columns are far beyond what is usual."""
    numbers = np.random.default_rng(seed)
    rows = numbers.normal(scale=2, size=(len(COLUMNS), n)).astype(np.float32)
    rows[::3] = rows[::3] > 0
    first = numbers.integers(0, n, size=(len(CONTAINER_CHARS), n))
    return Features(
        blocks=rows.T,
        page=numbers.normal(size=len(PAGE_COLUMNS)).astype(np.float32),
        weight=numbers.random(n, dtype=np.float32) * 9,
        group=numbers.integers(0, n_groups, size=n) if n > n_groups else np.arange(n),
        first=first,
        end=np.minimum(first + numbers.integers(0, 9, size=first.shape), n),
        told={},
    )


def said(features: Features) -> list[bytes]:
    model = default_model()
    scores = model.score(features)
    weights = model.weigh(features, scores, np.arange(features.n_blocks))
    return [*(each.tobytes() for each in (scores.blocks, scores.types, *scores.layers)), weights.tobytes()]


def assert_same(features: Features) -> None:
    """With products of our own, where this machine has them, with those of numpy, and without compiled parts."""
    compiled = said(features)
    with patch.object(dozens, "COMPILED", None):
        assert compiled == said(features)
    with pure():
        assert compiled == said(features)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(0, 1_000))
def test_small_pages(n: int, seed: int) -> None:
    with np.errstate(all="ignore"):
        assert_same(features_of(n, seed))


@pytest.mark.parametrize(("n", "n_groups"), [(959, 40), (960, 40), (961, 1), (2_000, 3), (2_000, 900)])
def test_pages_that_are_read_in_pieces(n: int, n_groups: int) -> None:
    with np.errstate(all="ignore"):
        assert_same(features_of(n, n, n_groups=n_groups))


def test_columns_that_do_not_lie_one_after_the_other() -> None:
    features = features_of(30, 1)
    rows = features._replace(blocks=np.ascontiguousarray(features.blocks))
    assert said(rows) == said(features)


def gather(n: int = 4, **others: Any) -> None:
    """What a round is given, with some of it replaced."""
    one = np.zeros((n, 3), dtype=np.float32)
    spans = np.zeros((1, n), dtype=np.intp)
    given: dict[str, Any] = {
        "hidden": one,
        "padded": np.zeros((n + 4, 2), dtype=np.float32),
        "shifts": SHIFTS,
        "by_group": np.zeros((2, 2), dtype=np.float32),
        "sums": np.zeros((n + 1, 2), dtype=np.float32),
        "group": np.zeros(n, dtype=np.intp),
        "first": spans,
        "end": spans,
        "share": np.zeros((1, n), dtype=np.float32),
        "start": 0,
        "out": np.zeros((n, 3 + 2 * 6), dtype=np.float32),
    }
    FAST.gathered(*(given | others).values())


@pytest.mark.parametrize(
    "others",
    [
        pytest.param({"start": 1}, id="beyond the last block"),
        pytest.param({"start": -1}, id="before the first"),
        pytest.param({"shifts": (-2, -1, 1, 3)}, id="a neighbour beyond the padding"),
        pytest.param({"group": np.array([0, 1, 2, 0])}, id="a group that is not there"),
        pytest.param({"group": np.array([0, -1, 1, 0])}, id="a group before the first"),
        pytest.param({"end": np.array([[0, 1, 5, 2]])}, id="a span beyond the last block"),
        pytest.param({"first": np.array([[0, -1, 1, 2]])}, id="a span before the first"),
        pytest.param({"sums": np.zeros((4, 2), dtype=np.float32)}, id="sums of fewer blocks"),
        pytest.param({"out": np.zeros((4, 14), dtype=np.float32)}, id="rows of another length"),
    ],
)
def test_what_does_not_fit_is_refused(others: dict[str, Any]) -> None:
    """An error: no memory is read that is not theirs."""
    gather()
    with pytest.raises((ValueError, IndexError)):
        gather(**others)


def test_other_shapes_are_refused() -> None:
    rows, bounds = np.zeros((4, 3), dtype=np.float32), np.zeros(3, dtype=np.float32)
    with pytest.raises(ValueError, match="one after the other"):
        FAST.clipped(rows, bounds, bounds, np.zeros((4, 3), dtype=np.float32, order="F"))
    with pytest.raises(ValueError, match="another shape"):
        FAST.rectified(rows, bounds[:2])
    with pytest.raises(ValueError, match="another shape"):
        FAST.sums(rows, np.zeros((4, 3), dtype=np.float32))
    layer, values = np.zeros((5, 1), dtype=np.uint8), np.zeros((2, 3), dtype=np.float32)
    with pytest.raises(ValueError, match="another shape"):
        FAST.where(np.zeros((5, 2), dtype=np.uint8), np.array([0, 4]), values, values.copy())
    with pytest.raises(ValueError, match="another shape"):
        FAST.where(layer, np.array([0, 4, 2]), values, values.copy())
    with pytest.raises(ValueError, match="another shape"):
        FAST.weighed(rows, np.array([0, 3]), bounds, bounds, bounds[:2], values)


@pytest.mark.parametrize("blocks", [[0, 5], [-1, 2]])
def test_blocks_that_are_not_there_are_refused(blocks: list[int]) -> None:
    values, bounds = np.ones((2, 3), dtype=np.float32), np.zeros(3, dtype=np.float32)
    FAST.where(np.zeros((5, 1), dtype=np.uint8), np.array([0, 4]), values, values.copy())
    FAST.weighed(np.zeros((5, 3), dtype=np.float32), np.array([0, 4]), bounds, bounds, bounds, values)
    with pytest.raises(IndexError):
        FAST.where(np.zeros((5, 1), dtype=np.uint8), np.array(blocks), values, values.copy())
    with pytest.raises(IndexError):
        FAST.weighed(np.zeros((5, 3), dtype=np.float32), np.array(blocks), bounds, bounds, bounds, values)
