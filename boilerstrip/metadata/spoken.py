"""Bylines that no mark tells: lines that begin with "By" or its like, and links to people behind such a word.

"Di", "Door", "Text:" begin other lines as well. But for English ones a name must be a full one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from boilerstrip.metadata.found import SILENT, lines_of, text_of
from boilerstrip.metadata.people import shown_authors
from boilerstrip.metadata.sources import BARE, BY, LABELS
from boilerstrip.patterns import late_pattern

__all__ = ["behind_dates", "bylines_in", "is_full"]

_Element = etree._Element

_MOST_CHARS: Final = 200
_MOST_LINKED: Final = 12
_ENGLISH_RE: Final = late_pattern(
    r"(?:by(?![^\W\d_])|(?-i:[Bb]y(?=[A-Z]))|author\b"
    r"|(?:written|posted|words|story|reporting|text|words and photos) by\b)\s?:?\s{0,3}",
    re.I,
)
_ANY: Final = "|".join(sorted({*BY, *LABELS}, key=len, reverse=True))
_LABEL_RE: Final = late_pattern(rf"(?:{_ANY})\s?[:：]\s?|(?:文|文字)[・／]|بقلم\s", re.I)
_BARE_RE: Final = late_pattern(rf"(?:{'|'.join(BARE)})\s", re.I)
_LINKING_RE: Final = late_pattern(rf"(?:^|[|•·∙–—,;)\d-]\.?)\s*(?:{'|'.join(BY)})\s?:?\s*$", re.I)
_AND_RE: Final = late_pattern(r"[,;&]|and|und|et|og|och|en|e|y|i|a|ja|és|dan|și|и|та|و")
_WITHIN_RE: Final = late_pattern(r"(?:作者|记者|記者|撰文)\s?[:：]\s?([^\s|,，;；:：]{1,30})")
"""In a line with the date, and the source before or after it."""
_PARTICLES: Final = frozenset(
    "al af av bin da de del della den der di do dos du el la le ten ter van von y zu".split()
)
_LEAST_NAME: Final = 2  # words
_MOST_NAME: Final = 5


def bylines_in(element: _Element, text: str) -> Iterator[str]:
    """The names in an element that begins with a word of bylines; those behind it where that is all of it.

    Args:
        element: The element.
        text: Its first piece of text.
    """
    if element.tag in SILENT:
        return
    if names := _linked(element, text):
        yield "; ".join(names)
        return
    said = _first_line(element)
    parent, label = element.getparent(), said.rstrip(":： ").lower()
    if parent is not None and (label in BY or (label in LABELS and label != said.lower())):
        whole = text_of(parent, _MOST_CHARS)
        # Nothing but a gap parts the label from the name, where that is how a row of boxes is drawn.
        said = f"{said} {whole[len(said) :]}" if whole.startswith(said) else whole
    if _ENGLISH_RE.match(said):
        yield said
    elif begins := _LABEL_RE.match(said) or _BARE_RE.match(said):
        found = shown_authors([said[begins.end() :]])
        yield from ["; ".join(found)] if found and all(map(is_full, found)) else ()


def _first_line(element: _Element) -> str:
    """The text of an element, or its first line where that is a byline by itself, and a role the next."""
    whole = text_of(element, _MOST_CHARS)
    if len(element) and _ENGLISH_RE.match(whole):
        line = next(iter(lines_of(element, _MOST_CHARS)), "")
        return line if _ENGLISH_RE.match(line) and shown_authors([line]) else whole
    return whole


def behind_dates(element: _Element, text: str) -> Iterator[str]:
    """The names that stand in a line with the date, behind it."""
    if not text.isascii():
        yield from _WITHIN_RE.findall(text[:_MOST_CHARS])
    if names := _linked(element, text):
        yield "; ".join(names)


def _linked(element: _Element, text: str) -> list[str]:
    """Full names that are links, directly behind a text that ends with a word of bylines, and end the line.

    Args:
        element: Begins with the text, or is a `<time>` that one follows.
        text: The text.
    """
    piece, link = text, element[0] if len(element) else element.getnext()
    if element.tag == "time":
        piece, link = element.tail or "", element.getnext()
    elif not len(element) and (element.tail or "").strip():
        return []
    if link is None or link.tag != "a" or not _LINKING_RE.search(piece[-_MOST_CHARS:]):
        return []
    names: list[str] = []
    while link is not None and link.tag == "a" and len(names) < _MOST_LINKED:
        names.append(text_of(link, _MOST_CHARS))
        behind, link = (link.tail or "").strip(), link.getnext()
        if not _AND_RE.fullmatch(behind):
            return names if not behind[:1].isalpha() and all(map(is_full, names)) else []
    return []


def is_full(name: str) -> bool:
    """Whether a name has two words or more with capitals; or is in a script that has none."""
    words = name.split()
    if not name.isascii() and name.lower() == name.upper():
        return True
    capitals = all(word[0].isupper() or word in _PARTICLES for word in words)
    return _LEAST_NAME <= len(words) <= _MOST_NAME and capitals and any(len(word) > 2 for word in words)
