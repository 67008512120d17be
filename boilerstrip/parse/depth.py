"""Pages that nest too deep: tags past a depth are taken out of the source, and their text stays."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from boilerstrip.elements import look_up
from boilerstrip.parse.tokens import tags

__all__ = ["CLOSES", "WEIGHTS", "flatten"]

_VOID: Final = frozenset(
    b"""area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr""".split()
)
_HIDING: Final = frozenset(
    b"""applet audio canvas datalist head iframe noembed noscript object rp script style svg template title
    video""".split()
)
"""Elements whose content is not shown: taken out, they would show it."""
_ENDS_DRAWING: Final = frozenset(b"p div table ul ol dl pre blockquote h1 h2 h3 h4 h5 h6".split())
"""Start tags that end a drawing (HTML Standard, 13.2.6.5), those that matter here."""
WEIGHTS: Final = {
    b"div": 150,
    b"td": 160,
    b"th": 160,
    b"tr": 170,
    b"thead": 180,
    b"tbody": 180,
    b"tfoot": 180,
    b"table": 190,
    b"head": 200,
    b"body": 200,
    b"html": 220,
}
"""What libxml2 lets an end tag close (HTMLparser.c, htmlEndPriority): only what weighs no more than it."""
_USUAL_WEIGHT: Final = 100
CLOSES: Final = {
    name: closed
    for names, closed in (
        (b"div ul ol table blockquote pre form fieldset h1 h2 h3 h4 h5 h6".split(), (b"p",)),
        ([b"p"], (b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6")),
        ([b"li"], (b"p", b"li")),
        ([b"dl", b"dd"], (b"p", b"dt")),
        ([b"dt"], (b"p", b"dd")),
        ([b"td", b"th"], (b"p", b"td", b"th")),
        ([b"tr"], (b"p", b"td", b"th", b"tr")),
        ([b"tbody", b"tfoot"], (b"p", b"td", b"th", b"tr", b"tbody", b"thead")),
        ([b"option"], (b"option",)),
        ([b"a"], (b"a",)),
    )
    for name in names
}
"""Innermost elements that libxml2 lets a start tag close (htmlStartClose), those that matter here."""
_BREAK: Final = b"<br><br>"


class _Nesting:
    """Which elements are open while a source is read, and which start tags were left out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: list[bytes] = []
        self._n_open = defaultdict[bytes, int](int)
        self._n_hiding = 0
        self._n_left_out = defaultdict[bytes, int](int)

    def opens(self, name: bytes) -> bool:
        """Open an element that is not empty; False if its start tag has to go."""
        opened = self._open
        closed = CLOSES.get(name)
        while closed and opened and opened[-1] in closed:
            self._pop()
        if len(opened) >= self._most and (self._n_hiding or name not in _HIDING):
            self._n_left_out[name] += 1
            return False
        opened.append(name)
        self._n_open[name] += 1
        self._n_hiding += name in _HIDING
        return True

    def closes(self, name: bytes) -> bool:
        """Close an element; False if its end tag has to go, since its start tag went."""
        if self._n_left_out[name]:
            self._n_left_out[name] -= 1
            return False
        if self._n_open[name]:
            weight = WEIGHTS.get(name, _USUAL_WEIGHT)
            while self._open[-1] != name:
                if WEIGHTS.get(self._open[-1], _USUAL_WEIGHT) > weight:
                    return True
                self._pop()
            self._pop()
        return True

    def end_drawings(self, name: bytes) -> int:
        """Close drawings that were never closed, if the start tag ends them; how many there were."""
        n_drawings = self._n_open[b"svg"]
        if name not in _ENDS_DRAWING or not n_drawings or self._n_open[b"foreignobject"]:
            return 0
        while self._n_open[b"svg"]:
            self._pop()
        return n_drawings

    def _pop(self) -> None:
        name = self._open.pop()
        self._n_open[name] -= 1
        self._n_hiding -= name in _HIDING


def flatten(source: bytes, most: int) -> bytes:
    """The source without the tags of elements that have `most` or more around them.

    Void elements stay, and so does one level of those that hide their content. Where a block-level tag
    goes, a paragraph ends.
    """
    nesting = _Nesting(most)
    opens, closes, is_block = nesting.opens, nesting.closes, _IsBlock()
    pieces: list[bytes] = []
    start, is_broken = 0, False
    for at, end, name, is_end, is_whole, _ in tags(source):
        if name in _VOID:
            continue
        if not is_end and (n_drawings := nesting.end_drawings(name)):
            pieces += source[start:at], b"</svg>" * n_drawings
            start = at
        stays = closes(name) if is_end else opens(name)
        if is_whole and not is_end:
            closes(name)
        if stays:
            continue
        before = source[start:at]
        pieces.append(before)
        start = end
        is_broken = is_broken and (not before or before.isspace())
        if not is_broken and is_block[name]:
            pieces.append(_BREAK)
            is_broken = True
    pieces.append(source[start:])
    return b"".join(pieces)


class _IsBlock(dict[bytes, bool]):
    """Whether a tag bounds blocks, asked once of each."""

    def __missing__(self, name: bytes) -> bool:
        self[name] = known = look_up(name.decode("utf-8", "replace")).is_block
        return known
