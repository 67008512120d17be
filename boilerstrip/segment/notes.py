"""Footnotes: which links refer to one, which blocks are one, written into the table as marks around pieces.

Three kinds of marks are added to `BlockTable.inline`; their values are the note's number on the page:
"ref" is around what refers to a note (its `alt` is the label, "" where that is no word), "note" around what
the note says, "back" around its own number and the links back. All else of the table stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.elements import look_up
from boilerstrip.segment.asides import mark_asides
from boilerstrip.segment.extents import NOTE_RE, Extent, extents
from boilerstrip.segment.labels import can_name_note, key_of, label_of, links_in
from boilerstrip.segment.spans import Span, spanned
from boilerstrip.segment.targets import Link, Targets, Tree, says
from boilerstrip.segment.trim import ARROWS, IsBack, head, tail

__all__ = ["mark_notes"]

_NEAR: Final = 4
"""Elements from what a note's link back names to the reference, at most: a `<sup>` around, a span before."""
_MOST_BLOCKS_AROUND: Final = 3
"""Blocks in a paragraph whose name a link back may give instead."""
_CITED: Final = ("biblioref", "citation-reference")
"""What says that a number refers to a list of works, not to a note."""
_CONTENTS: Final = ("toc", "pagination", "breadcrumb", "tabs", "carousel")


class _Note(NamedTuple):
    """A note: where it is, and what refers to it, in page order."""

    extent: Extent
    refs: list[Link]


def _may_have_notes(table: BlockTable, linking: Iterable[tuple[int, str]]) -> bool:
    """Whether one of these links, given by block and address, looks like a note's mark."""
    n_blocks, links = table.n_blocks, [*linking]
    naming = {href for href in {href for _, href in links} if can_name_note(href)}  # each asked once
    blocks = {block for block, href in links if block < n_blocks and href in naming} if naming else ()
    return any(
        link.href in naming and label_of(link.text)
        for block in blocks
        for link in links_in(table.inline[block])
    )


def mark_notes(
    table: BlockTable,
    tree: Tree,
    linking: Iterable[tuple[int, str]],
    markers: Sequence[etree._Element],
) -> None:
    """Write the marks of notes into a table.

    Args:
        table: All of its columns are filled.
        tree: What it was made of.
        linking: The links to places on a page: a block, and an address.
        markers: The elements of `asides.MARKER_TAGS`.
    """
    spans: dict[int, list[Span]] = {}
    n_notes = mark_asides(table, tree, markers, spans)
    if _may_have_notes(table, linking):
        targets = Targets(table, tree)
        for number, note in enumerate(_find(targets), start=n_notes + 1):
            _mark_note(targets, note, str(number), spans)
    for block, found in spans.items():
        table.inline[block] = spanned(table.inline[block], found)
    table.noted.extend(sorted(spans))


def _find(targets: Targets) -> list[_Note]:
    """The notes, in the order of their first references."""
    refs: dict[int, list[Link]] = {}
    linking: list[Link] = []
    for link in targets.links:
        if link.target >= 0 and label_of(link.place.text) and _can_refer(link):
            linking.append(link)
            if link.target > link.element:
                refs.setdefault(link.target, []).append(link)
    by_block: dict[int, list[Link]] = {}
    for link in targets.links:
        by_block.setdefault(link.block, []).append(link)
    found: dict[int, _Note] = {}
    for target, extent in extents(targets, refs).items():
        before = [ref for ref in refs[target] if ref.block < extent.first]
        inside = [
            link
            for block in range(extent.first, extent.end)
            for link in by_block.get(block, ())
            if _is_inside(link, extent)
        ]
        note = _Note(extent, before)
        if before and _is_note(targets, target, note, inside):
            found[target] = note
    _drop_inner(found)
    for link in linking:  # also those that stand behind their note, or in another one
        later = found.get(link.target)
        if later and link.block >= later.extent.first and not _is_inside(link, later.extent):
            later.refs.append(link)
    return sorted(found.values(), key=lambda note: note.refs[0].element)


def _can_refer(link: Link) -> bool:
    """Whether Markdown can have a reference there, and the page does not call it one to a list of works."""
    said = says(link.node, 2)
    return not link.place.in_code and not any(word in said for word in _CITED)


def _drop_inner(found: dict[int, _Note]) -> None:
    """Leave out the notes that stand in another one."""
    end = stop = -1
    for target, note in sorted(found.items(), key=lambda item: _start(item[1])):
        first, lines = _start(note)
        if first < end and not (note.extent.lines and first == end - 1 and 0 <= stop <= lines[0]):
            del found[target]
            continue
        end, stop = note.extent.end, lines[1] if note.extent.lines else -1


def _start(note: _Note) -> tuple[int, tuple[int, int]]:
    """Where a note begins: its first block, and the place of its lines there."""
    return note.extent.first, note.extent.lines or (0, 0)


def _is_inside(link: Link, extent: Extent) -> bool:
    """Whether a link stands in a note."""
    if not extent.first <= link.block < extent.end:
        return False
    return extent.lines is None or extent.lines[0] <= link.place.start < extent.lines[1]


def _is_note(targets: Targets, target: int, note: _Note, inside: Sequence[Link]) -> bool:
    """Whether short links and what they name are references and their note.

    They are where the note links back, where names say so, or where a raised number leads to an item of a
    numbered list or to what begins with the same number.
    """
    near_back = _back_to(targets, note, strict=True)
    if any(near_back(link.place.href, link.place.text) for link in inside):
        return True
    table, ref, box = targets.table, note.refs[0], note.extent.element
    around = [table.label[e].lower() for e in table.ancestors(box, 3)]
    if any(word in label.split() for label in around for word in _CONTENTS):
        return False
    named = ref.place.href.rpartition("#")[2].lower()
    said = [says(ref.node, 2), named, says(targets.nodes[target]), *around[:1]]
    if any(NOTE_RE.search(one) for one in said):
        return True
    return _is_raised(table, ref) and (_in_numbered_list(table, box) or _begins_with(table, note))


def _is_raised(table: BlockTable, ref: Link) -> bool:
    """Whether a reference stands in a `<sup>`, or one in it."""
    pieces, place = table.inline[ref.block], ref.place
    inner = pieces[place.start : place.stop]
    before = pieces[max(0, place.start - 4) : place.start]
    opened = [p.kind for p in before if isinstance(p, Mark) and p.kind in ("sup", "/sup")]
    return any(isinstance(p, Mark) and p.kind == "sup" for p in inner) or opened[-1:] == ["sup"]


def _in_numbered_list(table: BlockTable, box: int) -> bool:
    return any(table.tag[e] == "ol" for e in table.ancestors(box, 4))


def _begins_with(table: BlockTable, note: _Note) -> bool:
    words = table.text[note.extent.first].split(maxsplit=1)
    return note.extent.lines is not None or (bool(words) and label_of(words[0]) in _labels(note))


def _labels(note: _Note) -> set[str]:
    return {label for ref in note.refs if (label := label_of(ref.place.text))}


def _back_to(targets: Targets, note: _Note, *, strict: bool = False) -> IsBack:
    """Tells whether a link in a note leads back to where it is referred to.

    Strictly taken it names the reference itself, or an element beside it. Else it may name the paragraph,
    or anything above where its own words are but signs or a number.
    """
    table = targets.table
    elements = sorted(ref.element for ref in note.refs)
    inner = {e for ref in note.refs for e in range(ref.element, targets.last[ref.element] + 1)}
    blocks = sorted(ref.block for ref in note.refs)

    def is_back(href: str, text: str) -> bool:
        if "#" not in href:
            return False
        named = targets.find(href)
        if named in inner or (named >= 0 and _one_from(elements, named, named + _NEAR + 1)):
            return not strict or not look_up(table.tag[named]).is_block
        if strict:
            return False
        if named >= 0:
            first, end = table.first_block[named], table.end_block[named]
            if end - first <= _MOST_BLOCKS_AROUND and _one_from(blocks, first, max(end, first + 1)):
                return True
            if named >= note.extent.element:
                return False
        return text.lstrip()[:1] in ARROWS or not any(char.isalnum() for char in text)

    return is_back


def _one_from(ordered: Sequence[int], start: int, stop: int) -> bool:
    """Whether one of the numbers lies in a range."""
    at = bisect_left(ordered, start)
    return at < len(ordered) and ordered[at] < stop


def _mark_note(targets: Targets, note: _Note, number: str, spans: dict[int, list[Span]]) -> None:
    table, extent = targets.table, note.extent
    for ref in note.refs:
        label = label_of(ref.place.text) or ""
        mark = Mark("ref", number, key_of(label))
        spans.setdefault(ref.block, []).append(Span((ref.place.start, 0), (ref.place.stop, 0), mark))
    content = Mark("note", number)
    start, stop = extent.lines or (0, -1)
    for block in range(extent.first, extent.end):
        until = stop if extent.lines else len(table.inline[block])
        spans.setdefault(block, []).append(Span((start, 0), (until, 0), content))
    _mark_backs(targets, note, number, spans)


def _mark_backs(targets: Targets, note: _Note, number: str, spans: dict[int, list[Span]]) -> None:
    """Mark a note's own number and its links back, at its start, at its end, and signs anywhere."""
    table, extent = targets.table, note.extent
    is_back = _back_to(targets, note)
    back = Mark("back", number)
    numbered = _in_numbered_list(table, extent.element)
    first, end = extent.first, extent.end
    start, stop = extent.lines or (0, -1)
    while first < end:
        pieces = table.inline[first]
        until = stop if extent.lines else len(pieces)
        begin = head(pieces, (start, until), is_back, _labels(note), numbered=numbered)
        if begin > (start, 0):
            spans[first].append(Span((start, 0), min(begin, (until, 0)), back))
        if begin < (until, 0):
            break
        first += 1
    while first < end:
        pieces = table.inline[end - 1]
        until = stop if extent.lines else len(pieces)
        begin = tail(pieces, start, until, is_back)
        if begin < (until, 0):
            spans[end - 1].append(Span(begin, (until, 0), back))
        if begin > (start, 0):
            break
        end -= 1
    for block in range(first, end):
        pieces = table.inline[block]
        until = stop if extent.lines else len(pieces)
        for link in links_in(pieces[start:until]):
            if is_back(link.href, link.text) and not any(char.isalpha() for char in link.text):
                spans[block].append(Span((start + link.start, 0), (start + link.stop, 0), back))
