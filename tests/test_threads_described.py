"""Comments in lists of terms: who in a term, what in its description, when in one of the two or in another one."""

from __future__ import annotations

import pytest

from boilerstrip import Comment, extract
from boilerstrip.block import Entry
from boilerstrip.threads import find_threads
from tests.pure import pure
from tests.test_threads import NAMES, WORDS, table_of

PARAGRAPH = (
    "The lane was closed for most of the week, and those who live behind the gate went round by the mill, where "
    "the keeper let them pass for nothing and gave each of them an apple for the way."
)


def blogger(said: str = "{} said...") -> str:
    comments = "".join(
        f'<dt class="comment-author" id="c{i}1{i}"><a href="https://blogger.example/profile/0{i}">{said.format(name)}</a></dt>'
        f'<dd class="comment-body"><p>{WORDS[i]}</p></dd>'
        f'<dd class="comment-footer"><span class="comment-timestamp"><a href="/gate.html#c{i}1{i}">{i + 2} May 2016 at 07:4{i}'
        "</a></span></dd>"
        for i, name in enumerate(NAMES[:3])
    )  # fmt: skip
    return f'<div class="comments" id="comments"><h4>3 comments:</h4><dl id="comments-block">{comments}</dl></div>'


def dotclear() -> str:
    comments = "".join(
        f'<dt id="c{i}"><a href="#c{i}">{i + 1}</a> By {name} - {i + 2} May 2016, 07:4{i}</dt><dd><p>{WORDS[i]}</p><p>{WORDS[i + 1]}</p></dd>'
        for i, name in enumerate(NAMES[:3])
    )
    return f'<div id="comments"><dl>{comments}</dl></div>'


def found(source: str) -> tuple[Entry, ...]:
    entries = find_threads(table_of(source))
    with pure():
        assert find_threads(table_of(source)) == entries
    return entries


def comments(source: str) -> tuple[Comment, ...]:
    """Those of a blog's page, whose article is no post."""
    article = (
        '<div class="post hentry"><h3 class="post-title entry-title">The gate is green</h3>'
        f'<div class="post-body entry-content"><p>{PARAGRAPH}</p><p>{PARAGRAPH} {WORDS[3]}</p></div>'
        '<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Gwen</span></span> at '
        '<abbr class="published" title="2016-05-01T18:42:00Z">18:42</abbr></div></div>'
    )
    page = extract(f"<title>The gate is green</title><body>{article}{source}")
    assert not page.posts
    return page.comments


def test_three_elements_for_each() -> None:
    said = comments(blogger())
    assert [(one.author, one.date, one.text) for one in said] == [
        (NAMES[i], f"{i + 2} May 2016 at 07:4{i}", WORDS[i]) for i in range(3)
    ]
    assert [one.permalink for one in said] == [f"/gate.html#c{i}1{i}" for i in range(3)]


def test_two_elements_for_each() -> None:
    said = comments(dotclear())
    assert [(one.author, one.date) for one in said] == [
        (NAMES[i], f"{i + 2} May 2016, 07:4{i}") for i in range(3)
    ]
    assert said[0].text == f"{WORDS[0]}\n\n{WORDS[1]}"


def test_what_stands_beside_words_is_about_them() -> None:
    table = table_of(blogger())
    for i, entry in enumerate(found(blogger())):
        assert [table.text[block] for block in entry.blocks] == [WORDS[i]]
        assert [table.text[block] for block in entry.about] == [
            f"{NAMES[i]} said...",
            f"{i + 2} May 2016 at 07:4{i}",
        ]


@pytest.mark.parametrize(
    "said",
    [
        *(
            "{} said…",
            "{} hat gesagt…",
            "{} a dit…",
            "{} ha detto...",
            "{} dijo...",
            "{} zei",
            "Ο/Η {} είπε...",
        ),
        *("{} يقول...", "{} ने कहा…", "{} řekl(a)...", "{} 说...", "{} さんのコメント..."),
    ],
)
def test_names_without_what_says_that_they_speak(said: str) -> None:
    assert [entry.author for entry in found(blogger(said))] == list(NAMES[:3])


def test_a_comment_without_a_date_is_one() -> None:
    source = blogger()
    cut, end = (
        source.index('<dd class="comment-footer">'),
        source.index("</dd>", source.index("comment-footer")),
    )
    assert [entry.date is None for entry in found(source[:cut] + source[end + 5 :])] == [True, False, False]


@pytest.mark.parametrize(
    "source",
    [
        blogger().replace('class="comments" id="comments"', "").replace("comment", "term"),
        '<div id="comments"><dl>'
        + "".join(f"<dt>{n}</dt><dd>{w}</dd>" for n, w in zip(NAMES, WORDS, strict=True))
        + "</dl></div>",
        f'<div id="comments"><dl><dt>Rules</dt><dd>{WORDS[0]}</dd><dd>{WORDS[1]}</dd><dt>Since</dt><dd>May 4, 2016</dd></dl></div>',
    ],
)
def test_other_lists_of_terms(source: str) -> None:
    assert found(source) == ()
