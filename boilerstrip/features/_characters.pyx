# cython: language_level=3
"""Kinds of characters of each text, counted as `characters` does it."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset

cdef enum:  # kinds of characters, as `characters` has them
    LETTER = 1
    UPPER = 2
    DIGIT = 4
    COMMA = 8
    END = 16
    SPACE = 32
    WIDE = 64
    PUNCTUATION = 128
    LOWER = 256
    QUESTION = 512
    COLON = 1024
    MORE = 2048
    CURRENCY = 4096
    COPYRIGHT = 8192
    AT = 16384
    UNSEEN = 32768

include "_counts.pxi"

cdef enum:
    N_KINDS = 9
cdef int* KINDS = [LETTER, UPPER, DIGIT, COMMA, PUNCTUATION, WIDE, CURRENCY, COPYRIGHT, AT]  # counted anywhere
cdef int* ROWS = [LETTERS, UPPERS, DIGITS, COMMAS, PUNCTUATIONS, WIDES, CURRENCIES, COPYRIGHTS, ATS]  # and where


ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int


cdef struct Known:
    # What is known of characters, see `characters._Known`.
    const unsigned char* class_of
    unsigned short[256] kinds


cdef inline int kind_at(const Known* known, int form, const void* data, Py_ssize_t place) noexcept:
    cdef Py_UCS4 point = PyUnicode_READ(form, data, place)
    return known.kinds[known.class_of[point if point < 0xFFFF else 0xFFFF]]


def count(
    list texts not None,
    const unsigned char[::1] class_of,
    const unsigned short[::1] kinds,
    float[:, ::1] out,
):
    """Count kinds of characters in each text; the rows of `out` are the attributes of `CharacterCounts`.

    Returns:
        False where there is a character that was not looked at yet; the counts are not complete then.
    """
    cdef Known known
    cdef unsigned int of_class[256]
    cdef long long counts[N_COUNTS]  # of millions of characters single precision has no exact number
    cdef Py_ssize_t i, row
    cdef int each, kind, n_classes = <int>len(kinds)
    if out.shape[0] != N_COUNTS or out.shape[1] != len(texts) or len(class_of) <= 0xFFFF or len(kinds) > 256:
        raise ValueError("arrays of another shape")
    memset(known.kinds, 0, sizeof(known.kinds))  # whatever class a character has, there are kinds for it
    for each in range(n_classes):
        known.kinds[each] = kinds[each]
    known.class_of = &class_of[0]
    for i in range(len(texts)):
        memset(of_class, 0, sizeof(of_class))
        memset(counts, 0, sizeof(counts))
        count_in(texts[i], &known, of_class, counts)
        for each in range(n_classes):
            if not of_class[each]:
                continue
            kind = known.kinds[each]
            if kind & UNSEEN:
                return False
            for row in range(N_KINDS):
                if kind & KINDS[row]:
                    counts[ROWS[row]] += of_class[each]
        for row in range(N_COUNTS):
            out[row, i] = <float>counts[row]
        out[WORDS, i] += out[WIDES, i] / 2
    return True


cdef int count_in(str text, const Known* known, unsigned int* of_class, long long* counts) except -1:
    """Count each class, and what depends on the characters beside one."""
    cdef Py_ssize_t length = len(text)
    cdef int form = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    if form == 1:
        count_units(<const unsigned char*>data, length, form, known, of_class, counts)
    elif form == 2:
        count_units(<const unsigned short*>data, length, form, known, of_class, counts)
    else:
        count_units(<const unsigned int*>data, length, form, known, of_class, counts)
    if length:
        note_edges(known, form, data, length, counts)
    return 0


cdef void count_units(
    const Unit* data, Py_ssize_t length, int form, const Known* known, unsigned int* of_class, long long* counts
) noexcept:
    """The same of characters of one width. Behind the text a blank is thought."""
    cdef Py_ssize_t place, digits = 0  # just before
    cdef int each, kind, before = SPACE, plain = known.class_of[c"a"]
    cdef unsigned int n_plain = 0
    cdef bint is_plain = not known.kinds[plain] & ~(LETTER | LOWER)
    for place in range(length + 1):
        if place < length:
            each = known.class_of[data[place] if data[place] < 0xFFFF else 0xFFFF]
            if each == plain and is_plain and not digits:  # most are letters among letters
                n_plain += 1
                before = LETTER | LOWER
                continue
            of_class[each] += 1
            kind = known.kinds[each]
        else:
            kind = SPACE
        if digits or kind & ~(LETTER | LOWER):
            if kind & (SPACE | WIDE) and not before & (SPACE | WIDE):
                counts[WORDS] += 1
            if before & END and not kind & END and kind & (SPACE | PUNCTUATION | WIDE):
                counts[SENTENCES] += 1
            if kind & UPPER and before & SPACE:
                counts[CAPITALIZED] += 1
            if kind & DIGIT:
                digits += 1
            elif digits:
                if digits == 4 and is_century(form, data, place - 4):
                    counts[YEARS] += 1
                digits = 0
            if kind & COLON and is_clock(known, form, data, place, length):
                counts[CLOCKS] += 1
        before = kind
    of_class[plain] += n_plain


cdef bint is_century(int form, const void* data, Py_ssize_t place) noexcept:
    """Whether what stands there begins a year, as 19.. and 20.. do."""
    cdef Py_UCS4 one = PyUnicode_READ(form, data, place), two = PyUnicode_READ(form, data, place + 1)
    return (one == c"1" and two == c"9") or (one == c"2" and two == c"0")


cdef bint is_clock(const Known* known, int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Whether a colon is one of a time of day: a digit before, two behind, and no third."""
    return (
        PyUnicode_READ(form, data, place) == c":"
        and 0 < place < length - 2
        and kind_at(known, form, data, place - 1) & DIGIT
        and kind_at(known, form, data, place + 1) & DIGIT
        and kind_at(known, form, data, place + 2) & DIGIT
        and not (place + 3 < length and kind_at(known, form, data, place + 3) & DIGIT)
    )


cdef void note_edges(
    const Known* known, int form, const void* data, Py_ssize_t length, long long* counts
) noexcept:
    """What the first and the last characters are; a terminator may stand before two closing marks."""
    cdef int first = kind_at(known, form, data, 0), last = kind_at(known, form, data, length - 1)
    cdef Py_ssize_t place = length - 1
    counts[BEGINS_UPPER] = first & UPPER != 0
    counts[BEGINS_LOWER] = first & LOWER != 0
    counts[BEGINS_DIGIT] = first & DIGIT != 0
    counts[BEGINS_LETTER] = first & LETTER != 0
    counts[ENDS_QUESTION] = last & QUESTION != 0
    counts[ENDS_COLON] = last & COLON != 0
    counts[ENDS_MORE] = last & MORE != 0
    while place > 0 and place > length - 3 and last & (PUNCTUATION | END) == PUNCTUATION:
        place -= 1
        last = kind_at(known, form, data, place)
    counts[ENDS_SENTENCE] = last & END != 0
