# cython: language_level=3, boundscheck=False, wraparound=False
"""Most images, compiled."""

from libc.string cimport strchr, strcmp, strrchr, strstr

from boilerstrip._acyclic cimport leave_out_one
from boilerstrip._made cimport triple
from boilerstrip._names cimport fill, holds_any
from boilerstrip.segment._nodes cimport decoded, is_space

from boilerstrip.block import Mark
from boilerstrip.images import (
    CANDIDATES, COUNTERS, EMOJI_ADDRESSES, EMOJI_CLASSES, FURNITURE_CLASSES, LAZY, PIXEL, PLACEHOLDERS, RESIZED, SOURCES,
    TINY, image_kind, is_placeholder, is_sign,
)
from boilerstrip.segment.pictured import ADDRESS_PARTS, CLASSES, MEDIAWIKI, STARTS

cdef tuple _NAMES = tuple(
    dict.fromkeys((*SOURCES, *CANDIDATES, *LAZY, "alt", "title", "class", "style", "width", "height"))
)
"""The attributes of an image that are looked at; first those that hold an address, best first, then addresses."""
cdef tuple _NOTHING = ()
cdef dict _places = {name: place for place, name in enumerate(_NAMES)}
cdef int _N_SOURCES = len(SOURCES), _N_ADDRESSES = len(SOURCES) + len(CANDIDATES), _SRC = _NAMES.index("src")
cdef int _ALT = _NAMES.index("alt"), _TITLE = _NAMES.index("title"), _CLASS = _NAMES.index("class")
cdef int _STYLE = _NAMES.index("style"), _WIDTH = _NAMES.index("width"), _HEIGHT = _NAMES.index("height")

cdef const char* _sizes[16]  # of pixels, and of what is hardly more
cdef const char* _elsewhere[8]  # parts of the addresses that Python is to look at
cdef const char* _formulas[4]  # the same of classes
cdef const char* _classes[16]  # how words of those begin that tell what an image shows, in small letters
cdef const char* _emoji[8]
cdef const char* _hidden[3]
cdef const char* _placeholders[16]  # how file names begin that stand in for an image, in small letters
cdef const char* _hosts[64]  # of counters
cdef unsigned long long[256] _counters  # a bit for each length of the hosts of counters, by first letter
cdef bytes _STARTING = "".join(sorted({start[0] for start in STARTS})).encode()


def beginnings(tuple names):
    """Those of some names that none of the others begins."""
    return [name for name in names if not any(name != other and name.startswith(other) for other in names)]


if len(_NAMES) > N_NAMES or not _STARTING.isascii():
    raise ImportError("images have other attributes")
if not all("tex" in name or "math" in name or "ql-img" in name for name in (*CLASSES, MEDIAWIKI)):
    raise ImportError("formulas in images have other names")
fill(_sizes, (*PIXEL, *TINY), 16)
fill(_elsewhere, (*RESIZED, *ADDRESS_PARTS), 8)
fill(_formulas, ("tex", "math", "ql-img"), 4)
fill(_classes, beginnings((*FURNITURE_CLASSES, *EMOJI_CLASSES)), 16)
fill(_emoji, EMOJI_ADDRESSES, 8)
fill(_hidden, ("none", "hidden"), 3)
fill(_placeholders, PLACEHOLDERS, 16)
fill(_hosts, COUNTERS, 64)
if not all(host.isascii() and 0 < len(host) < 64 for host in COUNTERS):
    raise ImportError("there are hosts that do not fit into the bits of a number")
for host in COUNTERS:
    _counters[ord(host[0])] |= 1ULL << len(host)


cdef int place_of(str name) except -2:
    """Where `plain_image` looks for an attribute, -1 where it looks for none of that name."""
    return _places.get(name, -1)


cdef tuple new_mark(str kind, str value, str alt):
    """`Mark(kind, value, alt)`, as `tuple.__new__` makes it."""
    cdef tuple mark = <tuple>triple(Mark, kind, value, alt)
    leave_out_one(mark)
    return mark


