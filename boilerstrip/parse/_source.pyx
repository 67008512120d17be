# cython: language_level=3, boundscheck=False, wraparound=False
"""What is looked for in every source before it is parsed, compiled: `source._find_ends`, `attributes.has_long_tag`; and
`attributes._cuts` and `unclosed._tags` where those say so.

Places are numbers of bytes, of which no function reads one outside the source: the three at the end give the others
places within it, and each ends where it is told to, or at its size.
"""

from libc.stdint cimport uint64_t
from libc.string cimport memchr, memcmp, memcpy

from boilerstrip.parse.tokens import RAW

cdef enum:  # as `attributes`, `tokens` and `source` have them
    SHORT = 2048
    LONG = 32768
    LEAST = 1024
    MOST_BLANKS = 64
    MOST_TRIED = 32
    MOST_READ = 2
    MOST_ATTRIBUTES = 512
    SHORTEST = 7

cdef long long COST = 1 << 31
cdef tuple _RAW = tuple(RAW)

ctypedef const unsigned char* Bytes


cdef inline bint _is_blank(unsigned char code) noexcept nogil:
    return code == 32 or 9 <= code <= 13


cdef inline bint _is_letter(unsigned char code) noexcept nogil:
    return 97 <= (code | 0x20) <= 122


cdef inline Py_ssize_t _find(Bytes text, unsigned char code, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Like `bytes.find` of one byte."""
    cdef Bytes found = NULL
    if start < end:
        found = <Bytes>memchr(text + start, code, end - start)
    return -1 if found == NULL else found - text


cdef inline Py_ssize_t _rfind(Bytes text, unsigned char code, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Like `bytes.rfind` of one byte: eight at a time while it is in none of them."""
    cdef uint64_t ones = <uint64_t>0x0101010101010101, word
    while end - start >= 8:
        memcpy(&word, text + end - 8, 8)
        word ^= ones * code  # a byte is zero where the one that is looked for was
        if (word - ones) & ~word & (ones << 7):
            break
        end -= 8
    while end > start:
        end -= 1
        if text[end] == code:
            return end
    return -1


cdef inline Py_ssize_t _blanks(Bytes text, Py_ssize_t at, Py_ssize_t end) noexcept nogil:
    """Where the white space ends that starts there."""
    while at < end and _is_blank(text[at]):
        at += 1
    return at


cdef inline Py_ssize_t _between(Bytes text, Py_ssize_t at, Py_ssize_t end) noexcept nogil:
    """Where the white space and slashes end that start there."""
    while at < end and (_is_blank(text[at]) or text[at] == c"/"):
        at += 1
    return at


cdef Py_ssize_t _value_end(Bytes text, Py_ssize_t at, Py_ssize_t end) noexcept nogil:
    """Where the value ends of an attribute whose name ends there; there, where it has none."""
    cdef Py_ssize_t start = _blanks(text, at, end)
    if start == end or text[start] != c"=":
        return at
    start = _blanks(text, start + 1, end)
    if start == end:
        return end
    if text[start] == c'"' or text[start] == c"'":
        at = _find(text, text[start], start + 1, end)
        return end if at < 0 else at + 1
    while start < end and text[start] != c">" and not _is_blank(text[start]):
        start += 1
    return start


cdef Py_ssize_t _attributes_end(Bytes text, Py_ssize_t at, Py_ssize_t end) noexcept nogil:
    """Where a match of `ATTRIBUTES_RE` ends that starts there."""
    cdef Py_ssize_t i, n
    for n in range(MOST_ATTRIBUTES):
        i = _between(text, at, end)
        if i == end or text[i] == c">":
            break
        i += 1
        while i < end and text[i] != c"/" and text[i] != c">" and text[i] != c"=" and not _is_blank(text[i]):
            i += 1
        at = _value_end(text, i, end)
    return at


cdef bint _opens(Bytes text, Py_ssize_t quote) noexcept nogil:
    """Whether a quote can open a value; -1 is none, and before the first byte no tag starts."""
    cdef Py_ssize_t first = max(0, quote - MOST_BLANKS), i = quote - 1
    if quote <= 0:
        return False
    while i >= first and _is_blank(text[i]):
        i -= 1
    return i < first or text[i] == c"="


cdef Py_ssize_t _sure_end(Bytes text, Py_ssize_t size, Py_ssize_t start, Py_ssize_t step) noexcept nogil:
    cdef Py_ssize_t double = -1, single = -1, found, before, beside, n
    while start >= 0:
        # The last quotes before the window, and then before each place that is tried in it.
        before, beside = double, single
        found = min(start + step, size)
        double = single = size
        for n in range(MOST_TRIED):
            found = _rfind(text, c">", start, found)
            if found < 0:
                break
            if double >= found:
                double = _rfind(text, c'"', start, found)
                double = before if double < 0 else double
            if single >= found:
                single = _rfind(text, c"'", start, found)
                single = beside if single < 0 else single
            if not _opens(text, double) and not _opens(text, single):
                return found + 1
        found = _find(text, c">", start + step, size)
        if found >= 0:
            double = _rfind(text, c'"', start, found)
            double = before if double < 0 else double
            single = _rfind(text, c"'", start, found)
            single = beside if single < 0 else single
        start = found
    return size


cdef bint _may_hold_long_tag(Bytes text, Py_ssize_t size, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    cdef Py_ssize_t n_read = 0, last = end - LEAST, at = _find(text, c"<", start, last), i
    while at >= 0:
        i = at + 1
        if i < size and text[i] == c"/":
            i += 1
        if i < size and _is_letter(text[i]):
            while i < size and text[i] != c"/" and text[i] != c">" and not _is_blank(text[i]):
                i += 1
            if i > end:
                return True
            i = _attributes_end(text, i, end)
            n_read += i - at
            if n_read > MOST_READ * (end - start):
                return True
            i = _between(text, i, end)
            if i == size or text[i] != c">":
                return True
        at = _find(text, c"<", at + 1, last)
    return False


cdef Py_ssize_t _comment_end(Bytes text, Py_ssize_t at, Py_ssize_t size) noexcept nogil:
    """Where a comment ends whose content starts there."""
    if at < size and text[at] == c">":
        return at + 1
    if at + 1 < size and text[at] == c"-" and text[at + 1] == c">":  # abruptly closed
        return at + 2
    at = _find(text, c"-", at, size)
    while at >= 0:
        if at + 2 < size and text[at + 1] == c"-":
            if text[at + 2] == c">":
                return at + 3
            if at + 3 < size and text[at + 2] == c"!" and text[at + 3] == c">":
                return at + 4
        at = _find(text, c"-", at + 1, size)
    return size


cdef Py_ssize_t _tag_end(Bytes text, Py_ssize_t at, Py_ssize_t size, bint* is_whole) noexcept nogil:
    """Where a tag ends whose name ends there, past the size where nothing ends it; and whether with "/>"."""
    cdef Py_ssize_t i = at
    is_whole[0] = False
    while i < size and text[i] != c">":  # at once where there are no quotes and the like in it
        if text[i] == c"<" or text[i] == c'"' or text[i] == c"'" or text[i] == c"/":
            break
        i += 1
    if i < size and text[i] == c">":
        return i + 1
    while at < size and text[at] != c">":
        i = _attributes_end(text, at, size)
        at = _between(text, i, size)
        is_whole[0] = at > i and text[at - 1] == c"/"
    return at + 1


cdef bint _is_called(Bytes text, Py_ssize_t start, Py_ssize_t size, const char* name) noexcept nogil:
    """Whether a name, and then no more of it, comes there in whatever letters."""
    while start < size and name[0] != 0 and text[start] | 0x20 == name[0]:
        start += 1
        name += 1
    return start < size and name[0] == 0 and (_is_blank(text[start]) or text[start] == c"/" or text[start] == c">")


cdef Py_ssize_t _raw_end(Bytes text, Py_ssize_t at, Py_ssize_t size, const char* name) noexcept nogil:
    """Where the end tag of that name starts, from a place on; the size where there is none."""
    at = _find(text, c"<", at, size - 1)
    while at >= 0 and not (text[at + 1] == c"/" and _is_called(text, at + 2, size, name)):
        at = _find(text, c"<", at + 1, size - 1)
    return size if at < 0 else at


cdef struct Tag:
    Py_ssize_t start, name, name_end, end
    bint is_end, is_whole  # is_whole: it ends with "/>"


cdef Py_ssize_t _next_tag(Bytes text, Py_ssize_t size, Py_ssize_t at, Tag* tag) except -2:
    """Read the next tag, as `tokens.tags` does: where to go on, behind what holds no tags; -1 where there is none."""
    cdef Py_ssize_t start, end
    cdef bytes raw
    at = _find(text, c"<", at, size - 1)
    while at >= 0:
        start = at + 1
        tag.is_end = text[start] == c"/"
        if tag.is_end:
            start += 1
        if start < size and _is_letter(text[start]):
            break
        if tag.is_end or text[start] == c"?" or text[start] == c"!":
            if start + 2 < size and not tag.is_end and memcmp(text + start, b"!--", 3) == 0:
                end = _comment_end(text, start + 3, size)
            else:
                end = _find(text, c">", at + 2, size) + 1
                end = size if end == 0 else end
        else:
            end = start
        at = _find(text, c"<", end, size - 1)
    if at < 0:
        return -1
    tag.start, tag.name, end = at, start, start
    while end < size and text[end] != c"/" and text[end] != c">" and not _is_blank(text[end]):
        end += 1
    tag.name_end = end
    tag.end = end = _tag_end(text, end, size, &tag.is_whole)
    if end > size:
        return -1
    if not tag.is_end:
        if _is_called(text, start, size, "plaintext"):
            return size
        for raw in _RAW:
            if _is_called(text, start, size, raw):
                return _raw_end(text, end, size, raw)
    return end


def cuts(bytes data not None):
    cdef Bytes text = data
    cdef Py_ssize_t size = len(data), at, end
    cdef Tag tag
    cdef list found = []
    at = _next_tag(text, size, 0, &tag)
    while at >= 0:
        if tag.end - tag.name_end > LEAST:
            end = _attributes_end(text, tag.name_end, size)
            if text[_between(text, end, tag.end)] != c">":
                found.append((end, tag.end - 1))
        at = _next_tag(text, size, at, &tag)
    return found


def tags_called(bytes data not None, frozenset names not None):
    cdef Bytes text = data
    cdef Py_ssize_t size = len(data), at
    cdef Tag tag
    cdef bytes name
    cdef list found = []
    at = _next_tag(text, size, 0, &tag)
    while at >= 0:
        if tag.is_end or not tag.is_whole:
            name = text[tag.name:tag.name_end].lower()
            if name in names:
                found.append((tag.start, name, tag.is_end))
        at = _next_tag(text, size, at, &tag)
    return found


def has_long_tag(bytes data not None):
    cdef Bytes text = data
    cdef Py_ssize_t size = len(data), start = 0, end
    cdef Py_ssize_t step = max(SHORT, min(LONG, COST // (size + 1)))
    while start + step < size:
        end = _sure_end(text, size, start, step)
        if end - start > step and _may_hold_long_tag(text, size, start, end):
            return True
        start = end
    return False


cdef inline bint _is_div(Bytes text, Py_ssize_t at) noexcept nogil:
    return text[at] | 0x20 == c"d" and text[at + 1] | 0x20 == c"i" and text[at + 2] | 0x20 == c"v"


def find_ends(bytes data not None):
    cdef Bytes text = data
    cdef Py_ssize_t size = len(data), n_tags = 0, n_open = 0, last = size - SHORTEST, at = _find(text, c"<", 0, size)
    cdef list ends = []
    cdef bint has_template = False
    while at >= 0:
        n_tags += 1
        if at > last:
            pass
        elif text[at + 1] == c"t":
            has_template = has_template or (text[at + 2] == c"e" and text[at + 3] == c"m")
        elif text[at + 1] == c"/":
            if (text[at + 2] | 0x20 == c"b" and text[at + 3] | 0x20 == c"o") or (
                text[at + 2] | 0x20 == c"h" and text[at + 3] | 0x20 == c"t"
            ):
                ends.append(at)
            n_open -= _is_div(text, at + 2)
        elif text[at + 1] == c"\\":
            n_open -= text[at + 2] == c"/" and _is_div(text, at + 3)
        else:
            n_open += _is_div(text, at + 1)
        at = _find(text, c"<", at + 1, size)
    return n_tags, ends, has_template, n_open
