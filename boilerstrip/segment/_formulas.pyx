# cython: language_level=3, boundscheck=False, wraparound=False
"""Whether a page may have formulas, which most have not: seen by the names of its elements alone."""

from libc.string cimport strcmp, strncmp

from boilerstrip._names cimport fill, holds_any
from boilerstrip.segment._nodes cimport *

from boilerstrip.segment.formulas import FORMULA_TAGS
from boilerstrip.segment.running import LOADERS

cdef const char* _loaders[8]
cdef const char* _tags[8]
fill(_loaders, LOADERS, 8)
fill(_tags, FORMULA_TAGS, 8)


cdef bint may_hold_formulas(Node* top) noexcept:
    """Whether something in an element, or it itself, is what `find_formulas` looks for."""
    cdef Node* node = top
    cdef const char** tag
    while node is not NULL:
        if node.type == ELEMENT:
            if node.name[0] == c"s" and strcmp(node.name, "script") == 0 and may_set_formulas(node):
                return True
            tag = _tags
            while tag[0] is not NULL:
                if node.name[0] == tag[0][0] and strcmp(node.name, tag[0]) == 0:
                    return True
                tag += 1
        node = following(node, top)
    return False


cdef bint may_set_formulas(Node* script) noexcept:
    """Whether something in a script's attributes is what `running.is_typesetter` looks for, or cannot be told."""
    cdef Attr* attribute = script.properties
    cdef const char* value
    while attribute is not NULL:
        value = plain_value(attribute)
        if value is NULL or strncmp(value, "math/", 5) == 0 or holds_any(value, _loaders):
            return True
        attribute = attribute.next
    return False
