# cython: language_level=3
"""Where an entry can be found again, compiled: the loops over elements of `places`.

Numbers and patterns are given by it. Indices are checked, and count from the end where they are negative.
"""

from boilerstrip.threads._labels cimport IS_NO_PERMALINK, IS_PERMALINK, said_by
from boilerstrip.threads._text cimport may_be_profile

from boilerstrip.threads.dates import is_date
from boilerstrip.threads.reading import is_profile
from boilerstrip.threads.telling import WHERE

cdef long _WHERE = WHERE


def permalink(reading, list elements not None, list ids not None, best, double best_weight, tuple how not None):
    """The address that elements tell surest, if any is surer than the best one there is."""
    cdef double meta, prop, date, told, weight
    (meta, prop, date, told), time_tags, is_old = how
    table = reading.table
    cdef list tags = table.tag, parents = table.parent
    cdef dict detail
    cdef str href
    for item in elements:
        if not <long>(<tuple>item)[5] & _WHERE or (<tuple>item)[4]:
            continue
        detail = (<tuple>item)[1]
        if not detail:
            continue
        url = detail.get("@url")
        if url and best_weight < meta:
            best, best_weight = url, meta
        href = detail.get("href")
        if not href:
            continue
        if "url" in <tuple>(<tuple>item)[3]:
            weight = prop
        else:
            weight = _names_weight(detail, href, ids, told)
            if weight < 0 or weight + date <= best_weight:
                continue
            if _is_around_date(tags, parents, (<tuple>item)[0], detail, time_tags):
                weight += date
            if weight <= best_weight or not weight or is_old(href) or (may_be_profile(href) and is_profile(href)):
                continue
        if weight > best_weight:
            best, best_weight = href, weight
    return best


cdef double _names_weight(dict detail, str href, list ids, double told) except? -2:
    """How surely a link's names and its address say that it is one; -1 for surely not."""
    cdef str names = detail.get("class"), rel = detail.get("rel")
    cdef long long said = 0
    if href == "#":
        return -1
    if names:
        said |= said_by(names)
    if rel:
        said |= said_by(rel)
    if said & IS_NO_PERMALINK:
        return -1
    return (told if said & IS_PERMALINK else 0) + (told if "#" in href and href.rpartition("#")[2] in ids else 0)


cdef bint _is_around_date(list tags, list parents, Py_ssize_t element, dict detail, time_tags) except -1:
    """Whether a link is around a date, or a `<time>` around it."""
    cdef Py_ssize_t inner = element + 1
    if inner < len(tags) and <Py_ssize_t>parents[inner] == element and tags[inner] in time_tags:
        return True
    if tags[<Py_ssize_t>parents[element]] == "time":
        return True
    text = detail.get("#text")
    return bool(text) and is_date(text)


def ids(reading, list elements not None, list found not None, is_id):
    """Those that pages link to of some ids, and of ids in elements and names of their anchors."""
    cdef list tags = reading.table.tag
    cdef dict detail
    for item in elements:
        detail = (<tuple>item)[1]
        if detail and <long>(<tuple>item)[5] & _WHERE:
            found.append(detail.get("id"))
            if tags[<Py_ssize_t>(<tuple>item)[0]] == "a":
                found.append(detail.get("name"))
    return [name for name in found if name and (<str>name)[len(<str>name) - 1].isdecimal() and is_id(name)]
