# cython: language_level=3, boundscheck=False, wraparound=False
"""What `names._asked` does, compiled: names are cut into words and looked up one by one."""

from boilerstrip.words import words_in

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)


def asked(labels, table, Py_ssize_t most_words, str paired, role_of, narrowed):
    """What each of some labels says, as `names._asked`.

    Args:
        labels: Each once.
        table: The `WordTable` of roles.
        most_words: Words of a name that can say something.
        paired: Of a name that holds this two words count.
        role_of: A name, its words and their mask -> the role that it says, "" for none.
        narrowed: A label and what its names say -> what of it is meant.
    """
    cdef dict known = table.known, pairs = table.pairs
    cdef dict roles = {}, told = {}
    cdef str label, name, role
    cdef list words, said
    ends, look_up = table.pair_ends, table.look_up
    for label in labels:
        said = None
        for name in label.split():
            role = roles.get(name)
            if role is None:
                role = ""
                words = cut(name, most_words)
                if words is not None:
                    mask = mask_of(words[:2] if paired in name else words, known, pairs, ends, look_up)
                    if mask:
                        role = role_of(name, words, mask)
                roles[name] = role
            if role:
                if said is None:
                    said = []
                said.append((name, role))
        told[label] = () if said is None else narrowed(label, said)
    return told


cdef object mask_of(list words, dict known, dict pairs, ends, look_up):
    """As `WordTable.mask`."""
    mask, previous = 0, ""
    for word in words:
        bits = known.get(word)
        if bits is None:
            bits = look_up(word)
        if bits:
            mask = mask | bits
        if word in ends:
            mask = mask | pairs.get(f"{previous}-{word}", 0)
        previous = word
    return mask


cdef list cut(str name, Py_ssize_t most):
    """The words of a name, None where they are more than that; as `words_in`."""
    cdef list words
    cdef const unsigned char* text
    cdef Py_ssize_t at, start = -1, n = len(name)
    cdef bint is_small, is_big, after_small = False
    cdef str small
    if not PyUnicode_IS_ASCII(name):
        words = words_in(name)
        return words if len(words) <= most else None
    words = []
    text = <const unsigned char*>PyUnicode_DATA(name)
    small = name.lower()
    for at in range(n + 1):  # what is behind the text is NUL
        is_small, is_big = c'a' <= text[at] <= c'z', c'A' <= text[at] <= c'Z'
        if start >= 0 and (not (is_small or is_big) or (is_big and after_small)):
            if len(words) == most:
                return None
            words.append(small[start:at])
            start = -1
        if start < 0 and (is_small or is_big):
            start = at
        after_small = is_small
    return words
