# Words of class names, ids and properties, and the bits of what each says: a part of `_labels`.

cdef struct Word:
    char chars[WORD_CHARS]
    unsigned int bits

cdef struct Edge:  # a beginning or an end of words
    char chars[WORD_CHARS]
    int n
    int following  # the next one of the same first or last letter
    unsigned int bits

cdef Word _words[N_SLOTS]
cdef Edge _edges[N_EDGES]
cdef int _n_edges = 1  # the first is none
cdef int _begins[32]  # the first one, by the last five bits of its first letter
cdef int _ends_with[32]  # the same, of its last letter
cdef unsigned int _lengths[32][32]  # of words, in bits, by the last five bits of their first and last letters
cdef dict _bits_of_words = {}


cdef inline unsigned int _slot(const char* chars) noexcept:
    """Where a word is looked for, of 16 bytes with zeros behind it."""
    cdef unsigned long long first, last
    memcpy(&first, chars, 8)
    memcpy(&last, chars + 8, 8)
    first = (first ^ last * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u
    return <unsigned int>(first >> 40) & (N_SLOTS - 1)


cdef unsigned int _bits_of(const char* word, Py_ssize_t n) noexcept:
    """The bits of a word in lower case, of one letter at least."""
    cdef char key[WORD_CHARS]
    cdef unsigned int bits = 0, slot
    cdef int i
    if n <= WORD_CHARS and _lengths[word[0] & 31][word[n - 1] & 31] >> n & 1:  # hardly true of others than them
        memset(key, 0, WORD_CHARS)
        memcpy(key, word, n)
        slot = _slot(key)
        while _words[slot].chars[0]:
            if memcmp(_words[slot].chars, key, WORD_CHARS) == 0:
                bits = _words[slot].bits
                break
            slot = (slot + 1) & (N_SLOTS - 1)
    i = _ends_with[word[n - 1] & 31]
    while i:
        if _edges[i].n <= n and memcmp(_edges[i].chars, word + n - _edges[i].n, _edges[i].n) == 0:
            bits |= _edges[i].bits
        i = _edges[i].following
    i = _begins[word[0] & 31]
    while i:
        if _edges[i].n <= n and memcmp(_edges[i].chars, word, _edges[i].n) == 0:
            bits |= _edges[i].bits
        i = _edges[i].following
    return bits


def _fill():
    """Put the words of all sets into the table."""
    cdef bytes word
    cdef unsigned int slot
    sets = (
        (BODY_WORDS, IS_BODY), (ABOUT_WORDS, IS_ABOUT), (ASIDE_WORDS, IS_ASIDE), (BODY_LAST, IS_BODY_LAST),
        (ENTRY_NOUNS | NEUTRAL, IS_HEADLESS), (NO_AUTHOR, IS_NO_AUTHOR), (NO_BODY, IS_NO_BODY), (QUOTES, IS_QUOTE),
        (QUOTE_BUTTONS, IS_QUOTE_BUTTON), (NO_VOTE, IS_NO_VOTE), (DATE_WORDS, IS_DATE), (LATER, IS_LATER), (UP, IS_UP),
        (DOWN, IS_DOWN), (PERMALINK, IS_PERMALINK), (NO_PERMALINK, IS_NO_PERMALINK),
    )
    for words, bit in sets:
        for name in words:
            _bits_of_words[name] = _bits_of_words.get(name, 0) | bit
    for weights, at in ((AUTHOR_WEIGHTS, AUTHOR_AT), (VOTE_WEIGHTS, VOTE_AT)):
        for name, weight in weights.items():
            _bits_of_words[name] = _bits_of_words.get(name, 0) | weight << at
    for name, bits in _bits_of_words.items():
        word = name.encode("ascii").ljust(WORD_CHARS, b"\0")
        if len(word) > WORD_CHARS:
            raise ValueError(name)
        slot = _slot(word)
        while _words[slot].chars[0]:
            slot = (slot + 1) & (N_SLOTS - 1)
        memcpy(_words[slot].chars, <const char*>word, WORD_CHARS)
        _lengths[ord(name[0]) & 31][ord(name[len(name) - 1]) & 31] |= 1u << <unsigned int>len(name)
        _words[slot].bits = bits
    for name in ABOUT_STARTS:
        _add_edge(&_begins[ord(name[0]) & 31], name, IS_LIKE_ABOUT)
    for names, bit in ((BODY_ENDS, ENDS_BODY), (ABOUT_ENDS, IS_LIKE_ABOUT), (AUTHOR_ENDS, ENDS_AUTHOR)):
        for name in names:
            _add_edge(&_ends_with[ord(name[len(name) - 1]) & 31], name, bit)


cdef int _add_edge(int* first, str name, unsigned int bits) except -1:
    cdef bytes chars = name.encode("ascii").ljust(WORD_CHARS, b"\0")
    global _n_edges
    if _n_edges == N_EDGES or len(chars) > WORD_CHARS:
        raise ValueError(name)
    memcpy(_edges[_n_edges].chars, <const char*>chars, WORD_CHARS)
    _edges[_n_edges].n, _edges[_n_edges].bits, _edges[_n_edges].following = <int>len(name), bits, first[0]
    first[0] = _n_edges
    _n_edges += 1
    return 0


_fill()
