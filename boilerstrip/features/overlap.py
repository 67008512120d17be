"""Columns on what a block has in common with the title and the summary that the metadata give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import PageArrays, Vector

__all__ = ["UNSPACED", "description_overlap", "has_unspaced", "title_overlap", "word_set"]

COMPILED: Final = compiled("features._overlap")

_WORD_RE: Final = re.compile(r"\w+")
UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff"
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean (which glues endings to words), for a pattern."""
_UNSPACED_RANGES: Final = re.findall("(.)-(.)", UNSPACED)
_FOREIGN_RE: Final = re.compile("[^\x00-\u0dff\u1e00-\u2e7f]")
"""What texts in Latin letters and their like lack."""
_MAX_HEADING_RATIO: Final = 3.0
"""How many times longer or shorter than the title a heading may be: beyond, Dice is below 0.5."""
_MAX_RATIO: Final = 1.7
"""The same for other blocks, and 0.75."""
_BEGINS_TITLE: Final = 0.95
"""Overlap of a block that is the first half or more of the title: what follows is the site's name."""
_SUMMARY_CHARS: Final = (40, 300)
"""Characters from which a block may begin with the summary; beyond the second number it is not read."""
_MIN_SUMMARY_WORDS: Final = 6
_LAST_SIGMA: Final = "ς"
"""What a capital sigma is in lower case at the end of a word."""
_N_TELLING: Final = 4
"""Longest words of a title or summary, one of which a text must hold to be compared at all."""


def has_unspaced(text: str) -> bool:
    """Whether a text has a character of a script that writes words without blanks."""
    if text.isascii():
        return False
    if COMPILED is not None:
        found: bool = COMPILED.has_between(text, UNSPACED)
        return found
    return _FOREIGN_RE.search(text) is not None and any(map(_is_unspaced, set(text)))


def _is_unspaced(char: str) -> bool:
    """Whether a character is one of `UNSPACED`, which as a pattern takes 7 ms to compile."""
    return any(first <= char <= last for first, last in _UNSPACED_RANGES)


def word_set(text: str) -> frozenset[str]:
    """The different words of a lower-case text; pairs of characters in scripts without blanks.

    >>> sorted(word_set("the 水循環"))
    ['the', '循環', '水循']
    """
    found = COMPILED.words(text) if COMPILED is not None else _WORD_RE.findall(text)
    if not has_unspaced(text):
        return frozenset(found)
    words = set(found)
    for word in [word for word in words if len(word) > 2 and has_unspaced(word)]:
        words.remove(word)
        words.update([word[i : i + 2] for i in range(len(word) - 1)])
    return frozenset(words)


def title_overlap(arrays: PageArrays, title: str, is_heading: NDArray[np.uint8] | Vector) -> Vector:
    """How much a block is the title: words in common, Dice's coefficient, 0..1, shape (n_blocks,).

    0 for blocks too short or too long to be the headline, whatever they have in common.
    """
    overlap = np.zeros(arrays.n_blocks, dtype=np.float32)
    folded = " ".join(title.lower().split())
    wanted = word_set(folded)
    if not wanted:
        return overlap
    n_chars = len(folded) - folded.count(" ")
    texts, sizes = arrays.table.text, arrays.table.n_chars
    blocks = arrays.lowered.holding(_telling(wanted))
    if COMPILED is not None:
        ratios = (_MAX_HEADING_RATIO, _MAX_RATIO, _BEGINS_TITLE)
        title_words = (np.asarray(is_heading, dtype=np.float32), COMPILED.Words(wanted), folded, n_chars)
        COMPILED.titles(texts, sizes, blocks, *title_words, *ratios, word_set, has_unspaced, overlap)
        return overlap
    for i in blocks:
        n = sizes[i]
        if not _may_be_title(n, n_chars, _MAX_HEADING_RATIO):
            continue
        if not _may_be_title(n, n_chars, _MAX_RATIO) and not is_heading[i] and not n <= n_chars <= n * 2:
            continue
        text = texts[i].lower()
        words = word_set(text)
        common = len(words & wanted)
        if common:
            share = 2 * common / (len(words) + len(wanted))
            if folded.startswith(text) and len(text) * 2 >= len(folded):
                share = max(share, _BEGINS_TITLE)
            overlap[i] = share
    return overlap


def _may_be_title(n: int, n_title: int, ratio: float) -> bool:
    """Whether neither a block nor the title has more than so many times the characters of the other."""
    return n * ratio >= n_title and n <= n_title * ratio


def _telling(words: frozenset[str]) -> list[str]:
    """The longest words: a text that holds none of them has next to nothing in common."""
    return sorted(sorted(words), key=len, reverse=True)[:_N_TELLING]


def description_overlap(arrays: PageArrays, description: str) -> Vector:
    """Share of the summary's words that a block holds, 0..1, shape (n_blocks,); 0 for short blocks."""
    overlap = np.zeros(arrays.n_blocks, dtype=np.float32)
    wanted = word_set(description.lower())
    if len(wanted) < _MIN_SUMMARY_WORDS:
        return overlap
    telling, texts, sizes = _telling(wanted), arrays.table.text, arrays.table.n_chars
    might = _may_hold(arrays, telling)
    if COMPILED is not None:
        wanted_words = (telling, COMPILED.Words(wanted), word_set, has_unspaced)
        COMPILED.summaries(
            texts, sizes, might, isinstance(might, list), *_SUMMARY_CHARS, *wanted_words, overlap
        )
        return overlap
    least, most = _SUMMARY_CHARS
    for i in might:
        if sizes[i] <= least:
            continue
        text = texts[i][:most].lower()
        if any(map(text.__contains__, telling)):
            overlap[i] = len(word_set(text) & wanted) / len(wanted)
    return overlap


def _may_hold(arrays: PageArrays, telling: list[str]) -> Iterable[int]:
    """Indices of the blocks that may hold one of these words in their beginning."""
    if _LAST_SIGMA in "".join(telling):  # a text that is cut may end in one
        return range(arrays.n_blocks)
    return [*arrays.lowered.holding(telling), *arrays.lowered.longer]
