"""Facts to `Metadata`: one function for each field; the table in `metadata/__init__.py` says which
source comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.found import CHANGED
from boilerstrip.metadata.jsonld import Entities, entities, names_of, texts_of
from boilerstrip.metadata.parts import parts_of, set_off
from boilerstrip.metadata.people import author_names, shown_authors, site_marks, without_sites
from boilerstrip.metadata.sites import host_names, owners_of, site_in_title, site_names, telling_titles
from boilerstrip.metadata.sources import (
    AUTHORS,
    DATE_KEY_RE,
    DESCRIPTIONS,
    IMAGES,
    LANGUAGE_RE,
    MODIFIED,
    MODIFIED_KEY_RE,
    MODIFIED_LABEL_RE,
    OTHER_CHANGE_RE,
    OTHER_DATE_RE,
    OTHER_LABEL_RE,
    PUBLISHED,
    PUBLISHED_LABEL_RE,
    TITLES,
    WRITTEN_BY,
)
from boilerstrip.metadata.strings import address_words, clean, distinct, host_of, is_front, squash, web_url
from boilerstrip.metadata.tagged import categories_of, tags_of
from boilerstrip.metadata.title import headline, without_badges
from boilerstrip.metadata.visible import (
    address_date,
    is_listing,
    lines_of_modification,
    lines_of_publication,
    opening_date,
)
from boilerstrip.page import Metadata

__all__ = ["base_url", "read_head", "read_metadata"]

_MIN_NAME: Final = 3  # characters


def base_url(facts: Facts, url: str | None) -> str | None:
    """What relative links of the page resolve against: `<base href>`, else the page's address."""
    own = web_url(url)
    return web_url(facts.base, own) or own


def read_metadata(facts: Facts, url: str | None) -> Metadata:
    """Make the page's metadata. Never raises.

    Args:
        facts: Raw values, from `collect`.
        url: Address the page was served from, where known.
    """
    shown = [clean(text) for text in facts.headlines]
    if "[" in (facts.title or ""):
        facts = facts._replace(title=set_off(clean(facts.title), shown))
    base = base_url(facts, url)
    found = entities(facts.json_ld, clean(facts.title) or facts.first("og:title"))
    language = _language(facts, found)
    address = _address(facts, web_url(url), base)
    host = host_of(address)
    names = site_names(facts, found)
    sites = (*names, host or "", *host_names(host))
    front = address is not None and is_front(address)
    seen = facts._replace(bylines=(), datelines=(), endings=(), times=()) if front else facts
    published, modified = _dates(seen, found, address, month_first=language in (None, "en", "en-US"))
    day = published or modified
    authors = _authors(seen, found, sites)
    titles = _titles(facts, found)
    owners = () if front else owners_of(facts, base, address)
    words = address_words(web_url(url) or address)
    own = (*names, *found.owners, *owners)
    telling = titles if front or len(shown) != 1 else telling_titles(titles, own)
    if facts.kernels:
        shown = without_badges(shown, [clean(text) for text in facts.kernels], titles)
    title = headline(telling, shown, (*sites, *own), front, words) or next(iter(titles), None)
    return Metadata(
        title=title,
        authors=authors,
        author="; ".join(authors) or None,
        date=day[:10] if day else None,
        published=published,
        modified=modified,
        sitename=next(iter((*names, *owners)), None)
        or site_in_title(facts, host, title or "", (*titles, *shown)),
        url=address,
        hostname=host,
        description=_description(facts, found),
        language=language,
        image=_image(facts, found, base),
        categories=categories_of(facts, found),
        tags=tags_of(facts, found),
        license=_license(facts, found, base),
    )


def read_head(facts: Facts, url: str | None, language: str | None) -> Metadata:
    """Authors and date without what only stands in lines, links and `<time>` elements: posts have those."""
    links = tuple([link for link in facts.links if "author" not in link.rel])
    head = facts._replace(bylines=(), datelines=(), endings=(), times=(), links=links)
    found = entities(facts.json_ld, clean(facts.title) or facts.first("og:title"))
    address = _address(facts, web_url(url), base_url(facts, url))
    host = host_of(address)
    sites = (*site_names(facts, found), host or "", *host_names(host))
    published, _ = _dates(head, found, address, month_first=language in (None, "en", "en-US"))
    return Metadata(authors=_authors(head, found, sites), published=published)


def _description(facts: Facts, found: Entities) -> str | None:
    return next(iter(texts_of(found.main.get("description"))), "") or facts.first(*DESCRIPTIONS) or None


def _titles(facts: Facts, found: Entities) -> list[str]:
    """What may be the page's title, most trusted first."""
    titles = [*texts_of(found.main.get("headline")), *texts_of(found.main.get("name"))]
    titles += [*facts.every(*TITLES), clean(facts.title), clean(facts.second)]
    return [*dict.fromkeys(title for title in titles if title)]


def _authors(facts: Facts, found: Entities, sites: tuple[str, ...]) -> tuple[str, ...]:
    """The first source that names somebody else than the site, or who stands behind the title; else those."""
    own: tuple[str, ...] = ()
    marks, beside = site_marks(sites), [squash(part) for part in parts_of(clean(facts.title))[1:]]
    for names in _author_sources(facts, found):
        authors = without_sites(names, marks)
        if not all(_begins_one(author, beside) for author in authors):
            return authors
        own = own or distinct(names)
    return own


def _begins_one(name: str, parts: Sequence[str]) -> bool:
    """Whether a part of the title begins with a name, which then rather is the publication's."""
    sign = squash(name)
    return len(sign) >= _MIN_NAME and any(part.startswith(sign) for part in parts)


