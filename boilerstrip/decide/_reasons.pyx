# cython: language_level=3, boundscheck=False, wraparound=False
"""What `reasons.scored` does, compiled: three columns of some hundreds for each block, in one pass."""

from libc.math cimport isfinite

from boilerstrip.block import Reason
from boilerstrip._acyclic cimport leave_out_one
from boilerstrip._made cimport pair

cdef list _SHORT = [f"{hundredths / 100:.2f}" for hundredths in range(101)]


def scored(str code, list scores, const float[:, :] weights, list columns, bint is_for):
    """As `reasons.scored`; None where heavy ones are not finite, or there are fewer than three columns.

    Args:
        code, scores, weights, columns: As there.
        is_for: Whether it is told what speaks for main content, else what speaks against it.
    """
    cdef Py_ssize_t row, column, n = weights.shape[1]
    cdef Py_ssize_t first, second, third
    cdef float value, one, two, three, sign = 1 if is_for else -1
    cdef str evidence
    cdef list told = []
    if n < 3 or not len(columns) == n or not len(scores) == weights.shape[0]:
        return None
    for row in range(weights.shape[0]):
        first = second = third = -1
        one = two = three = 0
        for column in range(n):
            value = sign * weights[row, column]
            if third >= 0 and value <= three:  # of those that weigh the same the first counts
                continue
            if not isfinite(value):
                return None
            if first < 0 or value > one:
                first, second, third = column, first, second
                one, two, three = value, one, two
            elif second < 0 or value > two:
                second, third = column, second
                two, three = value, two
            elif third < 0 or value > three:
                third, three = column, value
        evidence = (
            shortened(scores[row]) + ": " + <str>columns[first] + ", " + <str>columns[second] + ", " + <str>columns[third]
        )
        reason = pair(Reason, code, evidence)
        leave_out_one(reason)
        told.append(reason)
    return told


cdef str shortened(double score):
    """A score with two decimals."""
    cdef double hundredths = score * 100
    cdef Py_ssize_t nearest
    if 0 <= hundredths <= 100:
        nearest = <Py_ssize_t>(hundredths + 0.5)
        if -0.4999 < hundredths - nearest < 0.4999:  # else it is for exact arithmetic to say
            return _SHORT[nearest]
    return f"{score:.2f}"
