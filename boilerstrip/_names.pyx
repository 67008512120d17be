# cython: language_level=3, boundscheck=False, wraparound=False
"""What a class attribute, an id and the like tell: `words.classify` and `shapes.may_shape`, compiled.

Nothing is remembered: to walk the letters of a name costs less than to find it in a cache.
"""

from string import ascii_lowercase

from cpython.bytes cimport PyBytes_AS_STRING
from cpython.mem cimport PyMem_Calloc
from cpython.unicode cimport PyUnicode_DecodeASCII, PyUnicode_DecodeUTF8
from libc.string cimport memcmp, memcpy, strlen, strstr

from boilerstrip import words
from boilerstrip.elements import MOST_LABEL, named
from boilerstrip.shapes import SHAPING, SHAPING_PARTS

cdef enum:
    MOST_CHARS = 1024  # of a name
    MOST_PARTS = 16
    MOST_LETTERS = 0xFFFF  # places in `_begun` and in `_ended`, and pairs
    # What a character is.
    SMALL = 1
    CAPITAL = 2
    SPACE = 4  # where `str.split` cuts
    END = 8
    BEGINS_FRIEND = 16
    BEGINS_PART = 32
    SECOND_OF_PART = 64


cdef struct Letter:
    # A place in a tree of words: where the next letters lead (0 for nowhere), and what is known there.
    unsigned short[26] following
    unsigned short first_pair, n_pairs  # in `_pairs`: those whose second word ends here
    long long whole  # categories of the word that ends here
    long long part  # those of all words that begin, or end, with the letters so far


cdef struct Pair:
    unsigned short before  # where its first word ends
    long long mask


cdef Letter* _begun
"""The words from their beginnings on."""
cdef Letter* _ended
"""The endings from their last letters on."""
cdef Py_ssize_t _LABEL_CAP = words.LABEL_CAP, _MOST_LABEL = MOST_LABEL
cdef Pair* _pairs
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


cdef Letter* new_tree(terms) except NULL:
    """Room for all letters of some terms."""
    n_letters = sum(map(len, terms)) + 1
    if n_letters > MOST_LETTERS:
        raise ImportError("there are more letters than there is room for")
    tree = <Letter*>PyMem_Calloc(n_letters, sizeof(Letter))
    if tree is NULL:
        raise MemoryError
    return tree


cdef unsigned short place_of(Letter* tree, str term, Py_ssize_t* n_used) except 0:
    """Where a word ends in a tree, which has so many places so far."""
    cdef Py_ssize_t number
    cdef unsigned short place = 0
    for char in term:
        number = ord(char) - ord("a")
        if tree[place].following[number] == 0:
            tree[place].following[number] = n_used[0]
            n_used[0] += 1
        place = tree[place].following[number]
    return place


cdef list lettered(terms):
    """Those of some terms that can be in a name of ASCII."""
    return [term for term in terms if term.isascii() and term.isalpha() and term.islower()]


cdef int plant(table) except -1:
    """Write a table of words into the trees."""
    global _begun, _ended, _pairs
    cdef Py_ssize_t n_used = 1, n_pairs = 0
    cdef Letter* letter
    pairs = sorted(
        [(last, first, mask) for pair, mask in table.pairs.items() for first, _, last in (pair.partition("-"),)]
    )
    halves = [half for last, first, _ in pairs for half in (last, first)]
    _begun = new_tree([*lettered(table.words), *lettered(table.beginnings), *halves])
    _ended = new_tree(table.endings)
    _pairs = <Pair*>PyMem_Calloc(len(pairs) + 1, sizeof(Pair))
    if _pairs is NULL:
        raise MemoryError
    if len(lettered(halves)) < len(halves):
        raise ImportError("there are pairs of words that are not of ASCII")
    for term in lettered(table.words):
        _begun[place_of(_begun, term, &n_used)].whole |= <long long>table.words[term]
    for term in lettered(table.beginnings):
        _begun[place_of(_begun, term, &n_used)].part |= <long long>table.beginnings[term]
    for last, first, mask in pairs:
        letter = &_begun[place_of(_begun, last, &n_used)]
        if letter.n_pairs == 0:
            letter.first_pair = n_pairs
        letter.n_pairs += 1
        _pairs[n_pairs] = Pair(place_of(_begun, first, &n_used), mask)
        n_pairs += 1
    n_used = 1
    for term in lettered(table.endings):
        _ended[place_of(_ended, term[::-1], &n_used)].part |= <long long>table.endings[term]
    return 0


