# cython: language_level=3
"""Whether a page may have formulas, compiled."""

from boilerstrip.segment._nodes cimport Node

cdef bint may_hold_formulas(Node* top) noexcept
