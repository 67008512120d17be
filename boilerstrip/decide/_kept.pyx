# cython: language_level=3, boundscheck=False, wraparound=False
"""What `kept.KeptRoles` does, compiled, for all kept blocks of a page."""

from boilerstrip.decide._names cimport Labels
from boilerstrip.decide._page cimport IS_ADDRESS, IS_FIGURE, IS_TIME, STRUCTURE, Page

from boilerstrip.block import Mark
from boilerstrip.decide import kept as of_kept
from boilerstrip.decide.formulas import is_display
from boilerstrip.decide.kept import BY_RE, FIGURE_RE, is_tex

cdef int _BYLINE = of_kept.BYLINE, _CAPTION = of_kept.CAPTION, _QUOTE = of_kept.QUOTE
cdef Py_ssize_t _MAX_LEVELS = of_kept.MAX_LEVELS, _WORD_LEVELS = of_kept.WORD_LEVELS
cdef Py_ssize_t _MAX_BYLINE_CHARS = of_kept.MAX_BYLINE_CHARS, _MAX_CAPTION_CHARS = of_kept.MAX_CAPTION_CHARS
cdef Py_ssize_t _MAX_CAPTION_BLOCKS = of_kept.MAX_CAPTION_BLOCKS, _MAX_BY_WORDS = of_kept.MAX_BY_WORDS
cdef str _BY_BEGINNINGS = of_kept.BY_BEGINNINGS, _FIGURE_BEGINNINGS = of_kept.FIGURE_BEGINNINGS
cdef str _SENTENCE_ENDS = "".join(of_kept.SENTENCE_ENDS)
cdef tuple _STRUCTURES = (None, *of_kept.LEVELS)
"""What a tag makes of a block, in the order of their numbers in `Page.kind`."""
cdef tuple _LEVELS = (0, *of_kept.LEVELS.values())
cdef Py_ssize_t _HEADING = _STRUCTURES.index("heading"), _CODE = _STRUCTURES.index("code")
cdef Py_ssize_t _LIST = _STRUCTURES.index("list"), _IS_CAPTION = _STRUCTURES.index("caption")
if len(_SENTENCE_ENDS) != len(of_kept.SENTENCE_ENDS):
    raise ValueError("a sentence ends with one character")
if _WORD_LEVELS > _MAX_LEVELS:
    raise ValueError("names are looked at further up than tags")


cdef struct Surroundings:
    # What the elements around a block tell.
    Py_ssize_t structure  # its place in `_STRUCTURES`
    int words
    bint is_dated, is_figure


def name_kept(Page page not None, Labels labels not None, list inline, list roles, list reasons, wordless):
    """Fill in the roles of kept blocks.

    Args:
        page: The page.
        labels: Its labels.
        inline: Its blocks' content.
        roles, reasons: Of each block, to be filled in.
        wordless: Role and reason of those without words.
    """
    cdef Surroundings around
    cdef Py_ssize_t i
    if not len(inline) == len(roles) == len(reasons) == page.n_blocks:
        raise ValueError("columns of blocks differ in length")
    for i in range(page.n_blocks):
        if not page.kept[i]:
            continue
        if page.n_chars[i]:
            look(page, labels, page.element[i], &around)
            roles[i] = role_of(&around, page.text[i], page.n_chars[i], inline[i])
        else:
            roles[i], reasons[i] = <tuple>wordless


cdef int look(Page page, Labels labels, Py_ssize_t element, Surroundings* around) except -1:
    """As `KeptRoles._look`."""
    cdef Py_ssize_t level, kind, structure
    cdef int told
    around.structure, around.words, around.is_dated, around.is_figure = 0, 0, False, False
    for level in range(_MAX_LEVELS):
        if element < 0:
            break
        kind = page.kind[element]
        structure = kind >> STRUCTURE
        if structure and not around.structure and level < <Py_ssize_t>_LEVELS[structure]:
            around.structure = structure
        if level < 2:
            around.is_dated |= kind & IS_TIME or (kind & IS_ADDRESS and not level)
            around.is_figure |= kind & IS_FIGURE
        if level < _WORD_LEVELS:
            told = labels.of(page.label[element]).words
            if told & _CAPTION and page.end[element] - page.first[element] > _MAX_CAPTION_BLOCKS:
                told &= ~_CAPTION
            around.words |= told
        element = page.parent[element]
    return 0


cdef str role_of(Surroundings* around, str text, Py_ssize_t n_chars, tuple inline):
    """As `KeptRoles.role`."""
    cdef Py_ssize_t structure = around.structure
    if not text:
        raise ValueError("a block with words has none")
    if structure == _HEADING or structure == _CODE:
        return _STRUCTURES[structure]
    if is_formula(text, n_chars, inline):
        return "formula"
    if n_chars <= _MAX_CAPTION_CHARS:
        if n_chars <= _MAX_BYLINE_CHARS and is_byline(around, text):
            return "byline"
        if is_caption(around, text, n_chars):
            return "caption"
    if structure == _IS_CAPTION:
        return "caption"
    if around.words & _QUOTE:
        return "quote"
    return _STRUCTURES[structure] if structure else "paragraph"


cdef bint is_formula(str text, Py_ssize_t n_chars, tuple inline) except -1:
    if len(inline) > 1 and type(inline[0]) is Mark and (<tuple>inline[0])[0] == "math" and is_display(inline):
        return True
    return text[0] in "\\$" and is_tex(text, n_chars)


cdef bint is_byline(Surroundings* around, str text) except -1:
    """As `kept._is_byline`."""
    if text[len(text) - 1] in _SENTENCE_ENDS:
        return False
    if around.words & _BYLINE and (not around.structure or around.structure == _LIST):
        return True
    if not around.structure and text[0] in _BY_BEGINNINGS and BY_RE.match(text) is not None:
        if text.count(" ") < _MAX_BY_WORDS:
            return True
    return around.is_dated


cdef bint is_caption(Surroundings* around, str text, Py_ssize_t n_chars) except -1:
    """As `kept._is_caption`."""
    if around.structure == _IS_CAPTION or around.words & _CAPTION:
        return True
    if not around.structure and around.is_figure:
        return True
    return n_chars <= _MAX_BYLINE_CHARS and text[0] in _FIGURE_BEGINNINGS and FIGURE_RE.match(text) is not None
