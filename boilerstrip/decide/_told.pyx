# cython: language_level=3, boundscheck=False, wraparound=False
"""What the words of dropped blocks say, compiled: phrases, labels, and words that are kept elsewhere."""

from struct import pack

from cpython.bytes cimport PyBytes_AS_STRING
from libc.string cimport memset

from boilerstrip._made cimport pair
from boilerstrip.decide._page cimport Page
from boilerstrip.decide._says cimport Voice, voice, voice_of

from boilerstrip.decide import told as of_phrases
from boilerstrip.decide.says import Said
from boilerstrip.decide.shapes import MIN_DUPLICATE_CHARS

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)

cdef enum:
    N_LENGTHS = 1024
    KEPT = 1
    KEPT_AND_DROPPED = 2


cdef bytes lengths_by_first(labels):
    """By the first letter of the labels of ASCII, small or not: a bit for each length that they have."""
    lengths = [0] * 128
    for label in filter(str.isascii, labels):
        for first in {label[0], label[0].upper()}:
            lengths[ord(first)] |= 1 << len(label)
    return pack("128Q", *lengths)


cdef Py_ssize_t _MIN_DUPLICATE_CHARS = MIN_DUPLICATE_CHARS
cdef Py_ssize_t _MAX_LABEL_CHARS = of_phrases.MAX_LABEL_CHARS
cdef Py_ssize_t _MAX_COPYRIGHT_CHARS = of_phrases.MAX_COPYRIGHT_CHARS
cdef dict _LABELS = {label: voice_of(said) for label, said in of_phrases.LABELS.items()}
cdef dict _OF_LINKS = dict(of_phrases.OF_LINKS)
cdef tuple _ORDER = of_phrases.ORDER
cdef frozenset _UNSURE = of_phrases.UNSURE
cdef set _BOXED = set(of_phrases.BOXED)
cdef Voice _COPYRIGHT = voice_of(of_phrases.COPYRIGHT)
cdef str _MARKS = of_phrases.MARKS
cdef bytes _IS_MARK = bytes([character in _MARKS for character in map(chr, range(128))])
cdef const unsigned char* _is_mark = <const unsigned char*>PyBytes_AS_STRING(_IS_MARK)
cdef bytes _LENGTHS = lengths_by_first(_LABELS)
cdef const unsigned long long* _lengths = <const unsigned long long*>PyBytes_AS_STRING(_LENGTHS)
if _MAX_LABEL_CHARS >= 64:
    raise ValueError("labels are longer than there are bits for")


cdef Voice labelled(str text):
    """What a short text says that is a label; of most it is seen by its first letter and its length that it is none."""
    cdef const unsigned char* characters
    cdef const unsigned long long* lengths
    cdef Py_ssize_t start = 0, end = len(text)
    if PyUnicode_IS_ASCII(text):
        characters = <const unsigned char*>PyUnicode_DATA(text)
        while start < end and _is_mark[characters[start]]:
            start += 1
        while start < end and _is_mark[characters[end - 1]]:
            end -= 1
        if start == end or not _lengths[characters[start]] >> (end - start) & 1:
            return None
    return _LABELS.get(text.lower().strip(_MARKS))


cdef dict phrases_of(Page page, told):
    """As `told.phrases_of`."""
    cdef dict found = {}
    cdef str text
    cdef Py_ssize_t i, n
    for i in range(page.n_blocks):
        if page.kept[i]:
            continue
        text = page.text[i]
        n = len(text)
        if n <= _MAX_LABEL_CHARS:
            said = labelled(text)
            if said is not None:
                found[i] = said
                continue
        if n <= _MAX_COPYRIGHT_CHARS and not PyUnicode_IS_ASCII(text) and "©" in text:
            found[i] = _COPYRIGHT
    for role in _ORDER:
        of_role = told.get(role)
        if of_role:
            for block, phrase in of_role.items():
                if not page.kept[checked(page, block)] and block not in found and phrase not in _UNSURE:
                    found[block] = voice(_OF_LINKS.get(phrase, role), "phrase", phrase)
    return found


cdef Py_ssize_t checked(Page page, Py_ssize_t block) except -1:
    if not 0 <= block < page.n_blocks:
        raise ValueError("something is said of no block")
    return block


cdef dict duplicates(Page page):
    """As `shapes.duplicates`; texts are compared if there are kept and dropped ones of their length."""
    cdef dict first = {}, found = {}
    cdef str text
    cdef Py_ssize_t i
    cdef unsigned char* of_length
    cdef unsigned char[N_LENGTHS] has
    cdef bint is_any = False
    memset(has, 0, N_LENGTHS)
    for i in range(page.n_blocks):
        if page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS:
            text = page.text[i]
            has[<size_t>len(text) % N_LENGTHS] = KEPT
    for i in range(page.n_blocks):
        if not page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS:
            text = page.text[i]
            of_length = &has[<size_t>len(text) % N_LENGTHS]
            if of_length[0]:
                of_length[0], is_any = KEPT_AND_DROPPED, True
    for i in range(page.n_blocks if is_any else 0):
        if page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS:
            text = page.text[i]
            if has[<size_t>len(text) % N_LENGTHS] == KEPT_AND_DROPPED:
                first.setdefault(text, i)
    for i in range(page.n_blocks if first else 0):
        if not page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS:
            text = page.text[i]
            if has[<size_t>len(text) % N_LENGTHS] and text in first:
                found[i] = voice("duplicate", "duplicate", "block " + str(first[text]))
    return found


cdef dict spread(table, list kept, dict own):
    """As `told.spread`."""
    cdef dict said
    for one in own.values():
        if (<Voice>one).role in _BOXED:
            said = {block: pair(Said, (<Voice>of_block).role, (<Voice>of_block).reason) for block, of_block in own.items()}
            return {block: voice_of(boxed) for block, boxed in of_phrases.spread(table, kept, said).items()}
    return {}
