# cython: language_level=3, cdivision=True
"""Columns of the block matrix, filled block by block as `text`, `markup` and `context` compute them.

Arrays come from the caller, results are written into the last ones. Logarithms are numpy's: here they are taken
out of tables for whole numbers, and what is no whole number is left to the caller. Numbers are of the types that
numpy has there, and are not fused (`-ffp-contract=off`), so that each is rounded in the same way. Indices are
checked, and count from the end where they are negative, as numpy's do.
"""

cimport cython
from libc.math cimport sqrtf

include "_counts.pxi"

cdef float TEN = 10, THREE = 3


cdef inline float most(float a, float b) noexcept:
    return a if a > b else b


def text(
    const float[:, ::1] counts,
    const float[::1] chars,
    const float[::1] link_density,
    const float[::1] prose,
    const Py_ssize_t[::1] number,
    float total,
    float longest,
    const double[::1] logs,
    Py_ssize_t[::1] n_like,
    float[:, ::1] out,
):
    """The columns of `TEXT_COLUMNS` but for the last two; the first four are counts still.

    Args:
        counts: Rows of `CharacterCounts`.
        chars, link_density, prose: Of each block.
        number: Of each block's text, the same for the same text; less than the number of blocks.
        total, longest: Characters of the page and of its longest block, 1 at least.
        logs: Of 1 + each whole number.
        n_like: Zeros, one for each block.
        out: Shape (len(TEXT_COLUMNS), n_blocks).
    """
    cdef Py_ssize_t i, n = len(chars), last = -1
    cdef float own, words
    for i in range(n):
        n_like[number[i]] += 1
    for i in range(n):
        own, words = most(chars[i], 1), most(counts[WORDS, i], 1)
        out[0, i], out[1, i] = chars[i], counts[WORDS, i]
        out[2, i], out[3, i] = counts[SENTENCES, i], counts[COMMAS, i]
        out[4, i], out[5, i] = counts[ENDS_SENTENCE, i], link_density[i]
        out[6, i] = counts[DIGITS, i] / own
        out[7, i] = counts[UPPERS, i] / own
        out[8, i] = counts[PUNCTUATIONS, i] / own
        out[9, i], out[10, i] = chars[i] == 0, prose[i] > 0
        out[11, i] = chars[i] / words / TEN
        out[12, i] = sqrtf(chars[i] / total)
        out[13, i] = sqrtf(chars[i] / longest)
        out[14, i] = counts[LETTERS, i] / own
        out[15, i] = counts[WIDES, i] / own
        out[16, i] = counts[UPPERS, i] / words
        if out[16, i] > THREE:
            out[16, i] = THREE
        out[17, i] = counts[CAPITALIZED, i] / words
        out[18, i], out[19, i] = counts[BEGINS_UPPER, i], counts[BEGINS_LOWER, i]
        out[20, i] = counts[BEGINS_DIGIT, i]
        out[21, i] = 1 - most(counts[BEGINS_LETTER, i], counts[BEGINS_DIGIT, i])
        out[22, i], out[23, i] = counts[ENDS_QUESTION, i], counts[ENDS_COLON, i]
        out[24, i], out[25, i] = counts[ENDS_MORE, i], counts[CURRENCIES, i] > 0
        out[26, i], out[27, i] = counts[COPYRIGHTS, i] > 0, counts[ATS, i] > 0
        out[28, i], out[29, i] = counts[CLOCKS, i] > 0, counts[YEARS, i] > 0
        out[30, i] = <float>logs[n_like[number[i]] - 1]
        out[31, i] = number[i] <= last
        last = max(last, number[i])


def logs(const float[::1] of_each, float[:, ::1] out):
    """Logarithms of 1 + whole numbers, in place; which rows have something else, and are left as they are.

    Args:
        of_each: Those of 1 + each whole number, as many as there are.
        out: The numbers.
    """
    cdef Py_ssize_t row, i, n = out.shape[1]
    cdef float most = <float>len(of_each)
    cdef list left = []
    for row in range(out.shape[0]):
        for i in range(n):
            if not (0 <= out[row, i] < most and out[row, i] == <float><Py_ssize_t>out[row, i]):
                left.append(row)
                break
        else:
            for i in range(n):
                out[row, i] = of_each[<Py_ssize_t>out[row, i]]
    return left


def held(
    const Py_ssize_t[::1] wanted,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] first,
    const double[::1] logs,
    Py_ssize_t[:, ::1] n_held,
    float[:, ::1] out,
):
    """Logarithms of how many elements of wanted tags begin in each block.

    Args:
        wanted: Row of `out` for each tag, -1 for none.
        tag, first: Of each element.
        logs: Of 1 + each whole number.
        n_held: Zeros, of the shape of `out`.
        out: The columns.
    """
    cdef Py_ssize_t i, row, n = out.shape[1]
    for i in range(len(tag)):
        row = wanted[tag[i]]
        if row >= 0 and first[i] < n:
            n_held[row, first[i]] += 1
    for row in range(out.shape[0]):
        for i in range(n):
            out[row, i] = <float>logs[n_held[row, i]]


@cython.boundscheck(False)  # `markup` has seen to it that there are so many rows
@cython.wraparound(False)
cdef inline void set_bits(long long mask, int n_bits, float[:, ::1] out, Py_ssize_t row, Py_ssize_t i) noexcept:
    """1 for each of the lowest bits that is set, in one row after the other."""
    cdef unsigned long long rest = <unsigned long long>mask & ((1ull << n_bits) - 1)
    while rest:
        if not rest & 0xFF:
            rest >>= 8
            row += 8
            continue
        if rest & 1:
            out[row, i] = 1
        rest >>= 1
        row += 1


