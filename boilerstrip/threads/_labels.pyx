# cython: language_level=3
"""What class names and ids say, compiled: functions of the same names in `labels`, without what they remember.

A label is read once, word by word, into the bits that `said_by` gives.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA
from libc.string cimport memcmp, memcpy, memset

from boilerstrip.threads.terms import (
    ABOUT_ENDS, ABOUT_STARTS, ABOUT_WORDS, ASIDE_WORDS, AUTHOR_ENDS, AUTHOR_WEIGHTS, BODY_ENDS, BODY_LAST, BODY_WORDS,
    DATE_WORDS, DOWN, ENTRY_NOUNS, LATER, NEUTRAL, NO_AUTHOR, NO_BODY, NO_PERMALINK, NO_VOTE, PERMALINK,
    QUOTE_BUTTONS, QUOTES, UP, VOTE_WEIGHTS,
)
from boilerstrip import remembered
from boilerstrip.threads import labels, terms  # `labels` imports this one: of it only what is called later is used

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)

if remembered.MOST_CHARS != MOST_CHARS:
    raise ImportError("as many characters of a label are looked at by Python and by this")

cdef tuple _PARTS = ("", terms.BODY, terms.ABOUT, terms.LOCKED)

cdef enum:
    MOST_NAMES = 12
    MOST_KNOWN = 8192  # labels of which it is remembered what they say
    N_RECENT = 512
    N_SLOTS = 2048
    WORD_CHARS = 16  # of the longest word that is known
    N_EDGES = 48


include "_bits.pxi"


cdef dict _known = {}
cdef list _recent = [None] * N_RECENT  # labels asked for last, by where they are in memory
cdef long long _recently[N_RECENT]


cdef long long said_by(str label) except -1:
    """What a label says: bits of its words, and those of it as a whole."""
    cdef size_t place = (<size_t><void*>label >> 4) % N_RECENT
    cdef long long said
    if not label:
        return 0
    if _recent[place] is label:
        return _recently[place]
    known = _known.get(label) if len(label) <= MOST_CHARS else None
    if known is None:
        said = _read(label, NULL) if PyUnicode_IS_ASCII(label) else _told_by_python(label)
        if len(label) > MOST_CHARS:  # a page could fill memory with them
            return said
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        _known[label] = said
    else:
        said = known
    _recent[place] = label
    _recently[place] = said
    return said


cdef long long _told_by_python(str label) except -1:
    """The same of a label that is not of ASCII; of its words what other parts ask for, no beginnings and ends."""
    cdef long long said = <long long>(<Py_ssize_t>labels.author_weight(label)) << WEIGHT_AT
    for word in labels.words_of(label):
        said |= <long long>_bits_of_words.get(word, 0)
    said |= <long long>(<Py_ssize_t>_PARTS.index(labels.part_of(label))) << PART_AT
    said |= <long long>(<Py_ssize_t>labels.vote_weight(label)) << VOTES_AT
    return said | <long long>(labels.body_name(label) != "") << NAMES_BODY_AT


cdef enum:
    ASIDE = 4  # a part that is said by one name


cdef struct Name:  # the one that says BODY first
    Py_ssize_t first, end


cdef enum:  # characters of ASCII
    SMALL = 1
    CAPITAL = 2
    SPACE = 4

cdef unsigned char _kinds[128]
for _code in range(128):
    _char = chr(_code)
    _kinds[<int>_code] = SMALL * _char.islower() | CAPITAL * _char.isupper() | SPACE * _char.isspace()


cdef inline bint _is_space(unsigned char char) noexcept:
    return _kinds[char & 127] == SPACE


cdef long long _read(str label, Name* body) noexcept:
    """What a label of ASCII says, and which name is that of a body."""
    cdef const unsigned char* chars = <const unsigned char*>PyUnicode_1BYTE_DATA(label)
    cdef char small[MOST_CHARS + 1]
    cdef unsigned int words[MOST_CHARS]  # of the name at hand
    cdef Py_ssize_t i, first = 0, name_first = 0, n_words = 0, n_names = 0, n = min(len(label), MOST_CHARS)
    cdef unsigned char kind, before = 0
    cdef unsigned int bits, all_bits = 0
    cdef int part = 0, said, vote = 0
    cdef Py_ssize_t weight = 0
    cdef bint names_body = False, is_aside = False
    for i in range(n + 1):
        kind = _kinds[chars[i] & 127] if i < n else SPACE
        if kind & (SMALL | CAPITAL):
            if kind == CAPITAL and before == SMALL:
                words[n_words] = bits = _bits_of(small + first, i - first)
                n_words += 1
                all_bits |= bits
                vote = max(vote, <int>(bits >> VOTE_AT & 3))
                first = i
            small[i] = chars[i] | 32
        else:
            if first < i:
                words[n_words] = bits = _bits_of(small + first, i - first)
                n_words += 1
                all_bits |= bits
                vote = max(vote, <int>(bits >> VOTE_AT & 3))
            first = i + 1
            if kind == SPACE:
                if name_first < i and n_names < MOST_NAMES:
                    n_names += 1
                    said = _part_of_name(words, n_words)
                    weight = max(weight, _weight_of_name(words, n_words))
                    is_aside = is_aside or said == ASIDE
                    part = part or said
                    if said == BODY and not names_body:
                        names_body = True
                        if body is not NULL:
                            body.first, body.end = name_first, i
                name_first, n_words = i + 1, 0
        before = kind
    if is_aside:
        part = ABOUT
    if all_bits & IS_NO_VOTE:
        vote = 0
    return (
        all_bits | <long long>part << PART_AT | <long long>names_body << NAMES_BODY_AT | <long long>vote << VOTES_AT
        | <long long>weight << WEIGHT_AT
    )


cdef int _part_of_name(const unsigned int* words, Py_ssize_t n) noexcept:
    """As `labels._part_of_name`, of the bits of its words."""
    cdef unsigned int bits, all_bits = 0
    cdef Py_ssize_t i
    for i in range(n):
        all_bits |= words[i]
    if all_bits & IS_ASIDE:
        return ASIDE
    if all_bits & IS_QUOTE and not all_bits & IS_QUOTE_BUTTON:
        return LOCKED
    if n and words[n - 1] & IS_BODY_LAST:
        return BODY
    cdef bint is_head = True
    for i in range(n - 1, -1, -1):
        bits = words[i]
        if bits & IS_BODY or (bits & ENDS_BODY and not bits & (IS_NO_BODY | IS_ABOUT)):
            if is_head:
                return BODY
        elif bits & (IS_ABOUT | IS_LIKE_ABOUT):
            return ABOUT
        is_head = is_head and bits & IS_HEADLESS
    return 0


cdef Py_ssize_t _weight_of_name(const unsigned int* words, Py_ssize_t n) noexcept:
    """As `labels._author_weight_of`, of the bits of its words."""
    cdef Py_ssize_t i, weight = 0
    for i in range(n):
        if words[i] & IS_NO_AUTHOR:
            return 0
        weight += words[i] >> AUTHOR_AT & 3 or (3 if words[i] & ENDS_AUTHOR else 0)
    return weight


def words_of(str label not None):
    """The words of a label of ASCII; None for others."""
    if not PyUnicode_IS_ASCII(label):
        return None
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
    return tuple(found)


def part_of(str label not None):
    """As `labels.part_of` of a label of ASCII; None for others."""
    return _PARTS[part_said(said_by(label))] if PyUnicode_IS_ASCII(label) else None


def body_name(str label not None):
    """As `labels.body_name` of a label of ASCII; None for others."""
    cdef Name body = Name(0, 0)
    if not PyUnicode_IS_ASCII(label):
        return None
    _read(label, &body)
    return label[body.first:body.end]


def author_weight(str label not None):
    """As `labels.author_weight` of a label of ASCII; -1 for others."""
    return weight_said(said_by(label)) if PyUnicode_IS_ASCII(label) else -1


def vote_weight(str label not None):
    """As `labels.vote_weight` of a label of ASCII; -1 for others."""
    return votes_said(said_by(label)) if PyUnicode_IS_ASCII(label) else -1


def naming(labels):
    """Those of some labels that have an `author_weight`."""
    return {label for label in labels if weight_said(said_by(label)) > 0}


def tokens_of(str label not None):
    """As `labels.tokens_of` of a label of ASCII; None for others."""
    return tokens(label) if PyUnicode_IS_ASCII(label) else None


cdef dict _tokens = {}


cdef tuple tokens(str label):
    """As `labels.tokens_of`."""
    cdef tuple found = _tokens.get(label) if len(label) <= MOST_CHARS else None
    if found is not None:
        return found
    if PyUnicode_IS_ASCII(label):
        found = _read_tokens(label)
    else:
        found = labels.tokens_of(label)
    if len(label) > MOST_CHARS:
        return found
    if len(_tokens) >= MOST_KNOWN:
        _tokens.clear()
    _tokens[label] = found
    return found


cdef tuple _read_tokens(str label):
    cdef const unsigned char* chars = <const unsigned char*>PyUnicode_1BYTE_DATA(label)
    cdef Py_ssize_t i = 0, first, n_names = 0, n = min(len(label), MOST_CHARS)
    cdef list found = []
    cdef str name
    while n_names < MOST_NAMES:
        while i < n and _is_space(chars[i]):
            i += 1
        if i == n:
            break
        first = i
        while i < n and not _is_space(chars[i]):
            i += 1
        n_names += 1
        name = folded(label, first, i)
        if name not in found:
            found.append(name)
    return tuple(found)


cdef str folded(str text, Py_ssize_t first, Py_ssize_t end):
    """A part of a text of ASCII, of at most `MOST_CHARS` characters, with each number as "0"."""
    cdef const unsigned char* chars = <const unsigned char*>PyUnicode_1BYTE_DATA(text)
    cdef char small[MOST_CHARS]
    cdef Py_ssize_t i, n = 0
    cdef bint is_digit, was_digit = False, has_digit = False
    for i in range(first, min(end, first + MOST_CHARS)):
        is_digit = c"0" <= chars[i] <= c"9"
        if not (is_digit and was_digit):
            small[n] = c"0" if is_digit else <char>chars[i]
            n += 1
        was_digit = is_digit
        has_digit = has_digit or is_digit
    return small[:n].decode("ascii") if has_digit else text[first:end]
