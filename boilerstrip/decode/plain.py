"""Bytes that are UTF-8 as they stand, so that no text need be made of them."""

from __future__ import annotations

from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.decode.twice import may_be_twice

__all__ = ["is_plain"]

COMPILED: Final = compiled("decode._plain")
"""Looks at the bytes, where it is built."""


def is_plain(data: bytes) -> bool:
    """Whether bytes are valid UTF-8 in which nothing was encoded twice."""
    if COMPILED is not None:
        found: bool = COMPILED.is_plain(data)
        return found
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return not may_be_twice(data)
