"""What a page's markup says about the page, as raw strings: read from the tree once, not judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, repeat
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.compiled import compiled
from boilerstrip.metadata.around import headline_of, marked_authors, second_of, shown
from boilerstrip.metadata.found import LICENSED, RELS, gather, text_of
from boilerstrip.metadata.jsonld import Script, parsed
from boilerstrip.metadata.named import AUTHOR_METAS, is_named
from boilerstrip.metadata.sources import MODIFIED
from boilerstrip.metadata.strings import MAX_CHARS, clean, squash
from boilerstrip.patterns import late_pattern

__all__ = ["Facts", "Link", "Time", "collect"]

_Element = etree._Element
COMPILED: Final = compiled("metadata._strings")
"""Cleans contents, where it is built."""

# How many of each are kept; more is a listing or an attack, and says nothing about the page.
_MAX_LINKS: Final = 200
_MAX_SCRIPT_CHARS: Final = 1_048_576  # one block of JSON-LD, 1 MB
_MAX_JSON_CHARS: Final = 4 * _MAX_SCRIPT_CHARS  # all blocks of a page

# The commonest rels that are none of `RELS`, to pass over most links with one look-up.
_OTHER_RELS: Final = frozenset(
    "stylesheet preload icon apple-touch-icon dns-prefetch preconnect alternate modulepreload prefetch"
    " manifest nofollow noopener noreferrer next prev bookmark external home search me".split()
)

_DATE_METAS: Final = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "date",
)
_HOST_RE: Final = late_pattern(r"https?://[^/?#\s]{1,253}/?")
_MAX_BADGE: Final = 30  # characters of what is set off in a headline
_MOST_SIGNS: Final = 3  # elements at its ends of which some show nothing, such as links to it
_FEW_TIMES: Final = 5  # one of so many may be the page's; more are a thread or a listing
_FIRST_LINKS: Final = 12  # among which a page's header links to its site's front page
_TAG_METAS: Final = ("article:tag", "keywords", "news_keywords", "parsely-tags")
# Evaluated by libxml2, but still a walk over all elements.
_RELATED: Final = etree.XPath("descendant::a[@rel]")
_LICENSED: Final = etree.XPath(f"descendant::a[contains(@href, '{LICENSED}')]")


class Link(NamedTuple):
    """A `<link>` or `<a>` with a rel: lower-case rel words, address as written, text of an `<a>`."""

    rel: frozenset[str]
    href: str
    text: str = ""


class Time(NamedTuple):
    """A `<time>`: its datetime or text; its class, itemprop, pubdate and owner as one lower-case string.

    And its place: "" where it may be the page's day, where a page states its date, and where it has many.
    """

    value: str
    label: str
    place: str = ""


class Facts(NamedTuple):
    """Raw values of one page; all strings as written, cut to sizes that cannot hurt.

    Attributes:
        metas: Contents by lower-case property, name or itemprop, in page order.
        title: Text of `<title>`.
        headlines: Texts of the `<h1>` elements that have one.
        second: Text of the heading that the title has behind the only one of those, where that is a link.
        kernels: The headlines without what stands in an element of its own at the beginning or end of them.
        homes: Links that are all of an `<h1>`, and, where the title tells nothing of that, the page's first
            links to a host and nothing else.
        language: lang of the root element, else of `<body>`.
        base: href of `<base>`.
        links: `<link>` elements and, where no meta has tags, `<a>` elements with a rel.
        json_ld: The JSON-LD scripts.
        times: `<time>` elements.
        bylines: What may name the author around the headline, likeliest first; read only where no
            meta and no JSON-LD does.
        datelines: Short texts with a year around the headline, those after it first; read only
            where no meta and no JSON-LD has a date.
        endings: The line at the page's end that says when it was changed; read only where nothing else
            tells a day.
        label: Class and id of the root element and of `<body>`, separated by blanks.
    """

    metas: Mapping[str, tuple[str, ...]]
    title: str
    headlines: tuple[str, ...]
    second: str
    kernels: tuple[str, ...]
    homes: tuple[Link, ...]
    language: str
    base: str
    links: tuple[Link, ...]
    json_ld: tuple[Script, ...]
    times: tuple[Time, ...]
    bylines: tuple[str, ...]
    datelines: tuple[str, ...]
    endings: tuple[str, ...]
    label: str

    def every(self, *keys: str) -> list[str]:
        """Every content of these metas, cleaned, in order of the keys, then of the page."""
        metas = self.metas
        if COMPILED is not None:
            cleaned: list[str] = COMPILED.every(metas, keys, clean)
            return cleaned
        found = [metas[key] for key in keys if key in metas]
        return [text for contents in found for content in contents if (text := clean(content))]

    def first(self, *keys: str) -> str:
        """The first of these contents that is not empty; "" where there is none."""
        for key in keys:
            for content in self.metas.get(key, ()):
                if text := clean(content):
                    return text
        return ""


def collect(root: _Element, seen: object = None) -> Facts:
    """Read what the page says about itself. The tree is not changed; nothing in it raises.

    Args:
        root: The page's first root element.
        seen: What `segment` saw of it, where nothing was changed since.
    """
    found = gather(root, seen)
    metas = found.metas
    json_ld = tuple(_scripts(found.scripts))
    title = next((text[:MAX_CHARS] for said in found.titles if (text := (said or "").strip())), "")
    signed = any(not content.startswith("http") for key in AUTHOR_METAS for content in metas.get(key, ()))
    signed = signed or any('"author"' in block for block in json_ld)
    dated = not metas.keys().isdisjoint(_DATE_METAS) or any('"datePublished"' in block for block in json_ld)
    named = is_named(metas, json_ld, title, found.links)
    texts = [text_of(element) for element in found.headlines]
    second = second_of(root, found.headlines, texts, title)
    sites = metas.get("og:site_name", ())
    shows = (found.headlines, texts, found.seconds, title, sites)
    headline = None if named and dated else headline_of(*shows)
    asked = not dated and 0 < len(found.times) <= _FEW_TIMES
    times = tuple(_times(found.times, _places(root, headline) if asked else ()))
    bylines, datelines = ((), ()) if headline is None else shown(headline, second, not named, not dated)
    endings: tuple[str, ...] = ()
    is_told = dated or times or not metas.keys().isdisjoint(MODIFIED)
    if not (is_told or any('"dateModified"' in block for block in json_ld)):
        from boilerstrip.metadata.ending import changes

        endings = changes(root)
    # Looking through all elements costs a fifth of the parse; microdata has metas or times as a rule.
    marked = marked_authors(root) if found.has_items and not signed and not bylines else ()
    # Tags and licences stand below articles, which are signed or dated, if only for readers; where metas
    # have tags, looking through all links for more would cost a third of all this.
    wanted = bool(signed or dated or bylines or datelines) and metas.keys().isdisjoint(_TAG_METAS)
    related: Iterable[Link] = _related(root, found.related, title) if wanted else ()
    licences = () if any("license" in rel for rel, _ in found.links) else _licences(root, found.related)
    if not (signed or dated):  # a list of news links to who wrote each
        related = (link for link in related if "author" not in link.rel)
    return Facts(
        metas=MappingProxyType(metas),
        title=title,
        headlines=tuple([text for text in texts if text]),
        second=text_of(second) if second is not None else "",
        kernels=tuple(_kernels(found.headlines, texts, title)),
        homes=tuple(_homes(root, found.headlines, texts, title)),
        language=_cut(root.get("lang")) or _cut(root.get("xml:lang")) or _cut(found.body[2]),
        base=next((_cut(address) for address in found.bases if address), ""),
        links=tuple(islice(chain(_links(found.links), related, licences), _MAX_LINKS)),
        json_ld=parsed(json_ld),
        times=times,
        bylines=(*marked, *bylines),
        datelines=datelines,
        endings=endings,
        label=" ".join(map(_cut, (root.get("class"), root.get("id"), *found.body[:2]))),
    )


def _kernels(headlines: Sequence[_Element], texts: Sequence[str], title: str) -> Iterator[str]:
    """Headlines without a badge: a short element at their beginning or end, such as "New" or an age.

    None where the title has one of them as it is, badge and all.
    """
    own = squash(clean(title))
    if any(text and squash(clean(text)) in own for text in texts):
        return
    for element, text in zip(headlines, texts, strict=True):
        inner = element
        while len(inner) == 1 and not (inner.text or inner[0].tail or "").strip():
            inner = inner[0]
        whole = clean(text)
        for is_last in (False, True) if len(inner) else ():
            ends = islice(inner.iterchildren(etree.Element, reversed=is_last), _MOST_SIGNS)
            badge = next(filter(None, (clean(text_of(end, _MAX_BADGE + 1)) for end in ends)), "")
            kernel = (whole.removesuffix(badge) if is_last else whole.removeprefix(badge)).strip()
            if badge and len(badge) <= _MAX_BADGE and len(badge) < len(kernel) < len(whole):
                yield kernel


def _homes(root: _Element, headlines: Sequence[_Element], texts: Sequence[str], title: str) -> Iterator[Link]:
    """Links of which those to the front page name the site."""
    for element, text in zip(headlines, texts, strict=True):
        link = next(element.iter("a"), None) if len(element) else None
        if link is not None and text and text_of(link) == text:
            yield Link(frozenset(), _address(link), text)
    said = squash(clean(title))
    if len(texts) != 1 or not said or said in (own := squash(clean(texts[0]))) or own in said:
        return
    for link in islice(root.iter("a"), _FIRST_LINKS):
        if (address := _address(link).strip()) != "/" and not _HOST_RE.fullmatch(address):
            continue
        picture = next(link.iter("img"), None) if len(link) else None
        if text := text_of(link) or (_cut(picture.get("alt")) if picture is not None else ""):
            yield Link(frozenset(), _address(link), text)


def _address(link: _Element) -> str:
    return (link.get("href") or "")[: 8 * MAX_CHARS]


def _cut(value: str | None) -> str:
    return (value or "")[: 4 * MAX_CHARS]


def _scripts(found: Iterable[tuple[str | None, str | None]]) -> Iterator[str]:
    room = _MAX_JSON_CHARS
    for kind, text in found:
        if text and "ld+json" in (kind or "")[:100].lower() and len(text) <= min(_MAX_SCRIPT_CHARS, room):
            room -= len(text)
            yield text


def _links(found: Iterable[tuple[str, str | None]]) -> Iterator[Link]:
    """The links that say something about the page; style sheets, icons and nofollow do not."""
    for words, address in found:
        if rel := _telling(words):
            yield Link(rel, (address or "")[: 8 * MAX_CHARS])


def _related(root: _Element, found: list[_Element] | None, title: str) -> Iterator[Link]:
    """The same of links that readers see; tags of other posts are none of the page's."""
    for element in _RELATED(root) if found is None else found:
        if rel := _telling(element.get("rel") or ""):
            if "tag" in rel:
                from boilerstrip.metadata.entries import is_of_teaser

                if is_of_teaser(element, squash(clean(title))):
                    continue
            text = text_of(element) if "tag" in rel or "author" in rel else ""
            yield Link(rel, _address(element), text)


