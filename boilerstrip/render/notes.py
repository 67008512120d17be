"""Footnotes of a page: which are written as such, what each is called, and what is left of the blocks around."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import count
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Decisions, Inline, Mark
from boilerstrip.render.containers import LISTS
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["NO_NOTES", "Footnote", "Notes", "read_notes"]

_END_NOTE: Final = Mark("/note")
_LONE: Final = frozenset({"br", "img", "footnote"})
_OURS: Final = frozenset({"ref", "note", "back"})
_UNREFERRED: Final = frozenset({"a", "code", "ref"})
"""Marks in which Markdown can have no footnote's mark."""
_LABEL_RE: Final = re.compile(r"\w{1,20}(?:-\w{1,20}){0,2}")
_BETWEEN_RE: Final = re.compile(r"[\s,;\[\]()]*")
"""What stands between marks of footnotes in one `<sup>`."""
_PAIRS: Final = {"[": "]", "(": ")", "〔": "〕"}


_ITEMS: Final = frozenset({"li", "dd", "td", "th", "tr"})
"""Tags of what holds a note in a list or table of notes."""
_STRUCTURES: Final = LISTS | {"blockquote", "figure", "table", "dt", *HEADING_TAGS, *PREFORMATTED_TAGS}
"""Tags that mean something even where they hold all that a note says."""


class Footnote(NamedTuple):
    """A note that is written as a footnote: its label, the element around it, and what each block says of it."""

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


class _Ref(NamedTuple):
    """A reference to the note `number`, in the note `inside` ("" for none)."""

    number: str
    label: str
    inside: str


def read_notes(table: BlockTable, decided: Decisions) -> Notes:
    """The footnotes among the kept blocks.

    A note is one where it has words, and something kept outside of notes refers to it, or another footnote
    does. What refers to other notes stays as it is, and so do these.
    """
    if not table.noted:
        return NO_NOTES
    headline = decided.headline
    order = [block for block in table.noted if decided.kept[block]]
    order.sort(key=lambda block: block != headline)
    refs = [ref for block in order for ref in _refs(table.inline[block])]
    blocks: dict[str, list[int]] = {}
    for block in order:
        if block != headline:
            for number in dict.fromkeys(_numbers(table.inline[block])):
                blocks.setdefault(number, []).append(block)
    labels = _labels(_referred_to(refs, [number for number in blocks if _has_words(table, number, blocks)]))
    if not labels:
        return NO_NOTES
    inlines = {block: _outside(table.inline[block], labels) for block in order}
    inside = {block for block, pieces in inlines.items() if not _shows(pieces)}
    _join(table, decided, inlines, inside)
    footnotes = [
        Footnote(
            label,
            _element(table, blocks[number], inside),
            {block: _content(table.inline[block], number, labels) for block in blocks[number]},
        )
        for number, label in labels.items()
    ]
    return Notes(inlines, frozenset(inside), tuple(footnotes))


def _refs(pieces: Inline) -> list[_Ref]:
    """What refers to notes in a block, where Markdown can have a footnote's mark."""
    found: list[_Ref] = []
    opened: list[Mark] = []
    for piece in pieces:
        if isinstance(piece, str) or piece.kind in _LONE:
            continue
        if piece.kind[0] == "/":
            opened.pop()
            continue
        if piece.kind == "ref" and not any(mark.kind in _UNREFERRED for mark in opened):
            inside = next((mark.value for mark in opened if mark.kind == "note"), "")
            found.append(_Ref(piece.value, piece.alt, inside))
        opened.append(piece)
    return found


def _numbers(pieces: Inline) -> Iterator[str]:
    return (piece.value for piece in pieces if isinstance(piece, Mark) and piece.kind == "note")


def _has_words(table: BlockTable, number: str, blocks: dict[str, list[int]]) -> bool:
    return any(
        isinstance(piece, str) and not piece.isspace()
        for block in blocks[number]
        for piece in _content(table.inline[block], number, {})
    )


def _referred_to(refs: Sequence[_Ref], notes: Sequence[str]) -> list[_Ref]:
    """The first reference to each note that is a footnote, in the order in which a reader meets them."""
    by_place: dict[str, list[_Ref]] = {}
    for ref in refs:
        by_place.setdefault(ref.inside, []).append(ref)
    found: dict[str, _Ref] = {}
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


def _labels(refs: Sequence[_Ref]) -> dict[str, str]:
    """By note: its label. That of the page where each has another; a sign that is no word becomes a number."""
    own = [ref.label for ref in refs if _LABEL_RE.fullmatch(ref.label)]
    if len({label.casefold() for label in own}) < len(own):
        return {ref.number: str(at) for at, ref in enumerate(refs, start=1)}
    highest = max((int(label) for label in own if label.isascii() and label.isdigit()), default=0)
    free = count(highest + 1)
    return {ref.number: ref.label if ref.label in own else str(next(free)) for ref in refs}


