# cython: language_level=3
"""Compiled twin of `inline.tidy`.

It gives what that gives, byte by byte (`tests/test_compiled_pieces.py`); where the two are not the same, this one is
wrong. What is rare is left to the Python functions that it calls. Kinds of marks are numbers here: a set of open
kinds is one number, and a mark's kind is looked up once.
"""

from boilerstrip._made cimport triple
from boilerstrip.render._glance cimport is_even

from boilerstrip.block import Mark
from boilerstrip.render.clean import clean
from boilerstrip.render.formulas import formula_mark
from boilerstrip.render.marks import BR, CLOSING, NOT_IMAGES, OWN_LINE, are_apart, folded

cdef extern from "Python.h":
    bint Py_UNICODE_ISSPACE(Py_UCS4)

cdef dict _NUMBERS = {
    "a": A, "b": B, "i": I, "code": CODE, "del": DEL, "sup": SUP, "sub": SUB, "q": Q, "rt": RT, "math": MATH,
    "br": BREAK, "img": IMG, "embed": EMBED, "emoji": EMOJI, "footnote": FOOTNOTE,
}
cdef dict _CLOSING = CLOSING
cdef object _END_LINK = CLOSING["a"]
cdef object _BR = BR
cdef type _Mark = Mark


cdef int number_of(str kind) except -1:
    """The number of a kind, 0 of one that is not known."""
    cdef object found = _NUMBERS.get(kind)
    return 0 if found is None else <int>found


cdef tuple fields_of(object mark):
    """A mark's fields: kind, value, alt."""
    if not isinstance(mark, tuple) or len(<tuple>mark) != 3:
        raise TypeError(mark)
    return <tuple>mark


cdef str _folded(str piece):
    """`marks.folded`: most text is folded already, and most of the rest has nothing that is to be cleaned."""
    cdef Py_UCS4 char, before = 0
    cdef bint is_folded = True
    if is_even(piece):
        return piece
    for char in piece:
        if 32 < char < 127:
            pass
        elif char == 32:
            is_folded = is_folded and before != 32
        elif is_dirty(char):
            return folded(piece)
        else:
            is_folded = is_folded and not Py_UNICODE_ISSPACE(char)
        before = char
    if is_folded:
        return piece
    cdef str words = " ".join(piece.split())
    if not words:
        return " "
    if Py_UNICODE_ISSPACE(piece[0]):
        words = " " + words
    return words + " " if Py_UNICODE_ISSPACE(piece[-1]) else words


cdef str cleaned(str text):
    """`clean.clean`, which is asked where something may have to go."""
    cdef Py_UCS4 char
    for char in text:
        if not 31 < char < 127 and is_dirty(char):
            return clean(text)
    return text


cdef str preformatted(tuple pieces):
    """`inline.preformatted`."""
    cdef str text = "".join([
        piece if isinstance(piece, str) else "\n" if fields_of(piece)[0] == "br" else "" for piece in pieces
    ])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return cleaned(text).removeprefix("\n").rstrip()


cdef str plain(object piece):
    """A string, of a subclass a plain one."""
    return piece if type(piece) is str else "".join((piece,))


def tidy(inline, resolve, bint links, str images, finished):
    """What `inline.tidy` gives; `finished` is called where links in code or signs of marks need a second look."""
    return reader_of(resolve, links, images, finished).read(inline)


cdef Reader reader_of(resolve, bint links, str images, finished):
    """A reader, for one block after the other."""
    cdef Reader reader = Reader.__new__(Reader)
    reader.resolve, reader.links, reader.images, reader.finished = resolve, links, images, finished
    reader.out, reader.opening, reader.spans = [], [], []
    return reader


