# cython: language_level=3
"""Where a text holds phrases, and the columns on the small box around a block that holds one.

Each word of the text, and each with the beginning of the next one, is looked up among the beginnings of all phrases;
what stands there is compared with those that begin so.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_Find, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Tailmatch,
)
from libc.string cimport memset

include "_letters.pxi"

cdef extern from *:
    bint unlikely(bint is_so) noexcept

ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int

cdef enum:
    UNKNOWN = 2

cdef unsigned char[0x10000] IS_ALNUM  # of each character of the basic plane, filled row by row
memset(IS_ALNUM, UNKNOWN, sizeof(IS_ALNUM))


cdef bint look_at(unsigned int point) noexcept:
    cdef unsigned int code
    for code in range(point & ~0xFFu, (point | 0xFF) + 1):
        IS_ALNUM[code] = is_alnum(code)
    return IS_ALNUM[point]


cdef inline bint stands_in_word(unsigned int point) noexcept:
    cdef unsigned char told
    if point > 0xFFFF:
        return is_alnum(point)
    told = IS_ALNUM[point]
    return look_at(point) if unlikely(told == UNKNOWN) else told


cdef inline unsigned int mixed(unsigned int hashed, unsigned int point) noexcept:
    return hashed * 31 + point


cdef struct Word:
    Py_ssize_t start, end
    unsigned int hashed


cdef bint next_word(const Unit* page, Py_ssize_t length, Word* word) noexcept:
    """Go to the next letters and digits in a row; whether there are any."""
    cdef Py_ssize_t place = word.end
    cdef unsigned int point, hashed = 0
    while place < length and not stands_in_word(page[place]):
        place += 1
    word.start = place
    while place < length:
        point = page[place]
        if not stands_in_word(point):
            break
        hashed = mixed(hashed, point)
        place += 1
    word.end, word.hashed = place, hashed
    return word.start < place


cdef inline bint go_on(str page, Word* word) noexcept:
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    if form == 1:
        return next_word(<const unsigned char*>data, len(page), word)
    if form == 2:
        return next_word(<const unsigned short*>data, len(page), word)
    return next_word(<const unsigned int*>data, len(page), word)


cdef enum:
    BITS = 17
    SLOT_BITS = 14
    SPACED = 1
    UNSPACED = 2


cdef struct Phrase:
    unsigned int beginning  # its first word, and one or two characters of the second
    int following  # number of the next one of its slot, from 1 on
    short offset  # of the first word
    unsigned char is_word  # it ends with its first word
    unsigned char recurs  # it may stand where its first word does not, or begin anew in itself
    unsigned char script  # whether its words are set apart by blanks, where that was asked already


cdef inline Py_ssize_t owner(const Py_ssize_t[::1] starts, Py_ssize_t place, Py_ssize_t* own) noexcept:
    """Which text a place is in, looked for from the one on that was found before."""
    while own[0] + 1 < starts.shape[0] and starts[own[0] + 1] <= place:
        own[0] += 1
    return own[0]


cdef class Index:
    """Phrases by their beginnings.

    Args:
        phrases: Texts of each role.
        has_unspaced: Whether a text is of a script without blanks; such ones are not found.
    """

    cdef list texts, roles
    cdef object has_unspaced
    cdef Phrase* each
    cdef int[1 << SLOT_BITS] slots
    cdef unsigned char[1 << (BITS - 3)] bits  # tell of nearly all beginnings at once that they are none

    def __cinit__(self, dict phrases not None, has_unspaced):
        cdef Py_ssize_t i
        self.has_unspaced = has_unspaced
        self.texts = [text for of_role in phrases.values() for text in of_role]
        self.roles = [role for role, of_role in phrases.items() for _ in of_role]
        self.each = <Phrase*>PyMem_Calloc(len(self.texts) + 1, sizeof(Phrase))
        if self.each == NULL:
            raise MemoryError
        for i in range(len(self.texts)):
            self.enter(self.texts[i], <int>i, self.each + i)

    def __dealloc__(self):
        PyMem_Free(self.each)

    cdef int enter(self, str text, int number, Phrase* phrase) except -1:
        cdef Word first = Word(0, 0, 0), second
        cdef unsigned int hashed, slot
        cdef Py_ssize_t i, n = len(text)
        if not go_on(text, &first) or first.start > 99:
            raise ValueError("a phrase without words")
        second, hashed = first, first.hashed
        if go_on(text, &second):
            hashed = mixed(mixed(hashed, 32), text[second.start])
            if second.end > second.start + 1:
                hashed = mixed(hashed, text[second.start + 1])
        phrase.beginning, phrase.offset = hashed, <short>first.start
        phrase.is_word = first.end == n
        phrase.recurs = phrase.is_word and first.start
        for i in range(1, n):
            if not stands_in_word(text[i - 1]) and text.startswith(text[i:]):
                phrase.recurs = True
        self.bits[hashed >> 3 & ((1 << (BITS - 3)) - 1)] |= 1 << (hashed & 7)
        slot = hashed * 0x9E3779B1u >> (32 - SLOT_BITS)
        phrase.following, self.slots[slot] = self.slots[slot], number + 1
        return 0

    cdef inline bint has_bit(self, unsigned int hashed) noexcept:
        return self.bits[hashed >> 3 & ((1 << (BITS - 3)) - 1)] >> (hashed & 7) & 1

    cdef int compare(
        self, str page, Py_ssize_t start, unsigned int hashed, const Py_ssize_t[::1] starts, Py_ssize_t* own,
        list found, set seen
    ) except -1:
        """Add the phrases that begin so and stand where their first word starts; False where Python has to look.

        Of those that recur all places are looked for when they are met first; `seen` has which ones were.
        """
        cdef Py_ssize_t place, end, entry, n = len(page)
        cdef int form = PyUnicode_KIND(page), number = self.slots[hashed * 0x9E3779B1u >> (32 - SLOT_BITS)]
        cdef const void* data = PyUnicode_DATA(page)
        cdef Py_UCS4 before, behind
        cdef Phrase* phrase
        cdef str text
        while number:
            phrase, entry = self.each + number - 1, number - 1
            number, place = phrase.following, start - phrase.offset
            if phrase.beginning != hashed or place < 0:
                continue
            text, role = self.texts[entry], self.roles[entry]
            end = place + len(text)
            if not PyUnicode_Tailmatch(page, text, place, n, -1):
                continue
            before = PyUnicode_READ(form, data, place - 1) if place else 32
            behind = PyUnicode_READ(form, data, end) if end < n else 32
            if stands_in_word(before):
                continue
            if not phrase.script:
                phrase.script = UNSPACED if self.has_unspaced(text) else SPACED
            if phrase.script == UNSPACED:
                continue
            if before == c"_" or (phrase.is_word and behind == c"_"):
                return False
            if not phrase.recurs:
                found.append((role, text, owner(starts, start, own)))
                continue
            if entry in seen:
                continue  # all of its places are there
            seen.add(entry)
            end, place = 0, self.next_place(page, text, 0)
            while place < n:
                found.append((role, text, owner(starts, place, &end)))
                place = self.next_place(page, text, place + len(text))
        return True

    cdef Py_ssize_t next_place(self, str page, str text, Py_ssize_t place) except -1:
        """Where a phrase stands next and no letter or digit before it, the page's end where it does nowhere."""
        cdef Py_ssize_t n = len(page)
        while True:
            place = PyUnicode_Find(page, text, place, n, 1)
            if place < 0:
                return n
            if not place or not stands_in_word(page[place - 1]):
                return place
            place += len(text)

    def find(self, str page not None, const Py_ssize_t[::1] starts):
        """Role and text of each phrase in texts of small letters, and which one it is in; None where it is beside "_".

        What such ones tell depends on whether they stand elsewhere, too: Python has to look.
        """
        cdef Word first = Word(0, 0, 0), word = Word(0, 0, 0)
        cdef int form = PyUnicode_KIND(page)
        cdef const void* data = PyUnicode_DATA(page)
        cdef unsigned int hashed
        cdef Py_ssize_t own = 0
        cdef list found = []
        cdef set seen = set()
        while go_on(page, &word):
            if first.end:
                hashed = mixed(mixed(first.hashed, 32), PyUnicode_READ(form, data, word.start))
                if self.has_bit(hashed) and not self.compare(page, first.start, hashed, starts, &own, found, seen):
                    return None
                if word.end > word.start + 1:
                    hashed = mixed(hashed, PyUnicode_READ(form, data, word.start + 1))
                    if self.has_bit(hashed) and not self.compare(page, first.start, hashed, starts, &own, found, seen):
                        return None
            if self.has_bit(word.hashed) and not self.compare(page, word.start, word.hashed, starts, &own, found, seen):
                return None
            first = word
        return found


