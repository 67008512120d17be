"""Notes in the paragraph that they are about, right behind their mark: in its margin, or hidden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.labels import key_of, label_of
from boilerstrip.segment.spans import Span
from boilerstrip.segment.targets import Tree, numbered
from boilerstrip.segment.trim import head

__all__ = ["ASIDE_TAGS", "BOX", "MARKER_TAGS", "MOST_BETWEEN", "mark_asides"]

BOX: Final = "d-footnote"
"""Tag of Distill's notes, which is a block-level element."""
MARKER_TAGS: Final = frozenset({"sup", "label", BOX})
"""Tags of what marks a note, or is one."""
_ASIDE_RE: Final = late_pattern(
    r"(?:^|\s)(?:side-?note|margin-?note|ltx_note_outer|[\w-]{0,40}footnotes?(?:__|[_-])(?:note|text|content|tooltip))"
    r"(?:\s|$)"
)
"""Classes of notes in a paragraph: Tufte's, LaTeXML's, those of plug-ins."""
ASIDE_TAGS: Final = frozenset({"span", "small", "i", "em"})
"""Tags of such notes; the class of each has "note" in it."""
_AROUND: Final = frozenset({"a", "span"})
"""Tags of what may be around a raised number alone."""
MOST_BETWEEN: Final = 2
"""Elements between a mark and its note: Tufte's has a check box there."""
_MOST_TEXTS: Final = 200
"""Pieces of text in a note that stands in a paragraph."""
_FORMULA: Final = "\ue000"
"""Stands for a formula, whose TeX is not what its element says."""


class _Pair(NamedTuple):
    """A note's mark, and the note."""

    marker: etree._Element
    aside: etree._Element


class _Words:
    """A block's words without blanks, and the pieces that they begin and end in."""

    def __init__(self, pieces: Inline) -> None:
        self.pieces = pieces
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        self.cursor = 0  # behind the note found last
        words: list[str] = []
        n_chars = 0
        formula = -1  # where one began
        for at, piece in enumerate(pieces):
            if isinstance(piece, Mark):
                if piece.kind == "math":
                    formula = at
                if piece.kind != "/math":
                    continue
                squeezed = _FORMULA
            else:
                squeezed = "" if formula >= 0 else "".join(piece.split())
            if squeezed:
                self.starts[n_chars] = formula if formula >= 0 else at
                words.append(squeezed)
                n_chars += len(squeezed)
                self.ends[n_chars] = at + 1
                formula = -1
        self.text = "".join(words)

    def pieces_of(self, start: int, end: int) -> tuple[int, int]:
        """The pieces of these words, with the marks around them alone; `(-1, -1)` if they are none."""
        if start not in self.starts or end not in self.ends:
            return (-1, -1)
        return _whole(self.pieces, self.starts[start], self.ends[end])


def mark_asides(
    table: BlockTable,
    tree: Tree,
    markers: Sequence[etree._Element],
    spans: dict[int, list[Span]],
) -> int:
    """Put marks around these notes; how many there are.

    Args:
        table, tree, markers: As for `mark_notes`.
        spans: By block; those of the marks are added.
    """
    boxes = [marker for marker in markers if _name(marker) == BOX]
    pairs = [pair for marker in markers if _name(marker) != BOX and (pair := _pair_of(marker))]
    if not pairs and not boxes:
        return 0
    wanted = {*boxes, *(pair.aside for pair in pairs)}
    places = {node: index for index, node in numbered(table, tree) if node in wanted}
    words: dict[int, _Words] = {}
    found: list[tuple[int, list[tuple[int, Span]]]] = []
    for pair in pairs:
        index = places.get(pair.aside, -1)
        block = table.first_block[index] if index >= 0 else table.n_blocks
        if block < table.n_blocks:
            if block not in words:
                words[block] = _Words(table.inline[block])
            there = words[block]
            found.append((index, [(block, span) for span in _beside(there, pair, tree)]))
    found += [(places[box], _boxed(table, places[box])) for box in boxes if box in places]
    notes = [marked for _, marked in sorted(found, key=lambda one: one[0]) if marked]
    for number, marked in enumerate(notes, start=1):
        for block, span in marked:
            spans.setdefault(block, []).append(span._replace(mark=span.mark._replace(value=str(number))))
    return len(notes)


