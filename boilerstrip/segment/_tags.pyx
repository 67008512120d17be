# cython: language_level=3
"""What the compiled walk knows of tags and of elements with attributes."""

from boilerstrip._names import describe
from boilerstrip.elements import BOX_TAGS, EMBED_TAGS
from boilerstrip.segment.asides import MARKER_TAGS
from boilerstrip.segment.content import CLOSING, PLAIN
from boilerstrip.segment.remarks import REMARKS, is_spoken
from boilerstrip.segment.special import DATED_TAGS, EMPTY_TAGS
from boilerstrip.segment.unread import DRAWN_TAGS, METADATA_TAGS, UNREAD


cdef class Row:
    """What is known of a tag, as `special.Special.rows` has it."""

    def __init__(self, str tag, tuple row):
        self.name, self.is_block, self.mask_object, self.kind, self.keeps_space, self.is_noted, _ = row
        self.mask = self.mask_object
        self.is_dated = self.name in DATED_TAGS
        self.is_marker = self.name in MARKER_TAGS
        self.is_boxed = self.name in BOX_TAGS
        self.is_time = self.name == "time"
        self.is_drawn = tag in DRAWN_TAGS or "{" in tag
        self.is_metadata = tag.rpartition("}")[2] in METADATA_TAGS
        self.way = way_of(self.name) if row[6] else SIMPLY
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
    if name in REMARKS:
        return REMARK
    if name in ("noscript", "template", "source") or "-" in name:
        return BY_PYTHON
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


cdef class Element:
    """What is known of an element by its tag and attributes."""

    cdef int describe(self, Row row) except -1:
        self.label, words, self.rendered, self.purposes = describe(row.name, self.attributes)
        self.mask_object = row.mask_object | words
        self.mask = self.mask_object
        self.is_talk = "itemtype" in self.purposes and is_spoken(self.purposes["itemtype"])
        self.is_described = True
        return 0
