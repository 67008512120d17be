# cython: language_level=3
"""Compiled twin of `inline.tidy` and of what `spans.markdown_inline` does for each piece.

It gives what they give, byte by byte (`tests/test_compiled_pieces.py`); where the two are not the same, this one is
wrong. What is rare is left to the Python functions that it calls. Kinds of marks are numbers here: a set of open
kinds is one number, and a mark's kind is looked up once.
"""

from boilerstrip.block import Mark
from boilerstrip.render.escape import autolink, code_span, destination, escape_at_signs
from boilerstrip.render.formulas import DOLLARS, formula_mark, written_tex
from boilerstrip.render.marks import BR, CLOSING, DELIMITERS, NOT_IMAGES, OWN_LINE, folded, one_line

cdef extern from "Python.h":
    bint Py_UNICODE_ISALNUM(Py_UCS4)
    bint Py_UNICODE_ISPRINTABLE(Py_UCS4)
    bint Py_UNICODE_ISSPACE(Py_UCS4)

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

cdef dict _NUMBERS = {
    "a": A, "b": B, "i": I, "code": CODE, "del": DEL, "sup": SUP, "sub": SUB, "q": Q, "rt": RT, "math": MATH,
    "br": BREAK, "img": IMG, "embed": EMBED, "emoji": EMOJI, "footnote": FOOTNOTE,
}
cdef dict _CLOSING = CLOSING
cdef dict _DELIMITERS = DELIMITERS
cdef frozenset _DELIMITER_SET = frozenset(DELIMITERS.values())
cdef object _END_LINK = CLOSING["a"]
cdef object _BR = BR
cdef object _DOLLARS = DOLLARS


cdef inline int _number(str kind) except -1:
    """The number of a kind, 0 of one that is not known."""
    cdef object found = _NUMBERS.get(kind)
    return 0 if found is None else <int>found


cdef inline tuple _fields(object mark):
    """A mark's fields: kind, value, alt."""
    if not isinstance(mark, tuple) or len(<tuple>mark) != 3:
        raise TypeError(mark)
    return <tuple>mark


cdef str _folded(str piece):
    """`marks.folded`: most text is folded already, and most of the rest has nothing that is to be cleaned."""
    cdef Py_UCS4 char, before = 0
    cdef bint is_folded = True
    for char in piece:
        if char == 32:
            is_folded = is_folded and before != 32
        elif char == 9 or char == 10:
            is_folded = False
        elif not (32 < char < 127) and not Py_UNICODE_ISPRINTABLE(char):
            return folded(piece)
        before = char
    if is_folded:
        return piece
    cdef str words = " ".join(piece.split())
    if not words:
        return " "
    if piece[0] in " \t\n":
        words = " " + words
    return words + " " if piece[-1] in " \t\n" else words


# Content, tidied


def tidy(inline, resolve, bint links, str images, finished):
    """What `inline.tidy` gives; `finished` is called where links in code or signs of marks need a second look."""
    cdef _Reader reader = _Reader.__new__(_Reader)
    reader.resolve, reader.links, reader.images = resolve, links, images
    reader.out, reader.opening, reader.spans, reader.gap = [], [], [], ""
    for piece in inline:
        reader.add(piece)
    while reader.spans:
        reader.close()
    if reader.has_signs or reader.has_code:
        return finished(reader.out, has_signs=reader.has_signs)
    return tuple(reader.out)


