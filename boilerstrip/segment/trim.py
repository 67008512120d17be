"""What a note holds beside its words: its own number, and the links back to where it is referred to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from boilerstrip.block import Inline
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


class _Flat(NamedTuple):
    """A block as one string, what is no text a character each, and the place of every character."""

    text: str
    places: list[Place]


def head(pieces: Inline, start: int, is_back: IsBack, labels: Iterable[str], *, numbered: bool) -> Place:
    """Where a note's own words begin: behind its number and links back; `(start, 0)` where there are neither.

    Args:
        pieces: Of the note's first block.
        start: The piece that the note begins with.
        is_back: Tells links back.
        labels: What the references call it.
        numbered: It stands in a numbered list, where a number in front is one of its words.
    """
    flat = _flat(pieces, start, len(pieces), is_back)
    token_re = _token_re(labels, numbered=numbered)
    at = depth = 0
    done, has_label, is_told = 0, False, False
    while at < min(len(flat.text), _MOST_SIGNS) and (found := token_re.match(flat.text, at)):
        kind, at = found.lastgroup, found.end()
        if kind == "label":
            if has_label and flat.text[at : at + 1] not in _SET_OFF:  # the same number may be a word
                break
            has_label = is_told = True
        elif kind == "back":
            is_told = True
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
            if depth < 0:
                break
        if is_told and not depth and kind not in ("open", "opening"):
            done = at
    return flat.places[done] if done else (start, 0)


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
        elif char not in (*_BLANKS, _SEAM) and not (char in ",|·" and is_told):
            break
        if is_told and not depth and char != _CLOSE:
            done = at
    return flat.places[done] if done < len(flat.text) else (stop, 0)


def _flat(pieces: Inline, start: int, stop: int, is_back: IsBack) -> _Flat:
    links = {link.start: link for link in links_in(pieces)}
    text: list[str] = []
    places: list[Place] = []
    at = start
    while at < stop:
        piece, here = pieces[at], at
        at += 1
        if isinstance(piece, str):
            if text and text[-1] not in _SET_OFF:
                text.append(_SEAM)
                places.append((here, 0))
            text.append(piece)
            places += [(here, char) for char in range(len(piece))]
            continue
        link = links.get(here) if piece.kind == "a" else None
        if link and len(link.text) <= _LONGEST_LINK and is_back(link.href, link.text):
            text.append(_BACK)
            at = link.stop
        else:
            text.append(_sign(piece.kind))
        places.append((here, 0))
    places.append((stop, 0))
    return _Flat("".join(text), places)


def _sign(kind: str) -> str:
    if kind == "br":
        return " "
    if kind in ("img", "a"):
        return _OTHER
    return _CLOSE if kind[0] == "/" else _OPEN


def _token_re(labels: Iterable[str], *, numbered: bool) -> re.Pattern[str]:
    """What may stand in front of a note's words."""
    named = "|".join(_label(label, numbered=numbered) for label in sorted(labels, key=len, reverse=True))
    return re.compile(
        rf"(?P<label>{named or '(?!)'})|(?P<back>{_BACK})|(?P<open>{_OPEN})|(?P<close>{_CLOSE})"
        rf"|(?P<opening>[\[(〔{{])|(?P<sign>[\])}}〕.:,|·{ARROWS}{_BLANKS}{_SEAM}*]|[-–—](?=[ \xa0]))"
        r"|(?P<spoken>jump (?:back )?(?:up )?(?:to:?)?)",
        re.IGNORECASE,
    )


def _label(label: str, *, numbered: bool) -> str:
    """A label set off from what follows it: by brackets, a full stop, markup, or by a blank alone.

    The last will not do for a letter, which may be a word, nor for a number in a numbered list.
    """
    blank = "" if numbered or label.isalpha() else r"|\s"
    return rf"{re.escape(label)}(?=[\])}}〕]|[.:](?:\s|{_MARK}|$)|[(\[]?{_MARK}|${blank})"
