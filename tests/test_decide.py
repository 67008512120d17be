"""Probabilities -> decisions: the headline, images, and a role and reason for every block."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Decisions, Entry
from boilerstrip.decide import REASON_CODES, Choice
from boilerstrip.features import COLUMNS, measure
from boilerstrip.parse import parse
from boilerstrip.role_words import ROLE_TERMS
from boilerstrip.segment import segment
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES
from tests.deciding import decide

TITLE = "Lock gate strands barges"


def read(source: str) -> BlockTable:
    return segment(parse(source).roots)


def decided(source: str, kept: str, title: str = "") -> Decisions:
    """Decisions on a page where the scorer keeps the blocks marked "k" and drops those marked "d"."""
    table = read(source)
    assert table.n_blocks == len(kept), table.text
    scores = np.array([0.9 if mark == "k" else 0.1 for mark in kept], dtype=np.float32)
    return decide(table, measure(table, title), Choice(scores, scores >= 0.5, weigh))


def weigh(blocks: NDArray[np.intp]) -> NDArray[np.float32]:
    """A model in which each column weighs its index, and half of them against the block."""
    weights = np.arange(len(COLUMNS), dtype=np.float32) - len(COLUMNS) // 2
    return np.tile(weights, (len(blocks), 1))


HEAVIEST = ", ".join(COLUMNS[:-4:-1])
LIGHTEST = ", ".join(COLUMNS[:3])


def entry(blocks: Sequence[int], about: Sequence[int] = ()) -> Entry:
    """Something said in these blocks."""
    return Entry(0, tuple(blocks), tuple(about), None, None, None, None, -1, 0)


def marks(decisions: Decisions) -> str:
    return "".join("k" if keep else "d" for keep in decisions.kept)


# Kept and dropped


def test_what_the_model_chooses_is_kept_with_its_score() -> None:
    table = read("<p>a</p><p>b</p><p>c</p>")
    scores = np.array([0.49, 0.5, 0.51], dtype=np.float32)
    result = decide(table, measure(table, ""), Choice(scores, np.array([False, True, True]), weigh))
    assert result.kept == [False, True, True]
    assert result.score == [pytest.approx(0.49), 0.5, pytest.approx(0.51)]


def test_a_page_without_blocks_is_decided() -> None:
    nothing, table = np.zeros(0, dtype=np.float32), read("<p></p>")
    result = decide(table, measure(table, ""), Choice(nothing, nothing > 0, weigh))
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
        # whose page it is says its footer and a line with a sign; an article's heading is above those
        (f"<p>text</p><p>more</p><footer>{TITLE}</footer>", -1),
        (f"<p>text</p><p>more</p><div class=footer><p>{TITLE}</p></div>", -1),
        (f"<p>text</p><p>more</p><p>© {TITLE}</p>", -1),
        (f"<footer><h2>{TITLE}</h2></footer><p>text</p><p>more</p>", 0),
        # the only h1 below a line that says the title: a section's name stands above the headline
        (f"<div><h2>{TITLE}</h2><h1>Come and make night shifts shorter</h1></div><p>text</p>", 1),
        (f"<div><p>{TITLE}</p><h1>Come and make night shifts shorter</h1></div><p>text</p>", 1),
        (f"<h2>{TITLE}</h2><p>text</p><h1>Come and make night shifts shorter</h1>", 0),
        (f"<h2>{TITLE}</h2><h1>How it began</h1><p>text</p><h1>How it ended</h1>", 0),
        (f"<h2>{TITLE}</h2><h3>How it began</h3><p>text</p>", 0),
        # inside the heading there may be boxes
        (f"<h1><div><div>{TITLE}</div></div></h1><p>text</p><p>more</p>", 0),
    ],
)
def test_the_headline_is_the_block_that_is_most_the_title(source: str, headline: int) -> None:
    table = read(source)
    assert decided(source, "d" * (table.n_blocks - 1) + "k", TITLE).headline == headline


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<h1><span>Halden</span><div>{TITLE}</div></h1><p>text</p>", "kkk"),
        (f"<h1><div>{TITLE}</div><div>Halden, in the spring</div></h1><p>text</p>", "kkk"),
        (f"<h1><div>{TITLE}</div><div><a href=1>Halden</a></div></h1><p>text</p>", "kdk"),
        (f"<h1><div>{TITLE}</div><div role=button>Share</div></h1><p>text</p>", "kdk"),
        (f"<h1><div>{TITLE}</div><div>{'Halden ' * 50}</div></h1><p>text</p>", "kdk"),
        (f"<h2><div>{TITLE}</div><div>Halden</div></h2><p>text</p>", "kdk"),
    ],
)
def test_an_h1_that_elements_divide_is_kept_whole(source: str, expected: str) -> None:
    result = decided(source, "ddk", TITLE)
    assert marks(result) == expected
    assert [reason for reason in result.reason if reason.code == "kept-whole"] == (
        [("kept-whole", "h1")] if expected == "kkk" else []
    )


def test_a_link_that_says_the_title_is_the_headline_if_it_is_kept() -> None:
    source = f"<p><a href=1>{TITLE}</a></p><p>text</p><p>more</p>"
    assert decided(source, "dkk", TITLE).headline == -1, "a teaser of the page itself"
    assert decided(source, "kkk", TITLE).headline == 0, "sites of submitted links have no other headline"


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
        # A caption is dropped more often than its image: it does not tell where the image stands.
        (f"<p>a</p><figure>{IMAGE}<figcaption>c</figcaption></figure><p>b</p>", "kddk", "kkdk"),
        (f"<p>a</p><div><p class=wp-caption-text>c</p>{IMAGE}</div><p>b</p>", "kddk", "kdkk"),
        (f"<p>a</p><figure>{IMAGE}<figcaption>c</figcaption></figure><p>b</p>", "kddd", "kddd"),
        # Nor do other words in its own figure: a credit, a counter, a button; but a teaser's and other figures' do.
        (f"<p>a</p><figure>{IMAGE}<div>© Ann</div></figure><p>b</p>", "kddk", "kkdk"),
        (
            f"<p>a</p><figure><div>1/4</div>{IMAGE}<figcaption>c</figcaption></figure><p>b</p>",
            "kdddk",
            "kdkdk",
        ),
        (f"<p>a</p><figure>{IMAGE}<button>Enlarge</button></figure><p>b</p>", "kddd", "kddd"),
        (f"<p>a</p><figure>{IMAGE}<h3>Other news</h3></figure><p>b</p>", "kddk", "kddk"),
        (f"<p>a</p><figure><a href=x>{IMAGE}<div>Other news</div></a></figure><p>b</p>", "kddk", "kddk"),
        (f"<p>a</p><figure><div>x</div></figure>{IMAGE}<p>b</p>", "kddk", "kddk"),
        (f"<p>a</p><figure>{IMAGE}</figure><div>x</div><p>b</p>", "kddk", "kddk"),
        (f"<figure>{IMAGE}<figcaption>c</figcaption></figure>", "dk", "kk"),
        (f"<p>a</p><div class=adslot><a href=x>{IMAGE}</a></div><p>b</p>", "kdk", "kdk"),
        (f"<p>a</p><div class=cookie-blocker>{IMAGE}</div><p>b</p>", "kdk", "kdk"),
        (
            f"<div class=has-share><div><div><div><p>a</p>{IMAGE}<p>b</p></div></div></div></div>",
            "kdk",
            "kkk",
        ),
    ],
)
def test_images_go_with_the_text_around_them(source: str, scored: str, kept: str) -> None:
    assert marks(decided(source, scored, TITLE)) == kept


# Roles and reasons


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        ("<p>a.</p><pre>x</pre><p>b.</p>", "kdk", "kkk"),
        ("<p>a.</p><div><button>Copy</button><pre>x</pre></div><p>b.</p>", "kddk", "kdkk"),
        ("<p>a.</p><pre>x<div>y</div></pre><p>b.</p>", "kddk", "kkkk"),
        ("<p>a.</p><pre>x</pre>", "kd", "kk"),  # beside the text above
        ("<p>a.</p><div><pre>x</pre></div>", "kd", "kd"),  # what stands below the main content is none
        ("<pre>x</pre><p>b.</p>", "dk", "dk"),
        ("<p>a.</p>" + "<p>no.</p>" * 6 + "<pre>x</pre><p>b.</p>", "k" + "d" * 7 + "k", "k" + "d" * 7 + "k"),
        ("<p>a.</p><textarea>x</textarea><p>b.</p>", "kdk", "kdk"),  # a field to type in
    ],
)
def test_code_between_what_is_kept_is_kept(source: str, scored: str, kept: str) -> None:
    result = decided(source, scored)
    assert result.kept == [mark == "k" for mark in kept]
    added = [i for i, (before, after) in enumerate(zip(scored, kept, strict=True)) if before != after]
    assert all((result.role[i], result.reason[i]) == ("code", ("kept-whole", "pre")) for i in added)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<p>a.</p><table class=crayon-table><tr><td>x</table><p>b.</p>", "kkk"),
        ("<p>a.</p><div class=syntaxhighlighter>x</div><p>b.</p>", "kkk"),
        ("<p>a.</p><code>x<br>y</code><p>b.</p>", "kkk"),
        ("<p>a.</p><code>x</code><p>b.</p>", "kdk"),
        ("<p>a.</p><table><tr><td>x</table><p>b.</p>", "kdk"),
    ],
)
def test_so_is_code_in_other_boxes(source: str, kept: str) -> None:
    result = decided(source, "kdk")
    assert result.kept == [mark == "k" for mark in kept]
    assert (result.reason[1] == ("kept-whole", "pre")) is (kept == "kkk")


def test_who_is_quoted_is_kept_with_the_quote() -> None:
    result = decided("<blockquote><p>The dough tells you.</p><footer>A baker</footer></blockquote>", "kd")
    assert (result.kept, result.reason[1]) == ([True, True], ("kept-whole", "blockquote"))
    assert decided("<blockquote><p>The dough.</p><cite>A baker</cite></blockquote>", "kd").kept == [
        True,
        True,
    ]
    figure = (
        "<figure><blockquote><p>It tells you.</p></blockquote><figcaption>A baker</figcaption>{}</figure>"
    )
    result = decided(figure.format(""), "kd")
    assert (result.kept, result.reason[1]) == ([True, True], ("kept-whole", "blockquote"))
    assert decided(figure.format("<div>Share this</div>"), "kdd").kept == [True, True, False]
    assert decided(figure.format("<p>x</p>"), "ddk").kept == [False, False, True]
    quoted = "<blockquote><p>The dough tells you.</p><div>Click to expand</div></blockquote>"
    assert decided(quoted, "kd").kept == [True, False]
    assert decided("<blockquote><p>A word.</p><p>Many more words.</p></blockquote>", "kd").kept == [
        True,
        False,
    ]


SAID = "The keeper of the upper lock opened the gate at seven, as he had done for thirty years. " * 2
NOTE = "<sup id=r1><a href=#n1>1</a></sup>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (f"<p>{SAID}{NOTE} b.</p><ol><li id=n1>Note. <a href=#r1>\u21a9</a></ol>", "kd", "kk"),
        (f"<p>{SAID}{NOTE} b.</p><ol><li id=n1>Note. <a href=#r1>\u21a9</a></ol>", "dd", "dd"),
        # A note of the second note alone; one to which nothing kept refers.
        (
            f"<p>{SAID}{NOTE} b.</p><p>c<sup id=r3><a href=#n3>3</a></sup></p><ol>"
            "<li id=n1>Note,<sup id=r2><a href=#n2>2</a></sup> <a href=#r1>\u21a9</a>"
            "<li id=n2>Its own. <a href=#r2>\u21a9</a><li id=n3>Other. <a href=#r3>\u21a9</a></ol>",
            "kdddd",
            "kdkkd",
        ),
        # Longer than an aside: small print.
        (f"<p>{SAID}{NOTE} b.</p><ol><li id=n1>{SAID} <a href=#r1>\u21a9</a></ol>", "kd", "kd"),
    ],
)
def test_footnotes_of_kept_text_are_kept(source: str, scored: str, kept: str) -> None:
    result = decided(source, scored)
    assert result.kept == [mark == "k" for mark in kept]
    added = [i for i, (before, after) in enumerate(zip(scored, kept, strict=True)) if before != after]
    assert all(result.reason[i] == ("kept-whole", "footnote") for i in added)


QUOTED = "<div><blockquote>q</blockquote>a</div>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (QUOTED * 3, "kkkkdk", "kkkkkk"),
        (QUOTED * 3, "dkkkkk", "kkkkkk"),
        (QUOTED * 4, "kkkkdkdk", "kkkkdkdk"),  # as many are dropped
        (QUOTED * 2, "kkdk", "kkdk"),
        (QUOTED * 3, "kkkkdd", "kkkkdd"),  # the post is dropped as well
        (f"{QUOTED * 2}<div><blockquote>q</blockquote></div>a", "kkkkdk", "kkkkdk"),  # not in its box
        (f"{QUOTED * 2}<div><blockquote>q<p>r</p></blockquote>a</div>", "kkkkddk", "kkkkkkk"),
        (f"{QUOTED * 2}<div><blockquote></blockquote>a</div>{QUOTED}", "kkkkkdk", "kkkkkkk"),
        (f"{QUOTED * 2}<div>a<blockquote>q</blockquote></div>", "kkkkkd", "kkkkkd"),
    ],
)
def test_a_quote_above_kept_text_is_kept_among_kept_ones(source: str, scored: str, kept: str) -> None:
    result = decided(source, scored)
    assert marks(result) == kept
    added = [i for i, mark in enumerate(scored) if mark != kept[i]]
    assert all(result.reason[i] == ("kept-whole", "blockquote") for i in added)


NOTE = "<p>a</p><div class='admonition note'><p class=admonition-title>Note</p><p>b</p></div>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (f"{NOTE}<p>c", "kddk", "kkkk"),
        (f"{NOTE}<p>c", "kdkk", "kkkk"),
        (f"{NOTE}<p>c", "kddd", "kddd"),
        (f"{NOTE}<p>c", "dddk", "dddk"),
        (NOTE, "kdd", "kdd"),
        (NOTE.replace("<p>a</p>", "") + "<p>c", "ddk", "ddk"),
        (NOTE.replace("<p>b", "<p>b" * 6) + "<p>c", "k" + 7 * "d" + "k", "k" + 7 * "d" + "k"),
        (NOTE.replace("admonition note", "side") + "<p>c", "kddk", "kddk"),
    ],
)
def test_a_callout_between_kept_text_is_kept(source: str, scored: str, kept: str) -> None:
    result = decided(source, scored)
    assert marks(result) == kept
    added = [i for i, mark in enumerate(scored) if mark != kept[i]]
    assert all(result.reason[i] == ("kept-whole", "callout") for i in added)


def test_cells_of_a_kept_table_say_that_they_complete_it() -> None:
    rows = "".join(f"<tr><td>Reach {i}<td>{i} m" for i in range(3))
    result = decided(f"<table>{rows}</table>", "kkkkkd")
    assert result.kept == [True] * 6
    assert result.reason[5] == ("kept-whole", "table")


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
    assert result.reason == [("scored-high", f"0.90: {HEAVIEST}")]


WIDGETS = [
    ("<nav><ul><li>x</ul></nav>", "navigation", "tag", "nav"),
    ("<nav class=x7><p>x</p></nav>", "navigation", "tag", "nav"),
    ("<div role=navigation id=x7>x</div>", "navigation", "tag", 'div[role="navigation"]'),
    ("<ul class='main menu'><li>x</ul>", "navigation", "class-word", "ul.menu"),
    ("<ul itemscope itemtype=https://schema.org/SiteNavigationElement><li>x</ul>", "navigation", "type",
     "SiteNavigationElement"),
    ("<footer><p>x</p></footer>", "footer", "tag", "footer"),
    ("<div id=site-footer>x</div>", "footer", "class-word", "div.site-footer"),
    ("<header><div>x</div></header>", "header", "tag", "header"),
    ("<div class=comments-area><div><p>x</p></div></div>", "comment", "class-word", "div.comments-area"),
    ("<div id=wpdcom class=wpdiscuz_top>x</div>", "comment", "class-word", "div.wpdiscuz_top"),
    ("<div itemtype=http://schema.org/Comment>x</div>", "comment", "type", "Comment"),
    ("<form class=comment-form>x</form>", "comment-form", "class-word", "form.comment-form"),
    ("<ol class=breadcrumbs><li>x</ol>", "breadcrumb", "class-word", "ol.breadcrumbs"),
    ("<div id=cookie-banner><p>x</p></div>", "cookie-notice", "class-word", "div.cookie-banner"),
    ("<section class=newsletter-signup>x</section>", "newsletter", "class-word", "section.newsletter-signup"),
    ("<div class=donation-box>x</div>", "donation", "class-word", "div.donation-box"),
    ("<div class='x7 adslot'>x</div>", "advertisement", "class-word", "div.adslot"),
    ("<div class=paywall>x</div>", "paywall", "class-word", "div.paywall"),
    ("<div class=share-buttons>x</div>", "share", "class-word", "div.share-buttons"),
    ("<aside class=related-posts>x</aside>", "related", "class-word", "aside.related-posts"),
    ("<div class=author-bio>x</div>", "author-bio", "class-word", "div.author-bio"),
    ("<div class=pagination>x</div>", "pagination", "class-word", "div.pagination"),
    ("<form class=login-form>x</form>", "login", "class-word", "form.login-form"),
    ("<search>x</search>", "search", "tag", "search"),
    ("<div class=imprint>x</div>", "legal", "class-word", "div.imprint"),
    ("<div hidden>x</div>", "hidden", "tag", "div[hidden]"),
    ("<div class=x7 style='display:none'>x</div>", "hidden", "tag", 'div[style="display:none"]'),
    ("<p class=x7>x</p>", "other", "scored-low", f"0.10: {LIGHTEST}"),
]  # fmt: skip


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
        # everything in a comment, a cookie notice or a breadcrumb is part of it
        ("<div class=comments><div class=share>x</div></div>", "comment", "div.comments"),
        ("<div class=cookie-notice><nav><footer>x</footer></nav></div>", "cookie-notice", "div.cookie-notice"),
        ("<nav class=breadcrumb><ol class=menu><li>x</ol></nav>", "breadcrumb", "nav.breadcrumb"),
        # but a form is no comment, by its name or by its words
        ("<div class=comments><p>Add a comment</p></div>", "comment-form", "add a comment"),
        ("<div class=comments><div id=respond>x</div></div>", "comment-form", "div.respond"),
        # a widget in a place is a widget
        ("<footer class=site-footer><div class=newsletter>x</div></footer>", "newsletter", "div.newsletter"),
        ("<footer><div class=share>x</div></footer>", "share", "div.share"),
        ("<div class=share><footer>x</footer></div>", "share", "div.share"),
        # of widgets the innermost, of places the footer, then the menu
        ("<div class=related><div class=newsletter>x</div></div>", "newsletter", "div.newsletter"),
        ("<footer><nav>x</nav></footer>", "footer", "footer"),
        ("<header><nav>x</nav></header>", "navigation", "nav"),
        ("<nav><div class=x7><div>x</div></div></nav>", "navigation", "nav"),
        ("<nav><div hidden>x</div></nav>", "navigation", "nav"),
        # an entry of a menu leads to what its class names
        ("<nav><ul><li class=newsletter><a href=1>x</a></ul></nav>", "navigation", "nav"),
        ("<ul class=menu><li class='menu-item menu-item-newsletter'><a href=1>x</a></ul>", "navigation", "li.menu-item"),
    ],
)  # fmt: skip
def test_of_several_elements_that_tell_one_decides(source: str, role: str, evidence: str) -> None:
    result = decided(source, "d")
    assert (result.role[0], result.reason[0].evidence) == (role, evidence)


@pytest.mark.parametrize(
    "source",
    [
        "<div class='hidden md:flex'>x</div>",  # shown on wider screens
        "<div class='d-none d-md-block'>x</div>",
        "<div class=hidden-mobile>x</div>",
        "<div class=has-newsletter>x</div>",  # what it has, not what it is
        "<div class=comments-count>x</div>",  # a figure beside a headline
        "<div class=slider-with-pagination-below>x</div>",
        "<div id=how-we-raised-donations-for-the-school>x</div>",  # an anchor made of a title
        "<article><header>x</header></article>",  # a part's own header
        "<ul><li><footer>x</footer></li></ul>",
        "<div class=post-footer>x</div>",
    ],
)
def test_names_that_only_sound_like_a_role_give_none(source: str) -> None:
    assert decided(source, "d").role == ["other"]


def test_names_of_the_page_say_nothing_about_its_blocks() -> None:
    assert decided("<html class=newsletter><body class='donation comments'><p>x</p>", "d").role == ["other"]


def test_an_element_that_holds_what_is_kept_is_no_widget() -> None:
    long = "The lock keeper opened the gate at six. " * 9
    assert decided(f"<div class=related><p>{long}</p><p>x</p></div>", "kd").role == ["paragraph", "other"]
    assert decided(f"<div class=related><p>{long}</p><p>x</p></div>", "dd").role == ["related", "related"]


def test_a_footer_comes_after_what_is_kept_and_a_header_before_it() -> None:
    source = "<{0}>x</{0}><p>The lock keeper opened the gate.</p><{0}>y</{0}>"
    assert decided(source.format("footer"), "dkd").role == ["other", "paragraph", "footer"]
    assert decided(source.format("header"), "dkd").role == ["header", "paragraph", "other"]


@pytest.mark.parametrize(
    ("source", "role", "code", "evidence"),
    [
        ("<p>Donate</p>", "donation", "phrase", "donate"),
        ("<footer><p>Donate</p></footer>", "donation", "phrase", "donate"),
        ("<nav><a href=x>Donate</a></nav>", "navigation", "tag", "nav"),
        ("<div class=comments><p>Advertisement</p></div>", "comment", "class-word", "div.comments"),
    ],
)
def test_a_phrase_outranks_a_place_but_not_a_widget_and_an_entry_of_a_menu_only_leads_there(
    source: str, role: str, code: str, evidence: str
) -> None:
    result = decided(source, "d")
    assert result.role == [role]
    assert result.reason == [(code, evidence)]


def test_what_stands_in_a_small_box_with_a_phrase_is_part_of_it() -> None:
    prose = f"<p>{'The lock keeper opened the gate at six, as ever. ' * 9}</p>"
    box = "<div><p>Donate</p><p>Any amount helps.</p><p>Advertisement</p></div>"
    result = decided(f"<article>{prose}{box}<p>x</p></article>", "kdddd")
    assert result.role[1:] == ["donation", "donation", "advertisement", "other"]
    assert [reason.code for reason in result.reason[1:4]] == ["phrase", "boxed-phrase", "phrase"]
    assert result.reason[2].evidence == "donate"


def test_a_box_that_holds_something_kept_is_none() -> None:
    result = decided("<div><p>Donate</p><p>x</p><p>The lock keeper opened the gate.</p></div>", "ddk")
    assert result.role == ["donation", "other", "paragraph"]


def test_what_repeats_a_kept_block_says_which() -> None:
    line = "The keeper of the upper lock opened the gate at six."
    result = decided(f"<p>x</p><p>{line}</p><div><p>{line}</p></div><p>y</p>", "dkdd")
    assert (result.role[2], result.reason[2]) == ("duplicate", ("duplicate", "block 1"))
    assert result.role[0] == "other", "two short blocks may say the same by accident"


def test_a_list_of_links_is_a_menu_if_they_are_short_and_teasers_if_they_are_long() -> None:
    short = "".join(f"<li><a href={i}>Lock {i}</a>" for i in range(4))
    long = "".join(
        f"<li><a href={i}>Barges wait at lock number {i} since Tuesday night</a>" for i in range(4)
    )
    result = decided(f"<ul>{short}</ul><ul>{long}</ul>", "d" * 8)
    assert result.role == ["navigation"] * 4 + ["related"] * 4
    assert set(result.reason) == {("links", "4 links in ul")}


def test_boxes_that_lead_elsewhere_are_teasers() -> None:
    card = "<div><h3><a href={0}>Lock {0}</a></h3><p>Barges wait since Tuesday.</p></div>"
    result = decided(f"<section>{card.format(1)}{card.format(2)}</section>", "dddd")
    assert result.role == ["related"] * 4
    whole = decided("<div><a href=1><h3>Lock 1</h3><p>Barges wait since Tuesday.</p></a></div>", "dd")
    assert whole.role == ["related"] * 2
    assert whole.reason[0].evidence == "a box that is one link"


def test_the_blocks_of_comments_are_comments_and_forms_among_them_are_not() -> None:
    table = read("<div><p>I doubt that.</p><p class=respond>Your name</p></div>")
    scores = np.zeros(2, dtype=np.float32)
    choice = Choice(scores, scores > 0.5, weigh)
    result = decide(table, measure(table, ""), choice, [entry([0]), entry([1])])
    assert result.role == ["comment", "comment-form"]
    assert result.reason[0] == ("thread", "comment 1 of 2")


def test_what_stands_about_a_post_is_no_comment_but_its_dropped_words_are() -> None:
    table = read("<div><p>Joined 2011</p><p>The gate opens at six, as it did last year.</p><p>No.</p></div>")
    scores = np.array([0.1, 0.9, 0.1], dtype=np.float32)
    threads = [entry([1, 2], about=[0])]
    posts = decide(table, measure(table, ""), Choice(scores, scores > 0.5, weigh), threads)
    assert (posts.role, posts.reason[2].evidence) == (["other", "paragraph", "comment"], "post 1 of 1")
    comments = decide(table, measure(table, ""), Choice(scores, scores > 1, weigh), threads)
    assert comments.role == ["comment"] * 3


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("<div class=byline>Ada Quill</div>", "byline"),
        ("<p>By Ada Quill, March 7, 2025</p>", "byline"),
        ("<p>Von Ada Quill</p>", "byline"),
        ("<div class=post-meta>7 March 2025</div>", "byline"),
        ("<p>By the time the barges came, the gate had been mended by two men.</p>", "paragraph"),
        ("<p class=author>She writes about canals. She lives on one.</p>", "paragraph"),
        ("<h2 class=date>1 March</h2>", "heading"),
        ("<p>Figure 3. The lower gate</p>", "caption"),
        ("<p class=wp-caption-text>The lower gate</p>", "caption"),
        ("<figure>The lower gate</figure>", "caption"),
        ("<div class=item-caption><p>a</p><p>b</p><p>c</p><p>d</p></div>", "paragraph"),
        ("<div class=testimonial><p>They mended it.</p></div>", "quote"),
        (r"<p>\[ E = mc^2 \]</p>", "formula"),
        ("<p>$$ E = mc^2 $$</p>", "formula"),
        ("<p>From $5 to $9</p>", "paragraph"),
        ("<ul><li><div><div><div><p>x</p></div></div></div></ul>", "paragraph"),
        ("<table><tr><td><div><p>x</p></div></table>", "paragraph"),
    ],
)
def test_a_kept_block_is_told_by_its_tags_its_class_words_and_its_shape(source: str, role: str) -> None:
    assert set(decided(source, "k" * read(source).n_blocks).role) == {role}


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
    kept = f"<h1>{TITLE}</h1><p>a</p>{IMAGE}<pre>k</pre><p>b</p>"
    boxes = "<div><p>Donate</p><p>e</p></div><i>f</i><a href=1>1</a><br><br><a href=2>2</a><br><br><a href=3>3</a>"
    copy = "<p>The keeper of the upper lock opened the gate.</p>"
    source = f"<nav>n</nav>{kept}{copy}{IMAGE}<div class=ad>c</div>{copy}<b itemscope></b>"
    table = read(
        f"{source}<p itemtype=x/Comment>g</p>{boxes}<p>h</p><div><ul><li><a href=1>1</a><li><a href=2>2</a><li><a href=3>3</a></ul></div>"
    )
    scores = np.array(
        [0.9 if text in ("a", "b") or i == 6 else 0.1 for i, text in enumerate(table.text)], dtype=np.float32
    )
    result = decide(
        table, measure(table, TITLE), Choice(scores, scores > 0.5, weigh), [entry([table.text.index("h")])]
    )
    codes = {reason.code for reason in result.reason}
    of_choice = {"bare-heading", "same-template"}  # tests/test_leftovers.py, tests/test_alike.py
    assert codes | of_choice == {*REASON_CODES}


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
    result = decide(table, measure(table, TITLE), Choice(scores, scores >= 0.5, weigh))
    for keep, role, reason in zip(result.kept, result.role, result.reason, strict=True):
        assert role in (KEPT_ROLES if keep else DROPPED_ROLES)
        assert reason.code in REASON_CODES
    assert (result.role.count("title") == 1) == (result.headline >= 0)


def cells(rows: str, n_chars: int = 9) -> str:
    return "".join(f"<tr><td>{'a' * n_chars}</td><td>{'b' * n_chars}</td></tr>" for _ in rows)


POST = (
    "<tr><td>5 May<td>#3<tr><td>Ailsa<div>Joined: 2013</div><div>Posts: 6</div>"
    "<td>Do not use wire for it: the seat is soft, and it never closes again."
)
"""A post in the layout of old vBulletin."""


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (f"<table>{cells('123')}</table>", "kkkdkd", "kkkkkk"),
        (f"<table>{cells('123')}</table>", "kkdddd", "kkkkkk"),  # cells are alike
        (f"<table>{cells('123')}</table>", "kddddd", "kddddd"),  # mostly dropped
        (f"<table><caption>{'c' * 99}</caption>{cells('123')}</table>", "dkkkkkk", "kkkkkkk"),
        (f"<table><caption>{'c' * 99}</caption>{cells('123')}</table>", "dkkdddd", "kkkkkkk"),
        (f"<table><caption>{'c' * 99}</caption>{cells('123')}</table>", "kdddddd", "kdddddd"),
        (f"<table><caption>c</caption>{cells('1')}</table>", "dkk", "dkk"),  # too small without its caption
        ("<table><tr><td>a</td><td>b</td></tr></table>", "kd", "kd"),  # too small to be data
        (f"<table>{cells('123', 200)}</table>", "kkkdkd", "kkkdkd"),  # columns of prose: a layout
        (f"<table>{POST}</table>", "dddddk", "dddddk"),
        (f"<table>{POST.replace('<div>Posts: 6</div>', '')}</table>", "ddddk", "kkkkk"),
        (
            f"<table><tr><td><table>{cells('12')}</table></td></tr><tr><td>x</td></tr></table>",
            "kkkdd",
            "kkkkd",
        ),
    ],
)
def test_a_data_table_of_which_most_is_kept_is_kept_whole(source: str, scored: str, kept: str) -> None:
    assert marks(decided(source, scored)) == kept


@pytest.mark.parametrize(
    ("role", "term"), [(role, term) for role, terms in ROLE_TERMS.items() for term in terms.split()]
)
def test_every_word_of_the_table_of_roles_gives_some_role(role: str, term: str) -> None:
    word = term.strip("*")
    said = decided(f"<div class={word}>x</div>", "d").role[0]
    assert said in DROPPED_ROLES
    assert said != "other", f"{word} is listed for {role} and says nothing"


TERMS = "<dl><dt>Sill<dd>The beam on which a gate closes.<dt>Pound<dd>The water between two locks.</dl>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (TERMS, "dkdk", "kkkk"),
        (TERMS, "kkdd", "kkkk"),
        (TERMS, "kdkd", "kkkk"),  # mostly dropped, but no term stays without its definition
        (TERMS, "kddd", "kkdd"),
        (TERMS, "dddd", "dddd"),
        ("<dl><dt>Date:<dt>Day:<dd>4 May<dd>5 May<dt>Cost:<dd>£4, paid at the door</dl>", "kddddd", "kdkkdd"),
        (
            "<dl><div><dt>Date:<dd><p>4 May<p>from seven</div><div><dt>Cost:<dd>£4, paid</div></dl>",
            "kdddd",
            "kkkdd",
        ),
        ("<dl><dt><i>Date</i><p>or day<dd>The fourth of May<dt>b<dd>c</dl>", "kdddd", "kdkdd"),
        (f"<table><tr><td>{TERMS}<td>b<tr><td>{'c' * 40}<td>d</table>", "kkkkkdd", "kkkkkkk"),  # no layout
    ],
)
def test_a_list_of_terms_of_which_most_is_kept_is_kept_whole(source: str, scored: str, kept: str) -> None:
    result = decided(source, scored)
    assert marks(result) == kept
    added = [i for i, (before, after) in enumerate(zip(scored, kept, strict=True)) if before != after]
    assert {result.reason[i] for i in added} <= {("kept-whole", "table" if "table" in source else "dl")}


FIGURE = "<figure>{}<figcaption>What it shows</figcaption></figure>"


@pytest.mark.parametrize(
    ("source", "scored", "kept"),
    [
        (FIGURE.format(f"<table>{cells('12')}</table>"), "kkkkd", "kkkkk"),
        (FIGURE.format(f"<table>{cells('12')}</table>"), "kkkdd", "kkkkk"),
        (FIGURE.format(f"<table>{cells('12')}</table>"), "ddddd", "ddddd"),
        (FIGURE.format("<div><pre>x</pre></div>"), "kd", "kk"),
        (FIGURE.format("<pre>x</pre><button>Run</button>"), "kdd", "kdk"),
        (FIGURE.format("<blockquote>x</blockquote>"), "kd", "kk"),
        (FIGURE.format("<dl><dt>x<dd>y</dl>"), "kkd", "kkd"),
        (FIGURE.format("<p>x</p>"), "kd", "kd"),
        (f"<p>a</p>{FIGURE.format(IMAGE)}<p>b</p>", "kddk", "kkdk"),  # goes into the image's title
        (f"<pre>x</pre>{FIGURE.format(IMAGE)}", "kdd", "kdd"),
    ],
)
def test_the_caption_of_a_kept_table_code_or_quote_is_kept(source: str, scored: str, kept: str) -> None:
    assert marks(decided(source, scored)) == kept


YOUTUBE = '<iframe src="https://www.youtube.com/embed/aBcDeFgHiJ1"></iframe>'


@pytest.mark.parametrize(
    ("source", "kept", "expected"),
    [
        (f"<p>a</p>{YOUTUBE}<p>b</p>", "kdk", "kkk"),
        (f"<p>a</p>{YOUTUBE}<p>b</p>", "kdd", "kdd"),
        (f"<p>a</p><figure>{YOUTUBE}<figcaption>b</figcaption></figure><p>c</p>", "ddkd", "dkkd"),
        (f"<p>a</p><figure>{YOUTUBE}<figcaption>b</figcaption></figure><p>c</p>", "kddd", "kddd"),
        ("<figure><img src=/a.jpg><figcaption>b</figcaption></figure><p>c</p>", "dkd", "kkd"),
        ("<figure><img src=/a.jpg><p>b</p><p>c</p></figure>", "dkd", "dkd"),
        ("<figure><img src=/a.jpg></figure><p>c</p>", "dk", "dk"),
    ],
)
def test_what_has_no_words_goes_with_its_neighbours_or_its_caption(
    source: str, kept: str, expected: str
) -> None:
    found = decided(source, kept)
    assert "".join("k" if keep else "d" for keep in found.kept) == expected
    silent = [at for at, text in enumerate(read(source).text) if not text]
    assert [found.role[at] for at in silent if found.kept[at]] == ["media"] * sum(
        found.kept[at] for at in silent
    )


def test_reasons_of_very_many_blocks_name_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boilerstrip.decide.reasons._MOST_EXPLAINED", 2)
    kept, dropped = "<p>some words</p>", "<p class=x7>x</p>"
    few = decided(kept * 2 + dropped * 2, "kkdd")
    assert {reason.evidence for reason in few.reason} == {f"0.90: {HEAVIEST}", f"0.10: {LIGHTEST}"}
    many = decided(kept * 3 + dropped * 2, "kkkdd")
    assert many.reason == [("scored-high", "0.90")] * 3 + [("scored-low", f"0.10: {LIGHTEST}")] * 2
    assert many.role == [few.role[0], *few.role]
