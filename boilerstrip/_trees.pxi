# A part of `_names.pyx`: words and endings in trees of letters, small enough to stay in the processor's nearest cache.

cdef enum:
    PLACES = 0x3FFF  # in a tree
    ENDS_WORD = 0x4000  # beside a place: something is known of the word that ends there
    BEGINS_WORD = 0x8000  # of all words that begin, or end, with the letters so far


cdef struct Step:
    # A letter: the letter before it, and where those behind it are.
    unsigned short before  # its place and one more; 0 where there is no letter
    unsigned short following  # the place of an "a" behind it, at least if there is one, and what is known


cdef struct Meaning:
    # What is known at a letter.
    long long whole  # categories of the word that ends there
    long long part  # those of all words that begin, or end, with the letters so far
    unsigned short first_pair, n_pairs  # in `_pairs`: those whose second word ends there


cdef struct Pair:
    unsigned short before  # where its first word ends
    long long mask


cdef struct Tree:
    # The first step is none: the letters behind it are those that begin.
    Step* steps
    Meaning* meanings


cdef struct Branch:
    # Where letters lead while a tree grows, 0 for nowhere.
    unsigned short[26] following


cdef class Growing:
    """A tree that takes words, until it is finished and no more grow."""

    cdef Branch* branches
    cdef unsigned short* places  # of the branches in the tree
    cdef Py_ssize_t n_used, room
    cdef Tree tree

    def __dealloc__(self):
        PyMem_Free(self.branches)
        PyMem_Free(self.places)

    cdef int add(self, terms) except -1:
        """Add all words that it is to have."""
        cdef Py_ssize_t number
        cdef unsigned short place
        self.n_used, self.room = 1, 2 * sum(map(len, terms)) + 64
        if self.room > PLACES:
            raise ImportError("there are more letters than there is room for")
        self.branches = <Branch*>PyMem_Calloc(self.room, sizeof(Branch))
        self.places = <unsigned short*>PyMem_Calloc(self.room, sizeof(unsigned short))
        self.tree.steps = <Step*>PyMem_Calloc(self.room, sizeof(Step))
        self.tree.meanings = <Meaning*>PyMem_Calloc(self.room, sizeof(Meaning))
        if not self.branches or not self.places or not self.tree.steps or not self.tree.meanings:
            raise MemoryError
        for term in terms:
            place = 0
            for char in term:
                number = ord(char) - ord("a")
                if self.branches[place].following[number] == 0:
                    self.branches[place].following[number] = self.n_used
                    self.n_used += 1
                place = self.branches[place].following[number]
        self.settle()
        return 0

    cdef int settle(self) except -1:
        """Find places for the letters behind each letter, between those of others."""
        cdef Py_ssize_t branch, number, first, lowest = 1
        cdef unsigned short* following
        for branch in range(self.n_used):  # each comes behind the one that leads to it
            following = self.branches[branch].following
            while self.tree.steps[lowest].before:
                lowest += 1
            number = 0
            while number < 26 and not following[number]:
                number += 1
            if number == 26:
                continue
            first = max(1, lowest - number)
            while not self.fits(first, following):
                first += 1
            self.tree.steps[self.places[branch]].following = first
            for number in range(26):
                if following[number]:
                    self.tree.steps[first + number].before = self.places[branch] + 1
                    self.places[following[number]] = first + number
        return 0

    cdef bint fits(self, Py_ssize_t first, unsigned short* following) except -1:
        cdef Py_ssize_t number
        if first + 26 >= self.room:
            raise ImportError("there are more letters than there is room for")
        for number in range(26):
            if following[number] and self.tree.steps[first + number].before:
                return False
        return True

    cdef unsigned short place_of(self, str term) except 0:
        """Where one of the words ends."""
        cdef unsigned short branch = 0
        for char in term:
            branch = self.branches[branch].following[ord(char) - ord("a")]
        return self.places[branch]

    cdef Tree finished(self):
        """The tree, when all is written down at its letters."""
        cdef Py_ssize_t place
        cdef Meaning* meaning
        for place in range(self.room):
            meaning = &self.tree.meanings[place]
            if meaning.whole or meaning.n_pairs:
                self.tree.steps[place].following |= ENDS_WORD
            if meaning.part:
                self.tree.steps[place].following |= BEGINS_WORD
        return self.tree


cdef Tree _begun
"""The words from their beginnings on."""
cdef Tree _ended
"""The endings from their last letters on."""
cdef Pair* _pairs


cdef list lettered(terms):
    """Those of some terms that can be in a name of ASCII."""
    return [term for term in terms if term.isascii() and term.isalpha() and term.islower()]


cdef int plant(table) except -1:
    """Write a table of words into the trees."""
    global _begun, _ended, _pairs
    cdef Py_ssize_t n_pairs = 0
    cdef Growing begun = Growing(), ended = Growing()
    cdef Meaning* meaning
    pairs = sorted(
        [(last, first, mask) for pair, mask in table.pairs.items() for first, _, last in (pair.partition("-"),)]
    )
    words, beginnings, endings = lettered(table.words), lettered(table.beginnings), lettered(table.endings)
    halves = [half for last, first, _ in pairs for half in (last, first)]
    if len(lettered(halves)) < len(halves):
        raise ImportError("there are pairs of words that are not of ASCII")
    begun.add([*words, *beginnings, *halves])
    ended.add([term[::-1] for term in endings])
    _pairs = <Pair*>PyMem_Calloc(len(pairs) + 1, sizeof(Pair))
    if _pairs is NULL:
        raise MemoryError
    for term in words:
        begun.tree.meanings[begun.place_of(term)].whole |= <long long>table.words[term]
    for term in beginnings:
        begun.tree.meanings[begun.place_of(term)].part |= <long long>table.beginnings[term]
    for last, first, mask in pairs:
        meaning = &begun.tree.meanings[begun.place_of(last)]
        if meaning.n_pairs == 0:
            meaning.first_pair = n_pairs
        meaning.n_pairs += 1
        _pairs[n_pairs] = Pair(begun.place_of(first), mask)
        n_pairs += 1
    for term in endings:
        ended.tree.meanings[ended.place_of(term[::-1])].part |= <long long>table.endings[term]
    _begun, _ended = begun.finished(), ended.finished()
    return 0
