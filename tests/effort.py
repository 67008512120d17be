"""How much is tried: by default what takes minutes, in full where the environment asks for it."""

from __future__ import annotations

import os

__all__ = ["FULL", "examples"]

FULL = "BOILERSTRIP_HOSTILE" in os.environ
"""Whether nothing is left out: hostile pages in full size, all texts for patterns, all examples."""


def examples(most: int) -> int:
    """How many made-up examples are tried; half of them by default."""
    return most if FULL else most // 2
