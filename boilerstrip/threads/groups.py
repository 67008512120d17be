"""Groups of elements that one template wrote, and which of them may be the entries of a thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import or_
from typing import Final, NamedTuple

from boilerstrip.compiled import compiled
from boilerstrip.threads.keys import COMMENT, Key, by_key, is_typed
from boilerstrip.threads.labels import entry_rank, is_reply_word, part_of
from boilerstrip.threads.nesting import holders, own_blocks, own_sums
from boilerstrip.threads.reading import TALK_BITS, Reading, is_profile
from boilerstrip.threads.terms import LOCKED
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS
from boilerstrip.words import classify

__all__ = ["AWAY", "MEDIUM", "STRONG", "WEAK", "Group", "find_groups", "held", "number_in"]

COMPILED: Final = compiled("threads._groups")

# What the name of a group says, from most to least.
STRONG, MEDIUM, WEAK, NONE = 3, 2, 1, 0
_LEAST_MEMBERS: Final = (3, 2, 2, 1)
"""Members of a group that is believed, by what its name says."""
_FEW: Final = 2
"""Members of a group that all need both a date and a name where the group does not say "comment"."""
_LEAST_SHARE: Final = (0.8, 0.6, 0.6, 0.5)
"""Share of a group's elements that must look like entries, by what its name says."""
_LEAST_WORDS_CHARS: Final = 25
"""Mean characters of prose in the entries of a group without a name."""
AWAY: Final = sum(CATEGORY_BIT[name] for name in ("navigation", "related", "sidebar"))
"""Bits around teasers of other pages."""
_MOST_AWAY: Final = 0.5
"""Share of a page's prose that they hold at most: a page may be named as one "with a sidebar"."""
_MOST_TEASERS: Final = 0.5
"""Share of members that may have a linked title that leads away."""
_TITLE_CHARS: Final = 12
"""Characters of a linked line that may be a title, where it stands in no heading."""
_LINKED: Final = 0.8
"""Share of linked characters of a title that is a link: a path has signs between its links."""
_BUTTON_CHARS: Final = 30
"""Characters of a button's text at most."""
_NUMBERED_CHARS: Final = 60
"""Characters of a line with the number of a post at most."""
_NUMBER_RE: Final = re.compile(r"(?<!\S)(?:#([0-9]{1,5})(?!\w)|([0-9]{1,5})#(?!\S))")
_LOOKED_AT: Final = 40
"""Elements inside one that are looked at for what they call themselves."""
_SAMPLED: Final = 60
"""Members of a group that are looked at block by block."""


class Group(NamedTuple):
    """Elements of one kind that each look like an entry.

    `strength` is what their name says, `rank` how much it says that each is one entry
    (`labels.entry_rank`); `members` are element indices, ascending; `key` is their tag and what they
    have in common: a name, or the index of their parent.
    """

    strength: int
    rank: int
    members: tuple[int, ...]
    key: Key

    @property
    def is_typed(self) -> bool:
        """Whether microdata say what its members are."""
        return is_typed(self.key)


def find_groups(reading: Reading) -> list[Group]:
    """The groups whose members may be entries, in order of appearance of what they have in common."""
    groups: dict[tuple[int, ...], Group] = {}
    judged: dict[tuple[int, bool, tuple[int, ...]], tuple[int, ...]] = {}  # many have the same members
    for key, members in by_key(reading).items():
        strength, rank = _strength(reading, key, members[0])
        if len(members) < _LEAST_MEMBERS[strength] or (len(members) == 1 and rank < MEDIUM):
            continue
        is_any = strength == WEAK or (strength == MEDIUM and "post" in str(key[1]).lower())
        question = (strength, is_any, tuple(members))
        if question not in judged:
            judged[question] = _judged(reading, strength, members, is_any=is_any)
        found = judged[question]
        if found and (found not in groups or (strength, rank) > groups[found][:2]):
            groups[found] = Group(strength, rank, found, key)
    return list(groups.values())


