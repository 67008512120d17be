"""Images beside what only stands between the paragraphs of an article: they stay, what is in its box goes."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.page import Page
from tests.pure import pure

BEFORE = """<!doctype html><html lang=en><title>The keeper of the weir | Papers</title><body><main><article>
<h1>The keeper of the weir</h1>
<p>For thirty years the weir at Aldmere was kept by one man, who lived in the house beside it and slept with
the window open so that he would hear the water change.</p>
<p>He did not like to be asked about floods. He would talk about eels, and about the price of hinges, but the
floods he kept to himself until the evening.</p>"""
AFTER = """<p>When the new gate came it was painted yellow, and it opened by itself. He watched it for an hour,
the way one watches a dog that belongs to somebody else, and then he closed the window.</p>
<p>The house is let to walkers now. The boards hang on the wall of the kitchen, numbered from one to eleven in
his hand, and the eels have not noticed the difference.</p></article></main>"""
IMAGE = "<img src=/a.jpg alt=Gate>"
TEASER = "<p><strong>Read also: <a href=/x>Festival of the lake opens in June again</a></strong></p>"
NEWSLETTER = """<div class=newsletter-box><h3>Get the best of weirs, weekly</h3><p>A short note from the lock
every Friday.</p><form action=/s><input type=email name=email><button>Sign up</button></form></div>"""
ADVERTISEMENT = "<div class=advertisement><span>Advertisement</span></div>"
SHARE = "<div class=share><a href=https://x.example/share>Share on X</a> <a href=/mail>Mail</a></div>"
UNNAMED = "<div><p>Sponsored</p></div>"
PLACEHOLDER = "<p>This slideshow requires JavaScript.</p>"


def page_with(between: str) -> Page:
    source = f"{BEFORE}{between}{AFTER}"
    page = extract(source)
    with pure():
        assert extract(source).to_json() == page.to_json()
    assert "Sign up" not in page.text
    assert "Festival" not in page.text
    return page


@pytest.mark.parametrize("stray", [TEASER, NEWSLETTER, ADVERTISEMENT, SHARE, UNNAMED, PLACEHOLDER])
@pytest.mark.parametrize(
    "image", [IMAGE, f"<p><a href=/big.JPG?w=1>{IMAGE}</a></p>", f"<figure>{IMAGE}</figure>"]
)
def test_an_image_beside_what_only_stands_between_paragraphs_is_kept(stray: str, image: str) -> None:
    for between in (image + stray, stray + image, stray + image + stray):
        assert page_with(between).markdown.count("![Gate]") == 1


@pytest.mark.parametrize(
    "between",
    [
        f"<div class=advertisement>{ADVERTISEMENT}<a href=/x>{IMAGE}</a></div>",
        f"<div><p>Sponsored</p>{IMAGE}</div>",  # in one box with it
        f"<div><div><div><div>{IMAGE}</div></div></div><div>{ADVERTISEMENT}</div></div>",
        f"<p><a href=/x>{IMAGE}</a></p>{TEASER}",  # a link as it is
        f"{TEASER}<p><a href=/x>{IMAGE}</a></p>",
        f"<div><h3>Read also</h3><a href=/x>{IMAGE}</a><p><a href=/x>Festival of the lake</a></p></div>",
        f"<p>Read also</p>{IMAGE}",  # a label of it
        f"<div class=related><ul><li><div>{IMAGE}</div><div>Festival</div></ul></div>",
    ],
)
def test_an_image_of_what_only_stands_between_paragraphs_is_not(between: str) -> None:
    assert "![Gate]" not in page_with(between).markdown


def test_a_button_is_no_neighbour_of_an_image() -> None:
    slider = f"<div><div>{IMAGE}</div><button>Previous</button><button>Next</button></div>"
    assert "![Gate]" in page_with(slider).markdown
    words = slider.replace("button>", "div>")
    assert "![Gate]" not in page_with(words).markdown


def test_an_image_behind_the_last_paragraph_is_not() -> None:
    source = f"{BEFORE}{AFTER.replace('</article>', IMAGE + TEASER + '</article>')}<footer>Imprint</footer>"
    assert "![Gate]" not in extract(source).markdown