def _licences(root: _Element, found: list[_Element] | None) -> Iterator[Link]:
    """Links to licences that do not say by a rel that they are the page's."""
    for element in _LICENSED(root) if found is None else found:
        if LICENSED in _address(element) and "license" not in (element.get("rel") or ""):
            from boilerstrip.metadata.ending import is_licence

            if is_licence(element):
                yield Link(frozenset({"license"}), _address(element))


def _telling(words: str) -> frozenset[str]:
    """The words of a rel where one of them says something about the page, none where not."""
    if not words or words in _OTHER_RELS:
        return frozenset()
    rel = frozenset(words[:MAX_CHARS].lower().split())
    return frozenset() if RELS.isdisjoint(rel) else rel


def _places(root: _Element, headline: _Element | None) -> Iterable[str]:
    from boilerstrip.metadata.place import places

    return places(root, headline)


def _times(
    found: Iterable[tuple[str | None, str | None, str | None, str | None, bool, str]], places: Iterable[str]
) -> Iterator[Time]:
    for (stated, text, names, item, is_published, owner), place in zip(
        found, chain(places, repeat("")), strict=False
    ):
        value = _cut(stated) or (text or "")[:MAX_CHARS]
        if value.strip():
            marks = (_cut(names), _cut(item), "pubdate" if is_published else "", owner)
            yield Time(value, " ".join(marks).lower(), place)
