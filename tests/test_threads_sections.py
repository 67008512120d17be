"""What is around the entries of a thread, and what stands between them."""

from __future__ import annotations

import pytest

from boilerstrip.block import Entry
from boilerstrip.threads import find_threads
from tests.pure import pure
from tests.test_threads import NAMES, WORDS, entries, native, table_of, thread


def said(source: str) -> tuple[list[tuple[str | None, str | None, list[str]]], tuple[Entry, ...]]:
    table = table_of(source)
    found = find_threads(table)
    with pure():
        assert find_threads(table_of(source)) == found
    return [(e.author, e.date, [table.text[block] for block in e.blocks]) for e in found], found


@pytest.mark.parametrize(
    "start", ['section class="comment"', 'div class="reply" id="reply"', "div id=comment"]
)
def test_a_section_named_like_one_comment_is_none(start: str) -> None:
    item = '<li><div><b class="nick">{}</b> <i class="date">2025-03-04 08:1{}</i></div><div>{}</div></li>'
    items = "".join(item.format(NAMES[i], i, WORDS[i]) for i in range(2))
    found, _ = said(
        f"<{start}><h3>Comments</h3><p>Please be kind.</p><ul>{items}</ul></{start.split(maxsplit=1)[0]}>"
    )
    assert found == [(NAMES[i], f"2025-03-04 08:1{i}", [WORDS[i]]) for i in range(2)]


def test_one_comment_that_holds_a_list_is_one() -> None:
    found, _ = said(
        f'<div class="comment"><b class="author">Ann</b> <i class="date">2025-03-04 08:11</i><p>{WORDS[0]}</p>'
        f"<ul><li>{WORDS[1]}</li><li>{WORDS[2]}</li></ul></div>"
    )
    assert found == [("Ann", "2025-03-04 08:11", list(WORDS[:3]))]


HEAD = (
    '<div id="post-70{i}" class="reply-header"><span class="post-date">May 11, 2025 at 8:1{i} AM</span>'
    '<a href="#post-70{i}" class="permalink">#70{i}</a></div>'
)
POST = (
    '<div class="post-70{i} reply hentry"><div class="reply-author"><a href="/users/{i}/">{name}</a></div>'
    '<div class="reply-content"><p>{words}</p></div></div>'
)


@pytest.mark.parametrize("n", [2, 3, 5])
def test_lines_beside_a_post_are_of_it(n: int) -> None:
    """As bbPress has them, with ids that look like the classes of the posts."""
    posts = "".join((HEAD + POST).format(i=i, name=NAMES[i], words=WORDS[i]) for i in range(n))
    found, entries = said(f'<div class="forums">{posts}</div>')
    assert found == [(NAMES[i], f"May 11, 2025 at 8:1{i} AM", [WORDS[i]]) for i in range(n)]
    assert [entry.permalink for entry in entries] == [f"#post-70{i}" for i in range(n)]


def test_a_line_with_a_date_between_posts_that_have_dates_is_of_none() -> None:
    dated = POST.replace("</a>", "</a> <i class='date'>June {i}, 2025</i>")
    posts = "".join((HEAD + dated).format(i=i + 1, name=NAMES[i], words=WORDS[i]) for i in range(4))
    found, _ = said(f'<div class="forums">{posts}</div>')
    assert [date for name, date, _ in found if name] == [f"June {i + 1}, 2025" for i in range(4)]


def test_what_somebody_says_before_a_post_is_no_line_of_it() -> None:
    posts = "".join(POST.format(i=i, name=NAMES[i], words=WORDS[i]) for i in range(4))
    found, _ = said(f'<div class="forums"><p>{WORDS[4]} It was May 11, 2025 at 8:11 AM.</p>{posts}</div>')
    assert [date for _, date, _ in found] == [None] * 4


