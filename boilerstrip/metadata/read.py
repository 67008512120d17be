"""Facts to `Metadata`: one function for each field; the table in `metadata/__init__.py` says which
source comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.jsonld import Entities, entities, names_of, texts_of
from boilerstrip.metadata.people import author_names, shown_authors, site_marks, without_sites
from boilerstrip.metadata.strings import clean, distinct, host_of, squash, web_url
from boilerstrip.metadata.title import headline
from boilerstrip.page import Metadata

__all__ = ["base_url", "read_metadata"]

_TITLES: Final = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
    "headline",
)
_AUTHORS: Final = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "author",
    "og:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "authors",
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article:published",
    "published_time",
    "publish_date",
    "publish-date",
    "publishdate",
    "published-date",
    "pubdate",
    "date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "uploaddate",
)
_MODIFIED: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "article.updated",
    "last-modified",
    "lastmod",
    "revised",
    "modified",
)
_DESCRIPTIONS: Final = ("og:description", "description", "twitter:description", "dc.description", "dcterms.abstract")
_IMAGES: Final = ("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src", "image")
_KEYWORDS: Final = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject", "citation_keywords")

# "Written by" as WordPress labels the first pair of a Twitter card, by language.
_WRITTEN_BY: Final = frozenset(
    {"written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door"}
    | {"napisane przez", "skrevet av", "skriven av", "написано автором", "автор"}
)
_HOME: Final = frozenset({"home", "homepage", "start", "startseite", "accueil", "inicio", "início", "strona główna"})
_LANGUAGE_RE: Final = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z0-9-]{1,20})?", re.I)
_KEYWORD_RE: Final = re.compile(r"\s?[,;]\s?")
_MAX_TAGS: Final = 50
_MAX_KEYWORD: Final = 80  # characters; longer is a sentence
# Names that sites make up themselves: "w-published-date", "cludo:date", "ms.date".
_DATE_KEY_RE: Final = re.compile(r"publish(?:ed)?[-_.:]?(?:date|time|at|on)?$|(?:^|[-_.:])date$|pubdate$|publicationdate$")
_PUBLISHED_LABEL_RE: Final = re.compile(r"datepublished|pubdate|publish|entry-date|post-date|posted|created|article")
_MODIFIED_LABEL_RE: Final = re.compile(r"datemodified|updated|modified")


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
    base = base_url(facts, url)
    found = entities(facts.json_ld, clean(facts.title) or facts.first("og:title"))
    language = _language(facts, found)
    address = _address(facts, web_url(url), base)
    host = host_of(address)
    names = _site_names(facts, found)
    sites = (*names, host or "", *_host_names(host))
    front = address is not None and _is_root(address)
    published, modified = _dates(facts, found, month_first=language in (None, "en", "en-US"))
    day = published or modified
    authors = _authors(facts, found, site_marks(sites))
    return Metadata(
        title=_title(facts, found, (*sites, *found.owners), front),
        authors=authors,
        author="; ".join(authors) or None,
        date=day[:10] if day else None,
        published=published,
        modified=modified,
        sitename=(names or _site_in_title(facts, host) or (None,))[0],
        url=address,
        hostname=host,
        description=next(iter([*texts_of(found.main.get("description")), *facts.every(*_DESCRIPTIONS)]), None),
        language=language,
        image=_image(facts, found, base),
        categories=_categories(facts, found),
        tags=_tags(facts, found),
        license=_license(facts, found, base),
    )


def _title(facts: Facts, found: Entities, sites: tuple[str, ...], front: bool) -> str | None:
    titles = [*texts_of(found.main.get("headline")), *texts_of(found.main.get("name"))]
    titles += [*facts.every(*_TITLES), clean(facts.title)]
    shown = [clean(text) for text in facts.headlines]
    return headline([*dict.fromkeys(title for title in titles if title)], shown, sites, front) or None


def _authors(facts: Facts, found: Entities, marks: frozenset[str]) -> tuple[str, ...]:
    """The first source that names somebody else than the site; the site where it signs itself."""
    own: tuple[str, ...] = ()
    for names in _author_sources(facts, found):
        if authors := without_sites(names, marks):
            return authors
        own = own or distinct(names)
    return own


def _author_sources(facts: Facts, found: Entities) -> Iterator[list[str]]:
    for value in (found.main.get("author"), found.main.get("creator"), found.page.get("author")):
        names = names_of(value, found.by_id)
        yield author_names(names, whole=len(names) > 1)
    for key in _AUTHORS:
        if key in facts.metas:
            yield author_names(facts.every(key))
    for label, content in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if facts.first(label).casefold() in _WRITTEN_BY:
            yield author_names([facts.first(content)])
    yield shown_authors([clean(text) for text in facts.bylines])
    yield shown_authors([clean(link.text) for link in facts.links if "author" in link.rel][:1])


def _dates(facts: Facts, found: Entities, month_first: bool) -> tuple[str | None, str | None]:
    """Published and modified."""
    first = [found.main.get(key) for key in ("datePublished", "dateCreated", "uploadDate")]
    first += [found.page.get("datePublished"), found.published, *facts.every(*_PUBLISHED)]
    first += [text for key in facts.metas if _DATE_KEY_RE.search(key) for text in facts.every(key)]
    last = [found.main.get("dateModified"), found.page.get("dateModified"), *facts.every(*_MODIFIED)]
    times = [(time.value, time.label) for time in facts.times]
    first += [value for value, label in times if _PUBLISHED_LABEL_RE.search(label)][:1]
    last += [value for value, label in times if _MODIFIED_LABEL_RE.search(label)][:1]
    days = {value for value, _ in times}
    first += list(days) if len(days) == 1 else []
    first += facts.datelines
    return _first_date(first, month_first), _first_date(last, month_first)


def _first_date(values: list[object], month_first: bool) -> str | None:
    for value in values:
        if (text := clean(value)) and (day := iso_date(text, month_first)):
            return day
    return None


def _address(facts: Facts, url: str | None, base: str | None) -> str | None:
    """The canonical address, unless it is just the front page of somewhere deeper."""
    canonical = [link.href for link in facts.links if "canonical" in link.rel]
    for candidate in [*canonical, *facts.every("og:url")]:
        address = web_url(candidate, base)
        if address and (url is None or not _is_root(address) or _is_root(url)):
            return address
    return url


def _is_root(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _host_names(host: str | None) -> tuple[str, ...]:
    """What a host's name says the site is called: "news.example.co.uk" gives "example"."""
    labels = (host or "").split(".")[:-1]
    return tuple(label for label in labels if len(label) > 3)[-1:]