@cython.boundscheck(False)  # all are looked at before
@cython.wraparound(False)
def markup(
    const long long[::1] groups,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] up,
    const long long[::1] mask,
    const long long[::1] around,
    tuple sizes not None,
    float[:, ::1] out,
):
    """The columns of `MARKUP_COLUMNS`.

    Args:
        groups: Groups of each tag, as bits.
        tag, up, mask, around: Of each element.
        element: Of each block.
        sizes: How many groups of tags, structures and categories there are, and how many levels are near
            and not far.
        out: Zeros, shape (len(MARKUP_COLUMNS), n_blocks).
    """
    cdef Py_ssize_t i, own, at, n
    cdef int n_groups, n_structures, n_categories, n_near, n_mid, level
    cdef long long near, mid
    n_groups, n_structures, n_categories, n_near, n_mid = sizes
    if 2 * n_groups + n_structures + 3 * n_categories != out.shape[0] or n_categories + n_structures > 63:
        raise ValueError("an array of another shape")
    if max(n_groups, n_categories, n_structures) > 62:
        raise ValueError("more groups than bits")
    n = len(up)
    if len(tag) != n or len(mask) != n or len(around) != n or out.shape[1] != len(element):
        raise ValueError("arrays of another shape")
    for i in range(n):
        if not (0 <= up[i] < n and 0 <= tag[i] < len(groups)):
            raise IndexError("no such element, or tag")
    for i in range(len(element)):
        own = at = element[i]
        if not 0 <= own < n:
            raise IndexError("no such element")
        near = mid = mask[at]
        for level in range(1, n_mid):
            at = up[at]
            if level < n_near:
                near |= mask[at]
            mid |= mask[at]
        set_bits(groups[tag[own]], n_groups, out, 0, i)
        set_bits(groups[tag[up[own]]], n_groups, out, n_groups, i)
        at = 2 * n_groups
        set_bits(around[own] >> n_categories, n_structures, out, at, i)
        set_bits(near, n_categories, out, at + n_structures, i)
        set_bits(mid, n_categories, out, at + n_structures + n_categories, i)
        set_bits(around[own], n_categories, out, at + n_structures + 2 * n_categories, i)


def unpack(const long long[::1] masks, unsigned char[:, ::1] out):
    """The lowest bits of each mask as columns of 0 and 1, one below the other."""
    cdef Py_ssize_t bit, i
    if out.shape[0] > 64:
        raise ValueError("more columns than bits")
    for bit in range(out.shape[0]):
        for i in range(len(masks)):
            out[bit, i] = (masks[i] >> bit) & 1


def singles(list values not None, float[::1] out):
    """Numbers of a list in single precision; `numpy.array` looks at the type of each."""
    cdef Py_ssize_t i
    if len(values) != len(out):
        raise ValueError("an array of another shape")
    for i in range(len(values)):
        out[i] = <float><double>values[i]


def page_counts(
    const float[:, ::1] counts,
    const float[::1] chars,
    const float[::1] prose,
    const Py_ssize_t[::1] group,
    float short,
    const Py_ssize_t[::1] element,
    const long long[::1] mask,
    const long long[::1] around,
    const long long[::1] shared,
    double[:, ::1] of_group,
    double[::1] held,
    float[::1] n_elements,
):
    """What is counted of a page as a whole.

    Args:
        counts: Rows of `CharacterCounts`.
        chars, prose, element: Of each block.
        group: The same; less than the number of blocks.
        short: Characters below which a block with a price, a date or a time of day is counted.
        mask, around: Of each element.
        shared: Bits of some categories.
        of_group: Zeros, shape (2, n_blocks).
        held: Zeros; characters under each of those categories.
        n_elements: Zeros; how many elements have each category.

    Returns:
        Short blocks with each of the three; blocks of prose, and characters of the longest; groups, most blocks of
        one, and most characters of one; wide characters.
    """
    cdef Py_ssize_t i, k, own_group, n_groups = 0, n_prose = 0
    cdef Py_ssize_t prices = 0, dates = 0, clocks = 0
    cdef double wide = 0, blocks_of_group = 0, chars_of_group = 0
    cdef float longest = prose[0]
    cdef long long own
    cdef int n = <int>n_elements.shape[0]
    if n > 62:
        raise ValueError("more categories than bits")
    for i in range(len(element)):
        if chars[i] < short:
            prices += counts[CURRENCIES, i] > 0
            dates += counts[YEARS, i] > 0
            clocks += counts[CLOCKS, i] > 0
        n_prose += prose[i] != 0
        longest = most(longest, prose[i])
        wide += counts[WIDES, i]
        own_group = group[i]
        n_groups = max(n_groups, own_group + 1)
        of_group[0, own_group] += 1
        of_group[1, own_group] += chars[i]
        own = around[element[i]]
        if own:
            for k in range(len(shared)):
                if own & shared[k]:
                    held[k] += chars[i]
    for k in range(n_groups):
        blocks_of_group, chars_of_group = max(blocks_of_group, of_group[0, k]), max(chars_of_group, of_group[1, k])
    for i in range(len(mask)):
        own = mask[i] & ((1ll << n) - 1)
        k = 0
        while own:
            if own & 1:
                n_elements[k] += 1
            own >>= 1
            k += 1
    return prices, dates, clocks, n_prose, longest, n_groups, blocks_of_group, chars_of_group, wide
