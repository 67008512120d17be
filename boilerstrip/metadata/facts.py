"""What a page's markup says about the page, as raw strings: read from the tree once, not judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.metadata.strings import MAX_CHARS, clean

__all__ = ["Facts", "Link", "Time", "collect"]

_Element = etree._Element

# How many of each are kept; more is a listing or an attack, and says nothing about the page.
_MAX_METAS: Final = 1_000
_MAX_HEADLINES: Final = 10
_MAX_LINKS: Final = 200
_MAX_TIMES: Final = 50
_MAX_SCRIPTS: Final = 50
_MAX_SCRIPT_CHARS: Final = 1_048_576  # one block of JSON-LD, 1 MB
_MAX_JSON_CHARS: Final = 4 * _MAX_SCRIPT_CHARS  # all blocks of a page

_TAGS: Final = ("title", "meta", "link", "script", "time", "h1", "base")
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "button"})
_BREAKING: Final = frozenset({"br", "div", "p", "li", "hr", "td", "h2", "h3"})
_RELS: Final = frozenset({"canonical", "license", "author", "tag", "image_src"})
# The commonest that are none of them, to pass over most links with one look-up.
_OTHER_RELS: Final = frozenset(
    {"stylesheet", "preload", "icon", "shortcut icon", "apple-touch-icon", "dns-prefetch", "preconnect", "alternate"}
    | {"modulepreload", "prefetch", "manifest", "nofollow", "noopener", "noreferrer", "noopener noreferrer"}
    | {"noreferrer noopener", "nofollow noopener", "next", "prev", "bookmark", "external", "home", "search", "me"}
)

_AUTHOR_METAS: Final = ("author", "article:author", "citation_author", "dc.creator", "parsely-author", "sailthru.author")
_DATE_METAS: Final = ("article:published_time", "datepublished", "citation_publication_date", "parsely-pub-date", "date")
_TAG_METAS: Final = ("article:tag", "keywords", "news_keywords", "parsely-tags")
# Evaluated by libxml2, but still a walk over all elements.
_RELATED: Final = etree.XPath("descendant::a[@rel]")

# Elements looked at around the headline, where byline and date stand.
_N_AFTER: Final = 60
_N_BEFORE: Final = 20
_N_LEVELS: Final = 4  # ancestors whose earlier children are looked at
_MAX_SHOWN: Final = 40
_BYLINE_CHARS: Final = 200
_DATELINE_CHARS: Final = 90
# Substrings, not patterns: on 150 short strings alternations in `re` take ten times as long.
_BYLINE_WORDS: Final = ("author", "byline", "by-line", "writer", "creator", "username", "user-name", "poster")
_NOT_NAMES: Final = (
    *("bio", "avatar", "image", "photo", "social", "share", "follow", "comment", "related", "about"),
    *("desc", "job", "role", "date", "time"),
)
_BY: Final = ("by ", "by:", "by\n", "by\t", "by\xa0", "von ", "par ", "por ", "written ", "posted ", "words ", "story by")
_BY_ALONE: Final = frozenset({"by", "by:", "written by", "written by:", "posted by", "posted by:", "author:", "words by"})
_YEAR_RE: Final = re.compile(r"(?:19|20)\d\d")


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
        found[element.tag].append(element)
    metas = _metas(found["meta"])
    json_ld = tuple(_scripts(found["script"]))
    title = _title(found["title"])
    signed = any(not content.startswith("http") for key in _AUTHOR_METAS for content in metas.get(key, ()))
    signed = signed or any('"author"' in block for block in json_ld)
    dated = not metas.keys().isdisjoint(_DATE_METAS) or any('"datePublished"' in block for block in json_ld)
    near = [] if signed and dated else _around(_headline(root, found["h1"], title))
    # Tags and licences stand below articles, which are signed or dated; where metas have tags,
    # looking through all links for more would cost a third of all this.
    wanted = (signed or dated) and metas.keys().isdisjoint(_TAG_METAS)
    linking = found["link"] + _RELATED(root) if wanted else found["link"]
    return Facts(
        metas=MappingProxyType(metas),
        title=title,
        headlines=tuple(text for element in found["h1"][:_MAX_HEADLINES] if (text := _text(element))),
        language=_attribute(root, "lang") or _attribute(root, "xml:lang"),
        base=next((_attribute(element, "href") for element in found["base"] if element.get("href")), ""),
        links=tuple(islice(_links(linking), _MAX_LINKS)),
        json_ld=json_ld,
        times=tuple(_times(found["time"][:_MAX_TIMES])),
        bylines=() if signed else tuple(islice(_bylines(near), _MAX_SHOWN)),
        datelines=() if dated else tuple(islice(_datelines(near), _MAX_SHOWN)),
    )


def _attribute(element: _Element, name: str) -> str:
    return (element.get(name) or "")[: 4 * MAX_CHARS]


def _metas(elements: list[_Element]) -> dict[str, tuple[str, ...]]:
    contents: dict[str, list[str]] = {}
    for element in elements[:_MAX_METAS]:
        get = element.get
        content = get("content")
        if not content:
            continue
        kinds = (get("property"), get("name"), get("itemprop"))
        for key in kinds if any(kinds) else (get("http-equiv"),):
            if key:
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
        if (parent is None or parent.tag in ("head", "html", "body")) and (text := (element.text or "").strip()):
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
        text = _text(element) if element.tag == "a" and ("tag" in rel or "author" in rel) else ""
        yield Link(rel, (element.get("href") or "")[: 8 * MAX_CHARS], text)


def _text(element: _Element, limit: int = MAX_CHARS) -> str:
    """Text inside an element without scripts and styles, white space folded, about `limit` at most."""
    if not len(element):
        return " ".join((element.text or "")[:limit].split())
    pieces: list[str] = []
    n_chars, silent = 0, None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if silent is not None and not (event == "end" and node is silent):
            continue
        if event == "start":
            if node.tag in _SILENT and node is not element:
                silent = node
                continue
            piece = f" {node.text or ''}" if node.tag in _BREAKING else node.text or ""
        else:
            silent = None
            piece = (node.tail or "") if node is not element else ""
        pieces.append(piece[:limit])
        n_chars += len(piece)
        if n_chars > limit:
            break
    return " ".join("".join(pieces).split())[:limit]


def _times(elements: list[_Element]) -> Iterator[Time]:
    for element in elements:
        value = _attribute(element, "datetime") or (element.text or "")[:MAX_CHARS]
        marks = [_attribute(element, "class"), _attribute(element, "itemprop")]
        marks.append("pubdate" if element.get("pubdate") is not None else "")
        if value.strip():
            yield Time(value, " ".join(marks).lower())


def _headline(root: _Element, headlines: list[_Element], title: str) -> _Element | None:
    """The element of the headline: the first that the title repeats, else the first there is."""
    folded = title.casefold()
    for element in [*headlines[:_MAX_HEADLINES], *islice(root.iter("h2"), 0 if headlines else _MAX_HEADLINES)]:
        text = _text(element).casefold()
        if text and (text in folded or folded in text):
            return element
    return headlines[0] if headlines else None


def _around(headline: _Element | None) -> list[_Element]:
    """The elements around the headline, those after it first."""
    if headline is None:
        return []
    return [*islice(_following(headline), _N_AFTER), *islice(_preceding(headline), _N_BEFORE)]


def _following(element: _Element) -> Iterator[_Element]:
    """The elements after one, in document order."""
    node: _Element | None = element
    while node is not None:
        for sibling in node.itersiblings():
            yield from sibling.iter(etree.Element)
        node = node.getparent()


def _preceding(element: _Element) -> Iterator[_Element]:
    """Elements before one, nearest branches first."""
    node: _Element | None = element
    for _ in range(_N_LEVELS):
        if node is None or node.tag == "body":
            return
        for sibling in node.itersiblings(preceding=True):
            yield from sibling.iter(etree.Element)
        node = node.getparent()


def _bylines(near: Sequence[_Element]) -> Iterator[str]:
    """Texts of elements that are marked as an author's, then texts that begin with "By"."""
    labels = [_label(element) for element in near]
    # One look at all labels together first: most pages have none.
    if _has("\n".join(labels), _BYLINE_WORDS):
        for element, label in zip(near, labels, strict=True):
            if label and _has(label, _BYLINE_WORDS) and not _has(label, _NOT_NAMES):
                yield _text(element, _BYLINE_CHARS)
    for element in near:
        text = element.text
        start = text.lstrip()[:20].lower() if text else ""
        if not start or element.tag in _SILENT:
            continue
        if start.rstrip() in _BY_ALONE:  # the name is in the next element
            yield _text(_parent(element), _BYLINE_CHARS)
        elif start.startswith(_BY):
            yield _text(element, _BYLINE_CHARS)


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    return element if parent is None else parent


def _has(text: str, words: Iterable[str]) -> bool:
    for word in words:
        if word in text:  # noqa: SIM110  (a generator costs more than the search)
            return True
    return False


def _label(element: _Element) -> str:
    """All attribute values in lower case: class, itemprop, rel, and an address like /author/ann-lee."""
    return " ".join(element.values())[:MAX_CHARS].lower()


def _datelines(near: Iterable[_Element]) -> Iterator[str]:
    """Short texts with a year in them."""
    for element in near:
        for piece in (element.get("datetime") if element.tag == "time" else None, element.text, element.tail):
            if piece and len(piece) < 2 * _DATELINE_CHARS and _YEAR_RE.search(piece) and element.tag not in _SILENT:
                text = " ".join(piece.split())
                if len(text) <= _DATELINE_CHARS:
                    yield text
