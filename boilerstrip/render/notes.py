"""Footnotes of a page: which are written as such, what each is called, and what is left of other blocks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import count
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Decisions, Inline, Mark
from boilerstrip.page import Page
from boilerstrip.patterns import late_pattern
from boilerstrip.render.clean import clean
from boilerstrip.render.containers import LISTS
from boilerstrip.render.noted import (
    Ref,
    content_of,
    ends_with_mark,
    outside_of,
    parts_of,
    refs_in,
    shows,
    without_refs,
)
from boilerstrip.render.outline import Footnotes, Node, Note, marks_in
from boilerstrip.render.places import GONE, places_of
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["NO_NOTES", "Footnote", "Notes", "in_order", "read_notes"]

_LABEL_RE: Final = late_pattern(r"\w{1,20}(?:-\w{1,20}){0,2}")
_ITEMS: Final = frozenset({"li", "dd", "td", "th", "tr"})
"""Tags of what holds a note in a list or table of notes."""
_STRUCTURES: Final = LISTS | {"blockquote", "figure", "table", "dt", *HEADING_TAGS, *PREFORMATTED_TAGS}
"""Tags that mean something even where they hold all that a note says."""


class Footnote(NamedTuple):
    """A note that is written as a footnote: its label, the element around it, its content by block."""

    label: str
    element: int
    content: dict[int, Inline]


class Notes(NamedTuple):
    """What is written otherwise because of footnotes.

    Attributes:
        inlines: By block: its content outside of footnotes, where that is not all of it.
        inside: Blocks of which nothing is outside of footnotes, or that go on the one before.
        footnotes: In the order in which they are referred to.
    """

    inlines: dict[int, Inline]
    inside: frozenset[int]
    footnotes: tuple[Footnote, ...]


NO_NOTES: Final = Notes({}, frozenset(), ())


def read_notes(page: Page) -> Notes:
    """The footnotes of a page, read once."""
    if not page.table.noted:
        return NO_NOTES
    notes: Notes | None = page.notes.get("footnotes")
    if notes is None:
        page.notes["footnotes"] = notes = _read_notes(page)
    return notes


def _read_notes(page: Page) -> Notes:
    """The footnotes among the kept blocks of a page.

    A note is one where it has words, and something kept outside of notes refers to it, or another footnote
    does. What refers to other notes stays as it is, and so do these.
    """
    table, decided = page.table, page.decisions
    headline, places = decided.headline, places_of(page)
    order = [
        block for block in table.noted if decided.kept[block] and places[table.element[block]].leaf != GONE
    ]
    order.sort(key=lambda block: block != headline)
    inline = {block: _inline(table, block) for block in order}
    refs = [ref for pieces in inline.values() for ref in refs_in(pieces)]
    said: dict[str, dict[int, Inline]] = {}  # by note and block
    for block in order:
        if block != headline:
            for number, pieces in parts_of(inline[block]).items():
                said.setdefault(number, {})[block] = pieces
    notes = [number for number, parts in said.items() if _has_words(number, parts)]
    labels = _labels(_referred_to(refs, notes))
    if not labels:
        return NO_NOTES
    inlines = {block: outside_of(pieces, labels) for block, pieces in inline.items()}
    inside = {block for block, pieces in inlines.items() if not shows(pieces)}
    _join(table, decided, inlines, inside)
    footnotes = [
        Footnote(
            label,
            _element(table, list(said[number]), inside),
            {block: content_of(pieces, number, labels) for block, pieces in said[number].items()},
        )
        for number, label in labels.items()
    ]
    return Notes(inlines, frozenset(inside), tuple(footnotes))


def in_order(nodes: Sequence[Node], notes: Iterable[Note]) -> Footnotes:
    """The footnotes in the order in which a reader of the document comes to them."""
    by_label = {note.label: note for note in notes}
    found: dict[str, Note] = {}
    places = [nodes]
    for place in places:
        for label in marks_in(place):
            if label not in found and label in by_label:
                found[label] = by_label[label]
                places.append(found[label].children)
    return Footnotes(tuple(found.values()))


def _inline(table: BlockTable, block: int) -> Inline:
    """A block's pieces; where white space is kept, Markdown can have no footnote's mark."""
    pieces = table.inline[block]
    for element in table.ancestors(table.element[block]):
        shaped = table.attributes.get(element)
        if (shaped.get("as", table.tag[element]) if shaped else table.tag[element]) in PREFORMATTED_TAGS:
            return without_refs(pieces)
    return pieces


def _has_words(number: str, parts: Mapping[int, Inline]) -> bool:
    return any(
        isinstance(piece, str) and clean(piece).strip()
        for pieces in parts.values()
        for piece in content_of(pieces, number, {})
    )


def _referred_to(refs: Sequence[Ref], notes: Sequence[str]) -> list[Ref]:
    """The first reference to each note that is a footnote, in the order in which a reader meets them."""
    by_place: dict[str, list[Ref]] = {}
    for ref in refs:
        by_place.setdefault(ref.inside, []).append(ref)
    found: dict[str, Ref] = {}
    known, plain = set(notes), set[str]()
    for start in ("", *notes):  # a note that nothing refers to is ordinary text, and may refer to others
        if start in found:
            continue
        plain.add(start)
        places = [start]
        for place in places:
            for ref in by_place.get(place, ()):
                if ref.number in known and ref.number not in found and ref.number not in plain:
                    found[ref.number] = ref
                    places.append(ref.number)
    return list(found.values())


def _labels(refs: Sequence[Ref]) -> dict[str, str]:
    """By note: the page's label where each has another; a sign that is no word becomes a number."""
    usable = [ref.label for ref in refs if _LABEL_RE.fullmatch(ref.label)]
    own = set(usable)
    if len({label.casefold() for label in own}) < len(usable):
        return {ref.number: str(at) for at, ref in enumerate(refs, start=1)}
    highest = max((int(label) for label in own if label.isascii() and label.isdigit()), default=0)
    free = count(highest + 1)
    return {ref.number: ref.label if ref.label in own else str(next(free)) for ref in refs}


def _join(table: BlockTable, decided: Decisions, inlines: dict[int, Inline], inside: set[int]) -> None:
    """Put a paragraph together again that a note had cut: its mark is the last that stands before it."""
    last, is_cut = -1, False  # the block that may go on, and whether nothing but footnotes came behind it
    joined: dict[int, list[str | Mark]] = {}
    for block, kept in enumerate(decided.kept):
        if block in inside:
            is_cut = last >= 0
        elif not kept:
            last = -1
        elif (
            is_cut
            and table.element[last] == table.element[block]
            and ends_with_mark(joined.get(last) or inlines.get(last, ()))
        ):
            joined.setdefault(last, list(inlines[last])).extend(inlines.get(block) or table.inline[block])
            inside.add(block)
            is_cut = False
        else:
            last, is_cut = block, False
    inlines.update({block: tuple(pieces) for block, pieces in joined.items()})


def _element(table: BlockTable, blocks: Sequence[int], inside: Container[int]) -> int:
    """The element from which on containers belong to a note: its item, or what holds no other words."""
    parents, tags = table.parent, table.tag
    top = table.around_all(blocks)
    if len(blocks) == 1 and blocks[0] not in inside:
        return top
    first, end = blocks[0], blocks[-1] + 1
    item = largest = top
    while top >= 0 and first <= table.first_block[top] and table.end_block[top] <= end:
        item, largest = top if tags[top] in _ITEMS else item, top
        top = parents[top]
    if item >= 0 and tags[item] in _ITEMS:
        return item
    return parents[largest] if largest >= 0 and tags[largest] in _STRUCTURES else largest
