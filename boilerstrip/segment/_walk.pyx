# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The walk of `segment.walk` and what of `segment.content` it calls for each element, compiled.

It reads libxml2's nodes where they are: a proxy of lxml is made only for an element that Python is to look at.
Every function does what the Python of the same name does; what is rare is left to that Python.
"""

from cpython.bytes cimport PyBytes_FromStringAndSize
from cpython.dict cimport PyDict_GetItem
from cpython.exc cimport PyErr_CheckSignals
from cpython.list cimport PyList_AsTuple, PyList_GET_ITEM, PyList_GET_SIZE, PyList_SetSlice
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.pycapsule cimport PyCapsule_GetPointer
from cpython.ref cimport Py_INCREF, Py_XDECREF
from cpython.tuple cimport PyTuple_SET_ITEM
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcpy, strcmp, strlen, strncmp, strstr

import gc

from lxml import etree

from boilerstrip.attributes import SHOWN
from boilerstrip.block import TALK_BIT, Mark
from boilerstrip._names import describe
from boilerstrip.elements import BOX_TAGS, EMBED_TAGS, END_LINK, is_box
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.content import BREAK, CLOSING, PLAIN, TOUCHING
from boilerstrip.segment.formulas import find_formulas
from boilerstrip.segment.remarks import MOST_CHARS, MOST_PIECES, REMARKS, SPOKEN_BITS, first_text, is_spoken
from boilerstrip.segment.special import DATED_TAGS, EMPTY_TAGS
from boilerstrip.segment.targets import Read
from boilerstrip.segment.unread import DRAWN_TAGS, METADATA_TAGS, UNREAD

# libxml2's public structs as far as they are read here, which have been the same since its version 2.0.

cdef struct Ns:
    Ns* next
    int type
    const char* href

cdef struct Attr:
    void* _private
    int type
    const char* name
    Node* children
    Node* last
    Node* parent
    Attr* next
    Attr* prev
    Node* doc
    Ns* ns

cdef struct Node:
    void* _private
    int type
    const char* name
    Node* children
    Node* last
    Node* parent
    Node* next
    Node* prev
    Node* doc
    # Not of documents.
    Ns* ns
    const char* content
    Attr* properties

cdef enum:
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    CDATA = 4
    ENTITY = 5
    INSTRUCTION = 7
    COMMENT = 8
    XML_DOCUMENT = 9
    DTD = 14
    XINCLUDE_START = 19
    XINCLUDE_END = 20

cdef extern from *:
    """
    /* lxml's `_Element`, of which these two fields are public. */
    typedef struct { PyObject_HEAD PyObject *doc; void *node; } BoilerstripElement;

    /* An empty instance of a kind of tuple. */
    #define new_tuple(kind, size) (((PyTypeObject *)(kind))->tp_alloc((PyTypeObject *)(kind), size))
    #define clear_list(list) PyList_SetSlice(list, 0, PY_SSIZE_T_MAX, NULL)
    """
    object new_tuple(object kind, Py_ssize_t size)
    int clear_list(list list) except -1
    bint Py_UNICODE_ISSPACE(Py_UCS4 char)
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)
    ctypedef struct Proxy "BoilerstripElement":
        PyObject* doc
        void* node
ctypedef object (*Factory)(PyObject*, Node*)
ctypedef object (*Namer)(Node*)
ctypedef object (*Collector)(Node*, int)
ctypedef object (*Getter)(Node*, const char*, const char*)

# What lxml offers to compiled code: `elementFactory`, `namespacedName`, `collectAttributes`, `attributeValueFromNsName`.
cdef Factory element_factory
cdef Namer tag_of
cdef Collector attributes_of
cdef Getter attribute_of


# Nodes


cdef inline bint is_element(Node* node) noexcept:
    """Whether lxml shows a node as an element: comments, instructions and entities are such, too."""
    return node.type == ELEMENT or node.type == COMMENT or node.type == INSTRUCTION or node.type == ENTITY


cdef inline Node* element_from(Node* node) noexcept:
    """The node, or the first element beside it; NULL where none follows."""
    while node is not NULL and not is_element(node):
        node = node.next
    return node


cdef inline Node* first_inside(Node* node) noexcept:
    return element_from(node.children) if node.type == ELEMENT else NULL


cdef Node* following(Node* node, Node* root) noexcept:
    """The next element of a tree in document order, NULL at its end."""
    cdef Node* found = first_inside(node)
    while found is NULL and node is not root:
        found = element_from(node.next)
        node = node.parent
    return found


cdef inline Node* text_from(Node* node) noexcept:
    """The text that begins at a node, NULL where none does."""
    while node is not NULL and (node.type == XINCLUDE_START or node.type == XINCLUDE_END):
        node = node.next
    return node if node is not NULL and (node.type == TEXT or node.type == CDATA) else NULL


cdef inline object decoded(const char* text):
    return PyUnicode_DecodeUTF8(text, strlen(text), NULL)


cdef object text_at(Node* first):
    """All of the text that begins at a node, None where none does."""
    cdef Node* found = text_from(first)
    if found is NULL:
        return None
    cdef Node* more = text_from(found.next)
    if more is NULL:
        return decoded(found.content)
    parts = [decoded(found.content)]
    while more is not NULL:
        parts.append(decoded(more.content))
        more = text_from(more.next)
    return "".join(parts)


cdef inline bint is_blank(const char* text) noexcept:
    """Whether a text is nothing but white space of ASCII."""
    while text[0] == 32 or 9 <= text[0] <= 13 or 28 <= text[0] <= 31:
        text += 1
    return text[0] == 0


cdef inline const char* plain_value(Attr* attribute) noexcept:
    """The value of an attribute, NULL where it is not just one text."""
    cdef Node* value = attribute.children
    if value is NULL:
        return ""
    return value.content if value.next is NULL and (value.type == TEXT or value.type == CDATA) else NULL


cdef object get(Node* node, const char* name):
    """An attribute's value, None where there is none."""
    cdef Attr* attribute = node.properties
    cdef const char* value
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(attribute.name, name) == 0:
            value = plain_value(attribute)
            if value is NULL:
                return attribute_of(node, NULL, name)
            return decoded(value)
        attribute = attribute.next
    return None


