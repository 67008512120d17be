"""Labels: which blocks of a page its gold standard holds, by aligning the words of both.

The page's words and the gold's are aligned by their longest common subsequence; a block's label is
the share of its words that are aligned. Unlike a comparison of word sets this tells a menu entry
"Prices" from the heading "Prices" of the article, and of two copies of a text it takes one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features.overlap import UNSPACED

__all__ = ["Labels", "label_blocks", "words_of"]

_WORD_RE: Final = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])\w)+")
_MIN_COVERAGE: Final = 0.5
"""Share of the gold's words that must be found in a page for its labels to be used."""


class Labels(NamedTuple):
    """The labels of one page.

    Attributes:
        n_words: Words of each block, int64, shape (n_blocks,); a letter of a script without blanks is one.
        n_matched: Those of them that are aligned to the gold's, same shape.
        n_gold: Words of the gold.
    """

    n_words: NDArray[np.int64]
    n_matched: NDArray[np.int64]
    n_gold: int

    @property
    def are_usable(self) -> bool:
        """Whether the main content is in the HTML at all; a page without main content is usable."""
        return int(self.n_matched.sum()) >= _MIN_COVERAGE * self.n_gold


def words_of(text: str) -> list[str]:
    """The words of a text, lower case; single letters in scripts without blanks.

    >>> words_of("Der Fluß, 河流 2")
    ['der', 'fluß', '河', '流', '2']
    """
    return _WORD_RE.findall(text.lower())


def label_blocks(table: BlockTable, gold: str) -> Labels:
    """Align a page's blocks with its gold.

    Args:
        table: The page's blocks.
        gold: The main content as plain text.
    """
    from rapidfuzz.distance import LCSseq

    of_blocks = [words_of(text) for text in table.text]
    of_gold = words_of(gold)
    n_words = np.fromiter(map(len, of_blocks), dtype=np.int64, count=len(of_blocks))
    codes: dict[str, int] = {}
    page = [codes.setdefault(word, len(codes)) for words in of_blocks for word in words]
    wanted = [codes.setdefault(word, len(codes)) for word in of_gold]
    aligned = np.zeros(len(page), dtype=np.int64)
    for step in LCSseq.opcodes(page, wanted):
        if step.tag == "equal":
            aligned[step.src_start : step.src_end] = 1
    owner = np.repeat(np.arange(len(n_words)), n_words)
    matched = np.bincount(owner, weights=aligned, minlength=len(n_words)).astype(np.int64)
    return Labels(n_words, matched, len(of_gold))
