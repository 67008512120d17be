# cython: language_level=3
"""What of an entry is its own words, compiled: the loops over blocks of `own`.

Indices are checked, and count from the end where they are negative.
"""

from boilerstrip.threads._asked cimport count_each, has_number
from boilerstrip.threads._labels cimport ABOUT, MOST_CHARS, folded
from boilerstrip.threads._parts cimport EntryParts

from boilerstrip.threads.dates import is_date
from boilerstrip.threads.labels import are_actions, fold, words_of

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object text)

cdef enum:  # as in `own`
    LABEL_CHARS = 40
    LABEL_WORDS = 5
    LINE_CHARS = 100
    CODE_LABEL_CHARS = 20
    LEAST_LETTERS = 2
    LINK_WORDS = 4
    LEAST_WORDS = 6


cdef str _folded(str text):
    """A text with each number of ASCII as "0"."""
    cdef Py_ssize_t n = len(text)
    return folded(text, 0, n) if n <= MOST_CHARS and PyUnicode_IS_ASCII(text) else fold(text)


cdef bint _is_same(str text, set same) except -1:
    return bool(same) and _folded(text) in same


cdef bint _has_letters(str text) except -1:
    """Whether the beginning of a text has more than an initial."""
    cdef Py_UCS4 char
    cdef Py_ssize_t n = 0, at = 0
    for char in text:
        if at == LABEL_CHARS:
            break
        at += 1
        if char.isalpha():
            n += 1
            if n == LEAST_LETTERS:
                return True
    return False


def constants(list texts not None, entries, double least):
    """Short lines that stand in as many of the entries."""
    cdef dict n_times = {}
    cdef set once
    cdef str text
    for blocks in entries:
        once = set()
        for block in <list>blocks:
            text = texts[block]
            if 0 < len(text) <= LABEL_CHARS and text.count(" ") < LABEL_WORDS:
                once.add(_folded(text))
        count_each(n_times, once)
    return {line for line, n in n_times.items() if n >= least}


def unsaid(reading, EntryParts parts not None, list blocks not None):
    """Those of some blocks that have words and are not surely of the entry's own."""
    cdef list elements = reading.table.element, chars = reading.table.n_chars
    return [
        block for block in blocks if not parts.says(elements[<Py_ssize_t>block]) and chars[<Py_ssize_t>block]
    ]


