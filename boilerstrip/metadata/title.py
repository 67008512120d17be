"""The headline of a page among its titles, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from boilerstrip.metadata.strings import squash
from boilerstrip.patterns import late_pattern

__all__ = ["headline", "settled", "without_site"]

# A separator with white space around it ends a title; a colon needs white space after it only.
_SEPARATOR_RE: Final = re.compile(r"\s+[|–—·•»«/~-]+\s+|\s+::\s+|:\s+|\s[|»]|[|»]\s")
_SEPARATING: Final = frozenset("|–—·•»«/~-:")
"""Characters of which each separator has one."""
_STRONG_RE: Final = late_pattern(r"[|–—·•»~]|::")
_TAIL_WORDS: Final = 5  # a last part of so many words at most is a site's name rather than a headline
_ENDS_SET_OFF_RE: Final = late_pattern(r"[|–—·•»«/~:-]\s*$")
_ENDS_OWNED_RE: Final = late_pattern(r"[|–—·•»«/~-]\s*$")  # not a colon: what follows that is no owner
_BEGINS_SET_OFF_RE: Final = late_pattern(r"\s*[|–—·•»«/~:-]+\s")
_WORD_RE: Final = late_pattern(r"\w+")
_MOST_BESIDE = 4  # lengths of a visible headline up to which a title that begins or ends with it is one of it
_MOST_BESIDE_SHOWN: Final = 2  # the same of the headline that was found in the text
_SHARED_WORDS: Final = 0.5  # measured on 1,497 pages: better than 0.4 and 0.6
# One form for what writers and their software write in two.
_PLAIN: Final = tuple(zip("‘’“”–—\xa0", "''\"\"-- ", strict=True))
_PERMALINK: Final = " \t#¶§🔗"
# What forum software writes before the topic, and what themes write behind the headline in its element.
_BEFORE_RE: Final = re.compile(r"(?:view topic|thread|topic|r/\w{2,21}(?:\son\sreddit)?)\s?[-:]\s", re.I)
_NUMBERED_RE: Final = re.compile(r"\s·\s(?:Issue|Pull Request|Discussion)\s#\d{1,9}\b")
_POSTED_RE: Final = re.compile(r"\s(?:posted|published|updated|last updated)\s(?:on|by|at|in)\b", re.I)
# A part in bars behind three words or more is a section or an offer, and names no part of the headline.
_BAR_RE: Final = re.compile(r"\s[|/]\s")
_MIN_WORDS: Final = 3
_CLEARLY: Final = 0.5  # share of the address's words that the other title has more, to outweigh the <h1>


def _is_site(part: str, sites: Sequence[str]) -> bool:
    squashed = squash(part)
    return bool(squashed) and any(
        squashed == site or (len(squashed) > 3 and (site.startswith(squashed) or squashed.startswith(site)))
        for site in sites
    )


def without_site(title: str, sites: Iterable[str]) -> str:
    """The title without a first or last part that is the site's name.

    Args:
        title: "Headline | Site", "Headline - Site", "Site: Headline"; cleaned.
        sites: Names the site is known by, and its host. Where none of them is in the title, a short
            last part after `| – — · »` is taken for one.

    Returns:
        What is left; the title itself where nothing would be.
    """
    known = [squashed for site in sites if len(squashed := squash(site)) > 1]
    kept = _without_known(title, known)
    spans = _separators(kept)
    while spans and _is_site(kept[: spans[0][0]], known):
        kept, spans = kept[spans[0][1] :], tuple((a - spans[0][1], b - spans[0][1]) for a, b in spans[1:])
    if kept == title and spans:
        cut, after = spans[-1]
        tail = title[after:]
        if _STRONG_RE.search(title[cut:after]) and len(tail.split()) <= _TAIL_WORDS and cut > len(tail):
            kept = title[:cut]
    return kept.strip() or title


def _without_known(title: str, known: Sequence[str]) -> str:
    """The title without last parts that are among these names."""
    end = len(title)
    for start, behind in reversed(_separators(title)):
        if not _is_site(title[behind:end], known):
            break
        end = start
    return title[:end].strip() or title


@lru_cache(maxsize=256)  # the titles of a page are compared with several names
def _separators(title: str) -> tuple[tuple[int, int], ...]:
    """Where the separators of a title are."""
    if _SEPARATING.isdisjoint(title):
        return ()
    return tuple([match.span() for match in _SEPARATOR_RE.finditer(title)])


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
    the address has more of its words than of theirs.

    Args:
        titles: Titles the metadata give, most trusted first; cleaned.
        shown: Texts of the `<h1>` elements; cleaned.
        sites: Names of the site and its host.
        front: The page is a site's front page, whose name and motto are its headline.
        address: Words of the last part of the page's address, lower case.
    """
    known = [squashed for site in sites if len(squashed := squash(site)) > 1]
    if front and titles:
        return _without_known(titles[0], known)
    return _trimmed(_choose(titles, shown, sites, known, address))


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
    is_part = len(shown) * _MOST_BESIDE_SHOWN >= len(stated) and _holds(_plain(stated), _plain(shown))
    return shown if is_part else stated