def _pair_of(marker: etree._Element) -> _Pair | None:
    """A mark, or what is around it alone, and the note that follows with nothing between."""
    pair, outer = _pair(marker), marker.getparent()
    return _pair(outer) if pair is None and outer is not None and _name(outer) in _AROUND else pair


def _pair(marker: etree._Element) -> _Pair | None:
    node: etree._Element | None = marker
    for _ in range(MOST_BETWEEN):
        if node is None or (node.tail and not node.tail.isspace()):
            return None
        node = node.getnext()
        if node is not None and _name(node) in ASIDE_TAGS and _ASIDE_RE.search(node.get("class", "")):
            return _Pair(marker, node)
    return None


def _beside(words: _Words, pair: _Pair, tree: Tree) -> list[Span]:
    """The marks of a note that is a part of a block, found by its words; empty where it is none."""
    label, said = _squeezed(pair.marker, tree), _squeezed(pair.aside, tree)
    at = words.text.find(label + said, words.cursor) if said else -1
    if at < 0:
        return []
    begins = at + len(label)
    words.cursor = begins + len(said)
    begin, stop = words.pieces_of(begins, words.cursor)
    first, last = words.pieces_of(at, begins) if label else (begin, begin)
    while not label and first > 0 and _is_blank(words.pieces[first - 1]):  # it is no part of the words
        first -= 1
    if begin < 0 or first < 0 or begin < last:
        return []
    key = label_of(label) or ""
    marked = [
        Span((first, 0), (last, 0), Mark("ref", "", key_of(key))),
        Span((begin, 0), (stop, 0), Mark("note")),
    ]
    own = head(words.pieces, (begin, stop), _is_no_link_back, {key} if key else (), numbered=False)
    if own > (begin, 0):
        marked.append(Span((begin, 0), own, Mark("back")))
    return marked


def _is_no_link_back(_: str, __: str) -> bool:
    return False


def _boxed(table: BlockTable, element: int) -> list[tuple[int, Span]]:
    """The marks of a note that is an element which cuts its paragraph in two."""
    first, end = table.first_block[element], table.end_block[element]
    if first == end or not first or table.element[first - 1] != table.parent[element]:
        return []
    before = (len(table.inline[first - 1]), 0)
    marked = [(first - 1, Span(before, before, Mark("ref")))]
    for block in range(first, end):
        marked.append((block, Span((0, 0), (len(table.inline[block]), 0), Mark("note"))))
    return marked


def _name(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _squeezed(node: etree._Element, tree: Tree) -> str:
    """The words in an element without blanks; "" where it is too much for a note."""
    texts = list(islice(_texts(node, tree) if tree.otherwise else node.itertext(), _MOST_TEXTS + 1))
    return "" if len(texts) > _MOST_TEXTS else "".join("".join(text.split()) for text in texts)


def _texts(root: etree._Element, tree: Tree) -> Iterator[str]:
    """The texts in an element; several forms of one formula are one."""
    last = ""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        text = node.tail if event != "start" and node is not root else node.text
        if event == "start" and node in tree.otherwise and not tree.otherwise[node].is_walked:
            walk.skip_subtree()
            text = _FORMULA
        elif event != "start" and node is root:
            return
        if text and not text.isspace():
            if not text == last == _FORMULA:
                yield text
            last = text


def _whole(pieces: Inline, start: int, stop: int) -> tuple[int, int]:
    """The pieces with the marks that open right before and close right behind; `(-1, -1)` if some do not."""
    depth = least = 0
    for piece in pieces[start:stop]:
        if isinstance(piece, Mark) and piece.kind not in ("br", "img"):
            depth += -1 if piece.kind[0] == "/" else 1
            least = min(least, depth)
    while least < 0 and start and _is_mark(pieces[start - 1], opens=True):
        start, least, depth = start - 1, least + 1, depth + 1
    while depth > 0 and stop < len(pieces) and _is_mark(pieces[stop], opens=False):
        stop, depth = stop + 1, depth - 1
    if depth or least < 0:
        return (-1, -1)
    while start and stop < len(pieces) and _is_mark(pieces[start - 1], opens=True):
        if not _is_mark(pieces[stop], opens=False):
            break
        start, stop = start - 1, stop + 1
    return (start, stop)


def _is_blank(piece: str | Mark) -> bool:
    return isinstance(piece, str) and piece.isspace()


def _is_mark(piece: str | Mark, *, opens: bool) -> bool:
    return isinstance(piece, Mark) and piece.kind not in ("br", "img") and (piece.kind[0] != "/") == opens
