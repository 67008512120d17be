"""What a model's own words are worth: rank correlation, calibration, page types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from boilerstrip.training.metrics import Score, SnippetCounts
from boilerstrip.training.results import PageResult, measure_trust
from boilerstrip.training.trust import Trust, calibration_error, rank_correlation

shares = st.sampled_from([i / 7 for i in range(8)])


@given(st.lists(st.tuples(shares, shares), min_size=2, max_size=40))
def test_rank_correlation_is_spearmans(pairs: list[tuple[float, float]]) -> None:
    one, other = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    found = rank_correlation(one, other)
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(spearmanr(one, other).statistic)


def test_rank_correlation_of_too_little_is_none() -> None:
    assert rank_correlation([], []) is rank_correlation([0.5], [0.5]) is None


def test_calibration_error_worked_by_hand() -> None:
    said = [i / 20 for i in range(20)]
    assert calibration_error(said, said) == pytest.approx(0)
    assert calibration_error(said[::-1], said[::-1]) == pytest.approx(0)  # in whatever order they come
    true = [value + 0.1 for value in said]
    assert calibration_error(said, true) == pytest.approx(0.1)
    # Pages of one bin may be too low and too high: 0.0 and 0.05 said, 0.05 and 0.0 true.
    swapped = [said[i + 1 - 2 * (i % 2)] for i in range(20)]
    assert calibration_error(said, swapped) == pytest.approx(0)


def test_calibration_error_of_fewer_pages_than_bins_is_none() -> None:
    assert calibration_error([0.5] * 9, [0.5] * 9) is None


def result(told: str | None, true: str, confidence: float | None, f1: float | None) -> PageResult:
    score = None if f1 is None else Score(f1, f1, f1)
    return PageResult(
        "1",
        true,
        score,
        None,
        SnippetCounts(0, 0, 0, 0),
        told,
        confidence,
        seconds=1,
        parse_seconds=1,
        error="",
    )


def test_pages_are_compared_where_both_sides_say_something() -> None:
    trust = measure_trust(
        [
            result("article", "article", 0.9, 0.8),
            result("forum", "article", 0.5, 0.4),
            result("forum", "", 0.4, 0.1),  # no type in the gold
            result(None, "forum", 0.7, None),  # nothing told, no text in the gold
        ]
    )
    assert trust.type_accuracy == 1 / 2
    assert trust.confidence_rank == pytest.approx(1)
    assert trust.confidence_error is None


def test_an_engine_that_says_nothing_of_itself_has_no_figures() -> None:
    assert measure_trust([result(None, "article", None, 0.5)] * 20) == Trust(None, None, None)
