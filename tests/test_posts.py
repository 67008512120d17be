"""What lies in comments and is written like all else is posts; what stands in elements of its own is comments."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.block import BlockTable
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring import posts
from boilerstrip.scoring.choose import drop_comments
from boilerstrip.segment import segment
from tests.test_short_articles import ARTICLE, COMMENTS, MENU, NAMES, in_paragraphs, page

FIELD = '<div class="content"><div class="field name-{kind}"><div class="field-items"><div class="field-item even">{inside}</div></div></div></div>'  # fmt: skip
ITEM = 'itemprop="comment" itemscope itemtype="https://schema.org/Comment"'
ANSWERS = [f"{text} {ARTICLE[i % 4]}" for i, text in enumerate(COMMENTS)]


def table_of(body: str) -> BlockTable:
    return segment(parse(f"<html><body>{body}</body></html>").roots)


def is_kept(table: BlockTable) -> list[bool]:
    """Which comments are kept where the model keeps all and takes the page for no forum."""
    features = measure(table, None)
    kept = drop_comments(features, np.ones(table.n_blocks, dtype=bool), 0.0, table)
    said = [i for i, text in enumerate(table.text) if text in ANSWERS]
    assert len(said) == len(ANSWERS)
    assert all(kept[i] for i, text in enumerate(table.text) if text in ARTICLE)
    return [bool(kept[i]) for i in said]


def rows(marked: str) -> str:
    """A thread in a table: the first post, and answers that carry a mark."""
    first = f'<tbody><tr id="p7"><td class="l w p1"><div class="narrow">{in_paragraphs(ARTICLE)}</div></td></tr></tbody>'
    return f"<table>{first}" + "".join(
        f'<tbody {marked}><tr id="p{i + 8}"><td class="l w p{i + 2}"><div class="narrow"><p>{text}</p></div></td></tr></tbody>'
        for i, text in enumerate(ANSWERS)
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        rows(ITEM) + "</table>",
        # The mark may be an accident: one of two tabs, a chapter on replies.
        f'<section class="part one">{in_paragraphs(ARTICLE)}</section>'
        f'<section class="part comments">{in_paragraphs(ANSWERS)}</section>',
        "".join(f'<div class="post-{i}"><p>{text}</p></div>' for i, text in enumerate(ARTICLE))
        + "".join(f'<div class="post-{i + 4} reply comment"><p>{text}</p></div>' for i, text in enumerate(ANSWERS)),
    ],
    ids=["table", "parts", "numbered"],
)  # fmt: skip
def test_what_is_written_like_the_first_post_is_kept(body: str) -> None:
    assert is_kept(table_of(body)) == [True] * len(ANSWERS)


@pytest.mark.parametrize(
    "body",
    [
        # Five elements from the inside are the same, as Drupal writes them; further out they are not.
        f'<div class="node">{FIELD.format(kind="body", inside=in_paragraphs(ARTICLE))}<div class="comment-wrapper">'
        + "".join(f'<div class="comment">{FIELD.format(kind="comment-body", inside=f"<p>{text}</p>")}</div>' for text in ANSWERS)
        + "</div></div>",
        f"<article>{in_paragraphs(ARTICLE)}</article><section class=comments>{in_paragraphs(ANSWERS)}</section>",
        f"<div class=story>{in_paragraphs(ARTICLE)}</div><div class=comments>{in_paragraphs(ANSWERS)}</div>",
        f"{in_paragraphs(ARTICLE)}<div class=comments>{in_paragraphs(ANSWERS)}</div>",
    ],
    ids=["drupal", "tags", "classes", "deeper"],
)  # fmt: skip
def test_what_stands_in_elements_of_its_own_is_dropped(body: str) -> None:
    assert is_kept(table_of(body)) == [False] * len(ANSWERS)


def test_one_paragraph_of_an_article_that_is_written_like_comments_is_not_enough() -> None:
    box = f"<div class=box><p>{ARTICLE[0]}</p></div>"
    said = f"<div class='box comments'>{in_paragraphs(ANSWERS)}</div>"
    assert is_kept(table_of(f"{in_paragraphs(ARTICLE[1:])}{box}{said}")) == [False] * len(ANSWERS)


def test_a_thread_that_the_model_takes_for_an_article_keeps_its_answers() -> None:
    said = "".join(
        f'<tbody {"" if not i else ITEM}><tr><td class="bold l pu"><a name="{i}"></a><b>{"" if not i else "Re: "}Slow map '
        f'by <a class="user" href="/u{i}">{name}</a>: 3:2{i}pm On Mar 0{i + 1}</b></td></tr>'
        f'<tr><td class="l w pd" id="pb{i}"><div class="narrow">{text}</div></td></tr></tbody>'
        for i, (name, text) in enumerate(zip(["anna", *NAMES], [" ".join(ARTICLE), *ANSWERS], strict=True))
    )  # fmt: skip
    found = extract(
        page(
            "Slow map - Programming",
            "",
            f"<div>{MENU}</div><main><h2>Slow map</h2><table>{said}</table></main>",
        )
    )
    assert [text for text in (*ARTICLE, *ANSWERS) if text not in found.text] == []


def test_each_pair_of_elements_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of paragraphs far inside: a way up for each of them would be quadratic."""
    looks, look = [0], posts._look

    def counted(table: BlockTable, element: int) -> tuple[str, str]:
        looks[0] += 1
        return look(table, element)

    monkeypatch.setattr(posts, "_look", counted)
    deep, text = "<div>" * 60, in_paragraphs(ARTICLE[:1] * 500)
    table = table_of(f"<div>{deep}{text}{'</div>' * 61}<div class=comments>{deep}{text}{'</div>' * 61}")
    drop_comments(measure(table, None), np.ones(table.n_blocks, dtype=bool), 0.0, table)
    assert 500 < looks[0] < 2 * (500 + 100)
