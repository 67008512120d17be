# cython: language_level=3, boundscheck=False, wraparound=False
"""What `roles.named` does, compiled: all that speaks of the dropped blocks of a page, and whom to believe."""

from boilerstrip._made cimport pair
from boilerstrip.decide._page cimport Page

from boilerstrip.block import Reason
from boilerstrip.decide import shapes as of_shapes, told as of_phrases
from boilerstrip.decide._kept import name_kept
from boilerstrip.decide._says import said_around
from boilerstrip.decide.believe import WITHIN_COMMENTS
from boilerstrip.decide.says import NO_MENU_ITEMS, Said, Saying
from boilerstrip.vocabulary import HEADING_TAGS

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

cdef enum:
    WIDGET, MENU, FOOTER, HEADER, HIDDEN  # of a `Saying`
if Saying._fields != ("widget", "menu", "footer", "header", "hidden"):
    raise ValueError("what elements say has other fields")
cdef set _HEADING_TAGS = set(HEADING_TAGS), _NO_MENU_ITEMS = set(NO_MENU_ITEMS)
cdef set _WITHIN_COMMENTS = set(WITHIN_COMMENTS), _LISTS = set(of_shapes.LISTS)
cdef Py_ssize_t _MIN_DUPLICATE_CHARS = of_shapes.MIN_DUPLICATE_CHARS, _MIN_LIST = of_shapes.MIN_LIST
cdef Py_ssize_t _MIN_ROW = of_shapes.MIN_ROW, _MAX_ENTRY_CHARS = of_shapes.MAX_ENTRY_CHARS
cdef Py_ssize_t _LEVELS = of_shapes.LEVELS, _CARD_CHARS = of_shapes.CARD_CHARS
cdef Py_ssize_t _MAX_LABEL_CHARS = of_phrases.MAX_LABEL_CHARS
cdef Py_ssize_t _MAX_COPYRIGHT_CHARS = of_phrases.MAX_COPYRIGHT_CHARS
cdef dict _LABELS = dict(of_phrases.LABELS), _OF_LINKS = dict(of_phrases.OF_LINKS)
cdef str _MARKS = of_phrases.MARKS
cdef tuple _ORDER = of_phrases.ORDER
cdef object _COPYRIGHT = of_phrases.COPYRIGHT


def named(table, list kept, told, dict entries, unexplained, wordless, beside_dropped):
    """As `roles.named`.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        told: Phrases of the page.
        entries: Blocks of readers' comments, each with the one it is part of.
        unexplained: The reason of kept blocks, and of blocks of which nobody says anything.
        wordless: Role and reason of kept blocks that have no words.
        beside_dropped: The reason of dropped ones of which nobody says anything and that have no words.
    """
    cdef Page page = Page(table, kept)
    cdef Witnesses witnesses = Witnesses()
    cdef list roles = [""] * page.n_blocks, reasons = [unexplained] * page.n_blocks
    cdef Py_ssize_t i
    name_kept(page, table.inline, roles, reasons, wordless)
    witnesses.hear(page, table, kept, told, entries)
    for i in range(page.n_blocks):
        if page.kept[i]:
            continue
        said = witnesses.believed(i)
        if said is not None:
            roles[i], reasons[i] = (<tuple>said)[0], (<tuple>said)[1]
        else:
            roles[i] = "other"
            if not page.n_chars[i]:
                reasons[i] = beside_dropped
    return roles, reasons


cdef object said_by(str role, str code, str evidence):
    return pair(Said, role, pair(Reason, code, evidence))


cdef dict phrases_of(Page page, told):
    """As `told.phrases_of`."""
    cdef dict found = {}
    cdef str text
    cdef Py_ssize_t i, n
    for i in range(page.n_blocks):
        if page.kept[i]:
            continue
        text = page.text[i]
        n = len(text)
        if n <= _MAX_LABEL_CHARS:
            said = _LABELS.get(text.lower().strip(_MARKS))
            if said is not None:
                found[i] = said
                continue
        if n <= _MAX_COPYRIGHT_CHARS and not PyUnicode_IS_ASCII(text) and "©" in text:
            found[i] = _COPYRIGHT
    for role in _ORDER:
        of_role = told.get(role)
        if of_role:
            for block, phrase in of_role.items():
                if not page.kept[checked(page, block)] and block not in found:
                    found[block] = said_by(_OF_LINKS.get(phrase, role), "phrase", phrase)
    return found


cdef Py_ssize_t checked(Page page, Py_ssize_t block) except -1:
    if not 0 <= block < page.n_blocks:
        raise ValueError("something is said of no block")
    return block


cdef dict duplicates(Page page):
    """As `shapes.duplicates`."""
    cdef dict first = {}, found = {}
    cdef str text
    cdef Py_ssize_t i
    for i in range(page.n_blocks):
        if page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS:
            first.setdefault(page.text[i], i)
    for i in range(page.n_blocks if first else 0):
        text = page.text[i]
        if not page.kept[i] and page.n_chars[i] >= _MIN_DUPLICATE_CHARS and text in first:
            found[i] = said_by("duplicate", "duplicate", "block " + str(first[text]))
    return found


