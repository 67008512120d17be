"""Who wrote a thread and when is what its first post says, if that is what opens it."""

from __future__ import annotations

import pytest

from boilerstrip.page import Metadata
from boilerstrip.threads import find_threads
from boilerstrip.threads.opened import opened
from tests.test_threads import NAMES, WORDS, native, table_of, thread

LONG = f"<p>{' '.join(WORDS)}</p>"
POSTS = thread(native, 3)


def told(source: str, metadata: Metadata, *, keeps: bool = True) -> tuple[str | None, str | None, str | None]:
    table = table_of(source)
    found = opened(metadata, find_threads(table), table, [keeps] * table.n_blocks)
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
