"""Parts that may run compiled. Each stands in for Python that gives the same results, bit by bit.

They are built where a compiler and Python's headers are at hand when boilerstrip is installed.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

__all__ = ["PURE_VARIABLE", "compiled"]

PURE_VARIABLE: Final = "BOILERSTRIP_PURE"
"""Environment variable that, with any value, keeps compiled parts out of the process."""
_HAS_LOCK: Final[bool] = getattr(sys, "_is_gil_enabled", lambda: True)()
"""Whether Python has its global lock. Compiled parts are not tested without it, and would bring it back."""


def compiled(name: str) -> Any | None:
    """A compiled module of this package, None where the Python that it stands in for is to run.

    Args:
        name: Its name, without that of the package.
    """
    if os.environ.get(PURE_VARIABLE) or not _HAS_LOCK:
        return None
    try:
        return import_module(f"boilerstrip.{name}")
    except (
        ImportError,
        TypeError,
        ValueError,
    ):  # not built; or built for other versions, of Python or of itself
        return None