def _strength(reading: Reading, key: Key, element: int) -> tuple[int, int]:
    """What a group's name says, and its rank."""
    _, name = key
    table = reading.table
    if isinstance(name, str):
        if is_typed(key):
            return STRONG, 3
        if part_of(name) == LOCKED:
            return NONE, 0
        rank = entry_rank(name)
        if rank >= 1 and classify(name) & COMMENT:
            return STRONG, rank
        if rank >= 2:
            return MEDIUM, rank
    else:
        rank = 0
    parent = table.parent[element]
    around = table.around[parent] if parent >= 0 else 0
    return (WEAK if around & TALK_BITS else NONE), rank


def _has_headline(reading: Reading, blocks: Sequence[int]) -> bool:
    """Whether one of the blocks is a heading of the two highest levels, as in articles and teasers."""
    table = reading.table
    return any(table.tag[table.element[block]] in ("h1", "h2") for block in blocks)


class _Sums(NamedTuple):
    """What some elements hold by themselves, each one number, and the places of those like entries."""

    prose: list[int]
    dated: list[int]
    named: list[int]
    good: list[int]

    def n_named(self) -> int:
        return sum(self.named[place] > 0 for place in self.good)

    def are_signed(self) -> bool:
        """Whether all have a date and a name."""
        return all(self.dated[place] and self.named[place] for place in self.good)


def _judged(reading: Reading, strength: int, elements: list[int], *, is_any: bool) -> tuple[int, ...]:
    """Those of the elements that look like an entry; none where too few do.

    `is_any` says that they may be posts of a blog or items of a list as well.
    """
    table = reading.table
    least = max(_LEAST_MEMBERS[strength], _LEAST_SHARE[strength] * len(elements))
    if strength < MEDIUM:
        sums, first, end = reading.written, table.first_block, table.end_block
        if sum([sums[end[element]] > sums[first[element]] for element in elements]) < least:
            return ()
    inside, own = held(reading, elements, are_dated=strength < MEDIUM)
    good = own.good
    if len(good) < least or (len(elements) == 1 and not own.dated[0]):
        return ()
    if strength < STRONG:
        one = elements[good[0]]
        if table.around[one] & AWAY and _is_away(reading, one, sum([own.prose[at] for at in good])):
            return ()
        blocks = own_blocks(elements, inside, table.first_block, table.end_block)
        sample = [blocks[place] for place in good[:_SAMPLED]]
        if not _are_said(reading, own, sample, is_any=is_any):
            return ()
        if strength == NONE and not _are_a_thread(reading, own, sample, elements):
            return ()
    return tuple(elements) if strength >= MEDIUM else tuple(elements[place] for place in good)


def _is_away(reading: Reading, element: int, n_held: int) -> bool:
    """Whether an element lies in a menu or sidebar: a box around most of the page's words is none.

    Nor are the element and its like ("widget-message") that together hold as much prose, `n_held`.
    """
    most, table = _MOST_AWAY * reading.prose[-1], reading.table
    while element >= 0 and table.around[element] & AWAY:
        n_held = max(n_held, reading.sum(reading.prose, element))
        if table.mask[element] & AWAY and n_held <= most:
            return True
        n_held, element = 0, table.parent[element]
    return False


def held(reading: Reading, elements: list[int], *, are_dated: bool) -> tuple[list[int], _Sums]:
    """The place of the nearest of some elements around each, and what each holds by itself.

    `are_dated` says that only a date makes one like an entry.
    """
    if COMPILED:
        inside, *sums = COMPILED.held(reading, elements, are_dated)
        return inside, _Sums(*sums)
    table = reading.table
    inside = holders(elements, reading.end)
    prose, dated, named = (
        own_sums(elements, inside, each, table.first_block, table.end_block)
        for each in (reading.prose, reading.dated, reading.named)
    )
    signs = dated if are_dated else map(or_, dated, named)
    good = [place for place, (words, sign) in enumerate(zip(prose, signs, strict=True)) if words and sign]
    return inside, _Sums(prose, dated, named, good)


def _are_said(reading: Reading, sums: _Sums, sample: list[list[int]], *, is_any: bool) -> bool:
    """Whether elements that do not call themselves comments are what people say, and no teasers.

    Of `sample` the blocks of each are given.
    """
    if _n_teasers(reading, sample) > _MOST_TEASERS * len(sample):
        return False
    n_good = len(sums.good)
    is_bare = is_any and 2 * sums.n_named() < n_good and not _has_buttons(reading, sample)
    if not is_bare and (
        n_good != _FEW
        or (
            (sums.are_signed() or _has_buttons(reading, sample))
            and not any(_has_headline(reading, blocks) for blocks in sample)
        )
    ):
        return True
    return _are_numbered(reading, sample)


