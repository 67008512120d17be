"""What a thread is looked for in: sums over a page's blocks of prose, of dates and of names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import Any, Final

from boilerstrip.block import TALK_BIT, BlockTable
from boilerstrip.compiled import compiled
from boilerstrip.threads.dates import dated_lines, has_date, is_later
from boilerstrip.threads.labels import author_weight, naming, part_of, words_of
from boilerstrip.threads.terms import ABOUT, AUTHOR_PROPS, DATE_PROPS, DATE_WORDS, PROFILE_HINTS
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = ["TALK_BITS", "Reading", "is_profile"]

COMPILED: Final = compiled("threads._reading")
TALK_BITS: Final = CATEGORY_BIT["comment"] | CATEGORY_BIT["forum"] | TALK_BIT
"""Bits of `around` in what calls itself comments or a forum."""
_NOTHING: Final = MappingProxyType[str, str]({})
_SHORT: Final = 90
"""Characters without white space of a line that may be about an entry."""
_LEAST_PROSE: Final = 8
"""The same of a block that counts as prose in the comparison of elements."""
_MOST_LINKS: Final = 0.5
"""Share of linked characters above which a block is no prose."""
_NAMED_BLOCKS: Final = 2
"""Blocks that an element which names a person covers at most."""
_DATING: Final = frozenset({"datetime", "itemprop", "title", "class"})
_NAMING: Final = frozenset({"class", "itemprop", "rel", "data-author", "href"})
"""Attributes that may give a date and a name."""
_PROFILE_RE: Final = re.compile(
    r"/(?:u|users?|members?|profiles?|people|authors?|by|usuarios?|perfil|profil|benutzer)/|/@|/~"
    r"|(?:member|profile|memberlist|userinfo|user)\.(?:php|aspx?|html?)|[?&](?:user|userid|uid"
    r"|author)=|^user\?id="
    r"|action=profile|viewprofile"
)
"""What addresses of people's pages have, in lower case."""
_ADDRESS_CHARS: Final = 2_048
"""Characters of an address that are looked at."""


class Reading:
    """A page as threads are looked for in it.

    Attributes:
        table: Its block table.
        end: End of each element's subtree, an element index (exclusive).
        prose: Prefix sums over the blocks of characters of prose, length n_blocks + 1.
        is_dated, is_named: Which blocks have a date, and which somebody's name as their markup says.
        dated, named: Prefix sums of these.
        written: That of the dated ones but for dates of joining, of editing, of the last visit.
        details: The attributes of each element that were written down and asked for.
        elements: What elements say of themselves, for compiled parts; None until it is asked for.
    """

    def __init__(self, table: BlockTable) -> None:
        self.table = table
        self.details: dict[int, Mapping[str, str]] = {}
        self.elements: Any = None
        self.is_dated = _dated_blocks(table)
        self.dated = _sums(self.is_dated)

    @cached_property
    def prose(self) -> list[int]:
        return _sums(_prose(self.table, self.is_dated))

    @cached_property
    def written(self) -> list[int]:
        return _sums([found and not is_later(self.table.text[b]) for b, found in enumerate(self.is_dated)])

    @cached_property
    def is_named(self) -> list[bool]:
        return _named_blocks(self.table)

    @cached_property
    def named(self) -> list[int]:
        return _sums(self.is_named)

    @cached_property
    def end(self) -> list[int]:
        parents = self.table.parent
        if COMPILED:
            found: list[int] = COMPILED.ends(parents)
            return found
        ends = list(range(1, len(parents) + 1))
        for element in range(len(parents) - 1, 0, -1):
            parent = parents[element]
            if parent >= 0 and ends[parent] < ends[element]:
                ends[parent] = ends[element]
        return ends

    def has_talk(self) -> bool:
        """Whether anything on the page calls itself comments or a forum; all of that has details."""
        return any(self.table.around[element] & TALK_BITS for element in self.table.details)

    def detail(self, element: int) -> Mapping[str, str]:
        """The attributes of an element that were written down."""
        found = self.details.get(element)
        if found is not None:
            return found
        attributes = self.table.details.get(element)
        if attributes is None:  # true of most
            return _NOTHING
        found = dict(attributes)
        if len(found) < len(attributes):  # of what stands there twice the first counts
            found = {}
            for name, value in attributes:
                found.setdefault(name, value)
        self.details[element] = found
        return found

    def sum(self, sums: list[int], element: int) -> int:
        """How much of something an element holds."""
        table = self.table
        return sums[table.end_block[element]] - sums[table.first_block[element]]


