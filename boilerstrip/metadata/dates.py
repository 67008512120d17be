"""Dates as pages write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["iso_date"]

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_MAX_LENGTH: Final = 80  # characters of a date; "Wednesday, 14 September 2024 at 10:15:00 pm +0200" has 49

_SHORTEST: Final = 2
_MONTHS_A_YEAR: Final = 12
_HOURS_ONLY: Final = 3  # characters of "+01"
_LAST_OFFSET: Final = 14  # hours; Kiribati
_MINUTES: Final = 60
_STAMPS: Final = range(631_152_000, 4_102_444_800)  # seconds from 1990 to 2100; others are other numbers

_CLOCK: Final = (
    r"(?:[T\s,]{1,3}(?:at |um |à )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\b)?)?"
)
_ZONE: Final = r"\s?(Z\b|UTC|GMT|[+-]\d{2}:?\d{2}\b|[+-]\d{2}\b)?([+-]\d{2}:?\d{2}\b)?"
_YEAR_FIRST_RE: Final = late_pattern(
    r"(\d{4})([-/]|\.\s?)(\d{1,2})\2(\d{1,2})(?!\d)\.?" + _CLOCK + _ZONE, re.I
)
_YEAR_LAST_RE: Final = late_pattern(
    r"(?<!\d)(\d{1,2})([-/]|\.\s?)(\d{1,2})\2(\d{4})(?!\d)" + _CLOCK + _ZONE, re.I
)
# The name of a month. Vowels of Indian scripts are no letters to patterns; some Arabic names have two words.
_NAME: Final = r"((?:كانون|تشرين)\s[^\W\d_]{5,6}|آب|[\u0900-\u0dff]{2,14}|[^\W\d_]{3,12})"
_DAY_NAME_RE: Final = late_pattern(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s|-|(?:de|of)\s){{1,3}}{_NAME}"
    r"\.?,?(?:\s|-|del?\s){1,3}(\d{4})\b" + _CLOCK + _ZONE,
    re.I,
)
_NAME_DAY_RE: Final = late_pattern(
    rf"\b{_NAME}\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})\b" + _CLOCK + _ZONE, re.I
)
# "2024 Jan 5", "2024. szeptember 5.", "2024 m. kovo 5 d."
_YEAR_NAME_RE: Final = late_pattern(rf"(?<!\d)(\d{{4}})(?:\.|\sm\.)?[\s-]{_NAME}\.?[\s-](\d{{1,2}})(?!\d)")
_LATVIAN_RE: Final = late_pattern(rf"(?<!\d)(\d{{4}})\.\sgada\s(\d{{1,2}})\.\s{_NAME}")
_VIETNAMESE_RE: Final = late_pattern(r"(?<!\d)(\d{1,2})\stháng\s(\d{1,2})(?:\snăm|,)\s(\d{4})(?!\d)", re.I)
_CJK_RE: Final = late_pattern(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
# Each with what is in all that it finds, and which groups are year, month and day; those of a clock follow.
_WORDED: Final = (
    ("", _CJK_RE, (1, 2, 3)),
    ("", _NAME_DAY_RE, (3, 1, 2)),
    ("", _DAY_NAME_RE, (3, 2, 1)),
    ("", _YEAR_NAME_RE, (1, 2, 3)),
    ("gada", _LATVIAN_RE, (1, 3, 2)),
    ("háng", _VIETNAMESE_RE, (3, 2, 1)),
)
_NO_CLOCK: Final = (None,) * 6
_COMPACT_RE: Final = late_pattern(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:\.\d{1,6})?" + _ZONE)
_STAMP_RE: Final = late_pattern(r"(\d{10})(?:\d{3})?(?:\.\d{1,6})?")


_FULL_RE: Final = late_pattern(
    r"((?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])[T ]((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
    r"(?:\.[0-9]{1,9})?(Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
)
"""What nearly all pages write for machines, which is read in a fifth of the time."""


def _month(name: str) -> int:
    from boilerstrip.metadata.months import MONTHS

    name = "_".join(name.lower().split())
    for length in range(len(name), _SHORTEST - 1, -1):
        if month := MONTHS.get(name[:length]):
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
    if second > _MONTHS_A_YEAR or (month_first and separator[0] != "." and first <= _MONTHS_A_YEAR):
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
    for sign, pattern, (year, month, day) in _WORDED:
        if sign in text and (found := pattern.search(text)):
            name = found[month]
            if number := int(name) if name.isdecimal() else _month(name):
                return _written((int(found[year]), number, int(found[day])), found.groups()[3:] or _NO_CLOCK)
    return None
