"""Values that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Later"]

T = TypeVar("T")


class Later(Generic[T]):
    """A value, or what makes it; call it for the value.

    Threads that ask at the same time may each make it, and all make the same. It is pickled as its value.

    >>> Later(lambda: 6 * 7)()
    42
    """

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], T] | None, value: T | None = None) -> None:
        self._make, self._value = make, value

    def __call__(self) -> T:
        make = self._make
        if make is not None:
            self._value = make()
            self._make = None  # what it was made of is let go
        return self._value  # type: ignore[return-value]  # None only where that is the value

    def __reduce__(self) -> tuple[type[Later[T]], tuple[None, T]]:
        return Later, (None, self())
