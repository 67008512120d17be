# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The walk of `segment.walk` and what of `segment.content` it calls for each element, compiled.

It reads libxml2's nodes where they are: a proxy of lxml is made only for an element that Python is to look at.
Every function does what the Python of the same name does; what is rare is left to that Python.
"""

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.dict cimport PyDict_GetItem
from cpython.exc cimport PyErr_CheckSignals
from cpython.list cimport PyList_AsTuple, PyList_GET_ITEM, PyList_GET_SIZE
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.ref cimport Py_INCREF, Py_XDECREF
from cpython.tuple cimport PyTuple_SET_ITEM
from libc.string cimport memcpy, strcmp, strlen, strncmp, strstr

from boilerstrip.segment._nodes cimport *
from boilerstrip.segment._tags cimport *

from boilerstrip.attributes import SHOWN
from boilerstrip.block import TALK_BIT, Mark
from boilerstrip.elements import is_box
from boilerstrip.segment._images import plain_image
from boilerstrip.segment._nodes import reads
from boilerstrip.segment.content import BREAK, CLOSING, TOUCHING
from boilerstrip.segment.remarks import MOST_CHARS, SPOKEN_BITS, first_text, remark
from boilerstrip.segment.targets import Read

__all__ = ["may_have_formulas", "read", "reads"]

cdef extern from *:
    """
    /* An empty instance of a kind of tuple. */
    #define new_tuple(kind, size) (((PyTypeObject *)(kind))->tp_alloc((PyTypeObject *)(kind), size))
    #define clear_list(list) PyList_SetSlice(list, 0, PY_SSIZE_T_MAX, NULL)
    """
    object new_tuple(object kind, Py_ssize_t size)
    int clear_list(list list) except -1
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)

cdef enum:
    SLOTS = 256  # a power of two


cdef struct Slot:
    const char* name
    const char* href
    PyObject* row


cdef struct Frame:
    # An open element: its index, that of the innermost block-level one, the bits of all together, what closes it.
    Py_ssize_t index
    Py_ssize_t container
    long long around
    PyObject* closing  # borrowed, there as long as its module
    PyObject* index_object  # owned; NULL until something in the element needs it


cdef long long SPOKEN = SPOKEN_BITS, TALK = TALK_BIT
cdef object _PREFORMATTED = Mark("/pre")
cdef object _BREAK = BREAK
cdef dict _CLOSING = CLOSING
cdef int _TOUCHING = TOUCHING
cdef Py_ssize_t _MOST_CHARS = MOST_CHARS


cdef object link_mark(str href):
    """`Mark("a", href)`, as `tuple.__new__` makes it."""
    cdef tuple mark = <tuple>new_tuple(Mark, 3)
    Py_INCREF("a")
    PyTuple_SET_ITEM(mark, 0, "a")
    Py_INCREF(href)
    PyTuple_SET_ITEM(mark, 1, href)
    Py_INCREF("")
    PyTuple_SET_ITEM(mark, 2, "")
    return mark


# The walk


cdef class Walker:
    """Walks the trees of a page for a `walk._Walk`, whose lists it fills.

    What changes and is no list, it has itself, and tells the Python walk before it calls it.
    """

    cdef object walk
    cdef list pieces, marks, blanks, linking, kept_space, markers
    cdef set linked, images
    cdef list blocks, containers, tags, parents, labels, masks, arounds, firsts, ends
    cdef dict details, rows, elements
    cdef set formula_tags
    cdef PyObject* document
    cdef Py_ssize_t n_preformatted, n_closed, depth, room
    cdef Frame* frames  # of the open elements; the first is what is around the root
    cdef char* key
    cdef size_t key_room
    cdef Slot slots[SLOTS]

    def __init__(self, walk):
        table = walk.table
        self.walk = walk
        self.pieces, self.marks, self.blanks, self.linking = walk.pieces, walk.marks, walk.blanks, walk.linking
        self.kept_space, self.markers, self.linked = walk.kept_space, walk.markers, walk.linked
        self.images = walk.images
        self.blocks, self.containers, self.tags, self.parents = table.inline, table.element, table.tag, table.parent
        self.labels, self.masks, self.arounds = table.label, table.mask, table.around
        self.firsts, self.ends, self.details = table.first_block, table.end_block, table.details
        self.formula_tags = {node.tag for node in walk.formulas}
        self.rows, self.elements = {}, {}
        self.depth = -1
        self.push(-1, -1, 0, NULL)

    def __dealloc__(self):
        while self.depth >= 0:
            Py_XDECREF(self.frames[self.depth].index_object)
            self.depth -= 1
        PyMem_Free(self.frames)
        PyMem_Free(self.key)

    cdef int push(self, Py_ssize_t index, Py_ssize_t container, long long around, PyObject* closing) except -1:
        if self.depth + 1 == self.room:
            frames = PyMem_Realloc(self.frames, 2 * (self.room + 32) * sizeof(Frame))
            if frames is NULL:
                raise MemoryError
            self.frames, self.room = <Frame*>frames, 2 * (self.room + 32)
        self.depth += 1
        self.frames[self.depth] = Frame(index, container, around, closing, NULL)
        return 0

    cdef object proxy(self, Node* node):
        """The element that Python knows; for Python that is called with it, what it is told is up to date."""
        self.walk.n_closed, self.walk.n_preformatted = self.n_closed, self.n_preformatted
        return element_factory(self.document, node)

    cdef int read(self, Proxy* root) except -1:
        cdef Node* top = <Node*>root.node
        cdef Node* node = top
        cdef Node* found
        cdef Py_ssize_t depth
        cdef unsigned int n_nodes = 0
        self.document = root.doc
        while True:
            n_nodes += 1
            if n_nodes % 1024 == 0:
                PyErr_CheckSignals()
            depth = self.depth
            if node.type == ELEMENT and self.visit(node):
                found = element_from(node.children)
                if found is not NULL:
                    node = found
                    continue
            if self.depth > depth:
                self.close(node)
            elif depth:  # a root's tail is not the page's
                self.add_text(node.next)
            while node is not top:
                found = element_from(node.next)
                if found is not NULL:
                    node = found
                    break
                node = node.parent
                self.close(node)
            else:
                return 0

    cdef bint visit(self, Node* node) except -1:
        """Open an element, unless it is left out. Whether what is in it is to be walked."""
        cdef Row row = self.row_of(node)
        if row.way != SIMPLY and self.skip(node, row):
            return False
        cdef Frame above = self.frames[self.depth]
        cdef Py_ssize_t index = PyList_GET_SIZE(self.tags)
        cdef Element element = None
        cdef PyObject* closing = NULL
        cdef bint is_noted = row.is_noted, keeps_space = row.keeps_space
        cdef long long mask = row.mask, around = above.around
        cdef object mask_object = row.mask_object
        cdef str label = ""
        if row.is_block:
            if self.pieces or self.blanks:
                self.flush(above.container)
            if node.properties is not NULL:
                element = self.element_of(node, row)
                if not element.is_described:
                    element.describe(row)
                label, mask, mask_object = element.label, element.mask, element.mask_object
                if element.rendered and self.render(node, element, index, above.index):
                    is_noted = keeps_space = True
                if element.purposes:
                    self.walk.table.purposes[index] = element.purposes
                    if element.is_talk:
                        around |= TALK
            if keeps_space:
                self.n_preformatted += 1
                closing = <PyObject*>_PREFORMATTED
        else:  # inline elements bound no block: their words tell about none
            if self.n_closed and self.n_closed == PyList_GET_SIZE(self.pieces):
                self.separate(node, row)
            if row.kind is not None:
                closing = self.mark(node, row)
        self.tags.append(row.name)
        self.parents.append(self.parent_object())
        self.labels.append(label)
        self.masks.append(mask_object)
        around |= mask
        if around == above.around and above.index >= 0:
            self.arounds.append(<object>PyList_GET_ITEM(self.arounds, above.index))
        else:
            self.arounds.append(around)
        if around & SPOKEN:
            if not row.is_block:
                self.detail(index, node, row)
            elif element is not None and element.attributes:
                self.details[index] = list(element.attributes)
        self.firsts.append(PyList_GET_SIZE(self.blocks))
        self.ends.append(0)
        self.push(index, index if row.is_block else above.container, around, closing)
        if is_noted and self.note(index, node, row):
            return False
        self.add_text(node.children)
        return True

    cdef object parent_object(self):
        """The index of the innermost open element, one object for all that is in it."""
        cdef Frame* frame = &self.frames[self.depth]
        cdef object index
        if frame.index_object is NULL:
            index = frame.index
            Py_INCREF(index)
            frame.index_object = <PyObject*>index
        return <object>frame.index_object

    cdef bint render(self, Node* node, Element element, Py_ssize_t index, Py_ssize_t parent) except -1:
        """Note what renderers need to know of an element. Whether it is code without a `<pre>`."""
        cdef dict rendered = element.rendered
        if SHOWN in rendered:
            self.walk.shown(self.proxy(node), rendered[SHOWN])
            self.n_closed = self.walk.n_closed
            return False
        self.walk.table.attributes[index] = rendered
        if "task" in rendered:
            self.walk.note_task(index, parent, rendered["task"])
            return False
        return rendered.get("as") == "pre"

    cdef int detail(self, Py_ssize_t index, Node* node, Row row) except -1:
        """Write down an inline element's attributes and its text, as `remarks.inline_attributes` does."""
        if node.properties is NULL:
            return 0
        cdef list attributes = list(self.element_of(node, row).attributes)
        if not attributes:
            return 0
        text = text_at(node.children)
        if element_from(node.children) is not NULL and (text is None or (<str>text).isspace()):
            text = nearby_text(node)
            if text is NotImplemented:
                text = first_text(self.proxy(node))
        if text:
            attributes.append(("#text", text[:_MOST_CHARS]))
        self.details[index] = attributes
        return 0

    cdef bint note(self, Py_ssize_t index, Node* node, Row row) except -1:
        """What may mark a note, code, and what may tell a date. Whether all that is in the element was read."""
        if row.is_dated:
            if row.is_time or get(node, "title"):
                self.details[index] = []  # also where there are none
                self.detail(index, node, row)
            return False
        if row.is_marker:
            self.markers.append(element_factory(self.document, node))
            return False
        if not self.n_preformatted:
            return False
        proxy = self.proxy(node)
        if not self.walk.read_code(index, proxy, row.name, is_block=row.is_block):
            return False
        self.walk.otherwise[proxy] = Read(is_listed=True, is_walked=False)
        return True

    cdef int close(self, Node* node) except -1:
        """The end of the innermost open element."""
        cdef Frame frame = self.frames[self.depth]
        if frame.index == frame.container:
            if self.pieces or self.blanks:
                self.flush(frame.container)
            self.ends[frame.index] = PyList_GET_SIZE(self.blocks)
            if frame.closing is not NULL:
                self.n_preformatted -= 1
        else:
            if frame.closing is not NULL:
                self.marks.pop()
                if self.pieces:
                    self.pieces.append(<object>frame.closing)
            self.n_closed = PyList_GET_SIZE(self.pieces)
            self.ends[frame.index] = PyList_GET_SIZE(self.blocks) + (self.n_closed > 0)
        self.depth -= 1
        Py_XDECREF(frame.index_object)
        if self.depth:
            self.add_text(node.next)
        return 0

    # Tags and attributes

    cdef Row row_of(self, Node* node):
        """What is known of a tag: by the address of its name, which libxml2 has once for all elements mostly."""
        cdef const char* href = NULL
        if node.ns is not NULL:
            href = node.ns.href
        cdef size_t place = ((<size_t>node.name >> 3) ^ (<size_t>node.name >> 11) ^ (<size_t>href >> 3)) % SLOTS
        cdef Slot* slot = &self.slots[place]
        if slot.name != node.name or slot.href != href or slot.row is NULL:
            row = self.row_by_tag(tag_of(node))
            slot.name, slot.href, slot.row = node.name, href, <PyObject*>row
        return <Row>slot.row

    cdef Row row_by_tag(self, str tag):
        row = self.rows.get(tag)  # these are kept as long as the page is read
        if row is None:
            self.rows[tag] = row = row_of_tag(tag, self.walk.rows, tag in self.formula_tags)
        return row

    cdef Element element_of(self, Node* node, Row row):
        """What is known of an element with attributes: most are like one before."""
        cdef size_t size = 0
        cdef Attr* attribute = node.properties
        cdef const char* value
        cdef PyObject* known
        cdef PyObject* itself = <PyObject*>row
        size = self.add_key(size, <const char*>&itself, sizeof(itself))
        while attribute is not NULL:
            value = plain_value(attribute)
            if attribute.ns is not NULL or attribute.type != ATTRIBUTE or value is NULL:
                return self.new_element(node)
            size = self.add_key(size, attribute.name, strlen(attribute.name) + 1)
            size = self.add_key(size, value, strlen(value) + 1)
            attribute = attribute.next
        key = PyBytes_FromStringAndSize(self.key, size)
        known = PyDict_GetItem(self.elements, key)
        if known is NULL:
            self.elements[key] = element = self.plain_element(node)
            return element
        return <Element>known

    cdef Element new_element(self, Node* node):
        cdef Element element = Element.__new__(Element)
        element.attributes = tuple(attributes_of(node, 3))
        return element

    cdef Element plain_element(self, Node* node):
        """The same of one whose attributes are all but names and texts."""
        cdef Element element = Element.__new__(Element)
        cdef Attr* attribute = node.properties
        attributes = []
        while attribute is not NULL:
            attributes.append((decoded(attribute.name), decoded(plain_value(attribute))))
            attribute = attribute.next
        element.attributes = tuple(attributes)
        return element

    cdef size_t add_key(self, size_t size, const char* part, size_t length) except 0:
        if size + length > self.key_room:
            key = PyMem_Realloc(self.key, 2 * (size + length))
            if key is NULL:
                raise MemoryError
            self.key, self.key_room = <char*>key, 2 * (size + length)
        memcpy(self.key + size, part, length)
        return size + length

    cdef bint skip(self, Node* node, Row row) except -1:
        """A special element; False if it is read."""
        cdef Frame* above = &self.frames[self.depth]
        cdef Node* inner = node
        if row.way == SKIPPED:
            return True
        if row.way == BROKEN_LINE:
            self.break_line(above.container)
            return True
        if row.way == SCRIPT:
            source = get(node, "src")
            if source is None or "gist.github.com" not in source:
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
            attributes = dict(self.element_of(node, row).attributes)
            self.image(node, attributes)
            if above.around & SPOKEN and "width" in attributes:
                remark(self.details, above.index, self.proxy(node), row.name)
            return True
        elif row.way == INPUT:
            if self.pieces or get(node, "type") != "checkbox":
                return True
        skipped = self.walk.skip(self.proxy(node), row.name, above.index, above.container)
        self.n_closed = self.walk.n_closed
        return skipped

    # What `Content` does for each

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
            self.pieces.append(text)
        elif not text.isspace():
            self.pieces += self.marks
            self.pieces += self.blanks
            self.pieces.append(text)
        elif self.n_preformatted:
            self.blanks.append(text)
        return 0

    cdef int image(self, Node* node, dict attributes) except -1:
        """An image."""
        cdef tuple plain = plain_image(attributes)
        if plain is None or plain[0] == self.walk.spare_source:
            self.walk.image(self.proxy(node), attributes)
            return 0
        source, mark = plain
        self.images.add(source)
        if not self.pieces:
            self.pieces += self.marks
        self.pieces.append(mark)
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
            self.linked.add(n_blocks + 1)
        self.blocks.append(PyList_AsTuple(self.pieces))
        self.containers.append(container)
        clear_list(self.pieces)
        return 0

    cdef PyObject* mark(self, Node* node, Row row) except? NULL:
        """Open an inline element; what closes it, NULL where it gets no mark."""
        cdef Py_ssize_t n_blocks
        mark = row.mark
        if row.kind == "a":
            href = get(node, "href")
            if not href:
                return NULL
            n_blocks = PyList_GET_SIZE(self.blocks)
            self.linked.add(n_blocks)
            if "#" in <str>href:
                self.linking.append((n_blocks, href))
            mark = link_mark(href)
        elif row.kind == "code" and self.n_preformatted:
            return NULL
        elif row.kind == "cite":
            closing = self.walk.mark(self.proxy(node), row.kind)
            return NULL if closing is None else <PyObject*>closing
        self.marks.append(mark)
        if self.pieces:
            self.pieces.append(mark)
        return <PyObject*>row.closing

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
        if before is None or len(<str>before) < 2 or not is_spaced((<str>before)[len(<str>before) - 1]):
            return 0
        if row.is_boxed:
            named = get(node, "class")
            if not named or ((<str>named)[0] == "c" and not is_box(self.proxy(node), row.name)):
                return 0
        after = text_at(node.children)
        if after is None:
            after = text_inside(node)
            if after is NotImplemented:
                after = next(self.proxy(node).itertext(), "")
        if after and len(<str>after) > 1 and is_spaced((<str>after)[0]):
            self.pieces.append(" ")
        return 0


