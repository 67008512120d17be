# cython: language_level=3, boundscheck=False, wraparound=False
"""What `segment.targets`, `segment.labels` and `segment.code` ask of whole pages and blocks, compiled: `numbered` for the
few elements that are looked at."""

from cpython.object cimport PyObject
from libc.string cimport memset, strcmp, strncmp

from boilerstrip._names cimport fill
from boilerstrip.segment._addresses cimport holds_small
from boilerstrip.segment._nodes cimport *

from boilerstrip.elements import is_shadow_root, look_up
from boilerstrip.segment._nodes import reads
from boilerstrip.shapes.code import BAR_TAGS, MARGIN_HINTS
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["headed", "last", "links_in", "may_have_margin", "named", "reads"]

cdef frozenset _HEADING_TAGS = frozenset(HEADING_TAGS)
cdef const char* _hints[16]  # in classes of what is in code and is more than text
cdef const char* _bars[4]
fill(_hints, MARGIN_HINTS, 16)
fill(_bars, BAR_TAGS, 4)

cdef enum:
    SLOTS = 256  # a power of two
    # How an element is read by its tag.
    UNKNOWN = 0
    PLAIN = 1
    LEFT_OUT = 2
    TEMPLATE = 3


cdef struct Slot:
    const char* name
    const char* href
    int way
    bint is_anchor


cdef Slot* slot_of(Slot* slots, Node* node, bint reads_noscript) except NULL:
    """What is known of a tag, by the address of its name."""
    cdef const char* href = node.ns.href if node.ns is not NULL else NULL
    cdef Slot* slot = &slots[spread(node.name, href) % SLOTS]
    if slot.way == UNKNOWN or slot.name != node.name or slot.href != href:
        tag = look_up(tag_of(node))
        slot.name, slot.href, slot.is_anchor = node.name, href, tag.name == "a"
        slot.way = PLAIN
        if tag.name == "template":
            slot.way = TEMPLATE
        elif tag.is_special and not (tag.name == "noscript" and reads_noscript):
            slot.way = LEFT_OUT
    return slot


def named(tuple roots, dict otherwise, bint reads_noscript):
    """The elements that the table lists and that may have a name or link to one, with their index there.

    Args:
        roots, otherwise: As `targets.Tree` has them.
        reads_noscript: Whether the table was made of what is in `<noscript>`.
    """
    cdef Slot slots[SLOTS]
    cdef Slot* slot
    cdef Node* top
    cdef Node* node
    cdef PyObject* document
    cdef Py_ssize_t index = -1
    cdef bint is_listed, is_walked
    cdef list found = []
    memset(slots, 0, sizeof(slots))
    for root in roots:
        top = node = <Node*>(<Proxy*>root).node
        document = (<Proxy*>root).doc
        while node is not NULL:
            is_listed = is_walked = False
            if node.type == ELEMENT:
                slot = slot_of(slots, node, reads_noscript)
                if node._private is not NULL and <object>node._private in otherwise:
                    is_listed, is_walked = otherwise[<object>node._private]
                elif slot.way == PLAIN:
                    is_listed = is_walked = True
                elif slot.way == TEMPLATE:
                    is_listed, is_walked = True, is_shadow_root(element_factory(document, node), "template")
                if is_listed:
                    index += 1
                    if node.properties is not NULL and may_be_named(node, slot.is_anchor):
                        found.append((index, element_factory(document, node)))
            node = following(node, top) if is_walked else behind(node, top)
    return found


def last(list parents not None):
    """What `targets.last_of` gives."""
    cdef Py_ssize_t n = len(parents), index = n, parent
    cdef list found = [*range(n)]
    while index > 1:
        index -= 1
        parent = parents[index]
        if 0 <= parent < n and <Py_ssize_t>found[index] > <Py_ssize_t>found[parent]:
            found[parent] = found[index]
    return found


def headed(table, bint is_telling, long long naming, str numbering, Py_ssize_t compared):
    """What `targets.headed` gives.

    Args:
        table, is_telling: As there.
        naming: Bits of the masks of elements that names give.
        numbering, compared: What is left out where a title begins, and how many letters of it are compared.
    """
    cdef list tags = table.tag, parents = table.parent, firsts = table.first_block, masks = table.mask
    cdef list elements = table.element, labels = table.label, found = []
    cdef Py_ssize_t block, heading, element, n_elements = len(tags)
    cdef str name, title
    for block in range(len(elements)):
        heading = elements[block]
        if not 0 <= heading < n_elements or tags[heading] not in _HEADING_TAGS:
            continue
        element, title = parents[heading], None
        while element >= 0 and <Py_ssize_t>firsts[element] == block:
            name = labels[element]
            if name and (not is_telling or <long long>masks[element] & naming):
                if title is None:
                    title = beginning(table.text[block], numbering, compared)
                if beginning(name[name.rfind(" ") + 1:], numbering, compared) == title:
                    found.append((element, block))
            element = parents[element]
    return found


cdef str beginning(str title, str numbering, Py_ssize_t compared):
    return title.lstrip(numbering)[:compared].lower().replace("-", " ")


def links_in(tuple pieces not None, kind):
    """What `labels.links_in` gives, as tuples of that kind."""
    cdef list found = [], words = []
    cdef Py_ssize_t at, start = -1, n_code = 0
    cdef str href = ""
    for at in range(len(pieces)):
        piece = pieces[at]
        if isinstance(piece, str):
            if start >= 0:
                words.append(piece)
            continue
        name = piece[0]
        if name == "a":
            href = piece[1]
            start = at if "#" in href else -1
            words.clear()
        elif name == "/a":
            if start >= 0:
                found.append(kind(start, at + 1, href, "".join(words), n_code > 0))
                start = -1
        elif name == "code":
            n_code += 1
        elif name == "/code":
            n_code -= 1
    return found


def may_have_margin(element):
    """Whether `code.has_margin` may be true; it is where nodes are not read here."""
    if not reads((element,)):
        return True
    cdef Node* top = <Node*>(<Proxy*>element).node
    cdef Node* node = following(top, top)
    while node is not NULL and not (node.type == ELEMENT and may_be_marginal(node)):
        node = following(node, top)
    return node is not NULL


cdef bint may_be_marginal(Node* node) noexcept:
    """Whether an element may be a line of code, beside one, a bar above all, or a button that copies it."""
    cdef Attr* attribute = node.properties
    cdef const char** bar = _bars
    cdef const char* value
    while attribute is not NULL:
        value = plain_value(attribute)
        if value is NULL or strcmp(attribute.name, "data-line") == 0:
            return True
        if strcmp(attribute.name, "class") == 0 and holds_small(value, _hints):
            return True
        attribute = attribute.next
    while bar[0] is not NULL:
        if strcmp(node.name, bar[0]) == 0:
            return True
        bar += 1
    return (
        strcmp(node.name, "button") == 0 or strncmp(node.name, "clip", 4) == 0 or strncmp(node.name, "copy", 4) == 0
    )


cdef bint may_be_named(Node* node, bint is_anchor) except -1:
    """Whether an element has an `id`, or is an `<a>` with a `name` or an address with a place."""
    if get(node, "id"):
        return True
    if not is_anchor:
        return False
    return bool(get(node, "name")) or "#" in (get(node, "href") or "")


cdef Node* behind(Node* node, Node* top) noexcept:
    """The next element behind a node and all that is in it, NULL at the end of the tree."""
    cdef Node* found = NULL
    while found is NULL and node is not top:
        found = element_from(node.next)
        node = node.parent
    return found
