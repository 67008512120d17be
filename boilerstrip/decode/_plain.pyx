# cython: language_level=3, boundscheck=False, wraparound=False
"""`plain.is_plain` compiled: no text is made to see whether bytes are one."""

from libc.stdint cimport uint64_t
from libc.string cimport memcpy

cdef uint64_t _HIGH = <uint64_t>0x8080808080808080


cdef inline Py_ssize_t _length(const unsigned char* at, Py_ssize_t room) noexcept nogil:
    """Bytes of the sequence that begins there (Unicode Standard, table 3-7); 0 for none, and for a C1 control."""
    cdef unsigned char first = at[0], least = 0x80, most = 0xBF
    cdef Py_ssize_t length, i
    if first < 0xC2 or first > 0xF4:
        return 0
    if first < 0xE0:
        length = 2
        least = 0xA0 if first == 0xC2 else 0x80
    elif first < 0xF0:
        length = 3
        if first == 0xE0:
            least = 0xA0
        elif first == 0xED:
            most = 0x9F
    else:
        length = 4
        if first == 0xF0:
            least = 0x90
        elif first == 0xF4:
            most = 0x8F
    if room < length or at[1] < least or at[1] > most:
        return 0
    for i in range(2, length):
        if at[i] & 0xC0 != 0x80:
            return 0
    return length


def is_plain(bytes data not None):
    cdef const unsigned char* text = data
    cdef Py_ssize_t size = len(data), i = 0, length
    cdef uint64_t word
    while i < size:
        if text[i] < 0x80:
            i += 1
            while size - i >= 8:
                memcpy(&word, text + i, 8)
                if word & _HIGH:
                    break
                i += 8
            continue
        length = _length(text + i, size - i)
        if length == 0:
            return False
        i += length
    return True
