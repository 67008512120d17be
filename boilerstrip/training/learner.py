"""The network of `scoring.network` with its gradients: what fitting needs beyond inference.

Written out by hand, since the network is a dozen lines and a framework for gradients is gigabytes. A
test compares every gradient with finite differences, and the outputs with those of `scoring.network`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.scoring.network import CLIP, PAGE_CLIP, SHIFTS, array_names
from boilerstrip.training.batch import Array, Batch

__all__ = ["AUXILIARY", "FIXED", "Dropout", "Learner", "Scaling", "Shape", "Weights", "initial_weights"]

Weights = dict[str, Array]
Scaling = Sequence[NDArray[np.floating]]
"""The arrays of `FIXED`: mean and spread of each block column, then of each page column."""

FIXED: Final = ("mean", "scale", "page_mean", "page_scale")
"""Arrays that are measured once and not learned."""
AUXILIARY: Final = "auxiliary"
"""The array, shape (page,), that is added to what the columns of auxiliary pages say. What is peculiar to
their labels is learned there, as one bias for all of them, and left behind when the network is used. Without
such pages there need be no such array."""


class Shape(NamedTuple):
    """Sizes of a network: of a block's encoding, of what it tells others, of a page's; rounds."""

    hidden: int
    told: int
    page: int
    rounds: int


class Dropout(NamedTuple):
    """Shares of values set to 0 while learning: of encodings, of a page's block columns, of page columns."""

    hidden: float
    column: float
    page: float


def initial_weights(
    shape: Shape, n_spans: int, n_types: int, scaling: Scaling, random: np.random.Generator
) -> Weights:
    """Random weights, uniform within 1 / sqrt(inputs); biases likewise (LeCun).

    Args:
        shape: The network's sizes.
        n_spans: Containers or spans that a block is told the mean of.
        n_types: Page types to tell.
        scaling: The arrays of `FIXED`; as many columns are read.
        random: Source of the weights.
    """
    hidden, told, page, rounds = shape
    n_whole = 2 * told + page
    inputs_outputs = {
        "encode": (len(scaling[0]), hidden),
        "page": (len(scaling[2]), page),
        **{f"round_{i}_tell": (hidden, told) for i in range(rounds)},
        **{
            f"round_{i}_mix": (hidden + told * (len(SHIFTS) + 1 + n_spans) + n_whole, hidden)
            for i in range(rounds)
        },
        "block": (hidden, 1),
        "type": (n_whole, n_types),
    }
    weights: Weights = {
        name: np.asarray(array, np.float32) for name, array in zip(FIXED, scaling, strict=True)
    }
    for name, (n_in, n_out) in inputs_outputs.items():
        most = 1 / np.sqrt(n_in)
        weights[name] = random.uniform(-most, most, (n_in, n_out)).astype(np.float32)
        weights[f"{name}_bias"] = random.uniform(-most, most, n_out).astype(np.float32)
    weights["block"], weights["block_bias"] = weights["block"][:, 0], weights["block_bias"][0]
    return {name: weights[name] for name in array_names(rounds)}


class _Step(NamedTuple):
    """What a round leaves behind for the way back."""

    hidden: Array  # before the round
    told: Array
    around: Array
    whole: Array
    mixed: Array  # after the round, before dropout
    kept: Array | None  # mask of the dropout


