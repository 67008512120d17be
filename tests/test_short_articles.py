"""Short articles with comments: the model may take them for a forum, the comments stay comments.

The same site software runs blogs and forums, with the same classes around what people say; on a blog it is
said about the article, in a forum it is the main content.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from boilerstrip import extract

TITLE = "Fixing a slow map on old phones"
ARTICLE = (
    "Our city map took fourteen seconds to show the first street on a phone from 2016. Most of the people "
    "who complained had such a phone, because the library lends them out.",
    "The first thing we found was that all the tram lines were loaded as one file of four megabytes, whether "
    "or not anyone had asked for trams. Splitting it by district brought the wait down to nine seconds.",
    "Then we looked at the drawing itself. Every house had its own outline with up to two hundred points, and "
    "a phone with a small screen cannot show more than ten of them. We now simplify the outlines when the map is built.",
    "The last three seconds were fonts. We had loaded five weights of the same family and used two, so the fix "
    "took ten minutes and a little shame.",
)  # fmt: skip
COMMENTS = (
    "Great write-up, thanks. Which tool do you use to simplify the outlines?",
    "We had the same with fonts. Subsetting them helped even more than dropping weights.",
    "Mapshaper can do this on the command line, no need for own code.",
    "My phone is from 2014 and it works now. Thank you!",
    "Could you share the numbers for memory as well? Old phones often die of that first.",
)
NAMES = ("Marta K.", "Jonas", "Ruth Amsel", "paul77", "Grete")
MENU = (
    '<ul class="menu"><li><a href="/">Home</a></li><li><a href="/about">About</a></li>'
    '<li><a href="/archive">Archive</a></li><li><a href="/contact">Contact</a></li></ul>'
)


def in_paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(title: str, label: str, body: str) -> bytes:
    head = f"<head><title>{title}</title></head>"
    return f'<!DOCTYPE html><html lang="en">{head}<body class="{label}">{body}</body></html>'.encode()


def field(name: str, inside: str) -> str:
    return (
        f'<div class="content"><div class="field field-name-{name} field-type-text-with-summary field-label-hidden">'
        f'<div class="field-items"><div class="field-item even">{inside}</div></div></div></div>'
    )


def drupal_7(head: str, kind: str, n_paragraphs: int = 4, n_comments: int = 5, below: str = "") -> bytes:
    """As version 7 writes it by itself: the words of a node and of each comment lie in the same elements."""
    said = "".join(
        f'<a id="comment-{i}"></a><div class="comment comment-by-anonymous clearfix" about="/comment/{i}#comment-{i}" '
        f'typeof="sioc:Post sioct:Comment"><div class="attribution"><div class="submitted"><p class="commenter-name">'
        f'<span class="username">{name}</span></p><p class="comment-time">Wed, 03/06/2024 - 11:0{i}</p>'
        f'<p class="comment-permalink"><a href="/comment/{i}">Permalink</a></p></div></div><div class="comment-text">'
        f'<div class="comment-arrow"></div>{field("comment-body", f"<p>{text}</p>")}</div></div>'
        for i, (name, text) in enumerate([*zip(NAMES, COMMENTS, strict=True)][:n_comments])
    )  # fmt: skip
    body = field("body", in_paragraphs(ARTICLE[:n_paragraphs]))
    return page(
        f"{TITLE} | The Yard",
        f"html not-front node-type-{kind}",
        f'<div id="header"><a href="/">The Yard</a>{MENU}</div>{head}<div id="main"><h1 class="title">{TITLE}</h1>'
        f'<div id="node-9" class="node node-{kind}"><div class="meta submitted"><span>Submitted by <span class="username">anna'
        f'</span> on Tue, 03/05/2024 - 09:10</span></div>{body}{below}<div id="comments" class="comment-wrapper">'
        f'<h2 class="title">Comments</h2>{said}</div></div></div><div id="footer">Powered by Drupal</div>',
    )  # fmt: skip


def drupal_article(n_paragraphs: int = 4, n_comments: int = 5) -> bytes:
    return drupal_7("", "article", n_paragraphs, n_comments)


def drupal_forum() -> bytes:
    trail = '<a href="/">Home</a> » <a href="/forum">Forums</a> » <a href="/forum/3">General discussion</a>'
    forums = '<div class="field-label">Forums: </div><a href="/forum/3">General discussion</a>'
    below = f'<div class="field field-name-taxonomy-forums">{forums}</div>'
    return drupal_7(f'<div class="breadcrumb">{trail}</div>', "forum", below=below)


def joomla() -> bytes:
    said = "".join(
        f'<div class="comment-box"><span class="comment-author">{name}</span> <span class="comment-date">2024-03-0{i + 5} '
        f'10:12</span><div class="comment-body">{text}</div><span class="comments-buttons"><a>Quote</a> | <a>Reply</a></span></div>'
        for i, (name, text) in enumerate(zip(NAMES, COMMENTS, strict=True))
    )  # fmt: skip
    return page(
        TITLE,
        "site com_content",
        f'<div id="menu">{MENU}</div><div class="item-page"><h2>{TITLE}</h2>{in_paragraphs(ARTICLE)}<div id="jc">'
        f'<div id="comments"><h4>Comments</h4><div class="comments-list">{said}</div></div><h4>Add comment</h4></div></div>'
        f'<div class="footer">© Yard</div>',
    )


@pytest.mark.parametrize("make", [drupal_article, joomla])
def test_what_is_said_about_a_short_article_is_not_in_it(make: Callable[[], bytes]) -> None:
    found = extract(make())
    assert [text for text in ARTICLE if text not in found.text] == []
    assert [text for text in COMMENTS if text in found.text] == []
    roles = {block.role for block in found.blocks if block.text in COMMENTS}
    assert roles <= {"comment", "comment-form"}  # a "comment-box" is a form on most sites
    assert [text for text in COMMENTS if not any(text in comment.text for comment in found.comments)] == []
    assert [comment.author for comment in found.comments] == list(NAMES)


def test_less_said_about_a_still_shorter_article_is_not_in_it() -> None:
    found = extract(drupal_article(3, 2))
    assert [text for text in ARTICLE[:3] if text not in found.text] == []
    assert [text for text in COMMENTS if text in found.text] == []


def test_what_is_said_in_a_forum_of_the_same_software_is_kept() -> None:
    found = extract(drupal_forum())
    assert [text for text in (*ARTICLE, *COMMENTS) if text not in found.text] == []
    first, *answers = found.posts
    assert [text for text in ARTICLE if text not in first.text] == []
    assert (first.author, found.metadata.author) == ("anna", "anna")
    assert [post.text for post in answers] == list(COMMENTS)
    assert [post.author for post in answers] == list(NAMES)
