"""What a page shows of other places: players, maps, posts; by the address at which a reader finds them.

Only known services are looked for, so that a frame with an advertisement is nothing.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from boilerstrip.patterns import late_pattern

__all__ = ["Embed", "embed_source", "find_embed", "shows_alone"]

_MAX_CHARS: Final = 2_000
"""Characters of an address that is looked at."""
_MAX_TITLE_CHARS: Final = 200


class Embed(NamedTuple):
    """What is embedded: the address for a reader, and what it is called."""

    address: str
    title: str


_ORIGIN_RE: Final = late_pattern(r"\s{0,20}(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_RELAYED_RE: Final = late_pattern(r"[?&](?:src|url)=((?:https?(?::|%3A))?(?://|%2F%2F)[^&#]+)", re.IGNORECASE)
"""The address of what a frame of another's shows: of Drupal's, Embedly's, Iframely's."""
_WEB_RE: Final = late_pattern(r"https?://\S+", re.IGNORECASE)

_ADDRESSES: Final = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-embed-src",
    "data-cookieblock-src",
    "data-href",
    "data",
)
"""Attributes that hold the address; loaders and those who ask for consent move it out of `src`."""
_IDS: Final = MappingProxyType(
    {
        "lite-youtube": ("videoid", "https://youtu.be/"),
        "lite-vimeo": ("videoid", "https://vimeo.com/"),
        "amp-youtube": ("data-videoid", "https://youtu.be/"),
        "amp-vimeo": ("data-videoid", "https://vimeo.com/"),
        "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/"),
        "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
        "amp-twitter": ("data-tweetid", "https://platform.twitter.com/embed/?id="),
    }
)
"""By tag: the attribute that holds the identifier, and what an address of it begins with."""
_FILES: Final = frozenset({"video", "audio", "amp-video", "amp-audio"})
_PICTURES: Final = ("{*}img", "{*}picture", "{*}video", "{*}iframe")
_MAX_LEVELS: Final = 4
"""How far above an element with a background image a figure is looked for, itself included."""


def embed_source(node: etree._Element, tag: str) -> Embed | None:
    """What an element shows from elsewhere; None where that is nothing known.

    Args:
        node: The element.
        tag: Its tag without a namespace.
    """
    if tag == "script":
        return find_embed(node.get("src") or "")
    attributes = dict(node.items())
    title = attributes.get("title") or attributes.get("aria-label") or attributes.get("data-title") or ""
    title = " ".join(title[:_MAX_TITLE_CHARS].split())
    if tag in _FILES:
        return _file(node, title, tag)
    if tag in _IDS:
        name, start = _IDS[tag]
        return find_embed(start + attributes[name], title) if name in attributes else None
    sources = [attributes[name] for name in _ADDRESSES if name in attributes]
    if tag == "object":
        sources += [param.get("value", "") for param in node.iterchildren("{*}param")]
        sources += [inner.get("src", "") for inner in node.iterchildren("{*}embed", "{*}iframe")]
    return next((found for source in sources if (found := find_embed(source, title))), None)


def find_embed(source: str, title: str = "") -> Embed | None:
    """What an address for embedding shows, None where no known service has such ones.

    >>> find_embed("//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0").address
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
    """
    if len(source) > _MAX_CHARS:
        return None
    relayed = _RELAYED_RE.search(source) if "=" in source else None
    return _of_service(source, title) or (_of_service(unquote(relayed[1]), title) if relayed else None)


def _of_service(source: str, title: str) -> Embed | None:
    origin = _ORIGIN_RE.match(source)
    if origin is None:
        return None
    from boilerstrip.segment.services import SERVICES  # most pages have no use for them

    folded = source.lower()
    for name, sign, embedded, address in SERVICES:
        if sign not in folded:
            continue
        found = embedded.match(source, origin.end())
        if found is None:
            continue
        written = unquote(found["url"]) if "url" in embedded.groupindex else found.expand(address)
        return Embed(written, title or name) if _WEB_RE.fullmatch(written) else None
    return None


def _file(node: etree._Element, title: str, tag: str) -> Embed | None:
    """A video or a piece of audio: the first file there is, called by its name where it has no title."""
    elements = (node, *node.iter("{*}source"))
    for source in [one.get("src") or one.get("data-src") for one in elements]:
        if source and (source := source.strip())[:5].lower() not in ("blob:", "data:"):
            path = source.split("#")[0].split("?")[0]
            name = unquote(path.rstrip("/").rpartition("/")[2])
            return Embed(source, title or " ".join(name[:_MAX_TITLE_CHARS].split()) or tag)
    return None


def shows_alone(node: etree._Element) -> bool:
    """Whether an element is all that is to be seen of a figure that it stands in."""
    around: etree._Element | None = node
    for _ in range(_MAX_LEVELS):
        if around is None:
            return False
        if around.tag == "figure":
            return next(around.iter(*_PICTURES), None) is None
        around = around.getparent()
    return False
