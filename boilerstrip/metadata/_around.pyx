# cython: language_level=3, boundscheck=False, wraparound=False
"""Which elements `around.shown` and `around.marked_authors` look at, compiled: nodes are read where they are."""

from cpython.object cimport PyObject
from libc.string cimport strstr

from boilerstrip.metadata._asked cimport *

from boilerstrip.metadata.found import HINTS, HOLDERS
from boilerstrip.metadata.sources import BY, LABELS
from boilerstrip.segment._nodes import reads

cdef enum:  # as `around` has them
    MAX_MARKED = 50
    N_AFTER = 60
    N_BEFORE = 20
    N_LEVELS = 4
    MAX_SIBLINGS = 1000

cdef set _HOLDERS = {name.encode() for name in HOLDERS}
cdef bytes _HINTS = b"\0".join([name.encode() for name in sorted(HINTS)]) + b"\0\0"  # each with its end, and an end
cdef const char* _hints[256]  # the first that begins with a letter, NULL where none does
cdef const char* _hint = _HINTS
while _hint[0]:
    if _hints[<unsigned char>_hint[0]] is NULL:
        _hints[<unsigned char>_hint[0]] = _hint
    _hint += strlen(_hint) + 1

cdef bytes _start(str label):
    """How a label begins in ASCII, with a byte of no ASCII where that is not all of it."""
    cdef bytes written = label.encode()
    cdef int n = 0
    while n < len(written) and <unsigned char>written[n] < 0x80:
        n += 1
    return written[:n] + (b"\x80" if n < len(written) else b"")


cdef bytes _SIGNS = b"\0".join(sorted({_start(label) for label in (*BY, *LABELS) if label[0].isascii()})) + b"\0\0"
cdef const char* _signs[128]  # the first that begins with a letter, NULL where none does
cdef const char* _sign = _SIGNS
while _sign[0]:
    if _signs[<unsigned char>_sign[0]] is NULL:
        _signs[<unsigned char>_sign[0]] = _sign
    _sign += strlen(_sign) + 1

cdef bint[256] _is_first  # of the bytes with which a label of another script begins
for _label in (*BY, *LABELS):
    for _written in (_label, _label.upper()):
        if not _written[0].isascii():
            _is_first[<unsigned char>(_written.encode()[0])] = True


def marked(root):
    """What `around.MARKED` finds, as many as are looked at; None where the nodes are not read here."""
    if not reads((root,)):
        return None
    cdef Node* top = node_of(root)
    cdef Node* node = following(top, top)
    cdef list found = []
    while node is not NULL and len(found) < MAX_MARKED:
        if node.type == ELEMENT and attribute_at(node, "itemprop") is not NULL and get(node, "itemprop") == "author":
            found.append(element_factory((<Proxy*>root).doc, node))
        node = following(node, top)
    return found


cdef bint _may_be_marked(const char* text) noexcept:
    """Whether a value may hold a word that `around._is_marked` looks for first."""
    cdef const char* hint
    cdef char code
    while text[0]:
        code = lower(text[0])
        hint = _hints[<unsigned char>code]
        while hint is not NULL and hint[0] == code:
            if _begins(text + 1, hint + 1):
                return True
            hint += strlen(hint) + 1
        text += 1
    return False


cdef bint _begins(const char* text, const char* word) noexcept:
    """Whether a text begins with a word of small letters, in any letter case."""
    while word[0] and lower(text[0]) == word[0]:
        text += 1
        word += 1
    return word[0] == 0


cdef bint _may_sign(const char* text) noexcept:
    """Whether a text may begin with one of the words of `around`, which are compared up to the first of no ASCII."""
    while text[0] == 32 or 9 <= text[0] <= 13 or 28 <= text[0] <= 31:
        text += 1
    if <unsigned char>text[0] >= 0x80:  # perhaps a blank of another kind, or a word of another script
        return <unsigned char>text[0] in (0xC2, 0xE1, 0xE2, 0xE3) or _is_first[<unsigned char>text[0]]
    cdef char first = lower(text[0])
    cdef const char* sign = _signs[<unsigned char>first]
    while sign is not NULL and sign[0] == first:
        if _may_begin(text + 1, sign + 1):
            return True
        sign += strlen(sign) + 1
    return False


cdef bint _may_begin(const char* text, const char* word) noexcept:
    """Whether a text may begin with a word in any letter case; so it may where both have a byte of no ASCII."""
    while word[0] and <unsigned char>text[0] < 0x80 and lower(text[0]) == word[0]:
        text += 1
        word += 1
    return word[0] == 0 or <unsigned char>text[0] >= 0x80


cdef bint _may_tell_who_or_when(Node* node) noexcept:
    """Whether `around.shown` may find something in an element; no if it surely does not."""
    cdef Node* text = text_from(node.children)
    if text is not NULL and (
        strstr(text.content, "20") is not NULL or _may_sign(text.content) or text_from(text.next) is not NULL
    ):
        return True
    text = text_from(node.next)
    if text is not NULL and (strstr(text.content, "20") is not NULL or text_from(text.next) is not NULL):
        return True
    if strcmp(node.name, "time") == 0:
        return True
    cdef Attr* attribute = node.properties
    cdef const char* value
    while attribute is not NULL:
        value = plain_value(attribute)
        if value is NULL or _may_be_marked(value):
            return True
        attribute = attribute.next
    return False


cdef int _tell(PyObject* doc, Node* top, int room, list found) except -1:
    """Add the telling ones of a tree's elements, of so many that are looked at; how many more may be."""
    cdef Node* node = top
    while node is not NULL and room:
        if is_plain(node) and <bytes>node.name in _HOLDERS:
            room -= 1
            if _may_tell_who_or_when(node):
                found.append(element_factory(doc, node))
        node = following(node, top)
    return room


cdef Node* _parent(Node* node) noexcept:
    return node.parent if node.parent is not NULL and node.parent.type == ELEMENT else NULL


def telling(headline):
    """Of the elements that `around.shown` goes through those in which it may find something, in its order; None
    where the nodes are not read here."""
    if not reads((headline,)):
        return None
    cdef PyObject* doc = (<Proxy*>headline).doc
    cdef list found = []
    cdef int room = N_AFTER, n
    cdef Node* node = node_of(headline)
    cdef Node* beside
    while node is not NULL and room:
        beside = element_from(node.next)
        for n in range(MAX_SIBLINGS):
            if beside is NULL or not room:
                break
            room = _tell(doc, beside, room, found)
            beside = element_from(beside.next)
        node = _parent(node)
    room = N_BEFORE
    node = node_of(headline)
    for n in range(N_LEVELS):
        if node is NULL or (is_plain(node) and strcmp(node.name, "body") == 0):
            break
        beside = node.prev
        while beside is not NULL and room:
            if is_element(beside):
                room = _tell(doc, beside, room, found)
            beside = beside.prev
        node = _parent(node)
    return found
