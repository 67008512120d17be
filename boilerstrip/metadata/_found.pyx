# cython: language_level=3, boundscheck=False, wraparound=False
"""`found.gather`, and which elements `around.shown` and `around.marked_authors` look at, compiled.

Nodes are read where they are, so that no Python object is made of one that says nothing.
"""

from cpython.object cimport PyObject
from libc.string cimport strcmp, strstr

from boilerstrip.segment._nodes cimport *

from boilerstrip.metadata.found import HOLDERS, Found
from boilerstrip.segment._nodes import reads

cdef enum:  # as `found` and `around` have them
    MAX_HEADLINES = 10
    MAX_TIMES = 50
    MAX_MARKED = 50
    N_AFTER = 60
    N_BEFORE = 20
    N_LEVELS = 4
    MAX_SIBLINGS = 1000

cdef dict _META = {name.encode(): name for name in ("content", "property", "name", "itemprop", "http-equiv")}
cdef tuple _HEADS = ("head", "html", "body")
cdef set _HOLDERS = {name.encode() for name in HOLDERS}


cdef inline bint _is_plain(Node* node) noexcept:
    """Whether it is an element in no namespace."""
    return node.type == ELEMENT and (node.ns is NULL or node.ns.href is NULL or node.ns.href[0] == 0)


cdef inline char _lower(char code) noexcept:
    return code | 0x20 if c"A" <= code <= c"Z" else code


cdef bint _holds(const char* text, const char* word) noexcept:
    """Whether a word of small letters is in a text, in any letter case."""
    cdef Py_ssize_t i
    while text[0]:
        if _lower(text[0]) == word[0]:
            i = 1
            while word[i] and _lower(text[i]) == word[i]:
                i += 1
            if word[i] == 0:
                return True
        text += 1
    return False


cdef inline Node* _node(element):
    return <Node*>(<Proxy*>element).node


cdef Attr* _attribute(Node* node, const char* name) noexcept:
    cdef Attr* attribute = node.properties
    while attribute is not NULL and (attribute.ns is not NULL or strcmp(attribute.name, name) != 0):
        attribute = attribute.next
    return attribute


cdef bint _may_tell(Node* node, const char* name, tuple words) noexcept:
    """Whether an attribute's value may hold one of the words; yes where it is not one text."""
    cdef Attr* attribute = _attribute(node, name)
    if attribute is NULL:
        return False
    cdef const char* value = plain_value(attribute)
    if value is NULL:
        return True
    for word in words:
        if _holds(value, <bytes>word):
            return True
    return False


cdef tuple _TELLING = (b"tag", b"author", b"license", b"canonical", b"image_src")
cdef tuple _JSON = (b"ld+json",)


def gather(root):
    """What `found.gather` gives; None where the nodes are not read here."""
    if not reads((root,)):
        return None
    cdef PyObject* doc = (<Proxy*>root).doc
    cdef Node* top = _node(root)
    cdef Node* node = top
    cdef const char* name
    cdef bint has_items = False
    cdef list metas = [], scripts = [], titles = [], links = [], related = [], times = [], headlines = [], bases = []
    body = None
    while node is not NULL:
        if _is_plain(node):
            name = node.name
            if name[0] == c"a":
                if name[1] == 0 and node is not top and _may_tell(node, "rel", _TELLING):
                    related.append(element_factory(doc, node))
            elif name[0] == c"m":
                if strcmp(name, "meta") == 0:
                    meta = _meta(node)
                    has_items = has_items or bool(meta.get("itemprop"))
                    metas.append(meta)
            elif name[0] == c"l":
                if strcmp(name, "link") == 0 and (rel := get(node, "rel")):
                    links.append((rel, get(node, "href")))
            elif name[0] == c"s":
                if strcmp(name, "script") == 0 and _may_tell(node, "type", _JSON):
                    scripts.append((get(node, "type"), text_at(node.children)))
            elif name[0] == c"t":
                if strcmp(name, "time") == 0:
                    item = get(node, "itemprop")
                    has_items = has_items or bool(item)
                    if len(times) < MAX_TIMES:
                        is_published = _attribute(node, "pubdate") is not NULL
                        times.append(
                            (get(node, "datetime"), text_at(node.children), get(node, "class"), item, is_published)
                        )
                elif strcmp(name, "title") == 0 and _is_of_page(node, top):
                    titles.append(text_at(node.children))
            elif name[0] == c"h":
                if name[1] == c"1" and name[2] == 0 and len(headlines) < MAX_HEADLINES:
                    headlines.append(element_factory(doc, node))
            elif name[0] == c"b":
                if strcmp(name, "base") == 0:
                    bases.append(get(node, "href"))
                elif strcmp(name, "body") == 0 and body is None:
                    body = (get(node, "class"), get(node, "id"))
        node = following(node, top)
    return Found(metas, scripts, titles, links, related, times, headlines, bases, body or (None, None), has_items)


