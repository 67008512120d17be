"""A block's content made ready to write: white space folded, empty and doubled spans gone, safe addresses."""

from __future__ import annotations

from typing import Final, cast

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.render.clean import clean
from boilerstrip.render.formulas import formula_mark
from boilerstrip.render.marks import BR, CLOSING, CODE, NOT_IMAGES, OWN_LINE, are_apart, folded, one_line
from boilerstrip.render.scripts import SCRIPTS, with_signs
from boilerstrip.render.signs import SIGNS, with_characters
from boilerstrip.render.url import Resolver

__all__ = ["BR", "finished", "plain_text", "preformatted", "tidy"]

COMPILED: Final = compiled("render._pieces")
_SPANS: Final = {kind: f"/{kind}" for kind in ("a", "b", "i", "code", "del", "sup", "sub")}
"""Kinds of spans that are written as they are, and what closes them."""
_SHOWING: Final = ("img", "embed", "emoji")
_NOTES: Final = ("ref", "note", "back", "/ref", "/note", "/back")
_WORDS: Final = (
    dict.fromkeys((*CLOSING, *(mark.kind for mark in CLOSING.values()), *_NOTES, *_SHOWING), "") | SIGNS
)
"""What marks other than a line break are in plain text."""
_BARE: Final = frozenset({"code", "math"})
"""Kinds without images and line breaks in them."""
_MERGED_OVER_BLANK: Final = frozenset({"b", "i", "del"})
"""Kinds of which two neighbours with a blank between are one span."""
_MERGED: Final = _MERGED_OVER_BLANK | {"code"}
"""Kinds of which two neighbours without anything between are one span."""


def tidy(inline: Inline, resolve: Resolver, *, links: bool, images: str) -> Inline:
    """A block's content as every renderer wants it.

    White space is one blank, never at the edge of the block, of a line or of a span. Spans hold
    something, no span is inside one of its own kind, neighbours of a kind are one span. Line
    breaks stand alone between content. Addresses have passed `resolve`; a link without one is
    gone and its words stay; an image without one is gone.

    Args:
        inline: The block's pieces as on the page.
        resolve: Gives the safe address, or None.
        links: False drops every link target.
        images: "keep"; "alt" for the alternative text in place of an image that would be kept; or "drop".

    Returns:
        Pieces and marks, balanced; empty where nothing is left.
    """
    if COMPILED is not None:
        return cast("Inline", COMPILED.tidy(inline, resolve, links, images, finished))
    return _Reader(resolve, links=links, images=images).read(inline)


def plain_text(inline: Inline, br: str = " ") -> str:
    """The words of a block's content, line breaks as `br`, images left out."""
    if len(inline) == 1 and isinstance(inline[0], str):
        return inline[0]
    words: list[str] = []
    for piece in inline:
        if isinstance(piece, str):
            words.append(piece)
        elif (kind := piece[0]) in SCRIPTS:
            return plain_text(with_signs(inline), br)
        else:
            words.append(f"[{piece[1]}]" if kind == "footnote" else _WORDS.get(kind, br))
    return "".join(words)


def preformatted(inline: Inline) -> str:
    """The text of a preformatted block, as written but for the edges: no newline first, no blank last."""
    if len(inline) == 1 and isinstance(inline[0], str):
        text = inline[0]
    else:
        text = "".join([piece if isinstance(piece, str) else "\n" * (piece[0] == "br") for piece in inline])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(text).removeprefix("\n").rstrip()


