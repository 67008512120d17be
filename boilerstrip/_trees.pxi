# A part of `_names.pyx`: words and endings in trees of letters.

cdef enum:
    MOST_LETTERS = 0x7FFF  # places in `_begun` and in `_ended`, and pairs
    HAS_PART = 0x8000  # beside a place: something is known of what begins, or ends, with the letters so far


cdef struct Letter:
    # A place in a tree of words, which takes a line of the processor's cache: where the next letters lead (0 for nowhere).
    unsigned short[26] following
    unsigned short first_pair, n_pairs  # in `_pairs`: those whose second word ends here
    unsigned short[4] unused


cdef struct Meaning:
    # What is known at a place.
    long long whole  # categories of the word that ends here
    long long part  # those of all words that begin, or end, with the letters so far


cdef struct Pair:
    unsigned short before  # where its first word ends
    long long mask


cdef struct Tree:
    Letter* letters
    Meaning* meanings
    Py_ssize_t n_used


cdef Tree _begun
"""The words from their beginnings on."""
cdef Tree _ended
"""The endings from their last letters on."""
cdef Pair* _pairs


cdef Tree new_tree(terms) except *:
    """Room for all letters of some terms."""
    cdef Tree tree
    n_letters = sum(map(len, terms)) + 1
    if n_letters > MOST_LETTERS:
        raise ImportError("there are more letters than there is room for")
    cdef char* room = <char*>PyMem_Calloc(n_letters + 1, sizeof(Letter))
    tree.meanings = <Meaning*>PyMem_Calloc(n_letters, sizeof(Meaning))
    if room is NULL or tree.meanings is NULL:
        raise MemoryError
    room += sizeof(Letter) - <size_t>room % sizeof(Letter)
    tree.letters = <Letter*>room
    tree.n_used = 1
    return tree


cdef unsigned short place_of(Tree* tree, str term) except 0:
    """Where a word ends in a tree."""
    cdef Py_ssize_t number
    cdef unsigned short place = 0
    for char in term:
        number = ord(char) - ord("a")
        if tree.letters[place].following[number] == 0:
            tree.letters[place].following[number] = tree.n_used
            tree.n_used += 1
        place = tree.letters[place].following[number]
    return place


cdef int finish(Tree* tree) except -1:
    """Note beside each place whether something is known there, when all words are in the tree."""
    cdef Py_ssize_t place, number
    cdef unsigned short* following
    for place in range(tree.n_used):
        for number in range(26):
            following = &tree.letters[place].following[number]
            if following[0] and tree.meanings[following[0]].part:
                following[0] |= HAS_PART
    return 0


cdef list lettered(terms):
    """Those of some terms that can be in a name of ASCII."""
    return [term for term in terms if term.isascii() and term.isalpha() and term.islower()]


cdef int plant(table) except -1:
    """Write a table of words into the trees."""
    global _begun, _ended, _pairs
    cdef Py_ssize_t n_pairs = 0
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
        _begun.meanings[place_of(&_begun, term)].whole |= <long long>table.words[term]
    for term in lettered(table.beginnings):
        _begun.meanings[place_of(&_begun, term)].part |= <long long>table.beginnings[term]
    for last, first, mask in pairs:
        letter = &_begun.letters[place_of(&_begun, last)]
        if letter.n_pairs == 0:
            letter.first_pair = n_pairs
        letter.n_pairs += 1
        _pairs[n_pairs] = Pair(place_of(&_begun, first), mask)
        n_pairs += 1
    for term in lettered(table.endings):
        _ended.meanings[place_of(&_ended, term[::-1])].part |= <long long>table.endings[term]
    finish(&_begun)
    finish(&_ended)
    return 0
