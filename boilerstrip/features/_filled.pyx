# cython: language_level=3, cdivision=True
"""Columns of the block matrix, filled block by block as `text`, `markup` and `context` compute them.

Arrays come from the caller, results are written into the last ones. Logarithms are numpy's: here they are taken
out of tables for whole numbers, and what is no whole number is left to the caller. Numbers are of the types that
numpy has there, and are not fused (`-ffp-contract=off`), so that each is rounded in the same way. Indices are
checked, and count from the end where they are negative, as numpy's do.
"""

cimport cython
from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.math cimport sqrtf

include "_counts.pxi"

cdef enum:
    N_TEXT = 34  # columns
    MOST_SHARED = 16  # categories under which characters are counted
    N_LOGS = 4  # the first columns of `text` are logarithms in single precision

cdef float TEN = 10, THREE = 3


cdef inline float most(float a, float b) noexcept:
    return a if a > b else b


@cython.boundscheck(False)  # shapes are compared, and numbers of texts looked at
@cython.wraparound(False)
def text(
    const float[:, ::1] counts,
    const float[::1] chars,
    const float[::1] link_density,
    const float[::1] prose,
    const Py_ssize_t[::1] number,
    float total,
    const double[::1] logs,
    const float[::1] single_logs,
    float[:, ::1] out,
):
    """The columns of `TEXT_COLUMNS` but for the last ones, `held`; the first four may be counts still.

    Args:
        counts: Rows of `CharacterCounts`.
        chars, link_density, prose: Of each block.
        number: Of each block's text, the same for the same text; less than the number of blocks.
        total: Characters of the page, 1 at least.
        logs, single_logs: Of 1 + each whole number.
        out: Shape (len(TEXT_COLUMNS), n_blocks).

    Returns:
        Which rows have to become logarithms.
    """
    cdef Py_ssize_t i, n = len(chars), last = -1
    cdef float own, words, longest = 1
    cdef int* n_like
    if not (
        len(link_density) == len(prose) == len(number) == counts.shape[1] == out.shape[1] == n
        and counts.shape[0] == N_COUNTS and out.shape[0] == N_TEXT and len(logs) > n
    ):
        raise ValueError("arrays of another shape")
    for i in range(n):
        longest = most(chars[i], longest)
    n_like = <int*>PyMem_Calloc(n + 1, sizeof(int))
    if n_like == NULL:
        raise MemoryError
    try:
        for i in range(n):
            if not 0 <= number[i] < n:
                raise IndexError("no such text")
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
    finally:
        PyMem_Free(n_like)
    return without_logs(single_logs, out[:N_LOGS])


cdef list without_logs(const float[::1] logs, float[:, ::1] out):
    """Numbers become logarithms of 1 + them; which rows have others than whole ones, and are left as they are."""
    cdef Py_ssize_t row, i, n = out.shape[1]
    cdef float most = <float>len(logs)
    cdef list left = []
    for row in range(out.shape[0]):
        for i in range(n):
            if not (0 <= out[row, i] < most and out[row, i] == <float><Py_ssize_t>out[row, i]):
                left.append(row)
                break
        else:
            for i in range(n):
                out[row, i] = logs[<Py_ssize_t>out[row, i]]
    return left


def held(
    list rows not None,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] first,
    const double[::1] logs,
    float[:, ::1] out,
):
    """Logarithms of how many elements of some tags begin in each block.

    Args:
        rows: Row of `out` for each tag, -1 for none.
        tag, first: Of each element.
        logs: Of 1 + each whole number; of more elements than there are.
        out: The columns.
    """
    cdef Py_ssize_t i, row, n_rows = out.shape[0], n = out.shape[1]
    cdef int* n_held = <int*>PyMem_Calloc(n_rows * n + 1, sizeof(int))
    if n_held == NULL:
        raise MemoryError
    try:
        for i in range(len(tag)):
            row = rows[tag[i]]
            if 0 <= row < n_rows and 0 <= first[i] < n:
                n_held[row * n + first[i]] += 1
        for row in range(n_rows):
            for i in range(n):
                out[row, i] = <float>logs[n_held[row * n + i]]
    finally:
        PyMem_Free(n_held)


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
    list groups not None,
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
    cdef Py_ssize_t i, own, at, n = len(up), n_tags = len(groups)
    cdef int n_groups, n_structures, n_categories, n_near, n_mid, level
    cdef long long near, mid
    cdef long long* bits
    n_groups, n_structures, n_categories, n_near, n_mid = sizes
    if 2 * n_groups + n_structures + 3 * n_categories != out.shape[0] or n_categories + n_structures > 63:
        raise ValueError("an array of another shape")
    if max(n_groups, n_categories, n_structures) > 62:
        raise ValueError("more groups than bits")
    if len(tag) != n or len(mask) != n or len(around) != n or out.shape[1] != len(element):
        raise ValueError("arrays of another shape")
    for i in range(n):
        if not (0 <= up[i] < n and 0 <= tag[i] < n_tags):
            raise IndexError("no such element, or tag")
    bits = <long long*>PyMem_Calloc(n_tags + 1, sizeof(long long))
    if bits == NULL:
        raise MemoryError
    try:
        for i, of_tag in enumerate(groups):
            bits[min(i, n_tags)] = of_tag
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
            set_bits(bits[tag[own]], n_groups, out, 0, i)
            set_bits(bits[tag[up[own]]], n_groups, out, n_groups, i)
            at = 2 * n_groups
            set_bits(around[own] >> n_categories, n_structures, out, at, i)
            set_bits(near, n_categories, out, at + n_structures, i)
            set_bits(mid, n_categories, out, at + n_structures + n_categories, i)
            set_bits(around[own], n_categories, out, at + n_structures + 2 * n_categories, i)
    finally:
        PyMem_Free(bits)


def unpack(const long long[::1] masks, unsigned char[:, ::1] out):
    """The lowest bits of each mask as columns of 0 and 1, one below the other."""
    cdef Py_ssize_t bit, i
    if out.shape[0] > 64:
        raise ValueError("more columns than bits")
    for bit in range(out.shape[0]):
        for i in range(len(masks)):
            out[bit, i] = (masks[i] >> bit) & 1


include "_paged.pxi"
