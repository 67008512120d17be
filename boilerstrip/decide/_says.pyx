# cython: language_level=3, boundscheck=False, wraparound=False
"""What `says.Speaker.sayings` does, compiled: a page has a thousand elements, of which a hundred say something."""

cimport cython

from boilerstrip.decide.names import telling
from boilerstrip.decide.says import (
    FIELD_OF, MAX_KEPT_SHARE, NO_MENU_ITEMS, NO_PURPOSE, NOBODY, PARTS, SEALED, SPEAKING_TAGS, Said, Saying,
    purposes_say, says,
)

cdef object _new = tuple.__new__
cdef set _NO_MENU_ITEMS = set(NO_MENU_ITEMS), _NO_PURPOSE = set(NO_PURPOSE), _PARTS = set(PARTS)
cdef set _SPEAKING_TAGS = set(SPEAKING_TAGS)
cdef dict _FIELD_OF = dict(FIELD_OF), _SEALED = dict(SEALED)
cdef dict _PLACE = {field: place for place, field in enumerate(Saying._fields)}
cdef double _MAX_KEPT_SHARE = MAX_KEPT_SHARE


def sayings(table, list kept, list kept_sums, list sums):
    """As `says.Speaker.sayings`; the arguments are those of `Speaker`."""
    cdef Page page = Page()
    page.tag, page.parent, page.first, page.end = table.tag, table.parent, table.first_block, table.end_block
    page.kept, page.kept_sums, page.sums = kept, kept_sums, sums
    cdef list labels = table.label
    cdef dict names = telling(set(labels)), purposes = table.purposes, known = {}
    cdef Py_ssize_t i, parent, a, b, n = len(page.tag), n_blocks = table.n_blocks
    if not len(page.parent) == len(page.first) == len(page.end) == len(labels) == n:
        raise ValueError("columns of elements differ in length")
    if not len(kept) == len(kept_sums) == len(sums) == n_blocks + 1:
        raise ValueError("sums of blocks differ in length")
    cdef list said = [NOBODY] * (n + 1)
    cdef bint speaks
    for i in range(n):
        parent, a, b = page.parent[i], page.first[i], page.end[i]
        if not (-1 <= parent < i and 0 <= a <= b <= n_blocks):
            raise ValueError("an element is not where the walk puts it")
        around = said[parent if parent >= 0 else n]
        tag, label = page.tag[i], labels[i]
        speaks = label in names or tag in _SPEAKING_TAGS or (bool(purposes) and i in purposes)
        if speaks and <Py_ssize_t>kept[b] - <Py_ssize_t>kept[a] < b - a and tag not in _NO_PURPOSE:
            called = (tag, label)
            told = known.get(called)
            if told is None:
                known[called] = told = says(tag, names.get(label, ()))
            if purposes and i in purposes:
                told = (*told, *purposes_say(tag, purposes[i]))
            for one in <tuple>told:
                around = page.with_said(<tuple>around, <tuple>one, i, a, b)
        said[i] = around
    return said


@cython.final
cdef class Page:
    """Columns of a page, and what is asked of them."""

    cdef list tag, parent, first, end, kept, kept_sums, sums

    cdef object with_said(self, tuple around, tuple said, Py_ssize_t element, Py_ssize_t a, Py_ssize_t b):
        """What those around say together with what an element says; its blocks are a to b."""
        role = said[0]
        field = _FIELD_OF.get(role)
        if field is None:
            return around if self.is_content(a, b) else _with_widget(around, said)
        if (field == "footer" or field == "header") and not self.is_of_page(element, field, a, b):
            return around
        return _with(around, _PLACE[field], said)

    cdef bint is_content(self, Py_ssize_t a, Py_ssize_t b) except -1:
        cdef Py_ssize_t n_kept = <Py_ssize_t>self.kept_sums[b] - <Py_ssize_t>self.kept_sums[a]
        return n_kept > _MAX_KEPT_SHARE * (<Py_ssize_t>self.sums[b] - <Py_ssize_t>self.sums[a])

    cdef bint is_of_page(self, Py_ssize_t element, str field, Py_ssize_t a, Py_ssize_t b) except -1:
        if field == "footer" and (
            self.is_content(a, b) or (not self.kept_sums[a] and self.kept_sums[len(self.kept_sums) - 1])
        ):
            return False
        if field == "header" and self.kept_sums[b]:
            return False
        element = self.parent[element]
        while element >= 0:
            if self.tag[element] in _PARTS:
                return False
            element = self.parent[element]
        return True


cdef object _with(tuple around, Py_ssize_t place, said):
    cdef list fields = list(around)
    fields[place] = said
    return _new(Saying, fields)


cdef object _with_widget(tuple around, tuple said):
    role, outer = said[0], around[0]
    if around[1] is not None and role in _NO_MENU_ITEMS:
        return around
    if outer is not None:
        outer_role = (<tuple>outer)[0]
        if outer_role in _SEALED and role not in _SEALED[outer_role]:
            return around
    return _with(around, 0, said)
