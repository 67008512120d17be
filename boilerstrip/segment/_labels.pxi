# A part of `_tags.pyx`: class attributes and ids.

cdef enum:
    REMEMBERED = 512  # class attributes
    LONGEST_REMEMBERED = 200  # bytes of one


cdef struct Remembered:
    # A class attribute of ASCII and what it tells: lists, and pages of one site, have the same ones again and again.
    PyObject* text  # owned; NULL for none
    size_t hash
    Told told


cdef Remembered[REMEMBERED] _remembered
"""Each in the place that its hash says, the last one that came there."""


cdef str named(const char* value, Told* known, bint is_class):
    """A class attribute or an id, as much of it as counts; what it tells is added."""
    cdef Py_ssize_t size = strlen(value)
    cdef Remembered* place = NULL
    cdef Told told = Told(0, False)
    cdef size_t hash = 0
    cdef str text
    if is_class and size <= LONGEST_REMEMBERED and is_ascii(value, size):
        hash = hash_of(value, size)
        place = &_remembered[hash % REMEMBERED]
        if place.text is not NULL and place.hash == hash and is_same(<object>place.text, value, size):
            add(known, place.told)
            return <str>place.text
    text = decoded(value)
    if size > _MOST_LABEL and len(text) > _MOST_LABEL:
        text = cut(text) if is_class else text[:_MOST_LABEL]
        encoded = text.encode()
        tell(encoded, True, &told)
    else:
        tell(value, True, &told)
    add(known, told)
    if place is not NULL:
        Py_INCREF(text)
        Py_XDECREF(place.text)
        place[0] = Remembered(<PyObject*>text, hash, told)
    return text


cdef inline void add(Told* known, Told told) noexcept:
    known.mask |= told.mask
    known.may_be_shaped = known.may_be_shaped or told.may_be_shaped
