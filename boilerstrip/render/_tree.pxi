# The elements of a page as numbers: what a record says of each, and the XPaths of those that hold blocks.

from functools import lru_cache

from boilerstrip.block import name_test
from boilerstrip.record import LISTED_TAGS, PARENT_COUNTS, PROSE, listed_elements, reading_of
from boilerstrip.vocabulary import PREFORMATTED_TAGS

cdef enum:  # what a tag means to the list of elements
    IS_LISTED = 1
    LISTS_PARENT = 2
    LISTS_CHILD = 4

cdef enum:
    N_LAST = 64
    LONGEST_KNOWN = 32  # characters of a tag that is remembered from page to page

cdef object _known_name_test = lru_cache(maxsize=1024)(name_test)
cdef object _known_reading = lru_cache(maxsize=1024)(reading_of)


cdef struct Tree:
    # The elements of a page. What is told of each may be asked of -1 as well, which is around all.
    Py_ssize_t n
    int n_tags
    int* parent
    int* tag  # number of its tag
    int* reading
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
            self.steps.literal(b"/")
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
