"""What one element is: what its tag means, its label, and the words its attributes use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

from lxml import etree

from boilerstrip.attributes import HIDING, NOTED, RENDERED, TABLE_ROLES, hides, noted, rendered_by
from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.remembered import remembered
from boilerstrip.shapes import SHAPED_ROLES, SHAPED_TAGS, TASK_ID, TYPED, WORD_LIST, may_shape, shape
from boilerstrip.shapes.marks import MARK_TAGS
from boilerstrip.vocabulary import (
    ARIA_ROLES,
    BLOCK_TAGS,
    CATEGORY_BIT,
    PREFORMATTED_TAGS,
    SKIPPED_TAGS,
    TAG_MASKS,
)
from boilerstrip.words import ZEROED, classify

__all__ = [
    "BOX_TAGS",
    "CURRENCIES",
    "EMBED_TAGS",
    "END_LINK",
    "LABEL_ENDS",
    "Descriptions",
    "Tag",
    "code_language",
    "describe",
    "is_box",
    "is_shadow_root",
    "is_spaced",
    "look_up",
    "n_link_chars",
    "named",
    "text_length",
]

CONTENT_TAGS: Final = frozenset({"article", "main"})
"""Their `aria-label` is the title of what they hold, and may use any word."""
DOCUMENT_TAGS: Final = frozenset({"html", "body"})
NAMING: Final = frozenset({"itemprop", "data-testid", "data-component", "aria-label"})
"""Attributes whose words tell an element's purpose as class and id do."""
TELLING: Final = NAMING | HIDING | {"role"}
_HIDDEN: Final = CATEGORY_BIT["hidden"]
EMBED_TAGS: Final = frozenset(
    """amp-audio amp-dailymotion amp-facebook amp-iframe amp-img amp-instagram amp-twitter amp-video
    amp-vimeo amp-youtube audio embed iframe lite-vimeo lite-youtube object script video""".split()
)
"""Tags that may show what is elsewhere: an image, a player, a map, a post."""
_SPECIAL: Final = frozenset({"br", "img", "noscript"})
MOST_LABEL: Final = 1_024
"""Characters of a class attribute or an id that count. Caches live as long as the process and keep labels."""
_MOST_NAME: Final = 256
"""Characters of a tag's name, for the same reason."""
BOX_TAGS: Final = frozenset({"span", "time", "label", "small", "data"})
"""Inline elements that sites lay out as boxes of their own, where they have a class; labels also without."""
_STYLE_RE: Final = late_pattern(
    r"^(?:(?:[csT]\d{1,4}|CharOverride-\d{1,4})(?:\s|$)){1,20}$|^C9DxTc(?:\s|$)|(?:^|\s)SCX[A-Z]?\d"
)
"""Classes of spans that cut words: of Google Docs, Apple, LibreOffice, InDesign, Google Sites, Office."""
CURRENCIES: Final = frozenset("$£¥") | {chr(code) for code in range(0x20A0, 0x20D0)}
LABEL_ENDS: Final = frozenset(".:)")
"""What labels and numbers before a text end with."""
_FIRST_UNSPACED: Final = "\u0e00"
"""Thai, Lao, Khmer and the East Asian scripts begin here; they write words without blanks."""
_LANGUAGE_NAMES: Final = (
    *("data-lang", "data-language", "data-enlighter-language", "data-code-block-lang", "data-canonical-lang"),
    "language",
)
_PARAMETERS: Final = "data-syntaxhighlighter-params"
"""Where Confluence has what others write into the class."""
_LONGEST_TONGUE: Final = 3
"""Letters of the primary subtag of a natural language (BCP 47): a `<pre lang="en">` holds English."""
_LANGUAGE_RE: Final = late_pattern(
    r"(?:^|\s)(?:language-|lang-|lang:|brush:\s?|highlight-source-|highlight-text-|mw-highlight-lang-|ltx_lst_language_|blob-wrapper\sdata\stype-|highlight-|sourceCode\s|hl-|"
    r"syntaxhighlighter\s{1,4})([\w+#.-]{1,40})"
)
_BARE_LANGUAGE_RE: Final = late_pattern(r"hljs\s([\w+#.-]{1,40})|([\w+#.-]{1,40})\shljs")
"""The language as a class of its own, beside that of highlight.js."""


END_LINK: Final = Mark("/a")

_Description = tuple[str, int, dict[str, str], dict[str, str]]


class Tag(NamedTuple):
    """What is known of an element by its tag alone."""

    name: str  # without a namespace
    is_block: bool
    mask: int  # of `vocabulary.TAG_MASKS`
    kind: str | None  # of its mark
    keeps_space: bool
    is_code: bool
    is_special: bool  # not simply read: left out, a line break, or an image


def look_up(tag: str) -> Tag:
    """The row of a tag; a custom element is a block-level one.

    >>> look_up("my-card").is_block, look_up("{http://www.w3.org/1999/xhtml}em").kind
    (True, 'i')
    """
    return _row(tag[:_MOST_NAME])


