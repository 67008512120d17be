"""Where an image really is, and whether it shows anything: lazy loaders keep its address outside `src`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from lxml import etree

from boilerstrip.patterns import late_pattern
from boilerstrip.remembered import remembered

__all__ = [
    "BEFORE_PLACEHOLDERS",
    "CANDIDATES",
    "COUNTERS",
    "EMOJI_ADDRESSES",
    "EMOJI_CLASSES",
    "FURNITURE_CLASSES",
    "LAZY",
    "MAX_SOURCES",
    "PIXEL",
    "PLACEHOLDERS",
    "RESIZED",
    "SOURCES",
    "TINY",
    "image_kind",
    "image_source",
    "is_placeholder",
    "is_sign",
    "largest",
    "original",
    "sized_source",
]

SOURCES: Final = (
    *("data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file", "src"),
    *("data-hi-res-src", "data-image", "data-src-medium", "data-full-url", "data-large-file"),
)
"""Attributes that hold an address, best first: a loader's own outranks the placeholder in `src`."""
LAZY: Final = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-srcset", "data-lazy-srcset")
"""Those of loaders that hide an image until it is there."""
CANDIDATES: Final = ("data-srcset", "data-lazy-srcset", "srcset")
"""Attributes that hold several addresses, looked at where there is none alone."""
PLACEHOLDERS: Final = (
    *("spacer", "blank", "pixel", "placeholder", "transparent", "loading", "lazy", "1x1"),
    "empty",
)
"""How names of files begin that stand in for an image until a script puts it there."""
BEFORE_PLACEHOLDERS: Final = ("grey", "gray", "woocommerce")
"""What may stand before these: colours, a shop."""
_PLACEHOLDER_RE: Final = re.compile(
    rf"(?:(?:{'|'.join(BEFORE_PLACEHOLDERS)})[-_])?"
    rf"(?:(?:{'|'.join(PLACEHOLDERS)})(?:(?<=lazy)-?(?:load|placeholder)?)?[-_]?){{1,2}}"
    r"(?:\d{1,4}(?:x\d{1,4})?)?(?:\.(?:trans|[\da-f]{8,32}|_[a-z]{1,2}\d{4,12}_))?\.(?:gif|png|svg|webp)(?:$|\?)",
    re.IGNORECASE,
)
_BLANK_RE: Final = late_pattern(r"\{\.?[A-Za-z_]{1,20}\}")
"""A name for which a script puts a size, as in `gate_{width}x.jpg` of Shopify: nothing is at that address."""
_SIZE: Final = "1024"
"""Width in pixels that is put there where an image has no other address; such services make any."""
_CANDIDATE_RE: Final = late_pattern(r"([^\s,](?:\S*[^\s,])?)(?:\s+([^\s,]+)[^,]*)?")
"""An address, which may hold commas but neither begins nor ends with one, and its first descriptor."""
MAX_SOURCES: Final = 16
"""Sources of a picture that are looked at."""
PIXEL: Final = ("0", "1", "0px", "1px")
"""Widths and heights of tracking pixels."""

FURNITURE_CLASSES: Final = ("avatar", "avatars", "gravatar", "userpic", "userphoto", "user-photo")
"""Classes of images that are of who speaks."""
EMOJI_CLASSES: Final = (
    *("emoji", "twemoji", "emojione", "emoticon", "emoticons"),
    *("smiley", "smileys", "smilie", "smilies", "inlineimg"),
)
"""Classes of images that stand for a character: WordPress, Discourse, Mastodon, forums."""
_CLASS_RE: Final = late_pattern(
    rf"(?:^|[\s_-])(?:(?P<furniture>{'|'.join(FURNITURE_CLASSES)})|(?P<emoji>{'|'.join(EMOJI_CLASSES)}))(?![a-z])",
    re.IGNORECASE,
)
EMOJI_ADDRESSES: Final = ("/emoji", "/twemoji", "/smiley", "/smilies", "/smilie", "/emoticon")
COUNTERS: Final = MappingProxyType(
    {
        "gravatar.com": ("/avatar",),
        "facebook.com": ("/tr/", "/tr?"),
        "feedburner.com": ("/~ff/", "/~r/"),
        **dict.fromkeys(
            """pixel.wp.com stats.wp.com scorecardresearch.com google-analytics.com doubleclick.net
            googleadservices.com quantserve.com bat.bing.com ads.linkedin.com analytics.twitter.com vgwort.de
            ioam.de ivwbox.de etracker.com etracker.de xiti.com weborama.fr mc.yandex.ru counter.yadro.ru
            top-fwz1.mail.ru hotlog.ru statcounter.com sitemeter.com histats.com hitwebcounter.com
            gostats.com""".split(),
            ("/",),
        ),
    }
)
"""Avatars and counters of widely used services: what their hosts end in, and what the path begins with."""
_SCHEMES: Final = ("", "http:", "https:")
_MAX_SIGN_CHARS: Final = 40
TINY: Final = ("2", "2px")
_HIDDEN_RE: Final = late_pattern(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|(?<![-\w])(?:width|height)\s{0,4}:\s{0,4}[012](?:px|;|\Z)",
    re.IGNORECASE,
)
_NEXT_RE: Final = late_pattern(r"/_next/image/?\?(?:[^#]{0,200}&)?url=([^&#]{1,2000})")
"""Next.js resizes images by address; the address of the image itself is in it."""
_WIX_BLUR_RE: Final = late_pattern(r"(//static\.wixstatic\.com/media/[^/?#]{1,200})/v1/[^?#]{0,200}blur_")
"""Wix shows a small blurred copy until a script runs."""
RESIZED: Final = ("/_next/image", "/v1/")
"""What is in the addresses of copies that these services make."""
_OF_NEXT, _OF_WIX = RESIZED


