"""Role and reason of every block, when it is settled which are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from boilerstrip.block import BlockTable, Entry, Reason
from boilerstrip.collector import leave_out
from boilerstrip.compiled import compiled
from boilerstrip.decide import BESIDE_KEPT, Choice, Settled
from boilerstrip.decide.believe import Witnesses, entries_of
from boilerstrip.decide.kept import KeptRoles
from boilerstrip.decide.reasons import scored
from boilerstrip.features import Features, Told

__all__ = ["explain", "named"]

COMPILED: Final = compiled("decide._roles")
_BESIDE_DROPPED: Final = Reason("beside-dropped")
_WORDLESS: Final = ("media", BESIDE_KEPT)
"""Role and reason of kept blocks that have no words."""
_UNEXPLAINED: Final = Reason("scored-low")
"""Stands for a reason that is still to be weighed; told by identity."""
_MOST_EXPLAINED: Final = 30_000
"""Blocks about which nothing but their score speaks, up to which it is said why they have it."""
_WEIGHED: Final = 960
"""Blocks that are weighed at once, some dozens; each takes some kilobytes."""


def explain(
    table: BlockTable, features: Features, choice: Choice, settled: Settled, threads: Sequence[Entry] = ()
) -> tuple[list[str], list[Reason]]:
    """Role and reason of each block; what is kept does not depend on them."""
    kept, headline, added = settled
    roles, reasons = named(table, kept, features.told, entries_of(table, kept, threads))
    for block, reason in added.items():
        if kept[block] and table.n_chars[block]:
            reasons[block] = reason
    if headline.block >= 0:
        roles[headline.block], reasons[headline.block] = "title", Reason("headline", headline.evidence)
    reasons = _explained(reasons, choice.scores.tolist(), kept, choice)
    leave_out(roles, reasons)
    return roles, reasons


def named(
    table: BlockTable, kept: list[bool], told: Told, entries: dict[int, str]
) -> tuple[list[str], list[Reason]]:
    """Role and reason of each block; where nothing but its score says why, no explanation yet.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        told: Phrases of the page.
        entries: Blocks of comments, of `entries_of`.
    """
    if COMPILED:
        said: tuple[list[str], list[Reason]] = COMPILED.named(
            table, kept, told, entries, _UNEXPLAINED, _WORDLESS, _BESIDE_DROPPED
        )
        return said
    roles, reasons = [""] * table.n_blocks, [_UNEXPLAINED] * table.n_blocks
    witnesses, kept_roles = Witnesses(table, kept, told, entries), KeptRoles(table)
    for i, (keep, n_chars) in enumerate(zip(kept, table.n_chars, strict=True)):
        if keep and n_chars:
            roles[i] = kept_roles.role(i)
        elif keep:
            roles[i], reasons[i] = _WORDLESS
        elif (said_of := witnesses.believed(i)) is not None:
            roles[i], reasons[i] = said_of
        else:
            roles[i] = "other"
            if not n_chars:
                reasons[i] = _BESIDE_DROPPED
    return roles, reasons


def _explained(
    reasons: Sequence[Reason], scores: Sequence[float], kept: Sequence[bool], choice: Choice
) -> list[Reason]:
    """The reasons, those of blocks about which nothing else spoke by the columns that weighed most."""
    explained = list(reasons)
    unexplained = [i for i, reason in enumerate(reasons) if reason is _UNEXPLAINED]
    columns = list(choice.columns)
    for code, keep in (("scored-high", True), ("scored-low", False)):
        alike = [i for i in unexplained if kept[i] is keep]
        if len(alike) > _MOST_EXPLAINED:
            by_score: dict[float, Reason] = {}
            for i in alike:
                score = scores[i]
                explained[i] = by_score.get(score) or by_score.setdefault(score, Reason(code, f"{score:.2f}"))
            continue
        for start in range(0, len(alike), _WEIGHED):
            blocks = alike[start : start + _WEIGHED]
            weights = choice.weigh(np.array(blocks, dtype=np.intp))
            told = scored(code, [scores[i] for i in blocks], weights, columns)
            for i, reason in zip(blocks, told, strict=True):
                explained[i] = reason
    return explained
