# cython: language_level=3, boundscheck=False, wraparound=False
"""The network a dozen rows at a time: products, what is added to them, and what rows of the next are made of.

Arrays come from the caller, results are written into the last ones. All is single precision; sums are made in the order
in which OpenBLAS (`_kernel.h`) and numpy make them, and nothing else is fused (`-ffp-contract=off`). Shapes are compared,
and numbers of rows looked at, before anything is read, so indices need not be checked.
"""

from libc.string cimport memset

include "_gather.pxi"

cdef extern from "_kernel.h" nogil:
    ctypedef struct Product:
        Py_ssize_t k
        Py_ssize_t width
        Py_ssize_t stride
        const float* weights
        const float* bias
        float* out
        unsigned char* signs
    enum:
        EIGHT
        SIXTEEN
        DOZEN
        MOST_ROWS
        MOST_COLUMNS
    bint has_kernel()
    void multiply_rows(const Product* p, const float* rows, Py_ssize_t row_step, Py_ssize_t n)
    void keep(const float* source, const unsigned char* signs, Py_ssize_t width, float* to)
    void multiply_within(
        const Product* p, const char* rows, Py_ssize_t row_step, Py_ssize_t column_step, const float* low, const float* high,
        Py_ssize_t n
    )

cdef enum:
    MOST_TOLD = 128  # columns of what is told
    NO_COLUMNS = 7  # of weights that have nine more than sixteens
    MOST_LAYERS = 16
    IN_A_BLOCK = 128  # numbers that numpy adds up without cutting them in two

IS_HERE = has_kernel()
MOST_K = MOST_COLUMNS
MOST_WIDTH = MOST_TOLD


cdef int shaped(bint is_so) except -1:
    if not is_so:
        raise ValueError("arrays of another shape")
    return 0


cdef inline Py_ssize_t next_rows(Py_ssize_t left) noexcept:
    """How many of these rows are multiplied next, see `products.product`; 1 only where there is no other."""
    return left if left <= MOST_ROWS else DOZEN


cdef int set_weights(Product* of, const float[:, ::1] weights, const float[::1] bias, Py_ssize_t width) except -1:
    """Note what rows are multiplied with, and what is added."""
    of.k, of.stride, of.width, of.bias, of.signs = weights.shape[0], weights.shape[1], width, NULL, NULL
    shaped(IS_HERE and 0 < of.k <= MOST_COLUMNS and 0 < width <= of.stride <= MOST_COLUMNS and of.stride % SIXTEEN == 0)
    of.weights = &weights[0, 0]
    if bias is None:
        shaped(width == of.stride or width == of.stride - NO_COLUMNS)
    else:
        shaped(len(bias) == width == of.stride and width <= MOST_TOLD)
        of.bias = &bias[0]
    return 0


cdef int set_up(
    Product* of, const float[:, ::1] weights, const float[::1] bias, float[:, ::1] out, unsigned char[:, ::1] signs
) except -1:
    """Note what is the same for all rows."""
    set_weights(of, weights, bias, out.shape[1])
    shaped(out.shape[0] > 1)
    of.out = &out[0, 0]
    if signs is not None:
        shaped(bias is not None and signs.shape[0] == out.shape[0] and signs.shape[1] * EIGHT == of.width)
        of.signs = &signs[0, 0]
    return 0


cdef inline void advance(Product* product, Py_ssize_t n) noexcept:
    product.out += n * product.width
    if product.signs:
        product.signs += n * product.width // EIGHT


def multiplied(
    const float[:, ::1] rows,
    const float[:, ::1] weights,
    const float[::1] bias,
    unsigned char[:, ::1] signs,
    float[:, ::1] out,
):
    """Rows times weights; where there is a bias it is added, and what is negative becomes 0.

    Args:
        rows: Two or more.
        weights, bias: What they are multiplied with, and what is added, or None; a multiple of sixteen columns, without
            a bias the last seven may be 0, and lack in `out`.
        signs: A bit for each number of `out`, whether it is more than 0; or None.
        out: As many rows.
    """
    cdef Product product
    cdef Py_ssize_t n, i = 0
    set_up(&product, weights, bias, out, signs)
    shaped(rows.shape[0] == out.shape[0] and rows.shape[1] == product.k)
    while i < rows.shape[0]:
        n = next_rows(rows.shape[0] - i)
        multiply_rows(&product, &rows[i, 0], product.k, n)
        advance(&product, n)
        i += n


def encoded(
    const float[:, :] rows,
    const float[::1] low,
    const float[::1] high,
    const float[:, ::1] weights,
    const float[::1] bias,
    unsigned char[:, ::1] signs,
    float[:, ::1] out,
):
    """The same, where each column of the rows is cut at bounds of its own."""
    cdef Product product
    cdef Py_ssize_t n, i = 0
    set_up(&product, weights, bias, out, signs)
    shaped(rows.shape[0] == out.shape[0] and rows.shape[1] == product.k)
    shaped(len(low) == product.k and len(high) == product.k)
    while i < rows.shape[0]:
        n = next_rows(rows.shape[0] - i)
        multiply_within(
            &product, <const char*>&rows[i, 0], rows.strides[0], rows.strides[1], &low[0], &high[0], n
        )
        advance(&product, n)
        i += n


