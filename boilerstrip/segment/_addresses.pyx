# cython: language_level=3, boundscheck=False, wraparound=False
"""Where an image really is: `images.image_source`, compiled."""

from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_DecodeASCII
from libc.string cimport memchr, strchr, strcmp, strlen, strstr

from boilerstrip._names cimport fill
from boilerstrip.segment._nodes cimport *

from boilerstrip.images import (
    BEFORE_PLACEHOLDERS, CANDIDATES, LAZY, MAX_SOURCES, PIXEL, PLACEHOLDERS, RESIZED, SOURCES, is_placeholder,
    largest, original, sized_source,
)

cdef extern from *:
    bint PyUnicode_IS_ASCII(object text)

NAMES = tuple(dict.fromkeys((*SOURCES, *CANDIDATES, *LAZY, "alt", "title", "class", "style", "width", "height")))
"""The attributes of an image that are looked at; first those that hold an address, best first, then addresses."""
cdef dict _places = {name: place for place, name in enumerate(NAMES)}
cdef int _N_SOURCES = len(SOURCES), _N_ADDRESSES = len(SOURCES) + len(CANDIDATES)
cdef int _WIDTH = NAMES.index("width"), _HEIGHT = NAMES.index("height"), _MAX_SOURCES = MAX_SOURCES

cdef enum:
    MOST_DIGITS = 15  # of a whole number that a double holds

cdef const char* _pixels[8]
cdef const char* _placeholders[16]  # how file names begin that stand in for an image, in small letters
cdef const char* _candidates[4]
cdef bytes _OF_NEXT, _OF_WIX
_OF_NEXT, _OF_WIX = [part.encode() for part in RESIZED]

if len(NAMES) > N_NAMES or NAMES[:_N_ADDRESSES] != (*SOURCES, *CANDIDATES):
    raise ImportError("images have other attributes")
fill(_pixels, PIXEL, 8)
fill(_placeholders, (*PLACEHOLDERS, *BEFORE_PLACEHOLDERS), 16)
fill(_candidates, CANDIDATES, 4)


cdef int place_of(str name) except -2:
    """Where the value of an attribute of an image is looked for, -1 where none of that name is."""
    return _places.get(name, -1)


cdef object own_source(const char** values):
    """The address of an `<img>` that its own attributes have. None where it shows nothing, `NotImplemented` where
    they have none, but what it stands in may.

    Args:
        values: Those of its attributes, by the places of their names; NULL for each that it has not.
    """
    cdef const char* value
    cdef str source
    cdef Py_ssize_t place
    if is_one_of(values[_WIDTH], _pixels) or is_one_of(values[_HEIGHT], _pixels):
        return None
    for place in range(_N_ADDRESSES):
        value = values[place]
        if value is NULL or value[0] == 0:
            continue
        source = decoded(value)
        if place >= _N_SOURCES:
            source = largest_of(source)
            if source is not None:
                return original_of(source)
        elif not is_plain(value):
            source = source.strip()
            if not is_placeholder(source):
                return original_of(source)
        elif not (may_stand_in(value, strlen(value)) and is_placeholder(source)):
            return original_of(source)
    return NotImplemented


cdef object unsized_source(const char** values):
    """What `images.sized_source` gives."""
    cdef Py_ssize_t place
    for place in range(_N_SOURCES):
        if values[place] is not NULL and strchr(values[place], c"{") is not NULL:
            return sized_source([decoded(values[at]) for at in range(place, _N_SOURCES) if values[at] is not NULL])
    return None


cdef object picture_source(Node* image):
    """What `images._picture_source` gives."""
    cdef Node* above = image.parent
    cdef Node* source
    cdef Node* asked = NULL  # the one asked last
    cdef str found = None, candidate
    cdef bint is_picture
    cdef int n
    for n in range(_MAX_SOURCES):
        if above is NULL:
            break
        is_picture = is_called(above, "picture")
        if not is_picture and not is_called(above, "source"):
            break
        source = source_from(above.children) if is_picture else above
        while source is not NULL:
            if source is not asked:
                asked = source
                candidate = candidate_of(source)
                if candidate is not None:
                    found = candidate
            source = source_from(source.next) if is_picture and found is None else NULL
        above = above.parent
    return None if found is None else original_of(found)


cdef str candidate_of(Node* source):
    """The best address of a `<source>`, None where it has none."""
    cdef const char** name = _candidates
    cdef str found
    while name[0] is not NULL:
        candidates = get(source, name[0])
        if candidates:
            found = largest_of(candidates)
            if found is not None:
                return found
        name += 1
    return None


