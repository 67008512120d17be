# cython: language_level=3, boundscheck=False, wraparound=False
"""What `markup.html` does, compiled.

Indices are those of named tuples of the outline, and below a length that was just read. Functions call each other
no deeper than the outline nests, which `places.MAX_NEST` bounds. Nodes that few pages have are left to Python.
"""

from libc.stdint cimport uint64_t

from boilerstrip.render._glance cimport PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, has_none

from boilerstrip.render.formulas import display_tex
from boilerstrip.render.outline import Code, Figure, Heading, List, Paragraph, Quote, Table

ctypedef fused Unit:  # what a string has a character in
    unsigned char
    unsigned short
    unsigned int

cdef uint64_t IN_TEXT = <uint64_t>1 << c"&" | <uint64_t>1 << c"<" | <uint64_t>1 << c">"  # each sign is below 64
cdef uint64_t IN_ATTRIBUTE = IN_TEXT | <uint64_t>1 << c'"'
cdef object _Paragraph = Paragraph, _Heading = Heading, _List = List, _Table = Table
cdef object _Quote = Quote, _Figure = Figure, _Code = Code


cdef inline tuple _fields(value):
    """A mark as a tuple."""
    if not isinstance(value, tuple) or len(<tuple>value) != 3:
        raise TypeError(value)
    return <tuple>value


def html(nodes, dict tags, dict boxes, block):
    """What `markup.html` gives, but for the ids of footnotes.

    Args:
        nodes: The outline, not empty.
        tags: By kind of a mark what is written for it, of those that need no value.
        boxes: By whether a task is done what stands before it.
        block: Writes any node; for those that are rare.
    """
    cdef _Html written = _Html.__new__(_Html)
    written.out, written.tags, written.boxes, written.rare = ["<article>"], tags, boxes, block
    written.blocks(nodes, 0)
    written.out.append("\n</article>")
    return "".join(written.out)


