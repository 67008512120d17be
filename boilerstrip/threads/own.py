"""The blocks of an entry that are its own words: not those of buttons, labels, names and dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Mark
from boilerstrip.compiled import compiled
from boilerstrip.remembered import MOST_CHARS
from boilerstrip.threads.dates import is_date
from boilerstrip.threads.labels import are_actions, fold, words_of
from boilerstrip.threads.parts import Parts
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import ABOUT
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["constants", "own_words", "unsaid"]

COMPILED: Final = compiled("threads._own")
_WHOLE_TAGS: Final = frozenset({"p", "li", "pre", "blockquote", "code", "td", "th"})
"""Tags in which one word is a sentence."""
_LEAST_WORDS: Final = 6
"""Words of a line beside the words proper that belongs to them: a caption, not a label."""
_LABEL_CHARS: Final = 40
"""Characters of a line that may be the same in many entries because the template writes it."""
_LABEL_WORDS: Final = 5
"""Words of such a line: "One person found this helpful" has as many."""
_LINE_CHARS: Final = 100
"""Characters without white space of a line that only says who and when."""
_SHARE: Final = 0.5
"""Share of the entries in which a line of the template stands."""
_LEAST_ENTRIES: Final = 3
_LEAST_LETTERS: Final = 2
"""Letters of a line that says something: "#1" and an initial do not."""
_LINK_WORDS: Final = 4
"""Words of a line that is nothing but a link and nobody's words."""
_CODE_LABEL_CHARS: Final = 20
"""Characters of a line that names the code below it."""
_CODE_LABELS: Final = frozenset("title description header head label lang language caption toolbar".split())
_NOWHERE: Final = ("#", "javascript:")
"""Beginnings of addresses of links that scripts take over."""
_FILE_RE: Final = re.compile(
    r"\S{1,80}\.\w{2,5}\s?\(\d{1,6}(?:[.,]\d{1,3})?\s?(?:bytes?|[KMG]i?B)\b", re.IGNORECASE
)
_SIZE_RE: Final = re.compile(r"\b\d{1,6}(?:[.,]\d{1,3})?\s?(?:bytes?|[KMG]i?B)\b", re.IGNORECASE)

_EXPANDS_RE: Final = re.compile(
    r"(?:quote[-_]?(?:expand|shrink)|(?:expand|shrink)[-_]?link)(?=\s|$)", re.IGNORECASE
)
"""What the line calls itself that shows more of a quotation, or less, where it is clicked: XenForo's."""
_ACTED_ON: Final = _WHOLE_TAGS | HEADING_TAGS.keys()
"""Tags in which a word without a link is no button."""


def _expands(label: str) -> bool:
    """Whether an element with that class-and-id label is something to click that shows more, or less."""
    return ("xpand" in label or "hrink" in label) and _EXPANDS_RE.search(label[:MOST_CHARS]) is not None


_HOW: Final = (
    _ACTED_ON,
    HEADING_TAGS,
    _WHOLE_TAGS,
    _CODE_LABELS,
    _NOWHERE,
    _FILE_RE.match,
    _SIZE_RE.search,
    _expands,
)
"""What a compiled part is given."""


def constants(reading: Reading, entries: Sequence[Sequence[int]]) -> set[str]:
    """Short lines that stand in many of the entries, digits apart; of each entry its blocks are given."""
    texts = reading.table.text
    least = max(_LEAST_ENTRIES, _SHARE * len(entries))
    if COMPILED:
        found: set[str] = COMPILED.constants(texts, entries, least)
        return found
    n_times: Counter[str] = Counter()
    for blocks in entries:
        n_times.update({fold(texts[block]) for block in blocks if _may_be_label(texts[block])})
    return {text for text, n in n_times.items() if n >= least}


def _may_be_label(text: str) -> bool:
    return 0 < len(text) <= _LABEL_CHARS and text.count(" ") < _LABEL_WORDS


def unsaid(reading: Reading, parts: Parts, blocks: list[int]) -> list[int]:
    """Those of an entry's blocks that have words and are not surely its own."""
    if COMPILED:
        found: list[int] = COMPILED.unsaid(reading, parts, blocks)
        return found
    table = reading.table
    return [block for block in blocks if not parts.is_said(table.element[block]) and table.n_chars[block]]


