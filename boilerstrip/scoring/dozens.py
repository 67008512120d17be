"""The steps of the network with products of boilerstrip's own, where these are numpy's bit by bit.

numpy leaves products to OpenBLAS, which has another kernel for each kind of processor, and each rounds in its
own way. The compiled part rounds as the one for AVX2 does, and skips zeros. Whether numpy has that one is
tried; on other processors numpy's products are used.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np

from boilerstrip.compiled import compiled
from boilerstrip.products import product
from boilerstrip.scoring.neighbours import SHIFTS, Array, Flags, Neighbourhood

__all__ = ["Dozens", "are_same", "encode", "padded"]

COMPILED: Final[Any] = compiled("scoring._dozens")

_MOST: Final = 13
"""Rows that are multiplied at once."""


def are_same(*weights: Array, is_plain: bool = False) -> bool:
    """Whether products with these weights are those of numpy; zeros are skipped, so they must be finite.

    Args:
        weights: Of each product.
        is_plain: Whether nothing is added, and what is negative stays.
    """
    if COMPILED is None or not COMPILED.IS_HERE:
        return False
    return all(bool(np.isfinite(each).all()) for each in weights) and all(
        _agree(*each.shape, is_plain) for each in weights
    )


def padded(weights: Array) -> Array:
    """The weights with columns of zeros up to a multiple of sixteen."""
    return np.ascontiguousarray(np.pad(weights, ((0, 0), (0, -weights.shape[1] % 16))))


@lru_cache(maxsize=64)
def _agree(k: int, width: int, is_plain: bool = False) -> bool:
    """Whether some products of that shape are the same, with as many rows at once as there ever are."""
    most, odd = (COMPILED.MOST_K - 16, (0, 9)) if is_plain else (COMPILED.MOST_WIDTH, (0,))
    if k > COMPILED.MOST_K or width > most or width % 16 not in odd:
        return False
    numbers = np.sin(np.arange(1, (_MOST + width) * k + 1, dtype=np.float32) ** 2)
    rows, weights = numbers[: _MOST * k].reshape(_MOST, k), numbers[_MOST * k :].reshape(k, width)
    rows[:, ::5] = 0
    bias, found = np.zeros(width, dtype=np.float32), np.empty((_MOST, width), dtype=np.float32)
    for n in range(2, _MOST + 1):
        wanted = product(rows[:n], weights)
        COMPILED.multiplied(rows[:n], padded(weights), None if is_plain else bias, None, found[:n])
        if found[:n].tobytes() != (wanted if is_plain else np.maximum(wanted, 0)).tobytes():
            return False
    return True


def encode(rows: Array, bounds: tuple[Array, Array], weights: Array, bias: Array, out: Array) -> Flags:
    """Write rows, two or more, each column within its bounds, times the weights; and give its `signs`."""
    flags = np.empty((len(rows), len(bias) // 8), dtype=np.uint8)
    COMPILED.encoded(rows, *bounds, weights, bias, flags, out)
    return flags


class Dozens(Neighbourhood):
    """The same neighbourhood, of two blocks or more."""

    def _find_groups(self) -> None:
        n, width = self.told.shape
        n_groups = int(self.group.max()) + 1
        self._starts = np.zeros(n_groups + 1, dtype=np.intp)
        self._order = np.empty(n, dtype=np.intp)
        COMPILED.ordered(self.group, self._starts, self._order)
        self._sums: Array = np.empty((n + 1, width), dtype=np.float32)
        self._by_group: Array = np.empty((n_groups, width), dtype=np.float32)

    def tell(self, hidden: Array, weights: Array, bias: Array) -> Array:
        COMPILED.multiplied(hidden, weights, bias, None, self.told)
        COMPILED.sums(self.told, self._sums)
        COMPILED.means(self.told, self._starts, self._order, self._by_group)
        mean: Array = self._sums[-1] / np.float32(len(hidden))
        return mean

    def mix(self, hidden: Array, weights: Array, bias: Array) -> Flags:
        flags = np.empty((len(hidden), len(bias) // 8), dtype=np.uint8)
        around = (hidden, self.padded, SHIFTS, self._by_group, self._sums, self.group)
        COMPILED.mixed(*around, self.first, self.end, self.share, weights, bias, flags)
        return flags
