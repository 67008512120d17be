"""The cyclic garbage collector, kept out of what makes many objects and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collector_paused"]


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
