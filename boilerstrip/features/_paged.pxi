# Columns on the page as a whole.

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
    tuple shared not None,
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
        n_elements: Zeros; how many elements have each category.

    Returns:
        Short blocks with each of the three; blocks of prose, and characters of the longest; groups, most blocks of
        one, and most characters of one; wide characters; and characters under each of those categories.
    """
    cdef Py_ssize_t i, k, n_groups = 0, n_prose = 0, n = len(element), n_shared = len(shared)
    cdef Py_ssize_t prices = 0, dates = 0, clocks = 0
    cdef double wide = 0, blocks_of_group = 0, chars_of_group = 0
    cdef double[MOST_SHARED] held
    cdef long long[MOST_SHARED] bits
    cdef float longest = prose[0]
    cdef long long own, is_counted = (1ll << len(n_elements)) - 1
    cdef double* of_group
    if len(n_elements) > 62 or n_shared > MOST_SHARED:
        raise ValueError("more categories than bits")
    if not len(chars) == len(prose) == len(group) == counts.shape[1] == n:
        raise ValueError("arrays of another shape")
    for k in range(n_shared):
        held[k], bits[k] = 0, shared[k]
    of_group = <double*>PyMem_Calloc(2 * n + 1, sizeof(double))
    if of_group == NULL:
        raise MemoryError
    try:
        for i in range(n):
            if chars[i] < short:
                prices += counts[CURRENCIES, i] > 0
                dates += counts[YEARS, i] > 0
                clocks += counts[CLOCKS, i] > 0
            n_prose += prose[i] != 0
            longest = most(longest, prose[i])
            wide += counts[WIDES, i]
            if not 0 <= group[i] < n:
                raise IndexError("no such group")
            n_groups = max(n_groups, group[i] + 1)
            of_group[2 * group[i]] += 1
            of_group[2 * group[i] + 1] += chars[i]
            own = around[element[i]]
            if own:
                for k in range(n_shared):
                    if own & bits[k]:
                        held[k] += chars[i]
        for k in range(n_groups):
            blocks_of_group = max(blocks_of_group, of_group[2 * k])
            chars_of_group = max(chars_of_group, of_group[2 * k + 1])
    finally:
        PyMem_Free(of_group)
    for i in range(len(mask)):
        own, k = mask[i] & is_counted, 0
        while own:
            if own & 1:
                n_elements[k] += 1
            own >>= 1
            k += 1
    found = (prices, dates, clocks, n_prose, longest, n_groups, blocks_of_group, chars_of_group, wide)
    return found, [held[k] for k in range(n_shared)]
