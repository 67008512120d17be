# Writes JSON as `json.dumps(value, ensure_ascii=False)` does, into a growing buffer.

from cpython.long cimport PyLong_AsLongAndOverflow
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from libc.math cimport isfinite
from libc.string cimport memcpy, strlen

from json.encoder import JSONEncoder

from boilerstrip.record import fold
from boilerstrip.render.clean import clean

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void* PyUnicode_DATA(object)
    bint PyUnicode_IS_ASCII(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)
    bint Py_UNICODE_ISSPACE(Py_UCS4)

include "_characters.pxi"
include "_vectors.pxi"
include "_decoded.pxi"

cdef enum:
    CHUNK = 4096  # characters for which room is made at once
    TOGETHER = 16
    MOST_BYTES = 6  # of a character as JSON: `\u001b`
    N_REAL = 10_000
    MOST_SPARE = 1 << 20
    MOST_DEPTH = 16  # of a value; a page's record is five levels deep

cdef struct Real:
    double value
    unsigned char n
    char[23] text  # its first n characters

# Numbers between 0 and 1 as they were met last, by their first digits: probabilities have four, and are rounded.
cdef Real[N_REAL + 1] _real
memset(_real, 0, sizeof(_real))
# The memory of a buffer that is gone, for the next one: to grow it anew takes longer than to write half of a page.
cdef char* _spare = NULL
cdef Py_ssize_t _spare_room = 0
cdef object _ENCODER = JSONEncoder(ensure_ascii=False, allow_nan=False)


cdef inline Real* known_for(double value) noexcept:
    """Where a number is remembered; the first place is that of all others."""
    return &_real[<int>(value * N_REAL + 0.5) if 0 < value < 1 else 0]


@cython.final
@cython.no_gc
cdef class Writer:
    """A growing buffer of UTF-8, lone surrogates as three bytes; it remembers whether anything was not clean."""

    cdef char* data
    cdef Py_ssize_t n, room
    cdef bint suspect, is_cut
    cdef object quote  # writes a string clean, as JSON; None where strings are written as they are
    cdef unsigned int beyond  # all characters that are not ASCII, or'ed

    def __cinit__(self):
        global _spare, _spare_room
        self.data, self.room, _spare, _spare_room = _spare, _spare_room, NULL, 0

    def __dealloc__(self):
        global _spare, _spare_room
        if _spare_room < self.room <= MOST_SPARE:
            _spare, self.data, _spare_room = self.data, _spare, self.room
        PyMem_Free(self.data)

    cdef int reserve(self, Py_ssize_t n) except -1:
        """Make room for so many bytes more."""
        cdef Py_ssize_t room = self.n + n
        cdef char* data
        if room > self.room:
            room = max(room, 2 * self.room, 1024)
            data = <char*>PyMem_Realloc(self.data, room)
            if data == NULL:
                raise MemoryError
            self.data, self.room = data, room
        return 0

    cdef int put(self, const char* text, Py_ssize_t n) except -1:
        """Bytes that stand for themselves."""
        if self.n + n > self.room:
            self.reserve(n)
        memcpy(self.data + self.n, text, n)
        self.n += n
        return 0

    cdef int again(self, Py_ssize_t begin, Py_ssize_t end) except -1:
        """What is there already."""
        self.reserve(end - begin)  # first, for it may move what is copied
        return self.put(self.data + begin, end - begin)

    cdef inline int literal(self, const char* text) noexcept:
        """The same, up to a 0: of text that is written here the length is known to the compiler."""
        cdef size_t n = strlen(text)
        if <Py_ssize_t>n > self.room - self.n:
            return self.late(text, n)
        memcpy(self.data + self.n, text, n)
        self.n += n
        return 0

    cdef int late(self, const char* text, Py_ssize_t n) noexcept:
        """The same where there is no room yet; where there is no memory for it either, `text` says so."""
        try:
            self.put(text, n)
        except MemoryError:
            self.is_cut = True
        return 0

    cdef int number(self, Py_ssize_t value) except -1:
        cdef char[24] digits
        cdef Py_ssize_t at = 24
        cdef size_t left = -<size_t>value if value < 0 else <size_t>value
        while True:
            at -= 1
            digits[at] = <char>(c'0' + left % 10)
            left //= 10
            if not left:
                break
        if value < 0:
            at -= 1
            digits[at] = c'-'
        return self.put(digits + at, 24 - at)

    cdef int real(self, double value) except -1:
        """A number with a fraction, as `repr` has it.

        Raises:
            ValueError: It is none that JSON has.
        """
        if not isfinite(value):
            raise ValueError(value)
        cdef Real* known = known_for(value)
        if known.value != value or known == _real:
            text = repr(value)
            if known == _real or len(text) > <Py_ssize_t>sizeof(known.text):
                return self.plain(text)
            known.value, known.n = value, len(text)
            memcpy(known.text, PyUnicode_DATA(text), known.n)
        return self.put(known.text, known.n)

    cdef int inner(self, str text, bint folds) except -1:
        """A string without its quotes; `folds` makes a blank of each run of white space, as `record.fold`."""
        cdef int kind = PyUnicode_KIND(text), suspect
        cdef void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t n = PyUnicode_GET_LENGTH(text), begin = self.n
        cdef unsigned int beyond = self.beyond
        cdef str quoted
        if kind == 1:
            suspect = characters(self, <const Narrow*>data, n, folds)
        elif kind == 2:
            suspect = characters(self, <const Middle*>data, n, folds)
        else:
            suspect = characters(self, <const Wide*>data, n, folds)
        if suspect:
            self.suspect |= suspect & DIRTY or clean(text) != text
            if self.quote is not None:
                self.n, self.beyond = begin, beyond
                quoted = <str?>self.quote(fold(text) if folds else text)
                return self.plain(quoted[1 : len(quoted) - 1])
        return 0

    cdef int quoted(self, str text, bint folds=False) except -1:
        """A string."""
        if text is None:
            raise TypeError
        if not PyUnicode_GET_LENGTH(text):
            return self.literal(b'""')
        self.literal(b'"')
        self.inner(text, folds)
        return self.literal(b'"')

    cdef int plain(self, str text) except -1:
        """A string that JSON has as it is: a word of ours, or what is written as JSON already."""
        cdef Py_ssize_t n = len(text)
        cdef unsigned char* to
        cdef Py_UCS4 char
        if PyUnicode_IS_ASCII(text):
            return self.put(<const char*>PyUnicode_DATA(text), n)
        self.reserve(n * MOST_BYTES)
        to = <unsigned char*>self.data + self.n
        for char in text:
            self.beyond |= <unsigned int>char if char > 0x7f else 0
            to = encode(to, char)
        self.n = to - <unsigned char*>self.data
        return 0

    cdef int value(self, object value, int depth=0) except -1:
        """Any value of a record. What only the encoder of Python knows counts as suspect."""
        cdef bint first = True
        cdef int is_beyond = 0
        cdef long number
        kind = type(value)
        if kind is str:
            return self.quoted(value)
        if value is None:
            return self.literal(b"null")
        if value is True or value is False:
            return self.literal(b"true" if value else b"false")
        if kind is float:
            return self.real(value)
        if kind is int:
            number = PyLong_AsLongAndOverflow(value, &is_beyond)
            return self.plain(repr(value)) if is_beyond else self.number(number)
        if kind is list and depth < MOST_DEPTH:
            self.literal(b"[")
            for inner in <list>value:
                if not first:
                    self.literal(b", ")
                first = False
                self.value(inner, depth + 1)
            return self.literal(b"]")
        if kind is dict and depth < MOST_DEPTH and all([type(key) is str for key in <dict>value]):
            self.literal(b"{")
            for key, inner in (<dict>value).items():
                if not first:
                    self.literal(b", ")
                first = False
                self.quoted(key)
                self.literal(b": ")
                self.value(inner, depth + 1)
            return self.literal(b"}")
        if self.quote is not None:
            raise TypeError
        self.suspect = True
        return self.plain(_ENCODER.encode(value))

    cdef str text(self):
        if self.is_cut:
            raise MemoryError
        return decoded(<const unsigned char*>self.data, self.n, self.beyond)


