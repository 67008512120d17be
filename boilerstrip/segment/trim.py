"""What a note holds beside its words: its own number, and the links back to where it is referred to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from boilerstrip.block import Inline
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.labels import links_in

__all__ = ["ARROWS", "IsBack", "Place", "head", "tail"]

Place = tuple[int, int]
"""A piece of a block, and a character in it where that is text."""
IsBack = Callable[[str, str], bool]
"""Whether a link of that address and those words leads back to a note's reference."""

_LONGEST_LINK: Final = 60
"""Characters of a link back: "Jump back to footnote 1 in the text" is one."""
_MOST_SIGNS: Final = 400
"""Characters that are looked at on each side of a note; it may have dozens of links back."""
_BACK, _OPEN, _CLOSE, _OTHER, _SEAM = "\ue000\ue001\ue002\ue003\ue004"
"""What stands for a link back, for marks that open and close, for what is content whatever its words, and
where two texts meet."""
_MARK: Final = "[\ue000-\ue004]"
_SET_OFF: Final = (_BACK, _OPEN, _CLOSE, _SEAM)
_OPENING: Final = "[({〔"
_CLOSING: Final = "])}〕"
ARROWS: Final = "↑↩↵⇑⇧⏎⤴⮐^"
"""Signs that lead back, as the words of links or alone."""
_BLANKS: Final = " \t\r\n\xa0\u200b\ufe0e\ufe0f"
_BETWEEN: Final = frozenset((*_BLANKS, _SEAM))
_TOKEN_RE: Final = late_pattern(
    rf"(?P<back>{_BACK})|(?P<open>{_OPEN})|(?P<close>{_CLOSE})|(?P<opening>[\[(〔{{])"
    rf"|(?P<sign>[\])}}〕.:,|·{ARROWS}{_BLANKS}{_SEAM}*]|[-–—](?=[ \xa0]))"
    r"|(?P<spoken>jump (?:back )?(?:up )?(?:to:?)?)",
    re.IGNORECASE,
)
"""What may stand in front of a note's words, beside its number."""
_SET_OFF_RE: Final = late_pattern(rf"[\])}}〕]|[.:](?:\s|{_MARK}|$)|[(\[]?{_MARK}|$")


class _Flat(NamedTuple):
    """A block as one string, what is no text a character each; where stretches begin, and their pieces."""

    text: str
    starts: list[int]
    pieces: list[int]

    def place(self, char: int) -> Place:
        """The place of a character, and that behind the last."""
        stretch = bisect_right(self.starts, char) - 1
        return self.pieces[stretch], char - self.starts[stretch]


def head(
    pieces: Inline, within: tuple[int, int], is_back: IsBack, labels: Iterable[str], *, numbered: bool
) -> Place:
    """Where a note's own words begin: behind its number and links back, at its start where there are neither.

    Args:
        pieces: Of the note's first block.
        within: The pieces (from, to) that are the note.
        is_back: Tells links back.
        labels: What the references call it.
        numbered: It stands in a numbered list, where a number in front is one of its words.
    """
    start, stop = within
    flat = _flat(pieces, start, stop, is_back, most=_MOST_SIGNS)
    longest_first = sorted(labels, key=len, reverse=True)
    at = depth = done = 0
    has_label = is_told = False
    kind: str | None
    while at < len(flat.text):
        end = _label_end(flat.text, at, longest_first, numbered=numbered)
        if end >= 0:
            if has_label and flat.text[end : end + 1] not in _SET_OFF:  # the same number may be a word
                break
            kind, at = "label", end
            has_label = is_told = True
        elif found := _TOKEN_RE.match(flat.text, at):
            kind, at = found.lastgroup, found.end()
            is_told = is_told or kind == "back"
            depth += (kind == "open") - (kind == "close")
        else:
            break
        if depth < 0:
            break
        if is_told and not depth and kind not in ("open", "opening"):
            done = at
    return flat.place(done) if done else (start, 0)


def tail(pieces: Inline, first: int, stop: int, is_back: IsBack) -> Place:
    """Where a note's own words end: before the links back; `(stop, 0)` where there are none."""
    flat = _flat(pieces, first, stop, is_back)
    depth = n_brackets = 0
    done, is_told = len(flat.text), False
    for at in range(len(flat.text) - 1, max(-1, len(flat.text) - _MOST_SIGNS), -1):
        char = flat.text[at]
        if char == _BACK or char in ARROWS:
            is_told = True
        elif char == _CLOSE:
            depth += 1
        elif char == _OPEN:
            depth -= 1
            if depth < 0:
                break
        elif char in _CLOSING and not is_told:
            n_brackets += 1
        elif char in _OPENING and n_brackets:
            n_brackets -= 1
        elif char not in _BETWEEN and not (char in ",|·" and is_told):
            break
        if is_told and not depth and char != _CLOSE:
            done = at
    return flat.place(done) if done < len(flat.text) else (stop, 0)


def _flat(pieces: Inline, start: int, stop: int, is_back: IsBack, most: int | None = None) -> _Flat:
    """Some of the pieces, and of those no more than make so many characters."""
    shown = pieces[start:stop]
    links = {start + link.start: link for link in links_in(shown)}
    text: list[str] = []
    starts, places = list[int](), list[int]()
    at, n_chars = start, 0
    while at < stop and (most is None or n_chars < most):
        piece, here = pieces[at], at
        at += 1
        if isinstance(piece, str):
            shown_as = [piece] if not text or text[-1] in _SET_OFF else [_SEAM, piece]
        else:
            link = links.get(here) if piece.kind == "a" else None
            if link and len(link.text) <= _LONGEST_LINK and is_back(link.href, link.text):
                shown_as = [_BACK]
                at = start + link.stop
            else:
                shown_as = [_sign(piece.kind)]
        for part in shown_as:
            text.append(part)
            starts.append(n_chars)
            places.append(here)
            n_chars += len(part)
    return _Flat("".join(text), [*starts, n_chars], [*places, at])


def _sign(kind: str) -> str:
    if kind == "br":
        return " "
    if kind in ("img", "a"):
        return _OTHER
    return _CLOSE if kind[0] == "/" else _OPEN


def _label_end(text: str, at: int, labels: Iterable[str], *, numbered: bool) -> int:
    """The end of a label that is set off from what follows it; -1 where none begins there.

    Brackets, a full stop and markup set it off, and a blank alone; but that will not do for a letter, which
    may be a word, nor for a number in a numbered list.
    """
    for label in labels:
        if text.startswith(label, at):
            end = at + len(label)
            by_blank = not numbered and not label.isalpha() and text[end : end + 1].isspace()
            if by_blank or _SET_OFF_RE.match(text, end):
                return end
    return -1
