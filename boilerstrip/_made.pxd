# cython: language_level=3
"""Named tuples made at once: `tuple.__new__` makes a list's copy, and a copy of that."""

from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM

cdef extern from *:
    """
    /* An empty instance of a kind of tuple, as `tuple.__new__` allocates it. */
    static PyObject *boilerstrip_new_tuple(PyObject *kind, Py_ssize_t size) {
        PyObject *made = ((PyTypeObject *)kind)->tp_alloc((PyTypeObject *)kind, size);
    #if PY_VERSION_HEX >= 0x030E0000
        if (made) ((PyTupleObject *)made)->ob_hash = -1; /* 0 would be taken for its hash */
    #endif
        return made;
    }
    """
    object new_tuple "boilerstrip_new_tuple"(object kind, Py_ssize_t size)


cdef inline object single(type kind, object value):
    """A named tuple of one field and nothing else."""
    cdef object new = new_tuple(kind, 1)
    Py_INCREF(value)
    PyTuple_SET_ITEM(new, 0, value)
    return new


cdef inline object pair(type kind, object first, object second):
    """A named tuple of two fields and nothing else."""
    cdef object new = new_tuple(kind, 2)
    Py_INCREF(first)
    PyTuple_SET_ITEM(new, 0, first)
    Py_INCREF(second)
    PyTuple_SET_ITEM(new, 1, second)
    return new


cdef inline object triple(type kind, object first, object second, object third):
    """A named tuple of three fields and nothing else."""
    cdef object new = new_tuple(kind, 3)
    Py_INCREF(first)
    PyTuple_SET_ITEM(new, 0, first)
    Py_INCREF(second)
    PyTuple_SET_ITEM(new, 1, second)
    Py_INCREF(third)
    PyTuple_SET_ITEM(new, 2, third)
    return new


cdef inline object with_field(type kind, tuple old, Py_ssize_t place, object value):
    """A named tuple with one field replaced; the place is one that it has."""
    cdef Py_ssize_t i, n = len(old)
    cdef object new = new_tuple(kind, n), each
    for i in range(n):
        each = value if i == place else old[i]
        Py_INCREF(each)
        PyTuple_SET_ITEM(new, i, each)
    return new