# Tags


cdef enum Way:
    """How an element is read that is not simply read."""
    SIMPLY
    BY_PYTHON
    SKIPPED
    BROKEN_LINE
    SCRIPT
    REMARK
    DRAWING
    HEAD
    INPUT
    IMAGE


cdef class Row:
    """What is known of a tag, as `special.Special.rows` has it."""

    cdef str name
    cdef bint is_block, keeps_space, is_noted, is_dated, is_marker, is_boxed, is_drawn, is_time, is_metadata
    cdef long long mask
    cdef object mask_object
    cdef Way way
    cdef str kind
    cdef object mark, closing  # None where Python is asked for them

    def __init__(self, str tag, tuple row):
        self.name, self.is_block, self.mask_object, self.kind, self.keeps_space, self.is_noted, _ = row
        self.mask = self.mask_object
        self.is_dated = self.name in DATED_TAGS
        self.is_marker = self.name in MARKER_TAGS
        self.is_boxed = self.name in BOX_TAGS
        self.is_time = self.name == "time"
        self.is_drawn = tag in DRAWN_TAGS or "{" in tag
        self.is_metadata = tag.rpartition("}")[2] in METADATA_TAGS
        self.way = way_of(self.name) if row[6] else SIMPLY
        if self.kind is not None and self.kind != "cite":
            self.mark, self.closing = PLAIN[self.kind], CLOSING[self.kind]


cdef Way way_of(str name):
    """How a special element is read."""
    if name == "br":
        return BROKEN_LINE
    if name == "script":
        return SCRIPT
    if name == "svg":
        return DRAWING
    if name == "head":
        return HEAD
    if name == "input":
        return INPUT
    if name == "img":
        return IMAGE
    if name in REMARKS:
        return REMARK
    if name in ("noscript", "template", "source") or "-" in name:
        return BY_PYTHON
    return BY_PYTHON if name in EMBED_TAGS or name in EMPTY_TAGS or name in UNREAD else SKIPPED


