"""Names by which elements say at which width of the screen they are shown.

They are those of Bootstrap 3 to 5, Tailwind, Foundation, Elementor, Shopify's themes, Framer, and what
authors of style sheets make up ("mobile-only"). Clones in a carousel, which are shown at none, are
those of Slick and Swiper.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["is_for_some_widths", "widths_in"]

_SIZE: Final = r"(?:xs|sm|md|lg|xl|xxl|2xl|3xl)"
_DEVICE: Final = r"(?:mobile|desktop|tablet|phone)"
_SHOWN_RE: Final = late_pattern(
    rf"(?<![a-z0-9])(?:hidden-{_SIZE}-(?:up|down)|hidden-(?:up|down)-{_SIZE}"
    rf"|d-(?:print-)?(?:{_SIZE}-)?(?:none|block|flex|inline(?:-block)?|grid)"
    rf"|(?:max-)?(?:{_SIZE}|{_DEVICE})\\?:!?(?:hidden|block|flex|grid|inline(?:-block|-flex)?|contents)"
    rf"|(?:hidden|visible)-(?:{_SIZE}|{_DEVICE})"
    rf"|(?:show|hide|hidden|visible|display)[-_]{{0,2}}(?:for|on|in|only)?[-_]{{0,2}}"
    rf"(?:{_DEVICE}|sm|md|lg|small|medium|large)(?:[-_](?:only|up|down))?"
    rf"|(?:{_DEVICE}|small|medium|large)[-_](?:only|up|down|hide|hidden|show|visible|copy|version|view)"
    rf"|only[-_]{_DEVICE}|elementor-hidden\S{{0,20}}|(?:small|medium|large)(?:-up|-down)?--(?:hide|show)"
    r"|ssr-variant|slick-cloned|swiper-slide-duplicate|cloned?)(?![a-z0-9-])",
    re.IGNORECASE,
)
_DEVICE_RE: Final = late_pattern(rf"(?<![a-z])(?i:{_DEVICE})(?![a-z])|(?<=[a-z])(?:Mobile|Desktop|Tablet)")
_SIZED_RE: Final = late_pattern(rf"{_SIZE}|{_DEVICE}|small|medium|large", re.IGNORECASE)


@lru_cache(maxsize=1024)  # a page's boxes are called alike, and so are those of a site's pages
def widths_in(label: str) -> frozenset[str]:
    """What a label says of widths, small letters; two that differ in it are not shown at once.

    >>> sorted(widths_in("col d-none d-md-block"))
    ['d-md-block', 'd-none']
    """
    return frozenset(name.lower() for pattern in (_SHOWN_RE, _DEVICE_RE) for name in pattern.findall(label))


def is_for_some_widths(label: str) -> bool:
    """Whether what is called so is hidden at some widths, and shown at others.

    >>> is_for_some_widths("d-none d-md-block"), is_for_some_widths("d-none")
    (True, False)
    """
    return any(_SIZED_RE.search(name) for name in _SHOWN_RE.findall(label))
