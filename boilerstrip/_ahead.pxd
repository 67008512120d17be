# cython: language_level=3
"""Memory that is asked for before it is needed: what blocks are made of lies all over it."""

from cpython.object cimport PyObject

cdef extern from *:
    """
    #if defined(__GNUC__)
    #define boilerstrip_prefetch(address) __builtin_prefetch(address)
    #else
    #define boilerstrip_prefetch(address) ((void)(address))
    #endif
    """
    void prefetch "boilerstrip_prefetch"(const void*) noexcept

cdef extern from "Python.h":
    PyObject* item "PyList_GET_ITEM"(list, Py_ssize_t)
