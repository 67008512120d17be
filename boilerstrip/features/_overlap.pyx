# cython: language_level=3
"""Words of texts, and what texts have in common with those of a title or a summary, as `overlap` says it."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_Contains, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memset

include "_letters.pxi"

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

def has_between(str text not None, str ranges not None):
    """Whether a text has a character of these ranges, each written as in a pattern: `a-z`, the least first."""
    cdef Py_ssize_t i, n = len(ranges)
    cdef Py_UCS4 point, least = ranges[0]
    if PyUnicode_KIND(text) == 1 and least > 0xFF:
        return False
    for point in text:
        if point >= least:
            for i in range(0, n, 3):
                if ranges[i] <= point <= ranges[i + 2]:
                    return True
    return False


def words(str text not None):
    """The words of a text."""
    cdef list found = []
    cdef int form = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t end, length = len(text), start = word_from(form, data, 0, length)
    while start < length:
        end = end_of_word(form, data, start, length)
        found.append(text[start:end])
        start = word_from(form, data, end, length)
    return found


cdef enum:
    MOST_WORDS = 500  # of a text that are told apart here
    N_SLOTS = 2048


cdef struct Word:
    Py_ssize_t start, end
    unsigned int hashed


cdef inline unsigned int small(unsigned int point) noexcept:
    """A letter of ASCII as a small one."""
    return point + 32 if point - 65 < 26 else point


ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int

cdef unsigned char[128] SMALL  # of the characters of ASCII those of words, small; 0 of others

for _code in range(128):
    SMALL[_code] = small(_code) if is_of_word(_code) else 0


cdef inline unsigned int letter(unsigned int point) noexcept:
    """A character of words, as a small one if it is of ASCII; 0 for others."""
    if point < 128:
        return SMALL[point]
    return point if is_of_word(point) else 0


cdef bint go_on(const Unit* text, Py_ssize_t length, Word* word) noexcept:
    cdef Py_ssize_t place = word.end
    cdef unsigned int point, hashed = 0
    while place < length and not letter(text[place]):
        place += 1
    word.start = place
    while place < length:
        point = letter(text[place])
        if not point:
            break
        hashed = hashed * 31 + point
        place += 1
    word.end, word.hashed = place, hashed
    return word.start < place


cdef inline bint next_word(int form, const void* data, Py_ssize_t length, Word* word) noexcept:
    """Go to the next word of a text in small letters, or one of ASCII; whether there is one."""
    if form == 1:
        return go_on(<const unsigned char*>data, length, word)
    if form == 2:
        return go_on(<const unsigned short*>data, length, word)
    return go_on(<const unsigned int*>data, length, word)


cdef class Words:
    """The words of a title or a summary.

    Args:
        words: In small letters.
    """

    cdef readonly frozenset words
    cdef list each
    cdef int* slots  # number of a word from 1 on
    cdef Py_ssize_t* seen  # in which text each was seen last
    cdef Py_ssize_t n_slots, text

    def __cinit__(self, frozenset words not None):
        cdef Py_ssize_t i, at
        cdef str word
        self.words, self.each, self.text = words, list(words), 0
        self.n_slots = 16
        while self.n_slots < 4 * len(self.each):
            self.n_slots *= 2
        self.slots = <int*>PyMem_Malloc(self.n_slots * sizeof(int))
        self.seen = <Py_ssize_t*>PyMem_Malloc((len(self.each) + 1) * sizeof(Py_ssize_t))
        if self.slots == NULL or self.seen == NULL:
            raise MemoryError
        memset(self.slots, 0, self.n_slots * sizeof(int))
        memset(self.seen, 0, (len(self.each) + 1) * sizeof(Py_ssize_t))
        for i in range(len(self.each)):
            word = self.each[i]
            at = hash_of(word) & (self.n_slots - 1)
            while self.slots[at]:
                at = (at + 1) & (self.n_slots - 1)
            self.slots[at] = <int>(i + 1)

    def __dealloc__(self):
        PyMem_Free(self.slots)
        PyMem_Free(self.seen)

    cdef bint is_new(self, int form, const void* data, const Word* word) except -1:
        """Whether a word is one of these, for the first time in this text."""
        cdef Py_ssize_t at = word.hashed & (self.n_slots - 1), k
        while self.slots[at]:
            k = self.slots[at]
            if is_same(form, data, word, self.each[k - 1]):
                if self.seen[k] == self.text:
                    return False
                self.seen[k] = self.text
                return True
            at = (at + 1) & (self.n_slots - 1)
        return False

    cdef Py_ssize_t n_common(self, str text) except -1:
        """How many of these words a text has, none of which is of a script without blanks."""
        cdef int form = PyUnicode_KIND(text)
        cdef const void* data = PyUnicode_DATA(text)
        cdef Py_ssize_t found = 0
        cdef Word word = Word(0, 0, 0)
        self.text += 1
        while next_word(form, data, len(text), &word):
            found += self.is_new(form, data, &word)
        return found


cdef unsigned int hash_of(str word) except? 0:
    cdef unsigned int hashed = 0
    cdef Py_UCS4 point
    for point in word:
        hashed = hashed * 31 + <unsigned int>point
    return hashed


cdef bint is_same(int form, const void* data, const Word* word, str other) except -1:
    """Whether a word of a text is another one, which is in small letters."""
    cdef Py_ssize_t i, length = word.end - word.start
    cdef int other_form = PyUnicode_KIND(other)
    cdef const void* letters = PyUnicode_DATA(other)
    if len(other) != length:
        return False
    for i in range(length):
        if small(PyUnicode_READ(form, data, word.start + i)) != <unsigned int>PyUnicode_READ(other_form, letters, i):
            return False
    return True


cdef Py_ssize_t n_different(str text) except -2:
    """How many different words a text has; -1 where they are too many."""
    cdef int form = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Word[MOST_WORDS] words
    cdef short[N_SLOTS] slots  # number of a word from 1 on
    cdef Word word = Word(0, 0, 0)
    cdef Py_ssize_t n = 0, at
    memset(slots, 0, sizeof(slots))
    while next_word(form, data, len(text), &word):
        at = word.hashed & (N_SLOTS - 1)
        while slots[at] and not are_same(form, data, &word, &words[slots[at] - 1]):
            at = (at + 1) & (N_SLOTS - 1)
        if not slots[at]:
            if n == MOST_WORDS:
                return -1
            words[n] = word
            n += 1
            slots[at] = <short>n
    return n


cdef inline bint are_same(int form, const void* data, const Word* one, const Word* other) noexcept:
    cdef Py_ssize_t i, length = one.end - one.start
    if one.hashed != other.hashed or other.end - other.start != length:
        return False
    for i in range(length):
        if small(PyUnicode_READ(form, data, one.start + i)) != small(PyUnicode_READ(form, data, other.start + i)):
            return False
    return True


cdef bint begins_with(str folded, str text) except -1:
    """Whether a text in small letters begins with another one, which is so or of ASCII."""
    cdef int form = PyUnicode_KIND(text)
    cdef Word whole = Word(0, len(text), 0)
    if len(text) > len(folded):
        return False
    return is_same(form, PyUnicode_DATA(text), &whole, folded[:len(text)])


cdef inline bint is_like(Py_ssize_t n, Py_ssize_t n_title, double ratio) noexcept:
    return n * ratio >= n_title and n <= n_title * ratio


def titles(
    list texts not None, list sizes not None, list blocks not None, const float[::1] is_heading, Words wanted not None,
    str folded not None, Py_ssize_t n_chars, double most_of_heading, double most, double begun, word_set, has_unspaced,
    float[::1] out,
):
    """`title_overlap`, of the blocks that hold one of the telling words.

    Args:
        texts, sizes: Texts of all blocks, and their characters.
        blocks: Indices of some.
        is_heading: 1 for such blocks.
        wanted, folded, n_chars: Words of the title, all of it, and its characters.
        most_of_heading, most: How many times longer or shorter than the title blocks may be.
        begun: The least overlap of a block that begins it.
        word_set, has_unspaced: Those of `overlap`, for texts in scripts without blanks.
        out: Zeros.
    """
    cdef Py_ssize_t i, n, common, n_words
    cdef double share
    cdef str text
    for i in blocks:
        n = sizes[i]
        if not is_like(n, n_chars, most_of_heading):
            continue
        if not is_like(n, n_chars, most) and not is_heading[i] and not n <= n_chars <= n * 2:
            continue
        text, n_words = texts[i], -1
        if not PyUnicode_IS_ASCII(text):
            text = text.lower()
        if PyUnicode_IS_ASCII(text) or not has_unspaced(text):
            n_words = n_different(text)
        if n_words >= 0:
            common = wanted.n_common(text)
        else:
            words = word_set(text.lower())
            n_words, common = len(words), len(words & wanted.words)
        if common:
            share = 2.0 * common / (n_words + len(wanted.each))
            if len(text) * 2 >= len(folded) and begins_with(folded, text):
                share = max(share, begun)
            out[i] = <float>share


def summaries(
    list texts not None, list sizes not None, blocks, bint is_told, Py_ssize_t least, Py_ssize_t most,
    list telling not None, Words wanted not None, word_set, has_unspaced, float[::1] out,
):
    """`description_overlap`, of blocks that may hold one of the telling words.

    Args:
        texts, sizes, blocks, word_set, has_unspaced, out: As for `titles`.
        is_told: Whether those that are not longer than `most` are known to hold one.
        least: Characters above which a block may begin with the summary.
        most: Characters of it that are read.
        telling: Words of which it must hold one.
        wanted: The words of the summary, of which there is at least one.
    """
    cdef Py_ssize_t i, common
    cdef str text
    for i in blocks:
        if <Py_ssize_t>sizes[i] <= least:
            continue
        text = texts[i]
        if not is_told or len(text) > most or not PyUnicode_IS_ASCII(text):
            text = text[:most].lower()
            for word in telling:
                if PyUnicode_Contains(text, word):
                    break
            else:
                continue
        if PyUnicode_IS_ASCII(text) or not has_unspaced(text):
            common = wanted.n_common(text)
        else:
            common = len(word_set(text) & wanted.words)
        out[i] = <float>(<double>common / <double>len(wanted.each))
