"""Files of models for text: as those of `modelfile`, with the columns of `features.lines`."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from boilerstrip.features.lines import LINE_COLUMNS, SPANS, TEXT_PAGE_COLUMNS
from boilerstrip.scoring.modelfile import Layout, load_model, pack_model, read_model
from boilerstrip.scoring.textmodel import TextModel

__all__ = [
    "DEFAULT_TEXT_MODEL",
    "default_text_model",
    "load_text_model",
    "pack_text_model",
    "read_text_model",
]

TEXTS: Final = Layout("text-1", "text", LINE_COLUMNS, TEXT_PAGE_COLUMNS, ("spans", SPANS), TextModel)
"""Models of text."""
DEFAULT_TEXT_MODEL: Final = Path(__file__).with_name("textmodel.npz")
"""The model that ships with the package."""


@lru_cache(maxsize=1)
def default_text_model() -> TextModel:
    """The model of texts that ships with the package, read once per process.

    Raises:
        ModelError: the file is missing or damaged.
    """
    return load_text_model(DEFAULT_TEXT_MODEL)


def load_text_model(path: str | os.PathLike[str]) -> TextModel:
    """Read the file of a model of texts; see `modelfile.load_model`."""
    return cast("TextModel", load_model(path, TEXTS))


def read_text_model(content: bytes, path: str) -> TextModel:
    """The model of texts in a file's bytes; see `modelfile.read_model`."""
    return cast("TextModel", read_model(content, path, TEXTS))


def pack_text_model(model: TextModel) -> bytes:
    """A model of texts as the bytes of its file; the same model gives the same bytes."""
    return pack_model(model, TEXTS)
