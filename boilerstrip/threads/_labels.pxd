# cython: language_level=3
"""What class names and ids say, for other compiled parts."""

cdef enum:  # which part of an entry an element is, beside none: `terms.BODY`, `terms.ABOUT`, `terms.LOCKED`
    BODY = 1
    ABOUT = 2
    LOCKED = 3

cdef enum:  # bits of what a label says: those of its words
    IS_BODY = 1
    IS_ABOUT = 2
    IS_ASIDE = 4
    IS_BODY_LAST = 8
    IS_HEADLESS = 16
    IS_NO_AUTHOR = 32
    IS_NO_BODY = 64
    IS_QUOTE = 128
    IS_QUOTE_BUTTON = 256
    IS_NO_VOTE = 512
    IS_DATE = 1024
    IS_LATER = 2048
    IS_UP = 4096
    IS_DOWN = 8192
    IS_PERMALINK = 16384
    IS_NO_PERMALINK = 32768
    ENDS_BODY = 65536
    ENDS_AUTHOR = 131072
    IS_LIKE_ABOUT = 262144
    AUTHOR_AT = 20  # where the weight of a word for an author begins, two bits
    VOTE_AT = 22

cdef enum:  # bits of a label as a whole, above those of its words
    PART_AT = 32  # which part of an entry it is
    NAMES_BODY_AT = 34
    VOTES_AT = 35  # `labels.vote_weight`, two bits
    WEIGHT_AT = 37  # `labels.author_weight`

cdef enum:
    MOST_CHARS = 400  # of a label that are looked at

cdef long long said_by(str label) except -1
cdef tuple tokens(str label)
cdef str folded(str text, Py_ssize_t first, Py_ssize_t end)


cdef inline int part_said(long long said) noexcept:
    return said >> PART_AT & 3


cdef inline int votes_said(long long said) noexcept:
    return said >> VOTES_AT & 3


cdef inline Py_ssize_t weight_said(long long said) noexcept:
    return said >> WEIGHT_AT