cdef int characters(Writer out, const Unit* text, Py_ssize_t n, bint folds) except -1:
    """Characters as JSON has them; `folds` as of `Writer.inner`.

    Sixteen are looked at together: most of them go over as they are.

    Returns:
        What `suspicion` says of them.
    """
    cdef Py_ssize_t at = 0, end, more
    cdef bint after_space = False
    cdef int suspect = 0
    cdef unsigned int char
    cdef unsigned char* to
    while at < n:
        end = min(n, at + CHUNK)
        out.reserve((end - at) * MOST_BYTES)
        to = <unsigned char*>out.data + out.n
        while at < end:
            if end - at >= TOGETHER and not (folds and (not at or (after_space and text[at] == c' '))):
                more = plain_ones(text + at, to, sizeof(Unit), folds)
                while more == TOGETHER and not folds and end - at >= 2 * TOGETHER:
                    at += TOGETHER
                    to += TOGETHER
                    more = plain_ones(text + at, to, sizeof(Unit), False)
                if more:
                    at += more
                    to += more
                    after_space = text[at - 1] == c' '
                    if more == TOGETHER and (at == end or end - at >= TOGETHER):
                        continue
                    if more == TOGETHER:  # what is left, together with some that went over already
                        more -= end - at
                        if plain_ones(text + at - more, to - more, sizeof(Unit), folds) == TOGETHER:
                            to += end - at
                            at = end
                            after_space = text[at - 1] == c' '
                            continue
            while at < end:
                char = text[at]
                if char < 128 and not ESCAPE[char] and char != c' ' and at and end - at >= TOGETHER:
                    break  # others follow that go over as they are
                at += 1
                if folds:
                    if Py_UNICODE_ISSPACE(char):
                        if after_space:
                            continue
                        char, after_space = c' ', True
                    else:
                        after_space = False
                if char >= 128:
                    out.beyond |= char
                    suspect |= suspicion(char)
                    to = encode(to, char)
                elif ESCAPE[char]:
                    suspect |= suspicion(char)
                    to = escape(to, char)
                else:
                    to[0] = char
                    to += 1
        out.n = to - <unsigned char*>out.data
    return suspect
