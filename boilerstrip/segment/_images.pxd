# cython: language_level=3
"""What images show, compiled."""

cdef tuple mark_of(str source, const char** values)
cdef tuple new_mark(str kind, str value, str alt)
