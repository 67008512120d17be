"""Which categories the words of a class name or id belong to."""

from __future__ import annotations

import re
from functools import lru_cache

from boilerstrip.vocabulary import CATEGORIES, CATEGORY_BIT

__all__ = ["classify"]


def _terms() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    """The terms as look-up tables: whole words, beginnings, endings, pairs -> mask."""
    words, beginnings, endings, pairs = {}, {}, {}, {}  # type: ignore[var-annotated]
    for name, terms in CATEGORIES.items():
        for term in terms.split():
            if "-" in term:
                table = pairs
            elif term.endswith("*"):
                table = beginnings
            elif term.startswith("*"):
                table = endings
            else:
                table = words
            key = term.strip("*")
            table[key] = table.get(key, 0) | CATEGORY_BIT[name]
    return words, beginnings, endings, pairs


_WORDS, _BEGINNINGS, _ENDINGS, _PAIRS = _terms()
_BEGINNING_LENGTHS = sorted({len(term) for term in _BEGINNINGS})
_ENDING_LENGTHS = sorted({len(term) for term in _ENDINGS})
_PAIR_ENDS = frozenset(pair.partition("-")[2] for pair in _PAIRS)
_NOT_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_CAMEL_RE = re.compile("(?<=[a-z])(?=[A-Z])")
_FALSE_FRIENDS = ("tag-", "category-", "has-", "no-", "field--label-")
"""Beginnings of class names whose words tell of something else: WordPress puts a post's own tags and
categories on its article, themes write `has-sidebar`, Drupal `field--label-hidden` (the label, not
the field)."""
_LABEL_CAP = 400
"""Characters of a label that are looked at: utility-class soup beyond that names no purpose."""


@lru_cache(maxsize=65_536)
def _classify_word(word: str) -> int:
    mask = _WORDS.get(word, 0)
    for length in _BEGINNING_LENGTHS:
        mask |= _BEGINNINGS.get(word[:length], 0)
    for length in _ENDING_LENGTHS:
        mask |= _ENDINGS.get(word[-length:], 0)
    return mask


@lru_cache(maxsize=65_536)
def classify(label: str) -> int:
    """The word categories of a class-and-id label, as a mask of `CATEGORY_BIT`.

    >>> classify("wpdCommentText") == CATEGORY_BIT["comment"] | CATEGORY_BIT["content"]
    True
    >>> classify("x7") == classify("") == 0
    True
    """
    label = label[:_LABEL_CAP]
    for beginning in _FALSE_FRIENDS:
        if beginning in label:
            label = " ".join([name for name in label.split() if not name.startswith(_FALSE_FRIENDS)])
            break
    if not label.islower():
        label = _CAMEL_RE.sub(" ", label).lower()
    mask, previous = 0, ""
    for word in label.translate(_NOT_LETTERS).split():
        mask |= _classify_word(word)
        if word in _PAIR_ENDS:
            mask |= _PAIRS.get(f"{previous}-{word}", 0)
        previous = word
    return mask
