# cython: language_level=3, boundscheck=False, wraparound=False
"""What `network` does between its products, row by row.

Arrays come from the caller, results are written into the last ones. All is single precision, and nothing is fused
(`-ffp-contract=off`), so that each number is rounded as numpy rounds it. Shapes are compared, and numbers of rows
looked at, before anything is read, so indices need not be checked.
"""

from libc.math cimport sqrt

include "_gather.pxi"


def clipped(const float[:, :] blocks, const float[::1] low, const float[::1] high, float[::1, :] out):
    """Rows of a matrix whose columns lie one after the other, each column within its bounds."""
    cdef Py_ssize_t i, k, n = blocks.shape[0]
    cdef float value, least, most
    cdef const float* column
    cdef float* to
    if out.shape[0] != n or out.shape[1] != blocks.shape[1] or len(low) != len(high) or len(low) != out.shape[1]:
        raise ValueError("arrays of another shape")
    if n > 1 and blocks.strides[0] != sizeof(float):
        raise ValueError("columns that do not lie one after the other")
    if not n:
        return
    for k in range(out.shape[1]):
        least, most, column, to = low[k], high[k], &blocks[0, k], &out[0, k]
        for i in range(n):
            value = column[i]
            value = value if value > least else least
            to[i] = value if value < most else most


def rectified(float[:, ::1] values, const float[::1] bias):
    """The bias is added, and what is negative becomes 0; in place."""
    cdef Py_ssize_t i, k, width = values.shape[1]
    cdef float value
    cdef float* row
    if len(bias) != width:
        raise ValueError("arrays of another shape")
    for i in range(values.shape[0]):
        row = &values[i, 0]
        for k in range(width):
            value = row[k] + bias[k]
            row[k] = value if value > 0 else 0


def gathered(
    const float[:, ::1] hidden,
    const float[:, ::1] padded,
    tuple shifts not None,
    const float[:, ::1] by_group,
    const float[:, ::1] sums,
    const Py_ssize_t[::1] group,
    const Py_ssize_t[:, ::1] first,
    const Py_ssize_t[:, ::1] end,
    const float[:, ::1] share,
    Py_ssize_t start,
    float[:, ::1] out,
):
    """What blocks and those around them say, side by side: rows of what is multiplied with "mix".

    Args:
        hidden, padded, shifts, by_group, sums, group, first, end, share: As for `around_of`.
        start: The first block that is asked about.
        out: As many rows as blocks are asked about.
    """
    cdef Around around = around_of(hidden, padded, shifts, by_group, sums, group, first, end, share)
    cdef Py_ssize_t row
    if out.shape[1] != length_of(&around) or start < 0 or start + out.shape[0] > hidden.shape[0]:
        raise ValueError("arrays of another shape")
    for row in range(out.shape[0]):
        gather(&around, start + row, &out[row, 0])


cdef unsigned int[256][8] LANES  # for each byte of flags, all bits of the numbers whose flag is set

for _byte in range(256):
    for _bit in range(8):
        LANES[_byte][_bit] = 0xFFFFFFFFu if _byte >> (7 - _bit) & 1 else 0


def where(
    const unsigned char[:, ::1] layer,
    const Py_ssize_t[::1] blocks,
    const float[:, :] values,
    float[:, ::1] out,
):
    """A row of values for each of some blocks, 0 where its flag is not set.

    Args:
        layer: Flags of all blocks, eight in a byte, the first one the highest.
        blocks: Of each row of values.
        values: Shape (len(blocks), width), its rows the same where they lie in the same place.
        out: Of the same shape.
    """
    cdef Py_ssize_t row, k, bit, n = len(blocks), width = values.shape[1]
    cdef const unsigned char* flags
    cdef const unsigned int* bits
    cdef const unsigned int* lanes
    cdef unsigned int* to
    if (
        values.shape[0] != n
        or out.shape[0] != n or out.shape[1] != width
        or layer.shape[1] != (width + 7) // 8
    ):
        raise ValueError("arrays of another shape")
    if width > 1 and values.strides[1] != sizeof(float):
        raise ValueError("rows whose values do not lie one after the other")
    for row in range(n):
        if not 0 <= blocks[row] < layer.shape[0]:
            raise IndexError("no such block")
        flags, bits, to = &layer[blocks[row], 0], <const unsigned int*>&values[row, 0], <unsigned int*>&out[row, 0]
        for k in range(0, width, 8):
            lanes = LANES[flags[k >> 3]]
            if k + 8 <= width:
                for bit in range(8):
                    to[k + bit] = bits[k + bit] & lanes[bit]
            else:
                for bit in range(width - k):
                    to[k + bit] = bits[k + bit] & lanes[bit]


def weighed(
    const float[:, :] rows,
    const Py_ssize_t[::1] blocks,
    const float[::1] low,
    const float[::1] high,
    const float[::1] middle,
    float[:, ::1] weights,
):
    """Weights of columns times how far each block's own are from the middle of their bounds; in place.

    Args:
        rows: Columns of all blocks.
        blocks: Of each row of weights.
        low, high, middle: Bounds of each column, in which it is cut.
        weights: Shape (len(blocks), n_columns).
    """
    cdef Py_ssize_t row, k, n = len(blocks), width = rows.shape[1]
    cdef float value
    cdef float* to
    if (
        weights.shape[0] != n or weights.shape[1] != width
        or len(low) != width or len(high) != width or len(middle) != width
    ):
        raise ValueError("arrays of another shape")
    for row in range(n):
        if not 0 <= blocks[row] < rows.shape[0]:
            raise IndexError("no such block")
        to = &weights[row, 0]
        for k in range(width):
            value = rows[blocks[row], k]
            value = value if value > low[k] else low[k]
            value = value if value < high[k] else high[k]
            to[k] *= value - middle[k]


def evidence(
    const float[::1] chars, const float[::1] probability, const unsigned char[::1] kept, float sure, float maybe
):
    """The sums of `confidence`, in its order.

    Args:
        chars, probability, kept: Of each block.
        sure, maybe: Probabilities from which a block is in the stricter and in the more lenient choice.
    """
    cdef Py_ssize_t i
    cdef double own, likely, root
    cdef double total = 0, n_kept = 0, n_strict = 0, n_lenient = 0
    cdef double all_likely = 0, true = 0, strict = 0, roots = 0, doubts = 0
    if len(probability) != len(chars) or len(kept) != len(chars):
        raise ValueError("arrays of another shape")
    for i in range(len(chars)):
        own = chars[i]
        likely, root = own * probability[i], sqrt(own) * probability[i]
        total, all_likely, roots = total + own, all_likely + likely, roots + root
        doubts += root * <double>(1 - probability[i])
        if kept[i]:
            n_kept, true = n_kept + own, true + likely
        if probability[i] >= sure:
            n_strict, strict = n_strict + own, strict + likely
        if probability[i] >= maybe:
            n_lenient += own
    return [total, n_kept, n_strict, n_lenient, all_likely, true, strict, roots, doubts]
