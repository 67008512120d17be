"""The charset a page declares in its own first bytes."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["declared_label"]

# Bytes searched: what browsers look at (HTML standard, "prescan"), then what pages with a long
# head of scripts and comments need.
_WINDOWS: Final = (1024, 16384)
_META_RE: Final = re.compile(rb"<meta[\s/]([^>]*)")
_ATTRIBUTE_RE: Final = re.compile(rb"""([a-z-]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_CHARSET_RE: Final = late_pattern(rb"""charset\s*=[\s"']*([\w.:-]+)""", re.I)
_XML_RE: Final = late_pattern(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""")


def _without_comments(head: bytes) -> bytes:
    """Take comments out, one pass: a charset that is commented out is not declared."""
    pieces, start = [], 0
    while (opened := head.find(b"<!--", start)) >= 0:
        pieces.append(head[start:opened])
        closed = head.find(b"-->", opened + 2)
        if closed < 0:
            return b"".join(pieces)
        start = closed + 3
    pieces.append(head[start:])
    return b"".join(pieces)


def _from_meta(inside: bytes) -> str | None:
    """The charset that a tag in small letters declares."""
    attributes: dict[bytes, bytes] = {}
    for name, *values in _ATTRIBUTE_RE.findall(inside):
        attributes.setdefault(name.lower(), b"".join(values))
    label = attributes.get(b"charset")
    if label is None and attributes.get(b"http-equiv", b"").lower() == b"content-type":
        found = _CHARSET_RE.search(attributes.get(b"content", b""))
        label = found[1] if found else None
    return label.decode("latin-1").strip().lower() if label else None


def declared_label(data: bytes) -> list[str]:
    """Charset labels in `<meta>` tags or the XML declaration, lower-case, in page order.

    Searches the first 1 KB, and 16 KB where that holds none.
    """
    for size in _WINDOWS:
        head = data[:size].lower()
        if b"charset" in head:
            metas = _META_RE.findall(_without_comments(head))
            found = [_from_meta(inside) for inside in metas if b"charset" in inside]
            labels = [label for label in found if label]
            if labels:
                return labels
        if len(data) <= size:
            break
    xml = _XML_RE.match(data[: _WINDOWS[0]])
    return [xml[1].decode("latin-1").lower()] if xml else []