cdef class _Entry:
    """Columns of the page, what the entry's elements are, and the sets and patterns that decide."""

    cdef list texts, inline, elements, chars, links, tags, labels, dated
    cdef EntryParts parts
    cdef set same
    cdef object acted_on, heading_tags, whole_tags, code_labels, nowhere, is_file, has_size, expands

    def __init__(self, reading, EntryParts parts, set same, tuple how):
        table = reading.table
        self.texts, self.inline, self.elements, self.dated = table.text, table.inline, table.element, reading.is_dated
        self.chars, self.links, self.tags, self.labels = table.n_chars, table.n_link_chars, table.tag, table.label
        self.parts, self.same = parts, same
        (
            self.acted_on, self.heading_tags, self.whole_tags, self.code_labels, self.nowhere, self.is_file, self.has_size,
            self.expands,
        ) = how

    cdef bint is_about(self, Py_ssize_t element) except -1:
        self.parts.check(element)
        return self.parts.page.what[element] == ABOUT

    cdef bint is_control(self, Py_ssize_t block) except -1:
        """Whether a block is a button, a label of code or the name of a file."""
        cdef Py_ssize_t n = self.chars[block], element = self.elements[block]
        cdef str text = self.texts[block]
        if n <= LINE_CHARS and "(" in text and self.is_file(text) is not None:
            return True
        if self.tags[element] == "button":
            return True
        if n <= LABEL_CHARS and self.may_expand(self.labels[element]) and self.expands(self.labels[element]):
            return True
        if n <= LABEL_CHARS and self.links[block] and self.is_button(block):
            return True
        return n <= CODE_LABEL_CHARS and self.is_code_label(block)

    cdef bint may_expand(self, str label) except -1:
        return "xpand" in label or "hrink" in label

    cdef bint is_button(self, Py_ssize_t block) except -1:
        cdef str value
        if <Py_ssize_t>self.chars[block] <= <Py_ssize_t>self.links[block] and _is_same(self.texts[block], self.same):
            return True
        for piece in self.inline[block]:
            if not isinstance(piece, str) and piece.kind == "a":
                value = piece.value
                if value.startswith(self.nowhere) and not (len(value) > 1 and value[0] == "#"):
                    return True
        return False

    cdef bint is_code_label(self, Py_ssize_t block) except -1:
        cdef str label
        if block + 1 >= len(self.texts) or self.tags[<Py_ssize_t>self.elements[block + 1]] != "pre":
            return False
        label = self.labels[<Py_ssize_t>self.elements[block]]
        return label != "" and not self.code_labels.isdisjoint(words_of(label))

    cdef bint is_label(self, Py_ssize_t block, bint is_free) except -1:
        """A line beside the words proper: a title, a label, a number, a link, a file's size."""
        cdef Py_ssize_t n = self.chars[block], n_words
        cdef str text = self.texts[block]
        if not n:
            return False
        if _is_same(text, self.same) or not _has_letters(text):
            return True
        if n > LINE_CHARS:
            return False
        if self.dated[block] and (not is_free or is_date(text)):
            return True
        if self.tags[<Py_ssize_t>self.elements[block]] in self.heading_tags:
            return True
        if has_number(text) and self.has_size(text):
            return True
        n_words = text.count(" ") + 1
        if <Py_ssize_t>self.links[block] >= n and n_words <= LINK_WORDS:
            return True
        return not is_free and n_words < LEAST_WORDS

    cdef list without_actions(self, list words):
        """The words of the entry without lines that only name what to do with it, unless there are no others."""
        cdef list left = []
        cdef Py_ssize_t block, n, n_chars = 0
        for number in words:
            block = number
            n = self.chars[block]
            if (
                n == 0 or n > LABEL_CHARS
                or (self.tags[<Py_ssize_t>self.elements[block]] in self.acted_on and <Py_ssize_t>self.links[block] < n)
                or not are_actions(self.texts[block])
            ):
                left.append(number)
                n_chars += n
        return left if n_chars else words

    cdef bint holds_most(self, list blocks) except -1:
        """Whether what calls itself the words of the entry holds most of what may be."""
        cdef Py_ssize_t n_said = 0, n_others = 0, block
        for number in blocks:
            block = number
            element = self.elements[block]
            if self.parts.says(element):
                n_said += <Py_ssize_t>self.chars[block]
            elif not self.is_about(element):
                n_others += <Py_ssize_t>self.chars[block]
        return n_said > n_others


def own_words(reading, EntryParts parts not None, list blocks not None, set same not None, set told not None, tuple how not None):
    """Those of an entry's blocks that are its own words; `how` are sets and patterns."""
    cdef _Entry entry = _Entry(reading, parts, same, how)
    cdef set buttons = parts.buttons, marked = parts.texts
    cdef list left = [], words = []
    cdef Py_ssize_t block, n_chars = 0
    cdef bint is_free, is_aside
    for number in blocks:
        if not entry.is_control(number) and number not in buttons:
            left.append(number)
    if marked:
        words = [n for n in left if parts.body_of(entry.elements[<Py_ssize_t>n]) in marked and entry.chars[<Py_ssize_t>n]]
        if words:
            return entry.without_actions(words)
    is_free = not entry.holds_most(blocks)
    for number in left:
        block = number
        element = entry.elements[block]
        if entry.is_about(element):
            continue
        if parts.says(element):
            is_aside = entry.tags[<Py_ssize_t>element] not in entry.whole_tags and _is_same(entry.texts[block], same)
        else:
            is_aside = number in told or entry.is_label(block, is_free)
        if not is_aside:
            words.append(number)
            n_chars += <Py_ssize_t>entry.chars[block]
    if n_chars:
        return entry.without_actions(words)
    return [
        number for number in left
        if number not in told
        and not _is_same(entry.texts[<Py_ssize_t>number], same)
        and not entry.is_about(entry.elements[<Py_ssize_t>number])
    ]
