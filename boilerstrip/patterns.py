"""Regular expressions that are compiled when they are first used.

To compile the two hundred of this package takes longer than to read most pages, and a page needs few of them.
What nearly every page needs is compiled at once, by `re.compile`.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, Generic

__all__ = ["LatePattern", "late_pattern"]

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class LatePattern(Generic[AnyStr]):
    """Has what the compiled pattern has; from the first use on its methods are those of the compiled one."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._source: AnyStr = source
        self._flags = flags

    @property
    def compiled(self) -> re.Pattern[AnyStr]:
        """The pattern itself; `re` remembers it."""
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet: compile, and never be called for a method again."""
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = self.compiled
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def late_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, compiled on first use.

    Threads that use it first at the same time may each compile it.

    >>> late_pattern("[0-9]+").findall("1, 22")
    ['1', '22']
    """
    return LatePattern(source, flags)  # type: ignore[return-value]  # stands for one wherever one is used
