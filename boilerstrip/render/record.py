"""Page -> one line of JSON, and metadata -> YAML front matter."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import Any, Final

from boilerstrip.page import Metadata, Page
from boilerstrip.render.clean import clean

__all__ = ["front_matter", "json_line"]

# What needs a second look: characters that `clean` takes out (JSON writes C0 as an escape), line
# separators that would break the line, and numbers that JSON has not.
_SUSPECT_RE: Final = re.compile(
    r"\\u00[01]|\\[bfr]|\bNaN\b|\bInfinity\b|[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SEPARATOR_RE: Final = re.compile("[\u2028\u2029]")
_YAML_BREAK_RE: Final = re.compile("[\u2028\u2029\ufeff]")


def json_line(page: Page) -> str:
    """`page.to_dict()` as JSON on one line, without what `clean` takes out and without NaN (null).

    Every string of it can be encoded as UTF-8, and U+2028 and U+2029 are escaped, so that readers
    which split lines there find a record whole.
    """
    record = page.to_dict()
    line = json.dumps(record, ensure_ascii=False)
    if not _SUSPECT_RE.search(line):
        return line
    line = json.dumps(_cleaned(record), ensure_ascii=False, allow_nan=False)
    return _SEPARATOR_RE.sub(_escape, line)


def front_matter(metadata: Metadata) -> str:
    """The metadata that are present as a YAML block, "" where none is.

    Strings are double-quoted with JSON's escapes, which YAML 1.1 and 1.2 read alike.
    """
    lines = []
    for name in Metadata.__slots__:
        value = getattr(metadata, name)
        if value:
            plain = [clean(part) for part in value] if isinstance(value, tuple) else clean(str(value))
            lines.append(f"{name}: {_YAML_BREAK_RE.sub(_escape, json.dumps(plain, ensure_ascii=False))}")
    return "\n".join(["---", *lines, "---"]) if lines else ""


def _cleaned(value: Any) -> Any:
    """The same value with clean strings; `to_dict` nests three levels deep."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
