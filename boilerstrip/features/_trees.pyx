# cython: language_level=3
"""Loops over elements and blocks: numbers for what they are called, and what stands around each.

Each function does what Python does that stands beside its call, and gives the same numbers. Arrays come from the
caller, results are written into the last one. Indices are checked where they come from outside, and count from
the end where they are negative, as numpy's do.
"""

cimport cython
from cpython.list cimport PyList_GET_ITEM, PyList_GET_SIZE
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport memcmp, memcpy, memset

include "_spans.pxi"


cdef Py_ssize_t* table_for(Py_ssize_t n, Py_ssize_t* last, Py_ssize_t more) except NULL:
    """Room where so many things are found by their hash, all of it -1, and for some numbers more; and its last place."""
    cdef Py_ssize_t size = 16
    cdef Py_ssize_t* table
    while size <= 2 * n:
        size *= 2
    table = <Py_ssize_t*>PyMem_Malloc((size + more) * sizeof(Py_ssize_t))
    if table == NULL:
        raise MemoryError
    memset(table, 0xFF, size * sizeof(Py_ssize_t))
    last[0] = size - 1
    return table


cdef extern from "Python.h":
    bint PyLong_CheckExact(PyObject* value)


cdef inline long long number_at(list values, Py_ssize_t i) except? -1:
    """A whole number of a list."""
    cdef PyObject* value
    if i < PyList_GET_SIZE(values):  # what is no plain number may make it shorter
        value = <PyObject*>PyList_GET_ITEM(values, i)
        if PyLong_CheckExact(value):
            return <long long><object>value
    return values[i]


@cython.boundscheck(False)  # lengths are compared
@cython.wraparound(False)
def read(
    list element not None, list parent not None, list first not None, list end not None, list mask not None,
    list around not None, Py_ssize_t[::1] owner, Py_ssize_t[:, ::1] spans, long long[:, ::1] masks,
):
    """Indices and bits of a table as arrays.

    Args:
        element: Of each block, to be written into `owner`.
        parent, first, end: Of each element, to be written into `spans`.
        mask, around: The same, into `masks`.

    Returns:
        Whether all indices are ones that there are, and parents stand before their children.
    """
    cdef Py_ssize_t i, n_blocks = len(element), n = len(parent)
    cdef bint is_sound = True
    if not (
        len(first) == len(end) == len(mask) == len(around) == n == spans.shape[1] == masks.shape[1]
        and len(owner) == n_blocks and spans.shape[0] == N_SPANS and masks.shape[0] == 2
    ):
        raise ValueError("columns of another length")
    for i in range(n_blocks):
        owner[i] = number_at(element, i)
        is_sound = is_sound and 0 <= owner[i] < n
    for i in range(n):
        spans[PARENT, i], spans[FIRST, i] = number_at(parent, i), number_at(first, i)
        spans[END, i], masks[0, i], masks[1, i] = number_at(end, i), number_at(mask, i), number_at(around, i)
        spans[UP, i] = max(spans[PARENT, i], 0)
        is_sound = is_sound and spans[PARENT, i] < i and 0 <= spans[FIRST, i] <= spans[END, i] <= n_blocks
    return is_sound


include "_numbered.pxi"


# Trees. A parent stands before its children: what is known of it is there when they are looked at.


def depths(const Py_ssize_t[::1] parent, Py_ssize_t[::1] out):
    """How many elements stand around each."""
    cdef Py_ssize_t i
    for i in range(len(parent)):
        out[i] = out[parent[i]] + 1 if parent[i] >= 0 else 0


def nearest(
    const unsigned char[::1] wanted,
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] element,
    Py_ssize_t[::1] found,
    Py_ssize_t[::1] out,
):
    """The innermost element that is wanted, around each element (`found`) and each block (`out`)."""
    cdef Py_ssize_t i
    for i in range(len(up)):
        found[i] = i if wanted[i] or up[i] == i else found[up[i]]
    for i in range(len(element)):
        out[i] = found[element[i]]


