# cython: language_level=3, wraparound=False
"""The looks at all blocks and elements of a page by which it is settled what is kept, compiled."""

from libc.string cimport memset

from boilerstrip._ahead cimport item, prefetch
from boilerstrip._met cimport Met, number_of

from boilerstrip.decide import headline as of_headline, images as of_images, wholes as of_wholes
from boilerstrip.decide.headline import COPYRIGHT
from boilerstrip.decide.images import (
    CAPTION, FIGURE, FIGURE_LEVELS, MAX_FIGURE_BLOCKS, WIDGET_LEVELS, WIDGETS, is_with_strays,
    leads_to_page,
)
from boilerstrip.decide.lead import FOOTER, is_beside_h1
from boilerstrip.decide.wholes import OPENING, captions, definitions, is_source, lays_out, questions, small_notes
from boilerstrip.vocabulary import HEADING_TAGS

cdef enum:
    AHEAD = 8  # blocks

cdef double _MIN_HEADLINE_OVERLAP = of_headline.MIN_HEADLINE_OVERLAP
cdef double _MIN_PLAIN_OVERLAP = of_headline.MIN_PLAIN_OVERLAP, _MAX_HEADLINE_LINKS = of_headline.MAX_HEADLINE_LINKS
cdef Py_ssize_t _HEADING_LEVELS = of_headline.HEADING_LEVELS
cdef dict _HEADLINE_BONUS = dict(of_headline.HEADLINE_BONUS)
cdef set _HEADING_TAGS = set(HEADING_TAGS)
cdef dict _WHOLE = dict.fromkeys(of_wholes.WHOLE, 1)
cdef double _MOSTLY = of_wholes.MOSTLY, _TABLE_SHARE = of_wholes.TABLE_SHARE
cdef double _MAX_CELL_CHARS = of_wholes.MAX_CELL_CHARS
cdef Py_ssize_t _MIN_CELLS = of_wholes.MIN_CELLS, _NEAR = of_wholes.NEAR
cdef unsigned long long _CAPTION = CAPTION, _FIGURE = FIGURE, _WIDGETS = WIDGETS, _FOOTER = FOOTER
cdef double _MAX_FIGURE_LINKS = of_images.MAX_FIGURE_LINKS
cdef str _COPYRIGHT = COPYRIGHT
cdef Py_ssize_t _FIGURE_LEVELS = FIGURE_LEVELS, _WIDGET_LEVELS = WIDGET_LEVELS
cdef Py_ssize_t _MAX_FIGURE_BLOCKS = MAX_FIGURE_BLOCKS


def find_headline(table, const float[:] overlap, list kept not None):
    """As `headline.find_headline`."""
    cdef list elements = table.element, tags = table.tag, parents = table.parent
    cdef list n_chars = table.n_chars, n_link_chars = table.n_link_chars, texts = table.text, around = table.around
    cdef Py_ssize_t i, element, best = -1
    cdef double value, least, worth, best_worth = 0, refused = 0
    cdef bint is_h1 = False
    if not len(overlap) == len(kept) == len(elements) == len(n_chars) == len(n_link_chars) == len(texts):
        raise ValueError("columns of blocks differ in length")
    for i in range(len(overlap)):
        value = overlap[i]
        if not value >= _MIN_HEADLINE_OVERLAP:
            continue
        element = elements[i]
        tag = _heading_tag(tags, parents, element)
        least = _MIN_HEADLINE_OVERLAP if tag else _MIN_PLAIN_OVERLAP
        if tag != "h1" and <Py_ssize_t>n_link_chars[i] > _MAX_HEADLINE_LINKS * <Py_ssize_t>n_chars[i]:
            if not tag and not kept[i]:
                continue
            least = _MIN_PLAIN_OVERLAP
        worth = value + <double>_HEADLINE_BONUS.get(tag, 0.0)
        if value < least or worth <= best_worth or (tag != "h1" and worth <= refused):
            continue
        if not tag and element >= 0 and <unsigned long long>around[element] & _FOOTER:
            continue
        if not tag and (<str>texts[i]).startswith(_COPYRIGHT):
            continue
        if tag != "h1" and is_beside_h1(table, i):
            refused = worth
        else:
            best, best_worth, is_h1 = i, worth, tag == "h1"
    if not is_h1 and best_worth <= refused:
        return -1
    i = best + 1
    if 0 < i < len(elements) and _heading_tag(tags, parents, elements[best]) != "h1":
        if _heading_tag(tags, parents, elements[i]) == "h1" and tags.count("h1") == 1:
            return i
    return best


