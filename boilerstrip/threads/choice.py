"""Of all groups that may be entries, those that are: each entry once, as its outermost element."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from boilerstrip.threads.groups import MEDIUM, STRONG, WEAK, Group, held
from boilerstrip.threads.keys import Key, of_kinds
from boilerstrip.threads.likeness import Likeness
from boilerstrip.threads.nesting import holders
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import BODY_PROPS

__all__ = ["choose"]

_MOST_GROUPS: Final = 40
"""Groups that are compared; a page whose elements have more in common than that is made to be slow."""
_MOST_DATES: Final = 4
"""Dates in one entry on average: joined, posted, edited, and one to spare."""
_MOST_DATES_ALONE: Final = 2
"""Dates in an entry that is the only one."""
_BESIDE: Final = 0.5
"""Share of a group's members that must say something beside the entries inside them to be entries too;
share of prose beside an entry's core that makes the core an answer."""


def choose(reading: Reading, groups: Sequence[Group]) -> list[int]:
    """The elements of all entries, ascending.

    Groups whose names say most come first, then large ones, of equal ones the outermost. One that
    lies in entries chosen before, or around them without words and a sign of its own, tells of
    nothing new.
    """
    chosen: list[int] = []
    alike = Likeness(reading, chosen)
    keys: dict[Key, int] = {}
    for group in sorted(_without_sections(reading, groups), key=_order)[:_MOST_GROUPS]:
        more = _with_group(reading, chosen, group, alike)
        if more == chosen:
            continue
        if isinstance(group.key[1], str):
            keys[group.key] = min(group.strength, group.rank)
        chosen = more
        alike = Likeness(reading, chosen)
    return _with_silent(reading, chosen, keys) if keys else chosen


