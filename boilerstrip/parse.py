"""Text -> lxml tree: the one place that makes a parser and repairs the source before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from boilerstrip.page import PageWarning, warn

__all__ = ["MAX_DEPTH", "Parsed", "parse", "roots_of"]

MAX_DEPTH = 2_048
"""Open elements that libxml2 2.14 follows with `huge_tree`; it drops the text of deeper ones."""

_TAG_RE = re.compile(r"<[a-zA-Z!/?]")
# Spelled out rather than re.IGNORECASE, which would cost the fast search for the literal "</".
_CLOSE_RE = re.compile(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])(?:[\s/][^<>]{0,64})?>")
_SURROGATE_RE = re.compile("[\ud800-\udfff]")


class Parsed(NamedTuple):
    """The parsed page: its root elements in document order (none for an empty page), and warnings."""

    roots: tuple[etree._Element, ...]
    warnings: tuple[PageWarning, ...]


def parse(text: str, utf8: bytes | None = None) -> Parsed:
    """Parse a page's text as HTML. Never raises; text without any tag gives no tree and a warning.

    Args:
        text: The page.
        utf8: The very same text as UTF-8 without NULs, where the caller has it: encoding and
            searching it anew costs a quarter of the parse.
    """
    if not text.strip():
        return Parsed((), (warn("empty-input"),))
    if not _TAG_RE.search(text):
        return Parsed((), (warn("not-html", "there is no tag in it"),))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    has_nuls = utf8 is None and "\0" in text
    warnings = [warn("nul-characters", text.count("\0"))] if has_nuls else []
    root: etree._Element | None = etree.fromstring(_repair(text, utf8), parser)
    if root is None:  # nothing but comments or a doctype
        return Parsed((), (*warnings, warn("empty-input")))
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        warnings.append(warn("depth-truncated", MAX_DEPTH))
    return Parsed(roots_of(root), tuple(warnings))


def roots_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """The element and, where it is the root of its document, the elements that stand after it.

    libxml2 hangs what follows a premature end of the document beside the root.
    """
    later = root.itersiblings() if root.getparent() is None else ()
    return (root, *(element for element in later if isinstance(element.tag, str)))


def _repair(text: str, utf8: bytes | None) -> bytes:
    """The source as UTF-8, without what makes libxml2 lose text.

    After `</body>` or `</html>` libxml2 drops the rest of the page from the root's subtree, where
    browsers go on; both end tags say nothing, so they go wherever they stand.
    """
    if utf8 is not None:
        return _CLOSE_RE.sub(b"", utf8)
    text = text.replace("\0", "")
    try:
        source = text.encode()
    except UnicodeEncodeError:  # lone surrogates, which only a caller's `str` can hold
        source = _SURROGATE_RE.sub("\N{REPLACEMENT CHARACTER}", text).encode()
    return _CLOSE_RE.sub(b"", source)
