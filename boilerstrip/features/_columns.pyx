# cython: language_level=3
"""Loops over characters, words, elements and blocks of `features`, compiled.

Each function does what Python does that stands beside its call, and gives the same numbers. Arrays come from the
caller, results are written into the last one. Indices are checked where they come from outside, and count from
the end where they are negative, as numpy's do.
"""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Tailmatch, Py_UNICODE_ISALNUM,
)
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

cdef enum:  # what is counted, in the order of `CharacterCounts`
    LETTERS, UPPERS, DIGITS, COMMAS, PUNCTUATIONS, SENTENCES, WORDS, CAPITALIZED
    ENDS_SENTENCE, ENDS_QUESTION, ENDS_COLON, ENDS_MORE
    BEGINS_UPPER, BEGINS_LOWER, BEGINS_DIGIT, BEGINS_LETTER
    CURRENCIES, COPYRIGHTS, ATS, CLOCKS, YEARS, WIDES
    N_COUNTS


def integers(list values not None, long long[::1] out):
    """Numbers of a list: `numpy.array` looks at what each of them is, and takes ten times as long."""
    cdef Py_ssize_t i
    for i in range(len(values)):
        out[i] = values[i]


def numbered(list values not None, Py_ssize_t[::1] out):
    """A number for each different value, in order of appearance; `out` has that of each value."""
    cdef dict numbers = {}
    cdef Py_ssize_t i
    for i in range(len(values)):
        value = values[i]
        number = numbers.get(value)
        if number is None:
            number = numbers[value] = len(numbers)
        out[i] = number
    return numbers


# Trees. A parent stands before its children: what is known of it is there when they are looked at.


def depths(const Py_ssize_t[::1] parent, Py_ssize_t[::1] out):
    """How many elements stand around each."""
    cdef Py_ssize_t i
    for i in range(len(parent)):
        out[i] = out[parent[i]] + 1 if parent[i] >= 0 else 0


def nearest(
    const unsigned char[::1] wanted,
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] element,
    Py_ssize_t[::1] found,
    Py_ssize_t[::1] out,
):
    """The innermost element that is wanted, around each element (`found`) and each block (`out`)."""
    cdef Py_ssize_t i
    for i in range(len(up)):
        found[i] = i if wanted[i] or up[i] == i else found[up[i]]
    for i in range(len(element)):
        out[i] = found[element[i]]


def like_siblings(
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] label,
    Py_ssize_t[:, ::1] room,
    Py_ssize_t[::1] out,
):
    """How many elements have the same parent, tag and label; `room` is of shape (3, n_elements)."""
    cdef Py_ssize_t i, at, first = 0, n = len(up)
    cdef Py_ssize_t[::1] order = room[0], sorted_so_far = room[1], counts = room[2]
    for i in range(n):
        order[i] = i
    sort_by(label, order, sorted_so_far, counts)
    sort_by(tag, sorted_so_far, order, counts)
    sort_by(up, order, sorted_so_far, counts)
    order = sorted_so_far
    for i in range(1, n + 1):
        if i < n and are_alike(order[first], order[i], up, tag, label):
            continue
        for at in range(first, i):
            out[order[at]] = i - first
        first = i


cdef int are_alike(
    Py_ssize_t a,
    Py_ssize_t b,
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] label,
) except -1:
    return up[a] == up[b] and tag[a] == tag[b] and label[a] == label[b]


cdef int sort_by(
    const Py_ssize_t[::1] keys, Py_ssize_t[::1] order, Py_ssize_t[::1] out, Py_ssize_t[::1] counts
) except -1:
    """The order sorted by keys that are less than its length; where they are the same it stays as it is."""
    cdef Py_ssize_t i, key, place = 0, n = len(keys)
    counts[:] = 0
    for i in range(n):
        counts[keys[i]] += 1
    for key in range(n):
        place += counts[key]
        counts[key] = place - counts[key]
    for i in range(n):
        key = keys[order[i]]
        out[counts[key]] = order[i]
        counts[key] += 1


def unpack(const long long[::1] masks, unsigned char[:, ::1] out):
    """The lowest bits of each mask as columns of 0 and 1, one below the other."""
    cdef Py_ssize_t bit, i
    for bit in range(out.shape[0]):
        for i in range(len(masks)):
            out[bit, i] = (masks[i] >> bit) & 1


# Characters.

