"""What a document says in which order, read out of Markdown and out of HTML, so that the two can be compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from lxml import html as lxml_html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.test_render_properties import ALERT_RE

__all__ = ["Outline", "bare", "of_html", "of_markdown"]

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
_PAIRS = {
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "table": "table",
    "tr": "tr",
}
_MARKS = {name: name for name in ("code_block", "html_block", "hr")} | {
    "footnote_open": "note {label}",
    "footnote_block_close": "end of notes",
}
_STRUCTURES = frozenset(_PAIRS.values())
_INLINE = frozenset({"a", "strong", "em", "code", "del", "sup", "sub", "br", "img"})


class Outline(NamedTuple):
    """A document: its structure and words in order, and its links and images."""

    blocks: list[str]
    links: list[tuple[str, str]]
    images: list[tuple[str, str]]


class _Writer:
    """Gathers words until a boundary comes."""

    def __init__(self) -> None:
        self.outline = Outline([], [], [])
        self.text: list[str] = []
        self.label = ""

    def words(self, text: str) -> None:
        self.text.append(text)

    def flush(self, *, is_start: bool = True) -> None:
        words = bare("".join(self.text))
        if words in ("[x]", "[ ]") and is_start:  # the box of a task, whose words are a paragraph
            return
        if words or self.label == "cell":
            self.outline.blocks.append(f"{self.label or 'text'}: {words}")
        self.text, self.label = [], ""

    def mark(self, mark: str) -> None:
        self.flush(is_start=False)
        self.outline.blocks.append(mark)


def bare(text: str) -> str:
    """Words as if none were above or below the line: Markdown has signs for that, HTML elements."""
    text = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-")
    return " ".join(re.sub(r"[\^_()]", "", text).split())


def of_markdown(document: str) -> Outline:
    """The outline of Markdown as a reader of CommonMark and GFM sees it."""
    writer = _Writer()
    for token in _without_empty_heads(_READER.parse(document)):
        kind, _, end = token.type.rpartition("_")
        if kind in _PAIRS:
            number = token.attrGet("start")
            start = f" {1 if number is None else number}" if (kind, end) == ("ordered_list", "open") else ""
            writer.mark(f"<{_PAIRS[kind]}{start}>" if end == "open" else f"</{_PAIRS[kind]}>")
        elif token.type == "fence":
            writer.mark(f"code {token.info}: {token.content.rstrip()}")
        elif mark := _MARKS.get(token.type):
            writer.mark(mark.format(**token.meta))
        elif token.type == "heading_open":
            writer.flush()
            writer.label = token.tag
        elif kind in ("th", "td"):
            if end == "open":
                writer.label = "cell"
            else:
                writer.flush()
        elif token.type == "inline":
            inner = token.children or []
            if inner and (alert := ALERT_RE.fullmatch(inner[0].content)):
                writer.mark(f"callout {alert[1]}")
                inner = inner[1:]
            _read_inline(inner, writer)
            if writer.label != "cell":
                writer.flush()
    writer.flush()
    return writer.outline


def _without_empty_heads(tokens: list[Token]) -> list[Token]:
    """The tokens without the row of empty cells that stands for the header which a table lacks."""
    kept: list[Token] = []
    started = 0
    for token in tokens:
        if token.type == "thead_open":
            started = len(kept)
        kept.append(token)
        if token.type == "thead_close" and not any(inner.content for inner in kept[started:]):
            del kept[started:]
    return kept


def _read_inline(tokens: list[Token], writer: _Writer) -> None:
    opened: tuple[str, int] = ("", 0)
    for token in tokens:
        if token.type in ("text", "code_inline"):
            writer.words(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            writer.words(" ")
        elif token.type == "image":
            alt = "".join(
                inner.content if inner.type in ("text", "code_inline") else " " * (inner.type == "softbreak")
                for inner in token.children or []
            )
            writer.outline.images.append((str(token.attrGet("src")), " ".join(alt.split())))
        elif token.type == "footnote_ref":
            writer.words(f"[{token.meta['label']}]")
        elif token.type == "link_open":
            opened = (str(token.attrGet("href")), len(writer.text))
        elif token.type == "link_close":
            words = bare("".join(writer.text[opened[1] :]))
            writer.outline.links.append((opened[0], words))
        elif token.type == "html_inline":
            writer.mark("html")


def of_html(document: str) -> Outline:
    """The outline of the HTML form."""
    writer = _Writer()
    if document:
        root = lxml_html.fragment_fromstring(document)
        for table in root.iter("table"):
            _fill_spans(table)
        _read_element(root, writer)
    writer.flush()
    return writer.outline


def _fill_spans(table: Any) -> None:
    """Put empty cells where cells span several places, as Markdown has them."""
    below: dict[int, int] = {}  # by column: rows that a cell above reaches down
    for row in table.iter("tr"):
        column = 0
        for cell in [*row, None]:
            while below.get(column):
                below[column] -= 1
                row.insert(column, row.makeelement("td"))
                column += 1
            if cell is None:
                break
            width = int(cell.get("colspan", 1))
            for _ in range(width):
                below[column] = int(cell.get("rowspan", 1)) - 1
                column += 1
            for at in range(column - width + 1, column):
                row.insert(at, row.makeelement("td"))


def _read_element(element: Any, writer: _Writer) -> None:
    tag = element.tag
    if tag == "pre":
        language = (element[0].get("class") or "").removeprefix("language-")
        writer.mark(f"code {language}: {element.text_content().rstrip()}")
    elif tag == "section":
        _read_notes(element, writer)
    elif tag == "div":
        _read_callout(element, writer)
    elif tag == "input":
        writer.words("[x] " if element.get("checked") is not None else "[ ] ")
    elif tag == "hr":
        writer.mark("hr")
    elif tag == "a" and element.get("href").startswith("#fn-") and element.get("id"):
        writer.words(f"[{element.text_content()}]")
    else:
        _read_other(element, writer)


def _read_callout(box: Any, writer: _Writer) -> None:
    """A callout, which begins with its title, or with its kind."""
    kind = box.get("class").rpartition("-")[2].upper()
    title, *rest = box
    writer.mark("<blockquote>")
    writer.mark(f"callout {kind}")
    if title.text_content() != kind.capitalize():
        _read_inside(title, writer)
        writer.flush()
    for child in rest:
        _read_element(child, writer)
    writer.mark("</blockquote>")


def _read_other(element: Any, writer: _Writer) -> None:
    tag = element.tag
    started = len(writer.text)
    if tag in _STRUCTURES:
        if tag == "table" and len(element) and element[0].tag == "caption":
            _read_inside(element[0], writer)
        writer.mark(f"<{tag} {element.get('start', 1)}>" if tag == "ol" else f"<{tag}>")
    elif tag == "img":
        writer.outline.images.append((element.get("src"), " ".join(element.get("alt").split())))
    elif tag == "br":
        writer.words(" ")
    elif tag not in _INLINE:
        writer.flush()
    if tag in ("th", "td") or (tag[0] == "h" and tag[1:].isdigit()):
        writer.label = "cell" if tag[0] == "t" else tag
    if tag != "caption":
        _read_inside(element, writer)
    if tag == "a":
        words = bare("".join(writer.text[started:]))
        writer.outline.links.append((element.get("href"), words))
    elif tag in _STRUCTURES:
        writer.mark(f"</{tag}>")
    elif tag not in _INLINE:
        writer.flush()


def _read_notes(section: Any, writer: _Writer) -> None:
    """Footnotes, which begin with their label where the list has no numbers."""
    (notes,) = section
    for item in notes:
        label = item.get("id").removeprefix("fn-")
        writer.mark(f"note {label}")
        if notes.tag == "ul":
            item.text = item.text.removeprefix(f"[{label}] ")
        _read_inside(item, writer)
        writer.flush()
    writer.mark("end of notes")


def _read_inside(element: Any, writer: _Writer) -> None:
    writer.words(element.text or "")
    for child in element:
        _read_element(child, writer)
        writer.words(child.tail or "")
