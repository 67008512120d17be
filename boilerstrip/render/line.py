"""A page's record on one line, as `json.dumps` writes it, but faster."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from json.encoder import JSONEncoder, encode_basestring
from math import isfinite
from typing import Any, Final, NamedTuple

from boilerstrip.block import Mark, Reason
from boilerstrip.compiled import compiled
from boilerstrip.page import Page
from boilerstrip.record import headline_of, record_page, recorded

__all__ = ["Line", "line_of"]

_ENCODER: Final = JSONEncoder(ensure_ascii=False, allow_nan=False)
COMPILED: Final = compiled("render._lines")
# What needs a second look: characters that `clean` takes out (JSON writes C0 as an escape), and line
# separators that would break the line. A run of innocent ones is matched three times as fast as the
# others are searched for.
_SUSPECT_ESCAPE_RE: Final = re.compile(r"\\(?:[bfr]|u00[01])")
_INNOCENT_RE: Final = re.compile(
    "[ -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*"
)


class Line(NamedTuple):
    """A page's record as JSON.

    Attributes:
        text: All of it.
        is_suspect: Whether `clean` may have to take something out, or a line separator to be escaped.
    """

    text: str
    is_suspect: bool


def line_of(page: Page, *, blocks: bool) -> Line:
    """The same as `json.dumps(page.to_dict(blocks), ensure_ascii=False)`, without that dict of each block.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    record = record_page(page, blocks=False)
    if COMPILED and (line := COMPILED.line(record, page.table, page.decisions, blocks)):
        return Line(*line)
    return _line(page, record, blocks=blocks)


def _line(page: Page, record: dict[str, Any], *, blocks: bool) -> Line:
    start = _ENCODER.encode(record)
    if not blocks:
        return Line(start, _is_suspect(start))
    table, decided = page.table, page.decisions
    told = recorded(table, decided)
    texts = [*map(encode_basestring, table.text)]
    contents = ["" if content is None else _inline(content) for content in told.contents]
    reasons = {reason: _reason(reason) for reason in set(decided.reason)}
    tags = encode_basestring(" ".join(set(table.tag)))
    paths = table.xpaths()
    if "\\" in tags or "'" in tags:  # else there is nothing that JSON escapes in a path
        paths = [encode_basestring(path)[1:-1] for path in paths]
    rows = [
        f'{{"text": {text}, "kept": {"true" if kept else "false"}, "role": "{role}", "score": {score}, '
        f'"reason": {reasons[reason]}, "xpath": "{path}", "element": {place if place >= 0 else "null"}'
        f"{content}}}"
        for text, kept, role, score, reason, path, place, content in zip(
            texts,
            decided.kept,
            decided.role,
            map(_number, decided.score),
            decided.reason,
            paths,
            told.places,
            contents,
            strict=True,
        )
    ]
    headline = _ENCODER.encode(headline_of(decided))
    elements = _ENCODER.encode(told.elements)
    text = f'{start[:-1]}, "headline": {headline}, "blocks": [{", ".join(rows)}], "elements": {elements}}}'
    # It leaves out what is most of the text, XPaths and names of fields.
    words = "".join([start, *texts, *contents, *reasons.values(), tags, elements])
    return Line(text, _is_suspect(words))


def _is_suspect(line: str) -> bool:
    """Whether anything in JSON may have to be cleaned."""
    # A backslash of the page's own, as in TeX's `\\rho`, is two.
    if _SUSPECT_ESCAPE_RE.search(line) and _SUSPECT_ESCAPE_RE.search(line.replace("\\\\", "")):
        return True
    return "\x7f" in line if line.isascii() else _INNOCENT_RE.fullmatch(line) is None


@lru_cache(maxsize=16_384, typed=True)  # probabilities have four digits
def _number(value: float) -> str:
    """A number as JSON.

    Raises:
        ValueError: It is none that JSON has.
    """
    if not isfinite(value):
        raise ValueError(value)
    return repr(value)


def _reason(reason: Reason) -> str:
    code, evidence = reason
    return f'{{"code": {encode_basestring(code)}, "evidence": {encode_basestring(evidence)}}}'


def _inline(content: Sequence[str | Mark]) -> str:
    """The field of a block's content, behind the others."""
    quoted = encode_basestring
    pieces = [
        quoted(piece)
        if type(piece) is str
        else f'["{piece[0]}", {quoted(piece[1])}, {quoted(piece[2])}]'
        if piece[1] or piece[2]
        else f'["{piece[0]}", "", ""]'
        for piece in content
    ]
    return f', "inline": [{", ".join(pieces)}]'
