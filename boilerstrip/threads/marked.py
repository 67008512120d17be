"""The elements of an entry whose attributes may say who wrote it, when, and where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from boilerstrip.compiled import compiled
from boilerstrip.remembered import remembered
from boilerstrip.threads.labels import author_weight
from boilerstrip.threads.parts import elements_of
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.telling import WHEN, WHO, told_by, told_with
from boilerstrip.threads.terms import AUTHOR_PROPS

__all__ = ["Marked", "having", "marked"]

COMPILED: Final = compiled("threads._reading")
_NAME: Final = itemgetter(0)


class Marked(NamedTuple):
    """One such element.

    Attributes:
        element: Its index.
        detail: Its attributes; empty outside of what calls itself comments or a forum.
        label: Its class and id.
        props: Its microdata properties, in lower case.
        is_author: It holds what microdata say of the author, or lies in that.
        tells: Bits of what its label and attributes may tell: `WHO`, `WHEN`, `WHERE`, `VOTES`.
    """

    element: int
    detail: Mapping[str, str]
    label: str
    props: tuple[str, ...]
    is_author: bool
    tells: int


def having(
    details: Mapping[int, Sequence[tuple[str, str]]], elements: Iterable[int], names: frozenset[str]
) -> list[int]:
    """Those of some elements that have an attribute of one of these names.

    Args:
        details: Attributes by element, as a block table has them.
    """
    if COMPILED:
        found: list[int] = COMPILED.having(details, elements, names)
        return found
    return [e for e in elements if e in details and not names.isdisjoint(map(_NAME, details[e]))]


def marked(reading: Reading, elements: Iterable[int]) -> list[Marked]:
    """Those of some elements, given in document order, whose attributes may tell something."""
    said = elements_of(reading)
    if said is not None:
        told: list[Marked] = said.marked(elements, Marked, reading.end)
        return told
    table, details = reading.table, reading.table.details
    labels, parents, tags, end = table.label, table.parent, table.tag, reading.end
    found = []
    upto = -1  # end of the last element that holds what microdata say of the author
    for element in elements:
        label = labels[element]
        if element in details:
            detail = reading.detail(element)
            label = label or detail.get("class", "")
            tells = told_by(label) | _told_with(tuple(detail)) | WHEN * (tags[element] == "time")
            if not tells & WHO and _is_naming(reading, parents[element]):
                tells |= WHO
            if not tells:
                continue
            props = tuple(detail["itemprop"].lower().split()) if "itemprop" in detail else ()
            if props and not AUTHOR_PROPS.isdisjoint(props):
                upto = max(upto, end[element])
            found.append(Marked(element, detail, label, props, element < upto, tells))
        elif label and (tells := told_by(label) | WHEN * (tags[element] == "time")):
            found.append(Marked(element, {}, label, (), element < upto, tells))
    return found


@remembered
def _told_with(names: tuple[str, ...]) -> int:
    """What attributes of these names may tell."""
    tells = 0
    for name in names:
        tells |= told_with(name)
    return tells


def _is_naming(reading: Reading, element: int) -> bool:
    """Whether an element's label speaks of a name."""
    label = reading.table.label[element] or reading.detail(element).get("class", "")
    return label != "" and author_weight(label) > 0
