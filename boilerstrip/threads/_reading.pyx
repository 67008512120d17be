# cython: language_level=3
"""Loops over the blocks and elements of a page in which a thread is looked for, compiled.

Each function does what the Python of the same name does, in `reading`, `nesting` and `marked`. What a name says is
asked once for each different name. Indices are checked, and count from the end where they are negative.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA
from libc.string cimport memcmp

from boilerstrip.threads._labels cimport ABOUT, IS_DATE, part_said, said_by, weight_said
from boilerstrip.threads._text cimport may_be_profile, may_hold

from boilerstrip.threads.dates import has_date
from boilerstrip.threads.terms import AUTHOR_PROPS, DATE_PROPS

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)

cdef set _AUTHOR_PROPS = set(AUTHOR_PROPS), _DATE_PROPS = set(DATE_PROPS)

cdef enum:  # attributes that may give a date or a name
    NOTHING, DATETIME, ITEMPROP, META, TITLE, CLASS, REL, DATA, HREF


cdef int _kind(str name) except -1:
    """Which of these an attribute is, by its name."""
    cdef Py_ssize_t n = len(name)
    if n == 0 or not PyUnicode_IS_ASCII(name):
        return META if n and name[0] == "@" else NOTHING
    cdef const char* chars = <const char*>PyUnicode_1BYTE_DATA(name)  # with a zero behind them
    if chars[0] == c"@":
        return META
    if n == 4:
        return HREF if memcmp(chars, b"href", 4) == 0 else NOTHING
    if n == 5:
        return CLASS if memcmp(chars, b"class", 5) == 0 else TITLE if memcmp(chars, b"title", 5) == 0 else NOTHING
    if n == 8:
        if memcmp(chars, b"datetime", 8) == 0:
            return DATETIME
        return ITEMPROP if memcmp(chars, b"itemprop", 8) == 0 else NOTHING
    if n == 3:
        return REL if memcmp(chars, b"rel", 3) == 0 else NOTHING
    return DATA if n == 11 and memcmp(chars, b"data-author", 11) == 0 else NOTHING


def dated_elements(table, list dated not None, Py_ssize_t most_chars, Py_ssize_t most_blocks):
    """Note the blocks that hold an element which gives a date to machines, or is there to show one."""
    cdef list first = table.first_block, end = table.end_block, tags = table.tag, chars = table.n_chars, attributes
    cdef Py_ssize_t element, block, n_blocks = len(dated)
    cdef str name, value
    cdef int kind
    cdef bint is_date
    cdef dict titles = {}  # many are the same; texts as well
    for element, attributes in (<dict>table.details).items():
        block = first[element]
        if block >= n_blocks or <Py_ssize_t>end[element] - block > most_blocks or dated[block]:
            continue
        for name, value in attributes:
            kind = _kind(name)
            if kind == DATETIME:
                is_date = bool(value)
            elif kind == ITEMPROP:
                is_date = value.lower() in _DATE_PROPS
            elif kind == META:
                is_date = name[1:].lower() in _DATE_PROPS
            elif kind == CLASS:
                is_date = said_by(value) & IS_DATE and _shows_date(titles, attributes, most_chars)
            else:
                is_date = kind == TITLE and len(value) <= most_chars and _has_date(titles, value)
            if is_date:
                dated[block] = True
                break
        if not attributes and tags[element] == "time" and <Py_ssize_t>chars[block] <= most_chars:
            for piece in table.inline[block]:
                if isinstance(piece, str) and _has_date(titles, piece):
                    dated[block] = True
                    break


cdef bint _shows_date(dict known, list attributes, Py_ssize_t most_chars) except -1:
    """Whether the text of an inline element is a date."""
    cdef str name, text
    for name, text in attributes:
        if name == "#text" and len(text) <= most_chars and _has_date(known, text):
            return True
    return False


cdef bint _has_date(dict known, str title) except -1:
    found = known.get(title)
    if found is None:
        known[title] = found = may_hold(title) and has_date(title)
    return found


def named_blocks(table, is_profile, Py_ssize_t most_chars, Py_ssize_t most_blocks):
    """Which blocks lie in a small element that holds a person's name."""
    cdef list called = table.label, first = table.first_block, end = table.end_block, attributes
    cdef list named = [False] * table.n_blocks
    cdef Py_ssize_t element, block, n
    cdef str name, value
    for element in range(len(called)):
        if weight_said(said_by(called[element])):
            block = first[element]
            n = <Py_ssize_t>end[element] - block
            if 0 < n <= most_blocks:
                named[block] = True
    for element, attributes in (<dict>table.details).items():
        block = first[element]
        n = <Py_ssize_t>end[element] - block
        if not 0 < n <= most_blocks or named[block]:
            continue
        for name, value in attributes:
            if _is_naming(name, value, is_profile, most_chars):
                named[block] = True
                break
    return named