def _choose(
    titles: Sequence[str],
    shown: Sequence[str],
    sites: Sequence[str],
    known: Sequence[str],
    address: frozenset[str],
) -> str:
    lines = [_without_posted(line.rstrip(_PERMALINK)) for line in shown]
    folded = {line: _plain(line) for line in lines if (sign := squash(line)) and sign not in known}
    plain = [*map(_plain, titles)]
    owners = [line for line, part in folded.items() if any(_is_tail(whole, part, address) for whole in plain)]
    lines = [line for line in folded if line not in owners]
    for line in sorted(lines, key=lambda line: not any(whole.startswith(folded[line]) for whole in plain)):
        part, most = folded[line], len(line) * _MOST_BESIDE
        if any(most >= len(whole) and _holds(whole, part) for whole in plain):
            return _without_known(line, known)
    stated = _stated(titles[_is_cut(plain) :], (*sites, *owners), known)
    if len(lines) == 1 and stated:
        line, other = folded[lines[0]], _plain(stated)
        gain = _shared_of(address, line) - _shared_of(address, other)
        if gain > 0 if _shared(line, plain) < _SHARED_WORDS else gain > -_CLEARLY:
            return _without_known(lines[0], known)
    return stated or (lines or [""])[0]


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
    title = _BEFORE_RE.sub("", title, count=1) if _BEFORE_RE.match(title) else title
    if "·" in title:
        title = _NUMBERED_RE.split(title, maxsplit=1)[0]
    head = _BAR_RE.split(title)[0] if "|" in title or "/" in title else title
    return head if len(head.split()) >= _MIN_WORDS else title


def _without_posted(line: str) -> str:
    """A line without "Posted on" and what follows, where that has a date or the like."""
    posted = _POSTED_RE.search(line) if "ed" in line.lower() else None  # as in "posted"
    dated = posted is not None and any(char.isdigit() for char in line[posted.end() :])
    return line[: posted.start()] if posted and dated else line


def _shared_of(address: frozenset[str], line: str) -> float:
    """Share of the address's words that are in a line."""
    return len(address & set(_WORD_RE.findall(line))) / len(address) if address else 0.0


def _plain(text: str) -> str:
    folded = text.casefold()
    if not folded.isascii():
        for written, plain in _PLAIN:
            folded = folded.replace(written, plain)
    return folded


def _is_tail(whole: str, part: str, address: frozenset[str]) -> bool:
    """Whether a title ends with the part, and the headline is what stands before it.

    On some sites the `<h1>` is their name, or that of the book. So it is where the other part is longer, or
    the page's address has more of its words.
    """
    before = whole.removesuffix(part)
    if not 0 < len(before) < len(whole) or not _ENDS_OWNED_RE.search(before):
        return False
    return len(part) < len(before) or _shared_of(address, before) > _shared_of(address, part)


def _holds(whole: str, part: str) -> bool:
    """Whether a title is the part, or the part and something set off by a separator."""
    start = whole.find(part)
    if start < 0:
        return False
    before, after = whole[:start], whole[start + len(part) :]
    return (not before.strip() or bool(_ENDS_SET_OFF_RE.search(before))) and (
        not after.strip() or bool(_BEGINS_SET_OFF_RE.match(after))
    )


def _shared(line: str, titles: Sequence[str]) -> float:
    """Share of a line's different words that are in the titles."""
    words = set(_WORD_RE.findall(line))
    others = {word for title in titles for word in _WORD_RE.findall(title)}
    return len(words & others) / len(words) if words else 0.0


def _is_cut(titles: Sequence[str]) -> bool:
    """Whether the first title is the beginning of another: search engines ask for 110 characters."""
    first = titles[0].rstrip(".… ") if titles else ""
    return any(title.startswith(first) and not _holds(title, titles[0]) for title in titles[1:])
