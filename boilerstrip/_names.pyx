# cython: language_level=3, boundscheck=False, wraparound=False
"""`elements.describe` compiled, with what of `words` it needs."""

from functools import lru_cache
from string import ascii_lowercase

from cpython.dict cimport PyDict_GetItem
from cpython.object cimport PyObject
from libc.string cimport memcpy, strchr, strstr

from boilerstrip import words
from boilerstrip.attributes import ALIGNING, CELLS, NOTED, RENDERED, noted, rendered_by
from boilerstrip.elements import CONTENT_TAGS, DOCUMENT_TAGS, MOST_LABEL, NAMING, TELLING, cut, told
from boilerstrip.shapes import SHAPED_ROLES, SHAPED_TAGS, SHAPING, SHAPING_PARTS, TASK_ID, may_shape, shape

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
    MOST_PARTS = 16
    # What an attribute is looked at for.
    IS_CLASS = 1
    IS_ID = 2
    IS_STYLE = 4
    TELLS = 8
    NAMES = 16
    IS_TASK = 32
    IS_NOTED = 64
    ALIGNS = 128  # or is in another way what `attributes.rendered_by` looks at

cdef Py_ssize_t _MOST_LABEL = MOST_LABEL
cdef Py_ssize_t _LABEL_CAP = words.LABEL_CAP
cdef dict _meanings = {}
"""What an attribute is looked at for, by its name."""
cdef dict _known = words.CATEGORY_TABLE.known
cdef dict _pairs = words.CATEGORY_TABLE.pairs
cdef frozenset _pair_ends = words.CATEGORY_TABLE.pair_ends
cdef frozenset _shaping = SHAPING
cdef object _look_up = words.CATEGORY_TABLE.look_up
cdef int _SHORTEST = 1 if any(map(_look_up, ascii_lowercase)) or _pair_ends & {*ascii_lowercase} else 2
"""Letters of the shortest word that tells something; names are full of single ones."""
cdef dict _rendering = {
    tag: frozenset((*names, *ALIGNING) if tag in CELLS else names) for tag, names in RENDERED.items()
}
"""What `attributes.rendered_by` looks at, by tag."""

for names, meaning in (
    (("class",), IS_CLASS),
    (("id",), IS_ID),
    (("style",), IS_STYLE),
    (TELLING, TELLS),
    (NAMING, NAMES),
    ((TASK_ID,), IS_TASK),
    (NOTED, IS_NOTED),
    (frozenset().union(*_rendering.values()), ALIGNS),
):
    for name in names:
        _meanings[name] = _meanings.get(name, 0) | meaning

# Parts of names, each array with NULL at its end, and what holds them.
cdef const char* _false_friends[MOST_PARTS]
cdef const char* _shape_parts[MOST_PARTS]
cdef list _parts = []
cdef unsigned long long[256] _shaped_lengths  # a bit for each length of the classes of `SHAPING`, by first letter


cdef int fill(const char** parts, names) except -1:
    cdef bytes part
    for place, name in enumerate(names):
        part = name.encode()
        _parts.append(part)
        parts[place] = part
    return 0


if max(MOST_LABEL, words.LABEL_CAP) > MOST_CHARS or max(map(len, SHAPING)) > 63:
    raise ImportError("names may be longer than there is room for")
if max(len(words.FALSE_FRIENDS), len(SHAPING_PARTS)) >= MOST_PARTS:
    raise ImportError("there are more parts of names than there is room for")
fill(_false_friends, words.FALSE_FRIENDS)
fill(_shape_parts, SHAPING_PARTS)
for name in SHAPING:
    _shaped_lengths[ord(name[0])] |= 1ULL << len(name)


