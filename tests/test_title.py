"""The title of a page as users get it, and its headline where it is not what the page states."""

from __future__ import annotations

from pathlib import Path

import pytest

from boilerstrip import extract

SAMPLES = Path(__file__).parents[1] / "samples"
PROSE = (
    "The lock keeper wrote down every barge that passed, with its load, its draught and its captain's name. "
    * 4
)


def title_of(title: str, body: str, url: str | None = None, head: str = "") -> str | None:
    page = extract(
        f"<html><head><title>{title}</title>{head}</head><body>{body}<p>{PROSE}</p></body></html>", url
    )
    return page.title


def test_what_stands_behind_the_headline_in_its_element_is_no_part_of_the_title() -> None:
    body = "<main><h1>How the lock at Halden is repaired | Opinion</h1>"
    assert title_of("How the lock at Halden is repaired | Opinion | The Observer", body) == (
        "How the lock at Halden is repaired"
    )


def test_a_title_is_written_as_the_headline_is() -> None:
    body = "<main><h1>The “Old” Lock &amp; Its Keeper</h1>"
    assert title_of('The "Old" Lock & its keeper - The Observer', body) == "The “Old” Lock & Its Keeper"


def test_a_slogan_is_not_the_title_where_the_page_states_one() -> None:
    body = "<main><h2>Help us keep the locks of Halden open</h2>"
    assert title_of(
        "The locks of Halden", body, head='<meta property="og:title" content="The locks of Halden">'
    ) == ("The locks of Halden")


def test_the_headline_is_the_title_of_a_page_that_states_none() -> None:
    page = extract(f"<body><main><h1>The lock of Halden</h1><p>{PROSE}</p></main></body>")
    assert page.title == "The lock of Halden"


@pytest.mark.parametrize(
    ("title", "url"),
    [
        (
            "What is a lock? - The Lock Keeper's Handbook",
            "https://locks.example.org/handbook/ch04-01-what-is-a-lock.html",
        ),
        ("Sluice gates | The Lock Keeper's Handbook", "https://locks.example.org/sluice-gates"),
    ],
)
def test_a_book_whose_name_is_the_h1_of_each_page_is_not_the_title(title: str, url: str) -> None:
    """mdBook, Bookdown and the like."""
    body = "<nav><h1>The Lock Keeper's Handbook</h1></nav><main><h2>Text</h2>"
    assert title_of(title, body, url) == title.split(" - ", maxsplit=1)[0].split(" | ", maxsplit=1)[0]


def test_of_two_h1_the_title_is_the_one_that_titles_begin_with() -> None:
    """Sphinx themes write the project's name as an <h1> above the page's own."""
    body = "<header><h1>Lockworks 2.0 Documentation</h1></header><main><h1>Quick Start</h1>"
    assert title_of(
        "Quick Start — Lockworks 2.0 Documentation", body, "https://docs.example.org/en/intro"
    ) == ("Quick Start")


def test_a_headline_behind_the_sites_name_stays_the_title() -> None:
    body = "<main><h1>A gate of oak for the old lock</h1>"
    assert title_of("Locks - A gate of oak for the old lock", body, "https://e.org/2024/gate-of-oak") == (
        "A gate of oak for the old lock"
    )


def test_a_headline_that_the_stated_title_begins_with_is_the_title() -> None:
    """Where nothing names the site, and the headline is no `<h1>`."""
    body = "<main><h2>Nine kilometres of silence on the old canal</h2>"
    assert title_of(
        "Nine kilometres of silence on the old canal » Orrin valley - local history portal", body
    ) == ("Nine kilometres of silence on the old canal")


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Lock gate drops its last row · Issue #412 · orrin/lockworks", "Lock gate drops its last row"),
        ("Mend the gate · Pull Request #7 · orrin/lockworks · GitHub", "Mend the gate"),
        ("r/canals - Where do I start with 214 scans?", "Where do I start with 214 scans?"),
        ("r/canals on Reddit: Where do I start with 214 scans?", "Where do I start with 214 scans?"),
        ("Pull Request #7 · a tale of two gates", "Pull Request #7 · a tale of two gates"),
    ],
)
def test_what_code_hosts_and_forums_write_around_a_topic_is_no_part_of_it(title: str, clean: str) -> None:
    assert title_of("x", "", head=f'<meta property="og:title" content="{title}">') == clean


# Who wrote a thread


@pytest.mark.parametrize("name", ["phpbb-thread", "vbulletin-thread", "old-reddit-thread", "hackernews-item"])
def test_the_author_of_a_thread_that_names_none_is_who_opened_it(name: str) -> None:
    page = extract((SAMPLES / f"{name}.html").read_bytes())
    assert page.posts[0].author
    assert page.metadata.authors == (page.posts[0].author,)
    assert page.metadata.author == page.posts[0].author


def test_who_comments_first_is_not_the_author_of_an_article() -> None:
    page = extract((SAMPLES / "static-disqus.html").read_bytes())
    assert page.comments == () or page.comments[0].author not in page.metadata.authors
