# cython: language_level=3, boundscheck=False, wraparound=False
"""Words as trees of their letters, made of tables of words."""

from cpython.mem cimport PyMem_Calloc

cdef enum:
    MOST_LETTERS = 0xFFFF  # places in a tree, and pairs
    LINE = 64


cdef void* room_for(Py_ssize_t n, size_t size) except NULL:
    """Memory for so many things of a size, all 0, which begins where a line of a processor's cache does."""
    cdef char* memory
    if n > MOST_LETTERS:
        raise ImportError("there are more letters than there is room for")
    memory = <char*>PyMem_Calloc(n * size + LINE, 1)
    if memory is NULL:
        raise MemoryError
    return memory + (LINE - <size_t>memory % LINE)


cdef Py_ssize_t n_places(terms) except -1:
    """Places that a tree of some terms has at most."""
    return sum(map(len, terms)) + 1


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
    cdef Py_ssize_t n_begun = n_places([*lettered(table.words), *lettered(table.beginnings), *halves])
    trees.begun = <Letter*>room_for(n_begun, sizeof(Letter))
    trees.wholes = <long long*>room_for(n_begun, sizeof(long long))
    trees.ended = <Letter*>room_for(n_places(lettered(table.endings)), sizeof(Letter))
    trees.pairs = <Pair*>room_for(len(pairs) + 1, sizeof(Pair))
    if len(lettered(halves)) < len(halves):
        raise ImportError("there are pairs of words that are not of ASCII")
    for term in lettered(table.words):
        trees.wholes[place_of(trees.begun, term, &n_used)] |= <long long>table.words[term]
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
    note_two(trees.begun, trees.may_begin)
    note_two(trees.ended, trees.may_end)
    return 0


cdef void note_two(const Letter* tree, unsigned int* may_be) noexcept:
    """Write down which first two letters lead somewhere; of some terms there is one alone."""
    cdef Py_ssize_t first, second
    cdef const Letter* letter
    for first in range(26):
        if tree.following[first] == 0:
            continue
        letter = &tree[tree.following[first]]
        may_be[first + 1] |= 1
        for second in range(26):
            if letter.following[second] or letter.part:
                may_be[first + 1] |= 1u << (second + 1)
