"""Page -> the links and images of its main content, as the outline has them."""

from __future__ import annotations

from typing import Final

from boilerstrip.block import BlockTable, Inline
from boilerstrip.compiled import compiled
from boilerstrip.later import Later
from boilerstrip.options import DEFAULT_STYLE
from boilerstrip.page import Page
from boilerstrip.render.anchors import caption_words
from boilerstrip.render.build import Builder
from boilerstrip.render.inline import plain_text
from boilerstrip.render.notes import read_notes
from boilerstrip.render.outlined import written_of
from boilerstrip.render.places import places_of
from boilerstrip.render.rules import elements_of
from boilerstrip.resources import Image, Link, Resources

__all__ = ["find_resources"]

COMPILED: Final = compiled("render._words")


def find_resources(page: Page) -> Resources:
    """The links and images of the kept blocks, in page order, those that repeat as often as they do."""
    table, kept, known = page.table, page.decisions.kept, written_of(page, DEFAULT_STYLE)
    builder = Later(lambda: Builder(page, DEFAULT_STYLE, inlines=_inlines(page)))
    shown = Later(lambda: places_of(page).table)  # with figures that only roles say
    captions = Later(lambda: _captions(shown()))
    if COMPILED is not None:
        found = COMPILED.found(
            page,
            known,
            lambda block: builder().shown(block),
            captions,
            lambda block: _caption(shown(), captions(), block),
        )
        return Resources(*map(tuple, found))
    links: list[Link] = []
    images: list[Image] = []
    for block, pieces in enumerate(table.inline):
        if not kept[block] or (len(pieces) == 1 and type(pieces[0]) is str):
            continue
        started, target = 0, ""
        if block in known:
            inline = known[block].inline
        elif table.noted or _may_show(pieces):
            inline = builder().shown(block)
        else:
            continue
        for at, piece in enumerate(inline):
            if isinstance(piece, str):
                continue
            kind, value, alt = piece
            if kind == "a":
                started, target = at, value
            elif kind == "/a":
                if block != page.decisions.headline:  # which leads to the page itself
                    links.append(Link(target, _words(inline[started + 1 : at]), block))
            elif kind == "img":
                images.append(Image(value, alt, _caption(shown(), captions(), block), block))
    return Resources(tuple(links), tuple(images))


def _may_show(pieces: Inline) -> bool:
    """Whether a link or an image may come of a block."""
    return any(not isinstance(piece, str) and piece.kind in ("a", "img", "embed") for piece in pieces)


def _words(inside: Inline) -> str:
    """The words of a link, of what is inside it."""
    if len(inside) == 1 and isinstance(words := inside[0], str):
        return words  # tidy already
    return " ".join(plain_text(inside).split())


def _inlines(page: Page) -> dict[int, Inline]:
    """The blocks with footnotes as they are written: no links to them and back, each note in its place."""
    notes = read_notes(page)
    found = {block: () if block in notes.inside else pieces for block, pieces in notes.inlines.items()}
    for note in notes.footnotes:
        for block, pieces in note.content.items():
            found[block] = (*found.get(block, ()), *pieces)
    return found


def _captions(table: BlockTable) -> dict[int, str]:
    """The words of each figure's caption, kept or not, by the figure's element."""
    found: dict[int, str] = {}
    for element in elements_of(table, "figcaption"):
        words = caption_words(table, element)
        figure = _figure(table, element)
        if words and figure >= 0 and figure not in found:
            found[figure] = words
    return found


def _caption(table: BlockTable, captions: dict[int, str], block: int) -> str:
    """The caption of the innermost figure around a block that has one."""
    figure = _figure(table, table.element[block]) if captions else -1
    while figure >= 0 and figure not in captions:
        figure = _figure(table, table.parent[figure])
    return captions.get(figure, "")


def _figure(table: BlockTable, element: int) -> int:
    """The innermost figure around an element, or itself; -1 where there is none."""
    while element >= 0 and table.tag[element] != "figure":
        element = table.parent[element]
    return element
