# cython: language_level=3, cdivision=True, boundscheck=False, wraparound=False
"""The columns of `context`, filled block by block.

As in `_filled`: arrays come from the caller, and numbers are rounded as numpy rounds them there. Indices of blocks and
elements are not checked: the caller has had a look at all of them (`sound`), and makes arrays over blocks and elements
of the length that they need. How many columns there are, and how many groups, is looked at.

`sums` are prefix sums of characters, those in links, and those in prose; `element` and `group` are of each block, `up`,
`first` and `end` of each element; `logs` are of 1 + each whole number up to the number of blocks, and beyond.
"""

cdef enum:
    N_LEVEL = 8  # what is said of an element at a height, see `_LEVEL`
    PLACE = 5  # which of it is the block's own
    MEAN = N_LEVEL  # what is said of it besides
    N_PLACES = 15  # columns that say where on the page a block stands
    N_SHARES = 3  # of a container, and of a window
    N_OF_GROUP = 4


cdef int shaped(bint is_so) except -1:
    if not is_so:
        raise ValueError("arrays of another shape")
    return 0


def sound(
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] up, const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
):
    """Whether all indices of blocks and elements are ones that there are, and parents stand before children.
    """
    cdef Py_ssize_t i, n_blocks = len(element), n = len(up)
    for i in range(n_blocks):
        if not 0 <= element[i] < n:
            return False
    for i in range(n):
        if not (0 <= up[i] <= i and 0 <= first[i] <= end[i] <= n_blocks):
            return False
    return True


cdef struct Share:
    double total  # characters, 1 at least
    double links
    double prose


cdef inline Share between(const double[:, ::1] sums, Py_ssize_t a, Py_ssize_t b):
    """Characters of the blocks from a on before b, the share in links, and that in prose."""
    cdef Share share
    share.total = sums[0, b] - sums[0, a]
    if share.total < 1:
        share.total = 1
    share.links = (sums[1, b] - sums[1, a]) / share.total
    share.prose = (sums[2, b] - sums[2, a]) / share.total
    return share


def nearest(
    const double[:, ::1] sums,
    const Py_ssize_t[::1] up, const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
    const Py_ssize_t[::1] element, const Py_ssize_t[::1] sizes, Py_ssize_t[::1] found, Py_ssize_t[:, ::1] out,
):
    """For each block the innermost element around it of each size; the root, 0, where there is none.

    Args:
        sizes: Characters that are to be held.
        found: Zeros, one for each element.
        out: Shape (n_sizes, n_blocks).
    """
    cdef Py_ssize_t row, i
    for row in range(len(sizes)):
        for i in range(len(up)):
            if up[i] == i or sums[0, end[i]] - sums[0, first[i]] >= sizes[row]:
                found[i] = i
            else:
                found[i] = found[up[i]]
        for i in range(len(element)):
            out[row, i] = found[element[i]]


def raw(
    const double[:, ::1] sums,
    const Py_ssize_t[::1] up, const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
    const Py_ssize_t[::1] reaches, const Py_ssize_t[::1] group, Py_ssize_t most,
    double[:, ::1] windows, double[::1] groups, double[::1] others, Py_ssize_t[:, ::1] places,
):
    """What logarithms are taken of.

    Args:
        reaches: Blocks on each side of a window.
        most: Whole numbers below it are looked up.
        windows: Mean characters of a block, shape (n_reaches, n_blocks).
        groups: Zeros; characters of each group.
        others: Room for two numbers an element: its characters, and mean characters of a block, where these are not
            looked up; the same blocks have the same.
        places: Where in `others` these of each element are, -1 where they are looked up, the mean as the characters;
            shape (2, n_elements).

    Returns:
        How many numbers are in `others`.
    """
    cdef Py_ssize_t row, i, a, b, n = len(group), n_others = 0
    cdef double total
    for i in range(n):
        shaped(0 <= group[i] < len(groups))
    for row in range(len(reaches)):
        for i in range(n):
            a, b = max(i - reaches[row], 0), min(i + reaches[row] + 1, n)
            windows[row, i] = between(sums, a, b).total / (b - a)
    for i in range(len(first)):
        a, b = up[i], end[i] - first[i]
        if a != i and first[a] == first[i] and end[a] == end[i]:
            places[0, i], places[1, i] = places[0, a], places[1, a]
            continue
        places[0, i] = places[1, i] = -1
        total = between(sums, first[i], end[i]).total
        if total >= most:
            places[0, i], others[n_others] = n_others, total
            n_others += 1
        if b > 1:
            places[1, i], others[n_others] = n_others, total / b
            n_others += 1
    for i in range(n):
        groups[group[i]] += sums[0, i + 1] - sums[0, i]
    return n_others


