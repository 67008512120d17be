# cython: language_level=3
"""What lines hold, for other compiled parts."""

cdef bint may_hold(str text) except -1
cdef bint may_be_profile(str address) except -1
