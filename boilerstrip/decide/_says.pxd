# cython: language_level=3
"""What is said of blocks, for the compiled parts of this room."""

cimport cython
from cpython.object cimport PyObject

from boilerstrip.decide._names cimport FOOTER, HEADER, HIDDEN, MENU, N_PLACES, WIDGET, Labels
from boilerstrip.decide._page cimport Page

cdef enum:
    # What a role is to those who are asked whom to believe.
    IS_NAVIGATION = 1
    IS_SEARCH = 2
    IS_COMMENT = 4
    IS_COMMENT_FORM = 8
    IS_NO_MENU_ITEM = 16
    IS_WITHIN_COMMENTS = 32
    IS_SEALED = 64


@cython.final
@cython.no_gc
cdef class Voice:
    """As `says.Said`."""

    cdef str role
    cdef object reason
    cdef int place, kind


cdef struct Saying:
    # As `says.Saying`: a `Voice` of each field, or NULL.
    PyObject* by[N_PLACES]


cdef Voice voice(str role, str code, str evidence)
cdef Voice voice_of(said)


@cython.final
cdef class Around:
    """What each element and those around it say of their blocks."""

    cdef Page page
    cdef Labels labels
    cdef list voices  # all that are in `sayings`
    cdef dict known_purposes
    cdef Saying* sayings
    cdef Py_ssize_t* saying  # of each element, and before the first of what is around all

    cdef int listen(self, dict purposes) except -1
    cdef list asked(self, Py_ssize_t element, dict purposes)
    cdef list said_by_purposes(self, str tag, dict purposes)
    cdef bint hear(self, Saying* around, Voice voice, Py_ssize_t element) except -1
    cdef bint is_content(self, Py_ssize_t element) noexcept
    cdef bint is_of_page(self, Py_ssize_t element, int place) noexcept
