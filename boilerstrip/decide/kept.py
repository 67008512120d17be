"""The role of a kept block: what it is in the article."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.decide.formulas import is_display
from boilerstrip.remembered import remembered
from boilerstrip.vocabulary import HEADING_TAGS
from boilerstrip.words import ZEROED, WordTable, words_in

__all__ = [
    "BYLINE",
    "BY_BEGINNINGS",
    "BY_RE",
    "CAPTION",
    "FIGURE_BEGINNINGS",
    "FIGURE_RE",
    "LEVELS",
    "MAX_BYLINE_CHARS",
    "MAX_BY_WORDS",
    "MAX_CAPTION_BLOCKS",
    "MAX_CAPTION_CHARS",
    "MAX_LEVELS",
    "MAX_NAME_WORDS",
    "QUOTE",
    "ROLE_OF_TAG",
    "SENTENCE_ENDS",
    "WORDS",
    "WORD_LEVELS",
    "KeptRoles",
    "is_tex",
    "words_told",
]

ROLE_OF_TAG: Final = MappingProxyType(
    {
        **dict.fromkeys(HEADING_TAGS, "heading"),
        **dict.fromkeys(("li", "dt", "dd"), "list"),
        **dict.fromkeys(("td", "th"), "table"),
        **dict.fromkeys(("figcaption", "caption"), "caption"),
        **dict.fromkeys(("pre", "listing", "xmp", "plaintext", "textarea"), "code"),
        "blockquote": "quote",
    }
)
"""Role by the nearest element that has one."""
LEVELS: Final = MappingProxyType({"list": 3, "table": 2, "heading": 4, "caption": 3, "code": 6, "quote": 6})
"""How far up such an element is looked for, itself included: what is deeper in it is laid out as more
than an item, a cell or a heading (a card, a column)."""
MAX_LEVELS: Final = max(LEVELS.values())
BYLINE, CAPTION, QUOTE = 1, 2, 4
WORDS: Final = WordTable(
    {
        BYLINE: "byline* author authors dateline pubdate published posted timestamp date date-published "
        "post-meta entry-meta article-meta entry-date post-date reading-time contributor*",
        CAPTION: "caption* *caption photo-credit image-credit",
        QUOTE: "blockquote pullquote* testimonial* pull-quote",
    }
)
MAX_NAME_WORDS: Final = 4
"""Words of a class name or id; longer ones are made of titles."""
WORD_LEVELS: Final = 3
"""How far up class words are looked at, the block's own element included."""
MAX_BYLINE_CHARS: Final = 160
"""Characters above which a block is no line about who wrote something and when."""
MAX_CAPTION_CHARS: Final = 500
MAX_CAPTION_BLOCKS: Final = 3
"""A caption and its credit; an element of that name with more blocks is a description."""
BY_RE: Final = re.compile(r"(?:by|von|par|por|di|door|автор:?)\s\S", re.IGNORECASE)
BY_BEGINNINGS: Final = "bBvVpPdDаА"
"""Their first letters: few lines need to be held against the pattern."""
MAX_BY_WORDS: Final = 12
FIGURE_RE: Final = re.compile(
    r"(?:fig(?:ure)?|table|listing|abb(?:ildung)?|tab(?:elle)?|рис|図|图)\.?\s?\d", re.IGNORECASE
)
"""How numbered captions begin."""
FIGURE_BEGINNINGS: Final = "fFtTlLaAрР図图"
"""Their first letters."""
SENTENCE_ENDS: Final = (".", "!", "?", "。", "؟", "…", ":")
_TEX_RE: Final = re.compile(r"\\\[.+\\\]|\$\$.+\$\$|\\begin\{.+\}", re.DOTALL)


