"""The leaves of MathML -> TeX: identifiers, numbers, operators, words and spaces."""

from __future__ import annotations

import re
from string import ascii_letters
from types import MappingProxyType
from typing import Final, NamedTuple

from boilerstrip.segment.symbols import (
    BINARY,
    CLOSING,
    FENCES,
    FUNCTIONS,
    LARGE,
    OPENING,
    RELATIONS,
    VARIANTS,
    symbol,
)

__all__ = ["Part", "ends_in_command", "identifier", "number", "operator", "space", "words"]


class Part(NamedTuple):
    """A part of a formula as TeX.

    `kind` is "rel", "bin", "open", "close", "bar", "punct" or "op" of an operator; "row" or "script" of what
    needs braces to be one thing, "fenced" of what does not; "table", and "ord" of all else. `tall` says that
    brackets around it have to grow. `char` is the one character of an operator.
    """

    tex: str
    kind: str = "ord"
    tall: bool = False
    char: str = ""


_LONG_OPERATORS: Final = MappingProxyType(
    {
        "<=": "\\leq",
        ">=": "\\geq",
        "!=": "\\neq",
        "->": "\\to",
        "=>": "\\Rightarrow",
        "||": "\\|",
        "...": "\\ldots",
    }
)
_WORD_ESCAPES: Final = {
    **{ord(char): f"\\{char}" for char in "#%&_{}$"},
    ord("\\"): "\\textbackslash{}",
    ord("^"): "\\char94{}",
    ord("~"): "\\char126{}",
    ord("\N{NO-BREAK SPACE}"): " ",
}
_KINDS: Final = MappingProxyType(
    {
        **dict.fromkeys(RELATIONS, "rel"),
        **dict.fromkeys(BINARY, "bin"),
        **dict.fromkeys(LARGE, "op"),
        **dict.fromkeys(OPENING, "open"),
        **dict.fromkeys(CLOSING, "close"),
        **dict.fromkeys("|‖∣∥", "bar"),
        **dict.fromkeys(",;", "punct"),
    }
)
_LETTERS: Final = frozenset(ascii_letters)
_WIDTH_RE: Final = re.compile(r"\s{0,4}(-?)([0-9]{0,4}(?:\.[0-9]{1,9})?)\s{0,4}(em|ex|px|pt|mu)?")
_UNITS: Final = MappingProxyType({"em": 1.0, "ex": 0.45, "px": 1 / 16, "pt": 1 / 12, "mu": 1 / 18, None: 1.0})
_NAMED_WIDTHS: Final = MappingProxyType(
    {"thinmathspace": "\\,", "mediummathspace": "\\:", "thickmathspace": "\\;", "verythickmathspace": "\\;"}
)
_SPACES: Final = ((1.5, "\\qquad"), (0.7, "\\quad"), (0.25, "\\;"), (0.2, "\\:"), (0.1, "\\,"))
"""Least widths in em, by what is written."""


def identifier(text: str, variant: str, *, is_applied: bool = False) -> Part:
    """The content of an `<mi>`; `is_applied` says that it is the name of a function with an argument.

    >>> identifier("sin", "").tex, identifier("x", "bold").tex, identifier("rank", "").tex
    ('\\\\sin', '\\\\mathbf{x}', '\\\\mathrm{rank}')
    """
    text = text.strip()
    if text in FUNCTIONS:
        return Part(f"\\{text}", "op")
    tex = _characters(text)
    if not any(map(str.isalpha, text)):
        return Part(tex, "row" if len(text) > 1 else "ord")
    if len(text) > 1:
        command = "operatorname" if is_applied else VARIANTS.get(variant, "mathrm")
        return Part(f"\\{command}{{{tex}}}", "op" if is_applied else "ord")
    if not text.isascii() and variant in ("normal", "bold"):
        variant = {"bold": "bold-italic"}.get(variant, "")
    styled = VARIANTS.get(variant) if variant != "italic" else None
    return Part(f"\\{styled}{{{tex}}}" if styled else tex)


def number(text: str, variant: str) -> Part:
    """The content of an `<mn>`."""
    tex = _characters("".join(text.split()))
    command = VARIANTS.get(variant) if variant != "normal" else None
    return Part(f"\\{command}{{{tex}}}" if command and tex else tex)


def operator(text: str, form: str = "") -> Part:
    """The content of an `<mo>`."""
    char = text.strip(" \t\n\r\f")
    if len(char) > 1:
        return _named_operator(char)
    tex, kind = symbol(char) if char else "", _KINDS.get(char, "ord")
    if kind == "bar" and (form or char in "|‖"):
        tex = FENCES[char]
    elif kind == "bin" and form == "prefix":
        kind = "ord"
    return Part(tex, kind, kind == "op", char)


def _named_operator(text: str) -> Part:
    if text in FUNCTIONS:
        return Part(f"\\{text}", "op", True)
    if (known := _LONG_OPERATORS.get(text)) is not None:
        return Part(known, "rel")
    if text == "mod":
        return Part("\\bmod", "rel")
    tex = _characters(text)
    if text.replace(" ", "").isalpha():
        return Part(f"\\operatorname{{{tex}}}", "op", True)
    return Part(tex, "rel" if "=" in text else "row")


def words(text: str) -> Part:
    """The content of an `<mtext>`; white space alone is a space.

    >>> words("if ").tex, words("50%").tex
    ('\\\\text{if }', '\\\\text{50\\\\%}')
    """
    if not text.strip(" \t\n\r\f"):
        return Part("")
    if text.isspace():
        return Part("\\quad" if len(text) > 2 else "\\ ", "space")
    text = f"{' ' * text[0].isspace()}{' '.join(text.split())}{' ' * text[-1].isspace()}"
    return Part(f"\\text{{{text.translate(_WORD_ESCAPES)}}}")


def space(width: str) -> Part:
    """An `<mspace>` of a width as CSS writes it."""
    if named := _NAMED_WIDTHS.get(width):
        return Part(named, "space")
    found = _WIDTH_RE.match(width)
    if found is None or found[2] in ("", "."):
        return Part("")
    size = float(found[2]) * _UNITS[found[3]]
    if found[1]:
        return Part("\\!" if size >= 0.1 else "", "space")
    return Part(next((tex for least, tex in _SPACES if size >= least), ""), "space")


def _characters(text: str) -> str:
    """Each character as TeX, blanks behind commands that a letter follows."""
    if text.isascii() and text.isalnum():
        return text
    out = ""
    for char in text:
        tex = f"\\{char}" if char in "{}" else symbol(char)
        out += f" {tex}" if tex[:1] in _LETTERS and ends_in_command(out) else tex
    return out


def ends_in_command(tex: str) -> bool:
    """Whether a letter that comes next would be taken for a part of the last command."""
    stem = tex.rstrip(ascii_letters)
    return stem != tex and stem.endswith("\\") and not stem.endswith("\\\\")
