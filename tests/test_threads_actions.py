"""What a reader may do with an entry, to reply to it, to report it, is neither its words nor its author."""

from __future__ import annotations

import pytest

from boilerstrip.block import Entry
from boilerstrip.threads import find_threads
from tests.pure import pure
from tests.test_threads import NAMES, WORDS, table_of

COMMENT = '<div class="comment"><b class="author">{}</b> <i class="date">4.3.2025 14:02</i>{}</div>'


def said(*bodies: str, comment: str = COMMENT) -> tuple[list[list[str]], tuple[Entry, ...]]:
    """Words of such comments, block by block, and the entries."""
    entries = "".join(comment.format(NAMES[i], body) for i, body in enumerate(bodies))
    table = table_of(f'<section class="comments">{entries}</section>')
    found = find_threads(table)
    with pure():
        assert find_threads(table_of(f'<section class="comments">{entries}</section>')) == found
    return [[table.text[block] for block in entry.blocks] for entry in found], found


@pytest.mark.parametrize(
    "actions",
    [
        "<a>Reply</a> <a>Report</a>",
        "<span>Antworten</span> <span>Melden</span>",
        '<span class="btn-reply">Répondre</span>',
        '<a class="comment-reply-link">Ihm etwas entgegnen</a>',
        '<a class="comment-reply-link" href="/c?replytocom=9">Say something</a>',
        '<p><a href="/reply?9">Reply</a></p>',
        "<div>Trả lời</div>",
        "<div>返信2件</div>",
        "<div>رد إبلاغ</div>",
        "<div>답변</div>",
        "<div>השב</div>",
    ],
)
@pytest.mark.parametrize(
    "body", ["<p>{}</p>{}", '<div class="comment-content" itemprop="text"><p>{}</p>{}</div>']
)
def test_names_of_buttons_are_nobodys_words(body: str, actions: str) -> None:
    found, _ = said(*(body.format(words, actions) for words in WORDS[:2]))
    assert found == [[words] for words in WORDS[:2]]


@pytest.mark.parametrize(
    "words",
    [
        "<p>Like</p>",  # a sentence of one word
        "<h4>Report</h4>",
        "<div>I like it</div>",
        "<p><q class='quote'>Painted at last</q></p>",
        "<p><a class='link' href='/gates'>Gates in Ode</a></p>",
    ],
)
def test_words_of_buttons_in_what_somebody_says(words: str) -> None:
    found, _ = said(*(f'<div class="text"><p>{line}</p>{words}</div>' for line in WORDS[:2]))
    assert [len(lines) for lines in found] == [2, 2]


def test_who_says_nothing_but_that_has_said_it() -> None:
    found, _ = said(f"<p>{WORDS[0]}</p>", '<div class="text">Like</div>', f"<p>{WORDS[2]}</p>")
    assert found[1] == ["Like"]


def test_a_button_is_no_name() -> None:
    actions = '<p class="actions"><a href="#">Like</a> <a href="#">Reply</a> 2025-03-04 10:12</p>'
    bare = '<div class="comment" title="{}">{}</div>'
    _, found = said(*(f"<p>{words}</p>{actions}" for words in WORDS[:2]), comment=bare)
    assert [(entry.author, entry.date) for entry in found] == [(None, "2025-03-04 10:12")] * 2


@pytest.mark.parametrize(
    "button",
    [
        '<div class="quoteExpand">Click to expand...</div>',
        '<div class="bbCodeBlock-expandLink js-expandLink"><a tabindex="0">Click to expand...</a></div>',
        '<div class="bbCodeBlock-shrinkLink"><a>Click to shrink...</a></div>',
    ],
)
def test_a_button_below_a_quotation_is_not_quoted(button: str) -> None:
    quote = f'<blockquote class="quoteContainer"><div class="quote">{WORDS[4]}</div>{button}</blockquote>'
    found, _ = said(*(f'<div class="text">{quote}{words}</div>' for words in WORDS[:2]))
    assert found == [[WORDS[4], words] for words in WORDS[:2]]
