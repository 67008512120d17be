"""What a line is by the sign it begins with: heading, list item, quotation, fence, rule, row of a table."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["SIGNS", "Kind", "Line", "cells_of", "is_markdown", "mark_of"]


class Kind:
    """What a line is; of headings the level, 1 to 6."""

    PLAIN: Final = 0
    ITEM: Final = 7
    NUMBER: Final = 8
    QUOTE: Final = 9
    FENCE: Final = 10
    RULE: Final = 11
    ROW: Final = 12
    CODE: Final = 13


class Line(NamedTuple):
    """A line that begins with a sign.

    Attributes:
        kind: One of `Kind`, or the level of a heading.
        text: What follows the sign.
        indent: Blanks before the sign.
        value: Number of a numbered item, sign and language of a fence, the sign of a rule; else "".
    """

    kind: int
    text: str
    indent: int = 0
    value: str = ""


_BULLETS: Final = "-*+•·▪▫◦‣⁃●○■□►▶"
SIGNS: Final = frozenset("#>`~|=_:0123456789" + _BULLETS)
"""First characters of lines that `mark_of` has something to say about."""
_HEADING_RE: Final = re.compile(r"(#{1,6}) (?=\S)")
_NUMBER_RE: Final = re.compile(r"(\d{1,3})[.)] (?=\S)")
_FENCE_RE: Final = re.compile(r"(`{3,20}|~{3,20}) ?([\w+#.-]{0,40})(?: [^`]{0,80})?")
_CELL_RE: Final = re.compile(r"(?<!\\)\|")
_RULE_SIGNS: Final = "-=*_"
_DELIMITERS: Final = frozenset("|-: ")
_SIGNS_WITH: Final = MappingProxyType(
    {"#": tuple(f"{'#' * level} " for level in range(1, 7)), "`": ("```",), "~": ("~~~",)}
)
"""A character, and with what lines of Markdown begin that begin with it."""
_DELIMITER_ENDS: Final = ("---|", "--- |", "--:|")
_LINK_RE: Final = re.compile(r"\]\([^\s()]{1,500}\)")
_STRONG_RE: Final = re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*")


def is_markdown(text: str) -> bool:
    """Whether a text holds what hardly any text but Markdown does: headings, links, fences, strong words."""
    for char, signs in _SIGNS_WITH.items():
        if char in text and (text.startswith(signs) or any(f"\n{sign}" in text for sign in signs)):
            return True
    if "|" in text and any(sign in text for sign in _DELIMITER_ENDS):
        return True
    return ("](" in text and _LINK_RE.search(text) is not None) or (
        "**" in text and _STRONG_RE.search(text) is not None
    )


def mark_of(raw: str, line: str, *, markdown: bool) -> Line | None:
    """What a line is, None for a plain one.

    Args:
        raw: The line as written, without blanks at its end.
        line: Its words, white space folded; begins with one of `SIGNS`.
        markdown: Whether signs that mean something in Markdown alone are read.
    """
    sign = line[0]
    indent = len(raw) - len(raw.lstrip())
    if sign in _RULE_SIGNS and (rule := _rule(line)):
        return Line(Kind.RULE, "", indent, rule)
    if sign in _BULLETS and line[1:2] == " " and (sign != "+" or markdown or indent):
        return Line(Kind.ITEM, line[2:], indent)
    if sign == ">":
        return Line(Kind.QUOTE, line.lstrip("> "), indent)
    found = None
    if sign.isdigit() and (number := _NUMBER_RE.match(line)):
        found = Line(Kind.NUMBER, line[number.end() :], indent, number[1])
    elif sign == "#" and markdown and (heading := _HEADING_RE.match(line)):
        found = Line(len(heading[1]), line[heading.end() :].rstrip("#").rstrip() or line, indent)
    elif sign in "`~" and (fence := _FENCE_RE.fullmatch(line)):
        found = Line(Kind.FENCE, line, indent, f"{fence[1]} {fence[2]}")
    elif sign in "|-:" and "|" in line and _DELIMITERS.issuperset(line):
        found = Line(Kind.ROW, line, indent)
    return found


def _rule(line: str) -> str:
    """The sign of a line that is a rule, else ""."""
    bare = line.replace(" ", "")
    return line[0] if len(bare) >= 3 and bare == line[0] * len(bare) else ""


def cells_of(line: str) -> list[str]:
    """The cells of a row of a table.

    >>> cells_of("| a | b \\\\| c |")
    ['a', 'b | c']
    """
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL_RE.split(line)]
    if cells and not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells
