# cython: language_level=3, boundscheck=False, wraparound=False
"""What `markup.html`, `plain.text` and the loop of `resources` do, compiled.

Indices are those of named tuples of the outline and below a length that was just read. Functions call each other
no deeper than the outline nests, which `places.MAX_NEST` bounds. What few pages have is left to Python.
"""

from libc.stdint cimport uint64_t

from boilerstrip.render.formulas import display_tex
from boilerstrip.render.inline import plain_text
from boilerstrip.render.outline import Code, Figure, Heading, List, Paragraph, Quote, Rule, Table
from boilerstrip.render.tasks import BOXES
from boilerstrip.resources import Image, Link

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void* PyUnicode_DATA(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)

ctypedef fused Unit:  # what a string has a character in
    unsigned char
    unsigned short
    unsigned int

cdef enum:  # of a block's content
    IMAGE = 1
    LONE = 2
    OTHER = 4

cdef uint64_t IN_TEXT = <uint64_t>1 << c"&" | <uint64_t>1 << c"<" | <uint64_t>1 << c">"  # each sign is below 64
cdef uint64_t IN_ATTRIBUTE = IN_TEXT | <uint64_t>1 << c'"'
cdef object _Paragraph = Paragraph, _Heading = Heading, _List = List, _Table = Table, _Code = Code
cdef object _new = tuple.__new__  # what a named tuple calls
cdef object _Quote = Quote, _Figure = Figure, _Rule = Rule
cdef dict _WORDS = dict.fromkeys([sign + kind for kind in ("a", "b", "i", "code") for sign in ("", "/")] + ["img"], "")


cdef inline tuple _fields(value, Py_ssize_t n=3):
    """A mark, or a cell, as a tuple of so many."""
    if not isinstance(value, tuple) or len(<tuple>value) != n:
        raise TypeError(value)
    return <tuple>value


# HTML


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
        elif kind is _Table:
            self.table((<tuple>node)[0], (<tuple>node)[1], (<tuple>node)[2], (<tuple>node)[3])
        elif kind is _Quote:
            out.append("<blockquote>")
            self.blocks((<tuple>node)[0], 0)
            out.append("\n</blockquote>")
        elif kind is _Figure and not (<tuple>node)[2]:
            self.figure((<tuple>node)[0], (<tuple>node)[1])
        else:
            out.append(self.rare(node))
        return 0

    cdef int items(self, bint ordered, start, items, tasks) except -1:
        cdef list out = self.out
        cdef Py_ssize_t at
        out.append(("<ol" if ordered else "<ul") + ("" if start == 1 else f' start="{start}"') + ">")
        for at, item in enumerate(items):
            out.append("\n<li>" + self.boxes[tasks[at]] if tasks else "\n<li>")
            self.content(item)
            out.append("</li>")
        out.append("\n</ol>" if ordered else "\n</ul>")
        return 0

    cdef int content(self, nodes) except -1:
        """What is in an item or caption, as `markup._content`."""
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


# Text


def text(nodes, blocks):
    """What `plain.text` gives.

    Args:
        nodes: The outline.
        blocks: Gives the blocks of text of any nodes; for those that are rare.
    """
    return "\n\n".join(_blocks(nodes, blocks))


cdef list _blocks(nodes, rare):
    cdef list blocks = []
    cdef Py_ssize_t at
    for node in nodes:
        kind = type(node)
        if kind is _Paragraph:
            words = _plain((<tuple>node)[0], "\n")
            if words:
                blocks.append(words)
        elif kind is _Heading:
            blocks.append(_plain((<tuple>node)[1], " "))
        elif kind is _List:
            items, tasks = (<tuple>node)[2], (<tuple>node)[3]
            said = ["\n".join(_blocks(item, rare)) for item in items]
            if tasks:
                said = [(BOXES[tasks[at]] + words).rstrip() for at, words in enumerate(said)]
            blocks.append("\n".join(said))
        elif kind is _Table:
            if (<tuple>node)[0]:
                blocks.append(_plain((<tuple>node)[0], "\n"))
            rows = ["\t".join([_plain(_fields(cell, 2)[1], " ") for cell in row]) for row in (<tuple>node)[3]]
            blocks.append("\n".join(rows))
        elif kind is _Code:
            blocks.append((<tuple>node)[0])
        elif kind is _Quote or kind is _Figure:
            blocks += _blocks((<tuple>node)[0], rare)
            if kind is _Figure:
                blocks += _blocks((<tuple>node)[1], rare)
        elif kind is not _Rule:
            blocks += rare((node,))
    return blocks


