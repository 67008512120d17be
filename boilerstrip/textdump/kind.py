"""Which kind of input it is: HTML, or text."""

from __future__ import annotations

import re
from typing import AnyStr, Final

from boilerstrip.patterns import late_pattern

__all__ = ["has_tags", "looks_like_text"]

_LOOKED_AT: Final = 65_536
"""Characters that are looked at, from the first on that is no blank and no comment: a page shows sooner than
that what it is."""
_HAS_TAGS_RE: Final = late_pattern(rb"<\0?[a-z!/?]", re.IGNORECASE)
_BLANKS_RE: Final = late_pattern(r"[\ufeff \t\r\n\f]*")
_BLANK_BYTES_RE: Final = late_pattern(rb"[ \t\r\n\f]*")
_COMMENT_RE: Final = late_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
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
_INLINE: Final = frozenset(
    "a abbr acronym audio b big br button center cite code em embed font hr i img input kbd label map mark "
    "nobr object s samp select small span strike strong sub sup textarea tt u var video".split()
)
"""Further elements that may be all of a small page."""
_OPEN_ENDED: Final = frozenset("p li dt dd tr td th".split())
"""Elements whose end tag may be left out."""
_EMPTY_LINE_RE: Final = late_pattern(r"\n[ \t\r]*\n")
_FEW: Final = 3
"""Elements below which an input is HTML only if it is tags from its first to its last character."""
_MIN_SHARE: Final = 0.2
"""Share of the characters that lie in tags from which an input that begins with words is HTML."""


def has_tags(content: bytes) -> bool:
    """Whether anything in it may be a tag, without which not even a file that is named as HTML is any."""
    return _HAS_TAGS_RE.search(content) is not None


def looks_like_text(content: str | bytes) -> bool:
    """Whether the input is text rather than HTML; nothing at all is text.

    It is HTML if it begins as a document does, if elements that lay out a page are a good part of
    it, or if a tag begins and a tag ends all there is. A text that mentions `<b>`, quotes a tag or shows code
    in a fence stays text.

    Args:
        content: The input; bytes are read as Latin-1, in which all that matters here is the same, or as
            UTF-16 where zero bytes say so.
    """
    start, is_commented = _start_of(content)
    if not start:
        return not is_commented
    if "<" not in start:
        return True
    if _DOCUMENT_RE.match(start):
        return False
    bare = _SPAN_RE.sub("", _FENCED_RE.sub("", start + "\n"))
    return not (_is_laid_out(bare) or _is_all_tags(bare.rstrip()))


def _start_of(content: str | bytes) -> tuple[str, bool]:
    """What is looked at, and whether a comment stands before it."""
    if isinstance(content, str):
        return _behind_comments(content)
    marked = content[:3] == b"\xef\xbb\xbf"
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:2]:
        read = content.replace(b"\0", b"").decode("latin-1")
        return _behind_comments(read.removeprefix("ÿþ").removeprefix("þÿ"))
    at = _end_of_comments(content, _BLANK_BYTES_RE, b"<!--", b"-->", 3 * marked)
    start = content[at : at + _LOOKED_AT].decode("latin-1")
    return start, b"<!--" in content[:at]


def _behind_comments(text: str) -> tuple[str, bool]:
    at = _end_of_comments(text, _BLANKS_RE, "<!--", "-->", 0)
    return text[at : at + _LOOKED_AT], "<!--" in text[:at]


def _end_of_comments(
    content: AnyStr, blanks: re.Pattern[AnyStr], opens: AnyStr, closes: AnyStr, at: int
) -> int:
    """Where the blanks and comments end that stand at a place."""
    while (blank := blanks.match(content, at)) and content.startswith(opens, blank.end()):
        end = content.find(closes, blank.end())
        if end < 0:
            break
        at = end + len(closes)
    return blank.end() if blank else at


def _is_laid_out(text: str) -> bool:
    """Whether elements that lay out a page are what a text is made of."""
    n_opened = n_closed = n_chars = n_like_first = 0
    first = None
    for tag in _TAG_RE.finditer(text):
        n_chars += len(tag[0])
        if tag[2].lower() in _STRUCTURE:
            n_closed += bool(tag[1])
            n_opened += not tag[1]
        first = first or tag
        n_like_first += not tag[1] and tag[2].lower() == first[2].lower()
    if first is None:
        return False
    begins = first.start() == 0
    if begins and n_like_first >= _FEW and first[2].lower() in _OPEN_ENDED:
        return True
    if not n_closed or not n_opened:
        return False
    if n_opened + n_closed < _FEW:
        return begins and text.rstrip().endswith(">")
    return begins or (n_chars >= _MIN_SHARE * len(text) and _TOUCHING_RE.search(text) is not None)


def _is_all_tags(text: str) -> bool:
    """Whether a tag of HTML begins a text and one ends it, with nothing between or one paragraph of words.

    A text of several paragraphs may be Markdown that begins with a picture and ends with a link.
    """
    first = _TAG_RE.match(text)
    if first is None or not text.endswith(">"):
        return False
    name = first[2].lower()
    if name not in _STRUCTURE and name not in _INLINE and "-" not in name:
        return False
    bare = _TAG_RE.sub("<>", _COMMENT_RE.sub("", text)).rstrip()
    is_bare = not bare.replace("<>", "").strip()
    return is_bare or (bare.endswith("<>") and not _EMPTY_LINE_RE.search(text))
