"""Which entry each one answers: by nesting, by what its attributes say, by how far it is set in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.threads.labels import words_of
from boilerstrip.threads.marked import having
from boilerstrip.threads.nesting import holders
from boilerstrip.threads.reading import Reading

__all__ = ["depths", "parents"]

_DEPTH_RE: Final = re.compile(
    r"(?:^|[\s_-])(?:depth|level|nivel|lvl|indent|niveau|ebene|tier)[_-]?(\d{1,3})(?=$|[\s_-])", re.I
)
_MARGIN_RE: Final = re.compile(r"(?:margin|padding)-(?:left|inline-start)\s{0,3}:\s{0,3}(\d{1,4})")
_INDENTS: Final = (
    "indent",
    "data-depth",
    "data-level",
    "data-indent",
    "aria-level",
    "data-nest",
    "data-nesting-level",
)
_TYPE: Final = frozenset({"itemtype"})
_INDENTING: Final = frozenset({*_INDENTS, "#width"})
_PARENTS: Final = (
    "data-parent-id",
    "data-parent",
    "data-parentid",
    "data-parent-comment-id",
    "data-in-reply-to",
    "data-reply-to",
    "data-replyto-id",
    "data-parent-fullname",
)
_ID_RE: Final = re.compile(r"[A-Za-z0-9]{1,40}$")
_ANSWERS: Final = frozenset(
    "indented indent children child replies reply nested subcomments respuestas reponses antworten"
    " answers sub".split()
)
"""Words of a container of answers."""
_LEVELS: Final = 2
"""Elements around an entry of which one may be such a container."""
_LOOKED_AT: Final = 12
"""Elements of an entry, from its first, in which its indentation stands."""
_SHARE: Final = 0.8
"""Share of the entries that must say how far they are set in."""


def parents(
    reading: Reading, entries: Sequence[int], inside: Sequence[int], own: Sequence[Sequence[int]]
) -> list[int]:
    """The place of the entry that each one answers, always an earlier one; -1 for none.

    Args:
        entries: Elements of the entries, ascending.
        inside: The nearest entry around each, as a place in the list.
        own: The elements of each entry that belong to no other.
    """
    found = [-1 if holder >= 0 and _is_thread(reading, entries[holder]) else holder for holder in inside]
    told = _by_reference(reading, entries)
    asked = _by_question(reading, entries)
    set_in = _by_indent(reading, entries, inside, own)
    beside = _by_container(reading, entries, inside)
    for place in range(len(entries)):
        if inside[place] >= 0:
            continue
        for said in (told, asked, set_in, beside):
            if said[place] >= 0:
                found[place] = said[place]
                break
    return found


def _is_thread(reading: Reading, element: int) -> bool:
    """Whether an element is that of a whole thread as well as of its opening post."""
    return _type(reading, element).endswith("/DiscussionForumPosting")


def _type(reading: Reading, element: int) -> str:
    """The microdata type of an element, "" where it has none."""
    return reading.detail(element).get("itemtype", "")


def depths(above: Sequence[int]) -> list[int]:
    """How many entries each one answers in turn; every parent stands before its answers."""
    found: list[int] = []
    for parent in above:
        found.append(found[parent] + 1 if parent >= 0 else 0)
    return found


def _by_reference(reading: Reading, entries: Sequence[int]) -> list[int]:
    """Parents by an attribute that holds another entry's id."""
    places: dict[str, int] = {}
    found = []
    for place, element in enumerate(entries):
        detail = reading.detail(element)
        parent = -1
        for name in _PARENTS:
            if (value := detail.get(name)) and (key := _ID_RE.search(value)):
                parent = places.get(key[0], -1)
                break
        found.append(parent)
        for name in ("id", "data-id", "data-comment-id", "data-post-id", "data-fullname", "data-commentid"):
            if (value := detail.get(name)) and (key := _ID_RE.search(value)):
                places.setdefault(key[0], place)
    return found


