"""Whether an element is built as the entries of a thread are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.threads.labels import tokens_of
from boilerstrip.threads.reading import Reading

__all__ = ["Likeness"]

COMPILED: Final = compiled("threads._groups")
_SAMPLED: Final = 30
"""Entries whose names are looked at."""
_LOOKED_AT: Final = 200
"""Elements of an entry whose names are looked at."""
_COMMON: Final = 0.6
"""Share of the entries that use a name which is of their template; share of those names to be like them."""
_LEAST_NAMES: Final = 2


class Likeness:
    """Compares elements with entries by the class names and ids, digits apart, of what is inside."""

    def __init__(self, reading: Reading, entries: Sequence[int]) -> None:
        self.reading = reading
        self.entries = entries

    @cached_property
    def names(self) -> set[str]:
        """Names of the entries' template."""
        sample = self.entries[:_SAMPLED]
        least = _COMMON * len(sample)
        if COMPILED:
            labels, end = self.reading.table.label, self.reading.end
            found: set[str] = COMPILED.names_of(labels, end, sample, _LOOKED_AT, least)
            return found
        n_times = Counter(name for entry in sample for name in self._names_in(entry))
        return {name for name, n in n_times.items() if n >= least}

    def holds(self, element: int) -> bool:
        """Whether an element that holds none of the entries is like them."""
        if len(self.names) < _LEAST_NAMES:
            return False
        end = self.reading.end[element]
        at = bisect_right(self.entries, element)
        if at < len(self.entries) and self.entries[at] < end:
            return False
        least = _COMMON * len(self.names)
        if COMPILED:
            n: int = COMPILED.n_alike(
                self.reading.table.label, self.reading.end, element, _LOOKED_AT, self.names
            )
            return n >= least
        return len(self.names & self._names_in(element)) >= least

    def _names_in(self, element: int) -> set[str]:
        end = min(self.reading.end[element], element + _LOOKED_AT)
        labels = self.reading.table.label[element + 1 : end]
        return set().union(*map(tokens_of, set(labels)))
