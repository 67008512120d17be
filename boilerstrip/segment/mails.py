"""Addresses of e-mail that Cloudflare hides from robots, read as its script in a browser does.

A server behind it writes each in hexadecimal: the first byte is a key, with which each of the others was
combined by exclusive or. In place of a link, and of words that were none, stand:

    <a href="/cdn-cgi/l/email-protection#422b..."><span data-cfemail="422b...">[email protected]</span></a>
    <a href="/cdn-cgi/l/email-protection" data-cfemail="422b...">[email protected]</a>
"""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["revealed", "target_of"]

_HEX_RE: Final = late_pattern("(?:[0-9a-fA-F]{2}){2,1000}")
_ADDRESS_RE: Final = late_pattern(
    r"[^@\s]+@[^@\s]+\.(?!(?:png|jpe?g|gif|webp|svg|avif)$)[a-z][a-z0-9-]+", re.IGNORECASE
)
"""An address; the name of an image ("icon@2x.png"), of a version ("left-pad@1.3.0") or of somebody in a
network ("@one@other.example"), which Cloudflare takes for one, is none."""


def revealed(hidden: str) -> str:
    """What some hexadecimal digits hide, "" where they are none of Cloudflare's.

    >>> revealed("422b02233a6c2d30"), revealed("42")
    ('i@ax.or', '')
    """
    if not _HEX_RE.fullmatch(hidden):
        return ""
    key, *code = bytes.fromhex(hidden)
    try:
        found = bytes([byte ^ key for byte in code]).decode()
    except UnicodeDecodeError:
        return ""
    return found if found.isprintable() else ""


def target_of(href: str, hidden: str) -> str | None:
    """Where a link really leads: where its address says if that hides nothing, None where the page had none.

    Args:
        href: Its address, which is Cloudflare's.
        hidden: What it shows, as it is hidden.
    """
    _, _, place = href.partition("#")
    found = revealed(place or hidden)
    if not found:
        return href
    return f"mailto:{found}" if place or _ADDRESS_RE.fullmatch(found) else None
