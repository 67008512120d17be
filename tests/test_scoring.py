"""Matrix -> probabilities: the rules name real columns, and a block's score is its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from boilerstrip.features import COLUMNS
from boilerstrip.scoring import RULES, Scorer
from boilerstrip.scoring.rules import BIAS, THRESHOLD, WEIGHTS


def matrix(*rows: dict[str, float]) -> NDArray[np.float32]:
    """A matrix with a row for each dict; columns that are not named are 0."""
    filled = np.zeros((len(rows), len(COLUMNS)), dtype=np.float32)
    for i, row in enumerate(rows):
        for name, value in row.items():
            filled[i, COLUMNS.index(name)] = value
    return filled


def test_every_weight_is_of_a_column() -> None:
    assert set(WEIGHTS) <= set(COLUMNS), "a weight without a column would be ignored in silence"
    assert 0 not in WEIGHTS.values()


def test_the_score_is_the_logistic_function_of_the_weighted_sum() -> None:
    row = {"link_density": 0.5, "tag_p": 1, "around_footer": 1}
    log_odds = BIAS + 0.5 * WEIGHTS["link_density"] + WEIGHTS["tag_p"] + WEIGHTS["around_footer"]
    assert RULES.score(matrix(row)).tolist() == [pytest.approx(1 / (1 + np.exp(-log_odds)), abs=1e-6)]


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_a_column_speaks_for_or_against_as_its_weight_says(name: str) -> None:
    without, with_it = RULES.score(matrix({}, {name: 1}))
    assert (with_it > without) == (WEIGHTS[name] > 0)


def test_scores_are_float32_one_for_each_block() -> None:
    for n in (0, 1, 7):
        scores = RULES.score(np.zeros((n, len(COLUMNS)), dtype=np.float32))
        assert scores.shape == (n,)
        assert scores.dtype == np.float32


@given(st.lists(st.floats(-40, 40, width=32), min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_any_row_gets_a_probability(values: list[float]) -> None:
    with np.errstate(over="ignore"):
        (score,) = RULES.score(np.array([values], dtype=np.float32))
    assert 0 <= score <= 1


def test_a_block_gets_the_same_score_to_the_bit_beside_any_others() -> None:
    rows = np.random.default_rng(7).random((300, len(COLUMNS)), dtype=np.float32)
    together = RULES.score(rows)
    assert together[::-1].tobytes() == RULES.score(rows[::-1].copy()).tobytes()
    for n in (1, 2, 3, 5, 64, 257):
        assert RULES.score(rows[:n]).tobytes() == together[:n].tobytes()


def test_scoring_leaves_the_matrix_as_it_is() -> None:
    rows = np.random.default_rng(7).random((5, len(COLUMNS)), dtype=np.float32)
    before = rows.copy()
    RULES.score(rows)
    assert (rows == before).all()


def test_the_rules_are_a_scorer() -> None:
    scorer: Scorer = RULES
    assert scorer.name
    assert scorer.threshold == THRESHOLD
    assert 0 < THRESHOLD < 1
