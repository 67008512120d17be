# cython: language_level=3
"""What a few things are that are met again and again, as the tags of a page: most are one object each."""

from cpython.dict cimport PyDict_GetItem
from cpython.object cimport PyObject

cdef enum:
    N_MET = 64

cdef struct Met:
    # Things that were met last, by where they lie, and what each is. All 0 at first. It holds no references: it is
    # for as long as something else has the things.
    PyObject* thing[N_MET]
    Py_ssize_t number[N_MET]


cdef inline Py_ssize_t number_of(object thing, dict numbers, Met* met) except? -1:
    """The number that a dict of them has for a thing, 0 where it has none."""
    cdef size_t slot = (<size_t><PyObject*>thing >> 5) % N_MET
    cdef PyObject* found
    if met.thing[slot] != <PyObject*>thing:
        found = PyDict_GetItem(numbers, thing)
        met.number[slot] = <object>found if found is not NULL else 0
        met.thing[slot] = <PyObject*>thing
    return met.number[slot]
