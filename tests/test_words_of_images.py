"""Text is made of the outline with images where that has the words of the one without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boilerstrip import Page, Style, extract
from boilerstrip.render.outlined import has_words_of, outline
from boilerstrip.render.plain import text
from tests.test_hostile_properties import sources
from tests.test_render import page_of

ROOT = Path(__file__).parents[1]
PAGES = [
    path for folder in ("samples", "tests/structure") for path in sorted((ROOT / folder).rglob("*.html"))
]
BARE = Style(links="drop", images="drop")
IMAGE = '<img src="/wheel.jpg" alt="The wheel">'


def assert_same_words(page: Page) -> bool:
    """Whether the outline with images will do; if so, it has the words of the one without."""
    will_do = has_words_of(page)
    if will_do:
        assert text(outline(page, Style())) == text(outline(page, BARE))
    return will_do


def test_pages() -> None:
    """On most pages it will do."""
    assert sum(assert_same_words(extract(path.read_bytes())) for path in PAGES) > len(PAGES) / 2
    for path in PAGES:
        assert_same_words(page_of(path.read_text("utf-8", "replace")))


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Mill</h1><p>No image.</p>",
        f"<h1>Mill</h1><p>Before.</p>{IMAGE}<p>Behind.</p>",
        f'<p>Before.</p><p> <a href="/big.jpg">{IMAGE}</a> </p><p>Behind.</p>',
        f"<p>Before.</p><figure>{IMAGE}<figcaption>The wheel.</figcaption></figure><p>Behind.</p>",
        f"<blockquote><p>Said.</p><figure>{IMAGE}</figure></blockquote>",
        f"<blockquote>{IMAGE}</blockquote><p>Behind.</p>",
        f"<h2>One</h2>{IMAGE}<h2>Two</h2>",
        f"<pre>one</pre>{IMAGE}<pre>two</pre>",
    ],
)
def test_images_that_stand_by_themselves_change_no_words(source: str) -> None:
    assert assert_same_words(page_of(source))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"<p>Before {IMAGE} behind.</p>", id="in a line"),
        pytest.param(f"<ul><li>One.</li><li>{IMAGE}</li></ul>", id="in a list"),
        pytest.param(f"<table><tr><th>a<th>b<tr><td>{IMAGE}<td>c</table>", id="in a table"),
        pytest.param(f"<h1>{IMAGE}</h1><p>Words.</p>", id="the headline"),
        pytest.param(f"<h2>One<div>{IMAGE}</div>two</h2>", id="in a heading"),
        pytest.param(f"<p>{IMAGE} {IMAGE}</p><p>Words.</p>", id="beside another"),
        pytest.param(f"<p>{IMAGE}<br></p><p>Words.</p>", id="before a line break"),
        pytest.param(
            f'<p>Words.</p>{IMAGE}<iframe src="https://www.youtube.com/embed/a1b2c3d4e5f" title="A film"></iframe>',
            id="something embedded",
        ),
        pytest.param(
            '<ul class="lst-kix_7z3k-0"><li>One.</li></ul>'
            f'<p>{IMAGE}</p><ul class="lst-kix_7z3k-1"><li>Below it.</li></ul>',
            id="between parts of a list",
        ),
        pytest.param(
            f"<p>{IMAGE}</p><p>It is <math><mi>x</mi><annotation encoding='application/x-tex'>x</annotation>"
            "</math>.</p>",
            id="beside a formula",
        ),
    ],
)
def test_of_other_images_the_outline_is_made_without(source: str) -> None:
    page = page_of(source)
    assert not has_words_of(page)
    assert page.text == text(outline(page_of(source), BARE))


INNER = st.sampled_from(
    [
        *(IMAGE, "words ", "<br>", f"<p>{IMAGE}</p>", "<p>words</p>", f"<figure>{IMAGE}</figure>", "<hr>"),
        *(f"<dd>{IMAGE}</dd>", f"<td>{IMAGE}</td>", "<div>", "</div>", "<h2>", "</h2>", "<pre>", "</pre>"),
        *("<ul><li>", "</ul>", "<blockquote>", "</blockquote>", "<figcaption>", "<figure>", "</figure>"),
    ]
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(INNER, max_size=12).map("".join) | sources)
def test_any_page(source: str) -> None:
    assert_same_words(page_of(source))
