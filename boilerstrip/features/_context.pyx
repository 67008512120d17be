# cython: language_level=3, cdivision=True, boundscheck=False, wraparound=False
"""The columns of `context`, filled block by block.

As in `_filled`: arrays come from the caller, and numbers are rounded as numpy rounds them there. `page_of` compares
shapes, and has a look at all indices of blocks and elements, so they need not be checked where they are used.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc

include "_elements.pxi"

cdef enum:
    N_LEVEL = 8  # what is said of an element at a height, see `_LEVEL`
    PLACE = 5  # which of it is the block's own
    MEAN = N_LEVEL  # what is said of it besides
    N_HELD
    N_PLACES = 15  # columns that say where on the page a block stands
    N_SHARES = 3  # of a container, and of a window
    N_OF_GROUP = 4


def containers(
    const double[:, ::1] sums, const Py_ssize_t[:, ::1] spans, const Py_ssize_t[::1] element, tuple sizes not None,
    Py_ssize_t[:, :, ::1] out,
):
    """First and last block of each block's container of each size.

    Args:
        sums, spans, element: As for `page_of`.
        sizes: Characters that are to be held.
        out: Shape (2, n_sizes, n_blocks).
    """
    cdef Page page = page_of(sums, spans, element)
    cdef Py_ssize_t k, i
    cdef Py_ssize_t* found
    shaped(out.shape[0] == 2 and out.shape[1] == len(sizes) and out.shape[2] == page.n)
    found = <Py_ssize_t*>PyMem_Malloc(page.n_elements * sizeof(Py_ssize_t))
    if found == NULL:
        raise MemoryError
    try:
        for k in range(len(sizes)):
            find_nearest(&page, sizes[k], found)
            for i in range(page.n):
                out[0, k, i] = page.first[found[page.element[i]]]
                out[1, k, i] = page.end[found[page.element[i]]]
    finally:
        PyMem_Free(found)


cdef int group_all(const Page* page, const Py_ssize_t[::1] group, Py_ssize_t n_groups) except -1:
    """See whether there are these groups."""
    cdef Py_ssize_t i
    shaped(len(group) == page.n)
    for i in range(page.n):
        shaped(0 <= group[i] < n_groups)
    return 0


def raw(
    const double[:, ::1] sums, const Py_ssize_t[:, ::1] spans, const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] group, Py_ssize_t n_groups, tuple reaches not None, Py_ssize_t most,
    double[::1] out, Py_ssize_t[:, ::1] places,
):
    """What logarithms are taken of: mean characters of a block in windows, characters of groups, and of elements.

    Args:
        sums, spans, element: As for `page_of`.
        group: Of each block.
        reaches: Blocks on each side of a window.
        most: Whole numbers below it are looked up.
        out: Room for a number for each block of each window, one for each group, and two for each element: its
            characters, and mean characters of a block, where these are not looked up; the same blocks have the same.
        places: Where among the last of these those of each element are, -1 where they are looked up, the mean as the
            characters; shape (2, n_elements).

    Returns:
        How many numbers there are.
    """
    cdef Page page = page_of(sums, spans, element)
    cdef Py_ssize_t k, i, a, b, reach, n = page.n, n_windows = len(reaches) * page.n, n_others = 0
    cdef double total
    cdef double* of_groups = &out[0] + n_windows
    cdef double* others = of_groups + n_groups
    shaped(n_groups > 0 and len(out) == n_windows + n_groups + 2 * page.n_elements)
    shaped(places.shape[0] == 2 and places.shape[1] == page.n_elements)
    group_all(&page, group, n_groups)
    for k in range(len(reaches)):
        reach = reaches[k]
        shaped(reach >= 0)
        for i in range(n):
            a, b = max(i - reach, 0), min(i + reach + 1, n)
            out[k * n + i] = total_of(&page, a, b) / (b - a)
    for i in range(page.n_elements):
        a, b = page.up[i], page.end[i] - page.first[i]
        if a != i and page.first[a] == page.first[i] and page.end[a] == page.end[i]:
            places[0, i], places[1, i] = places[0, a], places[1, a]
            continue
        places[0, i] = places[1, i] = -1
        total = total_of(&page, page.first[i], page.end[i])
        if total >= most:
            places[0, i], others[n_others] = n_others, total
            n_others += 1
        if b > 1:
            places[1, i], others[n_others] = n_others, total / b
            n_others += 1
    for i in range(n_groups):
        of_groups[i] = 0
    for i in range(n):
        of_groups[group[i]] += page.chars[i + 1] - page.chars[i]
    return n_windows + n_groups + n_others


include "_positions.pxi"


cdef int find_held(
    const Page* page, const double* others, const Py_ssize_t[:, ::1] places, const Py_ssize_t[::1] like,
    const double[:, ::1] logs, Py_ssize_t* n_children, float* held
) except -1:
    """What is said of each element, in the order of `_LEVEL`, and the mean length of its blocks.

    Args:
        others, places: What `raw` gives, but of the first its logarithms.
        like: How many elements are like each.
        n_children: Zeros.
    """
    cdef Py_ssize_t i
    cdef Share share
    shaped(len(like) == page.n_elements and logs.shape[0] == 2 and page.n_elements < logs.shape[1])
    for i in range(1, page.n_elements):
        n_children[page.up[i]] += 1
    for i in range(page.n_elements):
        share = between(page, page.first[i], page.end[i])
        shaped(0 <= like[i] < logs.shape[1] and (places[0, i] >= 0 or <Py_ssize_t>share.total < logs.shape[1]))
        shaped(max(places[0, i], places[1, i]) < 2 * page.n_elements)
        held[0] = <float>(logs[0, <Py_ssize_t>share.total] if places[0, i] < 0 else others[places[0, i]])
        held[1] = <float>share.links
        held[2] = <float>share.prose
        held[3] = <float>logs[0, page.end[i] - page.first[i]]
        held[4] = <float>(share.total / page.n_chars)
        held[6] = <float>logs[0, n_children[i]]
        held[7] = <float>logs[1, like[i]]
        held[MEAN] = held[0] if places[1, i] < 0 else <float>others[places[1, i]]
        held += N_HELD
    return 0


cdef void find_levels(
    const Page* page, const float* held, Py_ssize_t height, Py_ssize_t* at, float[:, ::1] out
) noexcept:
    """The columns on the element so far above the one that each block is `at`, which is noted."""
    cdef Py_ssize_t i, k, climbed
    cdef const float* own
    for i in range(page.n):
        for climbed in range(height):
            at[i] = page.up[at[i]]
        own = held + at[i] * N_HELD
        for k in range(N_LEVEL):
            out[k, i] = own[k]
        k = page.end[at[i]] - page.first[at[i]]
        out[PLACE, i] = <float>(<double>(i - page.first[at[i]]) / <double>max(k, 1))


cdef void find_depths(const Page* page, Py_ssize_t* depth, float[:, ::1] out) noexcept:
    """How many elements stand around each block, over 20."""
    cdef Py_ssize_t i
    for i in range(page.n_elements):
        depth[i] = depth[page.parent[i]] + 1 if page.parent[i] >= 0 else 0
    for i in range(page.n):
        out[0, i] = <float>(depth[page.element[i]] / 20.0)


cdef void find_groups(
    const Page* page, const Py_ssize_t[::1] group, Py_ssize_t n_groups, const double* log_chars, const double[:, ::1] logs,
    double* of_group, float[:, ::1] out
) noexcept:
    """The columns on what one template wrote: "log_group" to "group_links"; `of_group` are zeros."""
    cdef Py_ssize_t i
    cdef double* own
    for i in range(page.n):
        own = of_group + 3 * group[i]
        own[0] += 1
        own[1] += page.chars[i + 1] - page.chars[i]
        own[2] += page.links[i + 1] - page.links[i]
    for i in range(page.n):
        own = of_group + 3 * group[i]
        out[0, i] = <float>logs[0, <Py_ssize_t>own[0]]
        out[1, i] = <float>log_chars[group[i]]
        out[2, i] = <float>(own[1] / page.n_chars)
        out[3, i] = <float>(own[2] / max(own[1], 1.0))


def fill(
    const double[:, ::1] sums, const Py_ssize_t[:, ::1] spans, const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] group, Py_ssize_t n_groups, tuple reaches not None,
    const double[::1] raw, const Py_ssize_t[:, ::1] places, const Py_ssize_t[::1] like,
    const double[:, ::1] logs, const float[::1] main_logs, Py_ssize_t main,
    tuple heights not None, tuple sizes not None, tuple bounds not None, tuple rows not None, float[:, ::1] columns,
):
    """All columns.

    Args:
        sums, spans, element, group, n_groups, reaches, places: As for `raw`.
        raw: What it gives, but its logarithms.
        like: How many elements are like each.
        logs: Of 1 + each whole number, and of each whole number, up to the number of blocks or elements and beyond.
        main_logs: The same of 1 + each level above the main container, in single precision.
        main: The main container.
        heights: Levels above a block's own element, rising.
        sizes: Characters that containers hold.
        bounds: Overlap from which a block may be the headline, what an `<h1>` is worth against overlap, and the distance
            that stands for none.
        rows: Which columns say that a block is a heading, how much it is the title, and that it is an `<h1>`, and the
            first that is filled.
        columns: All columns of the block matrix.
    """
    cdef Page page = page_of(sums, spans, element)
    cdef Py_ssize_t i, k, n = page.n, n_windows = len(reaches) * page.n, reach, climbed = 0, at = rows[3]
    cdef Py_ssize_t end = at + N_PLACES + N_SHARES * (len(sizes) + len(reaches)) + N_LEVEL * len(heights) + 1 + N_OF_GROUP
    cdef Py_ssize_t* numbers
    cdef double* of_group
    cdef float* held
    cdef const float* own
    cdef Share share
    for i in range(3):
        shaped(0 <= <Py_ssize_t>rows[i] < columns.shape[0])
    shaped(0 <= at and end == columns.shape[0] and columns.shape[1] == n and n_groups > 0)
    shaped(len(raw) == n_windows + n_groups + 2 * page.n_elements and 0 <= main < page.n_elements)
    shaped(places.shape[0] == 2 and places.shape[1] == page.n_elements)
    group_all(&page, group, n_groups)
    numbers = <Py_ssize_t*>PyMem_Calloc(n + page.n_elements, sizeof(Py_ssize_t))
    of_group = <double*>PyMem_Calloc(3 * n_groups, sizeof(double))
    held = <float*>PyMem_Malloc(N_HELD * page.n_elements * sizeof(float))
    try:
        if numbers == NULL or of_group == NULL or held == NULL:
            raise MemoryError
        find_heights(&page, main, main_logs, numbers, columns[at:])
        find_places(
            &page, columns[<Py_ssize_t>rows[0]], columns[<Py_ssize_t>rows[1]], columns[<Py_ssize_t>rows[2]], bounds,
            logs, columns[at:]
        )
        at += N_PLACES
        find_held(&page, &raw[0] + n_windows + n_groups, places, like, logs, numbers + n, held)
        for k in range(len(sizes)):
            find_nearest(&page, sizes[k], numbers + n)
            for i in range(n):
                own = held + numbers[n + page.element[i]] * N_HELD
                columns[at, i], columns[at + 1, i], columns[at + 2, i] = own[1], own[2], own[MEAN]
            at += N_SHARES
        for k in range(len(reaches)):
            reach = reaches[k]
            for i in range(n):
                share = between(&page, max(i - reach, 0), min(i + reach + 1, n))
                columns[at, i], columns[at + 1, i] = <float>share.prose, <float>share.links
                columns[at + 2, i] = <float>raw[k * n + i]
            at += N_SHARES
        for i in range(n):
            numbers[i] = page.element[i]
        for k in range(len(heights)):
            find_levels(&page, held, <Py_ssize_t>heights[k] - climbed, numbers, columns[at:])
            climbed = heights[k]
            at += N_LEVEL
        find_depths(&page, numbers + n, columns[at:])
        find_groups(&page, group, n_groups, &raw[n_windows], logs, of_group, columns[at + 1:])
    finally:
        PyMem_Free(numbers)
        PyMem_Free(of_group)
        PyMem_Free(held)
