"""Buttons that say what they do to the page, which titles of panels and questions do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import TAG_MASKS

__all__ = ["find_controls"]

_MAX_CHARS: Final = 40
_HIDES_ITSELF: Final = "hideme"
"""Class of the summary above all of a text in rustdoc, which only says that one may open it."""
_IN_WHOLE: Final = TAG_MASKS["table"] | TAG_MASKS["caption"] | TAG_MASKS["blockquote"] | TAG_MASKS["figure"]
"""What is completed where it is kept in part, buttons in it as well; so is a list of terms."""
_SHOWN: Final = (
    "(?:all|more|less|fewer|details?|descriptions?|sections?|contents?"
    "|child (?:attributes|parameters|properties)"
    "|answers?|code|source|output|examples?|menu|navigation|sidebar|filters?|options|results|transcript|panel)"
)
_DOES_RE: Final = late_pattern(
    rf"(?:expand|collapse|show|hide|view)(?: {_SHOWN}){{1,2}}|toggle(?: [\w-]+){{0,6}}"
    r"|(?:expand|collapse|copy|copied)!?"
    r"|copy (?:(?:the )?(?:code|link|url|text|snippet|command|page)|to clipboard)(?: to clipboard)?"
    r"|reset(?: (?:all|sort|sorting|filters?|zoom))?|select tab"
    r"|alles? (?:aus|ein|auf|zu)klappen|(?:mehr|weniger|alle|details) (?:anzeigen|ausblenden)"
    r"|(?:code )?kopieren"
    r"|(?:afficher|masquer|voir) (?:plus|moins|tout|les détails)|tout (?:afficher|déplier|replier)|copier"
    r"|(?:mostrar|ver|ocultar) (?:más|menos|todo|detalles)|copiar(?: código)?|mostrar (?:mais|menos|tudo)"
    r"|(?:mostra|nascondi) (?:altro|tutto|dettagli)|copia|toon (?:meer|minder|alles)|kopiëren|kopiera|kopiér",
    re.IGNORECASE,
)


def find_controls(table: BlockTable, kept: Sequence[bool]) -> dict[int, tuple[str, Reason]]:
    """Blocks that are all of such a button, each with its role and the reason.

    Kept ones, and dropped ones in what may be completed.

    Args:
        table: The page's blocks.
        kept: Which are kept.
    """
    found, tags, at = {}, table.tag, -1
    has_terms = "dl" in tags
    for _ in range(tags.count("button")):
        at = tags.index("button", at + 1)
        block = table.first_block[at]
        if table.end_block[at] != block + 1 or not 0 < len(table.text[block]) <= _MAX_CHARS:
            continue
        is_near = kept[block] or table.around[at] & _IN_WHOLE or (has_terms and _is_in_terms(table, at))
        if is_near and _DOES_RE.fullmatch(table.text[block].strip()):
            found[block] = ("other", Reason("tag", "button"))
    return found | _summaries(table, kept)


def _is_in_terms(table: BlockTable, element: int) -> bool:
    return any(table.tag[around] == "dl" for around in table.ancestors(element))


def _summaries(table: BlockTable, kept: Sequence[bool]) -> dict[int, tuple[str, Reason]]:
    """Kept summaries of rustdoc."""
    if "summary" not in table.tag:
        return {}
    hidden = [
        table.first_block[element]
        for element, tag in enumerate(table.tag)
        if tag == "summary" and _HIDES_ITSELF in table.label[element].split()
    ]
    gone = ("other", Reason("tag", f"summary.{_HIDES_ITSELF}"))
    return {block: gone for block in hidden if block < table.n_blocks and kept[block]}
