# cython: language_level=3
"""Compiled twin of what `spans.markdown_inline` does for each piece.

It gives what that gives, byte by byte (`tests/test_compiled_pieces.py`); what is rare is left to the Python
functions that it calls.
"""

from boilerstrip.render._glance cimport PyUnicode_DATA, PyUnicode_KIND, has_none
from boilerstrip.render._pieces cimport *

from boilerstrip.render.escape import SIGNS, autolink, code_span, destination, escape_at_signs
from boilerstrip.render.formulas import DOLLARS, written_tex
from boilerstrip.render.marks import DELIMITERS
from boilerstrip.render.needless import kind_of

cdef extern from "Python.h":
    bint Py_UNICODE_ISALNUM(Py_UCS4)
    bint Py_UNICODE_ISSPACE(Py_UCS4)

ctypedef fused Unit:  # what a string has a character in
    unsigned char
    unsigned short
    unsigned int

cdef dict _DELIMITERS = DELIMITERS | {f"/{kind}": sign for kind, sign in DELIMITERS.items()}
cdef frozenset _DELIMITER_SET = frozenset(DELIMITERS.values())
cdef object _DOLLARS = DOLLARS
cdef bytes _SIGNS_ENCODED = SIGNS.encode("ascii")
cdef const char* _SIGN_BYTES = _SIGNS_ENCODED
cdef unsigned char[128] _SIGNS
for _char in range(128):
    _SIGNS[_char] = chr(_char) in SIGNS


def written(inline, str hard_break):
    """What `spans._written` gives, or all of it as one string where that needs no second look."""
    return written_of(inline, hard_break)


cdef object written_of(object inline, str hard_break):
    cdef str kind, text
    if len(inline) == 1 and isinstance(inline[0], str):
        text = _escaped("".join(inline), False)
        return text if len(text) == len(inline[0]) else ([text], (0,), ())
    cdef _Writer writer = _Writer.__new__(_Writer)
    writer.parts, writer.text = [], []
    writer.hard_break, writer.link, writer.last_code = hard_break, "", -1
    for piece in inline:
        if isinstance(piece, str):
            writer.text.append(piece)
            continue
        kind = fields_of(piece)[0]
        if number_of(kind) & SCRIPTS:
            return None
        writer.mark(piece, kind)
    writer.flush()
    if writer.texts or not _have_power(writer.parts, writer.spans) or _have_seams(writer.parts):
        return writer.parts, writer.texts or (), writer.spans or ()
    return "".join(writer.parts)


cdef class _Writer:
    """`spans._Writer`: text gathers until markup follows, so that it is escaped as a whole.

    Lists that most content needs not are made when something comes into them.
    """

    cdef list parts
    cdef list texts  # the parts that are text with backslashes
    cdef list spans
    cdef list text
    cdef list open  # delimiters that wait for their partner
    cdef str hard_break
    cdef str link  # target of the open link
    cdef str address  # the same, as it is
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
            self.texts = self.texts or []
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
        cdef int number = number_of(kind)
        if mark is _DOLLARS:
            self.guards = True
        elif kind == "/a":
            self.end_link()
        elif number & WRITTEN or kind in _DELIMITERS:
            self.flush()
            if number == A:
                self.parts.append("[")
                self.address = plain((<tuple>mark)[1])
                self.link = _target(self.address)
            elif number == IMG:
                alt = self.guarded(_escaped((<tuple>mark)[2], True))
                self.parts.append(f"![{alt}]({_target(plain((<tuple>mark)[1]))})")
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
        cdef bint has_text = bool(self.text)
        cdef str text = self.gathered()
        if self.parts[-1] == "[" and self.address.endswith(text):  # what `autolink` asks first
            shown = autolink(text, self.address)
        if shown:
            self.parts[-1] = shown
        else:
            if has_text:
                self.escaped(text, bool(self.link))
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
        if kind == "/code":
            self.code()
            self.in_code = False
        elif kind == "br" and self.hard_break.isspace():
            self.text.append(" ")
        elif kind == "br":  # each line is a span
            if any(self.text):
                self.code()
            self.parts.append(self.hard_break)
        return 0

    cdef int code(self) except -1:
        # Two code spans side by side would be read as one; the delimiters between may go yet.
        cdef Py_ssize_t at = len(self.parts) - 1
        while at >= 0 and self.parts[at] in _DELIMITER_SET:
            at -= 1
        if at >= 0 and at == self.last_code:
            self.escaped(self.gathered(), True)
        else:
            self.last_code = len(self.parts)
            self.parts.append(code_span(self.gathered()))
        return 0

    cdef int delimiter(self, str kind) except -1:
        cdef str delimiter = _DELIMITERS[kind]
        cdef Py_ssize_t outer = -1, at
        if kind[0] == "/":
            start = self.open.pop()
            self.spans = self.spans or []
            for at in self.open:
                if (<str>self.parts[at])[0] == delimiter[0]:
                    outer = at
            self.spans.append((start, len(self.parts), outer))
        else:
            self.open = self.open or []
            self.open.append(len(self.parts))
        self.parts.append(delimiter)
        return 0


