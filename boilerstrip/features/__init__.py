"""Block table -> features; every column is computed over whole arrays."""

from boilerstrip.features.compact import Compact
from boilerstrip.features.matrix import (
    COLUMNS,
    CONTAINER_CHARS,
    PHRASES,
    TITLE_OVERLAP,
    Features,
    measure,
)
from boilerstrip.features.page import PAGE_COLUMNS
from boilerstrip.features.phrases import Told

__all__ = [
    "COLUMNS",
    "CONTAINER_CHARS",
    "PAGE_COLUMNS",
    "PHRASES",
    "TITLE_OVERLAP",
    "Compact",
    "Features",
    "Told",
    "measure",
]