def main_container(
    const float[::1] prose,
    const long long[::1] around,
    long long outside,
    double share,
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] first,
    const Py_ssize_t[::1] end,
    double[::1] sums,
):
    """The last element that holds most of the page's prose; 0 where there is none.

    Args:
        prose, element: Of each block.
        around, first, end: Of each element.
        outside: Bits of `around` under which prose does not count, unless there is no other.
        share: Of the prose that counts.
        sums: Room for one number more than there are blocks.
    """
    cdef Py_ssize_t i, n = len(prose)
    cdef bint has_counted = False
    for i in range(n):
        if prose[i] and not around[element[i]] & outside:
            has_counted = True
            break
    sums[0] = 0
    for i in range(n):
        sums[i + 1] = sums[i] + (0 if has_counted and around[element[i]] & outside else prose[i])
    if not sums[n]:
        return 0
    for i in range(len(first) - 1, -1, -1):
        if sums[end[i]] - sums[first[i]] >= share * sums[n]:
            return i
    return 0


def like_siblings(
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] label,
    Py_ssize_t[::1] out,
):
    """How many elements have the same parent, tag and label.

    Args:
        up, tag, label: Of each element.
        out: As many numbers.
    """
    cdef Py_ssize_t i, at, own, last, n = len(up)
    cdef unsigned long long hashed
    cdef Py_ssize_t* table
    cdef Py_ssize_t* first
    if not len(tag) == len(label) == len(out) == n:
        raise ValueError("arrays of another size")
    table = table_for(n, &last, n)
    first = table + last + 1
    for i in range(n):
        hashed = (<unsigned long long>up[i] * 0x9E3779B97F4A7C15ull) ^ (<unsigned long long>label[i] << 8) ^ tag[i]
        hashed *= 0x9E3779B97F4A7C15ull
        at = <Py_ssize_t>(hashed >> 33) & last
        own = table[at]
        while own >= 0 and not (up[own] == up[i] and tag[own] == tag[i] and label[own] == label[i]):
            at = (at + 1) & last
            own = table[at]
        if own < 0:
            table[at] = own = i
            out[i] = 0
        first[i] = own
        out[own] += 1
    for i in range(n):
        out[i] = out[first[i]]
    PyMem_Free(table)


def groups(
    const unsigned long long[::1] stem,
    list codes not None,
    const Py_ssize_t[::1] label,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] up,
    int n_levels,
    unsigned long long mix,
    Py_ssize_t[::1] out,
):
    """A number for each different path, in order of appearance; `out` has that of each block.

    Args:
        stem: Number of what each label begins with.
        codes: Of each tag.
        label, tag, up: Of each element.
        element: Of each block.
        n_levels: Elements of a path.
        mix: What paths are hashed with.
    """
    cdef Py_ssize_t i, at, n_groups = 0, last, n = len(element), n_codes = len(codes)
    cdef unsigned long long path
    cdef unsigned long long* paths
    cdef unsigned long long* code
    cdef int level
    cdef Py_ssize_t* table = table_for(n, &last, n + n_codes)
    paths = <unsigned long long*>(table + last + 1)
    code = paths + n
    try:
        for i in range(n_codes):
            code[i] = codes[i]
        for i in range(len(tag)):
            if not 0 <= tag[i] < n_codes:
                raise IndexError("no such tag")
        for i in range(n):
            at, path = element[i], 0
            for level in range(n_levels):
                if level:
                    at = up[at]
                path = path * mix + stem[label[at]] * 1009 + code[tag[at]] + 1
            at = <Py_ssize_t>((path ^ (path >> 29)) * mix >> 33) & last
            while table[at] >= 0 and paths[table[at]] != path:
                at = (at + 1) & last
            if table[at] < 0:
                table[at] = n_groups
                paths[n_groups] = path
                n_groups += 1
            out[i] = table[at]
    finally:
        PyMem_Free(table)
    return n_groups
