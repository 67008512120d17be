"""Pages that React streams: parts that come late stand at the end, hidden, and a script puts them in place.

What React's server renderer writes (`react-dom/server` 18.2 and 19.1, whose output was compared), as a page
of Next.js or Remix is served:

    <!--$?--><template id="B:0"></template><p>Loading ...</p><!--/$-->    a place, and what waits there
    <div hidden id="S:0"><p>The article.</p><template id="P:1"></template></div>
    <script>$RC("B:0","S:0")</script>
    <div hidden id="S:1"><p>Its end.</p></div><script>$RS("S:1","P:1")</script>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

__all__ = ["put_in_place"]

_MOVE_RE: Final = re.compile(rb'\$R[CRS]\("([^"\\]{1,80})","([^"\\]{1,80})"')
"""React's calls that move a part: `$RC` and `$RR` name the place first, `$RS` the part."""
_PARTS: Final = etree.XPath("/descendant::*[starts-with(@id, 'S:')]")
_PLACES: Final = etree.XPath("/descendant::template[starts-with(@id, 'B:') or starts-with(@id, 'P:')]")
_PLACED: Final = "placed-part"
"""The name of a part's own element until it is taken out around what it holds."""
_MOST_PARTS: Final = 512
"""Parts that are put in place; 59 are the most on 33 pages of the development set that have any."""
_MOST_WAITING: Final = 1_000
"""Nodes that may wait in a place."""
_IS_FREE: Final = etree.XPath("parent::* and not(ancestor::*[@id = $part]) and count(ancestor::*) < 256")
"""Whether a place is outside of its part, and no deeper than a page may nest that has parts."""
_END: Final = "/$"
_STARTS: Final = frozenset({"$", "$?", "$!", "$~"})
"""What React's comments around a boundary say."""


def put_in_place(root: etree._Element, source: bytes) -> None:
    """Move each part of a page to the place that it is meant for, as its scripts do in a browser.

    What waits in a place goes, where the comments around it are there. A part without a place stays.

    Args:
        root: The page's first element; the tree is changed. It may have comments, which go.
        source: What it was parsed from.
    """
    places = {place.get("id", ""): place for place in reversed(_PLACES(root))}
    called = dict(_calls(source))
    for part in _PARTS(root)[:_MOST_PARTS]:
        name = part.get("id", "")
        place = places.get(called.get(name, ""))
        if place is None:  # of a page without its scripts: React gives both the same number
            place = places.get(f"B:{name[2:]}", places.get(f"P:{name[2:]}"))
        if place is not None and part.getparent() is not None and _IS_FREE(place, part=name):
            _move(part, place)
    etree.strip_tags(root, _PLACED, etree.Comment)


def _calls(source: bytes) -> Iterator[tuple[str, str]]:
    """The name of a part and that of its place, for each call in the scripts."""
    for found in _MOVE_RE.finditer(source):
        one, other = found[1].decode(errors="replace"), found[2].decode(errors="replace")
        yield (one, other) if one.startswith("S:") else (other, one)


def _move(part: etree._Element, place: etree._Element) -> None:
    if (waiting := _waiting(place)) is not None:
        place.tail = None
        for node in waiting:
            _take_out(node)
    hole = etree.Comment()
    hole.tail, part.tail = part.tail, None
    part.addprevious(hole)
    place.addnext(part)
    place.tail = None
    _take_out(place)
    part.tag = _PLACED


def _waiting(place: etree._Element) -> list[etree._Element] | None:
    """What waits in a place, up to the comment that ends it; None where there is no such comment."""
    waiting, depth = list[etree._Element](), 0
    for node in islice(place.itersiblings(), _MOST_WAITING):
        said = node.text if isinstance(node, etree._Comment) else None
        if said == _END:
            if not depth:
                return waiting
            depth -= 1
        elif said in _STARTS:
            depth += 1
        waiting.append(node)
    return None


def _take_out(node: etree._Element) -> None:
    """Take an element out, and the text behind it."""
    if (parent := node.getparent()) is not None:
        parent.remove(node)
