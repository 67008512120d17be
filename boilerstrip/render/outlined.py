"""A page's outline in each style that is asked for, and what it has of each block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from typing import Final, cast

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.options import Style
from boilerstrip.page import Page
from boilerstrip.render.anchors import without_bold
from boilerstrip.render.build import Builder, Written
from boilerstrip.render.clean import clean
from boilerstrip.render.notes import Footnote, in_order, read_notes
from boilerstrip.render.outline import Heading, Node, Note
from boilerstrip.render.places import places_of
from boilerstrip.render.rules import rules_between

__all__ = ["has_words_of", "outline", "outline_of_words", "written_of"]

COMPILED: Final = compiled("render._words")

_STYLED: Final = frozenset({"img", "embed", "math"})
"""Kinds of marks for which an outline without links and images may have other words, or other paragraphs."""
_LONE_IMAGE: Final = frozenset({"img", "a", "/a"})
"""Kinds of marks of a block that is nothing but an image."""
_AROUND_IMAGES: Final = frozenset({"figure", "figcaption", "blockquote"})
"""Containers that say nothing more with an image in them than without."""


def outline(page: Page, style: Style) -> tuple[Node, ...]:
    """The kept blocks of a page as nodes, headline first; empty where no block is kept.

    Args:
        page: The page with its decisions.
        style: Whether links and images are wanted.
    """
    return _outline(page, style, _key(style))


def outline_of_words(page: Page, style: Style, like: Style) -> tuple[Node, ...]:
    """The outline in a style without links, where only its words matter.

    What an outline in the style `like` has of a block, if there is one, will do for most.
    """
    key = ("words", *_key(style))
    written = {} if _key(style) in page.notes else written_of(page, like)
    known = _without_images(written, page.table.inline)
    return _outline(page, style, key if known else _key(style), known)


def _without_images(written: Written, inlines: Sequence[Inline]) -> Written:
    """What is the same in an outline without images."""
    if COMPILED is not None:
        return cast("Written", COMPILED.without_images(written, inlines))
    return {
        block: node
        for block, node in written.items()
        if not any(type(piece) is not str and piece[0] in _STYLED for piece in inlines[block])
    }


def written_of(page: Page, style: Style) -> Written:
    """What the outline in a style has of blocks without footnotes; nothing while nobody asked for it."""
    written: Written = page.notes.get(("written", *_key(style)), {})
    if not page.table.noted:
        return written
    elsewhere = read_notes(page).inlines
    return {block: node for block, node in written.items() if block not in elsewhere}


def _key(style: Style) -> tuple[object, ...]:
    return ("outline", style.links, style.images, style.clean_urls)


def _outline(
    page: Page, style: Style, key: tuple[object, ...], known: Written | None = None
) -> tuple[Node, ...]:
    nodes: tuple[Node, ...] | None = page.notes.get(key)
    if nodes is None:
        written: Written = dict(known or ())
        page.notes[key] = nodes = _outlined(page, style, written)
        page.notes[("written", *key)] = written
    return nodes


def has_words_of(page: Page) -> bool:
    """Whether the outline of a page with its images has just the words that the one without them has.

    So it is where there are none, and where each is a block of its own, in nothing but figures and quotes,
    and not between two blocks that would be one.
    """
    if COMPILED is not None:
        return cast("bool", COMPILED.has_words_of(page, places_of))
    return _has_words_of(page)


def _has_words_of(page: Page) -> bool:
    table, decided = page.table, page.decisions
    kept = [block for block, is_kept in enumerate(decided.kept) if is_kept]
    if not any(map(_holds_image, map(table.inline.__getitem__, kept))):
        return True
    if table.noted or any("listed" in attributes for attributes in table.attributes.values()):
        return False
    places = places_of(page)
    last, is_behind = -1, False  # the leaf that the last words stood in, and whether an image came behind it
    for block in kept:
        containers, leaf = places[table.element[block]]
        kinds = [piece[0] for piece in table.inline[block] if type(piece) is not str]
        if _STYLED.isdisjoint(kinds):
            if is_behind and leaf == last != -1:
                return False
            last, is_behind = leaf, False
            continue
        is_behind = True
        if leaf != -1 or block == decided.headline or not _is_lone_image(table.inline[block], kinds):
            return False
        if not all(places.tag(container) in _AROUND_IMAGES for container in containers):
            return False
    return True


def _holds_image(inline: Inline) -> bool:
    """Whether there is an image in a block, or something embedded."""
    return any(type(piece) is not str and piece[0] in ("img", "embed") for piece in inline)


def _is_lone_image(inline: Inline, kinds: Sequence[str]) -> bool:
    """Whether a block is an image and nothing else, but that it may be a link."""
    if kinds.count("img") != 1 or not _LONE_IMAGE.issuperset(kinds):
        return False
    return all(piece.isspace() for piece in inline if isinstance(piece, str))


def _outlined(page: Page, style: Style, written: Written) -> tuple[Node, ...]:
    decided = page.decisions
    if True not in decided.kept:
        return ()
    notes = read_notes(page)
    builder = Builder(page, style, inlines=notes.inlines, written=written)
    nodes: list[Node] = []
    headline = builder.headline(decided.headline, decided.kept)
    if headline:
        pieces = [piece for block in headline for piece in (" ", *builder.inline(block, is_heading=True))]
        # A headline that is a link leads to the page itself.
        inline = without_bold(
            tuple(
                piece for piece in pieces[1:] if not (isinstance(piece, Mark) and piece.kind in ("a", "/a"))
            )
        )
    else:
        title = " ".join(clean(page.title or "").split())
        inline = (title,) if title else ()
    if inline:
        nodes.append(Heading(1, inline))
    apart = {*headline, *notes.inside}
    blocks = [block for block in compress(count(), decided.kept) if block not in apart]
    nodes.extend(builder.nodes(blocks, rules_between(page.table, decided.kept)))
    if notes.footnotes:
        nodes.append(in_order(nodes, [_note(page, style, note) for note in notes.footnotes]))
    return tuple(nodes)


def _note(page: Page, style: Style, note: Footnote) -> Note:
    builder = Builder(page, style, note.element, note.content)
    return Note(note.label, tuple(builder.nodes(note.content)))