def _by_question(reading: Reading, entries: Sequence[int]) -> list[int]:
    """Parents of microdata answers: the first entry in the question they are of."""
    found = [-1] * len(entries)
    answers = {element for element in entries if _type(reading, element).endswith("/Answer")}
    if not answers:
        return found
    details = reading.table.details
    questions = [
        element
        for element in having(details, details, _TYPE)
        if any(name == "itemtype" and value.endswith("/Question") for name, value in details[element])
    ]
    both = sorted({*questions, *entries})
    inside = holders(both, reading.end)
    places = {element: place for place, element in enumerate(entries)}
    asked: dict[int, int] = {}  # by place in `both` of a question: the place of its first entry
    around: list[int] = []  # by place in `both`: the nearest question's place
    for at, element in enumerate(both):
        is_question = element not in places or _type(reading, element).endswith("/Question")
        around.append(at if is_question else around[inside[at]] if inside[at] >= 0 else -1)
        if element in places and around[at] >= 0:
            first = asked.setdefault(around[at], places[element])
            if first != places[element] and element in answers:
                found[places[element]] = first
    return found


def _by_indent(
    reading: Reading, entries: Sequence[int], inside: Sequence[int], own: Sequence[Sequence[int]]
) -> list[int]:
    """Parents by indentation: the nearest entry before that is set in less."""
    found = [-1] * len(entries)
    top = [place for place, holder in enumerate(inside) if holder < 0]
    widths = [_indent(reading, entries[place], own[place]) for place in top]
    told = [width for width in widths if width is not None]
    if len(told) < _SHARE * len(top) or len(set(told)) < 2:
        return found
    stack: list[tuple[int, int]] = []
    for place, width in zip(top, widths, strict=True):
        if width is None:
            stack.clear()
            continue
        while stack and stack[-1][0] >= width:
            stack.pop()
        if stack:
            found[place] = stack[-1][1]
        stack.append((width, place))
    return found


def _indent(reading: Reading, entry: int, own: Sequence[int]) -> int | None:
    """How far an entry is set in, by whatever measure its markup has; None where it has none."""
    table = reading.table
    for element in having(table.details, (entry, *own[:_LOOKED_AT]), _INDENTING):
        detail = reading.detail(element)
        for name in _INDENTS:
            if (value := detail.get(name, "").strip()).isdecimal() and len(value) < 6:
                return int(value)
        if "#width" in detail and table.tag[element] == "td" and not _has_text(table, element):
            return int(detail["#width"][:6])
    for element in (entry, table.parent[entry]):
        if found := _DEPTH_RE.search(table.label[element]):
            return int(found[1])
        if found := _MARGIN_RE.search(reading.detail(element).get("style", "")[:400]):
            return int(found[1])
    return None


def _has_text(table: BlockTable, element: int) -> bool:
    return any(table.n_chars[table.first_block[element] : table.end_block[element]])


def _by_container(reading: Reading, entries: Sequence[int], inside: Sequence[int]) -> list[int]:
    """Parents by a container of answers that follows the entry they answer.

    It calls itself one, or is a list in the item of the entry that it follows, or entries that answer none
    stand beside it again.
    """
    table = reading.table
    found = [-1] * len(entries)
    last: dict[int, int] = {}  # by parent element: the place of the entry last seen directly in it
    n_direct: dict[int, int] = {}
    for element in entries:
        n_direct[table.parent[element]] = n_direct.get(table.parent[element], 0) + 1
    for place, element in enumerate(entries):
        if inside[place] < 0:
            outer = table.parent[element]
            for _ in range(_LEVELS):
                holder, outer = outer, table.parent[outer] if outer >= 0 else -1
                if outer < 0:
                    break
                if outer in last and entries[last[outer]] < holder:
                    is_told = not _ANSWERS.isdisjoint(words_of(table.label[holder]))
                    is_list = table.tag[holder] in ("ol", "ul") and table.tag[outer] == "li"
                    if is_told or is_list or n_direct[outer] > 1:
                        found[place] = last[outer]
                    break
        last[table.parent[element]] = place
    return found
