"""Dates in many lines at once: found just where each line by itself has one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.threads import dates
from boilerstrip.threads.dates import date_in, dated_lines
from tests.effort import examples

DATED = (
    "14 октября 2024 21:07",
    "Posted on March 3, 2024",
    "3 Mar '24",
    "12th of June, 2023",
    "21-Nov-2022",
    "2024-05-06T10:00",
    "6/5/24",
    "10:30 pm",
    "2024年5月6日",
    "yesterday",
    "an hour ago",
    "Ana • 3 days ago",
    "hace 2 horas",
    "il y a 3 jours",
    "vor 5 Minuten",
    "2 ore fa",
    "3 時間前",
    "5d",
    "١٢/٣/٢٠٢٤ 1",
    "İZMİR 4 Ocak 2024",
)
UNDATED = (
    "Reply",
    "3 comments",
    "Windows 10",
    "(800) 242-6102",
    "f/4-7.1",
    "Read this today and rest",
    "Marble 365",
    "v2.10",
)


def found(lines: list[str]) -> list[int]:
    return dated_lines(lines, [len(line) for line in lines], 90)


def test_long_lines_and_empty_ones_are_no_lines_with_a_date() -> None:
    assert dated_lines(["3 May 2024", "3 May 2024", "", "yesterday"], [11, 10, 0, 9], 10) == [1, 3]


def test_lines_with_a_date_are_found_among_others() -> None:
    lines = [line for pair in zip(DATED, UNDATED * 3, strict=False) for line in pair]

    assert [lines[i] for i in found(lines)] == list(DATED)


def test_letters_that_get_longer_in_lower_case_move_no_date_to_another_line() -> None:
    lines = ["İİİİİİİİİİ 1", "now", "12 May 2024", "İİİİ", "x 2", "yesterday"]

    assert found(lines) == [2, 5]


@pytest.mark.parametrize("line", [line for line in DATED if line != "yesterday"])
def test_a_date_found_among_lines_can_be_told(line: str) -> None:
    assert date_in(line) is not None


GUARDS = (dates._one_of(dates._DAYS), dates._one_of(dates._AGO_WORDS), "(?=[jfmasond])")
"""What in the pattern rules places out by their first letter."""


def unguarded() -> re.Pattern[str]:
    pattern = dates._ATOM_RE.pattern
    for guard in GUARDS:
        assert pattern.count(guard) == 1
        pattern = pattern.replace(guard, "")
    return re.compile(pattern, dates._ATOM_RE.flags)


PLAIN_RE = unguarded()
BEGINNINGS = [
    *(word.replace(r"\s", " ").replace("?", "") for word in dates._DAYS.split("|")),
    *("an hour ago", "one day ago", "a few days ago", "over a year ago", "vor 2 Tagen", "vor einem Jahr"),
    *("hace 3 horas", "il y a 2 jours", "há 2 dias", "před 3 dny", "πριν από 2 ώρες", "πριν 2 ώρες"),
    *("för 2 dagar sedan", "for en dag siden", "una hora atrás", "um dia atrás", "un jour fa"),
    *("قبل 3 أيام", "منذ يوم", "לפני 3 ימים", "January 5", "feb. 5", "mar 5", "aPr 5", "may 5", "jun 5"),
    *("jul 5", "\u017fep 5", "oct 5", "nov 5", "dec 5", "Aug 5, 2024", "Maerz 5 2024"),
]


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_the_first_letter_rules_no_date_out(beginning: str) -> None:
    for text in (
        beginning,
        beginning.upper(),
        f"Ann, {beginning.title()}",
        f"5 {beginning} x",
        f"x{beginning}",
    ):
        assert spans(dates._ATOM_RE, text) == spans(PLAIN_RE, text)
    assert spans(dates._ATOM_RE, beginning)


@given(
    st.lists(st.sampled_from([*BEGINNINGS, " ", "5", "x", "İ", "ı", "K", "\ud800", ","]), max_size=6).map(
        "".join
    )
)
def test_letters_before_and_behind_change_nothing(text: str) -> None:
    assert spans(dates._ATOM_RE, text) == spans(PLAIN_RE, text)


NUMBERS = st.text("0123456789٣:/.-h x_", max_size=14)


@pytest.mark.parametrize("text", ["9:30", "x 12:05, 3", "1/2/24", "31.12.2024", "3-4-05 x"])
def test_what_is_surely_a_date(text: str) -> None:
    assert dates._SURE_RE.search(text)
    assert dates._ATOM_RE.search(text)


@settings(max_examples=examples(1_000))
@given(NUMBERS)
def test_what_is_surely_a_date_is_one(text: str) -> None:
    if found := dates._SURE_RE.search(text):
        assert any(start <= found.start() < end for start, end in spans(dates._ATOM_RE, text))


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


def test_an_ordinal_that_is_set_above_the_line_is_of_the_date() -> None:
    assert dates.full_date("May 5", "May 5th, 2024 at 02:03PM") == "May 5th, 2024 at 02:03PM"
    assert dates.full_date("May 2", "on May 2nd, 2024") == "May 2nd, 2024"
    assert dates.full_date("3/4/2025 at 9:12 AM", "3/4/2025 at 9:12 AM2") == "3/4/2025 at 9:12 AM"
