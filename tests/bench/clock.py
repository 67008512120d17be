"""CPU time by step of what runs in one thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["Clock"]


class Clock:
    """CPU seconds by step; what a step calls of another one counts for that one alone."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open: list[str] = []
        self._since = 0.0

    def timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted for a step."""

        def run(*given: Any, **named: Any) -> Any:
            with self.step(step):
                return function(*given, **named)

        return run

    @contextmanager
    def step(self, step: str) -> Iterator[None]:
        """Count what is done in here for a step."""
        self._count()
        self._open.append(step)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def _count(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] = self.spent.get(self._open[-1], 0.0) + now - self._since
        self._since = time.process_time()