def own_words(
    reading: Reading, parts: Parts, blocks: Sequence[int], same: set[str], told: set[int]
) -> list[int]:
    """Those of an entry's blocks that are its own words.

    Args:
        blocks: Its blocks, in page order.
        same: The `constants` of the thread.
        told: Blocks that only say who, when or how many votes.
    """
    if COMPILED:
        found: list[int] = COMPILED.own_words(reading, parts, blocks, same, told, _HOW)
        return found
    table = reading.table
    left = [block for block in _without_controls(reading, blocks, same) if block not in parts.buttons]
    texts = [b for b in left if parts.body[table.element[b]] in parts.texts and table.n_chars[b]]
    if texts:
        return _without_actions(table, texts)
    is_free = not _holds_most(reading, parts, blocks)
    words = []
    for block in left:
        element = table.element[block]
        if parts.is_said(element):
            is_aside = fold(table.text[block]) in same and table.tag[element] not in _WHOLE_TAGS
        else:
            is_aside = block in told or _is_label(reading, block, same, is_free=is_free)
        if not is_aside and parts.what[element] != ABOUT:
            words.append(block)
    if any(table.n_chars[block] for block in words):
        return _without_actions(table, words)
    rest = [block for block in left if block not in told and fold(table.text[block]) not in same]
    return [block for block in rest if parts.what[table.element[block]] != ABOUT]


def _without_actions(table: BlockTable, words: list[int]) -> list[int]:
    """The words of an entry without lines that only name what to do with it, unless there are no others."""
    left = [
        block
        for block in words
        if not table.n_chars[block]
        or table.n_chars[block] > _LABEL_CHARS
        or (table.tag[table.element[block]] in _ACTED_ON and table.n_link_chars[block] < table.n_chars[block])
        or not are_actions(table.text[block])
    ]
    return left if any(table.n_chars[block] for block in left) else words


def _without_controls(reading: Reading, blocks: Sequence[int], same: set[str]) -> list[int]:
    """The blocks that are of the entry: no buttons, labels of code, names of files."""
    table = reading.table
    found = []
    for block in blocks:
        n_chars, text = table.n_chars[block], table.text[block]
        is_file = "(" in text and n_chars <= _LINE_CHARS and _FILE_RE.match(text) is not None
        if (
            is_file  # its name and size, below a picture or as an attachment
            or table.tag[table.element[block]] == "button"
            or (n_chars <= _LABEL_CHARS and _expands(table.label[table.element[block]]))
            or (table.n_link_chars[block] and n_chars <= _LABEL_CHARS and _is_button(reading, block, same))
            or (n_chars <= _CODE_LABEL_CHARS and _is_code_label(reading, block))
        ):
            continue
        found.append(block)
    return found


def _is_button(reading: Reading, block: int, same: set[str]) -> bool:
    """Whether a short line with a link is one to click that stands in many entries."""
    table = reading.table
    if table.n_chars[block] <= table.n_link_chars[block] and fold(table.text[block]) in same:
        return True
    return any(
        isinstance(piece, Mark) and piece.kind == "a" and piece.value.startswith(_NOWHERE)
        for piece in table.inline[block]
        if not (isinstance(piece, Mark) and piece.value.startswith("#") and len(piece.value) > 1)
    )


def _is_code_label(reading: Reading, block: int) -> bool:
    """Whether a short line names the code below it, as forums write it: "Code:"."""
    table = reading.table
    if block + 1 >= table.n_blocks:
        return False
    label = table.label[table.element[block]]
    is_above = table.tag[table.element[block + 1]] == "pre"
    return is_above and label != "" and not _CODE_LABELS.isdisjoint(words_of(label))


def _holds_most(reading: Reading, parts: Parts, blocks: Sequence[int]) -> bool:
    """Whether what calls itself the words of an entry holds most of what may be."""
    n_said = n_others = 0
    for block in blocks:
        element, n_chars = reading.table.element[block], reading.table.n_chars[block]
        if parts.is_said(element):
            n_said += n_chars
        elif parts.what[element] != ABOUT:
            n_others += n_chars
    return n_said > n_others


def _is_label(reading: Reading, block: int, same: set[str], *, is_free: bool) -> bool:
    """A line beside the words proper: a title, a label, a number, a link, a file's size.

    `is_free` says that nothing in the entry calls itself its words.
    """
    table = reading.table
    text, n_chars = table.text[block], table.n_chars[block]
    tag = table.tag[table.element[block]]
    if not n_chars:
        return False
    if fold(text) in same or sum(map(str.isalpha, text[:_LABEL_CHARS])) < _LEAST_LETTERS:
        return True
    if n_chars > _LINE_CHARS:
        return False
    is_dated = reading.is_dated[block] and (not is_free or is_date(text))
    if is_dated or tag in HEADING_TAGS or _SIZE_RE.search(text):
        return True
    n_words = text.count(" ") + 1
    if table.n_link_chars[block] >= n_chars and n_words <= _LINK_WORDS:
        return True
    return not is_free and n_words < _LEAST_WORDS
