# cython: language_level=3, boundscheck=False, wraparound=False
"""What `reasons.explained` does, compiled: three columns of some hundreds for each block, in one pass."""

from libc.math cimport isfinite
from libc.string cimport memcpy

import numpy as np

from boilerstrip._acyclic cimport leave_out_one
from boilerstrip._made cimport pair

from boilerstrip.block import Reason

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)
    str PyUnicode_New(Py_ssize_t size, Py_UCS4 largest)

cdef list _SHORT = [f"{hundredths / 100:.2f}" for hundredths in range(101)]

cdef struct Heaviest:
    # The columns that weigh most, in order.
    Py_ssize_t first, second, third


def explained(
    list reasons not None,
    unexplained,
    list kept not None,
    const float[::1] scores,
    weigh,
    list columns not None,
    Py_ssize_t most,
    Py_ssize_t at_once,
):
    """As `reasons.explained`; None where that is to say it: more than `most` blocks are alike, or a weight is no number.

    Args:
        reasons, kept: As there.
        unexplained: The reason that stands for none.
        scores, weigh, columns: Of the choice.
        most: Blocks of which it is said why they have their score.
        at_once: Blocks that are weighed at once.
    """
    cdef Py_ssize_t i, n = len(reasons), n_high = 0, n_low = 0
    cdef Py_ssize_t[::1] place
    cdef list told = list(reasons)
    if not len(kept) == len(scores) == n:
        raise ValueError("columns of blocks differ in length")
    for i in range(n):
        if told[i] is unexplained:
            if kept[i]:
                n_high += 1
            else:
                n_low += 1
    if n_high > most or n_low > most:
        return None
    blocks = np.empty(n_high + n_low, dtype=np.intp)
    place, n_high = blocks, 0
    for i in range(n):
        if told[i] is unexplained:
            place[n_high] = i
            n_high += 1
    for i in range(0, n_high, at_once):
        if not explain(told, place[i : i + at_once], kept, scores, weigh(blocks[i : i + at_once]), columns):
            return None
    return told


cdef bint explain(
    list told, Py_ssize_t[::1] blocks, list kept, const float[::1] scores, const float[:, ::1] weights, list columns
) except -1:
    """Fill in the reasons of some blocks by their weights; whether that can be done."""
    cdef Py_ssize_t row, block, width = weights.shape[1]
    cdef Heaviest heaviest
    cdef bint keep
    if weights.shape[0] != len(blocks) or len(columns) != width:
        raise ValueError("weights of another shape")
    if width < 3:
        return False
    for row in range(len(blocks)):
        block = blocks[row]
        keep = kept[block]
        if not weigh_most(&weights[row, 0], width, 1 if keep else -1, &heaviest):
            return False
        reason = pair(
            Reason,
            "scored-high" if keep else "scored-low",
            evidence(
                shortened(scores[block]), columns[heaviest.first], columns[heaviest.second], columns[heaviest.third]
            ),
        )
        leave_out_one(reason)
        told[block] = reason
    return True


cdef bint weigh_most(const float* weights, Py_ssize_t n, float sign, Heaviest* heaviest) noexcept:
    """Find the three columns that weigh most, of three and more; whether they are numbers.

    Of those that weigh the same the first counts.
    """
    cdef Py_ssize_t column, first = -1, second = -1, third = -1
    cdef float value, one = 0, two = 0, three = 0
    for column in range(n):
        value = sign * weights[column]
        if value <= three and third >= 0:
            continue
        if not isfinite(value):
            return False
        if first < 0 or value > one:
            first, second, third = column, first, second
            one, two, three = value, one, two
        elif second < 0 or value > two:
            second, third = column, second
            two, three = value, two
        elif third < 0 or value > three:
            third, three = column, value
    heaviest.first, heaviest.second, heaviest.third = first, second, third
    return True


cdef str evidence(str score, str first, str second, str third):
    """A score and the columns that weighed most, as `f"{score}: {first}, {second}, {third}"`."""
    cdef str made
    cdef char* to
    if first is None or second is None or third is None:
        raise TypeError("a column has no name")
    if not (PyUnicode_IS_ASCII(first) and PyUnicode_IS_ASCII(second) and PyUnicode_IS_ASCII(third)):
        return score + ": " + first + ", " + second + ", " + third
    made = PyUnicode_New(len(score) + len(first) + len(second) + len(third) + 6, 127)
    to = put(<char*>PyUnicode_DATA(made), score)
    to[0], to[1] = c":", c" "
    to = put(to + 2, first)
    to[0], to[1] = c",", c" "
    to = put(to + 2, second)
    to[0], to[1] = c",", c" "
    put(to + 2, third)
    return made


cdef inline char* put(char* to, str text) noexcept:
    """Write a text of ASCII; where it ends."""
    memcpy(to, PyUnicode_DATA(text), len(text))
    return to + len(text)


cdef str shortened(double score):
    """A score with two decimals."""
    cdef double hundredths = score * 100
    cdef Py_ssize_t nearest
    if 0 <= hundredths <= 100:
        nearest = <Py_ssize_t>(hundredths + 0.5)
        if -0.4999 < hundredths - nearest < 0.4999:  # else it is for exact arithmetic to say
            return _SHORT[nearest]
    return f"{score:.2f}"
