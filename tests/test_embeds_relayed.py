"""Frames that show a player of a known service through a page of their own or of a third service."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.segment.embeds import find_embed
from tests.pure import pure

VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize(
    "source",
    [
        "/media/oembed?url=https%3A//youtu.be/abcdefghijk&max_width=0&hash=x",  # Drupal
        "//cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2Fabcdefghijk%3Fa&url=x",
        "https://cdn.iframe.ly/api/iframe?url=https%3A%2F%2Fyoutu.be%2Fabcdefghijk&key=1",
        "/consent?x=1&URL=//www.youtube.com/embed/abcdefghijk",
    ],
)
def test_the_service_that_is_shown(source: str) -> None:
    found = find_embed(source, "The weir")
    assert found is not None
    assert found == (VIDEO, "The weir")


@pytest.mark.parametrize(
    "source",
    [
        "/ad?url=https://example.com/shop",
        "/ad?url=https%3A%2F%2Fexample.com%2Fyoutube.com%2Fembed%2Fabcdefghijk",
        "/x?url=javascript:alert(1)",
        "/x?curl=https://youtu.be/abcdefghijk",
        "/x?url=%2Fy%3Furl%3Dhttps%3A%2F%2Fyoutu.be%2Fabcdefghijk",
        "/x?url=" + "a" * 3_000,
        "/x?url=",
    ],
)
def test_others_are_nothing(source: str) -> None:
    assert find_embed(source) is None


def test_on_a_page() -> None:
    before = (
        "<p>For thirty years the weir at Aldmere was kept by one man, who slept with the window open.</p>"
        "<p>He did not like to be asked about floods, and would rather talk about eels and the price of hinges.</p>"
    )
    after = (
        "<p>When the new gate came it was painted yellow, and it opened by itself at four in the morning.</p>"
        "<p>He watched it for an hour, the way one watches somebody else's dog, and then he shut the window.</p>"
    )
    source = f"<h1>Weir</h1>{before}<iframe title=Film src='/media/oembed?url={VIDEO}'></iframe>{after}"
    page = extract(source)
    assert f"[Film]({VIDEO})" in page.markdown
    with pure():
        assert extract(source).to_json() == page.to_json()
