# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The walk of `segment.walk` and what of `segment.content` it calls for each element, compiled.

It reads libxml2's nodes where they are: a proxy of lxml is made only for an element that Python is to look at.
Every function does what the Python of the same name does; what is rare is left to that Python.
"""

from cpython.exc cimport PyErr_CheckSignals
from cpython.list cimport PyList_GET_ITEM, PyList_GET_SIZE
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.ref cimport Py_INCREF, Py_XDECREF
from cython cimport final
from libc.string cimport memcmp, memcpy, memset, strcmp, strlen, strstr

from boilerstrip._acyclic cimport leave_out_one
from boilerstrip._names cimport fill
from boilerstrip.segment._addresses cimport N_NAMES, own_source, picture_source, place_of, unsized_source
from boilerstrip.segment._formulas cimport may_hold_formulas
from boilerstrip.segment._images cimport mark_of, new_mark
from boilerstrip.segment._lists cimport append_to, drop_last, reserve, taken
from boilerstrip.segment._nodes cimport *
from boilerstrip.segment._tags cimport *

from boilerstrip.attributes import SHOWN
from boilerstrip.block import TALK_BIT, Mark
from boilerstrip.elements import CURRENCIES, LABEL_ENDS, is_box
from boilerstrip.segment._nodes import reads
import boilerstrip.segment._columns  # which needs no list of blocks with links
from boilerstrip.segment.figured import FIGURE, IN_FIGURE, set_apart
from boilerstrip.segment.asides import MOST_BETWEEN
from boilerstrip.segment.boxes import SETTLED
from boilerstrip.segment.content import BREAK, CLOSING, FORM_NAMES, TICKING_NAMES, TOUCHING
from boilerstrip.segment.mails import target_of
from boilerstrip.segment.remarks import MOST_CHARS, SPOKEN_BITS, first_text
from boilerstrip.segment.signs import PROTECTED, PROTECTING, TELLING_HINTS, TIP_ROLE, UNSEEN_CHARS, spelled
from boilerstrip.segment.special import GISTS
from boilerstrip.segment.targets import Read

__all__ = ["read", "reads"]

cdef extern from *:
    bint PyUnicode_IS_ASCII(object text)
    bint Py_UNICODE_ISALNUM(Py_UCS4 char)
    Py_ssize_t PyUnicode_FindChar(object text, Py_UCS4 char, Py_ssize_t start, Py_ssize_t end, int direction)


cdef enum:
    FEWEST_ELEMENTS = 256  # for which a page's columns have room at first

cdef long long SPOKEN = SPOKEN_BITS, TALK = TALK_BIT, _FIGURE = FIGURE, _IN_FIGURE = IN_FIGURE
cdef object _PREFORMATTED = Mark("/pre")
cdef object _BREAK = BREAK
cdef frozenset _CURRENCIES = CURRENCIES
cdef str _LABEL_ENDS = "".join(LABEL_ENDS)
cdef Py_ssize_t _MOST_BETWEEN = MOST_BETWEEN
cdef dict _CLOSING = CLOSING
cdef tuple _FORM_NAMES = tuple([name.encode() for name in FORM_NAMES])
cdef tuple _TICKING_NAMES = tuple([name.encode() for name in TICKING_NAMES])
cdef int _TOUCHING = TOUCHING
cdef str _UNSEEN_CHARS = UNSEEN_CHARS
cdef const char* _telling[8]
fill(_telling, TELLING_HINTS, 8)
cdef bytes _tip = TIP_ROLE.encode()
cdef bytes _protecting = PROTECTING.encode()
cdef Py_ssize_t _MOST_CHARS = MOST_CHARS


include "_attributes.pxi"
include "_frames.pxi"
include "_content.pxi"
include "_special.pxi"


class MayHaveFormulas(Exception):
    """A page may have formulas, which are to be found before it is walked."""


@final
cdef class Walker(Special):
    """Walks the trees of a page for a `walk._Walk`, whose lists it fills.

    What changes and is no list, it has itself, and tells the Python walk before it calls it.
    """

    cdef list markers, tags, parents, labels, masks, arounds, firsts, ends
    cdef Py_ssize_t n_reserved  # elements for which these have room
    cdef bint is_watching  # for formulas
    cdef bint is_verse  # whether the element that was rendered last is a box of lines of verse
    cdef Noted noted  # None where nobody asks

    def __init__(self, walk, bint is_watching):
        Special.__init__(self, walk)
        self.is_watching = is_watching
        table = walk.table
        self.markers, self.tags, self.parents = walk.markers, table.tag, table.parent
        self.labels, self.masks, self.arounds = table.label, table.mask, table.around
        self.firsts, self.ends = table.first_block, table.end_block
        self.push(-1, -1, 0, NULL)

    cdef int make_room(self, Py_ssize_t n_elements) except -1:
        """For so many elements, of which there are no more yet."""
        for column in (self.tags, self.parents, self.labels, self.masks, self.arounds, self.firsts, self.ends):
            reserve(column, max(n_elements, PyList_GET_SIZE(column)))
        self.n_reserved = n_elements
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
            if node.type == ELEMENT:
                if self.noted is not None:
                    self.noted.look(node)
                if self.visit(node):
                    found = element_from(node.children)
                    if found is not NULL:
                        node = found
                        continue
                elif self.noted is not None:
                    self.noted.look_below(node)
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
        if row.is_formula and self.is_watching:
            raise MayHaveFormulas
        cdef bint is_block = row.is_block
        cdef long long mask = row.mask
        cdef object mask_object = row.mask_object
        if row.way != SIMPLY and self.skip(node, row, &self.frames[self.depth]):
            return self.pass_by(node, row)
        if self.is_inline:
            self.is_inline = is_block = False
            mask, mask_object = 0, 0
        elif not is_block and node.properties is not NULL and row.kind != "a" and self.is_unseen(node, row):
            return self.pass_by(node, row)
        cdef Frame above = self.frames[self.depth]
        cdef Py_ssize_t index = PyList_GET_SIZE(self.tags)
        cdef Element element = None
        cdef PyObject* closing = NULL
        cdef bint is_noted = row.is_noted, keeps_space = row.keeps_space
        cdef long long around = above.around
        cdef str label = ""
        if is_block:
            if self.pieces or self.blanks:
                self.flush(above.container)
            if node.properties is not NULL:
                element = self.known.element_of(node, row)
                label, mask, mask_object = element.label, element.mask, element.mask_object
                if element.rendered:
                    if self.render(node, element, index, &above):
                        is_noted = keeps_space = True
                    is_noted = is_noted or self.is_verse
                if element.purposes:
                    self.walk.table.purposes[index] = element.purposes
                    if element.is_talk:
                        around |= TALK
                        self.walk.table.spoken.append(index)
            if keeps_space:
                self.n_preformatted += 1
                closing = <PyObject*>_PREFORMATTED
        else:  # inline elements bound no block: their words tell about none
            if self.n_closed and self.n_closed == PyList_GET_SIZE(self.pieces):
                self.separate(node, row)
            if row.kind is not None:
                closing = self.mark(node, row)
        if index >= self.n_reserved:
            self.make_room(2 * index + FEWEST_ELEMENTS)
        append_to(self.tags, row.name)
        append_to(self.parents, self.parent_object())
        append_to(self.labels, label)
        append_to(self.masks, mask_object)
        around |= mask
        if around == above.around and above.index >= 0:
            append_to(self.arounds, <object>PyList_GET_ITEM(self.arounds, above.index))
        else:
            append_to(self.arounds, around)
        if around & SPOKEN:
            if not is_block:
                self.detail(index, node, row)
            elif element is not None:
                attributes = self.known.items(node)
                if attributes:
                    self.details[index] = attributes
        append_to(self.firsts, self.n_blocks(False))
        append_to(self.ends, 0)
        self.push(index, index if is_block else above.container, around, closing)
        if is_noted and self.note(index, node, row):
            return self.pass_by(node, row)
        if is_protecting(node):
            self.add(spelled(self.proxy(node), text_at(node.children)))
        else:
            self.add_text(node.children)
        return True

    cdef bint pass_by(self, Node* node, Row row) except -1:
        """False, as nothing in an element is to be walked."""
        if self.is_watching and (node.children is not NULL or row.way == SCRIPT) and may_hold_formulas(node):
            raise MayHaveFormulas
        return False

    cdef bint render(self, Node* node, Element element, Py_ssize_t index, Frame* above) except -1:
        """Note what renderers need to know of an element. Whether it is code without a `<pre>`."""
        cdef dict rendered = element.rendered
        cdef bint is_code = False
        if SHOWN in rendered:
            self.walk.shown(self.proxy(node), rendered[SHOWN])
            self.n_closed = self.walk.n_closed
            return False
        shape = rendered.get("as")
        if shape in SETTLED:
            proxy = self.proxy(node)
            is_code = self.walk.settle(proxy, index, above.container, rendered)
            self.is_verse = proxy is self.walk.verse
            self.n_closed = self.walk.n_closed
        else:
            self.walk.table.attributes[index] = rendered
        if "task" in rendered:
            self.walk.note_task(index, above.index, rendered["task"])
        elif shape == "#caption":
            self.walk.captions.append(index)
        elif shape == "#tabs":
            self.walk.tabs.append(index)
        elif shape == "#item":
            self.walk.items.append(index)
        return is_code

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
            if row.is_note or self.may_have_aside(node) or (
                node.parent is not NULL and self.may_have_aside(node.parent)  # a root may have been taken out of its tree
            ):
                self.markers.append(element_factory(self.known.document, node))
            return False
        if not (self.n_preformatted or self.is_verse) and (
            self.pieces or PyList_GET_SIZE(self.marks) != 1 or not holds_break(node)
        ):
            return False
        self.is_verse = False
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
            self.ends[frame.index] = self.n_blocks(False)
            if frame.closing is not NULL:
                self.n_preformatted -= 1
        else:
            if frame.closing is not NULL:
                drop_last(self.marks)
                if self.pieces:
                    append_to(self.pieces, <object>frame.closing)
            self.n_closed = PyList_GET_SIZE(self.pieces)
            self.ends[frame.index] = self.n_blocks(self.n_closed > 0)
        self.pop()
        if self.depth:
            self.add_text(node.next)
        return 0

# What Python calls


def read(walk, tuple roots, bint are_formulas_known):
    """What `_Walk._read` does for each root, of roots that this module `reads`.

    Args:
        walk: The walk, as it is before.
        roots: The roots.
        are_formulas_known: Whether the walk knows of the formulas of the page.

    Returns:
        False where they have to be found first: what was read until then is of no use.
    """
    cdef Walker walker = Walker(walk, not are_formulas_known)
    cdef Noted noted = Noted(roots[0]) if roots else None
    walker.noted = noted
    try:
        for root in roots:
            walker.read(<Proxy*>root)
            walker.noted = None  # what stands behind the page is not asked about it
    except MayHaveFormulas:
        return False
    walker.make_room(0)  # what is left over goes back
    walk.seen = noted
    walk.n_closed, walk.n_preformatted = walker.n_closed, walker.n_preformatted
    return True