cdef str _heading_tag(list tags, list parents, Py_ssize_t element):
    """The heading an element is in, as `headline._heading_tag`."""
    cdef Py_ssize_t level
    for level in range(_HEADING_LEVELS):
        if element < 0:
            break
        if tags[element] in _HEADING_TAGS:
            return tags[element]
        element = parents[element]
    return ""


def complete(table, list kept not None):
    """As `wholes.complete`."""
    cdef list tags = table.tag, first = table.first_block, end = table.end_block, arounds = table.around
    cdef list wholes = tagged(tags)
    cdef Py_ssize_t i, element, a, b, cells, n = len(kept)
    cdef bint has_figures = False
    cdef dict added = {}
    cdef bytearray is_outer, before
    cdef Py_ssize_t* chars = NULL
    cdef Py_ssize_t* chosen = NULL
    if wholes:
        is_outer = outer_ones(wholes, tags, table.parent)
        before = sums(table.n_chars, kept)
        chars = <Py_ssize_t*><char*>before
        chosen = chars + n + 1
    for element in wholes:
        a, b, tag = first[element], end[element], tags[element]
        if not 0 <= a <= b <= n:
            raise ValueError("an element is not where the walk puts it")
        has_figures = has_figures or <unsigned long long>arounds[element] & _FIGURE != 0
        if tag == "pre" or chosen[b] - chosen[a] == chars[b] - chars[a]:
            continue
        cells = first_cell(table, element, a, b) if tag == "table" else a
        if is_mostly_kept(
            tag == "table", is_outer[element], b - cells, chars[b] - chars[cells], chosen[b] - chosen[cells]
        ) and not (tag == "table" and lays_out(table, element, cells, b)):
            for i in range(a, b):
                if not kept[i] and (tag != "blockquote" or is_source(table, i, element)):
                    added[i] = tag
        elif tag == "dl" and chosen[b] > chosen[a]:
            added.update(dict.fromkeys(definitions(table, kept, element), tag))
    for element in [element for element in wholes if tags[element] == "pre"] + shaped(table.attributes, "pre"):
        a, b = first[element], end[element]
        if not 0 <= a <= b <= n:
            raise ValueError("an element is not where the walk puts it")
        if any_kept(kept, max(a - _NEAR, 0), a) and any_kept(kept, b, min(b + _NEAR, n)):
            for i in range(a, b):
                if not kept[i]:
                    added[i] = "pre"
    if has_figures:
        added.update(captions(table, kept, added, wholes))
    if table.attributes:
        buttons = shaped(table.attributes, OPENING)
        if buttons:
            added.update(questions(table, kept, buttons))
    if table.noted:
        added.update(small_notes(table, kept))
    return added


cdef list shaped(dict attributes, str shape):
    """The elements that are rendered as some tag."""
    cdef list found = []
    for element, noted in attributes.items():
        if (<dict?>noted).get("as") == shape:
            found.append(element)
    return found


cdef Py_ssize_t first_cell(table, Py_ssize_t element, Py_ssize_t first, Py_ssize_t end) except -1:
    """As `wholes._first_cell`."""
    cdef list tags = table.tag
    cdef Py_ssize_t inner = element + 1
    if inner < len(tags) and tags[inner] == "caption" and <Py_ssize_t>table.parent[inner] == element:
        return max(first, min(<Py_ssize_t>table.end_block[inner], end))
    return first


cdef list tagged(list tags):
    """The elements that are kept whole."""
    cdef Py_ssize_t i
    cdef list found = []
    cdef Met met
    memset(&met, 0, sizeof(met))
    for i in range(len(tags)):
        if number_of(tags[i], _WHOLE, &met):
            found.append(i)
    return found


cdef bytearray outer_ones(list wholes, list tags, list parents):
    """Which elements have a table or quote in them."""
    cdef bytearray is_outer = bytearray(len(tags))
    cdef Py_ssize_t element, around
    for element in wholes:
        if tags[element] != "pre" and tags[element] != "dl":
            around = parents[element]
            while around >= 0 and not is_outer[around]:  # else those around it are marked already
                is_outer[around] = True
                around = parents[around]
    return is_outer


