# cython: language_level=3
"""What class names and ids say, for other compiled parts."""

cdef bint is_naming(str label, weight) except -1
