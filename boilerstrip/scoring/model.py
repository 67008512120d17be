"""A model: features of a page -> probabilities, page type and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import Features
from boilerstrip.scoring.choose import Chosen, choose
from boilerstrip.scoring.confidence import Calibration, measure_evidence
from boilerstrip.scoring.network import Network

__all__ = ["Model", "Scores", "Training"]

_DECIMALS: Final = 4
"""Digits of a probability that are kept: what lies below differs between processors."""


class Scores(NamedTuple):
    """What a model says of a page.

    Attributes:
        blocks: Probability of each block to be main content, 0..1, float32, shape (n_blocks,).
        types: Probability of each page type, summing to 1, in the order of `Model.page_types`.
        layers: What `Model.weigh` needs to say which columns weighed most.
    """

    blocks: NDArray[np.float32]
    types: NDArray[np.float32]
    layers: tuple[NDArray[np.uint8], ...] = ()

    def told(self) -> list[float]:
        """`blocks` with four decimals, of which single precision has but the nearest."""
        told: list[float] = np.round(self.blocks.astype(np.float64), _DECIMALS).tolist()
        return told

    def likeliest(self) -> tuple[int, float]:
        """The likeliest page type and its probability, likewise."""
        best = int(self.types.argmax())
        return best, round(float(self.types[best]), _DECIMALS)


class Training(NamedTuple):
    """Where a model comes from.

    Attributes:
        gold_sha256: Digest of the gold standard, see `training.gold.gold_digest`.
        n_pages: Pages it was trained on.
        n_left_out: Pages of the gold standard whose main content is not in their HTML.
        seed: Of all random choices.
        version: Of boilerstrip.
        auxiliary_sha256, n_auxiliary: Of the auxiliary gold standard: its digest, "" without one, and the
            pages that were learned of it.
    """

    gold_sha256: str
    n_pages: int
    n_left_out: int
    seed: int
    version: str
    auxiliary_sha256: str = ""
    n_auxiliary: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A trained model.

    Attributes:
        name: Short name for reports, told from its weights.
        threshold: Probability from which a block is kept; see `choose.choose`.
        page_types: Types it tells, in the order of `Scores.types`.
        calibration: For the confidence.
        training: Where it comes from.
        arrays: Weights of the network, by name.
        n_rounds: Rounds of the network.
    """

    name: str
    threshold: float
    page_types: tuple[str, ...]
    calibration: Calibration
    training: Training
    arrays: Mapping[str, NDArray[np.float32]] = field(repr=False)
    n_rounds: int
    _network: Network = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "arrays", MappingProxyType(dict(self.arrays)))
        object.__setattr__(self, "_network", Network(self.arrays, self.n_rounds))

    def score(self, features: Features) -> Scores:
        """The probabilities of a page's blocks and of its types; even ones where it has no block."""
        n_types = len(self.page_types)
        if not features.n_blocks:
            return Scores(np.zeros(0, dtype=np.float32), np.full(n_types, 1 / n_types, dtype=np.float32))
        outputs = self._network.run(features)
        with np.errstate(over="ignore"):  # a very unlikely block: exp gives inf, and 1 / inf is right
            blocks = 1 / (1 + np.exp(-outputs.blocks))
        shares = np.exp(outputs.types - outputs.types.max())
        return Scores(_rounded(blocks), _rounded(shares / shares.sum()), outputs.layers)

    def weigh(self, features: Features, scores: Scores, blocks: NDArray[np.intp]) -> NDArray[np.float32]:
        """How much each column of its own speaks for a block (or, if negative, against it).

        Args:
            features: Of the page.
            scores: What `score` says of it.
            blocks: Indices of the blocks asked about, shape (m,).

        Returns:
            Logits beside those of a mean block, shape (m, n_columns); see `Network.weigh`.
        """
        return self._network.weigh(features, scores.layers, blocks)

    def choose(self, features: Features, scores: Scores, table: BlockTable) -> Chosen:
        """Which blocks of a page are kept."""
        types = dict(zip(self.page_types, scores.types.tolist(), strict=True))
        return choose(features, scores.blocks, types, self.threshold, table)

    def confidence(self, features: Features, scores: Scores, kept: NDArray[np.bool_]) -> float:
        """The F1 to be expected of a choice of blocks, 0..1; 0 where there is no text to choose from."""
        if not kept.any():
            return self.calibration.nothing if features.weight.any() else 0.0
        evidence = measure_evidence(np.square(features.weight), scores.blocks, kept, scores.types)
        return round(self.calibration.expect(evidence), _DECIMALS)


def _rounded(values: NDArray[np.floating]) -> NDArray[np.float32]:
    rounded: NDArray[np.float32] = np.round(values, _DECIMALS).astype(np.float32)
    return rounded
