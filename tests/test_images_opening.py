"""The image between the headline of an article and its text, where what stands around it is dropped."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from tests.pure import pure

HEAD = """<!doctype html><html lang=en><title>The keeper of the weir | Papers</title><body>
<nav><a href=/>Home</a> <a href=/news>News</a></nav><main><article><h1>The keeper of the weir</h1>"""
TEXT = """<div class=body><p>For thirty years the weir at Aldmere was kept by one man, who lived in the house beside it
and slept with the window open so that he would hear the water change.</p>
<p>He did not like to be asked about floods. He would talk about eels, and about the price of hinges, but the
floods he kept to himself until the evening.</p>
<p>When the new gate came it was painted yellow, and it opened by itself. He watched it for an hour,
the way one watches a dog that belongs to somebody else, and then he closed the window.</p></div></article></main>"""
FIGURE = "<figure><img src=/gate.jpg alt=Gate><figcaption>The gate. <span>Photo: Ann Lee</span></figcaption></figure>"
BYLINE = "<div class=byline>By <a href=/author/ann-lee>Ann Lee</a></div>"
STANDFIRST = """<p class=standfirst>One man kept the weir at Aldmere for thirty years, and he listened to it at night.
Then the county sent a gate that opens by itself, and nobody asked him what the water had said.</p>"""
TIME = "<time datetime=2025-03-04>March 4, 2025</time>"
SHARE = (
    "<div class=share-buttons><a href=https://x.example/share>Share on X</a> <button>Copy link</button></div>"
)


def images(between: str) -> list[str]:
    page = extract(f"{HEAD}{between}{TEXT}")
    with pure():
        assert extract(f"{HEAD}{between}{TEXT}").to_json() == page.to_json()
    assert "Ann Lee, " not in page.text
    return [image.url for image in page.images]


@pytest.mark.parametrize(
    "between",
    [
        f"{FIGURE}{BYLINE}{TIME}",
        f"{BYLINE}{TIME}{SHARE}<div class=lead-art><div>{FIGURE}</div></div>",
        f"{TIME}{FIGURE}{SHARE}",
        f"{BYLINE}{FIGURE.replace('<img', '<a href=/large.jpg><img')}{TIME}",
        f"{STANDFIRST}{BYLINE}{FIGURE}{TIME}",
        f"<header>{STANDFIRST}{BYLINE}</header><div class=lead-art>{FIGURE}</div>",
    ],
)
def test_the_only_figure_is_kept_with_its_caption(between: str) -> None:
    assert images(between) == ["/gate.jpg"]
    assert '![Gate](/gate.jpg "The gate. Photo: Ann Lee")' in extract(f"{HEAD}{between}{TEXT}").markdown


@pytest.mark.parametrize(
    "between",
    [
        f"{BYLINE}<img src=/icon.jpg alt=Gate>{TIME}",  # no figure
        f"{BYLINE}{FIGURE}{FIGURE}{TIME}",  # teasers, or a gallery
        f"{BYLINE}<figure><a href=/other-page><img src=/gate.jpg alt=Gate></a></figure>{TIME}",
        f"<div class=author><figure><img src=/ann.jpg alt=Ann></figure> Ann Lee</div>{TIME}",  # a portrait
        f"{BYLINE}<div class=advertisement>{FIGURE}</div>{TIME}",
        f"{BYLINE}<figure><img src=/gate.jpg><h4>Another story</h4></figure>{TIME}",
    ],
)
def test_others_are_not(between: str) -> None:
    assert images(between) == []


def test_pages_without_a_headline_or_without_text_have_none() -> None:
    assert extract(f"<body>{FIGURE}{BYLINE}").images == ()
    assert extract(f"{HEAD}{BYLINE}{FIGURE}").images == ()
