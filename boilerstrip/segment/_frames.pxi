# A part of `_walk.pyx`: the elements that are open.

cdef struct Frame:
    # An open element: its index, that of the innermost block-level one, the bits of all together, what closes it.
    Py_ssize_t index
    Py_ssize_t container
    long long around
    PyObject* closing  # borrowed, there as long as its module
    PyObject* index_object  # owned; NULL until something in the element needs it


cdef class Frames:
    """The open elements; the first is what is around the root."""

    cdef Py_ssize_t depth, room
    cdef Frame* frames

    def __cinit__(self):
        self.depth = -1

    def __dealloc__(self):
        while self.depth >= 0:
            self.pop()
        PyMem_Free(self.frames)

    cdef int push(self, Py_ssize_t index, Py_ssize_t container, long long around, PyObject* closing) except -1:
        if self.depth + 1 == self.room:
            frames = PyMem_Realloc(self.frames, 2 * (self.room + 32) * sizeof(Frame))
            if frames is NULL:
                raise MemoryError
            self.frames, self.room = <Frame*>frames, 2 * (self.room + 32)
        self.depth += 1
        self.frames[self.depth] = Frame(index, container, around, closing, NULL)
        return 0

    cdef int pop(self) noexcept:
        Py_XDECREF(self.frames[self.depth].index_object)
        self.depth -= 1
        return 0

    cdef object parent_object(self):
        """The index of the innermost open element, one object for all that is in it."""
        cdef Frame* frame = &self.frames[self.depth]
        cdef object index
        if frame.index_object is NULL:
            index = frame.index
            Py_INCREF(index)
            frame.index_object = <PyObject*>index
        return <object>frame.index_object