cdef tuple plain_image(const char** values):
    """The address of an `<img>`, and its mark as `Content.image` makes it; None where Python is to look, and empty
    where no attribute has an address, but a `<picture>` may.

    Left to Python are pixels, images with addresses of several sizes alone, what may be a formula, and some services.

    Args:
        values: Those of its attributes, by the places of their names; NULL for each that it has not.
    """
    cdef const char* value = NULL
    cdef const char* alt = values[_ALT]
    cdef const char* label = values[_CLASS]
    cdef str source = None, shown
    cdef Py_ssize_t place
    if is_size(values[_WIDTH]) or is_size(values[_HEIGHT]):
        return None
    for place in range(_N_SOURCES):
        value = values[place]
        if value is not NULL and value[0] != 0:
            source = decoded(value)
            if not is_plain(value):
                source = source.strip()
                if is_placeholder(source):
                    continue
                return None
            if not (may_stand_in(value) and is_placeholder(source)):
                break
    else:
        for place in range(_N_SOURCES, _N_ADDRESSES):
            if values[place] is not NULL and values[place][0] != 0:
                return None
        return _NOTHING
    if holds_any(value, _elsewhere):
        return None
    if alt is not NULL and alt[0] != 0:
        if strchr(_STARTING, alt[0]) is not NULL or (label is not NULL and holds_any(label, _formulas)):
            return None
    kind = image_kind(source, attributes_of(values)) if may_be_special(value, values) else None
    if kind == "furniture":
        return source, new_mark("img", "", "")
    value = alt if alt is not NULL and alt[0] != 0 else values[_TITLE]
    shown = "" if value is NULL else decoded(value)
    if value is not NULL and not is_tidy(value):
        shown = " ".join(shown.split())
    if kind == "emoji":
        return source, new_mark("emoji", "", shown if is_sign(shown) else "")
    return source, new_mark("img", source, shown)


cdef dict attributes_of(const char** values):
    return {_NAMES[place]: decoded(values[place]) for place in range(len(_NAMES)) if values[place] is not NULL}


cdef bint is_size(const char* value) noexcept:
    """Whether a width or height may be that of a pixel, or of what is hardly more."""
    cdef const char** size = _sizes
    while value is not NULL and size[0] is not NULL:
        if strcmp(value, size[0]) == 0:
            return True
        size += 1
    return False


cdef bint is_plain(const char* value) noexcept:
    """Whether an address is of ASCII, with no white space around it."""
    cdef Py_ssize_t size = 0
    while value[size] != 0:
        if <unsigned char>value[size] > 126:
            return False
        size += 1
    return value[0] > 32 and value[size - 1] > 32


cdef bint is_tidy(const char* text) noexcept:
    """Whether a text is of ASCII and has no white space but single blanks between words."""
    cdef char before = 32
    while text[0] != 0:
        if text[0] < 32 or text[0] > 126 or (text[0] == 32 and before == 32):
            return False
        before = text[0]
        text += 1
    return before != 32


cdef bint may_stand_in(const char* source) noexcept:
    """Whether `images.is_placeholder` is to be asked."""
    cdef const char* name = strrchr(source, c"/")
    name = source if name is NULL else name + 1
    return (source[0] | 32) == c"d" or (source[0] | 32) == c"a" or begins_small(name, _placeholders)


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


cdef bint has_word(const char* label) noexcept:
    """Whether a word of a class attribute begins like one of `_classes`, or something is not of ASCII."""
    cdef bint begins = True
    while label[0] != 0:
        if <unsigned char>label[0] > 127 or (begins and begins_small(label, _classes)):
            return True
        begins = label[0] <= 32 or label[0] == c"-" or label[0] == c"_"
        label += 1
    return False


cdef bint may_be_special(const char* source, const char** values) noexcept:
    """Whether `images.image_kind` may say something of an image; its address is of ASCII."""
    cdef const char* label = values[_CLASS]
    cdef const char* style = values[_STYLE]
    if label is not NULL and has_word(label):
        return True
    if style is not NULL and values[_SRC] is not NULL and (holds_small(style, _hidden) or may_be_small(style)):
        return True
    return holds_any(source, _emoji) or may_count(source)


cdef bint may_be_small(const char* style) noexcept:
    """Whether a style may set a width or height of a pixel or two."""
    style = strchr(style, c":")
    while style is not NULL:
        style += 1
        while is_space(style[0]):
            style += 1
        if c"0" <= style[0] <= c"2" and (style[1] == 0 or style[1] == c";" or (style[1] | 32) == c"p"):
            return True
        style = strchr(style, c":")
    return False


cdef bint may_count(const char* source) noexcept:
    """Whether the host of an address may be one of `images.COUNTERS`: such a letter, and then so many more."""
    cdef const char* host = strstr(source, "//")
    cdef Py_ssize_t end = 0, place, n_labels = 0
    if host is NULL or (host != source and (host - 1)[0] != c":"):
        return False
    host += 2
    while host[end] != 0 and host[end] != c"/":
        end += 1
    place = end
    while place > 0 and n_labels < 3:
        place -= 1
        if place > 0 and host[place - 1] != c".":
            continue
        n_labels += 1
        if n_labels > 1 and end - place < 64 and _counters[<unsigned char>host[place] | 32] >> (end - place) & 1:
            if begins_small(host + place, _hosts):
                return True
    return False