cdef class _Reader:
    """`inline._Reader`: what a piece means depends on what came before it."""

    cdef object resolve
    cdef bint links, has_signs, has_code
    cdef str images
    cdef list out
    cdef object gap  # white space or a break that waits for content behind it, "" for none
    cdef list opening  # spans opened, nothing in them yet
    cdef list spans  # spans open; None for one that is not written
    cdef int kinds  # of the open spans that are written

    cdef int add(self, object piece) except -1:
        if isinstance(piece, str):
            return self.text("".join((piece,)))  # the same string, of a subclass a plain one
        cdef tuple mark = _fields(piece)
        cdef str kind = mark[0]
        if kind[0] == "/":
            return self.close()
        cdef int number = _number(kind)
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
        self.write(piece[starts : n_chars - ends] if starts or ends else piece)
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
                    written = mark if address == value else Mark("a", address)
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
        cdef int number = _number(kind)
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
        if self.images == "drop" or self.kinds & BARE:
            return 0
        address = self.resolve(mark[1])
        if not address or address.startswith(NOT_IMAGES):
            return 0
        if self.images == "alt":
            return self.text(f" {mark[2]} ")
        image = Mark("img", address, one_line(mark[2]))
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
        title = one_line(mark[2])
        if address and title and not self.kinds & (CODE | A):
            for piece in (" ", Mark("a", address), title, _END_LINK, " "):
                self.add(piece)
        return 0

    cdef int write(self, object content) except -1:
        cdef list out = self.out, opening = self.opening
        cdef int merged, n_merged = 0
        if opening:
            merged = MERGED_OVER_BLANK if self.gap else MERGED
            for mark in opening:
                kind = (<tuple>mark)[0]
                if not out or not _number(kind) & merged or out[-1] is not _CLOSING[kind]:
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


# Content as Markdown


def written(inline, str hard_break):
    """What `spans._written` gives, or all of it as one string where that needs no second look."""
    cdef str kind, text
    if len(inline) == 1 and isinstance(inline[0], str):
        text = _escaped("".join(inline), False)
        return text if len(text) == len(inline[0]) else ([text], (0,), ())
    cdef _Writer writer = _Writer.__new__(_Writer)
    writer.parts, writer.texts, writer.spans, writer.text, writer.open = [], [], [], [], []
    writer.hard_break, writer.link, writer.last_code = hard_break, "", -1
    for piece in inline:
        if isinstance(piece, str):
            writer.text.append(piece)
            continue
        kind = _fields(piece)[0]
        if _number(kind) & SCRIPTS:
            return None
        writer.mark(piece, kind)
    writer.flush()
    if writer.texts or not _have_power(writer.parts, writer.spans) or _have_seams(writer.parts):
        return writer.parts, writer.texts, writer.spans
    return "".join(writer.parts)


