"""Inline tags that become marks, those of typography and of ruby text among them."""

from __future__ import annotations

from types import MappingProxyType

from boilerstrip import vocabulary

__all__ = ["MARK_TAGS"]

MARK_TAGS = MappingProxyType(
    {
        **vocabulary.MARK_TAGS,
        "mark": "b",  # Markdown has no highlighter; bold shows that somebody stressed it
        "var": "i",
        "dfn": "i",
        "cite": "cite",
        "q": "q",
        "rt": "rt",
    }
)
"""Inline tags that a renderer writes, and the mark they become."""
