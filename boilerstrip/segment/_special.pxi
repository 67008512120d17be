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
    cdef bint is_inline  # whether the element that was not skipped last bounds no block where it stands
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
        cdef Py_ssize_t n_before
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
            if above.around & SPOKEN:
                self.remark(node)
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
            n_before = PyList_GET_SIZE(self.pieces)
            self.image(node)
            if above.around & _IN_FIGURE == _FIGURE:
                self.set_apart(n_before, above)
            if above.around & SPOKEN:
                width = get(node, "width")
                if width is not None and not get(node, "alt") and (<str>width).isdigit():
                    self.tell("#width", width)
            return True
        elif row.way == NOSCRIPT:
            n_before = PyList_GET_SIZE(self.pieces)
            if not self.walk.reads_noscript and self.skip_noscript(node):
                if above.around & _IN_FIGURE == _FIGURE:
                    self.set_apart(n_before, above)
                return True
        elif row.way == INPUT:
            if self.pieces or get(node, "type") != "checkbox" or is_of_form(node):
                return True
        elif row.way == IN_LINE:
            if not (row.is_icon or self.may_be_inline(node, above)):
                return False
        elif row.way == SOURCE:
            if self.skip_source(node):
                return True
        skip = self.walk.skip_inline if row.way == IN_LINE else self.walk.skip
        skipped = skip(self.proxy(node), row.name, above.index, above.container)
        self.n_closed = self.walk.n_closed
        if self.walk.is_inline:
            self.walk.is_inline = False
            self.is_inline = True
        return skipped

    cdef int set_apart(self, Py_ssize_t n_before, Frame* above) except -1:
        """An image in a figure, but in its caption, is a block of its own."""
        if PyList_GET_SIZE(self.pieces) > n_before:
            self.walk.n_closed, self.walk.n_preformatted = self.n_closed, self.n_preformatted
            set_apart(self.walk, n_before, above.index, above.container)
            self.n_closed = self.walk.n_closed
        return 0

    cdef bint may_be_inline(self, Node* node, Frame* above) except -1:
        """Whether there may be words beside an element in its block."""
        if self.pieces or above.index != above.container:
            return True
        cdef Node* behind = text_from(node.next)
        return behind is not NULL and (not is_blank(behind.content) or text_from(behind.next) is not NULL)

    cdef bint is_unseen(self, Node* node, Row row) except -1:
        """Whether an inline element is passed over; by its attributes, seldom by more."""
        cdef Attr* attribute = node.properties
        cdef const char* value
        cdef int meaning
        if node.children is NULL or self.n_preformatted:
            return False
        while attribute is not NULL:
            if attribute.ns is NULL and attribute.type == ATTRIBUTE:
                meaning = self.known.slot_of(attribute.name).meaning
                if meaning & (IS_CLASS | IS_STYLE | IS_ROLE | HIDES | MAY_HIDE):
                    value = plain_value(attribute)
                    if value is NULL or tells_unseen(value, meaning):
                        return self.walk.pass_over(self.proxy(node), row.name, self.frames[self.depth].index)
            attribute = attribute.next
        return False

    cdef int remark(self, Node* node) except -1:
        """What `remarks.remark` does of what shows nothing and may say something of what it stands in."""
        name = get(node, "itemprop")
        if name:
            value = get(node, "content") or get(node, "href")
            if value:
                self.tell("@" + <str>name, value)
        return 0

    cdef int tell(self, str name, str value) except -1:
        """Write down with the innermost open element what something in it says."""
        cdef tuple detail = (name, value)
        place = self.parent_object()
        details = self.details.get(place)
        if details is None:
            self.details[place] = details = []
            leave_out_one(details)
        leave_out_one(detail)
        (<list>details).append(detail)
        return 0

    cdef bint skip_source(self, Node* node) except -1:
        """A `<source>`, of which only images show; False, and nothing is done, where there may be words in it."""
        cdef Node* inner = node
        cdef Node* child
        if node.parent is not NULL and node.parent.type == ELEMENT and self.row_of(node.parent).is_empty:
            return False
        while inner is not NULL:
            child = inner.children
            while child is not NULL:
                if child.type == TEXT or child.type == CDATA:
                    if not is_blank(child.content):
                        return False
                elif child.type != ELEMENT:
                    return False
                child = child.next
            inner = following(inner, node)
        inner = following(node, node)
        while inner is not NULL:
            if strcmp(inner.name, "img") == 0:
                self.image(inner)
            inner = following(inner, node)
        return True

    cdef bint skip_noscript(self, Node* node) except -1:
        """What `_skip_noscript` does; False, and nothing is done, where there are comments."""
        cdef Node* inner = node
        cdef Node* child
        cdef Py_ssize_t n_chars = 0
        cdef bint has_images = False, has_frames = False
        while inner is not NULL:
            has_images = has_images or strcmp(inner.name, "img") == 0
            has_frames = has_frames or strcmp(inner.name, "iframe") == 0
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
        inner = node if has_images else NULL
        while inner is not NULL:
            if strcmp(inner.name, "img") == 0:
                self.spare_image(inner)
            inner = following(inner, node)
        inner = node if has_frames else NULL
        while inner is not NULL:
            if strcmp(inner.name, "iframe") == 0:
                self.walk.embed(self.proxy(inner), "iframe")
            inner = following(inner, node)
        return True


cdef bint tells_unseen(const char* value, int meaning) except -1:
    """Whether an attribute is a sign that an inline element may be unseen."""
    cdef const char** part = _telling
    if meaning & IS_CLASS:
        while part[0] is not NULL:
            if strstr(value, part[0]) is not NULL:
                return True
            part += 1
        return False
    return strcmp(value, _tip) == 0 if meaning & IS_ROLE else hides_it(value, meaning)


cdef bint is_of_form(Node* checkbox) except -1:
    """Whether a checkbox is one of a form, and waits to be ticked."""
    cdef bytes name
    for name in _TICKING_NAMES:
        if has(checkbox, name):
            return False
    for name in _FORM_NAMES:
        if has(checkbox, name):
            return True
    return False


cdef bint holds_break(Node* node) noexcept:
    """Whether there is a line break in an element."""
    cdef Node* inner = following(node, node)
    while inner is not NULL and not (inner.type == ELEMENT and strcmp(inner.name, "br") == 0):
        inner = following(inner, node)
    return inner is not NULL
