"""Products of matrices, each row's the same however many rows and processors there are."""

from __future__ import annotations

from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["product"]

Kind = TypeVar("Kind", bound=np.floating[Any])

_DOZEN: Final = 12
"""Rows that are multiplied at once: what kernels of BLAS take together. They round by how many there are; and
OpenBLAS has threads of its own work on more than 262,144 multiplications, a page of 20 blocks. These go on
spinning for 20 ms and more when they are done: pages took twice as much CPU, and no less time."""


def product(rows: NDArray[Kind], weights: NDArray[Kind], out: NDArray[Kind] | None = None) -> NDArray[Kind]:
    """`rows @ weights`, a dozen rows at a time.

    Args:
        rows: Shape (n, k).
        weights: Shape (k, m).
        out: Where the product is written, shape (n, m), its rows one after the other; a new array where None.
    """
    (n, k), m = rows.shape, weights.shape[1]
    if out is None:
        out = np.empty((n, m), dtype=np.result_type(rows, weights))
    n_dozens = n // _DOZEN
    if n_dozens and n % _DOZEN == 1:  # of a single row numpy makes something else, rounded in another way
        n_dozens -= 1
    whole = n_dozens * _DOZEN
    if whole:
        shape = (n_dozens, _DOZEN)
        np.matmul(rows[:whole].reshape(*shape, k), weights, out=out[:whole].reshape(*shape, m))
    if whole < n:
        np.matmul(rows[whole:], weights, out=out[whole:])
    return out
