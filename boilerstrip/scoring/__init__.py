"""Features -> content probability of every block, page type, confidence."""

from boilerstrip.scoring.model import Model, Scores
from boilerstrip.scoring.modelfile import default_model, load_model

__all__ = ["Model", "Scores", "default_model", "load_model"]