def _without_sections(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """The groups but those of one element that is named like an entry and is around all of them.

    It has no date but those in the members of another group.
    """
    many = [group.members for group in groups if len(group.members) > 1]
    return [
        group
        for group in groups
        if len(group.members) > 1
        or group.is_typed
        or not any(_holds_all(reading, group.members[0], members) for members in many)
    ]


def _holds_all(reading: Reading, element: int, members: Sequence[int]) -> bool:
    """Whether an element is around these, and all its dates are theirs."""
    if not element < members[0] or members[-1] >= reading.end[element]:
        return False
    return sum(reading.sum(reading.dated, member) for member in members) >= reading.sum(
        reading.dated, element
    )


def _order(group: Group) -> tuple[float, bool, int, int, int]:
    """Groups by what their names say, then by size; of those of one element the one that says "comment"."""
    n = len(group.members)
    strength = min(group.strength, WEAK + 0.5) if n == 1 else group.strength
    return (-strength, group.rank < MEDIUM, -n, -group.rank if n == 1 else 0, group.members[0])


def _with_group(reading: Reading, chosen: list[int], group: Group, alike: Likeness) -> list[int]:
    """The elements chosen before and those of a group that are entries beside, around or inside them.

    `alike` knows how those chosen before are built.
    """
    known = set(chosen)
    new = [element for element in group.members if element not in known]
    if not new:
        return chosen
    if chosen and group.strength < STRONG:
        may_nest = group.strength == MEDIUM and group.rank >= MEDIUM
        new = [e for e in new if (may_nest and _is_in_or_around(reading, e, chosen)) or alike.holds(e)]
    picture = _Picture(reading, sorted(known.union(new)) if chosen else new, chosen, known)
    kept = new
    if chosen:
        if picture.is_core_of(new):
            return sorted((known - picture.inside_of(new)) | set(new))
        inner = picture.inside_known(new)
        if picture.are_cores(inner):
            new = [element for element in new if element not in inner]
        kept = [element for element in new if picture.is_entry(element, group, alone=len(new) == 1)]
    n_dates = sum(picture.own_dates(element) for element in kept)
    least = _MOST_DATES * len(kept) if chosen or len(kept) > 1 else _MOST_DATES_ALONE
    if len(kept) < _BESIDE * len(new) or not kept or (n_dates > least and not group.is_typed):
        return chosen
    return sorted(known.union(kept))


def _is_in_or_around(reading: Reading, element: int, chosen: Sequence[int]) -> bool:
    """Whether an element lies in one of the chosen ones, or holds one (as far as their neighbours tell)."""
    at = bisect_right(chosen, element)
    is_around = at < len(chosen) and chosen[at] < reading.end[element]
    return is_around or (at > 0 and reading.end[chosen[at - 1]] > element)


class _Picture:
    """How new elements and those chosen before lie in each other, and what each holds by itself."""

    def __init__(self, reading: Reading, elements: list[int], before: list[int], known: set[int]) -> None:
        self.reading, self.elements, self.before, self.known = reading, elements, before, known
        self.inside, sums = held(reading, elements, are_dated=False)
        self.prose, self.dates, self.names, _ = sums
        self.place = {element: place for place, element in enumerate(elements)}

    @cached_property
    def held(self) -> dict[int, list[int]]:
        """By place: the places directly inside."""
        found: dict[int, list[int]] = {}
        for place, holder in enumerate(self.inside):
            found.setdefault(holder, []).append(place)
        return found

    def _end(self, place: int) -> int:
        return self.reading.end[self.elements[place]]

    def own_dates(self, element: int) -> int:
        return self.dates[self.place[element]]

    def says(self, place: int) -> bool:
        """Whether an element has words and a sign of its own."""
        return bool(self.prose[place] and (self.dates[place] or self.names[place]))

    def is_entry(self, element: int, group: Group, *, alone: bool) -> bool:
        """Whether a new element is an entry beside those it lies in or around."""
        place = self.place[element]
        holder = self.inside[place]
        if holder >= 0 and self.elements[holder] in self.known:
            may_answer = group.strength >= MEDIUM and group.rank >= MEDIUM
            if not (may_answer and self.says(place) and self.says(holder)):
                return False
        if not self._is_around_known(place):
            return True
        return self.says(place) and (not alone or (group.is_typed and self._has_text(place)))

    def _is_around_known(self, place: int) -> bool:
        end = self._end(place)
        at = bisect_right(self.before, self.elements[place])
        return at < len(self.before) and self.before[at] < end

    def _has_text(self, place: int) -> bool:
        """Whether microdata call something the text that is in an element and in no other one in it."""
        inner = self.elements[place] + 1
        for within in [*self.held.get(place, ()), -1]:
            until = self.elements[within] if within >= 0 else self._end(place)
            for element in range(inner, until):
                if element in self.reading.table.details and not BODY_PROPS.isdisjoint(
                    self.reading.detail(element).get("itemprop", "").lower().split()
                ):
                    return True
            inner = self._end(within) if within >= 0 else until
        return False

    def _has_core(self, holder: int, place: int) -> bool:
        """Whether an element is what the entry around it says, and not an answer to it."""
        is_only = len(self.held[holder]) == 1
        return is_only and self.prose[holder] < _BESIDE * self.prose[place]

    def inside_known(self, new: Sequence[int]) -> list[int]:
        """Those of the new elements that lie directly in ones chosen before."""
        holders_of = [(element, self.inside[self.place[element]]) for element in new]
        return [e for e, holder in holders_of if holder >= 0 and self.elements[holder] in self.known]

    def are_cores(self, new: Sequence[int]) -> bool:
        """Whether new elements inside entries are what these say, and no answers to them.

        Most lie alone in an entry, which says little beside them, or do not say who wrote them.
        """
        n_inside = Counter(self.inside[self.place[element]] for element in new)
        places = [place for element in new if n_inside[self.inside[place := self.place[element]]] == 1]
        if not places or len(places) < _BESIDE * len(new):
            return False
        n_named = sum(self.names[place] > 0 for place in places)
        n_cores = sum(self.prose[self.inside[place]] < _BESIDE * self.prose[place] for place in places)
        return 2 * n_cores >= len(places) or 2 * n_named < len(places)

    def is_core_of(self, new: Sequence[int]) -> bool:
        """Whether each of the new elements is around one chosen before that is all it says.

        The new one then knows more of who and when.
        """
        for element in new:
            held = self.held.get(self.place[element], [])
            if (
                len(held) != 1
                or self.elements[held[0]] not in self.known
                or not self._has_core(self.place[element], held[0])
            ):
                return False
            if self.names[held[0]] or not self.names[self.place[element]]:
                return False
        return bool(new)

    def inside_of(self, new: Sequence[int]) -> set[int]:
        """The elements directly inside the new ones."""
        return {self.elements[inner] for element in new for inner in self.held.get(self.place[element], ())}


def _with_silent(reading: Reading, chosen: list[int], keys: Mapping[Key, int]) -> list[int]:
    """The entries and those of the same name that say next to nothing: deleted, anonymous, "+1".

    They stand beside entries, or have a date or a name; both where the name could be any.
    """
    table = reading.table
    known = set(chosen)
    alike = dict(of_kinds(reading, keys))
    elements = sorted(known.union(alike))
    inside = holders(elements, reading.end)
    holding = set(inside)
    beside = {table.parent[element] for element in chosen}
    for place, element in enumerate(elements):
        holder = inside[place]
        if element in known or place in holding or (holder >= 0 and elements[holder] not in alike):
            continue
        is_beside = table.parent[element] in beside
        is_signed = reading.sum(reading.dated, element) > 0 or reading.sum(reading.named, element) > 0
        if (is_beside and is_signed) or (alike[element] >= MEDIUM and (is_beside or is_signed)):
            known.add(element)
    return sorted(known)
