"""Every code that a reason can have, and the reasons that scores give."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import Reason
from boilerstrip.compiled import compiled

if TYPE_CHECKING:
    from boilerstrip.decide import Choice

__all__ = ["REASON_CODES", "UNEXPLAINED", "explained"]

COMPILED: Final = compiled("decide._reasons")
REASON_CODES: Final = MappingProxyType(
    {
        "scored-high": "its columns together speak for main content",
        "same-template": "in a forum or listing, what the same template wrote is kept, or dropped, together",
        "headline": "it is the page's headline",
        "kept-whole": "it completes a kept table, list of terms, quote or headline, is a quote above kept "
        "text among kept quotes, a callout or code between kept blocks, the caption, question, answer, tab "
        "or footnote of what is kept, its heading if it is likely, a table of contents names it or "
        "entries have such titles, a paragraph that goes on with kept ones, or a list, quote or code "
        "right below kept text",
        "beside-kept": "an image, a formula or something embedded between kept blocks, in a kept figure, in "
        "the only one between headline and text, or as others of its template",
        "thread": "it is part of a reader's comment",
        "class-word": "a class or id word of an element around it says what it is",
        "type": "the schema.org type of an element around it says what it is",
        "tag": "the tag, ARIA role or another attribute of an element around it says what it is",
        "phrase": "a phrase in it says what it is",
        "boxed-phrase": "a phrase in the small box that it is part of says what it is",
        "duplicate": "its words are kept elsewhere",
        "links": "it is one of a list of links",
        "scored-low": "its columns together speak against main content, nothing specific does",
        "bare-heading": "it is a heading, and nothing that stands under it is kept",
        "beside-dropped": "an image or something embedded among blocks that were dropped",
    }
)
"""Every reason code with its meaning; docs/reasons.md has the evidence of each."""

UNEXPLAINED: Final = Reason("scored-low")
"""Stands for a reason that is still to be weighed; told by identity."""
_MOST_EXPLAINED: Final = 30_000
"""Blocks about which nothing but their score speaks, up to which it is said why they have it."""
_WEIGHED: Final = 960
"""Blocks that are weighed at once, some dozens; each takes some kilobytes."""
_CODES: Final = ("scored-low", "scored-high")
"""Of blocks that are dropped, and kept."""
_N_NAMED: Final = 3
"""Columns that a scored reason names: the heaviest."""


def explained(reasons: Sequence[Reason], kept: Sequence[bool], choice: Choice) -> list[Reason]:
    """The reasons, those of blocks about which nothing else spoke by the columns that weighed most.

    Args:
        reasons: Of each block, `UNEXPLAINED` where nothing but its score says why.
        kept: Which are kept.
        choice: What the model says.
    """
    columns = list(choice.columns)
    if COMPILED:
        told: list[Reason] | None = COMPILED.explained(
            reasons, UNEXPLAINED, kept, choice.scores, choice.weigh, columns, _MOST_EXPLAINED, _WEIGHED
        )
        if told is not None:
            return told
    explained, weighed = list(reasons), list[int]()
    unexplained = [i for i, reason in enumerate(reasons) if reason is UNEXPLAINED]
    for keep, code in enumerate(_CODES):
        alike = [i for i in unexplained if kept[i] == keep]
        if len(alike) <= _MOST_EXPLAINED:
            weighed += alike
            continue
        by_score: dict[float, Reason] = {}
        for i, score in zip(alike, choice.scores[alike].tolist(), strict=True):
            explained[i] = by_score.get(score) or by_score.setdefault(score, Reason(code, f"{score:.2f}"))
    for start in range(0, len(weighed), _WEIGHED):
        blocks = np.array(weighed[start : start + _WEIGHED], dtype=np.intp)
        keeps = [kept[i] for i in blocks.tolist()]
        told_of = _scored(keeps, choice.scores[blocks].tolist(), choice.weigh(blocks), columns)
        for i, reason in zip(blocks.tolist(), told_of, strict=True):
            explained[i] = reason
    return explained


def _scored(
    kept: list[bool], scores: list[float], weights: NDArray[np.float32], columns: list[str]
) -> list[Reason]:
    """The reasons of blocks about which nothing but their columns spoke.

    Args:
        kept: Whether each block is kept, length m.
        scores: Its content probability, 0..1.
        weights: How much each column speaks for main content, shape (m, n_columns).
        columns: Their names.
    """
    towards = np.where(np.array(kept)[:, None], weights, -weights)
    heaviest = np.empty((len(scores), _N_NAMED), dtype=np.intp)
    rows = np.arange(len(scores))
    for i in range(_N_NAMED):  # three passes take a fifth of the time of a sort
        heaviest[:, i] = towards.argmax(axis=1)
        towards[rows, heaviest[:, i]] = -np.inf
    return [
        Reason(_CODES[keep], f"{score:.2f}: {columns[a]}, {columns[b]}, {columns[c]}")
        for keep, score, (a, b, c) in zip(kept, scores, heaviest.tolist(), strict=True)
    ]
