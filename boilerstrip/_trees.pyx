# cython: language_level=3, boundscheck=False, wraparound=False
"""Words as trees of their letters, made of tables of words."""

from cpython.mem cimport PyMem_Calloc

cdef enum:
    MOST_LETTERS = 0xFFFF  # places in a tree, and pairs


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
    """Where a word of small letters ends in a tree, which has so many places so far."""
    cdef Py_ssize_t number
    cdef unsigned short place = 0
    for char in term:
        number = ord(char) - ord("a")
        if not 0 <= number < 26:
            raise ValueError("a word of other letters")
        if tree[place].following[number] == 0:
            tree[place].following[number] = n_used[0]
            n_used[0] += 1
        place = tree[place].following[number]
    return place


cdef list lettered(terms):
    """Those of some terms that can be in a name of ASCII."""
    return [term for term in terms if term.isascii() and term.isalpha() and term.islower()]


cdef int plant(Trees* trees, table) except -1:
    """Write a table of words into trees, which stay for as long as the process runs.

    Args:
        trees: To be filled in.
        table: A `WordTable`. Of its words those of other scripts are left out: no name of ASCII has them.

    Raises:
        ImportError: It has pairs of such words, or more letters than there is room for.
    """
    cdef Py_ssize_t n_used = 1, n_pairs = 0
    cdef Letter* letter
    pairs = sorted(
        [(last, first, mask) for pair, mask in table.pairs.items() for first, _, last in (pair.partition("-"),)]
    )
    halves = [half for last, first, _ in pairs for half in (last, first)]
    trees.begun = new_tree([*lettered(table.words), *lettered(table.beginnings), *halves])
    trees.ended = new_tree(lettered(table.endings))
    trees.pairs = <Pair*>PyMem_Calloc(len(pairs) + 1, sizeof(Pair))
    if trees.pairs is NULL:
        raise MemoryError
    if len(lettered(halves)) < len(halves):
        raise ImportError("there are pairs of words that are not of ASCII")
    for term in lettered(table.words):
        trees.begun[place_of(trees.begun, term, &n_used)].whole |= <long long>table.words[term]
    for term in lettered(table.beginnings):
        trees.begun[place_of(trees.begun, term, &n_used)].part |= <long long>table.beginnings[term]
    for last, first, mask in pairs:
        letter = &trees.begun[place_of(trees.begun, last, &n_used)]
        if letter.n_pairs == 0:
            letter.first_pair = n_pairs
        letter.n_pairs += 1
        trees.pairs[n_pairs] = Pair(place_of(trees.begun, first, &n_used), mask)
        n_pairs += 1
    n_used = 1
    for term in lettered(table.endings):
        trees.ended[place_of(trees.ended, term[::-1], &n_used)].part |= <long long>table.endings[term]
    return 0
