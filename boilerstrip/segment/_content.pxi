# A part of `_walk.pyx`: what `segment.content` does for each element.

cdef class Content(Frames):
    """The block being read, in the lists of a `walk._Walk`."""

    cdef object walk
    cdef Attributes known
    cdef list pieces, marks, blanks, linking, kept_space, blocks, containers
    cdef object n_blocks_object, n_blocks_after  # the number of blocks and the next one, as they were last asked for
    cdef Py_ssize_t n_blocks_asked
    cdef set images
    cdef Py_ssize_t n_preformatted, n_closed

    def __init__(self, walk):
        self.walk = walk
        self.known = Attributes()
        self.pieces, self.marks, self.blanks, self.linking = walk.pieces, walk.marks, walk.blanks, walk.linking
        self.kept_space, self.images = walk.kept_space, walk.images
        self.blocks, self.containers = walk.table.inline, walk.table.element
        self.n_blocks_asked = -2  # of which the next one is no number of blocks

    cdef object proxy(self, Node* node):
        """The element that Python knows; for Python that is called with it, what it is told is up to date."""
        self.walk.n_closed, self.walk.n_preformatted = self.n_closed, self.n_preformatted
        return element_factory(self.known.document, node)

    cdef object n_blocks(self, bint is_one_more):
        """How many blocks there are, or will be: one object for all elements that begin and end there."""
        cdef Py_ssize_t number = PyList_GET_SIZE(self.blocks)
        if number != self.n_blocks_asked:
            self.n_blocks_object = self.n_blocks_after if number == self.n_blocks_asked + 1 else number
            self.n_blocks_after = number + 1
            self.n_blocks_asked = number
        return self.n_blocks_after if is_one_more else self.n_blocks_object

    cdef int add_text(self, Node* first) except -1:
        """The text that begins at a node comes next."""
        cdef Node* found = text_from(first)
        if found is NULL:
            return 0
        if not self.pieces and not self.n_preformatted and is_blank(found.content):
            if text_from(found.next) is NULL:
                return 0
        text = text_at(found)
        if text:
            self.add(text)
        return 0

    cdef int add(self, str text) except -1:
        if self.pieces:
            append_to(self.pieces, text)
        elif not text.isspace():
            if not self.n_preformatted and not PyUnicode_IS_ASCII(text) and not text.strip(_UNSEEN_CHARS):
                self.blanks.append(text)
                return 0
            self.pieces += self.marks
            self.pieces += self.blanks
            self.pieces.append(text)
        elif self.n_preformatted:
            self.blanks.append(text)
        return 0

    cdef int image(self, Node* node) except -1:
        """An image."""
        cdef const char* values[N_NAMES]
        cdef tuple mark
        if not self.known.read_image(node, values):
            self.walk.image(self.proxy(node))
            return 0
        source = source_of(node, values)
        if source is None:
            return 0
        if source == self.walk.spare_source:
            self.walk.spare_source = ""
            return 0
        mark = mark_of(source, values)
        if mark is None:
            self.walk.image(self.proxy(node))
            return 0
        self.images.add(source)
        if not self.pieces:
            self.pieces += self.marks
        self.pieces.append(mark)
        return 0

    cdef int spare_image(self, Node* node) except -1:
        """An image in a `<noscript>`."""
        cdef const char* values[N_NAMES]
        if not self.known.read_image(node, values):
            self.walk.spare_image(self.proxy(node))
            return 0
        source = source_of(node, values)
        if source is not None and source not in self.images:
            self.image(node)
            self.walk.spare_source = source
        return 0

    cdef int break_line(self, Py_ssize_t container) except -1:
        if self.n_preformatted:
            return self.add("\n")
        while self.pieces:
            last = self.pieces[PyList_GET_SIZE(self.pieces) - 1]
            if last is _BREAK:
                self.pieces.pop()
                return self.flush(container)
            if type(last) is not str or not (<str>last).isspace():
                self.pieces.append(_BREAK)
                return 0
            self.pieces.pop()
        return 0

    cdef int flush(self, Py_ssize_t container) except -1:
        """End the block being read."""
        cdef Py_ssize_t n_blocks = PyList_GET_SIZE(self.blocks)
        self.n_closed = 0
        if self.blanks:
            self.blanks.clear()
        if not self.pieces:
            return 0
        if self.n_preformatted:
            self.kept_space.append(n_blocks)
        if self.marks:
            for mark in reversed(self.marks):
                self.pieces.append(_CLOSING[(<tuple>mark)[0]])
        cdef tuple block = taken(self.pieces)
        leave_out_one(block)
        self.blocks.append(block)
        if self.frames[self.depth].index == container:
            self.containers.append(self.parent_object())
        else:
            self.containers.append(container)
        return 0

    cdef PyObject* mark(self, Node* node, Row row) except? NULL:
        """Open an inline element; what closes it, NULL where it gets no mark."""
        mark = row.mark
        if row.kind == "a":
            href = get(node, "href")
            if href is not None and PROTECTED in <str>href:
                href = target_of(href, get(node, _protecting) or "")
            if not href:
                return NULL
            mark = self.link(<str>href)
        elif row.kind == "code" and self.n_preformatted:
            return NULL
        elif row.kind == "cite":
            closing = self.walk.mark(self.proxy(node), row.kind)
            return NULL if closing is None else <PyObject*>closing
        append_to(self.marks, mark)
        if self.pieces:
            append_to(self.pieces, mark)
        return <PyObject*>row.closing

    cdef object link(self, str href):
        """The mark of a link."""
        cdef Py_ssize_t n_blocks = PyList_GET_SIZE(self.blocks)
        cdef Py_ssize_t place = PyUnicode_FindChar(href, c"#", 0, len(href), 1)
        if 0 <= place < len(href) - 1:  # behind the last one there is no name of a note
            self.linking.append((n_blocks, href))
        return new_mark("a", href, "")

    cdef int separate(self, Node* node, Row row) except -1:
        """Put a blank between two inline elements that touch where CSS would hold them apart."""
        cdef Py_ssize_t place = PyList_GET_SIZE(self.pieces)
        cdef Py_ssize_t least = max(0, place - _TOUCHING)
        if self.n_preformatted or not (row.is_boxed or row.kind == "a"):
            return 0
        before = None
        while place > least and before is None:
            place -= 1
            piece = self.pieces[place]
            if type(piece) is str:
                before = piece
        if before is None or len(<str>before) < 2:
            return 0
        cdef Py_UCS4 last = (<str>before)[len(<str>before) - 1]
        if not is_spaced(last):
            if not row.is_boxed or (node.properties is NULL and row.name != "label"):
                return 0
            if last in _LABEL_ENDS or has(node, "style"):
                self.walk.separate(self.proxy(node), row.name)
            return 0
        if row.is_boxed:
            named = get(node, "class")
            if not named or may_be_style(<str>named):
                if node.properties is NULL and row.name != "label":
                    if last.islower():
                        self.walk.separate(self.proxy(node), row.name)
                    return 0
                if not is_box(self.proxy(node), row.name):
                    return 0
        after = text_at(node.children)
        if after is None:
            after = text_inside(node)
            if after is NotImplemented:
                after = next(self.proxy(node).itertext(), "")
        if after and len(<str>after) > 1:
            if (<str>after)[0].islower() and (last.isupper() or (row.kind == "a" and last.islower())):
                self.walk.separate(self.proxy(node), row.name)
            elif is_spaced((<str>after)[0]):
                self.pieces.append(" ")
            elif after[0] in _CURRENCIES:
                self.walk.separate(self.proxy(node), row.name)
        elif after and row.is_boxed and last.islower() and (<str>after).isdecimal():
            self.walk.separate(self.proxy(node), row.name)
        return 0


cdef inline bint is_protecting(Node* node) except -1:
    """Whether an element may show an address of e-mail in place of its text."""
    cdef Node* found = text_from(node.children)
    return found is not NULL and found.content[0] == c"[" and has(node, _protecting)


cdef inline bint may_be_style(str named) except -1:
    """Whether a class may be one of `elements.is_box` that is of no box."""
    cdef Py_UCS4 first = named[0]
    return first == "C" or (first in "csT" and named[1:2].isdecimal()) or "SCX" in named


cdef inline bint is_spaced(Py_UCS4 character) noexcept:
    return character < 0x0E00 and Py_UNICODE_ISALNUM(character)


cdef inline object source_of(Node* image, const char** values):
    """The address of an image, None where it shows nothing."""
    source = own_source(values)
    if source is NotImplemented:
        source = picture_source(image)
        if source is None:
            source = unsized_source(values)
    return source
