"""A page's text as the bytes that libxml2 gets, without what makes it lose text."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["to_source"]

# Spelled out rather than re.IGNORECASE, which would cost the fast search for the literal "</".
_CLOSE_RE: Final = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])(?:[\s/][^<>]*)?>")
_SURROGATE_RE: Final = re.compile("[\ud800-\udfff]")
_NOTHING: Final = b"</ >"
"""An end tag without a name, which counts as a comment."""


def to_source(text: str, utf8: bytes | None = None) -> bytes:
    """The text as UTF-8, without NULs and without the end of the page.

    After `</body>` or `</html>` libxml2 drops the rest of the page from the root's subtree, where
    browsers go on; both end tags say nothing, so they go wherever they stand.

    Args:
        text: The page.
        utf8: The very same as UTF-8 without NULs, where there is one.
    """
    return _CLOSE_RE.sub(_removed, _encoded(text) if utf8 is None else utf8)


def _removed(found: re.Match[bytes]) -> bytes:
    """What comes in place of an end tag: nothing, unless it stands inside what would be one without it."""
    source, start = found.string, found.start()
    is_inside = source.rfind(b"<", 0, start) > source.rfind(b">", 0, start)
    return _NOTHING if is_inside else b""


def _encoded(text: str) -> bytes:
    text = text.replace("\0", "")
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates, which only a caller's `str` can hold
        return _SURROGATE_RE.sub("\N{REPLACEMENT CHARACTER}", text).encode()
