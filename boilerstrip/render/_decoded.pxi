# Makes a string of UTF-8 that was written here, of which the widest character is known.

cdef extern from "Python.h":
    str PyUnicode_New(Py_ssize_t, Py_UCS4)


cdef str decoded(const unsigned char* text, Py_ssize_t n, unsigned int beyond):
    """A string of well-formed UTF-8, surrogates as three bytes.

    Args:
        text: The bytes.
        n: How many.
        beyond: All characters that are not ASCII, or'ed: it has as many bits as the widest.
    """
    if not beyond:
        made = PyUnicode_New(n, 0x7f)
        memcpy(PyUnicode_DATA(made), text, n)
        return made
    cdef Py_ssize_t n_chars = n - continued(text, n)
    if beyond < 0x100:
        made = PyUnicode_New(n_chars, 0xff)
        _widen(<Narrow*>PyUnicode_DATA(made), text, text + n)
    elif beyond < 0x10000:
        made = PyUnicode_New(n_chars, 0xffff)
        _widen(<Middle*>PyUnicode_DATA(made), text, text + n)
    else:
        made = PyUnicode_New(n_chars, 0x10ffff)
        _widen(<Wide*>PyUnicode_DATA(made), text, text + n)
    return made


cdef void _widen(Unit* to, const unsigned char* text, const unsigned char* end) noexcept nogil:
    """Put the characters there; sixteen at once where they are ASCII."""
    cdef const unsigned char* single
    cdef unsigned int first
    while text < end:
        while end - text >= 16 and widened(to, text, sizeof(Unit)):
            to += 16
            text += 16
        single = text + 8 if end - text > 8 else end
        while text < single:
            first = text[0]
            if first < 0x80:
                to[0] = first
                text += 1
            elif first < 0xe0:
                to[0] = <Unit>((first & 31) << 6 | text[1] & 63)
                text += 2
            elif first < 0xf0:
                to[0] = <Unit>((first & 15) << 12 | (text[1] & 63) << 6 | text[2] & 63)
                text += 3
            else:
                to[0] = <Unit>((first & 7) << 18 | (text[1] & 63) << 12 | (text[2] & 63) << 6 | text[3] & 63)
                text += 4
            to += 1
