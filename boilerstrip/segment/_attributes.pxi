# A part of `_walk.pyx`: what the attributes of elements tell.

cdef enum:
    NAME_SLOTS = 512  # a power of two
    FEWEST_SLOTS = 256  # of what is described; a power of two
    ITEM_SLOTS = 256  # of attributes as Python has them; a power of two
    MOST_TRIED = 32  # slots that are tried, so that no page of many like hashes takes long


cdef struct NameSlot:
    # What is known of an attribute's name, by its address, which libxml2 has once for all attributes mostly.
    const char* name
    PyObject* text
    int meaning
    int place  # among those of an image


cdef struct Known:
    # An element that is described, where its key is among `Attributes.keys`, and the hash of that.
    PyObject* element  # owned; NULL where the slot is free
    size_t hash
    size_t start
    size_t size


cdef struct Item:
    # An attribute as Python has it, of a value of ASCII: classes and the like are the same in one entry and the next.
    PyObject* item  # owned, a pair of texts; NULL for none
    PyObject* name  # of the two
    size_t hash  # of the value


cdef class Attributes:
    """What is known of a page's attributes; of elements with the same ones once."""

    cdef dict names
    cdef PyObject* document
    cdef char* keys
    cdef size_t n_used, room  # bytes of the keys
    cdef Known* known  # half of the slots are free at least
    cdef size_t n_slots, n_known
    cdef NameSlot slots[NAME_SLOTS]
    cdef Item made[ITEM_SLOTS]
    cdef Said said[MOST_SAID]

    def __cinit__(self):
        self.names = {}

    def __dealloc__(self):
        cdef size_t place
        for place in range(self.n_slots):
            Py_XDECREF(self.known[place].element)
        for place in range(ITEM_SLOTS):
            Py_XDECREF(self.made[place].item)
        PyMem_Free(self.known)
        PyMem_Free(self.keys)

    cdef NameSlot* slot_of(self, const char* name) except NULL:
        cdef NameSlot* slot = &self.slots[spread(name, NULL) % NAME_SLOTS]
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
        return self.described(row, n_said)

    cdef Element described(self, Row row, Py_ssize_t n_said):
        """What is known of an element of which so much is said."""
        cdef size_t size = self.key_of(row, n_said), hash = hash_of(self.keys + self.n_used, size)
        cdef Element element
        cdef Known* known
        if 2 * self.n_known >= self.n_slots:
            self.grow()
        known = self.slot_for(hash, size)
        if known is not NULL and known.element is not NULL:
            return <Element>known.element
        element = described(row, self.said, n_said)
        if known is not NULL:
            Py_INCREF(element)
            known[0] = Known(<PyObject*>element, hash, self.n_used, size)
            self.n_known += 1
            self.n_used += size
        return element

    cdef Known* slot_for(self, size_t hash, size_t size) noexcept:
        """The slot of the key behind the others, or the free one where it belongs; NULL where there is no room."""
        cdef Known* known
        cdef size_t n
        for n in range(MOST_TRIED):
            known = &self.known[(hash + n) % self.n_slots]
            if known.element is NULL:
                return known
            if known.hash == hash and known.size == size:
                if memcmp(self.keys + known.start, self.keys + self.n_used, size) == 0:
                    return known
        return NULL

    cdef int grow(self) except -1:
        """Make room for more elements; those for which none is near enough are forgotten."""
        cdef Known* old = self.known
        cdef Known* known
        cdef size_t n_old = self.n_slots, place, n
        known = <Known*>PyMem_Calloc(max(4 * n_old, <size_t>FEWEST_SLOTS), sizeof(Known))
        if known is NULL:
            raise MemoryError
        self.known, self.n_slots, self.n_known = known, max(4 * n_old, <size_t>FEWEST_SLOTS), 0
        for place in range(n_old):
            if old[place].element is NULL:
                continue
            for n in range(MOST_TRIED):
                known = &self.known[(old[place].hash + n) % self.n_slots]
                if known.element is NULL:
                    known[0] = old[place]
                    self.n_known += 1
                    break
            else:
                Py_XDECREF(old[place].element)
        PyMem_Free(old)
        return 0

    cdef size_t key_of(self, Row row, Py_ssize_t n_said) except 0:
        """Write down behind the other keys what tells elements apart; how many bytes it takes."""
        cdef Py_ssize_t place
        cdef PyObject* itself = <PyObject*>row
        cdef size_t size = self.add_key(0, <const char*>&itself, sizeof(itself))
        for place in range(n_said):
            size = self.add_key(size, <const char*>&self.said[place].name, sizeof(PyObject*))
            size = self.add_key(size, self.said[place].value, strlen(self.said[place].value) + 1)
        return size

    cdef size_t add_key(self, size_t size, const char* part, size_t length) except 0:
        cdef size_t needed = self.n_used + size + length
        if needed > self.room:
            keys = PyMem_Realloc(self.keys, 2 * needed)
            if keys is NULL:
                raise MemoryError
            self.keys, self.room = <char*>keys, 2 * needed
        memcpy(self.keys + self.n_used + size, part, length)
        return size + length

    cdef list items(self, Node* node):
        """All attributes of an element, as Python has them."""
        cdef Attr* attribute = node.properties
        cdef Py_ssize_t n_items = 0
        cdef tuple item
        cdef list items
        while attribute is not NULL:
            if attribute.ns is not NULL or attribute.type != ATTRIBUTE or plain_value(attribute) is NULL:
                return attributes_of(node, 3)
            n_items += 1
            attribute = attribute.next
        items = []
        leave_out_one(items)
        reserve(items, n_items + 1)  # one more may be its text
        attribute = node.properties
        while attribute is not NULL:
            append_to(items, self.item(self.slot_of(attribute.name).text, plain_value(attribute)))
            attribute = attribute.next
        return items

    cdef tuple item(self, PyObject* name, const char* value):
        """A name and a value; the same object where it was made before and is remembered."""
        cdef size_t size = strlen(value), hash = hash_of(value, size)
        cdef Item* made = &self.made[(hash ^ <size_t>name >> 4) % ITEM_SLOTS]
        cdef tuple item
        if made.item is not NULL and made.name == name and made.hash == hash:
            item = <tuple>made.item
            if is_same(<str>item[1], value, size):
                return item
        item = (<object>name, decoded(value))
        leave_out_one(item)
        if PyUnicode_IS_ASCII(item[1]):
            Py_INCREF(item)
            Py_XDECREF(made.item)
            made[0] = Item(<PyObject*>item, name, hash)
        return item

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
