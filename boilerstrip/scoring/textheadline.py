"""The headline of a text: found once it is known where the prose is that it stands over, and kept once."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence, Set
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.lines import LINE_COLUMNS
from boilerstrip.features.matrix import Features
from boilerstrip.features.overlap import word_set
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["Headed", "settle_headline"]

_IS_PROSE: Final = LINE_COLUMNS.index("is_prose")
_LOOKS: Final = [
    LINE_COLUMNS.index(f) for f in ("ends_sentence", "first_upper", "signs_share", "digits_share")
]
_WIDE: Final = LINE_COLUMNS.index("wide_share")
_TOLD: Final = [i for i, name in enumerate(LINE_COLUMNS) if name.startswith("told_")]

_MOST_BEFORE: Final = 40
"""Lines before the first kept prose in which the headline is looked for."""
_CHARS: Final = (8, 200)
"""Characters of a headline."""
_PROSE_CHARS: Final = 100
"""Characters of a line of prose that a headline may stand over, where there is such a line."""
_N_PROSE: Final = 10
_PROSE_LOOKED_AT: Final = 600
"""Lines of prose, and characters of each, whose words tell which line is the headline."""
_TELLING_CHARS: Final = 4
"""Letters of a word from which it is compared."""
_LEAST: Final = 6.5
_SHARE: Final = 7.5
_LOG_OWN: Final = -1.8
_LOG_COMMON: Final = 0.2
_LOG_CHARS: Final = 1.5
_TWICE: Final = 1.2
_IS_TOLD: Final = -0.5
_ENDS_SENTENCE: Final = -1.0
_LOG_DISTANCE: Final = -0.7
_FIRST_UPPER: Final = 0.5
_SIGNS_SHARE: Final = -6.0
_HAS_DIGIT: Final = 1.1
_TAG_WEIGHTS: Final = {"h1": 3.3, "h2": 0.6, "h3": -1.2, "h4": -1.2, "h5": -1.2, "h6": -1.2}
"""What speaks for a line to be the headline, and the least that must: a logistic choice among the lines above
the prose, fitted to 817 development pages in two renderings, whose titles the metadata give. share and
log_common: of the line's telling words, those that the prose holds; log_own: these words; twice: it stands
above already; log_distance: lines to the prose. On 341 other pages it found 102 of 237 headlines; wrong were
85, mostly headings."""
_MOST_BY_WORDS: Final = 2.52
"""More than a line's words can speak for it: six of them, all of which the prose holds, are worth 2.512."""
_LABEL_CHARS: Final = 60
"""Characters below which a line that is also above the headline is the page's, not the article's."""
_SIGNS: Final = ",.:;!?()[]\"'“”„’‘«»–—|"


class Headed(NamedTuple):
    """What is kept of a text.

    Attributes:
        kept: Of each block, shape (n_blocks,).
        headline: Index of the block that is the headline, -1 for none.
    """

    kept: NDArray[np.bool_]
    headline: int


def settle_headline(table: BlockTable, features: Features, kept: NDArray[np.bool_]) -> Headed:
    """Find the headline, and keep it once.

    Where there is no doubt about it (it stands above already, or the text says that it is a heading of the
    first level), what stands above it goes, and so do its repetitions below, but for prose.

    Args:
        table: The text's blocks.
        features: Of the text.
        kept: The choice, shape (n_blocks,).
    """
    headline = _find(table, features, kept)
    if headline < 0:
        return Headed(kept, -1)
    settled, texts = kept.copy(), table.text
    copies = {texts[headline]}
    if table.tag[table.element[headline]] == "h1" or texts[headline] in texts[:headline]:
        settled[:headline] &= features.blocks[:headline, _IS_PROSE] > 0
        copies.update(text for text in texts[:headline] if len(text) < _LABEL_CHARS)
    for i in np.flatnonzero(settled).tolist():
        # A table of contents above the headline names the article's own headings.
        if texts[i] in copies and (
            texts[i] == texts[headline] or table.tag[table.element[i]] not in HEADING_TAGS
        ):
            settled[i] = False
    settled[headline] = True
    return Headed(settled, headline)


def _find(table: BlockTable, features: Features, kept: NDArray[np.bool_]) -> int:
    """Index of the headline, -1 where no line is worth it."""
    rows, texts = features.blocks, table.text
    prose = np.flatnonzero(kept & (rows[:, _IS_PROSE] > 0)).tolist()
    if not prose:
        return -1
    prose = [i for i in prose if table.n_chars[i] >= _PROSE_CHARS] or prose
    first = prose[0]
    split: Callable[[str], Iterable[str]] = word_set if rows[:, _WIDE].any() else str.split
    words: Set[str] | None = None
    start = max(first - _MOST_BEFORE, 0)
    looks = rows[start:first, _LOOKS].tolist()
    told: list[bool] = (rows[start:first, _TOLD].max(axis=1) > 0).tolist()
    best, best_value = -1, _LEAST
    above = set[str]()
    for i, (ends_sentence, first_upper, signs_share, digits_share), is_told in zip(
        range(start, first), looks, told, strict=True
    ):
        text = texts[i]
        if _CHARS[0] <= len(text) <= _CHARS[1]:
            by_shape = (
                _LOG_CHARS * math.log1p(len(text))
                + _TWICE * (text in above)
                + _IS_TOLD * is_told
                + _ENDS_SENTENCE * ends_sentence
                + _LOG_DISTANCE * math.log1p(first - i)
                + _FIRST_UPPER * first_upper
                + _SIGNS_SHARE * signs_share
                + _HAS_DIGIT * (digits_share > 0)
                + _TAG_WEIGHTS.get(table.tag[table.element[i]], 0.0)
            )
            if by_shape + _MOST_BY_WORDS > best_value:
                if words is None:
                    prose_words = [texts[j][:_PROSE_LOOKED_AT] for j in prose[:_N_PROSE]]
                    words = _words(split, prose_words)
                value = _by_words(_words(split, [text]), words) + by_shape
                if value > best_value:
                    best, best_value = i, value
        above.add(text)
    return best


def _by_words(line: Set[str], prose: Set[str]) -> float:
    """What the words of a line have to say for it, by those of the first prose."""
    own = {word for word in line if _is_telling(word)}
    n_common = len(own & prose)
    return (
        _SHARE * (n_common / (len(own) + 2))
        + _LOG_OWN * math.log1p(len(own))
        + _LOG_COMMON * math.log1p(n_common)
    )


def _words(split: Callable[[str], Iterable[str]], texts: Sequence[str]) -> set[str]:
    """The words of texts, lower case, without the signs around them."""
    words = set(split("\n".join(texts).lower()))
    return {word if word.isalnum() else word.strip(_SIGNS) for word in words}


def _is_telling(word: str) -> bool:
    return len(word) >= _TELLING_CHARS or not word.isascii()
