"""Strings out of a page, made safe to show: the one door every metadata value goes through."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urljoin

from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern

__all__ = ["MAX_CHARS", "address_words", "clean", "distinct", "host_of", "is_front", "squash", "web_url"]

MAX_CHARS: Final = 2_000
"""Characters of one value; the cut comes before any pattern sees it."""

# A web address up to the end of its host and port; urllib.parse takes eight times as long. Login
# names, "[" and the like are for tricks, not for pages.
_WEB_RE: Final = re.compile(r"https?://([^/?#@:\[\]\\\s<>\"'%]+)(?::\d{1,5})?(?=[/?#]|$)", re.I)
_LINE_ENDS: Final = dict.fromkeys(map(ord, "\t\n\r"))
_MAX_URL: Final = 8_192  # characters; what servers and browsers agree to take
# C0 and C1 controls that are no white space, soft hyphens, direction overrides, U+FEFF and
# non-characters, lone surrogates (JSON can write them). Joiners stay: they shape letters and emoji.
_UNWANTED_RE: Final = late_pattern(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
# The inline tags that end up in headlines. Not any tag: "What <canvas> is for" is a headline.
_INLINE_TAG_RE: Final = late_pattern(
    r"</?(?:a|b|br|em|i|mark|p|small|span|strong|sub|sup|u|wbr)\b[^<>]*>", re.I
)
_ENDING_RE: Final = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
_BETWEEN_RE: Final = re.compile(r"[\W_]+")
_BETWEEN: Final = bytes(code for code in range(0x80) if not chr(code).isalnum())
"""The same of ASCII."""
_APART: Final = bytes(code if chr(code).isalnum() else 0x20 for code in range(0x100))
"""ASCII with a blank for what is between words."""
COMPILED: Final = compiled("metadata._strings")
"""Sees whether a value is clean as it is, where it is built."""


def clean(value: object) -> str:
    """A value of the page as one line of text; "" for anything that is not a string.

    Cut to `MAX_CHARS`, entities that were escaped twice unescaped, inline tags and control
    characters taken out, white space folded.
    """
    if not isinstance(value, str):
        return ""
    if COMPILED is not None and COMPILED.is_clean(value):
        return value
    text = value.lstrip()[:MAX_CHARS]
    if "&" in text:
        from html import unescape

        text = unescape(text)
    if "<" in text:
        text = _INLINE_TAG_RE.sub(" ", text)
    folded = " ".join(text.split())
    if folded.isprintable():  # as nearly all are, and nothing unwanted is
        return folded
    return " ".join(_UNWANTED_RE.sub("", text).split())


@lru_cache(maxsize=256)  # names of a page's site are compared with each of its titles and authors
def squash(text: str) -> str:
    """Letters and digits alone, to compare what differs in quotes, dashes, blanks and case."""
    folded = text.casefold()
    if folded.isascii():  # a tenth of the time
        return folded.encode().translate(None, _BETWEEN).decode()
    return "".join(filter(str.isalnum, folded))


def distinct(values: list[str]) -> tuple[str, ...]:
    """The values that are not empty, each once (letter case apart), in order."""
    seen: dict[str, str] = {}
    for value in values:
        if value:
            seen.setdefault(value.casefold(), value)
    return tuple(seen.values())


def web_url(value: object, base: str | None = None) -> str | None:
    """The address made absolute; None unless it is http or https, has a host, and is under 8 KB."""
    return _absolute(value, base) if isinstance(value, str) and 0 < len(value) < _MAX_URL else None


@lru_cache(maxsize=64)  # a page says its own address several times, and is asked for it several times
def _absolute(value: str, base: str | None) -> str | None:
    address = value.strip()
    if not address.isprintable() or not address.isascii():
        # Browsers drop tabs and line ends inside an address.
        address = _UNWANTED_RE.sub("", address).translate(_LINE_ENDS)
    if not address.startswith(("https://", "http://")):
        try:
            address = urljoin(base or "", address)
        except ValueError:
            return None
    usable = _WEB_RE.match(address) and len(address) < _MAX_URL
    return "%20".join(address.split()) if usable else None


def host_of(url: str | None) -> str | None:
    """Host of a web address in lower case, without "www."; None where it has none."""
    found = _WEB_RE.match(url or "")
    return found[1].lower().removeprefix("www.") or None if found else None


def is_front(url: str) -> bool:
    """Whether a web address is that of a site's front page: a host and nothing else."""
    found = _WEB_RE.match(url)
    return found is not None and url[found.end() :] in ("", "/")


def address_words(url: str | None) -> frozenset[str]:
    """Words of the last part of an address, lower case: "/news/old-bridge.html" gives "old", "bridge"."""
    found = _WEB_RE.match(url or "")
    path = url[found.end() :].partition("?")[0].partition("#")[0] if found and url else ""
    last = unquote(path.rstrip("/").rpartition("/")[2]).casefold()
    words = _ENDING_RE.sub("", last) if "." in last else last
    if words.isascii():
        return frozenset(words.encode().translate(_APART).decode().split())
    return frozenset(word for word in _BETWEEN_RE.split(words) if word)
