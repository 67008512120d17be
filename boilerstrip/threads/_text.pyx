# cython: language_level=3
"""What lines hold, compiled: signs of dates (`dates`).

Places are compared with the length before a character is read.
"""

cimport cython
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISALNUM, Py_UNICODE_ISDECIMAL, Py_UNICODE_ISSPACE,
)

from boilerstrip.threads.terms import DATE_EDGES, DATE_HINTS, MONTHS, PROFILE_HINTS

cdef set _EDGE_WORDS = set(DATE_EDGES)
cdef Py_ssize_t _MOST_EDGE = max(map(len, DATE_EDGES))
cdef unsigned short _edges[128][128]  # by first and last letter: bits of the lengths of such edge words
for _word in DATE_EDGES:
    if _word[0] < "\x80" and _word[len(_word) - 1] < "\x80":
        _edges[<int>ord(_word[0])][<int>ord(_word[len(_word) - 1])] |= <unsigned short>(1 << <int>min(len(_word), 15))


cdef unsigned char _spaces[256]
for _code in range(256):
    _spaces[<int>_code] = chr(_code).isspace()

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)


@cython.final
cdef class Text:
    """A text whose characters are asked for by their place; there is 0 at places outside."""

    cdef str text
    cdef int kind
    cdef void* data
    cdef Py_ssize_t n

    cdef int take(self, str text) except -1:
        self.text = text  # holds what `data` points into
        self.kind, self.data, self.n = PyUnicode_KIND(text), PyUnicode_DATA(text), len(text)
        return 0

    cdef inline Py_UCS4 at(self, Py_ssize_t i) noexcept:
        return PyUnicode_READ(self.kind, self.data, i) if 0 <= i < self.n else 0

    cdef inline bint is_digit(self, Py_ssize_t i) noexcept:
        cdef Py_UCS4 char = self.at(i)
        return c"0" <= char <= c"9" if char < 256 else Py_UNICODE_ISDECIMAL(char)

    cdef inline bint is_space(self, Py_ssize_t i) noexcept:
        if self.kind == 1:
            return 0 <= i < self.n and _spaces[(<const unsigned char*>self.data)[i]]
        return Py_UNICODE_ISSPACE(self.at(i))

    cdef inline bint is_gap(self, Py_ssize_t i) noexcept:
        return self.at(i) == c"-" or self.is_space(i)

    cdef inline bint is_stroke(self, Py_ssize_t i) noexcept:
        return self.at(i) == c"-" or self.at(i) == c"/" or self.at(i) == c"."

    cdef inline bint is_letter(self, Py_ssize_t i) noexcept:
        cdef Py_UCS4 char = self.at(i)
        return Py_UNICODE_ISALNUM(char) and not Py_UNICODE_ISDECIMAL(char)

    cdef bint is_year(self, Py_ssize_t i) noexcept:
        return self.is_digit(i) and self.is_digit(i + 1) and self.is_digit(i + 2) and self.is_digit(i + 3)

    cdef bint has(self, Py_ssize_t i, str part) noexcept:
        cdef Py_ssize_t k, n = len(part)
        if i < 0 or i + n > self.n:
            return False
        for k in range(n):
            if PyUnicode_READ(self.kind, self.data, i + k) != PyUnicode_READ(
                PyUnicode_KIND(part), PyUnicode_DATA(part), k
            ):
                return False
        return True

    cdef Py_ssize_t behind_ordinal(self, Py_ssize_t i) noexcept:  # "st", "nd", "rd", "th"
        cdef Py_UCS4 a = self.at(i), b = self.at(i + 1)
        if (a == c"s" and b == c"t") or (b == c"d" and (a == c"n" or a == c"r")) or (a == c"t" and b == c"h"):
            return i + 2
        return i


include "_words.pxi"

cdef Parts _HINTS = Parts(DATE_HINTS)
cdef Parts _MONTHS = Parts(MONTHS)
cdef Parts _PROFILES = Parts(PROFILE_HINTS)


def may_hold_date(str text not None):
    """As `dates._may_hold`."""
    return may_hold(text)