cdef dict _rows = {}
"""Rows of tags, for all pages, as `elements.look_up` has them."""
cdef enum:
    MOST_ROWS = 1024
    SLOTS = 256  # a power of two


cdef struct Slot:
    const char* name
    const char* href
    PyObject* row


cdef class Element:
    """What is known of an element by its tag and attributes."""

    cdef tuple attributes
    cdef str label
    cdef long long mask
    cdef object mask_object
    cdef dict rendered, purposes
    cdef bint is_described, is_talk

    cdef int describe(self, Row row) except -1:
        self.label, words, self.rendered, self.purposes = describe(row.name, self.attributes)
        self.mask_object = row.mask_object | words
        self.mask = self.mask_object
        self.is_talk = "itemtype" in self.purposes and is_spoken(self.purposes["itemtype"])
        self.is_described = True
        return 0


cdef struct Frame:
    # An open element: its index, that of the innermost block-level one, the bits of all together, what closes it.
    Py_ssize_t index
    Py_ssize_t container
    long long around
    PyObject* closing  # borrowed, there as long as its module
    PyObject* index_object  # owned; NULL until something in the element needs it


cdef long long SPOKEN = SPOKEN_BITS, TALK = TALK_BIT
cdef object _PREFORMATTED = Mark("/pre")
cdef object _BREAK = BREAK, _END_LINK = END_LINK
cdef dict _CLOSING = CLOSING
cdef int _TOUCHING = TOUCHING, _MOST_PIECES = MOST_PIECES
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
    cdef set linked
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
        cdef Node* child = element_from(node.children)
        if node.properties is NULL:
            return 0
        cdef list attributes = list(self.element_of(node, row).attributes)
        if not attributes:
            return 0
        text = text_at(node.children)
        if child is not NULL and (text is None or (<str>text).isspace()):
            text = self.first_text_in(node, child)
        if text:
            attributes.append(("#text", text[:_MOST_CHARS]))
        self.details[index] = attributes
        return 0

    cdef object first_text_in(self, Node* node, Node* child):
        """`remarks.first_text`."""
        cdef int n_children = 0
        cdef Node* inner
        while child is not NULL and n_children < _MOST_PIECES:
            inner = element_from(child.children)
            if child.type != ELEMENT or (inner is not NULL and inner.type != ELEMENT):
                return first_text(self.proxy(node))  # comments and the like say nothing, but have texts
            for text in (text_at(child.children), text_at(child.next)):
                if text and not (<str>text).isspace():
                    return text
            if inner is not NULL:
                text = text_at(inner.children)
                if text:
                    return text
            child = element_from(child.next)
            n_children += 1
        return None

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
        cdef const char* href = NULL if node.ns is NULL else node.ns.href
        cdef size_t place = ((<size_t>node.name >> 3) ^ (<size_t>node.name >> 11) ^ (<size_t>href >> 3)) % SLOTS
        cdef Slot* slot = &self.slots[place]
        if slot.name != node.name or slot.href != href or slot.row is NULL:
            row = self.row_by_tag(tag_of(node))
            slot.name, slot.href, slot.row = node.name, href, <PyObject*>row
        return <Row>slot.row

    cdef Row row_by_tag(self, str tag):
        row = self.rows.get(tag)  # these are kept as long as the page is read
        if row is None:
            row = _rows.get(tag) if tag not in self.formula_tags else None
            if row is None:
                row = Row(tag, self.walk.rows[tag])
                if tag in self.formula_tags:
                    (<Row>row).way = BY_PYTHON
                elif len(_rows) < MOST_ROWS:
                    _rows[tag] = row
            self.rows[tag] = row
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
            if not above.around & SPOKEN:
                self.walk.image(self.proxy(node), dict(self.element_of(node, row).attributes))
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
        if after is None and element_from(node.children) is not NULL:
            after = self.first_text(node)
        if after and len(<str>after) > 1 and is_spaced((<str>after)[0]):
            self.pieces.append(" ")
        return 0

    cdef object first_text(self, Node* node):
        """The first text in an element that has none of its own before its first child."""
        cdef Node* inner = element_from(node.children)
        cdef Node* found
        while inner is not node:
            found = NULL
            if inner.type == ENTITY:
                return next(self.proxy(node).itertext(), "")
            if inner.type == ELEMENT:
                text = text_at(inner.children)
                if text is not None:
                    return text
                found = element_from(inner.children)
            while found is NULL and inner is not node:  # ends of elements
                text = text_at(inner.next)
                if text is not None:
                    return text
                found = element_from(inner.next)
                inner = inner.parent
            if found is not NULL:
                inner = found
        return ""


