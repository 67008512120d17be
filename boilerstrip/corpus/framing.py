"""How results stand in a stream: one alone, or several one after the other.

The forms of several are chosen so that a program can take them apart again; `docs/cli.md` says
how.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["ALONE", "FORMS", "RENDERED_AS", "SEVERAL", "SUFFIXES", "Frame", "source_label"]

FORMS = ("md", "json", "jsonl", "txt", "html")
"""Formats a result can be written in; a result file has the same suffix."""

SUFFIXES = MappingProxyType(
    {f".{form}": form for form in FORMS} | {".markdown": "md", ".htm": "html", ".ndjson": "jsonl"}
)
"""Suffixes of an output file that tell its format."""

RENDERED_AS = MappingProxyType({form: "json" if form == "jsonl" else form for form in FORMS})
"""What a page is rendered as for each format."""


_ARTICLE: Final = "<article>"


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed parts of a stream, and `entry`: (origin, rendered text) -> what is written."""

    entry: Callable[[str, str], str]
    start: str = ""
    between: str = ""
    end: str = ""


def source_label(origin: str) -> str:
    """`origin` for use in a comment, an attribute or a line; `%`, `<`, `>`, `"`, `&` and what does
    not print are percent-encoded, so that no name can end the comment or reach a terminal.

    >>> source_label("a -->\\n100%.html")
    'a --%3E%0A100%25.html'
    """
    return "".join(
        char
        if char.isprintable() and char not in '%<>"&'
        else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in origin
    )


def _plain(_origin: str, text: str) -> str:
    return f"{text}\n" if text and not text.endswith("\n") else text


def _record(origin: str, text: str) -> str:
    """The JSON object with "source" put first. A newline in JSON only ever stands between tokens."""
    return f'{{"source": {_json_string(origin)}, {text.strip()[1:]}'.replace("\n", " ")


def _json_string(text: str) -> str:
    """`text` in JSON, readable, but with everything escaped that does not print."""
    return "".join(
        char if char.isprintable() else json.dumps(char)[1:-1]
        for char in json.dumps(text, ensure_ascii=False)
    )


def _line(origin: str, text: str) -> str:
    return _record(origin, text) + "\n"


def _under_comment(origin: str, text: str) -> str:
    return f"<!-- source: {source_label(origin)} -->\n\n{_plain(origin, text)}"


def _under_name(origin: str, text: str) -> str:
    # A form feed in a page would pass for the end of its text.
    return f"source: {source_label(origin)}\n\n{_plain(origin, text.replace(chr(12), ' '))}"


def _in_article(origin: str, text: str) -> str:
    opening = f'<article data-source="{source_label(origin)}">'
    if text.startswith(_ARTICLE):  # the renderer's own, which one around it would only repeat
        return opening + _plain(origin, text.removeprefix(_ARTICLE))
    return f"{opening}\n{_plain(origin, text)}</article>\n"


ALONE = MappingProxyType(
    {
        "md": Frame(_plain),
        "json": Frame(_plain),
        "jsonl": Frame(_line),
        "txt": Frame(_plain),
        "html": Frame(_plain),
    }
)
"""One result in its own file or stream, by format."""

SEVERAL = MappingProxyType(
    {
        "md": Frame(_under_comment, between="\n"),
        "json": Frame(_record, start="[\n", between=",\n", end="\n]\n"),
        "jsonl": Frame(_line),
        "txt": Frame(_under_name, between="\f\n"),
        "html": Frame(_in_article),
    }
)
"""Several results in one stream, by format."""
