"""What elements say of their blocks is the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from boilerstrip import extract
from boilerstrip.block import BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.decide.says import Saying, Speaker
from boilerstrip.decide.shapes import Shapes
from tests.made_up import pages, table_of
from tests.pure import PAGES

COMPILED: Any = compiled("decide._says")
if COMPILED is None:
    pytest.skip("decide._says is not built", allow_module_level=True)


def assert_same(table: BlockTable, kept: list[bool]) -> list[Saying]:
    shapes = Shapes(table, kept)
    sums = shapes.kept, shapes.kept_sums, shapes.sums
    said: list[Saying] = COMPILED.sayings(table, kept)
    assert said == Speaker(table, *sums).sayings()
    assert {type(one) for one in said} == {Saying}
    return said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes())
    assert_same(page.table, page.decisions.kept)
    assert_same(page.table, [False] * page.table.n_blocks)
    assert_same(page.table, [i % 3 == 0 for i in range(page.table.n_blocks)])


@given(pages())
@settings(max_examples=1_500)
def test_any_page(page: tuple[BlockTable, list[bool]]) -> None:
    assert_same(*page)


def test_the_pages_tried_say_something() -> None:
    table = table_of(
        [5, 5, 5],
        [
            ("html", -1, "", 0, 3),
            ("nav", 0, "", 0, 1),
            ("div", 0, "newsletter", 1, 2),
            ("footer", 0, "", 2, 3),
        ],
    )
    assert_same(table, [False, False, False])
    said = assert_same(replace(table, first_block=[0, 1, 2, 2], end_block=[3, 2, 3, 3]), [True, False, False])
    assert said[1].menu is not None
    assert said[2].widget is not None
    assert said[3].footer is not None
    assert said[-1] == said[0] == Saying()


@pytest.mark.parametrize(
    "wrong",
    [
        *({"parent": [-1, 1]}, {"parent": [-1, -2]}, {"parent": [0, 0]}, {"parent": [-1]}),
        *(
            {"first_block": [0, 2]},
            {"first_block": [0, -1]},
            {"end_block": [1, 4]},
            {"label": []},
            {"n_chars": []},
        ),
    ],
    ids=repr,
)
def test_what_no_walk_makes_is_refused(wrong: dict[str, Any]) -> None:
    table = table_of([5], [("html", -1, "", 0, 1), ("nav", 0, "", 0, 1)])
    with pytest.raises(ValueError, match=r"."):
        COMPILED.sayings(replace(table, **wrong), [False])
    for kept in ([], [False, False]):
        with pytest.raises(ValueError, match=r"."):
            COMPILED.sayings(table, kept)
