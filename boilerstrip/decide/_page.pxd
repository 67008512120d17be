# cython: language_level=3
"""Columns of a page for the compiled parts of this room."""

cimport cython


@cython.final
cdef class Page:
    cdef Py_ssize_t n_blocks, n_elements
    cdef list tag, label, text
    # Of elements.
    cdef Py_ssize_t *parent
    cdef Py_ssize_t *first
    cdef Py_ssize_t *end
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
    cdef void add(self, Py_ssize_t i, Py_ssize_t n, Py_ssize_t n_linked, bint keep) noexcept
