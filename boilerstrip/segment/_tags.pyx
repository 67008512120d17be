# cython: language_level=3, boundscheck=False, wraparound=False
"""What the compiled walk knows of tags and of elements with attributes."""

from cython cimport freelist, no_gc
from cpython.ref cimport Py_INCREF, Py_XDECREF
from libc.string cimport strcmp, strlen, strstr

from boilerstrip._names cimport Told, fill, is_ascii, tell
from boilerstrip.segment._nodes cimport decoded, hash_of, is_same

from boilerstrip.attributes import (
    ALIGNING, ARIA_SPANS, CELLS, NOTED, RENDERED, SHOWING, TABLE_ROLES, hides, noted, rendered_by,
)
from boilerstrip.elements import (
    BOX_TAGS, CONTENT_TAGS, DOCUMENT_TAGS, EMBED_TAGS, MOST_LABEL, NAMING, TELLING, cut,
)
from boilerstrip.segment.asides import ASIDE_TAGS, BOX, MARKER_TAGS
from boilerstrip.segment.content import CLOSING, PLAIN
from boilerstrip.segment.formulas import FORMULA_TAGS
from boilerstrip.segment.remarks import REMARKS, is_spoken
from boilerstrip.segment.signs import ICON_TAGS, may_be_inline
from boilerstrip.segment.special import DATED_TAGS, EMPTY_TAGS
from boilerstrip.segment.unread import DRAWN_TAGS, METADATA_TAGS, UNREAD
from boilerstrip.shapes import (
    ACCORDION, COPIER_ATTRIBUTES, OPENING_ATTRIBUTES, SHAPED_ROLES, SHAPED_TAGS, SHAPING_ATTRIBUTES, TASK_ID, TYPED,
    WORD_LIST, shape,
)
from boilerstrip.shapes.code import COPYING, GONE
from boilerstrip.vocabulary import ARIA_ROLES, CATEGORY_BIT

cdef enum:
    MOST_PARTS = 16
    EVERYWHERE = 0xFFFF & ~(ALIGNS | COPIES)  # meanings that no tag has alone

cdef dict _meanings = {}
"""What an attribute is looked at for, by its name."""
cdef dict _rendering = {
    tag: frozenset((*names, *ALIGNING) if tag in CELLS else names) for tag, names in RENDERED.items()
}
"""What `attributes.rendered_by` looks at, by tag."""
cdef Py_ssize_t _MOST_LABEL = MOST_LABEL
cdef dict _aria_roles = dict(ARIA_ROLES)
cdef frozenset _table_roles = TABLE_ROLES
cdef long long _HIDDEN = CATEGORY_BIT["hidden"]

for names, meaning in (
    (("class",), IS_CLASS),
    (("id",), IS_ID),
    (("style",), IS_STYLE),
    (TELLING, TELLS),
    (NAMING, NAMES),
    ((TASK_ID,), IS_TASK),
    (frozenset().union(*_rendering.values()), ALIGNS),
    ((*SHAPING_ATTRIBUTES, *ARIA_SPANS), SHAPES),
    (COPIER_ATTRIBUTES, COPIES),
    (OPENING_ATTRIBUTES, OPENS),
    (("role",), IS_ROLE),
    (("hidden",), HIDES),
    (("aria-hidden",), MAY_HIDE),
    (("itemtype",), IS_TYPE),
    (SHOWING, SHOWS),
):
    for name in names:
        _meanings[name] = _meanings.get(name, 0) | meaning
if NOTED != SHOWING | {"role", "hidden", "aria-hidden", "itemtype"}:
    raise ImportError("other attributes are noted")
if len(_meanings) > MOST_SAID:
    raise ImportError("more attributes are looked at than there is room for")

cdef bytes _word_list = WORD_LIST.encode(), _typed = TYPED.encode()
cdef const char* _roles[MOST_PARTS]
cdef const char* _hiding[3]  # what may hide an element by its style
cdef const char* _hidden_by[3]  # and the properties of a style that do
cdef const char* _copying[MOST_PARTS]
cdef const char* _gone[2 * MOST_PARTS]  # classes that make something else of a button
fill(_roles, sorted(SHAPED_ROLES), MOST_PARTS)
fill(_hiding, ("none", "hidden"), 3)
fill(_hidden_by, ("display", "visibility"), 3)
fill(_copying, COPYING, MOST_PARTS)
if not all("a" <= part[0] <= "z" for part in ("none", "hidden", *COPYING, *GONE, ACCORDION)):
    raise ImportError("there are names that begin with something else than a small letter")
