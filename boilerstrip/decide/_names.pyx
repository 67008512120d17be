# cython: language_level=3, boundscheck=False, wraparound=False
"""What `names.telling` does, compiled: most labels are seen to say nothing by a look at their letters."""

from libc.string cimport memset

from boilerstrip.decide.names import (
    AT_SOME_WIDTHS, COUNTS, MAX_SHORT_WORDS, MAX_WORDS, MENU_ITEM, NO_NAMES, PART_WORDS, ROLES, TABLE, UTILITY,
    WIDER,
)
from boilerstrip.words import words_in

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)

cdef enum:
    # What the letters of a word may be those of.
    WHOLE = 1
    BEGINNING = 2
    ENDING = 4
    PAIR = 8
    MOST_LETTERS = 4  # of beginnings and endings that are looked at
    SOME_LETTERS = 0xFFFFF  # so many, of five bits each
    FEWER_LETTERS = 0x7FFF  # one less, of which the shortest terms are
    BITS = 14

cdef unsigned char[1 << BITS] _may_be
"""By what is made of a word's letters. Others may give the same, so what is found here is looked up."""
cdef Py_ssize_t _MAX_WORDS = MAX_WORDS, _MAX_SHORT_WORDS = MAX_SHORT_WORDS
cdef str _MENU_ITEM = MENU_ITEM
cdef tuple _ROLES = ROLES, _NO_NAMES = NO_NAMES, _WIDER = WIDER
cdef dict _known = TABLE.known, _pairs = TABLE.pairs
cdef frozenset _pair_ends = TABLE.pair_ends
cdef object _look_up = TABLE.look_up
cdef unsigned char[128] _is_utility
memset(_is_utility, 0, 128)
for sign in UTILITY:
    _is_utility[ord(sign)] = 1


cdef inline unsigned int slot(unsigned int letters) noexcept:
    return (letters * 2654435761u) >> (32 - BITS)


cdef inline unsigned int together(unsigned int before, unsigned int word) noexcept:
    return before * 1000003u ^ word


cdef unsigned int sum_of(str word) except? 0:
    cdef unsigned int letters = 0
    for letter in word:
        letters = letters * 31 + ord(letter) - 96
    return letters


cdef unsigned int packed_of(str word) except? 0:
    cdef unsigned int letters = 0
    for letter in word:
        letters = letters << 5 | (ord(letter) - 96)
    return letters


def learn(table):
    """Note what the letters of the terms of a `WordTable` look like.

    Raises:
        ValueError: There are terms that cannot be noted.
    """
    wholes, beginnings, endings, pairs = table.terms()
    parts = [part for pair in pairs for part in pair.partition("-")[::2]]
    words = (*wholes, *beginnings, *endings, *parts)
    if not all(word.isascii() and word.isalpha() and word.islower() for word in words):
        raise ValueError("terms are written in small letters of ASCII")
    if any(len(term) < MOST_LETTERS - 1 for term in (*beginnings, *endings)):
        raise ValueError("beginnings and endings have three letters and more")
    memset(_may_be, 0, 1 << BITS)
    for term in wholes:
        _may_be[slot(sum_of(term))] |= WHOLE
    for term in beginnings:
        _may_be[slot(packed_of(term[:MOST_LETTERS]))] |= BEGINNING
    for term in endings:
        _may_be[slot(packed_of(term[max(len(term) - MOST_LETTERS, 0):]))] |= ENDING
    for pair in pairs:
        before, _, word = pair.partition("-")
        _may_be[slot(together(sum_of(before), sum_of(word)))] |= PAIR


learn(TABLE)