cdef class Reader:
    """`inline._Reader`: what a piece means depends on what came before it."""

    cdef object read(self, object inline):
        """All pieces of a block."""
        self.opening.clear()
        self.gap, self.kinds, self.has_signs, self.has_code, self.cut = "", 0, False, False, False
        for piece in inline:
            self.add(piece)
        while self.spans:
            self.close()
        cdef list out = self.out
        if self.has_signs or self.has_code:
            self.out = []
            return self.finished(out, has_signs=self.has_signs)
        found = tuple(out)
        out.clear()
        return found

    cdef int add(self, object piece) except -1:
        if isinstance(piece, str):
            return self.text(plain(piece))
        cdef tuple mark = fields_of(piece)
        cdef str kind = mark[0]
        if kind[0] == "/":
            return self.close()
        cdef int number = number_of(kind)
        if number & SPANS:
            return self.open(piece, number)
        if number == BREAK:
            self.gap = " " if self.kinds & MATH else _BR
        elif number == IMG:
            return self.image(mark)
        elif number == EMOJI:
            return self.text(mark[2])
        elif number == EMBED:
            return self.embed(mark)
        elif number == FOOTNOTE:
            return self.write(piece)
        else:
            self.spans.append(None)
        return 0

    cdef int text(self, str piece) except -1:
        piece = _folded(piece)
        cdef Py_ssize_t n_chars = len(piece)
        if not n_chars:
            return 0
        cdef bint starts = piece[0] == 32, ends = piece[n_chars - 1] == 32
        if starts and not self.gap:
            self.gap = " "
        if n_chars == 1 and starts:
            return 0
        # Folded text has one blank at an edge at most.
        if starts or ends:
            piece = piece[starts : n_chars - ends]
        if self.cut:
            self.cut = False
            if not (self.gap or self.kinds & SCRIPTS) and are_apart(self.out, piece):
                self.gap = " "
        self.write(piece)
        if ends:
            self.gap = " "
        return 0

    cdef int open(self, object mark, int number) except -1:
        cdef object written = None
        cdef object value = (<tuple>mark)[1]
        if number & WITH_SIGN:
            if not self.kinds & BARE:
                self.has_signs = True
                written = mark
        elif not self.kinds & number:
            if number == MATH:
                if not self.kinds & CODE:
                    written = formula_mark(value)
            elif self.kinds & MATH:  # only a record that was changed has markup in a formula
                pass
            elif number != A:
                written = mark
            elif self.links:
                address = self.resolve(value)
                if address:
                    written = mark if address == value else triple(_Mark, "a", address, "")
            if number == I and value == OWN_LINE:
                self.gap = _BR
        self.spans.append(written)
        if written is not None:
            self.has_code = self.has_code or number == CODE
            self.kinds |= number
            self.opening.append(written)
        return 0

    cdef int close(self) except -1:
        cdef object mark = self.spans.pop() if self.spans else None
        if mark is None:
            return 0
        cdef str kind = (<tuple>mark)[0]
        cdef int number = number_of(kind)
        self.kinds &= ~number
        if self.opening and self.opening[-1] is mark:
            self.opening.pop()
            return 0
        if number & WITH_SIGN and self.gap == " ":
            self.gap = ""  # no white space before a closing sign
        self.out.append(_CLOSING[kind])
        if number == I and (<tuple>mark)[1] == OWN_LINE:
            self.gap = _BR
        return 0

    cdef int image(self, tuple mark) except -1:
        if self.kinds & BARE:
            return 0
        if self.images == "drop":
            self.cut = self.cut or mark[1] != ""
            return 0
        address = self.resolve(mark[1])
        if not address or address.startswith(NOT_IMAGES):
            return 0
        if self.images == "alt":
            return self.text(f" {mark[2]} ")
        image = triple(_Mark, "img", address, " ".join(cleaned(mark[2]).split()))
        for span in self.opening:
            if (<tuple>span)[0] == "a":
                return self.write(image)
        # Of all spans only a link is meant for an image: the others begin behind it.
        waiting, self.opening = self.opening, []
        self.write(image)
        self.opening = waiting
        return 0

    cdef int embed(self, tuple mark) except -1:
        address = self.resolve(mark[1]) if self.images == "keep" and self.links else None
        title = " ".join(cleaned(mark[2]).split())
        if address and title and not self.kinds & (CODE | A):
            for piece in (" ", triple(_Mark, "a", address, ""), title, _END_LINK, " "):
                self.add(piece)
        return 0

    cdef int write(self, object content) except -1:
        cdef list out = self.out, opening = self.opening
        cdef int merged, n_merged = 0
        if opening:
            merged = MERGED_OVER_BLANK if self.gap else MERGED
            for mark in opening:
                kind = (<tuple>mark)[0]
                if not out or not number_of(kind) & merged or out[-1] is not _CLOSING[kind]:
                    break
                out.pop()
                n_merged += 1
        if self.gap:
            if out:
                out.append(self.gap)
            self.gap = ""
        if opening:
            out.extend(opening[n_merged:])
            opening.clear()
        out.append(content)
        return 0