def places(
    const double[:, ::1] sums,
    const Py_ssize_t[::1] main_path, const float[::1] main_logs,
    const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
    const float[::1] is_heading, const float[::1] overlap, const float[::1] is_h1,
    float least, double bonus, Py_ssize_t far,
    const double[::1] logs, Py_ssize_t[::1] height,
    float[:, ::1] out,
):
    """The columns that say where on the page a block stands: "position" to "until_prose".

    Args:
        main_path: The main container and the elements around it.
        main_logs: Of 1 + each height up to theirs.
        is_heading, overlap, is_h1: Of each block.
        least: Overlap from which a block may be the headline.
        bonus: What an `<h1>` is worth against overlap.
        far: Distance that stands for none.
        height: Room for one number a block.
        out: Shape (N_PLACES, n_blocks).
    """
    cdef Py_ssize_t i, level, distance, headline = 0, n = len(is_heading), since = far, prose = far
    cdef double n_chars = max(sums[0, n], 1.0), n_prose = max(sums[2, n], 1.0), likeness, best = -1
    cdef bint has_headline = False
    shaped(out.shape[0] == N_PLACES and len(main_logs) > len(main_path) > 0 and far < len(logs))
    height[:] = len(main_path)
    for level in range(len(main_path) - 1, -1, -1):
        for i in range(max(first[main_path[level]], 0), min(end[main_path[level]], n)):
            height[i] = level
    for i in range(n):
        has_headline = has_headline or overlap[i] >= least
        likeness = overlap[i] + bonus * is_h1[i]
        if likeness > best:
            best, headline = likeness, i
    for i in range(n):
        out[0, i] = <float>((i + 0.5) / n)
        out[1, i] = <float>(sums[0, i] / n_chars)
        out[2, i] = <float>(sums[2, i] / n_prose)
        out[3, i] = <float>logs[i]
        out[4, i] = <float>logs[n - 1 - i]
        out[5, i] = height[i] == 0
        out[6, i] = main_logs[height[i]]
        out[7, i] = i < first[main_path[0]]
        out[8, i] = i >= end[main_path[0]]
        distance = i - headline
        out[9, i] = has_headline
        out[10, i] = has_headline and distance > 0
        if distance < 0:
            out[11, i] = <float>(-logs[-distance] / 3) if has_headline else 0
        else:
            out[11, i] = <float>(logs[distance] / 3) if has_headline else 0
        since = 0 if is_heading[i] > 0 else min(since + 1, far)
        out[12, i] = <float>logs[since]
        prose = 0 if sums[2, i + 1] > sums[2, i] else min(prose + 1, far)
        out[13, i] = <float>logs[prose]
    prose = far
    for i in range(n - 1, -1, -1):
        prose = 0 if sums[2, i + 1] > sums[2, i] else min(prose + 1, far)
        out[14, i] = <float>logs[prose]


