"""Whose a date or a name is: the page's, or that of a customer who reviews what it sells."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.metadata import collect, read_metadata
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

REVIEW = "<div itemprop=review itemscope itemtype='https://schema.org/Review'>"
STATED = "<meta itemprop=author content='Torben Lind'><meta itemprop=datePublished content=2023-06-21>"
TIME = "<time datetime=2023-06-21>21 June 2023</time>"


def read(body: str, head: str = "", html: str = "") -> Metadata:
    page = f"<html {html}><head><title>Jacket</title>{head}</head>{body}</html>"
    return read_metadata(collect(parse(page).roots[0]), "https://www.example.com/jacket")


@pytest.mark.parametrize(
    "body",
    [
        f"<main itemscope itemtype=https://schema.org/Product><h1>Jacket</h1>{REVIEW}{STATED}</div></main>",
        f"<h1>Jacket</h1>{REVIEW}<time itemprop=datePublished datetime=2023-06-21>then</time></div>",
        f"<h1>Jacket</h1>{REVIEW}<p><span itemprop=author>Torben Lind</span> {TIME}</p></div>",
        "<h1>Jacket</h1><div itemprop=review itemscope><time itemprop=datePublished datetime=2023-06-21>x</time></div>",
        f"<h1>Jacket</h1><div id=reviews><p class=author>Torben Lind</p>{TIME}</div>",
        f"<h1>Jacket</h1><div class='tab woocommerce-Reviews'><ol><li><p>{TIME}</p></li></ol></div>",
        "<h1>Jacket</h1><div id=reviews>"
        + "".join(TIME.replace("06", m) for m in ("01", "02", "03"))
        + "</div>",
    ],
)
def test_who_reviews_a_product_neither_signs_nor_dates_its_page(body: str) -> None:
    page = read(f"<body>{body}</body>")
    assert (page.authors, page.date) == ((), None)


@pytest.mark.parametrize(
    "body",
    [
        # a page that is a review
        f"<body itemscope itemtype=https://schema.org/WebPage><div itemscope itemtype=https://schema.org/Review>"
        f"<h1>Jacket</h1>{STATED}</div>",
        # or is filed under that
        f"<body><article class='post category-reviews'><h1>Jacket</h1><p class=author>Torben Lind</p>{TIME}</article>",
        f"<body class=reviews><h1>Jacket</h1><p class=author>Torben Lind</p>{TIME}",
        # the page's own beside those of others
        f"<body itemscope itemtype=https://schema.org/Article><h1>Jacket</h1>{STATED}"
        f"{REVIEW}{STATED.replace('21', '25').replace('Torben', 'Ute')}</div>",
    ],
)
def test_a_pages_own_author_and_date_are_read(body: str) -> None:
    page = read(f"{body}</body>")
    assert (page.authors, page.date) == (("Torben Lind",), "2023-06-21")


def test_the_language_may_stand_in_the_body() -> None:
    """Word writes it there."""
    assert read("<body lang=EN-GB><p>text</p></body>").language == "en-GB"
    assert read("<body lang=EN-GB><p>text</p></body>", html="lang=de").language == "de"


def test_the_day_on_which_a_job_was_offered_is_the_pages() -> None:
    job = '{"@type": "JobPosting", "title": "Boatbuilder", "datePosted": "2026-01-12"}'
    page = read("<body><p>x</p></body>", head=f"<script type='application/ld+json'>{job}</script>")
    assert page.date == "2026-01-12"


class TestTags:
    LINKS = "<a rel=tag href=/t/cats>cats</a> <a rel='category tag' href=/c/a>Animals</a>"

    @pytest.mark.parametrize("signed", ["<p class=byline>By Ann Lee</p>", "<p>5 March 2024</p>"])
    def test_links_below_what_only_readers_see_signed_or_dated(self, signed: str) -> None:
        page = read(f"<body><h1>Jacket</h1>{signed}<p>text</p>{self.LINKS}</body>")
        assert (page.tags, page.categories) == (("cats",), ("Animals",))

    def test_links_of_a_page_that_is_neither_are_of_what_it_lists(self) -> None:
        page = read(f"<body><h1>Jacket</h1><p>text</p>{self.LINKS}</body>")
        assert (page.tags, page.categories) == ((), ())

    def test_wordpress_names_categories_by_their_address(self) -> None:
        links = "<a rel=tag href=https://e.org/category/news/>News</a> <a rel=tag href=/tag/cats/>cats</a>"
        page = read(f"<body><h1>Jacket</h1><p class=byline>By Ann Lee</p>{links}</body>")
        assert (page.tags, page.categories) == (("cats",), ("News",))

    def test_what_the_head_says_is_the_category(self) -> None:
        stated = "<meta property=article:section content=City><meta name=author content='Ann Lee'>"
        page = read(f"<body><h1>Jacket</h1>{self.LINKS}</body>", head=stated)
        assert (page.tags, page.categories) == (("cats",), ("City",))


def test_nothing_was_read_from_noscript_where_nothing_is_kept() -> None:
    shell = (
        "<body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body>"
    )
    codes = [warning.code for warning in extract(f"<html><title>App</title>{shell}</html>").warnings]
    assert "no-main-content" in codes
    assert "noscript-used" not in codes