cdef str _escaped(str text, bint in_link):
    """`escape.escape_text`, which is asked where a sign may be markup."""
    cdef Py_ssize_t at = -1, n = len(text)
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if has_none(text, _SIGN_BYTES):
        return text
    while True:
        at += 1
        if kind == 1:
            at = _next_sign(<const unsigned char*>data, at, n)
        elif kind == 2:
            at = _next_sign(<const unsigned short*>data, at, n)
        else:
            at = _next_sign(<const unsigned int*>data, at, n)
        if at == n:
            return text
        if _may_be_markup(text, at, n, text[at], in_link):
            return escape_at_signs(text, in_link=in_link)


cdef Py_ssize_t _next_sign(const Unit* text, Py_ssize_t at, Py_ssize_t n) noexcept nogil:
    """Where the first sign is from there on, else `n`."""
    while at < n and (text[at] > 127 or not _SIGNS[text[at]]):
        at += 1
    return at


cdef bint _may_be_markup(str text, Py_ssize_t at, Py_ssize_t n, Py_UCS4 sign, bint in_link) except -1:
    """Whether `escape` may escape a sign for what stands beside it; 0 is the edge."""
    cdef Py_UCS4 before = text[at - 1] if at else 0, behind = text[at + 1] if at + 1 < n else 0
    if sign == "_":
        return not (Py_UNICODE_ISALNUM(before) and Py_UNICODE_ISALNUM(behind))
    if sign == "*":
        return before != " " or behind != " "
    if sign == "[" or sign == "]":
        return in_link or behind == ("^" if sign == "[" else "(")
    if sign == "^":
        return behind == "["
    if sign == "~":
        return before != " " or not behind or behind == "~"
    if sign == "<":
        return behind and behind != " "
    if sign == "&":  # up to a semicolon it is a number or a name
        while at + 1 < n and (text[at + 1] == "#" or Py_UNICODE_ISALNUM(text[at + 1])):
            at += 1
        return at + 1 < n and text[at + 1] == ";"
    return True


cdef str _target(str address):
    """`escape.destination`, which is asked where something may have to be escaped."""
    return destination(address) if "(" in address or ")" in address or "&" in address else address


cdef bint _have_power(list parts, list spans) except -1:
    """Whether a reader surely takes all delimiters for such: see `emphasis._has_power`, and look there if not."""
    if spans is None:
        return True
    for start, end, outer in spans:
        if not _opens(parts, start, 1) or not _opens(parts, end, -1):
            return False
        if outer >= 0 and not Py_UNICODE_ISSPACE((<str>parts[start - 1])[-1]):
            return False  # it may as well close the emphasis around it
    return True


cdef bint _opens(list parts, Py_ssize_t at, Py_ssize_t inward) except -1:
    """Whether the delimiter at `at` stands alone, and beside it is a word inside, or a blank or a sign outside."""
    cdef str inside = parts[at + inward], outside = " "
    if 0 <= at - inward < len(parts):
        outside = parts[at - inward]
    if not inside or not outside or inside in _DELIMITER_SET or outside in _DELIMITER_SET:
        return False
    cdef Py_UCS4 first = inside[0] if inward > 0 else inside[-1]
    if Py_UNICODE_ISSPACE(first):
        return False
    if Py_UNICODE_ISALNUM(first):
        return True
    first = outside[-1] if inward > 0 else outside[0]
    return Py_UNICODE_ISSPACE(first) or kind_of(first) == "punctuation"


def have_seams(list parts):
    """Whether `spans._mend_seams` may have something to mend."""
    return _have_seams(parts)


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
