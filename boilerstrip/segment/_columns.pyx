# cython: language_level=3, boundscheck=False, wraparound=False
"""What `segment.columns` folds and counts in each block, compiled."""

from cpython.mem cimport PyMem_Free, PyMem_Realloc

from boilerstrip.elements import END_LINK

cdef extern from *:
    Py_ssize_t PyUnicode_GET_LENGTH(object text)
    int PyUnicode_KIND(object text)
    void* PyUnicode_DATA(object text)
    Py_UCS4 PyUnicode_READ(int kind, void* data, Py_ssize_t place)
    bint PyUnicode_IS_ASCII(object text)
    bint Py_UNICODE_ISSPACE(Py_UCS4 char)
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)
    object PyUnicode_FromKindAndData(int kind, const void* data, Py_ssize_t length)

cdef object _END_LINK = END_LINK


cdef enum:
    # What a character of ASCII is.
    IS_SPACE = 1
    IS_SIGN = 2

cdef unsigned char[128] _kinds
for _char in range(128):
    _kinds[_char] = IS_SPACE if chr(_char).isspace() else IS_SIGN if chr(_char) in "$\\" else 0


cdef class Folding:
    """The text being folded."""

    cdef void* chars
    cdef Py_ssize_t room, n_chars, n_blanks  # room in bytes
    cdef bint is_blank  # whether white space came last
    cdef bint has_sign  # whether there was what may be a sign of a formula

    def __dealloc__(self):
        PyMem_Free(self.chars)

    cdef int begin(self, Py_ssize_t most) except -1:
        """A new text of so many characters at most."""
        cdef void* chars
        if most * <Py_ssize_t>sizeof(Py_UCS4) > self.room:
            chars = PyMem_Realloc(self.chars, 2 * most * sizeof(Py_UCS4))
            if chars is NULL:
                raise MemoryError
            self.chars, self.room = chars, 2 * most * sizeof(Py_UCS4)
        self.n_chars = self.n_blanks = 0
        self.is_blank = False
        return 0

    cdef int add_ascii(self, str text) except -1:
        """Text that comes next, of a text that is all of ASCII."""
        cdef Py_ssize_t place, length = PyUnicode_GET_LENGTH(text), n_chars = self.n_chars
        cdef const unsigned char* data = <const unsigned char*>PyUnicode_DATA(text)
        cdef unsigned char* chars = <unsigned char*>self.chars
        cdef bint is_blank = self.is_blank
        cdef unsigned char kind
        for place in range(length):
            kind = _kinds[data[place]]
            if kind:
                if kind == IS_SPACE:
                    is_blank = True
                    continue
                self.has_sign = self.has_sign or may_be_sign(1, data, place, length)
            if is_blank and n_chars:
                chars[n_chars] = c" "
                n_chars += 1
                self.n_blanks += 1
            is_blank = False
            chars[n_chars] = data[place]
            n_chars += 1
        self.n_chars, self.is_blank = n_chars, is_blank
        return 0

    cdef int add(self, str text) except -1:
        """Text that comes next."""
        cdef Py_ssize_t place, length = PyUnicode_GET_LENGTH(text), n_chars = self.n_chars
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef Py_UCS4* chars = <Py_UCS4*>self.chars
        cdef bint is_blank = self.is_blank
        cdef Py_UCS4 char
        for place in range(length):
            char = PyUnicode_READ(kind, data, place)
            if Py_UNICODE_ISSPACE(char):
                is_blank = True
                continue
            if is_blank and n_chars:
                chars[n_chars] = c" "
                n_chars += 1
                self.n_blanks += 1
            is_blank = False
            if char == c"$" or char == c"\\":
                self.has_sign = self.has_sign or may_be_sign(kind, data, place, length)
            chars[n_chars] = char
            n_chars += 1
        self.n_chars, self.is_blank = n_chars, is_blank
        return 0


cdef bint may_be_sign(int kind, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Whether a dollar or backslash may be of a formula as `running.formulas_in_text` finds them, by what is around
    it in its piece: dollars of prices are none, nor is one behind a word or before a blank."""
    cdef Py_UCS4 char = PyUnicode_READ(kind, <void*>data, place), follower, leader
    if place + 1 == length:
        return True
    follower = PyUnicode_READ(kind, <void*>data, place + 1)
    if char == c"\\":
        return follower == c"(" or follower == c"[" or follower == c"b"
    if follower == c"$" or place == 0:
        return not c"0" <= follower <= c"9"
    leader = PyUnicode_READ(kind, <void*>data, place - 1)
    return not (
        c"0" <= follower <= c"9" or Py_UNICODE_ISSPACE(follower) or Py_UNICODE_ISALNUM(leader) or leader == c"_"
    )


def folded(list blocks):
    """Of each block its text with white space folded, and the characters in it that are none; and whether there
    may be a formula in any."""
    cdef Folding text = Folding()
    cdef list texts = [], counts = []
    cdef tuple pieces
    cdef Py_ssize_t most, n_texts
    cdef bint is_ascii
    for pieces in blocks:
        most, n_texts, is_ascii = 1, 0, True
        for piece in pieces:
            if type(piece) is str:
                most += PyUnicode_GET_LENGTH(piece) + 1
                is_ascii = is_ascii and PyUnicode_IS_ASCII(piece)
                n_texts += 1
        text.begin(most)
        for piece in pieces:
            if type(piece) is str:
                if is_ascii:
                    text.add_ascii(<str>piece)
                else:
                    text.add(<str>piece)
            elif (<tuple>piece)[0] == "br":
                text.is_blank = True
        texts.append(PyUnicode_FromKindAndData(1 if is_ascii else 4, text.chars, text.n_chars))
        counts.append(text.n_chars - text.n_blanks)
    return texts, counts, bool(text.has_sign)


def raws(list blocks):
    """What `columns.raw` gives for each block."""
    cdef list found = [], parts
    cdef tuple pieces
    for pieces in blocks:
        parts = []
        for piece in pieces:
            if type(piece) is str:
                parts.append(piece)
            elif (<tuple>piece)[0] == "br" and len(pieces) > 1:
                parts.append(" ")
        found.append(parts[0] if len(parts) == 1 else "".join(parts))
    return found


def in_links(list blocks, among, list n_chars):
    """What `columns.in_links` gives.

    Raises:
        ValueError: There are more or fewer counts than blocks.
    """
    cdef list found = []
    cdef Py_ssize_t block
    if len(n_chars) != len(blocks):
        raise ValueError("there are not as many counts as blocks")
    for number in among:
        block = number
        if 0 <= block < len(blocks) and n_chars[block]:
            found.append((number, n_link_chars(<tuple>blocks[block], n_chars[block])))
    return found


cdef Py_ssize_t n_link_chars(tuple pieces, Py_ssize_t n_chars) except -1:
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