cdef bint may_hold(str text) except -1:
    cdef Text lower = Text()
    if PyUnicode_IS_ASCII(text):
        if _HINTS.are_in_ascii(text) or _MONTHS.are_in_ascii(text):
            return True
        lower.take(text)
        if not _has_digit(lower):
            return False
    lower.take(text.lower())
    return _HINTS.are_in(lower) or _MONTHS.are_in(lower) or _has_number(lower)


def likely_dates(list texts not None, list n_chars not None, int most, Py_ssize_t most_short, str edges not None):
    """As `dates._likely`, but of those shorter than `most_short` only what may be one between characters of `edges`."""
    cdef list short = []
    cdef list likely = []
    cdef Text text = Text()
    cdef Py_ssize_t i
    for i in range(len(texts)):
        if not 0 < <Py_ssize_t>n_chars[i] <= most:
            continue
        text.take(texts[i])
        if _has_digit(text):
            if text.n < most_short and _may_be_short(text.text.strip(edges)):
                short.append(i)
            text.take(text.text.lower())
            if _has_number(text) or _has_day(text) or _HINTS.are_in(text):
                likely.append(i)
        elif _has_edge(text):
            likely.append(i)
    return short, likely


cdef bint _has_digit(Text text) noexcept:
    cdef const unsigned char* chars = <const unsigned char*>text.data
    cdef Py_ssize_t i
    if text.kind == 1:
        for i in range(text.n):
            if c"0" <= chars[i] <= c"9":
                return True
        return False
    for i in range(text.n):
        if Py_UNICODE_ISDECIMAL(PyUnicode_READ(text.kind, text.data, i)):
            return True
    return False


def may_be_date(str text not None):
    """As `dates._may_be_whole`."""
    cdef Text line = Text()
    line.take(text)
    return _has_digit(line) or _has_edge(line)


cdef bint _may_be_short(str trimmed) except -1:  # "3d"
    return len(trimmed) > 1 and Py_UNICODE_ISDECIMAL(trimmed[0]) and not Py_UNICODE_ISDECIMAL(trimmed[-1])


cdef bint _has_edge(Text text) except -1:
    """Whether the first or the last word of a text is one of a date without a digit."""
    cdef Py_ssize_t i = 0, first, end = text.n
    while text.is_space(i):
        i += 1
    first = i
    while i < text.n and not text.is_space(i):
        i += 1
    if i == first or _is_edge(text, first, i):
        return i > first
    while text.is_space(end - 1):
        end -= 1
    first = end
    while first > 0 and not text.is_space(first - 1):
        first -= 1
    return _is_edge(text, first, end)


cdef bint _is_edge(Text text, Py_ssize_t first, Py_ssize_t end) except -1:
    """Whether the word there, of one character at least, is one at the edge of dates."""
    cdef unsigned int char = <unsigned int>text.at(first), last = <unsigned int>text.at(end - 1)
    if end - first > _MOST_EDGE:
        return False
    if c"A" <= char <= c"Z":
        char += 32
    if c"A" <= last <= c"Z":
        last += 32
    if char < 128 and last < 128 and not _edges[char][last] >> min(end - first, 15) & 1:
        return False
    return text.text[first:end].lower() in _EDGE_WORDS


cdef bint _has_day(Text text) noexcept:
    """Whether a day follows the name of a month (`MONTHS`, `dates._DAY_RE`)."""
    cdef Py_ssize_t i, at, first
    for i in range(text.n):
        if not (text.is_digit(i) and text.is_space(i - 1)):
            continue
        at = i - 2 if text.at(i - 2) == c"." else i - 1  # behind the letters
        first = at
        while at - first < 9 and c"a" <= text.at(first - 1) <= c"z":
            first -= 1
            if at - first >= 3 and _is_month(text.at(first), text.at(first + 1), text.at(first + 2)):
                return True
    return False


