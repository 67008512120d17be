"""The headline of a page among its titles, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.metadata.parts import (
    holds,
    marks_of,
    parts_of,
    plain,
    split_head,
    split_tail,
    without_known,
    without_site,
    words_of,
)
from boilerstrip.metadata.sources import HOME
from boilerstrip.metadata.strings import squash
from boilerstrip.patterns import late_pattern

__all__ = ["headline", "settled", "without_badges"]

_MOST_BESIDE = 4  # lengths of a visible headline up to which a title that begins or ends with it is one of it
_MOST_BESIDE_SHOWN: Final = 2  # the same of the headline that was found in the text
_SHARED_WORDS: Final = 0.5  # measured on 1,497 pages: better than 0.4 and 0.6
_PERMALINK: Final = " \t#¶§🔗"
# What forum software writes before the topic, and what themes write behind the headline in its element.
_BEFORE_RE: Final = re.compile(
    r"(?:view topic|thread|topic|r/\w{2,21}(?:\son\sreddit)?|tema|thema|sujet|onderwerp|temat|wątek|тема|konu"
    r"|hilo|tópico|aihe|téma)\s?[-:]\s",
    re.I,
)
# What phpBB writes between its board's name and the topic, in the board's language.
_VIEWED_RE: Final = late_pattern(
    r"^.{1,100}?\s(?:::|•)\s(?:view topic|thema anzeigen|voir le sujet|ver tema"
    r"|(?:leggi|visualizza) argomento|bekijk onderwerp|zobacz temat|wyświetl temat|просмотр темы"
    r"|перегляд теми|(?:exibir|ver) tópico|zobrazit téma|vis emne|vis tråd|visa ämne|visa tråd"
    r"|näytä viesti(?:ketju)?|téma megtekintése|témamegtekintés|başlık görüntüleniyor"
    r"|vezi subiect(?:ul)?|pogledaj temu)\s-\s(?=\S)",
    re.I,
)
# Which of a thread's pages it is, set off behind the topic.
_PAGE_RE: Final = late_pattern(
    r"(?:\s[|/–—-]\s|\s?[(\[])(?:page|seite|página|pagina|strona|strana|страница|sayfa|sida|side|sivu)"
    r"\s\d{1,4}[)\]]?$",
    re.I,
)
_NUMBERED_RE: Final = re.compile(r"\s·\s(?:Issue|Pull Request|Discussion)\s#\d{1,9}\b")
_POSTED_RE: Final = re.compile(r"\s(?:posted|published|updated|last updated)\s(?:on|by|at|in)\b", re.I)
# A part in bars behind three words or more is a section or an offer, and names no part of the headline.
_BAR_RE: Final = re.compile(r"\s[|/]\s")
_MIN_WORDS: Final = 3
_MENU_WORDS: Final = 2  # of a title that is the headline in short, as in a menu
_FILE_RE: Final = late_pattern(
    r"(?:untitled(?: document)?|notebook|document|index|readme)\d*|\S+_\S+"
    r"|\S+\.(?:ipynb|docx?|odt|pdf|tex|indd|md|rst|txt)",
    re.I,
)
_CLEARLY: Final = 0.5  # share of the address's words that the other title has more, to outweigh the <h1>


def headline(
    titles: Sequence[str],
    shown: Sequence[str],
    sites: Sequence[str],
    front: bool = False,
    address: frozenset[str] = frozenset(),
) -> str:
    """The page's headline.

    A visible headline that a title begins or ends with is it: the page itself says where the title
    ends. So is the only one on the page if half of its words are in the titles, or, failing that, if
    the address has more of its words than of theirs, or the title is only "Home", the name of a file, or
    one or two of its words.

    Args:
        titles: Titles the metadata give, most trusted first; cleaned.
        shown: Texts of the `<h1>` elements; cleaned.
        sites: Names of the site and its host.
        front: The page is a site's front page, whose name and motto are its headline.
        address: Words of the last part of the page's address, lower case.
    """
    known = marks_of(sites)
    if front and titles:
        return without_known(titles[0], known)
    return _trimmed(_choose(titles, shown, sites, known, address))


def without_badges(shown: Sequence[str], kernels: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Visible headlines, without their badges where a title has what is left and none has both.

    Args:
        shown: Texts of the `<h1>` elements; cleaned.
        kernels: The same without what may be a badge; cleaned.
        titles: Titles the metadata give; cleaned.
    """
    letters, simple = [squash(title) for title in titles], [*map(plain, titles)]
    if any(squash(line) in title for line in shown for title in letters):
        return [*shown]
    told = [kernel for kernel in kernels if any(holds(whole, plain(kernel)) for whole in simple)]
    return [next((kernel for kernel in told if kernel in line), line) for line in shown]


