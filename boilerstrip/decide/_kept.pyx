# cython: language_level=3, boundscheck=False, wraparound=False
"""What `kept.KeptRoles` does, compiled, for all kept blocks of a page."""

from boilerstrip.decide._letters cimport Letters, cut
from boilerstrip.decide._page cimport Page

from boilerstrip.block import Mark
from boilerstrip.decide import kept as of_kept
from boilerstrip.decide.formulas import is_display
from boilerstrip.decide.kept import BY_RE, FIGURE_RE, is_tex

cdef Letters _letters = Letters(of_kept.WORDS)
cdef dict _ROLE_OF_TAG = dict(of_kept.ROLE_OF_TAG), _LEVELS = dict(of_kept.LEVELS)
cdef int _BYLINE = of_kept.BYLINE, _CAPTION = of_kept.CAPTION, _QUOTE = of_kept.QUOTE
cdef Py_ssize_t _MAX_LEVELS = of_kept.MAX_LEVELS, _WORD_LEVELS = of_kept.WORD_LEVELS
cdef Py_ssize_t _MAX_BYLINE_CHARS = of_kept.MAX_BYLINE_CHARS, _MAX_CAPTION_CHARS = of_kept.MAX_CAPTION_CHARS
cdef Py_ssize_t _MAX_CAPTION_BLOCKS = of_kept.MAX_CAPTION_BLOCKS, _MAX_NAME_WORDS = of_kept.MAX_NAME_WORDS
cdef Py_ssize_t _MAX_BY_WORDS = of_kept.MAX_BY_WORDS
cdef str _BY_BEGINNINGS = of_kept.BY_BEGINNINGS, _FIGURE_BEGINNINGS = of_kept.FIGURE_BEGINNINGS
cdef str _SENTENCE_ENDS = "".join(of_kept.SENTENCE_ENDS)
if len(_SENTENCE_ENDS) != len(of_kept.SENTENCE_ENDS):
    raise ValueError("a sentence ends with one character")
if _WORD_LEVELS > _MAX_LEVELS:
    raise ValueError("names are looked at further up than tags")


def name_kept(Page page, list inline, list roles, list reasons, wordless):
    """Fill in the roles of kept blocks.

    Args:
        page: The page.
        inline: Its blocks' content.
        roles, reasons: Of each block, to be filled in.
        wordless: Role and reason of those without words.
    """
    cdef Around around
    cdef dict words = {"": 0}  # by label
    cdef Py_ssize_t i
    if not len(inline) == len(roles) == len(reasons) == page.n_blocks:
        raise ValueError("columns of blocks differ in length")
    for i in range(page.n_blocks):
        if not page.kept[i]:
            continue
        if page.n_chars[i]:
            around = look(page, page.element[i], words)
            roles[i] = role_of(around, page.text[i], page.n_chars[i], inline[i])
        else:
            roles[i], reasons[i] = <tuple>wordless


cdef class Around:
    """What the elements around a block tell."""

    cdef str structure
    cdef int words
    cdef bint is_dated, is_figure


cdef Around look(Page page, Py_ssize_t element, dict words):
    """As `KeptRoles._look`."""
    cdef Around around = Around()
    cdef Py_ssize_t level
    cdef str tag
    cdef int told
    for level in range(_MAX_LEVELS):
        if element < 0:
            break
        tag = page.tag[element]
        if around.structure is None:
            role = _ROLE_OF_TAG.get(tag)
            if role is not None and level < <Py_ssize_t>_LEVELS[role]:
                around.structure = role
        if level < 2:
            around.is_dated |= tag == "time" or (tag == "address" and not level)
            around.is_figure |= tag == "figure"
        if level < _WORD_LEVELS:
            told = told_by(page.label[element], words)
            if told & _CAPTION and page.end[element] - page.first[element] > _MAX_CAPTION_BLOCKS:
                told &= ~_CAPTION
            around.words |= told
        element = page.parent[element]
    return around


cdef int told_by(str label, dict words) except -1:
    """What the words of a class and id say."""
    cdef int told = 0
    cdef list cut_up, names
    cdef str name
    known = words.get(label)
    if known is not None:
        return known
    names = _letters.candidates(label)
    if names is not None:
        for name in names:
            if ":" not in name:
                cut_up = cut(name, _MAX_NAME_WORDS)
                if cut_up is not None:
                    told |= _letters.mask(cut_up)
    words[label] = told
    return told


cdef str role_of(Around around, str text, Py_ssize_t n_chars, tuple inline):
    """As `KeptRoles.role`."""
    cdef str structure = around.structure
    if not text:
        raise ValueError("a block with words has none")
    if structure == "heading" or structure == "code":
        return structure
    if is_formula(text, n_chars, inline):
        return "formula"
    if n_chars <= _MAX_CAPTION_CHARS:
        if n_chars <= _MAX_BYLINE_CHARS and is_byline(around, text):
            return "byline"
        if is_caption(around, text, n_chars):
            return "caption"
    if structure == "caption":
        return "caption"
    if around.words & _QUOTE:
        return "quote"
    return "paragraph" if structure is None else structure


cdef bint is_formula(str text, Py_ssize_t n_chars, tuple inline) except -1:
    if len(inline) > 1 and type(inline[0]) is Mark and (<tuple>inline[0])[0] == "math" and is_display(inline):
        return True
    return text[0] in "\\$" and is_tex(text, n_chars)


cdef bint is_byline(Around around, str text) except -1:
    """As `kept._is_byline`."""
    cdef str structure = around.structure
    if text[len(text) - 1] in _SENTENCE_ENDS:
        return False
    if around.words & _BYLINE and (structure is None or structure == "list"):
        return True
    if structure is None and text[0] in _BY_BEGINNINGS and BY_RE.match(text) is not None:
        if text.count(" ") < _MAX_BY_WORDS:
            return True
    return around.is_dated


cdef bint is_caption(Around around, str text, Py_ssize_t n_chars) except -1:
    """As `kept._is_caption`."""
    if around.structure == "caption" or around.words & _CAPTION:
        return True
    if around.structure is None and around.is_figure:
        return True
    return n_chars <= _MAX_BYLINE_CHARS and text[0] in _FIGURE_BEGINNINGS and FIGURE_RE.match(text) is not None
