"""The network: features of a page -> logits of its blocks and of its type. Inference in numpy alone.

Every block is encoded by itself; then, in each round, it is told what its neighbours, the blocks that
the same template wrote, its containers of several sizes and the whole page hold on average, and is
encoded anew. A round costs the same for every block, so time is linear in the size of a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features import Compact, Features
from boilerstrip.products import product
from boilerstrip.scoring import dozens, neighbours
from boilerstrip.scoring.dozens import Dozens
from boilerstrip.scoring.neighbours import SHIFTS, Array, Flags, Neighbourhood, rectify, signs

__all__ = ["CLIP", "PAGE_CLIP", "SHIFTS", "Network", "Outputs", "array_names"]

COMPILED: Final = compiled("scoring._network")

CLIP: Final = 5.0
"""Standard deviations at which a block's columns are cut."""
PAGE_CLIP: Final = 4.0
"""The same for a page's columns."""


_NONE: Final = np.float32(0)
_VECTORED: Final = 36_864
"""Numbers that are multiplied with one vector at once; of more OpenBLAS has its threads add up some each, and
what comes out depends on how many there are (see `products`)."""


class Outputs(NamedTuple):
    """What the network says of a page of n blocks: logits.

    Attributes:
        blocks: Of being main content, float32, shape (n,).
        types: Of the page's type, float32, shape (n_types,).
        layers: Where the encoding of a block is more than 0, at first and after each round: bits, eight in a
            byte, shape (n, hidden / 8) each.
    """

    blocks: Array
    types: Array
    layers: tuple[Flags, ...] = ()


def array_names(n_rounds: int) -> tuple[str, ...]:
    """The arrays that make a network of that many rounds."""
    rounds = (
        f"round_{i}_{name}" for i in range(n_rounds) for name in ("tell", "tell_bias", "mix", "mix_bias")
    )
    return (
        *("mean", "scale", "page_mean", "page_scale", "encode", "encode_bias", "page", "page_bias"),
        *rounds,
        *("block", "block_bias", "type", "type_bias"),
    )


class _Round(NamedTuple):
    tell: Array  # (hidden, told): what a block tells others
    tell_bias: Array
    mix: Array  # (hidden + told * (shifts + 1 + containers), hidden): what it makes of what it is told
    mix_page: Array  # (2 * told + page, hidden): the same of what the whole page says
    mix_bias: Array


