"""What every scorer is: the seam between the feature matrix and the decision."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

__all__ = ["Scorer"]


class Scorer(Protocol):
    """Gives each block of a page the probability that it is main content."""

    @property
    def name(self) -> str:
        """Name and version, for reports."""

    @property
    def threshold(self) -> float:
        """Probability from which a block is kept."""

    def score(self, matrix: NDArray[np.float32]) -> NDArray[np.float32]:
        """Content probabilities 0..1, shape (n_blocks,).

        Args:
            matrix: Features of one page, shape (n_blocks, n_columns), columns as in
                `features.COLUMNS`.
        """
