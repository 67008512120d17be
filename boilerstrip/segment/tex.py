"""TeX as pages hold it -> one clean line of it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern

__all__ = [
    "ALONE",
    "DISPLAY",
    "INLINE",
    "Formula",
    "is_tex",
    "local_name",
    "marked",
    "read_tex",
    "settled",
    "tidy_tex",
]

INLINE: Final = ""
DISPLAY: Final = "display"
ALONE: Final = "alone"
"""Of what knows no difference: display where it is all that a paragraph holds, else inline."""


class Formula(NamedTuple):
    """A formula: its TeX on one line, without dollars around it, and `INLINE`, `DISPLAY` or `ALONE`."""

    tex: str
    mode: str


_OPENING: Final = {mode: Mark("math", mode) for mode in (INLINE, DISPLAY, ALONE)}
_CLOSING: Final = Mark("/math")
_NEVER_DISPLAYED: Final = frozenset("td th li dt h1 h2 h3 h4 h5 h6 caption figcaption".split())
_CDATA_RE: Final = late_pattern(r"%?[ \t]{0,8}(?:<!\[CDATA\[|\]\]>)")
_COMMENT_RE: Final = late_pattern(r"(\\.)|%[^\n]*\n?", re.DOTALL)
_DOLLAR_RE: Final = late_pattern(r"(\\.)|\$", re.DOTALL)
_PAIRS: Final = MappingProxyType({"\\(": "\\)", "\\[": "\\]", "$$": "$$", "$": "$"})
_DISPLAYED: Final = frozenset({"\\[", "$$"})
_STYLE_RE: Final = late_pattern(r"\{\\(?:displaystyle|textstyle|scriptstyle)(?![A-Za-z])")
_SHOWN_RE: Final = late_pattern(r"\\displaystyle(?![A-Za-z]) ?")
_EQUATION_RE: Final = late_pattern(r"\\begin\{(equation\*?|displaymath|math)\}")
_MOST_WRAPPERS: Final = 4
_TEX_RE: Final = late_pattern(r"\\[a-zA-Z,;:!{}]|[\^_={}]")
"""What formulas hold and prose does not."""
_SHORT_RE: Final = late_pattern(r"[A-Za-z0-9+\-*/<>()|,.':! ]{1,24}")
_WORD_RE: Final = late_pattern(r"[A-Za-z]{3}")


def is_tex(text: str, *, strictly: bool = False) -> bool:
    """Whether text that may be a formula is one, rather than prose.

    Args:
        text: What stands between the signs of a formula.
        strictly: What is a number alone is none.

    >>> is_tex("x_1"), is_tex("n"), is_tex("citation needed"), is_tex("5", strictly=True)
    (True, True, False, False)
    """
    if _TEX_RE.search(text):
        return True
    if not _SHORT_RE.fullmatch(text.strip()) or _WORD_RE.search(text):
        return False
    return not strictly or (text.strip()[0].isalpha() and any(map(str.isalpha, text)))


def marked(formula: Formula) -> tuple[Mark, str, Mark]:
    """A formula as pieces of a block."""
    return _OPENING[formula.mode], formula.tex, _CLOSING


def settled(inline: Inline, tag: str) -> Inline:
    """Content of an element of that tag in which formulas may be `ALONE`: no longer that."""
    beside = [piece for piece in inline if isinstance(piece, str) and piece.strip(" \t\r\n.,;:")]
    is_display = len(beside) == 1 and tag not in _NEVER_DISPLAYED
    mode = _OPENING[DISPLAY if is_display else INLINE]
    return tuple([mode if piece is _OPENING[ALONE] else piece for piece in inline])


def read_tex(text: str | None, mode: str) -> Formula | None:
    """A formula as a page has it, with the signs around it or without; None where there is nothing in it."""
    tex, is_displayed = _unwrapped(_folded(text or ""))
    tex = tidy_tex(tex)
    return Formula(tex, DISPLAY if is_displayed else mode) if tex else None


def _folded(text: str) -> str:
    """One line without comments, white space folded."""
    if "<![CDATA[" in text:
        text = _CDATA_RE.sub("", text)
    if "%" in text:
        text = _COMMENT_RE.sub(lambda found: found[1] or "", text)
    return " ".join(text.split())


def tidy_tex(tex: str) -> str:
    """TeX that can stand between dollars: none in it but escaped ones, and no lone backslash at its end."""
    tex = " ".join(tex.split())
    if "$" in tex:
        tex = _without_dollars(tex)
    n_backslashes = len(tex) - len(tex.rstrip("\\"))
    return tex[:-1].rstrip() if n_backslashes % 2 else tex


def _without_dollars(tex: str) -> str:
    """`\\text{if $x$}` as `\\text{if \\(x\\)}`: the same to TeX."""
    parts: list[str] = []
    start, opened = 0, -1
    for found in _DOLLAR_RE.finditer(tex):
        if found[1]:
            continue
        parts.append(tex[start : found.start()])
        start = found.end()
        parts.append("\\)" if opened >= 0 else "\\(")
        opened = -1 if opened >= 0 else len(parts) - 1
    if opened >= 0:
        parts[opened] = "\\$"
    return "".join([*parts, tex[start:]])


def _unwrapped(tex: str) -> tuple[str, bool]:
    """The TeX without what only says that it is TeX, and whether that says that it is a display."""
    is_displayed = False
    for _ in range(_MOST_WRAPPERS):
        before = tex
        for left, right in _PAIRS.items():
            if len(tex) > 2 * len(left) and tex.startswith(left) and _ends_first(tex, left, right):
                tex = tex[len(left) : -len(right)].strip()
                is_displayed = is_displayed or left in _DISPLAYED
                break
        if found := _EQUATION_RE.match(tex):
            end = f"\\end{{{found[1]}}}"
            if tex.endswith(end) and tex.count(end) == 1:
                tex = tex[found.end() : -len(end)].strip()
                is_displayed = is_displayed or found[1] != "math"
        if (found := _STYLE_RE.match(tex)) and _closes_last(tex):
            tex = tex[found.end() : -1].strip()
        if is_displayed and (found := _SHOWN_RE.match(tex)):
            tex = tex[found.end() :]
        if tex == before:
            break
    return tex, is_displayed


def _ends_first(tex: str, left: str, right: str) -> bool:
    """Whether the first closing sign is the end of the text."""
    at = tex.find(right, len(left))
    while at > 0 and tex[at - 1] == "\\":
        at = tex.find(right, at + len(right))
    return at == len(tex) - len(right)


def _closes_last(tex: str) -> bool:
    """Whether the brace that opens the text is closed at its end."""
    depth = 0
    is_escaped = False
    for at, char in enumerate(tex):
        if is_escaped:
            is_escaped = False
        elif char == "\\":
            is_escaped = True
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if not depth:
                return at == len(tex) - 1
    return False


def local_name(node: etree._Element) -> str:
    """The name of an element without namespace and prefix, "" for a comment."""
    tag = node.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
