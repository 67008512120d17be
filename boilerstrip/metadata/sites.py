"""What a page's site is called, by what the page says of it, its address and its links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.jsonld import Entities
from boilerstrip.metadata.parts import parts_of, site_behind
from boilerstrip.metadata.sources import HOME
from boilerstrip.metadata.strings import clean, distinct, host_of, is_front, squash, web_url

__all__ = ["host_names", "owners_of", "site_in_title", "site_names", "telling_titles"]

_FEWEST_PARTS: Final = 2  # of a title that has the site's name beside something else
_MOST_WORDS: Final = 4  # of that name; more is a headline with a word of it
_SHORT: Final = 3  # characters; so few are in many words
_LEAST_SHARE: Final = 0.5  # of the host's name in the first part: products have their maker's name in theirs
_SIGNS: Final = " –—-|»«·•"
_NO_NAMES: Final = frozenset(
    {"www", "blog", "news", "shop", "docs", "support", "help", "forum", "wiki", "com", "co"}
)


def telling_titles(titles: Sequence[str], names: Iterable[str]) -> Sequence[str]:
    """The titles, none where all are only the site's name; that of its host may be what the page is about."""
    marks = {squash(name) for name in names}
    return () if all(squash(title) in marks for title in titles) else titles


def owners_of(facts: Facts, base: str | None, address: str | None) -> tuple[str, ...]:
    """What links to the site's front page say, where it is the whole title, a part of it, or a headline.

    Of a page without an address only the first counts: it may be the front page, "Site: what it is for".
    """
    if not facts.homes:
        return ()
    title, host = clean(facts.title), host_of(address)
    names = [clean(link.text) for link in facts.homes if _leads_home(link.href, base, host)]
    names = [name for name in names if name.casefold() not in HOME]
    if not names:
        return ()
    beside = [*parts_of(title), *map(clean, facts.headlines)] if address else []
    marks = {squash(part) for part in (title, *beside)}
    return distinct([name for name in names if squash(name) in marks])


def _leads_home(href: str, base: str | None, host: str | None) -> bool:
    address = web_url(href, base)
    if address is None:
        return href.strip() == "/"
    return is_front(address) and host in (None, host_of(address))


def host_names(host: str | None) -> tuple[str, ...]:
    """What a host's name says the site is called: "news.example.co.uk" gives "example"."""
    labels = (host or "").split(".")[:-1]
    return tuple(label for label in labels if len(label) > 3)[-1:]


def site_names(facts: Facts, found: Entities) -> tuple[str, ...]:
    """What the page says that its site is called; an application may be the software of many sites."""
    software = squash(facts.first("generator").partition(" ")[0])
    applications = [name for name in facts.every("application-name") if squash(name) != software]
    names = [*facts.every("og:site_name"), *found.site, *applications, *facts.every("dc.publisher")]
    return distinct([name for name in names if "://" not in name and squash(name)])


def site_in_title(facts: Facts, host: str | None, headline: str, said: Sequence[str]) -> str | None:
    """The part of the title that names the site: by its host, or as it stands behind the headline."""
    title, own = clean(facts.title), {squash(name) for name in host_names(host)}
    tail = re.split(r"\s[|–—·»-]\s", title)[-1]
    sign = squash(tail)
    if sign and sign in own:
        return tail
    elsewhere = {squash(line) for line in said if line != title}
    behind = site_behind(title, headline) if squash(headline) in elsewhere - own else ""
    return behind or _of_host(parts_of(title), host, headline)


def _of_host(parts: Sequence[str], host: str | None, headline: str) -> str | None:
    """The last or first of a title's parts that is called as the host is.

    Of 1,070 development pages that state their site's name it finds one in the titles of 617: on 584 that
    name, or one is a part of the other.
    """
    if len(parts) < _FEWEST_PARTS:
        return None
    labels = [label for label in (host or "").split(".")[:-1] if label not in _NO_NAMES]
    first, last, mark = parts[0].strip(_SIGNS), parts[-1].strip(_SIGNS), squash(headline)
    for part, least in ((last, 0.0), (first, _LEAST_SHARE)):
        sign = squash(part)
        if not sign or sign == mark or len(part.split()) > _MOST_WORDS or "://" in part:
            continue
        if any(_is_called(sign, label.replace("-", ""), least) for label in labels):
            return part
    return None


def _is_called(sign: str, label: str, least: float) -> bool:
    """Whether a name is a host's label, has it in it, as such a share of it at least, or is a part of it."""
    if len(label) > _SHORT and label in sign:
        return len(label) >= least * len(sign)
    return sign == label or (len(sign) > _SHORT + 1 and sign in label)