cdef str _plain(inline, str br):
    """`inline.plain_text`."""
    if len(inline) == 1 and isinstance(inline[0], str):
        return inline[0]
    cdef list words = []
    for piece in inline:
        if isinstance(piece, str):
            words.append(piece)
        elif _fields(piece)[0] == "br":
            words.append(br)
        elif (<tuple>piece)[0] not in _WORDS:
            return plain_text(inline, br)
    return "".join(words)


# Links and images


def has_words_of(page, places_of):
    """`outlined.has_words_of`, which is given what gives the places of a page."""
    table, decided = page.table, page.decisions
    cdef list inlines = table.inline, elements = table.element, kept = decided.kept
    cdef Py_ssize_t block, n = len(kept)
    cdef bint is_behind = False
    if not len(inlines) == len(elements) == n:
        raise ValueError
    for block in range(n):
        if kept[block] and _images(inlines[block]) & IMAGE:
            break
    else:
        return True
    if table.noted:
        return False
    for attributes in table.attributes.values():
        if "listed" in attributes:
            return False
    places = places_of(page)
    last = -1  # the leaf that the last words stood in; `is_behind`: an image came behind it
    for block in range(n):
        if not kept[block]:
            continue
        containers, leaf = places[elements[block]]
        images = _images(inlines[block])
        if not images:
            if is_behind and leaf == last != -1:
                return False
            last, is_behind = leaf, False
            continue
        is_behind = True
        if leaf != -1 or block == decided.headline or not images & LONE:
            return False
        for container in containers:
            if places.tag(container) not in ("figure", "figcaption", "blockquote"):
                return False
    return True


cdef int _images(pieces) except -1:
    """What images a block has: `IMAGE` where there is one, or something embedded; with `LONE` where it is nothing
    else, but that it may be a link; only `OTHER` of a formula."""
    cdef int n_images = 0
    cdef bint is_lone = True, is_styled = False, has_image = False
    cdef str kind
    for piece in pieces:
        if type(piece) is str:
            is_lone = is_lone and (<str>piece).isspace()
            continue
        kind = _fields(piece)[0]
        if kind == "img":
            n_images += 1
            has_image = is_styled = True
        elif kind == "embed":
            has_image, is_styled, is_lone = True, True, False
        elif kind == "math":
            is_styled, is_lone = True, False
        elif kind != "a" and kind != "/a":
            is_lone = False
    if not is_styled:
        return 0
    return IMAGE * has_image | LONE * (is_lone and n_images == 1) | OTHER


def found(page, dict known, shown, caption):
    """The links and the images that `resources.find_resources` finds.

    Args:
        page: The page with its decisions.
        known: By block: what the outline has of it.
        shown: Gives the content of another block.
        caption: Gives the caption of an image in a block.
    """
    cdef list links = [], images = [], inlines = page.table.inline, kept = page.decisions.kept
    cdef Py_ssize_t block, at, started, headline = page.decisions.headline
    cdef str kind
    cdef tuple inline, mark
    if len(inlines) != len(kept):
        raise ValueError
    for block in range(len(inlines)):
        if not kept[block]:
            continue
        pieces = inlines[block]
        if len(pieces) == 1 and type(pieces[0]) is str:
            continue
        started, target = 0, ""
        node = known.get(block)
        inline = shown(block) if node is None else node[1] if type(node) is _Heading else node[0]
        for at in range(len(inline)):
            if isinstance(inline[at], str):
                continue
            mark = _fields(inline[at])
            kind = mark[0]
            if kind == "a":
                started, target = at, mark[1]
            elif kind == "/a":
                if block != headline:  # which leads to the page itself
                    inside = inline[started + 1] if at == started + 2 else None  # tidy already
                    if not isinstance(inside, str):
                        inside = " ".join(_plain(inline[started + 1 : at], " ").split())
                    links.append(_new(Link, (target, inside, block)))
            elif kind == "img":
                images.append(_new(Image, (mark[1], mark[2], caption(block), block)))
    return links, images
