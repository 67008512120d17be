"""Dates and names that are those of one entry among others, or of an appointment."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from lxml import etree

from boilerstrip.metadata.found import text_of
from boilerstrip.metadata.strings import clean, squash
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["is_appointed", "is_of_entry", "is_of_teaser"]

_DASHES: Final = "-‐‑–—~〜"
_TO: Final = rf"\s?(?:[{_DASHES}]|to|until|till|bis|à|a|al?le|até|tot|til|do|до)\s?"
_CLOCK: Final = r"(?<![\d.:])\d{1,2}[:.h]\d\d(?![.\d])(?::\d\d)?"
_UNIT: Final = r"\s?(?:[ap]\.?m\b\.?|uhr\b|h\b)"
_HOURS_RE: Final = late_pattern(
    rf"(?i){_CLOCK}(?:{_UNIT})?{_TO}{_CLOCK}"  # 19:30 - 21:00
    rf"|(?<!\d)\d{{1,2}}(?:{_UNIT}|(?<=[,;@(|·]\s\d)|(?<=[,;@(|·]\s\d\d)){_TO}\d{{1,2}}{_UNIT}"  # 7 - 9 pm
)
_AT_RE: Final = late_pattern(r"(?i)[\W_]{0,6}(?:at|from|um|von|ab|de|dès|ore|dalle|klo?|van|od)?[\W_]{0,3}")
_TEASER_LEVELS: Final = 6
_MOST_IN_TEASER: Final = 60  # elements
_BEHIND: Final = 40
"""Characters behind a date among which an appointment says from when to when it goes."""


def is_of_entry(element: etree._Element) -> bool:
    """Whether an element stands in one of several articles of a kind, none of which holds the headline.

    Such are what customers say, answers, teasers.
    """
    article = next(element.iterancestors("article"), None)
    if article is None or next(article.iter("h1"), None) is not None:
        return False
    before, behind = article.itersiblings("article", preceding=True), article.itersiblings("article")
    beside = chain(islice(before, 1), islice(behind, 1))
    return any(other.get("class") == article.get("class") for other in beside)


def is_of_teaser(element: etree._Element, title: str) -> bool:
    """Whether an element stands in one of several boxes of which each has a heading that is a link elsewhere.

    Args:
        element: The element.
        title: The page's, squashed; the heading that it has is that of the page, whatever is linked.
    """
    if next(element.iterancestors(*HEADING_TAGS), None) is not None:
        return False
    for around in islice(element.iterancestors("article", "li", "div", "section"), _TEASER_LEVELS):
        heading = next(around.iter(*HEADING_TAGS), None)
        if heading is None or any(
            inner is heading for inner in islice(element.iterancestors(), _TEASER_LEVELS)
        ):
            continue
        link = heading.find(".//a[@href]")
        said = squash(clean(text_of(heading)))
        if next(islice(around.iter(), _MOST_IN_TEASER, None), None) is not None:
            return False
        if heading.tag == "h1" or link is None or (said and said in title):
            return False
        tag = str(around.tag)
        beside = (around.itersiblings(tag, preceding=True), around.itersiblings(tag))
        return any(next(others, None) is not None for others in beside)
    return False


def is_appointed(element: etree._Element, said: str, date: str) -> bool:
    """Whether a date says from when to when something takes place.

    Args:
        element: The element of the date.
        said: The words of the block that it stands in.
        date: Those of the date.
    """
    if element.tag == "time" and (_is_span(element.getprevious()) or _is_span(element)):
        return True
    at = said.find(date) if date else -1
    line = said[at : at + len(date) + _BEHIND] if at >= 0 else ""
    hours = _HOURS_RE.search(line)
    return hours is not None and _AT_RE.fullmatch(line[len(date) : hours.start()]) is not None


def _is_span(begin: etree._Element | None) -> bool:
    """Whether behind a `<time>` a dash leads to another."""
    if begin is None or begin.tag != "time" or (begin.tail or "").strip() not in (*_DASHES,):
        return False
    end = begin.getnext()
    return end is not None and end.tag == "time"
