# cython: language_level=3
"""Compiled twin of `build.Builder.nodes`: one loop over the blocks that are written, and of `places.Places`.

It gives what that gives, byte by byte (`tests/test_compiled_build.py`); where the two are not the same, this one is
wrong. What is rare is left to the Python functions that it calls. The stack of open containers is a list: nothing
here calls itself.
"""

from cpython.dict cimport PyDict_GetItem, PyDict_SetItem
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject

from boilerstrip._made cimport pair, quadruple, single
from boilerstrip.render._glance cimport is_even
from boilerstrip.render._pieces cimport *

from boilerstrip.block import Mark
from boilerstrip.render.anchors import (
    LONGEST, PILCROW, SIGNS, WRAPPERS, says_nothing, shows_only, without_bold, without_permalinks,
)
from boilerstrip.render.clean import clean
from boilerstrip.render.containers import BULLETS, CLOSERS, Part
from boilerstrip.render.formulas import split_displays
from boilerstrip.render.inline import finished
from boilerstrip.render.lines import Lines, settled
from boilerstrip.render.outline import Heading, List, Paragraph, Rule
from boilerstrip.render.places import RULED

include "_places.pxi"
include "_anchors.pxi"

cdef extern from "Python.h":
    bint Py_UNICODE_ISSPACE(Py_UCS4)
    bint Py_UNICODE_ISPRINTABLE(Py_UCS4)

cdef enum:
    LONGEST_MARKER = 16  # characters, and more than any number of an item in brackets has

cdef Py_ssize_t _LONGEST = LONGEST
cdef object _OPEN_BOLD = Mark("b"), _END_BOLD = Mark("/b")
cdef frozenset _BULLETS = BULLETS
cdef bint is_folded(str text) except -1:
    """Whether a text has nothing that is to be cleaned, and single blanks."""
    cdef Py_UCS4 char, before = 0
    if is_even(text):
        return True
    for char in text:
        if char == 32:
            if before == 32:
                return False
        elif not (32 < char < 127) and not Py_UNICODE_ISPRINTABLE(char):
            return False
        before = char
    return True


cdef list without_parts(list children):
    """`containers.without_parts`."""
    cdef list nodes = []
    for child in children:
        if type(child) is Part:
            nodes.extend(<tuple?>(<tuple>child)[1])
        else:
            nodes.append(child)
    return nodes


def children(builder, blocks, rules):
    """What `Builder.nodes` gives."""
    cdef Building building = Building.__new__(Building)
    cdef bint has_rules = bool(rules)
    building.prepare(builder)
    for block in blocks:
        if has_rules and block in rules:
            for element in rules[block]:
                building.rule(element, block)
        building.add(block)
    building.enter(())
    return without_parts(building.settled_of(building.frames[0]))