class Network:
    """A network with given weights; its methods are pure.

    Args:
        arrays: By the names of `array_names`, float32 (or a type that converts to it); the shapes
            must fit each other and the features, which `ModelFile` checks.
        n_rounds: How often blocks are told about each other.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.floating]], n_rounds: int) -> None:
        def get(name: str) -> Array:
            return np.ascontiguousarray(arrays[name], dtype=np.float32)

        mean, scale = get("mean"), get("scale")
        self._low, self._high = mean - CLIP * scale, mean + CLIP * scale
        self._page_mean, self._page_inverse = get("page_mean"), np.reciprocal(get("page_scale"))
        # Standardizing is linear, so it is put into the weights: cut first, at bounds of each column's own.
        self._encode = get("encode") / scale[:, None]
        self._encode_bias: Array = get("encode_bias") - mean @ self._encode
        self._page, self._page_bias = get("page"), get("page_bias")
        self._rounds = []
        for i in range(n_rounds):
            mix, told = get(f"round_{i}_mix"), get(f"round_{i}_tell")
            n_page = 2 * told.shape[1] + self._page.shape[1]
            self._rounds.append(
                _Round(
                    told,
                    get(f"round_{i}_tell_bias"),
                    np.ascontiguousarray(mix[:-n_page]),
                    np.ascontiguousarray(mix[-n_page:]),
                    get(f"round_{i}_mix_bias"),
                )
            )
        self._block, self._block_bias = get("block"), get("block_bias")
        # The way back, for `weigh`: how the encoding before each round, the last one first, enters the next.
        own = self._encode.shape[1]
        self._back = [np.ascontiguousarray(step.mix[:own].T) for step in reversed(self._rounds)]
        self._encode_back = np.ascontiguousarray(self._encode.T)
        self._middle = (self._low + self._high) / 2
        self._type, self._type_bias = get("type"), get("type_bias")
        shaped = [each for step in self._rounds for each in (step.tell, step.mix)]
        self._is_fast = dozens.are_same(self._encode, *shaped)
        back = (*self._back, self._encode_back)
        self._padded = tuple(map(dozens.padded, back)) if dozens.are_same(*back, is_plain=True) else ()

    def run(self, features: Features) -> Outputs:
        """The logits of a page that has at least one block."""
        n, width = features.n_blocks, self._rounds[0].tell.shape[1]
        # A block that is left over by itself is multiplied in another way.
        is_fast = self._is_fast and dozens.COMPILED is not None and n % neighbours.ROWS != 1
        hidden, flags = self._encoded(features.blocks, is_fast)
        page: Array = (features.page - self._page_mean) * self._page_inverse
        np.minimum(np.maximum(page, -PAGE_CLIP, out=page), PAGE_CLIP, out=page)
        said = rectify(page @ self._page, self._page_bias)
        near, layers = (Dozens if is_fast else Neighbourhood)(features, width), [flags]
        for step in self._rounds:
            mean = near.tell(hidden, step.tell, step.tell_bias)
            whole = np.concatenate((mean, _weighted_mean(near.told, features.weight), said))
            layers.append(near.mix(hidden, step.mix, whole @ step.mix_page + step.mix_bias))
        blocks = np.concatenate([hidden[piece] @ self._block for piece in _pieces(hidden)]) + self._block_bias
        return Outputs(blocks, whole @ self._type + self._type_bias, tuple(layers))

    def _encoded(self, blocks: Array | Compact, is_fast: bool) -> tuple[Array, Flags]:
        """Each block by its own columns, shape (n, hidden), and its `signs`; some rows at a time."""
        hidden: Array = np.empty((len(blocks), self._encode.shape[1]), dtype=np.float32)
        flags = []
        for start in range(0, len(blocks), neighbours.ROWS):
            rows, out = blocks[start : start + neighbours.ROWS], hidden[start : start + neighbours.ROWS]
            bounds = (self._low, self._high)
            if is_fast:
                flags.append(dozens.encode(rows, bounds, self._encode, self._encode_bias, out))
            else:
                product(_clipped(rows, *bounds), self._encode, out)
                flags.append(signs(rectify(out, self._encode_bias)))
        return hidden, np.concatenate(flags) if len(flags) > 1 else flags[0]

    def weigh(self, features: Features, layers: tuple[Flags, ...], blocks: NDArray[np.intp]) -> Array:
        """How much each column of its own moved a block's logit away from that of a mean block.

        Gradient times input: the network is linear around every page, and the columns' shares in that
        line are theirs. What a block is told by others is left out.

        Args:
            features: Of the page.
            layers: What `run` made of it.
            blocks: Indices of the blocks to be weighed, shape (m,).

        Returns:
            Logits, float32, shape (m, n_columns).
        """
        width, bounds = len(self._block), (self._low, self._high, self._middle)
        if (
            self._padded
            and dozens.COMPILED is not None
            and len(blocks) > 1
            and isinstance(features.blocks, np.ndarray)
        ):
            told: Array = np.empty((len(blocks), len(self._low)), dtype=np.float32)
            given = (features.blocks, blocks, self._block, layers[::-1], self._padded, *bounds)
            dozens.COMPILED.weighed(*given, told)
            return told
        gradient: Array = np.ndarray((len(blocks), width), np.float32, self._block, strides=(0, 4))  # one row
        for layer, back in zip(layers[:0:-1], self._back, strict=True):
            gradient = product(_where(layer, blocks, gradient), back)
        weights = product(_where(layers[0], blocks, gradient), self._encode_back)
        if COMPILED is not None and isinstance(features.blocks, np.ndarray):
            COMPILED.weighed(features.blocks, blocks, *bounds, weights)
            return weights
        rows = features.blocks[blocks]
        np.clip(rows, self._low, self._high, out=rows)
        rows -= self._middle
        weights *= rows
        return weights


def _clipped(blocks: Array, low: Array, high: Array) -> Array:
    """Each column within its bounds."""
    if COMPILED is None or blocks.strides[0] != blocks.itemsize:
        rows = np.maximum(blocks, low)
        return np.minimum(rows, high, out=rows)
    rows = np.empty(blocks.shape, dtype=np.float32, order="F")
    COMPILED.clipped(blocks, low, high, rows)
    return rows


def _where(layer: Flags, blocks: NDArray[np.intp], values: Array) -> Array:
    """A row of values for each of some blocks, 0 where its flag is not set."""
    if COMPILED is not None:
        kept: Array = np.empty(values.shape, dtype=np.float32)
        COMPILED.where(layer, blocks, values, kept)
        return kept
    return np.where(np.unpackbits(layer[blocks], axis=1, count=values.shape[1]), values, _NONE)


def _weighted_mean(values: Array, weight: Array) -> Array:
    pieces = _pieces(values)
    summed: Array = weight[pieces[0]] @ values[pieces[0]]
    for piece in pieces[1:]:
        summed += weight[piece] @ values[piece]
    summed /= max(float(weight.sum()), 1e-6)
    return summed


def _pieces(rows: Array) -> list[slice]:
    """Rows that are multiplied with one vector at once."""
    most = max(_VECTORED // rows.shape[1], 1)
    return [slice(start, start + most) for start in range(0, len(rows), most)]
