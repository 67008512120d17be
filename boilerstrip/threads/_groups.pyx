# cython: language_level=3
"""Loops over elements that may be entries, compiled: those of `keys`, `groups` and `likeness`.

Indices are checked, and count from the end where they are negative.
"""

from boilerstrip.threads._asked cimport count_each
from boilerstrip.threads._labels cimport tokens
from boilerstrip.threads._text cimport may_be_profile
from boilerstrip.threads.reading import is_profile


# Keys


def by_key(reading, entry_tags, types, long long comment, str typed not None):
    """Elements that hold prose and a sign of who or when, by each thing they may have in common."""
    table = reading.table
    cdef list tags = table.tag, labels = table.label, parents = table.parent, masks = table.mask
    cdef list first = table.first_block, end = table.end_block, prose = reading.prose
    cdef list dated = reading.dated, named = reading.named
    cdef dict details = table.details, kinds = {}, may_be = {}, called
    cdef bytearray found = _around_signs(table, reading.is_dated, reading.is_named)
    cdef Py_ssize_t element, a, b
    cdef list members
    cdef tuple known, key
    cdef str tag, plain = ""  # the last tag of what holds no sign, and cannot
    for element in range(len(tags)):
        tag = tags[element]
        if not found[element]:
            if tag is plain:
                continue
            if "-" not in tag:
                plain = tag
                continue
        a, b = first[element], end[element]
        if <Py_ssize_t>prose[b] == <Py_ssize_t>prose[a] or not (
            found[element]
            or <Py_ssize_t>dated[b] > <Py_ssize_t>dated[a] or <Py_ssize_t>named[b] > <Py_ssize_t>named[a]
        ):
            continue  # of those not found an inline one, which no block calls its own, may hold a sign
        known = may_be.get(tag)
        if known is None:
            may_be[tag] = known = ("-" in tag or tag in entry_tags, {})
        if not known[0]:
            continue
        called = known[1]
        label = labels[element]
        if label:
            having = called.get(label)
            if having is None:  # the lists of all names in it
                called[label] = having = [_members(kinds, (tag, token)) for token in tokens(label)]
            for members in <list>having:
                members.append(element)
        _members(kinds, (tag, parents[element])).append(element)
        if element in details and _may_be_typed(details[element]):
            for name in types(reading.detail(element)):
                _members(kinds, (tag, name)).append(element)
    return {
        key: members for key, members in kinds.items()
        if len(members) > 1 or _may_be_alone(key[1], <long long>masks[<Py_ssize_t>members[0]] & comment, typed)
    }


cdef bint _may_be_alone(name, bint is_comment, str typed) except -1:
    return isinstance(name, str) and (is_comment or (<str>name).startswith(typed))


cdef bytearray _around_signs(table, list dated, list named):
    """Which elements are around a block that has a sign."""
    cdef list elements = table.element, parents = table.parent
    cdef bytearray found = bytearray(len(parents))
    cdef Py_ssize_t block, element
    for block in range(len(dated)):
        if dated[block] or named[block]:
            element = elements[block]
            while element >= 0 and not found[element]:
                found[element] = 1
                element = parents[element]
    return found


cdef list _members(dict kinds, tuple key):
    members = kinds.get(key)
    if members is None:
        kinds[key] = members = []
    return members


cdef bint _may_be_typed(list attributes) except -1:
    for name, _ in attributes:
        if name == "itemtype" or name == "itemprop":
            return True
    return False


def of_kinds(table, dict keys not None, set tags not None, set names not None):
    """As `keys.of_kinds`; of the keys the tags and the names are given as well."""
    cdef list labels = table.label, called = table.tag, first = table.first_block, end = table.end_block
    cdef dict told = {}, of_label
    cdef list found = []
    cdef Py_ssize_t element
    for element in range(len(labels)):
        label = labels[element]
        if not label or called[element] not in tags:
            continue
        of_label = told.get(label)
        if of_label is None:
            told[label] = of_label = {}
            some = [token for token in tokens(label) if token in names]
            if some:
                for tag in tags:
                    said = [keys[tag, token] for token in some if (tag, token) in keys]
                    if said:
                        of_label[tag] = max(said)
        if of_label:
            most = of_label.get(called[element])
            if most is not None and <Py_ssize_t>first[element] < <Py_ssize_t>end[element]:
                found.append((element, most))
    return found


# Groups


def n_teasers(reading, list members not None, tuple how not None):
    """How many of the members have a linked title that leads to another page."""
    cdef list prose = reading.prose, links = reading.table.n_link_chars, titles = [], found
    cdef dict n_times = {}
    cdef Py_ssize_t block, n = 0
    cdef _Titles page = _Titles(reading, how)
    for blocks in members:
        found = []
        for number in <list>blocks:  # up to the first words: a title stands above its teaser
            block = number
            if <Py_ssize_t>prose[block + 1] > <Py_ssize_t>prose[block]:
                break
            if links[block]:
                title = page.linked(block)
                if title:
                    found.append(title)
        titles.append(found)
        count_each(n_times, set(found))
    for found in titles:
        for title in found:
            if <Py_ssize_t>n_times[title] <= 2:
                n += 1
                break
    return n


