"""Names and dates in one line that no white space holds apart: elements say where each is."""

from __future__ import annotations

import pytest

from boilerstrip.threads.dates import date_in, full_date
from tests.pure import pure
from tests.test_threads import WORDS, entries, thread

NAMES = ("npk_2217", "ana7")


def said(line: str) -> list[tuple[str | None, str | None]]:
    """Author and date of two comments, each with a line of its own above the words."""

    def item(i: int) -> str:
        return f"<li>{line.format(name=NAMES[i])}<p>{WORDS[i]}</p></li>"

    source = thread(item, 2, around='<ul class="comments">%s</ul>')
    found = entries(source)
    with pure():
        assert entries(source) == found
    return [(entry.author, entry.date) for entry in found]


@pytest.mark.parametrize(
    "date", ["3月4日 9:02", "4 mars 2025", "2 hours ago", "4.3.2025 14:02", "4 March 2025", "3/4 9:02"]
)
@pytest.mark.parametrize("tag", ["<time>{}</time>", '<span class="date">{}</span>'])
def test_a_name_that_touches_a_date(tag: str, date: str) -> None:
    found = said(f'<span class="user">{{name}}</span>{tag.format(date)}')
    assert found == [(name, date) for name in NAMES]


def test_a_time_in_the_middle_of_prose_is_no_sign_of_who_said_it() -> None:
    long = "It was painted green on the evening of <time>4 March 2025</time>, as everybody who came to see it knows."
    assert entries("".join(f"<div><p>{long} {words}</p></div>" for words in WORDS)) == ()


def test_a_count_of_votes_that_touches_a_date() -> None:
    line = (
        '<b class="user">{name}</b> <a class="time" href="#c1">10/28/2025 at 9:12 AM</a>'
        '<span class="score"><span>2</span></span>'
    )
    assert [date for _, date in said(line)] == ["10/28/2025 at 9:12 AM"] * 2


def test_an_hour_beside_the_day_is_of_the_date() -> None:
    line = '<b class="user">{name}</b> <i class="date">March 3, 2025</i> at 9:12 pm'
    assert [date for _, date in said(line)] == ["March 3, 2025 at 9:12 pm"] * 2


@pytest.mark.parametrize(
    ("date", "line", "full"),
    [
        ("9:02", "3/4 9:02", "3/4 9:02"),
        ("March 3", "Ann March 3, 10:12 pm", "March 3, 10:12 pm"),
        ("3月4日 9:02", "npk73月4日 9:02", "3月4日 9:02"),
        ("2025/04/07(月) 07:12:45.51", "2025/04/07(月) 07:12:45.51 ID:aB1cD0", "2025/04/07(月) 07:12:45.51"),
        ("March 3", "no date", "March 3"),
    ],
)
def test_full_dates(date: str, line: str, full: str) -> None:
    assert full_date(date, line) == full


def test_an_hour_and_a_day_without_its_year() -> None:
    assert date_in("3/4 9:02") == "3/4 9:02"
    assert date_in("rated 3/4 9:02") == "9:02"
    assert date_in("3/4(火) 9:02") == "3/4(火) 9:02"
    assert date_in("v1.2(a) 9:02") == "9:02"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4 Maret 2025 | 10.21", None),
        ("۱۰:۰۵ - ۱۴۰۳/۱۲/۱۴", None),
        ("3 May 2024 - 10:05", None),
        ("3 May 2024 | 10.21 points", "3 May 2024"),
        ("3 May 2024 | 4 replies", "3 May 2024"),
        ("Ann - 3 May 2024", "3 May 2024"),
    ],
)
def test_an_hour_on_the_other_side_of_a_stroke(line: str, date: str | None) -> None:
    assert date_in(line) == (date or line)


@pytest.mark.parametrize("name", ["title", "data-original-title", "data-tippy-content", "data-tooltip"])
def test_a_date_that_is_shown_beside_it(name: str) -> None:
    full = f'{name}="Monday, March 3rd, 2025 at 8:00:00 AM GMT+00:00"'
    found = said(f'<b class="user">{{name}}</b> <i class="when" {full}>9 months ago</i>')
    assert [date for _, date in found] == ["2025-03-03T08:00:00+00:00"] * 2


def test_what_is_shown_beside_a_button_is_no_date() -> None:
    line = '<b class="user">{name}</b> <i class="when">9 months ago</i> <button data-tippy-content="reply">R</button>'
    assert [date for _, date in said(line)] == ["9 months ago"] * 2
