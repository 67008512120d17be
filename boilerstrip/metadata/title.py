"""The headline of a page among its titles, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["headline", "without_site"]

# A separator with white space around it ends a title; a colon needs white space after it only.
_SEPARATOR_RE: Final = re.compile(r"\s+[|–—·•»«/~-]+\s+|\s+::\s+|:\s+|\s[|»]|[|»]\s")
_STRONG_RE: Final = re.compile(r"[|–—·•»~]|::")
_TAIL_WORDS: Final = 5  # a last part of so many words at most is a site's name rather than a headline
_PERMALINK: Final = " \t#¶§🔗"


def squash(text: str) -> str:
    """Letters and digits alone, to compare what differs in quotes, dashes and blanks."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _is_site(part: str, sites: Sequence[str]) -> bool:
    squashed = squash(part)
    return bool(squashed) and any(
        squashed == site or (len(squashed) > 3 and (site.startswith(squashed) or squashed.startswith(site)))  # noqa: PLR2004
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
    spans = [match.span() for match in _SEPARATOR_RE.finditer(title)]
    if not spans:
        return title
    start, end = 0, len(title)
    while spans and _is_site(title[spans[-1][1] : end], known):
        end = spans.pop()[0]
    while spans and _is_site(title[start : spans[0][0]], known):
        start = spans.pop(0)[1]
    if (start, end) == (0, len(title)) and spans:
        cut, after = spans[-1]
        tail = title[after:]
        if _STRONG_RE.search(title[cut:after]) and len(tail.split()) <= _TAIL_WORDS and cut > len(tail):
            end = cut
    return title[start:end].strip() or title


def headline(titles: Sequence[str], shown: Sequence[str], sites: Sequence[str]) -> str:
    """The page's headline.

    A visible headline that a title contains is it: the page itself says where the title ends.

    Args:
        titles: Titles the metadata give, most trusted first; cleaned.
        shown: Texts of the `<h1>` elements; cleaned.
        sites: Names of the site and its host.
    """
    known = [squash(site) for site in sites]
    candidates = [text for line in shown if (text := line.rstrip(_PERMALINK)) and squash(text) not in known]
    for title in titles:
        squashed = squash(title)
        for text in candidates:
            part = squash(text)
            if part and (squashed.startswith(part) or squashed.endswith(part)):
                return text
    stripped = [without_site(title, sites) for title in titles]
    named = [title for title in stripped if squash(title) not in known]
    return (named or stripped or [""])[0] or (candidates or [""])[0]
