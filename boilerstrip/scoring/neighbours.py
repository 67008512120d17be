"""What the blocks of a page are told by those around them, in the rounds of the network."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features import Features
from boilerstrip.products import product

__all__ = ["ROWS", "SHIFTS", "Array", "Flags", "Neighbourhood", "rectify", "signs"]

COMPILED: Final = compiled("scoring._network")

Array = NDArray[np.float32]
Flags = NDArray[np.uint8]

SHIFTS: Final = (-2, -1, 1, 2)
"""Neighbours that a round looks at, by how many blocks they stand before (positive) or behind."""
ROWS: Final = 960
"""Blocks that are looked at together, some dozens (see `products`): a kilobyte is made for each."""


class Neighbourhood:
    """Who tells whom on a page; the same in every round.

    Attributes:
        told: What each block tells, as the last round wrote it, shape (n, width).
        padded: The same with rows of zeros before and behind, as many as the largest shift.
        group, first, end: As in the features.
        share: 1 over the blocks of each container.
    """

    def __init__(self, features: Features, width: int) -> None:
        reach = max(SHIFTS)
        self.padded: Array = np.zeros((features.n_blocks + 2 * reach, width), dtype=np.float32)
        self.told: Array = self.padded[reach:-reach]
        self.group, self.first, self.end = features.group, features.first, features.end
        held = np.maximum(features.end - features.first, 1)
        self.share: Array = np.reciprocal(held, dtype=np.float32)
        self._find_groups()

    def _find_groups(self) -> None:
        self._order = np.argsort(self.group, kind="stable")
        sizes = np.bincount(self.group)
        self._starts = np.concatenate((np.zeros(1, dtype=np.intp), np.cumsum(sizes)[:-1]))
        self._group_share: Array = np.reciprocal(sizes, dtype=np.float32)[:, None]

    def tell(self, hidden: Array, weights: Array, bias: Array) -> Array:
        """Have each block tell what its encoding says times the weights; the mean of that, shape (width,)."""
        rectify(product(hidden, weights, self.told), bias)
        mean: Array = self.told.mean(axis=0)
        return mean

    def mix(self, hidden: Array, weights: Array, bias: Array) -> Flags:
        """Write over each block's encoding: it and what it is told times the weights; and its `signs`."""
        (n, own), padded = hidden.shape, self.padded
        width, reach = padded.shape[1], max(SHIFTS)
        by_group = self._group_means()
        sums = _sums(self.told)
        around: Array = np.empty((min(n, ROWS), len(weights)), dtype=np.float32)
        for start in range(0, n, ROWS):  # some rows at a time: of all together this is the largest array
            end = min(start + ROWS, n)
            out = around[: end - start]
            if COMPILED is not None:
                spans = (self.group, self.first, self.end, self.share)
                COMPILED.gathered(hidden, padded, SHIFTS, by_group, sums, *spans, start, out)
                product(out, weights, hidden[start:end])
                continue
            out[:, :own] = hidden[start:end]
            at = own
            for shift in SHIFTS:
                out[:, at : at + width] = padded[reach - shift + start : reach - shift + end]
                at += width
            out[:, at : at + width] = by_group.take(self.group[start:end], axis=0)
            means = sums.take(self.end[:, start:end], axis=0)
            means -= sums.take(self.first[:, start:end], axis=0)
            means *= self.share[:, start:end, None]
            out[:, at + width :] = means.transpose(1, 0, 2).reshape(end - start, -1)
            product(out, weights, hidden[start:end])
        return signs(rectify(hidden, bias))

    def _group_means(self) -> Array:
        """The mean over the blocks of each group, shape (n_groups, width)."""
        means = np.add.reduceat(self.told.take(self._order, axis=0), self._starts, axis=0)
        means *= self._group_share
        return means


def rectify(values: Array, bias: Array) -> Array:
    """values + bias, negative ones as 0; in place."""
    if COMPILED is not None and values.ndim > 1:
        COMPILED.rectified(values, bias)
        return values
    values += bias
    return np.maximum(values, 0, out=values)


def signs(values: Array) -> Flags:
    """Which are more than 0, eight in a byte, row by row."""
    n, width = values.shape
    if width % 8:
        return np.packbits(values > 0, axis=1)
    return np.packbits(values > 0).reshape(n, width // 8)  # all rows as one: it takes a tenth of the time


def _sums(rows: Array) -> Array:
    """Sums of the rows before each, and of all, shape (n + 1, width)."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]), dtype=np.float32)
    if COMPILED is not None:
        COMPILED.sums(rows, sums)
    else:
        np.cumsum(rows, axis=0, out=sums[1:])
    return sums