cdef Node* source_from(Node* node) noexcept:
    """The node, or the first `<source>` beside it; NULL where none follows."""
    while node is not NULL and not is_called(node, "source"):
        node = node.next
    return node


cdef bint is_called(Node* node, const char* name) noexcept:
    """Whether that is the tag of a node."""
    if node.type != ELEMENT or strcmp(node.name, name) != 0:
        return False
    return node.ns is NULL or node.ns.href is NULL


cdef str largest_of(str srcset):
    """What `images.largest` gives."""
    if not PyUnicode_IS_ASCII(srcset):
        return largest(srcset)
    cdef Py_ssize_t size, place = 0, start, end, first, last, best_start = 0, best_end = 0
    cdef const char* text = PyUnicode_AsUTF8AndSize(srcset, &size)
    cdef double value, best = -1
    while True:
        while place < size and (is_space(text[place]) or text[place] == c","):
            place += 1
        if place == size:
            break
        start = place
        while place < size and not is_space(text[place]):
            place += 1
        end = place
        while text[end - 1] == c",":  # the first is none
            end -= 1
        first = last = place
        if end == place:
            while first < size and is_space(text[first]):
                first += 1
            last = first
            while last < size and not is_space(text[last]) and text[last] != c",":
                last += 1
            if last > first:
                place = last
                while place < size and text[place] != c",":
                    place += 1
        if may_stand_in(text + start, end - start):
            if is_placeholder(PyUnicode_DecodeASCII(text + start, end - start, NULL)):
                continue
        value = number(text + first, last - first - 1) if last > first else 1
        if value > best:
            best, best_start, best_end = value, start, end
    return PyUnicode_DecodeASCII(text + best_start, best_end - best_start, NULL) if best_end else None


cdef double number(const char* text, Py_ssize_t size) except? -2:
    """A number as `float` reads it, -2 where it is none."""
    cdef Py_ssize_t place
    cdef long long whole = 0
    if 0 < size <= MOST_DIGITS:
        for place in range(size):
            if not c"0" <= text[place] <= c"9":
                break
            whole = 10 * whole + text[place] - c"0"
        else:
            return whole
    try:
        return float(PyUnicode_DecodeASCII(text, size, NULL))
    except ValueError:
        return -2


cdef str original_of(str source):
    cdef const char* text
    if PyUnicode_IS_ASCII(source):
        text = PyUnicode_AsUTF8AndSize(source, NULL)  # in which is no NUL, as in nothing of libxml2's
        if strstr(text, _OF_NEXT) is NULL and strstr(text, _OF_WIX) is NULL:
            return source
    return original(source)


cdef bint is_one_of(const char* value, const char** known) noexcept:
    """Whether a value, NULL where there is none, is one of these."""
    while value is not NULL and known[0] is not NULL:
        if strcmp(value, known[0]) == 0:
            return True
        known += 1
    return False


cdef bint is_plain(const char* value) noexcept:
    """Whether an address is of ASCII, with no white space around it."""
    cdef Py_ssize_t size = 0
    while value[size] != 0:
        if <unsigned char>value[size] > 126:
            return False
        size += 1
    return value[0] > 32 and value[size - 1] > 32


cdef bint may_stand_in(const char* source, Py_ssize_t size) noexcept:
    """Whether `images.is_placeholder` is to be asked of an address, which is not empty; more may come behind it."""
    cdef Py_ssize_t name = size
    while name > 0 and source[name - 1] != c"/":
        name -= 1
    if (source[0] | 32) == c"d" or (source[0] | 32) == c"a" or memchr(source, c"{", size) is not NULL:
        return True
    return begins_small(source + name, _placeholders)


cdef bint begins_small(const char* text, const char** parts) noexcept:
    """Whether a text, in whatever letters, begins with one of these parts."""
    cdef Py_ssize_t place
    while parts[0] is not NULL:
        place = 0
        while parts[0][place] != 0 and (text[place] | 32) == parts[0][place]:
            place += 1
        if parts[0][place] == 0:
            return True
        parts += 1
    return False


cdef bint holds_small(const char* text, const char** parts) noexcept:
    """Whether one of these parts is in a text, in whatever letters, or something that is not ASCII."""
    while text[0] != 0:
        if <unsigned char>text[0] > 127 or begins_small(text, parts):
            return True
        text += 1
    return False
