# cython: language_level=3, boundscheck=False, wraparound=False
"""`elements.describe` compiled, with what of `words` it needs."""

from functools import lru_cache

from libc.string cimport memcpy

from boilerstrip import words
from boilerstrip.attributes import NOTED, RENDERED, noted, rendered_by
from boilerstrip.elements import CONTENT_TAGS, DOCUMENT_TAGS, MOST_LABEL, NAMING, TELLING, cut, told
from boilerstrip.shapes import SHAPED_ROLES, SHAPED_TAGS, TASK_ID, may_shape, shape

cdef extern from *:
    """
    #define is_one_byte(text) (PyUnicode_KIND(text) == PyUnicode_1BYTE_KIND)
    """
    bint is_one_byte(object text)
    bint PyUnicode_IS_ASCII(object text)
    unsigned char* PyUnicode_1BYTE_DATA(object text)
    object PyUnicode_FromKindAndData(int kind, const void* data, Py_ssize_t length)

cdef enum:
    MOST_CHARS = 1024  # of a name

if MOST_LABEL > MOST_CHARS or words.LABEL_CAP > MOST_CHARS:
    raise ImportError("names may be longer than there is room for")

cdef Py_ssize_t _MOST_LABEL = MOST_LABEL
cdef dict _known = words.CATEGORY_TABLE.known
cdef dict _pairs = words.CATEGORY_TABLE.pairs
cdef frozenset _pair_ends = words.CATEGORY_TABLE.pair_ends
cdef object _look_up = words.CATEGORY_TABLE.look_up


def describe(str tag, tuple attributes):
    """What `elements.describe` gives for a tag and attributes."""
    cdef str label = "", identity = None
    cdef bint is_shaped = tag in SHAPED_TAGS, is_noted = False
    cdef str name, value
    mask = 0
    for name, value in attributes:
        if name == "class":
            label = value if len(value) <= _MOST_LABEL else cut(value)
        elif name == "id":
            identity = value[:_MOST_LABEL]
        else:
            if name in TELLING and not (name == "aria-label" and tag in CONTENT_TAGS):
                mask |= words_of(value[:_MOST_LABEL]) if name in NAMING else told(name, value)
                is_shaped = is_shaped or value in SHAPED_ROLES
            elif name == TASK_ID:
                is_shaped = True
            is_noted = is_noted or name in NOTED
    if label:
        bits, may_be_shaped = named(zeroed(label))
        mask |= bits
        is_shaped = is_shaped or may_be_shaped
    if identity is not None:
        bits, may_be_shaped = named(zeroed(identity))
        mask |= bits
        is_shaped = is_shaped or may_be_shaped
        label = f"{label} {identity}" if label else identity
    if tag in DOCUMENT_TAGS:
        mask = 0
    rendered = rendered_by(tag, attributes) if tag in RENDERED else {}
    if is_shaped:
        rendered |= shape(tag, attributes)
    return (label, mask, *noted(attributes, label, rendered)) if is_noted else (label, mask, rendered, {})


cdef str zeroed(str name):
    """`name.translate(ZEROED)`."""
    cdef Py_ssize_t place, n_chars = len(name)
    cdef const unsigned char* chars
    cdef unsigned char copy[MOST_CHARS]
    if not is_one_byte(name) or n_chars > MOST_CHARS:
        return name.translate(words.ZEROED)
    chars = PyUnicode_1BYTE_DATA(name)
    for place in range(n_chars):
        if c"1" <= chars[place] <= c"9":
            break
    else:
        return name
    memcpy(copy, chars, n_chars)
    for place in range(place, n_chars):
        if c"1" <= copy[place] <= c"9":
            copy[place] = c"0"
    return PyUnicode_FromKindAndData(1, copy, n_chars)


cdef list words_in(str name):
    """`words.words_in`, of no more than `MOST_CHARS` characters."""
    cdef const unsigned char* chars
    cdef unsigned char lower[MOST_CHARS]
    cdef unsigned char char
    cdef Py_ssize_t place, start = 0, n_chars = len(name)
    cdef bint is_after_small = False, is_letter
    if not PyUnicode_IS_ASCII(name):
        return words.words_in(name)
    chars = PyUnicode_1BYTE_DATA(name)
    found = []
    for place in range(n_chars):
        char = chars[place]
        lower[place] = char | 32
        is_letter = c"a" <= lower[place] <= c"z" and char >= c"A"
        if start < place and (not is_letter or (is_after_small and char < c"a")):
            found.append(PyUnicode_FromKindAndData(1, &lower[start], place - start))
            start = place
        if not is_letter:
            start = place + 1
        is_after_small = is_letter and char >= c"a"
    if start < n_chars:
        found.append(PyUnicode_FromKindAndData(1, &lower[start], n_chars - start))
    return found


cdef object classify(str label):
    """`words.classify`."""
    cdef str word, before = ""
    mask = 0
    for word in words_in(words.purpose_of(label)):
        bits = _known.get(word)
        mask |= _look_up(word) if bits is None else bits
        if word in _pair_ends:
            mask |= _pairs.get(f"{before}-{word}", 0)
        before = word
    return mask


@lru_cache(maxsize=8_192)
def named(str name):
    """What a class attribute or an id tells: word categories, and whether it can give a shape."""
    return classify(name), may_shape(name)


@lru_cache(maxsize=8_192)
def words_of(str label):
    """What the value of another attribute tells."""
    return classify(label)
