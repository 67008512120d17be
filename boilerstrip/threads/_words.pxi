# Words that are looked for at any place of a text: a part of `_text`.

cdef unsigned char _lower[256]
for _code in range(256):
    _lower[_code] = ord(chr(_code).lower()) if _code < 0x80 else 0


@cython.final
cdef class Parts:
    """Words that are looked for at any place of a text, by the ends of their first two characters' numbers."""

    cdef unsigned char bucket[64 * 64]
    cdef list words

    def __init__(self, words):
        cdef list places = [[] for _ in range(64 * 64)]
        for word in words:
            first = (ord(word[0]) & 63) << 6
            for place in [first | ord(word[1]) & 63] if len(word) > 1 else range(first, first + 64):
                places[place].append(word)
        self.words = []
        cdef Py_ssize_t i
        for i in range(64 * 64):
            if places[i] not in self.words:
                self.words.append(places[i])  # the first are none
            self.bucket[i] = self.words.index(places[i])

    cdef bint are_in_ascii(self, str text) except -1:
        """As `are_in` of a text of ASCII, in lower case."""
        cdef const unsigned char* chars = <const unsigned char*>PyUnicode_DATA(text)
        cdef const unsigned char* part
        cdef Py_ssize_t i, k, n = len(text)
        cdef unsigned int place = _lower[chars[0]] & 63  # behind the last character is a 0
        cdef int bucket
        for i in range(n):
            place = (place << 6 | _lower[chars[i + 1]] & 63) & 4095
            bucket = self.bucket[place]
            if bucket:
                for word in <list>self.words[bucket]:
                    if not PyUnicode_IS_ASCII(word):
                        continue
                    part = <const unsigned char*>PyUnicode_DATA(word)
                    k = 0
                    while part[k] and part[k] == _lower[chars[i + k]]:
                        k += 1
                    if part[k] == 0:
                        return True
        return False

    cdef bint are_in(self, Text text) except -1:
        cdef Py_ssize_t i
        cdef unsigned int place = <unsigned int>text.at(0) & 63
        cdef int bucket
        for i in range(text.n):
            place = (place << 6 | <unsigned int>text.at(i + 1) & 63) & 4095
            bucket = self.bucket[place]
            if bucket:
                for word in <list>self.words[bucket]:
                    if text.has(i, <str>word):
                        return True
        return False