cdef class _Html:
    """Writes nodes; a line of HTML begins with its newline."""

    cdef list out
    cdef dict tags, boxes
    cdef object rare

    cdef int blocks(self, nodes, Py_ssize_t first) except -1:
        """A node a line, each behind a newline; from the node `first` on."""
        for node in nodes[first:] if first else nodes:
            self.out.append("\n")
            self.block(node)
        return 0

    cdef int block(self, node) except -1:
        cdef list out = self.out
        kind = type(node)
        if kind is _Paragraph:
            out.append("<p>")
            self.line((<tuple>node)[0])
            out.append("</p>")
        elif kind is _Heading:
            out.append(f"<h{(<tuple>node)[0]}>")
            self.inline((<tuple>node)[1])
            out.append(f"</h{(<tuple>node)[0]}>")
        elif kind is _List:
            self.items((<tuple>node)[0], (<tuple>node)[1], (<tuple>node)[2], (<tuple>node)[3])
        elif kind is _Table and not (<tuple>node)[4]:
            self.table((<tuple>node)[0], (<tuple>node)[1], (<tuple>node)[2], (<tuple>node)[3])
        elif kind is _Quote:
            out.append("<blockquote>")
            self.blocks((<tuple>node)[0], 0)
            out.append("\n</blockquote>")
        elif kind is _Code:
            language = _escaped((<tuple>node)[1], True)
            out.append(f'<pre><code class="language-{language}">' if language else "<pre><code>")
            out.append(_escaped((<tuple>node)[0], False))
            out.append("</code></pre>")
        elif kind is _Figure and not (<tuple>node)[2]:
            self.figure((<tuple>node)[0], (<tuple>node)[1])
        else:
            out.append(self.rare(node))
        return 0

    cdef int items(self, bint ordered, start, items, tasks) except -1:
        cdef list out = self.out
        cdef Py_ssize_t at
        if tasks and len(tasks) != len(items):
            raise ValueError("a box for each item or none")
        out.append(("<ol" if ordered else "<ul") + ("" if start == 1 else f' start="{start}"') + ">")
        for at, item in enumerate(items):
            out.append("\n<li>" + self.boxes[tasks[at]] if tasks else "\n<li>")
            self.content(item)
            out.append("</li>")
        out.append("\n</ol>" if ordered else "\n</ul>")
        return 0

    cdef int content(self, nodes) except -1:
        """What is in an item or caption, as `markup._content`."""
        if not nodes:
            raise IndexError("an item without content")
        cdef bint is_bare = type(nodes[0]) is _Paragraph
        cdef Py_ssize_t at
        for at in range(1, len(nodes)):
            is_bare = is_bare and type(nodes[at]) is _List
        if is_bare:
            self.line((<tuple>nodes[0])[0])
            return self.blocks(nodes, 1)
        self.blocks(nodes, 0)
        self.out.append("\n")
        return 0

    cdef int figure(self, children, caption) except -1:
        cdef list out = self.out
        out.append("<figure>")
        for node in children:
            out.append("\n")
            if type(node) is _Paragraph and _has_no_words((<tuple>node)[0]):
                self.inline((<tuple>node)[0])
            else:
                self.block(node)
        if caption:
            out.append("\n<figcaption>")
            self.content(caption)
            out.append("</figcaption>")
        out.append("\n</figure>")
        return 0

    cdef int table(self, caption, Py_ssize_t n_header, align, rows) except -1:
        cdef list out = self.out
        cdef Py_ssize_t at, n = len(rows)
        cdef list openings = ["", ""]
        for at in range(2):
            tag = "<th" if at else "<td"
            openings[at] = [tag + (f' style="text-align:{side}">' if side else ">") for side in align]
        out.append("<table>")
        if caption:
            out.append("\n<caption>")
            self.inline(caption)
            out.append("</caption>")
        if n_header:
            out.append("\n<thead>")
        for at in range(n):
            if at == n_header:
                out.append("\n</thead>\n<tbody>" if n_header else "\n<tbody>")
            out.append("\n<tr>")
            self.cells(rows[at], openings[0], openings[1])
            out.append("</tr>")
        if n > n_header:
            out.append("\n</tbody>")
        elif n_header:
            out.append("\n</thead>")
        out.append("\n</table>")
        return 0

    cdef int cells(self, cells, list plain, list heads) except -1:
        cdef Py_ssize_t at = 0, n = len(plain)
        for cell in cells:
            if at == n:
                break
            is_header, inline = cell
            self.out.append((heads if is_header else plain)[at])
            at += 1
            self.inline(inline)
            self.out.append("</th>" if is_header else "</td>")
        return 0

    cdef int line(self, inline) except -1:
        """What a paragraph holds, which may be a display formula."""
        if len(inline) > 2 and not isinstance(inline[0], str) and _fields(inline[0])[0] == "math":
            tex = display_tex(inline)
            if tex:
                self.out.append('<span class="math display">\\[' + _escaped(tex, False) + "\\]</span>")
                return 0
        return self.inline(inline)

    cdef int inline(self, inline) except -1:
        cdef list out = self.out
        cdef str kind
        for piece in inline:
            if isinstance(piece, str):
                out.append(_escaped(piece, False))
                continue
            kind = _fields(piece)[0]
            if kind == "a":
                out.append('<a href="')
                out.append(_escaped((<tuple>piece)[1], True))
                out.append('">')
            elif kind == "img":
                out.append('<img src="')
                out.append(_escaped((<tuple>piece)[1], True))
                out.append('" alt="')
                out.append(_escaped((<tuple>piece)[2], True))
                out.append('">')
            elif kind == "footnote":
                name = _escaped((<tuple>piece)[1], True)
                out.append(f'<sup><a href="#fn-{name}" id="fnref-{name}">{name}</a></sup>')
            else:
                out.append(self.tags[kind])
        return 0


cdef bint _has_no_words(inline) except -1:
    for piece in inline:
        if isinstance(piece, str):
            return False
    return True


cdef str _escaped(str text, bint in_attribute):
    """`markup._escaped`, or `markup._attribute`: one look at each character in place of one for each sign."""
    cdef uint64_t signs = IN_ATTRIBUTE if in_attribute else IN_TEXT
    cdef Py_ssize_t n = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if has_none(text, b'&<>"' if in_attribute else b"&<>"):
        return text
    if kind == 1:
        if not _holds(<const unsigned char*>data, n, signs):
            return text
    elif kind == 2:
        if not _holds(<const unsigned short*>data, n, signs):
            return text
    elif not _holds(<const unsigned int*>data, n, signs):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if in_attribute else text


cdef bint _holds(const Unit* text, Py_ssize_t n, uint64_t signs) noexcept nogil:
    """Whether one of the signs, each a bit at its code point, is in a text."""
    cdef Py_ssize_t at
    for at in range(n):
        if text[at] < 64 and signs >> text[at] & 1:
            return True
    return False