cdef inline bint is_spaced(Py_UCS4 character) noexcept:
    return character < 0x0E00 and Py_UNICODE_ISALNUM(character)


# What Python calls


def may_have_formulas(tuple roots):
    """Whether `find_formulas` is to look for some."""
    cdef Node* top
    cdef Node* node
    for root in roots:
        top = node = <Node*>(<Proxy*>root).node
        while node is not NULL:
            if node.type == ELEMENT and (
                (node.name[0] == c"m" and is_formula(node.name))
                or (node.name[0] == c"s" and strcmp(node.name, "script") == 0 and may_set_formulas(node))
            ):
                return True
            node = following(node, top)
    return False


cdef bint is_formula(const char* name) noexcept:
    return (
        strcmp(name, "math") == 0
        or strcmp(name, "m:math") == 0
        or strcmp(name, "mml:math") == 0
        or strcmp(name, "math-renderer") == 0
    )


cdef bint may_set_formulas(Node* script) noexcept:
    """Whether something in a script's attributes is what `running.is_typesetter` looks for, or cannot be told."""
    cdef Attr* attribute = script.properties
    cdef const char* value
    while attribute is not NULL:
        value = plain_value(attribute)
        if (
            value is NULL
            or strncmp(value, "math/", 5) == 0
            or strstr(value, "athjax") is not NULL
            or strstr(value, "athJax") is not NULL
            or strstr(value, "atex") is not NULL
            or strstr(value, "aTeX") is not NULL
            or strstr(value, "renderMathInElement") is not NULL
        ):
            return True
        attribute = attribute.next
    return False


def read(walk, tuple roots):
    """What `_Walk._read` does for each root, of roots that this module `reads`."""
    cdef Walker walker = Walker(walk)
    for root in roots:
        walker.read(<Proxy*>root)
    walk.n_closed, walk.n_preformatted = walker.n_closed, walker.n_preformatted