def _are_numbered(reading: Reading, sample: list[list[int]]) -> bool:
    """Whether each has its number in the thread, "#12" or "12#", in a short line with its date or alone."""
    texts, first = reading.table.text, 0
    for place, blocks in enumerate(sample):
        signed = [block for block in blocks if "#" in texts[block]]
        numbers = [number for block in signed if (number := number_in(reading, block))]
        first = first or (numbers[0] if numbers else 0)
        if not numbers or numbers[0] != first + place:
            return False
    return first > 0


def number_in(reading: Reading, block: int) -> int:
    """The number of a post in a short line; 0 for none."""
    text = reading.table.text[block]
    if "#" not in text or reading.table.n_chars[block] > _NUMBERED_CHARS:
        return 0
    found = _NUMBER_RE.search(text)
    return int(found[1] or found[2]) if found else 0


def _are_a_thread(reading: Reading, sums: _Sums, sample: list[list[int]], elements: Sequence[int]) -> bool:
    """Whether elements without a telling name in or around them are entries: by their buttons and words."""
    n_chars = sum(sums.prose[place] for place in sums.good)
    if n_chars < _LEAST_WORDS_CHARS * len(sums.good):
        return False
    return _has_buttons(reading, sample) or (
        sums.are_signed() and all(_holds_talk(reading, elements[place]) for place in sums.good)
    )


def _holds_talk(reading: Reading, element: int) -> bool:
    """Whether one of the first elements inside that hold words calls itself a comment or a forum's."""
    inside = range(element + 1, min(reading.end[element], element + _LOOKED_AT))
    return any(reading.table.mask[e] & TALK_BITS and reading.sum(reading.prose, e) for e in inside)


def _n_teasers(reading: Reading, members: list[list[int]]) -> int:
    """How many of the members have a linked title that leads to another page."""
    if COMPILED:
        n: int = COMPILED.n_teasers(reading, members, (HEADING_TAGS, _LINKED, _TITLE_CHARS))
        return n
    prose, links = reading.prose, reading.table.n_link_chars
    n_times: dict[str, int] = {}
    titles: list[list[str]] = []
    for blocks in members:
        found = []
        for block in blocks:  # up to the first words: a title stands above its teaser
            if prose[block + 1] > prose[block]:
                break
            if links[block] and (title := _linked_title(reading, block)):
                found.append(title)
        titles.append(found)
        for title in set(found):
            n_times[title] = n_times.get(title, 0) + 1
    return sum(any(n_times[title] <= 2 for title in found) for found in titles)


def _linked_title(reading: Reading, block: int) -> str:
    """The text of a block that is a title linked to another page, "" where it is none."""
    table = reading.table
    n_chars = table.n_chars[block]
    if not n_chars or table.n_link_chars[block] < _LINKED * n_chars or reading.is_dated[block]:
        return ""
    text = table.text[block]
    is_heading = table.tag[table.element[block]] in HEADING_TAGS
    if not is_heading and (n_chars < _TITLE_CHARS or text.count(" ") < 2):
        return ""
    hrefs = [piece.value for piece in table.inline[block] if not isinstance(piece, str) and piece.kind == "a"]
    is_away = hrefs and not any("#" in href or is_profile(href) for href in hrefs)
    return text if is_away and reading.named[block + 1] == reading.named[block] else ""


def _has_buttons(reading: Reading, members: list[list[int]]) -> bool:
    """Whether most members have the same short lines, of which one is to reply, like or report."""
    least = 0.6 * len(members)
    if COMPILED:
        table = reading.table
        found = COMPILED.common(table.text, table.n_chars, members, _BUTTON_CHARS, least)
        return any(map(is_reply_word, found))
    n_times: dict[str, int] = {}
    for blocks in members:
        short = {reading.table.text[b] for b in blocks if 0 < reading.table.n_chars[b] <= _BUTTON_CHARS}
        for text in short:
            n_times[text] = n_times.get(text, 0) + 1
    return any(n >= least and is_reply_word(text) for text, n in n_times.items())
