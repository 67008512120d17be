# cython: language_level=3
"""The phrases whose words follow each other in a text."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Tailmatch

include "_letters.pxi"

ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int

cdef unsigned char OF_WORD[256]  # whether a character is one of words
for _code in range(256):
    OF_WORD[_code] = is_of_word(_code)


cdef enum:
    N_BITS = 1 << 17


cdef inline unsigned int mixed(unsigned int hashed, Py_UCS4 point) noexcept:
    return hashed * 31 + <unsigned int>point


cdef inline unsigned int one_bit(unsigned int hashed) noexcept:
    """One of the two bits of a text in what `beginnings` gives."""
    return (hashed ^ (hashed >> 15)) & (N_BITS - 1)


cdef inline unsigned int other_bit(unsigned int hashed) noexcept:
    return hashed * 0x9E3779B1u >> 15


def beginnings(list texts not None):
    """A set of bits that has those of these texts: of nearly all others it tells at once that they are none."""
    cdef bytearray bits = bytearray(N_BITS >> 3)
    cdef unsigned int hashed
    cdef str text
    cdef Py_UCS4 point
    for text in texts:
        hashed = 0
        for point in text:
            hashed = mixed(hashed, point)
        bits[one_bit(hashed) >> 3] |= 1 << (one_bit(hashed) & 7)
        bits[other_bit(hashed) >> 3] |= 1 << (other_bit(hashed) & 7)
    return bytes(bits)


cdef inline bint has_bit(const unsigned char* bits, unsigned int hashed) noexcept:
    cdef unsigned int one = one_bit(hashed), other = other_bit(hashed)
    return bits[one >> 3] >> (one & 7) & 1 and bits[other >> 3] >> (other & 7) & 1


cdef int follow(str page, Py_ssize_t place, list more) except -1:
    """Whether the words from a place on are these, or the last one begins so."""
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef Py_ssize_t i, length = len(page), last = len(more) - 1
    for i in range(last + 1):
        place = word_from(form, data, place, length)
        if not PyUnicode_Tailmatch(page, more[i], place, length, -1):
            return False
        place += len(<str>more[i])
        if i < last and place < length and is_of_word(PyUnicode_READ(form, data, place)):
            return False
    return True


def phrases_begun(str page not None, const unsigned char[::1] bits, index):
    """The phrases whose words follow each other in a text.

    Args:
        page: The text.
        bits: What `beginnings` gives for the beginnings of all phrases: the only word, or the first one, a
            blank, and one or two characters of the second.
        index: What has the phrases that begin with a word, and a dictionary `texts` with these words.
    """
    cdef set found = set()
    cdef dict firsts = index.texts
    cdef Py_ssize_t start, end = 0, length = len(page), first_start = 0, first_end = 0
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef unsigned int hashed = 0, first_hashed = 0
    cdef bint may_follow
    if len(bits) != N_BITS >> 3:
        raise ValueError("bits of another size")
    while True:
        if form == 1:
            start = next_word(<const unsigned char*>data, &end, length, &hashed)
        elif form == 2:
            start = next_word(<const unsigned short*>data, &end, length, &hashed)
        else:
            start = next_word(<const unsigned int*>data, &end, length, &hashed)
        if start == length:
            return found
        if first_end:
            first_hashed = mixed(first_hashed, PyUnicode_READ(form, data, start))
            may_follow = has_bit(&bits[0], first_hashed)
            if not may_follow and end > start + 1:
                may_follow = has_bit(&bits[0], mixed(first_hashed, PyUnicode_READ(form, data, start + 1)))
            if may_follow:
                first = page[first_start:first_end]
                if first in firsts:
                    for more, phrase in index[first][1]:
                        if follow(page, start, more):
                            found.add(phrase)
        if has_bit(&bits[0], hashed):
            first = page[start:end]
            if first in firsts:
                found.update(index[first][0])
        first_start, first_end, first_hashed = start, end, mixed(hashed, c" ")


cdef inline bint stands_in_word(unsigned int point) noexcept:
    if point < 256:
        return OF_WORD[point]
    return is_of_word(point)


cdef Py_ssize_t next_word(const Unit* page, Py_ssize_t* end, Py_ssize_t length, unsigned int* hashed) noexcept:
    """Where the next word begins from `end` on, the page's end where there is none; its own end, and its hash."""
    cdef Py_ssize_t start, place = end[0]
    cdef unsigned int mix = 0
    while place < length and not stands_in_word(page[place]):
        place += 1
    start = place
    while place < length and stands_in_word(page[place]):
        mix = mixed(mix, page[place])
        place += 1
    hashed[0], end[0] = mix, place
    return start
