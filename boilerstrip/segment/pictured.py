"""Formulas that a page shows as images, with their TeX in the `alt` or in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote_plus

from boilerstrip.patterns import late_pattern
from boilerstrip.segment.tex import ALONE, DISPLAY, Formula, is_tex, read_tex

__all__ = ["ADDRESS_PARTS", "CLASSES", "MEDIAWIKI", "STARTS", "pictured_formula"]

CLASSES: Final = frozenset(
    {"tex", "latex", "math", "mathtex", "ql-img-inline-formula", "ql-img-displayed-equation"}
)
MEDIAWIKI: Final = "mwe-math-fallback-image"
STARTS: Final = ("{\\displaystyle", "{\\textstyle", "{\\scriptstyle", "\\(", "\\[", "$", "\\begin{")
"""How alternative texts of no class begin that are TeX."""
_ADDRESS_RE: Final = late_pattern(
    r"latex\.php\?(?:[^#]{0,200}&)?latex=([^&#]{1,4000})|[?&]cht=tx[^#]{0,100}&chl=([^&#]{1,4000})"
    r"|equation\?tex=([^&#]{1,4000})|codecogs\.com/[a-z./]{0,20}(?:latex)?\?(?:latex=)?([^#]{1,4000})"
    r"|/mimetex\.cgi\?([^#]{1,4000})"
)
"""Services that set the TeX in their address."""
ADDRESS_PARTS: Final = ("tex", "cht=tx", "codecogs")
"""One of these is in every such address, and in few others."""
_TEX, _CHART, _CODECOGS = ADDRESS_PARTS
_SETTINGS_RE: Final = late_pattern(
    r"\\(?:dpi|bg_[a-z]{1,8}|fn_[a-z]{1,8}|inline|large|huge|small)(?![A-Za-z])(?:\{[^{}]{0,10}\})? ?"
)
"""What codecogs is told of resolution, background and letters."""


def pictured_formula(source: str, attributes: Mapping[str, str]) -> Formula | None:
    """The formula that an `<img>` with that address and these attributes shows, None for any other image."""
    alt, label = attributes.get("alt") or "", attributes.get("class") or ""
    is_set = _TEX in source or _CHART in source or _CODECOGS in source  # most addresses are none
    if is_set and (found := _ADDRESS_RE.search(source)):
        stated = next(group for group in found.groups() if group)
        tex = alt if is_tex(alt) else _SETTINGS_RE.sub("", unquote_plus(stated).replace("&space;", " "))
        return read_tex(tex, ALONE)
    if not alt:
        return None
    if MEDIAWIKI in label:
        return read_tex(alt, DISPLAY if "image-display" in label else ALONE)
    if label and not CLASSES.isdisjoint(label.split()) and is_tex(alt):
        return read_tex(alt, DISPLAY if "displayed" in label else ALONE)
    if alt.startswith(STARTS) and is_tex(alt):
        return read_tex(alt, ALONE)
    return None
