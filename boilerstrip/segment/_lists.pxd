# cython: language_level=3
"""Lists that are filled by one thing after the other, with no more copies than are needed."""

cdef extern from *:
    """
    /* What is in a list, as a tuple; the list is empty then, and has room for as much. */
    static PyObject *boilerstrip_taken(PyObject *list) {
        Py_ssize_t place, size = PyList_GET_SIZE(list);
        PyObject *taken = PyTuple_New(size);
        if (taken == NULL) return NULL;
        for (place = 0; place < size; place++) PyTuple_SET_ITEM(taken, place, PyList_GET_ITEM(list, place));
        Py_SET_SIZE(list, 0);
        return taken;
    }
    /* Give a list room for so many things, and for no more. Python's own lists grow by an eighth, which copies each of
       some columns that grow together nine times. */
    static int boilerstrip_reserve(PyObject *list, Py_ssize_t room) {
        PyListObject *itself = (PyListObject *)list;
        PyObject **items = PyMem_Realloc(itself->ob_item, (room ? room : 1) * sizeof(PyObject *));
        if (items == NULL) { PyErr_NoMemory(); return -1; }
        itself->ob_item = items;
        itself->allocated = room;
        return 0;
    }
    /* `list.append`, without a call where there is room. */
    static inline int boilerstrip_append(PyObject *list, PyObject *thing) {
        PyListObject *itself = (PyListObject *)list;
        Py_ssize_t size = PyList_GET_SIZE(list);
        if (itself->allocated <= size) return PyList_Append(list, thing);
        Py_INCREF(thing);
        itself->ob_item[size] = thing;
        Py_SET_SIZE(list, size + 1);
        return 0;
    }
    /* `list.pop`, of which nobody asks what it was; the list keeps its room. */
    static inline int boilerstrip_drop_last(PyObject *list) {
        Py_ssize_t size = PyList_GET_SIZE(list);
        PyObject *last;
        if (size == 0) {
            PyErr_SetString(PyExc_IndexError, "nothing is in the list");
            return -1;
        }
        last = PyList_GET_ITEM(list, size - 1);
        Py_SET_SIZE(list, size - 1);
        Py_DECREF(last);
        return 0;
    }
    """
    object taken "boilerstrip_taken"(list list)
    int reserve "boilerstrip_reserve"(list list, Py_ssize_t room) except -1
    int append_to "boilerstrip_append"(list list, object thing) except -1
    int drop_last "boilerstrip_drop_last"(list list) except -1
