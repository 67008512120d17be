"""What a page's markup says about the page, as raw strings: read from the tree once, not judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.metadata.around import headline_of, marked_authors, shown, text_of
from boilerstrip.metadata.strings import MAX_CHARS, clean, squash
from boilerstrip.patterns import late_pattern

__all__ = ["Facts", "Link", "Time", "collect"]

_Element = etree._Element

# How many of each are kept; more is a listing or an attack, and says nothing about the page.
_MAX_METAS: Final = 1_000
_MAX_HEADLINES: Final = 10
_MAX_LINKS: Final = 200
_MAX_TIMES: Final = 50
_MAX_SCRIPT_CHARS: Final = 1_048_576  # one block of JSON-LD, 1 MB
_MAX_JSON_CHARS: Final = 4 * _MAX_SCRIPT_CHARS  # all blocks of a page

_TAGS: Final = ("title", "meta", "link", "script", "time", "h1", "base", "body")
_RELS: Final = frozenset({"canonical", "license", "author", "tag", "image_src"})
# The commonest that are none of them, to pass over most links with one look-up.
_OTHER_RELS: Final = frozenset(
    "stylesheet preload icon apple-touch-icon dns-prefetch preconnect alternate modulepreload prefetch"
    " manifest nofollow noopener noreferrer next prev bookmark external home search me".split()
)

_AUTHOR_METAS: Final = (
    "author",
    "article:author",
    "citation_author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_JSON_AUTHOR_RE: Final = late_pattern(
    r'"author"\s{0,20}:\s{0,20}[\[{\s]{0,20}[^{}\[\]]{0,400}?"name"\s{0,20}:\s{0,20}"([^"\\]{1,100})"'
)
_DATE_METAS: Final = (
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "parsely-pub-date",
    "date",
)
_META_KINDS: Final = ("property", "name", "itemprop")
_TAG_METAS: Final = ("article:tag", "keywords", "news_keywords", "parsely-tags")
# Evaluated by libxml2, but still a walk over all elements.
_RELATED: Final = etree.XPath("descendant::a[@rel]")


class Link(NamedTuple):
    """A `<link>` or `<a>` with a rel: lower-case rel words, address as written, text of an `<a>`."""

    rel: frozenset[str]
    href: str
    text: str = ""


class Time(NamedTuple):
    """A `<time>`: its datetime or text, and its class, itemprop and pubdate as one lower-case string."""

    value: str
    label: str


class Facts(NamedTuple):
    """Raw values of one page; all strings as written, cut to sizes that cannot hurt.

    Attributes:
        metas: Contents by lower-case property, name or itemprop, in page order.
        title: Text of `<title>`.
        headlines: Texts of the `<h1>` elements that have one.
        language: lang of the root element.
        base: href of `<base>`.
        links: `<link>` elements and, where no meta has tags, `<a>` elements with a rel.
        json_ld: Texts of the JSON-LD scripts, unparsed.
        times: `<time>` elements.
        bylines: What may name the author around the headline, likeliest first; read only where no
            meta and no JSON-LD does.
        datelines: Short texts with a year around the headline, those after it first; read only
            where no meta and no JSON-LD has a date.
    """

    metas: Mapping[str, tuple[str, ...]]
    title: str
    headlines: tuple[str, ...]
    language: str
    base: str
    links: tuple[Link, ...]
    json_ld: tuple[str, ...]
    times: tuple[Time, ...]
    bylines: tuple[str, ...]
    datelines: tuple[str, ...]
    label: str

    def every(self, *keys: str) -> list[str]:
        """Every content of these metas, cleaned, in order of the keys, then of the page."""
        found = [content for key in keys if key in self.metas for content in self.metas[key]]
        return [text for content in found if (text := clean(content))]

    def first(self, *keys: str) -> str:
        """The first of these contents that is not empty; "" where there is none."""
        return next(iter(self.every(*keys)), "")


def collect(root: _Element) -> Facts:
    """Read what the page says about itself. The tree is not changed; nothing in it raises."""
    found: dict[str, list[_Element]] = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        found[str(element.tag)].append(element)
    metas = _metas(found["meta"])
    json_ld = tuple(_scripts(found["script"]))
    title = _title(found["title"])
    signed = any(not content.startswith("http") for key in _AUTHOR_METAS for content in metas.get(key, ()))
    signed = signed or any('"author"' in block for block in json_ld)
    dated = not metas.keys().isdisjoint(_DATE_METAS) or any('"datePublished"' in block for block in json_ld)
    named = _is_named(metas, json_ld, title)
    headline = None if named and dated else headline_of(root, found["h1"], title)
    bylines, datelines = shown(headline, not named, not dated) if headline is not None else ((), ())
    # Looking through all elements costs a fifth of the parse; microdata has metas or times as a rule.
    has_items = any(element.get("itemprop") for element in found["meta"] + found["time"])
    marked = marked_authors(root) if has_items and not signed and not bylines else ()
    # Tags and licences stand below articles, which are signed or dated; where metas have tags,
    # looking through all links for more would cost a third of all this.
    wanted = (signed or dated) and metas.keys().isdisjoint(_TAG_METAS)
    linking = found["link"] + _RELATED(root) if wanted else found["link"]
    return Facts(
        metas=MappingProxyType(metas),
        title=title,
        headlines=tuple(text for element in found["h1"][:_MAX_HEADLINES] if (text := text_of(element))),
        language=_attribute(root, "lang") or _attribute(root, "xml:lang"),
        base=next((_attribute(element, "href") for element in found["base"] if element.get("href")), ""),
        links=tuple(islice(_links(linking), _MAX_LINKS)),
        json_ld=json_ld,
        times=tuple(_times(found["time"][:_MAX_TIMES])),
        bylines=(*marked, *bylines),
        datelines=datelines,
        label=" ".join(
            _attribute(element, name) for element in (root, *found["body"][:1]) for name in ("class", "id")
        ),
    )


def _is_named(metas: Mapping[str, tuple[str, ...]], json_ld: Sequence[str], title: str) -> bool:
    """Whether somebody else than the site is named as an author; else it is worth looking for a byline."""
    names = [content for key in _AUTHOR_METAS for content in metas.get(key, ())]
    for block in json_ld:
        place = block.find('"author"')
        if place >= 0 and (found := _JSON_AUTHOR_RE.match(block, place)):
            names.append(found[1])
    own = squash(" ".join((title, *metas.get("og:site_name", ()))))
    signs = (squash(clean(name)) for name in names if not name.startswith("http"))
    return any(sign and sign not in own for sign in signs)


def _attribute(element: _Element, name: str) -> str:
    return (element.get(name) or "")[: 4 * MAX_CHARS]


def _metas(elements: list[_Element]) -> dict[str, tuple[str, ...]]:
    contents: dict[str, list[str]] = {}
    for element in elements[:_MAX_METAS]:
        stated = dict(element.items())  # one call for all of them
        content = stated.pop("content", "")
        if not content:
            continue
        kinds = [stated[kind] for kind in _META_KINDS if kind in stated]
        for key in kinds if any(kinds) else [stated.get("http-equiv", "")]:
            for word in key[:100].lower().split():
                contents.setdefault(word, []).append(content[: 4 * MAX_CHARS])
    return {key: tuple(values) for key, values in contents.items()}


def _scripts(elements: list[_Element]) -> Iterator[str]:
    room = _MAX_JSON_CHARS
    for element in elements:
        if "ld+json" not in (element.get("type") or "")[:100].lower():
            continue
        text = element.text or ""
        if 0 < len(text) <= min(_MAX_SCRIPT_CHARS, room):
            room -= len(text)
            yield text


def _title(elements: list[_Element]) -> str:
    """The first title that is not the label of a drawing."""
    for element in elements:
        parent = element.getparent()
        text = (element.text or "").strip()
        if text and (parent is None or parent.tag in ("head", "html", "body")):
            return text[:MAX_CHARS]
    return ""


def _links(elements: Iterable[_Element]) -> Iterator[Link]:
    """The links that say something about the page; style sheets, icons and nofollow do not."""
    for element in elements:
        words = element.get("rel")
        if not words or words in _OTHER_RELS:
            continue
        rel = frozenset(words[:MAX_CHARS].lower().split())
        if _RELS.isdisjoint(rel):
            continue
        text = text_of(element) if element.tag == "a" and ("tag" in rel or "author" in rel) else ""
        yield Link(rel, (element.get("href") or "")[: 8 * MAX_CHARS], text)


def _times(elements: list[_Element]) -> Iterator[Time]:
    for element in elements:
        value = _attribute(element, "datetime") or (element.text or "")[:MAX_CHARS]
        marks = [_attribute(element, "class"), _attribute(element, "itemprop")]
        marks.append("pubdate" if element.get("pubdate") is not None else "")
        if value.strip():
            yield Time(value, " ".join(marks).lower())