class _Reader:
    """Reads pieces one by one; what a piece means depends on what came before it."""

    __slots__ = ("cut", "gap", "has_signs", "images", "kinds", "links", "opening", "out", "resolve", "spans")

    def __init__(self, resolve: Resolver, *, links: bool, images: str) -> None:
        self.resolve = resolve
        self.links = links
        self.images = images
        self.out: list[str | Mark] = []
        self.gap: str | Mark = ""  # white space or a break that waits for content behind it
        self.opening: list[Mark] = []  # spans opened, nothing in them yet
        self.spans: list[Mark | None] = []  # spans open; None for one that is not written
        self.kinds: set[str] = set()  # kinds of the open spans that are written
        self.has_signs = False
        self.cut = False  # an image that is not written stood behind the last words

    def read(self, inline: Inline) -> Inline:
        """All pieces of a block."""
        self._add(inline)
        while self.spans:
            self._close()
        return finished(self.out, has_signs=self.has_signs)

    def text(self, piece: str) -> None:
        self._add((piece,))

    def _add(self, inline: Inline) -> None:
        """Pieces; the loop that a page of very many spends its time in, so text is not handed on."""
        out, opening, last = self.out, self.opening, len(inline) - 2
        pieces = iter(enumerate(inline))
        for at, piece in pieces:
            if not isinstance(piece, str):
                if at < last and piece[0] in _SPANS and self._span(piece, inline[at + 1], inline[at + 2]):
                    next(pieces), next(pieces)
                else:
                    self._mark(piece)
                continue
            # Most pieces are printable and hold single blanks, and then need no folding.
            text = piece if piece.isprintable() and "  " not in piece else folded(piece)
            words = text.strip(" ")
            if not words:
                if text and not self.gap:
                    self.gap = " "
                continue
            is_apart = self.cut and self.kinds.isdisjoint(SCRIPTS) and are_apart(out, words)
            if not self.gap and (is_apart or text[0] == " "):
                self.gap = " "
            self.cut = False
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

    def _span(self, mark: Mark, piece: str | Mark, close: str | Mark) -> bool:
        """Write a span that holds words and nothing else, as most do, at once; whether it is such a one."""
        kind, kinds, out = mark[0], self.kinds, self.out
        if not isinstance(piece, str) or isinstance(close, str) or close[0] != _SPANS[kind]:
            return False
        if self.opening or self.cut or kind in kinds or "math" in kinds:
            return False
        if kind == "a":
            address = self.resolve(mark.value) if self.links else None
            if not address:
                return False
            if address != mark.value:
                mark = Mark("a", address)
        elif mark.value:
            return False
        text = piece if piece.isprintable() and "  " not in piece else folded(piece)
        words = text.strip(" ")
        if not words:
            return False
        gap = self.gap or (" " if text[0] == " " else "")
        closing = CLOSING[kind]
        if out and out[-1] is closing and kind in (_MERGED_OVER_BLANK if gap else _MERGED):
            out[-1:] = [gap, words, closing] if gap else [words, closing]
        else:
            out += [gap, mark, words, closing] if gap and out else [mark, words, closing]
        self.gap = " " if text[-1] == " " else ""
        return True

    def _mark(self, mark: Mark) -> None:
        kind = mark[0]
        if kind[0] == "/":
            self._close()
        elif kind in CLOSING:
            self._open(mark, kind)
        elif kind == "br":
            self.gap = " " if "math" in self.kinds else BR
        elif kind == "img":
            self._image(mark)
        elif kind == "emoji":
            self.text(mark.alt)
        elif kind == "embed":
            self._embed(mark)
        elif kind == "footnote":
            self._write(mark)
        else:
            self.spans.append(None)

    def _open(self, mark: Mark, kind: str) -> None:
        written = None
        if kind in SIGNS:
            if self.kinds.isdisjoint(_BARE):
                self.has_signs = True
                written = mark
        elif kind not in self.kinds:
            if kind == "math":
                written = None if "code" in self.kinds else formula_mark(mark.value)
            elif "math" in self.kinds:  # only a record that was changed has markup in a formula
                written = None
            elif kind != "a":
                written = mark
            elif self.links and (address := self.resolve(mark.value)):
                written = mark if address == mark.value else Mark("a", address)
            if mark.value == OWN_LINE and kind == "i":
                self.gap = BR
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
            if mark.kind in SIGNS and self.gap == " ":
                self.gap = ""  # no white space before a closing sign
            self.out.append(CLOSING[mark.kind])
            if mark.value == OWN_LINE and mark.kind == "i":
                self.gap = BR

    def _image(self, mark: Mark) -> None:
        if self.images == "drop":
            self.cut = self.cut or (mark.value != "" and self.kinds.isdisjoint(_BARE))
            return
        address = self.resolve(mark.value) if self.kinds.isdisjoint(_BARE) else None
        if not address or address.startswith(NOT_IMAGES):
            return
        if self.images == "alt":
            self.text(f" {mark.alt} ")
            return
        image = Mark("img", address, one_line(mark.alt))
        if any(span.kind == "a" for span in self.opening):
            self._write(image)
        else:  # of all spans only a link is meant for an image: the others begin behind it
            waiting, self.opening = self.opening, []
            self._write(image)
            self.opening = waiting

    def _embed(self, mark: Mark) -> None:
        """What is embedded becomes a link, apart from the words around it; it goes where images go."""
        address = self.resolve(mark.value) if self.images == "keep" and self.links else None
        title = one_line(mark.alt)
        if not address or not title or "code" in self.kinds or "a" in self.kinds:
            return
        self.text(" ")
        self._mark(Mark("a", address))
        self.text(title)
        self._mark(CLOSING["a"])
        self.text(" ")

    def _write(self, content: str | Mark) -> None:
        out, opening, gap = self.out, self.opening, self.gap
        if opening:
            merged = _MERGED_OVER_BLANK if gap else _MERGED
            n_merged = 0
            for mark in opening:
                if not out or mark.kind not in merged or out[-1] is not CLOSING[mark.kind]:
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


def finished(out: list[str | Mark], *, has_signs: bool) -> Inline:
    """What was read, once all of it is there."""
    if CODE in out:
        _links_outside_code(out)
    return with_characters(out) if has_signs else tuple(out)


def _links_outside_code(out: list[str | Mark]) -> None:
    """`<code><a>x</a></code>` becomes `<a><code>x</code></a>`: Markdown has no markup inside code."""
    for at, link in enumerate(out[1:-3], start=1):
        if not isinstance(link, Mark) or link.kind != "a" or out[at - 1] != CODE:
            continue
        end = at + 1
        while isinstance(out[end], str):
            end += 1
        if out[end] is CLOSING["a"] and out[end + 1] is CLOSING["code"]:
            out[at - 1 : at + 1] = link, CODE
            out[end : end + 2] = CLOSING["code"], CLOSING["a"]
