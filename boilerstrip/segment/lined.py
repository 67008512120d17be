"""Boxes of which each element is a line: whether they are code or verse, and the lines of verse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from lxml import etree

from boilerstrip.block import Mark
from boilerstrip.elements import look_up
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.code import NO_CODE, is_name
from boilerstrip.segment.content import BREAK
from boilerstrip.segment.signs import UNSEEN_CHARS, Signs
from boilerstrip.shapes.code import LINE_RE, POP_UP_RE

if TYPE_CHECKING:
    from boilerstrip.segment.boxes import Boxes

__all__ = ["holds_code", "holds_verse", "name_of_code", "read_verse"]

_STANZAS: Final = frozenset({"stanza", "strophe"})
"""Classes of boxes in which elements are lines of verse, whatever they are called."""
_POEMS: Final = frozenset({"poem", "poetry", "o-poem"})
"""The same where all of them are alike: a title and an author may stand among them."""
_LINE_OF_VERSE_RE: Final = late_pattern(
    r"(?:^|\s)(?:l|tei-l|lines?|(?:verse|poem)?-?line|verse|line-?\d{1,3}|i\d{1,2}|indent-?\d{1,2})(?:\s|$)"
)
"""Class attributes of a line of verse."""
_MOST_LINES: Final = 5_000
"""Elements in a box of lines; a larger one is read as any element."""
_LONGEST: Final = 120
"""Characters of a line of verse that does not say that it is one."""
_FEWEST: Final = {True: 2, False: 3}
"""Lines of a stanza, and of a poem whose lines do not say that they are some."""
_DEEPEST: Final = 4
"""Groups of lines inside each other, as docutils indents them."""
_DIGITS_RE: Final = late_pattern(r"[0-9]+")
_LOOKED_AT: Final = 6
"""Elements in a box of code among which its name is, if it has one."""
_LINES: Final = frozenset({"div", "p", "li"})
"""Block-level tags of lines of verse."""


def holds_code(node: etree._Element) -> bool:
    """Whether all in a box is lines of code, an element for each, or groups of such that may be folded."""
    if not len(node) or next(node.iterdescendants(*NO_CODE), None) is not None:
        return False
    return _says_nothing(node.text) and any(map(_has_lines, _children(node))) and _is_lined(node)


def _is_lined(node: etree._Element) -> bool:
    """Whether there is nothing beside the lines in a box, but what pops up."""
    for inner in node:
        if not _says_nothing(inner.tail):
            return False
        if isinstance(inner.tag, str) and not (_is_of_code(inner) or _is_group(inner)):
            return False
    return True


def _has_lines(node: etree._Element) -> bool:
    return LINE_RE.search(node.get("class", "")) is not None or (len(node) > 0 and _is_group(node))


def _is_of_code(node: etree._Element) -> bool:
    named = node.get("class", "")
    if POP_UP_RE.search(named):
        return True
    return LINE_RE.search(named) is not None and next(node.iterdescendants("div", "pre"), None) is None


def _is_group(node: etree._Element) -> bool:
    """Whether an element is lines of code that may be folded together, as Doxygen has them."""
    if node.tag != "div" or not _says_nothing(node.text):
        return False
    return all(_says_nothing(inner.tail) for inner in node) and all(map(_is_of_code, _children(node)))


def name_of_code(node: etree._Element) -> str:
    """The name that a table of code has above it: of a file, as Pygments writes it; "" for none."""
    names = islice(filter(is_name, islice(node.iterdescendants(etree.Element), _LOOKED_AT)), 1)
    return " ".join("".join([text for name in names for text in name.itertext()]).split())


def holds_verse(node: etree._Element, signs: Signs) -> bool:
    """Whether each element in a box is a line of verse.

    Args:
        node: The box.
        signs: Those of the page.
    """
    lines = list(islice(_lines(node, _DEEPEST), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES or not all(line is not None and _is_simple(line, signs) for line in lines):
        return False
    said = [line for line in lines if line is not None and not _is_blank(line)]
    if len(said) > 1 and all(_LINE_OF_VERSE_RE.search(line.get("class", "").lower()) for line in said):
        return True
    classes = node.get("class", "").lower().split()
    is_stanza = not _STANZAS.isdisjoint(classes)
    if not (is_stanza or not _POEMS.isdisjoint(classes)) or len(said) < _FEWEST[is_stanza]:
        return False
    if any(len("".join(line.itertext()).strip()) > _LONGEST for line in said):
        return False
    return is_stanza or len({_likeness(line) for line in said}) == 1


def _likeness(node: etree._Element) -> tuple[object, ...]:
    """What lines of one poem share."""
    if node.tag == "p":
        return ("p", node)  # a paragraph is no line because of what it stands in
    return (node.tag, *(_DIGITS_RE.sub("", node.get(name, "")) for name in ("class", "style")))


def _lines(node: etree._Element, depth: int) -> Iterator[etree._Element | None]:
    """The elements in a box, those of groups in it one by one; None for what is no line."""
    if not _says_nothing(node.text):
        yield None
    for inner in node:
        if isinstance(inner.tag, str):
            if depth and node.get("class") and inner.get("class") == node.get("class"):
                yield from _lines(inner, depth - 1)
            elif inner.tag == "br" or look_up(inner.tag).is_special:
                yield None
            else:
                yield inner
        if not _says_nothing(inner.tail):
            yield None


def _is_simple(line: etree._Element, signs: Signs) -> bool:
    """Whether a line is words, and nothing else that has to be read in a way of its own."""
    tag = str(line.tag)
    if tag not in _LINES and "-" not in tag and look_up(tag).is_block:
        return False
    return not signs[(*line.items(),)] and all(
        isinstance(inner.tag, str)
        and (_ends(inner, line) if inner.tag == "br" else _is_inline(inner.tag))
        and not signs[(*inner.items(),)]
        for inner in line.iterdescendants()
    )


def _is_inline(tag: str) -> bool:
    known = look_up(tag)
    return not (known.is_block or known.is_special or known.is_code or tag in MARKER_TAGS or tag == "time")


def _ends(inner: etree._Element | None, line: etree._Element) -> bool:
    """Whether nothing comes after an element in its line."""
    while inner is not None and inner is not line:
        if inner.getnext() is not None or not _says_nothing(inner.tail):
            return False
        inner = inner.getparent()
    return True


def _is_blank(line: etree._Element) -> bool:
    return not "".join(line.itertext()).strip(UNSEEN_CHARS)


def _says_nothing(text: str | None) -> bool:
    return not text or text.isspace()


def _children(node: etree._Element) -> Iterator[etree._Element]:
    return node.iterchildren(etree.Element)


def read_verse(walk: Boxes, node: etree._Element, index: int) -> None:
    """Read a box of lines as one block, with a break behind each; a line without words ends it.

    Args:
        walk: Reads the page.
        node: The box, which is open.
        index: Its place in the table.
    """
    for line in _lines(node, _DEEPEST):
        if line is None or _is_blank(line):
            walk.flush(index)
            continue
        if walk.pieces:
            walk.pieces.append(BREAK)
        _read_line(walk, line)
    walk.flush(index)


def _read_line(walk: Boxes, line: etree._Element) -> None:
    """Read the words of a line, of which `_is_simple` is true, as the walk reads inline elements."""
    walk.n_closed = 0
    if line.text:
        walk.add(line.text)
    closing = list[Mark | None]()
    for event, node in etree.iterwalk(line, events=("start", "end")):
        tag = str(node.tag)
        if node is line or tag == "br":
            continue
        if event == "start":
            if walk.n_closed and walk.n_closed == len(walk.pieces):
                walk.separate(node, tag)
            kind = look_up(tag).kind
            closing.append(None if kind is None else walk.mark(node, kind))
            if node.text:
                walk.add(node.text)
            continue
        if (mark := closing.pop()) is not None:
            walk.marks.pop()
            if walk.pieces:
                walk.pieces.append(mark)
        walk.n_closed = len(walk.pieces)
        if node.tail:
            walk.add(node.tail)