def _outside(pieces: Inline, labels: Mapping[str, str]) -> Inline:
    """A block without footnotes, their marks in place of what refers to them; never without any mark."""
    return _settled(_taken(pieces, labels, ""))


def _content(pieces: Inline, number: str, labels: Mapping[str, str]) -> Inline:
    """What a block says of a footnote; never without any mark."""
    return _settled(_taken(pieces, labels, number))


def _taken(pieces: Inline, labels: Mapping[str, str], number: str) -> list[str | Mark]:
    """The pieces inside a note, or outside of all footnotes where `number` is ""."""
    out: list[str | Mark] = [Mark("note", number)]
    opened: list[tuple[Mark, bool]] = []
    shown = not number
    for piece in pieces:
        if isinstance(piece, str) or piece.kind in _LONE:
            if shown:
                out.append(piece)
            continue
        if piece.kind[0] == "/":
            mark, before = opened.pop()
            if shown and before and mark.kind not in _OURS:
                out.append(piece)
            shown = before
            continue
        opened.append((piece, shown))
        if piece.kind == "note":
            shown = piece.value == number if number else piece.value not in labels
        elif piece.kind == "back":
            shown = shown and piece.value not in ({number} if number else labels)
        elif shown and piece.kind == "ref":
            if piece.value in labels and not any(mark.kind in _UNREFERRED for mark, _ in opened[:-1]):
                out.append(Mark("footnote", labels[piece.value]))
                shown = False
        elif shown:
            out.append(piece)
    out.append(_END_NOTE)
    return out


def _settled(pieces: list[str | Mark]) -> Inline:
    """Footnotes' marks without the brackets around them, and without the `<sup>` that holds nothing else."""
    out: list[str | Mark] = []
    raised = -1  # where in `out` a `<sup>` began that holds marks of footnotes and signs between them
    for piece in pieces:
        if isinstance(piece, str):
            raised = raised if _BETWEEN_RE.fullmatch(piece) else -1
        elif piece.kind == "sup":
            raised = len(out)
        elif piece.kind == "/sup":
            inner = [one for one in out[raised + 1 :] if not isinstance(one, str)] if raised >= 0 else []
            if inner:
                out[raised:] = inner
                raised = -1
                continue
            raised = -1
        elif piece.kind != "footnote":
            raised = -1
        out.append(piece)
    return tuple(_without_brackets(out))


def _without_brackets(pieces: list[str | Mark]) -> list[str | Mark]:
    for at, mark in enumerate(pieces[1:-1], start=1):
        before, after = pieces[at - 1], pieces[at + 1]
        if not (isinstance(mark, Mark) and mark.kind == "footnote" and isinstance(before, str)):
            continue
        if isinstance(after, str) and _PAIRS.get(before.rstrip()[-1:]) == after.lstrip()[:1]:
            pieces[at - 1] = before.rstrip()[:-1]
            pieces[at + 1] = after.lstrip()[1:]
    return pieces


def _shows(pieces: Inline) -> bool:
    return any(
        not piece.isspace() if isinstance(piece, str) else piece.kind in ("img", "footnote")
        for piece in pieces
        if piece
    )


def _join(table: BlockTable, decided: Decisions, inlines: dict[int, Inline], inside: set[int]) -> None:
    """Put a paragraph together again that a note had cut: its mark is the last that stands before the note."""
    last = -1
    for block, kept in enumerate(decided.kept):
        if not kept or block in inside:
            continue
        cut = last >= 0 and last < block - 1 and table.element[last] == table.element[block]
        if (
            cut
            and all(b in inside for b in range(last + 1, block))
            and _ends_with_mark(inlines.get(last, ()))
        ):
            inlines[last] += inlines.get(block) or table.inline[block]
            inside.add(block)
        else:
            last = block


def _ends_with_mark(pieces: Inline) -> bool:
    for piece in reversed(pieces):
        if isinstance(piece, str):
            if not piece.isspace():
                return False
        elif piece.kind == "footnote":
            return True
    return False


def _element(table: BlockTable, blocks: Sequence[int], inside: Container[int]) -> int:
    """The element from which on containers belong to a note: its item, or what holds no other words."""
    parents, tags = table.parent, table.tag
    top = table.element[blocks[0]]
    for block in blocks[1:]:
        other = table.element[block]
        while top != other:  # a parent's index is smaller
            if top > other:
                top = parents[top]
            else:
                other = parents[other]
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
