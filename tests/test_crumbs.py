"""Breadcrumbs: neither the headline while an `<h1>` is shown, nor an item of a list by themselves."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.decide import COMPILED
from boilerstrip.decide.headline import find_headline
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.pure import pure
from tests.test_leftovers import PARAGRAPH, left_over

TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "A gate that is well kept leaks less, holds longer and is far less likely to leave the barges waiting.",
        "Grease the hinges once a month with the gate closed and the water level, or once a year if few pass.",
        "Look at the beams each time you open it; one that has lost a quarter of its paint rots twice as fast.",
        "Have the leaves looked at each spring, when ice has had a winter to work on them, by someone who dives.",
    )
)
LINKS = "<li><a href=/>Home</a></li><li><a href=/learn>Learning center</a></li>"
CRUMBS = f"{LINKS}<li>Easy Gate Checklist</li>"
OTHER = "A Schedule That Is Simple to Follow"


def markdown(before: str, h1: str, after: str = "") -> str:
    source = (
        f"<title>Easy Gate Checklist | Lock Post</title><body>{before}<main><h1>{h1}</h1><div>{TEXT}</div></main>"
        f"{after}"
    )
    page = extract(source)
    with pure():
        assert extract(source).to_json() == page.to_json()
    return page.markdown


@pytest.mark.parametrize("h1", ["Easy Gate Checklist", OTHER])
@pytest.mark.parametrize(
    "before",
    [
        f"<nav aria-label=Breadcrumb><ul>{CRUMBS}</ul></nav>",
        f"<div class=breadcrumbs><ol>{CRUMBS}</ol></div>",
        f"<ol itemscope itemtype='https://schema.org/BreadcrumbList'>{CRUMBS}</ol>",
        "<nav><div class=brand>Easy Gate Checklist</div><ul><li><a href=/a>Docs</a></li></ul></nav>",
        "<div role=navigation><p>Easy Gate Checklist</p></div>",
    ],
)
def test_an_h1_comes_before_breadcrumbs_and_menus(before: str, h1: str) -> None:
    for after in ("", "<footer><h1>Select your lock</h1><p>Aldmere Corran</p></footer>"):
        assert markdown(before, h1, after).startswith(f"# {h1}\n\nA gate that")


def test_and_before_a_heading_of_the_footer() -> None:
    footer = "<footer><section><h3>Popular gate checklist</h3><ul><li><a href=/a>Oil</a></li></ul></section></footer>"
    assert markdown("", OTHER, footer).startswith(f"# {OTHER}\n\nA gate that")
    assert "Popular" not in markdown("", OTHER, footer)


def test_a_lesser_heading_is_not_the_headline_in_place_of_a_breadcrumb() -> None:
    source = f"<nav><p>Easy Gate Checklist</p></nav><h1>{OTHER}</h1><p>text</p><h3>Your gate checklist</h3>"
    table = segment(parse(source).roots)
    overlap = np.array([1.0, 0.2, 0.0, 0.6], dtype=np.float32)
    as_h1 = np.array([1.0, 0.6, 0.0, 0.6], dtype=np.float32)
    without = segment(parse(source.replace("h1>", "p>")).roots)
    for find in (find_headline, COMPILED.find_headline if COMPILED else find_headline):
        assert find(table, overlap, [True] * 4) == -1
        assert find(table, as_h1, [True] * 4) == 1
        assert find(without, overlap, [True] * 4) == 0


def test_breadcrumbs_are_the_headline_where_nothing_else_is() -> None:
    nav = f"<nav aria-label=Breadcrumb><ul>{CRUMBS}</ul></nav>"
    page = extract(f"<title>Easy Gate Checklist | Lock Post</title><body>{nav}<main>{TEXT}</main>")
    assert page.markdown.startswith("# Easy Gate Checklist\n")


GONE = (
    "<li><a href=/>Gone: home</a></li><li><a href=/>Gone: all</a></li><li><a href=/learn>Gone: locks</a></li>"
)


@pytest.mark.parametrize(
    "html",
    [
        f"<nav><ol>{GONE}<li>Hinges</li></ol></nav>",
        f"<nav><ol>{GONE}<li><a href=/x>Hinges</a></li></ol></nav>",
        f"<ul>{GONE}<li><span>Hinges</span></li></ul><p>By a diver</p><h1>Hinges</h1>",
    ],
)
def test_the_last_breadcrumb_goes_with_the_others(html: str) -> None:
    (block,) = left_over(html, "Gone").items()
    assert block[0] == "Hinges"
    assert block[1] == ("breadcrumb", "links", f"3 links in {'ol' if '<ol>' in html else 'ul'}")


@pytest.mark.parametrize(
    "html",
    [
        f"<ul>{GONE}<li>Hinges</li></ul>",  # an item of a list
        f"<nav><ol>{GONE}<li>Hinges</li><li>Gone: beams</li></ol></nav>",
        "<nav><ol><li>Gone: beams</li><li>Hinges</li></ol></nav>",
        "<nav><ol><li>Hinges</li></ol></nav>",
        f"<nav><ol>{GONE}<li>Hinges</li></ol></nav><img src=a.jpg alt='' width=600>",
        f"<h2>Gates</h2><nav><ol>{GONE}<li>Hinges</li></ol></nav>",
        f"<nav><ol>{GONE}<li><a href=/a>Beams</a></li><li>Hinges</li></ol></nav>",
    ],
)
def test_other_items_stay(html: str) -> None:
    assert not left_over(f"{html}{PARAGRAPH}", "Gone")
