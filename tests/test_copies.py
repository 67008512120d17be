"""What a page holds twice, of which a reader sees one: it is there once."""

from __future__ import annotations

import numpy as np
import pytest

import boilerstrip
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring.copies import find_copies, find_pulled
from boilerstrip.scoring.leftovers import find_leftovers
from boilerstrip.segment import segment

TEXT = (
    "Make each cup of tea feel special with this stoneware mug, thrown by hand in our workshop on the coast.",
    "Suitable for dishwashers and microwave ovens, and good for coffee as well.",
)
BOTH = "".join(f"<p>{line}</p>" for line in TEXT)


def copies(body: str, has_teasers: bool = True) -> dict[int, int]:
    table = segment(parse(f"<h1>Speckle mug</h1>{body}").roots)
    return find_copies(table, range(table.n_blocks), has_teasers)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("description hidden-md-down", "description hidden-md-up"),
        ("d-none d-md-block", "d-md-none"),
        ("hidden lg:block", "lg:hidden"),
        ("desc desktop-only", "desc mobile-only"),
        ("show-for-large", "hide-for-large"),
        ("elementor-hidden-tablet elementor-hidden-phone", "elementor-hidden-desktop"),
        ("medium-up--hide", "small--hide"),
        ("descDesktop", "descMobile"),
        ("slick-slide", "slick-slide slick-cloned"),
        ("visible-xs", "hidden-xs"),
    ],
)
def test_of_boxes_for_telephones_and_desktops_one_stays(one: str, other: str) -> None:
    body = f"<div class='{one}'>{BOTH}<p>14 cm</p></div><p>Photos</p><div class='{other}'>{BOTH}<p>14 cm</p></div>"
    assert copies(body, has_teasers=False) == {5: 1, 6: 2, 7: 3}
    page = boilerstrip.extract(f"<html><body><main><h1>Speckle mug</h1>{body}</main></body></html>")
    assert page.text.count("thrown by hand") == 1
    assert page.text.count("14 cm") <= 1


def test_the_box_that_says_less_goes_and_headings_stay() -> None:
    teaser = f"<a class=card><p>{TEXT[0]}</p></a>"
    assert copies(f"{teaser}<div class=text>{BOTH}</div>") == {1: 2}
    assert copies(f"<div class=text>{BOTH}</div>{teaser}") == {3: 1}
    long = "A stoneware mug that was thrown by hand in a workshop on the coast"
    assert copies(f"<h2>{long}</h2><div class=more><p>{long}</p>{BOTH}</div>") == {2: 1}
    assert copies(f"<div class=more><p>{long}</p>{BOTH}</div><h2>{long}</h2>") == {1: 4}


def test_no_text_goes_without_its_other_one() -> None:
    long = "A stoneware mug that was thrown by hand in a workshop on the coast"
    heading, line = f"<h3>{long}</h3>", f"<p>{long}</p>"
    for one, other in ((heading, line), (line, heading)):
        for first, last in ((BOTH, BOTH + "<p>More</p>"), (BOTH + "<p>More</p>", BOTH)):
            boxes = f"<div class=mobile-only>{one}{first}</div><div class=desktop-only>{last}{other}</div>"
            table = segment(parse(f"<h1>Mug</h1>{boxes * 2}<div class=x-mobile>{BOTH}</div>").roots)
            gone = find_copies(table, range(table.n_blocks))
            assert gone
            left = {table.text[block] for block in range(table.n_blocks) if block not in gone}
            assert left == {*table.text}
            assert not any(of in gone and gone[of] == block for block, of in gone.items())


@pytest.mark.parametrize(
    "body",
    [
        # a refrain, by the same template
        f"<div class=verse>{BOTH}</div><div class=verse>{BOTH}</div>",
        f"<ul><li>{TEXT[0]}</li><li>{TEXT[1]}</li><li>{TEXT[0]}</li></ul>",
        # said again on purpose
        f"<div>{BOTH}</div><blockquote><p>{TEXT[0]}</p></blockquote>",
        f"<p>{TEXT[0]}</p><table><tr><td>{TEXT[0]}</td><td>yes</td></tr></table>",
        # too short to say whether it is the same thing
        "<div class=mobile-only><p>Learn more</p></div><div class=desktop-only><p>Learn more</p></div>",
        "<p>Free delivery within ten days</p><div class=box><b>Free delivery within ten days</b></div>",
    ],
)
def test_what_is_said_twice_stays(body: str) -> None:
    assert copies(body) == {}


