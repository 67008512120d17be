# A page's elements and blocks, and what stands between any two blocks.

include "_spans.pxi"


cdef int shaped(bint is_so) except -1:
    if not is_so:
        raise ValueError("arrays of another shape")
    return 0


cdef struct Page:
    Py_ssize_t n, n_elements
    const Py_ssize_t* element  # of each block
    const Py_ssize_t* parent
    const Py_ssize_t* up
    const Py_ssize_t* first
    const Py_ssize_t* end
    const double* chars  # of all blocks before each, and of all
    const double* links
    const double* prose
    double n_chars  # 1 at least


cdef Page page_of(
    const double[:, ::1] sums, const Py_ssize_t[:, ::1] spans, const Py_ssize_t[::1] element
) except *:
    """A page, all of whose indices are ones that there are, and whose parents stand before children.

    Args:
        sums: Of characters, those in links, and those in prose, of the blocks before each.
        spans: Of each element.
        element: Of each block.
    """
    cdef Page page
    cdef Py_ssize_t i, n = len(element), n_elements = spans.shape[1]
    shaped(n > 0 and n_elements > 0 and spans.shape[0] == N_SPANS and sums.shape[0] == 3 and sums.shape[1] == n + 1)
    page.n, page.n_elements, page.element = n, n_elements, &element[0]
    page.parent, page.up, page.first, page.end = &spans[PARENT, 0], &spans[UP, 0], &spans[FIRST, 0], &spans[END, 0]
    page.chars, page.links, page.prose = &sums[0, 0], &sums[1, 0], &sums[2, 0]
    page.n_chars = max(page.chars[n], 1.0)
    for i in range(n):
        if not 0 <= page.element[i] < n_elements:
            raise IndexError("no such element")
    for i in range(n_elements):
        if not (page.parent[i] < i and 0 <= page.up[i] <= i and 0 <= page.first[i] <= page.end[i] <= n):
            raise IndexError("no such element, or block")
    return page


cdef struct Share:
    double total  # characters, 1 at least
    double links
    double prose


cdef inline double total_of(const Page* page, Py_ssize_t a, Py_ssize_t b) noexcept:
    """Characters of the blocks from a on before b, 1 at least."""
    cdef double total = page.chars[b] - page.chars[a]
    return 1 if total < 1 else total


cdef inline Share between(const Page* page, Py_ssize_t a, Py_ssize_t b) noexcept:
    """The same, the share in links, and that in prose."""
    cdef Share share
    share.total = total_of(page, a, b)
    share.links = (page.links[b] - page.links[a]) / share.total
    share.prose = (page.prose[b] - page.prose[a]) / share.total
    return share


cdef void find_nearest(const Page* page, Py_ssize_t size, Py_ssize_t* found) noexcept:
    """For each element the innermost one around it, or itself, of so many characters; the root where there is none."""
    cdef Py_ssize_t i
    for i in range(page.n_elements):
        if page.up[i] == i or page.chars[page.end[i]] - page.chars[page.first[i]] >= size:
            found[i] = i
        else:
            found[i] = found[page.up[i]]
