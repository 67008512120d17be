"""A page's record on one line, as `json.dumps` writes it, but faster."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from json.encoder import JSONEncoder, encode_basestring
from math import isfinite
from typing import Final, NamedTuple

from boilerstrip.block import Mark, Reason
from boilerstrip.page import Page
from boilerstrip.record import headline_of, record_page, recorded

__all__ = ["Line", "line_of"]

_ENCODER: Final = JSONEncoder(ensure_ascii=False, allow_nan=False)


class Line(NamedTuple):
    """A page's record as JSON.

    Attributes:
        text: All of it.
        words: What in it comes from the page; it leaves out what is most of it, XPaths and names of fields.
    """

    text: str
    words: str


def line_of(page: Page, *, blocks: bool) -> Line:
    """The same as `json.dumps(page.to_dict(blocks), ensure_ascii=False)`, without that dict of each block.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    start = _ENCODER.encode(record_page(page, blocks=False))
    if not blocks:
        return Line(start, start)
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
    return Line(text, "".join([start, *texts, *contents, *reasons.values(), tags, elements]))


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