plant(words.CATEGORY_TABLE)
if MOST_LABEL > MOST_CHARS or _LABEL_CAP > MOST_CHARS or max(map(len, SHAPING)) > 63:
    raise ImportError("names may be longer than there is room for")
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
for name in ascii_lowercase:
    _kinds[ord(name)] |= SMALL
    _kinds[ord(name.upper())] |= CAPITAL
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


cdef bint is_ascii(const char* text, Py_ssize_t size) noexcept:
    cdef unsigned long long eight = 0, other = 0
    while size >= 8:
        memcpy(&eight, text, 8)
        other |= eight
        text += 8
        size -= 8
    eight = 0
    memcpy(&eight, text, size)
    return (other | eight) & 0x8080808080808080ULL == 0


cdef long long classify(const unsigned char* label, Py_ssize_t size) noexcept:
    """`words.classify` of the first characters of a label of ASCII."""
    cdef unsigned char kind
    cdef Py_ssize_t place = 0, start, pair
    cdef Letter* letter
    cdef unsigned short next_one, here = 0, before  # where this word and that before it end in the tree, 0 for nowhere
    cdef bint is_alive, has_small
    cdef long long mask = 0
    while place < size:
        kind = _kinds[label[place]]
        if not kind & (SMALL | CAPITAL):
            place += 1
            continue
        if kind & BEGINS_FRIEND and (place == 0 or _kinds[label[place - 1]] & SPACE):
            if begins_within(label + place, size - place, _false_friends):
                while place < size and not _kinds[label[place]] & SPACE:
                    place += 1
                continue
        # A word: letters, up to a capital behind a small one.
        before, here = here, 0
        start, letter, is_alive, has_small = place, _begun, True, False
        while True:
            if is_alive:
                next_one = letter.following[(label[place] | 32) - 97]
                here = next_one
                if next_one:
                    letter = &_begun[next_one]
                    mask |= letter.part
                else:
                    is_alive = False
            has_small = has_small or kind & SMALL
            place += 1
            if place == size:
                break
            kind = _kinds[label[place]]
            if not kind & SMALL and (has_small or not kind & CAPITAL):
                break
        if is_alive:
            mask |= letter.whole
            for pair in range(letter.first_pair, letter.first_pair + letter.n_pairs):
                if _pairs[pair].before == before:
                    mask |= _pairs[pair].mask
        mask |= endings_of(label + start, place - start)
    return mask


cdef inline long long endings_of(const unsigned char* word, Py_ssize_t length) noexcept:
    """The categories of the endings that a word has."""
    cdef Letter* letter = _ended
    cdef unsigned short next_one
    cdef long long mask = 0
    while length:
        length -= 1
        next_one = letter.following[(word[length] | 32) - 97]
        if next_one == 0:
            break
        letter = &_ended[next_one]
        mask |= letter.part
    return mask


cdef bint begins_within(const unsigned char* text, Py_ssize_t size, const char** parts) noexcept:
    while parts[0] is not NULL:
        length = <Py_ssize_t>strlen(parts[0])
        if length <= size and memcmp(text, parts[0], length) == 0:
            return True
        parts += 1
    return False


cdef bint may_be_shaped(const unsigned char* label) except -1:
    """`shapes.may_shape`."""
    cdef Py_ssize_t length, place = 0, start = 0
    cdef unsigned char kind
    while True:
        kind = _kinds[label[place]]
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
    """Whether one of these parts is in a text."""
    while parts[0] is not NULL:
        if strstr(text, parts[0]) is not NULL:
            return True
        parts += 1
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
