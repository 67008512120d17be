"""Addresses without tracking: what goes, what stays, and only where it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip import Style, extract
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
