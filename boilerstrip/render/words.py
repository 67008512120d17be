"""Outline -> plain text, by the compiled part where it is built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from boilerstrip.compiled import compiled
from boilerstrip.page import Page
from boilerstrip.render.outline import Node
from boilerstrip.render.outlined import has_words_of
from boilerstrip.render.places import places_of
from boilerstrip.render.plain import _blocks, text

__all__ = ["has_same_words", "words"]

COMPILED: Final = compiled("render._words")


def words(nodes: Sequence[Node]) -> str:
    """`plain.text` of the nodes."""
    return cast("str", COMPILED.text(nodes, _blocks)) if COMPILED is not None else text(nodes)


def has_same_words(page: Page) -> bool:
    """`outlined.has_words_of` the page."""
    return (
        cast("bool", COMPILED.has_words_of(page, places_of)) if COMPILED is not None else has_words_of(page)
    )