cdef class Witnesses:
    """As `believe.Witnesses`, and its `shapes.Shapes`."""

    cdef Page page
    cdef list around
    cdef dict entries, own, boxed, copies, cards, lists
    cdef bytearray is_spoken_of  # in the first four; of most blocks nothing is

    cdef int hear(self, Page page, table, list kept, told, dict entries) except -1:
        self.page, self.entries, self.cards, self.lists = page, entries, {}, {}
        self.around = said_around(page, table.purposes)
        self.own = phrases_of(page, told)
        self.boxed = of_phrases.spread(table, kept, self.own) if self.own else {}
        self.copies = duplicates(page)
        self.is_spoken_of = bytearray(page.n_blocks)
        for speaking in (self.entries, self.own, self.boxed, self.copies):
            for block in <dict>speaking:
                self.is_spoken_of[checked(page, block)] = True
        return 0

    cdef object believed(self, Py_ssize_t block):
        cdef Py_ssize_t element = self.page.element[block]
        cdef tuple around = <tuple>self.around[element if element >= 0 else self.page.n_elements]
        cdef bint is_link = self.page.is_link[block], is_entry
        widget = around[WIDGET]
        own = entry = boxed = copy = None
        if self.is_spoken_of[block]:
            own, boxed = self.own.get(block), self.boxed.get(block)
            entry, copy = self.entries.get(block), self.copies.get(block)
        if entry is not None and (widget is None or role_of(widget) not in _WITHIN_COMMENTS):
            return said_by("comment", "thread", entry)
        if widget is not None and role_of(widget) == "comment":
            if own is not None and role_of(own) == "comment-form":
                return own
            if boxed is not None and role_of(boxed) == "comment-form":
                return boxed
        place = around[FOOTER] if around[FOOTER] is not None else around[MENU]
        is_entry = around[MENU] is not None or (
            is_link and (place is not None or around[HEADER] is not None)
        )
        if own is not None and around[FOOTER] is not None and role_of(own) == "navigation":
            own = None  # a footer's menus are its own
        if widget is not None and not (is_entry and only_leads_there(widget, around, is_link)):
            return widget
        if own is not None and not (is_entry and only_leads_there(own, around, is_link)):
            return own
        if boxed is not None and not is_entry:
            return boxed
        if place is not None:
            return place
        shape = None
        if around[HEADER] is not None:
            shape = self.say(block) if is_link else None
            return around[HEADER] if shape is None else pair(Said, "navigation", (<tuple>shape)[1])
        if copy is not None and not is_link:
            return copy
        shape = self.say(block)
        return around[HIDDEN] if shape is None else shape

    cdef object say(self, Py_ssize_t block):
        """As `Shapes.say`."""
        said = self.listed(block) if self.page.is_link[block] else None
        return self.carded(block) if said is None else said

    cdef object listed(self, Py_ssize_t block):
        cdef Page page = self.page
        cdef Py_ssize_t own = page.element[block], element = own, level, a, b, n_links, n_texts
        for level in range(_LEVELS):
            if element < 0:
                break
            if page.tag[element] == "a" and page.n_texts[page.end[element]] - page.n_texts[page.first[element]] > 1:
                return said_by("related", "links", "a box that is one link")
            element = page.parent[element]
        element = own
        for level in range(_LEVELS):
            if element < 0:
                return None
            a, b = page.first[element], page.end[element]
            n_links, n_texts = page.n_links[b] - page.n_links[a], page.n_texts[b] - page.n_texts[a]
            if n_links >= (_MIN_LIST if page.tag[element] in _LISTS else _MIN_ROW):
                break
            element = page.parent[element]
        else:
            return None
        if n_links < 0.75 * n_texts or page.n_kept[b] > page.n_kept[a]:
            return None
        is_menu = page.sums[b] - page.sums[a] <= _MAX_ENTRY_CHARS * n_texts and page.tag[own] not in _HEADING_TAGS
        called = element, is_menu
        said = self.lists.get(called)
        if said is None:
            evidence = str(n_links) + " links in " + <str>page.tag[element]
            self.lists[called] = said = said_by("navigation" if is_menu else "related", "links", evidence)
        return said

    cdef object carded(self, Py_ssize_t block):
        cdef Page page = self.page
        cdef Py_ssize_t element = page.element[block], level, a, b
        for level in range(_LEVELS):
            if element < 0:
                return None
            a, b = page.first[element], page.end[element]
            if page.n_kept[b] > page.n_kept[a] or page.sums[b] - page.sums[a] > _CARD_CHARS:
                return None
            if page.n_links[b] > page.n_links[a] and page.n_texts[b] - page.n_texts[a] > 1:
                if element not in self.cards:
                    self.cards[element] = self.card(element)
                return self.cards[element]
            element = page.parent[element]
        return None

    cdef object card(self, Py_ssize_t element):
        cdef Page page = self.page
        cdef Py_ssize_t a = page.first[element], b = page.end[element], around = page.parent[element]
        if (b < page.n_blocks and self.is_like(element, page.element[b])) or (
            a > 0 and self.is_like(element, page.element[a - 1])
        ):
            tag = page.tag[around if around >= 0 else page.n_elements - 1]
            return said_by("related", "links", "a linked box in " + <str>tag)
        return None

    cdef bint is_like(self, Py_ssize_t element, Py_ssize_t other) except -1:
        """Whether the element itself or one around it stands beside another and has its tag."""
        cdef Page page = self.page
        cdef Py_ssize_t level, parent = page.parent[element]
        for level in range(_LEVELS):
            if other < 0:
                return False
            if page.parent[other] == parent:
                return page.tag[other] == page.tag[element]
            other = page.parent[other]
        return False


cdef inline str role_of(said):
    return <str>(<tuple>said)[0]


cdef bint only_leads_there(said, tuple around, bint is_link) except -1:
    """As `believe._only_leads_there`."""
    cdef str role = role_of(said)
    if role == "search":
        return is_link and around[MENU] is not None
    if role == "navigation":
        return is_link
    return role in _NO_MENU_ITEMS
