# A part of `_walk.pyx`: what the attributes of elements tell.

cdef enum:
    NAME_SLOTS = 512  # a power of two


cdef struct NameSlot:
    # What is known of an attribute's name, by its address, which libxml2 has once for all attributes mostly.
    const char* name
    PyObject* text
    int meaning
    int place  # among those of an image


cdef class Attributes:
    """What is known of a page's attributes; of elements with the same ones once."""

    cdef dict elements, names
    cdef PyObject* document
    cdef char* key
    cdef size_t key_room
    cdef NameSlot slots[NAME_SLOTS]
    cdef Said said[MOST_SAID]

    def __cinit__(self):
        self.elements, self.names = {}, {}

    def __dealloc__(self):
        PyMem_Free(self.key)

    cdef NameSlot* slot_of(self, const char* name) except NULL:
        cdef NameSlot* slot = &self.slots[((<size_t>name >> 3) ^ (<size_t>name >> 12)) % NAME_SLOTS]
        if slot.name != name:
            text = decoded(name)
            text = self.names.setdefault(text, text)  # which keeps it
            slot.meaning, slot.place = meaning_of(text), place_of(text)
            slot.name, slot.text = name, <PyObject*>text
        return slot

    cdef Element element_of(self, Node* node, Row row):
        """What is known of an element with attributes, of which most tell nothing."""
        cdef Attr* attribute = node.properties
        cdef NameSlot* slot
        cdef const char* value
        cdef Py_ssize_t n_said = 0
        cdef size_t size
        cdef PyObject* known
        cdef list held = None
        while attribute is not NULL:
            if attribute.ns is NULL and attribute.type == ATTRIBUTE:  # none in a namespace tells anything
                slot = self.slot_of(attribute.name)
                if slot.meaning & row.looks_at:
                    value = plain_value(attribute)
                    if value is NULL:
                        encoded = (<str>attribute_of(node, NULL, attribute.name)).encode()
                        held = [encoded, held]
                        value = encoded
                    if n_said == MOST_SAID:
                        raise RuntimeError("an element has more attributes than there are names")
                    self.said[n_said] = Said(slot.meaning, value, slot.text)
                    n_said += 1
            attribute = attribute.next
        if n_said == 0 and row.bare is not None:
            return row.bare
        size = self.key_of(row, n_said)
        key = PyBytes_FromStringAndSize(self.key, size)
        known = PyDict_GetItem(self.elements, key)
        if known is not NULL:
            return <Element>known
        self.elements[key] = element = described(row, self.said, n_said)
        return element

    cdef size_t key_of(self, Row row, Py_ssize_t n_said) except 0:
        """Write down what tells elements apart; how many bytes it takes."""
        cdef Py_ssize_t place
        cdef PyObject* itself = <PyObject*>row
        cdef size_t size = self.add_key(0, <const char*>&itself, sizeof(itself))
        for place in range(n_said):
            size = self.add_key(size, <const char*>&self.said[place].name, sizeof(PyObject*))
            size = self.add_key(size, self.said[place].value, strlen(self.said[place].value) + 1)
        return size

    cdef size_t add_key(self, size_t size, const char* part, size_t length) except 0:
        if size + length > self.key_room:
            key = PyMem_Realloc(self.key, 2 * (size + length))
            if key is NULL:
                raise MemoryError
            self.key, self.key_room = <char*>key, 2 * (size + length)
        memcpy(self.key + size, part, length)
        return size + length

    cdef list items(self, Node* node):
        """All attributes of an element, as Python has them."""
        cdef Attr* attribute = node.properties
        cdef const char* value
        cdef tuple item
        cdef list items = []
        leave_out_one(items)
        while attribute is not NULL:
            value = plain_value(attribute)
            if attribute.ns is not NULL or attribute.type != ATTRIBUTE or value is NULL:
                return attributes_of(node, 3)
            item = (<object>self.slot_of(attribute.name).text, decoded(value))
            leave_out_one(item)
            items.append(item)
            attribute = attribute.next
        return items

    cdef bint read_image(self, Node* node, const char** values) except -1:
        """Find the attributes of an `<img>` that are looked at, for `own_source`; False where one is not just one text."""
        cdef Attr* attribute = node.properties
        cdef int place
        memset(values, 0, N_NAMES * sizeof(values[0]))
        while attribute is not NULL:
            if attribute.ns is NULL and attribute.type == ATTRIBUTE:
                place = self.slot_of(attribute.name).place
                if place >= 0:
                    values[place] = plain_value(attribute)
                    if values[place] is NULL:
                        return False
            attribute = attribute.next
        return True
