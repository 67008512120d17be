# Where words begin and end.

from cpython.unicode cimport PyUnicode_READ, Py_UNICODE_ISALNUM


cdef inline bint is_of_word(Py_UCS4 point) noexcept:
    """What the pattern `\\w` is of."""
    return is_alnum(point) or point == c"_"


cdef inline bint is_alnum(Py_UCS4 point) noexcept:
    cdef unsigned int code = <unsigned int>point
    if code < 128:
        return (code | 32) - 97 < 26 or code - 48 < 10  # a letter, a digit
    return Py_UNICODE_ISALNUM(point)


cdef inline Py_ssize_t word_from(int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Where the next word begins."""
    while place < length and not is_of_word(PyUnicode_READ(form, data, place)):
        place += 1
    return place


cdef inline Py_ssize_t end_of_word(int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    while place < length and is_of_word(PyUnicode_READ(form, data, place)):
        place += 1
    return place
