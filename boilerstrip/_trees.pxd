# cython: language_level=3
"""Words as trees of their letters: what the words of a name belong to is seen as it is read, letter by letter."""

cdef struct Letter:
    # A place in a tree of words: where the next letters lead (0 for nowhere), and what is known there. It is as long
    # as what a processor takes from memory at once.
    long long part  # categories of all words that begin, or end, with the letters so far
    unsigned short first_pair, n_pairs  # in `pairs`: those whose second word ends here
    unsigned short[26] following

cdef struct Pair:
    unsigned short before  # where its first word ends
    long long mask

cdef struct Trees:
    Letter* begun  # the words from their beginnings on
    Letter* ended  # the endings from their last letters on
    long long* wholes  # categories of the word that ends at each place of `begun`
    Pair* pairs
    # By the first letter of words, a bit for each second one (0 for none) with which they may be in a tree; and by
    # the last, for each one before it. Most words are seen to be in none.
    unsigned int[32] may_begin
    unsigned int[32] may_end

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
    cdef Py_ssize_t start = place
    cdef unsigned short before = last[0]
    cdef unsigned char character = text[place]
    cdef bint is_small
    while True:
        is_small = character >= 97
        place += 1
        if place == size:
            break
        character = text[place]
        if not is_letter(character) or (is_small and character < 97):
            break
    last[0] = 0
    if trees.may_begin[text[start] & 31] >> (text[start + 1] & 31 if place - start > 1 else 0) & 1:
        last[0] = whole_of(trees, text + start, place - start, before, mask)
    if trees.may_end[text[place - 1] & 31] >> (text[place - 2] & 31 if place - start > 1 else 0) & 1:
        mask[0] |= endings_of(trees.ended, text + start, place - start)
    return place


cdef inline unsigned short whole_of(
    const Trees* trees, const unsigned char* word, Py_ssize_t length, unsigned short before, long long* mask
) noexcept:
    """Add the categories of a word and of what begins it; where it ends in the tree, 0 for nowhere."""
    cdef const Letter* letter = trees.begun
    cdef unsigned short here = 0
    cdef Py_ssize_t at, pair
    for at in range(length):
        here = letter.following[(word[at] & 31) - 1]
        if not here:
            return 0
        letter = &trees.begun[here]
        mask[0] |= letter.part
    mask[0] |= trees.wholes[here]
    for pair in range(letter.first_pair, letter.first_pair + letter.n_pairs):
        if trees.pairs[pair].before == before:
            mask[0] |= trees.pairs[pair].mask
    return here


cdef inline long long endings_of(const Letter* letters, const unsigned char* word, Py_ssize_t length) noexcept:
    """The categories of the endings that a word has."""
    cdef const Letter* letter = letters
    cdef unsigned short here
    cdef long long mask = 0
    while length:
        length -= 1
        here = letter.following[(word[length] & 31) - 1]
        if here == 0:
            break
        letter = &letters[here]
        mask |= letter.part
    return mask
