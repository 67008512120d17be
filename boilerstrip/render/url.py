"""The one gate for addresses: what a page links to becomes an address that is safe to write, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple, cast
from urllib.parse import quote, urljoin, urlsplit

from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern

__all__ = [
    "ALLOWED_SCHEMES",
    "MAX_LENGTH",
    "PATH_RE",
    "PLAIN_RE",
    "Resolver",
    "address_of",
    "resolver",
    "safe_url",
]

ALLOWED_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
MAX_LENGTH: Final = 8_192
"""Characters of an address; longer ones are tracking state or an attack."""

Resolver = Callable[[str], "str | None"]
"""Gives the safe address for an address as written on the page, or None."""

# Most addresses are of this kind: absolute, nothing to escape, no dot segment to fold.
PLAIN_RE: Final = re.compile(
    r"https?://[A-Za-z0-9-][A-Za-z0-9.:-]*(?:[/?#][A-Za-z0-9._~!$'()*,;:@+&=%?#/-]*)?"
)
PATH_RE: Final = late_pattern(r"/(?!/)[A-Za-z0-9._~!$'()*,;:@+&=%?#/-]*")
# What is resolved as its head is, and then goes on as it is written: no dot segment behind the head, no empty
# segment, query or fragment, no parameters of a path.
_BEHIND: Final = (
    r"""(?:\?[A-Za-z0-9._~!$'()*,;:@+&=%?/-]{1,2000})? (?:\#[A-Za-z0-9._~!$'()*,;:@+&=%?/-]{1,2000})?"""
)
_NEAR_RE: Final = late_pattern(
    r"""(\#) [A-Za-z0-9._~!$'()*,;:@+&=%?/-]{1,2000}
      | (//) [A-Za-z0-9-][A-Za-z0-9.:-]{0,250} (?:/[A-Za-z0-9._~!$'()*,:@+&=%/-]{0,2000}"""
    + _BEHIND
    + r""")?
      | ((?:\.\.?/){0,8}) [A-Za-z0-9_~!$'()*,@+&=%-][A-Za-z0-9._~!$'()*,@+&=%/-]{0,2000}"""
    + _BEHIND,
    re.VERBOSE,
)
_ORIGIN_RE: Final = late_pattern(r"https?://[^/?#\s]+", re.IGNORECASE)
_SCHEME_RE: Final = late_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB_RE: Final = late_pattern(r"https?:", re.IGNORECASE)
# What browsers drop while reading an address, and more that could hide a scheme from a reader.
_IGNORED_RE: Final = late_pattern(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_UNSAFE_RE: Final = late_pattern(r'[\s"<>\\^`{|}]')


def resolver(base: str | None) -> Resolver:
    """`safe_url` for one page; remembers its answers, since pages repeat their addresses."""
    if COMPILED is not None:
        return cast("Resolver", COMPILED.Answers(_place_of(base)))
    return _Answers(_place_of(base)).__getitem__


def safe_url(url: str, base: str | None = None) -> str | None:
    """An address that is safe to write into any output.

    Allowed are http, https, mailto and tel; relative addresses are resolved against `base` (an
    http or https address), or kept as they are without one. The result holds no white space,
    control, quote, angle bracket, backslash, backtick, brace or bar. Applying it twice changes nothing.

    Args:
        url: As written on the page.
        base: The page's own address; anything but http and https counts as None.

    Returns:
        None for every other scheme in any spelling, an address without a place ("", "#"), one
        that cannot be read, and one longer than `MAX_LENGTH`. Never raises.

    >>> safe_url(" java\\nscript:alert(1)") is None
    True
    >>> safe_url("../a b", "https://example.org/x/y/")
    'https://example.org/x/a%20b'
    """
    return address_of(url, _place_of(base))


class _Place(NamedTuple):
    """Where a page is: its address, and the origin of it, "" where it has none that is plain."""

    base: str
    has_origin: bool
    origin: str


@lru_cache(maxsize=32)
def _place_of(base: str | None) -> _Place:
    base = _IGNORED_RE.sub("", base).strip() if base else ""
    origin = _ORIGIN_RE.match(base)
    return _Place(base, origin is not None, origin[0] if origin and PLAIN_RE.fullmatch(origin[0]) else "")


class _Answers(dict[str, str | None]):
    """By address as written on a page: the safe one, or None."""

    def __init__(self, place: _Place) -> None:
        super().__init__()
        self.place = place

    def __missing__(self, url: str) -> str | None:
        self[url] = address = address_of(url, self.place)
        return address


def address_of(url: str, place: _Place) -> str | None:
    """`safe_url` on a page."""
    if len(url) > MAX_LENGTH:
        return None
    if PLAIN_RE.fullmatch(url):
        return url
    if place.origin and "/." not in url and PATH_RE.fullmatch(url):
        return place.origin + url
    near = _NEAR_RE.fullmatch(url)
    if near and near.lastindex:
        at = near.end(near.lastindex)
        if url.find("//", at) < 0 and url.find("/.", at) < 0:
            around = _around(url[:at], place)
            fits = around is not None and len(around) + len(url) - at <= MAX_LENGTH
            return f"{around}{url[at:]}" if fits else None
    return _read(url, place)


@lru_cache(maxsize=256)
def _around(head: str, place: _Place) -> str | None:
    """What stands in the safe address before what follows such a head."""
    address = _read(f"{head}x", place)
    return address[:-1] if address else None


def _read(url: str, place: _Place) -> str | None:
    """The safe address of any, read as browsers do."""
    url = _slashed(_IGNORED_RE.sub("", url).strip())
    scheme = _SCHEME_RE.match(url)
    if url in ("", "#") or (scheme and scheme[1].lower() not in ALLOWED_SCHEMES):
        return None
    try:
        if place.has_origin and (not scheme or _WEB_RE.match(url)):
            url = urljoin(place.base, url)
        return _checked(_UNSAFE_RE.sub(_quoted, url))
    except ValueError:  # a host such as "[x"
        return None


def _slashed(url: str) -> str:
    """Backslashes as browsers read them: slashes in the path, of any scheme we let through."""
    if "\\" not in url:
        return url
    end = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    return url[:end].replace("\\", "/") + url[end:]


def _quoted(match: re.Match[str]) -> str:
    return quote(match[0])


def _checked(url: str) -> str | None:
    """The finished address, if it has a place and no scheme hides in it.

    Raises:
        ValueError: It cannot be split into its parts.
    """
    if len(url) > MAX_LENGTH:
        return None
    scheme = _SCHEME_RE.match(url)
    if scheme is None:
        first_segment = re.split("[/?#]", url, maxsplit=1)[0]
        return url if ":" not in first_segment else None
    if scheme[1].lower() not in ALLOWED_SCHEMES:
        return None
    return url if not _WEB_RE.match(url) or urlsplit(url).netloc else None


COMPILED: Final = compiled("render._addresses")  # which asks the patterns above
