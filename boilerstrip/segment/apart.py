"""Inline elements that touch, and yet are words apart where CSS holds them so."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boilerstrip.elements import BOX_TAGS, CURRENCIES, LABEL_ENDS, is_box, is_spaced
from boilerstrip.patterns import late_pattern

__all__ = ["is_apart"]

_LINE_RE: Final = late_pattern(r"display\s{0,4}:\s{0,4}block")
_MARKER_RE: Final = late_pattern(r"\(?(?:\d{1,4}|[A-Za-z]|[ivxIVX]{2,6})[.)]")
"""The number or letter of a clause."""
_LABEL: Final = 4
"""Characters of a label before another one; of names like "McDonald" the first part has fewer."""
_OPENING: Final = " \t\r\n\f\"'“‘„‚«‹¿¡(["
"""What may stand before the first letter of a text."""
_WORDS: Final = "AI"
"""Letters that are words."""
_RUN: Final = 4
"""Words before a letter that say that it stands in a sentence: "Vitamin C" is a label."""
_NOWHERE: Final = ("#", "javascript:")
"""Addresses of links that lead to no page begin so: two of them are two buttons."""


def is_apart(node: etree._Element, tag: str, before: str, after: str) -> bool:
    """Whether an inline element that touches the one before it is a word apart from it.

    Args:
        node: The element.
        tag: Its tag.
        before: The text before it, of two characters or more.
        after: Its own.

    Single letters (drop caps, animated headlines) are not, nor are words in scripts without blanks, nor what
    unclassed spans hold (word processors cut words with them): unless one begins with a capital behind small
    letters, as labels do, or its style gives it a line of its own. A box behind "(1)" or "Why:" is apart,
    the rest of a word that an editor has cut is not.
    """
    last, first = before[-1], after[:1]
    if not is_spaced(last):
        return tag in BOX_TAGS and _is_apart_behind_sign(node, tag, before, after)
    if is_box(node, tag):
        return _is_box_apart(node, tag, before, after)
    if tag != "span" or node.items() or not (last.islower() and first.isupper() and after[1:2].islower()):
        return False
    beside = node.getprevious()
    return (
        beside is not None and beside.tag == tag and not beside.items() and len(beside.text or "") >= _LABEL
    )


def _is_box_apart(node: etree._Element, tag: str, before: str, after: str) -> bool:
    first = after[:1]
    if len(after) > 1:
        if is_spaced(first):
            return not (first.islower() and _is_cut(node, tag, before, after))
        return first in CURRENCIES and after[1:].lstrip()[:1].isdigit()
    if len(node) or not first.isdecimal():  # the number of a note is in elements of its own
        return False
    return tag in BOX_TAGS and before[-1].islower() and len(before) >= _LABEL


def _is_cut(node: etree._Element, tag: str, before: str, after: str) -> bool:
    """Whether the word before goes on: behind its first letter, or in a second link to the same page."""
    start, last = before[:-1], before[-1]
    if last.isupper():
        if not start.strip(_OPENING):
            return True
        return start[-1].isspace() and last not in _WORDS and " " in after and len(start.split()) >= _RUN
    if tag != "a" or not last.islower() or node.get("class"):
        return False
    beside, href = node.getprevious(), node.get("href", "#")
    return (
        beside is not None
        and beside.tag == tag
        and beside.get("href") == href
        and not (beside.get("class") or href.startswith(_NOWHERE))
    )


def _is_apart_behind_sign(node: etree._Element, tag: str, before: str, after: str) -> bool:
    first, words = after[:1], before.strip()
    if before[-1] in LABEL_ENDS and first.isalpha() and is_spaced(first) and after[1:] and is_box(node, tag):
        is_name = words.endswith("::") or (words[-1] == "." and " " not in words)  # as `package.Class` has
        if _MARKER_RE.fullmatch(words) or (first.isupper() and not is_name):
            return True
    style = node.get("style", "")
    return "block" in style and not first.isspace() and _LINE_RE.search(style) is not None
