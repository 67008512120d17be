"""Lines -> pieces: paragraphs, headings, items, quotations, code and rows, each with its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from boilerstrip.textdump.lines import LONG, cut_line, ends_in_address, joins, opens_link
from boilerstrip.textdump.marks import SIGNS, Kind, Line, cells_of, is_markdown, mark_of

__all__ = ["Cut", "Piece", "cut"]

_CODE_INDENT: Final = ("    ", "\t")
_INDENTS: Final = frozenset(" \t")
_ITEMS: Final = frozenset({Kind.ITEM, Kind.NUMBER})
_ALONE: Final = frozenset({*range(1, 7), *_ITEMS, Kind.QUOTE})
"""Kinds of lines that are what they are whatever stands beside them."""
_MOST_UNDERLINED: Final = 200
"""Characters of a line above which a rule below it is no underline of a heading."""


class Piece(NamedTuple):
    """A piece that is more than a paragraph.

    Attributes:
        kind: One of `Kind`, or the level of a heading.
        text: Its words, white space folded; as written in code.
        indent: Blanks at its beginning.
        value: Number of a numbered item, language of code.
        cells: Of a row.
    """

    kind: int
    text: str
    indent: int = 0
    value: str = ""
    cells: tuple[str, ...] = ()


class Cut(NamedTuple):
    """A text in pieces.

    Attributes:
        texts: The words of each piece.
        line: The line each begins on, shape (n_pieces,).
        special: Those that are more than a paragraph, by index.
        is_markdown: Whether signs inside of lines mean something.
    """

    texts: list[str]
    line: list[int]
    special: dict[int, Piece]
    is_markdown: bool


def cut(raw: Sequence[str], lines: Sequence[str], text: str) -> Cut:
    """The pieces of a text.

    Args:
        raw: Its lines, without blanks at their ends.
        lines: The same, white space folded.
        text: The text.
    """
    markdown = is_markdown(text)
    marks: dict[int, Line] = {}
    for i in [i for i, line in enumerate(lines) if line[:1] in SIGNS]:
        if mark := mark_of(raw[i], lines[i], markdown=markdown):
            marks[i] = mark
    cutter = _Cutter(raw, lines, marks, markdown=markdown)
    cutter.run()
    return Cut(cutter.texts, cutter.at, cutter.special, markdown)


class _Cutter:
    """Goes through the lines once; lines that are just paragraphs are taken many at a time."""

    def __init__(
        self, raw: Sequence[str], lines: Sequence[str], marks: Mapping[int, Line], *, markdown: bool
    ) -> None:
        self.raw, self.lines, self.marks, self.markdown = raw, lines, marks, markdown
        self.lengths = list(map(len, raw))
        self.goes_on = set(joins(raw, self.lengths, [i for i in marks if marks[i].kind != Kind.QUOTE]))
        if markdown:
            broken = [
                i for i, line in enumerate(lines[:-1]) if "[" in line and lines[i + 1] and opens_link(line)
            ]
            self.goes_on.update([i for i in broken if "]" in lines[i + 1] or ")" in lines[i + 1]])
        self.n_chars = sum(self.lengths)
        self.texts: list[str] = []
        self.at: list[int] = []
        self.special: dict[int, Piece] = {}
        self.in_list = False
        self.closers: dict[str, list[int]] = {}
        for i, mark in marks.items():
            if mark.kind == Kind.FENCE and mark.value.endswith(" "):
                self.closers.setdefault(mark.value, []).append(i)

    def run(self) -> None:
        """Cut all lines."""
        start = 0
        for i in self._interesting():
            if i >= start:
                self._paragraphs(start, i)
                start = self._one(i)
        self._paragraphs(start, len(self.lines))

    def _interesting(self) -> list[int]:
        """Lines that may be more than a paragraph of their own."""
        found = {*self.goes_on, *self.marks}
        found.update([i for i, length in enumerate(self.lengths) if length >= LONG])
        if self.marks or self.markdown:
            found.update([i for i, line in enumerate(self.raw) if line and line[0] in _INDENTS])
            found.update(
                [i - 1 for i, mark in self.marks.items() if mark.kind in (Kind.RULE, Kind.ROW) and i]
            )
        return sorted(found)

    def _paragraphs(self, start: int, end: int) -> None:
        """Lines of which each is a paragraph."""
        if start < end:
            here = [i for i in range(start, end) if self.lines[i]]
            if here:
                self.in_list = False
                self.at += here
                self.texts += [self.lines[i] for i in here]

    def _add(self, i: int, piece: Piece) -> None:
        self.special[len(self.texts)] = piece
        self.texts.append(piece.text)
        self.at.append(i)

    def _one(self, i: int) -> int:
        """A line that may be more than a paragraph; the line after it."""
        if not self.lines[i]:
            return i + 1
        mark = self.marks.get(i)
        kind = Kind.PLAIN if mark is None else mark.kind
        if mark is not None and kind in _ALONE and i not in self.goes_on and len(mark.text) < LONG:
            self.in_list = kind in _ITEMS or (self.in_list and mark.indent > 0)
            self._add(i, Piece(kind, mark.text, mark.indent, mark.value))
            return i + 1
        if kind in (Kind.PLAIN, Kind.RULE, Kind.ROW, Kind.FENCE):
            end = self._several(i, mark)
            if end > i:
                self.in_list = False
                return end
            kind, mark = Kind.PLAIN, None
        end = i
        while end in self.goes_on:
            end += 1
        words = mark.text if mark else self.lines[i]
        if end > i:
            words = self._joined(words, i, end)
        indent = len(self.raw[i]) - len(self.raw[i].lstrip())
        self.in_list = kind in _ITEMS or (self.in_list and indent > 0)
        for text in cut_line(words, self.n_chars):
            if mark is not None or (self.in_list and indent):
                self._add(i, Piece(kind, text, indent, mark.value if mark else ""))
            else:
                self.texts.append(text)
                self.at.append(i)
        return end + 1

    def _joined(self, first: str, i: int, end: int) -> str:
        """The words of lines `i` to `end`, the first one's without its sign."""
        parts = [first]
        for j in range(i + 1, end + 1):
            if not (self.markdown and ends_in_address(self.lines[j - 1])):
                parts.append(" ")
            parts.append(self._words(j))
        return "".join(parts)

    def _words(self, i: int) -> str:
        mark = self.marks.get(i)
        return mark.text if mark else self.lines[i]

    def _several(self, i: int, mark: Line | None) -> int:
        """Takes what its signs make more than one line; the line after it, `i` where there is nothing."""
        if mark is not None and mark.kind == Kind.RULE:
            return i + 1
        if mark is not None and mark.kind == Kind.FENCE:
            return self._fenced(i, mark)
        below, stands_free = self.marks.get(i + 1), not i or not self.raw[i - 1]
        if mark is None and below is not None and below.kind == Kind.RULE and below.value in "=-":
            if stands_free and len(self.lines[i]) <= _MOST_UNDERLINED:
                self._add(i, Piece(1 if below.value == "=" else 2, self.lines[i]))
                return i + 2
        elif mark is None and below is not None and below.kind == Kind.ROW and "|" in self.lines[i]:
            return self._table(i)
        elif self.markdown and stands_free and not self.in_list and self.raw[i].startswith(_CODE_INDENT):
            return self._indented(i)
        return i

    def _fenced(self, i: int, mark: Line) -> int:
        """Code between fences; a fence that nothing closes is a line like others."""
        sign, _, language = mark.value.partition(" ")
        closers = self.closers.get(f"{sign} ", [])
        at = bisect_right(closers, i)
        if at == len(closers):
            return i
        lines = self.raw[i + 1 : closers[at]]
        text = "\n".join([line[min(mark.indent, len(line) - len(line.lstrip())) :] for line in lines]).strip(
            "\n"
        )
        if text.strip():
            self._add(i, Piece(Kind.CODE, text, mark.indent, language))
        return closers[at] + 1

    def _indented(self, i: int) -> int:
        """Code that is set in by four blanks."""
        end = last = i
        while end < len(self.raw) and (not self.raw[end] or self.raw[end].startswith(_CODE_INDENT)):
            if self.raw[end]:
                last = end
            end += 1
        lines = [line[1:] if line[:1] == "\t" else line[4:] for line in self.raw[i : last + 1]]
        self._add(i, Piece(Kind.CODE, "\n".join(lines)))
        return last + 1

    def _table(self, i: int) -> int:
        end = i
        while end < len(self.lines) and "|" in self.lines[end]:
            if end != i + 1:
                cells = tuple(cells_of(self.lines[end]))
                self._add(end, Piece(Kind.ROW, self.lines[end], 0, "", cells))
            end += 1
        return end
