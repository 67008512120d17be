"""Class names asked for all at once say what each says alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.decide import names
from boilerstrip.decide.names import telling
from boilerstrip.words import words_in, words_of_each

NAMES = "site-nav siteNav SITE x7 postBody-2_main Größe-Menü ΟΔΟΣ navΣ меню_сайта İd md:hidden --".split()


@given(st.lists(st.text(min_size=1).filter(lambda name: name.split() == [name]) | st.sampled_from(NAMES)))
def test_words_of_each_are_those_of_one_alone(of_page: list[str]) -> None:
    assert words_of_each(of_page) == [words_in(name) for name in of_page]


def test_labels_say_together_what_each_says_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [
        "site-nav x7",
        "x7",
        "",
        "hidden md:flex",
        "menu-item footer",
        "меню nav",
        "  comment\n list ",
        "prev-post",
        "has-footer",
    ]
    monkeypatch.setattr(names, "_known", {})
    together = telling(labels)
    alone = {}
    for label in labels:
        names._known.clear()
        alone.update(telling([label]))
    assert together == alone
    assert together == {
        "site-nav x7": [("site-nav", "navigation")],
        "menu-item footer": [("menu-item", "navigation")],
        "меню nav": [("nav", "navigation")],
        "  comment\n list ": [("comment", "comment")],
        "prev-post": [("prev-post", "pagination")],
    }


def test_labels_are_remembered_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_known", {})
    monkeypatch.setattr(names, "MAX_KNOWN", 10)
    for page in range(5):
        labels = [f"nav x{page}-{number}" for number in range(4 * page)]
        assert [*telling(labels)] == labels
        assert len(names._known) <= 10