def _sums(values: Sequence[int]) -> list[int]:
    """Prefix sums."""
    if COMPILED:
        found: list[int] = COMPILED.sums(values)
        return found
    return [0, *accumulate(values)]


def is_profile(address: str) -> bool:
    """Whether an address is that of a person's page."""
    return _is_profile(address[:_ADDRESS_CHARS])


@lru_cache(maxsize=4_096)
def _is_profile(address: str) -> bool:
    address = address.lower()
    for hint in PROFILE_HINTS:
        if hint in address:
            return _PROFILE_RE.search(address) is not None
    return False


def _dated_blocks(table: BlockTable) -> list[bool]:
    """Which blocks are short and hold a date, or hold an element that gives one to machines."""
    dated = [False] * table.n_blocks
    for block in dated_lines(table.text, table.n_chars, _SHORT):
        dated[block] = True
    if COMPILED:
        COMPILED.dated_elements(table, dated, _SHORT, _NAMED_BLOCKS)
    else:
        _note_dated(table, dated)
    return dated


def _note_dated(table: BlockTable, dated: list[bool]) -> None:
    """Note the blocks that hold an element which gives a date to machines, or is there to show one."""
    n_blocks = table.n_blocks
    for element, attributes in table.details.items():
        block = table.first_block[element]
        if block >= n_blocks or dated[block]:
            continue
        for name, value in attributes:
            if name not in _DATING and name[0] != "@":
                continue
            if (
                (name == "datetime" and value)
                or (name == "itemprop" and value.lower() in DATE_PROPS)
                or (name[0] == "@" and name[1:].lower() in DATE_PROPS)
                or (name == "title" and len(value) <= _SHORT and has_date(value))
                or (
                    name == "class" and not DATE_WORDS.isdisjoint(words_of(value)) and _shows_date(attributes)
                )
            ) and table.end_block[element] - block <= _NAMED_BLOCKS:
                dated[block] = True
        if not attributes and table.tag[element] == "time" and table.n_chars[block] <= _SHORT:
            dated[block] = any(has_date(piece) for piece in table.inline[block] if isinstance(piece, str))


def _shows_date(attributes: Sequence[tuple[str, str]]) -> bool:
    """Whether the text of an inline element is a date, also where a name touches it."""
    return any(name == "#text" and len(text) <= _SHORT and has_date(text) for name, text in attributes)


def _prose(table: BlockTable, dated: list[bool]) -> list[int]:
    """Characters of each block that reads like words of somebody, 0 for others."""
    if COMPILED:
        found: list[int] = COMPILED.prose(table, dated, _LEAST_PROSE, _MOST_LINKS, _SHORT)
        return found
    prose = [0] * table.n_blocks
    labels = [*table.label, ""]  # of element -1 as well
    rows = enumerate(zip(table.n_chars, table.n_link_chars, strict=True))
    plain = [block for block, (n, n_links) in rows if n >= _LEAST_PROSE and n_links <= _MOST_LINKS * n]
    for block in plain:
        n_chars = table.n_chars[block]
        if (
            not (dated[block] and n_chars <= _SHORT)
            and (n_chars >= 2 * _LEAST_PROSE or " " in table.text[block])
            and part_of(labels[table.element[block]]) != ABOUT
        ):
            prose[block] = n_chars
    return prose


def _named_blocks(table: BlockTable) -> list[bool]:
    """Which blocks lie in a small element that holds a person's name."""
    if COMPILED:
        found: list[bool] = COMPILED.named_blocks(table, is_profile, _SHORT, _NAMED_BLOCKS)
        return found
    labels = naming(set(table.label))
    named = [False] * table.n_blocks
    if labels:
        for element in [element for element, label in enumerate(table.label) if label in labels]:
            _note(table, element, named)
    for element, attributes in table.details.items():
        for name, value in attributes:
            if name in _NAMING and (
                (name == "class" and author_weight(value))
                or (name == "itemprop" and value.lower() in AUTHOR_PROPS)
                or (name == "rel" and "author" in value)
                or (name == "data-author" and value)
                or (name == "href" and is_profile(value[:_SHORT]))
            ):
                _note(table, element, named)
                break
    return named


def _note(table: BlockTable, element: int, named: list[bool]) -> None:
    first = table.first_block[element]
    if first < table.end_block[element] and table.end_block[element] - first <= _NAMED_BLOCKS:
        named[first] = True
