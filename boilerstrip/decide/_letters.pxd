# cython: language_level=3
"""Words of names for the compiled parts of this room."""

cimport cython

cdef enum:
    BITS = 14


@cython.final
cdef class Letters:
    cdef unsigned char[1 << BITS] may_be
    """By what is made of a word's letters. Others may give the same, so what is found here is looked up."""
    cdef dict known, pairs
    cdef frozenset pair_ends
    cdef object look_up

    cdef list candidates(self, str label)
    cdef bint may_be_term(self, const unsigned char* at, const unsigned char* end) noexcept
    cdef unsigned long long mask(self, list words) except? 0


cdef list cut(str name, Py_ssize_t most)
