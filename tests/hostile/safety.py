"""What no output may hold, whatever the page was: told by reading the output as its readers do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt

__all__ = ["unsafe_in_html", "unsafe_in_json", "unsafe_in_markdown", "unsafe_in_text"]

# C0 but tab and newline, DEL, C1, surrogates, non-characters, direction overrides.
_DIRTY_RE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_ESCAPE_RE = re.compile(r"\\[bfru]")
"""What JSON may write such a character as; without any of both, strings need no look one by one."""
_IGNORED_RE = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME_RE = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PLAIN_TAGS = frozenset(
    """article p br h1 h2 h3 h4 h5 h6 a strong em code del sup sub pre ul ol li blockquote figure figcaption
    img table caption thead tbody tr th td section hr div dl dt dd""".split()
)
_PLAIN_WITH = {
    "span": [{"class": "math inline"}, {"class": "math display"}],
    "input": [
        {"type": "checkbox", "checked": None, "disabled": None},
        {"type": "checkbox", "disabled": None},
    ],
}
"""Elements that are plain with just these attributes: formulas, and boxes of tasks."""
_PLAIN_ATTRIBUTES = frozenset(
    {"href", "src", "alt", "class", "start", "title", "colspan", "rowspan", "datetime", "id"}
)
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_READER.validateLink = lambda url: True  # type: ignore[method-assign]  # what others would follow


_LOOKED_AT = 60_000
"""Characters of Markdown and HTML that are parsed: readers in Python take minutes for 20 MB."""


def _start(text: str, between: str) -> str:
    """The start of a long text, up to where something ends."""
    end = text.find(between, _LOOKED_AT) if len(text) > _LOOKED_AT else -1
    return text if end < 0 else text[:end]


def _is_live(address: str) -> bool:
    """Whether following an address may run something, as browsers read it."""
    found = _SCHEME_RE.match(_IGNORED_RE.sub("", address))
    return found is not None and found[1].lower() not in _SAFE_SCHEMES


def unsafe_in_text(text: str) -> list[str]:
    """Characters that plain text may not hold."""
    found = _DIRTY_RE.search(text)
    around = text[max(0, found.start() - 20) : found.end() + 20] if found else ""
    return [f"character {found[0]!r} in {around!r}"] if found else []


def unsafe_in_markdown(text: str) -> list[str]:
    """HTML and live addresses in Markdown, as a CommonMark reader that lets HTML through sees it."""
    start = _start(text, " ")
    faults = _unsafe_tokens(start)
    if faults and len(start) < len(text):  # perhaps for the cut, in the middle of something
        faults = _unsafe_tokens(text)
    return [*unsafe_in_text(text), *faults][:5]


def _unsafe_tokens(text: str) -> list[str]:
    faults = []
    for token in _READER.parse(text):
        for each in (token, *(token.children or ())):
            if each.type in ("html_block", "html_inline") and each.content != "<br>":
                faults.append(f"HTML {each.content[:60]!r}")
            for name in ("href", "src"):
                address = each.attrGet(name)
                if isinstance(address, str) and _is_live(address):
                    faults.append(f"live address {address[:60]!r}")
    return faults


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if dict(attrs) in _PLAIN_WITH.get(tag, ()):
            return
        if tag not in _PLAIN_TAGS:
            self.faults.append(f"tag {tag[:40]!r}")
        for name, value in attrs:
            if name not in _PLAIN_ATTRIBUTES:
                self.faults.append(f"attribute {name[:40]!r}")
            if name in ("href", "src") and _is_live(value or ""):
                self.faults.append(f"live address {(value or '')[:60]!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl[:40]!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data[:40]!r}")


def unsafe_in_html(text: str) -> list[str]:
    """Tags, attributes and addresses beyond the few that clean HTML needs."""
    reader = _Tags()
    reader.feed(_start(text, "\n<"))
    reader.close()
    return [*unsafe_in_text(text), *reader.faults][:5]


def unsafe_in_json(line: str) -> list[str]:
    """What is wrong with a record: not one line, not JSON, strings with controls, live addresses."""
    faults = [] if len(line.splitlines()) == 1 else ["more than one line"]
    try:
        record = json.loads(line, parse_constant=_no_constant)
    except ValueError as error:
        return [*faults, f"no JSON: {error}"]
    if not _DIRTY_RE.search(line) and not _ESCAPE_RE.search(line):
        record = {name: value for name, value in record.items() if name not in ("blocks", "elements")}
    for path, text in _strings(record, ""):
        faults += [f"{path}: {fault}" for fault in unsafe_in_text(text)]
        if path.rpartition(".")[2] in ("url", "permalink", "image", "base_url") and _is_live(text):
            faults.append(f"{path}: live address {text[:60]!r}")
    return faults[:5]


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """All strings of a record with their places; a record nests a few levels deep."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield path, name
            yield from _strings(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, path)
