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

from functools import lru_cache

from boilerstrip.block import BlockTable, name_test
from boilerstrip.record import (
    HEADING, LISTED_TAGS, PARENT_COUNTS, PREFORMATTED, PROSE, content_of, headline_of, listed_elements, reading_of,
)
from boilerstrip.vocabulary import PREFORMATTED_TAGS

include "_json.pxi"

cdef enum:  # what a tag means to the list of elements
    IS_LISTED = 1
    LISTS_PARENT = 2
    LISTS_CHILD = 4

cdef extern from *:
    """
    #if defined(__GNUC__)
    #define prefetch(address) __builtin_prefetch(address)
    #else
    #define prefetch(address) ((void)(address))
    #endif
    """
    void prefetch(const void*) noexcept

cdef enum:
    AHEAD = 4  # rows: what a row is made of lies all over the memory, and is asked for before it is needed
    N_LAST = 64
    LONGEST_KNOWN = 32  # characters of a tag that is remembered from page to page

cdef object _known_name_test = lru_cache(maxsize=1024)(name_test)
cdef object _known_reading = lru_cache(maxsize=1024)(reading_of)


cdef int _HEADING = HEADING, _PREFORMATTED = PREFORMATTED


cdef struct Tree:
    # The elements of a page. What is told of each may be asked of -1 as well, which is around all.
    Py_ssize_t n
    int n_tags
    int* parent
    int* tag  # number of its tag
    int* reading
    int* place  # in the record: its own, or that of the innermost listed element around it; -1 for none


def line(dict start, table, decided, bint blocks):
    """`line.line_of`, where `start` is the record without blocks.

    Returns:
        The text, and whether it is suspect. None where the table is not as the walk makes tables: what is
        then the case, Python says.

    Raises:
        ValueError: A number in it is none that JSON has.
    """
    cdef Writer out = Writer()
    out.value(start)
    if blocks:
        out.n -= 1  # what closes it
        try:
            _blocks(out, table, decided)
        except (LookupError, OverflowError, TypeError):
            return None
        out.literal(b"}")
    return out.text(), out.suspect


cdef int _blocks(Writer out, table, decided) except -1:
    """The fields of blocks and elements."""
    cdef list tags = table.tag, names = []
    cdef Py_ssize_t n = len(tags)
    cdef bytearray memory = bytearray(4 * (n + 1) * sizeof(int))
    cdef int* numbers = <int*><char*>memory
    cdef Tree tree
    tree.n, tree.parent, tree.tag = n, numbers + 1, numbers + n + 2
    tree.reading, tree.place = numbers + 2 * n + 3, numbers + 3 * n + 4
    _number(&tree, tags, table.parent, names)
    for element in <list?>table.element:
        if not -1 <= <Py_ssize_t>element < n:
            raise LookupError
    _read(&tree, names, table.attributes)
    cdef list listed = _listed(&tree, table, names)
    out.literal(b', "headline": ')
    out.value(headline_of(decided))
    out.literal(b', "blocks": [')
    _rows(out, &tree, table, decided, names)
    out.literal(b'], "elements": [')
    _elements(out, &tree, table, listed)
    return out.literal(b"]")


cdef int _number(Tree* tree, list tags, list parents, list names) except -1:
    """Number the tags; `names` gets each of them once."""
    cdef Py_ssize_t i
    cdef dict numbers = {}
    cdef PyObject* found
    cdef PyObject* tag
    cdef PyObject* last[N_LAST]  # tags as they were met last, for most are one object each
    cdef int[N_LAST] number
    cdef size_t slot
    memset(last, 0, sizeof(last))
    if len(parents) != tree.n:
        raise LookupError
    for i in range(tree.n):
        tree.parent[i] = parents[i]
        if not -1 <= tree.parent[i] < i:
            raise LookupError
        tag = PyList_GET_ITEM(tags, i)
        slot = (<size_t>tag >> 5) % N_LAST
        if last[slot] == tag:
            tree.tag[i] = number[slot]
            continue
        found = PyDict_GetItem(numbers, <object>tag)
        if found == NULL:
            tree.tag[i] = numbers[<object>tag] = len(names)
            names.append(<str?><object>tag)
        else:
            tree.tag[i] = <object>found
        last[slot], number[slot] = tag, tree.tag[i]
    tree.n_tags = len(names)
    return 0