cdef bint may_say(str text) noexcept:
    """Whether a word in a text, of which each blank parts names, may say a role; False is certain."""
    if not PyUnicode_IS_ASCII(text):
        return True
    cdef const unsigned char* at = <const unsigned char*>PyUnicode_DATA(text)
    cdef const unsigned char* end = at + len(text)
    cdef unsigned int letter, letters = 0, before = 0, packed = 0
    cdef int length = 0
    cdef bint is_big, after_small = False
    while at <= end:  # what is behind the text is NUL
        is_big = c'A' <= at[0] <= c'Z'
        letter = at[0] - 64 if is_big else at[0] - 96 if c'a' <= at[0] <= c'z' else 0
        if length and (not letter or (is_big and after_small)):
            if (
                _may_be[slot(letters)] & WHOLE
                or _may_be[slot(packed)] & ENDING
                or _may_be[slot(packed & FEWER_LETTERS)] & ENDING
                or _may_be[slot(together(before, letters))] & PAIR
            ):
                return True
            before = letters
            length = 0
        if letter:
            if not length:
                letters = packed = 0
            length += 1
            letters = letters * 31 + letter
            packed = (packed << 5 | letter) & SOME_LETTERS
            if MOST_LETTERS - 1 <= length <= MOST_LETTERS and _may_be[slot(packed)] & BEGINNING:
                return True
        after_small = letter and not is_big
        at += 1
    return False


def telling(labels):
    """The labels in which names say a role, as `names.telling`.

    Args:
        labels: Each once.
    """
    cdef dict roles = {}, told = {}
    cdef str label, name, role
    cdef list said
    for label in labels:
        if not may_say(label):
            continue
        said = None
        for name in label.split():
            role = roles.get(name)
            if role is None:
                roles[name] = role = asked(name) if may_say(name) else ""
            if role:
                if said is None:
                    said = []
                said.append((name, role))
        if said is not None:
            said = narrowed(label, said)
            if said:
                told[label] = said
    return told


cdef str asked(str name):
    """The role that a name says, "" for none."""
    cdef list words = cut(name, _MAX_WORDS)
    cdef unsigned long long mask
    if words is None:
        return ""
    mask = mask_of(words[:2] if _MENU_ITEM in name else words)
    if not mask or name.startswith(_NO_NAMES) or is_utility(name):
        return ""
    cdef Py_ssize_t place = 0
    while not mask & 1:
        mask >>= 1
        place += 1
    role = _ROLES[place]
    return role if is_meant(role, words) else ""


cdef unsigned long long mask_of(list words) except? 0:
    """As `WordTable.mask`."""
    cdef unsigned long long mask = 0
    cdef str word, previous = ""
    for word in words:
        bits = _known.get(word)
        if bits is None:
            bits = _look_up(word)
        mask |= <unsigned long long>bits
        if word in _pair_ends:
            mask |= <unsigned long long>_pairs.get(previous + "-" + word, 0)
        previous = word
    return mask


cdef bint is_utility(str name) except -1:
    for sign in name:
        if sign < 128 and _is_utility[<int>sign]:
            return True
    return False


cdef bint is_meant(str role, list words) except -1:
    """As `names._is_meant`."""
    if role == "hidden":
        return len(words) <= _MAX_SHORT_WORDS and AT_SOME_WIDTHS.isdisjoint(words)
    if role == "comment":
        return COUNTS.isdisjoint(words)
    if role == "header" or role == "footer":
        return PART_WORDS.isdisjoint(words)
    return role != "pagination" or len(words) <= _MAX_SHORT_WORDS


cdef list narrowed(str label, list told):
    """As `names._narrowed`."""
    if _MENU_ITEM in label:
        told = [one for one in told if _MENU_ITEM in <str>(<tuple>one)[0]]
    for one in told:
        if (<tuple>one)[1] == "hidden":
            for name in label.split():
                if ":" in <str>name or (<str>name).startswith(_WIDER):
                    return [one for one in told if (<tuple>one)[1] != "hidden"]
            break
    return told


cdef list cut(str name, Py_ssize_t most):
    """The words of a name, None where they are more than that; as `words_in`."""
    cdef list words
    cdef const unsigned char* text
    cdef Py_ssize_t at, start = -1, n = len(name)
    cdef bint is_small, is_big, after_small = False
    cdef str small
    if not PyUnicode_IS_ASCII(name):
        words = words_in(name)
        return words if len(words) <= most else None
    words = []
    text = <const unsigned char*>PyUnicode_DATA(name)
    small = name.lower()
    for at in range(n + 1):  # what is behind the text is NUL
        is_small, is_big = c'a' <= text[at] <= c'z', c'A' <= text[at] <= c'Z'
        if start >= 0 and (not (is_small or is_big) or (is_big and after_small)):
            if len(words) == most:
                return None
            words.append(small[start:at])
            start = -1
        if start < 0 and (is_small or is_big):
            start = at
        after_small = is_small
    return words