def _made_it(name: str, facts: Facts) -> bool:
    """Whether a name is that of who made the page's software: "Discuz! Team" beside "Discuz! X3.4"."""
    software = facts.first("generator").partition(" ")[0].casefold()
    return software != "" and name.casefold().startswith(f"{software} team")


def _author_sources(facts: Facts, found: Entities) -> Iterator[list[str]]:
    for value in (found.main.get("author"), found.main.get("creator"), found.page.get("author")):
        names = names_of(value, found.by_id)
        yield author_names(names, whole=len(names) > 1)
    for key in AUTHORS:
        if key in facts.metas:
            yield author_names([name for name in facts.every(key) if not _made_it(name, facts)])
    for label, content in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if facts.first(label).casefold() in WRITTEN_BY:
            yield author_names([facts.first(content)])
    yield shown_authors([clean(text) for text in facts.bylines])
    yield shown_authors([clean(link.text) for link in facts.links if "author" in link.rel][:1])


def _dates(
    facts: Facts, found: Entities, address: str | None, month_first: bool
) -> tuple[str | None, str | None]:
    """Published and modified."""
    published = _first_date(_published(facts, found, address), month_first)
    return published, _first_date(_modified(facts, found), month_first)


def _published(facts: Facts, found: Entities, address: str | None) -> Iterator[object]:
    yield from (found.main.get(key) for key in ("datePublished", "dateCreated", "uploadDate", "datePosted"))
    yield found.page.get("datePublished")
    yield found.published
    yield from facts.every(*PUBLISHED)
    keys = [key for key in facts.metas if ("date" in key or "publish" in key) and DATE_KEY_RE.search(key)]
    yield from facts.every(*(key for key in keys if not OTHER_DATE_RE.search(key)))
    times = [time for time in facts.times if not OTHER_LABEL_RE.search(time.label)]
    if not is_listing([time.value for time in times]):
        own = [time.value for time in times if not time.place and not _is_of_event(time.value, found)]
        yield from (
            time.value for time in times if PUBLISHED_LABEL_RE.search(time.label) and time.value in own
        )
        if len({time.value for time in times}) == 1:
            yield from own[:1]
    lines = [line for line in lines_of_publication(facts.datelines) if not _is_of_event(line, found)]
    if not is_listing(lines):
        yield from lines
    yield opening_date([time.value for time in facts.times if "review" not in time.label])
    yield address_date(address)


def _is_of_event(line: str, found: Entities) -> bool:
    """Whether a day is that of an event of which the page tells."""
    return bool(found.events) and (iso_date(clean(line)) or "")[:10] in found.events


def _modified(facts: Facts, found: Entities) -> Iterator[object]:
    yield found.main.get("dateModified")
    yield found.page.get("dateModified")
    yield from facts.every(*MODIFIED)
    keys = [key for key in facts.metas if ("updat" in key or "modif" in key) and MODIFIED_KEY_RE.search(key)]
    yield from facts.every(*(key for key in keys if not OTHER_CHANGE_RE.search(key)))
    yield from (time.value for time in facts.times if MODIFIED_LABEL_RE.search(time.label))
    changed = [time.value for time in facts.times if time.place == CHANGED]
    if changed and len({time.value for time in facts.times if not OTHER_LABEL_RE.search(time.label)}) == 1:
        yield from changed
    if not is_listing([time.value for time in facts.times]):
        yield from lines_of_modification(facts.datelines)
    yield from facts.endings


def _first_date(values: Iterable[object], month_first: bool) -> str | None:
    for value in values:
        if (text := clean(value)) and (day := iso_date(text, month_first)):
            return day
    return None


def _address(facts: Facts, url: str | None, base: str | None) -> str | None:
    """The canonical address, unless it is just the front page of somewhere deeper."""
    canonical = [link.href for link in facts.links if "canonical" in link.rel]
    for candidate in [*canonical, *facts.every("og:url")]:
        address = web_url(candidate, base)
        if address and (url is None or not is_front(address) or is_front(url)):
            return address
    return url


def _language(facts: Facts, found: Entities) -> str | None:
    """The declared language as a BCP 47 tag."""
    for value in _languages(facts, found):
        if match := LANGUAGE_RE.fullmatch(value.partition(",")[0].strip().replace("_", "-")):
            language, script, region = match.groups()
            parts = [language.lower(), script.title() if script else "", region.upper() if region else ""]
            return "-".join(part for part in parts if part)
    return None


def _languages(facts: Facts, found: Entities) -> Iterator[str]:
    yield clean(facts.language)
    yield from facts.every("og:locale", "content-language", "language", "dc.language")
    yield from texts_of(found.main.get("inLanguage"))
    yield from texts_of(found.page.get("inLanguage"))


def _image(facts: Facts, found: Entities, base: str | None) -> str | None:
    return next((address for value in _images(facts, found) if (address := web_url(value, base))), None)


def _images(facts: Facts, found: Entities) -> Iterator[object]:
    value = found.main.get("image") or found.main.get("thumbnailUrl")
    for item in (value if isinstance(value, list) else [value])[:5]:
        node = found.by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else item
        yield node.get("url") or node.get("contentUrl") if isinstance(node, dict) else node
    yield from facts.every(*IMAGES)
    yield from (link.href for link in facts.links if "image_src" in link.rel)


def _license(facts: Facts, found: Entities, base: str | None) -> str | None:
    linked: list[object] = [link.href for link in facts.links if "license" in link.rel]
    value = found.main.get("license") or found.page.get("license")
    linked.append(value.get("url") or value.get("@id") if isinstance(value, dict) else value)
    rights = facts.every("dc.rights", "dcterms.license", "dcterms.rights", "license")
    for candidate in [*linked, *rights]:
        if address := web_url(candidate, base if candidate in linked else None):
            return address
    return next((text for text in [clean(value), *rights] if text and text.startswith("CC")), None)
