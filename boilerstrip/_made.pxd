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


cdef inline object put(object new, Py_ssize_t place, object value):
    """The tuple, which is new, with a value in a place of its own that has none yet."""
    Py_INCREF(value)
    PyTuple_SET_ITEM(new, place, value)
    return new


cdef inline object single(type kind, object value):
    """A named tuple of one field and nothing else."""
    return put(new_tuple(kind, 1), 0, value)


cdef inline object pair(type kind, object first, object second):
    """A named tuple of two fields and nothing else."""
    return put(put(new_tuple(kind, 2), 0, first), 1, second)


cdef inline object triple(type kind, object first, object second, object third):
    """A named tuple of three fields and nothing else."""
    return put(put(put(new_tuple(kind, 3), 0, first), 1, second), 2, third)


cdef inline object quadruple(type kind, object first, object second, object third, object fourth):
    """A named tuple of four fields and nothing else."""
    return put(put(put(put(new_tuple(kind, 4), 0, first), 1, second), 2, third), 3, fourth)
