"""The block matrix of a large page: each column in the room it needs, rows made some at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Compact"]

_SMALL: Final = (np.dtype(bool), np.dtype(np.uint8))
"""Types of columns that are 0 or 1, as most of all are: single precision takes four times as much."""


class Compact:
    """A float32 matrix, shape (n_blocks, n_columns), of which only what is asked for is made.

    It is indexed as an array of two dimensions: `compact[rows]`, `compact[rows, columns]`.

    Args:
        columns: Numbers or flags, each of shape (n_blocks,), or several at once, one below the other.
    """

    def __init__(self, columns: Iterable[NDArray[Any]]) -> None:
        self._columns: list[NDArray[Any]] = []
        for column in columns:
            least = column if column.dtype in _SMALL else column.astype(np.float32, copy=False)
            self._columns.extend([least] if least.ndim == 1 else least)

    def __len__(self) -> int:
        return len(self._columns[0])

    def __getitem__(self, key: Any) -> NDArray[np.float32]:
        """What a key of numpy's means: rows by a slice or indices, columns by an index, too."""
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        if isinstance(columns, int):
            return self._columns[columns][rows].astype(np.float32)
        wanted = self._columns[columns] if isinstance(columns, slice) else [self._columns[i] for i in columns]
        return np.array([column[rows] for column in wanted], dtype=np.float32).T

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """All of it."""
        return np.asarray(self[:], dtype=dtype)
