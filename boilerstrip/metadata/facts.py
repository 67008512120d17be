"""What a page's markup says about the page, as raw strings: read from the tree once, not judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
_MAX_NAMES: Final = 20
_MAX_SCRIPTS: Final = 50
_MAX_SCRIPT_CHARS: Final = 1_048_576  # one block of JSON-LD, 1 MB
_MAX_JSON_CHARS: Final = 4 * _MAX_SCRIPT_CHARS  # all blocks of a page

_TAGS: Final = ("title", "meta", "link", "script", "time", "h1", "base")
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "button"})
_BREAKING: Final = frozenset({"br", "div", "p", "li", "hr", "td", "h2", "h3"})
_META_KEYS: Final = ("property", "name", "itemprop", "http-equiv")

# Evaluated by libxml2: an element for each in Python would cost as much as the walk of `segment`.
_RELATED: Final = etree.XPath("descendant::a[@rel]")
_ITEMS: Final = etree.XPath("descendant::*[@itemprop]")
_BYLINES: Final = etree.XPath(
    "descendant::*[contains(@class, 'author') or contains(@class, 'byline') or contains(@class, 'Author')"
    " or contains(@class, 'Byline')]"
)
_ARTICLE_ITEMS: Final = frozenset(
    {"author", "headline", "datePublished", "dateCreated", "dateModified", "articleSection", "keywords"}
)


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
        links: `<link>` elements, and `<a>` elements with a rel.
        json_ld: Texts of the JSON-LD scripts, unparsed.
        times: `<time>` elements.
        items: Microdata outside `<meta>`: itemprop and value, in page order.
        bylines: Texts of elements whose class says author or byline; only read where neither a
            meta, microdata nor JSON-LD names an author.
    """

    metas: Mapping[str, tuple[str, ...]]
    title: str
    headlines: tuple[str, ...]
    language: str
    base: str
    links: tuple[Link, ...]
    json_ld: tuple[str, ...]
    times: tuple[Time, ...]
    items: tuple[tuple[str, str], ...]
    bylines: tuple[str, ...]

    def first(self, *keys: str) -> str:
        """The first content that is not empty of the first of these metas that has one, cleaned."""
        for key in keys:
            for content in self.metas.get(key, ()):
                if text := clean(content):
                    return text
        return ""

    def every(self, *keys: str) -> list[str]:
        """Every content of these metas, cleaned, in order of the keys, then of the page."""
        texts = (clean(content) for key in keys for content in self.metas.get(key, ()))
        return [text for text in texts if text]


def collect(root: _Element) -> Facts:
    """Read what the page says about itself. The tree is not changed; nothing in it raises."""
    found: dict[str, list[_Element]] = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        found[element.tag].append(element)
    metas = _metas(found["meta"])
    json_ld = tuple(_scripts(found["script"]))
    items = tuple(_items(_ITEMS(root)))
    named = "author" in metas or any(name == "author" for name, _ in items)
    named = named or any('"author"' in block for block in json_ld)
    bylines = () if named else tuple(_texts(_BYLINES(root)[:_MAX_NAMES]))
    links = [_link(element) for element in found["link"][:_MAX_LINKS]]
    links += [_link(element) for element in _RELATED(root)[:_MAX_LINKS]]
    return Facts(
        metas=MappingProxyType(metas),
        title=_title(found["title"]),
        headlines=tuple(_texts(found["h1"][:_MAX_HEADLINES])),
        language=_attribute(root, "lang") or _attribute(root, "xml:lang"),
        base=next((_attribute(element, "href") for element in found["base"] if element.get("href")), ""),
        links=tuple(link for link in links if link.rel),
        json_ld=json_ld,
        times=tuple(_times(found["time"][:_MAX_TIMES])),
        items=items,
        bylines=bylines,
    )


def _attribute(element: _Element, name: str) -> str:
    return (element.get(name) or "")[: 4 * MAX_CHARS]


def _metas(elements: list[_Element]) -> dict[str, tuple[str, ...]]:
    contents: dict[str, list[str]] = {}
    for element in elements[:_MAX_METAS]:
        content = element.get("content")
        if not content:
            continue
        for kind in _META_KEYS:
            if key := element.get(kind):
                contents.setdefault(key[:100].strip().lower(), []).append(content[: 4 * MAX_CHARS])
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


def _link(element: _Element) -> Link:
    rel = frozenset(_attribute(element, "rel").lower().split()[:10])
    text = "".join(_words(element)) if element.tag == "a" else ""
    return Link(rel, (element.get("href") or "")[: 8 * MAX_CHARS], " ".join(text.split()))


def _words(element: _Element) -> Iterator[str]:
    """Pieces of text inside an element, without scripts and styles, at most `MAX_CHARS` in all."""
    room = MAX_CHARS
    skipped: _Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if skipped is not None:
            if event == "end" and node is skipped:
                skipped = None
                piece = node.tail if node is not element else ""
            else:
                continue
        elif event == "start":
            if node.tag in _SILENT:
                skipped = node
                continue
            piece = f" {node.text or ''}" if node.tag in _BREAKING else node.text
        else:
            piece = node.tail if node is not element else ""
        if piece:
            yield piece[:room]
            room -= len(piece)
        if room <= 0:
            return


def _texts(elements: Iterable[_Element]) -> Iterator[str]:
    for element in elements:
        if text := " ".join("".join(_words(element)).split()):
            yield text


def _times(elements: list[_Element]) -> Iterator[Time]:
    for element in elements:
        value = _attribute(element, "datetime") or (element.text or "")[:MAX_CHARS]
        marks = [_attribute(element, "class"), _attribute(element, "itemprop")]
        marks.append("pubdate" if element.get("pubdate") is not None else "")
        if value.strip():
            yield Time(value, " ".join(marks).lower())


def _items(elements: list[_Element]) -> Iterator[tuple[str, str]]:
    """Microdata that concerns an article. Nested names (author of a comment) cannot be told apart."""
    for element in elements:
        names = _ARTICLE_ITEMS.intersection((element.get("itemprop") or "")[:100].split())
        if not names or element.tag == "meta":
            continue
        value = element.get("content") or element.get("datetime") or " ".join("".join(_words(element)).split())
        for name in names:
            yield name, value[:MAX_CHARS]
