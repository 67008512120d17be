"""A question's answers, by microdata, are kept with it; they are a thread that the question opens."""

from __future__ import annotations

import pytest

from boilerstrip.block import BlockTable
from boilerstrip.decide.answers import answers
from boilerstrip.page import Metadata
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.threads import find_threads
from boilerstrip.threads.opened import opened
from tests.test_threads import NAMES, WORDS

TYPED = 'itemscope itemtype="https://schema.org/{}"'


def said(kind: str, words: str, name: str, *inner: str) -> str:
    author = f'<a itemprop="author" {TYPED.format("Person")}><b itemprop="name">{name}</b></a>'
    when = '<time itemprop="dateCreated" datetime="2025-03-01T10:00Z">1 March</time>'
    text = f'<div itemprop="text"><p>{words}</p></div>'
    return f'<div class="post" {TYPED.format(kind)}>{text}<p>{when} by {author}</p>{"".join(inner)}</div>'


def page(question: str = "Question", answer: str = "Answer") -> BlockTable:
    remark = said("Comment", WORDS[2], NAMES[2])
    source = (
        said(question, WORDS[0], NAMES[0], said("Comment", WORDS[3], NAMES[3]))
        + said(answer, WORDS[1], NAMES[1], remark)
        + said(answer, WORDS[4], NAMES[4])
    )
    return segment(parse(f'<html><body class="forum">{source}</body></html>').roots)


def added(table: BlockTable, *kept: str) -> list[str]:
    """What is kept beside these texts."""
    return [table.text[block] for block in answers(table, [text in kept for text in table.text])]


def test_answers_are_kept_with_their_question() -> None:
    assert added(page(), WORDS[0]) == [WORDS[1], WORDS[4]]
    assert added(page(), WORDS[0], WORDS[4]) == [WORDS[1]]


@pytest.mark.parametrize("kept", [(), (WORDS[3],), (WORDS[1],), (NAMES[0],)])
def test_not_without_it(kept: tuple[str, ...]) -> None:
    assert added(page(), *kept) == []


@pytest.mark.parametrize(
    "kinds", [("Article", "Comment"), ("Question", "Comment"), ("Product", "Answer"), ("", "")]
)
def test_what_readers_say_of_something_else_is_not(kinds: tuple[str, str]) -> None:
    assert added(page(*kinds), WORDS[0]) == []


def test_a_question_opens_its_thread_also_where_answers_have_remarks() -> None:
    table = page()
    found = opened(Metadata(), Metadata(), find_threads(table), table, [True] * table.n_blocks)
    assert (found.author, found.date) == (NAMES[0], "2025-03-01")
    table = page("Comment")
    found = opened(Metadata(), Metadata(), find_threads(table), table, [True] * table.n_blocks)
    assert (found.author, found.date) == (None, None)
