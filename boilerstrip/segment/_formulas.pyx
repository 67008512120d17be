# cython: language_level=3, boundscheck=False, wraparound=False
"""Whether a page may have formulas, which most have not: seen before the walk, by the names of its elements alone."""

from libc.string cimport strcmp, strncmp

from boilerstrip._names cimport fill, holds_any
from boilerstrip.segment._nodes cimport *

from boilerstrip.segment.running import LOADERS

cdef const char* _loaders[8]
fill(_loaders, LOADERS, 8)


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
        if value is NULL or strncmp(value, "math/", 5) == 0 or holds_any(value, _loaders):
            return True
        attribute = attribute.next
    return False
