# What is known of each element, in the order of `PageArrays.spans`.

cdef enum:
    PARENT, UP, FIRST, END
    N_SPANS
