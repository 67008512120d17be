# cython: language_level=3
"""What the compiled walk knows of tags and of elements with attributes."""

from cpython.object cimport PyObject

cdef enum Way:
    """How an element is read that is not simply read."""
    SIMPLY
    BY_PYTHON
    SKIPPED
    BROKEN_LINE
    SCRIPT
    REMARK
    DRAWING
    HEAD
    INPUT
    IMAGE
    NOSCRIPT
    SOURCE
    IN_LINE  # or as a block, by where it stands


cdef enum:
    # What an attribute is looked at for.
    IS_CLASS = 1
    IS_ID = 2
    IS_STYLE = 4
    TELLS = 8
    NAMES = 16
    IS_TASK = 32
    ALIGNS = 64  # or is in another way what `attributes.rendered_by` looks at
    SHAPES = 128
    COPIES = 256  # may say of a button that it copies
    IS_ROLE = 512
    HIDES = 1024
    MAY_HIDE = 2048  # if it is "true"
    IS_TYPE = 4096
    SHOWS = 8192  # or is a style that may
    OPENS = 16384  # may say of a button that it opens something

cdef enum:
    MOST_SAID = 48  # attributes that are looked at, of one element


cdef struct Said:
    # An attribute that is looked at, of which both are there as long as the element is described.
    int meaning
    const char* value
    PyObject* name


cdef class Row:
    cdef str name
    cdef bint is_block, keeps_space, is_noted, is_dated, is_marker, is_boxed, is_drawn, is_time, is_metadata
    cdef bint is_shaped, is_content, is_document, is_button, is_aside, is_note, is_empty, is_formula, is_icon
    cdef int looks_at  # meanings of the attributes that tell something of such an element
    cdef long long mask
    cdef object mask_object
    cdef Way way
    cdef str kind
    cdef object mark, closing  # None where Python is asked for them
    cdef frozenset rendering
    cdef Element bare  # what is known where no attribute tells anything; None where that may be something


cdef class Element:
    """What is known of an element by its tag and the attributes that tell something."""
    cdef str label
    cdef long long mask
    cdef object mask_object
    cdef dict rendered, purposes  # None for none
    cdef bint is_talk


cdef bint hides_it(const char* value, int meaning) except -1
cdef int meaning_of(str name) except -1
cdef Element described(Row row, Said* said, Py_ssize_t n_said)
cdef Row row_of_tag(str tag, object rows, bint is_formula)
