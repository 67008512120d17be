# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True
"""Kinds of characters of each text, counted as `characters` does it.

Shapes and classes are looked at before anything is read, so indices need not be checked.
"""

cimport cython
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, Py_UNICODE_ISALPHA, Py_UNICODE_ISDIGIT, Py_UNICODE_ISLOWER,
    Py_UNICODE_ISSPACE, Py_UNICODE_ISUPPER,
)
from libc.string cimport memset

cdef extern from *:
    """
    #ifdef __SSE2__
    #include <emmintrin.h>
    #define HAS_SMALL 1

    /* Which of sixteen characters, of one or two bytes each, are no small letters of ASCII: a bit for each. */
    static inline unsigned int not_small(const void *data, int kind) {
        const __m128i *from = (const __m128i *)data;
        __m128i units = _mm_loadu_si128(from); /* of two bytes what is no single one becomes 0 or 255 */
        if (kind == 2) units = _mm_packus_epi16(units, _mm_loadu_si128(from + 1));
        units = _mm_add_epi8(units, _mm_set1_epi8(127 - 'z')); /* a..z are the largest ones now */
        return (unsigned int)_mm_movemask_epi8(_mm_cmpgt_epi8(units, _mm_set1_epi8(127 - 26))) ^ 0xFFFFu;
    }
    #else
    #define HAS_SMALL 0
    static inline unsigned int not_small(const void *data, int kind) { return 0xFFFFu; }
    #endif

    static inline int lowest(unsigned long long bits) {
    #ifdef __GNUC__
        return __builtin_ctzll(bits);
    #else
        int place = 0;
        while (!(bits >> place & 1)) place++;
        return place;
    #endif
    }
    """
    bint HAS_SMALL
    unsigned int not_small(const void* data, int kind) noexcept
    int lowest(unsigned long long bits) noexcept


cdef enum:
    SIXTEEN = 16

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

include "_counts.pxi"

cdef enum:
    N_KINDS = 9
cdef int* KINDS = [LETTER, UPPER, DIGIT, COMMA, PUNCTUATION, WIDE, CURRENCY, COPYRIGHT, AT]  # counted anywhere
cdef int* ROWS = [LETTERS, UPPERS, DIGITS, COMMAS, PUNCTUATIONS, WIDES, CURRENCIES, COPYRIGHTS, ATS]  # and where


ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int


cdef enum:
    MOST_CLASSES = 64
    BLANK = MOST_CLASSES - 1  # class of what is thought before and behind a text
    LANES = 4  # counters for each class, which take turns: one after the other of the same would have to wait
    # What a character tells beside the one before.
    ENDS_WORD = 1
    ENDS_A_SENTENCE = 2
    CAPITAL = 4
    N_TOLD = 8
    IS_RARE = N_TOLD  # a digit or a colon, or what stands behind a digit


cdef struct Counters:
    unsigned int[N_TOLD][LANES] told
    unsigned int[MOST_CLASSES][LANES] of_class  # of those that were seen
    unsigned long long seen  # a bit for each class


include "_kinds.pxi"


cdef class Known:
    """What is known of characters: they fall into classes, by the kinds that they are of.

    Args:
        kinds: Of every character of the basic plane, by code point, as bits.

    Raises:
        ValueError: There are too many classes.
    """

    cdef unsigned char[0x10000] class_of
    cdef unsigned short[MOST_CLASSES] kinds
    cdef int n_classes
    cdef unsigned char[MOST_CLASSES][MOST_CLASSES] tells  # of the class of the character before, and its own
    cdef unsigned char[MOST_CLASSES][N_KINDS] rows  # where characters of a class are counted
    cdef unsigned char[MOST_CLASSES] n_rows
    cdef bint is_plain  # small letters of ASCII are of one class, and nothing else

    def __cinit__(self, const unsigned short[::1] kinds):
        cdef int each = 0, before, row
        cdef Py_ssize_t i
        if len(kinds) != 0x10000:
            raise ValueError("an array of another shape")
        for i in range(len(kinds)):
            if self.kinds[each] != kinds[i] or not self.n_classes:
                each = 0
                while each < self.n_classes and self.kinds[each] != kinds[i]:
                    each += 1
                if each == BLANK:
                    raise ValueError("too many classes")
                self.kinds[each] = kinds[i]
                self.n_classes = max(self.n_classes, each + 1)
            self.class_of[i] = each
        for each in range(self.n_classes):
            for row in range(N_KINDS):
                if self.kinds[each] & KINDS[row]:
                    self.rows[each][self.n_rows[each]] = ROWS[row]
                    self.n_rows[each] += 1
        self.kinds[BLANK] = SPACE
        self.is_plain = self.kinds[self.class_of[c"a"]] == LETTER | LOWER
        for i in range(c"a", c"z" + 1):
            self.is_plain = self.is_plain and self.class_of[i] == self.class_of[c"a"]
        for before in range(MOST_CLASSES):
            for each in range(MOST_CLASSES):
                self.tells[before][each] = told_by(self.kinds[before], self.kinds[each])

    def count(self, list texts not None, float[:, ::1] out):
        """Count kinds of characters in each text; the rows of `out` are the attributes of `CharacterCounts`."""
        cdef long long[N_COUNTS] counts  # of millions of characters single precision has no exact number
        cdef Py_ssize_t i, row
        cdef Counters counters
        memset(&counters, 0, sizeof(counters))
        if out.shape[0] != N_COUNTS or out.shape[1] != len(texts):
            raise ValueError("arrays of another shape")
        for i in range(len(texts)):
            memset(counts, 0, sizeof(counts))
            count_in(texts[i], self, &counters, counts)
            for row in range(N_COUNTS):
                out[row, i] = <float>counts[row]
            out[WORDS, i] += out[WIDES, i] / 2


