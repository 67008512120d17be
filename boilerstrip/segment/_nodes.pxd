# cython: language_level=3
"""Nodes of libxml2 as the compiled walk reads them."""

from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcmp, memcpy, strcmp, strlen, strstr

from boilerstrip._names cimport is_ascii

# libxml2's public structs as far as they are read here, which have been the same since its version 2.0.

cdef struct Ns:
    Ns* next
    int type
    const char* href

cdef struct Attr:
    void* _private
    int type
    const char* name
    Node* children
    Node* last
    Node* parent
    Attr* next
    Attr* prev
    Node* doc
    Ns* ns

cdef struct Node:
    void* _private
    int type
    const char* name
    Node* children
    Node* last
    Node* parent
    Node* next
    Node* prev
    Node* doc
    # Not of documents.
    Ns* ns
    const char* content
    Attr* properties

cdef enum:
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    CDATA = 4
    ENTITY = 5
    INSTRUCTION = 7
    COMMENT = 8
    XML_DOCUMENT = 9
    DTD = 14
    XINCLUDE_START = 19
    XINCLUDE_END = 20

cdef extern from *:
    """
    /* lxml's `_Element`, of which these two fields are public. */
    typedef struct { PyObject_HEAD PyObject *doc; void *node; } BoilerstripElement;
    """
    ctypedef struct Proxy "BoilerstripElement":
        PyObject* doc
        void* node

cdef extern from *:
    object PyUnicode_New(Py_ssize_t size, Py_UCS4 largest)
    void* PyUnicode_DATA(object text)
    Py_ssize_t PyUnicode_GET_LENGTH(object text)

cdef enum Telling:
    """What an element is that may say something about the page."""
    NOTHING
    AN_A
    A_META
    A_LINK
    A_SCRIPT
    A_TIME
    A_TITLE
    AN_H1
    AN_H2
    A_BASE
    A_BODY


cdef struct Note:
    Node* node
    Telling what


cdef class Noted:
    cdef object root  # which keeps the nodes
    cdef Note* notes
    cdef Py_ssize_t n_notes, room

    cdef int look(self, Node* node) except -1
    cdef int look_below(self, Node* node) except -1


ctypedef object (*Factory)(PyObject*, Node*)
ctypedef object (*Namer)(Node*)
ctypedef object (*Collector)(Node*, int)
ctypedef object (*Getter)(Node*, const char*, const char*)

# What lxml offers to compiled code: `elementFactory`, `namespacedName`, `collectAttributes`, `attributeValueFromNsName`.
cdef Factory element_factory
cdef Namer tag_of
cdef Collector attributes_of
cdef Getter attribute_of

cdef Node* following(Node* node, Node* root) noexcept
cdef object text_at(Node* first)
cdef object get(Node* node, const char* name)
cdef bint has(Node* node, const char* name) noexcept
cdef object text_inside(Node* node)
cdef object nearby_text(Node* node)


cdef inline bint is_element(Node* node) noexcept:
    """Whether lxml shows a node as an element: comments, instructions and entities are such, too."""
    return node.type == ELEMENT or node.type == COMMENT or node.type == INSTRUCTION or node.type == ENTITY


cdef inline Node* element_from(Node* node) noexcept:
    """The node, or the first element beside it; NULL where none follows."""
    while node is not NULL and not is_element(node):
        node = node.next
    return node


cdef inline Node* text_from(Node* node) noexcept:
    """The text that begins at a node, NULL where none does."""
    while node is not NULL and (node.type == XINCLUDE_START or node.type == XINCLUDE_END):
        node = node.next
    return node if node is not NULL and (node.type == TEXT or node.type == CDATA) else NULL


cdef inline object decoded(const char* text):
    """A text of libxml2: of ASCII, as most are, without a call to look at each of its characters once more."""
    cdef size_t size = strlen(text)
    if size == 1 or not is_ascii(text, size):
        return PyUnicode_DecodeUTF8(text, size, NULL)
    made = PyUnicode_New(size, 127)
    memcpy(PyUnicode_DATA(made), text, size)
    return made


cdef inline bint is_same(text, const char* value, Py_ssize_t size) noexcept:
    """Whether a text of ASCII is that."""
    return PyUnicode_GET_LENGTH(text) == size and memcmp(PyUnicode_DATA(text), value, size) == 0


cdef inline size_t spread(const char* name, const char* href) noexcept:
    """A number for a name and its namespace, by their addresses, of which libxml2 has one for each mostly.

    All bits of an address count: short names lie side by side, several in eight bytes.
    """
    return <size_t>((<unsigned long long>name ^ <unsigned long long>href << 1) * 0x9E3779B97F4A7C15ULL >> 40)


cdef inline size_t hash_of(const char* key, size_t size) noexcept:
    """A hash of some bytes."""
    cdef unsigned long long found = size, eight = 0
    while size >= 8:
        memcpy(&eight, key, 8)
        found = (found ^ eight) * 0x9E3779B97F4A7C15ULL
        found ^= found >> 29
        key += 8
        size -= 8
    eight = 0
    memcpy(&eight, key, size)
    found = (found ^ eight) * 0x9E3779B97F4A7C15ULL
    return <size_t>(found ^ found >> 32)


cdef inline bint is_space(char code) noexcept:
    """Whether a character of ASCII is white space, as `str.isspace` has it."""
    return code == 32 or 9 <= code <= 13 or 28 <= code <= 31


cdef inline bint is_blank(const char* text) noexcept:
    """Whether a text is nothing but white space of ASCII."""
    while is_space(text[0]):
        text += 1
    return text[0] == 0


cdef inline Attr* attribute_at(Node* node, const char* name) noexcept:
    """An element's attribute of that name in no namespace, NULL where it has none."""
    cdef Attr* attribute = node.properties
    while attribute is not NULL and (attribute.ns is not NULL or strcmp(attribute.name, name) != 0):
        attribute = attribute.next
    return attribute


cdef inline const char* plain_value(Attr* attribute) noexcept:
    """The value of an attribute, NULL where it is not just one text."""
    cdef Node* value = attribute.children
    if value is NULL:
        return ""
    return value.content if value.next is NULL and (value.type == TEXT or value.type == CDATA) else NULL


cdef inline bint is_licensed(Node* node) noexcept:
    """Whether a link may lead to a licence, as `metadata.found.LICENSED` has it."""
    cdef Attr* attribute = attribute_at(node, "href")
    cdef const char* value = NULL if attribute is NULL else plain_value(attribute)
    return value is not NULL and strstr(value, "creativecommons.org/") is not NULL
