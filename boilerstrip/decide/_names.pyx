# cython: language_level=3, boundscheck=False, wraparound=False
"""What `names.telling` does, compiled: most labels are seen to say nothing by a look at their letters."""

from libc.string cimport memset

from boilerstrip.decide._letters cimport Letters, cut

from boilerstrip.decide.names import (
    AT_SOME_WIDTHS, COUNTS, MAX_KNOWN, MAX_SHORT_WORDS, MAX_WORDS, MENU_ITEM, NO_NAMES, PART_WORDS, ROLES, TABLE,
    UTILITY, WIDER,
)

cdef Py_ssize_t _MAX_WORDS = MAX_WORDS, _MAX_SHORT_WORDS = MAX_SHORT_WORDS
cdef str _MENU_ITEM = MENU_ITEM
cdef tuple _IN_ORDER = ROLES, _NO_NAMES = NO_NAMES, _WIDER = WIDER
cdef dict _roles = {}
"""Names that were looked up before, with what they say: those that say something are much the same everywhere."""
cdef Py_ssize_t _MOST_KNOWN = MAX_KNOWN
cdef Letters _letters = Letters(TABLE)
cdef unsigned char[128] _is_utility
memset(_is_utility, 0, 128)
for sign in UTILITY:
    _is_utility[ord(sign)] = 1


def telling(labels):
    """The labels in which names say a role, as `names.telling`.

    Args:
        labels: Each once.
    """
    cdef dict told = {}
    cdef str label, name, role
    cdef list said, names
    if len(_roles) > _MOST_KNOWN:
        _roles.clear()
    for label in labels:
        names = _letters.candidates(label)
        if names is None:
            continue
        said = None
        for name in names:
            role = _roles.get(name)
            if role is None:
                _roles[name] = role = asked(name)
            if role:
                if said is None:
                    said = []
                said.append((name, role))
        if said is not None:
            said = narrowed(label, said)
            if said:
                told[label] = said
    return told


cdef str asked(str name):
    """The role that a name says, "" for none."""
    cdef list words = cut(name, _MAX_WORDS)
    cdef unsigned long long mask
    if words is None:
        return ""
    mask = _letters.mask(words[:2] if _MENU_ITEM in name else words)
    if not mask or name.startswith(_NO_NAMES) or is_utility(name):
        return ""
    cdef Py_ssize_t place = 0
    while not mask & 1:
        mask >>= 1
        place += 1
    role = _IN_ORDER[place]
    return role if is_meant(role, words) else ""


cdef bint is_utility(str name) except -1:
    for sign in name:
        if sign < 128 and _is_utility[<int>sign]:
            return True
    return False


cdef bint is_meant(str role, list words) except -1:
    """As `names._is_meant`."""
    if role == "hidden":
        return len(words) <= _MAX_SHORT_WORDS and AT_SOME_WIDTHS.isdisjoint(words)
    if role == "comment":
        return COUNTS.isdisjoint(words)
    if role == "header" or role == "footer":
        return PART_WORDS.isdisjoint(words)
    return role != "pagination" or len(words) <= _MAX_SHORT_WORDS


cdef list narrowed(str label, list told):
    """As `names._narrowed`."""
    if _MENU_ITEM in label:
        told = [one for one in told if _MENU_ITEM in <str>(<tuple>one)[0]]
    for one in told:
        if (<tuple>one)[1] == "hidden":
            for name in label.split():
                if ":" in <str>name or (<str>name).startswith(_WIDER):
                    return [one for one in told if (<tuple>one)[1] != "hidden"]
            break
    return told
