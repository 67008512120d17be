"""Markdown with its paragraphs wrapped at a number of columns, which reads back as the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from boilerstrip.render.escape import escape_line
from boilerstrip.render.tasks import BOXES

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["wrapped"]

_TICKS_RE: Final = re.compile(r"`+")
_MARKER_RE: Final = re.compile(r"[^>\s]")
_NEVER_FIRST: Final = ("<", "```")
"""What could begin a block of HTML or of code at the start of a line, and is not escaped inside code."""
_BOXES: Final = tuple(box for box in BOXES.values() if box)
"""What stands before a task, as if it were a part of the item's marker."""
_BOX_WIDTH: Final = 4
_FORMULA: Final = "$$"
"""How displayed formulas begin, which plain CommonMark takes for paragraphs."""


def wrapped(document: str, columns: int) -> str:
    """The document with the lines of its paragraphs no longer than `columns`, where blanks allow it.

    Headings, code, tables and link definitions stay as they are; so do words, addresses and code spans that
    are longer than the columns. Line breaks that were there stay. No line begins with what would be markup.

    Args:
        document: Markdown as this package writes it.
        columns: Columns of a line; each character is one. 0 changes nothing.
    """
    if columns < 1:
        return document
    lines = document.split("\n")
    out: list[str] = []
    at = 0
    for start, end, content in _paragraphs(document):
        out.extend(lines[at:start])
        out.extend(_wrapped_paragraph(lines[start:end], content, columns))
        at = end
    return "\n".join([*out, *lines[at:]])


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


def _paragraphs(document: str) -> Iterator[tuple[int, int, list[str]]]:
    """First and end line of each paragraph, and its lines without what the containers around it write."""
    tokens = _reader().parse(document)
    for token, inner in pairwise(tokens):
        if token.type == "paragraph_open" and token.map and not inner.content.startswith(_FORMULA):
            yield token.map[0], token.map[1], inner.content.split("\n")


def _wrapped_paragraph(lines: list[str], content: list[str], columns: int) -> list[str]:
    prefixes = [line[: len(line) - len(text)] for line, text in zip(lines, content, strict=False)]
    if len(lines) != len(content) or any(
        prefix + text != line for prefix, text, line in zip(prefixes, content, lines, strict=True)
    ):
        return lines  # a line that the reader changed
    out: list[str] = []
    for prefix, text in zip(prefixes, content, strict=True):
        hanging = _MARKER_RE.sub(" ", prefix)
        if not out and text.startswith(_BOXES):
            prefix, text = prefix + text[:_BOX_WIDTH], text[_BOX_WIDTH:]  # noqa: PLW2901
        pieces = _pieces(text, columns - len(prefix), goes_on=bool(out))
        out.extend([prefix + pieces[0], *(hanging + piece for piece in pieces[1:])])
    return out


def _pieces(text: str, columns: int, *, goes_on: bool) -> list[str]:
    """A line cut at blanks, from the left: each piece as long as fits, and none that is markup."""
    if len(text) <= columns or "\t" in text:  # a tab stands in rows of tables alone
        return [text]
    pieces: list[str] = []
    start, cut = 0, -1
    for blank in [*_blanks(text), len(text)]:
        if cut > start and blank - start > columns:
            pieces.append(text[start:cut])
            start = cut + 1
        if pieces or goes_on or _stands(text[:blank]):
            cut = blank
    return [*pieces, text[start:]]


def _blanks(text: str) -> Iterator[int]:
    """Places of the blanks at which a line may end: not in code, and not behind a backslash."""
    in_code = _code(text)
    code = next(in_code, None)
    at = text.find(" ")
    while at >= 0:
        while code and code[1] <= at:
            code = next(in_code, None)
        if code and code[0] < at:
            at = text.find(" ", code[1])
            continue
        if at > 0 and text[at - 1] not in "\\ " and _may_begin(text, at + 1):
            yield at
        at = text.find(" ", at + 1)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Spans of code: from a run of backticks to the next one that is as long."""
    runs = [(found.start(), found.end()) for found in _TICKS_RE.finditer(text)]
    last: dict[int, int] = {}
    closer = [-1] * len(runs)
    for at in range(len(runs) - 1, -1, -1):
        length = runs[at][1] - runs[at][0]
        closer[at] = last.get(length, -1)
        last[length] = at
    at = 0
    while at < len(runs):
        start, _ = runs[at]
        is_escaped = start > 0 and text[start - 1] == "\\"
        if closer[at] >= 0 and not is_escaped:
            yield start, runs[closer[at]][1]
            at = closer[at]
        at += 1


def _may_begin(text: str, at: int) -> bool:
    """Whether a line that begins there goes on with the paragraph, wherever it ends."""
    end = text.find(" ", at)
    word = text[at : end if end >= 0 else len(text)]
    begins_task = text[at : at + 3] == "[ ]"
    return (
        bool(word) and not begins_task and not word.startswith(_NEVER_FIRST) and _stands(word, goes_on=True)
    )


def _stands(piece: str, *, goes_on: bool = False) -> bool:
    """Whether a line is nothing but a part of a paragraph."""
    return escape_line(piece, goes_on=goes_on) == piece
