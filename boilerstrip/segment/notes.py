"""Footnotes: which links refer to one, which blocks are one, written into the table as marks around pieces.

Three kinds of marks are added to `BlockTable.inline`; their values are the note's number on the page:
"ref" is around what refers to a note (its `alt` is the label, "" where that is no word), "note" around what the
note says, "back" around its own number and the links back. All else of the table stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.segment.extents import NOTE_RE, Extent, extents
from boilerstrip.segment.labels import key_of, label_of, links_in
from boilerstrip.segment.spans import Span, spanned
from boilerstrip.segment.targets import Link, Targets, says
from boilerstrip.segment.trim import IsBack, head, tail

__all__ = ["Note", "mark_notes", "may_have_notes"]

_NEAR: Final = 4
"""Elements between a reference and the one that its note's link back names: a `<sup>` around, a span before."""
_MOST_BLOCKS_AROUND: Final = 3
"""Blocks in a paragraph whose name a link back may give instead."""
_CITED: Final = ("biblioref", "citation-reference")
"""What says that a number refers to a list of works, not to a note."""
_CONTENTS: Final = ("toc", "pagination", "breadcrumb", "tabs", "carousel")


class Note(NamedTuple):
    """A note: where it is, and what refers to it, in page order."""

    extent: Extent
    refs: list[Link]


def may_have_notes(table: BlockTable, linking: Iterable[int]) -> bool:
    """Whether one of these blocks, which link to places on the page, has a link that looks like a note's mark."""
    return any(
        label_of(link.text) and len(link.href) > 1
        for block in dict.fromkeys(linking)
        if block < table.n_blocks
        for link in links_in(table.inline[block])
    )


def mark_notes(table: BlockTable, roots: Sequence[etree._Element]) -> None:
    """Write the marks of linked notes into the table."""
    targets = Targets(table, roots)
    notes = _find(targets)
    spans: dict[int, list[Span]] = {}
    for number, note in enumerate(notes, start=len(table.noted) + 1):
        _mark_note(targets, note, str(number), spans)
    for block, found in spans.items():
        table.inline[block] = spanned(table.inline[block], found)
    table.noted[:] = sorted({*table.noted, *spans})


def _find(targets: Targets) -> list[Note]:
    """The notes, in the order of their first references."""
    refs: dict[int, list[Link]] = {}
    for link in targets.links:
        if link.target > link.element and label_of(link.place.text) and not _is_cited(link):
            refs.setdefault(link.target, []).append(link)
    found: dict[int, Note] = {}
    for target, extent in extents(targets, refs).items():
        before = [ref for ref in refs[target] if ref.block < extent.first]
        note = Note(extent, before)
        if _is_note(targets, target, note):
            found[target] = note
    _drop_inner(found)
    for link in targets.links:  # also those that stand behind their note, or in another one
        later = found.get(link.target)
        if (
            later
            and label_of(link.place.text)
            and link not in later.refs
            and not _is_inside(link, later.extent)
        ):
            later.refs.append(link)
    return sorted(found.values(), key=lambda note: note.refs[0].element)


def _drop_inner(found: dict[int, Note]) -> None:
    """Leave out the notes that stand in another one."""
    end = stop = -1
    for target, note in sorted(
        found.items(), key=lambda item: (item[1].extent.first, item[1].extent.lines or (0, 0))
    ):
        first, lines = note.extent.first, note.extent.lines or (0, 0)
        if first < end and not (note.extent.lines and first == end - 1 and 0 <= stop <= lines[0]):
            del found[target]
            continue
        end, stop = note.extent.end, lines[1] if note.extent.lines else -1


def _is_inside(link: Link, extent: Extent) -> bool:
    """Whether a link stands in a note."""
    if not extent.first <= link.block < extent.end:
        return False
    return extent.lines is None or extent.lines[0] <= link.place.start < extent.lines[1]


def _is_cited(link: Link) -> bool:
    said = says(link.node, 2)
    return any(word in said for word in _CITED)


def _is_note(targets: Targets, target: int, note: Note) -> bool:
    """Whether a short link and what it names are a reference and its note.

    They are where the one links back to the other, where names say so, or where a raised number leads to
    an item of a numbered list or to what begins with the same number.
    """
    if not note.refs:
        return False
    near_back = _back_to(targets, note, strict=True)
    inside = [link for link in targets.links if _is_inside(link, note.extent)]
    if any(near_back(link.place.href, link.place.text) for link in inside):
        return True
    table, ref = targets.table, note.refs[0]
    box = note.extent.element
    around = [table.label[e].lower() for e in table.ancestors(box, 3)]
    if any(word in label.split() for label in around for word in _CONTENTS):
        return False
    said = [
        says(ref.node, 2),
        ref.place.href.rpartition("#")[2].lower(),
        says(targets.nodes[target]),
        *around[:1],
    ]
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


def _begins_with(table: BlockTable, note: Note) -> bool:
    words = table.text[note.extent.first].split(maxsplit=1)
    return bool(words) and label_of(words[0]) in _labels(note)


def _labels(note: Note) -> set[str]:
    return {label for ref in note.refs if (label := label_of(ref.place.text))}


def _back_to(targets: Targets, note: Note, *, strict: bool = False) -> IsBack:
    """Tells whether a link in a note leads back to where it is referred to.

    Strictly taken it names the reference itself, or an element beside it. Else it may name the paragraph,
    or anything above where its own words are but signs or a number.
    """
    table = targets.table
    elements = [ref.element for ref in note.refs]
    blocks = {ref.block for ref in note.refs}

    def is_back(href: str, text: str) -> bool:
        if "#" not in href:
            return False
        named = targets.find(href)
        if any(-_NEAR <= named - element <= _NEAR for element in elements) and named >= 0:
            return True
        if strict:
            return False
        if named >= 0:
            first, end = table.first_block[named], table.end_block[named]
            if (
                any(first <= block < max(end, first + 1) for block in blocks)
                and end - first <= _MOST_BLOCKS_AROUND
            ):
                return True
            if named >= note.extent.element:
                return False
        return not any(char.isalnum() for char in text)

    return is_back


def _mark_note(targets: Targets, note: Note, number: str, spans: dict[int, list[Span]]) -> None:
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


def _mark_backs(targets: Targets, note: Note, number: str, spans: dict[int, list[Span]]) -> None:
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
        begin = head(pieces, start, is_back, _labels(note), numbered=numbered)
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
        for link in links_in(table.inline[block]):
            if is_back(link.href, link.text) and not any(char.isalnum() for char in link.text):
                spans[block].append(Span((link.start, 0), (link.stop, 0), back))