class KeptRoles:
    """Tells the roles of a page's kept blocks.

    Args:
        table: The page's blocks.
    """

    def __init__(self, table: BlockTable) -> None:
        self._table = table
        self._known: dict[int | tuple[str | int, ...], tuple[str | None, int, bool, bool]] = {}
        self._words: dict[str, int] = {"": 0}  # by label

    def role(self, block: int) -> str:
        """What a kept block with text is, one of `vocabulary.KEPT_ROLES`."""
        table = self._table
        element = table.element[block]
        label = table.label[element] if element >= 0 else ""
        # Those beside each other whose names say the same, as the paragraphs of an article, are all the same;
        # so are those in elements without a name that stand beside each other, as the cells of rows.
        told = self._words.get(label)
        if told is None:
            told = self._told(label)
        place: int | tuple[str | int, ...] = element
        if element >= 0 and not told & CAPTION:
            around, tag = table.parent[element], table.tag[element]
            if around < 0 or table.label[around]:
                place = (tag, told, around)
            else:
                place = (tag, told, table.tag[around], table.parent[around])
        known = self._known.get(place)
        if known is None:
            self._known[place] = known = self._look(element)
        structure, words, is_dated, is_figure = known
        if structure in ("heading", "code"):
            return structure
        text, n_chars = table.text[block], table.n_chars[block]
        if (len(table.inline[block]) > 1 and is_display(table.inline[block])) or (
            text[0] in "\\$" and is_tex(text, n_chars)
        ):
            return "formula"
        if n_chars <= MAX_CAPTION_CHARS:
            if n_chars <= MAX_BYLINE_CHARS and _is_byline(text, words, structure, is_dated=is_dated):
                return "byline"
            if _is_caption(text, n_chars, words, structure, in_figure=is_figure):
                return "caption"
        if structure == "caption":
            return "caption"
        return "quote" if words & QUOTE else structure or "paragraph"

    def _look(self, element: int) -> tuple[str | None, int, bool, bool]:
        """What the elements around a block tell: its structure, class words, a date's tag, a figure's."""
        table, structure, words = self._table, None, 0
        around = table.ancestors(element, MAX_LEVELS)
        tags = [table.tag[outer] for outer in around]
        if not ROLE_OF_TAG.keys().isdisjoint(tags):
            for level, tag in enumerate(tags):
                if tag in ROLE_OF_TAG and level < LEVELS[ROLE_OF_TAG[tag]]:
                    structure = ROLE_OF_TAG[tag]
                    break
        for outer in around[:WORD_LEVELS]:
            if told := self._told(table.label[outer]):
                n_blocks = table.end_block[outer] - table.first_block[outer]
                words |= told & ~CAPTION if n_blocks > MAX_CAPTION_BLOCKS else told
        return structure, words, "time" in tags[:2] or "address" in tags[:1], "figure" in tags[:2]

    def _told(self, label: str) -> int:
        """What the words of a class and id say, as a mask of `WORDS`."""
        told = self._words.get(label)
        if told is None:
            self._words[label] = told = words_told(label.translate(ZEROED))
        return told


def is_tex(text: str, n_chars: int) -> bool:
    return n_chars <= MAX_CAPTION_CHARS and _TEX_RE.fullmatch(text.strip()) is not None


def _is_caption(text: str, n_chars: int, words: int, structure: str | None, *, in_figure: bool) -> bool:
    if structure == "caption" or words & CAPTION or (structure is None and in_figure):
        return True
    is_short = n_chars <= MAX_BYLINE_CHARS
    return is_short and text[0] in FIGURE_BEGINNINGS and FIGURE_RE.match(text) is not None


@remembered
def words_told(label: str) -> int:
    """What the words of a class and id say, as a mask of `WORDS`; digits in it are zeros."""
    mask = 0
    for name in label.split():
        words = words_in(name)
        if len(words) <= MAX_NAME_WORDS and ":" not in name:
            mask |= WORDS.mask(words)
    return mask


def _is_byline(text: str, words: int, structure: str | None, *, is_dated: bool) -> bool:
    if text.endswith(SENTENCE_ENDS):
        return False
    if words & BYLINE and structure in (None, "list"):
        return True
    if (
        structure is None
        and text[0] in BY_BEGINNINGS
        and BY_RE.match(text)
        and text.count(" ") < MAX_BY_WORDS
    ):
        return True
    return is_dated
