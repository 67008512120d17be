"""The cyclic garbage collector, kept out of what makes many objects and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from boilerstrip.compiled import compiled

__all__ = ["collector_paused", "leave_out"]

COMPILED: Final = compiled("_acyclic")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector out of a step that makes many objects and no cycles.

    It would look through the growing lists of a large page again and again: half the time of the
    step at 20 MB. Only who found it running starts it again, so threads may overlap.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def leave_out(*containers: list[Any] | dict[Any, Any] | tuple[Any, ...]) -> None:
    """Spare the collector what cannot be in a cycle; where nothing is compiled it looks at it as ever.

    When it comes back it looks at all that was made meanwhile, most of it columns of numbers and texts.

    Args:
        containers: Of numbers, texts, and tuples of them, now and later: `_acyclic.pxd` says why.
    """
    if COMPILED:
        COMPILED.leave_out(*containers)
