"""Memory that the C library holds back, given back to the system."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

__all__ = ["give_back"]


def give_back() -> None:
    """Return freed memory to the system, where the C library is glibc and would keep it; elsewhere nothing.

    Of a large page's tree glibc keeps what lies below the last piece that is still used.
    """
    if (trim := _trim()) is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], Any] | None:
    """glibc's `malloc_trim`."""
    import ctypes  # of no use to most pages

    try:
        found: Callable[[int], Any] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another library; no library by that name on Windows
        return None
    return found
