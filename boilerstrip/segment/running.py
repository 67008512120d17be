"""Formulas in running text, between `\\(` and `\\)`, `\\[` and `\\]`, `$$`, and `$` where the page uses that.

What programs as MathJax and KaTeX would find when the page is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.tex import DISPLAY, INLINE, Formula, is_tex, marked, read_tex

__all__ = ["LOADERS", "formulas_in_text", "is_typesetter"]

LOADERS: Final = ("mathjax", "katex", "MathJax", "KaTeX", "renderMathInElement")
"""What is in the addresses and scripts of those that set formulas."""
_CLOSERS: Final = MappingProxyType({"\\(": "\\)", "\\[": "\\]", "$$": "$$"})
_OPENING_RE: Final = late_pattern(
    r"(?<!\\)(?:\\\(|\\\[|\\begin\{((?:equation|align|gather|multline|eqnarray|alignat|flalign)\*?)\})"
    r"|(?<![\\$])\$\$(?!\$)"
)
_LONGEST_IN_DOLLARS: Final = 400
# As Pandoc has it: no blank behind the first, none before the last, no digit behind that.
_DOLLARS_RE: Final = late_pattern(
    rf"\$(?<![\\$\w]\$)(?![\s$])((?:[^$\\]|\\.){{1,{_LONGEST_IN_DOLLARS}}})(?<!\s)\$(?![\d$])", re.DOTALL
)
_CLOSING_DOLLAR_RE: Final = late_pattern(r"\$(?<!\s\$)(?![\d$])")
"""What is behind such a formula, and rarely on pages of prices."""
_DOLLARS_SET_RE: Final = late_pattern(r"""(?:inlineMath[^;]{0,80}?|left["']?\s{0,4}:\s{0,4})["']\$["']""")
_SIGNS: Final = ("\\(", "\\[", "$$", "\\begin{")


_LONGEST: Final = 5_000
"""Characters of a formula in running text."""
_Found = tuple[int, int, Formula]
_NONE: Final = (-1, -1, None)


class _Typesetter(NamedTuple):
    """Whether something on the page sets formulas, and whether it was told to read single dollars."""

    is_there: bool
    reads_dollars: bool


def is_typesetter(script: etree._Element) -> bool:
    """Whether a `<script>` loads what sets formulas, by its address and type."""
    source, kind = script.get("src"), script.get("type")
    if source is not None and _is_loader(source):
        return True
    return kind is not None and (kind[:5] == "math/" or "mathjax" in kind)


def _is_loader(script: str) -> bool:
    return any(name in script for name in LOADERS)


def formulas_in_text(
    blocks: list[Inline], raws: Sequence[str], as_written: Iterable[int], roots: Sequence[etree._Element]
) -> list[int]:
    """Mark up the formulas in the text of blocks.

    Args:
        blocks: The content of all blocks; those with formulas are replaced.
        raws: Their text.
        as_written: Blocks that keep white space, where nothing is a formula.
        roots: The page's elements, asked for what sets formulas where a text looks like one.

    Returns:
        The blocks that changed.
    """
    written = set(as_written)
    text = "\n".join([raw for block, raw in enumerate(raws) if block not in written] if written else raws)
    if "$" not in text and "\\" not in text:  # by far the fastest to see, and true of most pages
        return []
    signs = [sign for sign in _SIGNS if sign in text]
    has_dollars = _may_be_in_dollars(text) and any(map(_is_likely, _DOLLARS_RE.finditer(text)))
    if not signs and not has_dollars:
        return []
    setter = _typesetter(roots)
    if has_dollars and setter.is_there:
        signs.append("$")
    changed = []
    signed = {block for sign in signs for block, raw in enumerate(raws) if sign in raw}
    for block in sorted(signed - written):
        found = tuple(_marked(blocks[block], setter))
        if len(found) != len(blocks[block]):
            blocks[block] = found
            changed.append(block)
    return changed


def _may_be_in_dollars(text: str) -> bool:
    """Whether a formula may stand between two dollars; that there are prices only is seen much faster than by
    `_DOLLARS_RE`. Where a dollar may be escaped, what is behind it tells."""
    if "\\" in text:
        return _CLOSING_DOLLAR_RE.search(text) is not None
    parts = text.split("$")
    return any(
        0 < len(inside) <= _LONGEST_IN_DOLLARS
        and not (inside[0].isspace() or inside[-1].isspace())
        and not (before[-1:].isalnum() or after[:1].isdecimal())
        and is_tex(inside, strictly=True)
        for before, inside, after in zip(parts, parts[1:], parts[2:], strict=False)
    )


def _is_likely(found: re.Match[str]) -> bool:
    return is_tex(found[1], strictly=True)


def _typesetter(roots: Sequence[etree._Element]) -> _Typesetter:
    is_there = reads_dollars = False
    for root in roots:
        for script in root.iter("{*}script"):
            text = script.text or ""
            is_there = is_there or is_typesetter(script) or _is_loader(text)
            reads_dollars = reads_dollars or ("$" in text and _DOLLARS_SET_RE.search(text) is not None)
    return _Typesetter(is_there, reads_dollars)


def _marked(pieces: Inline, setter: _Typesetter) -> Iterator[str | Mark]:
    """A block's content with its formulas marked; those in code and those cut by markup are none."""
    run: list[str | Mark] = []
    n_closed = 0  # spans open in which nothing is a formula
    for piece in pieces:
        if isinstance(piece, str) or piece.kind == "br":
            run.append(piece)
            continue
        yield from run if n_closed else _in_run(run, setter)
        run = []
        if piece.kind in ("code", "math"):
            n_closed += 1
        elif piece.kind in ("/code", "/math"):
            n_closed -= 1
        yield piece
    yield from _in_run(run, setter)


def _in_run(run: list[str | Mark], setter: _Typesetter) -> Iterator[str | Mark]:
    """Text and line breaks, formulas marked; a line break in a formula is a blank."""
    text = "".join([piece if isinstance(piece, str) else " " for piece in run])
    found = _found(text, setter)
    start, end, formula = next(found, _NONE)
    at = 0
    for piece in run:
        first = at
        stop = at + (len(piece) if isinstance(piece, str) else 1)
        while at < stop:
            if formula is None or start >= stop:
                yield piece[at - first :] if isinstance(piece, str) else piece
                at = stop
            elif at < start:
                yield text[at:start]
                at = start
            else:
                if at == start:
                    yield from marked(formula)
                at = min(end, stop)
                if at == end:
                    start, end, formula = next(found, _NONE)


def _found(text: str, setter: _Typesetter) -> Iterator[_Found]:
    """The formulas of a text, in order."""
    done = at = 0
    while opening := _OPENING_RE.search(text, at):
        start, at = opening.span()
        closer = f"\\end{{{opening[1]}}}" if opening[1] else _CLOSERS[opening[0]]
        stop = _end(text, closer, at)
        if stop < 0 or not (setter.is_there or opening[1] or _is_plain(text, at, stop, closer)):
            continue
        formula = read_tex(text[start : stop + len(closer)], DISPLAY if opening[1] else INLINE)
        if formula is not None:
            yield from _in_dollars(text, done, start, setter)
            done = at = stop + len(closer)
            yield start, at, formula
    yield from _in_dollars(text, done, len(text), setter)


def _end(text: str, closer: str, at: int) -> int:
    """Where the sign that closes a formula stands, -1 where none does."""
    last = at + _LONGEST
    found = text.find(closer, at, last)
    while found > 0 and text[found - 1] == "\\":
        found = text.find(closer, found + len(closer), last)
    return found


def _is_plain(text: str, start: int, stop: int, closer: str) -> bool:
    """Whether what stands there is a formula on a page that has nothing to set it, as far as is known.

    Brackets that Markdown escaped are none.
    """
    return is_tex(text[start:stop], strictly=True) and not text.startswith("(", stop + len(closer))


def _in_dollars(text: str, start: int, stop: int, setter: _Typesetter) -> Iterator[_Found]:
    if not setter.is_there:
        return
    for found in _DOLLARS_RE.finditer(text, start, stop):
        if is_tex(found[1], strictly=not setter.reads_dollars) and (formula := read_tex(found[1], INLINE)):
            yield found.start(), found.end(), formula
