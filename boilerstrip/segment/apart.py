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


def is_apart(node: etree._Element, tag: str, before: str, after: str) -> bool:
    """Whether an inline element that touches the one before it is a word apart from it.

    Args:
        node: The element.
        tag: Its tag.
        before: The text before it, of two characters or more.
        after: Its own.

    Single letters (drop caps, animated headlines) are not, nor are words in scripts without blanks, nor what
    unclassed spans hold (word processors cut words with them): unless one begins with a capital behind small
    letters, as labels do, or its style gives it a line of its own. A box behind "(1)" or "Why:" is apart.
    """
    last, first = before[-1], after[:1]
    if not is_spaced(last):
        return tag in BOX_TAGS and _is_apart_behind_sign(node, tag, before, after)
    if is_box(node, tag):
        if len(after) > 1:
            return is_spaced(first) or (first in CURRENCIES and after[1:].lstrip()[:1].isdigit())
        if len(node) or not first.isdecimal():  # the number of a note is in elements of its own
            return False
        return tag in BOX_TAGS and last.islower() and len(before) >= _LABEL
    if tag != "span" or node.items() or not (last.islower() and first.isupper() and after[1:2].islower()):
        return False
    beside = node.getprevious()
    return (
        beside is not None and beside.tag == tag and not beside.items() and len(beside.text or "") >= _LABEL
    )


def _is_apart_behind_sign(node: etree._Element, tag: str, before: str, after: str) -> bool:
    first, words = after[:1], before.strip()
    if before[-1] in LABEL_ENDS and first.isalpha() and is_spaced(first) and after[1:] and is_box(node, tag):
        is_name = words.endswith("::") or (words[-1] == "." and " " not in words)  # as `package.Class` has
        if _MARKER_RE.fullmatch(words) or (first.isupper() and not is_name):
            return True
    style = node.get("style", "")
    return "block" in style and not first.isspace() and _LINE_RE.search(style) is not None
