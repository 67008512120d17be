# cython: language_level=3, boundscheck=False, wraparound=False
"""Nodes of libxml2 read where they are, as lxml reads them; and whether they are as it is thought to be here."""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.pycapsule cimport PyCapsule_GetPointer

import gc

from lxml import etree

from boilerstrip.segment.remarks import MOST_PIECES

cdef int _MOST_PIECES = MOST_PIECES


cdef Node* following(Node* node, Node* root) noexcept:
    """The next element of a tree in document order, NULL at its end."""
    cdef Node* found = element_from(node.children) if node.type == ELEMENT else NULL
    while found is NULL and node is not root:
        found = element_from(node.next)
        node = node.parent
    return found


cdef object text_at(Node* first):
    """All of the text that begins at a node, None where none does."""
    cdef Node* found = text_from(first)
    if found is NULL:
        return None
    cdef Node* more = text_from(found.next)
    if more is NULL:
        return decoded(found.content)
    parts = [decoded(found.content)]
    while more is not NULL:
        parts.append(decoded(more.content))
        more = text_from(more.next)
    return "".join(parts)


cdef object text_inside(Node* node):
    """The first text in an element behind the start of its first child, "" where there is none; `NotImplemented`
    where an entity comes before it."""
    cdef Node* inner = element_from(node.children)
    cdef Node* found
    if inner is NULL:
        return ""
    while inner is not node:
        found = NULL
        if inner.type == ENTITY:
            return NotImplemented
        if inner.type == ELEMENT:
            text = text_at(inner.children)
            if text is not None:
                return text
            found = element_from(inner.children)
        while found is NULL and inner is not node:  # ends of elements
            text = text_at(inner.next)
            if text is not None:
                return text
            found = element_from(inner.next)
            inner = inner.parent
        if found is not NULL:
            inner = found
    return ""


cdef object nearby_text(Node* node):
    """What `remarks.first_text` gives; `NotImplemented` where there are comments and the like, which have texts."""
    cdef int n_children = 0
    cdef Node* child = element_from(node.children)
    cdef Node* inner
    while child is not NULL and n_children < _MOST_PIECES:
        inner = element_from(child.children)
        if child.type != ELEMENT or (inner is not NULL and inner.type != ELEMENT):
            return NotImplemented
        for text in (text_at(child.children), text_at(child.next)):
            if text and not (<str>text).isspace():
                return text
        if inner is not NULL:
            text = text_at(inner.children)
            if text:
                return text
        child = element_from(child.next)
        n_children += 1
    return None


cdef object get(Node* node, const char* name):
    """An attribute's value, None where there is none."""
    cdef Attr* attribute = attribute_at(node, name)
    if attribute is NULL:
        return None
    cdef const char* value = plain_value(attribute)
    return attribute_of(node, NULL, name) if value is NULL else decoded(value)


cdef bint has(Node* node, const char* name) noexcept:
    """Whether there is an attribute of that name."""
    cdef Attr* attribute = node.properties
    while attribute is not NULL:
        if attribute.ns is NULL and strcmp(attribute.name, name) == 0:
            return True
        attribute = attribute.next
    return False


cdef Telling telling_of(const char* name) noexcept:
    """What an element of that name may say something as."""
    cdef char first = name[0]  # by which most are passed
    if first == c"a":
        return AN_A if name[1] == 0 else NOTHING
    if first == c"h":
        if name[1] == 0 or name[2] != 0:
            return NOTHING
        return AN_H1 if name[1] == c"1" else AN_H2 if name[1] == c"2" else NOTHING
    if first == c"m":
        return A_META if strcmp(name, "meta") == 0 else NOTHING
    if first == c"l":
        return A_LINK if strcmp(name, "link") == 0 else NOTHING
    if first == c"s":
        return A_SCRIPT if strcmp(name, "script") == 0 else NOTHING
    if first == c"t":
        return A_TIME if strcmp(name, "time") == 0 else A_TITLE if strcmp(name, "title") == 0 else NOTHING
    if first == c"b":
        return A_BASE if strcmp(name, "base") == 0 else A_BODY if strcmp(name, "body") == 0 else NOTHING
    return NOTHING


