"""Who wrote a thread and when is what its first post says, if that is what opens it."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.features import COLUMNS, measure
from boilerstrip.page import Metadata
from boilerstrip.scoring.choose import is_thread
from boilerstrip.threads import find_threads
from boilerstrip.threads.opened import opened
from tests.test_threads import NAMES, WORDS, native, table_of, thread

LONG = f"<p>{' '.join(WORDS)}</p>"
POSTS = thread(native, 3)


def told(
    source: str, stated: Metadata, shown: Metadata | None = None, *, keeps: bool = True
) -> tuple[str | None, str | None, str | None]:
    """Author, date and day of a page that states some of them, and perhaps shows more."""
    table = table_of(source)
    found = opened(shown or stated, stated, find_threads(table), table, [keeps] * table.n_blocks)
    return found.author, found.published, found.date


def test_the_first_post_says_who_and_when() -> None:
    assert told(POSTS, Metadata()) == (NAMES[0], "2025-03-01T10:00:00Z", "2025-03-01")


def test_what_the_page_says_itself_goes_before() -> None:
    stated = Metadata(authors=("Ode",), author="Ode")
    assert told(POSTS, stated) == ("Ode", "2025-03-01T10:00:00Z", "2025-03-01")
    stated = Metadata(published="2024-01-01", date="2024-01-01")
    assert told(POSTS, stated) == (NAMES[0], "2024-01-01", "2024-01-01")


@pytest.mark.parametrize(
    "line", ["<h1>{}</h1>", '<p><a href="/t">{}</a></p>', "<p>3 posts, last one by Sam</p>"]
)
def test_a_line_before_the_posts_opens_nothing(line: str) -> None:
    assert told(line.format(" ".join(WORDS)) + POSTS, Metadata())[0] == NAMES[0]


def test_a_paragraph_with_a_date_before_the_posts_is_what_they_answer() -> None:
    question = f"<div><div><b>Ode</b> Apr 18, 2025 @ 3:22pm</div><div>{LONG}</div></div>"
    assert told(question + POSTS, Metadata()) == (None, None, None)


def test_rules_before_the_posts_are_no_post() -> None:
    assert told(f"<p>It is 3 May 2025 10:15</p><div>{LONG}</div>{POSTS}", Metadata())[0] == NAMES[0]


def test_comments_open_nothing() -> None:
    assert told(POSTS, Metadata(), keeps=False) == told("<p>No thread.</p>", Metadata()) == (None, None, None)


def test_a_date_in_words_is_none_for_machines() -> None:
    posts = "".join(
        f'<div class="post"><b class="author">{name}</b> <i class="date">{i} days ago</i><p>{words}</p></div>'
        for i, (name, words) in enumerate(zip(NAMES, WORDS, strict=True), 1)
    )
    assert told(f'<div class="forum">{posts}</div>', Metadata()) == (NAMES[0], None, None)


def shown(author: str | None = None, published: str | None = None) -> Metadata:
    return Metadata(
        authors=(author,) if author else (),
        author=author,
        published=published,
        date=published and published[:10],
    )


def test_a_date_in_words_is_read() -> None:
    posts = "".join(
        f'<div class="post"><b class="author">{name}</b> <i class="date">March 0{i}, 2025, 08:00:00 AM</i>'
        f"<p>{words}</p></div>"
        for i, (name, words) in enumerate(zip(NAMES, WORDS, strict=True), 1)
    )
    assert told(f'<div class="forum">{posts}</div>', Metadata())[1:] == ("2025-03-01T08:00:00", "2025-03-01")


def test_the_first_post_goes_before_what_the_page_merely_shows() -> None:
    clock = shown("Webmaster", "2025-11-27T10:00:00Z")
    assert told(POSTS, Metadata(), clock) == (NAMES[0], "2025-03-01T10:00:00Z", "2025-03-01")
    assert told(POSTS, clock, clock) == ("Webmaster", "2025-11-27T10:00:00Z", "2025-11-27")


QUESTION = f"<div><b>Ode</b> Apr 18, 2025 @ 3:22pm</div><div>{LONG}</div>"


def test_who_only_answers_does_not_sign_nor_date() -> None:
    """Where what they answer is no entry."""
    mark = shown(NAMES[1], "2025-03-02T10:00:00Z")
    assert told(f"<div>{QUESTION}</div>{POSTS}", Metadata(), mark) == (None, None, None)
    other = shown("Ode", "2025-03-02")
    assert told(f"<div>{QUESTION}</div>{POSTS}", Metadata(), other) == ("Ode", "2025-03-02", "2025-03-02")
    asked = QUESTION.replace("Ode", NAMES[1])
    assert told(f"<div>{asked}</div>{POSTS}", Metadata(), mark)[0] == NAMES[1]


def test_a_date_of_change_stays_the_day() -> None:
    mark = Metadata(published="2025-03-02T10:00:00Z", modified="2025-04-01", date="2025-03-02")
    assert told(f"<div>{QUESTION}</div>{POSTS}", Metadata(), mark)[1:] == (None, "2025-04-01")


def test_a_post_that_is_later_than_the_others_opens_nothing() -> None:
    assert told(POSTS.replace("2025-03-01", "2025-06-01"), Metadata()) == (None, None, None)


def test_a_page_signs_with_its_question() -> None:
    posts = thread(native, 3).replace('class="comment"', 'class="message"')
    source = (
        "<html><head><title>The gate</title></head><body><main><h1>The gate</h1><div>Issue created"
        ' <time datetime="2025-01-20T14:10:00Z">Jan 20, 2025</time> by <a href="/ode">Ode</a></div>'
        f"<div>{LONG}</div>{posts}</main></body></html>"
    )
    page = extract(source)
    assert page.page_type is not None
    assert page.page_type.name == "forum"
    assert (page.metadata.author, page.metadata.published) == ("Ode", "2025-01-20T14:10:00Z")
    assert page.posts[0].author == "Ode"


def test_who_comments_does_not_sign_the_page() -> None:
    reader, writer = shown(NAMES[1]), shown("Ode")
    assert told(POSTS, Metadata(), reader, keeps=False)[0] is None
    assert told(POSTS, Metadata(), writer, keeps=False)[0] == "Ode"
    assert told(POSTS, reader, reader, keeps=False)[0] == NAMES[1]  # as the page's head states
    assert told(f"<p>By {NAMES[1]}</p>{POSTS}", Metadata(), reader, keeps=False)[0] == NAMES[1]


def test_an_author_whose_post_is_kept_beside_comments_stays() -> None:
    table = table_of(POSTS)
    threads = find_threads(table)
    kept = [text == WORDS[0] for text in table.text]
    kept[threads[0].blocks[0]] = True
    assert opened(shown(NAMES[0]), Metadata(), threads, table, kept).author == NAMES[0]
    assert opened(shown(NAMES[1]), Metadata(), threads, table, kept).author is None


def test_what_is_kept_of_a_thread_is_one_whatever_its_type_but_for_reviews() -> None:
    table = table_of(f"<article>{LONG}</article>{POSTS}")
    features = measure(table, None)
    said = features.blocks[:, COLUMNS.index("around_comment")] > 0
    assert said.any()
    assert is_thread(features, said, "article")
    assert is_thread(features, ~said, "forum")
    assert not is_thread(features, said, "product")
    assert not is_thread(features, ~said, "article")