cdef class _Titles:
    """Columns of a page, and what a title of another page is."""

    cdef list texts, inline, elements, chars, links, tags, dated, named
    cdef object heading_tags
    cdef double linked_share
    cdef Py_ssize_t least_chars

    def __init__(self, reading, tuple how):
        table = reading.table
        self.texts, self.inline, self.elements, self.tags = table.text, table.inline, table.element, table.tag
        self.chars, self.links, self.dated, self.named = (
            table.n_chars, table.n_link_chars, reading.is_dated, reading.named,
        )
        self.heading_tags, self.linked_share, self.least_chars = how

    cdef str linked(self, Py_ssize_t block):
        """The text of a block that is a title linked to another page, "" where it is none."""
        cdef Py_ssize_t n = self.chars[block]
        cdef str text, href
        cdef bint is_away = False
        if not n or <Py_ssize_t>self.links[block] < self.linked_share * n or self.dated[block]:
            return ""
        text = self.texts[block]
        if n < self.least_chars or text.count(" ") < 2:
            if self.tags[<Py_ssize_t>self.elements[block]] not in self.heading_tags:
                return ""
        if self.named[block + 1] != self.named[block]:
            return ""
        for piece in <tuple>self.inline[block]:
            if not isinstance(piece, str) and piece.kind == "a":
                href = piece.value
                if "#" in href or (may_be_profile(href) and is_profile(href)):
                    return ""
                is_away = True
        return text if is_away else ""


def held(reading, list elements not None, bint are_dated):
    """What each of some elements holds by itself, and the places of those like entries, as `groups.held` gives it."""
    table = reading.table
    cdef list first = table.first_block, last = table.end_block, end = reading.end
    cdef list prose = reading.prose, dated = reading.dated, named = reading.named
    cdef list inside = [], around = [], own_prose = [], own_dated = [], own_named = [], good = []
    cdef Py_ssize_t place, holder, a, b, n = len(elements)
    cdef Py_ssize_t element
    for place in range(n):
        element = elements[place]
        while around and <Py_ssize_t>end[<Py_ssize_t>elements[<Py_ssize_t>around[len(around) - 1]]] <= element:
            around.pop()
        inside.append(around[len(around) - 1] if around else -1)
        around.append(place)
        a, b = first[element], last[element]
        own_prose.append(<Py_ssize_t>prose[b] - <Py_ssize_t>prose[a])
        own_dated.append(<Py_ssize_t>dated[b] - <Py_ssize_t>dated[a])
        own_named.append(<Py_ssize_t>named[b] - <Py_ssize_t>named[a])
    for place in range(n):
        holder = inside[place]
        if holder >= 0:
            element = elements[place]
            a, b = first[element], last[element]
            own_prose[holder] = <Py_ssize_t>own_prose[holder] - (<Py_ssize_t>prose[b] - <Py_ssize_t>prose[a])
            own_dated[holder] = <Py_ssize_t>own_dated[holder] - (<Py_ssize_t>dated[b] - <Py_ssize_t>dated[a])
            own_named[holder] = <Py_ssize_t>own_named[holder] - (<Py_ssize_t>named[b] - <Py_ssize_t>named[a])
    for place in range(n):
        if own_prose[place] and (own_dated[place] or (own_named[place] and not are_dated)):
            good.append(place)
    return inside, own_prose, own_dated, own_named, good


def common(list texts not None, list chars not None, members, Py_ssize_t most, double least):
    """Lines of so many characters at most that stand in as many of the members."""
    cdef dict n_times = {}
    cdef set once
    cdef Py_ssize_t n
    for blocks in members:
        once = set()
        for block in <list>blocks:
            n = chars[block]
            if 0 < n <= most:
                once.add(texts[block])
        count_each(n_times, once)
    return [line for line, n in n_times.items() if n >= least]


# Likeness


cdef set _names_in(list labels, Py_ssize_t first, Py_ssize_t end):
    """The names in the labels of some elements in a row."""
    cdef set found = set()
    cdef Py_ssize_t element
    cdef str label, before = ""
    for element in range(first, min(end, len(labels))):
        label = labels[element]
        if label and label is not before:
            found.update(tokens(label))
            before = label
    return found


def names_of(list labels not None, list end not None, entries, Py_ssize_t most, double least):
    """Names that are in as many of some elements, of each as many elements being looked at."""
    cdef dict n_times = {}
    cdef Py_ssize_t element, n
    for element in entries:
        count_each(n_times, _names_in(labels, element + 1, min(<Py_ssize_t>end[element], element + most)))
    return {name for name, n in n_times.items() if n >= least}


def n_alike(list labels not None, list end not None, Py_ssize_t element, Py_ssize_t most, set wanted not None):
    """How many of the wanted names are in an element, as many elements being looked at."""
    return len(wanted & _names_in(labels, element + 1, min(<Py_ssize_t>end[element], element + most)))
