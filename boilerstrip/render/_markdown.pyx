# cython: language_level=3
"""Compiled twin of `markdown._blocks`: paragraphs, headings and lists are written here, all else by Python.

It gives what that gives, byte by byte (`tests/test_compiled_markdown.py`); where the two are not the same, this one
is wrong. What calls itself here goes no deeper than the outline nests, which `places.MAX_NEST` bounds.
"""

from boilerstrip.render._spans cimport written_of

from boilerstrip.block import Mark
from boilerstrip.render.escape import LINE_STARTERS, escape_line, is_definition
from boilerstrip.render.formulas import without_bars
from boilerstrip.render.marks import HARD_BREAK
from boilerstrip.render.outline import (
    Code, Figure, Heading, List, Paragraph, Quote, Rule, Table, Verbatim,
)
from boilerstrip.render.spans import looked_over
from boilerstrip.render.tasks import BOXES

cdef str _HARD_BREAK = HARD_BREAK
cdef frozenset _LINE_STARTERS = LINE_STARTERS


def blocks(nodes, others):
    """What `markdown._blocks` gives; `others` gives the blocks of a node that is no list, whatever it is."""
    return _blocks(nodes, others)


cdef list _blocks(nodes, others):
    cdef list found = []
    cdef object last = None
    cdef bint second_sign = False
    cdef str written
    for node in _without_figures(nodes):
        kind = type(node)
        if kind is List:
            second_sign = last is not None and last.ordered == node.ordered and not second_sign
            found.append(_list(node, second_sign, others))
            last = node
            continue
        last = None
        written = _paragraph(node) if kind is Paragraph else _heading(node) if kind is Heading else ""
        if written:
            found.append(written)
        else:
            found.extend(others(node))
    return found


cdef list _without_figures(nodes):
    """`markdown._without_figures`."""
    cdef list shown = []
    for node in nodes:
        if type(node) is Figure and not node.title:
            shown += _without_figures(node.children)
            shown += _without_figures(node.caption)
        elif type(node) is Figure and len(node.children) > 1:
            shown.append(node._replace(children=node.children[:1]))
            shown += node.children[1:]
        else:
            shown.append(node)
    return shown


cdef str _written(inline, str hard_break):
    """`spans.markdown_inline`."""
    written = written_of(inline, hard_break)
    return written if type(written) is str else looked_over(written, inline, hard_break)


cdef bint _is_formula(piece) except -1:
    if type(piece) is str or isinstance(piece, str):
        return False
    return <str?>(piece[0] if type(piece) is not Mark else (<tuple>piece)[0]) == "math"


cdef str _paragraph(node):
    """`markdown._paragraph`; "" of one that Python is to write."""
    inline = (<tuple>node)[0]
    if _is_formula(inline[0]):
        return ""
    cdef str written = _written(inline, _HARD_BREAK)
    cdef list lines
    if "\n" in written:
        lines = written.split("\n")
        for at in range(len(lines)):
            lines[at] = _escaped(lines[at], at > 0)
        written = "\n".join(lines)
    else:
        written = _escaped(written, False)
    return "" if written and written[0] == "[" and "]:" in written and is_definition(written) else written


cdef str _escaped(str line, bint goes_on):
    """`escape.escape_line`, which is asked where the line may be markup."""
    return escape_line(line, goes_on=goes_on) if line and _may_start(line) else line


cdef bint _may_start(str line) except -1:
    """Whether a line may be the start of another kind of block, by its first characters."""
    cdef Py_UCS4 first = line[0], char
    cdef Py_ssize_t at = 1, n = len(line)
    if first == "[":  # links begin so
        return n > 1 and line[1] in "^ xX"
    if first in "*_":  # emphasis does
        for char in line:
            if char != first and char != " ":
                return first == "*" and line[1] == " "
        return True
    if first == "`":
        return line.startswith("```")
    if "0" <= first <= "9":
        while at < n and "0" <= line[at] <= "9":
            at += 1
        return at < n and line[at] in ".)"
    return first in _LINE_STARTERS