def elements(
    const double[:, ::1] sums,
    const double[::1] others, const Py_ssize_t[:, ::1] places,
    const Py_ssize_t[::1] up, const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
    const Py_ssize_t[::1] like,
    const double[:, ::1] logs, Py_ssize_t[::1] n_children,
    float[:, ::1] out,
):
    """What is said of each element, in the order of `_LEVEL`, and the mean length of its blocks.

    Args:
        others, places: What `raw` gives, but of the first its logarithms.
        up, first, end, like: Of each element.
        logs: Of 1 + each whole number, and of each whole number.
        n_children: Zeros, one for each element.
        out: Shape (n_elements, N_LEVEL + 1).
    """
    cdef Py_ssize_t i
    shaped(out.shape[1] == N_LEVEL + 1)
    cdef double n_chars = max(sums[0, sums.shape[1] - 1], 1.0)
    cdef Share share
    for i in range(1, len(up)):
        n_children[up[i]] += 1
    for i in range(len(up)):
        share = between(sums, first[i], end[i])
        out[i, 0] = <float>(logs[0, <Py_ssize_t>share.total] if places[0, i] < 0 else others[places[0, i]])
        out[i, 1] = <float>share.links
        out[i, 2] = <float>share.prose
        out[i, 3] = <float>logs[0, end[i] - first[i]]
        out[i, 4] = <float>(share.total / n_chars)
        out[i, 6] = <float>logs[0, n_children[i]]
        out[i, 7] = <float>logs[1, like[i]]
        out[i, MEAN] = out[i, 0] if places[1, i] < 0 else <float>others[places[1, i]]


def around(
    const float[:, ::1] held,
    const Py_ssize_t[:, ::1] containers,
    const double[:, ::1] sums,
    const double[:, ::1] windows, const Py_ssize_t[::1] reaches, const Py_ssize_t[::1] heights,
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] up, const Py_ssize_t[::1] first, const Py_ssize_t[::1] end,
    float[:, ::1] out,
):
    """The columns on containers, windows and levels.

    Args:
        held: What `elements` says of each.
        containers: Of each size that of each block.
        windows: Logarithms of 1 + mean characters.
        reaches: Blocks on each side of a window.
        heights: Levels above a block's own element, rising.
        out: The columns.
    """
    cdef Py_ssize_t i, k, what, row, at, climbed, n = len(element)
    cdef Py_ssize_t n_containers = containers.shape[0], n_windows = len(reaches)
    cdef Share share
    shaped(held.shape[1] == N_LEVEL + 1)
    shaped(out.shape[0] == N_SHARES * (n_containers + n_windows) + N_LEVEL * len(heights))
    for i in range(n):
        row = 0
        for k in range(n_containers):
            at = containers[k, i]
            out[row, i], out[row + 1, i], out[row + 2, i] = held[at, 1], held[at, 2], held[at, MEAN]
            row += N_SHARES
        for k in range(n_windows):
            share = between(sums, max(i - reaches[k], 0), min(i + reaches[k] + 1, n))
            out[row, i], out[row + 1, i] = <float>share.prose, <float>share.links
            out[row + 2, i] = <float>windows[k, i]
            row += N_SHARES
        at, climbed = element[i], 0
        for k in range(len(heights)):
            while climbed < heights[k]:
                at = up[at]
                climbed += 1
            for what in range(N_LEVEL):
                out[row + what, i] = held[at, what]
            out[row + PLACE, i] = <float>(<double>(i - first[at]) / <double>max(end[at] - first[at], 1))
            row += N_LEVEL


def groups(
    const double[:, ::1] sums,
    const Py_ssize_t[::1] group,
    const double[::1] log_chars, const double[::1] logs, double[:, ::1] of_group,
    float[:, ::1] out,
):
    """The columns on what one template wrote: "log_group" to "group_links".

    Args:
        log_chars: Logarithms of 1 + characters, of each group.
        logs: Of 1 + each whole number.
        of_group: Zeros, shape (3, n_groups).
        out: Shape (N_OF_GROUP, n_blocks).
    """
    cdef Py_ssize_t i, own, n = len(group)
    cdef double n_chars = max(sums[0, n], 1.0)
    shaped(out.shape[0] == N_OF_GROUP)
    for i in range(n):
        own = group[i]
        shaped(0 <= own < of_group.shape[1])
        of_group[0, own] += 1
        of_group[1, own] += sums[0, i + 1] - sums[0, i]
        of_group[2, own] += sums[1, i + 1] - sums[1, i]
    for i in range(n):
        own = group[i]
        out[0, i] = <float>logs[<Py_ssize_t>of_group[0, own]]
        out[1, i] = <float>log_chars[own]
        out[2, i] = <float>(of_group[1, own] / n_chars)
        out[3, i] = <float>(of_group[2, own] / max(of_group[1, own], 1.0))