def ordered(const Py_ssize_t[::1] group, Py_ssize_t[::1] start, Py_ssize_t[::1] order):
    """The blocks group by group, each in the order of the page; `start` has where each group begins, and the end.

    Args:
        group: Of each block.
        start: Zeros; one more than there are groups.
        order: Room for the blocks.
    """
    cdef Py_ssize_t i, own, n = len(group), n_groups = len(start) - 1
    shaped(len(order) == n and n_groups >= 0)
    for i in range(n):
        shaped(0 <= group[i] < n_groups)
        start[group[i]] += 1
    for own in range(1, n_groups + 1):
        start[own] += start[own - 1]
    for i in range(n - 1, -1, -1):
        own = group[i]
        start[own] -= 1
        order[start[own]] = i


cdef void add_up(const float* rows, Py_ssize_t width, const Py_ssize_t* order, Py_ssize_t n, float* out) noexcept:
    """The sum of some rows as numpy makes it of each column."""
    cdef float[EIGHT][MOST_TOLD] eight
    cdef float[MOST_TOLD] other
    cdef Py_ssize_t i, j, k, half
    cdef const float* row
    if n < EIGHT:
        memset(out, 0, width * sizeof(float))
        i = 0
    elif n <= IN_A_BLOCK:
        for j in range(EIGHT):
            memcpy(eight[j], rows + order[j] * width, width * sizeof(float))
        i = EIGHT
        while i + EIGHT <= n:
            for j in range(EIGHT):
                row = rows + order[i + j] * width
                for k in range(width):
                    eight[j][k] += row[k]
            i += EIGHT
        for k in range(width):
            out[k] = ((eight[0][k] + eight[1][k]) + (eight[2][k] + eight[3][k])) + (
                (eight[4][k] + eight[5][k]) + (eight[6][k] + eight[7][k])
            )
    else:
        half = n // 2
        half -= half % EIGHT
        add_up(rows, width, order, half, out)
        add_up(rows, width, order + half, n - half, other)
        for k in range(width):
            out[k] += other[k]
        return
    while i < n:
        row = rows + order[i] * width
        for k in range(width):
            out[k] += row[k]
        i += 1


def means(
    const float[:, ::1] rows, const Py_ssize_t[::1] start, const Py_ssize_t[::1] order, float[:, ::1] out
):
    """The mean of each group's rows.

    Args:
        rows: Of each block.
        start, order: What `ordered` gives.
        out: A row for each group.
    """
    cdef Py_ssize_t own, k, n, width = rows.shape[1]
    cdef float share
    cdef float[MOST_TOLD] more
    cdef const float* first
    cdef float* to
    shaped(width <= MOST_TOLD and len(order) == rows.shape[0] and out.shape[1] == width)
    shaped(len(start) == out.shape[0] + 1 and start[0] == 0 and start[out.shape[0]] == len(order))
    for n in range(len(order)):
        shaped(0 <= order[n] < rows.shape[0])
    for own in range(out.shape[0]):
        n, to = start[own + 1] - start[own], &out[own, 0]
        shaped(n >= 0)
        if not n:
            continue
        share, first = <float>1 / <float>n, &rows[order[start[own]], 0]
        if n == 1:
            memcpy(to, first, width * sizeof(float))
            continue
        add_up(&rows[0, 0], width, &order[start[own] + 1], n - 1, more)
        for k in range(width):
            to[k] = (first[k] + more[k]) * share


def mixed(
    float[:, ::1] hidden,
    const float[:, ::1] padded,
    tuple shifts not None,
    const float[:, ::1] by_group,
    const float[:, ::1] sums,
    const Py_ssize_t[::1] group,
    const Py_ssize_t[:, ::1] first,
    const Py_ssize_t[:, ::1] end,
    const float[:, ::1] share,
    const float[:, ::1] weights,
    const float[::1] bias,
    unsigned char[:, ::1] signs,
):
    """`multiplied`, of rows of what blocks and those around them say; written over what the blocks say.

    Args:
        hidden, padded, shifts, by_group, sums, group, first, end, share: As for `around_of`.
        weights, bias: As for `multiplied`.
        signs: The same; it is written, too.
    """
    cdef Around around = around_of(hidden, padded, shifts, by_group, sums, group, first, end, share)
    cdef Py_ssize_t n, row, i = 0, length = length_of(&around)
    cdef float[MOST_COLUMNS * MOST_ROWS] room
    cdef Product product
    shaped(weights.shape[0] == length)
    set_up(&product, weights, bias, hidden, signs)
    while i < hidden.shape[0]:
        n = next_rows(hidden.shape[0] - i)
        for row in range(n):
            gather(&around, i + row, room + row * length)
        multiply_rows(&product, room, length, n)
        advance(&product, n)
        i += n


include "_weighed.pxi"
