"""Columns on telling phrases: in the block itself, and in the small box around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import Columns, Matrix, PageArrays
from boilerstrip.features.joined import Joined
from boilerstrip.features.overlap import UNSPACED
from boilerstrip.phrases import PHRASES

__all__ = ["PHRASE_COLUMNS", "measure_phrases", "told_roles"]

_MAX_CHARS: Final = {"advertisement": 30, "related": 60, "share": 60}
"""Characters above which a block that holds such a phrase is prose that happens to use it."""
_BOXED: Final = ("donation", "newsletter", "cookie-notice", "comment-form")
"""What comes as a box: its other paragraphs need not say what it is."""
_MAX_BOX_SHARE: Final = 0.3
"""Share of the page's prose above which an element is no box but (part of) the article."""
_BOX_TAGS: Final = frozenset(
    {"div", "section", "aside", "form", "table", "fieldset", "dialog", "details", "li"}
)
_MIN_LINKS: Final = 0.5
"""Link density from which the lines under a "related" label belong to it."""

_WORD_RE: Final = re.compile(r"\w+")
_UNSPACED_RE: Final = re.compile(f"[{UNSPACED}]")


class _Phrase(NamedTuple):
    text: str
    gate: frozenset[str]  # words that a page must hold to hold the phrase
    is_unspaced: bool


def _phrase(text: str) -> _Phrase:
    """A phrase with its gate; none for scripts without blanks.

    Phrases begin where a word begins; only the last of several words may be a stem.
    """
    words = _WORD_RE.findall(text)
    is_unspaced = _UNSPACED_RE.search(text) is not None
    return _Phrase(text, frozenset(() if is_unspaced else words[:-1] or words), is_unspaced)


_GATED: Final = {role: tuple(map(_phrase, phrases)) for role, phrases in PHRASES.items()}
"""The phrases with their gates: most are ruled out by one look into the page's set of words."""

PHRASE_COLUMNS: Final = (
    *(f"phrase_{role}" for role in PHRASES),
    *(f"boxed_{role}" for role in _BOXED),
    "after_related",
)
"""All 0 or 1. phrase_*: the block holds such a phrase; boxed_*: the nearest box-like element around
it that is small beside the page's prose holds one; after_related: one of the link lines that follow
a "related" label."""


def measure_phrases(arrays: PageArrays) -> Columns:
    """The columns of `PHRASE_COLUMNS`."""
    lowered = arrays.lowered
    words = _words(lowered.page)
    is_unspaced = _UNSPACED_RE.search(lowered.page) is not None
    found = {
        role: _find(lowered, [p for p in phrases if p.gate <= words and p.is_unspaced <= is_unspaced])
        for role, phrases in _GATED.items()
    }
    for role, most in _MAX_CHARS.items():
        found[role] &= arrays.chars <= most
    boxes = _boxes(arrays) if any(found[role].any() for role in _BOXED) else None
    columns: Columns = [found[role] for role in PHRASES]
    for role in _BOXED:
        if boxes is None or not found[role].any():
            columns.append(np.zeros(arrays.n_blocks, dtype=bool))
        else:
            holds = arrays.sums(found[role].astype(np.float32))
            held = holds[arrays.end[boxes]] - holds[arrays.first[boxes]]
            columns.append((boxes >= 0) & (held > 0))
    columns.append(_after_related(arrays, found["related"]))
    return columns


def told_roles(phrase_columns: Matrix) -> list[str]:
    """What phrases say each block is: a dropped role, "" where they say nothing; length n_blocks.

    Args:
        phrase_columns: The columns of `PHRASE_COLUMNS`, shape (n_blocks, n_columns).
    """
    roles = [""] * len(phrase_columns)
    for name in reversed(PHRASE_COLUMNS):  # what a block says itself outranks the box it is in
        role = "related" if name == "after_related" else name.partition("_")[2]
        for i in np.flatnonzero(phrase_columns[:, PHRASE_COLUMNS.index(name)]):
            roles[i] = role
    return roles


def _words(page: str) -> set[str]:
    """All words of a text; most are told by the blanks around them, which is faster than a pattern."""
    words = set(page.split())
    words.update(_WORD_RE.findall(" ".join([word for word in words if not word.isalnum()])))
    return words


def _find(lowered: Joined, phrases: Iterable[_Phrase]) -> NDArray[np.bool_]:
    """Which blocks hold one of the phrases."""
    page, places = lowered.page, list[int]()
    for phrase in phrases:
        at = page.find(phrase.text)
        is_word = phrase.gate == {phrase.text}
        while at >= 0:
            end = at + len(phrase.text)
            begins = phrase.is_unspaced or not page[at - 1 : at].isalnum()
            if begins and not (is_word and page[end : end + 1].isalnum()):
                places.append(at)
            at = page.find(phrase.text, end)
    return lowered.at(places)


def _boxes(arrays: PageArrays) -> NDArray[np.intp]:
    """For each block the nearest box-like element around it that is small; -1 where none.

    "Small" is measured against the page's prose outside of the box as well, so that a page about
    donations is not taken for a donation box.
    """
    prose = arrays.sums(arrays.prose)
    held = prose[arrays.end] - prose[arrays.first]
    is_box = arrays.of_tags(_BOX_TAGS.__contains__) > 0
    is_box &= held <= _MAX_BOX_SHARE * prose[-1]
    nearest = arrays.nearest(is_box)
    return np.where(is_box[nearest], nearest, -1)


def _after_related(arrays: PageArrays, is_label: NDArray[np.bool_]) -> NDArray[np.bool_]:
    after = np.zeros(arrays.n_blocks, dtype=bool)
    for label in np.flatnonzero(is_label):
        i = int(label) + 1
        # What is marked already has been followed to its end, from the label before.
        while i < arrays.n_blocks and not after[i] and _is_link_line(arrays, i):
            after[i] = True
            i += 1
    return after


def _is_link_line(arrays: PageArrays, block: int) -> bool:
    return bool(arrays.link_density[block] >= _MIN_LINKS or not arrays.chars[block])
