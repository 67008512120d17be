# Numbers of texts, by their hash.

cdef unsigned long long _SEED = <unsigned long long>(hash("a text") & 0xFFFFFFFFFFFFFFFF)
"""Another one in each process, so that no page is written for texts to meet in one place of a table."""


cdef inline unsigned long long hash_of(str text) noexcept:
    """Made of all of a text, eight bytes at a time; the hash that Python keeps takes several times as long."""
    cdef const char* data = <const char*>PyUnicode_DATA(text)
    cdef Py_ssize_t i, n = len(text) * PyUnicode_KIND(text)
    cdef unsigned long long word, hashed = _SEED ^ <unsigned long long>n
    for i in range(0, n - 7, 8):
        memcpy(&word, data + i, 8)
        hashed = (hashed ^ word) * 0x9E3779B97F4A7C15ull
        hashed ^= hashed >> 32
    word = 0
    memcpy(&word, data + (n & ~7), n & 7)
    hashed = (hashed ^ word) * 0x9E3779B97F4A7C15ull
    return hashed ^ hashed >> 32


cdef inline bint are_equal(str one, str other) noexcept:
    cdef int kind = PyUnicode_KIND(one)
    if one is other:
        return True
    if len(one) != len(other) or kind != PyUnicode_KIND(other):
        return False
    return memcmp(PyUnicode_DATA(one), PyUnicode_DATA(other), len(one) * kind) == 0


cdef enum:
    N_SEEN = 256


def numbered(list values not None, Py_ssize_t[::1] out):
    """The different ones of some texts, in order of appearance; `out` has the number of each."""
    cdef list found = []
    cdef Py_ssize_t i, at, number, last
    cdef size_t[N_SEEN] seen  # texts that are the same object as one before; the list keeps them all
    cdef Py_ssize_t[N_SEEN] number_of
    cdef unsigned int slot
    cdef str value
    cdef Py_ssize_t* table
    memset(seen, 0, sizeof(seen))
    if len(out) != len(values):
        raise ValueError("an array of another size")
    table = table_for(len(values), &last, 0)
    try:
        for i in range(len(out)):
            value = values[i]
            if value is None:
                raise TypeError("texts are numbered, not None")
            slot = <unsigned int>(<size_t><void*>value >> 4) & (N_SEEN - 1)
            if seen[slot] == <size_t><void*>value:
                number = number_of[slot]
            else:
                at = <Py_ssize_t>hash_of(value) & last
                while table[at] >= 0 and not are_equal(value, <str>found[table[at]]):
                    at = (at + 1) & last
                number = table[at]
                if number < 0:
                    table[at] = number = len(found)
                    found.append(value)
                seen[slot], number_of[slot] = <size_t><void*>value, number
            out[i] = number
    finally:
        PyMem_Free(table)
    return found


cdef inline Py_ssize_t letter_from(int form, const void* data, Py_ssize_t i, Py_ssize_t n) noexcept:
    """The place of the next character that is no digit; `n` where there is none."""
    while i < n and 48 <= PyUnicode_READ(form, data, i) <= 57:
        i += 1
    return i


cdef bint are_stems(str one, str other) except -1:
    """Whether two labels begin with the same class but for digits."""
    cdef int form = PyUnicode_KIND(one), other_form = PyUnicode_KIND(other)
    cdef const void* data = PyUnicode_DATA(one)
    cdef const void* other_data = PyUnicode_DATA(other)
    cdef Py_ssize_t i = -1, j = -1, n = len(one), n_other = len(other)
    cdef unsigned int point = 0, other_point
    while point != 32:
        i, j = letter_from(form, data, i + 1, n), letter_from(other_form, other_data, j + 1, n_other)
        point = PyUnicode_READ(form, data, i) if i < n else 32
        other_point = PyUnicode_READ(other_form, other_data, j) if j < n_other else 32
        if point != other_point:
            return False
    return True


def stems(list labels not None, unsigned long long[::1] out):
    """A number for the first class of each label but for digits; the same for the same, in order of appearance."""
    cdef list firsts = []  # a label that begins so
    cdef Py_ssize_t i, at, last, n
    cdef unsigned long long hashed
    cdef int form
    cdef const void* data
    cdef unsigned int point
    cdef str label
    cdef Py_ssize_t* table
    if len(out) != len(labels):
        raise ValueError("an array of another size")
    table = table_for(len(labels), &last, 0)
    try:
        for n in range(len(out)):
            label, hashed = labels[n], _SEED
            if label is None:
                raise TypeError("labels are texts, not None")
            form, data = PyUnicode_KIND(label), PyUnicode_DATA(label)
            for i in range(len(label)):
                point = PyUnicode_READ(form, data, i)
                if point == 32:
                    break
                if not 48 <= point <= 57:
                    hashed = (hashed ^ point) * 0x100000001B3ull
            at = <Py_ssize_t>(hashed ^ hashed >> 29) & last
            while table[at] >= 0 and not are_stems(label, firsts[table[at]]):
                at = (at + 1) & last
            if table[at] < 0:
                table[at] = len(firsts)
                firsts.append(label)
            out[n] = table[at]
    finally:
        PyMem_Free(table)
