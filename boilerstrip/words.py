"""Which categories the words of a class name or id belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from boilerstrip.remembered import MOST_CHARS, remembered
from boilerstrip.vocabulary import CATEGORIES, CATEGORY_BIT

__all__ = [
    "CATEGORY_TABLE",
    "FALSE_FRIENDS",
    "LABEL_CAP",
    "MISLEADING",
    "QUOTATION_MARKS",
    "ZEROED",
    "WordTable",
    "classify",
    "purpose_of",
    "words_in",
    "words_of_each",
]

ZEROED = str.maketrans("123456789", "000000000")
"""For `str.translate`: digits set words apart and are none, so `post-17` tells what `post-18` does."""


class WordTable:
    """Categories of words by their terms, see `vocabulary.CATEGORIES` for what a term is.

    Args:
        terms: Each category's bit with its terms, separated by blanks.

    Attributes:
        words, beginnings, endings: Bits of the terms that are whole words, or parts of some.
        known: Bits of words that were looked up before.
        pairs: Bits of two words in a row, as `one-other`.
        pair_ends: The second words of those.
    """

    def __init__(self, terms: Mapping[int, str]) -> None:
        self.words: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        self.endings: dict[str, int] = {}
        self.pairs: dict[str, int] = {}
        for bit, of_bit in terms.items():
            for term in of_bit.split():
                table = self._table_of(term)
                table[term.strip("*")] = table.get(term.strip("*"), 0) | bit
        self._beginning_lengths = sorted({len(term) for term in self.beginnings})
        self._ending_lengths = sorted({len(term) for term in self.endings})
        self.pair_ends = frozenset(pair.partition("-")[2] for pair in self.pairs)
        self.known: dict[str, int] = {}

    def _table_of(self, term: str) -> dict[str, int]:
        if "-" in term:
            return self.pairs
        if term.endswith("*"):
            return self.beginnings
        return self.endings if term.startswith("*") else self.words

    def mask(self, words: Iterable[str]) -> int:
        """The bits of all categories that these words, lower case and in this order, belong to."""
        mask, previous = 0, ""
        for word in words:
            bits = self.known.get(word)
            mask |= self.look_up(word) if bits is None else bits
            if word in self.pair_ends:
                mask |= self.pairs.get(f"{previous}-{word}", 0)
            previous = word
        return mask

    def counting(self, words: Set[str]) -> set[str]:
        """Those of some words that may be in a category, alone or after another; `mask` of others is 0."""
        known, ends = self.known, self.pair_ends
        for word in [word for word in words if word not in known]:
            self.look_up(word)
        return {word for word in words if known.get(word, 1) or word in ends}

    def look_up(self, word: str) -> int:
        """The bits of a word by itself, which are remembered."""
        mask = self.words.get(word, 0)
        for length in self._beginning_lengths:
            mask |= self.beginnings.get(word[:length], 0)
        for length in self._ending_lengths:
            mask |= self.endings.get(word[-length:], 0)
        if len(self.known) < _MAX_KNOWN and len(word) <= LABEL_CAP:
            self.known[word] = mask
        return mask


_MAX_KNOWN = 32_768
"""Words that a table remembers, none longer than a label: a process of a million pages is not to grow."""
CATEGORY_TABLE = WordTable({CATEGORY_BIT[name]: terms for name, terms in CATEGORIES.items()})
_WORD_RE = re.compile(r"[^\x00-@\[-`{-\x7f\s]+")
"""What stands between the characters of ASCII that are no letters, and white space."""
_LETTERS = "".join([chr(code) if chr(code).isalpha() or code == ord("\n") else " " for code in range(128)])
"""What becomes of the characters of ASCII where names, one on each line, are cut into words."""
_CAMEL_RE = re.compile("[A-Z](?<=[a-z][A-Z])")
"""A capital behind a small letter; searched for by the capital, for there are few."""
MISLEADING = (
    *("overflow-", "backface-", "scrollbar-"),  # how what does not fit is cut off: nothing is hidden
    *("text-secondary", "bg-secondary", "border-secondary"),  # colours
    *("elementor-element-", "wp-elements-", "wp-container-", "fl-node-"),  # numbers, with letters in them
    *("field--label-", "field-label-"),  # Drupal: `hidden` is the label, not the field
    *("product-footer", "et_pb_fullwidth_header"),  # Flatsome: the description; Divi: a headline and its lead
    *("deprecation-comment", "code-comment", "rdfs-comment"),  # Javadoc, manual of PHP: what is said of code
    *("row-offcanvas", "wp-lightbox-container"),  # what holds the page, or an image
    *("wp--skip-link--target", "skip-link-target"),  # the main part of a page, which the link leads to
    "accordion-item__dropdown",  # Squarespace: an answer
    "subscriber-preview",  # BLOX: the beginning of an article
)
"""Beginnings of class names whose words tell of something else, whoever asks them."""
FALSE_FRIENDS = ("tag-", "category-", "has-", "no-", *MISLEADING)
"""The same, and those of names that tell what a page or an element has: WordPress puts a post's own tags and
categories on its article, themes write `has-sidebar`."""
QUOTATION_MARKS = "\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u2026 "
"""What stands around a sentence that is taken out of a text to be shown in large letters, blanks among it."""
LABEL_CAP = MOST_CHARS
"""Characters of a label that are looked at: utility-class soup beyond that names no purpose."""


def words_in(name: str) -> list[str]:
    """The words of a class name or id, lower case.

    >>> words_in("postBody-2_main")
    ['post', 'body', 'main']
    """
    if not name.islower():
        name = _CAMEL_RE.sub(r" \g<0>", name).lower()
    return _WORD_RE.findall(name)


def words_of_each(names: Sequence[str]) -> list[list[str]]:
    """The `words_in` each of some names without white space.

    >>> words_of_each(["site-nav", "postBody"])
    [['site', 'nav'], ['post', 'body']]
    """
    page = "\n".join(names)
    if not page.islower():
        page = _CAMEL_RE.sub(r" \g<0>", page).lower()
    if not names:
        return []
    if page.isascii():
        return [*map(str.split, page.translate(_LETTERS).split("\n"))]
    return [*map(_WORD_RE.findall, page.split("\n"))]


@remembered
def classify(label: str) -> int:
    """The word categories of a class-and-id label, as a mask of `CATEGORY_BIT`."""
    return CATEGORY_TABLE.mask(words_in(purpose_of(label)))


def purpose_of(label: str) -> str:
    """What of a label is looked at."""
    label = label[:LABEL_CAP]
    for beginning in FALSE_FRIENDS:
        if beginning in label:
            return " ".join([name for name in label.split() if not name.startswith(FALSE_FRIENDS)])
    return label
