"""Lists as arrays of whole numbers."""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled

__all__ = ["Indices", "indices", "integers", "numbered", "table_for"]

Indices = NDArray[np.intp]
Value = TypeVar("Value", str, int)

COMPILED: Final = compiled("features._trees")


def integers(values: list[int]) -> NDArray[np.int64]:
    """A list of whole numbers as an array."""
    if COMPILED is None:
        return np.array(values, dtype=np.int64)
    integers = np.empty(len(values), dtype=np.int64)
    COMPILED.integers(values, integers)
    return integers


def indices(values: list[int]) -> Indices:
    """A list of indices as an array."""
    return integers(values).astype(np.intp, copy=False)


def numbered(values: list[Value]) -> tuple[list[Value], Indices]:
    """The different ones of some values, in order of appearance, and the number of each value among them."""
    if COMPILED is not None:
        number = np.empty(len(values), dtype=np.intp)
        return COMPILED.numbered(values, table_for(len(values)), number), number
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(numbers), np.array(list(map(numbers.__getitem__, values)), dtype=np.intp)


def table_for(n: int) -> Indices:
    """Room where compiled parts find so many things by their hash."""
    return np.full(2 << n.bit_length(), -1, dtype=np.intp)
