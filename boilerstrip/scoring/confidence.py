"""How near the choice of blocks is likely to come to the main content: an expected F1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import log, log1p
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled

__all__ = ["EVIDENCE", "Calibration", "measure_evidence"]

COMPILED: Final = compiled("scoring._network")

_SURE: Final = 0.7
"""Probability from which a block is kept in the stricter choice that is compared."""
_MAYBE: Final = 0.15
"""The same of the more lenient choice."""
_ALMOST: Final = 1.02
"""A little over 1, so that the logarithm of what is missing to it stays finite."""
_NO_DOUBT: Final = 0.001
"""The same for doubt, above 0."""

_N_SUMS: Final = 9

_SHARES: Final = ("f1", "precision", "recall", "strict_f1", "agreement")
EVIDENCE: Final = (
    *_SHARES,
    *(f"log_missing_{name}" for name in _SHARES),
    "log_doubt",
    "log_kept",
    "log_chars",
    "kept_share",
    "sure_type",
)
"""What speaks for the choice, followed by the probability of each page type: f1, precision and recall
expected if the probabilities were true, in characters; strict_f1: the same of the stricter choice;
agreement: F1 of the stricter choice against the more lenient one; log_missing_*: logarithm of what is
missing to 1 of these; log_doubt: logarithm of p (1 - p) over p, both summed over the blocks by the root
of their characters; log_kept, log_chars: log of 1 + characters; kept_share: of the page's; sure_type:
probability of the likeliest type."""


def measure_evidence(
    chars: NDArray[np.floating],
    probability: NDArray[np.floating],
    kept: NDArray[np.bool_],
    types: NDArray[np.floating],
) -> NDArray[np.float64]:
    """The values of `EVIDENCE`, then the probabilities of the page types.

    Args:
        chars: Characters of each block, shape (n_blocks,).
        probability: Of being main content, shape (n_blocks,).
        kept: The choice, shape (n_blocks,).
        types: Probability of each page type, shape (n_types,).

    Returns:
        Shape (len(EVIDENCE) + n_types,).
    """
    total, n_kept, n_strict, n_lenient, likely, true, strict, of_roots, doubts = _sums(
        chars, probability, kept
    )
    shares = [
        2 * true / max(n_kept + likely, 1e-9),
        true / max(n_kept, 1e-9),
        true / max(likely, 1e-9),
        2 * strict / max(n_strict + likely, 1e-9),
        2 * n_strict / max(n_strict + n_lenient, 1e-9),
    ]
    return np.array(
        [
            *shares,
            *(log(_ALMOST - min(share, 1)) for share in shares),
            *(log(_NO_DOUBT + doubts / max(of_roots, 1.0)), log1p(n_kept), log1p(total)),
            *(n_kept / max(total, 1.0), float(types.max()), *types.tolist()),
        ]
    )


def _sums(
    chars: NDArray[np.floating], probability: NDArray[np.floating], kept: NDArray[np.bool_]
) -> list[float]:
    """What is added up over the blocks, one after the other.

    Returns:
        Characters: all, kept, of the stricter and of the more lenient choice; of all, of those kept and of
        the stricter choice those that are likely; roots of likely characters, and doubt.
    """
    if COMPILED is not None and chars.dtype == probability.dtype == np.float32:
        found: list[float] = COMPILED.evidence(chars, probability, kept.view(np.uint8), _SURE, _MAYBE)
        return found
    rows = np.zeros((_N_SUMS, len(chars)))
    strict, roots = probability >= _SURE, np.sqrt(chars, dtype=np.float64) * probability
    rows[0], rows[1], rows[2], rows[3] = chars, kept, strict, probability >= _MAYBE
    rows[1:4] *= chars
    np.multiply(rows[[0, 1, 2]], probability, out=rows[4:7])
    rows[7], rows[8] = roots, roots * (1 - probability)
    return [float(sum_) for sum_ in np.cumsum(rows, axis=1)[:, -1]] if len(chars) else [0.0] * _N_SUMS


@dataclass(frozen=True, slots=True)
class Calibration:
    """Evidence -> expected F1: a weighted sum, then a curve that only rises.

    Attributes:
        weights, bias: Of the sum, in the order of the evidence.
        sums, f1: Points of the curve; between them it is straight, beyond them it is level.
        nothing: F1 to be expected where nothing is kept: pages without main content are right so.
    """

    weights: tuple[float, ...]
    bias: float
    sums: tuple[float, ...]
    f1: tuple[float, ...]
    nothing: float

    def expect(self, evidence: NDArray[np.floating]) -> float:
        """The F1 to be expected, 0..1."""
        return float(np.interp(evidence @ np.array(self.weights) + self.bias, self.sums, self.f1))

    def to_dict(self) -> dict[str, Any]:
        """The attributes as plain values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Calibration:
        """What `to_dict` gave.

        Raises:
            KeyError, TypeError, ValueError: it is something else.
        """
        weights, sums, f1 = (tuple(map(float, values[name])) for name in ("weights", "sums", "f1"))
        if len(sums) != len(f1) or not sums:
            raise ValueError("its curve has no points, or points without a value")
        return cls(weights, float(values["bias"]), sums, f1, float(values["nothing"]))
