"""What is kept beyond the model's choice, and the reasons that scores give, are the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.block import BlockTable, Mark, Reason
from boilerstrip.compiled import compiled
from boilerstrip.decide import Choice
from boilerstrip.decide.formulas import settle_formulas
from boilerstrip.decide.headline import find_headline
from boilerstrip.decide.images import CAPTION, FIGURE, WIDGETS, settle_images
from boilerstrip.decide.reasons import UNEXPLAINED, explained
from boilerstrip.decide.wholes import complete
from tests.effort import examples
from tests.made_up import pages, table_of
from tests.pure import PAGES, pure

COMPILED: Any = compiled("decide._looks")
if COMPILED is None:
    pytest.skip("decide._looks is not built", allow_module_level=True)

OVERLAPS = np.array([0.6, 0.9, 0.4, 0.5, 0.8, float("nan"), 1.0, 0.0, 0.7999, 0.3, 0.85])
SHOWING = (*"figure figcaption table caption dl dt dd pre blockquote h1 footer button".split(),)
PIECES = ("x", ".", "", Mark("img", "a.png"), Mark("math"), Mark("math", "display"), Mark("/math"), Mark("b"))


def assert_same(table: BlockTable, kept: list[bool]) -> list[bool]:
    images: list[bool] = COMPILED.settle_images(table, kept)
    assert images == settle_images(table, kept)
    for strays in ({*range(0, len(kept), 2)}, {*range(len(kept))}):
        assert COMPILED.settle_images(table, kept, strays) == settle_images(table, kept, strays)
    assert COMPILED.complete(table, kept) == complete(table, kept)
    formulas = settle_formulas(table, kept)
    with pure():
        assert settle_formulas(table, kept) == formulas
    for start in range(0, len(OVERLAPS), max(len(kept), 1)):
        overlap = np.resize(np.roll(OVERLAPS, -start), len(kept)).astype(np.float32)
        assert COMPILED.find_headline(table, overlap, kept) == find_headline(table, overlap, kept)
    return images


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes())
    n = page.table.n_blocks
    for kept in (page.decisions.kept, [False] * n, [True] * n, [i % 3 > 0 for i in range(n)]):
        if n:
            assert_same(page.table, kept)


@st.composite
def with_images(draw: st.DrawFn) -> tuple[BlockTable, list[bool]]:
    """A made-up page with images, formulas, figures, captions and boxes of advertisements."""
    table, kept = draw(pages())
    n, n_elements = table.n_blocks, table.n_elements
    bits = st.lists(st.sampled_from((0, CAPTION, FIGURE, WIDGETS)), min_size=n_elements, max_size=n_elements)
    table = replace(
        table,
        n_chars=draw(st.lists(st.sampled_from((0, 0, 5)), min_size=n, max_size=n)),
        inline=[tuple(draw(st.lists(st.sampled_from(PIECES), max_size=4))) for _ in range(n)],
        element=draw(st.lists(st.integers(-1, n_elements - 1), min_size=n, max_size=n)),
        n_link_chars=draw(st.lists(st.sampled_from((0, 5)), min_size=n, max_size=n)),
        tag=[draw(st.sampled_from((tag, *SHOWING))) for tag in table.tag],
        mask=draw(bits),
        around=draw(bits),
    )
    return table, kept


@given(with_images())
@settings(max_examples=examples(600))
def test_any_page(page: tuple[BlockTable, list[bool]]) -> None:
    assert_same(*page)


def test_an_image_between_kept_blocks_is_kept_but_not_in_a_widget() -> None:
    table = table_of([5, 0, 5], [("div", -1, "", 0, 3), ("div", 0, "", 1, 2)])
    table = replace(table, element=[0, 1, 0])
    assert assert_same(table, [True, False, True]) == [True, True, True]
    assert assert_same(table, [True, True, False]) == [True, False, False]
    assert assert_same(replace(table, mask=[0, WIDGETS]), [True, False, True]) == [True, False, True]


@pytest.mark.parametrize(
    "wrong",
    [
        *(
            {"n_chars": [5, 0]},
            {"element": [0, 9, 0]},
            {"around": []},
            {"tag": ["div"], "element": [0, 1, 0]},
        ),
        *({"mask": []}, {"parent": [-1], "element": [0, 1, 0]}),
    ],
    ids=repr,
)
def test_what_no_walk_makes_is_refused(wrong: dict[str, Any]) -> None:
    table = table_of([5, 0, 5], [("div", -1, "", 0, 3), ("div", 0, "", 1, 2)])
    kept = [True, False, "mask" in wrong]
    with pytest.raises((ValueError, IndexError)):
        COMPILED.settle_images(replace(table, **wrong), kept)


def test_tables_in_tables_lay_out_a_page() -> None:
    inner = [
        ("table", -1, "", 0, 5),
        ("table", 0, "", 0, 5),
        ("blockquote", 1, "", 4, 5),
        ("pre", 1, "", 0, 1),
    ]
    table = table_of([5] * 5, [("div", -1, "", 0, 5), *((t, p + 1, n, a, b) for t, p, n, a, b in inner)])
    for kept in ([True] * 4 + [False], [False, *[True] * 4], [True, False, True, False, True]):
        for tag in ("table", "div"):
            for innermost in ("blockquote", "table", "pre"):
                tags = ["div", "table", tag, innermost, "pre"]
                tried = replace(table, tag=tags, inline=[(Mark("i", "line"), "x", Mark("/i"))] * 5)
                assert_same(tried, kept)
    told = replace(table, tag=["div", "table", "div", "div", "div"])
    assert COMPILED.complete(told, [True] * 4 + [False]) == {4: "table"}
    assert COMPILED.complete(table, [True] * 4 + [False]) == {}
    quote = replace(table, tag=["div", "div", "div", "footer", "div"], element=[2, 2, 2, 2, 3])
    quote = replace(quote, tag=["div", "blockquote", "div", "footer", "div"])
    assert COMPILED.complete(quote, [True] * 4 + [False]) == {4: "blockquote"}


def test_code_between_kept_blocks_is_kept() -> None:
    table = table_of([5] * 20, [("div", -1, "", 0, 20), ("pre", 0, "", 8, 10)])
    for first in range(20):
        for last in range(first, 20, 3):
            assert_same(table, [i in (first, last) for i in range(20)])
    assert COMPILED.complete(table, [i in (2, 15) for i in range(20)]) == {8: "pre", 9: "pre"}
    box = replace(table, tag=["div", "table"], attributes={1: {"as": "pre"}, 0: {"as": "h2"}})
    for first in range(20):
        assert_same(box, [i in (first, 12) for i in range(20)])
    assert COMPILED.complete(box, [i in (2, 15) for i in range(20)]) == {8: "pre", 9: "pre"}


def test_columns_of_two_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        COMPILED.begun_by_formulas([()], [])
    table = table_of([5, 5], [("table", -1, "", 0, 2)])
    for kept in ([True], [True] * 3):
        with pytest.raises(ValueError, match=r"."):
            COMPILED.find_headline(table, np.ones(2, dtype=np.float32), kept)
        with pytest.raises(ValueError, match=r"."):
            COMPILED.complete(table, kept)
    with pytest.raises(ValueError, match="walk"):
        COMPILED.complete(replace(table, end_block=[3]), [True] * 2)
    with pytest.raises(IndexError):
        COMPILED.find_headline(replace(table, element=[0, 1]), np.ones(2, dtype=np.float32), [True] * 2)


COLUMNS = [f"column_{i}" for i in range(5)]
WEIGHTS = st.sampled_from((-2.0, -1.0, -0.0, 0.0, 0.5, 1.0, float("inf"), float("-inf"))) | st.floats(
    width=32
)


KNOWN = Reason("tag", "nav")


def assert_same_reasons(
    scores: list[float], kept: list[bool], weights: list[list[float]], columns: list[str], known: set[int]
) -> list[Reason]:
    """The reasons of blocks, which are the same compiled or not."""
    table = np.array(weights, dtype=np.float32)
    choice = Choice(
        np.array(scores, dtype=np.float32), np.array(kept), lambda blocks: table[blocks].copy(), columns
    )
    reasons = [KNOWN if i in known else UNEXPLAINED for i in range(len(scores))]
    told = explained(reasons, kept, choice)
    with pure():
        assert explained(reasons, kept, choice) == told
    assert {type(reason) for reason in told} == {Reason}
    assert reasons.count(KNOWN) == told.count(KNOWN) == len(known)
    return told


@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.booleans(), st.lists(WEIGHTS, min_size=5, max_size=5)),
        min_size=1,
        max_size=6,
    ),
    st.sets(st.integers(0, 3)),
)
@settings(max_examples=examples(600))
def test_reasons_of_scores(rows: list[tuple[float, bool, list[float]]], known: set[int]) -> None:
    scores, kept, weights = map(list, zip(*rows, strict=True))
    assert_same_reasons(scores, kept, weights, COLUMNS, {i for i in known if i < len(rows)})  # type: ignore[arg-type]


def test_reasons_are_weighed_some_at_once_and_many_of_them_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    n = 40
    scores, kept = [i / n for i in range(n)], [i % 3 == 0 for i in range(n)]
    weights = [[float((i * k) % 7 - 3) for k in range(5)] for i in range(n)]
    told = assert_same_reasons(scores, kept, weights, COLUMNS, {1, 2, 39})
    monkeypatch.setattr("boilerstrip.decide.reasons._WEIGHED", 12)
    assert assert_same_reasons(scores, kept, weights, COLUMNS, {1, 2, 39}) == told
    monkeypatch.setattr("boilerstrip.decide.reasons._MOST_EXPLAINED", sum(kept))
    few = assert_same_reasons(scores, kept, weights, COLUMNS, {1, 2, 39})
    assert few[3] == told[3] != Reason("scored-high", "0.08")
    assert few[4] == Reason("scored-low", "0.10")


@pytest.mark.parametrize(
    "columns", [["größe", "b", "c"], ["a", "日本", "c"], ["a", "b", ""], ["a", "b", "c", "d"]]
)
def test_columns_are_named_as_they_are_called(columns: list[str]) -> None:
    n = len(columns)
    told = assert_same_reasons([0.5], [True], [[float(n - i) for i in range(n)]], columns, set())
    assert told == [Reason("scored-high", "0.50: " + ", ".join(columns[:3]))]


def test_a_column_without_a_name_is_refused() -> None:
    weights = np.zeros((1, 3), dtype=np.float32)
    choice = Choice(np.zeros(1, dtype=np.float32), np.zeros(1, dtype=bool), lambda _: weights)
    wrong: Any
    for wrong in ([None, "b", "c"], [b"a", "b", "c"], ["a", "b"]):
        with pytest.raises((TypeError, ValueError)):
            explained([UNEXPLAINED], [False], choice._replace(columns=wrong))
    for wrong in ([], [False, False]):
        with pytest.raises(ValueError, match="length"):
            explained([UNEXPLAINED], wrong, choice)


def test_scores_are_written_with_two_decimals() -> None:
    scores = [float(np.float32(i / 10_000)) for i in range(10_001)]
    scores += [float(np.float32(score)) for score in (0.005, 0.015, 0.025, 0.285, 1.0049, -0.001, 1.5)]
    told = assert_same_reasons(
        scores, [True] * len(scores), [[1, 3, 2]] * len(scores), ["a", "b", "c"], set()
    )
    assert [reason.evidence for reason in told] == [f"{score:.2f}: b, c, a" for score in scores]
