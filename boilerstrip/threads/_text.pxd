# cython: language_level=3
"""What lines and labels hold, for other compiled parts."""

cdef bint may_hold(str text) except -1
cdef bint may_name(str label) except -1
