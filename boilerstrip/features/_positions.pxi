# The columns that say where on the page a block stands.

cdef int find_heights(
    const Page* page, Py_ssize_t main, const float[::1] main_logs, Py_ssize_t* height, float[:, ::1] out
) except -1:
    """The columns on the main container: whether it holds a block, how far up one is that does, and on which side."""
    cdef Py_ssize_t i, at = main, level = 0
    for i in range(page.n):
        height[i] = -1
    while at >= 0:
        for i in range(page.first[at], page.end[at]):
            if height[i] < 0:
                height[i] = level
        at = page.parent[at]
        level += 1
    shaped(level < len(main_logs))
    for i in range(page.n):
        if height[i] < 0:
            height[i] = level
        out[5, i] = height[i] == 0
        out[6, i] = main_logs[height[i]]
        out[7, i] = i < page.first[main]
        out[8, i] = i >= page.end[main]
    return 0


cdef int find_places(
    const Page* page, const float[::1] is_heading, const float[::1] overlap, const float[::1] is_h1, tuple bounds,
    const double[:, ::1] logs, float[:, ::1] out,
) except -1:
    """The other columns that say where on the page a block stands: "position" to "until_prose"."""
    cdef Py_ssize_t i, distance, headline = 0, n = page.n, far = bounds[2], since = far, prose = far
    cdef double n_prose = max(page.prose[n], 1.0), likeness, bonus = bounds[1], best = -1
    cdef float least = bounds[0]
    cdef bint has_headline = False
    shaped(0 < far < logs.shape[1] and n < logs.shape[1])
    for i in range(n):
        has_headline = has_headline or overlap[i] >= least
        likeness = overlap[i] + bonus * is_h1[i]
        if likeness > best:
            best, headline = likeness, i
    for i in range(n):
        out[0, i] = <float>((i + 0.5) / n)
        out[1, i] = <float>(page.chars[i] / page.n_chars)
        out[2, i] = <float>(page.prose[i] / n_prose)
        out[3, i] = <float>logs[0, i]
        out[4, i] = <float>logs[0, n - 1 - i]
        distance = i - headline
        out[9, i] = has_headline
        out[10, i] = has_headline and distance > 0
        if distance < 0:
            out[11, i] = <float>(-logs[0, -distance] / 3) if has_headline else 0
        else:
            out[11, i] = <float>(logs[0, distance] / 3) if has_headline else 0
        since = 0 if is_heading[i] > 0 else min(since + 1, far)
        out[12, i] = <float>logs[0, since]
        prose = 0 if page.prose[i + 1] > page.prose[i] else min(prose + 1, far)
        out[13, i] = <float>logs[0, prose]
    prose = far
    for i in range(n - 1, -1, -1):
        prose = 0 if page.prose[i + 1] > page.prose[i] else min(prose + 1, far)
        out[14, i] = <float>logs[0, prose]
    return 0
