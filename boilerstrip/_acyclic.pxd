# cython: language_level=3
"""Containers that are in no cycle, taken out of what the cyclic garbage collector looks through.

What is in no cycle is freed when the last reference to it goes, whether the collector knows of it or not. So it does
no harm to take such things away from it, as it does itself with tuples and dicts that hold nothing that it knows of;
and it spares it to look at all that is in them, which is mostly out of the processor's caches by then. It would do harm
to take away something that is in a cycle, or comes into one later: that cycle would never be freed. So this is
for what, by its type, has numbers and texts in it, and marks, reasons and tuples, which have the same: nothing of
that leads back to anything.
"""

cdef extern from "Python.h":
    void leave_out_one "PyObject_GC_UnTrack"(object container)
