"""Where the note begins and ends that a link names: an item, a division, a row, lines of a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from boilerstrip.block import Mark
from boilerstrip.elements import look_up
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.labels import label_of
from boilerstrip.segment.lines import Lines
from boilerstrip.segment.targets import Link, Targets, says
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["NOTE_RE", "Extent", "extents"]

NOTE_RE: Final = late_pattern(
    r"foot-?note|end-?note|side-?note|noteref|fnref|cite[_-]note|user-content-fn|doc-note"
    r"|(?:^|[\s_:#/-])(?:fn|ftn|ftnt|notes?|nb|en)(?:[\s_:.-]|\d|$)"
)
"""What the names of notes and of their marks say."""
_NO_NOTES: Final = frozenset(
    {"html", "body", "main", "article", "nav", "header", "form", "figure", *HEADING_TAGS}
)
"""Tags of what is more than a note or none, whatever its name."""
_PARTS: Final = frozenset({"li", "dd", "td", "th", "tr", "aside", "p"})
"""Tags of what is a whole note where it begins with one and holds no other."""
_GROUPS: Final = frozenset({"section", "table", "ol", "ul", "dl", "tbody"})
"""Tags of what holds many things; one of them is a note where it says so."""
_GOES_ON: Final = frozenset({"p", "blockquote", "pre", "ul", "ol"})
_MOST_BLOCKS: Final = 60
_MOST_LEVELS: Final = 6
"""Elements around a block in which a heading is looked for."""
_MOST_BLOCKS_BETWEEN: Final = 12
"""Blocks between two notes that go on the first."""
_CONTENTS_CHARS: Final = 24


class Extent(NamedTuple):
    """What a note covers: whole blocks, or some pieces of the block `first` alone.

    `element` is the element that holds it, `lines` the pieces (from, to) where it is part of a block.
    """

    element: int
    first: int
    end: int
    lines: tuple[int, int] | None = None


def extents(targets: Targets, refs: dict[int, list[Link]]) -> dict[int, Extent]:
    """The extent of each element that short links name, of those that can be notes.

    Args:
        targets: The page's names.
        refs: By element named: the links that name it.
    """
    found = _Extents(targets, refs)
    for target in found.order:
        found.read(target)
    found.go_on()
    return found.by_target


class _Extents:
    def __init__(self, targets: Targets, refs: dict[int, list[Link]]) -> None:
        self.targets = targets
        self.table = targets.table
        self.refs = refs
        self.order = sorted(refs)
        self.by_target: dict[int, Extent] = {}
        self.lines: dict[int, Lines] = {}
        self.labels = frozenset(label_of(ref.place.text) or "" for found in refs.values() for ref in found)

    def read(self, target: int) -> None:
        """Find where one note begins and ends."""
        table = self.table
        box = target
        while box >= 0 and not look_up(table.tag[box]).is_block:
            box = table.parent[box]
        if box < 0:
            return
        first = table.first_block[target]
        if first >= table.n_blocks:
            return
        if table.tag[box] in HEADING_TAGS:
            if found := self._below(target, box):
                self.by_target[target] = found
            return
        n_there = self._n_within(box)
        begins = first == table.first_block[box]
        if box != target and (n_there > 1 or self._is_line(target, first)):
            found = self._part(target, box, first)
        elif begins and (box == target or self._begins(target, first)):
            box = self._climb(box)
            found = Extent(box, first, self._end(box))
        else:
            return
        if found and self._is_sound(target, found):
            self.by_target[target] = found

    def go_on(self) -> None:
        """Paragraphs between two notes, where those are paragraphs, belong to the first."""
        table, parents = self.table, self.table.parent
        referring = sorted(ref.block for refs in self.refs.values() for ref in refs)
        for target, after in zip(self.order, self.order[1:], strict=False):
            one, two = self.by_target.get(target), self.by_target.get(after)
            if not one or not two or one.lines or two.lines or parents[one.element] != parents[two.element]:
                continue
            n_between = two.first - one.end
            if not 0 < n_between <= _MOST_BLOCKS_BETWEEN or table.tag[one.element] not in ("p", "div"):
                continue
            inside = range(self.targets.last[one.element] + 1, two.element)
            tags = {table.tag[e] for e in inside if parents[e] == parents[one.element]}
            at = bisect_left(referring, one.end)
            if tags <= _GOES_ON and not (at < len(referring) and referring[at] < two.first):
                self.by_target[target] = one._replace(end=two.first)

    def _n_within(self, element: int) -> int:
        """How many elements that could be notes there are in an element."""
        return bisect_right(self.order, self.targets.last[element]) - bisect_right(self.order, element - 1)

    def _climb(self, box: int) -> int:
        """The largest element that begins with the note, and holds nothing that is another's."""
        table = self.table
        while (outer := table.parent[box]) >= 0:
            tag = table.tag[outer]
            if (
                tag in _NO_NOTES
                or table.first_block[outer] != table.first_block[box]
                or self._n_within(outer) > 1
            ):
                break
            same = table.end_block[outer] == table.end_block[box]
            beside = table.parent[outer]
            is_one_of_many = tag in ("div", "section") and beside >= 0 and self._n_within(beside) > 1
            if not (same or tag in _PARTS or is_one_of_many or NOTE_RE.search(table.label[outer].lower())):
                break
            box = outer
        return box

    def _end(self, box: int) -> int:
        """Where it ends; a term goes on in what is said of it."""
        table = self.table
        end = table.end_block[box]
        if table.tag[box] != "dt":
            return end
        after = self.targets.last[box] + 1
        while (
            after < table.n_elements and table.tag[after] == "dd" and table.parent[after] == table.parent[box]
        ):
            end = table.end_block[after]
            after = self.targets.last[after] + 1
        return end

    def _below(self, target: int, heading: int) -> Extent | None:
        """The paragraphs below a heading that is nothing but the note's number, as Texinfo writes them."""
        table, first = self.table, self.table.first_block[heading]
        labels = {label_of(ref.place.text) for ref in self.refs[target] if ref.block < first}
        end = table.end_block[heading]
        if (
            table.parent[heading] < 0
            or end != first + 1
            or label_of(table.text[first]) not in labels - {None}
        ):
            return None
        after = self.targets.last[heading] + 1
        while (
            after < table.n_elements
            and table.parent[after] == table.parent[heading]
            and table.tag[after] in _GOES_ON
        ):
            end = table.end_block[after]
            after = self.targets.last[after] + 1
        return Extent(table.parent[heading], first, end) if first + 1 < end <= first + _MOST_BLOCKS else None

    def _begins(self, target: int, block: int) -> bool:
        """Whether an inline element, an anchor mostly, stands at the start of a block."""
        node = self.targets.nodes[target]
        words = "".join(node.itertext()) or node.tail or ""
        shown = " ".join(words.split())[:_CONTENTS_CHARS]
        return not shown or self.table.text[block].lstrip("[(^* ").startswith(shown.lstrip("[(^* "))

    def _is_line(self, target: int, block: int) -> bool:
        has_lines = any(isinstance(piece, Mark) and piece.kind == "br" for piece in self.table.inline[block])
        return has_lines and not self._begins(target, block)

    def _part(self, target: int, box: int, first: int) -> Extent | None:
        """The blocks or lines of a box of several notes that are this one's."""
        table, order, last = self.table, self.order, self.targets.last[box]
        at = bisect_left(order, target)
        after = order[at + 1] if at + 1 < len(order) and order[at + 1] <= last else -1
        before = order[at - 1] if at and order[at - 1] >= box else -1
        end = table.first_block[after] if after >= 0 else table.end_block[box]
        shares = end == first or (before >= 0 and table.first_block[before] == first)
        if not shares and self._begins(target, first):
            return Extent(box, first, end)
        if first not in self.lines:
            self.lines[first] = Lines(table.inline[first], self.labels)
        found = self.lines[first].find(label_of(self.refs[target][0].place.text) or "")
        return Extent(box, first, first + 1, found) if found else None

    def _is_sound(self, target: int, found: Extent) -> bool:
        """Whether it can be a note: below a reference, not too long, no section and no part of a heading."""
        table, tag = self.table, self.table.tag[target]
        if tag in _GROUPS and not NOTE_RE.search(says(self.targets.nodes[target], 2)):
            return False
        if self._n_within(target) > 1 and tag not in _PARTS:
            return False
        n_blocks = found.end - found.first
        if not 0 < n_blocks <= _MOST_BLOCKS:
            return False
        around = [
            e for b in range(found.first, found.end) for e in table.ancestors(table.element[b], _MOST_LEVELS)
        ]
        tags = {table.tag[e] for e in around}
        return (
            _NO_NOTES.isdisjoint({tag, table.tag[found.element]})
            and HEADING_TAGS.keys().isdisjoint(tags)
            and any(ref.block < found.first for ref in self.refs[target])
        )
