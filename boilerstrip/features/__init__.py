"""Block table -> feature matrix; every column is computed over whole arrays."""

from boilerstrip.features.matrix import COLUMNS, measure

__all__ = ["COLUMNS", "measure"]
