# cython: language_level=3
"""What the elements of an entry tell, compiled: the loops over them of `people`, `moments` and `votes`.

Numbers, patterns and what makes a name of a text are given by these. Indices are checked, and count from the end
where they are negative.
"""

from boilerstrip.threads._asked cimport are_in, called, has_number
from boilerstrip.threads._labels cimport IS_DATE, IS_DOWN, IS_LATER, IS_UP, said_by, votes_said, weight_said
from boilerstrip.threads._text cimport may_be_profile, may_hold

from boilerstrip.threads.dates import date_in, is_date
from boilerstrip.threads.labels import fold
from boilerstrip.threads.reading import is_profile
from boilerstrip.threads.telling import STAMPS, TITLES
from boilerstrip.threads.terms import AUTHOR_PROPS, DATE_PROPS

cdef frozenset _AUTHOR_PROPS = frozenset(AUTHOR_PROPS), _DATE_PROPS = frozenset(DATE_PROPS)
cdef frozenset _TITLES = frozenset(TITLES)

cdef enum:
    WHO = 1  # as in `telling`
    WHEN = 2
    VOTES = 8


def name(
    reading, list elements not None, str best not None, double best_weight, set same not None, tuple how not None
):
    """Text and block of the name that elements tell surest, if any is surer than the best one there is; else None."""
    table = reading.table
    cdef double prop, link, inside, repeated, told, weight
    clean, named, metas, (prop, link, inside, repeated, told) = how
    cdef str text
    cdef Py_ssize_t block
    found = None
    for item in elements:
        if not <long>(<tuple>item)[5] & WHO:
            continue
        weight = _name_weight(table, <tuple>item, prop, link, inside)
        if not weight or weight < best_weight:
            continue
        text, block = _name_in(table, <tuple>item, clean, named, metas)
        if not text or is_date(text):
            continue
        if same and fold(text) in same:
            weight = weight - repeated if weight >= told else 0
        if weight > best_weight or (weight == best_weight and text != best and text in best):
            found, best, best_weight = (text, block), text, weight
    return found


cdef double _name_weight(table, tuple item, double prop, double link, double inside) except -1:
    """How surely an element holds the author's name; 0 for not at all."""
    element, detail, label, props, is_author, _ = item
    cdef dict told = detail
    cdef double weight = weight_said(said_by(label))
    cdef str outer, rel, href
    if is_author:
        if "name" in props or "@name" in told:
            return 2 * prop
        if are_in(props, _AUTHOR_PROPS):
            weight += prop
    elif "@author" in told or "@creator" in told:
        return prop
    if not told:
        return weight
    rel = told.get("rel")
    if rel is not None and "author" in rel:
        weight += link
    href = told.get("href")
    if href is not None and may_be_profile(href) and is_profile(href):
        outer = called(table, (<list>table.parent)[element])
        if votes_said(said_by(outer)):
            return 0
        weight += link
    if not weight:
        outer = called(table, (<list>table.parent)[element])
        weight = max(weight_said(said_by(outer)) - inside, 0.0)
    return weight


cdef tuple _name_in(table, tuple item, clean, named, tuple metas):
    """The name that an element holds, and its block."""
    element, detail, _, props, is_author, _ = item
    cdef dict told = detail
    cdef str text
    cdef Py_ssize_t block
    for meta in metas:
        if meta in told and (meta != "@name" or is_author):
            text = clean(told[meta])
            if text:
                return text, -1
    block = (<list>table.first_block)[element]
    text = told.get("#text") or ""
    if not text:
        if not props and not (<list>table.label)[element]:
            return "", block
        if not 1 <= (<list>table.end_block)[element] - block <= 2:
            return "", block
        text = named((<list>table.inline)[block]) or (<list>table.text)[block]
    return clean(text), block


