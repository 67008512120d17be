# cython: language_level=3
"""What the compiled parts of this room ask of nodes and characters."""

from boilerstrip.segment._nodes cimport *


cdef inline bint is_plain(Node* node) noexcept:
    """Whether it is an element in no namespace."""
    return node.type == ELEMENT and (node.ns is NULL or node.ns.href is NULL or node.ns.href[0] == 0)


cdef inline char lower(char code) noexcept:
    return code | 0x20 if c"A" <= code <= c"Z" else code


cdef inline Node* node_of(element):
    return <Node*>(<Proxy*>element).node
