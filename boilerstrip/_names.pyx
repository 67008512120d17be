# cython: language_level=3, boundscheck=False, wraparound=False
"""What a class attribute, an id and the like tell: `words.classify` and `shapes.may_shape`, compiled.

Nothing is remembered: to walk the letters of a name costs less than to find it in a cache.
"""

from cpython.bytes cimport PyBytes_AS_STRING
from cpython.mem cimport PyMem_Calloc
from cpython.unicode cimport PyUnicode_DecodeASCII, PyUnicode_DecodeUTF8
from libc.string cimport strlen, strncmp

from boilerstrip import words
from boilerstrip.elements import MOST_LABEL, named
from boilerstrip.shapes import SHAPING, SHAPING_PARTS

cdef enum:
    MOST_CHARS = 1024  # of a name
    MOST_PARTS = 16
    MOST_LETTERS = 0xFFFF  # places in `_begun` and in `_ended`


cdef struct Letter:
    # A place in a tree of words: where the next letters lead (0 for nowhere), and what is known there.
    unsigned short[26] following
    bint ends_pair
    long long whole  # categories of the word that ends here
    long long part  # those of all words that begin, or end, with the letters so far


cdef Letter* _begun
"""The words from their beginnings on."""
cdef Letter* _ended
"""The endings from their last letters on."""
cdef Py_ssize_t _LABEL_CAP = words.LABEL_CAP, _MOST_LABEL = MOST_LABEL
cdef dict _pairs = words.CATEGORY_TABLE.pairs
cdef frozenset _shaping = frozenset(SHAPING)

# Parts of names, each array with NULL at its end, and what holds them.
cdef const char* _false_friends[MOST_PARTS]
cdef const char* _shape_parts[MOST_PARTS]
cdef list _held = []
cdef unsigned long long[256] _shaped_lengths  # a bit for each length of the classes of `SHAPING`, by first letter
cdef bint[256] _begins_part, _begins_friend  # whether one of the parts begins with that letter


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


cdef Letter* new_tree(terms) except NULL:
    """Room for all letters of some terms."""
    n_letters = sum(map(len, terms)) + 1
    if n_letters > MOST_LETTERS:
        raise ImportError("there are more letters than there is room for")
    tree = <Letter*>PyMem_Calloc(n_letters, sizeof(Letter))
    if tree is NULL:
        raise MemoryError
    return tree


cdef Letter* place_of(Letter* tree, str term, Py_ssize_t* n_used) except NULL:
    """Where a word ends in a tree, which has so many places so far."""
    cdef Letter* letter = tree
    cdef Py_ssize_t number
    for char in term:
        number = ord(char) - ord("a")
        if letter.following[number] == 0:
            letter.following[number] = n_used[0]
            n_used[0] += 1
        letter = &tree[letter.following[number]]
    return letter


cdef list lettered(terms):
    """Those of some terms that can be in a name of ASCII."""
    return [term for term in terms if term.isascii() and term.isalpha() and term.islower()]


cdef int plant(table) except -1:
    """Write a table of words into the trees."""
    global _begun, _ended
    cdef Py_ssize_t n_used = 1
    beginning = [*lettered(table.words), *lettered(table.beginnings), *lettered(table.pair_ends)]
    _begun, _ended = new_tree(beginning), new_tree(table.endings)
    for term in lettered(table.words):
        place_of(_begun, term, &n_used).whole |= <long long>table.words[term]
    for term in lettered(table.beginnings):
        place_of(_begun, term, &n_used).part |= <long long>table.beginnings[term]
    for term in lettered(table.pair_ends):
        place_of(_begun, term, &n_used).ends_pair = True
    n_used = 1
    for term in lettered(table.endings):
        place_of(_ended, term[::-1], &n_used).part |= <long long>table.endings[term]
    return 0


plant(words.CATEGORY_TABLE)
if MOST_LABEL > MOST_CHARS or _LABEL_CAP > MOST_CHARS or max(map(len, SHAPING)) > 63:
    raise ImportError("names may be longer than there is room for")
if any(char.isdigit() for name in (*SHAPING, *SHAPING_PARTS, *words.FALSE_FRIENDS) for char in name):
    raise ImportError("digits tell something, which `words.ZEROED` would change")
