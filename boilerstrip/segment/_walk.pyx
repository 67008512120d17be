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
from cython cimport final
from libc.string cimport memcpy, memset, strcmp, strlen, strncmp, strstr

from boilerstrip.segment._images cimport N_NAMES, new_mark, place_of, plain_image
from boilerstrip.segment._nodes cimport *
from boilerstrip.segment._tags cimport *

from boilerstrip.attributes import SHOWN
from boilerstrip.block import TALK_BIT, Mark
from boilerstrip.elements import is_box
from boilerstrip.segment._nodes import reads
from boilerstrip.segment.asides import MOST_BETWEEN
from boilerstrip.segment.content import BREAK, CLOSING, TOUCHING
from boilerstrip.segment.remarks import MOST_CHARS, SPOKEN_BITS, first_text, remark
from boilerstrip.segment.targets import Read

__all__ = ["may_have_formulas", "read", "reads"]

cdef extern from *:
    """
    #define clear_list(list) PyList_SetSlice(list, 0, PY_SSIZE_T_MAX, NULL)
    """
    int clear_list(list list) except -1
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)
    Py_ssize_t PyUnicode_FindChar(object text, Py_UCS4 char, Py_ssize_t start, Py_ssize_t end, int direction)

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
cdef Py_ssize_t _MOST_BETWEEN = MOST_BETWEEN
cdef dict _CLOSING = CLOSING
cdef int _TOUCHING = TOUCHING
cdef Py_ssize_t _MOST_CHARS = MOST_CHARS


include "_attributes.pxi"
include "_content.pxi"


@final
cdef class Walker(Content):
    """Walks the trees of a page for a `walk._Walk`, whose lists it fills.

    What changes and is no list, it has itself, and tells the Python walk before it calls it.
    """

    cdef list markers, tags, parents, labels, masks, arounds, firsts, ends
    cdef dict details, rows
    cdef set formula_tags
    cdef Py_ssize_t depth, room
    cdef Frame* frames  # of the open elements; the first is what is around the root
    cdef Slot slots[SLOTS]

    def __init__(self, walk):
        Content.__init__(self, walk)
        table = walk.table
        self.markers, self.tags, self.parents = walk.markers, table.tag, table.parent
        self.labels, self.masks, self.arounds = table.label, table.mask, table.around
        self.firsts, self.ends, self.details = table.first_block, table.end_block, table.details
        self.formula_tags = {node.tag for node in walk.formulas}
        self.rows = {}
        self.depth = -1
        self.push(-1, -1, 0, NULL)

    def __dealloc__(self):
        while self.depth >= 0:
            Py_XDECREF(self.frames[self.depth].index_object)
            self.depth -= 1
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

    cdef int read(self, Proxy* root) except -1:
        cdef Node* top = <Node*>root.node
        cdef Node* node = top
        cdef Node* found
        cdef Py_ssize_t depth
        cdef unsigned int n_nodes = 0
        self.known.document = root.doc
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
                element = self.known.element_of(node, row)
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
            elif element is not None:
                attributes = self.known.items(node)
                if attributes:
                    self.details[index] = attributes
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
        cdef list attributes = self.known.items(node)
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
            if row.is_note or self.may_have_aside(node) or self.may_have_aside(node.parent):
                self.markers.append(element_factory(self.known.document, node))
            return False
        if not self.n_preformatted:
            return False
        proxy = self.proxy(node)
        if not self.walk.read_code(index, proxy, row.name, is_block=row.is_block):
            return False
        self.walk.otherwise[proxy] = Read(is_listed=True, is_walked=False)
        return True

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
            self.image(node)
            if above.around & SPOKEN and get(node, "width") is not None:
                remark(self.details, above.index, self.proxy(node), row.name)
            return True
        elif row.way == INPUT:
            if self.pieces or get(node, "type") != "checkbox":
                return True
        skipped = self.walk.skip(self.proxy(node), row.name, above.index, above.container)
        self.n_closed = self.walk.n_closed
        return skipped

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
