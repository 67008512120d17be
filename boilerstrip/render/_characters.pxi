# Single characters as JSON has them in UTF-8, and which of them a reader should not get.

from libc.string cimport memset

ctypedef unsigned char Narrow
ctypedef unsigned short Middle
ctypedef unsigned int Wide

ctypedef fused Unit:  # what a string has a character in
    Narrow
    Middle
    Wide

cdef enum:
    DELETE = 0x7f
    DIRTY = 1
    PAIRED = 2  # what marks a direction stays where it has its partner

# By character of ASCII: 0 for one that JSON has as it is, else the letter behind the backslash; DELETE, which
# JSON has as it is, is looked at with those that it has not.
cdef unsigned char[128] ESCAPE
memset(ESCAPE, 0, 128)
memset(ESCAPE, c'u', 32)
ESCAPE[c'\b'], ESCAPE[c'\f'], ESCAPE[c'\n'], ESCAPE[c'\r'], ESCAPE[c'\t'] = c'b', c'f', c'n', c'r', c't'
ESCAPE[DELETE], ESCAPE[c'"'], ESCAPE[c'\\'] = DELETE, c'"', c'\\'


cdef inline int suspicion(unsigned int char) noexcept nogil:
    """Whether `clean` takes out a character, or may do so, or a line ends there for some readers."""
    if char < 0xa0:
        return DIRTY if char >= 0x7f or (char < 0x20 and char != c'\n' and char != c'\t') else 0
    if char < 0x2028:
        return 0
    if char <= 0x202c or 0x2066 <= char <= 0x2069:
        return PAIRED if char > 0x2029 else DIRTY
    return DIRTY if char <= 0x202e or 0xd800 <= char <= 0xdfff or char == 0xfffe or char == 0xffff else 0


cdef inline unsigned char* encode(unsigned char* to, unsigned int char) noexcept nogil:
    """A character in UTF-8, a surrogate too; what is behind it."""
    if char < 0x80:
        to[0] = char
        return to + 1
    if char < 0x800:
        to[0], to[1] = 0xc0 | char >> 6, 0x80 | char & 63
        return to + 2
    if char < 0x10000:
        to[0], to[1], to[2] = 0xe0 | char >> 12, 0x80 | char >> 6 & 63, 0x80 | char & 63
        return to + 3
    to[0], to[1] = 0xf0 | char >> 18, 0x80 | char >> 12 & 63
    to[2], to[3] = 0x80 | char >> 6 & 63, 0x80 | char & 63
    return to + 4


cdef inline unsigned char* escape(unsigned char* to, unsigned int char) noexcept nogil:
    """A character that is in `ESCAPE`, as JSON has it; what is behind it."""
    cdef unsigned char letter = ESCAPE[char]
    if letter == DELETE:
        to[0] = DELETE
        return to + 1
    to[0], to[1] = c'\\', letter
    if letter != c'u':
        return to + 2
    to[2] = to[3] = c'0'
    to[4] = c'0' + (char >> 4)
    to[5] = b"0123456789abcdef"[char & 15]
    return to + 6
