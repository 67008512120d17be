"""Headings of whose sections nothing is kept."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring.leftovers import find_leftovers
from boilerstrip.segment import segment
from tests.test_leftovers import PARAGRAPH, left_over

SECTION = "<h2>Worn hinges</h2><p>Inspectors warned last year.</p>"


def test_a_heading_goes_with_all_that_stands_under_it() -> None:
    last = "<h2>More of this</h2>" + PARAGRAPH
    assert left_over(f"<h1>Gate</h1>{SECTION}{last}", "Inspectors") == {
        "Worn hinges": ("other", "bare-heading", "")
    }


def test_so_does_a_heading_over_nothing_but_such_headings() -> None:
    inner = "<h3>By the council</h3><p>Inspectors of the council.</p><h3>By others</h3><p>Inspectors.</p>"
    found = left_over(
        f"<h1>Gate</h1><h2>Who warned</h2>{inner}<h2>More of this</h2>{PARAGRAPH}", "Inspectors"
    )
    assert set(found) == {"Who warned", "By the council", "By others"}


@pytest.mark.parametrize(
    ("html", "dropped"),
    [
        (f"<h1>Gate</h1>{SECTION}", ""),  # something is kept
        (
            f"<h1>Gate</h1><h2>Worn hinges</h2><h3>In March</h3>{PARAGRAPH}",
            "Inspectors",
        ),  # under the next one
        (SECTION, "Inspectors"),  # the first heading on the page is its headline
        ("<h1>Gate</h1><h2>Worn hinges</h2>", "Inspectors"),  # nothing stands under it
        (f"<h1>Gate</h1>{SECTION.replace('Worn hinges', '<a href=/x>Worn hinges</a>')}", "Inspectors"),
        (
            f"<h1>Gate</h1>{''.join(SECTION.replace('Worn', worn) for worn in ('Worn', 'Bent', 'Lost'))}",
            "Inspectors",
        ),  # entries
    ],
)
def test_other_headings_stay(html: str, dropped: str) -> None:
    assert not left_over(html, dropped)


PROMOTION = (
    "<div><p>Join Saltmarsh</p><h3>Three of four stories are read</h3><p>Join for six pounds</p></div>"
)


def test_a_heading_goes_with_the_box_that_it_stands_in() -> None:
    found = left_over(f"<h1>Gate</h1>{PROMOTION}{PARAGRAPH}", "Join")
    assert found == {"Three of four stories are read": ("other", "bare-heading", "")}


@pytest.mark.parametrize(
    "html",
    [
        PROMOTION.replace("Join for", "Pay"),  # something else of the box is kept
        PROMOTION.replace("<p>Join Saltmarsh</p>", ""),  # it heads the box, and what comes after it
        PROMOTION.replace("<p>Join for six pounds</p>", ""),  # as a standing head above it does
    ],
)
def test_a_heading_of_more_than_a_box_stays(html: str) -> None:
    assert left_over(f"<h1>Gate</h1>{html}{PARAGRAPH}", "Join") == {}


def test_a_heading_of_which_the_model_is_sure_stays_and_so_do_those_of_a_list_of_entries() -> None:
    html = f"<h1>Gate</h1>{SECTION}"
    assert left_over(html, "Inspectors")
    assert not left_over(html, "Inspectors", score=0.95)
    assert not left_over(html, "Inspectors", types={"listing": 0.6, "article": 0.4})


# Over other pages and shops

BARE = ("other", "bare-heading", "")
CARDS = "<ul><li><a href=/1>Gone: hinges</a></li><li><a href=/2>Gone: cranes</a></li></ul>"


@pytest.mark.parametrize(
    "label",
    [
        *("Related Products", "Recommended Reading", "Latest Insights", "You’ll Also Love…", "Related"),
        *(
            "Related investing topics",
            "Similar items",
            "WHERE TO BUY",
            "Read more:",
            "More from the Lock Post",
        ),
        *("Learn more in our series on locks:", "You may also like", "Customers also bought", "See also"),
        *("Ähnliche Produkte", "Mehr zum Thema", "Articles similaires", "Productos relacionados", "関連商品"),
        *(
            "Leggi anche",
            "Artigos relacionados",
            "Lees ook",
            "Podobne produkty",
            "Похожие товары",
            "相关文章",
        ),
    ],
)
def test_one_over_other_pages_goes_even_if_a_script_fills_its_section(label: str) -> None:
    for section in (CARDS, "<div id=carousel></div>"):
        html = f"<h1>Gate</h1>{PARAGRAPH}<h2>{label}</h2>{section}<h2>More of this gate</h2>{PARAGRAPH}"
        assert left_over(html, "Gone", {"service": 1.0}, score=0.95) == {label: BARE}


@pytest.mark.parametrize(
    ("html", "dropped"),
    [
        (f"<h2>Related Products</h2>{CARDS}", ""),
        (f"<h2>Related Products</h2>{PARAGRAPH}{CARDS}", "Gone"),
        (f"<h2>Related Products</h2><h3>Hinges</h3>{CARDS}", "Gone"),
        (f"<h2><a href=/x>Related Products</a></h2>{CARDS}", "Gone"),
        (f"<h2>Our products</h2>{CARDS}", "Gone"),
        ("<h2>Our products</h2>", ""),
        (f"<h2>More than a gate can bear</h2>{CARDS}", "Gone"),
        (
            f"<h2>Related to the gate are all that work on it, says the council of the town.</h2>{CARDS}",
            "Gone",
        ),
    ],
)
def test_other_headings_of_pages_of_entries_stay(html: str, dropped: str) -> None:
    assert not left_over(f"<h1>Gate</h1>{PARAGRAPH}{html}", dropped, {"service": 1.0})


EYEBROWS = "".join(f"<h5>Related course</h5><h3>Course {n}</h3>{PARAGRAPH}" for n in range(2))


@pytest.mark.parametrize(
    ("html", "likely"),
    [
        (f"<h2>Related stories</h2><h2>Worn hinges</h2>{PARAGRAPH}", "listing"),
        (EYEBROWS, "article"),
    ],
)
def test_a_label_right_above_a_title_is_part_of_an_entry(html: str, likely: str) -> None:
    assert not left_over(f"<h1>Gate</h1>{PARAGRAPH}{html}", types={likely: 1.0})


def test_one_label_over_many_dropped_parts_is_no_title_of_entries() -> None:
    shops = "".join(
        f"<h2>Crane {n}</h2>{PARAGRAPH}<h3>Price check</h3><p>Gone: shop {n}</p>" for n in range(4)
    )
    assert [*left_over(f"<h1>Cranes</h1>{shops}", "Gone")] == ["Price check"]


# Pages of which only a heading is kept


@pytest.mark.parametrize(
    ("html", "score", "is_left"),
    [
        ("<h2>Tried and true</h2>", 0.5, True),
        ("<h2>Tried and true</h2>", 0.95, False),
        ("<h1>We move house today</h1>", 0.5, False),
        ("<h2><a href=/x>Tried and true</a></h2>", 0.5, False),
        ("<p>Tried and true</p>", 0.5, False),
        ("<h2>Tried and true</h2><p>Soap</p>", 0.5, False),
    ],
)
def test_a_heading_that_is_all_there_is_goes(html: str, score: float, is_left: bool) -> None:
    table = segment(parse(html).roots)
    all_kept, scores = np.full(table.n_blocks, True), np.full(table.n_blocks, score)
    found = find_leftovers(measure(table, None), all_kept, scores, {"listing": 1.0}, table)
    assert [*found] == ([0] if is_left else [])


def test_so_does_what_is_left_of_several_headings_over_nothing() -> None:
    html = "<h5>All our sites</h5><p>Inspectors</p><h5>Browse by name</h5><p>Inspectors</p>"
    table = segment(parse(html).roots)
    kept = np.array(["Inspectors" not in text for text in table.text])
    found = find_leftovers(measure(table, None), kept, np.full(len(kept), 0.6), {"product": 1.0}, table)
    assert [*found] == [2, 0]
