"""What in an entry is its own words, and what is about it: who, when, votes, buttons, the user's box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

from boilerstrip.compiled import compiled
from boilerstrip.threads.labels import body_name, part_of, part_of_prop, words_of
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import ABOUT, BODY, LOCKED, NO_PERMALINK
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS

__all__ = ["Parts", "elements_of", "parts_of"]

COMPILED: Final = compiled("threads._parts")
_ABOUT_TAGS: Final = frozenset(
    {"button", "select", "option", "label", "header", "footer", "menu", "nav", "form", "legend"}
)
_HIDDEN: Final = CATEGORY_BIT["hidden"]


class Parts(NamedTuple):
    """What each element of one entry is.

    Attributes:
        what: BODY, ABOUT, LOCKED or "", by element.
        body: The nearest element that said BODY or LOCKED, by element; -1 for none.
        bodies: All of these, with the one around each.
        mixed: Those of them that also hold lines about the entry.
        texts: Those that microdata call the text.
        buttons: Blocks that are something to click.
    """

    what: dict[int, str]
    body: dict[int, int]
    bodies: dict[int, int]
    mixed: set[int]
    texts: set[int]
    buttons: set[int]

    def is_said(self, element: int) -> bool:
        """Whether an element is surely of the entry's own words."""
        what = self.what[element]
        return what == LOCKED or (what == BODY and self.body[element] not in self.mixed)

    def unsaid(self, elements: Iterable[int]) -> list[int]:
        """The others of some elements."""
        what, body, mixed = self.what, self.body, self.mixed
        return [
            element
            for element in elements
            if (said := what[element]) != LOCKED and not (said == BODY and body[element] not in mixed)
        ]


def parts_of(reading: Reading, entry: int, own: list[int]) -> Parts:
    """Tell what each element of an entry is, from what it and those around it say.

    Args:
        entry: The entry's element.
        own: The elements inside it that belong to no other entry, ascending.
    """
    if COMPILED:  # what it gives is right until one of the elements is asked for again
        return cast("Parts", elements_of(reading).parts_of(entry, own))
    table = reading.table
    parts = Parts({entry: ""}, {entry: -1}, {}, set(), set(), set())
    styles = _styles(reading, own)
    for element in own:
        parent = table.parent[element]
        around, body = parts.what[parent], parts.body[parent]
        said = _said(reading, element, parts)
        if said == BODY and styles and body_name(table.label[element]) in styles:
            said = ""
        if around == LOCKED:
            said = ""
        if said in (BODY, LOCKED):
            parts.bodies[element] = body
            body = element
        elif (said == ABOUT and table.first_block[element] < table.end_block[element]) or (
            body >= 0 and around == BODY and _is_signature(reading, element)
        ):
            while body >= 0 and body not in parts.mixed:
                parts.mixed.add(body)
                body = parts.bodies[body]
            body = parts.body[parent]
        parts.what[element] = said or around
        parts.body[element] = body
    return parts


def elements_of(reading: Reading) -> Any:
    """What the elements of a page say of themselves, for compiled parts; None where Python runs."""
    if COMPILED and reading.elements is None:
        sets = (_ABOUT_TAGS, HEADING_TAGS, _HIDDEN)
        reading.elements = COMPILED.Elements(reading.table, reading.is_dated, reading.details, sets)
    return reading.elements if COMPILED else None


def _styles(reading: Reading, own: Sequence[int]) -> set[str]:
    """Names that call several elements of an entry its words: those of a design, as "chakra-text"."""
    table = reading.table
    n_times = Counter(
        body_name(table.label[e]) for e in own if table.label[e] and table.first_block[e] < table.end_block[e]
    )
    return {name for name, n in n_times.items() if n > 1}


def _is_signature(reading: Reading, element: int) -> bool:
    """Whether an inline element is that of who or when, and its line says nothing else."""
    table = reading.table
    detail = reading.detail(element) if element in table.details and not table.label[element] else {}
    block = table.first_block[element]
    if (
        "class" not in detail
        or "#text" not in detail
        or part_of(detail["class"]) != ABOUT
        or block >= table.n_blocks
    ):
        return False
    text = " ".join(detail["#text"].split())
    is_all = text == table.text[block]
    return bool(text) and (is_all or (reading.is_dated[block] and table.text[block].startswith(text)))


def _said(reading: Reading, element: int, parts: Parts) -> str:
    """What an element itself says that it is."""
    table = reading.table
    tag = table.tag[element]
    if element in table.details:
        detail = reading.detail(element)
        if detail.get("role") == "button" or _is_button(tag, detail):
            parts.buttons.update(_whole_blocks(reading, element, detail))
        if prop := detail.get("itemprop"):
            said = part_of_prop(prop)
            if said == LOCKED:
                parts.texts.add(element)
            if said:
                return said
    if table.mask[element] & _HIDDEN:
        return ABOUT
    label = table.label[element]
    if label and (said := part_of(label)) and not (said == BODY and tag in HEADING_TAGS):
        return said
    if tag == "blockquote":
        return LOCKED
    return ABOUT if tag in _ABOUT_TAGS else ""


def _is_button(tag: str, detail: Mapping[str, str]) -> bool:
    """Whether an inline link with a text is one to reply or report, by its class."""
    names = detail.get("class", "")
    return tag == "a" and names != "" and "#text" in detail and not NO_PERMALINK.isdisjoint(words_of(names))


def _whole_blocks(reading: Reading, element: int, detail: Mapping[str, str]) -> Iterable[int]:
    """The blocks of which an element holds all words."""
    table = reading.table
    first = table.first_block[element]
    if "#text" not in detail:
        return range(first, table.end_block[element])
    is_all = first < table.n_blocks and " ".join(detail["#text"].split()) == table.text[first]
    return (first,) if is_all else ()
