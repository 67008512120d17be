"""What elements have in common that one template wrote: a name, a microdata type, a parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import or_
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.threads.labels import tokens_of
from boilerstrip.threads.reading import Reading
from boilerstrip.vocabulary import CATEGORY_BIT

__all__ = ["COMMENT", "Key", "by_key", "is_typed", "of_kinds"]

COMPILED: Final = compiled("threads._groups")
COMMENT: Final = CATEGORY_BIT["comment"]
_ENTRY_TAGS: Final = frozenset("div li article section tr tbody table td dd details center".split())
"""Tags of elements that may be entries, beside custom ones."""
_SPOKEN: Final = ("Comment", "Answer", "Question", "Review", "DiscussionForumPosting", "UserComments")
_TYPED: Final = " "
"""What the names of microdata begin with, and no class name: those of Tailwind may begin with "@"."""
Key = tuple[str, "str | int"]
"""A tag, and a class name, id or microdata type that elements share, or the parent they share."""


def is_typed(key: Key) -> bool:
    """Whether microdata say what elements with that in common are."""
    return isinstance(key[1], str) and key[1][0] == _TYPED


def by_key(reading: Reading) -> dict[Key, list[int]]:
    """Elements that hold prose and a sign of who or when, by each thing they may have in common.

    One alone is there only if the words of all its names say that it is a comment, or microdata say so.
    """
    if COMPILED:
        found: dict[Key, list[int]] = COMPILED.by_key(reading, _ENTRY_TAGS, _types, COMMENT, _TYPED)
        return found
    table, prose, masks = reading.table, reading.prose, reading.table.mask
    kinds: dict[Key, list[int]] = {}
    for element in _signed(reading):
        tag, label, parent = table.tag[element], table.label[element], table.parent[element]
        if prose[table.end_block[element]] == prose[table.first_block[element]]:
            continue
        for token in tokens_of(label):
            kinds.setdefault((tag, token), []).append(element)
        kinds.setdefault((tag, parent), []).append(element)
        if element in table.details:
            for name in _types(reading.detail(element)):
                kinds.setdefault((tag, name), []).append(element)
    return {
        key: members
        for key, members in kinds.items()
        if len(members) > 1 or (isinstance(key[1], str) and (masks[members[0]] & COMMENT or is_typed(key)))
    }


def _signed(reading: Reading) -> list[int]:
    """Elements that may be entries by their tags and hold a sign of who or when, ascending."""
    table, parents, tags = reading.table, reading.table.parent, reading.table.tag
    found = set[int]()
    for block, is_signed in enumerate(map(or_, reading.is_dated, reading.is_named)):
        element = table.element[block] if is_signed else -1
        while element >= 0 and element not in found:
            found.add(element)
            element = parents[element]
    custom = {tag for tag in set(tags) if "-" in tag}
    if custom:  # inline elements, which no block calls its own
        inline = [element for element, tag in enumerate(tags) if tag in custom]
        found.update([element for element in inline if _has_sign(reading, element)])
    return sorted([element for element in found if tags[element] in _ENTRY_TAGS or tags[element] in custom])


def _has_sign(reading: Reading, element: int) -> bool:
    return reading.sum(reading.dated, element) > 0 or reading.sum(reading.named, element) > 0


def _types(detail: Mapping[str, str]) -> Iterator[str]:
    """Names of an element's microdata type and property, where they are of something said."""
    kind = detail.get("itemtype", "").rstrip("/").rsplit("/", 1)[-1]
    if kind in _SPOKEN or kind.endswith(("Comment", "Review")):
        yield _TYPED + kind
    if detail.get("itemprop", "").lower() in ("comment", "review", "suggestedanswer", "acceptedanswer"):
        yield _TYPED + detail["itemprop"]


def of_kinds(reading: Reading, keys: Mapping[Key, int]) -> list[tuple[int, int]]:
    """All elements that hold something and have one of these things in common, with what is said of it."""
    table = reading.table
    tags, names = map(set, zip(*keys, strict=True))
    if COMPILED:
        alike: list[tuple[int, int]] = COMPILED.of_kinds(table, keys, tags, names)
        return alike
    labels = {label for tag, label in zip(table.tag, table.label, strict=True) if tag in tags}
    labels = {label for label in labels if not names.isdisjoint(tokens_of(label))}
    found = []
    for element in [element for element, label in enumerate(table.label) if label in labels]:
        tag = table.tag[element]
        told = [keys[tag, name] for name in tokens_of(table.label[element]) if (tag, name) in keys]
        if told and table.first_block[element] < table.end_block[element]:
            found.append((element, max(told)))
    return found
