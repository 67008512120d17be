"""Titles, authors and dates that pages show rather than state, and what stands around them."""

from __future__ import annotations

import json

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.people import author_names, shown_authors
from boilerstrip.metadata.strings import address_words
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

URL = "https://www.example.com/news/old-bridge-opens-again"


def read(html: str, url: str | None = URL) -> Metadata:
    return read_metadata(collect(parse(html).roots[0]), url)


def page(head: str, body: str) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


# Titles


def test_questions_of_a_faq_are_not_what_the_page_is_about() -> None:
    faq = {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": f"Why {n}?"} for n in "ab"]}
    article = {"@type": "Article", "headline": "Old bridge opens", "author": {"name": "Ann Lee"}}
    found = read(page("<title>Bridge news</title>" + script(faq) + script(article), "<p>x</p>"))
    assert (found.title, found.authors) == ("Old bridge opens", ("Ann Lee",))


def test_the_only_post_of_a_blog_is_what_the_page_is_about() -> None:
    post = {"@type": "BlogPosting", "headline": "Old bridge", "datePublished": "2024-01-05"}
    blog = {"@type": "Blog", "name": "River notes", "blogPost": [post]}
    assert read(page(script(blog), "<p>x</p>")).date == "2024-01-05"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("River Board • View topic - Old bridge opens", "Old bridge opens"),
        ("Mühlenfreunde :: Thema anzeigen - Alte Brücke", "Alte Brücke"),
        ("Les Ponts • Voir le sujet - Vieux pont", "Vieux pont"),
        ("Mosty :: Zobacz temat - Stary most", "Stary most"),
        ("Thread: Old bridge opens again", "Old bridge opens again"),
        ("Old bridge opens | Works | Riverside Post", "Old bridge opens"),
        ("Old bridge opens again / City / Riverside Forums", "Old bridge opens again"),
        ("Bridge | Riverside Post", "Bridge"),
        ("Old bridge | Works | Riverside Post", "Old bridge | Works"),
    ],
)
def test_sections_and_labels_of_software_are_taken_off_a_title(title: str, headline: str) -> None:
    sites = '<meta property="og:site_name" content="Riverside Post">'
    sites += '<meta name="application-name" content="Riverside Forums"><meta name="dc.publisher" content="River Board">'
    assert read(page(sites + f"<title>{title}</title>", "<p>x</p>"), None).title == headline


def test_a_date_that_a_theme_puts_into_the_headline_is_taken_off() -> None:
    html = page(
        "<title>Old bridge opens - Post</title>",
        "<h1>Old bridge opens <small>Posted on July 1, 2024 by ann</small></h1>",
    )
    assert read(html).title == "Old bridge opens"


def test_a_word_posted_without_a_date_stays_in_a_title() -> None:
    assert (
        read(page("<title>What was posted by the river</title>", "")).title == "What was posted by the river"
    )


def test_the_address_tells_the_headline_from_a_slogan_of_the_site() -> None:
    body = "<h1>Old bridge opens again to cars</h1>"
    assert read(page("<title>The heart of the city</title>", body)).title == "Old bridge opens again to cars"


def test_the_address_tells_the_title_from_a_heading_of_a_section() -> None:
    html = page("<title>Old bridge opens again: all about it</title>", "<h1>All about</h1>")
    assert read(html).title == "Old bridge opens again: all about it"


def test_what_follows_a_colon_is_no_name_of_a_site() -> None:
    head = "<title>City of Marion Building Department Office: Home Repair Help</title>"
    assert read(page(head, "<h1>Home Repair Help</h1>"), None).title == "Home Repair Help"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://a.com/x/old-bridge_opens.html?a=b#c", {"old", "bridge", "opens"}),
        ("https://a.com/br%C3%BCcke/", {"brücke"}),
        ("https://a.com", set()),
        ("no address", set()),
        (None, set()),
    ],
)
def test_words_of_an_address(url: str | None, words: set[str]) -> None:
    assert address_words(url) == words


# Authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Lee Senior Tech Reporter", ["Ann Lee"]),
        ("Ann Lee, Staff Writer", ["Ann Lee"]),
        ("annlee (Ann Lee)", ["annlee"]),
        ("by Ann Lee( 10912 ) on Sunday", ["Ann Lee"]),
        ("By 3i Rivers", ["3i Rivers"]),
        ("By the Riverside Team", ["the Riverside Team"]),
        ("By Ann Lee with Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("& Ann Lee Writer, Hardware", ["Ann Lee"]),
        ("Sat, 20 Dec, 2025 - 06:36", []),
        ("March 20, 2023 | Wellness & Prevention", []),
        ("By State", []),
        ("Sign up for free", []),
        ("Main Menu", []),
        ("Bluesky", []),
        ("R", []),
        ("By focusing on the few bridges there are the city can keep all of them open.", []),
    ],
)
def test_visible_bylines(byline: str, names: list[str]) -> None:
    assert shown_authors([byline]) == names


def test_a_firm_of_two_equal_names_is_one_author() -> None:
    assert author_names(["Morgan & Morgan"]) == ["Morgan & Morgan"]


def test_a_placeholder_of_a_template_is_no_author_but_an_account_with_dots_is() -> None:
    assert author_names(["page.head.extra.author", "ann.b.lee"]) == ["ann.b.lee"]


def test_links_to_people_are_the_names_in_a_byline() -> None:
    html = page(
        "<title>T</title>",
        '<h1>T</h1><div class="byline">Words <a href="/authors/ann">Ann Lee</a> Chief Reporter'
        ' and <a href="/authors/bo">Bo Ek</a> <a href="/feed">RSS</a> 5 May</div>',
    )
    assert read(html).authors == ("Ann Lee", "Bo Ek")


