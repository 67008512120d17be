# cython: language_level=3
"""Loops over elements and blocks: numbers for what they are called, and what stands around each.

Each function does what Python does that stands beside its call, and gives the same numbers. Arrays come from the
caller, results are written into the last one. Indices are checked where they come from outside, and count from
the end where they are negative, as numpy's do.
"""

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

cdef enum:
    MOST_STEM = 256  # letters of one that is known by its bytes

cdef dict DIGITS = str.maketrans("123456789", "000000000")


def integers(list values not None, long long[::1] out):
    """Numbers of a list: `numpy.array` looks at what each of them is, and takes ten times as long."""
    cdef Py_ssize_t i
    for i in range(len(values)):
        out[i] = values[i]


def numbered(list values not None, Py_ssize_t[::1] out):
    """A number for each different value, in order of appearance; `out` has that of each value."""
    cdef dict numbers = {}
    cdef Py_ssize_t i
    last = number = None
    for i in range(len(values)):
        value = values[i]
        if value is last and i:
            out[i] = out[i - 1]
            continue
        last, number = value, numbers.get(value)
        if number is None:
            number = numbers[value] = len(numbers)
        out[i] = number
    return numbers


def stems(labels not None, unsigned long long[::1] out):
    """A number for the first class of each label, all digits as 0; the same for the same, in order of appearance.

    Args:
        labels: Some texts.
        out: As many numbers.
    """
    cdef dict numbers = {}
    cdef Py_ssize_t i, at = 0
    cdef char[MOST_STEM] letters
    cdef int form
    cdef const void* data
    cdef Py_UCS4 point
    cdef str label
    for label in labels:
        form, data, i = PyUnicode_KIND(label), PyUnicode_DATA(label), 0
        stem = None
        while i < len(label):
            point = PyUnicode_READ(form, data, i)
            if point == c" ":
                break
            if i == MOST_STEM or point > 127:  # such a stem is a text
                stem = label.partition(" ")[0].translate(DIGITS)
                break
            letters[i] = c"0" if c"1" <= point <= c"9" else <char>point
            i += 1
        if stem is None:
            stem = PyBytes_FromStringAndSize(letters, i)
        number = numbers.get(stem)
        if number is None:
            number = numbers[stem] = len(numbers)
        out[at] = number
        at += 1


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
    Py_ssize_t[:, ::1] room,
    Py_ssize_t[::1] out,
):
    """How many elements have the same parent, tag and label; `room` is of shape (3, n_elements)."""
    cdef Py_ssize_t i, at, first = 0, n = len(up)
    cdef Py_ssize_t[::1] order = room[0], sorted_so_far = room[1], counts = room[2]
    for i in range(n):
        order[i] = i
    sort_by(label, order, sorted_so_far, counts)
    sort_by(tag, sorted_so_far, order, counts)
    sort_by(up, order, sorted_so_far, counts)
    order = sorted_so_far
    for i in range(1, n + 1):
        if i < n and are_alike(order[first], order[i], up, tag, label):
            continue
        for at in range(first, i):
            out[order[at]] = i - first
        first = i


cdef int are_alike(
    Py_ssize_t a,
    Py_ssize_t b,
    const Py_ssize_t[::1] up,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] label,
) except -1:
    return up[a] == up[b] and tag[a] == tag[b] and label[a] == label[b]


cdef int sort_by(
    const Py_ssize_t[::1] keys, Py_ssize_t[::1] order, Py_ssize_t[::1] out, Py_ssize_t[::1] counts
) except -1:
    """The order sorted by keys that are less than its length; where they are the same it stays as it is."""
    cdef Py_ssize_t i, key, place = 0, n = len(keys)
    counts[:] = 0
    for i in range(n):
        counts[keys[i]] += 1
    for key in range(n):
        place += counts[key]
        counts[key] = place - counts[key]
    for i in range(n):
        key = keys[order[i]]
        out[counts[key]] = order[i]
        counts[key] += 1


def groups(
    const unsigned long long[::1] stem,
    const unsigned long long[::1] code,
    const Py_ssize_t[::1] label,
    const Py_ssize_t[::1] tag,
    const Py_ssize_t[::1] element,
    const Py_ssize_t[::1] up,
    int n_levels,
    unsigned long long mix,
    Py_ssize_t[::1] table,
    unsigned long long[::1] paths,
    Py_ssize_t[::1] out,
):
    """A number for each different path, in order of appearance; `out` has that of each block.

    Args:
        stem: Number of what each label begins with.
        code: Of each tag.
        label, tag, up: Of each element.
        element: Of each block.
        n_levels: Elements of a path.
        mix: What paths are hashed with.
        table: Filled with -1; its length is a power of 2, twice the number of blocks or more.
        paths: Room for one a block.
    """
    cdef Py_ssize_t i, at, n_groups = 0, last = len(table) - 1
    cdef unsigned long long path
    cdef int level
    if len(table) & last or last < len(element):
        raise ValueError("a table of another size")
    for i in range(len(element)):
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
