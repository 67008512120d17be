"""What one element is: what its tag means, its label, and the words its attributes use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import Mark
from boilerstrip.vocabulary import (
    ARIA_ROLES,
    BLOCK_TAGS,
    CATEGORY_BIT,
    MARK_TAGS,
    PREFORMATTED_TAGS,
    SKIPPED_TAGS,
    TAG_MASKS,
)
from boilerstrip.words import classify

__all__ = [
    "Tag",
    "describe",
    "is_box",
    "is_shadow_root",
    "is_spaced",
    "look_up",
    "n_link_chars",
    "rendered_attributes",
    "text_length",
]

_DOCUMENT_TAGS: Final = frozenset({"html", "body"})
_NAMING: Final = frozenset({"itemprop", "data-testid", "data-component", "aria-label"})
"""Attributes whose words tell an element's purpose as class and id do."""
_HIDING: Final = frozenset({"style", "hidden", "aria-hidden"})
_TELLING: Final = _NAMING | _HIDING | {"role"}
_HIDDEN: Final = CATEGORY_BIT["hidden"]
_HIDING_RE: Final = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden")
_RENDERED: Final = {
    "ol": ("start", "reversed"),
    "li": ("value",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
"""Attributes that renderers need, by tag."""
_SPECIAL: Final = frozenset({"br", "img", "noscript"})
_BOXES: Final = frozenset({"span", "time", "label", "small", "data"})
"""Inline elements that sites lay out as boxes of their own, where they have a class."""
_FIRST_UNSPACED: Final = "\u0e00"
"""Thai, Lao, Khmer and the East Asian scripts begin here; they write words without blanks."""
_LANGUAGE_NAMES: Final = ("data-lang", "data-language")
_LONGEST_TONGUE: Final = 3
"""Letters of the primary subtag of a natural language (BCP 47): a `<pre lang="en">` holds English."""
_LANGUAGE_RE: Final = re.compile(
    r"(?:^|\s)(?:language-|lang-|brush:\s?|highlight-source-|highlight-|sourceCode\s)([\w+#.-]{1,40})"
)


class Tag(NamedTuple):
    """What is known of an element by its tag alone."""

    name: str  # without a namespace
    is_block: bool
    mask: int  # of `vocabulary.TAG_MASKS`
    kind: str | None  # of its mark
    keeps_space: bool
    is_code: bool
    is_rendered: bool  # has attributes that renderers need
    is_special: bool  # not simply read: left out, a line break, or an image


@lru_cache(maxsize=4_096)
def look_up(tag: str) -> Tag:
    """The row of a tag; a custom element is a block-level one.

    >>> look_up("my-card").is_block, look_up("{http://www.w3.org/1999/xhtml}em").kind
    (True, 'i')
    """
    name = tag[tag.index("}") + 1 :] if tag[0] == "{" else tag
    is_code = name in ("pre", "code")
    return Tag(
        name=name,
        is_block=name in BLOCK_TAGS or "-" in name,
        mask=TAG_MASKS.get(name, 0),
        kind=MARK_TAGS.get(name),
        keeps_space=name in PREFORMATTED_TAGS,
        is_code=is_code,
        is_rendered=is_code or name in _RENDERED,
        is_special=name in SKIPPED_TAGS or name in _SPECIAL,
    )


def describe(node: etree._Element, tag: str) -> tuple[str, int]:
    """A block-level element's class-and-id label, and the word categories of its attributes."""
    names = node.keys()
    if not names:
        return "", 0
    label = node.get("class", "")
    mask = classify(label) if label else 0
    if "id" in names:  # apart from the class: the same classes come with many ids
        identity = node.get("id", "")
        mask |= classify(identity)
        label = f"{label} {identity}" if label else identity
    if not _TELLING.isdisjoint(names):
        mask |= _told(node, names)
    # The classes of these tell about the page, not about its blocks.
    return label, 0 if tag in _DOCUMENT_TAGS else mask


def _told(node: etree._Element, names: list[str]) -> int:
    """The word categories of attributes other than class and id."""
    mask = 0
    for name in names:
        if name in _NAMING:
            mask |= classify(node.get(name, ""))
        elif name == "role":
            mask |= ARIA_ROLES.get(node.get(name, ""), 0)
        elif name in _HIDING and _hides(name, node):
            mask |= _HIDDEN
    return mask


def _hides(name: str, node: etree._Element) -> bool:
    """Whether the attribute hides its element."""
    if name == "style":
        style = node.get(name, "").lower()
        return ("none" in style or "hidden" in style) and _HIDING_RE.search(style) is not None
    return name == "hidden" or node.get(name) == "true"


def is_shadow_root(node: etree._Element, tag: str) -> bool:
    """A `<template>` that browsers show: a declarative shadow root."""
    return tag == "template" and (node.get("shadowrootmode") or node.get("shadowroot")) is not None


def text_length(node: etree._Element) -> int:
    """Characters of text inside an element, without white space."""
    return sum(len("".join(text.split())) for text in node.itertext())


def is_box(node: etree._Element, tag: str) -> bool:
    """Whether sites lay out such an inline element as a box of its own."""
    return tag == "a" or (tag in _BOXES and bool(node.get("class")))


def is_spaced(character: str) -> bool:
    """A letter or digit of a script that puts blanks between words."""
    return character.isalnum() and character < _FIRST_UNSPACED


def rendered_attributes(node: etree._Element, known: Tag, labels_above: list[str]) -> dict[str, str]:
    """The attributes of an element that a renderer needs, as written, and a code's language as "lang"."""
    kept = {name: value for name in _RENDERED.get(known.name, ()) if (value := node.get(name)) is not None}
    if known.is_code and (language := _code_language(node, labels_above)):
        kept["lang"] = language
    return kept


def _code_language(node: etree._Element, labels_above: list[str]) -> str:
    """The language of a `<pre>` or `<code>`, "" where nobody says; highlighters write it a bit above.

    >>> _code_language(etree.Element("pre"), ["highlight-python notranslate"])
    'python'
    """
    for name in _LANGUAGE_NAMES:
        if named := node.get(name):
            return named
    if len(named := node.get("lang", "")) > _LONGEST_TONGUE and "-" not in named:
        return named
    for label in (node.get("class", ""), *labels_above):
        if found := _LANGUAGE_RE.search(label):
            return found[1]
    return ""


def n_link_chars(pieces: list[str | Mark], n_chars: int) -> int:
    """Characters inside links, without white space, of a block that has `n_chars` in all."""
    if len(pieces) == 3 and isinstance(pieces[0], Mark):  # one span around everything, most often a link
        return n_chars if pieces[0].kind == "a" else 0
    n_linked = n_open = 0
    for piece in pieces:
        if isinstance(piece, str):
            if n_open:
                n_linked += len("".join(piece.split()))
        elif piece.kind == "a":
            n_open += 1
        elif piece.kind == "/a":
            n_open -= 1
    return n_linked
