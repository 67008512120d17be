# cython: language_level=3
"""Whether values are clean as they are, as most are: the characters of `strings.clean`, compiled."""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISPRINTABLE,
)

from boilerstrip.metadata.strings import MAX_CHARS

cdef Py_ssize_t _MAX_CHARS = MAX_CHARS


def is_clean(value):
    """Whether a value is a text that `strings.clean` gives back as it is; no where that is not sure."""
    return type(value) is str and _is_clean(<str>value)


cdef bint _is_clean(str text) noexcept:
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t i, n = len(text)
    cdef Py_UCS4 char, before = c" "
    if n > _MAX_CHARS:
        return False
    for i in range(n):  # in the text
        char = PyUnicode_READ(kind, data, i)
        if char == c" ":
            if before == c" ":
                return False
        elif char < 0x7F:
            if char < c" " or char == c"&" or char == c"<":
                return False
        elif not Py_UNICODE_ISPRINTABLE(char):
            return False
        before = char
    return n == 0 or before != c" "


def every(metas, tuple keys not None, clean):
    """As `Facts.every` of contents by key."""
    cdef list found = []
    get = metas.get
    for key in keys:
        contents = get(key)
        if contents is not None:
            for content in <tuple>contents:
                text = content if type(content) is str and _is_clean(<str>content) else clean(content)
                if text:
                    found.append(text)
    return found