def moment(reading, entry, list elements not None, double best_weight, tuple how not None):
    """Text, block and weight of the date that elements tell surest, if any is surer; else None."""
    table = reading.table
    cdef double prop, penalty, words_weight, alone, weight, less
    cdef Py_ssize_t most_chars, most_blocks, block
    for_machines, is_edited, (most_chars, most_blocks), (prop, penalty, words_weight, alone) = how
    cdef bint is_prop, is_told
    cdef long long said
    cdef str text, label
    found = None
    for item in elements:
        if not <long>(<tuple>item)[5] & WHEN:
            continue
        element, detail, label, props, _, _ = <tuple>item
        if props and "datemodified" in props:
            continue
        said = said_by(label)
        less = penalty if said & IS_LATER else 0
        is_prop = are_in(props, _DATE_PROPS)
        block = (<list>table.first_block)[element] if element != entry else -1
        if detail and _may_date(<dict>detail, is_prop, most_chars):
            iso, weight = for_machines(detail, is_prop=is_prop)
            if iso:
                weight = weight + prop * is_prop - less
                if weight > best_weight and not is_edited(table, block):
                    found, best_weight = (iso, block, weight), weight
                continue
        if element == entry or words_weight + alone - less <= best_weight:
            continue
        is_told = is_prop or "datetime" in <dict>detail or said & IS_DATE
        if not is_told and (<list>table.tag)[element] != "time":
            continue
        text = _small_text(table, element, <dict>detail, most_blocks)
        if text and len(text) <= most_chars:
            date = date_in(text)
            if date:
                weight = words_weight + alone * (len(text) == len(date)) - less
                if weight > best_weight and not is_edited(table, block):
                    found, best_weight = (date, block, weight), weight
    return found


cdef bint _may_date(dict detail, bint is_prop, Py_ssize_t most_chars) except -1:
    """Whether attributes may hold a date for machines."""
    cdef str name, value
    for name, value in detail.items():
        if name == "datetime" or name[0] == "@" or (is_prop and name == "content"):
            return True
        if name in _TITLES:
            if value and len(value) <= most_chars and may_hold(value):
                return True
        elif name.startswith("data-") and name.endswith(STAMPS):
            return True
    return False


cdef str _small_text(table, element, dict detail, Py_ssize_t most_blocks):
    """The text of a small element."""
    cdef Py_ssize_t first = (<list>table.first_block)[element], end = (<list>table.end_block)[element]
    cdef str text
    if end - first > most_blocks:
        return ""
    text = " ".join((<list>table.text)[first:end]) if (<list>table.label)[element] else detail.get("#text", "")
    return " ".join(text.split())


def votes(reading, list elements not None, tuple how not None):
    """Counts of votes that elements tell, those surest, the weight of these, those for and those against."""
    table = reading.table
    numbers, counts = how
    cdef long long said
    cdef double best_weight = 0, weight
    cdef list best = [], ups = [], downs = []
    for item in elements:
        if not <long>(<tuple>item)[5] & VOTES:
            continue
        count, weight = _voted(table, <tuple>item, numbers, counts)
        if count is None:
            continue
        said = said_by((<tuple>item)[2]) | said_by((<dict>(<tuple>item)[1]).get("data-role", ""))
        if said & IS_DOWN:
            downs.append(count)
        elif said & IS_UP:
            ups.append(count)
        if weight > best_weight:
            best, best_weight = [count], weight
        elif weight == best_weight:
            best.append(count)
    return best, best_weight, ups, downs


cdef tuple _voted(table, tuple item, tuple numbers, tuple how):
    """The count of votes that an element shows, and how surely it is one."""
    element, detail, label, props, _, _ = item
    cdef dict told = detail
    cdef double prop, named, weight
    cdef Py_ssize_t first, line_chars
    cdef str text
    named_in, counted_in, count_of, words = numbers
    line_chars, prop, named = how
    weight = prop if "upvotecount" in props else votes_said(said_by(label))
    for name in ("aria-label", "title"):
        if name in told:
            text = told[name][:line_chars]
            if has_number(text) and _may_have(text, words):
                found = named_in(text) or counted_in(text)
                if found:
                    return count_of(found[1]), max(weight, named)
    if not weight:
        return None, 0
    for name in ("content", "data-value", "data-count", "data-score"):
        if name in told:
            count = count_of(told[name])
            if count is not None:
                return count, weight
    text = told.get("#text", "")
    first = (<list>table.first_block)[element]
    if not text and (<list>table.end_block)[element] - first == 1 and ((<list>table.label)[element] or props):
        text = (<list>table.text)[first]
    return (count_of(text), weight) if text else (None, 0)


cdef bint _may_have(str text, tuple words) except -1:
    """Whether one of some words may be in a text, in any letter case; yes where letters have more forms."""
    if not text.isascii():
        return True
    cdef str small = text.lower()
    for word in words:
        if <str>word in small:
            return True
    return False


def votes_in(reading, lines not None, Py_ssize_t line_chars, tuple counted not None, counted_in):
    """The first match of a count of votes in the lines, None where there is none; `counted` are words of which it has
    one, in small letters."""
    cdef list texts = reading.table.text
    cdef str text
    for block in <list>lines:
        text = texts[<Py_ssize_t>block]
        if len(text) > line_chars or not has_number(text) or not _may_have(text, counted):
            continue
        found = counted_in(text)
        if found:
            return found
    return None
