# cython: language_level=3, boundscheck=False, wraparound=False
"""`found.gather`, compiled: nodes are read where they are, so that no object is made of one that says nothing."""

from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeASCII

from boilerstrip.metadata._asked cimport *

from boilerstrip.metadata.found import (
    AROUND, HEADS, MAX_HEADLINES, MAX_KEY, MAX_METAS, MAX_TIMES, RELS, REVIEWS, Found, owner_of,
)
from boilerstrip.metadata.strings import MAX_CHARS
from boilerstrip.segment._nodes import reads

cdef enum:
    SHORT = 100  # characters of a meta's name that is read here

cdef tuple _HEADS = HEADS
cdef tuple _RELS = tuple([name.encode() for name in RELS]), _JSON = (b"ld+json",), _REVIEWS = (REVIEWS.encode(),)
cdef Py_ssize_t _AROUND = AROUND
cdef Py_ssize_t _MAX_HEADLINES = MAX_HEADLINES, _MAX_METAS = MAX_METAS, _MAX_TIMES = MAX_TIMES
cdef Py_ssize_t _MAX_KEY = MAX_KEY, _MAX_CONTENT = 4 * MAX_CHARS


cdef bint _holds(const char* text, const char* word) noexcept:
    """Whether a word of small letters is in a text, in any letter case."""
    cdef Py_ssize_t i
    while text[0]:
        if lower(text[0]) == word[0]:
            i = 1
            while word[i] and lower(text[i]) == word[i]:
                i += 1
            if word[i] == 0:
                return True
        text += 1
    return False


cdef bint _may_tell(Node* node, const char* name, tuple words) noexcept:
    """Whether an attribute's value may hold one of the words; yes where it is not one text."""
    cdef Attr* attribute = attribute_at(node, name)
    if attribute is NULL:
        return False
    cdef const char* value = plain_value(attribute)
    if value is NULL:
        return True
    for word in words:
        if _holds(value, <bytes>word):
            return True
    return False


def gather(root, seen):
    """What `found.gather` gives; None where the nodes are not read here."""
    if not reads((root,)):
        return None
    cdef Noted noted = seen if isinstance(seen, Noted) and (<Noted>seen).root is root else None
    if noted is None:
        noted = Noted(root)
        noted.look(node_of(root))
        noted.look_below(node_of(root))
    cdef PyObject* doc = (<Proxy*>root).doc
    cdef Node* top = node_of(root)
    cdef Node* node
    cdef Telling what
    cdef bint has_items = False
    cdef Py_ssize_t n_metas = 0, place
    cdef dict metas = {}
    cdef list scripts = [], titles = [], links = [], related = [], times = [], headlines = [], seconds = [], bases = []
    body = None
    for place in range(noted.n_notes):
        node, what = noted.notes[place].node, noted.notes[place].what
        if not is_plain(node):
            pass
        elif what == AN_A:
            if node is not top and (_may_tell(node, "rel", _RELS) or is_licensed(node)):
                related.append(element_factory(doc, node))
        elif what == A_META:
            has_items = has_items or bool(get(node, "itemprop"))
            if n_metas < _MAX_METAS:
                _add_meta(metas, node)
            n_metas += 1
        elif what == A_LINK:
            if _may_tell(node, "rel", _RELS):
                links.append((get(node, "rel"), get(node, "href")))
        elif what == A_SCRIPT:
            if _may_tell(node, "type", _JSON):
                scripts.append((get(node, "type"), text_at(node.children)))
        elif what == A_TIME:
            item = get(node, "itemprop")
            has_items = has_items or bool(item)
            if len(times) < _MAX_TIMES:
                is_published = attribute_at(node, "pubdate") is not NULL
                times.append(
                    (get(node, "datetime"), text_at(node.children), get(node, "class"), item, is_published, _owner(node))
                )
        elif what == A_TITLE:
            if _is_of_page(node):
                titles.append(text_at(node.children))
        elif what == AN_H1:
            if len(headlines) < _MAX_HEADLINES:
                headlines.append(element_factory(doc, node))
        elif what == AN_H2:
            if not headlines and len(seconds) < _MAX_HEADLINES:
                seconds.append(element_factory(doc, node))
        elif what == A_BASE:
            bases.append(get(node, "href"))
        elif body is None:
            body = (get(node, "class"), get(node, "id"), get(node, "lang"))
    for key in metas:
        metas[key] = tuple(<list>metas[key])
    if headlines:
        seconds = []
    return Found(
        metas, scripts, titles, links, related, times, headlines, seconds, bases, body or (None,) * 3, has_items
    )


cdef int _add_meta(dict metas, Node* node) except -1:
    """Add what a `<meta>` says, by its names, as `found._metas` does."""
    cdef Attr* attribute = attribute_at(node, "content")
    cdef str content = None if attribute is NULL else get(node, "content")
    cdef bint is_named = False
    if not content:
        return 0
    if attribute_at(node, "itemprop") is not NULL and get(node, "itemprop") and _owner(node):
        return 0
    if len(content) > _MAX_CONTENT:
        content = content[:_MAX_CONTENT]
    for kind in (b"property", b"name", b"itemprop"):
        attribute = attribute_at(node, kind)
        if attribute is not NULL:
            is_named = _add_content(metas, node, attribute, content) or is_named
    if not is_named:
        attribute = attribute_at(node, "http-equiv")
        if attribute is not NULL:
            _add_content(metas, node, attribute, content)
    return 0


cdef str _owner(Node* node):
    """Whose the value of an element is, as `found.owner_at` says."""
    cdef Node* around = node.parent
    cdef Py_ssize_t level
    cdef bint is_scope
    for level in range(_AROUND):
        if around is NULL or around.type != ELEMENT:
            break
        is_scope = attribute_at(around, "itemscope") is not NULL
        if is_scope or _may_tell(around, "class", _REVIEWS) or _may_tell(around, "id", _REVIEWS):
            words, number = get(around, "class"), get(around, "id")
            owner = owner_of(tag_of(around), words, number, get(around, "itemtype"), get(around, "itemprop"))
            if owner or is_scope:
                return owner
        around = around.parent
    return ""


cdef bint _add_content(dict metas, Node* node, Attr* attribute, str content) except -1:
    """Add a content by each word of an attribute's value; whether it has one."""
    cdef const char* value = plain_value(attribute)
    cdef char word[SHORT]
    cdef Py_ssize_t i = 0, n = 0
    while value is not NULL and i <= SHORT and 0 < value[i] < 0x80:
        i += 1
    if value is NULL or i > min(SHORT, _MAX_KEY) or value[i]:
        key = get(node, attribute.name)
        for name in (<str>key)[:_MAX_KEY].lower().split():
            metas.setdefault(name, []).append(content)
        return bool(key)
    for i in range(i + 1):
        if value[i] == 0 or value[i] == 32 or 9 <= value[i] <= 13 or 28 <= value[i] <= 31:
            if n:
                metas.setdefault(PyUnicode_DecodeASCII(word, n, NULL), []).append(content)
            n = 0
        else:
            word[n] = lower(value[i])
            n += 1
    return value[0] != 0


cdef bint _is_of_page(Node* node) except -1:
    """Whether a title stands where that of the page does."""
    cdef Node* parent = node.parent
    return parent is NULL or parent.type != ELEMENT or tag_of(parent) in _HEADS