cdef struct Known:
    # What is known of characters, see `characters._Known`.
    const unsigned char* class_of
    const unsigned short* kinds


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
    cdef Known known = Known(&class_of[0], &kinds[0])
    cdef unsigned int of_class[256]
    cdef long long counts[N_COUNTS]  # of millions of characters single precision has no exact number
    cdef Py_ssize_t i, row
    cdef int each, kind, n_classes = <int>len(kinds)
    if out.shape[0] != N_COUNTS or len(class_of) <= 0xFFFF:
        raise ValueError("arrays of another shape")
    for i in range(len(texts)):
        memset(of_class, 0, sizeof(of_class))
        memset(counts, 0, sizeof(counts))
        count_in(texts[i], &known, of_class, counts)
        for each in range(n_classes):
            if not of_class[each]:
                continue
            kind = kinds[each]
            if kind & UNSEEN:
                return False
            add_kinds(kind, of_class[each], counts)
        for row in range(N_COUNTS):
            out[row, i] = <float>counts[row]
        out[WORDS, i] += out[WIDES, i] / 2
    return True


cdef void add_kinds(int kind, unsigned int n, long long* counts) noexcept:
    """Count characters of a class, whose kinds these are."""
    if kind & LETTER:
        counts[LETTERS] += n
    if kind & UPPER:
        counts[UPPERS] += n
    if kind & DIGIT:
        counts[DIGITS] += n
    if kind & COMMA:
        counts[COMMAS] += n
    if kind & PUNCTUATION:
        counts[PUNCTUATIONS] += n
    if kind & WIDE:
        counts[WIDES] += n
    if kind & CURRENCY:
        counts[CURRENCIES] += n
    if kind & COPYRIGHT:
        counts[COPYRIGHTS] += n
    if kind & AT:
        counts[ATS] += n


cdef int count_in(str text, const Known* known, unsigned int* of_class, long long* counts) except -1:
    """Count each class, and what depends on the characters beside one. Behind the text a blank is thought."""
    cdef Py_ssize_t place, length = len(text)
    cdef int form = PyUnicode_KIND(text), each, kind, before = SPACE
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t digits = 0  # just before
    cdef Py_UCS4 point
    for place in range(length + 1):
        if place < length:
            point = PyUnicode_READ(form, data, place)
            each = known.class_of[point if point < 0xFFFF else 0xFFFF]
            of_class[each] += 1
            kind = known.kinds[each]
        else:
            kind = SPACE
        if digits or kind & ~(LETTER | LOWER):  # most are letters among letters
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
    if length:
        note_edges(known, form, data, length, counts)
    return 0


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


# Words.


cdef inline bint is_of_word(Py_UCS4 point) noexcept:
    """What the pattern `\\w` is of."""
    return is_alnum(point) or point == c"_"


cdef inline bint is_alnum(Py_UCS4 point) noexcept:
    cdef unsigned int code = <unsigned int>point
    if code < 128:
        return (code | 32) - 97 < 26 or code - 48 < 10  # a letter, a digit
    return Py_UNICODE_ISALNUM(point)


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


cdef inline bint has_bit(const unsigned char[::1] bits, unsigned int hashed) noexcept:
    cdef unsigned int one = one_bit(hashed), other = other_bit(hashed)
    return bits[one >> 3] >> (one & 7) & 1 and bits[other >> 3] >> (other & 7) & 1


cdef inline Py_ssize_t word_from(int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Where the next word begins."""
    while place < length and not is_of_word(PyUnicode_READ(form, data, place)):
        place += 1
    return place


cdef inline Py_ssize_t end_of_word(int form, const void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    while place < length and is_of_word(PyUnicode_READ(form, data, place)):
        place += 1
    return place


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
    cdef Py_ssize_t place, start = -1, length = len(page), first_start = 0, first_end = 0
    cdef int form = PyUnicode_KIND(page)
    cdef const void* data = PyUnicode_DATA(page)
    cdef unsigned int hashed = 0, first_hashed = 0
    cdef Py_UCS4 point
    cdef bint may_follow = False
    if len(bits) != N_BITS >> 3:
        raise ValueError("bits of another size")
    for place in range(length + 1):
        if place < length:
            point = PyUnicode_READ(form, data, place)
            if is_of_word(point):
                if start < 0:
                    start, hashed = place, 0
                    first_hashed = mixed(first_hashed, point)
                    may_follow = first_end and has_bit(bits, first_hashed)
                elif place == start + 1 and first_end:
                    may_follow = may_follow or has_bit(bits, mixed(first_hashed, point))
                hashed = mixed(hashed, point)
                continue
        if start < 0:
            continue
        if may_follow:
            first = page[first_start:first_end]
            if first in firsts:
                for more, phrase in index[first][1]:
                    if follow(page, start, more):
                        found.add(phrase)
        if has_bit(bits, hashed):
            first = page[start:place]
            if first in firsts:
                found.update(index[first][0])
        first_start, first_end, first_hashed = start, place, mixed(hashed, c" ")
        start = -1
    return found
