"""Products of matrices, each row's the same however many rows and processors there are."""

from __future__ import annotations

from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["product"]

Kind = TypeVar("Kind", bound=np.floating[Any])

_DOZEN: Final = 12
"""Rows that BLAS works on together. What is more or less than a multiple of it is rounded in other ways."""
_MOST: Final = 262_144
"""Multiplications up to which OpenBLAS works in the thread that asks. Its own threads go on spinning for
20 ms and more when they are done: pages of some hundred blocks took twice as much CPU, no less time."""


def product(rows: NDArray[Kind], weights: NDArray[Kind], out: NDArray[Kind] | None = None) -> NDArray[Kind]:
    """`rows @ weights`, some dozen rows at a time.

    Args:
        rows: Shape (n, k).
        weights: Shape (k, m).
        out: Where the product is written, shape (n, m), its rows one after the other; a new array where None.
    """
    n, k = rows.shape
    width = weights.shape[1]
    if out is None:
        out = np.empty((n, width), dtype=np.result_type(rows, weights))
    together = _DOZEN * max(1, _MOST // max(1, _DOZEN * k * width))
    whole = n // together * together
    if whole and n - whole == 1:  # of a single row numpy makes something else, rounded in another way
        whole -= together
    if whole:
        shape = (whole // together, together)
        np.matmul(rows[:whole].reshape(*shape, k), weights, out=out[:whole].reshape(*shape, width))
    while whole < n:
        end = n if n - whole <= _DOZEN + 1 else whole + _DOZEN
        np.matmul(rows[whole:end], weights, out=out[whole:end])
        whole = end
    return out
