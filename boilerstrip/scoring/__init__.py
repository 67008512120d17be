"""Feature matrix -> content probability per block."""

from boilerstrip.scoring.base import Scorer
from boilerstrip.scoring.rules import RULES

__all__ = ["RULES", "Scorer"]
