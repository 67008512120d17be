# cython: language_level=3, boundscheck=False, wraparound=False
"""What `segment.columns` folds and counts in each block, compiled."""

from cpython.mem cimport PyMem_Free, PyMem_Realloc

from boilerstrip.elements import END_LINK

cdef extern from *:
    Py_ssize_t PyUnicode_GET_LENGTH(object text)
    int PyUnicode_KIND(object text)
    void* PyUnicode_DATA(object text)
    Py_UCS4 PyUnicode_READ(int kind, void* data, Py_ssize_t place)
    bint Py_UNICODE_ISSPACE(Py_UCS4 char)
    object PyUnicode_FromKindAndData(int kind, const void* data, Py_ssize_t length)

cdef object _END_LINK = END_LINK


cdef class Folding:
    """The text being folded."""

    cdef Py_UCS4* chars
    cdef Py_ssize_t room, n_chars, n_blanks
    cdef bint is_blank  # whether white space came last
    cdef bint has_sign  # whether there was what may be a sign of a formula

    def __dealloc__(self):
        PyMem_Free(self.chars)

    cdef int add(self, str text) except -1:
        """Text that comes next."""
        cdef Py_ssize_t place, length = PyUnicode_GET_LENGTH(text), n_chars = self.n_chars
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef bint is_blank = self.is_blank
        cdef Py_UCS4 char, follower
        cdef void* chars
        if n_chars + length + 1 > self.room:
            chars = PyMem_Realloc(self.chars, 2 * (n_chars + length + 1) * sizeof(Py_UCS4))
            if chars is NULL:
                raise MemoryError
            self.chars, self.room = <Py_UCS4*>chars, 2 * (n_chars + length + 1)
        for place in range(length):
            char = PyUnicode_READ(kind, data, place)
            if Py_UNICODE_ISSPACE(char):
                is_blank = True
                continue
            if is_blank and n_chars:
                self.chars[n_chars] = c" "
                n_chars += 1
                self.n_blanks += 1
            is_blank = False
            if char == c"$" or char == c"\\":
                follower = PyUnicode_READ(kind, data, place + 1) if place + 1 < length else 0
                self.has_sign = self.has_sign or may_be_sign(char, follower)
            self.chars[n_chars] = char
            n_chars += 1
        self.n_chars, self.is_blank = n_chars, is_blank
        return 0


cdef bint may_be_sign(Py_UCS4 char, Py_UCS4 follower) noexcept:
    """Whether a dollar or backslash may be of a formula as `running.formulas_in_text` finds them, by what comes
    behind it, which is 0 where that is not known: dollars of prices are none."""
    if follower == 0:
        return True
    if char == c"$":
        return not c"0" <= follower <= c"9"
    return follower == c"(" or follower == c"[" or follower == c"b"


def folded(list blocks):
    """Of each block its text with white space folded, and the characters in it that are none; and whether there
    may be a formula in any."""
    cdef Folding text = Folding()
    cdef list texts = [], counts = []
    cdef tuple pieces
    for pieces in blocks:
        text.n_chars = text.n_blanks = 0
        text.is_blank = False
        for piece in pieces:
            if type(piece) is str:
                text.add(piece)
            elif (<tuple>piece)[0] == "br":
                text.is_blank = True
        texts.append(PyUnicode_FromKindAndData(4, text.chars, text.n_chars))
        counts.append(text.n_chars - text.n_blanks)
    return texts, counts, bool(text.has_sign)


def n_link_chars(tuple pieces, Py_ssize_t n_chars):
    """What `elements.n_link_chars` gives."""
    cdef Py_ssize_t n_linked = 0, n_open = 0
    cdef Py_ssize_t n_pieces = len(pieces)
    if (n_pieces == 3 or (n_pieces == 4 and type(pieces[3]) is str and is_space(pieces[3]))) and is_link(pieces):
        return n_chars
    for piece in pieces:
        if type(piece) is str:
            if n_open:
                n_linked += count(piece)
        else:
            kind = (<tuple>piece)[0]
            if kind == "a":
                n_open += 1
            elif kind == "/a":
                n_open -= 1
    return n_linked


cdef bint is_link(tuple pieces):
    """Whether the first three pieces are a link."""
    return type(pieces[0]) is not str and (<tuple>pieces[0])[0] == "a" and pieces[2] is _END_LINK


cdef Py_ssize_t count(str text) noexcept:
    """Characters that are no white space."""
    cdef Py_ssize_t place, n_chars = 0, length = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    for place in range(length):
        if not Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, place)):
            n_chars += 1
    return n_chars


cdef bint is_space(str text) noexcept:
    return PyUnicode_GET_LENGTH(text) > 0 and count(text) == 0