def image_source(node: etree._Element, attributes: Mapping[str, str] | None = None) -> str | None:
    """The address of an `<img>` as written in the page, None for a tracking pixel or placeholder.

    Args:
        node: The element.
        attributes: Its attributes, where the caller has read them.
    """
    get = (attributes or dict(node.items())).get  # faster from the second look on
    if get("width") in PIXEL or get("height") in PIXEL:
        return None
    for name in SOURCES:
        if (source := get(name)) and not is_placeholder(source := source.strip()):
            return original(source)
    for name in CANDIDATES:
        if (candidates := get(name)) and (candidate := largest(candidates)):
            return original(candidate)
    return _picture_source(node) or sized_source([get(name) or "" for name in SOURCES])


def sized_source(sources: Iterable[str]) -> str | None:
    """The first of some addresses that lacks only its size, with one; for an image that has no other.

    >>> sized_source(["", "//cdn.example/gate_{width}x.jpg"])
    '//cdn.example/gate_1024x.jpg'
    """
    for source in sources:
        if "{" in source:
            sized = _BLANK_RE.sub(_SIZE, source.strip())
            if sized != source.strip() and not is_placeholder(sized):
                return sized
    return None


def image_kind(source: str, attributes: Mapping[str, str]) -> str | None:
    """What an image shows other than content, None where it is content.

    Returns:
        "emoji" for one that stands for a character, "furniture" for an avatar, a counter, a hidden one.

    >>> image_kind("https://s.w.org/images/core/emoji/15/72x72/1f600.png", {})
    'emoji'
    >>> image_kind("https://secure.gravatar.com/avatar/0?s=96", {"class": "photo"})
    'furniture'
    """
    if attributes.get("width") in TINY or attributes.get("height") in TINY:
        return "furniture"
    if (style := attributes.get("style")) and "src" in attributes and _HIDDEN_RE.search(style):
        return None if any(name in attributes for name in LAZY) else "furniture"
    if (label := attributes.get("class")) and (kind := _kind_of_class(label)):
        return kind
    if ("/emo" in source or "/smil" in source or "/tw" in source) and any(
        map(source.__contains__, EMOJI_ADDRESSES)
    ):
        return "emoji"
    return "furniture" if _is_counter(source) else None


def _is_counter(source: str) -> bool:
    """Whether an address is one of `COUNTERS`."""
    scheme, there, rest = source.partition("//")
    if not there or scheme.lower() not in _SCHEMES:
        return False
    host, slash, path = rest.lower().partition("/")
    labels = host.split(".")
    for n_labels in (2, 3):
        starts = COUNTERS.get(".".join(labels[-n_labels:]))
        if starts is not None:
            return f"{slash}{path}".startswith(starts)
    return False


def is_sign(alt: str) -> bool:
    """Whether the description of an emoji's image is the emoji: a sign, a smiley, or its name in colons.

    >>> is_sign("\N{GRINNING FACE}"), is_sign(":-)"), is_sign(":grin:"), is_sign("Big Grin")
    (True, True, True, False)
    """
    if len(alt) > _MAX_SIGN_CHARS:
        return False
    is_name = len(alt) > 2 and alt[0] == alt[-1] == ":" and " " not in alt
    return is_name or not any(char.isalpha() for char in alt) or (len(alt) <= 3 and not alt.isalpha())


@remembered
def _kind_of_class(label: str) -> str | None:
    found = _CLASS_RE.search(label)
    return found.lastgroup if found else None


def _picture_source(node: etree._Element) -> str | None:
    """The best candidate of the `<source>` elements before an `<img>` that itself has no address.

    libxml2 does not know that they are empty: there the second stands in the first, the image in the last.
    """
    above, found = node.getparent(), None
    for _ in range(MAX_SOURCES):
        if above is None or above.tag not in ("source", "picture"):
            break
        sources = above.iterchildren("source") if above.tag == "picture" else (above,)
        for source in sources:
            for name in CANDIDATES:
                if (candidates := source.get(name)) and (candidate := largest(candidates)):
                    found = candidate
                    break
            if found and above.tag == "picture":
                break
        above = above.getparent()
    return original(found) if found else None


def original(source: str) -> str:
    """The address of the image itself where a site's own service shows a changed copy."""
    if _OF_NEXT in source and (found := _NEXT_RE.search(source)):
        return unquote(found[1])
    if _OF_WIX in source and (found := _WIX_BLUR_RE.search(source)):
        return source[: found.end(1)]
    return source


def is_placeholder(source: str) -> bool:
    """Whether an address is empty, inline, lacks a part, or names a file that stands in for an image."""
    if not source or source[:5].lower() == "data:" or source[:6].lower() == "about:":
        return True
    if "{" in source and _BLANK_RE.search(source):
        return True
    return _PLACEHOLDER_RE.match(source, source.rfind("/") + 1) is not None


def largest(srcset: str) -> str | None:
    """The candidate of a `srcset` with the largest width or density (HTML, "Srcset attributes").

    >>> largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    """
    best: str | None = None
    best_size = -1.0
    for address, size in _CANDIDATE_RE.findall(srcset):
        if is_placeholder(address):
            continue
        try:
            value = float(size[:-1]) if size else 1.0
        except ValueError:
            continue
        if value > best_size:
            best, best_size = address, value
    return best
