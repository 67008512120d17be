"""Block table -> feature matrix; every column is computed over whole arrays."""

from boilerstrip.features.matrix import COLUMNS, PHRASES, TITLE_OVERLAP, measure
from boilerstrip.features.phrases import told_roles

__all__ = ["COLUMNS", "PHRASES", "TITLE_OVERLAP", "measure", "told_roles"]