cdef bint _is_month(Py_UCS4 a, Py_UCS4 b, Py_UCS4 c) noexcept:
    if a == c"j":
        return (b == c"a" and c == c"n") or (b == c"u" and (c == c"n" or c == c"l"))
    if a == c"m":
        return b == c"a" and (c == c"r" or c == c"y")
    if a == c"a":
        return (b == c"p" and c == c"r") or (b == c"u" and c == c"g")
    return (
        (a == c"f" and b == c"e" and c == c"b")
        or (a == c"s" and b == c"e" and c == c"p")
        or (a == c"o" and b == c"c" and c == c"t")
        or (a == c"n" and b == c"o" and c == c"v")
        or (a == c"d" and b == c"e" and c == c"c")
    )


cdef bint _has_number(Text text) noexcept:
    """Whether a number goes on as in a date (`dates._SIGN_RE`)."""
    cdef Py_ssize_t i = 0, first
    while i < text.n:
        if not text.is_digit(i):
            i += 1
            continue
        first = i
        while text.is_digit(i):
            i += 1
        if i - first <= 4 and _goes_on(text, i, i - first):
            return True
    return False


cdef bint _goes_on(Text text, Py_ssize_t i, Py_ssize_t n) noexcept:
    """Whether what follows a number of n digits at a place makes it one of a date."""
    cdef Py_ssize_t at
    if text.is_stroke(i) and text.is_digit(i + 1) and n != 3:
        at = i + 3 if text.is_digit(i + 2) else i + 2
        if text.is_stroke(at) and text.is_digit(at + 1) and (n == 4 or _is_short_year(text, at + 1)):
            return True
    at = i + text.is_space(i)
    if text.at(at) == 0x6708 or text.at(at) == 0xC6D4:  # 月 and 월
        return True
    if n > 2:
        return False
    if (text.at(i) == c":" or text.at(i) == c"h") and text.is_digit(i + 1) and text.is_digit(i + 2):
        return True
    at = text.behind_ordinal(i)
    if text.is_space(at) and _is_month(text.at(at + 1), text.at(at + 2), text.at(at + 3)):
        return True
    at += text.at(at) == c","
    if text.is_space(at) and text.is_year(at + 1 + text.is_space(at + 1)):
        return True
    return _has_month_and_year(text, i)


cdef bint _is_short_year(Text text, Py_ssize_t i) noexcept:
    """Whether two digits or four stand there, and no number of a version: "1.2.30.4"."""
    cdef Py_ssize_t first = i
    while i - first <= 4 and text.is_digit(i):
        i += 1
    return (i - first == 2 or i - first == 4) and text.at(i) != c"."


cdef bint _has_month_and_year(Text text, Py_ssize_t i) noexcept:
    """Whether a day goes on with a name of any month, and a year."""
    cdef Py_ssize_t at = text.behind_ordinal(i)
    if at == i and text.at(i) == c"e" and text.at(i + 1) == c"r":
        at += 2
    elif at == i and (text.at(i) == 0xBA or text.at(i) == c"."):
        at += 1
    if not text.is_gap(at):
        return False
    at += 1 + text.is_gap(at + 1)
    if text.is_space(at + 2) and (
        (text.at(at) == c"d" and text.at(at + 1) == c"e") or (text.at(at) == c"o" and text.at(at + 1) == c"f")
    ):
        return _is_name_and_year(text, at + 3) or _is_name_and_year(text, at)
    return _is_name_and_year(text, at)


cdef bint _is_name_and_year(Text text, Py_ssize_t at) noexcept:
    """Whether the name of a month may stand there, and a year behind it."""
    cdef Py_ssize_t first = at
    while at - first <= 12 and text.is_letter(at):
        at += 1
    if not 2 <= at - first <= 12:
        return False
    at += text.at(at) == c"."
    at += text.at(at) == c","
    if not text.is_gap(at):
        return False
    at += 1 + text.is_gap(at + 1)
    if text.at(at) == c"d" and text.at(at + 1) == c"e":
        at += 2 + (text.at(at + 2) == c"l")
        if not text.is_space(at):
            return False
        at += 1
    return text.is_year(at)


cdef bint may_be_profile(str address) except -1:
    """Whether an address has what those of people's pages have; yes where it is not of ASCII."""
    return not PyUnicode_IS_ASCII(address) or _PROFILES.are_in_ascii(address)
