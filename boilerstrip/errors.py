"""The errors boilerstrip raises itself.

BoilerstripError
├── OptionError     an option has a value that cannot work (also a ValueError)
│   └── DetectorMissingError   checking the language needs a package that is not installed
├── SourceError     an input is missing or cannot be read
├── SinkError       a result cannot be written
├── GoldError       a gold standard directory is not laid out as documented
├── RecordError     a page's record is damaged, so it cannot be loaded
└── ModelError      a model file is missing, damaged, or made for other columns

What is *in* a page never raises: it becomes a warning on the `Page`.
"""

from __future__ import annotations

__all__ = [
    "BoilerstripError",
    "DetectorMissingError",
    "GoldError",
    "ModelError",
    "OptionError",
    "RecordError",
    "SinkError",
    "SourceError",
]


class BoilerstripError(Exception):
    """Base of every error that boilerstrip raises on purpose."""


class OptionError(BoilerstripError, ValueError):
    """An option has a value that cannot work; the message names the cure."""


class DetectorMissingError(OptionError):
    """Checking the language needs the extra `language`, which is not installed."""


class _PathError(BoilerstripError):
    """An error about one path; `path` names it, `reason` is one clause."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class SourceError(_PathError):
    """An input is missing or cannot be read."""


class SinkError(_PathError):
    """A result cannot be written."""


class GoldError(_PathError):
    """A gold standard directory is not laid out as documented."""


class RecordError(_PathError):
    """A page's record cannot be loaded; `path` is the place in it, as "blocks[3].score"."""


class ModelError(_PathError):
    """A model file is missing, damaged, or made for other columns than this version measures."""
