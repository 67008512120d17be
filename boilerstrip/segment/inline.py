"""Elements that bound a block elsewhere and are words of a sentence here: custom elements, buttons."""

from __future__ import annotations

from enum import Enum
from itertools import islice
from typing import Final

from lxml import etree

from boilerstrip.elements import look_up
from boilerstrip.shapes.code import COPYING, code_part
from boilerstrip.vocabulary import CATEGORY_BIT
from boilerstrip.words import classify

__all__ = ["Place", "place_of"]

_CODE_TAGS: Final = frozenset({"code", "pre", "kbd", "samp", "tt"})
_MOST_INSIDE: Final = 24
"""Elements in one that may be a word of a sentence; each is looked at once for each around it."""
_MOST_CHARS: Final = 60
"""Characters of a button that is a word of a sentence."""
_GOING_ON: Final = frozenset(",.;:!?)]…%'’”»، ؛。、，；：！？）」』")
"""What a sentence goes on with behind a word, beside letters that are no capitals."""
_SHARE: Final = CATEGORY_BIT["share"]


class Place(Enum):
    """Where an element stands."""

    ALONE = 0
    IN_LINE = 1
    UNSEEN = 2  # in a line, and shows no words of it


def place_of(node: etree._Element, tag: str, before: str, after: str) -> Place:
    """Where an element of such a tag stands, in something of `signs.HOSTS`.

    A custom element is a word like others where there are words before or behind it and nothing but inline
    elements in it. A button has to have the sentence go on behind it, lest the words of an action are read
    as the article's; one that copies or shares is no part of the sentence, nor is a choice from a list.

    Args:
        node: The element.
        tag: Its tag.
        before: The last words before it in its block, "" where it comes first.
        after: The first words behind it; there are some, or some before it.
    """
    if tag in ("dialog", "select"):
        return Place.ALONE if node.get("open") is not None else Place.UNSEEN
    inside = list(islice(node.iterdescendants(), _MOST_INSIDE + 1))
    if len(inside) > _MOST_INSIDE or not all(map(_is_phrasing, inside)):
        return Place.ALONE
    if is_button := "button" in tag or "btn" in tag:
        words = "".join(node.itertext()).strip()
        goes_on = _goes_on(after) and (before or after[0].islower())
        if words and (not goes_on or len(words) > _MOST_CHARS):
            return Place.ALONE
    return Place.UNSEEN if _acts(node, tag, is_button=is_button) else Place.IN_LINE


def _is_phrasing(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):
        return True
    known = look_up(node.tag)
    return not known.is_block or known.name == "button" or ("-" in known.name and not known.is_special)


def _goes_on(after: str) -> bool:
    return bool(after) and (after[0] in _GOING_ON or (after[0].isalpha() and not after[0].isupper()))


def _acts(node: etree._Element, tag: str, *, is_button: bool) -> bool:
    """Whether it copies what stands before it, or shares the page."""
    attributes = dict(node.items())
    classes = attributes.get("class", "").lower()
    if "-" in tag and (any(letters in tag for letters in COPYING) or "share" in tag.split("-")):
        return True
    if code_part(tag, classes.split(), attributes) == "#gone":
        return True
    if not is_button or classify(classes) & _SHARE:
        return is_button
    before = node.getprevious()
    return before is not None and before.tag in _CODE_TAGS and not (before.tail or "").strip()
