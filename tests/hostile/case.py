"""What a hostile case is, and the story that most of them are built around."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.effort import FULL

__all__ = [
    "FIRST",
    "LAST",
    "PROSE",
    "STORY",
    "TAIL",
    "Case",
    "block_case",
    "head_case",
    "page",
    "scaled",
]


FIRST, LAST = "Quernstone", "tallowlight"
"""Words of the story's first and last paragraph; nothing else in a case has them."""

_OPENING = (
    "Quernstone Mill has ground the barley of the upper valley for longer than the parish has kept books, "
    "and on Tuesday its wheel turned again after eleven years of silence, a rope, two ladders and one "
    "argument about who would be allowed to pull the sluice.",
    "The work was done by nine people who meet on Saturdays. They replaced forty-one oak paddles, reset the "
    "shaft, and found under the floor a ledger in which a miller of 1874 complains about eels, his brother "
    "and the price of grease.",
)
_CLOSING = (
    "Whether the mill can pay for itself is another matter. Flour ground slowly costs three times as much as "
    "flour that is not, says Perpetua Lomax, who keeps the accounts, and people who praise it do not always "
    "bake with it.",
    "For the first evening they left the doors open. Visitors stood on the bridge until it was dark, and the "
    "last of them walked home along the leat by tallowlight, each with a small bag that was still warm.",
)
PROSE = (*_OPENING, *_CLOSING)
"""The story's four paragraphs."""
STORY = "".join(f"<p>{text}</p>" for text in _OPENING)
TAIL = "".join(f"<p>{text}</p>" for text in _CLOSING)


def scaled(n: int, part: int = 10) -> int:
    """A number of a large case: that, or a part of it where cases are small."""
    return n if FULL else n // part


class Case(NamedTuple):
    """One hostile input and what must come of it.

    Attributes:
        name, group: Its name, unique; the class it belongs to.
        make: Gives the input, the same one each time.
        main: Words that must be in the main content, in every form.
        shown: Words that must be in some block, kept or dropped.
        absent: Strings that may be in no output at all.
        warns: Codes of which one must be among the warnings; none is asked for where empty.
        url: Address the page came from.
        in_order: Whether `main` stands in the output in the order in which it is listed.
    """

    name: str
    group: str
    make: Callable[[], bytes | str]
    main: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()
    url: str | None = None
    in_order: bool = True


def page(inner: str, *, head: str = "", title: str = "The wheel turns again", tail: str = TAIL) -> str:
    """A page with the story, and something hostile in the middle of it."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><main><article><h1>The wheel turns again</h1>{STORY}\n{inner}\n{tail}</article></main></body></html>"
    )


def block_case(
    group: str, name: str, inner: Callable[[], str], shown: str = "", absent: tuple[str, ...] = ()
) -> Case:
    """A case whose trap stands in the middle of the story, which must come out whole all the same."""
    return Case(
        f"{group}-{name}",
        group,
        lambda: page(inner()),
        main=(FIRST, LAST),
        shown=tuple(shown.split()),
        absent=absent,
    )


def head_case(group: str, name: str, head: Callable[[], str], absent: tuple[str, ...] = ()) -> Case:
    """The same with the trap in the `<head>`."""
    return Case(f"{group}-{name}", group, lambda: page("", head=head()), main=(FIRST, LAST), absent=absent)


def spread(words: str, n: int) -> Iterator[str]:
    """`n` words, one after the other from the list, over and over."""
    listed = words.split()
    return (listed[at % len(listed)] for at in range(n))