def _site_names(facts: Facts, found: Entities) -> tuple[str, ...]:
    names = [*facts.every("og:site_name"), *found.site, *facts.every("application-name", "dc.publisher")]
    return distinct([name for name in names if "://" not in name])


def _site_in_title(facts: Facts, host: str | None) -> tuple[str, ...]:
    """The last part of the title where it is the host's name."""
    tail = re.split(r"\s[|–—·»-]\s", clean(facts.title))[-1]
    squashed = squash(tail)
    return (tail,) if squashed and squashed in {squash(name) for name in _host_names(host)} else ()


def _language(facts: Facts, found: Entities) -> str | None:
    inner = texts_of(found.main.get("inLanguage")) + texts_of(found.page.get("inLanguage"))
    for value in [clean(facts.language), *facts.every("og:locale", "content-language", "language", "dc.language"), *inner]:
        match = _LANGUAGE_RE.fullmatch(value.split(",")[0].strip().replace("_", "-"))
        if match:
            language, script, region = match.groups()
            parts = [language.lower(), script.title() if script else "", region.upper() if region else ""]
            return "-".join(part for part in parts if part)
    return None


def _image(facts: Facts, found: Entities, base: str | None) -> str | None:
    value = found.main.get("image") or found.main.get("thumbnailUrl")
    listed = value if isinstance(value, list) else [value]
    inner = [found.by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else item for item in listed[:5]]
    addresses = [item.get("url") or item.get("contentUrl") if isinstance(item, dict) else item for item in inner]
    addresses += facts.every(*_IMAGES)
    addresses += [link.href for link in facts.links if "image_src" in link.rel]
    return next((address for value in addresses if (address := web_url(value, base))), None)


def _categories(facts: Facts, found: Entities) -> tuple[str, ...]:
    sections = texts_of(found.main.get("articleSection"))
    sections += facts.every("article:section", "parsely-section", "articlesection", "category")
    if not sections:
        trail = [name for name in found.trail if name]
        start = 1 if trail and (trail[0].casefold() in _HOME or len(trail) > 1) else 0
        sections = trail[start:-1]
    return distinct(sections)[:_MAX_TAGS]


def _tags(facts: Facts, found: Entities) -> tuple[str, ...]:
    tags = facts.every("article:tag", "og:article:tag", "video:tag")
    lists = [*texts_of(found.main.get("keywords")), *facts.every(*_KEYWORDS)]
    tags += [word for words in lists for word in _KEYWORD_RE.split(words)]
    tags += [clean(link.text) for link in facts.links if "tag" in link.rel]
    return distinct([tag.strip() for tag in tags if len(tag) <= _MAX_KEYWORD])[:_MAX_TAGS]


def _license(facts: Facts, found: Entities, base: str | None) -> str | None:
    linked: list[object] = [link.href for link in facts.links if "license" in link.rel]
    value = found.main.get("license") or found.page.get("license")
    linked.append(value.get("url") or value.get("@id") if isinstance(value, dict) else value)
    rights = facts.every("dc.rights", "dcterms.license", "dcterms.rights", "license")
    for candidate in [*linked, *rights]:
        if address := web_url(candidate, base if candidate in linked else None):
            return address
    return next((text for text in [clean(value), *rights] if text and text.startswith("CC")), None)
