"""Every code that a reason can have, and the reasons that scores give."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import Reason
from boilerstrip.compiled import compiled

__all__ = ["REASON_CODES", "scored"]

COMPILED: Final = compiled("decide._reasons")
REASON_CODES: Final = MappingProxyType(
    {
        "scored-high": "its columns together speak for main content",
        "headline": "it is the page's headline",
        "kept-whole": "it completes a kept table or quote, is code between kept blocks, or a footnote of one",
        "beside-kept": "an image, a formula or something embedded between kept blocks, or in a kept figure",
        "thread": "it is part of a reader's comment",
        "class-word": "a class or id word of an element around it says what it is",
        "type": "the schema.org type of an element around it says what it is",
        "tag": "the tag, ARIA role or another attribute of an element around it says what it is",
        "phrase": "a phrase in it says what it is",
        "boxed-phrase": "a phrase in the small box that it is part of says what it is",
        "duplicate": "its words are kept elsewhere",
        "links": "it is one of a list of links",
        "scored-low": "its columns together speak against main content, nothing specific does",
        "beside-dropped": "an image or something embedded among blocks that were dropped",
    }
)
"""Every reason code with its meaning; docs/reasons.md has the evidence of each."""

_N_NAMED: Final = 3
"""Columns that a scored reason names: the heaviest."""


def scored(code: str, scores: list[float], weights: NDArray[np.float32], columns: list[str]) -> list[Reason]:
    """The reasons of blocks about which nothing but their columns spoke.

    Args:
        code: "scored-high" or "scored-low".
        scores: Content probability of each block, 0..1, length m.
        weights: How much each column speaks for main content, shape (m, n_columns).
        columns: Their names.
    """
    if COMPILED:
        told: list[Reason] | None = COMPILED.scored(code, scores, weights, columns, code == "scored-high")
        if told is not None:
            return told
    towards = weights if code == "scored-high" else -weights
    heaviest = np.empty((len(scores), _N_NAMED), dtype=np.intp)
    rows = np.arange(len(scores))
    for i in range(_N_NAMED):  # three passes take a fifth of the time of a sort
        heaviest[:, i] = towards.argmax(axis=1)
        towards[rows, heaviest[:, i]] = -np.inf
    return [
        Reason(code, f"{score:.2f}: {columns[a]}, {columns[b]}, {columns[c]}")
        for score, (a, b, c) in zip(scores, heaviest.tolist(), strict=True)
    ]
