# cython: language_level=3
"""Where images are, compiled."""

from boilerstrip.segment._nodes cimport Node

cdef enum:
    N_NAMES = 24  # of attributes that are looked at, at most

cdef int place_of(str name) except -2
cdef object own_source(const char** values)
cdef object picture_source(Node* image)
cdef object unsized_source(const char** values)
cdef bint is_one_of(const char* value, const char** known) noexcept
cdef bint begins_small(const char* text, const char** parts) noexcept
cdef bint holds_small(const char* text, const char** parts) noexcept
