"""Probabilities -> decisions: the headline, images, and a role and reason for every block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.block import BlockTable, Decisions
from boilerstrip.decide import REASON_CODES, decide
from boilerstrip.features import PHRASES, TITLE_OVERLAP, measure, told_roles
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES

TITLE = "Lock gate strands barges"


def read(source: str) -> BlockTable:
    return segment(parse(source).roots)


def decided(source: str, kept: str, title: str = "") -> Decisions:
    """Decisions on a page where the scorer keeps the blocks marked "k" and drops those marked "d"."""
    table = read(source)
    assert table.n_blocks == len(kept), table.text
    scores = np.array([0.9 if mark == "k" else 0.1 for mark in kept], dtype=np.float32)
    matrix = measure(table, title).blocks
    return decide(table, scores, scores >= 0.5, matrix[:, TITLE_OVERLAP], told_roles(matrix[:, PHRASES]))


def marks(decisions: Decisions) -> str:
    return "".join("k" if keep else "d" for keep in decisions.kept)


# Kept and dropped


def test_what_the_model_chooses_is_kept_with_its_score() -> None:
    table = read("<p>a</p><p>b</p><p>c</p>")
    scores = np.array([0.49, 0.5, 0.51], dtype=np.float32)
    result = decide(table, scores, np.array([False, True, True]), np.zeros(3, dtype=np.float32), [""] * 3)
    assert result.kept == [False, True, True]
    assert result.score == [pytest.approx(0.49), 0.5, pytest.approx(0.51)]


def test_a_page_without_blocks_is_decided() -> None:
    nothing = np.zeros(0, dtype=np.float32)
    result = decide(read("<p></p>"), nothing, nothing > 0, nothing, [])
    assert (result.kept, result.role, result.reason) == ([], [], [])
    assert result.headline == -1


# The headline


def test_the_headline_is_kept_whatever_its_score() -> None:
    result = decided(f"<h1>{TITLE}</h1><p>text</p>", "dk", TITLE)
    assert (result.headline, marks(result)) == (0, "kk")
    assert result.role[0] == "title"
    assert result.reason[0] == ("headline", "1.00")


@pytest.mark.parametrize(
    ("source", "headline"),
    [
        # a teaser or a breadcrumb that repeats the title, before or after the h1
        (f"<ul><li><a href=1>{TITLE}</a></li></ul><h1>{TITLE}</h1><p>text</p>", 1),
        (f"<h1>{TITLE}</h1><p>text</p><h3><a href=1>{TITLE}</a></h3>", 0),
        (f"<nav>Home / News / {TITLE}</nav><h1>{TITLE} again</h1><p>text</p>", 1),
        (f"<h2>{TITLE}</h2><h1>{TITLE}</h1><p>text</p>", 1),
        # a heading may link to itself (a forum's topic); one that says it half is a teaser
        (f"<h1><a href=1>{TITLE}</a></h1><p>text</p><h2>{TITLE}</h2>", 0),
        (f"<h2><a href=1>{TITLE}</a></h2><p>text</p><p>more</p>", 0),
        ("<h2><a href=1>Lock gate repaired</a></h2><p>text</p><p>more</p>", -1),
        (f"<p><a href=1>{TITLE}</a></p><p>text</p><p>more</p>", -1),
        # the site's name in an h1 is not the title
        (f"<h1>The Inland Observer</h1><h2>{TITLE}</h2><p>text</p>", 1),
        # no heading: only what is the title nearly word for word
        (f"<div>{TITLE}</div><p>text</p><p>more</p>", 0),
        ("<div>Lock gate repaired</div><p>text</p><p>more</p>", -1),
        # of two equals the first
        (f"<h1>{TITLE}</h1><h1>{TITLE}</h1><p>text</p>", 0),
        # inside the heading there may be boxes
        (f"<h1><div><div>{TITLE}</div></div></h1><p>text</p><p>more</p>", 0),
    ],
)
def test_the_headline_is_the_block_that_is_most_the_title(source: str, headline: int) -> None:
    table = read(source)
    assert decided(source, "d" * (table.n_blocks - 1) + "k", TITLE).headline == headline


def test_a_page_whose_title_is_unknown_has_no_headline() -> None:
    assert decided(f"<h1>{TITLE}</h1><p>text</p>", "dk").headline == -1


def test_a_page_without_main_content_has_no_headline() -> None:
    result = decided(f"<h1>{TITLE}</h1><p>text</p>", "dd", TITLE)
    assert (result.headline, marks(result)) == (-1, "dd")


# Images

IMAGE = "<p><img src=i.jpg></p>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (f"<p>a</p>{IMAGE}<p>b</p>", "kdk", "kkk"),
        (f"<p>a</p>{IMAGE}{IMAGE}<p>b</p>", "kddk", "kkkk"),
        (f"<p>a</p>{IMAGE}<p>b</p>", "kkd", "kdd"),
        (f"<p>a</p>{IMAGE}<p>b</p>", "dkd", "ddd"),
        (f"{IMAGE}<p>a</p>{IMAGE}", "kkk", "dkd"),
        (f"<h1>{TITLE}</h1>{IMAGE}<p>a</p>", "ddk", "kkk"),
        (f"{IMAGE}{IMAGE}", "kk", "dd"),
        ("<p>a</p><p>text <img src=i.jpg></p><p>b</p>", "kdk", "kdk"),
    ],
)
def test_images_go_with_the_text_around_them(source: str, scored: str, kept: str) -> None:
    assert marks(decided(source, scored, TITLE)) == kept


# Roles and reasons


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("<p>x</p>", "paragraph"),
        ("<div>x</div>", "paragraph"),
        ("<h2>x</h2>", "heading"),
        ("<ul><li>x</ul>", "list"),
        ("<ul><li><p>x</p></ul>", "list"),
        ("<dl><dd>x</dl>", "list"),
        ("<table><tr><td>x</table>", "table"),
        ("<table><caption>x</table>", "caption"),
        ("<figure><figcaption>x</figcaption></figure>", "caption"),
        ("<pre><code>x</code></pre>", "code"),
        ("<blockquote><p>x</p></blockquote>", "quote"),
        ("<blockquote><ul><li>x</ul></blockquote>", "list"),
    ],
)
def test_a_kept_block_is_what_its_nearest_telling_tag_is(source: str, role: str) -> None:
    result = decided(source, "k")
    assert result.role == [role]
    assert result.reason == [("scored-high", "0.90")]


WIDGETS = [
    ("<nav><ul><li>x</ul></nav>", "navigation", "tag", "nav"),
    ("<nav class=x7><p>x</p></nav>", "navigation", "tag", "nav"),
    ("<div role=navigation id=x7>x</div>", "navigation", "tag", "div"),
    ("<ul class='main menu'><li>x</ul>", "navigation", "class-word", "main menu"),
    ("<footer><p>x</p></footer>", "footer", "tag", "footer"),
    ("<div id=site-footer>x</div>", "footer", "class-word", "site-footer"),
    ("<header><div>x</div></header>", "header", "tag", "header"),
    ("<div class=comments-area><div><p>x</p></div></div>", "comment", "class-word", "comments-area"),
    ("<div id=wpdcom class=wpdiscuz_top>x</div>", "comment", "class-word", "wpdiscuz_top wpdcom"),
    ("<div id=cookie-banner><p>x</p></div>", "cookie-notice", "class-word", "cookie-banner"),
    ("<section class=newsletter-signup>x</section>", "newsletter", "class-word", "newsletter-signup"),
    ("<div class=donation-box>x</div>", "donation", "class-word", "donation-box"),
    ("<div class='ad adslot'>x</div>", "advertisement", "class-word", "ad adslot"),
    ("<div class=paywall>x</div>", "paywall", "class-word", "paywall"),
    ("<div class=share-buttons>x</div>", "share", "class-word", "share-buttons"),
    ("<aside class=related-posts>x</aside>", "related", "class-word", "related-posts"),
    ("<div class=author-bio>x</div>", "author-bio", "class-word", "author-bio"),
    ("<div class=pagination>x</div>", "pagination", "class-word", "pagination"),
    ("<form class=login-form>x</form>", "login", "class-word", "login-form"),
    ("<search>x</search>", "search", "tag", "search"),
    ("<div class=imprint>x</div>", "legal", "class-word", "imprint"),
    ("<div hidden>x</div>", "hidden", "tag", "div"),
    ("<div class=x7 style='display:none'>x</div>", "hidden", "tag", "div"),
    ("<p class=x7>x</p>", "other", "scored-low", "0.10"),
]


@pytest.mark.parametrize(("source", "role", "code", "evidence"), WIDGETS)
def test_a_dropped_block_says_what_it_is_and_who_says_so(
    source: str, role: str, code: str, evidence: str
) -> None:
    result = decided(source, "d")
    assert result.role == [role]
    assert result.reason == [(code, evidence)]


@pytest.mark.parametrize(
    ("source", "role", "evidence"),
    [
        # everything in a widget is the widget's
        ("<div class=comments><div class=share>x</div></div>", "comment", "comments"),
        ("<div class=cookie-notice><nav><footer>x</footer></nav></div>", "cookie-notice", "cookie-notice"),
        # a widget in an ordinary container is a widget
        ("<footer class=site-footer><div class=newsletter>x</div></footer>", "newsletter", "newsletter"),
        # of ordinary containers the nearest speaks
        ("<footer><div class=share>x</div></footer>", "share", "share"),
        ("<div class=share><footer>x</footer></div>", "footer", "footer"),
        ("<nav><div class=x7><div>x</div></div></nav>", "navigation", "nav"),
    ],
)
def test_of_several_elements_that_tell_one_decides(source: str, role: str, evidence: str) -> None:
    result = decided(source, "d")
    assert (result.role[0], result.reason[0].evidence) == (role, evidence)


@pytest.mark.parametrize(
    ("source", "role", "code", "evidence"),
    [
        ("<p>Donate</p>", "donation", "phrase", "donation"),
        ("<nav><a href=x>Donate</a></nav>", "donation", "phrase", "donation"),
        ("<div class=comments><p>Leave a reply</p></div>", "comment", "class-word", "comments"),
    ],
)
def test_a_phrase_outranks_a_container_but_not_a_widget(
    source: str, role: str, code: str, evidence: str
) -> None:
    result = decided(source, "d")
    assert result.role == [role]
    assert result.reason == [(code, evidence)]


def test_a_phrase_in_a_kept_block_does_not_change_what_it_is() -> None:
    assert decided("<p>Donate</p>", "k").role == ["paragraph"]


def test_a_dropped_image_says_so() -> None:
    result = decided(f"<p>a</p>{IMAGE}<nav>{IMAGE}</nav>", "kkk")
    assert result.role == ["paragraph", "other", "navigation"]
    assert [reason.code for reason in result.reason] == ["scored-high", "beside-dropped", "tag"]


def test_a_kept_image_says_so() -> None:
    result = decided(f"<p>a</p><figure>{IMAGE}</figure><p>b</p>", "kdk")
    assert result.role[1] == "media"
    assert result.reason[1] == ("beside-kept", "")


def test_every_reason_code_is_reached_and_documented() -> None:
    kept = f"<h1>{TITLE}</h1><p>a</p>{IMAGE}<p>b</p>"
    result = decided(
        f"<nav>n</nav>{kept}{IMAGE}<div class=ad>c</div><p>Donate</p><p>d</p>", "ddkdkdddd", TITLE
    )
    assert {reason.code for reason in result.reason} == set(REASON_CODES)


PARTS = [source for source, *_ in WIDGETS] + [
    IMAGE,
    "<p>x</p>",
    "<h2>x</h2>",
    f"<h1>{TITLE}</h1>",
    "<pre>x</pre>",
]


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.floats(0, 1, width=32)), max_size=12))
def test_every_block_of_any_page_gets_a_listed_role_and_reason(parts: list[tuple[str, float]]) -> None:
    table = read("".join(part for part, _ in parts) or "<p></p>")
    scores = np.array([score for _, score in parts], dtype=np.float32)[: table.n_blocks]
    overlap = measure(table, TITLE).blocks[:, TITLE_OVERLAP]
    result = decide(table, scores, scores >= 0.5, overlap, [""] * table.n_blocks)
    for keep, role, reason in zip(result.kept, result.role, result.reason, strict=True):
        assert role in (KEPT_ROLES if keep else DROPPED_ROLES)
        assert reason.code in REASON_CODES
    assert (result.role.count("title") == 1) == (result.headline >= 0)
