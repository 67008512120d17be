# cython: language_level=3, boundscheck=False, wraparound=False
"""What `says.Speaker.sayings` does, compiled: a page has a thousand elements, of which a hundred say something."""

from boilerstrip._made cimport pair, with_field
from boilerstrip.decide._page cimport Page

from boilerstrip.block import Reason
from boilerstrip.decide._names import telling
from boilerstrip.decide.says import (
    FIELD_OF, MAX_KEPT_SHARE, NO_MENU_ITEMS, NO_PURPOSE, NOBODY, PARTS, SEALED, SPEAKING_TAGS, Said, Saying,
    purposes_say,
)
from boilerstrip.role_words import ROLE_OF_TAG
from boilerstrip.vocabulary import HEADING_TAGS

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
    return said_around(Page(table, kept), table.purposes)


def said_around(Page page, dict purposes):
    """The same of a page that is read."""
    cdef list labels = page.label
    cdef dict names = telling(set(labels)), known = {}
    cdef Py_ssize_t i, parent, a, b
    cdef bint is_purposeful
    cdef list said = [NOBODY] * (page.n_elements + 1)
    for i in range(page.n_elements):
        parent, a, b = page.parent[i], page.first[i], page.end[i]
        around = said[parent if parent >= 0 else page.n_elements]
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
                    around = with_said(page, <tuple>around, <tuple>one, i, a, b)
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
    return pair(Said, role, pair(Reason, code, evidence))


cdef inline Py_ssize_t place_of(str role) except -1:
    place = _PLACE.get(role)
    return WIDGET if place is None else <Py_ssize_t>place


cdef object with_said(Page page, tuple around, tuple said, Py_ssize_t element, Py_ssize_t a, Py_ssize_t b):
    """What those around say together with what an element says; its blocks are a to b."""
    cdef Py_ssize_t place = place_of(said[0])
    if place == WIDGET:
        return around if is_content(page, a, b) else _with_widget(around, said)
    if (place == FOOTER or place == HEADER) and not is_of_page(page, element, place, a, b):
        return around
    return with_field(Saying, around, place, said)


cdef bint is_content(Page page, Py_ssize_t a, Py_ssize_t b) noexcept:
    return page.kept_sums[b] - page.kept_sums[a] > _MAX_KEPT_SHARE * (page.sums[b] - page.sums[a])


cdef bint is_of_page(Page page, Py_ssize_t element, Py_ssize_t place, Py_ssize_t a, Py_ssize_t b) except -1:
    if place == FOOTER and (
        is_content(page, a, b) or (not page.kept_sums[a] and page.kept_sums[page.n_blocks])
    ):
        return False
    if place == HEADER and page.kept_sums[b]:
        return False
    element = page.parent[element]
    while element >= 0:
        if page.tag[element] in _PARTS:
            return False
        element = page.parent[element]
    return True


cdef object _with_widget(tuple around, tuple said):
    role, outer = said[0], around[WIDGET]
    if around[MENU] is not None and role in _NO_MENU_ITEMS:
        return around
    if outer is not None:
        outer_role = (<tuple>outer)[0]
        if outer_role in _SEALED and role not in _SEALED[outer_role]:
            return around
    return with_field(Saying, around, WIDGET, said)
