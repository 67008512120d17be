"""Code of several lines in an inline `<code>` that is all of its paragraph: of editors without a `<pre>`."""

from __future__ import annotations

from typing import Final

from lxml import etree

from boilerstrip.elements import look_up
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.code import NO_CODE

__all__ = ["is_alone", "listing"]

_AROUND: Final = frozenset(
    {"p", "div", "li", "dd", "blockquote", "section", "article", "main", "body", "figure", "center"}
)
"""Tags in which such code is a block of its own: in a heading or a cell it is a word of many."""
_BLANKS_RE: Final = late_pattern(r"[ \t\f\r\n]{1,9999}")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
"""What stands for the blanks of indentation."""


def is_alone(node: etree._Element) -> bool:
    """Whether nothing follows an inline element in its paragraph, nor can it be a part of more than that."""
    inner = node
    while inner.getnext() is None and not _says(inner.tail):
        around = inner.getparent()
        if around is None or look_up(str(around.tag)).is_block:
            break
        inner = around
    beside, around = inner.getnext(), inner.getparent()
    if _says(inner.tail) or (beside is not None and not _begins_line(beside)):
        return False
    while around is not None and not look_up(str(around.tag)).is_block:
        around = around.getparent()
    return around is not None and around.tag in _AROUND


def listing(node: etree._Element) -> str:
    """The code in an inline element of which each `<br>` ends a line; "" where it is one line, or no code."""
    if next(node.iterdescendants(*NO_CODE), None) is not None:
        return ""
    parts = [_blank(node.text)]
    walk = etree.iterwalk(node, events=("start", "end", "comment", "pi"))
    for event, inner in walk:
        if inner is node:
            continue  # its text is there, what follows it is none of it
        if event == "start":
            if inner.tag == "br":
                parts.append("\n")
            elif look_up(str(inner.tag)).is_special:
                walk.skip_subtree()
            else:
                parts.append(_blank(inner.text))
        else:
            parts.append(_blank(inner.tail))
    lines = [line.strip(" ").replace(_NO_BREAK, " ").rstrip() for line in "".join(parts).split("\n")]
    code = "\n".join(lines).strip("\n")
    return code if "\n" in code else ""


def _begins_line(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and (node.tag == "br" or look_up(node.tag).is_block)


def _says(text: str | None) -> bool:
    return text is not None and not text.isspace()


def _blank(text: str | None) -> str:
    """A text with one blank for white space, but for what does not break."""
    return _BLANKS_RE.sub(" ", text) if text else ""
