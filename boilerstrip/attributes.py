"""What an element's attributes say: what hides it, what it is for, and what renderers need of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = [
    "ALIGNING",
    "ARIA_SPANS",
    "CELLS",
    "HIDING",
    "NOTED",
    "RENDERED",
    "SHOWING",
    "SHOWN",
    "TABLE_ROLES",
    "hides",
    "noted",
    "rendered_by",
]

Attributes = tuple[tuple[str, str], ...]
"""Of one element, as (name, value)."""

HIDING: Final = frozenset({"style", "hidden", "aria-hidden"})
_PURPOSES: Final = HIDING | {"role", "itemtype"}
"""Attributes other than class and id that the evidence of a role may be."""
_HIDING_RE: Final = late_pattern(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden")
RENDERED: Final = {
    "ol": ("start", "reversed"),
    "li": ("value",),
    "table": ("role",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan"),
}
"""Attributes that renderers need, by tag."""
TABLE_ROLES: Final = frozenset(
    "table grid treegrid rowgroup row cell gridcell columnheader rowheader".split()
)
"""Roles that make a table of other elements."""
ARIA_SPANS: Final = ("aria-colspan", "aria-rowspan")
_ALIGN_RE: Final = late_pattern(
    r"text-align\s{0,4}:\s{0,4}(left|center|right)|(?:^|\s)(?:has-text-align-|ltx_align_|text-|align)(left|center|right|end)(?!\S)",
    re.IGNORECASE,
)
"""How a style, or classes of common systems, align what is in a cell."""
SHOWN: Final = "#shown"
"""In the place of an attribute that renderers need: an address that an element shows without content."""
SHOWING: Final = frozenset({"style", "data-embed-src", "data-href"})
"""Attributes that may hold such an address."""
NOTED: Final = _PURPOSES | SHOWING
_BACKGROUND_RE: Final = late_pattern(
    r"background(?:-image)?\s{0,4}:[^;]{0,80}?url\(\s{0,4}['\"]?([^'\")\s]{1,2000})"
)
CELLS: Final = frozenset({"td", "th"})
_ALIGNMENTS: Final = ("align", "data-align")
_ALIGNING_TEXTS: Final = ("style", "class")
ALIGNING: Final = frozenset((*_ALIGNMENTS, *_ALIGNING_TEXTS))
"""Attributes that may align what is in a cell."""


def rendered_by(tag: str, attributes: Attributes) -> dict[str, str]:
    """The attributes that renderers need of an element, by its tag."""
    rendered = {name: value for name in RENDERED.get(tag, ()) for key, value in attributes if key == name}
    if tag in CELLS and (align := _alignment(attributes)):
        rendered["align"] = align
    return rendered


def noted(
    attributes: Attributes, label: str, rendered: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """What renderers need, together with what attributes of any tag tell them; and the purposes."""
    purposes: dict[str, str] = {}
    for name, value in attributes:
        if name in NOTED:
            if name in _PURPOSES and (name not in HIDING or hides(name, value)):
                purposes[name] = value
            if name in SHOWING and not rendered and (address := _shown(name, value, label)):
                rendered = {SHOWN: address}
    if purposes and purposes.get("role") in TABLE_ROLES:
        rendered["role"] = purposes["role"]
        rendered.update({name[5:]: value for name, value in attributes if name in ARIA_SPANS})
    return rendered, purposes


def _shown(name: str, value: str, label: str) -> str | None:
    """The address of an attribute by which an element shows something: an image, a post of Facebook."""
    if name == "style":
        found = _BACKGROUND_RE.search(value) if "url(" in value else None
        return found[1] if found else None
    return value if name == "data-embed-src" or "fb-" in label else None


def _alignment(attributes: Iterable[tuple[str, str]]) -> str:
    """How a cell's attributes align it: "left", "center" or "right", else ""."""
    for name, value in attributes:
        if name in _ALIGNMENTS and value.lower() in ("left", "center", "right"):
            return value.lower()
        if name in _ALIGNING_TEXTS and (found := _ALIGN_RE.search(value)):
            return (found[1] or found[2]).lower().replace("end", "right")
    return ""


def hides(name: str, value: str) -> bool:
    """Whether the attribute hides its element."""
    if name == "style":
        style = value.lower()
        return ("none" in style or "hidden" in style) and _HIDING_RE.search(style) is not None
    return name == "hidden" or value == "true"
