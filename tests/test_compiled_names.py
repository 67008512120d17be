"""What class names say is the same, compiled or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.compiled import compiled
from boilerstrip.decide import names
from boilerstrip.role_words import ROLE_TERMS
from boilerstrip.words import WordTable
from tests.pure import PAGES

COMPILED: Any = compiled("decide._names")
LETTERS: Any = compiled("decide._letters")
if COMPILED is None:
    pytest.skip("decide._names is not built", allow_module_level=True)

TERMS = [term.strip("*") for terms in ROLE_TERMS.values() for term in terms.split()]
PARTS = st.one_of(
    st.sampled_from(TERMS),
    st.sampled_from(TERMS).map(str.title),
    st.sampled_from(TERMS).map(str.upper),
    st.sampled_from(
        ("menu-item", "hidden", "md:flex", "d-md-block", "has-", "no-", "x", "post", "count", "é", "İ", "Σ")
    ),
    st.text(st.characters(max_codepoint=0x7F), max_size=6),
    st.text(max_size=6),
)
LABELS = st.lists(
    st.lists(PARTS, max_size=6).flatmap(
        lambda parts: st.sampled_from(("", "-", "_", " ", "\n", "9")).map(lambda joint: joint.join(parts))
    ),
    max_size=6,
    unique=True,
)


def assert_same(labels: list[str]) -> dict[str, object]:
    said: dict[str, object] = COMPILED.telling(labels)
    assert said == {label: told for label, told in names._asked(labels).items() if told}
    return said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_same([*set(extract(path.read_bytes()).table.label)])


@given(LABELS)
@settings(max_examples=2_000)
def test_any_labels(labels: list[str]) -> None:
    assert_same(labels)


def test_each_term_in_each_way() -> None:
    for term in TERMS:
        for name in (
            term,
            term.title(),
            f"{term}9",
            f"x-{term}",
            f"{term}s",
            f"menu-item-{term}",
            f"{term} hidden",
        ):
            assert_same([name])
    assert len(assert_same(TERMS)) > len(TERMS) / 2


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("myLogin", [("myLogin", "login")]),
        ("MYLOGIN", ()),
        ("aLogin", [("aLogin", "login")]),
        ("ALogin", ()),
        ("a9Login", [("a9Login", "login")]),
        ("nav", [("nav", "navigation")]),
        ("a-b-c-nav", [("a-b-c-nav", "navigation")]),
        ("a-b-c-d-nav", ()),
        ("меню nav", [("nav", "navigation")]),
        ("nav\x00", [("nav\x00", "navigation")]),
        ("", ()),
    ],
)
def test_names_are_cut_into_words(label: str, told: object) -> None:
    assert assert_same([label]).get(label, ()) == told


@pytest.mark.parametrize("term", ["é", "Big", "x9", "ab*", "*ab", "é-a"])
def test_terms_that_cannot_be_looked_for_by_their_letters_are_refused(term: str) -> None:
    """Python would run in its place."""
    with pytest.raises(ValueError, match=r"."):
        LETTERS.Letters(WordTable({1: term}))
