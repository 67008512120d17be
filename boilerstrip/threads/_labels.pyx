# cython: language_level=3
"""What class names and ids say, compiled: functions of the same names in `labels`, without what they remember."""

from cpython.unicode cimport PyUnicode_1BYTE_DATA

from boilerstrip.threads._asked cimport are_in
from boilerstrip.threads._text cimport may_name

from boilerstrip.threads.terms import (
    ABOUT, ABOUT_ENDS, ABOUT_STARTS, ABOUT_WORDS, ASIDE, ASIDE_WORDS, AUTHOR_ENDS, AUTHOR_WEIGHTS, BODY, BODY_ENDS,
    BODY_LAST, BODY_WORDS, ENTRY_NOUNS, LOCKED, NEUTRAL, NO_AUTHOR, NO_BODY, QUOTE_BUTTONS, QUOTES,
)

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)

cdef str _ABOUT = ABOUT, _ASIDE = ASIDE, _BODY = BODY, _LOCKED = LOCKED
cdef frozenset _ABOUT_WORDS = ABOUT_WORDS, _ASIDE_WORDS = ASIDE_WORDS, _BODY_LAST = BODY_LAST
cdef frozenset _BODY_WORDS = BODY_WORDS, _HEADLESS = ENTRY_NOUNS | NEUTRAL, _NO_AUTHOR = NO_AUTHOR
cdef frozenset _NO_BODY = NO_BODY, _QUOTES = QUOTES, _QUOTE_BUTTONS = QUOTE_BUTTONS
cdef dict _AUTHOR_WEIGHTS = dict(AUTHOR_WEIGHTS)
cdef tuple _ABOUT_STARTS = ABOUT_STARTS, _ABOUT_ENDS = ABOUT_ENDS, _BODY_ENDS = BODY_ENDS, _AUTHOR_ENDS = AUTHOR_ENDS

cdef enum:
    MOST_CHARS = 400
    MOST_NAMES = 12


def words_of(str label not None):
    """The words of a label of ASCII; None for others."""
    return tuple(_words_of(label)) if PyUnicode_IS_ASCII(label) else None


cdef list _words_of(str label):
    """The words of a label of ASCII."""
    cdef const unsigned char* chars = <const unsigned char*>PyUnicode_1BYTE_DATA(label)
    cdef Py_ssize_t i, first = 0, n = min(len(label), MOST_CHARS)
    cdef unsigned char char, before = 0
    cdef bint is_upper, has_upper = False
    cdef list found = []
    for i in range(n):
        char = chars[i]
        is_upper = c"A" <= char <= c"Z"
        if not is_upper and not c"a" <= char <= c"z":
            if first < i:
                found.append(label[first:i].lower() if has_upper else label[first:i])
            first, has_upper = i + 1, False
        elif is_upper:
            if first < i and c"a" <= before <= c"z":
                found.append(label[first:i].lower() if has_upper else label[first:i])
                first = i
            has_upper = True
        before = char
    if first < n:
        found.append(label[first:n].lower() if has_upper else label[first:n])
    return found


cdef list _names(str label):
    return label[:MOST_CHARS].split(None, MOST_NAMES)[:MOST_NAMES]


def part_of(str label not None):
    """As `labels.part_of` of a label of ASCII; None for others."""
    if not PyUnicode_IS_ASCII(label):
        return None
    cdef str found = "", said
    for name in _names(label):
        said = _part_of_name(_words_of(name))
        if said == _ASIDE:
            return _ABOUT
        found = found or said
    return found


def body_name(str label not None):
    """As `labels.body_name` of a label of ASCII; None for others."""
    if not PyUnicode_IS_ASCII(label):
        return None
    for name in _names(label):
        if _part_of_name(_words_of(name)) == _BODY:
            return name
    return ""


cdef str _part_of_name(list words):
    """As `labels._part_of_name`, of its words."""
    cdef Py_ssize_t i, n = len(words)
    cdef bint is_head = True
    cdef str word, said
    if not n:
        return ""
    if are_in(words, _ASIDE_WORDS):
        return _ASIDE
    if are_in(words, _QUOTES) and not are_in(words, _QUOTE_BUTTONS):
        return _LOCKED
    if words[n - 1] in _BODY_LAST:
        return _BODY
    for i in range(n - 1, -1, -1):
        word = words[i]
        said = _part_of_word(word)
        if said == _ABOUT or (said == _BODY and is_head):
            return said
        is_head = is_head and word in _HEADLESS
    return ""


cdef str _part_of_word(str word):
    if word in _BODY_WORDS or (word.endswith(_BODY_ENDS) and word not in _NO_BODY and word not in _ABOUT_WORDS):
        return _BODY
    if word in _ABOUT_WORDS or word.startswith(_ABOUT_STARTS) or word.endswith(_ABOUT_ENDS):
        return _ABOUT
    return ""


cdef bint is_naming(str label, weight) except -1:
    """Whether a label has an `author_weight`, as `weight` tells of those that are not of ASCII."""
    if not may_name(label):
        return False
    if PyUnicode_IS_ASCII(label):
        return _author_weight(label) > 0
    return weight(label) > 0


def naming(labels, weight):
    """Those of some labels that have an `author_weight`, as `weight` tells of those that are not of ASCII."""
    return {label for label in labels if is_naming(label, weight)}


def author_weight(str label not None):
    """As `labels.author_weight` of a label of ASCII; -1 for others."""
    return _author_weight(label) if PyUnicode_IS_ASCII(label) else -1


cdef Py_ssize_t _author_weight(str label) except -1:
    cdef Py_ssize_t most = 0, weight
    cdef list words
    cdef str word
    for name in _names(label):
        words = _words_of(name)
        if are_in(words, _NO_AUTHOR):
            continue
        weight = 0
        for word in words:
            own = _AUTHOR_WEIGHTS.get(word)
            weight += own if own is not None else 3 if word.endswith(_AUTHOR_ENDS) else 0
        most = max(most, weight)
    return most


def tokens_of(str label not None):
    """As `labels.tokens_of` of a label of ASCII; None for others."""
    if not PyUnicode_IS_ASCII(label):
        return None
    cdef dict found = {}
    for name in _names(label):
        found[_fold(name)] = None
    return tuple(found)


cdef str _fold(str name):
    """A name of at most `MOST_CHARS` characters of ASCII with each number as "0"."""
    cdef const unsigned char* chars = <const unsigned char*>PyUnicode_1BYTE_DATA(name)
    cdef char folded[MOST_CHARS]
    cdef Py_ssize_t i, n = 0
    cdef bint is_digit, was_digit = False, has_digit = False
    for i in range(min(len(name), MOST_CHARS)):
        is_digit = c"0" <= chars[i] <= c"9"
        if not (is_digit and was_digit):
            folded[n] = c"0" if is_digit else <char>chars[i]
            n += 1
        was_digit = is_digit
        has_digit = has_digit or is_digit
    return folded[:n].decode("ascii") if has_digit else name