cdef str _heading(node):
    """`markdown._heading`; "" of one that Python is to write."""
    cdef str written = _written((<tuple>node)[1], " ")
    if not written or written[-1] == "#":
        return ""
    return "#" * <Py_ssize_t>(<tuple>node)[0] + " " + written


cdef str _list(node, bint second_sign, others):
    cdef bint is_ordered = node.ordered
    cdef str sign = (")" if second_sign else ".") if is_ordered else "*" if second_sign else "-"
    cdef str between = "\n" if _is_tight(node) else "\n\n"
    cdef str marker = sign + " ", written
    cdef list items = []
    cdef Py_ssize_t at = 0, start = node.start
    tasks = node.tasks
    for item in node.items:
        if is_ordered:
            marker = str(start + at) + sign + " "
        written = _paragraph(item[0]) if _is_paragraph(item) else ""
        if not written:
            written = between.join(_blocks(item, others))
        if tasks:
            written = BOXES[tasks[at]] + written
        items.append(marker + (_indented(written, len(marker)) if "\n" in written else written))
        at += 1
    return between.join(items)


cdef inline bint _is_paragraph(item) except -1:
    """Whether an item is a paragraph and nothing else, as most are."""
    return len(item) == 1 and type(item[0]) is Paragraph


cdef str _indented(str text, Py_ssize_t width):
    """`markdown._indented`."""
    cdef str indent = " " * width, line
    cdef list lines = []
    for line in text.split("\n"):
        if line:
            lines.append(indent + (line.replace("\t", "    ") if line[0] == "\t" else line))
        else:
            lines.append(line)
    return "\n".join(lines)[width:]


cdef bint _is_tight(node) except -1:
    """`markdown._is_tight`."""
    cdef list shown
    for item in node.items:
        if _is_paragraph(item):
            continue
        shown = _without_figures(item)
        if not shown:
            raise ValueError("an item without content")
        first = shown[0]
        if len(shown) == 1:
            if type(first) is List:
                if not _is_tight(first):
                    return False
            elif type(first) is Table and first.caption:
                return False
            continue
        if type(first) is not Paragraph:
            return False
        for child in shown[1:]:
            if type(child) is not List or child.start != 1 or not _is_tight(child):
                return False
    return True


def row(cells):
    """What `markdown._row` gives."""
    cdef list parts = ["|"]
    cdef str written
    for _, inline in cells:
        if not inline:
            parts.append("  |")
            continue
        if len(inline) > 1 and any([_is_formula(piece) for piece in inline]):
            inline = without_bars(inline)
        written = _written(inline, " ")
        parts += (" ", written.replace("|", "\\|") if "|" in written else written, " |")
    return "".join(parts)


def may_hold_formula(nodes):
    """Whether there may be a formula anywhere in the nodes; in doubt true."""
    return _may_hold(nodes)


cdef bint _may_hold(nodes) except -1:
    for node in nodes:
        kind = type(node)
        if kind is Paragraph:
            if _holds((<tuple>node)[0]):
                return True
        elif kind is Heading:
            if _holds((<tuple>node)[1]):
                return True
        elif kind is List:
            for item in node.items:
                if _may_hold(item):
                    return True
        elif kind is Table:
            if _holds(node.caption):
                return True
            for cells in node.rows:
                for _, inline in cells:
                    if _holds(inline):
                        return True
        elif kind is Figure:
            if _may_hold(node.children) or _may_hold(node.caption):
                return True
        elif kind is Quote:
            if _may_hold(node.children):
                return True
        elif kind is not Code and kind is not Rule and kind is not Verbatim:
            return True
    return False


cdef bint _holds(inline) except -1:
    if len(inline) < 3:
        return False
    for piece in inline:
        if type(piece) is not str and _is_formula(piece):
            return True
    return False
