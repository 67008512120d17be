"""What is known of labels and other names is remembered from page to page, of those that sites have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

__all__ = ["MOST_CHARS", "remembered"]

MOST_CHARS: Final = 400
"""Characters of a name that are looked at; longer ones are not remembered, which could fill memory."""
_MOST_KNOWN: Final = 8_192
_Name = TypeVar("_Name", bound=str | tuple[str, ...])
_Answer = TypeVar("_Answer")


class _Known(dict[_Name, _Answer], Generic[_Name, _Answer]):
    """Answers by name: a dictionary, which takes no call of Python for what is known."""

    def __init__(self, ask: Callable[[_Name], _Answer]) -> None:
        self.ask = ask

    def __missing__(self, name: _Name) -> _Answer:
        answer = self.ask(name)
        if (len(name) if isinstance(name, str) else sum(map(len, name))) <= MOST_CHARS:
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[name] = answer
        return answer


def remembered(ask: Callable[[_Name], _Answer]) -> Callable[[_Name], _Answer]:
    """A function of a name, or of several, that remembers what it said."""
    return _Known(ask).__getitem__
