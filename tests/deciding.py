"""Everything that is decided of a page at once; users get roles and reasons when they ask."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Decisions, Entry
from boilerstrip.decide import Choice, settle
from boilerstrip.decide.roles import explain
from boilerstrip.features import COLUMNS, Features


def decide(table: BlockTable, features: Features, choice: Choice, threads: Sequence[Entry] = ()) -> Decisions:
    """One decision per block."""
    settled = settle(table, features, choice)
    roles, reasons = explain(table, features, choice, settled, threads)
    return Decisions(choice.scores.tolist(), settled.kept, roles, reasons, settled.headline.block)


def unweighed(blocks: NDArray[np.intp]) -> NDArray[np.float32]:
    """A model in which nothing weighs anything, for tests of what is kept."""
    return np.zeros((len(blocks), len(COLUMNS)), dtype=np.float32)
