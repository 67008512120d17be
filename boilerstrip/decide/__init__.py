"""Content probabilities -> role, kept and reason of every block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Decisions, Entry, Reason
from boilerstrip.decide.believe import Witnesses
from boilerstrip.decide.headline import find_headline, settle_images
from boilerstrip.decide.kept import KeptRoles
from boilerstrip.decide.reasons import REASON_CODES, scored
from boilerstrip.features import TITLE_OVERLAP, Features

__all__ = ["REASON_CODES", "Choice", "decide"]

_BESIDE_KEPT: Final = Reason("beside-kept")
_BESIDE_DROPPED: Final = Reason("beside-dropped")
_UNEXPLAINED: Final = Reason("scored-low")
"""Stands for a reason that is still to be weighed; told by identity."""


class Choice(NamedTuple):
    """What a model says of the blocks of a page.

    Attributes:
        scores: Content probabilities, shape (n_blocks,).
        kept: Which blocks it keeps, shape (n_blocks,).
        weigh: Block indices, shape (m,) -> how much each column speaks for them, shape (m, n_columns).
    """

    scores: NDArray[np.float32]
    kept: NDArray[np.bool_]
    weigh: Callable[[NDArray[np.intp]], NDArray[np.float32]]


def decide(table: BlockTable, features: Features, choice: Choice, threads: Sequence[Entry] = ()) -> Decisions:
    """Decide what becomes of every block.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        choice: What the model says.
        threads: Who says what on the page.

    Returns:
        One decision per block.
    """
    overlap = features.blocks[:, TITLE_OVERLAP]
    kept: list[bool] = choice.kept.tolist()
    headline = find_headline(table, overlap, kept) if any(kept) else -1
    if headline >= 0:
        kept[headline] = True
    kept = settle_images(table, kept)
    roles, reasons = _name_dropped(table, features, kept, threads)
    kept_roles = KeptRoles(table)
    for i, keep in enumerate(kept):
        if i == headline:
            roles[i], reasons[i] = "title", Reason("headline", f"{overlap[i]:.2f}")
        elif keep and not table.n_chars[i]:
            roles[i], reasons[i] = "media", _BESIDE_KEPT
        elif keep:
            roles[i] = kept_roles.role(i)
    scores: list[float] = choice.scores.tolist()
    reasons = _explained(reasons, scores, kept, choice)
    return Decisions(scores, kept, roles, reasons, headline)


def _name_dropped(
    table: BlockTable, features: Features, kept: list[bool], threads: Sequence[Entry]
) -> tuple[list[str], list[Reason]]:
    """Role and reason of the blocks that are not kept; of the others "" and no explanation yet."""
    roles, reasons = [""] * table.n_blocks, [_UNEXPLAINED] * table.n_blocks
    witnesses = Witnesses(table, kept, features.told, threads)
    for i, keep in enumerate(kept):
        if keep:
            continue
        if (said := witnesses.believed(i)) is not None:
            roles[i], reasons[i] = said
        else:
            roles[i] = "other"
            if not table.n_chars[i]:
                reasons[i] = _BESIDE_DROPPED
    return roles, reasons


def _explained(
    reasons: Sequence[Reason], scores: Sequence[float], kept: Sequence[bool], choice: Choice
) -> list[Reason]:
    """The reasons, those of blocks about which nothing else spoke by the columns that weighed most."""
    explained = list(reasons)
    for code, keep in (("scored-high", True), ("scored-low", False)):
        blocks = [i for i, reason in enumerate(reasons) if reason is _UNEXPLAINED and kept[i] is keep]
        if blocks:
            weights = choice.weigh(np.array(blocks, dtype=np.intp))
            for i, reason in zip(blocks, scored(code, [scores[i] for i in blocks], weights), strict=True):
                explained[i] = reason
    return explained
