# cython: language_level=3
"""What names of elements tell, for the compiled walk."""

cdef struct Told:
    long long mask  # word categories
    bint may_be_shaped

cdef int tell(const char* name, bint may_shape, Told* told) except -1
cdef bint is_ascii(const char* text, Py_ssize_t size) noexcept
cdef bint holds_any(const char* text, const char** parts) noexcept
cdef int fill(const char** parts, names, Py_ssize_t room) except -1
