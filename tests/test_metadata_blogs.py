"""Old templates of blogs: the site's name as the only <h1>, the date above the post, its author below."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

NAME = (
    "<div class='header-outer'><h1 class='title'><a href='https://ferry.example/'>Ferry Notes</a></h1></div>"
)
DAY = "<h2 class='date-header'><span>Monday, 3 February 2014</span></h2>"
POST = (
    "<h3 class='post-title entry-title'>The lower gate sticks again</h3><p>The keeper asks crews to wait.</p>"
)
COMMENT = "<h4>1 comment:</h4><p>Ruth Lane said... It did so in 1987.</p><p>5 February 2014</p>"
ADDRESSES = (None, "https://ferry.example/2014/02/gate.html", "https://mirror.example/p/17")


def read(
    body: str, title: str = "Ferry Notes: The lower gate sticks again", url: str | None = None
) -> Metadata:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_metadata(collect(parse(page).roots[0]), url)


def footer(label: str, name: str) -> str:
    return f"<div class='post-footer'><span class='post-author vcard'>{label} {name}</span></div>"


@pytest.mark.parametrize("url", ADDRESSES)
def test_the_headline_is_what_the_title_has_behind_the_blogs_name(url: str | None) -> None:
    page = read(f"{NAME}{DAY}{POST}{footer('Posted by', '<span class=fn>Ann Lee</span>')}{COMMENT}", url=url)
    assert (page.title, page.authors, page.date) == (
        "The lower gate sticks again",
        ("Ann Lee",),
        "2014-02-03",
    )


@pytest.mark.parametrize(
    ("name", "title", "headline"),
    [
        # no link: the headline may be the first part of the title
        ("<h1>Ferry Notes</h1>", "Ferry Notes: The lower gate sticks again", "Ferry Notes"),
        # the front page of a blog, whose title says what it is about
        (NAME, "Ferry Notes: locks, gates and those who keep them", "Ferry Notes"),
        # or one that has it as its motto
        (
            "<header id=branding><hgroup><h1><a href=/>Ferry Notes</a></h1></hgroup><h2>Locks and gates</h2></header>",
            "Ferry Notes: Locks and gates",
            "Ferry Notes",
        ),
        # the link is a part of what stands there
        (NAME.replace("</a>", "</a> from Harle"), "Ferry Notes from Harle: a log", "Ferry Notes from Harle"),
    ],
)
def test_other_first_headings_are_the_headline(name: str, title: str, headline: str) -> None:
    assert read(f"{name}{DAY}{POST}", title).title == headline


@pytest.mark.parametrize(
    "label",
    "Eingestellt von|Publicado por|Publicada por|Publicat per|Publié par|Pubblicato da|Gepost door|Upplagd av|Lagt inn av"
    "|Indsendt af|Lähettänyt|Vystavil|Bejegyezte:|Gönderen|Автор:|Публикувано от|Αναρτήθηκε από|Diposting oleh"
    "|Đăng bởi|เขียนโดย|مرسلة بواسطة|投稿者|作成者:|張貼者：|发帖者|작성자:".split("|"),
)
@pytest.mark.parametrize("name", ["Ann Lee", "<span class='fn'>Ann Lee</span>"])
def test_whom_a_post_is_by_is_read_in_the_blogs_language(label: str, name: str) -> None:
    assert read(f"<h1>The lower gate sticks again</h1><p>Text.</p>{footer(label, name)}").authors == (
        "Ann Lee",
    )
