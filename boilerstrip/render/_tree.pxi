# The elements of a page as numbers: what a record says of each, and the XPaths of those that hold blocks.

from functools import lru_cache

from boilerstrip.xpaths import name_test
from boilerstrip.record import LISTED_TAGS, PARENT_COUNTS, reading_of
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

cdef enum:
    # What a tag means to the list of elements, and above that how blocks are read.
    IS_LISTED = 1
    LISTS_PARENT = 2
    LISTS_CHILD = 4
    READING = 8
    # Why else an element is listed.
    HAS_ATTRIBUTES = 2
    IS_AROUND_NOTE = 4
    N_LAST = 64
    LONGEST_KNOWN = 32  # characters of a tag that is remembered from page to page

cdef object _known_name_test = lru_cache(maxsize=1024)(name_test)
cdef dict _MEANINGS = {
    tag: IS_LISTED * (tag in LISTED_TAGS)
    | LISTS_PARENT * (tag in PARENT_COUNTS)
    | LISTS_CHILD * (tag in PREFORMATTED_TAGS)
    | READING * reading_of(tag)
    for tag in {*LISTED_TAGS, *PARENT_COUNTS, *PREFORMATTED_TAGS, *HEADING_TAGS}
}


cdef struct Tree:
    # The elements of a page. What is told of each may be asked of -1 as well, which is around all.
    Py_ssize_t n
    int n_tags
    int* parent
    int* tag  # number of its tag
    int* reading
    unsigned char* listed  # whether a renderer looks at it, and why; of -1 it says nothing
    int* place  # in the record: its own, or that of the innermost listed element around it; -1 for none


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


cdef int _read(Tree* tree, list names, table) except -1:
    """How blocks in each element are read, as `record._readings`, and what a renderer looks at."""
    cdef Py_ssize_t i, n = tree.n
    cdef bytearray meanings = bytearray([_MEANINGS.get(tag, 0) for tag in names])
    cdef unsigned char* meaning = <unsigned char*><char*>meanings
    cdef unsigned char means
    for i in range(n):
        means = meaning[tree.tag[i]]
        tree.reading[i] = means // READING
        tree.listed[i] |= means & IS_LISTED
        if means & LISTS_PARENT:
            tree.listed[tree.parent[i]] |= IS_LISTED
        if means & LISTS_CHILD and i + 1 < n and tree.parent[i + 1] == i:
            tree.listed[i + 1] |= IS_LISTED
    for element, of_element in (<dict?>table.attributes).items():
        i = element
        if not 0 <= i < n:
            raise LookupError
        tree.listed[i] |= HAS_ATTRIBUTES
        if "as" in of_element:
            tree.reading[i] = reading_of(of_element["as"])
    for i in range(n):
        tree.reading[i] = max(tree.reading[i], tree.reading[tree.parent[i]])
    if table.noted:
        _read_notes(tree, table.noted, table.inline, table.element)
    return 0


cdef int _read_notes(Tree* tree, list noted, list inlines, list elements) except -1:
    """What a renderer looks at for the sake of footnotes, as `record.listed_elements`."""
    cdef Py_ssize_t i, n = len(inlines)
    cdef int element, around
    cdef bint says_note
    if len(elements) != n:
        raise LookupError
    for block in noted:
        i = block
        if not 0 <= i < n:
            raise LookupError
        element, says_note = elements[i], False
        for piece in <tuple?>inlines[i]:
            says_note |= type(piece) is not str and fields(piece, 3)[0] == "note"
        around = element if says_note else -1
        while around >= 0 and not tree.listed[around] & IS_AROUND_NOTE:
            tree.listed[around] |= IS_AROUND_NOTE
            around = tree.parent[around]
        if says_note or tree.reading[element] != _PREFORMATTED:
            tree.listed[element] |= IS_LISTED
            if i + 1 < n:
                tree.listed[<int>elements[i + 1]] |= IS_LISTED
    return 0


cdef void _place(Tree* tree) noexcept:
    """Tell the places of elements."""
    cdef Py_ssize_t i
    cdef int n_listed = 0
    tree.place[-1] = -1
    for i in range(tree.n):
        if tree.listed[i]:
            tree.place[i] = n_listed
            n_listed += 1
        else:
            tree.place[i] = tree.place[tree.parent[i]]


@cython.final
@cython.no_gc
cdef class Paths:
    """The XPaths of elements as JSON has them, as `BlockTable.xpaths`."""

    cdef Writer steps, made
    cdef bytearray memory, ends, widest
    cdef Py_ssize_t* end  # of each step, by tag
    cdef unsigned int* beyond  # of each step, as of a writer
    cdef Py_ssize_t* at  # where the path of an element is in `made`, and behind it where it ends

    def __cinit__(self, list names):
        cdef Py_ssize_t i
        self.steps, self.made = Writer(), Writer()
        self.ends = bytearray((len(names) + 1) * sizeof(Py_ssize_t))
        self.end = <Py_ssize_t*><char*>self.ends + 1
        self.widest = bytearray(len(names) * sizeof(unsigned int))
        self.beyond = <unsigned int*><char*>self.widest
        for i, tag in enumerate(names):
            self.steps.beyond = 0
            self.steps.put(b"/", 1)
            self.steps.inner(_known_name_test(tag) if len(tag) <= LONGEST_KNOWN else name_test(tag), False)
            self.end[i], self.beyond[i] = self.steps.n, self.steps.beyond

    cdef int make(self, Tree* tree, list blocks) except -1:
        """The paths of the elements of some blocks, and of those around them."""
        cdef Py_ssize_t i, around, n = tree.n, length, begin
        cdef int tag
        cdef bytearray numbers = bytearray(3 * (n + 1) * sizeof(int)), flags = bytearray(n + 2)
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
            self.made.beyond |= self.beyond[tag]
            self.made.reserve(length)  # first, for it may move what is copied
            self.at[2 * i] = self.made.n
            if length:
                self.made.put(self.made.data + begin, length)
            self.made.put(self.steps.data + self.end[tag - 1], self.end[tag] - self.end[tag - 1])
            if nth[i]:
                self.made.put(b"[", 1)
                self.made.number(nth[i])
                self.made.put(b"]", 1)
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
