# cython: language_level=3, boundscheck=False, wraparound=False
"""What `roles.named` does, compiled: all that speaks of the dropped blocks of a page, and whom to believe."""

from boilerstrip.decide._names cimport FOOTER, HEADER, HIDDEN, MENU, WIDGET, Labels
from boilerstrip.decide._page cimport IS_HEADING, IS_LINK, IS_LIST, Page
from boilerstrip.decide._says cimport (
    IS_COMMENT, IS_COMMENT_FORM, IS_NAVIGATION, IS_NO_MENU_ITEM, IS_SEARCH, IS_WITHIN_COMMENTS, Around, Saying, Voice,
    voice, voice_of,
)
from boilerstrip.decide._told cimport checked, duplicates, phrases_of, spread

from boilerstrip.decide import shapes as of_shapes
from boilerstrip.decide._kept import name_kept

cdef Py_ssize_t _MIN_LIST = of_shapes.MIN_LIST, _MIN_ROW = of_shapes.MIN_ROW
cdef Py_ssize_t _MAX_ENTRY_CHARS = of_shapes.MAX_ENTRY_CHARS
cdef Py_ssize_t _LEVELS = of_shapes.LEVELS, _CARD_CHARS = of_shapes.CARD_CHARS


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
    cdef Labels labels = Labels()
    cdef Witnesses witnesses = Witnesses()
    cdef Voice said
    cdef list roles = [""] * page.n_blocks, reasons = [unexplained] * page.n_blocks
    cdef Py_ssize_t i
    name_kept(page, labels, table.inline, roles, reasons, wordless)
    witnesses.hear(page, labels, table, kept, told, entries)
    for i in range(page.n_blocks):
        if page.kept[i]:
            continue
        said = witnesses.believed(i)
        if said is not None:
            roles[i], reasons[i] = said.role, said.reason
        else:
            roles[i] = "other"
            if not page.n_chars[i]:
                reasons[i] = beside_dropped
    return roles, reasons


cdef class Witnesses:
    """As `believe.Witnesses`, and its `shapes.Shapes`."""

    cdef Page page
    cdef Around around
    cdef dict entries, own, boxed, copies, cards, lists
    cdef bytearray is_spoken_of  # in the first four; of most blocks nothing is

    cdef int hear(self, Page page, Labels labels, table, list kept, told, dict entries) except -1:
        self.page, self.entries, self.cards, self.lists = page, entries, {}, {}
        self.around = Around(page, labels, table.purposes)
        self.own = phrases_of(page, told)
        self.boxed = spread(table, kept, self.own)
        self.copies = duplicates(page)
        self.is_spoken_of = bytearray(page.n_blocks)
        for speaking in (self.entries, self.own, self.boxed, self.copies):
            for block in <dict>speaking:
                self.is_spoken_of[checked(page, block)] = True
        return 0

    cdef Voice believed(self, Py_ssize_t block):
        cdef Saying* around = &self.around.sayings[self.around.saying[self.page.element[block] + 1]]
        cdef bint is_link = self.page.is_link[block], is_entry
        cdef Voice widget = heard(around, WIDGET), own = None, boxed = None, copy = None, place, shape
        entry = None
        if self.is_spoken_of[block]:
            own, boxed = self.own.get(block), self.boxed.get(block)
            entry, copy = self.entries.get(block), self.copies.get(block)
        if entry is not None and (widget is None or not widget.kind & IS_WITHIN_COMMENTS):
            return voice("comment", "thread", entry)
        if widget is not None and widget.kind & IS_COMMENT:
            if own is not None and own.kind & IS_COMMENT_FORM:
                return own
            if boxed is not None and boxed.kind & IS_COMMENT_FORM:
                return boxed
        place = heard(around, FOOTER if around.by[FOOTER] is not NULL else MENU)
        is_entry = around.by[MENU] is not NULL or (
            is_link and (place is not None or around.by[HEADER] is not NULL)
        )
        if own is not None and around.by[FOOTER] is not NULL and own.kind & IS_NAVIGATION:
            own = None  # a footer's menus are its own
        if widget is not None and not (is_entry and only_leads_there(widget, around, is_link)):
            return widget
        if own is not None and not (is_entry and only_leads_there(own, around, is_link)):
            return own
        if boxed is not None and not is_entry:
            return boxed
        if place is not None:
            return place
        if around.by[HEADER] is not NULL:
            shape = self.say(block) if is_link else None
            return heard(around, HEADER) if shape is None else voice_of(("navigation", shape.reason))
        if copy is not None and not is_link:
            return copy
        shape = self.say(block)
        return heard(around, HIDDEN) if shape is None else shape

    cdef Voice say(self, Py_ssize_t block):
        """As `Shapes.say`."""
        cdef Voice said = self.listed(block) if self.page.is_link[block] else None
        return self.carded(block) if said is None else said

    cdef Voice listed(self, Py_ssize_t block):
        cdef Page page = self.page
        cdef Py_ssize_t own = page.element[block], element = own, level, a, b, n_links, n_texts
        for level in range(_LEVELS):
            if element < 0:
                break
            if page.kind[element] & IS_LINK and page.n_texts[page.end[element]] - page.n_texts[page.first[element]] > 1:
                return voice("related", "links", "a box that is one link")
            element = page.parent[element]
        element = own
        for level in range(_LEVELS):
            if element < 0:
                return None
            a, b = page.first[element], page.end[element]
            n_links, n_texts = page.n_links[b] - page.n_links[a], page.n_texts[b] - page.n_texts[a]
            if n_links >= (_MIN_LIST if page.kind[element] & IS_LIST else _MIN_ROW):
                break
            element = page.parent[element]
        else:
            return None
        if n_links < 0.75 * n_texts or page.n_kept[b] > page.n_kept[a]:
            return None
        is_menu = page.sums[b] - page.sums[a] <= _MAX_ENTRY_CHARS * n_texts and not page.kind[own] & IS_HEADING
        called = element, is_menu
        said = self.lists.get(called)
        if said is None:
            evidence = str(n_links) + " links in " + <str>page.tag[element]
            self.lists[called] = said = voice("navigation" if is_menu else "related", "links", evidence)
        return said

    cdef Voice carded(self, Py_ssize_t block):
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

    cdef Voice card(self, Py_ssize_t element):
        cdef Page page = self.page
        cdef Py_ssize_t a = page.first[element], b = page.end[element], around = page.parent[element]
        if (b < page.n_blocks and self.is_like(element, page.element[b])) or (
            a > 0 and self.is_like(element, page.element[a - 1])
        ):
            tag = page.tag[around if around >= 0 else page.n_elements - 1]
            return voice("related", "links", "a linked box in " + <str>tag)
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


cdef inline Voice heard(Saying* around, int place):
    """What is said there, None where nothing is."""
    return None if around.by[place] is NULL else <Voice>around.by[place]


cdef bint only_leads_there(Voice said, Saying* around, bint is_link) noexcept:
    """As `believe._only_leads_there`."""
    if said.kind & IS_SEARCH:
        return is_link and around.by[MENU] is not NULL
    if said.kind & IS_NAVIGATION:
        return is_link
    return said.kind & IS_NO_MENU_ITEM
