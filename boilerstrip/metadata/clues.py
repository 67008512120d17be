"""What the head of a page says about the kind of page it is, for the scorer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.sources import DESCRIPTIONS
from boilerstrip.patterns import late_pattern

__all__ = ["NO_CLUES", "Clues", "read_clues"]

_TYPE_RE: Final = late_pattern(r'"@type"\s{0,20}:\s{0,20}\[?\s{0,20}"(?:https?://schema\.org/)?(\w{1,40})"')
_MAX_TYPES: Final = 1_000
"""Types looked at in one page; a list of offers says no more after that."""
_WORD_RE: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_MAX_LABEL: Final = 2_000


@dataclass(frozen=True, slots=True)
class Clues:
    """Hints at the kind of page; absent is "" or empty.

    Attributes:
        url: Address of the page.
        types: schema.org types that its JSON-LD names at any depth, lower case.
        og_type: Its og:type, lower case.
        generator: The software that made it, lower case.
        words: Class and id words of `<html>` and `<body>`, whole names, lower case.
        metas: Names of its metas, lower case.
        description: The summary the page gives of itself.
    """

    url: str = ""
    types: frozenset[str] = frozenset()
    og_type: str = ""
    generator: str = ""
    words: frozenset[str] = frozenset()
    metas: frozenset[str] = frozenset()
    description: str = ""


NO_CLUES: Final = Clues()
"""Of a page that says nothing."""


def read_clues(facts: Facts, url: str | None) -> Clues:
    """The clues of a page.

    Args:
        facts: Raw values, from `collect`.
        url: Address of the page, where known.
    """
    types = chain.from_iterable(_TYPE_RE.findall(script.text) for script in facts.json_ld)
    return Clues(
        url=url or "",
        types=frozenset(map(str.lower, islice(types, _MAX_TYPES))),
        og_type=facts.first("og:type").lower(),
        generator=facts.first("generator").lower(),
        words=frozenset(_WORD_RE.findall(facts.label[:_MAX_LABEL].lower())),
        metas=frozenset(facts.metas),
        description=facts.first(*DESCRIPTIONS),
    )
