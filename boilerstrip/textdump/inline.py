"""Markdown inside a line: links, images, code and stress as marks."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.block import Inline, Mark

__all__ = ["has_links", "may_hold_marks", "read_inline", "words_of"]

_ADDRESS: Final = r"(?:<[^<>\n]{0,1000}>|(?:[^()\s\[\]]|\([^()\s\[\]]{0,200}\)){0,1000})"
_LINK_RE: Final = re.compile(rf"\]\({_ADDRESS}(?:\s\"[^\"\n]{{0,200}}\")?\)")
_TOKEN_RE: Final = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])"
    rf"|!\[(?P<alt>[^\[\]]{{0,500}})\]\((?P<src>{_ADDRESS})(?:\s\"[^\"\n]{{0,200}}\")?\)"
    rf"|\[(?P<label>(?:[^\[\]]|!\[[^\[\]]{{0,300}}\]\({_ADDRESS}\)){{0,500}})\]"
    rf"\((?P<href>{_ADDRESS})(?:\s\"[^\"\n]{{0,200}}\")?\)"
    r"|(?P<ticks>`{1,3})(?P<code>[^`\n]{1,500})(?P=ticks)"
    r"|(?P<strong>\*\*|__)(?P<bold>[^*_\s](?:[^*_]{0,500}[^*_\s])?)(?P=strong)"
    r"|(?<![*\w])\*(?P<stress>[^*\s](?:[^*]{0,300}[^*\s])?)\*(?![*\w])"
    r"|(?<![_\w])_(?P<under>[^_\s](?:[^_]{0,300}[^_\s])?)_(?![_\w])"
)
_END_LINK: Final = Mark("/a")


def has_links(line: str) -> bool:
    """Whether a line holds a link or an image."""
    return "](" in line and _LINK_RE.search(line) is not None


def may_hold_marks(line: str) -> bool:
    """Whether a line holds a sign with which markup begins or ends."""
    return "*" in line or "_" in line or "](" in line or "`" in line or "\\" in line


def read_inline(line: str) -> Inline:
    """A line as text and marks; itself where nothing in it is markup.

    >>> read_inline("see [here](/a)")
    ('see ', Mark(kind='a', value='/a', alt=''), 'here', Mark(kind='/a', value='', alt=''))
    """
    if not may_hold_marks(line):
        return (line,)
    pieces: list[str | Mark] = []
    _read(line, pieces, is_linked=False)
    return tuple(piece for piece in pieces if piece != "")


def _read(line: str, pieces: list[str | Mark], *, is_linked: bool) -> None:
    start = 0
    for token in _TOKEN_RE.finditer(line):
        pieces.append(line[start : token.start()])
        start = token.end()
        if (escaped := token["escaped"]) is not None:
            pieces.append(escaped)
        elif (source := token["src"]) is not None:
            pieces.append(Mark("img", _bare(source), token["alt"]))
        elif (address := token["href"]) is not None:
            _link(token["label"], _bare(address), pieces, is_linked=is_linked)
        elif (code := token["code"]) is not None:
            pieces += (Mark("code"), code, Mark("/code"))
        else:
            bold = token["bold"]
            kind = "i" if bold is None else "b"
            pieces += (Mark(kind), bold or token["stress"] or token["under"], Mark("/" + kind))
    pieces.append(line[start:])


def _link(label: str, address: str, pieces: list[str | Mark], *, is_linked: bool) -> None:
    """A link; inside another one its words alone."""
    if is_linked or not address:
        pieces.append(label)
        return
    pieces.append(Mark("a", address))
    _read(label, pieces, is_linked=True)
    pieces.append(_END_LINK)


def _bare(address: str) -> str:
    return address[1:-1] if address.startswith("<") else address


def words_of(inline: Inline) -> tuple[str, int]:
    """The words of a content without its marks, white space folded, and how many of their characters, white
    space left out, are linked."""
    words, n_linked, is_linked = list[str](), 0, False
    for piece in inline:
        if isinstance(piece, str):
            words.append(piece)
            if is_linked:
                n_linked += len("".join(piece.split()))
        elif piece.kind in ("a", "/a"):
            is_linked = piece.kind == "a"
    return " ".join("".join(words).split()), n_linked
