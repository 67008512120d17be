"""The phrases by role and language, for those who look at a language; to read a page takes all at once."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from boilerstrip.phrases import BETWEEN, TABLES

__all__ = ["PHRASES_BY_LANGUAGE"]

PHRASES_BY_LANGUAGE: Final = MappingProxyType(
    {
        role: MappingProxyType({language: tuple(text.split(BETWEEN)) for language, text in table.items()})
        for role, table in TABLES.items()
    }
)
"""A dropped role -> language -> phrases, see `phrases.TABLES`."""
