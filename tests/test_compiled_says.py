"""What elements say of their blocks is the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from boilerstrip.block import BlockTable, Reason
from boilerstrip.decide import roles
from tests.effort import examples
from tests.made_up import pages, table_of
from tests.pure import pure

if roles.COMPILED is None:
    pytest.skip("decide._roles is not built", allow_module_level=True)


def assert_same(table: BlockTable, kept: list[bool]) -> dict[int, tuple[str, Reason]]:
    """What is said of a dropped block in each element, where one comes to stand there."""
    n, n_elements = table.n_blocks, table.n_elements
    said: dict[int, tuple[str, Reason]] = {}
    for start in range(n_elements + 1):
        places = [(start + i) % (n_elements + 1) - 1 for i in range(n)]
        tried = replace(table, element=places)
        found = roles.named(tried, kept, {}, {})
        with pure():
            assert roles.named(tried, kept, {}, {}) == found
        said.update((places[i], (found[0][i], found[1][i])) for i in range(n) if not kept[i])
    return said


@given(pages())
@settings(max_examples=examples(300))
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
    assert said[1] == ("navigation", Reason("tag", "nav"))
    assert said[2] == ("newsletter", Reason("class-word", "div.newsletter"))
    assert said[3] == ("footer", Reason("tag", "footer"))
    assert said[-1][0] == said[0][0] == "other"


def test_an_element_says_several_things_in_the_order_of_its_names() -> None:
    """A newsletter in a menu leads to one; a menu in a newsletter is part of it, whichever comes first."""
    for label in ("newsletter site-nav", "site-nav newsletter", "site-nav x newsletter footer menu-item"):
        for tag in ("div", "h2", "nav", "footer"):
            table = table_of([5, 5], [(tag, -1, label, 0, 2), (tag, 0, label, 0, 1), ("nav", 1, label, 0, 1)])
            assert_same(table, [False, False])


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
        roles.named(replace(table, **wrong), [False], {}, {})
    for kept in ([], [False, False]):
        with pytest.raises(ValueError, match=r"."):
            roles.named(table, kept, {}, {})


@pytest.mark.parametrize("wrong", [{"label": ["", b"nav"]}, {"tag": ["html", b"nav"]}])
def test_what_is_no_text_is_refused(wrong: dict[str, Any]) -> None:
    table = table_of([5], [("html", -1, "", 0, 1), ("nav", 0, "nav", 0, 1)])
    with pytest.raises(TypeError):
        roles.named(replace(table, **wrong), [False], {}, {})
