"""The columns of the page as a whole: address, head, counts."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.features import PAGE_COLUMNS, measure
from boilerstrip.metadata import NO_CLUES, Clues, collect, read_clues
from boilerstrip.parse import parse
from boilerstrip.segment import segment

PROSE = "The lower gate was torn from its hinges on Thursday night, and nobody was hurt."


def columns(source: str, clues: Clues = NO_CLUES) -> dict[str, float]:
    page = measure(segment(parse(source).roots), None, clues).page
    assert page.shape == (len(PAGE_COLUMNS),)
    assert page.dtype == np.float32
    assert np.isfinite(page).all()
    return {name: round(float(value), 4) for name, value in zip(PAGE_COLUMNS, page, strict=True)}


def set_among(values: dict[str, float], beginning: str) -> set[str]:
    return {name for name, value in values.items() if name.startswith(beginning) and value}


def log(n: float) -> float:
    return round(float(np.log1p(n)), 4)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", set()),
        ("not an address", set()),
        ("https://shop.example.com/", {"url_known", "url_front", "host_collection"}),
        (
            "https://example.org/2025/03/lock-gate-strands-barges/",
            {"url_known", "url_depth", "url_slash", "url_hyphens", "url_length", "url_number", "url_year"},
        ),
        (
            "https://forum.example.org/viewtopic.php?t=17",
            {"url_known", "url_depth", "url_query", "url_length", "url_file", "path_forum", "host_forum"},
        ),
        (
            "https://example.de/produkte/eimer",
            {"url_known", "url_depth", "url_length", "segment_product", "path_product"},
        ),
    ],
)
def test_an_address_tells_its_kind(url: str, told: set[str]) -> None:
    values = columns("<p>x</p>", Clues(url=url))
    found = set().union(*(set_among(values, begin) for begin in ("url_", "segment_", "path_", "host_")))
    assert found == told


def test_the_head_tells_types_software_and_dates() -> None:
    source = """<html class="no-js"><head>
      <meta property="og:type" content="Article"><meta name="generator" content="WordPress 6.9">
      <meta property="article:published_time" content="2025-03-10"><meta name="description" content="About a gate.">
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle"}, {"@type": ["Person", "Thing"]},
        {"@type": "http://schema.org/BreadcrumbList", broken</script>
      </head><body class="single single-post postid-17" id=top><p>x</p></body></html>"""
    facts = collect(parse(source).roots[0])
    clues = read_clues(facts, "https://example.org/a")
    assert clues.types == {"newsarticle", "person", "breadcrumblist"}
    assert clues.words == {"no-js", "single", "single-post", "postid", "top"}
    assert (clues.og_type, clues.generator, clues.description) == (
        "article",
        "wordpress 6.9",
        "About a gate.",
    )
    values = columns(source, clues)
    assert set_among(values, "type_") == {"type_newsarticle", "type_person", "type_breadcrumblist"}
    assert set_among(values, "og_") == {"og_article"}
    assert set_among(values, "generator_") == {"generator_blog"}
    assert set_among(values, "meta_") == {"meta_published"}
    assert set_among(values, "body_") == {"body_single"}


def test_a_page_that_says_nothing_has_no_type() -> None:
    values = columns("<p>x</p>")
    assert set_among(values, "og_") == {"og_none"}
    assert not set_among(values, "type_")
    assert set_among(columns("<p>x</p>", Clues(og_type="ebay:item")), "og_") == {"og_other"}


def test_counts_are_of_blocks_characters_and_elements() -> None:
    source = (
        f"<article><h1>Title</h1><p>{PROSE}</p></article><ul class=menu><li><a href=1>A</a><li><a href=2>B</a></ul>"
        "<p class=price>$ 12</p><p>10:30</p><p>2024</p>"
    )
    values = columns(source)
    n_chars = sum(len(text) for text in ("Title", PROSE.replace(" ", ""), "A", "B", "$12", "10:30", "2024"))
    assert values["log_blocks"] == log(7)
    assert values["log_chars"] == log(n_chars)
    assert values["log_prose_blocks"] == log(1)
    assert values["link_share"] == round(2 / n_chars, 4)
    assert values["log_prices"] == values["log_clocks"] == values["log_dates"] == log(1)
    assert values["count_p"] == log(4)
    assert values["count_li"] == values["count_a"] == log(2)
    assert values["density_p"] == round(4 / 7, 4)
    assert values["elements_navigation"] == log(1)
    assert values["elements_commerce"] == log(1)
    assert values["share_commerce"] == round(3 / n_chars, 4)
    assert values["largest_group"] == log(2)


def test_a_page_without_blocks_has_columns_of_zeros() -> None:
    assert set(columns("<p></p>").values()) == {0}


def test_an_address_of_a_page_can_be_hostile() -> None:
    for url in (
        "https://" + "a" * 5_000,
        "https://x/" + "a-" * 50_000,
        "https://[",
        "https://x/%00?" * 99,
        "\ud800",
    ):
        told = columns("<p>x</p>", Clues(url=url))
        assert np.isfinite(list(told.values())).all(), url[:20]
        assert (told["url_known"], told["log_blocks"]) == (url.startswith("https://"), log(1)), url[:20]
