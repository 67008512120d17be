# cython: language_level=3
"""Many texts, and many that are looked for in them, at once."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Tailmatch
from libc.string cimport memset

include "_letters.pxi"


cdef extern from *:
    """
    /* Letters of ASCII in small ones, in units as wide as those of the text that they become part of. */
    #define COPY(UNIT) { \
        UNIT *units = (UNIT *)to + at; \
        for (Py_ssize_t i = 0; i < n; i++) units[i] = from[i] + (((unsigned char)(from[i] - 'A') < 26) << 5); \
    }
    static void copy_ascii(const unsigned char *from, Py_ssize_t n, void *to, int kind, Py_ssize_t at) {
        if (kind == 1) COPY(unsigned char)
        else if (kind == 2) COPY(unsigned short)
        else COPY(unsigned int)
    }
    """
    void copy_ascii(const unsigned char* source, Py_ssize_t n, void* to, int kind, Py_ssize_t at) noexcept

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    Py_UCS4 PyUnicode_MAX_CHAR_VALUE(object)
    object PyUnicode_New(Py_ssize_t size, Py_UCS4 most)
    Py_ssize_t PyUnicode_CopyCharacters(object to, Py_ssize_t at, object source, Py_ssize_t start, Py_ssize_t n) except -1
    void PyUnicode_WRITE(int kind, void* data, Py_ssize_t place, Py_UCS4 point)


ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int

cdef enum:
    SPECIAL = 0xFFFF  # what becomes more letters than one, or depends on those beside it

cdef unsigned short[0x10000] LOWER  # of each character of the basic plane, filled row by row
cdef unsigned char[0x100] IS_KNOWN  # which rows are


cdef int look_at(unsigned int row) except -1:
    cdef unsigned int code
    for code in range(row << 8, (row + 1) << 8):
        lower = chr(code).lower()
        LOWER[code] = ord(lower) if len(lower) == 1 and code != 0x3A3 else SPECIAL
    IS_KNOWN[row] = True
    return 0


cdef long long bits_of(const Unit* text, Py_ssize_t n) except -2:
    """All bits of a text's characters in lower case; -1 where only Python has that."""
    cdef Py_ssize_t i
    cdef unsigned int point, bits = 0
    for i in range(n):
        point = text[i]
        if point > 0xFFFF:
            return -1
        if not IS_KNOWN[point >> 8]:
            look_at(point >> 8)
        if LOWER[point] == SPECIAL:
            return -1
        bits |= LOWER[point]
    return bits


cdef void copy_lower(const Unit* text, Py_ssize_t n, void* to, int kind, Py_ssize_t at) noexcept:
    """A text of which `bits_of` has all, in lower case."""
    cdef Py_ssize_t i
    cdef unsigned short* units = <unsigned short*>to + at
    if kind == 2:  # as nearly all that have such texts
        for i in range(n):
            units[i] = LOWER[<unsigned int>text[i] & 0xFFFF]
        return
    for i in range(n):
        PyUnicode_WRITE(kind, to, at + i, LOWER[<unsigned int>text[i] & 0xFFFF])


def lowered(list texts not None, Py_ssize_t most, Py_ssize_t[::1] starts):
    """All texts in lower case, a line end between each two, and where each begins.

    Texts of more characters than most are taken for "". Their indices are the second thing that is returned.
    """
    cdef Py_ssize_t i, at = 0, n = len(texts)
    cdef list longer = []
    cdef dict others = {}  # what only Python has in lower case
    cdef str text
    cdef long long bits = 127, more
    for i in range(n):
        text = texts[i]
        starts[i] = at
        at += 1
        if len(text) > most:
            longer.append(i)
        elif PyUnicode_IS_ASCII(text):
            at += len(text)
        else:
            more = -1
            if PyUnicode_KIND(text) == 1:
                more = bits_of(<const unsigned char*>PyUnicode_DATA(text), len(text))
            elif PyUnicode_KIND(text) == 2:
                more = bits_of(<const unsigned short*>PyUnicode_DATA(text), len(text))
            if more < 0:
                others[i] = text = text.lower()
                more = PyUnicode_MAX_CHAR_VALUE(text)
            bits |= more
            at += len(text)
    if not n:
        return "", longer
    page = PyUnicode_New(at - 1, min(bits, 0x10FFFF))
    cdef int kind = PyUnicode_KIND(page)
    cdef void* data = PyUnicode_DATA(page)
    cdef Py_ssize_t n_longer = 0
    for i in range(n):
        text, at = texts[i], starts[i]
        if i:
            PyUnicode_WRITE(kind, data, at - 1, c"\n")
        if n_longer < len(longer) and <Py_ssize_t>longer[n_longer] == i:
            n_longer += 1
        elif PyUnicode_IS_ASCII(text):
            copy_ascii(<const unsigned char*>PyUnicode_DATA(text), len(text), data, kind, at)
        elif i in others:
            PyUnicode_CopyCharacters(page, at, others[i], 0, len(<str>others[i]))
        elif PyUnicode_KIND(text) == 1:
            copy_lower(<const unsigned char*>PyUnicode_DATA(text), len(text), data, kind, at)
        else:
            copy_lower(<const unsigned short*>PyUnicode_DATA(text), len(text), data, kind, at)
    return page, longer


def letters_between(str page not None, str ranges not None):
    """The different characters of a text in these ranges, each written as in a pattern: `a-z`, the least first."""
    cdef Py_UCS4[16] first, last
    cdef Py_UCS4 point
    cdef Py_ssize_t i, k, n = len(ranges) // 3
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef set found = set()
    if not 0 < n <= 16:
        raise ValueError("too many ranges")
    for k in range(n):
        first[k], last[k] = ranges[3 * k], ranges[3 * k + 2]
    if form > 1 or first[0] < 0x100:
        for i in range(len(page)):
            point = PyUnicode_READ(form, data, i)
            if point >= first[0]:
                for k in range(n):
                    if first[k] <= point <= last[k]:
                        found.add(point)
    return frozenset(found)


