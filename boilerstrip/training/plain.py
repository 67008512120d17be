"""Markdown and HTML as plain text, all of it: what texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from boilerstrip.elements import look_up
from boilerstrip.parse import parse
from boilerstrip.vocabulary import SKIPPED_TAGS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["html_text", "markdown_text"]

_FRONT_MATTER_RE: Final = re.compile(
    r"""
    \A---[ \t]*\n                       # a first line of three dashes alone,
    (?:[ \t]*(?:\#.*)?\n)*              # comments and blank lines,
    [\w"'][^\n:]*:(?:[ \t].*)?\n         # a key: without one the dashes are a rule across the page,
    (?:.*\n)*?                          # more of the kind
    (?:---|\.\.\.)[ \t]*(?:\n|\Z)       # to the next line of dashes, or of dots as in YAML
    """,
    re.VERBOSE,
)

_MAX_NESTING: Final = 100
"""Levels of lists and quotes that are read; what is deeper is left out."""

_BREAKS: Final = frozenset({"softbreak", "hardbreak"})
_SPACE_RE: Final = re.compile(r"\s+")
_KIND_RE: Final = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]")
_BR_RE: Final = re.compile(r"<br\b", re.IGNORECASE)


def markdown_text(source: str) -> str:
    """The text of a Markdown document (CommonMark with the tables and strikethrough of GFM).

    A blank line stands between blocks. Front matter, addresses of links, images with their
    descriptions, languages of code and HTML tags are left out.

    >>> markdown_text("# Bees\\n\\n- **Two** [hives](https://hives.example/)\\n- `honey`")
    'Bees\\n\\nTwo hives\\n\\nhoney'
    """
    blocks = _blocks(_reader().parse(_FRONT_MATTER_RE.sub("", source, count=1)))
    return "\n\n".join(block for block in blocks if block)


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_inline(_said(token.children or []))).strip()
        elif token.type in ("fence", "code_block"):
            yield token.content.strip("\n")
        elif token.type == "html_block":
            yield html_text(token.content)


def _said(tokens: list[Token]) -> list[Token]:
    """The tokens without the kind of a callout that has a title, a line below it that is all bold."""
    if tokens and _KIND_RE.fullmatch(tokens[0].content):
        kinds = [token.type for token in tokens if token.content or token.type != "text"]
        if kinds[1:3] == ["softbreak", "strong_open"] and kinds[-1] == "strong_close":
            return tokens[1:]
    return tokens


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _BREAKS or (token.type == "html_inline" and _BR_RE.match(token.content)):
            yield "\n"
        elif token.type in ("text", "code_inline"):
            yield token.content


def html_text(html: str) -> str:
    """The text of an HTML document or fragment, a line for each block and after each `<br>`.

    White space is folded, scripts are left out; a string without any tag is no HTML and gives "".

    >>> html_text("<div><h1>Bees</h1><p>Two <b>hi</b>ves<br>of   honey</div>")
    'Bees\\nTwo hives\\nof honey'
    """
    pieces: list[str] = []
    for root in parse(html).roots:
        pieces += _pieces(root)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: etree._Element) -> Iterator[str]:
    """Text and line breaks of an element, in order."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = look_up(str(element.tag))
        if tag.is_block or tag.name == "br":
            yield "\n"
        if event == "end":
            text = element.tail if element is not root else None
        elif tag.name in SKIPPED_TAGS:
            walker.skip_subtree()
            continue
        else:
            text = element.text
        if text:
            yield _SPACE_RE.sub(" ", text)
