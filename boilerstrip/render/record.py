"""Page -> one line of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import Any, Final

from boilerstrip.compiled import compiled
from boilerstrip.page import Page
from boilerstrip.record import fold, reads_as, record_page
from boilerstrip.render.clean import clean
from boilerstrip.render.line import line_of
from boilerstrip.render.url import MAX_LENGTH
from boilerstrip.vocabulary import PREFORMATTED_TAGS

__all__ = ["json_line", "json_text"]

COMPILED: Final = compiled("render._lines")
_SEPARATOR_RE: Final = re.compile("[\u2028\u2029]")


def json_line(page: Page, *, blocks: bool) -> str:
    """`page.to_dict(blocks)` as JSON on one line, without what `clean` takes out and without NaN (null).

    Every string of it can be encoded as UTF-8, and U+2028 and U+2029 are escaped, so that readers
    which split lines there find a record whole. A page loaded from it, if it has the blocks, renders as this
    one does.
    """
    try:
        line = line_of(page, blocks=blocks)
        if not line.is_suspect:
            return line.text
        if COMPILED and (cleaned := _clean_line(page, blocks=blocks)):
            return cleaned
    except ValueError:  # a number that JSON has not
        pass
    record = page.to_dict(blocks=blocks)
    if blocks:
        _steady(record)
    return _cleaned_json(record)


def json_text(value: Any) -> str:
    """Any plain value as JSON on one line, clean as that of a page.

    >>> json_text({"text": "a\\x1b[31mb"})
    '{"text": "a[31mb"}'
    """
    return _cleaned_json(value)


def _clean_line(page: Page, *, blocks: bool) -> str | None:
    """The same without a dict of each block; None where that cannot be told.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    record = record_page(page, blocks=False)
    if blocks and record["base_url"]:
        record["base_url"] = _steady_address(record["base_url"]) or None
    steady = (json_text, _steady_content, _steady_attributes)
    line = COMPILED.line(record, page.table, page.decisions, blocks, steady)  # type: ignore[union-attr]
    return line[0] if line else None


def _steady_content(text: str, content: Sequence[Any] | None, written: bool) -> tuple[str, list[Any] | None]:
    """A block's text and content as they are after `_steady`; `written` says that it keeps white space."""
    block: dict[str, Any] = {"text": text} | ({} if content is None else {"inline": content})
    (_steady_written if written else _steady_block)(block)
    inline = block.get("inline")
    return block["text"], inline and [piece if isinstance(piece, str) else tuple(piece) for piece in inline]


def _steady(record: dict[str, Any]) -> None:
    """Change what a renderer would read in another way after `clean`; other fields it cleans anyway."""
    if record["base_url"]:
        record["base_url"] = _steady_address(record["base_url"]) or None
    written: list[bool] = []  # by element: whether it keeps white space
    for tag, parent, _, _, *rest in record["elements"]:
        written.append(
            (rest[0].get("as", tag) if rest else tag) in PREFORMATTED_TAGS
            or (parent >= 0 and written[parent])
        )
    for at, block in enumerate(record["blocks"]):
        element = block["element"]
        if element is not None and written[element] and at != record["headline"]:
            _steady_written(block)
        else:
            _steady_block(block)
    record["elements"] = [[*row[:4], *map(_steady_attributes, row[4:])] for row in record["elements"]]


def _steady_block(block: dict[str, Any]) -> None:
    text = block["text"]
    if clean(text) != text:  # white space that a control character stood between
        block["text"] = " ".join(clean(text).split())
    if "inline" in block:
        block["inline"] = [
            fold(clean(piece)) if isinstance(piece, str) else [piece[0], _steady_address(piece[1]), piece[2]]
            for piece in block["inline"]
        ]


def _steady_written(block: dict[str, Any]) -> None:
    """Preformatted content ends its lines as renderers write them: `clean` would make "\\r" a blank."""
    block["text"] = clean(_with_newlines(block["text"]))
    if "inline" in block:
        # Marks are there only where a footnote is: what it says may be no code.
        content = [clean(_with_newlines(p)) if isinstance(p, str) else p for p in block["inline"]]
        if len(content) == 1 and isinstance(content[0], str) and reads_as(content[0], block["text"]):
            del block["inline"]
        else:
            block["inline"] = content


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _steady_address(url: str) -> str:
    """An address that `clean` leaves alone, and that `safe_url` makes the same of."""
    if clean(url) == url:
        return url
    if len(url) > MAX_LENGTH:
        return "#" if "#" in url else ""  # no address either way, but links of headings to themselves go
    # What browsers drop is dropped. The blank in front keeps `safe_url` from taking what is left for
    # an address that was fine from the start, of which it would not take an empty query away.
    return " " + "".join([char for char in url if clean(char) == char])


def _steady_attributes(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes that are no numbers or languages because of a control character stay none."""
    return {
        name: value if clean(value.strip()) == value.strip() else "\N{REPLACEMENT CHARACTER}"
        for name, value in attributes.items()
    }


def _cleaned_json(value: Any) -> str:
    line = json.dumps(_cleaned(value), ensure_ascii=False, allow_nan=False)
    return _SEPARATOR_RE.sub(_escape, line)


def _cleaned(value: Any) -> Any:
    """The same value with clean strings; a page's record nests five levels deep."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
