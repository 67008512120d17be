# cython: language_level=3, boundscheck=False, wraparound=False
"""What `says.Speaker` does, compiled: a page has a thousand elements, of which a hundred say something."""

from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memset

from boilerstrip._made cimport pair
from boilerstrip.decide._names cimport Label, Named
from boilerstrip.decide._page cimport IS_HEADING, IS_IN_PART, IS_PURPOSEFUL, IS_PURPOSELESS, IS_SPEAKING

from boilerstrip.block import Reason
from boilerstrip.decide.believe import WITHIN_COMMENTS
from boilerstrip.decide.names import ROLES
from boilerstrip.decide.says import (
    FIELD_OF, MAX_KEPT_SHARE, NO_MENU_ITEMS, SEALED, Saying as NamedSaying, purposes_say,
)
from boilerstrip.role_words import ROLE_OF_TAG

cdef tuple _ROLES = ROLES
cdef dict _SEALED = dict(SEALED), _ROLE_OF_TAG = dict(ROLE_OF_TAG)
cdef dict _PLACE = {role: NamedSaying._fields.index(field) for role, field in FIELD_OF.items()}
"""Role -> which field of `Saying` it has; others are widgets, which come first."""
cdef double _MAX_KEPT_SHARE = MAX_KEPT_SHARE


cdef dict kinds():
    """What each role is that is anything."""
    cdef dict kinds = {}
    for kind, roles in (
        (IS_NAVIGATION, ("navigation",)),
        (IS_SEARCH, ("search",)),
        (IS_COMMENT, ("comment",)),
        (IS_COMMENT_FORM, ("comment-form",)),
        (IS_NO_MENU_ITEM, NO_MENU_ITEMS),
        (IS_WITHIN_COMMENTS, WITHIN_COMMENTS),
        (IS_SEALED, SEALED),
    ):
        for role in roles:
            kinds[role] = kinds.get(role, 0) | kind
    return kinds


cdef dict _KINDS = kinds()
cdef list _KINDS_OF_NAMED = [_KINDS.get(role, 0) for role in ROLES]


cdef class Voice:
    """A role that is given to a block, and why."""


cdef Voice voice(str role, str code, str evidence):
    """A voice for a role, with a reason of its own."""
    return new_voice(role, pair(Reason, code, evidence), _PLACE.get(role, WIDGET), _KINDS.get(role, 0))


cdef Voice voice_of(said):
    """A voice that says what a `Said` says."""
    role, reason = <tuple>said
    return new_voice(role, reason, _PLACE.get(role, WIDGET), _KINDS.get(role, 0))


cdef inline Voice new_voice(str role, reason, int place, int kind):
    cdef Voice made = Voice.__new__(Voice)
    made.role, made.reason, made.place, made.kind = role, reason, place, kind
    return made


