# cython: language_level=3
"""Words as trees of their letters: what the words of a name belong to is seen as it is read, letter by letter."""

cdef struct Letter:
    # A place in a tree of words: where the next letters lead (0 for nowhere), and what is known there.
    unsigned short[26] following
    unsigned short first_pair, n_pairs  # in `pairs`: those whose second word ends here
    long long whole  # categories of the word that ends here
    long long part  # those of all words that begin, or end, with the letters so far

cdef struct Pair:
    unsigned short before  # where its first word ends
    long long mask

cdef struct Trees:
    Letter* begun  # the words from their beginnings on
    Letter* ended  # the endings from their last letters on
    Pair* pairs

cdef int plant(Trees* trees, table) except -1


cdef inline bint is_letter(unsigned char character) noexcept:
    """Whether it is one of ASCII."""
    return <unsigned char>((character | 32) - 97) < 26


cdef inline Py_ssize_t read_word(
    const Trees* trees,
    const unsigned char* text,
    Py_ssize_t place,
    Py_ssize_t size,
    unsigned short* last,
    long long* mask,
) noexcept:
    """Read a word of a name: letters, up to a capital behind a small one.

    Args:
        trees: What is known of words.
        text, size: The name, and how many of its characters are looked at.
        place: Where the word begins: at a letter.
        last: Where the word before it ends in the tree, 0 for nowhere; then where this one ends.
        mask: To which its categories are added.

    Returns:
        Where it ends.
    """
    cdef Py_ssize_t start = place, pair
    cdef const Letter* letter = trees.begun
    cdef unsigned short here = 0
    cdef unsigned char character = text[place]
    cdef bint is_alive = True, has_small = False
    while True:
        if is_alive:
            here = letter.following[(character | 32) - 97]
            if here:
                letter = &trees.begun[here]
                mask[0] |= letter.part
            else:
                is_alive = False
        has_small = has_small or character >= 97
        place += 1
        if place == size:
            break
        character = text[place]
        if not is_letter(character) or (has_small and character < 97):
            break
    if is_alive:
        mask[0] |= letter.whole
        for pair in range(letter.first_pair, letter.first_pair + letter.n_pairs):
            if trees.pairs[pair].before == last[0]:
                mask[0] |= trees.pairs[pair].mask
    last[0] = here
    mask[0] |= endings_of(trees.ended, text + start, place - start)
    return place


cdef inline long long endings_of(const Letter* letters, const unsigned char* word, Py_ssize_t length) noexcept:
    """The categories of the endings that a word has."""
    cdef const Letter* letter = letters
    cdef unsigned short here
    cdef long long mask = 0
    while length:
        length -= 1
        here = letter.following[(word[length] | 32) - 97]
        if here == 0:
            break
        letter = &letters[here]
        mask |= letter.part
    return mask
