"""What opens a forum's thread where another template wrote it than wrote the answers."""

from __future__ import annotations

import pytest

from boilerstrip.block import Entry
from boilerstrip.threads import find_threads
from tests.test_threads import NAMES, WORDS, native, table_of, thread

LONG = "".join(f"<p>{words}</p>" for words in WORDS[:3])
ANSWERS = thread(native, 3)
BYLINE = '<div class="hd">Closed Issue created <time datetime="2025-01-20T14:10:00Z">Jan 20, 2025</time> by <a href="/ode">Ode</a></div>'


def post(i: int) -> str:
    """One with a name that does not say that it answers anything."""
    return native(i).replace('class="comment"', 'class="post"').replace("comment-", "p-")


POSTS = thread(post, 4, around='<div class="forum">%s</div>')


def asked(source: str, *, keeps: bool = True) -> tuple[Entry, ...]:
    table = table_of(f"<main>{source}</main>")
    return find_threads(table, [keeps] * table.n_blocks)


def words(source: str) -> list[str]:
    table = table_of(f"<main>{source}</main>")
    first = find_threads(table, [True] * table.n_blocks)[0]
    return [table.text[block] for block in first.blocks]


def test_paragraphs_before_answers_are_what_they_answer() -> None:
    first, *others = asked(f"<h1>The gate</h1><div>{LONG}</div>{ANSWERS}")
    assert (first.author, first.date, first.parent, first.depth, first.opens) == (None, None, -1, 0, True)
    assert [(one.author, one.parent, one.opens) for one in others] == [(n, -1, False) for n in NAMES[:3]]
    assert words(f"<h1>The gate</h1><div>{LONG}</div>{ANSWERS}") == list(WORDS[:3])


def test_answers_to_answers_stay_so() -> None:
    inner = native(1).replace('class="comment"', 'class="comment" style="margin-left:20px"')
    outer = native(0).replace('class="comment"', 'class="comment" style="margin-left:0px"')
    thread_ = f'<div class="comments">{outer}{inner}{outer}{inner}</div>'
    assert [entry.parent for entry in asked(thread_)] == [-1, 0, -1, 2]
    assert [entry.parent for entry in asked(f"<div>{LONG}</div>{thread_}")] == [-1, -1, 1, -1, 3]
    assert [entry.depth for entry in asked(f"<div>{LONG}</div>{thread_}")] == [0, 0, 1, 0, 1]


@pytest.mark.parametrize(
    "template", ["<div>{0}<h1>The gate</h1>{1}</div>", "{0}<h1>The gate</h1><div>{1}</div>"]
)
@pytest.mark.parametrize("answers", [ANSWERS, POSTS])
def test_who_and_when_stand_with_it(template: str, answers: str) -> None:
    first = asked(template.format(BYLINE, LONG) + answers)[0]
    assert (first.author, first.date) == ("Ode", "2025-01-20T14:10:00Z")


def test_a_link_to_a_person_beside_it_names_who_asked() -> None:
    line = '<div><a href="/r/gates">r/gates</a></div><div><a href="/user/ode">ode</a></div>'
    first = asked(f"<section>{line}<div>{LONG}</div></section>{POSTS}")[0]
    assert (first.author, first.date) == ("ode", None)


def test_a_short_question_needs_both() -> None:
    short = f"<p>{WORDS[0]}</p>"
    assert asked(f"<div>{BYLINE}{short}</div>{POSTS}")[0].author == "Ode"
    assert asked(f"<div>{short}</div>{ANSWERS}")[0].author == NAMES[0]
    assert asked(f"<div><p>3 May 2024</p>{short}</div>{POSTS}")[0].author == NAMES[0]


def test_rules_before_posts_are_no_question() -> None:
    assert asked(f"<div><h2>Rules</h2>{LONG}</div>{POSTS}")[0].author == NAMES[0]


def test_a_sidebar_is_no_question() -> None:
    assert asked(f'<div class="sidebar">{BYLINE}{LONG}</div>{POSTS}')[0].author == NAMES[0]
    assert asked(f"<div>{BYLINE}{LONG}</div><h1>The gate</h1>{POSTS}")[0].author == NAMES[0]


def test_what_is_not_kept_opens_nothing() -> None:
    assert asked(f"<div>{LONG}</div>{ANSWERS}", keeps=False)[0].author == NAMES[0]
    table = table_of(f"<main><div>{LONG}</div>{ANSWERS}</main>")
    assert find_threads(table)[0].author == NAMES[0]


def test_a_line_about_the_last_post_is_no_question() -> None:
    line = (
        '<p>This topic has 4 replies and was last updated 6 months ago by <a href="/u/1">Sam Reeve</a>.</p>'
    )
    assert asked(f"<div>{line}</div>{POSTS}")[0].author == NAMES[0]


def test_a_table_of_the_ticket_is_no_part_of_what_it_says() -> None:
    rows = "<table><tr><th>Reported by the user:</th><td>Ode with two names</td></tr></table>"
    assert words(f"<div>{rows}<h2>Description</h2>{LONG}</div>{ANSWERS}") == list(WORDS[:3])


def test_a_short_line_at_its_beginning_is_of_it() -> None:
    start = "<p>On 2 Dec 2024 I read this:</p>"
    assert words(f"<div>{start}{LONG}</div>{ANSWERS}")[0] == "On 2 Dec 2024 I read this:"


def test_a_post_that_is_built_like_the_answers_opens_the_thread() -> None:
    def message(i: int, kind: str = ' itemscope itemtype="https://schema.org/Comment"') -> str:
        return (
            f'<article class="message"{kind}><div class="message-user"><h4 class="message-name">{NAMES[i]}</h4>'
            f'</div><div class="message-main"><time class="u-dt" datetime="2025-03-0{i + 1}T10:00:00Z">x</time>'
            f'<div class="message-body">{WORDS[i]}</div></div></article>'
        )

    away = '<div class="main--withSidebar">%s</div>'
    found = find_threads(table_of(away % (message(0, "") + "".join(map(message, range(1, 4))))))
    assert [(entry.author, entry.depth) for entry in found] == [(name, 0) for name in NAMES[:4]]
    other = '<article class="message"><h4 class="title">The gate</h4><p>A notice of the house to all.</p></article>'
    found = find_threads(table_of(away % (other + "".join(map(message, range(1, 4))))))
    assert [entry.author for entry in found] == list(NAMES[1:4])