cdef int _read(Tree* tree, list names, dict attributes) except -1:
    """How blocks in each element are read, as `record._readings`."""
    cdef Py_ssize_t i
    cdef list own = [_known_reading(tag) if len(tag) <= LONGEST_KNOWN else reading_of(tag) for tag in names]
    for i in range(tree.n):
        tree.reading[i] = own[tree.tag[i]]
    for element, of_element in attributes.items():
        i = element
        if not 0 <= i < tree.n:
            raise LookupError
        if "as" in of_element:
            tree.reading[i] = reading_of(of_element["as"])
    for i in range(tree.n):
        tree.reading[i] = max(tree.reading[i], tree.reading[tree.parent[i]])
    return 0


cdef list _listed(Tree* tree, table, list names):
    """The elements that a renderer looks at, as `record.listed_elements`; sets the place of each element."""
    cdef Py_ssize_t i, n = tree.n
    cdef bytearray memory = bytearray(n + 2), meaning = bytearray(tree.n_tags)
    cdef unsigned char* wanted = <unsigned char*><char*>memory + 1
    cdef unsigned char means
    cdef list listed
    if table.noted:
        listed = listed_elements(table, [tree.reading[i] for i in range(n)] + [PROSE])
    else:
        for i, tag in enumerate(names):
            meaning[i] = (
                IS_LISTED * (tag in LISTED_TAGS)
                | LISTS_PARENT * (tag in PARENT_COUNTS)
                | LISTS_CHILD * (tag in PREFORMATTED_TAGS)
            )
        for i in range(n):
            means = meaning[tree.tag[i]]
            wanted[i] |= means & IS_LISTED
            if means & LISTS_PARENT:
                wanted[tree.parent[i]] = 1
            if means & LISTS_CHILD and i + 1 < n and tree.parent[i + 1] == i:
                wanted[i + 1] = 1
        for element in table.attributes:
            wanted[<Py_ssize_t>element] = 1
        listed = [i for i in range(n) if wanted[i]]
    for i in range(-1, n):
        tree.place[i] = -1
    for i, element in enumerate(listed):
        tree.place[<Py_ssize_t>element] = i
    for i in range(n):
        if tree.place[i] < 0:
            tree.place[i] = tree.place[tree.parent[i]]
    return listed


