"""A page as a tree, however it came: as text, as bytes, as a tree, or in a file that a browser saved."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from boilerstrip.decode import decode
from boilerstrip.decode.saved import is_saved, unpack
from boilerstrip.options import Options
from boilerstrip.page import Encoding, PageWarning, warn
from boilerstrip.parse import parse, roots_of

__all__ = ["GIVEN", "Source", "read_source"]

GIVEN = Encoding("utf-8", "given")
"""Of what the caller passed as text or as a tree."""


class Source(NamedTuple):
    """A page as a tree.

    Attributes:
        roots: Its elements; none where it is no page.
        encoding, warnings: As on the `Page`.
        url: Its address, where the file that it was saved in states one.
    """

    roots: tuple[etree._Element, ...]
    encoding: Encoding
    warnings: tuple[PageWarning, ...]
    url: str | None = None


def read_source(html: str | bytes | etree._Element, options: Options) -> Source:
    """Decode and parse a page.

    Args:
        html: As for `extract`.
        options: As for `extract`; of them only `encoding` matters.
    """
    if isinstance(html, etree._Element):
        if not isinstance(html.tag, str):
            return Source((), GIVEN, (warn("not-html", "a comment or instruction by itself"),))
        return Source(roots_of(html), GIVEN, ())
    if isinstance(html, str) and html[:1].isalpha() and is_saved(raw := html.encode("utf-8", "replace")):
        html = raw
    if isinstance(html, str):
        parsed = parse(html)
        return Source(parsed.roots, GIVEN, parsed.warnings)
    saved = unpack(html) if is_saved(html) else None
    if saved is None:
        return _decoded(html, options.encoding, None)
    return _decoded(saved.html, options.encoding or saved.charset, saved.url)


def _decoded(html: bytes, charset: str | None, url: str | None) -> Source:
    decoded = decode(html, charset)
    if any(warning.code in ("not-html", "empty-input") for warning in decoded.warnings):
        return Source((), decoded.encoding, decoded.warnings, url)
    parsed = parse(decoded.page)
    return Source(parsed.roots, decoded.encoding, (*decoded.warnings, *parsed.warnings), url)