def describe(str tag, tuple attributes):
    """What `elements.describe` gives for a tag and attributes."""
    cdef str label = "", identity = None
    cdef bint is_shaped = tag in SHAPED_TAGS, is_noted = False
    cdef str name, value, style
    cdef PyObject* known
    cdef int meaning
    cdef frozenset rendering = _rendering.get(tag)
    cdef bint is_rendered = False
    mask = 0
    for name, value in attributes:
        known = PyDict_GetItem(_meanings, name)
        if known is NULL:
            continue
        meaning = <object>known
        if meaning & ALIGNS and rendering is not None and name in rendering:
            is_rendered = True
        if meaning & IS_CLASS:
            label = value if len(value) <= _MOST_LABEL else cut(value)
        elif meaning & IS_ID:
            identity = value[:_MOST_LABEL]
        elif meaning & IS_STYLE and value not in SHAPED_ROLES:  # those that neither hide nor show tell nothing
            style = value.lower()
            if "none" in style or "hidden" in style:
                mask |= told(name, value)
                is_noted = True
            elif "url(" in value:
                is_noted = True
        else:
            if meaning & TELLS and not (name == "aria-label" and tag in CONTENT_TAGS):
                mask |= words_of(value[:_MOST_LABEL]) if meaning & NAMES else told(name, value)
                is_shaped = is_shaped or value in SHAPED_ROLES
            elif meaning & IS_TASK:
                is_shaped = True
            is_noted = is_noted or meaning & IS_NOTED
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
    rendered = rendered_by(tag, attributes) if is_rendered else {}
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


cdef object classify(str label):
    """`words.classify`."""
    cdef const unsigned char* chars
    cdef unsigned char lower[MOST_CHARS + 1]
    cdef unsigned char char
    cdef Py_ssize_t place, start = 0
    cdef bint is_after_small = False, is_letter
    cdef long long mask = 0
    cdef str word, before = ""
    label = label[:_LABEL_CAP]
    if not PyUnicode_IS_ASCII(label):
        return words.classify(label)
    if has_false_friend(<const char*>PyUnicode_1BYTE_DATA(label)):
        label = words.purpose_of(label)
    chars = PyUnicode_1BYTE_DATA(label)
    for place in range(len(label) + 1):  # the last is NUL, which ends a word
        char = chars[place]
        lower[place] = char | 32
        is_letter = c"a" <= lower[place] <= c"z" and char >= c"A"
        if start < place and (not is_letter or (is_after_small and char < c"a")):
            word = PyUnicode_FromKindAndData(1, &lower[start], place - start)
            if place - start >= _SHORTEST:
                mask |= bits_of(word, before)
            start, before = place, word
        if not is_letter:
            start = place + 1
        is_after_small = is_letter and char >= c"a"
    return mask


cdef long long bits_of(str word, str before) except -1:
    """What `WordTable.mask` adds for a word."""
    cdef PyObject* known = PyDict_GetItem(_known, word)
    cdef long long bits = <object>known if known is not NULL else _look_up(word)
    if word in _pair_ends:
        bits |= _pairs.get(f"{before}-{word}", 0)
    return bits


cdef bint has_false_friend(const char* label) noexcept:
    """Whether there may be a name in a label of which `words.purpose_of` says that it tells of something else."""
    if strchr(label, c"-") is NULL:
        return False
    return has_any(label, _false_friends)


cdef bint has_any(const char* label, const char** parts) noexcept:
    while parts[0] is not NULL:
        if strstr(label, parts[0]) is not NULL:
            return True
        parts += 1
    return False


cdef bint may_be_shaped(str label) except -1:
    """`shapes.may_shape`."""
    cdef const unsigned char* chars
    cdef Py_ssize_t place, length, start = 0
    cdef str name
    if not PyUnicode_IS_ASCII(label):
        return may_shape(label)
    chars = PyUnicode_1BYTE_DATA(label)
    if has_any(<const char*>chars, _shape_parts):
        return True
    for place in range(len(label) + 1):
        if chars[place] > 32:
            continue
        length = place - start
        if length < 64 and _shaped_lengths[chars[start]] >> length & 1:
            name = PyUnicode_FromKindAndData(1, &chars[start], length)
            if name in _shaping:
                return True
        start = place + 1
    return False


@lru_cache(maxsize=8_192)
def named(str name):
    """What a class attribute or an id tells: word categories, and whether it can give a shape."""
    return classify(name), may_be_shaped(name)


@lru_cache(maxsize=8_192)
def words_of(str label):
    """What the value of another attribute tells."""
    return classify(label)
