"""Logarithms of whole numbers, as numpy has them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import PageArrays

__all__ = ["log_table", "single_logs"]

_LEAST: Final = 12
"""Bits of the smallest table: what most pages need."""


def log_table(arrays: PageArrays) -> NDArray[np.float64]:
    """Logarithms of 1 + i and of i, for i from 0 to more than a page has blocks or elements; of 0 it is 0."""
    return _table(max(_LEAST, max(arrays.n_blocks, len(arrays.up)).bit_length()))


def single_logs(n: int = 0) -> NDArray[np.float32]:
    """Logarithms of 1 + i in single precision, which are others, for i from 0 to more than n."""
    return _single_table(max(_LEAST, n.bit_length()))


@lru_cache(maxsize=2)
def _single_table(bits: int) -> NDArray[np.float32]:
    table = np.log1p(np.arange(1 << bits, dtype=np.float32))
    table.flags.writeable = False
    return table


@lru_cache(maxsize=2)
def _table(bits: int) -> NDArray[np.float64]:
    numbers = np.arange(1 << bits)
    table = np.stack([np.log1p(numbers), np.log(np.maximum(numbers, 1))])
    table.flags.writeable = False
    return table
