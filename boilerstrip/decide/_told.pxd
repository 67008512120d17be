# cython: language_level=3
"""What the words of dropped blocks say, for the compiled parts of this room."""

from boilerstrip.decide._page cimport Page

cdef dict phrases_of(Page page, told)
cdef dict duplicates(Page page)
cdef dict spread(table, list kept, dict own)
cdef Py_ssize_t checked(Page page, Py_ssize_t block) except -1