cdef bytearray sums(list n_chars, list kept):
    """How many characters stand before each block and after the last; and then how many of them are kept."""
    cdef Py_ssize_t i, n = len(kept)
    cdef bytearray memory = bytearray(2 * (n + 1) * sizeof(Py_ssize_t))
    cdef Py_ssize_t* chars = <Py_ssize_t*><char*>memory
    cdef Py_ssize_t* chosen = chars + n + 1
    if len(n_chars) != n:
        raise ValueError("columns of blocks differ in length")
    for i in range(n):
        chars[i + 1], chosen[i + 1] = chars[i] + <Py_ssize_t>n_chars[i], chosen[i]
        if kept[i]:
            chosen[i + 1] += <Py_ssize_t>n_chars[i]
    return memory


cdef bint is_mostly_kept(
    bint is_table, bint is_outer, Py_ssize_t n_blocks, Py_ssize_t n_chars, Py_ssize_t n_kept
) noexcept:
    """As `wholes._mostly_kept` asks of each."""
    if is_table and (is_outer or n_blocks < _MIN_CELLS or n_chars > _MAX_CELL_CHARS * n_blocks):
        return False
    return n_kept > 0 and n_kept >= (_TABLE_SHARE if is_table else _MOSTLY) * n_chars


cdef bint any_kept(list kept, Py_ssize_t a, Py_ssize_t b) except -1:
    cdef Py_ssize_t i
    for i in range(a, b):
        if kept[i]:
            return True
    return False


def begun_by_formulas(list inline, list kept):
    """The indices of the dropped blocks that begin with a formula."""
    cdef Py_ssize_t i
    cdef tuple pieces
    cdef list found = []
    if len(inline) != len(kept):
        raise ValueError("columns of blocks differ in length")
    for i in range(len(inline)):
        if i + AHEAD < len(inline):
            prefetch(item(inline, i + AHEAD))
        if not kept[i]:
            pieces = inline[i]
            if pieces and type(pieces[0]) is not str and (<tuple>pieces[0])[0] == "math":
                found.append(i)
    return found


def settle_images(table, list kept, strays=()):
    """As `images.settle_images`, of a page that has some."""
    cdef list n_chars = table.n_chars, elements = table.element, tags = table.tag, parents = table.parent
    cdef list masks = table.mask, around = table.around, settled = list(kept)
    cdef list images = [], passed = []  # since the last text
    cdef Py_ssize_t i, image, element, place, before = -1
    if len(n_chars) != len(kept):
        raise ValueError("columns of blocks differ in length")
    for i in range(len(kept)):
        element = elements[i]
        if not <Py_ssize_t>n_chars[i]:
            images.append(i)
            settled[i] = is_captioned(table, element, tags, parents, n_chars, kept)
        elif kept[i]:
            if before >= 0:
                for image in images:
                    settled[image] = not is_in_widget(elements[image], masks, parents) and not (
                        passed and is_with_strays(table, image, passed, before, i)
                    )
            if images:
                images = []
            if passed:
                passed = []
            before = i
        elif before >= 0:  # else nothing is to forget: images count behind kept text
            place = element if element >= 0 else len(tags) - 1
            if tags[place] != "button" and not is_beside_image(table, i, around[place]):
                if i in strays or is_in_widget(element, masks, parents):
                    passed.append(i)
                else:
                    images, passed, before = [], [], -1
    return settled


cdef bint is_beside_image(table, Py_ssize_t block, unsigned long long around) except -1:
    """As `images._is_beside_image`."""
    cdef Py_ssize_t level, i, first, element
    cdef list tags, n_chars
    if not around & (_CAPTION | _FIGURE):
        return False
    if around & _CAPTION:
        return True
    tags, n_chars, element = table.tag, table.n_chars, table.element[block]
    if <Py_ssize_t>table.n_link_chars[block] > _MAX_FIGURE_LINKS * <Py_ssize_t>n_chars[block]:
        if leads_to_page(table, block):
            return False
    for level in range(_FIGURE_LEVELS):
        if element < 0 or tags[element] in _HEADING_TAGS:
            return False
        if tags[element] == "figure":
            first = table.first_block[element]
            for i in range(first, min(<Py_ssize_t>table.end_block[element], first + _MAX_FIGURE_BLOCKS)):
                if not <Py_ssize_t>n_chars[i]:
                    return True
            return False
        element = table.parent[element]
    return False


cdef bint is_in_widget(Py_ssize_t element, list masks, list parents) except -1:
    """As `images.is_in_widget`."""
    cdef Py_ssize_t level
    for level in range(_WIDGET_LEVELS):
        if element < 0:
            return False
        if <unsigned long long>masks[element] & _WIDGETS:
            return True
        element = parents[element]
    return False


cdef bint is_captioned(table, Py_ssize_t element, list tags, list parents, list n_chars, list kept) except -1:
    """As `images._is_captioned`."""
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
