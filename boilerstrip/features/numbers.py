"""Values as whole numbers."""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled

__all__ = ["Indices", "numbered"]

Indices = NDArray[np.intp]
Value = TypeVar("Value", str, int)

COMPILED: Final = compiled("features._trees")


def numbered(values: list[Value]) -> tuple[list[Value], Indices]:
    """The different ones of some values, in order of appearance, and the number of each value among them."""
    if COMPILED is not None:
        number = np.empty(len(values), dtype=np.intp)
        return COMPILED.numbered(values, number), number
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(numbers), np.array(list(map(numbers.__getitem__, values)), dtype=np.intp)