class Learner:
    """Runs a batch forward, and gradients back.

    Args:
        weights: All arrays of `network.array_names`, and `AUXILIARY`; not changed.
        rounds: Rounds of the network.
        dropout: What is dropped while learning; None for none.
        random: For the dropout.
    """

    def __init__(
        self,
        weights: Weights,
        rounds: int,
        dropout: Dropout | None = None,
        random: np.random.Generator | None = None,
    ) -> None:
        self._weights, self._rounds = weights, rounds
        self._dropout, self._random = dropout, random or np.random.default_rng(0)

    def forward(self, batch: Batch) -> tuple[Array, Array]:
        """Logits of the blocks, shape (n,), and of the page types, shape (k, n_types)."""
        w = self._weights
        rows = np.clip((batch.rows - w["mean"]) / w["scale"], -CLIP, CLIP)
        pages = np.clip((batch.pages - w["page_mean"]) / w["page_scale"], -PAGE_CLIP, PAGE_CLIP)
        if self._dropout:
            rows = (
                rows
                * (self._random.random((batch.n_pages, rows.shape[1])) >= self._dropout.column)[batch.page]
            )
            kept = self._random.random(pages.shape) >= self._dropout.page
            pages = pages * kept / (1 - self._dropout.page)
        self._rows, self._pages = rows.astype(np.float32), pages.astype(np.float32)
        self._encoded = np.maximum(self._rows @ w["encode"] + w["encode_bias"], 0)
        hidden, self._first_kept = self._drop(self._encoded)
        said = self._pages @ w["page"] + w["page_bias"]
        if batch.auxiliary is not None:
            said += batch.auxiliary * w[AUXILIARY]
        self._said = np.maximum(said, 0)
        self._steps: list[_Step] = []
        for i in range(self._rounds):
            hidden = self._round(i, hidden, batch)
        self._last = hidden
        whole = self._steps[-1].whole
        return hidden @ w["block"] + w["block_bias"], whole @ w["type"] + w["type_bias"]

    def _drop(self, values: Array) -> tuple[Array, Array | None]:
        if not self._dropout or not self._dropout.hidden:
            return values, None
        kept = self._random.random(values.shape, dtype=np.float32) >= self._dropout.hidden
        mask = kept.astype(np.float32) / np.float32(1 - self._dropout.hidden)
        return values * mask, mask

    def _round(self, i: int, hidden: Array, batch: Batch) -> Array:
        w = self._weights
        told = np.maximum(hidden @ w[f"round_{i}_tell"] + w[f"round_{i}_tell_bias"], 0)
        related = batch.mean @ told
        around = np.concatenate(
            [
                hidden,
                *(_shifted(told, shift) * same for shift, same in zip(SHIFTS, batch.beside, strict=True)),
                *(pick @ related for pick in batch.picks),
            ],
            axis=1,
        )
        whole = np.concatenate([*(mean @ told for mean in batch.page_means), self._said], axis=1)
        n_around = around.shape[1]
        mix = w[f"round_{i}_mix"]
        mixed = around @ mix[:n_around] + (whole @ mix[n_around:] + w[f"round_{i}_mix_bias"])[batch.page]
        np.maximum(mixed, 0, out=mixed)
        out, kept = self._drop(mixed)
        self._steps.append(_Step(hidden, told, around, whole, mixed, kept))
        return out

    def backward(self, batch: Batch, of_blocks: Array, of_types: Array) -> Weights:
        """Gradients of all learned arrays, after `forward` on the same batch.

        Args:
            batch: The batch.
            of_blocks, of_types: Gradients of the loss by the logits that `forward` gave.
        """
        w = self._weights
        found: Weights = {
            "block": self._last.T @ of_blocks,
            "block_bias": of_blocks.sum(),
            "type": self._steps[-1].whole.T @ of_types,
            "type_bias": of_types.sum(axis=0),
        }
        of_hidden = of_blocks[:, None] * w["block"]
        of_said = np.zeros_like(self._said)
        of_whole = of_types @ w["type"].T
        for i in reversed(range(self._rounds)):
            of_hidden, of_whole = self._round_back(i, batch, of_hidden, of_whole, found)
            of_said += of_whole
            of_whole = np.zeros((batch.n_pages, self._steps[0].whole.shape[1]), dtype=np.float32)
        if self._first_kept is not None:
            of_hidden = of_hidden * self._first_kept
        of_encoded = of_hidden * (self._encoded > 0)
        found["encode"], found["encode_bias"] = self._rows.T @ of_encoded, of_encoded.sum(axis=0)
        of_said *= self._said > 0
        found["page"], found["page_bias"] = self._pages.T @ of_said, of_said.sum(axis=0)
        if AUXILIARY in w:
            of_others = np.zeros_like(of_said) if batch.auxiliary is None else batch.auxiliary * of_said
            found[AUXILIARY] = of_others.sum(axis=0)
        return found

    def _round_back(
        self, i: int, batch: Batch, of_out: Array, of_whole: Array, found: Weights
    ) -> tuple[Array, Array]:
        """One round back: gradients by the encodings before it, and by what the page columns said.

        `of_whole` is what comes from elsewhere by what the whole page said in this round.
        """
        w, step = self._weights, self._steps[i]
        tell, mix = w[f"round_{i}_tell"], w[f"round_{i}_mix"]
        n_around, n_hidden, n_told = step.around.shape[1], step.hidden.shape[1], step.told.shape[1]
        of_mixed = of_out * (step.mixed > 0)
        if step.kept is not None:
            of_mixed *= step.kept
        of_page_sums: Array = np.add.reduceat(of_mixed, batch.starts)
        found[f"round_{i}_mix"] = np.concatenate((step.around.T @ of_mixed, step.whole.T @ of_page_sums))
        found[f"round_{i}_mix_bias"] = of_page_sums.sum(axis=0)
        of_around = of_mixed @ mix[:n_around].T
        of_whole = np.add(of_whole, of_page_sums @ mix[n_around:].T, dtype=np.float32)
        of_told = np.zeros_like(step.told)
        at = n_hidden
        for shift, same in zip(SHIFTS, batch.beside, strict=True):
            of_told += _shifted(of_around[:, at : at + n_told] * same, -shift)
            at += n_told
        of_related = np.zeros((batch.mean.shape[0], n_told), dtype=np.float32)
        for pick in batch.picks:
            of_related += pick.T @ of_around[:, at : at + n_told]
            at += n_told
        of_told += batch.mean.T @ of_related
        for k, mean in enumerate(batch.page_means):
            of_told += mean.T @ of_whole[:, k * n_told : (k + 1) * n_told]
        of_told *= step.told > 0
        found[f"round_{i}_tell"], found[f"round_{i}_tell_bias"] = step.hidden.T @ of_told, of_told.sum(axis=0)
        return of_around[:, :n_hidden] + of_told @ tell.T, of_whole[:, 2 * n_told :]


def _shifted(values: Array, shift: int) -> Array:
    """Row i of the result is row i - shift; rows that come from nowhere are 0."""
    out = np.zeros_like(values)
    if shift > 0:
        out[shift:] = values[:-shift]
    else:
        out[:shift] = values[-shift:]
    return out
