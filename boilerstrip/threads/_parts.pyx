# cython: language_level=3
"""What the elements of an entry are and may tell, compiled: `parts.parts_of` and `marked.marked`.

An element's attributes are looked through as they were written down; a dictionary is made of those only that may
tell something. Indices are checked, and count from the end where they are negative.
"""

from boilerstrip.threads._asked cimport answer_for, called, written

from boilerstrip.threads.labels import body_name, part_of, part_of_prop
from boilerstrip.threads.terms import ABOUT, AUTHOR_PROPS, BODY, LOCKED

cdef str _ABOUT = ABOUT, _BODY = BODY, _LOCKED = LOCKED
cdef set _AUTHOR_PROPS = set(AUTHOR_PROPS)
cdef object _new = tuple.__new__

cdef enum:
    WHO = 1
    WHEN = 2


# What is known of labels and names of attributes: a call of Python for each element costs more than all else.
cdef dict _PART_OF = {}, _PART_OF_PROP = {}, _TOLD_BY = {}, _TOLD_WITH = {}


cdef dict _detail(dict known, number, list attributes):
    """As `Reading.detail` of an element that has some; of what stands there twice the first counts."""
    found = known.get(number)
    if found is None:
        found = {}
        for each in attributes:
            if (<tuple>each)[0] not in <dict>found:
                (<dict>found)[(<tuple>each)[0]] = (<tuple>each)[1]
        known[number] = found
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


cdef class _Page:
    """Columns of a page, and the sets that decide."""

    cdef list tags, labels, parents, masks, first, end, text, dated
    cdef dict details
    cdef object about_tags, heading_tags, hidden

    def __init__(self, reading, tuple sets):
        table = reading.table
        self.tags, self.labels, self.parents, self.masks = table.tag, table.label, table.parent, table.mask
        self.first, self.end, self.text, self.dated = table.first_block, table.end_block, table.text, reading.is_dated
        self.details = table.details
        self.about_tags, self.heading_tags, self.hidden = sets

    cdef str said(self, number, set texts, set buttons):
        """What an element itself says that it is."""
        cdef Py_ssize_t element = number
        cdef str tag = self.tags[element], label, said, prop
        cdef list attributes = self.details.get(number)
        if attributes is not None:
            if written(attributes, "role") == "button":
                buttons.update(self.whole_blocks(element, attributes))
            prop = written(attributes, "itemprop")
            if prop:
                said = answer_for(_PART_OF_PROP, part_of_prop, prop)
                if said == _LOCKED:
                    texts.add(number)
                if said:
                    return said
        if self.masks[element] & self.hidden:
            return _ABOUT
        label = self.labels[element]
        if label:
            said = answer_for(_PART_OF, part_of, label)
            if said and not (said == _BODY and tag in self.heading_tags):
                return said
        if tag == "blockquote":
            return _LOCKED
        return _ABOUT if tag in self.about_tags else ""

    cdef object whole_blocks(self, Py_ssize_t element, list attributes):
        """The blocks of which an element holds all words."""
        cdef Py_ssize_t first = self.first[element]
        cdef str text = written(attributes, "#text")
        if text is None:
            return range(first, self.end[element])
        return (first,) if first < len(self.text) and " ".join(text.split()) == self.text[first] else ()

    cdef bint is_signature(self, Py_ssize_t element) except -1:
        """Whether an inline element is that of who or when, and its line says nothing else."""
        cdef Py_ssize_t block = self.first[element]
        cdef str name, text, line
        if block >= len(self.text) or self.labels[element] or element not in self.details:
            return False
        text = written(self.details[element], "#text")
        name = written(self.details[element], "class")
        if text is None or name is None or answer_for(_PART_OF, part_of, name) != _ABOUT:
            return False
        text, line = " ".join(text.split()), self.text[block]
        return bool(text) and (text == line or (self.dated[block] and line.startswith(text)))

    cdef set styles(self, list own):
        """Names that call several elements of an entry its words."""
        cdef set once = set(), more = set()
        cdef str label, name
        for element in own:
            label = self.labels[element]
            if label and self.first[element] < self.end[element] and answer_for(_PART_OF, part_of, label):
                name = body_name(label)
                if name:
                    (more if name in once else once).add(name)
        return more


def parts_of(reading, list own not None, parts, tuple sets not None):
    """Fill the parts of an entry; `sets` are tags of what is about it, tags of headings, the bit of what is hidden."""
    cdef dict what = parts.what, inner = parts.body, bodies = parts.bodies
    cdef set mixed = parts.mixed, texts = parts.texts, buttons = parts.buttons
    cdef _Page page = _Page(reading, sets)
    cdef set styles = page.styles(own)
    cdef Py_ssize_t element
    cdef str said, around
    for number in own:
        element = number
        parent = page.parents[element]
        around, body = what[parent], inner[parent]
        said = page.said(number, texts, buttons)
        if around == _LOCKED or (said == _BODY and styles and body_name(page.labels[element]) in styles):
            said = ""
        if said == _BODY or said == _LOCKED:
            bodies[number] = body
            body = number
        elif (said == _ABOUT and page.first[element] < page.end[element]) or (
            body >= 0 and around == _BODY and page.is_signature(element)
        ):
            while body >= 0 and body not in mixed:
                mixed.add(body)
                body = bodies[body]
            body = inner[parent]
        what[number] = said or around
        inner[number] = body


def marked(reading, elements, dict known not None, kind, tuple told not None):
    """Those of some elements whose attributes may tell something.

    Args:
        reading: The page.
        elements: Their indices, in document order.
        known: The attributes by element that are known already.
        kind: `marked.Marked`.
        told: What a label tells, and the name of an attribute.
    """
    told_by, told_with = told
    table = reading.table
    cdef list labels = table.label, tags = table.tag, end = reading.end, found = []
    cdef dict details = table.details
    cdef Py_ssize_t element, upto = -1  # end of the last element that holds what microdata say of the author
    cdef long tells
    cdef str label, prop
    cdef list attributes
    for number in elements:
        element = number
        label = labels[element]
        attributes = details.get(number)
        if attributes is None:
            if label:
                tells = answer_for(_TOLD_BY, told_by, label)
                if tags[element] == "time":
                    tells |= WHEN
                if tells:
                    found.append(_new(kind, (number, {}, label, (), element < upto, tells)))
            continue
        label = label or written(attributes, "class") or ""
        tells = answer_for(_TOLD_BY, told_by, label)
        for each in attributes:
            tells |= <long>answer_for(_TOLD_WITH, told_with, (<tuple>each)[0])
        if tags[element] == "time":
            tells |= WHEN
        if not tells & WHO:
            tells |= WHO & <long>answer_for(_TOLD_BY, told_by, called(table, (<list>table.parent)[element]))
        if not tells:
            continue
        detail = _detail(known, number, attributes)
        props = ()
        if "itemprop" in detail:
            prop = detail["itemprop"]
            props = tuple(prop.lower().split())
            if not _AUTHOR_PROPS.isdisjoint(props):
                upto = max(upto, <Py_ssize_t>end[element])
        found.append(_new(kind, (number, detail, label, props, element < upto, tells)))
    return found
