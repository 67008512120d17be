"""The marks of footnotes in a block's pieces: what refers to notes, what they say, and what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern

__all__ = [
    "Ref",
    "content_of",
    "ends_with_mark",
    "outside_of",
    "parts_of",
    "refs_in",
    "shows",
    "unreferred",
    "without_refs",
]

_END_NOTE: Final = Mark("/note")
_LONE: Final = frozenset({"br", "img", "embed", "emoji", "footnote"})
_OURS: Final = frozenset({"ref", "note", "back"})
_UNREFERRED: Final = frozenset({"a", "code", "ref"})
"""Marks in which Markdown can have no footnote's mark."""
_BETWEEN_RE: Final = late_pattern(r"[\s,;\[\]()]*")
"""What stands between marks of footnotes in one `<sup>`."""
_PAIRS: Final = {"[": "]", "(": ")", "〔": "〕"}


class Ref(NamedTuple):
    """A reference to the note `number`, in the note `inside` ("" for none)."""

    number: str
    label: str
    inside: str


def without_refs(pieces: Inline) -> Inline:
    """The pieces without the marks of references; what is in them stays."""
    return tuple(piece for piece in pieces if isinstance(piece, str) or piece.kind not in ("ref", "/ref"))


def unreferred(pieces: Inline) -> Inline:
    """The pieces without what refers to notes, and without the brackets around it."""
    numbers = {piece.value: "" for piece in pieces if isinstance(piece, Mark) and piece.kind == "ref"}
    left = outside_of(pieces, numbers) if numbers else pieces
    return tuple(piece for piece in left if isinstance(piece, str) or piece.kind != "footnote")


def refs_in(pieces: Inline) -> list[Ref]:
    """What refers to notes in a block, where Markdown can have a footnote's mark."""
    found: list[Ref] = []
    opened: list[Mark] = []
    for piece in pieces:
        if isinstance(piece, str) or piece.kind in _LONE:
            continue
        if piece.kind[0] == "/":
            opened.pop()
            continue
        if piece.kind == "ref" and not any(mark.kind in _UNREFERRED for mark in opened):
            inside = next((mark.value for mark in opened if mark.kind == "note"), "")
            found.append(Ref(piece.value, piece.alt, inside))
        opened.append(piece)
    return found


def parts_of(pieces: Inline) -> dict[str, Inline]:
    """What notes say in a block, each with the marks around it."""
    found: dict[str, Inline] = {}
    opened: list[tuple[Mark, int]] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, str) or piece.kind in _LONE:
            continue
        if piece.kind[0] != "/":
            opened.append((piece, at))
            continue
        mark, start = opened.pop()
        if mark.kind == "note" and all(outer.kind != "note" for outer, _ in opened):
            found[mark.value] = found.get(mark.value, ()) + pieces[start : at + 1]
    return found


def outside_of(pieces: Inline, labels: Mapping[str, str]) -> Inline:
    """A block without footnotes, their marks in place of what refers to them; never without any mark."""
    return _settled(_taken(pieces, labels, ""))


def content_of(pieces: Inline, number: str, labels: Mapping[str, str]) -> Inline:
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


def shows(pieces: Inline) -> bool:
    return any(
        not piece.isspace() if isinstance(piece, str) else piece.kind in ("img", "footnote")
        for piece in pieces
        if piece
    )


def ends_with_mark(pieces: Sequence[str | Mark]) -> bool:
    for piece in reversed(pieces):
        if isinstance(piece, str):
            if not piece.isspace():
                return False
        elif piece.kind == "footnote":
            return True
    return False
