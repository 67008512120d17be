"""Which kind of input it is: HTML, or text."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["looks_like_text"]

_LOOKED_AT: Final = 65_536
"""Characters from the start that are looked at: a page shows sooner than that what it is."""
_DOCUMENT_RE: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|\?xml|frameset)(?=[\s>/:])", re.IGNORECASE
)
_TAG_RE: Final = re.compile(r"<(/?)([a-z][a-z0-9-]{0,20})(?=[\s>/])[^<>]{0,400}>", re.IGNORECASE)
_TOUCHING_RE: Final = re.compile(r">\s{0,40}</?[a-z]", re.IGNORECASE)
"""Tags side by side: who writes about tags sets words between them."""
_FENCED_RE: Final = re.compile(r"^ {0,3}(```|~~~)[^\n]*\n(?:(?! {0,3}\1)[^\n]*\n)*", re.MULTILINE)
_SPAN_RE: Final = re.compile(r"`[^`\n]{1,300}`")
_STRUCTURE: Final = frozenset(
    "div p ul ol li table tr td th tbody section article header footer nav main aside form h1 h2 h3 h4 h5 h6 "
    "script style link meta title iframe figure blockquote dl dt dd pre noscript template svg".split()
)
"""Elements that lay a page out: nobody writes them to stress a word."""
_FEW: Final = 3
"""Elements below which an input is HTML only if it is tags from its first to its last character."""
_MIN_SHARE: Final = 0.2
"""Share of the characters that lie in tags from which an input that begins with words is HTML."""


def looks_like_text(content: str | bytes) -> bool:
    """Whether the input is text rather than HTML; nothing at all is text.

    It is HTML if it begins as a document does, or if elements that lay out a page are a good part of
    it. A text that mentions `<b>`, quotes a tag or shows code in a fence stays text.

    Args:
        content: The input; bytes are read as Latin-1, in which all that matters here is the same, or as
            UTF-16 where zero bytes say so.
    """
    start = _start_of(content).lstrip("\ufeff \t\r\n\f")
    if not start or "<" not in start:
        return True
    while start.startswith("<!--") and (end := start.find("-->")) > 0:
        start = start[end + 3 :].lstrip()
    if _DOCUMENT_RE.match(start):
        return False
    bare = _SPAN_RE.sub("", _FENCED_RE.sub("", start + "\n"))
    return not _is_laid_out(bare)


def _start_of(content: str | bytes) -> str:
    if isinstance(content, str):
        return content[:_LOOKED_AT]
    content = content[:_LOOKED_AT]
    if content[:3] == b"\xef\xbb\xbf":
        content = content[3:]
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff") or content[1:2] == b"\0" or content[:1] == b"\0"
    return (
        (content.replace(b"\0", b"") if wide else content)
        .decode("latin-1")
        .removeprefix("ÿþ")
        .removeprefix("þÿ")
    )


def _is_laid_out(text: str) -> bool:
    """Whether elements that lay out a page are what a text is made of."""
    n_opened = n_closed = n_chars = 0
    first = None
    for tag in _TAG_RE.finditer(text):
        n_chars += len(tag[0])
        if tag[2].lower() in _STRUCTURE:
            n_closed += bool(tag[1])
            n_opened += not tag[1]
        if first is None:
            first = tag
    if first is None or not n_closed or not n_opened:
        return False
    begins = first.start() == 0
    if n_opened + n_closed < _FEW:
        return begins and text.rstrip().endswith(">")
    return begins or (n_chars >= _MIN_SHARE * len(text) and _TOUCHING_RE.search(text) is not None)
