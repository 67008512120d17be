# cython: language_level=3, wraparound=False
"""The looks at all blocks and elements of a page by which it is settled what is kept, compiled."""

from boilerstrip.decide.headline import CAPTION, FIGURE_LEVELS, MAX_FIGURE_BLOCKS, WIDGET_LEVELS, WIDGETS

cdef unsigned long long _CAPTION = CAPTION, _WIDGETS = WIDGETS
cdef Py_ssize_t _FIGURE_LEVELS = FIGURE_LEVELS, _WIDGET_LEVELS = WIDGET_LEVELS
cdef Py_ssize_t _MAX_FIGURE_BLOCKS = MAX_FIGURE_BLOCKS


def elements_of(list tags, frozenset wanted):
    """The indices of the tags that are wanted."""
    cdef Py_ssize_t i
    cdef set asked = set(wanted)
    return [i for i in range(len(tags)) if tags[i] in asked]


def begun_by_formulas(list inline, list kept):
    """The indices of the dropped blocks that begin with a formula."""
    cdef Py_ssize_t i
    cdef tuple pieces
    cdef list found = []
    if len(inline) != len(kept):
        raise ValueError("columns of blocks differ in length")
    for i in range(len(inline)):
        if not kept[i]:
            pieces = inline[i]
            if pieces and type(pieces[0]) is not str and (<tuple>pieces[0])[0] == "math":
                found.append(i)
    return found


def settle_images(table, list kept):
    """As `headline.settle_images`, of a page that has some."""
    cdef list n_chars = table.n_chars, elements = table.element, tags = table.tag, parents = table.parent
    cdef list masks = table.mask, around = table.around, settled = list(kept)
    cdef list images = []  # since the last text
    cdef Py_ssize_t i, image, element
    cdef bint before = False, keep
    if len(n_chars) != len(kept):
        raise ValueError("columns of blocks differ in length")
    for i in range(len(kept)):
        element = elements[i]
        keep = kept[i]
        if not <Py_ssize_t>n_chars[i]:
            images.append(i)
            settled[i] = is_captioned(table, element, tags, parents, n_chars, kept)
        elif keep or not <unsigned long long>around[element if element >= 0 else len(tags) - 1] & _CAPTION:
            if images:
                if before and keep:
                    for image in images:
                        settled[image] = not is_in_widget(elements[image], masks, parents)
                images = []
            before = keep
    return settled


cdef bint is_in_widget(Py_ssize_t element, list masks, list parents) except -1:
    """As `headline._is_in_widget`."""
    cdef Py_ssize_t level
    for level in range(_WIDGET_LEVELS):
        if element < 0:
            return False
        if <unsigned long long>masks[element] & _WIDGETS:
            return True
        element = parents[element]
    return False


cdef bint is_captioned(table, Py_ssize_t element, list tags, list parents, list n_chars, list kept) except -1:
    """As `headline._is_captioned`."""
    cdef Py_ssize_t level, i, first, end
    cdef bint has_words = False
    for level in range(_FIGURE_LEVELS):
        if element < 0:
            return False
        if tags[element] == "figure":
            first, end = table.first_block[element], table.end_block[element]
            for i in range(first, min(end, first + _MAX_FIGURE_BLOCKS)):
                if <Py_ssize_t>n_chars[i]:
                    if not kept[i]:
                        return False
                    has_words = True
            return has_words
        element = parents[element]
    return False