def settled(stated: str, shown: str) -> str:
    """The page's title of the one that it states and the headline that was found in its text.

    The stated one, as headlines have kickers, sections and slogans in them, unless it is the shown one, which
    is then written as readers see it, or that with something set off.

    Args:
        stated: Title of the metadata, "" where there is none.
        shown: Words of the headline.
    """
    if not stated or not shown:
        return stated or shown
    if squash(stated) == squash(shown):
        return shown
    is_part = len(shown) * _MOST_BESIDE_SHOWN >= len(stated) and holds(plain(stated), plain(shown))
    return shown if is_part else stated


def _choose(
    titles: Sequence[str],
    shown: Sequence[str],
    sites: Sequence[str],
    known: Sequence[str],
    address: frozenset[str],
) -> str:
    lines = [_without_posted(line.rstrip(_PERMALINK)) for line in shown]
    folded = {line: plain(line) for line in lines if (sign := squash(line)) and sign not in known}
    simple = [*map(plain, titles)]
    owners = [line for line, part in folded.items() if _is_owner(part, simple, known, address)]
    lines = [line for line in folded if line not in owners]
    for line in sorted(lines, key=lambda line: not any(whole.startswith(folded[line]) for whole in simple)):
        part, most = folded[line], len(line) * _MOST_BESIDE
        if any(most >= len(whole) and holds(whole, part) for whole in simple):
            return without_known(line, known)
    stated = _stated(titles[_is_cut(simple) :], (*sites, *owners), known)
    if len(lines) == 1 and stated:
        line, other = folded[lines[0]], plain(stated)
        gain = _shared_of(address, line) - _shared_of(address, other)
        is_other = _shared(line, simple) < _SHARED_WORDS
        if _is_short_form(stated, lines[0]) or (gain > 0 if is_other else gain > -_CLEARLY):
            return without_known(lines[0], known)
    return stated or (lines or [""])[0]


def _is_short_form(title: str, line: str) -> bool:
    """Whether a title tells less than a visible headline: it is "Home", a file, or a few of its words."""
    if title.casefold() in HOME or _FILE_RE.fullmatch(title):
        return True
    parts, words = [words_of(plain(part)) for part in parts_of(title)], words_of(plain(line))
    is_brief = all(len(part) <= _MENU_WORDS + 1 for part in parts)
    return is_brief and any(len(part) <= _MENU_WORDS and part < words for part in parts if part)


def _stated(titles: Sequence[str], sites: Sequence[str], known: Sequence[str]) -> str:
    """The first title that is more than the site's name, without that; "" where there is none."""
    first = ""
    for title in titles:
        stripped = without_site(title, sites)
        if squash(stripped) not in known:
            return stripped
        first = first or stripped
    return first


def _trimmed(title: str) -> str:
    """A title without what software sets before and behind it."""
    title = _VIEWED_RE.sub("", title, count=1) if " :: " in title or " • " in title else title
    title = _BEFORE_RE.sub("", title, count=1) if _BEFORE_RE.match(title) else title
    if "·" in title:
        title = _NUMBERED_RE.split(title, maxsplit=1)[0]
    head = _BAR_RE.split(title)[0] if "|" in title or "/" in title else title
    title = head if len(head.split()) >= _MIN_WORDS else title
    return _PAGE_RE.sub("", title) or title if title.rstrip(")]")[-1:].isdigit() else title


def _without_posted(line: str) -> str:
    """A line without "Posted on" and what follows, where that has a date or the like."""
    posted = _POSTED_RE.search(line) if "ed" in line.lower() else None  # as in "posted"
    dated = posted is not None and any(char.isdigit() for char in line[posted.end() :])
    return line[: posted.start()] if posted and dated else line


def _shared_of(address: frozenset[str], line: str) -> float:
    """Share of the address's words that are in a line."""
    return len(address & words_of(line)) / len(address) if address else 0.0


def _is_owner(part: str, titles: Sequence[str], known: Sequence[str], address: frozenset[str]) -> bool:
    """Whether a visible headline is the name of the site or the book, and the page's own stands beside it.

    So it is where a title ends with it and the other part is longer, or the page's address has more of its
    words. And where a title begins with it ("Blog: Post") and another title is the other part.
    """
    return any(
        _outweighs(split_tail(whole, part), part, address)
        or (
            (rest := split_head(whole, part)) in titles
            and squash(rest) not in known
            and _outweighs(rest, part, address)
        )
        for whole in titles
    )


def _outweighs(other: str, part: str, address: frozenset[str]) -> bool:
    """Whether rather the other part of a title is the headline."""
    return bool(other) and (len(part) < len(other) or _shared_of(address, other) > _shared_of(address, part))


def _shared(line: str, titles: Sequence[str]) -> float:
    """Share of a line's different words that are in the titles."""
    words = words_of(line)
    others = {word for title in titles for word in words_of(title)}
    return len(words & others) / len(words) if words else 0.0


def _is_cut(titles: Sequence[str]) -> bool:
    """Whether the first title is the beginning of another: search engines ask for 110 characters."""
    first = titles[0].rstrip(".… ") if titles else ""
    return any(title.startswith(first) and not holds(title, titles[0]) for title in titles[1:])
