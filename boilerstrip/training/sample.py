"""A labelled page, read and measured, as the fitting takes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import Features, measure
from boilerstrip.metadata import Clues
from boilerstrip.training.labels import Labels

__all__ = ["Sample", "measured"]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One labelled page of n blocks.

    Attributes:
        id, page_type: Of the gold page.
        group: What must not be torn apart: the page's domain, or the folder it lies in.
        table, title, clues: What the page's features are measured of.
        features: The features.
        n_words, n_matched, n_gold: Labels, see `labels.Labels`.
        is_auxiliary: Of another gold standard, whose labels may follow other rules.
    """

    id: str
    page_type: str
    group: str
    table: BlockTable = field(repr=False)
    title: str | None = field(repr=False)
    clues: Clues = field(repr=False)
    features: Features = field(repr=False)
    n_words: NDArray[np.int64] = field(repr=False)
    n_matched: NDArray[np.int64] = field(repr=False)
    n_gold: int
    is_auxiliary: bool = False

    @property
    def is_content(self) -> NDArray[np.bool_]:
        """Which blocks are main content as a whole, shape (n_blocks,)."""
        is_whole: NDArray[np.bool_] = (self.n_matched == self.n_words) & (self.n_words > 0)
        return is_whole

    @property
    def is_usable(self) -> bool:
        """Whether something can be learned of it: it has blocks, and its main content is among them."""
        labels = Labels(self.n_words, self.n_matched, self.n_gold)
        return self.features.n_blocks > 0 and labels.are_usable


def measured(sample: Sample) -> Sample:
    """The same with its features measured anew, after its table has changed."""
    return replace(sample, features=measure(sample.table, sample.title, sample.clues))
