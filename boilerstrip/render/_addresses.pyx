# cython: language_level=3
"""What `url._Answers` does, compiled: addresses of the two kinds that most are of are told by their characters.

Which characters those are is asked of the patterns of `url` when this is imported.
"""

from boilerstrip.render.url import MAX_LENGTH, PATH_RE, PLAIN_RE, address_of

cdef enum:
    IN_PATH = 1
    IN_HOST = 2
    BEGINS_HOST = 4

cdef Py_ssize_t _MAX_LENGTH = MAX_LENGTH
cdef unsigned char[128] _MEANS
for _char in range(128):
    _MEANS[_char] = (
        IN_PATH * (PATH_RE.fullmatch("/a" + chr(_char)) is not None)
        | IN_HOST * (PLAIN_RE.fullmatch("http://a" + chr(_char)) is not None and chr(_char) not in "/?#")
        | BEGINS_HOST * (PLAIN_RE.fullmatch("http://" + chr(_char)) is not None)
    )


cdef class Answers:
    """Gives the safe address for one as written on a page, or None; remembers what is dear to tell."""

    cdef dict known
    cdef object place
    cdef str origin

    def __init__(self, place):
        self.known, self.place, self.origin = {}, place, place.origin

    def __call__(self, url):
        if type(url) is str:
            if _is_plain(<str>url):
                return url
            if self.origin and _is_path(<str>url):
                return self.origin + <str>url
        found = self.known.get(url, self)
        if found is self:
            self.known[url] = found = address_of(url, self.place)
        return found


cdef bint _are(str url, Py_ssize_t at, int means) except -1:
    """Whether all characters from there on are of a kind."""
    cdef Py_UCS4 char
    for char in url[at:] if at else url:
        if char > 127 or not _MEANS[<int>char] & means:
            return False
    return True


cdef bint _is_plain(str url) except -1:
    """Whether `url.PLAIN_RE` matches."""
    cdef Py_ssize_t at, n = len(url)
    cdef Py_UCS4 char
    if n > _MAX_LENGTH or not url.startswith("http"):
        return False
    at = 8 if n > 4 and url[4] == "s" else 7
    if n <= at or url[at - 3] != ":" or url[at - 2] != "/" or url[at - 1] != "/":
        return False
    char = url[at]
    if char > 127 or not _MEANS[<int>char] & BEGINS_HOST:
        return False
    while at < n:
        char = url[at]
        if char > 127:
            return False
        if not _MEANS[<int>char] & IN_HOST:
            return char in "/?#" and _are(url, at, IN_PATH)
        at += 1
    return True


cdef bint _is_path(str url) except -1:
    """Whether `url.PATH_RE` matches and no segment begins with a dot."""
    cdef Py_ssize_t n = len(url)
    if not 0 < n <= _MAX_LENGTH or url[0] != "/" or (n > 1 and url[1] == "/"):
        return False
    return _are(url, 0, IN_PATH) and "/." not in url
