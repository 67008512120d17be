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
from boilerstrip.decide.tables import settle_tables
from boilerstrip.features import COLUMNS, TITLE_OVERLAP, Features

__all__ = ["REASON_CODES", "Choice", "Headline", "Settled", "decide", "explain", "settle"]

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
        columns: Their names.
    """

    scores: NDArray[np.float32]
    kept: NDArray[np.bool_]
    weigh: Callable[[NDArray[np.intp]], NDArray[np.float32]]
    columns: Sequence[str] = COLUMNS


class Headline(NamedTuple):
    """The block that is the headline, -1 for none, and the evidence for it."""

    block: int
    evidence: str = ""


def decide(
    table: BlockTable,
    features: Features,
    choice: Choice,
    threads: Sequence[Entry] = (),
    *,
    headline: Headline | None = None,
) -> Decisions:
    """Decide what becomes of every block.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        choice: What the model says.
        threads: Who says what on the page.
        headline: Where it is known; else it is found by the title of the metadata.

    Returns:
        One decision per block.
    """
    settled = settle(table, features, choice, headline=headline)
    roles, reasons = explain(table, features, choice, settled, threads)
    return Decisions(choice.scores.tolist(), settled.kept, roles, reasons, settled.headline.block)


class Settled(NamedTuple):
    """Which blocks are kept in the end, length n_blocks, and the headline."""

    kept: list[bool]
    headline: Headline


def settle(
    table: BlockTable, features: Features, choice: Choice, *, headline: Headline | None = None
) -> Settled:
    """What is kept. The arguments are those of `decide`."""
    kept: list[bool] = choice.kept.tolist()
    if headline is None:
        headline = _headline(table, features.blocks[:, TITLE_OVERLAP], kept)
    if headline.block >= 0:
        kept[headline.block] = True
    return Settled(settle_images(table, settle_tables(table, kept)), headline)


def explain(
    table: BlockTable, features: Features, choice: Choice, settled: Settled, threads: Sequence[Entry] = ()
) -> tuple[list[str], list[Reason]]:
    """Role and reason of each block; what is kept does not depend on them."""
    kept, headline = settled
    roles, reasons = _name_dropped(table, features, kept, threads)
    kept_roles = KeptRoles(table)
    for i, keep in enumerate(kept):
        if i == headline.block:
            roles[i], reasons[i] = "title", Reason("headline", headline.evidence)
        elif keep and not table.n_chars[i]:
            roles[i], reasons[i] = "media", _BESIDE_KEPT
        elif keep:
            roles[i] = kept_roles.role(i)
    return roles, _explained(reasons, choice.scores.tolist(), kept, choice)


def _headline(table: BlockTable, overlap: NDArray[np.float32], kept: list[bool]) -> Headline:
    """The headline of a page, which has one if anything is kept."""
    block = find_headline(table, overlap, kept) if any(kept) else -1
    return Headline(block, f"{overlap[block]:.2f}" if block >= 0 else "")


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
            told = scored(code, [scores[i] for i in blocks], weights, choice.columns)
            for i, reason in zip(blocks, told, strict=True):
                explained[i] = reason
    return explained
