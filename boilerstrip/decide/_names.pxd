# cython: language_level=3
"""What class names and ids say, for the compiled parts of this room."""

cimport cython

cdef enum:  # the fields of a `says.Saying`
    WIDGET
    MENU
    FOOTER
    HEADER
    HIDDEN
    N_PLACES

cdef struct Named:
    # A name that says a role: which of `names.ROLES`, which field that is, and where in its label the name is.
    int role, place
    Py_ssize_t start, end


@cython.final
cdef class Label:
    cdef str text
    cdef int words  # for kept blocks, a mask of `kept.WORDS`
    cdef int n_named
    cdef Named[5] named  # those that say a role, of each field the first
    cdef str tag  # of the element that had the label last
    cdef list voices  # and what it said

    cdef int read(self) except -1
    cdef int hear(self, Py_ssize_t start, Py_ssize_t end, long long mask, long long of_two, int n_words) except -1
    cdef int note(self, int role, Py_ssize_t start, Py_ssize_t end) except -1
    cdef int see_where_hidden(self) except -1
    cdef int read_slowly(self) except -1


@cython.final
cdef class Labels:
    cdef dict known
    cdef Label nothing

    cdef Label of(self, str text)
