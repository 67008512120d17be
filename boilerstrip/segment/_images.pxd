# cython: language_level=3
"""Most images, compiled."""

cdef enum:
    N_NAMES = 24  # of attributes that are looked at, at most

cdef int place_of(str name) except -2
cdef tuple plain_image(const char** values)
cdef tuple new_mark(str kind, str value, str alt)
