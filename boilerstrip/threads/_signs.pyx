# cython: language_level=3, boundscheck=False, wraparound=False
"""Which texts may hold a date: a page has hundreds of short ones, and patterns cost. Only `dates` knows which do."""


cdef inline unsigned int folded(Py_UCS4 point) noexcept:
    """A letter of ASCII as its place in the alphabet, white space as 0, others as something."""
    return <unsigned int>point & 31 if point > 32 else 0


cdef inline bint is_digit(Py_UCS4 point) noexcept:
    return c"0" <= point <= c"9"


cdef inline bint is_sign(Py_UCS4 point) noexcept:
    return c"-" <= point <= c"/" or point == c":" or point == c"h" or point == c"H"


cdef inline bint is_unit(Py_UCS4 point) noexcept:
    """Whether a letter begins what feeds write behind a number: "3d", "2 mo"."""
    return point > 64 and (<unsigned int>point | 32) in (100, 104, 106, 109, 115, 119, 121)  # d h j m s w y


cdef bint may_hold(str text, const unsigned char[::1] beginnings) noexcept:
    """Whether a text has a number of four digits after another, or a sign between two; or the beginning of a
    word; or is short, with a unit behind its number; or has other characters than those of ASCII."""
    cdef Py_UCS4 point, last = c" ", before = c" ", first = c" "
    cdef int n_digits = 0
    cdef bint is_later = False, is_short = len(text) < 12
    for point in text:
        if point > 127:
            return True
        first, before, last = before, last, point
        if is_digit(point):
            n_digits += 1
            if (is_later and n_digits == 4) or (is_digit(first) and is_sign(before)):
                return True
        else:
            is_later = is_later or n_digits > 0
            n_digits = 0
            if is_short and is_unit(point) and (is_digit(before) or (before <= 32 and is_digit(first))):
                return True
        if beginnings[folded(first) << 10 | folded(before) << 5 | folded(last)]:
            return True
    return False


def likely(list texts not None, const unsigned char[::1] beginnings):
    """The indices of texts that may hold a date.

    Args:
        texts: Short texts.
        beginnings: By the first three characters of a word in dates, `folded` and 5 bits each: 1.
    """
    cdef Py_ssize_t i
    if len(beginnings) != 1 << 15:
        raise ValueError("a table of another size")
    return [i for i in range(len(texts)) if may_hold(<str?>texts[i], beginnings)]
