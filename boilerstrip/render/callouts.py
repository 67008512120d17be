"""What is in a callout -> its node: which words are its title, and which only name its kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.render.inline import BR, plain_text
from boilerstrip.render.outline import Callout, Heading, Node, Paragraph
from boilerstrip.shapes.callouts import KINDS

__all__ = ["callout"]

_BOLD: Final = Mark("b")
_LONGEST_ICON: Final = 8
"""Characters of an emoji of several parts."""
_END_BOLD: Final = Mark("/b")


def callout(kind: str, titles: Sequence[Node], body: Sequence[Node]) -> Sequence[Node]:
    """A callout of what is in it; only what is in it where nothing would stand below the title.

    Args:
        kind: As `shapes.callouts.callout_kind` gives it.
        titles: What the page calls its title.
        body: All else.
    """
    kind = kind if kind in KINDS.values() else "NOTE"
    title: Inline = ()
    if not titles and len(body) > 1 and _is_icon(body[0]):
        body = body[1:]
    if len(titles) == 1 and isinstance(titles[0], Paragraph | Heading):
        title = titles[0].inline
    else:
        body = (*titles, *body)
        if isinstance(body[0], Paragraph | Heading) and _names(kind, body[0].inline):
            title, body = body[0].inline, body[1:]
    if not body:
        return [Paragraph(title)]
    if not title and isinstance(body[0], Paragraph):
        body = (Paragraph(_without_name(kind, body[0].inline)), *body[1:])
    return [Callout(kind, () if _names(kind, title) else _plain(title), tuple(body))]


def _is_icon(node: Node) -> bool:
    """Whether a node is but a sign or two, as Notion has before the words of each callout."""
    said = plain_text(node.inline) if isinstance(node, Paragraph) else ""
    return 0 < len(said) <= _LONGEST_ICON and not any(map(str.isalnum, said))


def _names(kind: str, inline: Inline) -> bool:
    return plain_text(inline).strip(" :.!").casefold() == kind.casefold()


def _without_name(kind: str, inline: Inline) -> Inline:
    """A paragraph without the kind's name in bold, "**Note:** words", where words follow."""
    if inline[0] == _BOLD and inline[2:3] == (_END_BOLD,) and _names(kind, inline[1:2]):
        rest = inline[3:]
        while rest and isinstance(rest[0], str) and not rest[0].strip(" :"):
            rest = rest[1:]
        if rest and rest[0] != BR:
            return (rest[0].lstrip(" :"), *rest[1:]) if isinstance(rest[0], str) else rest
    return inline


def _plain(title: Inline) -> Inline:
    """A title without bold, as it is written in it."""
    return tuple(piece for piece in title if isinstance(piece, str) or piece.kind not in ("b", "/b"))
