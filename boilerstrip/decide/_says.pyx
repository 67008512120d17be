# cython: language_level=3, boundscheck=False, wraparound=False
"""What `says.Speaker.sayings` does, compiled: a page has a thousand elements, of which a hundred say something."""

cimport cython
from libc.stdlib cimport calloc, free

from boilerstrip.block import Reason
from boilerstrip.decide._names import telling
from boilerstrip.decide.says import (
    FIELD_OF, MAX_KEPT_SHARE, NO_MENU_ITEMS, NO_PURPOSE, NOBODY, PARTS, SEALED, SPEAKING_TAGS, Said, Saying,
    purposes_say,
)
from boilerstrip.role_words import ROLE_OF_TAG
from boilerstrip.vocabulary import HEADING_TAGS

cdef object _new = tuple.__new__
cdef set _NO_MENU_ITEMS = set(NO_MENU_ITEMS), _NO_PURPOSE = set(NO_PURPOSE), _PARTS = set(PARTS)
cdef set _SPEAKING_TAGS = set(SPEAKING_TAGS), _HEADING_TAGS = set(HEADING_TAGS)
cdef set _NOT_OF_HEADINGS = {"header", "footer", "navigation"}
cdef dict _SEALED = dict(SEALED), _ROLE_OF_TAG = dict(ROLE_OF_TAG)
cdef dict _PLACE = {role: Saying._fields.index(field) for role, field in FIELD_OF.items()}
"""Role -> which field of `Saying` it has; others are widgets, which come first."""
cdef enum:
    WIDGET, MENU, FOOTER, HEADER, HIDDEN
if Saying._fields != ("widget", "menu", "footer", "header", "hidden"):
    raise ValueError("what elements say has other fields")
cdef double _MAX_KEPT_SHARE = MAX_KEPT_SHARE


def sayings(table, list kept):
    """As `says.Speaker.sayings`.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    cdef Page page = Page()
    cdef list labels = table.label, n_chars = table.n_chars
    cdef dict names = telling(set(labels)), purposes = table.purposes, known = {}
    cdef Py_ssize_t i, parent, a, b, n = len(labels), n_blocks = len(kept)
    cdef bint is_purposeful
    if not table.n_blocks == len(n_chars) == n_blocks:
        raise ValueError("columns of blocks differ in length")
    page.tag, page.parent, page.first, page.end = table.tag, table.parent, table.first_block, table.end_block
    if not len(page.tag) == len(page.parent) == len(page.first) == len(page.end) == n:
        raise ValueError("columns of elements differ in length")
    page.sum_up(kept, n_chars, n_blocks)
    cdef list said = [NOBODY] * (n + 1)
    for i in range(n):
        parent, a, b = page.parent[i], page.first[i], page.end[i]
        if not (-1 <= parent < i and 0 <= a <= b <= n_blocks):
            raise ValueError("an element is not where the walk puts it")
        around = said[parent if parent >= 0 else n]
        tag, label = page.tag[i], labels[i]
        is_purposeful = bool(purposes) and i in purposes
        if is_purposeful or label in names or tag in _SPEAKING_TAGS:
            if page.n_kept[b] - page.n_kept[a] < b - a and tag not in _NO_PURPOSE:
                called = (tag, label)
                told = known.get(called)
                if told is None:
                    known[called] = told = says(tag, names.get(label))
                if is_purposeful:
                    told = told + purposes_say(tag, purposes[i])
                for one in <list>told:
                    around = page.with_said(<tuple>around, <tuple>one, i, a, b)
        said[i] = around
    return said


cdef list says(str tag, list names):
    """As `says.says`."""
    cdef list found = []
    cdef bint[5] is_found = [False, False, False, False, False]
    cdef Py_ssize_t place
    cdef str name, role
    if names is not None:
        for one in names:
            name, role = <tuple>one
            if role in _NOT_OF_HEADINGS and tag in _HEADING_TAGS:  # a title of one
                continue
            place = place_of(role)
            if not is_found[place]:
                is_found[place] = True
                found.append(said_by(role, "class-word", tag + "." + name))
    if tag in _SPEAKING_TAGS:
        role = _ROLE_OF_TAG[tag]
        if not is_found[place_of(role)]:
            found.append(said_by(role, "tag", tag))
    return found


cdef object said_by(str role, str code, str evidence):
    return _new(Said, (role, _new(Reason, (code, evidence))))


cdef inline Py_ssize_t place_of(str role) except -1:
    place = _PLACE.get(role)
    return WIDGET if place is None else <Py_ssize_t>place


@cython.final
cdef class Page:
    """Columns of a page, and what is asked of them."""

    cdef list tag, parent, first, end
    # How many blocks are kept before each, the characters of these, and those of all; one more at the end.
    cdef Py_ssize_t *n_kept
    cdef Py_ssize_t *kept_sums
    cdef Py_ssize_t *sums
    cdef Py_ssize_t n_blocks

    def __dealloc__(self):
        free(self.n_kept)

    cdef int sum_up(self, list kept, list n_chars, Py_ssize_t n_blocks) except -1:
        cdef Py_ssize_t i, n
        self.n_kept = <Py_ssize_t*>calloc(3 * (n_blocks + 1), sizeof(Py_ssize_t))
        if self.n_kept is NULL:
            raise MemoryError
        self.kept_sums = self.n_kept + n_blocks + 1
        self.sums = self.kept_sums + n_blocks + 1
        self.n_blocks = n_blocks
        for i in range(n_blocks):
            n = n_chars[i]
            self.sums[i + 1] = self.sums[i] + n
            self.n_kept[i + 1], self.kept_sums[i + 1] = self.n_kept[i], self.kept_sums[i]
            if kept[i]:
                self.n_kept[i + 1] += 1
                self.kept_sums[i + 1] += n
        return 0

    cdef object with_said(self, tuple around, tuple said, Py_ssize_t element, Py_ssize_t a, Py_ssize_t b):
        """What those around say together with what an element says; its blocks are a to b."""
        cdef Py_ssize_t place = place_of(said[0])
        if place == WIDGET:
            return around if self.is_content(a, b) else _with_widget(around, said)
        if (place == FOOTER or place == HEADER) and not self.is_of_page(element, place, a, b):
            return around
        return _with(around, place, said)

    cdef bint is_content(self, Py_ssize_t a, Py_ssize_t b) noexcept:
        return self.kept_sums[b] - self.kept_sums[a] > _MAX_KEPT_SHARE * (self.sums[b] - self.sums[a])

    cdef bint is_of_page(self, Py_ssize_t element, Py_ssize_t place, Py_ssize_t a, Py_ssize_t b) except -1:
        if place == FOOTER and (
            self.is_content(a, b) or (not self.kept_sums[a] and self.kept_sums[self.n_blocks])
        ):
            return False
        if place == HEADER and self.kept_sums[b]:
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
    role, outer = said[0], around[WIDGET]
    if around[MENU] is not None and role in _NO_MENU_ITEMS:
        return around
    if outer is not None:
        outer_role = (<tuple>outer)[0]
        if outer_role in _SEALED and role not in _SEALED[outer_role]:
            return around
    return _with(around, WIDGET, said)