# Columns: what comes from the caller is written into the last array; indices are checked, and count from the end where
# they are negative, as numpy's do.


def mark(dict told not None, dict row_of not None, float[:, ::1] out):
    """1 for the blocks that hold phrases of a role, in its row, where it has one."""
    cdef Py_ssize_t row, block
    for role, blocks in told.items():
        if role in row_of:
            row = row_of[role]
            for block in blocks:
                out[row, block] = 1


def boxed(
    const Py_ssize_t[::1] kind, const Py_ssize_t[::1] tag, const Py_ssize_t[::1] up, const Py_ssize_t[::1] first,
    const Py_ssize_t[::1] end, const Py_ssize_t[::1] element, const double[::1] prose, double share, list rows not None,
    Py_ssize_t[::1] box, Py_ssize_t[::1] held, float[:, ::1] out,
):
    """1 for the blocks whose nearest small box holds one that a row has.

    Args:
        kind: Of each tag: 1 for boxes, 2 for what is one where it holds two blocks or more.
        tag, up, first, end: Of each element.
        element: Of each block.
        prose: Prefix sums of prose.
        share: Of the page's prose, above which an element is no box.
        rows: Pairs: the row that has them, and the one that is filled.
        box: Room for a number for each element.
        held: Room for a number more than there are blocks.
        out: The rows.
    """
    cdef Py_ssize_t i, own, one, other, n = len(element)
    cdef double most = share * prose[n]
    for i in range(len(up)):
        own = kind[tag[i]]
        if (own == 1 or (own == 2 and end[i] - first[i] > 1)) and prose[end[i]] - prose[first[i]] <= most:
            box[i] = i
        else:
            box[i] = box[up[i]] if up[i] < i else -1
    for one, other in rows:
        held[0] = 0
        for i in range(n):
            held[i + 1] = held[i] + (out[one, i] > 0)
        for i in range(n):
            own = box[element[i]]
            if own >= 0 and held[end[own]] > held[first[own]]:
                out[other, i] = 1


def after(const float[::1] link_density, const float[::1] chars, float least, list labels not None, float[::1] out):
    """1 for the lines of links that follow a label.

    Args:
        link_density, chars: Of each block.
        least: Link density of such a line; one without characters is one, too.
        labels: Indices of the blocks that are one, rising.
        out: Zeros.
    """
    cdef Py_ssize_t label, i, n = len(out)
    for label in labels:
        i = label + 1
        while i < n and not out[i] and (link_density[i] >= least or not chars[i]):
            out[i] = 1
            i += 1
