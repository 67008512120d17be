"""The language of a code block, as a fence names it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.shapes.code import NO_LANGUAGES

__all__ = ["language_of"]

_CHARS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789+#._-")
_ALIASES: Final = MappingProxyType({"html-basic": "html", "ipython3": "python", "ipython": "python"})
"""Names that one tool alone has for a language."""


def language_of(table: BlockTable, element: int) -> str:
    """The language of a `<pre>` in lower case, "" for none; it may stand on the `<code>` inside."""
    attributes, parent = table.attributes, table.parent
    own = attributes.get(element)
    named = own.get("lang", "") if own else ""
    if not named and element + 1 < len(parent) and parent[element + 1] == element:
        own = attributes.get(element + 1)
        named = own.get("lang", "") if own else ""
    if not named:
        return ""
    named = named.lower()
    return _ALIASES.get(named, named) if named not in NO_LANGUAGES and _CHARS.issuperset(named) else ""
