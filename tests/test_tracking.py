"""Addresses without tracking: what goes, what stays, and only where it is asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip import Style, extract, load_page
from boilerstrip.cli.main import run
from boilerstrip.render.tracking import TRACKING_PARAMETERS, cleaned
from boilerstrip.render.url import safe_url
from tests.test_render import page_of

TIDES = "https://example.org/tides"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (TIDES, TIDES),
        (f"{TIDES}?day=7", f"{TIDES}?day=7"),
        (f"{TIDES}?utm_source=a&utm_medium=b", TIDES),
        (f"{TIDES}?utm_source=a&day=7&fbclid=x#low", f"{TIDES}?day=7#low"),
        (f"{TIDES}?FBCLID=x", TIDES),
        (f"{TIDES}?gclid", TIDES),
        (f"{TIDES}?_hsenc=1&__hstc=2&mc_cid=3&mc_eid=4#a", f"{TIDES}#a"),
        (f"{TIDES}?ref=home&id=utm_source", f"{TIDES}?ref=home&id=utm_source"),
        (f"{TIDES}#?utm_source=a", f"{TIDES}#?utm_source=a"),
        (f"{TIDES}?&", f"{TIDES}?&"),
        ("mailto:ida@example.org?utm_source=a", "mailto:ida@example.org?utm_source=a"),
        ("/tides?utm_source=a", "/tides"),
        (f"https://www.google.com/url?sa=t&url={TIDES}%3Fday%3D7&usg=x", f"{TIDES}?day=7"),
        (f"https://www.google.co.uk/url?q={TIDES}", TIDES),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Ftides%3Ffbclid%3D1%26day%3D7&h=x",
            f"{TIDES}?day=7",
        ),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Ftides&data=05%7C01",
            TIDES,
        ),
        ("https://www.youtube.com/redirect?event=v&q=https%3A%2F%2Fexample.org%2Ftides", TIDES),
        (
            "https://www.google.com/url?q=https://l.facebook.com/l.php%3Fu%3Dhttps%253A%252F%252Fexample.org%252Ftides",
            TIDES,
        ),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
        (
            "https://www.google.com/search?q=https://example.org",
            "https://www.google.com/search?q=https://example.org",
        ),
        ("https://example.org/url?q=https://other.org/", "https://example.org/url?q=https://other.org/"),
    ],
)
def test_an_address_without_tracking(url: str, expected: str) -> None:
    assert cleaned(url) == expected


def test_names_are_in_lower_case_as_they_are_compared() -> None:
    assert [name for name in TRACKING_PARAMETERS if name != name.lower()] == []


PARTS = [
    "?",
    "&",
    "#",
    "=",
    "utm_source",
    "day",
    "https://example.org/",
    "https://www.google.com/url?q=",
    "%3A",
    "x",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_what_is_cleaned_is_safe_and_clean(url: str) -> None:
    address = safe_url(url, "https://example.org/a")
    if address:
        found = cleaned(address)
        assert safe_url(found) == found
        assert len(found) <= len(address)


LINKED = (
    "<h1>Tides</h1><p>See <a href='https://example.org/tides?utm_source=a&amp;day=7'>tides</a> "
    "<img src='/i.png?utm_source=a&amp;v=2' alt=i></p>"
)


def test_tracking_stays_unless_asked() -> None:
    page = page_of(LINKED, url="https://example.org/")
    assert "tides?utm_source=a&day=7" in page.markdown
    for form in ("md", "html"):
        written = page.render(form, Style(clean_urls=True))
        assert "utm_source" not in written
        assert "https://example.org/tides?day=7" in written
        assert "https://example.org/i.png?v=2" in written


COMMENTED = (
    "<article><h1>Sounding the bar</h1>"
    + "".join(
        f"<p>In {month} the bar at the mouth of the river moved again, and two pilots sounded it from a launch, "
        f"as they have done each {month} since the harbour was built; what they found is on "
        f"<a href='https://maps.example/{month}?id=4&amp;utm_source=post'>the new chart</a>.</p>"
        for month in ("March", "April", "May", "June", "July")
    )
    + "</article><section class='comments' id='comments'><h2>2 comments</h2><ol class='comment-list'>"
    + "".join(
        f"<li class='comment' id='comment-{n}'><div class='comment-author'><cite class='fn'>{name}</cite></div>"
        f"<a class='permalink' href='/bar?utm_medium=feed&amp;c={n}#comment-{n}'>"
        f"<time datetime='2025-07-0{n}T10:00'>{n} July 2025</time></a><div class='comment-content'><p>I looked "
        f"at <a href='https://maps.example/old?fbclid=1&amp;id={n}'>the old one</a> and saw no change.</p></div></li>"
        for n, name in ((1, "Ann Ruhl"), (2, "Bo Sund"))
    )
    + "</ol></section>"
)


def test_comments_and_json_lose_tracking_where_asked() -> None:
    page = extract(COMMENTED, url="https://example.org/bar")
    assert len(page.comments) == 2
    before = (page.render("json"), page.markdown, page.comments, page.links)
    for form in ("md", "html", "json"):
        kept = page.render(form, Style(comments="separate"))
        lost = page.render(form, Style(comments="separate", clean_urls=True))
        assert "utm_source" in kept
        assert not re.search("utm_|fbclid", lost)
        assert "https://maps.example/May?id=4" in lost
        if form != "html":  # which has the words of comments alone
            assert "fbclid" in kept
            assert "https://maps.example/old?id=2" in lost
    told = json.loads(page.render("json", Style(clean_urls=True)))
    assert [one["permalink"] for one in told["comments"]] == [
        f"https://example.org/bar?c={n}#comment-{n}" for n in (1, 2)
    ]
    assert [link["url"] for link in told["links"]][:1] == ["https://maps.example/March?id=4"]
    assert (page.render("json"), page.markdown, page.comments, page.links) == before


def test_blocks_of_json_keep_the_addresses_of_the_page() -> None:
    """They say what the page has, and `load_page` makes every style of them."""
    page = extract(COMMENTED, url="https://example.org/bar")
    line = page.render("json", Style(clean_urls=True, blocks=True))
    assert load_page(json.loads(line)).markdown == page.markdown
    assert load_page(json.loads(line)).render("json", Style(clean_urls=True, blocks=True)) == line


@pytest.mark.parametrize(("arguments", "is_there"), [([], True), (["--clean-urls"], False)])
def test_the_command_leaves_tracking_out_where_asked(
    arguments: list[str], is_there: bool, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "page.html"
    prose = (
        "<p>The bar at the mouth of the river moves each winter, and pilots sound it again in spring.</p>" * 4
    )
    path.write_text(f"<article>{prose}{LINKED}{prose}</article>", "utf-8")
    assert run([*arguments, str(path)], extract) == 0
    written = capsysbinary.readouterr().out.decode()
    assert "https://example.org/tides?" in written
    assert ("utm_source" in written) is is_there
