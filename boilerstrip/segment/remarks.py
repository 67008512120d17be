"""What is written down of elements in which people may speak: attributes, which say who and when."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boilerstrip.block import TALK_BIT
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = [
    "MOST_CHARS",
    "MOST_PIECES",
    "REMARKS",
    "SPOKEN_BITS",
    "first_text",
    "inline_attributes",
    "is_spoken",
    "remark",
]

SPOKEN_BITS: Final = CATEGORY_BIT["comment"] | CATEGORY_BIT["forum"] | TALK_BIT
"""Bits of `BlockTable.around` of elements whose attributes are written down."""
REMARKS: Final = frozenset({"meta", "link"})
"""Tags that show nothing and may say what an element around them is about (HTML microdata)."""
_SPOKEN_RE: Final = late_pattern(
    r"schema\.org/(?:\w{0,40}Comment|Answer|Question|DiscussionForumPosting|\w{0,40}Review|UserComments)\b"
)
MOST_CHARS: Final = 200
"""Characters of an inline element's text; who and when are told in fewer."""
MOST_PIECES: Final = 3
"""Elements in an inline one in which its text is looked for: icons stand before it."""


def is_spoken(itemtype: str) -> bool:
    """Whether a microdata type is one of what people say.

    >>> is_spoken("http://schema.org/Comment"), is_spoken("https://schema.org/Article")
    (True, False)
    """
    return _SPOKEN_RE.search(itemtype) is not None


def inline_attributes(node: etree._Element) -> list[tuple[str, str]]:
    """The attributes of an inline element and its text, empty where it has no attributes."""
    attributes: list[tuple[str, str]] = node.items()
    if attributes:
        text = node.text
        if len(node) and (text is None or text.isspace()):
            text = first_text(node)
        if text:
            attributes.append(("#text", text[:MOST_CHARS]))
    return attributes


def first_text(node: etree._Element) -> str | None:
    """The first text in or behind one of the first elements in it."""
    for child in node[:MOST_PIECES]:
        for text in (child.text, child.tail):
            if text and not text.isspace():
                return text
        if len(child) and (text := child[0].text):
            return text
    return None


def remark(details: dict[int, list[tuple[str, str]]], parent: int, node: etree._Element, tag: str) -> None:
    """Write down with an element what something in it that shows nothing says about it."""
    if tag == "img":
        width = node.get("width")
        if width is not None and not node.get("alt") and width.isdigit():
            details.setdefault(parent, []).append(("#width", width))
    elif name := node.get("itemprop"):
        value = node.get("content") or node.get("href")
        if value:
            details.setdefault(parent, []).append((f"@{name}", value))
