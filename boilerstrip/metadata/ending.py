"""What the end of a page says of the page: "This page was last edited on 2 March 2026", and its licence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from boilerstrip.metadata.found import text_of
from boilerstrip.metadata.sources import CHANGED_RE
from boilerstrip.patterns import late_pattern

__all__ = ["changes", "is_licence"]

_Element = etree._Element

_N_LAST: Final = 120
"""Elements of a page's end that are looked at."""
_LINE_CHARS: Final = 120
_YEAR_RE: Final = late_pattern(r"(?<!\d)20\d\d(?!\d)")
_BEGINS_RE: Final = late_pattern(
    r"[\W_]{0,3}(?:this (?:page|document|article|topic)\b|(?:page |document |article |content )?(?:was )?"
    r"(?:last|latest)\b"
    r"|diese seite|zuletzt|letzte|stand\b|cette page|(?:la )?derni|esta p[áa]gina|última|questa pagina|ultima"
    r"|deze pagina|laatst|tę stronę|ostatni|эта страница|последн"
    r"|最[終终后後]|本页|本頁|このページ|이 문서|마지막)",
    re.I,
)
"""How such a line begins, where it does not with the word for the change."""
_OF_ANOTHER_RE: Final = late_pattern(r"\b(?:by|von|par|por|da|door|przez)\b|^\W*reviewed\b|пользовател", re.I)
"""What is in notes that posts and reviews have."""
_MARK_RE: Final = late_pattern(r"last-?_?(?:mod|upd|edit)", re.I)
_GRANTED_RE: Final = late_pattern(
    r"licen[sc]ed|licen[sc]e\b|under (?:a|the)\b|lizenz|licencia|licenza|licença|licentie"
    r"|licencj|лиценз|许可|授權|ライセンス",
    re.I,
)
_PICTURED_RE: Final = late_pattern(
    r"\b(?:photo|image|picture|illustration|icon|video|music|map|foto|bild|imagen|immagine|grafik)", re.I
)
_TERMS_RE: Final = late_pattern(r"creativecommons\.org/(?:licenses|publicdomain)/\w", re.I)
_LICENCE_CHARS: Final = 400
_LINES: Final = ("p", "li", "div", "footer", "small", "td", "address", "section")
"""Elements of which one holds the line that a link stands in."""


def changes(root: _Element) -> tuple[str, ...]:
    """The line at the end of a page that says when it was changed; none where several say so."""
    found: dict[str, None] = {}
    left, n_seen = [root], 0  # the end of a page first
    while left and n_seen < _N_LAST:
        element = left[-1]
        del left[-1]
        n_seen += 1
        left += element
        if (element.text and "20" in element.text) or (element.tail and "20" in element.tail):
            found.update(dict.fromkeys(islice(_lines(element), 1)))
    return tuple(found) if len(found) == 1 else ()


def _lines(element: _Element) -> Iterator[str]:
    """The text of an element, and of that around it, where it says when something was changed."""
    for holder in (element, element.getparent()):
        if holder is None or holder.tag in ("body", "html", "script", "style"):
            return
        line = text_of(holder, _LINE_CHARS + 1)
        if (
            len(line) > _LINE_CHARS
            or len(_YEAR_RE.findall(line)) != 1
            or not (said := CHANGED_RE.search(line))
        ):
            continue
        mark = f"{holder.get('id')} {holder.get('class')}"
        if said.start() <= 1 or _BEGINS_RE.match(line) or _MARK_RE.search(mark):
            yield line


def is_licence(link: _Element) -> bool:
    """Whether a link to a licence is the page's: it says what is granted, and speaks of no picture."""
    if not _TERMS_RE.search((link.get("href") or "")[:_LICENCE_CHARS]):
        return False
    if next(link.iterancestors("figure", "figcaption"), None) is not None:
        return False
    around = next(link.iterancestors(*_LINES), link)
    line = text_of(around, _LICENCE_CHARS)
    return bool(_GRANTED_RE.search(line)) and not _PICTURED_RE.search(line)
