# cython: language_level=3, boundscheck=False, wraparound=False
"""Words of names for the compiled parts of this room: most are seen to be no term by a look at their letters."""

from libc.string cimport memset

from boilerstrip.words import words_in

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)

cdef enum:
    # What the letters of a word may be those of.
    WHOLE = 1
    BEGINNING = 2
    ENDING = 4
    PAIR = 8
    MOST_LETTERS = 4  # of beginnings and endings that are looked at
    SOME_LETTERS = 0xFFFFF  # so many, of five bits each
    FEWER_LETTERS = 0x7FFF  # one less, of which the shortest terms are


cdef inline unsigned int slot(unsigned int letters) noexcept:
    return (letters * 2654435761u) >> (32 - BITS)


cdef inline unsigned int together(unsigned int before, unsigned int word) noexcept:
    return before * 1000003u ^ word


cdef unsigned int sum_of(str word) except? 0:
    cdef unsigned int letters = 0
    for letter in word:
        letters = letters * 31 + ord(letter) - 96
    return letters


cdef unsigned int packed_of(str word) except? 0:
    cdef unsigned int letters = 0
    for letter in word:
        letters = letters << 5 | (ord(letter) - 96)
    return letters


cdef inline bint is_blank(unsigned char character) noexcept:
    """Whether `str.split` takes a character of ASCII for a blank."""
    return character == 32 or 9 <= character <= 13 or 28 <= character <= 31


cdef class Letters:
    """What the letters of the terms of a table look like.

    Args:
        table: A `WordTable`.

    Raises:
        ValueError: It has terms whose letters cannot be noted.
    """

    def __init__(self, table):
        wholes, beginnings, endings, pairs = table.words, table.beginnings, table.endings, table.pairs
        parts = [part for pair in pairs for part in pair.partition("-")[::2]]
        words = (*wholes, *beginnings, *endings, *parts)
        if not all(word.isascii() and word.isalpha() and word.islower() for word in words):
            raise ValueError("terms are written in small letters of ASCII")
        if any(len(term) < MOST_LETTERS - 1 for term in (*beginnings, *endings)):
            raise ValueError("beginnings and endings have three letters and more")
        self.known, self.pairs, self.pair_ends = table.known, table.pairs, table.pair_ends
        self.look_up = table.look_up
        memset(self.may_be, 0, sizeof(self.may_be))
        for term in wholes:
            self.may_be[slot(sum_of(term))] |= WHOLE
        for term in beginnings:
            self.may_be[slot(packed_of(term[:MOST_LETTERS]))] |= BEGINNING
        for term in endings:
            self.may_be[slot(packed_of(term[max(len(term) - MOST_LETTERS, 0):]))] |= ENDING
        for pair in pairs:
            before, _, word = pair.partition("-")
            self.may_be[slot(together(sum_of(before), sum_of(word)))] |= PAIR

    cdef list candidates(self, str label):
        """The names in a label with words that may be terms; None where there are none, as is certain of most."""
        if not PyUnicode_IS_ASCII(label):
            return label.split()
        cdef list found = None
        cdef const unsigned char* text = <const unsigned char*>PyUnicode_DATA(label)
        cdef Py_ssize_t start, at = 0, n = len(label)
        while at < n:
            while at < n and is_blank(text[at]):
                at += 1
            start = at
            while at < n and not is_blank(text[at]):
                at += 1
            if self.may_be_term(text + start, text + at):
                if found is None:
                    found = []
                found.append(label[start:at])
        return found

    cdef bint may_be_term(self, const unsigned char* at, const unsigned char* end) noexcept:
        """Whether a word of a name may be a term; behind the name is a character that is no letter."""
        cdef unsigned int letter, letters = 0, before = 0, packed = 0
        cdef int length = 0
        cdef bint is_big, after_small = False
        while at <= end:
            is_big = c'A' <= at[0] <= c'Z'
            letter = at[0] - 64 if is_big else at[0] - 96 if c'a' <= at[0] <= c'z' else 0
            if length and (not letter or (is_big and after_small)):
                if (
                    self.may_be[slot(letters)] & WHOLE
                    or self.may_be[slot(packed)] & ENDING
                    or self.may_be[slot(packed & FEWER_LETTERS)] & ENDING
                    or self.may_be[slot(together(before, letters))] & PAIR
                ):
                    return True
                before = letters
                length = 0
            if letter:
                if not length:
                    letters = packed = 0
                length += 1
                letters = letters * 31 + letter
                packed = (packed << 5 | letter) & SOME_LETTERS
                if MOST_LETTERS - 1 <= length <= MOST_LETTERS and self.may_be[slot(packed)] & BEGINNING:
                    return True
            after_small = letter and not is_big
            at += 1
        return False

    cdef unsigned long long mask(self, list words) except? 0:
        """As `WordTable.mask`."""
        cdef unsigned long long mask = 0
        cdef str word, previous = ""
        for word in words:
            bits = self.known.get(word)
            if bits is None:
                bits = self.look_up(word)
            mask |= <unsigned long long>bits
            if word in self.pair_ends:
                mask |= <unsigned long long>self.pairs.get(previous + "-" + word, 0)
            previous = word
        return mask


cdef list cut(str name, Py_ssize_t most):
    """The words of a name, None where they are more than that; as `words_in`."""
    cdef list words
    cdef const unsigned char* text
    cdef Py_ssize_t at, start = -1, n = len(name)
    cdef bint is_small, is_big, after_small = False
    cdef str small
    if not PyUnicode_IS_ASCII(name):
        words = words_in(name)
        return words if len(words) <= most else None
    words = []
    text = <const unsigned char*>PyUnicode_DATA(name)
    small = name.lower()
    for at in range(n + 1):  # what is behind the text is NUL
        is_small, is_big = c'a' <= text[at] <= c'z', c'A' <= text[at] <= c'Z'
        if start >= 0 and (not (is_small or is_big) or (is_big and after_small)):
            if len(words) == most:
                return None
            words.append(small[start:at])
            start = -1
        if start < 0 and (is_small or is_big):
            start = at
        after_small = is_small
    return words
