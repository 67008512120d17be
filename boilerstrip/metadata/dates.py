"""Dates as pages write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["iso_date"]

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_MAX_LENGTH: Final = 80  # characters of a date; "Wednesday, 14 September 2024 at 10:15:00 pm +0200" has 49

# Names by their beginnings, of the languages whose months differ from English in the first letters.
_MONTHS: Final = MappingProxyType(
    {
        beginning: month
        for month, beginnings in enumerate(
            (
                "jan jän gen ene stycz sty янв січ ocak",
                "feb fév fev lut фев лют şub",
                "mar mär mrz maa mrt бер март mart",
                "apr avr abr kwi апр кві nis",
                "may mai mag maj mei мая май трав mayıs",
                "jun juin giu cze июн черв haz",
                "jul juil lug lip июл лип tem",
                "aug aoû aou ago août sie авг серп ağu",
                "sep set wrz сен вер eyl",
                "oct okt ott out paź paz окт жовт eki",
                "nov lis ноя лист kas",
                "dec dez dic déc gru дек груд ara",
            ),
            start=1,
        )
        for beginning in beginnings.split()
    }
)
_SHORTEST: Final = 3
_MONTHS_A_YEAR: Final = 12
_HOURS_ONLY: Final = 3  # characters of "+01"
_LAST_OFFSET: Final = 14  # hours; Kiribati
_MINUTES: Final = 60
_STAMPS: Final = range(631_152_000, 4_102_444_800)  # seconds from 1990 to 2100; others are other numbers

_CLOCK: Final = (
    r"(?:[T\s,]{1,3}(?:at |um |à )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\b)?)?"
)
_ZONE: Final = r"\s?(Z\b|UTC|GMT|[+-]\d{2}:?\d{2}\b|[+-]\d{2}\b)?([+-]\d{2}:?\d{2}\b)?"
_YEAR_FIRST_RE: Final = late_pattern(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)" + _CLOCK + _ZONE, re.I)
_YEAR_LAST_RE: Final = late_pattern(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)" + _CLOCK + _ZONE, re.I)
_DAY_NAME_RE: Final = late_pattern(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s|-|de\s){1,3}([^\W\d_]{3,12})\.?,?(?:\s|-|de\s){1,3}(\d{4})\b"
    + _CLOCK
    + _ZONE,
    re.I,
)
_NAME_DAY_RE: Final = late_pattern(
    r"\b([^\W\d_]{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b" + _CLOCK + _ZONE, re.I
)
_YEAR_NAME_RE: Final = late_pattern(r"(?<!\d)(\d{4})[\s-]([^\W\d_]{3,12})\.?[\s-](\d{1,2})(?!\d)")
_CJK_RE: Final = late_pattern(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_COMPACT_RE: Final = late_pattern(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:\.\d{1,6})?" + _ZONE)
_STAMP_RE: Final = late_pattern(r"(\d{10})(?:\d{3})?(?:\.\d{1,6})?")


_FULL_RE: Final = late_pattern(
    r"((?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])[T ]((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:\.[0-9]{1,9})?(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
)
"""What nearly all pages write for machines, which is read in a fifth of the time."""


def _month(name: str) -> int:
    name = name.lower()
    for length in range(len(name), _SHORTEST - 1, -1):
        if month := _MONTHS.get(name[:length]):
            return month
    return 0


def _offset(zone: str | None, further: str | None) -> str:
    """ "+01:00", "Z" or "" for what follows the clock; "GMT+0100" is an offset."""
    if further:
        zone = further
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "Z"
    hours, minutes = zone[1:3], zone[-2:] if len(zone) > _HOURS_ONLY else "00"
    return f"{zone[0]}{hours}:{minutes}" if int(hours) <= _LAST_OFFSET and int(minutes) < _MINUTES else ""


def _written(day: tuple[int, int, int], clock: tuple[str | None, ...]) -> str | None:
    """ISO 8601 of numbers that may be impossible; an impossible clock leaves the day."""
    year, month, date = day
    hour, minute, second, half, zone, further = clock
    try:
        midnight = datetime(year, month, date)
    except ValueError:
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if hour is None or minute is None:
        return midnight.date().isoformat()
    hours = int(hour) % 12 + 12 * (half[0] in "pP") if half else int(hour)
    try:
        moment = midnight.replace(hour=hours, minute=int(minute), second=int(second or 0))
    except ValueError:
        return midnight.date().isoformat()
    return moment.isoformat() + _offset(zone, further)


def _numbers(first: int, second: int, separator: str, month_first: bool) -> tuple[int, int]:
    """Month and day of the first two numbers of "05/01/2024"."""
    if second > _MONTHS_A_YEAR or (month_first and separator != "." and first <= _MONTHS_A_YEAR):
        return first, second
    return second, first


def _compact(text: str) -> str | None:
    """ "20240105" and "20240105T101500Z"."""
    found = _COMPACT_RE.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone, further = found.groups()
    return _written((int(year), int(month), int(day)), (hour, minute, second, None, zone, further))


def _stamp(text: str) -> str | None:
    """A Unix time in seconds or milliseconds."""
    found = _STAMP_RE.fullmatch(text)
    if not found or int(found[1]) not in _STAMPS:
        return None
    moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=int(found[1]))
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def iso_date(text: str, month_first: bool = True) -> str | None:
    """A date as ISO 8601, with its time and offset where it has them.

    Args:
        text: A date in numbers or words, or a Unix time.
        month_first: How "05/01/2024" is meant, where both readings are possible; "05.01.2024" is
            always the fifth of January.

    Returns:
        "2024-01-05", "2024-01-05T10:15:00" or "2024-01-05T10:15:00+01:00"; None where there is no
        date in the text, where it is impossible, or outside 1900 to 2100.

    >>> iso_date("Fri, 5 Jan 2024 10:15:00 +0100")
    '2024-01-05T10:15:00+01:00'
    """
    return _iso_date(text.strip()[:_MAX_LENGTH], month_first)


@lru_cache(maxsize=256)  # a page says the same dates several times, and is asked for them several times
def _iso_date(text: str, month_first: bool) -> str | None:
    for read in (_in_full, _in_numbers, _in_words):
        if written := read(text, month_first):
            return written
    return _compact(text) or _stamp(text)


def _in_full(text: str, _: bool) -> str | None:
    """ "2024-01-05T10:15:00+01:00" and the like."""
    found = _FULL_RE.fullmatch(text)
    if not found:
        return None
    try:
        datetime.fromisoformat(found[1])
    except ValueError:  # no day of the calendar
        return None
    return f"{found[1]}T{found[2]}{found[3] or ''}"


def _in_numbers(text: str, month_first: bool) -> str | None:
    if found := _YEAR_FIRST_RE.search(text):
        return _written((int(found[1]), int(found[3]), int(found[4])), found.groups()[4:])
    if found := _YEAR_LAST_RE.search(text):
        first, second = _numbers(int(found[1]), int(found[3]), found[2], month_first)
        return _written((int(found[4]), first, second), found.groups()[4:])
    return None


def _in_words(text: str, _: bool) -> str | None:
    if found := _CJK_RE.search(text):
        return _written((int(found[1]), int(found[2]), int(found[3])), (None,) * 6)
    if (found := _NAME_DAY_RE.search(text)) and (month := _month(found[1])):
        return _written((int(found[3]), month, int(found[2])), found.groups()[3:])
    if (found := _DAY_NAME_RE.search(text)) and (month := _month(found[2])):
        return _written((int(found[3]), month, int(found[1])), found.groups()[3:])
    if (found := _YEAR_NAME_RE.search(text)) and (month := _month(found[2])):
        return _written((int(found[1]), month, int(found[3])), (None,) * 6)
    return None
