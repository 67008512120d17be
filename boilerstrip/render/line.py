"""A page's record -> JSON, as `json.dumps` writes it, but faster."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, Final

__all__ = ["json_of"]

_BLOCKS: Final = "blocks"


def json_of(record: Mapping[str, Any]) -> str:
    """The same as `json.dumps(record, ensure_ascii=False)`, of the record of a page.

    Most of it are its blocks, which all have the same fields.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    fields = [f'"{name}": {_field(name, value)}' for name, value in record.items()]
    return f"{{{', '.join(fields)}}}"


def _field(name: str, value: Any) -> str:
    if name == _BLOCKS:
        return f"[{', '.join(_blocks(value))}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each block as JSON.

    Raises:
        ValueError: The score of one is no number that JSON has.
    """
    rows, quoted, number = list[str](), encode_basestring, _number
    reasons = dict[tuple[str, str], str]()  # of which many blocks have the same
    for block in blocks:
        reason, path, element = block["reason"], block["xpath"], block["element"]
        why = (reason["code"], reason["evidence"])
        told = reasons.get(why)
        if told is None:
            reasons[why] = told = f'{{"code": {quoted(why[0])}, "evidence": {quoted(why[1])}}}'
        content = block.get("inline")
        rows.append(
            f'{{"text": {quoted(block["text"])}, "kept": {"true" if block["kept"] else "false"}, '
            f'"role": "{block["role"]}", "score": {number(block["score"])}, "reason": {told}, '
            f'"xpath": {quoted(path)}, '
            f'"element": {"null" if element is None else element}'
            f"{'' if content is None else _inline(content)}}}"
        )
    return rows


@lru_cache(maxsize=16_384, typed=True)  # probabilities have four digits
def _number(value: float) -> str:
    """A number as JSON.

    Raises:
        ValueError: It is none that JSON has.
    """
    if not isfinite(value):
        raise ValueError(value)
    return repr(value)


def _inline(content: Sequence[Any]) -> str:
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
