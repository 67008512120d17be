"""What stands in a line and is not seen, or is there twice: hidden words, icons, words for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final
from unicodedata import category

from lxml import etree

from boilerstrip.attributes import CELLS
from boilerstrip.block import Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.opening import says_where_it_opens
from boilerstrip.segment.signs import HIDDEN, ICON, SPOKEN, TIP, UNSPOKEN, Signs
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["is_icon", "is_unseen"]

_SIMPLE: Final = frozenset(
    """a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark q s small span
    strike strong sub sup time tt u var wbr""".split()
)
"""Tags of what may be in something unseen: nothing but words."""
_MOST_INSIDE: Final = 12
"""Elements in what is not seen, and beside it; each is looked at once for each around or beside it."""
_MOST_CHARS: Final = 160
"""Characters of hidden words in a line: a key to sort by, a date once more; not the rest of an article that a
click shows."""
_MOST_BEFORE: Final = 8
"""Pieces in which words before an element are looked for."""
_MOST_AROUND: Final = 3
"""Elements around an icon among which is the cell that it stands in."""
_TOLD: Final = frozenset({"a", "button", "figcaption"})
"""Elements of which words for screen readers may tell what a sign in them does, or what is beside them."""
_ICON_RE: Final = late_pattern("[a-z][a-z0-9]{0,30}(?:_[a-z0-9]{1,30}){0,8}|[\ue000-\uf8ff]")
"""Names of icons, which fonts make one sign of, and characters of private use."""


def is_icon(node: etree._Element) -> bool:
    """Whether the text of an element is the name of an icon, which is not all that a cell of a table says."""
    if len(node) or not _ICON_RE.fullmatch((node.text or "").strip()):
        return False
    around = list(islice(node.iterancestors(), _MOST_AROUND))
    cell = next((above for above in around if above.tag in CELLS), None)
    if cell is None:
        return True
    return sum(not text.isspace() for text in islice(cell.itertext(), _MOST_BEFORE)) > 1


def is_unseen(node: etree._Element, signs: Signs, pieces: Sequence[str | Mark]) -> bool:
    """Whether the words of an inline element are none of the line that it stands in.

    Args:
        node: The element.
        signs: Those of the page.
        pieces: What comes before it in its block.
    """
    bits = signs[(*node.items(),)]
    has_more = len(node) > 0
    if not bits or (bits == UNSPOKEN and _is_alone(node)) or (has_more and not _is_simple(node)):
        return False
    if bits & ICON and is_icon(node):
        return True
    words = ("".join(node.itertext()) if has_more else node.text or "").strip()
    if not words or words[_MOST_CHARS:]:
        return False
    if bits & SPOKEN and _is_needless(node, words):
        return True
    if bits & UNSPOKEN and _is_spoken_beside(node, signs):
        return True
    return bits & (HIDDEN | TIP) > 0 and "note" not in node.get("class", "") and _is_beside(node, pieces)


def _is_needless(node: etree._Element, words: str) -> bool:
    """Whether words for screen readers tell nothing of the text: where a link opens, one sign (the box to be
    ticked before an ingredient), what an icon does, what code is.
    """
    if says_where_it_opens(words) if words[1:] else category(words) == "So":
        return True
    around = node.getparent()
    if around is None or around.tag not in _TOLD:
        return False
    return _tells_of_code(around) if around.tag == "figcaption" else _is_icon_of_heading(around, words)


def _is_icon_of_heading(link: etree._Element, words: str) -> bool:
    """Whether words for screen readers are all that a link or button says which is not all of its heading: it
    shows an icon ("View source"), and is no part of the headline.
    """
    if _first_words(link) != words:
        return False
    around = islice(link.iterancestors(), _MOST_AROUND)
    heading = next((above for above in around if above.tag in HEADING_TAGS), None)
    return heading is not None and _first_words(heading) != words


def _tells_of_code(caption: etree._Element) -> bool:
    """Whether a caption is that of code, which words for screen readers say shows a terminal."""
    figure = caption.getparent()
    return figure is not None and any(beside.tag == "pre" for beside in islice(figure, _MOST_INSIDE))


def _first_words(node: etree._Element) -> str:
    return "".join(islice(node.itertext(), _MOST_INSIDE)).strip()


def _is_simple(node: etree._Element) -> bool:
    """Whether there is nothing but a few words in an element; most that are none begin with a picture."""
    inside = enumerate(node.iterdescendants())
    return all(place < _MOST_INSIDE and inner.tag in _SIMPLE for place, inner in inside)


def _is_alone(node: etree._Element) -> bool:
    return node.getnext() is None and node.getprevious() is None


def _is_spoken_beside(node: etree._Element, signs: Signs) -> bool:
    """Whether one element tells screen readers what they pass over in the others, this one among them."""
    around = node.getparent()
    children = [] if around is None else list(islice(around.iterchildren(etree.Element), _MOST_INSIDE + 1))
    if children[_MOST_INSIDE:]:
        return False
    shown, spoken = list[etree._Element](), list[etree._Element]()
    for beside in children:
        bits = signs[(*beside.items(),)]
        if bits & SPOKEN:
            spoken += [beside]
        elif bits & UNSPOKEN:
            shown += [beside]
    if not spoken or not all(map(_is_simple, (*spoken, *shown))):
        return False
    return "".join(map(_squeezed, shown)) in map(_squeezed, spoken)


def _squeezed(node: etree._Element) -> str:
    return "".join("".join(node.itertext()).split()).casefold()


def _is_beside(node: etree._Element, pieces: Sequence[str | Mark]) -> bool:
    """Whether there are words before or behind an element in its block, and it is not all there is."""
    if any(type(piece) is str and not piece.isspace() for piece in pieces[-_MOST_BEFORE:]):
        return True
    behind: etree._Element | None = node
    for _ in range(_MOST_BEFORE):
        if behind is None:
            return False
        if behind.tail and not behind.tail.isspace():
            return True
        behind = behind.getnext()
        if behind is not None and behind.tag in _SIMPLE and behind.text and not behind.text.isspace():
            return True
    return False
