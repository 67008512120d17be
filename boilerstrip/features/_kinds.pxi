# What Unicode tells of characters.

def told_kinds(Py_ssize_t start, category not None, unsigned short[::1] kinds):
    """Add the kinds that Unicode tells to those of some characters, see `kinds._add_told`.

    Args:
        start: The first of them.
        category: `unicodedata.category`.
        kinds: Of each.
    """
    cdef Py_ssize_t i
    cdef Py_UCS4 point
    cdef int kind
    cdef str told
    if not 0 <= start <= 0x110000 - len(kinds):
        raise ValueError("no such characters")
    for i in range(len(kinds)):
        point, kind = <Py_UCS4>(start + i), 0
        if Py_UNICODE_ISALPHA(point):
            kind = LETTER
            if Py_UNICODE_ISUPPER(point):
                kind |= UPPER
            if Py_UNICODE_ISLOWER(point):
                kind |= LOWER
        if Py_UNICODE_ISSPACE(point):
            kind |= SPACE
        if Py_UNICODE_ISDIGIT(point):
            kind |= DIGIT
        if not kind:  # what has one of these is no sign
            told = category(chr(point))
            if told[:1] == "P":
                kind = PUNCTUATION
            elif told == "Sc":
                kind = CURRENCY
        kinds[i] |= kind