def test_how_wide_a_grid_is_says_nothing_of_whether_it_is_shown() -> None:
    grids = f"<div class='sm:grid-cols-2'>{BOTH}</div><div class='sm:flex-row'>{BOTH}</div>"
    assert copies(grids, has_teasers=False) == {}


def test_where_people_speak_another_template_may_repeat_them() -> None:
    quoted = f"<div class=post>{BOTH}</div><div class=post><div class=quote>{BOTH}</div></div>"
    assert copies(quoted, has_teasers=False) == {}


def test_the_reason_names_the_other_block() -> None:
    body = f"<div class=mobile-only>{BOTH}</div><div class=desktop-only>{BOTH}</div>"
    page = boilerstrip.extract(f"<html><body><main><h1>Speckle mug</h1>{body}</main></body></html>")
    dropped = [block for block in page.blocks if block.text == TEXT[0] and not block.kept]
    assert [(block.role, block.reason.code) for block in dropped] == [("duplicate", "duplicate")]
    assert dropped[0].reason.evidence == f"block {[block.text for block in page.blocks].index(TEXT[0])}"


def test_many_copies_take_little_time() -> None:
    box = "<div class=a{}>" * 60 + f"<p>{TEXT[0]}</p>" + "</div>" * 60
    assert 0 < len(copies("".join(box.replace("{}", f"{n % 7}-mobile") for n in range(3_000)))) <= 500


SENTENCE = "It was thrown by hand in our workshop on the coast, where the clay is grey."
STORY = f"<p>The mug is new. {SENTENCE} Nobody else makes one.</p><p>{TEXT[0]} {TEXT[1]}</p>"


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote class=pulledquote><p>“{SENTENCE}”</p></blockquote>",
        f"<div class=pullquote><p>{SENTENCE[:50]}</p><cite>Maren Holt</cite></div>",
        f"<aside class=PullQuote>»{SENTENCE}«</aside>",
        f"<figure class=wp-block-pullquote><blockquote><p>{SENTENCE}</p><cite>M. Holt</cite></blockquote></figure>",
    ],
)
def test_a_sentence_that_is_shown_in_large_letters_is_said_once(quote: str) -> None:
    for body in (f"{quote}{STORY}", f"{STORY}{quote}"):
        table = segment(parse(f"<h1>Speckle mug</h1>{body}").roots)
        gone = find_pulled(table, range(table.n_blocks))
        assert gone
        assert {table.text[block] for block in set(range(table.n_blocks)) - gone.keys()} == {
            "Speckle mug",
            *(text for text in table.text if text.startswith(("The mug", TEXT[0]))),
        }
        assert all(table.text[of].startswith("The mug") for of in gone.values())


def test_in_an_article_it_goes_and_in_a_forum_it_stays() -> None:
    others = "".join(f"<p>{TEXT[n % 2]} That is the case for mug number {n}, too.</p>" for n in range(6))
    quote = f"<blockquote class=pullquote><p>{SENTENCE}</p></blockquote>"
    page = boilerstrip.extract(
        f"<title>Speckle mug</title><article><h1>Speckle mug</h1>{STORY}{quote}{others}"
    )
    assert page.page_type.name == "article"
    assert page.text.count(SENTENCE) == 1
    assert [b.reason.code for b in page.blocks if b.text == SENTENCE] == ["duplicate"]
    table = segment(parse(f"<h1>Speckle mug</h1>{STORY}{quote}").roots)
    kept = np.ones(table.n_blocks, dtype=np.bool_)
    features, scores = measure(table, None), np.ones(table.n_blocks)
    assert find_leftovers(features, kept, scores, {"article": 1.0}, table).keys() == {3}
    assert find_leftovers(features, kept, scores, {"forum": 1.0}, table) == {}


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote class=pullquote>Short words.</blockquote>",
        f"<blockquote class=pullquote>{SENTENCE} And it holds half a litre.</blockquote>",
        f"<p>{SENTENCE}</p>",
        f"<aside><blockquote>{SENTENCE}</blockquote></aside>",
        f"<blockquote class=pullquote><p>{SENTENCE}</p><p>What else she said about it was not written down by anybody who was there, and so nobody can say it now.</p></blockquote>",
    ],
)
def test_a_quote_that_says_more_stays(quote: str) -> None:
    table = segment(parse(f"<h1>Speckle mug</h1>{STORY}<p>Short words. They are.</p>{quote}").roots)
    assert find_pulled(table, range(table.n_blocks)) == {}
    assert find_pulled(table, [table.n_blocks - 1]) == {}, "the paragraph is dropped"