fill(_gone, (*sorted(GONE), "checkbox", ACCORDION), 2 * MOST_PARTS)


cdef class Row:
    """What is known of a tag, as `special.Special.rows` has it."""

    def __init__(self, str tag, tuple row):
        self.name, self.is_block, self.mask_object, self.kind, self.keeps_space, self.is_noted, _ = row
        self.mask = self.mask_object
        self.is_dated = self.name in DATED_TAGS
        self.is_marker = self.name in MARKER_TAGS
        self.is_note = self.name == BOX
        self.is_boxed = self.name in BOX_TAGS
        self.is_aside = self.name in ASIDE_TAGS
        self.is_formula = self.name in FORMULA_TAGS
        self.is_empty = self.name in EMPTY_TAGS
        self.is_icon = self.name in ICON_TAGS
        self.is_time = self.name == "time"
        self.is_drawn = tag in DRAWN_TAGS or "{" in tag
        self.is_metadata = tag.rpartition("}")[2] in METADATA_TAGS
        self.way = way_of(self.name) if row[6] else SIMPLY
        self.is_shaped = self.name in SHAPED_TAGS
        self.is_content = self.name in CONTENT_TAGS
        self.is_document = self.name in DOCUMENT_TAGS
        self.is_button = self.name == "button"
        self.rendering = _rendering.get(self.name)
        self.looks_at = EVERYWHERE
        if self.rendering is not None:
            self.looks_at |= ALIGNS
        if self.is_button:
            self.looks_at |= COPIES
        cdef Element bare = described(self, NULL, 0)
        self.bare = None if bare.rendered or bare.purposes else bare
        if self.kind is not None and self.kind != "cite":
            self.mark, self.closing = PLAIN[self.kind], CLOSING[self.kind]


cdef Way way_of(str name):
    """How a special element is read."""
    if name == "br":
        return BROKEN_LINE
    if name == "script":
        return SCRIPT
    if name == "svg":
        return DRAWING
    if name == "head":
        return HEAD
    if name == "input":
        return INPUT
    if name == "img":
        return IMAGE
    if name == "noscript":
        return NOSCRIPT
    if name == "source":
        return SOURCE
    if name in REMARKS:
        return REMARK
    if name == "template":
        return BY_PYTHON
    if may_be_inline(name):
        return IN_LINE
    return BY_PYTHON if name in EMBED_TAGS or name in EMPTY_TAGS or name in UNREAD else SKIPPED


cdef enum:
    MOST_ROWS = 1024

cdef dict _rows = {}
"""Rows of tags, for all pages, as `elements.look_up` has them."""


cdef Row row_of_tag(str tag, object rows, bint is_formula):
    """The row of a tag of which `rows` has the one for Python; elements that may be formulas are read there."""
    cdef Row row = None if is_formula else _rows.get(tag)
    if row is None:
        row = Row(tag, rows[tag])
        if is_formula:
            row.way = BY_PYTHON
        elif len(_rows) < MOST_ROWS:
            _rows[tag] = row
    return row


@no_gc
@freelist(64)
cdef class Element:
    pass


cdef int meaning_of(str name) except -1:
    """What an attribute of that name is looked at for, together."""
    return _meanings.get(name, 0)


include "_labels.pxi"