cdef inline bint is_spaced(Py_UCS4 character) noexcept:
    return character < 0x0E00 and Py_UNICODE_ISALNUM(character)


# What Python calls


def reads(tuple roots):
    """Whether elements are read here just as Python sees them: not where their classes are other than lxml's
    (`objectify` has others), nor where a DTD may give them attributes."""
    cdef Node* node
    cdef Node* part
    for root in roots:
        if type(root) is not etree._Element and type(root).__module__ != "lxml.html":
            return False
        node = <Node*>(<Proxy*>root).node
        part = node.doc.children if node.doc.type == XML_DOCUMENT else NULL
        while part is not NULL:
            if part.type == DTD:
                return False
            part = part.next
    return True


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


# Whether lxml is as it is thought to be here


cdef void* offered(dict functions, str name, const char* signature) except NULL:
    return PyCapsule_GetPointer(functions[name], signature)


cdef int look() except -1:
    """Find the functions that lxml offers, and read a page of which all is known.

    Raises:
        ImportError: something is not where it should be; the Python runs instead.
    """
    global element_factory, tag_of, attributes_of, attribute_of
    try:
        functions = etree.__pyx_capi__
        element_factory = <Factory>offered(
            functions, "elementFactory", b"struct LxmlElement *(struct LxmlDocument *, xmlNode *)"
        )
        tag_of = <Namer>offered(functions, "namespacedName", b"PyObject *(xmlNode *)")
        attributes_of = <Collector>offered(functions, "collectAttributes", b"PyObject *(xmlNode *, int)")
        attribute_of = <Getter>offered(
            functions, "attributeValueFromNsName", b"PyObject *(xmlNode *, const xmlChar *, const xmlChar *)"
        )
    except (AttributeError, KeyError, ValueError) as error:
        raise ImportError("lxml offers other functions") from error
    parser = etree.XMLParser(resolve_entities=False, strip_cdata=False)
    source = b"<a xmlns:n='u:'>x<!--c--><b k='v' n:k=''/>y<![CDATA[z]]><n:d>&lt;</n:d><?p i?>t</a>"
    root = etree.fromstring(source, parser)
    if etree._Element.__basicsize__ < <Py_ssize_t>sizeof(Proxy) or not any(
        <PyObject*>held == (<Proxy*>root).doc for held in gc.get_referents(root)
    ):
        raise ImportError("elements of lxml are laid out in another way")
    nodes = list(root.iter())
    cdef Node* node = <Node*>(<Proxy*>root).node
    cdef Node* top = node
    for known in nodes:
        if node is NULL or element_factory((<Proxy*>root).doc, node) is not known:
            raise ImportError("nodes of libxml2 are laid out in another way")
        check(node, known)
        node = following(node, top)
    if node is not NULL:
        raise ImportError("nodes of libxml2 are laid out in another way")
    return 0


cdef int check(Node* node, known) except -1:
    """Compare what is read of a node with what lxml reads."""
    is_same = text_at(node.next) == known.tail
    if node.type == ELEMENT:
        is_same = is_same and tag_of(node) == known.tag and text_at(node.children) == known.text
        is_same = is_same and attributes_of(node, 3) == known.items() and get(node, "k") == known.get("k")
        is_same = is_same and (node.properties is not NULL) == bool(known.attrib)
        is_same = is_same and (node.ns is not NULL) == (known.prefix is not None)
    if not is_same or <PyObject*>known != node._private or node.doc.type != XML_DOCUMENT:
        raise ImportError("nodes of libxml2 hold other things")
    return 0


look()