cdef int _rows(Writer out, Tree* tree, table, decided, list names) except -1:
    """All blocks."""
    cdef list texts = table.text, inlines = table.inline, elements = table.element
    cdef list scores = decided.score, kept = decided.kept, roles = decided.role, reasons = decided.reason
    cdef Py_ssize_t i, n = len(texts), title = decided.headline, begin = 0, end = 0
    cdef int element
    cdef Paths paths = None
    cdef list written = None
    cdef tuple reason
    for column in (inlines, elements, scores, kept, roles, reasons):
        if len(<list?>column) != n:
            raise LookupError
    if type(table) is BlockTable:
        paths = Paths(names)
        paths.make(tree, elements)
        out.suspect |= paths.steps.suspect
        out.beyond |= paths.steps.beyond
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
            _ask_for(PyList_GET_ITEM(reasons, i + AHEAD // 2))
            _ask_for(PyList_GET_ITEM(inlines, i + AHEAD // 2))
        element = elements[i]
        out.literal(b', {"text": ' if i else b'{"text": ')
        out.quoted(texts[i])
        out.literal(b', "kept": true, "role": "' if kept[i] else b', "kept": false, "role": "')
        out.plain(roles[i])
        out.literal(b'", "score": ')
        if type(scores[i]) is float:
            out.real(scores[i])
        elif type(scores[i]) is int:
            out.value(scores[i])
        else:
            raise TypeError
        if i and reasons[i] is reasons[i - 1]:
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
        _content(out, texts[i], inlines[i], _HEADING if i == title else tree.reading[element])
        out.literal(b"}")
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
        content = content_of(text, inline, reading)
        return 0 if content is None else _pieces(out, content, False)
    if reading != _HEADING or len(inline) < 2:
        for piece in inline:
            if type(piece) is not str:
                is_plain = False
                break
        if is_plain:
            return 0
    return _pieces(out, inline, True)


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


cdef int _elements(Writer out, Tree* tree, table, list listed) except -1:
    """The listed elements."""
    cdef list tags = table.tag, first = table.first_block, end = table.end_block
    cdef dict attributes = table.attributes
    cdef Py_ssize_t i
    cdef bint is_first = True
    if not len(first) == len(end) == tree.n:
        raise LookupError
    for element in listed:
        i = element
        out.literal(b"[" if is_first else b", [")
        is_first = False
        out.quoted(tags[i])
        out.literal(b", ")
        out.number(tree.place[tree.parent[i]])
        out.literal(b", ")
        out.number(first[i])
        out.literal(b", ")
        out.number(end[i])
        if of_element := attributes.get(element):
            out.literal(b", ")
            out.value(of_element)
        out.literal(b"]")
    return 0


@cython.final
@cython.no_gc
cdef class Paths:
    """The XPaths of elements as JSON has them, as `BlockTable.xpaths`."""

    cdef Writer steps, made
    cdef bytearray memory, ends
    cdef Py_ssize_t* end  # of each step, by tag
    cdef Py_ssize_t* at  # where the path of an element is in `made`, and behind it where it ends

    def __cinit__(self, list names):
        cdef Py_ssize_t i
        self.steps, self.made = Writer(), Writer()
        self.ends = bytearray((len(names) + 1) * sizeof(Py_ssize_t))
        self.end = <Py_ssize_t*><char*>self.ends + 1
        for i, tag in enumerate(names):
            self.steps.literal(b"/")
            self.steps.inner(_known_name_test(tag) if len(tag) <= LONGEST_KNOWN else name_test(tag), False)
            self.end[i] = self.steps.n

    cdef int make(self, Tree* tree, list blocks) except -1:
        """The paths of the elements of some blocks, and of those around them."""
        cdef Py_ssize_t i, around, n = tree.n, length, begin
        cdef int tag
        cdef bytearray numbers = bytearray(4 * (n + 2) * sizeof(int)), flags = bytearray(n + 2)
        cdef int* nth = <int*><char*>numbers + 1  # among elements of its tag and parent, from 1; 0 for the only one
        cdef unsigned char* wanted = <unsigned char*><char*>flags + 1
        self.memory = bytearray(2 * (n + 1) * sizeof(Py_ssize_t))
        self.at = <Py_ssize_t*><char*>self.memory + 2
        _count(tree, nth, nth + n + 1)
        flags[0] = 1  # what is around all
        for element in blocks:
            around = element
            while not wanted[around]:
                wanted[around] = 1
                around = tree.parent[around]
        for i in range(n):  # outer ones first
            if not wanted[i]:
                continue
            begin, length = self.at[2 * tree.parent[i]], self.at[2 * tree.parent[i] + 1]
            length -= begin
            tag = tree.tag[i]
            self.made.reserve(length)  # first, for it may move what is copied
            self.at[2 * i] = self.made.n
            if length:
                self.made.put(self.made.data + begin, length)
            self.made.put(self.steps.data + self.end[tag - 1], self.end[tag] - self.end[tag - 1])
            if nth[i]:
                self.made.literal(b"[")
                self.made.number(nth[i])
                self.made.literal(b"]")
            self.at[2 * i + 1] = self.made.n
        return 0

    cdef inline int write(self, Writer out, int element) except -1:
        cdef Py_ssize_t begin = self.at[2 * element]
        return out.put(self.made.data + begin, self.at[2 * element + 1] - begin)


cdef int _count(Tree* tree, int* nth, int* memory) except -1:
    """Count elements of one tag and parent, tag by tag, so that one number for each parent will do."""
    cdef Py_ssize_t i, tag, n = tree.n
    cdef int* following = memory  # the next element of the tag, -1 for none
    cdef int* count = memory + n + 1  # by parent
    cdef bytearray heads = bytearray(tree.n_tags * sizeof(int))
    cdef int* head = <int*><char*>heads
    for tag in range(tree.n_tags):
        head[tag] = -1
    for i in range(n - 1, -1, -1):
        following[i], head[tree.tag[i]] = head[tree.tag[i]], <int>i
    for tag in range(tree.n_tags):
        i = head[tag]
        while i >= 0:
            count[tree.parent[i]] += 1
            nth[i] = count[tree.parent[i]]
            i = following[i]
        i = head[tag]
        while i >= 0:
            if nth[i] == 1 and count[tree.parent[i]] == 1:
                nth[i] = 0
            i = following[i]
        i = head[tag]
        while i >= 0:
            count[tree.parent[i]] = 0
            i = following[i]
    return 0