@lru_cache(maxsize=4_096)
def _row(tag: str) -> Tag:
    name = tag[tag.find("}") + 1 :] if tag[0] == "{" else tag
    return Tag(
        name=name,
        is_block=name in BLOCK_TAGS or "-" in name,
        mask=TAG_MASKS.get(name, 0),
        kind=MARK_TAGS.get(name),
        keeps_space=name in PREFORMATTED_TAGS,
        is_code=name in ("pre", "code"),
        is_special=name in SKIPPED_TAGS or name in _SPECIAL or name in EMBED_TAGS,
    )


class Descriptions(dict[tuple[Any, ...], _Description]):
    """Label, word categories, rendered and purpose attributes of a page's block-level elements.

    By the tag and all attributes, as (name, value): most elements are like one before.
    """

    def __missing__(self, key: tuple[Any, ...]) -> _Description:
        self[key] = description = describe(*key)
        return description


def describe(tag: str, *attributes: tuple[str, str]) -> _Description:
    """A block-level element's class-and-id label, the word categories of its attributes, those that a
    renderer needs, and those that give its blocks a role."""
    label, identity, mask = "", None, 0
    is_shaped, is_noted = tag in SHAPED_TAGS, False
    for name, value in attributes:
        if name == "class":
            label = value if len(value) <= MOST_LABEL else cut(value)
        elif name == "id":
            identity = value[:MOST_LABEL]
        else:
            if name in TELLING and not (name == "aria-label" and tag in CONTENT_TAGS):
                mask |= told(name, value)
                is_shaped = is_shaped or value in SHAPED_ROLES
                is_shaped = is_shaped or (name == "style" and (WORD_LIST in value or TYPED in value))
            elif name == TASK_ID:
                is_shaped = True
            is_noted = is_noted or name in NOTED
    if label:
        words, may_be_shaped = named(label.translate(ZEROED))
        mask |= words
        is_shaped = is_shaped or may_be_shaped
    if identity is not None:  # apart from the class: the same classes come with many ids
        words, may_be_shaped = named(identity.translate(ZEROED))
        mask |= words
        is_shaped = is_shaped or may_be_shaped
        label = f"{label} {identity}" if label else identity
    if tag in DOCUMENT_TAGS:
        mask = 0  # the classes of these tell about the page, not about its blocks
    rendered = rendered_by(tag, attributes) if tag in RENDERED else {}
    if is_shaped:
        rendered |= shape(tag, attributes)
    return (label, mask, *noted(attributes, label, rendered)) if is_noted else (label, mask, rendered, {})


@remembered
def named(name: str) -> tuple[int, bool]:
    """What a class attribute or an id tells: word categories, and whether it can give a shape."""
    return classify(name), may_shape(name)


def cut(label: str) -> str:
    """The whole class names at the start of a label that is too long."""
    return label[:MOST_LABEL].rpartition(" ")[0]


def told(name: str, value: str) -> int:
    """The word categories of an attribute other than class and id."""
    if name in NAMING:
        return classify(value[:MOST_LABEL])
    if name == "role":
        return ARIA_ROLES.get(value, 0)
    return _HIDDEN if hides(name, value) else 0


def is_shadow_root(node: etree._Element, tag: str) -> bool:
    """A `<template>` that browsers show: a declarative shadow root."""
    return tag == "template" and (node.get("shadowrootmode") or node.get("shadowroot")) is not None


def text_length(node: etree._Element) -> int:
    """Characters of text inside an element, without white space."""
    return len("".join("".join(node.itertext()).split()))


def is_box(node: etree._Element, tag: str) -> bool:
    """Whether sites lay out such an inline element as a box of its own."""
    if tag not in BOX_TAGS:
        return tag == "a"
    if named := node.get("class"):
        return not _STYLE_RE.search(named)
    return tag == "label" or node.get("role") in TABLE_ROLES or "block" in node.get("style", "")


def is_spaced(character: str) -> bool:
    """A letter or digit of a script that puts blanks between words."""
    return character.isalnum() and character < _FIRST_UNSPACED


def code_language(attributes: Mapping[str, str], labels_above: list[str]) -> str:
    """The language of a `<pre>` or `<code>`, "" where nobody says; highlighters write it a bit above.

    >>> code_language({}, ["highlight-python notranslate"])
    'python'
    """
    for name in _LANGUAGE_NAMES:
        if named := attributes.get(name):
            return named
    if len(named := attributes.get("lang", "")) > _LONGEST_TONGUE and "-" not in named:
        return named
    for label in (attributes.get("class"), attributes.get(_PARAMETERS), *labels_above):
        if label and (found := _LANGUAGE_RE.search(label)):
            return found[1]
    if bare := _BARE_LANGUAGE_RE.fullmatch(attributes.get("class", "").strip()):
        return bare[1] or bare[2]
    return ""


def n_link_chars(pieces: Inline, n_chars: int) -> int:
    """Characters inside links, without white space, of a block that has `n_chars` in all."""
    if _is_one_link(pieces):
        return n_chars
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


def _is_one_link(pieces: Inline) -> bool:
    """Whether all words are in one link without further marks, as in most menus."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 4 and isinstance(last, str) and last.isspace():
        last = pieces[2]
    elif len(pieces) != 3:
        return False
    return isinstance(first, Mark) and first.kind == "a" and last is END_LINK
