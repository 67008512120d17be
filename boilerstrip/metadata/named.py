"""Whether a page states who wrote it, so that nobody need look for a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from boilerstrip.metadata.people import author_names
from boilerstrip.metadata.strings import clean, host_of, squash
from boilerstrip.patterns import late_pattern

__all__ = ["AUTHOR_METAS", "is_named"]

AUTHOR_METAS: Final = (
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
"""Names of the metas that state it."""
_NAME: Final = r'\s{0,20}:\s{0,20}[\[{\s]{0,20}[^{}\[\]]{0,400}?"name"\s{0,20}:\s{0,20}"([^"\\]{1,100})"'
_JSON_AUTHOR_RE: Final = late_pattern(f'"author"{_NAME}')
_JSON_SITE_RE: Final = late_pattern(f'"publisher"{_NAME}')


def is_named(
    metas: Mapping[str, tuple[str, ...]],
    json_ld: Sequence[str],
    title: str,
    links: Sequence[tuple[str, str | None]],
) -> bool:
    """Whether somebody else than the site is named as an author; else it is worth looking for a byline.

    Args:
        metas: Contents by name.
        json_ld: Texts of the scripts.
        title: Text of `<title>`.
        links: rel and href of `<link>` elements.
    """
    names = [content for key in AUTHOR_METAS for content in metas.get(key, ())]
    names += _said(_JSON_AUTHOR_RE, json_ld, '"author"')
    people = author_names([clean(name) for name in names if not name.startswith("http")])
    if not people:
        return False
    own = squash(" ".join((title, *metas.get("og:site_name", ()))))
    signs = [sign for name in people if (sign := squash(name)) and sign not in own]
    if not signs:
        return False
    sites = [*_said(_JSON_SITE_RE, json_ld, '"publisher"'), *_hosts(metas, links)]
    marks = {squash(clean(site)) for site in sites}
    return any(sign not in marks for sign in signs)


def _said(pattern: re.Pattern[str], blocks: Sequence[str], key: str) -> Iterator[str]:
    """The names that scripts give behind the first such key."""
    for block in blocks:
        place = block.find(key)
        if place >= 0 and (found := pattern.match(block, place)):
            yield found[1]


def _hosts(metas: Mapping[str, tuple[str, ...]], links: Sequence[tuple[str, str | None]]) -> Iterator[str]:
    """What hosts of the page's own addresses are called: "news.example.org" gives "example"."""
    canonical = [address for rel, address in links if "canonical" in rel]
    for address in (*canonical, *metas.get("og:url", ())):
        yield from (host_of(address) or "").split(".")[:-1][-1:]
