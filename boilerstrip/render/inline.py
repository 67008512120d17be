"""A block's content made ready to write: white space folded, empty and doubled spans gone, safe addresses."""

from __future__ import annotations

from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.render.clean import clean
from boilerstrip.render.url import Resolver

__all__ = ["BR", "plain_text", "preformatted", "tidy", "without_permalinks"]

BR: Final = Mark("br")
_CODE: Final = Mark("code")
_CLOSING: Final = {kind: Mark("/" + kind) for kind in ("a", "b", "i", "code", "del", "sup", "sub")}
_WORDS: Final = dict.fromkeys((*_CLOSING, *(mark.kind for mark in _CLOSING.values()), "img"), "")
"""What marks other than a line break are in plain text."""
_NOT_IMAGES: Final = ("#", "mailto:", "tel:")
_MERGED_OVER_BLANK: Final = frozenset({"b", "i", "del"})
"""Kinds of which two neighbours with a blank between are one span."""
_MERGED: Final = _MERGED_OVER_BLANK | {"code"}
"""Kinds of which two neighbours without anything between are one span."""


def tidy(inline: Inline, resolve: Resolver, *, links: bool, images: bool) -> Inline:
    """A block's content as every renderer wants it.

    White space is one blank, never at the edge of the block, of a line or of a span. Spans hold
    something, no span is inside one of its own kind, neighbours of a kind are one span. Line
    breaks stand alone between content. Addresses have passed `resolve`; a link without one is
    gone and its words stay; an image without one is gone.

    Args:
        inline: The block's pieces as on the page.
        resolve: Gives the safe address, or None.
        links: False drops every link target.
        images: False drops every image.

    Returns:
        Pieces and marks, balanced; empty where nothing is left.
    """
    return _Reader(resolve, links=links, images=images).read(inline)


def without_permalinks(inline: Inline) -> Inline:
    """A heading's content without the signs that link to itself, as documentation tools add them.

    Such a link goes to a fragment and holds no letter or digit: "¶", "#", "§".
    """
    kept: list[str | Mark] = []
    opened = -1  # where in `kept` a link to a fragment began
    for piece in inline:
        if isinstance(piece, Mark) and piece.kind == "a" and "#" in piece.value:
            opened = len(kept)
        elif opened >= 0 and isinstance(piece, str) and any(char.isalnum() for char in piece):
            opened = -1
        kept.append(piece)
        if opened >= 0 and isinstance(piece, Mark) and piece.kind == "/a":
            del kept[opened:]
            opened = -1
    return tuple(kept)


def plain_text(inline: Inline, br: str = " ") -> str:
    """The words of a block's content, line breaks as `br`, images left out."""
    return "".join([piece if isinstance(piece, str) else _WORDS.get(piece.kind, br) for piece in inline])


def preformatted(inline: Inline) -> str:
    """The text of a preformatted block, as written but for the edges: no newline first, no blank last."""
    text = plain_text(inline, br="\n")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(text).removeprefix("\n").rstrip()


def _folded(piece: str) -> str:
    """Clean text, each run of white space one blank, also at the edges."""
    piece = clean(piece)
    words = " ".join(piece.split())
    if not words:
        return " " if piece else ""
    return f"{' ' if piece[0].isspace() else ''}{words}{' ' if piece[-1].isspace() else ''}"


class _Reader:
    """Reads pieces one by one; what a piece means depends on what came before it."""

    __slots__ = ("gap", "images", "kinds", "links", "opening", "out", "resolve", "spans")

    def __init__(self, resolve: Resolver, *, links: bool, images: bool) -> None:
        self.resolve = resolve
        self.links = links
        self.images = images
        self.out: list[str | Mark] = []
        self.gap: str | Mark = ""  # white space or a break that waits for content behind it
        self.opening: list[Mark] = []  # spans opened, nothing in them yet
        self.spans: list[Mark | None] = []  # spans open; None for one that is not written
        self.kinds: set[str] = set()  # kinds of the open spans that are written

    def read(self, inline: Inline) -> Inline:
        """All pieces; the loop that a page of very many spends its time in, so text is not handed on."""
        out, opening = self.out, self.opening
        for piece in inline:
            if not isinstance(piece, str):
                self._mark(piece)
                continue
            # Most pieces are printable and hold single blanks, and then need no folding.
            text = piece if piece.isprintable() and "  " not in piece else _folded(piece)
            words = text.strip(" ")
            if not words:
                if text and not self.gap:
                    self.gap = " "
                continue
            if not self.gap and text[0] == " ":
                self.gap = " "
            if opening:
                self._write(words)
            else:
                if self.gap:
                    if out:
                        out.append(self.gap)
                    self.gap = ""
                out.append(words)
            if text[-1] == " ":
                self.gap = " "
        while self.spans:
            self._close()
        if _CODE in out:
            _links_outside_code(out)
        return tuple(out)

    def _mark(self, mark: Mark) -> None:
        kind = mark[0]
        if kind[0] == "/":
            self._close()
        elif kind in _CLOSING:
            self._open(mark, kind)
        elif kind == "br":
            self.gap = BR
        elif kind == "img":
            self._image(mark)
        else:
            self.spans.append(None)

    def _open(self, mark: Mark, kind: str) -> None:
        written = None
        if kind not in self.kinds:
            if kind != "a":
                written = mark
            elif self.links and (address := self.resolve(mark.value)):
                written = mark if address == mark.value else Mark("a", address)
        self.spans.append(written)
        if written is not None:
            self.kinds.add(kind)
            self.opening.append(written)

    def _close(self) -> None:
        mark = self.spans.pop() if self.spans else None
        if mark is None:
            return
        self.kinds.discard(mark.kind)
        if self.opening and self.opening[-1] is mark:
            self.opening.pop()
        else:
            self.out.append(_CLOSING[mark.kind])

    def _image(self, mark: Mark) -> None:
        address = self.resolve(mark.value) if self.images and "code" not in self.kinds else None
        if not address or address.startswith(_NOT_IMAGES):
            return
        image = Mark("img", address, " ".join(clean(mark.alt).split()))
        if any(span.kind == "a" for span in self.opening):
            self._write(image)
        else:  # of all spans only a link is meant for an image: the others begin behind it
            waiting, self.opening = self.opening, []
            self._write(image)
            self.opening = waiting

    def _write(self, content: str | Mark) -> None:
        out, opening, gap = self.out, self.opening, self.gap
        if opening:
            merged = _MERGED_OVER_BLANK if gap else _MERGED
            n_merged = 0
            for mark in opening:
                if not out or mark.kind not in merged or out[-1] is not _CLOSING[mark.kind]:
                    break
                out.pop()
                n_merged += 1
        if gap and out:
            out.append(gap)
        if opening:
            out.extend(opening[n_merged:])
            opening.clear()
        self.gap = ""
        out.append(content)


def _links_outside_code(out: list[str | Mark]) -> None:
    """`<code><a>x</a></code>` becomes `<a><code>x</code></a>`: Markdown has no markup inside code."""
    for at, link in enumerate(out[1:-3], start=1):
        if not isinstance(link, Mark) or link.kind != "a" or out[at - 1] != _CODE:
            continue
        end = at + 1
        while isinstance(out[end], str):
            end += 1
        if out[end] is _CLOSING["a"] and out[end + 1] is _CLOSING["code"]:
            out[at - 1 : at + 1] = link, _CODE
            out[end : end + 2] = _CLOSING["code"], _CLOSING["a"]