cdef Element described(Row row, Said* said, Py_ssize_t n_said):
    """What `elements.describe` gives for a tag and the attributes that may tell something, in their order."""
    cdef Element element = Element.__new__(Element)
    cdef Told known = Told(0, False)
    cdef bint is_shaped = row.is_shaped, is_rendered = False, is_asked = False  # whether Python says what is noted
    cdef bint is_hidden, is_plain = row.is_button  # of a button that does nothing we know
    cdef const char* value
    cdef str label = "", identity = None
    cdef dict rendered = None, purposes = None
    cdef int meaning
    cdef Py_ssize_t place
    for place in range(n_said):
        meaning, value = said[place].meaning, said[place].value
        if meaning & ALIGNS and row.rendering is not None and <object>said[place].name in row.rendering:
            is_rendered = True
        if is_plain and (meaning & (IS_ROLE | OPENS) or (meaning & COPIES and may_copy(value, meaning))):
            is_plain = False
        if meaning & IS_CLASS:
            label = named(value, &known, True)
            continue
        if meaning & IS_ID:
            identity = named(value, &known, False)
            continue
        is_hidden = hides_it(value, meaning)
        if meaning & TELLS and not (row.is_content and meaning & NAMES and <object>said[place].name == "aria-label"):
            if meaning & NAMES:
                tell(value, False, &known)
            elif meaning & IS_ROLE:
                known.mask |= <long long>_aria_roles.get(decoded(value), 0)
            elif is_hidden:
                known.mask |= _HIDDEN
            is_shaped = is_shaped or is_one_of(value, _roles)
            if not is_shaped and meaning & IS_STYLE:
                is_shaped = strstr(value, _word_list) is not NULL or strstr(value, _typed) is not NULL
        elif meaning & IS_TASK:
            is_shaped = True
        if is_hidden or meaning & (IS_ROLE | IS_TYPE):
            purposes = {} if purposes is None else purposes
            purposes[<object>said[place].name] = text = decoded(value)
            is_asked = is_asked or (meaning & IS_ROLE and text in _table_roles)
        if meaning & SHOWS and not (meaning & IS_STYLE and strstr(value, "url(") is NULL):
            is_asked = True
    if identity is not None:
        label = label + " " + identity if label else identity
    if row.is_document:
        known.mask = 0
    element.label = label
    element.mask = row.mask | known.mask
    element.mask_object = row.mask_object if element.mask == row.mask else element.mask
    is_shaped = known.may_be_shaped or (is_shaped and not is_plain)
    if is_shaped or is_rendered or is_asked:
        attributes = tuple([(<object>said[place].name, decoded(said[place].value)) for place in range(n_said)])
        rendered = rendered_by(row.name, attributes) if is_rendered else {}
        if is_shaped:
            rendered |= shape(row.name, attributes)
        if is_asked:
            rendered, purposes = noted(attributes, label, rendered)
        element.rendered = rendered
    if purposes:
        element.purposes = purposes
        element.is_talk = "itemtype" in purposes and is_spoken(purposes["itemtype"])
    return element


cdef bint hides_it(const char* value, int meaning) except -1:
    """Whether an attribute hides its element."""
    if meaning & IS_STYLE and holds_small(value, _hiding) and holds_small(value, _hidden_by):
        if strstr(value, "display:none") is not NULL or strstr(value, "display: none") is not NULL:
            return True
        return hides("style", decoded(value))
    return meaning & HIDES or (meaning & MAY_HIDE and strcmp(value, "true") == 0)


cdef bint is_one_of(const char* value, const char** texts) noexcept:
    while texts[0] is not NULL:
        if strcmp(value, texts[0]) == 0:
            return True
        texts += 1
    return False


cdef bint holds_small(const char* value, const char** parts) noexcept:
    """Whether one of these parts, in small letters, is in a text, in whatever letters."""
    cdef unsigned int firsts = 0  # a bit for each letter that one of them begins with
    cdef Py_ssize_t place, part = 0
    cdef int letter
    while parts[part] is not NULL:
        firsts |= 1 << (parts[part][0] - 97)
        part += 1
    while value[0] != 0:
        letter = (value[0] | 32) - 97
        if 0 <= letter < 26 and firsts >> letter & 1:
            part = 0
            while parts[part] is not NULL:
                place = 0
                while parts[part][place] != 0 and (value[place] | 32) == (parts[part][place] | 32):
                    place += 1
                if parts[part][place] == 0:
                    return True
                part += 1
        value += 1
    return False


cdef bint may_copy(const char* value, int meaning) noexcept:
    """Whether what a button says may make it one that copies, or one of its classes something else."""
    if holds_small(value, _copying):
        return True
    return meaning & IS_CLASS and (holds_small(value, _gone) or not is_ascii(value, strlen(value)))