@pytest.mark.parametrize("noun", ["prispevek", "hozzaszolas", "opinia", "talkback", "kommentar"])
def test_names_of_comments_in_more_languages(noun: str) -> None:
    items = "".join(
        f'<div class="{noun}"><div class="{noun}-hlava"><b>{NAMES[i]}</b> 4.3.2025 14:0{i}</div>'
        f'<div class="{noun}-text">{WORDS[i]}</div></div>'
        for i in range(3)
    )
    found, _ = said(f"<p>{WORDS[4]}</p><div>{items}</div>")
    assert found == [(NAMES[i], f"4.3.2025 14:0{i}", [WORDS[i]]) for i in range(3)]


@pytest.mark.parametrize(
    ("reply", "ago"),
    [
        ("Reagovat", "04.03.2025 13:20"),
        ("הגב", "08:14 04.03.2025"),
        ("উত্তর দিন", "২ ঘণ্টা আগে"),
        ("जवाब दें", "2 घंटे पहले"),
        ("پاسخ", "۱۰:۰۵ - ۱۴۰۳/۱۲/۱۴"),
    ],
)
def test_two_comments_with_a_button_and_no_name_that_tells(reply: str, ago: str) -> None:
    def item(i: int, button: str = reply) -> str:
        return (
            f'<div class="css-c1"><div class="css-c2"><strong>{NAMES[i]}</strong> <span>{ago}</span></div>'
            f"<p>{WORDS[i]}</p><button>{button}</button></div>"
        )

    around = '<section id="commentsSection" class="css-cm">%s</section>'
    found = entries(thread(item, 2, around=around))
    assert [(entry.author, entry.date) for entry in found] == [(NAMES[0], ago), (NAMES[1], ago)]
    assert not entries(thread(lambda i: item(i, "Xyzzy"), 2, around=around))


def test_the_box_around_a_comment_and_its_answers_says_how_deep_it_is() -> None:
    def comment(i: int, inner: str = "", level: int = 0) -> str:
        return (
            f'<div class="thread thread_level_{level}"><article class="comment"><b class="user">{NAMES[i]}</b> '
            f'<i class="time">3 May 2025</i><p>{WORDS[i]}</p></article>{inner}</div>'
        )

    page = f'<div class="comments">{comment(0, comment(1, comment(2, level=2), 1))}{comment(3)}</div>'
    assert [entry.depth for entry in entries(page)] == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("item", "depths"),
    [
        ("<li>{}<ol>{}</ol></li>", [0, 1, 2]),  # Lobsters
        ("<li><label>+</label>{}<ul class=comments>{}</ul></li>", [0, 1, 2]),
        ("<li>{}</li>{}", [0, 0, 0]),
        ("<li>{}<div>{}</div></li>", [0, 0, 0]),
    ],
)
def test_a_list_in_the_item_of_an_entry_holds_its_answers(item: str, depths: list[int]) -> None:
    inner = ""
    for i in (2, 1, 0):
        inner = item.format(native(i), inner)
    assert [entry.depth for entry in entries(f'<ol class="comments">{inner}</ol>')] == depths


@pytest.mark.parametrize("tag", ["tbody", "div"])
def test_microdata_may_call_the_rows_of_a_table_a_comment(tag: str) -> None:
    cell, row = ("td", "tr") if tag == "tbody" else ("div", "div")
    items = "".join(
        f'<{tag} itemprop="comment" itemscope itemtype="https://schema.org/Comment"><{row}><{cell}>'
        f'<meta itemprop="datePublished" content="2023-12-0{i + 1}T20:43:15Z">'
        f'Re: The gate by <a href="/u{i}" class="user">{NAMES[i]}</a></{cell}></{row}>'
        f'<{row}><{cell}><div itemprop="text">{WORDS[i]}</div></{cell}></{row}></{tag}>'
        for i in range(3)
    )
    found, _ = said(f"<table>{items}</table>" if tag == "tbody" else items)
    assert found == [(NAMES[i], f"2023-12-0{i + 1}T20:43:15Z", [WORDS[i]]) for i in range(3)]