def test_a_visible_author_outranks_the_site_that_signs_in_the_head() -> None:
    head = '<meta property="og:site_name" content="River News"><meta name="author" content="River News">'
    assert read(page(head, '<h1>T</h1><p class="author">Ann Lee</p>')).authors == ("Ann Lee",)


def test_menus_of_users_are_no_bylines() -> None:
    menu = '<div class="user-links"><a href="/user/login">Sign in or up</a></div><p data-user="1">Number of votes</p>'
    assert read(page("<title>T</title>", f"<h1>T</h1>{menu}")).authors == ()


def test_icons_between_the_headline_and_the_byline_do_not_count() -> None:
    icons = "<svg><g>" + '<path d="M0"/>' * 300 + "</g></svg>"
    assert read(page("<title>T</title>", f"<h1>T</h1>{icons}<p class=author>Ann Lee</p>")).authors == (
        "Ann Lee",
    )


def test_microdata_names_who_asked_not_who_answered() -> None:
    def person(name: str) -> str:
        return (
            '<div itemprop="author" itemscope itemtype="https://schema.org/Person"><img alt="">'
            f'<span itemprop="name">{name}</span><span>1,024</span></div>'
        )

    filler = "<p>words</p>" * 90
    html = page(
        "<title>T</title>",
        f'<div itemscope itemtype="https://schema.org/Question"><h1>T</h1>{filler}'
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">' + person("cy") + "</div>"
        f'<time itemprop="dateCreated" datetime="2024-01-05">x</time>{person("ann")}'
        f'<div itemscope itemtype="https://schema.org/Answer">{person("bo")}</div></div>',
    )
    assert read(html).authors == ("ann",)


def test_a_front_page_has_no_author_and_no_date_but_those_it_states() -> None:
    body = '<h1>Post</h1><p class="author">Ann Lee</p><time datetime="2024-01-05">x</time>'
    assert read(page("<title>Post</title>", body), "https://post.com/").authors == ()
    assert read(page("<title>Post</title>", body), "https://post.com/").date is None
    assert read(page("<title>Post</title>", body), "https://post.com/a").date == "2024-01-05"


# Dates


def times(*days: str) -> str:
    return "".join(f"<p>words</p><time datetime='{day}'>{day}</time>" for day in days)


def test_the_first_of_rising_times_is_the_date_of_a_thread() -> None:
    filler = "<p>words</p>" * 90
    html = page(
        "<title>T</title>",
        f"<h1>T</h1>{filler}{times('2024-01-05T10:17', '2024-01-06T09:00', '2024-02-01T23:30')}",
    )
    assert read(html).published == "2024-01-05T10:17:00"


def test_falling_times_are_a_list_of_news_and_date_nothing() -> None:
    days = ("2025-12-09", "2025-11-25", "2025-11-22")
    labelled = "".join(f"<time class='published' datetime='{day}'>x</time>" for day in days)
    assert read(page("<title>T</title>", f"<h1>T</h1><p>words</p>{labelled}")).date is None


def test_times_of_reviews_and_cards_date_nothing() -> None:
    body = "<time class='woocommerce-review__published-date' datetime='2020-05-27'>x</time>"
    body += "<time class='article-card__date' datetime='2021-05-27'>x</time>"
    assert read(page("<title>T</title>", f"<h1>T</h1>{'<p>x</p>' * 90}{body}")).date is None


@pytest.mark.parametrize(
    "line",
    [
        "Fast forward to Sunday, November 9, 2025, when I went back to hunting.",
        "Sale ends 03/31/2026",
        "1/27/2026 - 3/24/2026",
        "Hardcover – October 16, 2018",
        "Joined January 5, 2024",
        "© January 5, 2024",
    ],
)
def test_dates_of_other_things_near_the_headline_are_passed_over(line: str) -> None:
    assert read(page("<title>T</title>", f"<h1>T</h1><p>{line}</p>")).date is None


def test_a_line_that_says_updated_is_the_date_of_the_change() -> None:
    found = read(page("<title>T</title>", "<h1>T</h1><p>Updated November 19, 2021</p>"))
    assert (found.published, found.modified, found.date) == (None, "2021-11-19", "2021-11-19")


def test_a_line_of_several_parts_is_read_by_part() -> None:
    found = read(page("<title>T</title>", "<h1>T</h1><p>May 2, 2024 · Updated May 9, 2024 · 5 min read</p>"))
    assert (found.published, found.modified) == ("2024-05-02", "2024-05-09")


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.com/2024/01/05/title", "2024-01-05"),
        ("https://a.com/2024/1/5/", "2024-01-05"),
        ("https://a.com/post/2024-01-05-title", "2024-01-05"),
        ("https://a.com/2024/13/45/title", None),
        ("https://a.com/2024/01/title", None),
        ("https://a.com/12024/01/051", None),
    ],
)
def test_an_address_dates_a_page_that_has_no_other_date(url: str, date: str | None) -> None:
    assert read(page("<title>T</title>", "<h1>T</h1>"), url).date == date
    assert read(page('<meta name="date" content="2023-02-03">', "<h1>T</h1>"), url).date == "2023-02-03"


@pytest.mark.parametrize(
    ("generator", "author", "authors"),
    [
        ("Discuz! X3.4", "Discuz! Team and Comsenz UI Team", ()),
        ("Discuz! X3.4", "Ann Lee", ("Ann Lee",)),
        ("Hugo 0.120", "Hugo Ek", ("Hugo Ek",)),
        ("", "Team Lee", ("Team Lee",)),
    ],
)
def test_who_made_the_software_wrote_no_page(generator: str, author: str, authors: tuple[str, ...]) -> None:
    metas = f'<meta name="generator" content="{generator}"><meta name="author" content="{author}">'
    assert read(page(metas, "<h1>The lamp hums</h1>")).authors == authors
