"""What a plug-in for comments wrote is never main content, however short the article above it is."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring.choose import drop_comments
from boilerstrip.segment import segment

ARTICLE = (
    "From November the ferry to the island runs every two hours. The company says that fuel has become too "
    "dear, and that boats on weekdays had been a third full at most since the school closed."
)
COMMENTS = (
    "My grandfather rowed over twice a week, and nobody called that a service. We shall manage this as well.",
    "Half as many boats at the same price. Has anybody asked the company for its figures of last year?",
    "The doctor comes on Tuesdays with the nine o'clock boat, which is one of those that they want to drop.",
)
PARAGRAPH = f"<p>{ARTICLE}</p>"


def thread(root: str) -> str:
    entries = "".join(
        f'<div class="comment"><span class="name">reader{i}</span> <time datetime="2025-11-0{i + 1}">{i} days ago</time>'
        f"<p>{text}</p><button>Reply</button></div>"
        for i, text in enumerate(COMMENTS)
    )
    return f"<{root}>{entries}</{root.split(maxsplit=1)[0]}>"


@pytest.mark.parametrize(
    "root",
    [
        'div id="disqus_thread"',
        'section id="isso-thread" data-title="x"',
        'div id="remark42"',
        'div id="commento" class="commento-root"',
        'div id="coral_thread"',
        'div class="spcv_conversation"',
        "hyvor-talk-comments website-id=1",
        'div class="fb-comments" data-href="x"',
        'div class="story giscus"',
    ],
)
def test_one_paragraph_is_an_article_above_them(root: str) -> None:
    html = f"<title>Ferry</title><main><h1>Ferry</h1>{PARAGRAPH}{thread(root)}</main>"
    page = extract(html.encode(), "https://news.example/2025/11/05/ferry.html")
    assert page.text == f"Ferry\n\n{ARTICLE}"
    assert [comment.text for comment in page.comments] == [*COMMENTS]


@pytest.mark.parametrize(("root", "n_kept"), [('div id="remark42"', 1), ('div id="thread"', 4)])
def test_they_need_neither_length_nor_a_page_that_is_no_forum(root: str, n_kept: int) -> None:
    table = segment(parse(PARAGRAPH + thread(root)).roots)
    kept = np.array([text == ARTICLE or text in COMMENTS for text in table.text])
    chosen = drop_comments(measure(table, None), kept, 0.99, table)
    assert [table.text[i] for i in np.flatnonzero(chosen)] == [ARTICLE, *COMMENTS][:n_kept]


def test_where_nothing_else_is_kept_they_stay() -> None:
    table = segment(parse(f"<h1>Guest book</h1>{thread('div id=disqus_thread')}").roots)
    kept = np.array([text in COMMENTS for text in table.text])
    assert drop_comments(measure(table, None), kept, 0.99, table).sum() == 3
