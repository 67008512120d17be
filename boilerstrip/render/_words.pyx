# cython: language_level=3, boundscheck=False, wraparound=False
"""What `plain.text`, `outlined.has_words_of` and the loop of `resources` do, compiled.

Indices are those of named tuples of the outline, and below a length that was just read. Functions call each other
no deeper than the outline nests, which `places.MAX_NEST` bounds. Nodes that few pages have are left to Python.
"""

from boilerstrip._made cimport quadruple, triple

from boilerstrip.render.inline import plain_text
from boilerstrip.render.outline import Code, Figure, Heading, List, Paragraph, Quote, Rule, Table
from boilerstrip.render.tasks import BOXES
from boilerstrip.resources import Image, Link

cdef enum:  # of a block's content
    IMAGE = 1
    LONE = 2
    OTHER = 4

cdef object _Paragraph = Paragraph, _Heading = Heading, _List = List, _Table = Table, _Code = Code
cdef type _Link = Link, _Image = Image
cdef object _Quote = Quote, _Figure = Figure, _Rule = Rule
cdef dict _WORDS = dict.fromkeys([sign + kind for kind in ("a", "b", "i", "code") for sign in ("", "/")] + ["img"], "")


cdef inline tuple _fields(value, Py_ssize_t n=3):
    """A mark, or a cell, as a tuple of so many."""
    if not isinstance(value, tuple) or len(<tuple>value) != n:
        raise TypeError(value)
    return <tuple>value


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
                if len(tasks) < len(said):
                    raise IndexError("a box for each item or none")
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


# Tags, links and images


def elements_of(list tags, str tag):
    """What `rules.elements_of` gives."""
    cdef list found = []
    cdef Py_ssize_t at, n = len(tag)
    for at in range(len(tags)):
        each = tags[at]
        if each is tag or (len(<str?>each) == n and <str>each == tag):
            found.append(at)
    return found


def without_images(dict written, list inlines):
    """What `outlined._without_images` gives."""
    cdef dict known = {}
    for block, node in written.items():
        if not _images(inlines[block]):
            known[block] = node
    return known


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
    if len(pieces) == 1 and type(pieces[0]) is str:  # true of most
        return 0
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


def found(page, dict known, shown, captions, caption):
    """The links and the images that `resources.find_resources` finds.

    Args:
        page: The page with its decisions.
        known: By block: what the outline has of it.
        shown: Gives the content of another block.
        captions: Gives the captions of the page.
        caption: Gives the caption of an image in a block, where there are any.
    """
    table = page.table
    cdef list links = [], images = [], inlines = table.inline, kept = page.decisions.kept
    cdef Py_ssize_t block, at, started, headline = page.decisions.headline
    cdef bint is_noted = bool(table.noted), has_captions = True
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
        if node is not None:
            inline = node[1] if type(node) is _Heading else node[0]
        elif is_noted or _may_show(pieces):
            inline = shown(block)
        else:
            continue
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
                    links.append(triple(_Link, target, inside, block))
            elif kind == "img":
                has_captions = has_captions and bool(captions())
                words = caption(block) if has_captions else ""
                images.append(quadruple(_Image, mark[1], mark[2], words, block))
    return links, images


cdef bint _may_show(pieces) except -1:
    """`resources._may_show`."""
    for piece in pieces:
        if not isinstance(piece, str) and _fields(piece)[0] in ("a", "img", "embed"):
            return True
    return False