cdef class Around:
    """As `says.Speaker.sayings`.

    Args:
        page: The page.
        labels: Its labels.
        purposes: Of its table.
    """

    def __cinit__(self, Page page not None, Labels labels not None, dict purposes not None):
        self.page, self.labels, self.voices, self.known_purposes = page, labels, [], {}
        self.sayings = <Saying*>malloc((page.n_elements + 1) * sizeof(Saying))
        self.saying = <Py_ssize_t*>calloc(page.n_elements + 1, sizeof(Py_ssize_t))
        if self.sayings is NULL or self.saying is NULL:
            raise MemoryError
        memset(self.sayings, 0, sizeof(Saying))
        self.listen(purposes)

    def __dealloc__(self):
        free(self.sayings)
        free(self.saying)

    cdef int listen(self, dict purposes) except -1:
        """Ask all elements, outer ones first; the first saying is that of nobody."""
        cdef Page page = self.page
        cdef Py_ssize_t i, a, b, n_sayings = 1
        cdef Saying* around
        cdef bint is_told
        for i in range(page.n_elements):
            self.saying[i + 1] = self.saying[page.parent[i] + 1]
            a, b = page.first[i], page.end[i]
            if page.n_kept[b] - page.n_kept[a] == b - a or page.kind[i] & IS_PURPOSELESS:
                continue
            asked = self.asked(i, purposes)
            if asked is None:
                continue
            around = &self.sayings[n_sayings]  # an element has one at most
            around[0] = self.sayings[self.saying[i + 1]]
            is_told = False
            for one in <list>asked:
                if self.hear(around, <Voice>one, i):
                    self.voices.append(one)
                    is_told = True
            if is_told:
                self.saying[i + 1] = n_sayings
                n_sayings += 1
        return 0

    cdef list asked(self, Py_ssize_t element, dict purposes):
        """All that an element says, None where that is nothing."""
        cdef Page page = self.page
        cdef Label label = self.labels.of(page.label[element])
        cdef list voices = None
        cdef str tag
        if label.n_named or page.kind[element] & IS_SPEAKING:
            tag = page.tag[element]
            if label.tag is not tag:
                label.tag, label.voices = tag, says(label, tag, page.kind[element])
            voices = label.voices
        if page.kind[element] & IS_PURPOSEFUL:
            told = self.said_by_purposes(page.tag[element], purposes[element])
            voices = told if voices is None else voices + told
        return voices

    cdef list said_by_purposes(self, str tag, dict purposes):
        """As `says.purposes_say`, which is asked once for each purpose of each tag: few are different."""
        cdef list told = []
        for purpose in purposes.items():
            called = (tag, purpose)
            known = self.known_purposes.get(called)
            if known is None:
                known = [voice_of(said) for said in purposes_say(tag, dict([purpose]))]
                self.known_purposes[called] = known
            told += <list>known
        return told

    cdef bint hear(self, Saying* around, Voice voice, Py_ssize_t element) except -1:
        """Whether what an element says counts; then it is put beside what those around it say."""
        if voice.place == WIDGET:
            if self.is_content(element) or not is_widget(around, voice):
                return False
        elif (voice.place == FOOTER or voice.place == HEADER) and not self.is_of_page(element, voice.place):
            return False
        around.by[voice.place] = <PyObject*>voice
        return True

    cdef bint is_content(self, Py_ssize_t element) noexcept:
        """Whether a good part of what an element holds is kept: then it is no widget."""
        cdef Page page = self.page
        cdef Py_ssize_t a = page.first[element], b = page.end[element]
        return page.kept_sums[b] - page.kept_sums[a] > _MAX_KEPT_SHARE * (page.sums[b] - page.sums[a])

    cdef bint is_of_page(self, Py_ssize_t element, int place) noexcept:
        """Whether a header or footer is the page's own."""
        cdef Page page = self.page
        if page.kind[element] & IS_IN_PART:
            return False
        if place == HEADER:
            return page.kept_sums[page.end[element]] == 0
        if page.kept_sums[page.first[element]] == 0 and page.kept_sums[page.n_blocks]:
            return False
        return not self.is_content(element)


cdef bint is_widget(Saying* around, Voice voice) except -1:
    """Whether a widget is none of the menu or the widget that it stands in."""
    cdef Voice outer
    if around.by[MENU] is not NULL and voice.kind & IS_NO_MENU_ITEM:
        return False
    if around.by[WIDGET] is NULL:
        return True
    outer = <Voice>around.by[WIDGET]
    return not outer.kind & IS_SEALED or voice.role in _SEALED[outer.role]


cdef list says(Label label, str tag, Py_ssize_t kind):
    """As `says.says`."""
    cdef list found = []
    cdef bint[N_PLACES] is_found = [False, False, False, False, False]
    cdef Named named
    cdef int i
    cdef str role
    for i in range(label.n_named):
        named = label.named[i]
        if kind & IS_HEADING and (named.place == MENU or named.place == HEADER or named.place == FOOTER):
            continue  # a title of one
        is_found[named.place] = True
        reason = pair(Reason, "class-word", tag + "." + label.text[named.start:named.end])
        found.append(new_voice(_ROLES[named.role], reason, named.place, _KINDS_OF_NAMED[named.role]))
    if kind & IS_SPEAKING:
        role = _ROLE_OF_TAG[tag]
        if not is_found[_PLACE.get(role, WIDGET)]:
            found.append(voice(role, "tag", tag))
    return found
