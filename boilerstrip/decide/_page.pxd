# cython: language_level=3
"""Columns of a page for the compiled parts of this room."""

cimport cython

cdef enum:
    # What a tag is.
    IS_HEADING = 1
    IS_LIST = 2
    IS_LINK = 4
    IS_PART = 8
    IS_SPEAKING = 16
    IS_PURPOSELESS = 32
    IS_TIME = 64
    IS_ADDRESS = 128
    IS_FIGURE = 256
    # What else an element is.
    IS_IN_PART = 512  # one around it is
    IS_PURPOSEFUL = 1024
    STRUCTURE = 12  # from this bit on: the place in `kept.LEVELS` of what a tag makes of kept blocks, from 1


@cython.final
cdef class Page:
    cdef Py_ssize_t n_blocks, n_elements
    cdef list tag, label, text
    # Of elements.
    cdef Py_ssize_t *parent
    cdef Py_ssize_t *first
    cdef Py_ssize_t *end
    cdef Py_ssize_t *kind
    # Of blocks.
    cdef Py_ssize_t *element
    cdef Py_ssize_t *n_chars
    cdef unsigned char *kept
    cdef unsigned char *is_link
    # What stands before each block, and one more: blocks that are kept, that are links, that have words;
    # characters of kept ones and of all.
    cdef Py_ssize_t *n_kept
    cdef Py_ssize_t *n_links
    cdef Py_ssize_t *n_texts
    cdef Py_ssize_t *kept_sums
    cdef Py_ssize_t *sums
    cdef void *held
    cdef int read_elements(self, table) except -1
    cdef void add(self, Py_ssize_t i, Py_ssize_t n, Py_ssize_t n_linked, bint keep) noexcept
