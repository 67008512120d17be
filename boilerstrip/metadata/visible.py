"""Dates that a page shows rather than states: `<time>` elements, lines around the headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.sources import CHANGED_RE
from boilerstrip.metadata.strings import clean
from boilerstrip.patterns import late_pattern

__all__ = ["address_date", "is_listing", "lines_of_modification", "lines_of_publication", "opening_date"]

_YEAR_RE: Final = late_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Days that are no day of publication: sales, events, memberships, editions of books.
_OTHER_RE: Final = late_pattern(
    r"\b(?:ends?|until|till|sale|expires?|starts?|begins?|deadline|joined|registered|since|release|hardcover"
    r"|paperback|valid|due|born|visited|retrieved|accessed)\b|©",
    re.I,
)
# From one day to another: of an event, a fair, a trip.
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?"
_MONTH: Final = r"[^\W\d_]{3,12}\.?"
_TO: Final = (
    r"(?:\s?[-–—/&+]\s?|\s(?:to|through|until|and|bis|und|au|et|al?|y|e|tot|en|til|och|og|do|i|до|и)\s)"
)
_SPAN_RE: Final = late_pattern(
    rf"(?<![\w.:/-]){_DAY}(?:\s(?:de\s)?{_MONTH})?{_TO}{_DAY}\s(?:de\s|of\s)?{_MONTH}"
    rf"|(?<!\w){_MONTH}\s{_DAY}{_TO}{_MONTH}\s{_DAY}",
    re.I,
)
_PARTS_RE: Final = late_pattern(r"\s*[|·•∙]\s*")
_MAX_WORDS: Final = 9  # of a line that is a date and its label; more is a sentence
_CLOCK_RE: Final = late_pattern(r"T(?!00:00(?::00|(?!:)))")
_APPOINTED_RE: Final = late_pattern(r"T(?!00:00)\d\d:(?:00|15|30|45)(?::00|(?!:))")
_FEW: Final = 3  # times of a page from which their order says what the page is
_ADDRESS_RE: Final = late_pattern(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.+-]|$)")


def address_date(url: str | None) -> str:
    """The day in an address such as "/2024/01/05/title"; "" where there is none."""
    found = _ADDRESS_RE.search(url or "")
    return "-".join(found.groups()) if found else ""


def _moments(times: Sequence[str]) -> list[str]:
    """Dates as ISO 8601, without what is none and repetitions in a row."""
    dates = [iso_date(clean(time)) for time in times]
    read = [date for date in dates if date]
    return [date for place, date in enumerate(read) if place == 0 or date != read[place - 1]]


def is_listing(times: Sequence[str]) -> bool:
    """Whether dates only ever go back, as in a list of news, or are appointments that go on, as of events."""
    moments = _moments(times)
    falling = all(a[:19] >= b[:19] for a, b in pairwise(moments))
    return len(moments) >= _FEW and (falling or (_go_on(moments) and _are_appointed(moments)))


def opening_date(times: Sequence[str]) -> str:
    """The first of dates that go on and have a time, as in a thread of posts; "" where they do not."""
    moments = _moments(times)
    is_thread = len(moments) >= _FEW and _go_on(moments) and all(map(_CLOCK_RE.search, moments))
    return moments[0] if is_thread and not _are_appointed(moments) else ""


def _go_on(moments: Sequence[str]) -> bool:
    return all(a[:19] <= b[:19] for a, b in pairwise(moments))


def _are_appointed(moments: Sequence[str]) -> bool:
    """Whether all are at full, half or quarter hours; posts are not."""
    return all(map(_APPOINTED_RE.search, moments))


def lines_of_publication(lines: Sequence[str]) -> Iterator[str]:
    """The lines around a headline that may say when a page was published."""
    return (part for part in _parts(lines) if not CHANGED_RE.search(part))


def lines_of_modification(lines: Sequence[str]) -> Iterator[str]:
    """The lines around a headline that say when a page was changed."""
    return (part for part in _parts(lines) if CHANGED_RE.search(part))


def _parts(lines: Sequence[str]) -> Iterator[str]:
    """The parts of lines that are a date and its label, neither a sentence nor a span of days.

    A line with two days is parted before the word for a change.
    """
    for line in lines:
        changed = CHANGED_RE.search(line)
        at = changed.start() if changed and _YEAR_RE.search(line, changed.start()) else 0
        halves = (line[:at], line[at:])
        for part in chain.from_iterable(map(_PARTS_RE.split, halves)):
            n_years = len(_YEAR_RE.findall(part))
            if n_years != 1 or len(part.split()) > _MAX_WORDS or _OTHER_RE.search(part):
                continue
            if not _SPAN_RE.search(part):
                yield part
