"""Metadata -> YAML front matter."""

from __future__ import annotations

import json
import re
from typing import Final

from boilerstrip.page import Metadata
from boilerstrip.render.clean import clean

__all__ = ["front_matter"]

_YAML_BREAK_RE: Final = re.compile("[\u2028\u2029\ufeff]")


def front_matter(metadata: Metadata) -> str:
    """The metadata that are present as a YAML block, "" where none is.

    Strings are double-quoted with JSON's escapes, which YAML 1.1 and 1.2 read alike.
    """
    lines = []
    for name in Metadata.__slots__:
        value = getattr(metadata, name)
        if value:
            plain = [clean(part) for part in value] if isinstance(value, tuple) else clean(str(value))
            lines.append(f"{name}: {_YAML_BREAK_RE.sub(_escaped, json.dumps(plain, ensure_ascii=False))}")
    return "\n".join(["---", *lines, "---"]) if lines else ""


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
