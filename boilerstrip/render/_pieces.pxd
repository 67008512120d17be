# cython: language_level=3
"""What compiled renderers share: kinds of marks as numbers, and the reader that tidies content."""

cdef enum:
    # Spans, a bit each.
    A = 1
    B = 2
    I = 4
    CODE = 8
    DEL = 16
    SUP = 32
    SUB = 64
    Q = 128
    RT = 256
    MATH = 512
    # Marks that stand alone.
    BREAK = 1024
    IMG = 2048
    EMBED = 4096
    EMOJI = 8192
    FOOTNOTE = 16384
    # Kinds that are treated alike.
    SPANS = 1023
    SCRIPTS = 96  # SUP, SUB: written with characters
    WITH_SIGN = 384  # Q, RT: readers see a character
    BARE = 520  # CODE, MATH: no images in them
    WRITTEN = 19977  # A, CODE, MATH, BREAK, IMG, FOOTNOTE: written in Markdown, beside those with delimiters
    MERGED_OVER_BLANK = 22  # B, I, DEL: two of them with a blank between are one
    MERGED = 30  # and CODE: two of them without anything between are one


cdef int number_of(str kind) except -1
cdef tuple fields_of(object mark)
cdef str plain(object piece)
cdef str cleaned(str text)
cdef str preformatted(tuple pieces)


cdef inline bint is_dirty(Py_UCS4 char) noexcept:
    """Whether `clean` looks for a character."""
    if char < 0x2000:
        return char < 9 or 10 < char < 32 or 126 < char < 160
    return (
        0x202a <= char <= 0x202e or 0x2066 <= char <= 0x2069
        or 0xd800 <= char < 0xe000 or char == 0xfffe or char == 0xffff
    )


cdef class Reader:
    cdef object resolve
    cdef object finished
    cdef bint links, has_signs, has_code
    cdef bint cut  # an image that is not written stood behind the last words
    cdef str images
    cdef list out
    cdef object gap  # white space or a break that waits for content behind it, "" for none
    cdef list opening  # spans opened, nothing in them yet
    cdef list spans  # spans open; None for one that is not written
    cdef int kinds  # of the open spans that are written
    cdef object read(self, object inline)
    cdef int add(self, object piece) except -1
    cdef int text(self, str piece) except -1
    cdef int open(self, object mark, int number) except -1
    cdef int close(self) except -1
    cdef int image(self, tuple mark) except -1
    cdef int embed(self, tuple mark) except -1
    cdef int write(self, object content) except -1


cdef Reader reader_of(resolve, bint links, str images, finished)
