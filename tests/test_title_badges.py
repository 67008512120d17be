"""Titles that say less than the headline, and headlines with more in them than the title."""

from __future__ import annotations

import re

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.page import Metadata
from boilerstrip.parse import parse


def read(html: str, url: str | None) -> Metadata:
    return read_metadata(collect(parse(html).roots[0]), url)


@pytest.mark.parametrize(
    ("head", "shown", "title"),
    [
        # files and menus
        ("<title>snow</title>", "Snow depth at three stations", "Snow depth at three stations"),
        ("<title>Untitled2</title>", "Snow depth at three stations", "Snow depth at three stations"),
        ("<title>snow_final_2</title>", "Depths of the year", "Depths of the year"),
        ("<title>report 3.docx</title>", "Depths of the year", "report 3.docx"),
        ("<title>report.docx</title>", "Depths of the year", "Depths of the year"),
        ("<title>Books | Ledger</title>", "Keeping the books in order", "Keeping the books in order"),
        ("<title>Ledger: Reading</title>", "Reading old ledgers by candle light", "Reading old ledgers by candle light"),
        ("<title>Sicherung - Rohrpost Handbuch</title>", "Sicherung und Rückspielen", "Sicherung und Rückspielen"),
        # more than a word or two
        ("<title>GAAP: Applying Accounting Best Practices</title>", "Supporting GAAP", "GAAP: Applying Accounting Best Practices"),
    ],
)  # fmt: skip
def test_a_title_that_says_less_than_the_only_headline(head: str, shown: str, title: str) -> None:
    slug = "-".join(re.findall(r"\w+", head.removeprefix("<title>").removesuffix("</title>")))
    address = f"https://www.example.com/docs/{slug.lower()}"
    assert read(f"{head}<main><h1>{shown}</h1><p>text</p></main>", address).title == title


OG = '<meta property="og:title" content="{}">'


@pytest.mark.parametrize(
    ("stated", "shown", "title"),
    [
        ("Harbour Tides", "Harbour Tides<span class=badge>4+</span>", "Harbour Tides"),
        ("Borrowdale Jacket | Shop", "Borrowdale Jacket <span>New</span>", "Borrowdale Jacket"),
        ("Borrowdale Jacket", "<div><b>New</b> Borrowdale Jacket</div>", "Borrowdale Jacket"),
        ("Borrowdale Jacket", "Borrowdale Jacket <b>New</b> <a href=#x>&#8203;</a>", "Borrowdale Jacket"),
        ("Borrowdale Jacket", "<span>Borrowdale Jacket</span><span>New</span>", "Borrowdale Jacket"),
        # no badge: a title has all of it, or nothing stands by itself
        ("Staple Tee - 5001", "Staple Tee <span>5001</span>", "Staple Tee 5001"),
        ("Data Science", "Data Science Courses", "Data Science Courses"),
        ("Data", "Data Science <em>Courses</em>", "Data Science Courses"),
    ],
)
def test_a_badge_is_no_part_of_the_headline(stated: str, shown: str, title: str) -> None:
    page = f"<title>{stated}</title>{OG.format(stated)}<main><h1>{shown}</h1><p>text</p></main>"
    assert read(page, None).title == title


@pytest.mark.parametrize(
    ("title", "kernels"), [("Tides", ("Tides",)), ("Tides New | Shop", ()), ("", ("Tides",))]
)
def test_badges_are_looked_for_where_the_title_has_not_the_headline(
    title: str, kernels: tuple[str, ...]
) -> None:
    facts = collect(parse(f"<title>{title}</title><h1>Tides <b>New</b></h1>").roots[0])
    assert facts.kernels == kernels
