# cython: language_level=3
"""What the elements of an entry are and may tell, compiled: `parts.parts_of` and `marked.marked`.

What an element says of itself is read once, into bits. Indices into lists are checked; those into arrays where
they come in from outside.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

from boilerstrip.threads._asked cimport answer_for, written
from boilerstrip.threads._labels cimport (
    ABOUT, BODY, IS_DATE, IS_NO_PERMALINK, LOCKED, NAMES_BODY_AT, part_said, said_by, votes_said, weight_said,
)

from boilerstrip.threads.labels import body_name, part_of_prop
from boilerstrip.threads.telling import told_with
from boilerstrip.threads.terms import AUTHOR_PROPS
from boilerstrip.threads import telling, terms

cdef dict _CODES = {"": 0, terms.BODY: BODY, terms.ABOUT: ABOUT, terms.LOCKED: LOCKED}
cdef tuple _NAMES = ("", terms.BODY, terms.ABOUT, terms.LOCKED)
cdef set _AUTHOR_PROPS = set(AUTHOR_PROPS)
cdef object _new = tuple.__new__
cdef int _WHO = telling.WHO << 8, _WHEN = telling.WHEN << 8, _VOTES = telling.VOTES << 8

cdef enum:  # bits of an element: the first two are what it says that it is, the second byte is what it may tell
    PART = 3
    IS_TEXT = 4  # microdata call it the text
    IS_BUTTON = 8
    NAMES_BODY = 16  # one of its names says BODY
    MAY_SIGN = 32  # an inline one about the entry whose text is known
    HAS_DETAILS = 64
    IS_READ = 128

cdef enum:  # bits of the names of attributes that say more than that they are there
    ROLE = 1
    ITEMPROP = 2
    CLASS = 4
    TEXT = 8

# What is known of microdata properties and names of attributes.
cdef dict _PROPS = {}, _WITH = {}
cdef dict _SAYING = {"role": ROLE, "itemprop": ITEMPROP, "class": CLASS, "#text": TEXT}


cdef int _label_bits(str label) except -1:
    """What a label says its element is and may tell."""
    cdef long long said = said_by(label)
    cdef int part = part_said(said)
    return (
        part | (NAMES_BODY if part and said >> NAMES_BODY_AT & 1 else 0) | (_WHO if weight_said(said) else 0)
        | (_WHEN if said & IS_DATE else 0) | (_VOTES if votes_said(said) else 0)
    )


def _prop_bits(str prop):
    cdef int part = _CODES[part_of_prop(prop)]
    return part | (IS_TEXT if part == LOCKED else 0)


def _with_bits(str name):
    return _SAYING.get(name, 0) | told_with(name) << 8


cdef class Elements:
    def __cinit__(self, table, *_):
        cdef Py_ssize_t n = max(len(table.tag), 1)
        self.n = len(table.tag)
        self.owner = <int*>PyMem_Calloc(n, sizeof(int))
        self.body = <int*>PyMem_Calloc(n, sizeof(int))
        self.outer = <int*>PyMem_Calloc(n, sizeof(int))
        self.bits = <unsigned short*>PyMem_Calloc(n, sizeof(unsigned short))
        self.what = <unsigned char*>PyMem_Calloc(n, 1)
        self.mixed = <unsigned char*>PyMem_Calloc(n, 1)
        if not (self.owner and self.body and self.outer and self.bits and self.what and self.mixed):
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.owner)
        PyMem_Free(self.body)
        PyMem_Free(self.outer)
        PyMem_Free(self.bits)
        PyMem_Free(self.what)
        PyMem_Free(self.mixed)

    def __init__(self, table, list dated not None, dict known not None, tuple sets not None):
        """A page: its block table, which blocks are dated, the attributes by element that are known already; tags of
        what is about an entry, tags of headings, the bit of what is hidden."""
        self.tags, self.labels, self.parents, self.masks = table.tag, table.label, table.parent, table.mask
        self.first, self.end, self.text, self.dated = table.first_block, table.end_block, table.text, dated
        self.details, self.known = table.details, known
        self.about_tags, self.heading_tags, self.hidden = sets

    cdef int bits_of(self, number) except -1:
        """The bits of an element."""
        cdef Py_ssize_t element = number
        if not 0 <= element < self.n:
            raise IndexError(element)
        return self.bits[element] or self.read(element, self.details.get(number))

    cdef int read(self, Py_ssize_t element, list attributes) except -1:
        cdef str tag = self.tags[element], label = self.labels[element]
        cdef int of_label = _label_bits(label)
        cdef int part = of_label & PART, bits = IS_READ | (of_label & NAMES_BODY)
        cdef int tells = of_label & ~0xFF
        if part == BODY and tag in self.heading_tags:
            part = 0
        if not part:
            part = LOCKED if tag == "blockquote" else ABOUT if tag in self.about_tags else 0
        if <long long>self.masks[element] & self.hidden:
            part = ABOUT
        if tag == "time" and (label or attributes is not None):
            tells |= _WHEN
        self.bits[element] = bits | part | tells
        if attributes is not None:
            self.read_attributes(element, attributes, not label)
        return self.bits[element]

    cdef int read_attributes(self, Py_ssize_t element, list attributes, bint is_inline) except -1:
        """Add what the attributes of an element say to its bits."""
        cdef int bits = HAS_DETAILS, tells = self.bits[element] & ~0xFF, of, seen = 0
        cdef bint is_control = False  # a link to reply or report
        cdef str value
        for each in attributes:
            of = answer_for(_WITH, _with_bits, (<tuple>each)[0])
            tells |= of & ~0xFF
            of = of & 0xFF
            if not of or of & seen:  # of what stands there twice the first counts
                continue
            seen |= of
            value = (<tuple>each)[1]
            if of == ROLE:
                bits |= IS_BUTTON if value == "button" else 0
            elif of == ITEMPROP and value:
                of = answer_for(_PROPS, _prop_bits, value)
                bits |= of & IS_TEXT
                if of & PART:
                    self.bits[element] = self.bits[element] & ~PART | of & PART
            elif of == CLASS and is_inline and value:
                is_control = said_by(value) & IS_NO_PERMALINK and self.tags[element] == "a"
                of = _label_bits(value)
                tells |= of & ~0xFF
                if of & PART == ABOUT:
                    bits |= MAY_SIGN
        if not seen & TEXT:
            bits &= ~MAY_SIGN
        elif is_control:
            bits |= IS_BUTTON
        if not tells & _WHO:
            value = self.called(self.parents[element])
            if value:
                tells |= _WHO & _label_bits(value)
        self.bits[element] = self.bits[element] | bits | tells
        return 0

    cdef str called(self, element):
        """Class and id of an element, inline ones too."""
        cdef str label = self.labels[element]
        if not label and element in self.details:
            return written(self.details[element], "class")
        return label

    cdef object whole_blocks(self, Py_ssize_t element):
        """The blocks of which an element holds all words."""
        cdef Py_ssize_t first = self.first[element]
        cdef str text = written(self.details[element], "#text")
        if text is None:
            return range(first, self.end[element])
        return (first,) if first < len(self.text) and " ".join(text.split()) == self.text[first] else ()

    cdef bint is_signature(self, Py_ssize_t element) except -1:
        """Whether an inline element, one that may sign, is that of who or when, and its line says nothing else."""
        cdef Py_ssize_t block = self.first[element]
        cdef str text, line
        if block >= len(self.text):
            return False
        text, line = " ".join((<str>written(self.details[element], "#text")).split()), self.text[block]
        return bool(text) and (text == line or (self.dated[block] and line.startswith(text)))

    cdef set styles(self, list own):
        """Names that call several elements of an entry its words."""
        cdef set once = set(), more = set()
        cdef Py_ssize_t element
        cdef str name
        for number in own:
            element = number
            if self.bits_of(number) & NAMES_BODY and <Py_ssize_t>self.first[element] < <Py_ssize_t>self.end[element]:
                name = body_name(self.labels[element])
                (more if name in once else once).add(name)
        return more

    def parts_of(self, Py_ssize_t entry, list own not None):
        """What the elements of an entry are."""
        cdef set texts = set(), buttons = set(), styles = self.styles(own)
        cdef Py_ssize_t element, parent
        cdef int bits, said, around, body
        self.asked += 1
        self.bits_of(entry)
        self.owner[entry], self.what[entry], self.body[entry] = self.asked, 0, -1
        for element in own:
            parent = self.parents[element]
            if not 0 <= parent < self.n or self.owner[parent] != self.asked:
                raise KeyError(parent)
            around, body = self.what[parent], self.body[parent]
            bits = self.bits[element]
            said = bits & PART
            if bits & IS_BUTTON:
                buttons.update(self.whole_blocks(element))
            if bits & IS_TEXT:
                texts.add(element)
            if around == LOCKED or (said == BODY and styles and body_name(self.labels[element]) in styles):
                said = 0
            if said == BODY or said == LOCKED:
                self.outer[element], self.mixed[element] = body, 0
                body = <int>element
            elif (said == ABOUT and <Py_ssize_t>self.first[element] < <Py_ssize_t>self.end[element]) or (
                body >= 0 and around == BODY and bits & MAY_SIGN and self.is_signature(element)
            ):
                while body >= 0 and not self.mixed[body]:
                    self.mixed[body] = 1
                    body = self.outer[body]
                body = self.body[parent]
            self.owner[element], self.what[element], self.body[element] = self.asked, said or around, body
        return EntryParts(self, entry, own, texts, buttons)

    def marked(self, elements, kind, list end not None):
        """Those of some elements, in document order, whose attributes may tell something.

        Args:
            elements: Their indices.
            kind: `marked.Marked`.
            end: End of every element's subtree.
        """
        cdef list found = []
        cdef Py_ssize_t element, upto = -1  # end of the last element that holds what microdata say of the author
        cdef int bits
        cdef str label
        cdef dict detail
        cdef tuple props
        for number in elements:
            element = number
            bits = self.bits_of(number)
            if not bits >> 8:
                continue
            label = self.labels[element]
            if not bits & HAS_DETAILS:
                found.append(_new(kind, (number, {}, label, (), element < upto, bits >> 8)))
                continue
            detail = self.detail(number)
            label = label or detail.get("class", "")
            props = ()
            if "itemprop" in detail:
                props = tuple((<str>detail["itemprop"]).lower().split())
                if not _AUTHOR_PROPS.isdisjoint(props):
                    upto = max(upto, <Py_ssize_t>end[element])
            found.append(_new(kind, (number, detail, label, props, element < upto, bits >> 8)))
        return found

    def detail(self, number):
        """As `Reading.detail` of an element that has some; of what stands there twice the first counts."""
        cdef dict found = self.known.get(number)
        if found is None:
            found = {}
            for each in <list>self.details[number]:
                if (<tuple>each)[0] not in found:
                    found[(<tuple>each)[0]] = (<tuple>each)[1]
            self.known[number] = found
        return found


cdef class EntryParts:
    def __init__(self, Elements page not None, Py_ssize_t entry, list own not None, set texts, set buttons):
        self.page, self.number, self.entry, self.own = page, page.asked, entry, own
        self.texts, self.buttons = texts, buttons

    cdef int check(self, Py_ssize_t element) except -1:
        """Refuse an element that is not of the entry, or was asked for in another one since."""
        if not 0 <= element < self.page.n or self.page.owner[element] != self.number:
            raise KeyError(element)
        return 0

    cdef int body_of(self, Py_ssize_t element) except -2:
        if not 0 <= element < self.page.n or self.page.owner[element] != self.number:
            raise KeyError(element)
        return self.page.body[element]

    cdef bint says(self, Py_ssize_t element) except -1:
        """Whether an element is surely of the entry's own words."""
        self.check(element)
        cdef int what = self.page.what[element]
        return what == LOCKED or (what == BODY and not self.page.mixed[self.page.body[element]])

    def unsaid(self, list elements not None):
        """Those of some elements that are not surely of the entry's own words."""
        return [element for element in elements if not self.says(element)]

    def plain(self):
        """The fields of `parts.Parts`."""
        cdef Elements page = self.page
        cdef Py_ssize_t element
        whole = [self.entry, *self.own]
        bodies = [element for element in self.own if page.what[element] and page.body[element] == element]
        return (
            {element: _NAMES[page.what[element]] for element in whole},
            {element: page.body[element] for element in whole},
            {element: page.outer[element] for element in bodies},
            {element for element in bodies if page.mixed[element]},
            self.texts,
            self.buttons,
        )
