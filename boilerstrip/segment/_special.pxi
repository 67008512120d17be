# A part of `_walk.pyx`: what is known of tags, and what `segment.special` does for elements that are not simply read.

cdef enum:
    SLOTS = 256  # a power of two


cdef struct Slot:
    const char* name
    const char* href
    PyObject* row


cdef class Special(Content):
    """Reads special elements for a `walk._Walk`."""

    cdef dict details, rows
    cdef set formula_tags
    cdef Slot slots[SLOTS]

    def __init__(self, walk):
        Content.__init__(self, walk)
        self.details = walk.table.details
        self.formula_tags = {node.tag for node in walk.formulas}
        self.rows = {}

    cdef bint may_have_aside(self, Node* node) except -1:
        """Whether there may be a note beside what marks one, as `asides` looks for it."""
        cdef Py_ssize_t n_between
        for n_between in range(_MOST_BETWEEN):
            node = element_from(node.next)
            if node is NULL:
                return False
            if node.type == ELEMENT and self.row_of(node).is_aside:
                named = get(node, "class")
                if named is not None and "note" in <str>named:
                    return True
        return False

    cdef Row row_of(self, Node* node):
        """What is known of a tag: by the address of its name, which libxml2 has once for all elements mostly."""
        cdef const char* href = NULL
        if node.ns is not NULL:
            href = node.ns.href
        cdef Slot* slot = &self.slots[spread(node.name, href) % SLOTS]
        if slot.name != node.name or slot.href != href or slot.row is NULL:
            row = self.row_by_tag(tag_of(node))
            slot.name, slot.href, slot.row = node.name, href, <PyObject*>row
        return <Row>slot.row

    cdef Row row_by_tag(self, str tag):
        row = self.rows.get(tag)  # these are kept as long as the page is read
        if row is None:
            self.rows[tag] = row = row_of_tag(tag, self.walk.rows, tag in self.formula_tags)
        return row

    cdef bint skip(self, Node* node, Row row, Frame* above) except -1:
        """A special element; False if it is read."""
        cdef Node* inner = node
        if row.way == SKIPPED:
            return True
        if row.way == BROKEN_LINE:
            self.break_line(above.container)
            return True
        if row.way == SCRIPT:
            source = get(node, "src")
            if source is None or GISTS not in source:
                return True
        elif row.way == REMARK:
            if not above.around & SPOKEN:
                return True
        elif row.way == DRAWING:
            while inner is not NULL and not (inner.type == ELEMENT and self.row_of(inner).is_drawn):
                inner = following(inner, node)
            if inner is NULL:  # most drawings: lines and shapes
                return True
        elif row.way == HEAD:
            inner = element_from(node.children)
            while inner is not NULL and (inner.type != ELEMENT or self.row_of(inner).is_metadata):
                inner = element_from(inner.next)
            if inner is NULL:
                return True
        elif row.way == IMAGE:
            self.image(node)
            if above.around & SPOKEN and get(node, "width") is not None:
                remark(self.details, above.index, self.proxy(node), row.name)
            return True
        elif row.way == NOSCRIPT:
            if not self.walk.reads_noscript and self.skip_noscript(node):
                return True
        elif row.way == INPUT:
            if self.pieces or get(node, "type") != "checkbox":
                return True
        skipped = self.walk.skip(self.proxy(node), row.name, above.index, above.container)
        self.n_closed = self.walk.n_closed
        return skipped

    cdef bint skip_noscript(self, Node* node) except -1:
        """What `_skip_noscript` does; False, and nothing is done, where there are comments and images but pixels."""
        cdef Node* inner = node
        cdef Node* child
        cdef Py_ssize_t n_chars = 0
        cdef list frames = []
        while inner is not NULL:
            if strcmp(inner.name, "img") == 0:
                if not (is_pixel(inner, "width") or is_pixel(inner, "height")):
                    return False
            elif strcmp(inner.name, "iframe") == 0:
                frames.append(element_factory(self.known.document, inner))
            child = inner.children
            while child is not NULL:
                if child.type == TEXT or child.type == CDATA:
                    if not is_blank(child.content):
                        n_chars += len("".join((<str>decoded(child.content)).split()))
                elif child.type != ELEMENT:
                    return False
                child = child.next
            inner = following(inner, node)
        self.walk.n_noscript_chars += n_chars
        for frame in frames:
            self.walk.embed(frame, "iframe")
        return True


cdef bint is_pixel(Node* image, const char* name) except -1:
    """Whether the width or height of an image is that of what nobody sees."""
    return get(image, name) in _PIXEL
