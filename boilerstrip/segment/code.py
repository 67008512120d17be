"""Code that is more than text in a `<pre>`: lines in elements of their own, numbers in the margin."""

from __future__ import annotations

from itertools import islice
from typing import Final

from lxml import etree

from boilerstrip.compiled import compiled
from boilerstrip.elements import look_up
from boilerstrip.segment.signs import spelled
from boilerstrip.shapes.code import (
    BAR_TAGS,
    EXPLAINED,
    LINE_RE,
    MARGINAL_RE,
    POP_UP_RE,
    code_part,
    is_copy_button,
    is_typed,
)

__all__ = ["NO_CODE", "has_margin", "is_name", "is_numbering", "read_code"]

COMPILED: Final = compiled("segment._targets")
"""Sees that there is nothing but text in an element, where it is built."""
NO_CODE: Final = ("p", "ul", "ol", "img", "h2", "h3")
"""Tags that show that a `<pre>` was left open, or is used for layout."""
_LOOKED_AT: Final = 40
"""Elements in a `<pre>` that tell what all of them are: lines and numbers begin with the first."""
_COPYING: Final = ("button", "clipboard-copy", "copy-code", "copy-button")
"""Tags of buttons that may copy the code that they stand in."""
_MOST_DIGITS: Final = 9
"""Of the number of a line."""
_MOST_IN_BAR: Final = 200
"""Characters of what stands above the code in a `<pre>` and tells of it: a name, a language, buttons."""
_CELLS: Final = ("td", "th")
_ROWS: Final = frozenset({"table", "tbody", "thead", "tr"})
_LINES: Final = frozenset({"div", "tr", "pre", "li", "p"})
"""Tags of which each begins a line."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
"""What SyntaxHighlighter and Monaco write for blanks."""


def has_margin(node: etree._Element) -> bool:
    """Whether a `<pre>` holds lines as elements that its text alone does not keep apart, or numbers and
    buttons in its margin; False for one that is used for other things than code."""
    if not len(node) or (COMPILED and not COMPILED.may_have_margin(node)):
        return False
    first = [*islice(node.iterdescendants(etree.Element), _LOOKED_AT)]
    last = node[-1][-1] if len(node[-1]) else node[-1]  # where Prism has its numbers
    # Most have none of these, which is seen at once where each name is looked at once.
    named = " ".join({name for inner in (*first, last) if (name := inner.get("class"))})
    has_lines = any(inner.get("data-line") is not None for inner in first)
    has_lines = has_lines or (LINE_RE.search(named) is not None and any(map(_is_line, first)))
    in_margin = MARGINAL_RE.search(named) is not None and any(map(_is_marginal, (*first, last)))
    in_margin = in_margin or any(map(_copies, node.iterdescendants(*_COPYING)))
    if _code_below_bar(node) is not None or _is_numbered_list(node):
        return True
    is_explained = EXPLAINED in node.get("class", "") or POP_UP_RE.search(named) is not None
    in_margin = in_margin or (is_explained and any(map(_is_pop_up, node.iterdescendants(etree.Element))))
    if not (has_lines or in_margin) or any(
        not _is_explaining(n, node) for n in node.iterdescendants(*NO_CODE)
    ):
        return False
    if in_margin or any(inner.tag == "div" and _is_line(inner) for inner in first):
        return True
    if not has_lines or node.find(".//br") is not None:
        return False
    return _are_some_blocks(node) or not any("\n" in text for text in node.itertext())


def _are_some_blocks(node: etree._Element) -> bool:
    """Whether lines in inline elements touch, without a newline in or between them: they are shown as blocks.

    Gatsby makes such elements of the lines that it highlights, and leaves the others as they are.
    """
    return any(
        not line.tail
        and (after := line.getnext()) is not None
        and _is_line(line)
        and _is_line(after)
        and not any("\n" in text for text in line.itertext())
        for line in node.iterdescendants("span")
    )


def is_numbering(node: etree._Element) -> bool:
    """Whether a `<pre>` holds the numbers of the lines of code that stands in the cell beside.

    It is told by the class of its cell or box, and where there is none, by what it says.
    """
    box = cell = node.getparent()
    if cell is not None and cell.tag == "div":
        cell = cell.getparent()
    if box is None or cell is None:
        return False
    if _is_called_marginal(box) or (cell.tag in _CELLS and _is_called_marginal(cell)):
        return not _has_letters(node)
    return cell.tag in _CELLS and len(box) == len(cell) == 1 and _counts_lines(node, cell)


def _counts_lines(node: etree._Element, cell: etree._Element) -> bool:
    """Whether a cell says one number after the other, and the only one beside it has as many lines."""
    row, beside = cell.getparent(), cell.getnext()
    if row is None or len(row) != 2 or beside is None or beside.tag not in _CELLS:
        return False
    if row.getprevious() is not None or row.getnext() is not None:
        return False
    numbers = " ".join(node.itertext()).split()
    if len(numbers) < 2 or not all(n.isdecimal() and len(n) <= _MOST_DIGITS for n in numbers):
        return False
    first, listing = int(numbers[0]), beside.find(".//pre")
    if listing is None or [*map(int, numbers)] != [*range(first, first + len(numbers))]:
        return False
    return len(read_code(listing).strip("\n").split("\n")) == len(numbers)


def read_code(node: etree._Element) -> str:
    """The code in an element: each line on its own, blank ones too, and nothing of the margin.

    A line ends where its element ends, once, whether or not it holds the newline, a `<br>` or neither.
    """
    if look_up(str(node.tag)).keeps_space:
        only = _code_below_bar(node)
        return _Reader(is_written=True, has_blocks=_are_some_blocks(node)).read(
            node if only is None else only
        )
    code = _Reader(is_written=is_typed(node.get("style", "")), has_blocks=False).read(node)
    return "\n".join([line.rstrip() for line in code.replace(_NO_BREAK, " ").split("\n")])


def _code_below_bar(node: etree._Element) -> etree._Element | None:
    """The only `<code>` in a `<pre>`, where all else that is said in there is of bars: a name and buttons."""
    codes = [*islice(node.iterdescendants("code"), 2)]
    if len(codes) != 1 or next(node.iterdescendants("button", *BAR_TAGS), None) is None:
        return None
    if next(codes[0].iterdescendants(*NO_CODE), None) is not None:
        return None
    inner, has_bar = codes[0], False
    while inner is not node:
        around = inner.getparent()
        if around is None or (around.text and not around.text.isspace()):
            return None
        is_above = True
        for beside in around:
            if beside.tail and not beside.tail.isspace():
                return None
            if beside is inner:
                is_above = False
            elif isinstance(beside.tag, str) and (said := "".join(beside.itertext()).strip()):
                if len(said) > _MOST_IN_BAR or not _is_bar(beside, is_above=is_above):
                    return None
                has_bar = True
        inner = around
    return codes[0] if has_bar else None


def _is_numbered_list(node: etree._Element) -> bool:
    """Whether all in a `<pre>` is a list with an item for each line, as Prettify writes it."""
    if len(node) != 1 or node[0].tag != "ol" or "linenums" not in node[0].get("class", ""):
        return False
    return (
        all(item.tag == "li" for item in node[0])
        and next(node.iterdescendants("p", "ul", "img"), None) is None
    )


def _is_bar(node: etree._Element, *, is_above: bool) -> bool:
    if node.tag == "button" or (is_above and node.tag in BAR_TAGS):
        return True
    return next(node.iterdescendants("button"), None) is not None


def is_name(node: etree._Element) -> bool:
    """Whether an element of a table of code is what the code is called."""
    return node.tag == "caption" or (node.tag == "th" and "filename" in node.get("class", ""))


def _is_pop_up(node: etree._Element) -> bool:
    return POP_UP_RE.search(node.get("class", "")) is not None


def _is_explaining(node: etree._Element, code: etree._Element) -> bool:
    """Whether an element is in a pop-up of the code that it stands in."""
    above: etree._Element | None = node
    while above is not None and above is not code:
        if _is_pop_up(above):
            return True
        above = above.getparent()
    return False


def _is_marginal(node: etree._Element) -> bool:
    """Whether an element stands in the margin: numbers only, whatever it is called."""
    if not _is_called_marginal(node):
        return False
    return "toolbar" in node.get("class", "").lower() or (node.tag != "code" and not _has_letters(node))


def _is_called_marginal(node: etree._Element) -> bool:
    return MARGINAL_RE.search(node.get("class", "")) is not None


def _has_letters(node: etree._Element) -> bool:
    return any(char.isalpha() for text in node.itertext() for char in text)


def _copies(node: etree._Element) -> bool:
    attributes = dict(node.items())
    if code_part(str(node.tag), attributes.get("class", "").lower().split(), attributes) == "#gone":
        return True
    return any(map(is_copy_button, node.itertext()))


def _is_line(node: etree._Element) -> bool:
    named = node.get("class")
    return (named is not None and LINE_RE.search(named) is not None) or node.get("data-line") is not None


class _Reader:
    """Writes the text of an element; the newline that a line owes is written when more follows."""

    def __init__(self, *, is_written: bool, has_blocks: bool) -> None:
        self.is_written = is_written  # whether white space between lines is part of the text
        self.has_blocks = has_blocks  # whether a newline behind a line is one more
        self.out: list[str] = []
        self.owes = False
        self.at_start = True  # of a line
        self.lines: list[tuple[etree._Element, int, bool]] = []  # open: element, where in `out`, is written

    def read(self, root: etree._Element) -> str:
        self._text(root.text, root)
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if node is root:
                continue
            if event == "start":
                if self._open(node):
                    self._text(node.text and spelled(node, node.text), node)
                else:
                    walk.skip_subtree()
                continue
            if self.lines and self.lines[-1][0] is node:
                self._close_line()
            tail = node.tail
            if tail and tail[0] == _NO_BREAK and _is_marginal(node):
                tail = tail[1:]  # what Doxygen puts between a number and its line
            self._text(tail, node.getparent())
        return "".join(self.out)

    def _open(self, node: etree._Element) -> bool:
        """Begin an element; False if nothing in it is read."""
        tag = look_up(str(node.tag))
        if tag.name == "br":
            if self.owes and (line := node.getprevious()) is not None and line.tag == "div":
                self._end_line()  # a line of its own, behind that of an element which ends one already
            self._end_line()
        if tag.is_special or _is_marginal(node) or _is_pop_up(node) or is_name(node):
            return False
        if tag.name in _COPYING and _copies(node):
            self.owes = not self.at_start  # a button has a line of its own
            return False
        is_line = _is_line(node)
        if is_line or tag.name in _LINES:
            if self.out and (self.owes or not self.at_start):
                self._end_line()
            self.owes = False
            is_written = is_line or tag.keeps_space or bool(self.lines and self.lines[-1][2])
            self.lines.append((node, len(self.out), is_written))
        return True

    def _close_line(self) -> None:
        _, start, _ = self.lines.pop()
        self.owes = len(self.out) == start or not self.at_start

    def _end_line(self) -> None:
        self.out.append("\n")
        self.at_start, self.owes = True, False

    def _text(self, text: str | None, parent: etree._Element | None) -> None:
        if not text:
            return
        if not self.is_written and text.isspace() and not (self.lines and self.lines[-1][2]):
            return
        if parent is not None and parent.tag in _ROWS and text.isspace():
            return
        if self.owes and (self.has_blocks or not text.lstrip(" \t").startswith("\n")):
            self._end_line()
        self.owes = False
        self.out.append(text)
        self.at_start = text.endswith("\n")
