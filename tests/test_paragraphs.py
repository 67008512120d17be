"""Paragraphs that go on with kept ones, as the end of an article behind a line that is none of it."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.block import Reason
from boilerstrip.decide import Choice
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.deciding import decide, unweighed

FIRST = (
    "The mill has ground the barley of the valley for longer than the parish has kept books about anything."
)
SECOND = (
    "The work was done by nine people who meet on Saturdays, and who replaced forty-one paddles of the wheel."
)
THIRD = "Whether the mill can pay for itself is another matter, since flour ground slowly costs three times as much."
LAST = "For the first evening they left the doors open, and visitors stood on the bridge until it was quite dark."
BY_PARAGRAPH = Reason("kept-whole", "p")
AGAIN = ("duplicate", Reason("duplicate", "block 1"))


def kept(body: str, *by_scorer: str, left_over: str = "-") -> list[str]:
    """Texts of the blocks that are kept of a page of which the scorer keeps those that begin so."""
    table = segment(parse(f"<html><body><main>{body}</main></body></html>").roots)
    chosen = np.array([text.startswith(by_scorer) for text in table.text])
    repeats = {i: AGAIN for i, text in enumerate(table.text) if text.startswith(left_over)}
    scores = np.zeros(table.n_blocks, dtype=np.float32)
    choice = Choice(scores, chosen, unweighed, left_over=repeats)
    decisions = decide(table, measure(table, None), choice)
    added = {
        text for text, reason in zip(table.text, decisions.reason, strict=True) if reason == BY_PARAGRAPH
    }
    found = [text for text, is_kept in zip(table.text, decisions.kept, strict=True) if is_kept]
    assert added == {text for text in found if not text.startswith(by_scorer)}
    return found


@pytest.mark.parametrize(
    "end",
    [
        f"<p>{LAST}</p>",
        f"<div><span>owlery</span></div><p>{LAST}</p>",
        f"<marquee>owlery<p>{LAST}</p></marquee>",
        f"<table><tr><td>owlery<p>{LAST}</p></td></tr></table>",
        f"<x-é><p>{LAST}</p></x-é>",
    ],
)
def test_a_paragraph_behind_kept_ones_is_kept(end: str) -> None:
    found = kept(f"<p>{FIRST}</p><p>{SECOND}</p>{end}", FIRST, SECOND)
    assert [text for text in found if text != "owlery"] == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "end",
    [
        f"<p class=note>{LAST}</p>",  # written otherwise
        f"<div class=box><p>{LAST}</p></div>",
        f"<aside><p>{LAST}</p></aside>",
        f"<ul class=related><li><p>{LAST}</p></ul>",
        f"<p><a href=/next>{LAST}</a></p>",
        f"<div>{LAST}</div>",
        f"<p>Sign up for our newsletter and get the news of the mill every week in your inbox.<p>{LAST} {LAST}<p>{LAST}<p>{LAST}",
    ],
)
def test_others_are_not(end: str) -> None:
    assert kept(f"<p>{FIRST}</p><p>{SECOND}</p>{end}", FIRST, SECOND) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=one><p>{}</p></div>",
        "<div class='wp-block-group has-background'><div class=wp-block-group__inner-container><p>{}</p></div></div>",
        "<div class='row'><div class='col-md-12'><p>{}</p></div></div>",
        "<section class=text-block>{}</section>",
        "<p class=drop-cap>{}</p>",
        "<div class='article-body'><p>{}</p><p>" + FIRST + " " + LAST + "</p></div>",
        "<div class='d-none d-md-block'><p>{}</p></div>",
        "<div class='hidden lg:block'><p>{}</p></div>",
        "<div class='elementor-element-1f elementor-hidden-phone'><p>{}</p></div>",
    ],
)
def test_prose_between_kept_ones_may_be_in_a_box_with_a_name(box: str) -> None:
    around = box.format(THIRD)
    assert THIRD in kept(f"<p>{FIRST}</p>{around}<p>{SECOND}</p><p>{LAST}</p>", FIRST, SECOND, LAST)
    assert THIRD not in kept(f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>{around}", FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=newsletter><p>{}</p></div>",
        "<div class=d-none><p>{}</p></div>",
        "<div class='related-story'><p>{}</p></div>",
        "<aside class=one><p>{}</p></aside>",
        "<div class=one><h4>The mill shop</h4><p>{}</p></div>",
        "<div class=one><p>{}</p><p><a href=/shop>To the shop</a></p></div>",
        "<div class=one><p>{}<a href=/shop>To the shop</a></p></div>",
        "<div class=one><p>Sign up for our newsletter. {}</p></div>",
    ],
)
def test_what_is_a_promotion_is_not(box: str) -> None:
    page = f"<p>{FIRST}</p>{box.format(THIRD)}<p>{SECOND}</p><p>{LAST}</p>"
    assert kept(page, FIRST, SECOND, LAST) == [FIRST, SECOND, LAST]


def test_of_boxes_for_two_widths_one_is_kept() -> None:
    boxes = f"<div class='d-none d-md-block'><p>{THIRD}</p></div><div class='d-md-none'><p>{THIRD}</p></div>"
    found = kept(f"<p>{FIRST}</p>{boxes}<p>{SECOND}</p><p>{LAST}</p>", FIRST, SECOND, LAST)
    assert found == [FIRST, THIRD, SECOND, LAST]


@pytest.mark.parametrize("quote", [SECOND, f"“{SECOND[:60]}”", SECOND[20:90]])
def test_a_sentence_in_large_letters_is_none_of_the_text(quote: str) -> None:
    again = f"<p>{FIRST}</p><div class=pull><p>{quote}</p></div><p>{SECOND}</p><p>{LAST}</p>"
    table = segment(parse(again).roots)
    chosen = np.array([True, False, True, True])
    choice = Choice(np.zeros(4, dtype=np.float32), chosen, unweighed, left_over={})
    assert decide(table, measure(table, None), choice).kept == chosen.tolist()


def test_between_kept_ones_it_need_be_no_prose() -> None:
    step = "What a tailwater takes away again is then"
    assert kept(f"<p>{FIRST}</p><p>{step}</p><p>{SECOND}</p>", FIRST, SECOND) == [FIRST, step, SECOND]
    assert kept(f"<p>{FIRST}</p><p>{SECOND}</p><p>{step}</p>", FIRST, SECOND) == [FIRST, SECOND]
    assert kept(f"<p>{FIRST}</p><p>Anzeige</p><p>{SECOND}</p>", FIRST, SECOND) == [FIRST, SECOND]


def test_what_asks_for_something_is_not() -> None:
    asks = "Sign up for our newsletter, and get the news of the mill every week in your inbox, for nothing at all."
    assert kept(f"<p>{FIRST}</p><p>{SECOND}</p><p>{asks}</p><p>{LAST}</p>", FIRST, SECOND) == [
        FIRST,
        SECOND,
        LAST,
    ]


def test_nor_is_one_before_them_or_beside_a_single_one() -> None:
    assert kept(f"<p>{LAST}</p><p>{FIRST}</p><p>{SECOND}</p>", FIRST, SECOND) == [FIRST, SECOND]
    assert kept(f"<p>{FIRST}</p><p>{LAST}</p>", FIRST) == [FIRST]


def test_nor_is_what_is_left_over_of_something() -> None:
    body = f"<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    assert kept(body, FIRST, SECOND, left_over=LAST) == [FIRST, SECOND]


def test_a_short_page_keeps_its_end() -> None:
    odd = "<marquee>owlery</marquee><center>heron</center>plover<nobr>"
    found = extract(
        f"<title>The wheel turns</title><main><h1>The wheel turns</h1><p>{FIRST}<p>{SECOND}</p>{odd}<p>{THIRD}<p>{LAST}"
    )
    assert [text for text in (FIRST, SECOND, THIRD, LAST) if text not in found.text] == []


def by_scorer(body: str, *texts: str, is_forum: bool = False) -> list[tuple[str, str]]:
    """What is kept beyond what the scorer keeps, each with the tag of what it is in."""
    table = segment(parse(f"<html><body><main>{body}</main></body></html>").roots)
    chosen = np.array([text.startswith(texts) for text in table.text])
    scores = np.zeros(table.n_blocks, dtype=np.float32)
    choice = Choice(scores, chosen, unweighed, left_over={}, is_forum=is_forum)
    decisions = decide(table, measure(table, None), choice)
    added = zip(table.text, decisions.kept, decisions.reason, chosen.tolist(), strict=True)
    return [(text, reason.evidence) for text, is_kept, reason, was in added if is_kept and not was]


PARTS = "<li>oak for the paddles</li><li>steel for the bearings</li><li>larch for the trough</li>"
REST = [("steel for the bearings", "ul"), ("larch for the trough", "ul")]


def test_a_list_that_begins_below_kept_text_is_kept_to_its_end() -> None:
    assert by_scorer(f"<p>{FIRST}</p><div><ul>{PARTS}</ul></div>", FIRST, "oak") == REST
    linked = PARTS.replace("steel for", "<a href=/steel>steel</a> for")
    assert by_scorer(f"<p>{FIRST}</p><ul>{linked}</ul>", FIRST, "oak") == REST
    for other in (
        f"<ul class=related-links>{PARTS}</ul>",
        f"<ul>{PARTS.replace('steel for the bearings', '<a href=/s>steel for the bearings</a>')}</ul>",
        f"<ul>{PARTS}<li>Sign up for our newsletter and get news of the mill in your inbox.</li></ul>",
        "<ul>" + PARTS.replace("larch", "oak or larch") * 40 + "</ul>",
    ):
        assert by_scorer(f"<p>{FIRST}</p>{other}", FIRST, "oak") == [], other
    boxed = f"<p>{FIRST}</p><div><ul>{PARTS}</ul></div>"
    assert by_scorer(boxed, FIRST, "steel") == [], "its beginning is not kept"
    assert by_scorer(f"<p>{FIRST}</p><p>owlery</p><ul>{PARTS}</ul>", FIRST, "oak") == []


@pytest.mark.parametrize(
    ("whole", "tag"),
    [
        (f"<ul>{PARTS}</ul>", "ul"),
        (f"<ol>{PARTS}</ol>", "ol"),
        ("<pre>wheel.turn(rate=4)</pre>", "pre"),
        ("<blockquote><p>I never thought that I would hear it again.</p></blockquote>", "blockquote"),
        ("<dl><dt>Paddle</dt><dd>A board on which the water pushes.</dd></dl>", "dl"),
        ("<details><summary>How deep?</summary><p>Two metres at the wheel.</p></details>", "details"),
    ],
)
def test_what_stands_beside_kept_text_right_below_it_is_kept(whole: str, tag: str) -> None:
    found = by_scorer(f"<p>{FIRST}</p><p>{SECOND}</p>{whole}", FIRST, SECOND)
    assert found
    assert {of for _, of in found} == {tag}
    assert by_scorer(f"<p>{FIRST}</p><p>{SECOND}</p><div>{whole}</div>", FIRST, SECOND) == []
    assert by_scorer(f"<p>{FIRST}</p><p>owlery</p>{whole}", FIRST) == []
    assert by_scorer(f"<p>{FIRST}</p>{whole}", FIRST, is_forum=True) == [], "posts have their own rules"
    if tag != "pre":
        linked = whole.replace(" the ", " <a href=/>the</a> ").replace("again", "<a href=/>again</a>")
        assert by_scorer(f"<p>{FIRST}</p>{linked}", FIRST) == []
