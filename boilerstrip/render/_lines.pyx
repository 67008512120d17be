# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""What `line.line_of` does, compiled: a page's record written straight into one buffer of UTF-8.

Nothing is made in between: no string for a block's row, path or content, and no list for an element. What is
rare, as code and footnotes, is left to the Python of `record`.
"""

cimport cython
from cpython.dict cimport PyDict_GetItem
from cpython.object cimport PyObject

cdef extern from "Python.h":
    PyObject* PyList_GET_ITEM(list, Py_ssize_t)
    PyObject* PyTuple_GET_ITEM(PyObject*, Py_ssize_t)
    bint PyTuple_Check(PyObject*)
    Py_ssize_t PyTuple_GET_SIZE(PyObject*)

from boilerstrip._ahead cimport prefetch

from boilerstrip.block import BlockTable
from boilerstrip.record import HEADING, PREFORMATTED, content_of, headline_of, reads_as

include "_json.pxi"
include "_tree.pxi"

cdef enum:
    AHEAD = 4  # rows: what a row is made of lies all over the memory, and is asked for before it is needed


cdef int _HEADING = HEADING, _PREFORMATTED = PREFORMATTED


def line(dict start, table, decided, bint blocks, steady=None):
    """`line.line_of`, where `start` is the record without blocks; or what `record.json_line` makes of it.

    Args:
        start: The record without blocks.
        table: The page's blocks.
        decided: What was decided about them.
        blocks: With every block.
        steady: Three functions, where strings are to be clean: what writes one clean, as JSON, what gives the
            text and content of a block that stay what they are when they are clean, and the same of attributes.

    Returns:
        The text, and whether something in it is suspect, or was. None where the table is not as the walk makes
        tables, or something cannot be made clean: what is then the case, Python says.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    cdef Writer out = Writer()
    if steady is not None:
        out.quote = steady[0]
    try:
        out.value(start)
        if blocks:
            out.n -= 1  # what closes it
            _blocks(out, table, decided, steady)
            out.literal(b"}")
    except (LookupError, OverflowError, TypeError):
        return None
    return out.text(), out.suspect


cdef int _blocks(Writer out, table, decided, steady) except -1:
    """The fields of blocks and elements."""
    cdef list tags = table.tag, names = []
    cdef Py_ssize_t n = len(tags)
    cdef bytearray memory = bytearray((n + 1) * (4 * sizeof(int) + 1))
    cdef int* numbers = <int*><char*>memory
    cdef Tree tree
    tree.n, tree.parent, tree.tag = n, numbers + 1, numbers + n + 2
    tree.reading, tree.place = numbers + 2 * n + 3, numbers + 3 * n + 4
    tree.listed = <unsigned char*>(numbers + 4 * n + 4) + 1
    _number(&tree, tags, table.parent, names)
    for element in <list?>table.element:
        if not -1 <= <Py_ssize_t>element < n:
            raise LookupError
    _read(&tree, names, table)
    _place(&tree)
    out.literal(b', "headline": ')
    out.value(headline_of(decided))
    out.literal(b', "blocks": [')
    _rows(out, &tree, table, decided, names, steady)
    out.literal(b'], "elements": [')
    _elements(out, &tree, table, steady)
    return out.literal(b"]")


