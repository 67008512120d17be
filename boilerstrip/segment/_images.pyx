# cython: language_level=3, boundscheck=False, wraparound=False
"""What images show: the marks of most, compiled."""

from libc.string cimport strchr, strstr

from boilerstrip._acyclic cimport leave_out_one
from boilerstrip._made cimport triple
from boilerstrip._names cimport fill, holds_any
from boilerstrip.segment._addresses cimport begins_small, holds_small, is_one_of
from boilerstrip.segment._nodes cimport decoded, is_space

from boilerstrip.block import Mark
from boilerstrip.images import (
    COUNTERS, EMOJI_ADDRESSES, EMOJI_CLASSES, FURNITURE_CLASSES, TINY, image_kind, is_sign,
)
from boilerstrip.segment._addresses import NAMES
from boilerstrip.segment.pictured import ADDRESS_PARTS, CLASSES, MEDIAWIKI, STARTS

cdef int _SRC = NAMES.index("src")
cdef int _ALT = NAMES.index("alt"), _TITLE = NAMES.index("title"), _CLASS = NAMES.index("class")
cdef int _STYLE = NAMES.index("style"), _WIDTH = NAMES.index("width"), _HEIGHT = NAMES.index("height")

cdef extern from *:
    bint PyUnicode_IS_ASCII(object text)
    const char* PyUnicode_AsUTF8(object text) except NULL

cdef const char* _sizes[4]  # of what is hardly more than a pixel
cdef const char* _elsewhere[8]  # parts of addresses of what may be formulas
cdef const char* _formulas[4]  # the same of classes
cdef const char* _classes[16]  # how words of those begin that tell what an image shows, in small letters
cdef const char* _emoji[8]
cdef const char* _hidden[3]
cdef const char* _hosts[64]  # of counters
cdef unsigned long long[256] _counters  # a bit for each length of the hosts of counters, by first letter
cdef bytes _STARTING = "".join(sorted({start[0] for start in STARTS})).encode()


def beginnings(tuple names):
    """Those of some names that none of the others begins."""
    return [name for name in names if not any(name != other and name.startswith(other) for other in names)]


if not _STARTING.isascii():
    raise ImportError("formulas begin with other characters")
if not all("tex" in name or "math" in name or "ql-img" in name for name in (*CLASSES, MEDIAWIKI)):
    raise ImportError("formulas in images have other names")
fill(_sizes, TINY, 4)
fill(_elsewhere, ADDRESS_PARTS, 8)
fill(_formulas, ("tex", "math", "ql-img"), 4)
fill(_classes, beginnings((*FURNITURE_CLASSES, *EMOJI_CLASSES)), 16)
fill(_emoji, EMOJI_ADDRESSES, 8)
fill(_hidden, ("none", "hidden"), 3)
fill(_hosts, COUNTERS, 64)
if not all(host.isascii() and 0 < len(host) < 64 for host in COUNTERS):
    raise ImportError("there are hosts that do not fit into the bits of a number")
for host in COUNTERS:
    _counters[ord(host[0])] |= 1ULL << len(host)


cdef tuple new_mark(str kind, str value, str alt):
    """`Mark(kind, value, alt)`, as `tuple.__new__` makes it."""
    cdef tuple mark = <tuple>triple(Mark, kind, value, alt)
    leave_out_one(mark)
    return mark


cdef tuple mark_of(str source, const char** values):
    """The mark of an `<img>` with that address as `Content.image` makes it; None where Python is to look: at what may be
    a formula, and at addresses that are not of ASCII.

    Args:
        values: As for `own_source`.
    """
    cdef const char* alt = values[_ALT]
    cdef const char* label = values[_CLASS]
    cdef const char* value
    cdef const char* address
    cdef str shown = ""
    if not PyUnicode_IS_ASCII(source):
        return None
    address = PyUnicode_AsUTF8(source)
    if holds_any(address, _elsewhere):
        return None
    if alt is not NULL and alt[0] != 0:
        if strchr(_STARTING, alt[0]) is not NULL or (label is not NULL and holds_any(label, _formulas)):
            return None
    kind = image_kind(source, attributes_of(values)) if may_be_special(address, values) else None
    if kind == "furniture":
        return new_mark("img", "", "")
    value = alt if alt is not NULL and alt[0] != 0 else values[_TITLE]
    if value is not NULL:
        shown = decoded(value)
        if not is_tidy(value):
            shown = " ".join(shown.split())
    if kind == "emoji":
        return new_mark("emoji", "", shown if is_sign(shown) else "")
    return new_mark("img", source, shown)


cdef dict attributes_of(const char** values):
    return {NAMES[place]: decoded(values[place]) for place in range(len(NAMES)) if values[place] is not NULL}


cdef bint is_tidy(const char* text) noexcept:
    """Whether a text is of ASCII and has no white space but single blanks between words."""
    cdef char before = 32
    while text[0] != 0:
        if text[0] < 32 or text[0] > 126 or (text[0] == 32 and before == 32):
            return False
        before = text[0]
        text += 1
    return before != 32


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
    if is_one_of(values[_WIDTH], _sizes) or is_one_of(values[_HEIGHT], _sizes):
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
