# Where elements stand, as `places.Places` has it.

from boilerstrip.attributes import CELLS
from boilerstrip.render.containers import LISTS, PARTS
from boilerstrip.render.places import (
    BOLD, CONTAINERS, GONE, LEAVES, MAX_HEADING_BLOCKS, MAX_NEST, OUTER, STRUCTURAL, Place,
)
from boilerstrip.shapes import SHAPES
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

cdef enum:  # what tags are to an outline, a bit each
    IS_STRUCTURAL = 1
    IS_LEAF = 2
    IS_HEADING = 4
    IS_CODE = 8
    IS_BOLD = 16
    IS_CONTAINER = 32
    IS_LIST = 64
    IS_PART = 128
    IS_CELL = 256
    LEVEL = 1024  # times the level of a heading
    N_MET = 64

cdef Py_ssize_t _GONE = GONE, _MAX_NEST = MAX_NEST, _MAX_HEADING_BLOCKS = MAX_HEADING_BLOCKS
cdef dict _OUTER = dict(OUTER)
cdef dict _NATURES = {}
for _tags, _bit in (
    (STRUCTURAL, IS_STRUCTURAL), (LEAVES, IS_LEAF), (HEADING_TAGS, IS_HEADING), (PREFORMATTED_TAGS, IS_CODE),
    (BOLD, IS_BOLD), (CONTAINERS, IS_CONTAINER), (LISTS, IS_LIST), (PARTS, IS_PART), (CELLS, IS_CELL),
):
    for _tag in _tags:
        _NATURES[_tag] = _NATURES.get(_tag, 0) | _bit
for _tag, _level in HEADING_TAGS.items():
    _NATURES[_tag] |= max(_level, 2) * LEVEL


cdef inline int nature_of(object tag) except -1:
    cdef PyObject* found = PyDict_GetItem(_NATURES, tag)
    return 0 if found is NULL else <int><object>found


cdef inline list list_of(object column):
    return column if type(column) is list else list(column)


cdef Places places_in(known):
    """The places that `known`, of `places.Places`, has; what is asked for is put there."""
    cdef Places places = Places.__new__(Places)
    table = known.table
    places.known, places.attributes, places.top = known, table.attributes, known.top
    places.tags, places.parents = list_of(table.tag), list_of(table.parent)
    places.first_block, places.end_block = list_of(table.first_block), list_of(table.end_block)
    places.found = [known[known.top]]
    return places


cdef class Places:
    """`places.Places`."""

    cdef object known
    cdef list tags, parents, first_block, end_block
    cdef dict attributes
    cdef Py_ssize_t top
    cdef list found  # by element, from `top` on: its place, None where it was not looked at
    cdef Py_ssize_t* above  # elements on the way to one
    cdef Py_ssize_t room
    cdef PyObject* met[N_MET]  # tags of the page as they were met last, for most are one object each
    cdef int[N_MET] natures  # theirs

    def __dealloc__(self):
        PyMem_Free(self.above)

    cdef tuple place(self, object element):
        """`Places.__missing__`."""
        cdef Py_ssize_t at = element, n_above = 0, n_missing = at - self.top + 1 - len(self.found)
        if at < self.top:
            raise LookupError(element)
        if n_missing > 0:
            self.found.extend([None] * max(n_missing, len(self.found)))
        place = self.found[at - self.top]
        if place is not None:
            return <tuple>place
        while place is None:
            if n_above == self.room:
                self.grow()
            self.above[n_above] = at
            n_above += 1
            at = self.parents[at]
            if at < self.top:
                raise LookupError(element)
            place = self.found[at - self.top]
        while n_above:
            n_above -= 1
            at = self.above[n_above]
            tag = self.tags[at]
            if self.attributes and at in self.attributes:
                tag = self.tag(at)
                if nature_of(tag) & IS_STRUCTURAL:
                    place = self.inside(<tuple>place, at, tag)
            elif self.nature_of_own(tag) & IS_STRUCTURAL:
                place = self.inside(<tuple>place, at, tag)
            self.found[at - self.top] = place
        PyDict_SetItem(self.known, element, place)
        return <tuple>place

    cdef int grow(self) except -1:
        cdef Py_ssize_t room = max(64, 2 * self.room)
        above = <Py_ssize_t*>PyMem_Realloc(self.above, room * sizeof(Py_ssize_t))
        if above == NULL:
            raise MemoryError
        self.above, self.room = above, room
        return 0

    cdef inline int nature_of_own(self, object tag) except -1:
        """`nature_of` a tag that is in the list of them, which keeps it."""
        cdef size_t slot = (<size_t><PyObject*>tag >> 5) % N_MET
        if self.met[slot] != <PyObject*>tag:
            self.natures[slot] = nature_of(tag)
            self.met[slot] = <PyObject*>tag
        return self.natures[slot]

    cdef tuple inside(self, tuple place, object element, object tag):
        """`Places._inside`."""
        cdef tuple containers = place[0]
        cdef Py_ssize_t leaf = place[1], at = element
        if leaf == _GONE or (leaf >= 0 and (tag == "summary" or nature_of(self.tag(leaf)) & IS_CODE)):
            return place
        outer = self.tag(containers[-1]) if containers else ""
        if tag == "#title" and outer != "#callout":
            tag = self.tags[at]
        elif tag == "summary" and outer == "#callout":
            tag = "#title"
        cdef int nature = nature_of(tag)
        if nature & IS_HEADING:
            if self.end_block[at] - self.first_block[at] > _MAX_HEADING_BLOCKS:
                element = -1
            return <tuple>pair(Place, containers, element)
        if nature & IS_LEAF:
            if outer == "table" and nature_of(self.tags[at]) & IS_CELL and len(containers) < _MAX_NEST:
                containers += (element,)  # a cell that is code is a cell all the same
            return <tuple>pair(Place, containers, element)
        if tag == "#gone" or (tag == "#bar" and self.tag(self.parents[at]) == "#wrapper"):
            return <tuple>pair(Place, containers, GONE)
        if not nature & IS_CONTAINER or _OUTER.get(tag, outer) != outer:
            return <tuple>pair(Place, containers, -1)
        if tag == "li" and outer not in LISTS:
            containers += (-2 - self.parents[at],)
        if len(containers) < _MAX_NEST:
            containers += (element,)
        return <tuple>pair(Place, containers, -1)

    cdef object container(self, object element):
        """`Places.container`."""
        if element >= 0 and nature_of(self.tags[<Py_ssize_t>element]) & IS_CELL:
            return self.tags[<Py_ssize_t>element]
        return self.tag(element)

    cdef object tag(self, object element):
        """`Places.tag`."""
        if element < 0:
            return "ul"
        tag = self.tags[<Py_ssize_t>element]
        cdef PyObject* shaped = PyDict_GetItem(self.attributes, element)
        if shaped is NULL:
            return tag
        found = (<object>shaped).get("as")
        if found not in SHAPES or (found == "#callout" and nature_of(tag) & IS_CELL):
            return tag
        return found
