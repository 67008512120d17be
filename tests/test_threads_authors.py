"""Who wrote an entry, where others are named in it as well, or more than the name stands in its line."""

from __future__ import annotations

import pytest

from boilerstrip.threads.labels import author_weight, vote_weight
from tests.pure import pure
from tests.test_threads import NAMES, WORDS, entries, thread


def authors(head: str, foot: str = "") -> list[str | None]:
    """The authors of three posts with such lines above and below their words; `{name}` stands for one."""

    def item(i: int) -> str:
        lines = [line.format(name=NAMES[i], other=NAMES[4], i=i) for line in (head, foot)]
        return (
            f'<div class="post" id="p{i}">{lines[0]}<time datetime="2025-03-0{i + 1}T10:00Z">May</time>'
            f'<div class="post_body">{WORDS[i]}</div>{lines[1]}</div>'
        )

    source = thread(item, 3)
    found = entries(source)
    with pure():
        assert entries(source) == found
    return [entry.author for entry in found]


@pytest.mark.parametrize(
    "head",
    [
        '<div class="author"><a class="author_link" href="/id/{i}"><bdi>{name}</bdi></a> May {i}, 2025 <i>#</i></div>',
        '<div class="author"><a href="/id/{i}">{name}</a> <b>[developer]</b> May 4, 2025</div>',
        '<div class="author">{name} on <i>May 4, 2025</i></div>',
        '<div class="author">by <a href="/id/{i}">{name}</a> (@whoever)</div>',
        '<div class="author"><a href="#p{i}">#{i}</a> <a href="/id/{i}">{name}</a> Moderator</div>',
        '<div class="author_information"><b><i><a href="/u/{i}"><u style="color:green"><b><em>{name}</em></b></u></a>'
        "</i></b><br><i>Junior Member<br></i></div>",
        '<div class="author">{name}<br>Junior Member</div>',
    ],
)
def test_a_name_without_what_its_line_has_beside_it(head: str) -> None:
    assert authors(head) == list(NAMES[:3])


def test_a_name_of_several_parts_is_one() -> None:
    assert authors('<div class="author"><b>Dr.</b> {name}</div>') == [f"Dr. {name}" for name in NAMES[:3]]


@pytest.mark.parametrize(
    "foot",
    [
        '<div class="post-likedBy"><a href="/u/sam">{other}</a> likes this</div>',
        '<div class="likes"><a href="/u/sam">Sam</a></div>',
        '<div class="below">Thanked by <a href="/u/sam">Sam</a></div>',
    ],
)
def test_who_liked_a_post_did_not_write_it(foot: str) -> None:
    head = '<h3><a href="/u/{i}"><span class="username">{name}</span></a></h3>'
    assert authors(head, foot) == list(NAMES[:3])


def test_of_two_that_tell_the_same_name_the_one_without_more() -> None:
    head = '<span class="author">{name}, Moderator</span> <span class="author">{name}</span>'
    assert authors(head) == list(NAMES[:3])


def test_the_title_of_a_review_is_no_name() -> None:
    review = (
        '<article itemprop="review" itemscope itemtype="https://schema.org/Review"><meta itemprop="author"'
        ' content="{}"><h5 itemprop="name">Good lay</h5><meta itemprop="datePublished" content="2023-06-21">'
        '<p itemprop="reviewBody">{}</p></article>'
    )
    source = "".join(map(review.format, NAMES[:2], WORDS))
    assert [entry.author for entry in entries(source)] == list(NAMES[:2])
    with pure():
        assert [entry.author for entry in entries(source)] == list(NAMES[:2])


def board(line: str, date: str = "2025-3-1{i} 12:00") -> list[str | None]:
    """The authors of three posts of a board without a class that names one, each with such a line."""

    def post(i: int) -> str:
        said = line.format(i=i, date=date.format(i=i), name=NAMES[i])
        return f'<div class="comment" id="p{i}"><div><b>{NAMES[i]}</b></div><p>{said}</p><div>{WORDS[i]}</div></div>'

    found = entries(thread(post, 3))
    return [entry.author for entry in found]


@pytest.mark.parametrize(
    "line",
    [
        "<em>发表于 {date}</em> | <a href='/t?u={i}'>只看该作者</a>",
        "<em>Sent {date}</em>|<a href='/t?u={i}'>Filter</a>",
    ],
)
def test_a_line_that_all_posts_have_names_nobody(line: str) -> None:
    assert board(line) == list(NAMES[:3])


def test_a_line_that_each_post_has_for_itself_does() -> None:
    assert board("{name} on {date} | <a href='/t?u={i}'>This author only</a>") == list(NAMES[:3])


@pytest.mark.parametrize("subject", ["Re: The old pump", "RE: The old pump", "Re : La pompe"])
def test_the_subject_of_an_answer_is_no_name(subject: str) -> None:
    assert authors(f'<div class="author-name"><b>{subject}</b></div><a class="nick">{{name}}</a>') == list(
        NAMES[:3]
    )


def test_points_of_who_writes_are_no_votes() -> None:
    assert vote_weight("qa-c-item-who-points-data") == vote_weight("user-points") == 0
    assert vote_weight("item-points") > 0


def test_how_text_is_selected_is_nobodys_name() -> None:
    assert author_weight("user-select-none") == author_weight("qu-userSelect--text") == 0
    assert author_weight("user-name") > 0


@pytest.mark.parametrize(
    "line",
    [
        "Antwort #{i}5 am 4. Dez 2025, 14:0{i}",
        "Reviewed in the United Kingdom on {i}4 March 2025",
        "<div>Location: near {other}{name}</div>",
        "<div>Originally posted by {other} {i}</div>",
        "<pre>{i}150 W at {other}{name}</pre>",
    ],
)
def test_a_line_with_a_label_is_no_name(line: str) -> None:
    assert authors(f"<div>{line}</div>", "<a>Reply</a>") == [None] * 3
    assert authors(f"<div>{line}</div><div>{{name}}</div>", "<a>Reply</a>") == list(NAMES[:3])
