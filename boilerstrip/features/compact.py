"""The block matrix of a large page: each column in the room it needs, rows made some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Compact"]

_SMALL: Final = (np.dtype(bool), np.dtype(np.uint8))
"""Types of columns that are 0 or 1, as most of all are: single precision takes four times as much."""
_STACKED: Final = 16
"""Columns of a kind that are put together: of each alone a row would be made more slowly."""


class Compact:
    """A float32 matrix, shape (n_blocks, n_columns), of which only what is asked for is made.

    It is indexed as an array of two dimensions: `compact[rows]`, `compact[rows, columns]`.

    Args:
        columns: Numbers or flags, each of shape (n_blocks,), or several at once, one below the other.
    """

    def __init__(self, columns: Iterable[NDArray[Any]]) -> None:
        self._stacks = list(_stacked(columns))
        self._columns = [column for stack in self._stacks for column in stack]

    def __len__(self) -> int:
        return len(self._columns[0])

    def __getitem__(self, key: Any) -> NDArray[np.float32]:
        """What a key of numpy's means: rows by a slice or indices, columns by an index, too."""
        if not isinstance(key, tuple):
            return self._rows(key)
        rows, columns = key
        if isinstance(columns, int):
            return np.asarray(self._columns[columns][rows], dtype=np.float32)
        wanted = self._columns[columns] if isinstance(columns, slice) else [self._columns[i] for i in columns]
        return np.array([column[rows] for column in wanted], dtype=np.float32).T

    def _rows(self, rows: slice | NDArray[np.intp]) -> NDArray[np.float32]:
        """Some rows with all their columns."""
        parts = [stack[:, rows] for stack in self._stacks]
        made = np.empty((len(self._columns), parts[0].shape[1]), dtype=np.float32)
        at = 0
        for part in parts:
            made[at : at + len(part)] = part
            at += len(part)
        return made.T

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """All of it."""
        return np.asarray(self[:], dtype=dtype)


def _stacked(columns: Iterable[NDArray[Any]]) -> Iterator[NDArray[Any]]:
    """The columns in their order, some of a kind together, one below the other."""
    waiting: list[NDArray[Any]] = []
    for column in columns:
        least = column if column.dtype in _SMALL else column.astype(np.float32, copy=False)
        is_like = waiting and (least.dtype in _SMALL) == (waiting[0].dtype in _SMALL)
        if waiting and (not is_like or least.ndim > 1 or len(waiting) == _STACKED):
            yield np.stack(waiting)
            waiting = []
        if least.ndim > 1:
            yield least
        else:
            waiting.append(least)
    if waiting:
        yield np.stack(waiting)
