"""The Python that compiled parts stand in for, for tests of the one or the other."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

__all__ = ["PAGES", "growth", "pure", "with_compiled"]

TESTS = Path(__file__).parent
PAGES = [*sorted((TESTS.parent / "samples").glob("*.html")), *sorted(TESTS.rglob("*.html"))]
"""All pages that there are, to be read with and without compiled parts."""


def with_compiled() -> list[ModuleType]:
    """The modules of boilerstrip, of those that are imported, that have a compiled part in use."""
    return [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith("boilerstrip.") and getattr(module, "COMPILED", None) is not None
    ]


@contextmanager
def pure() -> Iterator[None]:
    """As long as this is open the Python runs."""
    patches = [patch.object(module, "COMPILED", None) for module in with_compiled()]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def growth(many: Callable[[], object]) -> int:
    """Bytes that more is held after it has been called once more, when what it remembers is there.

    The least of three times: what leaks does so each time, what others of the process happen to do does not.
    """
    many()
    tracemalloc.start()
    held = []
    try:
        for _ in range(4):
            many()
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
        return min(after - before for before, after in pairwise(held))
    finally:
        tracemalloc.stop()
