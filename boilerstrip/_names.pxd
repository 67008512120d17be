# cython: language_level=3
"""What names of elements tell, for the compiled parts of `segment`."""

from libc.string cimport memcpy

cdef struct Told:
    long long mask  # word categories
    bint may_be_shaped

cdef int tell(const char* name, bint may_shape, Told* told) except -1
cdef bint holds_any(const char* text, const char** parts) noexcept
cdef int fill(const char** parts, names, Py_ssize_t room) except -1


cdef inline bint is_ascii(const char* text, Py_ssize_t size) noexcept:
    cdef unsigned long long eight = 0, other = 0
    while size >= 8:
        memcpy(&eight, text, 8)
        other |= eight
        text += 8
        size -= 8
    eight = 0
    memcpy(&eight, text, size)
    return (other | eight) & 0x8080808080808080ULL == 0
