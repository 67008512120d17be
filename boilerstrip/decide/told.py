"""What phrases say a dropped block is: its own, and those of the small box that it is part of."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.decide.says import Said
from boilerstrip.features import Told
from boilerstrip.phrases.whole import WHOLE

__all__ = [
    "BOXED",
    "COPYRIGHT",
    "LABELS",
    "MARKS",
    "MAX_COPYRIGHT_CHARS",
    "MAX_LABEL_CHARS",
    "OF_LINKS",
    "ORDER",
    "UNSURE",
    "phrases_of",
    "spread",
]

ORDER: Final = (
    "cookie-notice",
    "comment-form",
    "paywall",
    "newsletter",
    "donation",
    "comment",
    "legal",
    "hidden",
    "breadcrumb",
    "pagination",
    "search",
    "login",
    "share",
    "author-bio",
    "advertisement",
    "related",
    "navigation",
)
"""Roles that phrases give; of several the first counts."""
MAX_LABEL_CHARS: Final = 24
"""Characters of the longest entry of `phrases.whole.WHOLE`, and some marks around it."""
LABELS: Final = {label: Said(role, Reason("phrase", label)) for label, role in WHOLE.items()}
MAX_COPYRIGHT_CHARS: Final = 400
COPYRIGHT: Final = Said("legal", Reason("phrase", "©"))
MARKS: Final = " \t\n.:…»«›‹→←↑↓*|+-–—·•()[]!?"
OF_LINKS: Final = MappingProxyType({"cookie policy": "legal"})
"""Phrases that a notice holds as well, but as a link, like all pages' footers."""
UNSURE: Final = frozenset({"paypal"})
"""Phrases that shops have as well as those who ask for donations: alone they say no role."""
BOXED: Final = ("cookie-notice", "comment-form", "newsletter", "donation", "paywall")
"""Roles of boxes: their other lines need not say what they are."""
_MAX_BOX_BLOCKS: Final = 12
_MAX_BOX_CHARS: Final = 700
_BOX_LEVELS: Final = 5
"""How far above a phrase its box is looked for, in elements."""
_NO_BOXES: Final = frozenset(
    {"body", "html", "main", "article", "header", "footer", "nav", "ul", "ol", "table", "tr"}
)


def phrases_of(table: BlockTable, kept: list[bool], told: Told) -> dict[int, Said]:
    """Dropped block -> the role its own phrase gives it, or what is all it says."""
    found: dict[int, Said] = {}
    for block, text in enumerate(table.text):
        if kept[block]:
            continue
        if len(text) <= MAX_LABEL_CHARS and (said := LABELS.get(text.lower().strip(MARKS))):
            found[block] = said
        elif "©" in text and len(text) <= MAX_COPYRIGHT_CHARS:
            found[block] = COPYRIGHT
    for role in ORDER:
        for block, phrase in told.get(role, {}).items():
            if not kept[block] and phrase not in UNSURE:
                found.setdefault(block, Said(OF_LINKS.get(phrase, role), Reason("phrase", phrase)))
    return found


def spread(table: BlockTable, kept: list[bool], own: dict[int, Said]) -> dict[int, Said]:
    """Block -> the role that a phrase beside it in the same small box gives it."""
    spread: dict[int, Said] = {}
    for block, said in own.items():
        if said.role not in BOXED:
            continue
        boxed = Said(said.role, Reason("boxed-phrase", said.reason.evidence))
        a, b = _box(table, kept, block)
        for i in range(a, b):
            if i not in own:
                spread.setdefault(i, boxed)
    return spread


def _box(table: BlockTable, kept: list[bool], block: int) -> tuple[int, int]:
    """The blocks of the largest small element around a block that holds nothing kept."""
    a, b = block, block + 1
    for element in table.ancestors(table.element[block], _BOX_LEVELS):
        first, end = table.first_block[element], table.end_block[element]
        if table.tag[element] in _NO_BOXES or end - first > _MAX_BOX_BLOCKS or any(kept[first:end]):
            break
        if sum(table.n_chars[first:end]) > _MAX_BOX_CHARS:
            break
        a, b = first, end
    return a, b
