# cython: language_level=3
"""What the compiled walk knows of tags and of elements with attributes."""

cdef enum Way:
    """How an element is read that is not simply read."""
    SIMPLY
    BY_PYTHON
    SKIPPED
    BROKEN_LINE
    SCRIPT
    REMARK
    DRAWING
    HEAD
    INPUT
    IMAGE


cdef class Row:
    cdef str name
    cdef bint is_block, keeps_space, is_noted, is_dated, is_marker, is_boxed, is_drawn, is_time, is_metadata
    cdef long long mask
    cdef object mask_object
    cdef Way way
    cdef str kind
    cdef object mark, closing  # None where Python is asked for them


cdef class Element:
    cdef tuple attributes
    cdef str label
    cdef long long mask
    cdef object mask_object
    cdef dict rendered, purposes
    cdef bint is_described, is_talk
    cdef int describe(self, Row row) except -1


cdef Row row_of_tag(str tag, object rows, bint is_formula)
