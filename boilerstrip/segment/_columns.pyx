# cython: language_level=3, boundscheck=False, wraparound=False
"""What `segment.columns` folds and counts in each block, compiled."""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from libc.string cimport memcmp, memcpy

from boilerstrip.segment._lists cimport append_to, reserve

cdef extern from *:
    """
    /* How many of the next eight bytes of a text of ASCII come before white space, other control characters and what may
       be a sign of a formula: a dollar or a backslash. */
    static inline int boilerstrip_plain(const unsigned char *text) {
    #if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        const unsigned long long ones = 0x0101010101010101ULL, tops = 0x8080808080808080ULL;
        unsigned long long eight, sign, slash, found;
        memcpy(&eight, text, 8);
        sign = eight ^ (ones * 36);
        slash = eight ^ (ones * 92);
        found = ((eight - ones * 33) | (sign - ones) | (slash - ones)) & tops;
        return found ? __builtin_ctzll(found) >> 3 : 8;
    #else
        int n = 0;
        while (n < 8 && text[n] > 32 && text[n] != 36 && text[n] != 92) n++;
        return n;
    #endif
    }
    """
    int n_plain "boilerstrip_plain"(const unsigned char* text) noexcept
    object PyUnicode_New(Py_ssize_t size, Py_UCS4 largest)
    Py_ssize_t PyUnicode_GET_LENGTH(object text)
    int PyUnicode_KIND(object text)
    void* PyUnicode_DATA(object text)
    Py_UCS4 PyUnicode_READ(int kind, void* data, Py_ssize_t place)
    bint PyUnicode_IS_ASCII(object text)
    bint Py_UNICODE_ISSPACE(Py_UCS4 char)
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)
    object PyUnicode_FromKindAndData(int kind, const void* data, Py_ssize_t length)


cdef enum:
    # What a character of ASCII is.
    IS_SPACE = 1
    IS_SIGN = 2
    # Kinds of marks, as `code_of` gives them: "br", "a", "/a".
    BREAK = 2 << 16 | 114 << 8 | 98
    LINK = 1 << 16 | 97
    END_LINK = 2 << 16 | 97 << 8 | 47

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
        most += 8  # as many as are written at once
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
        cdef int n
        place = 0
        while place < length:
            if place + 8 <= length:
                n = n_plain(data + place)
                if n:
                    if is_blank and n_chars:
                        chars[n_chars] = c" "
                        n_chars += 1
                        self.n_blanks += 1
                    is_blank = False
                    memcpy(chars + n_chars, data + place, 8)  # there is room for it, and what is too much is written over
                    n_chars += n
                    place += n
                    if n == 8:
                        continue
            kind = _kinds[data[place]]
            if kind:
                if kind == IS_SPACE:
                    is_blank = True
                    place += 1
                    continue
                self.has_sign = self.has_sign or may_be_sign(1, data, place, length)
            if is_blank and n_chars:
                chars[n_chars] = c" "
                n_chars += 1
                self.n_blanks += 1
            is_blank = False
            chars[n_chars] = data[place]
            n_chars += 1
            place += 1
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
            if is_white(char):
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


    cdef str written(self, str first, bint is_ascii):
        """The text; the same object as the piece that it began with where it is the same."""
        if not is_ascii:
            return PyUnicode_FromKindAndData(4, self.chars, self.n_chars)
        if first is not None and PyUnicode_GET_LENGTH(first) == self.n_chars:
            if memcmp(PyUnicode_DATA(first), self.chars, self.n_chars) == 0:
                return first
        text = PyUnicode_New(self.n_chars, 127)
        memcpy(PyUnicode_DATA(text), self.chars, self.n_chars)
        return <str>text


cdef inline bint is_white(Py_UCS4 char) noexcept:
    """`str.isspace`, of most characters without a call."""
    if char < 128:
        return _kinds[char] == IS_SPACE
    return not (char > 0x3000 or 0xA0 < char < 0x1680) and Py_UNICODE_ISSPACE(char)


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


cdef inline int code_of(str kind) noexcept:
    """A number for the kind of a mark, of which no two have the same; 0 for one of more letters than two."""
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(kind)
    if size > 2 or not PyUnicode_IS_ASCII(kind):
        return 0
    cdef const unsigned char* letters = <const unsigned char*>PyUnicode_DATA(kind)  # with a NUL behind them
    return <int>size << 16 | (letters[1] << 8 if size else 0) | letters[0]


def measured(list blocks):
    """Of each block what `columns.Columns` has; and whether there may be a formula in any."""
    cdef Folding text = Folding()
    cdef list texts = [], counts = [], linked = []
    cdef tuple pieces
    cdef str first
    cdef Py_ssize_t most, n_linked, n_open
    cdef int kind
    cdef bint is_ascii
    for column in (texts, counts, linked):
        reserve(column, len(blocks))
    for pieces in blocks:
        most, first, is_ascii = 1, None, True
        for piece in pieces:
            if type(piece) is str:
                most += PyUnicode_GET_LENGTH(piece) + 1
                is_ascii = is_ascii and PyUnicode_IS_ASCII(piece)
                if first is None:
                    first = <str>piece
        text.begin(most)
        n_linked = n_open = 0
        for piece in pieces:
            if type(piece) is str:
                if n_open:
                    n_linked -= text.n_chars - text.n_blanks
                if is_ascii:
                    text.add_ascii(<str>piece)
                else:
                    text.add(<str>piece)
                if n_open:
                    n_linked += text.n_chars - text.n_blanks
            else:
                kind = code_of((<tuple>piece)[0])
                if kind == BREAK:
                    text.is_blank = True
                elif kind == LINK:
                    n_open += 1
                elif kind == END_LINK:
                    n_open -= 1
        append_to(texts, text.written(first, is_ascii))
        append_to(counts, text.n_chars - text.n_blanks)
        append_to(linked, n_linked)
    return texts, counts, linked, bool(text.has_sign)


def raws(list blocks):
    """What `columns.raw` gives for each block."""
    cdef list found = [], parts
    cdef tuple pieces
    for pieces in blocks:
        parts = []
        for piece in pieces:
            if type(piece) is str:
                parts.append(piece)
            elif code_of((<tuple>piece)[0]) == BREAK and len(pieces) > 1:
                parts.append(" ")
        found.append(parts[0] if len(parts) == 1 else "".join(parts))
    return found
