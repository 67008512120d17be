# cython: language_level=3, boundscheck=False, wraparound=False
"""Columns of a page as numbers, looked through once: whoever reads them need not look at their bounds."""

from libc.stdlib cimport calloc, free
from libc.string cimport memset

from boilerstrip._met cimport Met, number_of

from boilerstrip.decide import kept as of_kept
from boilerstrip.decide.says import NO_PURPOSE, PARTS, SPEAKING_TAGS
from boilerstrip.decide.shapes import LISTS, MIN_LINKS
from boilerstrip.vocabulary import HEADING_TAGS

cdef double _MIN_LINKS = MIN_LINKS


cdef dict kinds():
    """What each tag is that is anything."""
    cdef dict kinds = {}
    cdef list structures = list(of_kept.LEVELS)
    for kind, tags in (
        (IS_HEADING, HEADING_TAGS),
        (IS_LIST, LISTS),
        (IS_LINK, ("a",)),
        (IS_PART, PARTS),
        (IS_SPEAKING, SPEAKING_TAGS),
        (IS_PURPOSELESS, NO_PURPOSE),
        (IS_TIME, ("time",)),
        (IS_ADDRESS, ("address",)),
        (IS_FIGURE, ("figure",)),
    ):
        for tag in tags:
            kinds[tag] = kinds.get(tag, 0) | kind
    for tag, structure in of_kept.ROLE_OF_TAG.items():
        kinds[tag] = kinds.get(tag, 0) | (structures.index(structure) + 1) << STRUCTURE
    return kinds


cdef dict _KINDS = kinds()


cdef class Page:
    """A page's blocks and elements.

    Args:
        table: The page.
        kept: Which blocks are kept.

    Raises:
        ValueError: The columns are not such as a walk makes them.
    """

    def __init__(self, table, list kept):
        cdef list element = table.element, n_chars = table.n_chars, n_link_chars = table.n_link_chars
        cdef Py_ssize_t i, n_blocks = len(kept), n_elements
        self.tag, self.label, self.text = table.tag, table.label, table.text
        n_elements = len(self.tag)
        if not len(self.text) == len(element) == len(n_chars) == len(n_link_chars) == n_blocks:
            raise ValueError("columns of blocks differ in length")
        self.n_blocks, self.n_elements = n_blocks, n_elements
        if self.held is not NULL:
            raise ValueError("a page is read once")
        self.held = calloc(4 * n_elements + 7 * n_blocks + 5, sizeof(Py_ssize_t) + 1)
        if self.held is NULL:
            raise MemoryError
        self.parent = <Py_ssize_t*>self.held
        self.first = self.parent + n_elements
        self.end = self.first + n_elements
        self.kind = self.end + n_elements
        self.element = self.kind + n_elements
        self.n_chars = self.element + n_blocks
        self.n_kept = self.n_chars + n_blocks
        self.n_links = self.n_kept + n_blocks + 1
        self.n_texts = self.n_links + n_blocks + 1
        self.kept_sums = self.n_texts + n_blocks + 1
        self.sums = self.kept_sums + n_blocks + 1
        self.kept = <unsigned char*>(self.sums + n_blocks + 1)
        self.is_link = self.kept + n_blocks
        self.read_elements(table)
        for i in range(n_blocks):
            self.element[i] = element[i]
            if not -1 <= self.element[i] < n_elements:
                raise ValueError("a block is in no element")
            self.add(i, n_chars[i], n_link_chars[i], kept[i])

    def __dealloc__(self):
        free(self.held)

    cdef int read_elements(self, table) except -1:
        cdef list parents = table.parent, first = table.first_block, end = table.end_block
        cdef Py_ssize_t i, parent, kind
        cdef Met met
        memset(&met, 0, sizeof(met))
        if not len(parents) == len(first) == len(end) == len(self.label) == self.n_elements:
            raise ValueError("columns of elements differ in length")
        for i in range(self.n_elements):
            parent = self.parent[i] = parents[i]
            self.first[i], self.end[i] = first[i], end[i]
            if not (-1 <= parent < i and 0 <= self.first[i] <= self.end[i] <= self.n_blocks):
                raise ValueError("an element is not where the walk puts it")
            kind = number_of(self.tag[i], _KINDS, &met)
            if parent >= 0 and self.kind[parent] & (IS_PART | IS_IN_PART):
                kind |= IS_IN_PART
            self.kind[i] = kind
        for element in table.purposes:
            if 0 <= <Py_ssize_t>element < self.n_elements:
                self.kind[<Py_ssize_t>element] |= IS_PURPOSEFUL
        return 0

    cdef void add(self, Py_ssize_t i, Py_ssize_t n, Py_ssize_t n_linked, bint keep) noexcept:
        """What stands before the next block."""
        self.n_chars[i], self.kept[i] = n, keep
        self.is_link[i] = n_linked >= _MIN_LINKS * n and _MIN_LINKS * n > 0
        self.n_kept[i + 1] = self.n_kept[i] + keep
        self.n_links[i + 1] = self.n_links[i] + self.is_link[i]
        self.n_texts[i + 1] = self.n_texts[i] + (n > 0)
        self.kept_sums[i + 1] = self.kept_sums[i] + (n if keep else 0)
        self.sums[i + 1] = self.sums[i] + n
