"""Entries of threads: what is one, what it says, who said it when, which it answers, and what is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from lxml import etree

from boilerstrip import Comment, Style, extract
from boilerstrip.block import BlockTable, Entry
from boilerstrip.metadata import jsonld
from boilerstrip.metadata.jsonld import parsed
from boilerstrip.metadata.talk import read_stated
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.threads import find_threads
from boilerstrip.threads.dates import date_in, has_date, is_date

WORDS = (
    "The gate at the end of the lane has been painted green at last.",
    "I would rather have had it in red, to be honest with you.",
    "Nobody asked the people who open it every single morning.",
    "It squeaks less than it did, and that is what I care about.",
    "Does anybody know where the old one went? I liked the latch.",
)
NAMES = ("Ann Tully", "Berit", "kolja_77", "Dr. Ode", "Sam Reeve")


def table_of(source: str) -> BlockTable:
    return segment(parse(source).roots)


def entries(source: str) -> tuple[Entry, ...]:
    return find_threads(table_of(source))


def words(source: str) -> list[list[str]]:
    """The own words of every entry, block by block."""
    table = table_of(source)
    return [[table.text[block] for block in entry.blocks] for entry in find_threads(table)]


def thread(item: Callable[[int], str], n: int = 5, *, around: str = '<div class="comments">%s</div>') -> str:
    return around % "".join(item(i) for i in range(n))


def native(i: int) -> str:
    """A comment as most blogs have it."""
    return (
        f'<div class="comment" id="comment-{i}"><span class="author">{NAMES[i % 5]}</span> '
        f'<time datetime="2025-03-0{i % 5 + 1}T10:00:00Z">long ago</time><p>{WORDS[i % 5]}</p>'
        f'<a class="reply" href="#respond">Reply</a></div>'
    )


# What an entry is, and what is about it


def test_an_entry_has_its_words_its_author_its_date_and_its_place() -> None:
    table = table_of(thread(native))
    found = find_threads(table)
    assert [entry.author for entry in found] == list(NAMES)
    assert [entry.date for entry in found] == [f"2025-03-0{i + 1}T10:00:00Z" for i in range(5)]
    assert [entry.permalink for entry in found] == [f"#comment-{i}" for i in range(5)]
    assert [[table.text[block] for block in entry.blocks] for entry in found] == [[text] for text in WORDS]
    for entry in found:
        about = " ".join(table.text[block] for block in entry.about)
        assert str(entry.author) in about
        assert "Reply" in about


def test_without_telling_names_the_repeated_structure_and_its_buttons_tell() -> None:
    def item(i: int) -> str:
        return (
            f'<div class="x9f{i}"><div class="k2"><b>{NAMES[i]}</b> <i>{i + 2} hours ago</i></div>'
            f'<div class="q7">{WORDS[i]}</div><button>Reply</button><button>Like</button></div>'
        )

    source = thread(item, around="<main><p>An article.</p></main><div>%s</div>")
    assert [entry.author for entry in entries(source)] == list(NAMES)
    assert [entry.date for entry in entries(source)] == [f"{i + 2} hours ago" for i in range(5)]
    assert words(source) == [[text] for text in WORDS]


@pytest.mark.parametrize("tag", ["li", "article", "section", "my-comment"])
def test_the_tag_of_an_entry_may_be_any_container(tag: str) -> None:
    def item(i: int) -> str:
        inner = f"<cite class=author>{NAMES[i]}</cite><time>2 May 2025</time><p>{WORDS[i]}</p>"
        return f'<{tag} class="comment">{inner}</{tag}>'

    assert [entry.author for entry in entries(thread(item))] == list(NAMES)


def test_user_boxes_signatures_and_votes_are_about_the_entry() -> None:
    def item(i: int) -> str:
        return (
            f'<div class="post" id="p{i}"><div class="userinfo"><a class="username" href="/u/{i}">{NAMES[i]}</a>'
            f"<dl><dt>Joined</dt><dd>Mar {i + 3}, 2011</dd><dt>Posts</dt><dd>{i}</dd></dl></div>"
            f'<div class="postbody"><span class="date">May {i + 1}, 2025</span><div class="content">{WORDS[i]}</div>'
            f'<div class="signature">Keep calm and carry oil.</div></div>'
            f'<div class="votes"><span class="score">{10 - 3 * i}</span></div></div>'
        )

    found = entries(thread(item, around='<div class="topic">%s</div>'))
    assert words(thread(item, around='<div class="topic">%s</div>')) == [[text] for text in WORDS]
    assert [entry.date for entry in found] == [f"May {i + 1}, 2025" for i in range(5)]
    assert [entry.score for entry in found] == [10, 7, 4, 1, -2]


def test_a_quotation_belongs_to_the_words_and_is_no_entry() -> None:
    quote = '<blockquote class="quote"><cite class="author">Berit wrote on May 3, 2025:</cite><p>%s</p></blockquote>'
    source = thread(lambda i: native(i).replace("<p>", quote % WORDS[(i + 1) % 5] + "<p>"))
    assert [entry.author for entry in entries(source)] == list(NAMES)
    assert all(WORDS[(i + 1) % 5] in said and WORDS[i] in said for i, said in enumerate(words(source)))


# Who


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ('<span itemprop="author" itemscope><span itemprop="name">Ann</span> (Ann Tully)</span>', "Ann"),
        ('<b class="fn">Ann</b> <span class="says">says:</span>', "Ann"),
        ("<p class=author>Posted by Ann</p>", "Ann"),
        ('<a href="/users/17/ann">Ann</a>', "Ann"),
        ('<a rel="author" href="/x">Ann</a>', "Ann"),
        (
            '<span class="avatar">A</span><span class="user-name">Ann</span><span class="user-rank">Guru</span>',
            "Ann",
        ),
        ("<b>Ann</b>", "Ann"),
        ("<div class=author></div>", None),
    ],
)
def test_the_author_is_read_from_markup_and_from_the_line(markup: str, author: str | None) -> None:
    source = thread(
        lambda i: f'<li class="comment"><div>{markup} <time>May 3, 2025</time></div><p>{WORDS[i]}</p></li>', 2
    )
    assert [entry.author for entry in entries(source)] == [author] * 2


def test_what_stands_in_brackets_behind_several_names_is_no_part_of_them() -> None:
    source = thread(lambda i: native(i).replace("</span>", " (not verified)</span>", 1))
    assert [entry.author for entry in entries(source)] == list(NAMES)


# When


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<time datetime="2025-03-01T10:00:00+0100">1 March</time>', "2025-03-01T10:00:00+01:00"),
        ('<span class="date" title="March 10, 2025 20:11">14 hours ago</span>', "2025-03-10T20:11:00"),
        ('<abbr class="published" title="2025-03-10">last week</abbr>', "2025-03-10"),
        ('<span data-timestamp="1749703742">last week</span>', "2025-06-12T04:49:02Z"),
        ('<meta itemprop="datePublished" content="2025-03-10T08:00:00Z">', "2025-03-10T08:00:00Z"),
        ('<span class="date">7 years ago</span>', "7 years ago"),
        ('<span class="date">yesterday</span>', "yesterday"),
        ('<span class="fecha">12 de marzo de 2025</span>', "12 de marzo de 2025"),
        ("<i>14 октября 2024 21:07</i>", "14 октября 2024 21:07"),
        ('<time datetime="garbage">long ago</time>', None),
        ('<span class="edited" title="2025-03-11">edited</span>', None),
    ],
)
def test_the_date_is_that_for_machines_else_the_words_of_the_page(markup: str, date: str | None) -> None:
    source = thread(
        lambda i: f'<li class="comment"><b class="author">{NAMES[i]}</b> {markup}<p>{WORDS[i]}</p></li>', 3
    )
    assert [entry.date for entry in entries(source)] == [date] * 3


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("by Ann » 03 Feb 2024, 20:11", "03 Feb 2024, 20:11"),
        ("#3 | 2024年3月5日 10:22", "2024年3月5日 10:22"),
        ("231 points by Ann 9 hours ago | hide", "9 hours ago"),
        ("vor 3 Stunden", "vor 3 Stunden"),
        ("il y a 2 jours", "il y a 2 jours"),
        ("Feb 14, 2026 | 9:05 pm", "Feb 14, 2026 | 9:05 pm"),
        ("3 ч. назад", "3 ч. назад"),
        ("Reply", None),
        ("1,234 posts", None),
    ],
)
def test_dates_in_lines(line: str, date: str | None) -> None:
    assert date_in(line) == date
    assert has_date(line) == (date is not None)


def test_an_hour_beside_other_words_is_no_date_as_a_whole() -> None:
    assert is_date("May 3, 2025")
    assert not is_date("We opened the gate at 10:30 and closed it again soon after that")


# Which it answers


def nested(depth: int) -> str:
    start = "".join(
        f'<li class="comment"><b class="author">N{i}</b> <time>{i + 1} May 2025</time><p>{WORDS[i % 5]}</p><ul>'
        for i in range(depth)
    )
    return f'<ul class="comments">{start}{"</ul></li>" * depth}</ul>'


def test_answers_nest_in_what_they_answer_and_own_their_words_alone() -> None:
    found = entries(nested(4))
    assert [(entry.parent, entry.depth) for entry in found] == [(-1, 0), (0, 1), (1, 2), (2, 3)]
    assert words(nested(4)) == [[text] for text in WORDS[:4]]


@pytest.mark.parametrize(
    "sign",
    [
        lambda depth: f'<table><tr><td class="ind" indent="{depth}"></td></tr></table>',
        lambda depth: f'<table><tr><td><img src="s.gif" width="{40 * depth}"></td></tr></table>',
    ],
)
def test_entries_side_by_side_answer_the_one_before_that_is_set_in_less(sign: Callable[[int], str]) -> None:
    depths = (0, 1, 2, 1, 0)
    source = thread(lambda i: native(i).replace("<span", sign(depths[i]) + "<span", 1))
    assert [entry.parent for entry in entries(source)] == [-1, 0, 1, 0, -1]
    assert [entry.depth for entry in entries(source)] == list(depths)


@pytest.mark.parametrize("label", ["depth-%d", "comment-level-%d", "nivel-%d"])
def test_a_class_may_say_how_deep_an_entry_is(label: str) -> None:
    depths = (1, 2, 3, 2, 1)
    source = thread(lambda i: native(i).replace('class="comment"', f'class="comment {label % depths[i]}"'))
    assert [entry.parent for entry in entries(source)] == [-1, 0, 1, 0, -1]


def test_wrong_indents_make_no_hole() -> None:
    depths = (3, 1, 9, 0, 2)
    source = thread(lambda i: native(i).replace('class="comment"', f'class="comment depth-{depths[i]}"'))
    assert [(entry.parent, entry.depth) for entry in entries(source)] == [
        (-1, 0),
        (-1, 0),
        (1, 1),
        (-1, 0),
        (3, 1),
    ]


def test_answers_may_follow_in_a_container_that_says_so() -> None:
    first, second, third = native(0), native(1), native(2)
    source = f'<div class="comments">{first}<div class="indented">{second}</div>{third}</div>'
    assert [entry.parent for entry in entries(source)] == [-1, 0, -1]


def test_an_attribute_may_name_what_an_entry_answers() -> None:
    def item(i: int) -> str:
        return native(i).replace('class="comment"', f'class="comment" data-parent-id="{(0, 0, 1, 0, 2)[i]}"')

    assert [entry.parent for entry in entries(thread(item))] == [-1, 0, 1, 0, 2]


# How many votes


@pytest.mark.parametrize(
    ("markup", "score"),
    [
        ('<span class="vote-count">12</span>', 12),
        ('<span class="score">−4</span>', -4),
        ('<span class="votes">1.2k</span>', 1200),
        ('<a class="like-button" aria-label="Like (31)"><b>31</b></a>', 31),
        ('<span class="likes">6 Likes</span>', 6),
        ('<i class="score down">6</i><i class="score">7</i><i class="score up">8</i>', 7),
        ('<span class="vote up">9</span><span class="vote down">2</span>', 7),
        ('<span itemprop="upvoteCount">5</span>', 5),
        ('<span class="star-rating">Rated 5 out of 5</span>', None),
        ('<span class="score"></span>', None),
    ],
)
def test_votes_are_net_and_ratings_are_none(markup: str, score: int | None) -> None:
    source = thread(lambda i: native(i).replace("<p>", f'<div class="foot">{markup}</div><p>'), 3)
    assert [entry.score for entry in entries(source)] == [score] * 3


# What is no thread

NO_THREADS = {
    "menus": "<ul class=menu>" + "<li><a href=/a>Home page of the site</a></li>" * 9 + "</ul>",
    "teasers": "".join(
        f'<article class="post"><h2><a href="/{i}">A title of some length {i}</a></h2><span class="author">'
        f'{NAMES[i]}</span> <time datetime="2025-01-0{i + 1}">x</time><p>{WORDS[i]}</p></article>'
        for i in range(5)
    ),
    "cards": "".join(
        f'<div class="card"><a href="/{i}">News of the day number {i}</a><time>{i + 1} May 2025</time><p>{WORDS[i]}</p>'
        f"</div>"
        for i in range(5)
    ),
    "cards with a class of Tailwind's": '<div class="grid grid-cols-3">'
    + "".join(
        f'<div class="@container group relative"><a href="/{i}" class="@md:flex"><h3>News of the day number {i}</h3></a>'
        f'<time datetime="2025-05-0{i + 1}">{i + 1} May 2025</time><p>{WORDS[i]}</p></div>'
        for i in range(5)
    )
    + "</div>",
    "products": "".join(
        f'<li class="product"><h3>Gate {i}</h3><p>{WORDS[i]}</p><b>£{i}9</b><button>Add to cart</button></li>'
        for i in range(5)
    ),
    "recent comments": '<ul class="recentcomments">'
    + "".join(
        f'<li class="recent-comment">{n} on <a href="/{n}">The gate of the lane</a></li>' for n in NAMES
    )
    + "</ul>",
    "questions and answers of a shop": '<div itemscope itemtype="https://schema.org/FAQPage">'
    + "".join(
        '<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">'
        f'{text}?</h3><div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">'
        f'<div itemprop="text">{text}</div></div></div>'
        for text in WORDS
    )
    + "</div>",
    "an author's box": '<article class="post"><h1>Gates</h1><time>3 May 2025</time>'
    + "".join(f"<p>{text}</p>" for text in WORDS)
    + '<div class="author-box"><b class="author">Ann</b><p>Ann paints gates and writes about it.</p></div></article>',
    "a form": '<div class="comments"><h3>Leave a reply</h3><form><p>Your email address will not be published.</p>'
    "<label>Name</label><textarea></textarea></form></div>",
    "a log of changes": "".join(
        f"<div><b>3 May 202{i}</b><p>{text}</p></div>" for i, text in enumerate(WORDS)
    ),
}


@pytest.mark.parametrize("name", NO_THREADS)
def test_what_is_no_thread(name: str) -> None:
    assert entries(NO_THREADS[name]) == ()


def test_a_page_with_an_article_and_a_thread_has_the_thread_alone() -> None:
    source = NO_THREADS["an author's box"] + NO_THREADS["teasers"] + thread(native)
    assert [entry.author for entry in entries(source)] == list(NAMES)


# Bad input


def test_empty_authors_and_missing_dates_are_none() -> None:
    found = entries(
        thread(lambda i: native(i) if i else native(i).replace(NAMES[0], "").replace("datetime", "x"))
    )
    assert [entry.author for entry in found] == [None, *NAMES[1:]]
    assert len(found) == 5


def test_entries_that_say_next_to_nothing_stay_in_the_thread() -> None:
    found = words(thread(lambda i: native(i).replace(WORDS[2], "[deleted]").replace(WORDS[3], "+1")))
    assert found == [[WORDS[0]], [WORDS[1]], ["[deleted]"], ["+1"], [WORDS[4]]]


def test_a_page_whose_every_block_looks_like_a_comment_is_read() -> None:
    source = (
        '<div class="comment"><p class="comment"><b class="comment author">x</b> 3 May 2025</p></div>' * 300
    )
    assert all(entry.parent < place for place, entry in enumerate(entries(source)))
    everything = "".join(f'<div class="comment reply post answer">{WORDS[i % 5]}' for i in range(300))
    assert all(entry.depth < 300 for entry in entries(everything))


def test_equal_ids_and_types_that_are_none_do_no_harm() -> None:
    source = thread(lambda i: native(i).replace(f"comment-{i}", "comment-1"))
    assert [entry.permalink for entry in entries(source)] == ["#comment-1"] * 5
    for garbage in ("", "   ", "/", "https://schema.org/", "schema.org/Comment schema.org/Answer", "\u202e"):
        typed = thread(native).replace(
            '<div class="comment"', f'<div itemscope itemtype="{garbage}" class="comment"'
        )
        assert [entry.author for entry in entries(typed)] == list(NAMES)


def tree(n: int, depth: int) -> etree._Element:
    """A page of `n` comments, each run of `depth` nested in each other."""
    root = etree.Element("body")
    area = etree.SubElement(root, "div", {"class": "comments"})
    holder = area
    for i in range(n):
        holder = area if i % depth == 0 else holder
        holder = etree.SubElement(holder, "div", {"class": "comment", "id": f"c{i}"})
        etree.SubElement(holder, "b", {"class": "author"}).text = f"Ann {i}"
        etree.SubElement(holder, "time", {"datetime": "2025-01-01"}).text = "x"
        etree.SubElement(holder, "p").text = f"{WORDS[i % 5]} {i}"
    return root


def test_twenty_thousand_entries_nested_five_hundred_deep() -> None:
    found = find_threads(segment([tree(20_000, 500)]))
    assert len(found) == 20_000
    assert max(entry.depth for entry in found) == 499
    assert all(len(entry.blocks) == 1 for entry in found)


def work(n: int, depth: int) -> int:
    """Calls that reading a thread takes; elements of lists that comprehensions go over do not count."""
    table = segment([tree(n, depth)])
    n_calls = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal n_calls
        n_calls += event in ("call", "c_call")

    find_threads(table)  # what is remembered of class names is remembered now
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        assert len(find_threads(table)) == n
    finally:
        sys.setprofile(before)
    return n_calls


@pytest.mark.parametrize("depths", [(1, 1), (100, 200), (300, 600)])
def test_twice_the_entries_take_twice_the_work_however_deep(depths: tuple[int, int]) -> None:
    assert work(1_200, depths[1]) < 2.2 * work(600, depths[0])


# What JSON-LD says


def said(*values: object) -> list[tuple[str | None, str, int, int]]:
    found = read_stated(parsed([json.dumps(value) for value in values]))
    return [(one.author, one.text, one.parent, one.depth) for one in found]


def comment(text: object, **more: object) -> dict[str, object]:
    return {"@type": "Comment", "text": text, "author": {"@type": "Person", "name": "Ann"}, **more}


def test_comments_of_an_article_are_read_with_their_answers() -> None:
    answered = comment("a", comment=[comment("b", comment=comment("c")), comment("d")])
    assert said({"@type": "Article", "comment": [answered, comment("e")]}) == [
        ("Ann", "a", -1, 0),
        ("Ann", "b", 0, 1),
        ("Ann", "c", 1, 2),
        ("Ann", "d", 0, 1),
        ("Ann", "e", -1, 0),
    ]


def test_a_question_is_a_post_and_its_answers_answer_it() -> None:
    question = {
        "@type": "Question",
        "text": "Why?",
        "author": "Ann",
        "acceptedAnswer": {"@type": "Answer", "text": "Because.", "upvoteCount": "7", "downvoteCount": 2},
    }
    found = read_stated(parsed([json.dumps({"@type": "QAPage", "mainEntity": question})]))
    assert [(one.text, one.parent, one.score, one.is_post) for one in found] == [
        ("Why?", -1, None, True),
        ("Because.", 0, 5, True),
    ]
    unsigned = {**question, "author": None}
    del unsigned["author"]
    assert read_stated(parsed([json.dumps({"@type": "FAQPage", "mainEntity": [unsigned]})])) == ()


def test_html_in_json_ld_becomes_plain_text() -> None:
    assert said({"comment": comment("<p>a &lt; <b>b</b></p><p>c<br>d</p>")})[0][1].split() == [
        "a",
        "<",
        "b",
        "c",
        "d",
    ]


@pytest.mark.parametrize(
    "value",
    [
        None,
        3,
        "x",
        [],
        {},
        [[]],
        {"comment": None},
        {"comment": "x"},
        {"comment": [3, None, {"text": 5}, {"text": ""}]},
    ],
)
def test_json_ld_of_wrong_types_says_nothing(value: object) -> None:
    assert said({"comment": value, "@type": value}) == []
    assert said(value) == []


def test_fields_of_wrong_types_are_none() -> None:
    odd = comment("a", author=[3, {}], dateCreated={}, url=[], upvoteCount=True, parentItem=7)
    (found,) = read_stated(parsed([json.dumps({"comment": odd})]))
    assert found[1:6] == (None, None, None, None, -1)


def test_a_tree_a_thousand_deep_and_one_that_is_no_json_raise_nothing() -> None:
    deep: dict[str, object] = comment("x")
    for _ in range(200):
        deep = comment("x", comment=[deep])
    text = json.dumps({"comment": deep})
    broken = ['{"comment": ' * 1_000, '{"comment": [' + "[" * 1_000 + "]"]
    assert read_stated(parsed([text, *broken])) == ()
    assert (
        len(read_stated(parsed([json.dumps({"comment": [comment(str(i)) for i in range(3_000)]})]))) == 3_000
    )


def test_a_script_is_parsed_once_for_all_that_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = []
    parse = jsonld.parse_block
    monkeypatch.setattr(jsonld, "parse_block", lambda text: texts.append(text) or parse(text))
    stated = json.dumps(
        {"@type": "DiscussionForumPosting", "text": "a", "author": "Ann", "comment": comment("b")}
    )
    page = extract(f'<script type="application/ld+json">{stated}</script>{"<p>word</p>" * 9}')
    assert [one.text for one in page.stated] == ["a", "b"]
    assert texts == [stated]


def test_what_the_page_shows_comes_before_what_its_json_ld_says() -> None:
    script = f'<script type="application/ld+json">{json.dumps({"comment": comment("stated")})}</script>'
    article = "".join(f"<p>{text * 3}</p>" for text in WORDS)
    assert [c.text for c in extract(f"{script}<article>{article}</article>").comments] == ["stated"]
    shown = extract(f"{script}<article>{article}</article>{thread(native)}")
    assert [c.author for c in shown.comments or shown.posts] == list(NAMES)


# On the page, and rendered

ARTICLE = "<article><h1>Gates</h1>" + "".join(f"<p>{text * 4}</p>" for text in WORDS) + "</article>"


def test_a_comment_has_its_markdown_and_an_absolute_place() -> None:
    rich = '<p>See <a href="/map">the <b>map</b></a>:</p><ul><li>one</li><li>two</li></ul><pre>a *b*</pre>'
    source = ARTICLE + thread(lambda i: native(i).replace(f"<p>{WORDS[1]}</p>", rich))
    page = extract(source, "https://example.org/gates")
    assert page.posts == ()
    assert page.comments[1] == Comment(
        author="Berit",
        date="2025-03-02T10:00:00Z",
        text="See the map:\n\none\ntwo\n\na *b*",
        markdown="See [the **map**](https://example.org/map):\n\n- one\n- two\n\n```\na *b*\n```",
        parent=None,
        depth=0,
        permalink="https://example.org/gates#comment-1",
        score=None,
    )
    record = page.to_dict()
    assert list(record["comments"][0]) == "author date text markdown parent depth permalink score".split()
    assert record["posts"] == []
    assert "comments" not in repr(page)


def test_comments_below_the_article_nest_as_they_answer() -> None:
    source = ARTICLE + nested(3).replace(WORDS[1], "1. # *no* &lt;markup>")
    shown = extract(source).render("md", Style(comments="separate"))
    assert shown.endswith(
        f"## Comments\n\nN0, 1 May 2025\n\n> {WORDS[0]}\n>\n> N1, 2 May 2025\n>\n"
        f"> > 1\\. # \\*no* \\<markup>\n> >\n> > N2, 3 May 2025\n> >\n> > > {WORDS[2]}"
    )


def test_however_deep_answers_nest_no_words_are_lost_and_quotations_stay_few() -> None:
    page = extract(ARTICLE + nested(60))
    assert len(page.comments) == 60
    _, _, shown = page.render("md", Style(comments="separate")).partition("## Comments")
    assert shown.count("May 2025") == 60
    assert max(len(line) - len(line.lstrip("> ")) for line in shown.split("\n")) <= 2 * 16
    for form in ("txt", "html"):
        _, _, shown = page.render(form, Style(comments="separate")).partition("Comments")
        assert shown.count("May 2025") == 60


def test_without_links_comments_have_none() -> None:
    source = ARTICLE + thread(
        lambda i: native(i).replace("<p>", '<p><a href="https://example.org/x">here</a> ')
    )
    shown = extract(source).render("md", Style(comments="separate", links=False))
    assert f"> here {WORDS[0]}" in shown
    assert "example.org" not in shown