cdef enum:
    N_PAIRS = 4096
    MOST = 32_000  # texts that are looked for at once

cdef inline unsigned int pair(unsigned int one, unsigned int other) noexcept:
    return (one * 37 + other) & (N_PAIRS - 1)


cdef inline Py_ssize_t next_pair(const Unit* page, Py_ssize_t i, Py_ssize_t last, const short* head) noexcept:
    """The first place from i on, and before the last one, where a text may begin."""
    while i < last and not head[pair(page[i], page[i + 1])]:
        i += 1
    return i


cdef class Wanted:
    """Texts that are looked for, by how they begin."""

    cdef short head[N_PAIRS]  # the first text of those that begin with such a pair, from 1 on
    cdef list texts
    cdef list following  # for each the next one that begins so

    def __cinit__(self, list texts not None):
        cdef Py_ssize_t k
        cdef unsigned int at
        if len(texts) > MOST:
            raise ValueError("too many texts")
        memset(self.head, 0, sizeof(self.head))
        self.texts, self.following = texts, []
        for k in range(len(texts)):
            at = pair((<str?>texts[k])[0], (<str?>texts[k])[1])
            self.following.append(self.head[at])
            self.head[at] = <short>(k + 1)

    cdef Py_ssize_t first(self, str page, Py_ssize_t i) except -1:
        """The first place from i on where one may begin, the page's last one where there is none."""
        cdef Py_ssize_t last = len(page) - 1
        cdef int form = PyUnicode_KIND(page)
        cdef const void* data = PyUnicode_DATA(page)
        if last < 0:
            return 0
        if form == 1:
            return next_pair(<const unsigned char*>data, i, last, self.head)
        if form == 2:
            return next_pair(<const unsigned short*>data, i, last, self.head)
        return next_pair(<const unsigned int*>data, i, last, self.head)

    cdef Py_ssize_t begun(self, str page, Py_ssize_t i) except -1:
        """The first text, from 1 on, of those that begin as what stands there; 0 for none."""
        cdef const void* data = PyUnicode_DATA(page)
        cdef int form = PyUnicode_KIND(page)
        return self.head[pair(PyUnicode_READ(form, data, i), PyUnicode_READ(form, data, i + 1))]


def places(str page not None, list wanted not None, list begins not None, list is_whole not None):
    """Where each of some texts stands in another one; where it overlaps itself the first time counts.

    Args:
        page: What they are looked for in.
        wanted: Texts of two characters or more.
        begins: Of each whether it must stand where a word begins.
        is_whole: Of each whether it must stand where a word ends.

    Returns:
        A list of places for each text.
    """
    cdef Wanted texts = Wanted(wanted)
    cdef Py_ssize_t i, k, end, length = len(page)
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef list found = [[] for _ in wanted], free = [0] * len(wanted)
    i = texts.first(page, 0)
    while i < length - 1:
        k = texts.begun(page, i)
        while k:
            k -= 1
            if i >= <Py_ssize_t>free[k] and PyUnicode_Tailmatch(page, wanted[k], i, length, -1):
                free[k] = end = i + len(<str>wanted[k])
                if not (begins[k] and i and is_alnum(PyUnicode_READ(form, data, i - 1))) and not (
                    is_whole[k] and end < length and is_alnum(PyUnicode_READ(form, data, end))
                ):
                    (<list>found[k]).append(i)
            k = texts.following[k]
        i = texts.first(page, i + 1)
    return found


cdef Py_ssize_t next_end(
    const Unit* page, Py_ssize_t i, Py_ssize_t last, const unsigned char* leap
) noexcept:
    """The first place from i on, and before the last one, where the beginning of a word may end."""
    cdef unsigned char far
    while i < last:
        far = leap[pair(page[i], page[i + 1])]
        if not far:
            break
        i += far
    return i


cdef enum:
    MOST_LEAP = 255


def holding(str page not None, const Py_ssize_t[::1] starts, list wanted not None):
    """Indices of the texts of a page that hold one of some words, of two characters or more; in order.

    Args:
        page: The texts, a line end between each two.
        starts: Where each begins, rising from 0.
        wanted: The words, at least one.
    """
    cdef unsigned char[N_PAIRS] leap  # how far it may be from two characters to the next two that end a beginning
    cdef Py_ssize_t i, k, own = 0, length = len(page), n = len(starts), last = length - 1
    cdef Py_ssize_t least = min(min([len(<str?>word) for word in wanted]), MOST_LEAP)  # of the words' beginnings
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef list found = []
    cdef str word
    if least < 2:
        raise ValueError("words of two characters and more")
    memset(leap, <int>(least - 1), sizeof(leap))
    for word in wanted:
        for i in range(least - 1):
            k = pair(word[i], word[i + 1])
            leap[k] = min(leap[k], <unsigned char>(least - 2 - i))
    i = least - 2
    while i < last:
        if form == 1:
            i = next_end(<const unsigned char*>data, i, last, leap)
        elif form == 2:
            i = next_end(<const unsigned short*>data, i, last, leap)
        else:
            i = next_end(<const unsigned int*>data, i, last, leap)
        if i >= last:
            break
        for word in wanted:
            if PyUnicode_Tailmatch(page, word, i - least + 2, length, -1):
                while own + 1 < n and starts[own + 1] <= i:
                    own += 1
                found.append(own)
                if own + 1 == n:
                    return found
                i = max(i, starts[own + 1] + least - 3)
                break
        i += 1
    return found
