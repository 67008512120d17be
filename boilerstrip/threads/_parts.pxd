# cython: language_level=3
"""What the elements of an entry are, for other compiled parts."""

cdef class Elements:
    """What the elements of a page say of themselves, each read when it is first asked for, and what they are in the
    entry that they were asked for in last."""

    cdef list tags, labels, parents, masks, first, end, text, dated
    cdef dict details, known
    cdef object about_tags, heading_tags
    cdef long long hidden
    cdef Py_ssize_t n
    cdef int asked  # so many entries were asked for
    cdef int* owner  # by element: the entry it is of, by that number
    cdef int* body  # the nearest element that said BODY or LOCKED, -1 for none
    cdef int* outer  # of such an element the one around it
    cdef unsigned short* bits
    cdef unsigned char* what
    cdef unsigned char* mixed  # whether it also holds lines about the entry

    cdef int bits_of(self, number) except -1
    cdef int read(self, Py_ssize_t element, list attributes) except -1
    cdef int read_attributes(self, Py_ssize_t element, list attributes, bint is_inline) except -1
    cdef str called(self, element)
    cdef object whole_blocks(self, Py_ssize_t element)
    cdef bint is_signature(self, Py_ssize_t element) except -1
    cdef set styles(self, list own)


cdef class EntryParts:
    """`parts.Parts` of an entry, until one of its elements is asked for in another."""

    cdef Elements page
    cdef int number
    cdef Py_ssize_t entry
    cdef list own
    cdef readonly set texts, buttons

    cdef int check(self, Py_ssize_t element) except -1
    cdef int body_of(self, Py_ssize_t element) except -2
    cdef bint says(self, Py_ssize_t element) except -1
