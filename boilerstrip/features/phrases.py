"""Columns on telling phrases: in the block itself, and in the small box around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import Matrix, PageArrays, Vector
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
_EDGES: Final = "\"'.,:;!?()[]{}<>*|/\\-–—…“”„‘’«»‹›¿¡•·→©"
"""What stands around a word without being part of it."""
_UNSPACED_RE: Final = re.compile(f"[{UNSPACED}]")


def _gate(phrase: str) -> str:
    """A word that a page must hold to hold the phrase; "" for scripts without blanks.

    Phrases begin where a word begins; only the last of several words may be a stem.
    """
    words = _WORD_RE.findall(phrase)
    return "" if _UNSPACED_RE.search(phrase) else max(words[:-1] or words, key=len)


_GATED: Final = {
    role: tuple((phrase, _gate(phrase)) for phrase in phrases) for role, phrases in PHRASES.items()
}
"""The phrases with their gates: most are ruled out by one look into the page's set of words."""

PHRASE_COLUMNS: Final = (
    *(f"phrase_{role}" for role in PHRASES),
    *(f"boxed_{role}" for role in _BOXED),
    "after_related",
)
"""All 0 or 1. phrase_*: the block holds such a phrase; boxed_*: the nearest box-like element around
it that is small beside the page's prose holds one; after_related: one of the link lines that follow
a "related" label."""


def measure_phrases(arrays: PageArrays) -> Matrix:
    """The columns of `PHRASE_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    texts = arrays.lowered
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    page = "\n".join(texts)
    words = {word.strip(_EDGES) for word in set(page.split())}
    if _UNSPACED_RE.search(page):
        words.add("")
    found = {
        role: _find(page, [pair for pair in phrases if pair[1] in words], starts)
        for role, phrases in _GATED.items()
    }
    for role, most in _MAX_CHARS.items():
        found[role] &= arrays.chars <= most
    boxes = _boxes(arrays) if any(found[role].any() for role in _BOXED) else None
    columns: list[Vector] = [found[role].astype(np.float32) for role in PHRASES]
    for role in _BOXED:
        if boxes is None or not found[role].any():
            columns.append(np.zeros(arrays.n_blocks, dtype=np.float32))
        else:
            holds = arrays.sums(found[role].astype(np.float32))
            held = holds[arrays.end[boxes]] - holds[arrays.first[boxes]]
            columns.append(((boxes >= 0) & (held > 0)).astype(np.float32))
    columns.append(_after_related(arrays, found["related"]))
    return np.stack(columns, axis=1)


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


def _find(page: str, phrases: Iterable[tuple[str, str]], starts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which blocks hold one of the phrases, given with their gates.

    `page` is all blocks' text, each followed by a line end; `starts` are their offsets in it.
    """
    offsets = []
    for phrase, gate in phrases:
        at = page.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            begins = not gate or not page[at - 1 : at].isalnum()
            if begins and (gate != phrase or not page[end : end + 1].isalnum()):
                offsets.append(at)
            at = page.find(phrase, end)
    found = np.zeros(len(starts), dtype=bool)
    if offsets:
        found[np.searchsorted(starts, offsets, side="right") - 1] = True
    return found


def _boxes(arrays: PageArrays) -> NDArray[np.intp]:
    """For each block the nearest box-like element around it that is small; -1 where none.

    "Small" is measured against the page's prose outside of the box as well, so that a page about
    donations is not taken for a donation box.
    """
    prose = arrays.sums(arrays.prose)
    held = prose[arrays.end] - prose[arrays.first]
    is_box = np.array([tag in _BOX_TAGS for tag in arrays.table.tag])
    is_box &= held <= _MAX_BOX_SHARE * prose[-1]
    nearest = arrays.nearest(is_box)
    return np.where(is_box[nearest], nearest, -1)


def _after_related(arrays: PageArrays, is_label: NDArray[np.bool_]) -> Vector:
    after = np.zeros(arrays.n_blocks, dtype=np.float32)
    for label in np.flatnonzero(is_label):
        i = int(label) + 1
        # What is marked already has been followed to its end, from the label before.
        while i < arrays.n_blocks and not after[i] and _is_link_line(arrays, i):
            after[i] = 1
            i += 1
    return after


def _is_link_line(arrays: PageArrays, block: int) -> bool:
    return bool(arrays.link_density[block] >= _MIN_LINKS or not arrays.chars[block])
