# cython: language_level=3, boundscheck=False, wraparound=False
"""What `names.telling` and `KeptRoles` find in class names and ids, compiled: each label of a page is read once."""

from cpython.bytes cimport PyBytes_AS_STRING

from boilerstrip._trees cimport Trees, is_letter, plant, read_word

from boilerstrip.decide import kept as of_kept, names as of_names
from boilerstrip.decide.kept import words_told
from boilerstrip.decide.names import shown_somewhere, telling
from boilerstrip.decide.says import FIELD_OF, Saying
from boilerstrip.words import ZEROED, WordTable

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)
    void* PyUnicode_DATA(object)

cdef enum:
    # What words tell, beside a bit for each role that they may name.
    MOST_ROLES = 24
    ROLE_BITS = (1 << MOST_ROLES) - 1
    WIDTHS = 1 << MOST_ROLES
    COUNTS = 1 << (MOST_ROLES + 1)
    PARTS = 1 << (MOST_ROLES + 2)
    KEPT = MOST_ROLES + 3  # from this bit on what `kept.WORDS` has
    # What a character tells.
    BLANK = 1  # here `str.split` cuts
    UTILITY = 2
    COLON = 4
    BEGINS_NONE = 8  # one of `names.NO_NAMES` begins with it

cdef int _MAX_WORDS = of_names.MAX_WORDS, _MAX_SHORT_WORDS = of_names.MAX_SHORT_WORDS
cdef int _MAX_KEPT_WORDS = of_kept.MAX_NAME_WORDS
cdef tuple _ROLES = of_names.ROLES, _NO_NAMES = of_names.NO_NAMES, _WIDER = of_names.WIDER
cdef str _MENU_ITEM = of_names.MENU_ITEM
cdef int _HIDDEN = _ROLES.index("hidden"), _COMMENT = _ROLES.index("comment")
cdef int _HEADER = _ROLES.index("header"), _FOOTER = _ROLES.index("footer"), _PAGINATION = _ROLES.index("pagination")
cdef list _PLACES = [Saying._fields.index(FIELD_OF.get(role, "widget")) for role in _ROLES]
cdef bytes _TOLD = bytes(
    [
        BLANK * character.isspace()
        | UTILITY * (character in of_names.UTILITY)
        | COLON * (character == ":")
        | BEGINS_NONE * any([name.startswith(character) for name in of_names.NO_NAMES])
        for character in map(chr, range(128))
    ]
)
"""What each character of ASCII tells."""
cdef const unsigned char* _told = <const unsigned char*>PyBytes_AS_STRING(_TOLD)
cdef Trees _trees

if Saying._fields != ("widget", "menu", "footer", "header", "hidden"):
    raise ValueError("what elements say has other fields")
if len(_ROLES) > MOST_ROLES:
    raise ValueError("there are more roles than there is room for")


def all_words():
    """One table of all words that are looked for."""
    words = WordTable(
        {
            WIDTHS: " ".join(of_names.AT_SOME_WIDTHS),
            COUNTS: " ".join(of_names.COUNTS),
            PARTS: " ".join(of_names.PART_WORDS),
        }
    )
    for table, shift in ((of_names.TABLE, 0), (of_kept.WORDS, KEPT)):
        for name in ("words", "beginnings", "endings", "pairs"):
            known = getattr(words, name)
            for term, bits in getattr(table, name).items():
                known[term] = known.get(term, 0) | bits << shift
    return words


plant(&_trees, all_words())


cdef class Label:
    """A class and id as written."""

    cdef int read(self) except -1:
        """See what its names say."""
        cdef const unsigned char* text
        cdef Py_ssize_t start, at = 0, n = len(self.text)
        cdef unsigned short last
        cdef long long mask, of_two
        cdef int n_words, tells
        if not PyUnicode_IS_ASCII(self.text):
            return self.read_slowly()
        text = <const unsigned char*>PyUnicode_DATA(self.text)
        while at < n:
            if _told[text[at]] & BLANK:
                at += 1
                continue
            start, last, mask, of_two, n_words, tells = at, 0, 0, 0, 0, 0
            while at < n:
                if is_letter(text[at]):
                    at = read_word(&_trees, text, at, n, &last, &mask)
                    n_words += 1
                    if n_words <= 2:
                        of_two = mask
                    continue
                tells |= _told[text[at]]
                if tells & BLANK:
                    break
                at += 1
            if mask & ROLE_BITS and n_words <= _MAX_WORDS and not tells & UTILITY:
                if not _told[text[start]] & BEGINS_NONE or not self.text[start:at].startswith(_NO_NAMES):
                    self.hear(start, at, mask, of_two, n_words)
            if mask >> KEPT and n_words <= _MAX_KEPT_WORDS and not tells & COLON:
                self.words |= <int>(mask >> KEPT)
        return self.see_where_hidden() if self.n_named else 0

    cdef int hear(self, Py_ssize_t start, Py_ssize_t end, long long mask, long long of_two, int n_words) except -1:
        """Note a name, if it says a role by the words in it, or by the first two of them; as `names._role`."""
        cdef long long roles = mask & ROLE_BITS
        cdef int role = 0
        if _MENU_ITEM in self.text:  # other names in it do not count
            roles = of_two & ROLE_BITS if _MENU_ITEM in self.text[start:end] else 0
        if not roles:
            return 0
        while not roles >> role & 1:
            role += 1
        if role == _HIDDEN:
            if n_words > _MAX_SHORT_WORDS or mask & WIDTHS:
                return 0
        elif role == _COMMENT:
            if mask & COUNTS:
                return 0
        elif role == _HEADER or role == _FOOTER:
            if mask & PARTS:
                return 0
        elif role == _PAGINATION and n_words > _MAX_SHORT_WORDS:
            return 0
        return self.note(role, start, end)

    cdef int note(self, int role, Py_ssize_t start, Py_ssize_t end) except -1:
        """A name that says a role: it counts if it is the first of its field."""
        cdef int i, place = _PLACES[role]
        for i in range(self.n_named):
            if self.named[i].place == place:
                return 0
        self.named[self.n_named] = Named(role, place, start, end)  # there are as many as there are fields
        self.n_named += 1
        return 0

    cdef int see_where_hidden(self) except -1:
        """Leave "hidden" out where the label shows the element on wider screens, as `names._narrowed`."""
        cdef int i, n = 0
        cdef bint is_shown = False
        for i in range(self.n_named):
            if self.named[i].role == _HIDDEN:
                is_shown = shown_somewhere(self.text.split())
        if not is_shown:
            return 0
        for i in range(self.n_named):
            if self.named[i].role != _HIDDEN:
                self.named[n] = self.named[i]
                n += 1
        self.n_named = n
        return 0

    cdef int read_slowly(self) except -1:
        """The same of a label with letters of other scripts."""
        cdef str name, role
        cdef Py_ssize_t start
        self.words = words_told(self.text.translate(ZEROED))
        for name, role in telling([self.text]).get(self.text, ()):
            start = self.text.index(name)
            self.note(_ROLES.index(role), start, start + len(name))
        return 0


cdef class Labels:
    """The labels of a page."""

    def __cinit__(self):
        self.known = {}
        self.nothing = Label()

    cdef Label of(self, str text):
        """What a label says."""
        cdef Label label
        if not text:
            return self.nothing
        found = self.known.get(text)
        if found is not None:
            return <Label>found
        label = Label()
        label.text = text
        label.read()
        self.known[text] = label
        return label
