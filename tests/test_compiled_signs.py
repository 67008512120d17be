"""Dates are found in the same lines, compiled or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.threads import dates
from boilerstrip.threads.dates import dated_lines

COMPILED: Any = dates.COMPILED
if COMPILED is None:
    pytest.skip("threads._signs is not built", allow_module_level=True)

TESTS = Path(__file__).parent
PAGES = [*sorted((TESTS.parent / "samples").glob("*.html")), *sorted(TESTS.rglob("*.html"))]
WORDS = (
    *"1 3 12 2024 99999 21:07 9h30 3d 3 days ago vor einer Stunde hace 2 horas il y a just now fa i dag".split(),
    *"March mar. May 3rd 14th of de , - / . : h m am Yesterday TODAY gestern för sedan 12-03-24 1/2/2024".split(),
    *("comments", "likes", "октября", "3月4日", "昨天", "2024-01-02T10:00", "\t", "\n", "\x1f", "\xa0", "İ"),
)


def assert_same(texts: list[str]) -> list[int]:
    found = dated_lines(texts)
    with patch.object(dates, "COMPILED", None):
        assert found == dated_lines(texts)
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_same(extract(path.read_bytes()).table.text)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=4), st.sampled_from(("", " ", "\t")))
@settings(max_examples=2_000)
def test_any_lines(lines: list[list[str]], between: str) -> None:
    assert_same([between.join(words) for words in lines])


@given(st.lists(st.text("0123456789 -/.:,hHdsago\t", max_size=16), max_size=4))
@settings(max_examples=1_000)
def test_any_signs(texts: list[str]) -> None:
    assert_same(texts)


def test_most_lines_are_none() -> None:
    texts = ["12 comments", "Share", "Order 66", "March 3, 2024", "3d", "an hour\tago", "14 октября 2024", ""]
    assert assert_same(texts) == [3, 4, 5, 6]
    assert COMPILED.likely(texts, dates._BEGINNINGS) == [3, 4, 5, 6]


def test_what_fits_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        COMPILED.likely(["a"], b"")
    with pytest.raises(TypeError):
        COMPILED.likely([b"a"], dates._BEGINNINGS)