fill(_false_friends, words.FALSE_FRIENDS, MOST_PARTS)
fill(_shape_parts, SHAPING_PARTS, MOST_PARTS)
for name in SHAPING:
    _shaped_lengths[ord(name[0])] |= 1ULL << len(name)
for name in SHAPING_PARTS:
    _begins_part[ord(name[0])] = True
for name in words.FALSE_FRIENDS:
    _begins_friend[ord(name[0])] = True


cdef int tell(const char* name, bint may_shape, Told* told) except -1:
    """Add what a name tells, whose characters behind `MOST_LABEL` count as they do in Python only if they are
    ASCII; whether it can give a shape where that is asked."""
    cdef Py_ssize_t place, size = strlen(name)
    cdef unsigned char other = 0
    for place in range(size):
        other |= <unsigned char>name[place]
    if other < 128:
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


cdef inline bint is_space(unsigned char char) noexcept:
    """Whether `str.split` cuts there."""
    return char == 32 or 9 <= char <= 13 or 28 <= char <= 31


cdef long long classify(const unsigned char* label, Py_ssize_t size) except? -1:
    """`words.classify` of the first characters of a label of ASCII."""
    cdef unsigned char lower[MOST_CHARS + 1]
    cdef unsigned char char
    cdef Py_ssize_t place = 0, start = 0, before = 0, n_before = 0
    cdef bint is_after_small = False, is_letter, begins = True
    cdef long long mask = 0
    while place <= size:
        char = label[place] if place < size else 0
        if begins and _begins_friend[char] and begins_within(label + place, size - place, _false_friends):
            while place < size and not is_space(label[place]):
                place += 1
            char, is_after_small, start = 0, False, place
        lower[place] = char | 32
        is_letter = c"a" <= lower[place] <= c"z" and char >= c"A"
        if start < place and (not is_letter or (is_after_small and char < c"a")):
            mask |= bits_of(lower, start, place - start, before, n_before)
            before, n_before, start = start, place - start, place
        if not is_letter:
            start = place + 1
        is_after_small = is_letter and char >= c"a"
        begins = is_space(label[place]) if place < size else False
        place += 1
    return mask


cdef long long bits_of(
    const unsigned char* lower, Py_ssize_t start, Py_ssize_t length, Py_ssize_t before, Py_ssize_t n_before
) except? -1:
    """What `WordTable.mask` adds for a word that comes after another one."""
    cdef Letter* letter = _begun
    cdef unsigned short there
    cdef Py_ssize_t place
    cdef long long bits = 0
    for place in range(start, start + length):
        there = letter.following[lower[place] - c"a"]
        if there == 0:
            break
        letter = &_begun[there]
        bits |= letter.part
    else:
        bits |= letter.whole
        if letter.ends_pair and n_before:
            one = PyUnicode_DecodeASCII(<const char*>lower + before, n_before, NULL)
            other = PyUnicode_DecodeASCII(<const char*>lower + start, length, NULL)
            bits |= <long long>_pairs.get(one + "-" + other, 0)
    letter, place = _ended, start + length
    while place > start:
        place -= 1
        there = letter.following[lower[place] - c"a"]
        if there == 0:
            break
        letter = &_ended[there]
        bits |= letter.part
    return bits


cdef bint begins_within(const unsigned char* text, Py_ssize_t size, const char** parts) noexcept:
    while parts[0] is not NULL:
        length = <Py_ssize_t>strlen(parts[0])
        if length <= size and strncmp(<const char*>text, parts[0], length) == 0:
            return True
        parts += 1
    return False


cdef bint begins_like(const char* text, const char** parts) noexcept:
    """Whether a text begins with one of these parts."""
    while parts[0] is not NULL:
        if strncmp(text, parts[0], strlen(parts[0])) == 0:
            return True
        parts += 1
    return False


cdef bint may_be_shaped(const unsigned char* label) except -1:
    """`shapes.may_shape`."""
    cdef Py_ssize_t length, place = 0, start = 0
    while True:
        if _begins_part[label[place]] and begins_like(<const char*>label + place, _shape_parts):
            return True
        if label[place] == 0 or is_space(label[place]):
            length = place - start
            if 0 < length < 64 and _shaped_lengths[label[start]] >> length & 1:
                if PyUnicode_DecodeASCII(<const char*>label + start, length, NULL) in _shaping:
                    return True
            start = place + 1
        if label[place] == 0:
            return False
        place += 1