cdef dict _meta(Node* node):
    """The attributes of a `<meta>` that say something."""
    cdef dict stated = {}
    cdef Attr* attribute = node.properties
    while attribute is not NULL:
        name = _META.get(<bytes>attribute.name) if attribute.ns is NULL else None
        if name is not None:
            stated[name] = get(node, attribute.name)
        attribute = attribute.next
    return stated


cdef bint _is_of_page(Node* node, Node* top):
    """Whether a title stands where that of the page does."""
    cdef Node* parent = node.parent
    return parent is NULL or parent.type != ELEMENT or tag_of(parent) in _HEADS


def marked(root):
    """What `around.MARKED` finds, as many as are looked at; None where the nodes are not read here."""
    if not reads((root,)):
        return None
    cdef Node* top = _node(root)
    cdef Node* node = following(top, top)
    cdef list found = []
    while node is not NULL and len(found) < MAX_MARKED:
        if node.type == ELEMENT and _attribute(node, "itemprop") is not NULL and get(node, "itemprop") == "author":
            found.append(element_factory((<Proxy*>root).doc, node))
        node = following(node, top)
    return found


cdef bint _may_be_marked(const char* text) noexcept:
    """Whether a value may hold a word that `around._is_marked` looks for first."""
    cdef char code
    while text[0]:
        code = _lower(text[0])
        if code == c"a":
            if _begins(text, "author"):
                return True
        elif code == c"b":
            if _begins(text, "byline") or _begins(text, "by-line"):
                return True
        elif code == c"c":
            if _begins(text, "creator") or _begins(text, "contributor"):
                return True
        elif code == c"p":
            if _begins(text, "people"):
                return True
        elif code == c"u":
            if _begins(text, "user"):
                return True
        elif code == c"w":
            if _begins(text, "writer"):
                return True
        text += 1
    return False


cdef bint _begins(const char* text, const char* word) noexcept:
    """Whether a text begins with a word of small letters, in any letter case."""
    while word[0] and _lower(text[0]) == word[0]:
        text += 1
        word += 1
    return word[0] == 0


cdef bint _may_sign(const char* text) noexcept:
    """Whether a text may begin with one of the words of `around`: their first two letters are looked at."""
    while text[0] == 32 or 9 <= text[0] <= 13 or 28 <= text[0] <= 31:
        text += 1
    if <unsigned char>text[0] >= 0x80:  # perhaps a blank of another kind
        return <unsigned char>text[0] in (0xC2, 0xE1, 0xE2, 0xE3)
    cdef char first = _lower(text[0])
    if first == 0:
        return False
    cdef char second = _lower(text[1])
    if first == c"b":
        return second == c"y"
    if first == c"v":
        return second == c"o"
    if first == c"p":
        return second == c"a" or second == c"o"
    if first == c"w":
        return second == c"r" or second == c"o"
    if first == c"s":
        return second == c"t"
    return first == c"a" and second == c"u"


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
        if _is_plain(node) and <bytes>node.name in _HOLDERS:
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
    cdef Node* node = _node(headline)
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
    node = _node(headline)
    for n in range(N_LEVELS):
        if node is NULL or (_is_plain(node) and strcmp(node.name, "body") == 0):
            break
        beside = node.prev
        while beside is not NULL and room:
            if is_element(beside):
                room = _tell(doc, beside, room, found)
            beside = beside.prev
        node = _parent(node)
    return found
