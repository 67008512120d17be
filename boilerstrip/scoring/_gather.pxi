# What a block and those around it say, side by side: a row of what is multiplied with "mix"; and the sums it is made of.

from libc.string cimport memcpy

cdef enum:
    MOST_SHIFTS = 16


cdef struct Around:
    Py_ssize_t n, n_hidden, width, n_shifts, n_groups, n_containers
    Py_ssize_t[MOST_SHIFTS] before  # rows of `padded` that the neighbours of block 0 have
    const float* hidden
    const float* padded
    const float* by_group
    const float* sums
    const float* share
    const Py_ssize_t* group
    const Py_ssize_t* first
    const Py_ssize_t* end


cdef Around around_of(
    const float[:, ::1] hidden,
    const float[:, ::1] padded,
    tuple shifts,
    const float[:, ::1] by_group,
    const float[:, ::1] sums,
    const Py_ssize_t[::1] group,
    const Py_ssize_t[:, ::1] first,
    const Py_ssize_t[:, ::1] end,
    const float[:, ::1] share,
) except *:
    """What `gather` reads.

    Args:
        hidden: The blocks' encodings.
        padded: What each tells, with rows of zeros before and behind it, as many as the largest shift.
        shifts: Neighbours, by how many blocks they stand before (positive) or behind.
        by_group: Mean of each group.
        sums: Sums of what the blocks before each tell.
        group: Of each block.
        first, end: Span of each container of each block, shape (n_containers, n_blocks).
        share: 1 over its blocks.
    """
    cdef Around around
    cdef Py_ssize_t k, shift, reach
    around.n, around.n_hidden, around.width = hidden.shape[0], hidden.shape[1], padded.shape[1]
    around.n_shifts, around.n_groups, around.n_containers = len(shifts), by_group.shape[0], first.shape[0]
    reach = (padded.shape[0] - around.n) // 2
    if (
        around.n < 1 or around.n_hidden < 1 or around.width < 1 or around.n_groups < 1 or around.n_containers < 1
        or by_group.shape[1] != around.width
        or sums.shape[1] != around.width or sums.shape[0] != around.n + 1
        or len(group) != around.n
        or first.shape[1] != around.n
        or end.shape[0] != around.n_containers or end.shape[1] != around.n
        or share.shape[0] != around.n_containers or share.shape[1] != around.n
        or around.n_shifts > MOST_SHIFTS
    ):
        raise ValueError("arrays of another shape")
    for k in range(around.n_shifts):
        shift = shifts[k]
        if not -reach <= shift <= reach:
            raise IndexError("a neighbour beyond the padding")
        around.before[k] = reach - shift
    around.hidden, around.padded, around.by_group = &hidden[0, 0], &padded[0, 0], &by_group[0, 0]
    around.sums, around.share, around.group = &sums[0, 0], &share[0, 0], &group[0]
    around.first, around.end = &first[0, 0], &end[0, 0]
    return around


cdef inline Py_ssize_t length_of(const Around* around) noexcept:
    """Numbers of a row."""
    return around.n_hidden + around.width * (around.n_shifts + 1 + around.n_containers)


cdef inline int gather(const Around* around, Py_ssize_t i, float* to) except -1:
    """The row of block i, which there is."""
    cdef Py_ssize_t k, own, one, other, width = around.width, n_bytes = width * sizeof(float)
    cdef float share
    cdef const float* upper
    cdef const float* lower
    memcpy(to, around.hidden + i * around.n_hidden, around.n_hidden * sizeof(float))
    to += around.n_hidden
    for k in range(around.n_shifts):
        memcpy(to, around.padded + (around.before[k] + i) * width, n_bytes)
        to += width
    if not 0 <= around.group[i] < around.n_groups:
        raise IndexError("no such group")
    memcpy(to, around.by_group + around.group[i] * width, n_bytes)
    to += width
    for own in range(around.n_containers):
        k = own * around.n + i
        one, other, share = around.first[k], around.end[k], around.share[k]
        if not (0 <= one <= around.n and 0 <= other <= around.n):
            raise IndexError("no such span")
        lower, upper = around.sums + one * width, around.sums + other * width
        for k in range(width):
            to[k] = (upper[k] - lower[k]) * share
        to += width
    return 0


def sums(const float[:, ::1] rows, float[:, ::1] out):
    """Sums of the rows before each, and of all."""
    cdef Py_ssize_t i, k, width = rows.shape[1]
    cdef const float* row
    cdef float* to
    if out.shape[0] != rows.shape[0] + 1 or out.shape[1] != width:
        raise ValueError("arrays of another shape")
    for k in range(width):
        out[0, k] = 0
    for i in range(rows.shape[0]):
        row, to = &rows[i, 0], &out[i, 0]
        for k in range(width):
            to[width + k] = to[k] + row[k]
