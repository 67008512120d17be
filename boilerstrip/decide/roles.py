"""Role and reason of every block, when it is settled which are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Entry, Reason
from boilerstrip.collector import leave_out
from boilerstrip.compiled import compiled
from boilerstrip.decide import BESIDE_KEPT, Choice, Settled
from boilerstrip.decide.believe import Witnesses, entries_of
from boilerstrip.decide.kept import KeptRoles
from boilerstrip.decide.reasons import UNEXPLAINED, explained
from boilerstrip.features import Features, Told

__all__ = ["explain", "named"]

COMPILED: Final = compiled("decide._roles")
_BESIDE_DROPPED: Final = Reason("beside-dropped")
_WORDLESS: Final = ("media", BESIDE_KEPT)
"""Role and reason of kept blocks that have no words."""


def explain(
    table: BlockTable, features: Features, choice: Choice, settled: Settled, threads: Sequence[Entry] = ()
) -> tuple[list[str], list[Reason]]:
    """Role and reason of each block; what is kept does not depend on them."""
    kept, headline, added = settled
    roles, reasons = named(table, kept, features.told, entries_of(table, kept, threads))
    for block, said in choice.left_over.items():
        if not kept[block] and reasons[block] is UNEXPLAINED:
            roles[block], reasons[block] = said
    for block, reason in choice.alike.items():
        if reasons[block] is UNEXPLAINED:
            reasons[block] = reason
    for block, reason in added.items():
        if kept[block] and table.n_chars[block]:
            reasons[block] = reason
    if headline.block >= 0:
        roles[headline.block], reasons[headline.block] = "title", Reason("headline", headline.evidence)
    reasons = explained(reasons, kept, choice)
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
            table, kept, told, entries, UNEXPLAINED, _WORDLESS, _BESIDE_DROPPED
        )
        return said
    roles, reasons = [""] * table.n_blocks, [UNEXPLAINED] * table.n_blocks
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
