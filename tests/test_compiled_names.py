"""What class names and ids say is the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.decide import names, roles
from boilerstrip.decide.kept import WORDS
from boilerstrip.role_words import ROLE_TERMS
from tests.effort import examples
from tests.made_up import table_of
from tests.pure import PAGES, pure

if roles.COMPILED is None:
    pytest.skip("decide._roles is not built", allow_module_level=True)

TERMS = [term.strip("*") for terms in ROLE_TERMS.values() for term in terms.split()]
TERMS += [*WORDS.words, *WORDS.beginnings, *WORDS.endings, *WORDS.pairs]
SINGLED_OUT = (
    *("menu-item", "hidden", "md:flex", "d-md-block", "x", "é", "İ", "Σ", *names.NO_NAMES),
    *sorted((*names.AT_SOME_WIDTHS, *names.COUNTS, *names.PART_WORDS, *names.UTILITY)),
)
PARTS = st.one_of(
    st.sampled_from(TERMS),
    st.sampled_from(TERMS).map(str.title),
    st.sampled_from(TERMS).map(str.upper),
    st.sampled_from(SINGLED_OUT),
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


def assert_same(labels: list[str], *, of_heading: bool = False) -> dict[str, tuple[str, str]]:
    """What a dropped block says that stands in an element with a label: name and role, by label."""
    n, tag = len(labels), "h2" if of_heading else "div"
    elements = [(tag, -1, label, place, place + 1) for place, label in enumerate(labels)]
    table = replace(table_of([9] * n, elements or [("p", -1, "", 0, 0)]), element=[*range(n)])
    told = {}
    for kept in ([False] * n, [True] * n):
        found = roles.named(table, kept, {}, {})
        with pure():
            assert roles.named(table, kept, {}, {}) == found
        for label, role, reason in zip(labels, *found, strict=True):
            if reason.code == "class-word":
                told[label] = reason.evidence.removeprefix(f"{tag}."), role
    return told


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_same([*set(extract(path.read_bytes()).table.label)])


@given(LABELS, st.booleans())
@settings(max_examples=examples(800))
def test_any_labels(labels: list[str], of_heading: bool) -> None:
    assert_same(labels, of_heading=of_heading)


def test_each_term_in_each_way() -> None:
    ways = (
        "{0}|{0}9|x-{0}|{0}s|x{0}|menu-item-{0}|menu-item {0}|{0} hidden|hidden {0}|has-{0}|{0}:x|{0}-a-b-c-d"
    )
    for term in TERMS:
        assert_same([way.format(term) for way in ways.split("|")] + [term.title(), term.upper()])
    assert len(assert_same(TERMS)) > len(TERMS) / 2


def test_each_word_that_takes_a_role_away() -> None:
    for word in SINGLED_OUT:
        for term in ("hidden", "comments", "header", "footer", "pagination", "nav"):
            assert_same([f"{word}-{term}", f"{term}-{word}", f"{word} {term}", f"{term}-{word}-x-y"])


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("myLogin", ("myLogin", "login")),
        ("MYLOGIN", None),
        ("aLogin", ("aLogin", "login")),
        ("ALogin", None),
        ("a9Login", ("a9Login", "login")),
        ("nav", ("nav", "navigation")),
        ("a-b-c-nav", ("a-b-c-nav", "navigation")),
        ("a-b-c-d-nav", None),
        ("меню nav", ("nav", "navigation")),
        ("menu-item newsletter", ("menu-item", "navigation")),
        ("submenu-item-x nav", ("submenu-item-x", "navigation")),
        ("menu-item-newsletter", ("menu-item-newsletter", "navigation")),
        ("hidden md:flex", None),
        ("hidden d-md-flex comments", ("comments", "comment")),
        ("hidden", ("hidden", "hidden")),
        ("sm-hidden", None),
        ("comments-count", None),
        ("card-header", None),
        ("nav\x00", ("nav\x00", "navigation")),
        ("\x1cnav\x0b", ("nav", "navigation")),
        ("", None),
    ],
)
def test_names_are_cut_into_words(label: str, told: object) -> None:
    assert assert_same([label]).get(label) == told