cdef class Noted:
    """The elements of a tree that may say something about the page, in document order.

    Who walks a tree anyway notes them: to fetch its nodes once more takes longer than to look at them.
    """

    def __init__(self, root):
        self.root = root

    def __dealloc__(self):
        PyMem_Free(self.notes)

    cdef int look(self, Node* node) except -1:
        """Note an element, unless it says nothing by its name; an `<a>` only if it has a rel or leads to a licence."""
        cdef Telling what = telling_of(node.name)
        if what == NOTHING or (what == AN_A and not has(node, "rel") and not is_licensed(node)):
            return 0
        if self.n_notes == self.room:
            notes = PyMem_Realloc(self.notes, 2 * (self.room + 32) * sizeof(Note))
            if notes is NULL:
                raise MemoryError
            self.notes, self.room = <Note*>notes, 2 * (self.room + 32)
        self.notes[self.n_notes] = Note(node, what)
        self.n_notes += 1
        return 0

    cdef int look_below(self, Node* node) except -1:
        """The same of all elements in one."""
        cdef Node* inner = following(node, node)
        while inner is not NULL:
            if inner.type == ELEMENT:
                self.look(inner)
            inner = following(inner, node)
        return 0


def reads(tuple roots):
    """Whether elements are read here just as Python sees them: not where their classes are other than lxml's
    (`objectify` has others), nor where a DTD may give them attributes."""
    cdef Node* node
    cdef Node* part
    for root in roots:
        if type(root) is not etree._Element and type(root).__module__ != "lxml.html":
            return False
        node = <Node*>(<Proxy*>root).node
        part = node.doc.children if node.doc.type == XML_DOCUMENT else NULL
        while part is not NULL:
            if part.type == DTD:
                return False
            part = part.next
    return True


cdef void* offered(dict functions, str name, const char* signature) except NULL:
    return PyCapsule_GetPointer(functions[name], signature)


cdef int look() except -1:
    """Find the functions that lxml offers, and read a page of which all is known.

    Raises:
        ImportError: something is not where it should be; the Python runs instead.
    """
    global element_factory, tag_of, attributes_of, attribute_of
    try:
        functions = etree.__pyx_capi__
        element_factory = <Factory>offered(
            functions, "elementFactory", b"struct LxmlElement *(struct LxmlDocument *, xmlNode *)"
        )
        tag_of = <Namer>offered(functions, "namespacedName", b"PyObject *(xmlNode *)")
        attributes_of = <Collector>offered(functions, "collectAttributes", b"PyObject *(xmlNode *, int)")
        attribute_of = <Getter>offered(
            functions, "attributeValueFromNsName", b"PyObject *(xmlNode *, const xmlChar *, const xmlChar *)"
        )
    except (AttributeError, KeyError, ValueError) as error:
        raise ImportError("lxml offers other functions") from error
    parser = etree.XMLParser(resolve_entities=False, strip_cdata=False)
    source = b"<a xmlns:n='u:'>x<!--c--><b k='v' n:k=''/>y<![CDATA[z]]><n:d>&lt;</n:d><?p i?>t</a>"
    root = etree.fromstring(source, parser)
    if etree._Element.__basicsize__ < <Py_ssize_t>sizeof(Proxy) or not any(
        <PyObject*>held == (<Proxy*>root).doc for held in gc.get_referents(root)
    ):
        raise ImportError("elements of lxml are laid out in another way")
    nodes = list(root.iter())
    cdef Node* node = <Node*>(<Proxy*>root).node
    cdef Node* top = node
    for known in nodes:
        if node is NULL or element_factory((<Proxy*>root).doc, node) is not known:
            raise ImportError("nodes of libxml2 are laid out in another way")
        check(node, known)
        node = following(node, top)
    if node is not NULL:
        raise ImportError("nodes of libxml2 are laid out in another way")
    return 0


cdef int check(Node* node, known) except -1:
    """Compare what is read of a node with what lxml reads."""
    is_same = text_at(node.next) == known.tail
    if node.type == ELEMENT:
        is_same = is_same and tag_of(node) == known.tag and text_at(node.children) == known.text
        is_same = is_same and attributes_of(node, 3) == known.items() and get(node, "k") == known.get("k")
        is_same = is_same and (node.properties is not NULL) == bool(known.attrib)
        is_same = is_same and (node.ns is not NULL) == (known.prefix is not None)
    if not is_same or <PyObject*>known != node._private or node.doc.type != XML_DOCUMENT:
        raise ImportError("nodes of libxml2 hold other things")
    return 0


look()
