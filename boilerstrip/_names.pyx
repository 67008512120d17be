# cython: language_level=3, boundscheck=False, wraparound=False
"""What a class attribute, an id and the like tell: `words.classify` and `shapes.may_shape`, compiled.

Nothing is remembered here: to walk the letters of a name costs hardly more than to find it in a cache.
"""

from cpython.bytes cimport PyBytes_AS_STRING
from cpython.unicode cimport PyUnicode_DecodeASCII, PyUnicode_DecodeUTF8
from libc.string cimport memset, strlen

from boilerstrip._trees cimport Trees, is_letter, plant, read_word

from boilerstrip import words
from boilerstrip.elements import MOST_LABEL, named
from boilerstrip.shapes import SHAPING, SHAPING_PARTS

cdef enum:
    MOST_PARTS = 32
    # What a character is.
    SPACE = 1  # where `str.split` cuts
    END = 2
    BEGINS_FRIEND = 4
    BEGINS_PART = 8
    SECOND_OF_PART = 16


cdef Trees _trees
cdef Py_ssize_t _LABEL_CAP = words.LABEL_CAP, _MOST_LABEL = MOST_LABEL
cdef frozenset _shaping = frozenset(SHAPING)

# Parts of names, each array with NULL at its end, and what holds them.
cdef const char* _false_friends[MOST_PARTS]
cdef const char* _shape_parts[MOST_PARTS]
cdef list _held = []
cdef unsigned long long[256] _shaped_lengths  # a bit for each length of the classes of `SHAPING`, by first letter
cdef unsigned char[256] _kinds  # what each character is


cdef int fill(const char** parts, names, Py_ssize_t room) except -1:
    """Names as C has them, NULL behind the last."""
    cdef bytes part
    if len(names) >= room:
        raise ImportError("there are more names than there is room for")
    for place, name in enumerate(names):
        part = name.encode()
        _held.append(part)
        parts[place] = PyBytes_AS_STRING(part)
    parts[len(names)] = NULL
    return 0


plant(&_trees, words.CATEGORY_TABLE)
if max(map(len, SHAPING)) > 63:
    raise ImportError("names are longer than there is room for")
if any(char.isdigit() for name in (*SHAPING, *SHAPING_PARTS, *words.FALSE_FRIENDS) for char in name):
    raise ImportError("digits tell something, which `words.ZEROED` would change")
if not all(name.isascii() for name in (*SHAPING, *SHAPING_PARTS, *words.FALSE_FRIENDS)):
    raise ImportError("there are names that are not of ASCII")
fill(_false_friends, words.FALSE_FRIENDS, MOST_PARTS)
fill(_shape_parts, SHAPING_PARTS, MOST_PARTS)
for name in SHAPING:
    _shaped_lengths[ord(name[0])] |= 1ULL << len(name)
for name in SHAPING_PARTS:
    _kinds[ord(name[0])] |= BEGINS_PART
    _kinds[ord(name[1])] |= SECOND_OF_PART
for name in words.FALSE_FRIENDS:
    _kinds[ord(name[0])] |= BEGINS_FRIEND
for name in map(chr, range(128)):
    _kinds[ord(name)] |= SPACE if name.isspace() else 0
_kinds[0] = END


cdef int tell(const char* name, bint may_shape, Told* told) except -1:
    """Add what a name tells, whose characters behind `MOST_LABEL` count as they do in Python only if they are
    ASCII; whether it can give a shape where that is asked."""
    cdef Py_ssize_t size = strlen(name)
    if is_ascii(name, size):
        told.mask |= classify(<const unsigned char*>name, min(size, _LABEL_CAP))
        if may_shape and not told.may_be_shaped:
            told.may_be_shaped = may_be_shaped(<const unsigned char*>name)
        return 0
    text = PyUnicode_DecodeUTF8(name, size, NULL)[:_MOST_LABEL]
    if may_shape:
        mask, is_shaped = named(text.translate(words.ZEROED))
        told.may_be_shaped = told.may_be_shaped or is_shaped
    else:
        mask = words.classify(text)
    told.mask |= <long long>mask
    return 0


cdef long long classify(const unsigned char* label, Py_ssize_t size) noexcept:
    """`words.classify` of the first characters of a label of ASCII."""
    cdef Py_ssize_t place = 0
    cdef unsigned short last = 0
    cdef long long mask = 0
    while place < size:
        if not is_letter(label[place]):
            place += 1
            continue
        if _kinds[label[place]] & BEGINS_FRIEND and (place == 0 or _kinds[label[place - 1]] & SPACE):
            if begins_within(label + place, size - place, _false_friends):
                while place < size and not _kinds[label[place]] & SPACE:
                    place += 1
                continue
        place = read_word(&_trees, label, place, size, &last, &mask)
    return mask


cdef bint begins_within(const unsigned char* text, Py_ssize_t size, const char** parts) noexcept:
    """Whether the first characters of a text, so many, begin with one of these parts."""
    cdef Py_ssize_t place
    while parts[0] is not NULL:
        place = 0
        while place < size and parts[0][place] != 0 and <unsigned char>parts[0][place] == text[place]:
            place += 1
        if parts[0][place] == 0:
            return True
        parts += 1
    return False


cdef bint may_be_shaped(const unsigned char* label) except -1:
    """`shapes.may_shape`."""
    cdef Py_ssize_t length, place = 0, start = 0
    cdef unsigned char kind
    while True:
        kind = _kinds[label[place]]
        if not kind & (BEGINS_PART | SPACE | END):
            place += 1
            continue
        if kind & BEGINS_PART and _kinds[label[place + 1]] & SECOND_OF_PART:
            if begins_like(<const char*>label + place, _shape_parts):
                return True
        if kind & (SPACE | END):
            length = place - start
            if 0 < length < 64 and _shaped_lengths[label[start]] >> length & 1:
                if PyUnicode_DecodeASCII(<const char*>label + start, length, NULL) in _shaping:
                    return True
            if kind & END:
                return False
            start = place + 1
        place += 1


cdef bint holds_any(const char* text, const char** parts) noexcept:
    """Whether one of these parts is in a text, which is gone through once for all of them."""
    cdef unsigned char[256] begins
    cdef const char** part = parts
    memset(begins, 0, sizeof(begins))
    while part[0] is not NULL:
        begins[<unsigned char>part[0][0]] = True
        part += 1
    while text[0] != 0:
        if begins[<unsigned char>text[0]] and begins_like(text, parts):
            return True
        text += 1
    return False


cdef bint begins_like(const char* text, const char** parts) noexcept:
    """Whether a text begins with one of these parts."""
    cdef Py_ssize_t place
    while parts[0] is not NULL:
        place = 0
        while parts[0][place] != 0 and parts[0][place] == text[place]:
            place += 1
        if parts[0][place] == 0:
            return True
        parts += 1
    return False
