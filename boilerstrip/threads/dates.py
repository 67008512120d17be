"""Dates in a page's own words: whether a short text has one, and which part of it that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.remembered import remembered
from boilerstrip.threads.joined import SEPARATOR, owners, places_of
from boilerstrip.threads.labels import words_of
from boilerstrip.threads.terms import (
    DATE_EDGES,
    DATE_HINTS,
    LATER,
    LATER_SAID,
    LATER_UNSPACED,
    MEMBER,
    MONTHS,
)

__all__ = ["date_in", "dated_lines", "full_date", "has_date", "is_date", "is_later"]

COMPILED: Final = compiled("threads._text")
_MOST_CHARS: Final = 200
"""Characters of a line that are looked at."""
_NEAR: Final = 6
"""Characters between a day and an hour that are one date: ", at " has 5."""
_LEFTOVER: Final = 14
"""Characters beside the date in a short text that is a date as a whole: a weekday, a time zone."""

_WORD: Final = r"[^\W\d_]{2,12}"
_UNIT: Final = r"[^\W\d_]{1,12}"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAYS: Final = (
    r"yesterday|today|just\snow|moments?\sago|gestern|heute|gerade\seben|hier|aujourd'hui|ayer|hoy"
    r"|ieri|oggi|ontem|hoje"
    r"|gisteren|vandaag|wczoraj|dzisiaj|вчера|сегодня|вчора|сьогодні|dün|bugün|igår|idag|i\sgår"
    r"|i\sdag|eilen|tänään"
    r"|včera|dnes|أمس|اليوم|昨日|今日|昨天|今天|어제|오늘|hôm\squa|kemarin"
)
_AGO: Final = (
    r"(?:\d{1,4}\+?|an?|one|a\sfew|over\san?)\s?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|mths?|months?|y"
    r"|yrs?|years?)"
    r"\s?ago\b"
    rf"|(?:vor|hace|il\sy\sa|há|před|πριν\sαπό|πριν)\s(?:(?:etwa|unos|más\sde|cerca\sde)\s)?"
    rf"(?:\d{{1,4}}|ein(?:em|er|en)?|una?|une?|uma?)\s{_UNIT}\.?"
    rf"|(?:för|for)\s(?:\d{{1,4}}|en|et|ett)\s{_UNIT}\s(?:sedan|siden)"
    rf"|(?:\d{{1,4}}|una?|um)\s{_UNIT}\.?\s(?:fa|atrás|geleden|temu|назад|тому|önce|sedan|siden|sitten|trước|lalu"
    r"|yang\slalu|پیش|قبل)\b"
    r"|\d{1,4}\s[\u0900-\u09ff]{1,12}\s(?:पहले|পূর্বে|আগে)"
    rf"|(?:قبل|منذ|לפני)\s(?:\d{{1,4}}\s)?{_UNIT}"
    r"|\d{1,4}\s?(?:秒|分钟|分鐘|分|時間|小时|小時|日|天|週間|周|週|ヶ月|か月|个月|個月|年|초|분|시간|일|주|개월|달|년)\s?(?:前|전)"
)
_AGO_WORDS: Final = "an|one|a|over|vor|hace|il|há|před|πριν|för|for|una|um|قبل|منذ|לפני"
"""Words with which those in `_AGO` begin that begin with a word."""


def _one_of(words: str) -> str:
    """What rules out a place where none of some words begins by its first letter."""
    return f"(?=[{''.join(sorted({word[0] for word in words.split('|')}))}])"


_ATOM_RE: Final = re.compile(
    rf"""
    (?=\d)(?:
        (?<![\d.])\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?)?
      | (?<![\d.])\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})(?![\d.])
      | \b\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s-]{{1,2}}(?:de\s|of\s)?{_WORD}\.?,?[\s-]{{1,2}}
        (?:de\s|del\s)?\d{{4}}\b
      | \b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\b(?:\s'\d\d)?
      | (?:\d{{4}}\s?[年년]\s?)?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]
      | (?<![\w:])\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?(?![\d:])(?:\s?[ap]\.?m\b\.?)?
      | (?<!\w)(?:{_AGO})
    )
  | (?<!\w)(?=[^\W\d_])(?:
        {_WORD}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}\d{{4}}\b
      | (?=[jfmasond]){_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s'?\d{{2,4}})?\b(?!:)
      | {_one_of(_DAYS)}(?:{_DAYS})(?!\w)
      | {_one_of(_AGO_WORDS)}(?:{_AGO})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A day or an hour: what begins with a number, and what begins with a word."""
_SURE_RE: Final = re.compile(
    r"\d(?:(?<![\w:]\d)\d?:\d\d(?![\d:])|(?<![\d.]\d)\d?[-/.]\d\d?[-/.](?:\d{4}|\d\d)(?![\d.]))"
)
"""Of these the hours and days in numbers, which are found several times as fast."""
_SIGN_RE: Final = re.compile(
    r"""\d(?<!\d\d)\d{0,3}(?:
        (?<=\d{4})[-/.]\d{1,2}[-/.]\d
      | (?<!\d\d\d)[-/.]\d{1,2}[-/.]\d\d(?:\d\d)?(?![\d.])
      | \s?[月월]
      | (?<!\d\d\d)(?:
            (?:st|nd|rd|th)?,?\s{1,2}\d{4}
          | (?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
          | (?:st|nd|rd|th|er|º|\.)?[\s-]{1,2}(?:de\s|of\s)?[^\W\d_]{2,12}\.?,?[\s-]{1,2}(?:del?\s)?\d{4}
          | [:h]\d\d
        )
    )""",
    re.VERBOSE,
)
"""What each kind of `_ATOM_RE` that begins with a number has there, in lower case: a number is found ten
times as fast as a date."""
_DAY_RE: Final = re.compile(r"[a-z]{3,9}\.?\s\d")
"""How the rest of a month's name and its day go on, in lower case."""
_HINT_RE: Final = re.compile("|".join([*MONTHS, *DATE_HINTS]))
_SHORT_RE: Final = re.compile(r"\d{1,3}\s?(?:s|m|h|d|w|y|mo|min|hr|hrs|yr|yrs|sem|j)\.?", re.IGNORECASE)
"""What feeds write for "three days ago", where nothing else stands beside it."""
_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_DIGIT_RE: Final = re.compile(r"\d")
_CLOCK_RE: Final = re.compile(r"\d{1,2}[:h]\d{2}")
_SHORT_DAY_RE: Final = re.compile(r"\d{1,2}[-/.]\d{1,2}\.?,?\s?(?:\([^()\s]{1,3}\))?\s{0,3}")
"""A day without its year, perhaps with its weekday, which is one where an hour follows."""
_SEPARATOR_RE: Final = re.compile(
    r"[|•·»«‣⋅\n](?!\s{0,3}\d{1,2}(?:[:h]\d{2}|\.\d{2}$))|\s[—–-]\s(?!\d{1,2}[:h]|(?<=\d:\d\d\s[—–-]\s)\d)"
)
"""What parts a date from what else a line has; an hour before or behind it is of the date."""
_LEADING_RE: Final = re.compile(
    r"^(?:(?:re)?posted|published|submitted|written|reviewed|asked|answered|commented|edited|on|at|am"
    r"|le|el|il|em|op"
    r"|den|said|says|wrote|дата|date|posté|publié|publicado|geschrieben|from)\b[\s:,]*",
    re.IGNORECASE,
)
_ORDINAL_RE: Final = re.compile(r"^(?:st|nd|rd|th)\b")
"""What an element of its own sets above the line: "May 5<sup>th</sup>, 2024"."""
_MOST_SHORT: Final = 12
"""Characters of such a date, with what separates it."""
_EDGES: Final = " \t\n,;|•·»«#()[]–—-"


def has_date(text: str) -> bool:
    """Whether a short text holds a day or an hour."""
    return _has_date(text[:_MOST_CHARS])


@lru_cache(maxsize=4_096)
def _has_date(text: str) -> bool:
    return _may_hold(text) and _ATOM_RE.search(text) is not None


def dated_lines(texts: list[str], n_chars: list[int], most: int) -> list[int]:
    """Which of some texts hold a date, by their indices, ascending.

    Those without digits only where a date begins or ends them.

    Args:
        texts: Texts of which the short ones are looked at.
        n_chars: Characters of each.
        most: As many of them has a short one at most, and one at least.
    """
    if COMPILED:
        short, likely = COMPILED.likely_dates(texts, n_chars, most, _MOST_SHORT, _EDGES)
    else:
        short, likely = _likely(texts, [i for i, n in enumerate(n_chars) if 0 < n <= most])
    found = {i for i in short if _is_short_date(texts[i])}
    found.update([i for i in likely if _SURE_RE.search(texts[i]) or _ATOM_RE.search(texts[i])])
    return sorted(found)


def _likely(texts: Sequence[str], lines: Sequence[int]) -> tuple[list[int], list[int]]:
    """Which of some lines are so short that they may be "3d", and which have what dates have."""
    numbered = [i for i in lines if _DIGIT_RE.search(texts[i])]
    page = SEPARATOR.join([texts[i] for i in numbered]).lower()
    likely = [numbered[i] for i in owners(_signs(page), page)]
    page = SEPARATOR.join([texts[i] for i in lines]).lower()
    words = page.replace(SEPARATOR, " ").split()
    if not DATE_EDGES.isdisjoint(words):
        left = {lines[i] for i in owners(places_of(DATE_EDGES.intersection(words), page), page)}
        likely.extend([i for i in left.difference(numbered) if _may_be_date(texts[i])])
    return [i for i in numbered if len(texts[i]) < _MOST_SHORT], likely


def _signs(text: str) -> Iterator[int]:
    """Where a text in lower case has what dates have."""
    for found in _SIGN_RE.finditer(text):
        yield found.start()
    for place in places_of(MONTHS, text):
        if _DAY_RE.match(text, place):
            yield place
    yield from places_of(DATE_HINTS, text)


def _may_hold(text: str) -> bool:
    """Whether a text has what dates have."""
    if COMPILED:
        found: bool = COMPILED.may_hold_date(text)
        return found
    text = text.lower()
    return _HINT_RE.search(text) is not None or _SIGN_RE.search(text) is not None


def _may_be_date(text: str) -> bool:
    """Whether a short text without digits may hold a date, by its first and last word."""
    words = text.lower().split()
    return bool(words) and (words[-1] in DATE_EDGES or words[0] in DATE_EDGES)


def _may_be_whole(text: str) -> bool:
    """Whether a short text has a digit, or a first or last word of dates."""
    if COMPILED:
        found: bool = COMPILED.may_be_date(text)
        return found
    return _DIGIT_RE.search(text) is not None or _may_be_date(text)


def _is_short_date(text: str) -> bool:
    """Whether a text is one as feeds write it: "3d", "2 mo"."""
    return len(text) < _MOST_SHORT and _SHORT_RE.fullmatch(text.strip(_EDGES)) is not None


def is_date(text: str) -> bool:
    """Whether a short text is a date and nothing else."""
    text = text.strip(_EDGES)
    if not _may_be_whole(text):
        return False
    if _SHORT_RE.fullmatch(text):
        return True
    found = date_in(text)
    return found is not None and len(text) - len(found) <= _LEFTOVER


def date_in(text: str) -> str | None:
    """The date in a short text, as the text has it; None where there is none.

    >>> date_in("#1 | 14 октября 2024 21:07"), date_in("Ann on March 3, 2024 at 10:12 pm said")
    ('14 октября 2024 21:07', 'March 3, 2024 at 10:12 pm')
    """
    return _date_in(text[:_MOST_CHARS])


@lru_cache(maxsize=4_096)
def _date_in(text: str) -> str | None:
    if _SHORT_RE.fullmatch(text.strip(_EDGES)):
        return text.strip(_EDGES)
    if not _may_hold(text):
        return None
    for part in _SEPARATOR_RE.split(text):
        segment = part.strip()
        spans = [found.span() for found in _ATOM_RE.finditer(segment)]
        if not spans:
            continue
        start, end = spans[0]
        for following in spans[1:]:
            if following[0] - end > _NEAR:
                break
            end = following[1]
        if len(spans) == 1 and len(text) > len(part) and _CLOCK_RE.fullmatch(segment[start:end]):
            continue  # an hour alone, and more to come
        trimmed = segment.strip(_EDGES)
        while shorter := _LEADING_RE.sub("", trimmed):
            if shorter == trimmed:
                break
            trimmed = shorter
        words = segment[start:end].strip(_EDGES)
        before, found, after = trimmed.partition(words)
        is_whole = (
            found
            and "#" not in after
            and len(before) + len(after) <= _LEFTOVER
            and (not before or before.rstrip()[-1:] == "," or _SHORT_DAY_RE.fullmatch(before))
        )
        return trimmed if is_whole else words
    return None


def full_date(date: str, line: str) -> str:
    """A date that one element of a line has, with what else of it the line has: the hour beside the day.

    Not what touches it, the name before it or the count of votes behind it, and nothing where it has both.

    >>> full_date("March 3", "March 3, 10:12 pm"), full_date("3/4/2025 at 9:12 AM", "3/4/2025 at 9:12 AM2")
    ('March 3, 10:12 pm', '3/4/2025 at 9:12 AM')
    """
    full = date_in(line)
    if not full or len(_ATOM_RE.findall(date)) > 1:
        return date
    before, found, after = full.partition(date)
    after = _ORDINAL_RE.sub("", after)
    return date if not found or before[-1:].isalnum() or after[:1].isalnum() else full


@remembered
def is_later(text: str) -> bool:
    """Whether a line says of its date that it is that of joining, of editing, of the last visit."""
    if not LATER.isdisjoint(words_of(text)):
        return True
    words = {*_WORD_RE.findall(text.lower())}
    member, beside = MEMBER
    return (
        not LATER_SAID.isdisjoint(words)
        or (member in words and not beside.isdisjoint(words))
        or (not text.isascii() and any(part in text for part in LATER_UNSPACED))
    )
