"""What forum software adds to a post is none of its words: the user's box, edit notes, subjects, signatures."""

from __future__ import annotations

import pytest

from boilerstrip.block import Entry
from boilerstrip.threads import find_threads
from tests.pure import pure
from tests.test_threads import NAMES, WORDS, table_of

BOX = "<div>Join Date: May 2009</div><div>Location: {place}</div><div>Posts: 1,{i}04</div>"
PLACES = ("the lower mill, second floor", "Ostend", "at sea, mostly", "somewhere south of here", "Kars")
RULE = "_" * 17


def said(
    above: str = "", below: str = "", *, body: str = "{words}", drops: tuple[str, ...] = ()
) -> list[list[str]]:
    """Words of three posts, block by block, with such lines above and below them.

    Args:
        above, below, body: Templates of what stands in each post.
        drops: Beginnings of lines that are not kept, beside names and dates.
    """
    posts = "".join(
        f'<table class="post" id="post{i}"><tr><td><a class="username" href="/user/{i}">{NAMES[i]}</a> '
        f'<i class="date">4 May 2011 10:0{i}</i>{above.format(i=i, place=PLACES[i])}</td>'
        f"<td>{body.format(words=WORDS[i], place=PLACES[i])}{below.format(i=i, name=NAMES[i])}</td></tr></table>"
        for i in range(3)
    )
    source = f'<h1>The gate</h1><div class="forum">{posts}</div>'

    def found() -> list[list[str]]:
        table = table_of(source)
        kept = [not text.startswith((*drops, *NAMES)) for text in table.text]
        entries: tuple[Entry, ...] = find_threads(table, kept)
        assert [entry.author for entry in entries] == list(NAMES[:3])
        for entry in entries:
            whole = sorted([*entry.blocks, *entry.about])
            assert len(whole) == len(set(whole))
        return [[table.text[block] for block in entry.blocks] for entry in entries]

    words = found()
    with pure():
        assert found() == words
    return words


PLAIN = [[words] for words in WORDS[:3]]


def test_lines_of_the_users_box_that_are_dropped() -> None:
    assert said(above=BOX, drops=("Join Date:", "Location:", "Posts:")) == PLAIN
    assert said(above="<div>Keeper of the keys</div>", drops=("Keeper",)) == PLAIN


def test_lines_that_are_kept_stay_and_so_do_those_between_words() -> None:
    assert [len(words) for words in said(above="<div>The place is {place}</div>")] == [2, 2, 2]
    between = "<div>{words}</div><div>Location: {place}</div><div>{words}</div>"
    found = said(body=between, drops=("Location:",))
    assert [words[1] for words in found] == [f"Location: {place}" for place in PLACES[:3]]


@pytest.mark.parametrize("tag", ["p", "li", "pre", "blockquote"])
def test_what_somebody_says_stays_where_it_is_dropped(tag: str) -> None:
    body = f"<{tag}>Mind the latch in {{place}}</{tag}><div>{{words}}</div>"
    assert [words[0] for words in said(body=body, drops=("Mind",))] == [
        f"Mind the latch in {place}" for place in PLACES[:3]
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<div>Sam in {place} wrote:</div><blockquote>Which of the gates is it</blockquote>",
        '<div class="quotetop">Sam (in {place})</div><div class="quotemain">Which of the gates is it</div>',
    ],
)
def test_who_is_quoted_stays_with_what_is_quoted(body: str) -> None:
    found = said(body=body + "<div>{words}</div>", drops=("Sam", "Which"))
    assert [words[0][:3] for words in found] == ["Sam"] * 3
    assert [words[1:] for words in found] == [["Which of the gates is it", WORDS[i]] for i in range(3)]


def test_a_post_of_which_nothing_is_kept_is_left_as_it_is() -> None:
    drops = ("Keeper", *WORDS)
    assert [words[1:] for words in said(above="<div>Keeper of {place}</div>", drops=drops)] == PLAIN


@pytest.mark.parametrize(
    "line",
    [
        "Last edited by {name}; 12-03-2011 at 08:15 PM.",
        "Edited March 12, 2011 by {name}",
        "Edited March 12 by {name} (see edit history)",
        "Modifié le 12 mars 2011 par {name}",
        "Bearbeitet 12. März 2011 von {name}",
    ],
)
@pytest.mark.parametrize("body", ["{words}", "<div class='post_text'><p>{words}</p>"])
def test_edit_notes(line: str, body: str) -> None:
    assert said(body=body, below=f"<div>{line}</div>") == PLAIN


@pytest.mark.parametrize("rule", [RULE, RULE + "_"])
def test_all_of_a_signature(rule: str) -> None:
    assert said(below=f"<div>{rule}<br>Gates and more, {{name}}</div>") == PLAIN
    assert said(below=f"<div>{rule}<br>Gates and more<br><br>Open on all other days, {{name}}</div>") == PLAIN


def test_a_line_that_somebody_draws_ends_nothing() -> None:
    body = f"{{words}}<p>{RULE}____<br>That was one gate.</p><p>And another gate stands by the mill.</p>"
    assert [words[-1] for words in said(body=body)] == ["And another gate stands by the mill."] * 3


def test_the_subject_of_a_thread_once_more() -> None:
    assert said(body="<div>Re: The gate</div><div>{words}</div>") == PLAIN


@pytest.mark.parametrize(
    "note",
    [
        '<em>Last edited by {name}; 05-05-2011 at <span class="time">8:1{i} PM</span>.</em>',
        '<em>Edited <time datetime="2011-05-05T20:1{i}:00Z">May 5, 2011</time> by {name}</em>',
    ],
)
def test_the_date_of_an_edit_note_is_not_that_of_the_post(note: str) -> None:
    posts = "".join(
        f'<div class="post" id="post{i}"><div>05-04-2011, 10:0{i} AM</div>'
        f'<a class="username" href="/user/{i}">{NAMES[i]}</a><div class="post_text">{WORDS[i]}</div>'
        f"<div>{note.format(name=NAMES[i], i=i)}</div></div>"
        for i in range(3)
    )
    source = f'<div class="forum">{posts}</div>'
    found = find_threads(table_of(source))
    assert [entry.date for entry in found] == [f"05-04-2011, 10:0{i} AM" for i in range(3)]
    with pure():
        assert find_threads(table_of(source)) == found
