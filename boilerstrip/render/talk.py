"""What people say on a page: its entries as `Comment` values, and those as a section below the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Entry, Stated
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.page import Comment, Page, Talk
from boilerstrip.render.build import Builder, resolver_of
from boilerstrip.render.clean import clean
from boilerstrip.render.inline import BR
from boilerstrip.render.markdown import markdown
from boilerstrip.render.outline import Heading, Node, Paragraph, Quote, Verbatim
from boilerstrip.render.places import MAX_NEST
from boilerstrip.render.plain import text
from boilerstrip.render.url import Resolver
from boilerstrip.threads import are_posts, is_body
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["section", "tell"]

HEADING: Final = "Comments"
_STRUCTURES: Final = frozenset(
    {"li", "ul", "ol", "menu", "dir", "blockquote", "figure", *HEADING_TAGS, *PREFORMATTED_TAGS}
)
"""Tags that mean something even where they hold all that an entry says."""
_NEST_RE: Final = re.compile(r"(?:> ?|[ ]{2,4}|[-*] |\d{1,6}[.)] )+", re.ASCII)
"""The signs of containers at the start of a line of Markdown."""
_ONE_NEST_RE: Final = re.compile(r">|[ ]{2,4}|[-*] |\d{1,6}[.)] ", re.ASCII)


def tell(page: Page) -> Talk:
    """The entries of the page's threads, else what its JSON-LD has of them.

    They are posts where most of their words are kept, else comments.
    """
    resolve = resolver_of(page, DEFAULT_STYLE)
    if page.threads:
        told = tuple(_told(page, entry, resolve) for entry in page.threads)
        return (
            Talk(posts=told)
            if are_posts(page.threads, page.table.n_chars, page.decisions.kept)
            else Talk(comments=told)
        )
    stated = tuple(_stated(one, resolve) for one in page.stated)
    return Talk(posts=stated) if any(one.is_post for one in page.stated) else Talk(comments=stated)


def section(comments: Sequence[Comment], style: Style) -> list[Node]:
    """Comments as nodes under a heading: author and date, then the words as a quotation, answers inside it.

    Answers that would nest deeper than `MAX_NEST` stand beside what they answer.
    """
    if not comments:
        return []
    deepest = max(1, MAX_NEST - max(map(_nesting, comments)))
    open_nodes: list[list[Node]] = [[Heading(2, (HEADING,))]]
    path: list[int] = []  # places of the comments that what comes next may answer
    for place, comment in enumerate(comments):
        while path and path[-1] != comment.parent:
            path.pop()
        while len(open_nodes) > min(len(path), deepest - 1) + 1:
            _close(open_nodes)
        named = [part for part in (comment.author, comment.date) if part]
        if words := " ".join(clean(", ".join(named)).split()):
            open_nodes[-1].append(Paragraph((words,)))
        open_nodes.append(_words(comment, style))
        path.append(place)
    while len(open_nodes) > 1:
        _close(open_nodes)
    return open_nodes[0]


def _close(open_nodes: list[list[Node]]) -> None:
    nodes = open_nodes.pop()
    if nodes:
        open_nodes[-1].append(Quote(tuple(nodes)))


def _words(comment: Comment, style: Style) -> list[Node]:
    """A comment's words; without its Markdown where the style wants no links or images."""
    if not comment.text:
        return []
    if style.links != "drop" and style.images == "keep":
        return [Verbatim(comment.markdown, comment.text)]
    return _paragraphs(comment.text)


def _paragraphs(words: str) -> list[Node]:
    """Plain text as paragraphs: an empty line between them, a line break for each line."""
    nodes: list[Node] = []
    for part in clean(words.replace("\r\n", "\n")).split("\n\n"):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        pieces = [piece for line in lines if line for piece in (BR, line)]
        if pieces:
            nodes.append(Paragraph(tuple(pieces[1:])))
    return nodes


def _nesting(comment: Comment) -> int:
    """Containers inside each other in a comment's Markdown, at most."""
    starts = [found[0] for line in comment.markdown.split("\n") if (found := _NEST_RE.match(line))]
    return max((len(_ONE_NEST_RE.findall(start)) for start in starts), default=0)


def _told(page: Page, entry: Entry, resolve: Resolver) -> Comment:
    """An entry as a comment."""
    nodes = Builder(page, DEFAULT_STYLE, _top(page.table, entry)).nodes(entry.blocks)
    return Comment(
        author=_line(entry.author),
        date=_line(entry.date),
        text=text(nodes),
        markdown=markdown(nodes),
        parent=entry.parent if entry.parent >= 0 else None,
        depth=entry.depth,
        permalink=resolve(entry.permalink) if entry.permalink else None,
        score=entry.score,
    )


def _top(table: BlockTable, entry: Entry) -> int:
    """The smallest element around an entry's words, from which on containers belong to them."""
    parents = table.parent
    if not entry.blocks:
        return entry.element
    top = table.around_all(entry.blocks)
    while top > entry.element and table.tag[top] in _STRUCTURES and not is_body(table.label[top]):
        top = parents[top]
    return max(top, entry.element)


def _stated(one: Stated, resolve: Resolver) -> Comment:
    """What JSON-LD says as a comment."""
    nodes = _paragraphs(one.text)
    return Comment(
        author=_line(one.author),
        date=_line(one.date),
        text=text(nodes),
        markdown=markdown(nodes),
        parent=one.parent if one.parent >= 0 else None,
        depth=one.depth,
        permalink=resolve(one.permalink) if one.permalink else None,
        score=one.score,
    )


def _line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None