cdef class Building:
    """`build.Builder`; the frames are of the containers, one more below."""

    cdef object builder, table, inlines
    cdef list texts, contents, elements, frames
    cdef dict written
    cdef tuple containers
    cdef Places places
    cdef Reader reader
    cdef bint has_inlines, has_code, in_cell
    cdef Py_ssize_t heading

    cdef int prepare(self, builder) except -1:
        table = builder.table
        self.builder, self.table, self.inlines, self.written = builder, table, builder.inlines, builder.written
        self.texts, self.contents, self.elements = list_of(table.text), list_of(table.inline), list_of(table.element)
        self.places = places_in(builder.places)
        self.reader = reader_of(builder.resolve, builder.links, builder.images, finished)
        self.has_inlines = bool(self.inlines)
        self.containers, self.frames, self.heading = (), [[]], -1
        return 0

    cdef int add(self, object block) except -1:
        cdef Py_ssize_t at = block, last
        element = self.elements[at]
        cdef tuple place = self.places.place(element)
        cdef tuple containers = place[0]
        cdef Py_ssize_t leaf = place[1]
        if leaf == _GONE:
            return 0
        if containers is not self.containers and containers != self.containers:
            self.enter(containers)
        cdef PyObject* known = PyDict_GetItem(self.written, block)
        node = <object>known if known is not NULL else self.node(at, block, element, leaf)
        if node is None:
            return 0
        cdef list children = self.frames[-1]
        last, self.heading = self.heading, -1
        kind = type(node)
        if kind is Paragraph:
            self.written[block] = node
            inline = <tuple>(<tuple>node)[0]
            if not self.in_cell and self.holds_formula(inline):
                parts = split_displays(inline)
                if parts != [inline]:
                    for part in parts:
                        children.append(single(Paragraph, part))
                    return 0
        elif kind is Heading:
            self.written[block] = node
            inline = <tuple>(<tuple>node)[1]
            if leaf != last and not isinstance(inline[0], str) and shows_only(inline):
                children.append(single(Paragraph, inline))
                return 0
            if leaf == last:  # elements inside the heading had cut it into blocks
                before = (<tuple>children.pop())[1]
                node = pair(Heading, (<tuple>node)[0], (*before, " ", *(<tuple>node)[1]))
            self.heading = leaf
        children.append(node)
        return 0

    cdef bint holds_formula(self, tuple inline) except -1:
        if len(inline) < 3:
            return False
        for piece in inline:
            if not isinstance(piece, str) and (<tuple>piece)[0] == "math":
                return True
        return False

    cdef int rule(self, object element, object block) except -1:
        cdef tuple containers = self.places.place(element)[0]
        cdef tuple following = self.places.place(self.elements[<Py_ssize_t>block])[0]
        cdef Py_ssize_t n = len(containers)
        if self.containers[:n] != containers or following[:n] != containers:
            return 0
        around = [self.places.tag(container) for container in containers]
        if around and around[-1] not in RULED or "table" in around:
            return 0
        self.enter(containers)
        cdef list children = self.frames[-1]
        if children and type(children[-1]) is not Rule:
            children.append(Rule())
        return 0

    # What a block is

    cdef object node(self, Py_ssize_t at, object block, object element, Py_ssize_t leaf):
        cdef int nature = nature_of(self.places.tag(leaf)) if leaf >= 0 else 0
        if nature & IS_CODE:
            self.has_code = True
            text = preformatted(self.pieces(at, block))
            return pair(Lines, leaf, text) if text else None
        inline = self.content(at, block, nature & IS_HEADING)
        if not inline or self.says_nothing(at, block, element, inline):
            return None
        if nature & IS_HEADING:
            return pair(Heading, nature // LEVEL, without_bold(inline) if len(<tuple>inline) > 2 else inline)
        if nature & IS_BOLD and self.can_be_bold(inline):
            inline = (_OPEN_BOLD, *inline, _END_BOLD)
        return single(Paragraph, inline)

    cdef tuple pieces(self, Py_ssize_t at, object block):
        pieces = self.inlines.get(block) if self.has_inlines else None
        if not pieces:
            pieces = self.contents[at]
        return pieces if type(pieces) is tuple else tuple(pieces)

    cdef object content(self, Py_ssize_t at, object block, bint is_heading):
        """`Builder.inline`."""
        cdef tuple pieces = self.pieces(at, block)
        cdef str text = plain(self.texts[at])
        if len(pieces) > 1 and (is_heading or PILCROW in text or text.endswith(SIGNS)):
            return self.reader.read(without_permalinks(pieces) if may_hold_links(pieces) else pieces)
        for piece in pieces:
            if not isinstance(piece, str):
                return self.reader.read(pieces)
        if not is_folded(text):
            text = " ".join(clean(text).split())
        return (text,) if text else ()

    cdef bint says_nothing(self, Py_ssize_t at, object block, object element, object inline) except -1:
        """`anchors.says_nothing`, which is asked where it may be so."""
        if may_be_copy(inline[0]) and self.is_in_button(element):
            return says_nothing(self.table, block, inline)
        cdef PyObject* shaped = PyDict_GetItem(self.places.attributes, element)
        if shaped is not NULL and (<object>shaped).get("as") in WRAPPERS:
            return says_nothing(self.table, block, inline)
        pieces = self.contents[at]
        if len(pieces) < 2 or len(self.texts[at]) > 2 * _LONGEST:
            return False
        return may_be_anchor(pieces[0]) and may_hold_links(tuple(pieces)) and says_nothing(self.table, block, inline)

    cdef bint is_in_button(self, Py_ssize_t element) except -1:
        """`anchors.is_in_button`."""
        while element >= 0:
            tag = self.places.tags[element]
            if tag != "div":
                return tag == "button"
            element = <Py_ssize_t>self.places.parents[element]
        return False

    cdef bint can_be_bold(self, tuple inline) except -1:
        for piece in inline:
            if not isinstance(piece, str) and (<tuple>piece)[0] in ("b", "img"):
                return False
        return True

    # Containers

    cdef int enter(self, tuple containers) except -1:
        """Close and open containers until just these are open."""
        cdef tuple have = self.containers
        cdef Py_ssize_t n_shared = 0, n = min(len(have), len(containers))
        while n_shared < n and have[n_shared] == containers[n_shared]:
            n_shared += 1
        while len(self.frames) > n_shared + 1:
            self.close(have[len(self.frames) - 2])
        for _ in range(n_shared, len(containers)):
            self.frames.append([])
        self.containers = containers
        self.in_cell = bool(containers) and nature_of(self.places.container(containers[-1])) & IS_CELL
        self.heading = -1
        return 0

    cdef int close(self, object element) except -1:
        cdef list children = self.frames.pop(), around
        if not children:
            return 0
        around = self.frames[-1]
        tag = self.places.container(element)
        cdef int nature = nature_of(tag)
        children = self.settled_of(children)
        if nature & IS_PART:
            if len(children) == 1 and type(children[0]) is not Part:
                around.append(pair(Part, element, (children[0],)))
            else:
                around.append(pair(Part, element, tuple(without_parts(children))))
            return 0
        if nature & IS_LIST:
            whole = self.plain_list(element, children)
            if whole is not None:
                around.append(whole)
                return 0
        closed = CLOSERS[tag](self.table, element, children)
        if nature & IS_LIST and element in self.places.attributes:
            closed = self.builder.listed(self.places.attributes[element].get("listed", ""), closed, around)
        around.extend(closed)
        return 0

    cdef list settled_of(self, list children):
        if self.has_code:
            for child in children:
                if type(child) is Lines:
                    return settled(self.table, children)
        return children

    cdef object plain_list(self, object element, list children):
        """A list of nothing but items, of which no attribute says anything; None of others."""
        if element in self.places.attributes:
            return None
        cdef bint is_ordered = element >= 0 and self.places.tags[<Py_ssize_t>element] == "ol"
        cdef list items = []
        cdef tuple nodes
        for child in children:
            if type(child) is not Part or (<tuple>child)[0] in self.places.attributes:
                return None
            nodes = (<tuple>child)[1]
            if len(nodes) != 1 and (not nodes or may_be_marker(nodes[0], is_ordered)):
                return None
            items.append(nodes)
        return quadruple(List, is_ordered, 1, tuple(items), ())


cdef bint may_be_marker(object node, bint is_ordered) except -1:
    """Whether the first of an item's nodes may be the sign before it: see `containers._unmarked`."""
    if type(node) is not Paragraph:
        return False
    inline = (<tuple>node)[0]
    if len(inline) != 1 or not isinstance(inline[0], str):
        return False
    return len(inline[0]) < LONGEST_MARKER if is_ordered else inline[0] in _BULLETS
