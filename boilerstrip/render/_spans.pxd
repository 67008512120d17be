# cython: language_level=3
"""What `_markdown` needs of `_spans`."""

cdef object written_of(object inline, str hard_break)