cdef class _Writer:
    """`spans._Writer`: text gathers until markup follows, so that it is escaped as a whole."""

    cdef list parts
    cdef list texts  # the parts that are text with backslashes
    cdef list spans
    cdef list text
    cdef list open  # delimiters that wait for their partner
    cdef str hard_break
    cdef str link  # target of the open link
    cdef object address  # the same, as it is
    cdef bint in_code, in_math, guards
    cdef Py_ssize_t last_code  # the part that is the last code span

    cdef str gathered(self):
        """The text so far, which is let go."""
        cdef str text = "".join(self.text)
        self.text.clear()
        return text

    cdef int flush(self) except -1:
        if self.text:
            self.escaped(self.gathered(), bool(self.link))
        return 0

    cdef int escaped(self, str text, bint in_link) except -1:
        cdef str escaped = self.guarded(_escaped(text, in_link))
        if len(escaped) > len(text):
            self.texts.append(len(self.parts))
        self.parts.append(escaped)
        return 0

    cdef str guarded(self, str escaped):
        return escaped.replace("$", "\\$") if self.guards else escaped

    cdef int mark(self, object mark, str kind) except -1:
        if self.in_code:
            return self.mark_in_code(kind)
        if self.in_math:
            return self.formula()
        cdef int number = _number(kind)
        if mark is _DOLLARS:
            self.guards = True
        elif kind == "/a":
            self.end_link()
        elif number & WRITTEN or kind.lstrip("/") in _DELIMITERS:
            self.flush()
            if number == A:
                self.parts.append("[")
                self.address = (<tuple>mark)[1]
                self.link = destination(self.address)
            elif number == IMG:
                alt = self.guarded(_escaped((<tuple>mark)[2], True))
                self.parts.append(f"![{alt}]({destination((<tuple>mark)[1])})")
            elif number == BREAK:
                self.parts.append(self.hard_break)
            elif number == CODE or number == MATH:
                self.in_code, self.in_math = number == CODE, number == MATH
            elif number == FOOTNOTE:
                self.parts.append(f"[^{(<tuple>mark)[1]}]")
            else:
                self.delimiter(kind)
        return 0

    cdef int end_link(self) except -1:
        cdef str shown = ""
        if self.parts[-1] == "[":
            shown = autolink("".join(self.text), self.address)
        if shown:
            self.parts[-1] = shown
            self.text.clear()
        else:
            self.flush()
            self.parts.append(f"]({self.link})")
        self.link = ""
        return 0

    cdef int formula(self) except -1:
        cdef str tex = written_tex(self.gathered())
        if tex:
            self.parts.append(f"${tex}$")
        self.in_math = False
        return 0

    cdef int mark_in_code(self, str kind) except -1:
        if kind == "br":
            self.text.append(" ")
        if kind != "/code":
            return 0
        # Two code spans side by side would be read as one; the delimiters between may go yet.
        cdef Py_ssize_t at = len(self.parts) - 1
        while at >= 0 and self.parts[at] in _DELIMITER_SET:
            at -= 1
        if at >= 0 and at == self.last_code:
            self.escaped(self.gathered(), True)
        else:
            self.last_code = len(self.parts)
            self.parts.append(code_span(self.gathered()))
        self.in_code = False
        return 0

    cdef int delimiter(self, str kind) except -1:
        cdef str delimiter = _DELIMITERS[kind.lstrip("/")]
        cdef Py_ssize_t outer = -1, at
        if kind[0] == "/":
            start = self.open.pop()
            for at in self.open:
                if (<str>self.parts[at])[0] == delimiter[0]:
                    outer = at
            self.spans.append((start, len(self.parts), outer))
        else:
            self.open.append(len(self.parts))
        self.parts.append(delimiter)
        return 0


cdef str _escaped(str text, bint in_link):
    """`escape.escape_text`: one look at each character in place of one for each sign."""
    cdef Py_UCS4 char
    for char in text:
        if char in "*_`\\<&]~^" or (in_link and char == "["):
            return escape_at_signs(text, in_link=in_link)
    return text


cdef bint _have_power(list parts, list spans) except -1:
    """Whether a reader surely takes all delimiters for such: see `spans._has_power`, and look there if not."""
    for start, end, outer in spans:
        if outer >= 0 or not _opens(parts, start, 1) or not _opens(parts, end, -1):
            return False
    return True


cdef bint _opens(list parts, Py_ssize_t at, Py_ssize_t inward) except -1:
    """Whether the delimiter at `at` stands alone, and a word inside beside it or a blank outside."""
    cdef str inside = parts[at + inward], outside = " "
    if 0 <= at - inward < len(parts):
        outside = parts[at - inward]
    if not inside or not outside or inside in _DELIMITER_SET or outside in _DELIMITER_SET:
        return False
    cdef Py_UCS4 first = inside[0] if inward > 0 else inside[-1]
    if Py_UNICODE_ISSPACE(first):
        return False
    return Py_UNICODE_ISALNUM(first) or Py_UNICODE_ISSPACE(outside[-1] if inward > 0 else outside[0])


cdef bint _have_seams(list parts) except -1:
    """Whether `spans._mend_seams` may have something to mend."""
    cdef str left = "", part
    cdef Py_UCS4 last, first
    for part in parts:
        if not part:
            continue
        if left:
            last, first = left[-1], part[0]
            if last in "!^" and first == "[" or last == "]" and first in "(:" or last == "[" and first == "^":
                return True
            if last == "$" and (first == "$" or "0" <= first <= "9"):
                return True
            if last == "<" and (first in "/!?" or Py_UNICODE_ISALNUM(first)):
                return True
            if (first in "#;" or Py_UNICODE_ISALNUM(first)) and "&" in left:
                return True
        left = part
    return False