cdef bint _is_naming(str name, str value, is_profile, Py_ssize_t most_chars) except -1:
    """Whether an attribute gives somebody's name, or is beside one."""
    cdef int kind = _kind(name)
    if kind == CLASS:
        return weight_said(said_by(value)) > 0
    if kind == HREF:
        return may_be_profile(value) and is_profile(value[:most_chars])
    if kind == ITEMPROP:
        return value.lower() in _AUTHOR_PROPS
    if kind == REL:
        return "author" in value
    return kind == DATA and bool(value)


def prose(table, list dated not None, Py_ssize_t least, double most_links, Py_ssize_t short):
    """Characters of each block that reads like words of somebody, 0 for others."""
    cdef list chars = table.n_chars, links = table.n_link_chars, text = table.text
    cdef list elements = table.element, labels = table.label
    cdef list found = [0] * len(chars)
    cdef Py_ssize_t block, n, element
    for block in range(len(chars)):
        n = chars[block]
        if n < least or <Py_ssize_t>links[block] > most_links * n or (n <= short and dated[block]):
            continue
        if n < 2 * least and " " not in <str>text[block]:
            continue
        element = elements[block]
        if element < 0 or part_said(said_by(labels[element])) != ABOUT:
            found[block] = chars[block]
    return found


def sums(list values not None):
    """Prefix sums of numbers."""
    cdef list found = [0]
    cdef Py_ssize_t value, sum = 0
    for each in values:
        value = each
        sum += value
        found.append(sum)
    return found


def ends(list parents not None):
    """End of each element's subtree."""
    cdef Py_ssize_t element, parent, n = len(parents)
    cdef list found = list(range(1, n + 1))
    for element in range(n - 1, 0, -1):
        parent = parents[element]
        if parent >= 0 and <Py_ssize_t>found[parent] < <Py_ssize_t>found[element]:
            found[parent] = found[element]
    return found


def holders(elements, list end not None):
    """For each of some elements, the place in the list of the nearest one around it; -1 for none."""
    cdef list found = [], around = []
    cdef Py_ssize_t place = 0, element
    for element in elements:
        while around and <Py_ssize_t>end[elements[around[len(around) - 1]]] <= element:
            around.pop()
        found.append(around[len(around) - 1] if around else -1)
        around.append(place)
        place += 1
    return found


def own_sums(elements, list inside not None, list sums not None, list first not None, list last not None):
    """What each of some elements holds of something, without what the others inside it hold."""
    cdef Py_ssize_t place, holder, n = len(inside)
    cdef list whole = [<Py_ssize_t>sums[last[element]] - <Py_ssize_t>sums[first[element]] for element in elements]
    cdef list own = whole.copy()
    for place in range(n):
        holder = inside[place]
        if holder >= 0:
            own[holder] = <Py_ssize_t>own[holder] - <Py_ssize_t>whole[place]
    return own


def own_blocks(elements, list inside not None, list first not None, list last not None):
    """The blocks of each of some elements, without those of the others inside it."""
    cdef list found = [], upto = []
    cdef Py_ssize_t place, holder, n = len(inside), element, start, end, block
    for element in elements:
        found.append([])
        upto.append(first[element])
    for place in range(2 * n):
        element = elements[place % n]
        if place < n:  # up to each of the others, then up to the end
            holder = inside[place]
            if holder < 0:
                continue
            start, end = upto[holder], first[element]
            upto[holder] = max(start, <Py_ssize_t>last[element])
        else:
            holder = place - n
            start, end = upto[holder], last[element]
        blocks = found[holder]
        for block in range(start, end):
            (<list>blocks).append(block)
    return found


def having(dict details not None, elements, frozenset names not None):
    """Those of some elements that have an attribute of one of these names."""
    cdef list found = [], attributes
    for element in elements:
        attributes = details.get(element)
        if attributes is None:
            continue
        for each in attributes:
            if (<tuple>each)[0] in names:
                found.append(element)
                break
    return found
