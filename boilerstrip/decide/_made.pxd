# cython: language_level=3
"""Named tuples made at once: `tuple.__new__` makes a list's copy, and a copy of that."""

from cpython.object cimport PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM

cdef extern from "Python.h":
    object PyType_GenericAlloc(PyTypeObject* kind, Py_ssize_t n)


cdef inline object pair(type kind, object first, object second):
    """A named tuple of two fields and nothing else."""
    cdef object new = PyType_GenericAlloc(<PyTypeObject*>kind, 2)
    Py_INCREF(first)
    PyTuple_SET_ITEM(new, 0, first)
    Py_INCREF(second)
    PyTuple_SET_ITEM(new, 1, second)
    return new


cdef inline object with_field(type kind, tuple old, Py_ssize_t place, object value):
    """A named tuple with one field replaced; the place is one that it has."""
    cdef Py_ssize_t i, n = len(old)
    cdef object new = PyType_GenericAlloc(<PyTypeObject*>kind, n), each
    for i in range(n):
        each = value if i == place else old[i]
        Py_INCREF(each)
        PyTuple_SET_ITEM(new, i, each)
    return new