cdef int _rows(Writer out, Tree* tree, table, decided, list names, steady) except -1:
    """All blocks."""
    cdef list texts = table.text, inlines = table.inline, elements = table.element
    cdef list scores = decided.score, kept = decided.kept, roles = decided.role, reasons = decided.reason
    cdef Py_ssize_t i, n = len(texts), title = decided.headline, begin = 0, end = 0
    cdef Py_ssize_t row
    cdef unsigned int beyond
    cdef int element, reading
    cdef bint was_suspect = out.suspect, is_mended
    cdef Paths paths = None
    cdef list written = None
    cdef tuple reason
    for column in (inlines, elements, scores, kept, roles, reasons):
        if len(<list?>column) != n:
            raise LookupError
    if type(table) is BlockTable:
        paths = Paths(names)
        paths.make(tree, elements)
        was_suspect |= paths.steps.suspect
        if paths.steps.suspect and steady is not None:
            raise TypeError
        out.beyond |= paths.made.beyond
    else:
        written = table.xpaths()
        if len(written) != n:
            raise LookupError
    for i in range(n):
        if i + AHEAD < n:
            prefetch(<void*>texts[i + AHEAD])
            prefetch(<void*>reasons[i + AHEAD])
            prefetch(<void*>inlines[i + AHEAD])
            prefetch(<void*>scores[i + AHEAD])
            if type(scores[i + AHEAD // 2]) is float:
                prefetch(known_for(scores[i + AHEAD // 2]))
            _ask_for(PyList_GET_ITEM(reasons, i + AHEAD // 2))
            _ask_for(PyList_GET_ITEM(inlines, i + AHEAD // 2))
        element, text, row, beyond, is_mended, out.suspect = elements[i], texts[i], out.n, out.beyond, False, False
        reading = _HEADING if i == title else tree.reading[element]
        while True:
            if i:
                out.literal(b", ")
            out.literal(b'{"text": ')
            out.quoted(text)
            if kept[i]:
                out.literal(b', "kept": true, "role": "')
            else:
                out.literal(b', "kept": false, "role": "')
            out.plain(roles[i])
            out.literal(b'", "score": ')
            if type(scores[i]) is float:
                out.real(scores[i])
            elif type(scores[i]) is int:
                out.value(scores[i])
            else:
                raise TypeError
            if end and reasons[i] is reasons[i - 1]:
                out.again(begin, end)
            else:
                reason, begin = fields(reasons[i], 2), out.n
                out.literal(b', "reason": {"code": ')
                out.quoted(reason[0])
                out.literal(b', "evidence": ')
                out.quoted(reason[1])
                out.literal(b'}, "xpath": "')
                end = out.n
            if paths is None:
                out.inner(<str?>written[i], False)
            else:
                paths.write(out, element)
            out.literal(b'", "element": ')
            if tree.place[element] < 0:
                out.literal(b"null")
            else:
                out.number(tree.place[element])
            if not is_mended:
                _content(out, text, inlines[i], reading)
            elif content is not None:
                _pieces(out, content, False)
            out.literal(b"}")
            was_suspect |= out.suspect
            if steady is None or is_mended or not out.suspect:
                break
            content = content_of(text, inlines[i], reading)
            text, content = steady[1](text, content, reading == _PREFORMATTED)
            out.n, out.beyond, is_mended, end = row, beyond, True, 0
    out.suspect = was_suspect
    return 0


cdef inline void _ask_for(PyObject* value) noexcept:
    """Ask for what is first in a tuple, of two; where it is none, that is found out later."""
    if PyTuple_Check(value) and PyTuple_GET_SIZE(value) > 0:
        prefetch(PyTuple_GET_ITEM(value, 0))
        if PyTuple_GET_SIZE(value) > 1:
            prefetch(PyTuple_GET_ITEM(value, 1))


cdef int _content(Writer out, str text, tuple inline, int reading) except -1:
    """The field of a block's content, none where its text tells as much, as `record.content_of`."""
    cdef bint is_plain = True
    if reading == _PREFORMATTED:
        return _written(out, text, inline)
    if reading != _HEADING or len(inline) < 2:
        for piece in inline:
            if type(piece) is not str:
                is_plain = False
                break
        if is_plain:
            return 0
    return _pieces(out, inline, True)


cdef int _written(Writer out, str text, tuple inline) except -1:
    """The same of a block that is read as written: no markup is written there, but what a footnote says."""
    cdef list written = []
    for piece in inline:
        if type(piece) is str:
            written.append(piece)
            continue
        kind = fields(piece, 3)[0]
        if kind == "note":
            return _pieces(out, inline, False)
        if kind == "br":
            written.append("\n")
    whole = written[0] if len(written) == 1 else "".join(written)
    return 0 if whole == text or reads_as(whole, text) else _pieces(out, (whole,), False)


cdef int _pieces(Writer out, content, bint folds) except -1:
    """A block's content; `folds` as of `Writer.inner`."""
    cdef bint first = True
    cdef tuple mark
    out.literal(b', "inline": [')
    for piece in content:
        if not first:
            out.literal(b", ")
        first = False
        if type(piece) is str:
            out.quoted(piece, folds)
            continue
        mark = fields(piece, 3)
        out.literal(b'["')
        out.plain(mark[0])
        out.literal(b'", ')
        out.quoted(mark[1])
        out.literal(b", ")
        out.quoted(mark[2])
        out.literal(b"]")
    return out.literal(b"]")


cdef inline tuple fields(value, Py_ssize_t n):
    """A named tuple of so many fields, as a tuple."""
    if not isinstance(value, tuple) or len(<tuple>value) != n:
        raise TypeError
    return <tuple>value


cdef int _elements(Writer out, Tree* tree, table, steady) except -1:
    """The listed elements."""
    cdef list tags = table.tag, first = table.first_block, end = table.end_block
    cdef dict attributes = table.attributes
    cdef Py_ssize_t i
    cdef bint is_first = True
    if not len(first) == len(end) == tree.n:
        raise LookupError
    for i in range(tree.n):
        if not tree.listed[i]:
            continue
        if is_first:
            out.literal(b"[")
        else:
            out.literal(b", [")
        is_first = False
        out.quoted(tags[i])
        out.literal(b", ")
        out.number(tree.place[tree.parent[i]])
        out.literal(b", ")
        out.number(first[i])
        out.literal(b", ")
        out.number(end[i])
        if tree.listed[i] & HAS_ATTRIBUTES and (of_element := attributes[i]):
            out.literal(b", ")
            out.value(of_element if steady is None else steady[2](of_element))
        out.literal(b"]")
    return 0
