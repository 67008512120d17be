"""Gold pages as texts -> samples: rendered in several ways, cut, labelled and measured."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.lines import measure_lines
from boilerstrip.features.matrix import Features
from boilerstrip.textdump import read_lines
from boilerstrip.training.labels import Labels, label_blocks

__all__ = ["TextSample", "sample_text"]


class TextSample(NamedTuple):
    """One text, labelled.

    Attributes:
        id, page_type: Of the gold page.
        group: Its domain, which must not be torn apart.
        rendering: How it was made text.
        features: What was measured of it.
        n_words, n_matched, n_gold: Labels, see `labels.Labels`.
    """

    id: str
    page_type: str
    group: str
    rendering: str
    features: Features
    n_words: NDArray[np.int64]
    n_matched: NDArray[np.int64]
    n_gold: int

    @property
    def is_usable(self) -> bool:
        """Whether something can be learned of it."""
        return self.features.n_blocks > 0 and Labels(self.n_words, self.n_matched, self.n_gold).are_usable


def sample_text(page_id: str, page_type: str, group: str, rendering: str, text: str, gold: str) -> TextSample:
    """One text as a sample.

    Args:
        page_id, page_type, group, rendering: As on `TextSample`.
        text: The text.
        gold: Its main content.
    """
    read = read_lines(text)
    labels = label_blocks(read.table, gold)
    return TextSample(page_id, page_type, group, rendering, measure_lines(read.table, read.n_blank), *labels)