cdef int told_by(int before, int kind) noexcept:
    """What a character of some kinds tells behind one of others."""
    cdef int told = 0
    if kind & (SPACE | WIDE) and not before & (SPACE | WIDE):
        told |= ENDS_WORD
    if before & END and not kind & END and kind & (SPACE | PUNCTUATION | WIDE):
        told |= ENDS_A_SENTENCE
    if kind & UPPER and before & SPACE:
        told |= CAPITAL
    if (kind | before) & DIGIT or kind & COLON:
        told |= IS_RARE
    return told


cdef inline int kind_at(Known known, int form, const void* data, Py_ssize_t place) noexcept:
    cdef Py_UCS4 point = PyUnicode_READ(form, data, place)
    return known.kinds[known.class_of[point if point < 0xFFFF else 0xFFFF]]


cdef inline long long sum_of(const unsigned int* lanes) noexcept:
    return <long long>lanes[0] + lanes[1] + lanes[2] + lanes[3]


cdef int count_in(str text, Known known, Counters* counters, long long* counts) except -1:
    """Count each class, and what depends on the characters beside one; counters are zeros, before and after."""
    cdef Py_ssize_t length = len(text)
    cdef int each, row, told, form = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef long long n
    if form == 1:
        count_units(<const unsigned char*>data, length, form, known, counters, counts)
    elif form == 2:
        count_units(<const unsigned short*>data, length, form, known, counters, counts)
    else:
        count_units(<const unsigned int*>data, length, form, known, counters, counts)
    while counters.seen:
        each = lowest(counters.seen)
        counters.seen &= counters.seen - 1
        n = sum_of(counters.of_class[each])
        memset(counters.of_class[each], 0, sizeof(counters.of_class[each]))
        for row in range(known.n_rows[each]):
            counts[known.rows[each][row]] += n
    for told in range(N_TOLD):
        n = sum_of(counters.told[told])
        if told & ENDS_WORD:
            counts[WORDS] += n
        if told & ENDS_A_SENTENCE:
            counts[SENTENCES] += n
        if told & CAPITAL:
            counts[CAPITALIZED] += n
    memset(counters.told, 0, sizeof(counters.told))
    if length:
        note_edges(known, form, data, length, counts)
    return 0


include "_units.pxi"


cdef void note_edges(
    Known known, int form, const void* data, Py_ssize_t length, long long* counts
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


@cython.boundscheck(True)  # a list may get shorter while it is read
def prose(
    const float[:, ::1] counts,
    list n_chars not None,
    list n_link_chars not None,
    tuple bounds not None,
    float[:, ::1] summed,
    float[::1] link_density,
    double[:, ::1] sums,
):
    """Characters of each block, those in links, and those of prose, as `PageArrays` has them; and their sums.

    Args:
        counts: Rows of `CharacterCounts`.
        n_chars, n_link_chars: Of each block.
        bounds: The least characters of prose; the least between blanks where these stand between phrases; the most
            link density of prose.
        summed: Room for three rows.
        link_density: Room for one.
        sums: Room for three, each a number longer.
    """
    cdef Py_ssize_t i, row, n = len(link_density)
    cdef float least, of_phrase, of_links, chars, words
    cdef bint is_punctuated, is_phrased
    least, of_phrase, of_links = bounds
    if (
        counts.shape[0] != N_COUNTS or summed.shape[0] != 3 or sums.shape[0] != 3 or sums.shape[1] != n + 1
        or counts.shape[1] != n or summed.shape[1] != n or len(n_chars) != n or len(n_link_chars) != n
    ):
        raise ValueError("arrays of another shape")
    sums[0, 0] = sums[1, 0] = sums[2, 0] = 0
    for i in range(n):
        chars, words = <float><long long>n_chars[i], counts[WORDS, i]
        summed[0, i], summed[1, i] = chars, <float><long long>n_link_chars[i]
        link_density[i] = summed[1, i] / (chars if chars > 1 else 1)
        is_punctuated = counts[SENTENCES, i] + counts[COMMAS, i] > 0
        is_phrased = words >= 2 and chars >= of_phrase * words
        summed[2, i] = chars * (chars >= least and link_density[i] <= of_links and (is_punctuated or is_phrased))
        for row in range(3):
            sums[row, i + 1] = sums[row, i] + summed[row, i]
