"""Signs that what stands in a line may not be seen, or bounds no block; what has none is not looked at."""

from __future__ import annotations

from typing import Any, Final

from lxml import etree

from boilerstrip.attributes import HIDING, hides
from boilerstrip.elements import look_up
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = [
    "HIDDEN",
    "HOSTS",
    "ICON",
    "ICON_TAGS",
    "PROTECTED",
    "PROTECTING",
    "SPOKEN",
    "TELLING_HINTS",
    "TIP",
    "TIP_ROLE",
    "UNSEEN_CHARS",
    "UNSPOKEN",
    "Signs",
    "may_be_inline",
    "spelled",
]

_SPACES: Final = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_IGNORED: Final = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
)
"""Characters of the Basic Multilingual Plane that show nothing (Unicode's Default_Ignorable_Code_Point)."""
UNSEEN_CHARS: Final = _SPACES + "".join(
    chr(code) for first, last in _IGNORED for code in range(first, last + 1)
)
"""White space, and characters without width: editors write `<p>&#x200d;</p>` for an empty line."""

HIDDEN, UNSPOKEN, SPOKEN, ICON, TIP = 1, 2, 4, 8, 16
"""Bits: hidden from all, from screen readers, for them alone, the name of an icon, a tip."""
_PARTS: Final = {
    **dict.fromkeys(("material-icons", "material-symbols", "mat-icon", "google-symbols"), ICON),
    **dict.fromkeys(("sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "offscreen"), SPOKEN),
    **dict.fromkeys(("tooltiptext", "tooltip-text", "tooltip__text"), TIP),
}
"""Parts of classes of what may be unseen: icons that a font makes of words, words for screen readers, and
tips."""
TELLING_HINTS: Final = ("mat-icon", "material-", "symbols", "-only", "visually", "screen", "tooltip")
"""Letters of which each of these has some."""
_FINDABLE: Final = "until-found"
"""What is hidden until a reader looks for it."""
TIP_ROLE: Final = "tooltip"
"""The role of a tip, which shows where a pointer rests on what it stands in."""
_TELLING_RE: Final = late_pattern("|".join(_PARTS))
HOSTS: Final = frozenset({*HEADING_TAGS, "p", "li", "td", "th", "dd", "dt", "figcaption", "summary"})
"""Tags of what holds sentences, and no boxes beside each other."""
ICON_TAGS: Final = frozenset({"mat-icon", "md-icon"})
"""Custom elements whose word is the name of an icon."""
_FORM_TAGS: Final = frozenset({"button", "select", "dialog"})
PROTECTED: Final = "/cdn-cgi/l/email-protection"
"""In the address of a link to an address of e-mail that Cloudflare hides."""
PROTECTING: Final = "data-cfemail"
"""The attribute of an element that shows such an address, and says "[email protected]" without a script."""


class Signs(dict[tuple[Any, ...], int]):
    """Bits that tell why inline elements may be unseen, by all attributes: most are like one before."""

    def __missing__(self, attributes: tuple[Any, ...]) -> int:
        bits = 0
        for name, value in attributes:
            if name == "class":
                for part in _TELLING_RE.findall(value):
                    bits |= _PARTS[part]
            elif name in HIDING and value != _FINDABLE and hides(name, value):
                bits |= UNSPOKEN if name == "aria-hidden" else HIDDEN
            elif name == "role" and value == TIP_ROLE:
                bits |= TIP
        self[attributes] = bits
        return bits


def may_be_inline(tag: str) -> bool:
    """Whether an element of that tag, which bounds a block, may be a word of a sentence.

    >>> may_be_inline("relative-time"), may_be_inline("button"), may_be_inline("div")
    (True, True, False)
    """
    return tag in _FORM_TAGS or ("-" in tag and not look_up(tag).is_special)


def spelled(node: etree._Element, text: str) -> str:
    """The text of an element that begins with a bracket, or the address of e-mail that it hides."""
    hidden = node.get(PROTECTING)
    if hidden is None:
        return text
    from boilerstrip.segment.mails import revealed  # few pages hide any

    found = revealed(hidden)
    return found if "@" in found else text
