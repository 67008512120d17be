"""The elements of a page that say something about it, read from the tree in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.compiled import compiled
from boilerstrip.metadata.strings import MAX_CHARS
from boilerstrip.patterns import late_pattern

__all__ = [
    "AROUND",
    "CHANGED",
    "ELSEWHERE",
    "HEADS",
    "HINTS",
    "HOLDERS",
    "LICENSED",
    "MAX_HEADLINES",
    "MAX_KEY",
    "MAX_METAS",
    "MAX_SIBLINGS",
    "MAX_TIMES",
    "PEOPLE",
    "RELS",
    "REVIEWS",
    "SILENT",
    "WHOLE",
    "Found",
    "following",
    "gather",
    "is_marked",
    "lines_of",
    "owner_at",
    "owner_of",
    "text_of",
]

_Element = etree._Element

# So many are looked at; more is a listing or an attack, and says nothing about the page.
MAX_HEADLINES: Final = 10
MAX_METAS: Final = 1_000
MAX_TIMES: Final = 50
MAX_KEY: Final = 100
"""Characters of a meta's name."""
RELS: Final = frozenset({"canonical", "license", "author", "tag", "image_src"})
"""Words of a rel that say something about the page."""
HINTS: Final = (
    "author",
    "byline",
    "writer",
    "by-line",
    "user",
    "creator",
    "people",
    "contributor",
    "autor",
    "auteur",
)
"""What the attributes of an element that names an author have in them, in lower case."""
_TAGS: Final = ("title", "meta", "link", "script", "time", "h1", "h2", "base", "body")
HEADS: Final = ("head", "html", "body")
"""What the title of a page lies in."""
_META_KINDS: Final = ("property", "name", "itemprop")
AROUND: Final = 12
"""Elements around a value that are asked whose it is."""
REVIEWS: Final = "reviews"
"""How a class or id ends that holds what customers say."""
_REPLIES: Final = ("Comment", "UserComments", "Answer", "Review", "Rating")
"""Types of what others say about the thing of a page."""
_SAID: Final = frozenset({"review", "reviews", "comment"})
"""The properties that have such."""
ELSEWHERE: Final = "elsewhere"
"""The place of a `<time>` that is not the page's."""
CHANGED: Final = "modified"
"""The place of one that is that of a change."""
WHOLE: Final = frozenset({"html", "body", "main", "article"})
"""Elements that hold the page itself, whatever its section is called."""
HOLDERS: Final = tuple(
    "a abbr address aside b br cite dd div dt em footer h2 h3 h4 h5 h6 header i img li p section small span"
    " strong svg td time".split()
)
"""Elements that may hold a name or a date; of icons and pictures only what follows them."""
LICENSED: Final = "creativecommons.org/"
"""What addresses of licences have in them that pages link to."""
_MAX_EVENTS: Final = 2_000  # starts and ends of elements inside one headline or byline
SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg", "button", "img"})
"""Elements of which nothing is read."""
_BREAKING: Final = frozenset("br dd div dt h1 h2 h3 h4 h5 h6 hr li ol p section td th tr ul".split())
_BLANK_RE: Final = late_pattern(r"\s+")
_FEW_CHARS: Final = 40
_BLANKS: Final = 8  # characters that are looked at for one that counts: indentation is deep
MAX_SIBLINGS: Final = 1_000
"""Elements beside each other that are looked through, whatever is in them."""
PEOPLE: Final = r"/(?:(?:author|people|contributor|writer)s?|autor(?:es|en)?|auteurs?)/"
"""What addresses of people's pages have in them."""
# Words of class, itemprop, rel and the like, and addresses of people's pages.
_MARK_RE: Final = late_pattern(
    r"(?<![a-z])(?:author(?:s|ed)?|bylines?|by-line|writers?|user-?names?|creators?|contributors?)(?![a-z])"
    rf"|(?<![a-z])(?:autor(?:es|en)?|auteurs?)(?![a-z])|author-?name|{PEOPLE}"
)


class Found(NamedTuple):
    """Values of elements, as they are written; None where an element has none.

    Attributes:
        metas: Contents of `<meta>` elements by lower-case property, name or itemprop, in page order.
        scripts: Type and text of `<script>` elements, of JSON-LD at least.
        titles: Texts of `<title>` elements that are not the label of a drawing.
        links: rel and href of `<link>` elements with a rel, those that tell at least.
        related: `<a>` elements with a rel, those that tell at least; None where they are to be looked for.
        times: datetime, text, class, itemprop of the first `<time>` elements; whether they have a pubdate,
            and whose they are if not the page's.
        headlines: The first `<h1>` elements.
        seconds: The first `<h2>` elements, where there is no `<h1>`.
        bases: href of `<base>` elements.
        body: class, id and lang of `<body>`.
        has_items: Whether a `<meta>` or `<time>` has an itemprop.
    """

    metas: dict[str, tuple[str, ...]]
    scripts: list[tuple[str | None, str | None]]
    titles: list[str | None]
    links: list[tuple[str, str | None]]
    related: list[_Element] | None
    times: list[tuple[str | None, str | None, str | None, str | None, bool, str]]
    headlines: list[_Element]
    seconds: list[_Element]
    bases: list[str | None]
    body: tuple[str | None, str | None, str | None]
    has_items: bool


def owner_of(tag: str, words: str | None, number: str | None, kind: str | None, item: str | None) -> str:
    """Whose contents are, by tag, class, id, itemtype and itemprop around; "" where they may be the page's.

    A review that is no property of something else may be all of the page.
    """
    if item and (item in _SAID or (kind or "").endswith(_REPLIES)):
        return "review" if "eview" in f"{kind}{item}" else "reply"
    labels = f"{words or ''} {number or ''}".lower().split() if tag not in WHOLE else []
    return "review" if any(label.endswith(REVIEWS) for label in labels) else ""


COMPILED: Final = compiled("metadata._found")
"""Reads nodes where they are, where it is built."""


def gather(root: _Element, seen: object = None) -> Found:
    """Read the elements below a root, and the root.

    Args:
        root: The root.
        seen: What `segment` saw of its tree, which is as it was; the tree is walked where that is None.
    """
    if COMPILED is not None and (read := COMPILED.gather(root, seen)) is not None:
        compiled_found: Found = read
        return compiled_found
    found: dict[str, list[_Element]] = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        found[str(element.tag)].append(element)
    bodies = [(element.get("class"), element.get("id"), element.get("lang")) for element in found["body"][:1]]
    return Found(
        metas=_metas(found["meta"][:MAX_METAS]),
        scripts=[(element.get("type"), element.text) for element in found["script"]],
        titles=[element.text for element in found["title"] if _is_of_page(element)],
        links=[(rel, element.get("href")) for element in found["link"] if (rel := element.get("rel"))],
        related=None,
        times=[
            (
                element.get("datetime"),
                element.text,
                element.get("class"),
                element.get("itemprop"),
                element.get("pubdate") is not None,
                owner_at(element),
            )
            for element in found["time"][:MAX_TIMES]
        ],
        headlines=found["h1"][:MAX_HEADLINES],
        seconds=[] if found["h1"] else found["h2"][:MAX_HEADLINES],
        bases=[element.get("href") for element in found["base"]],
        body=(*bodies, (None, None, None))[0],
        has_items=any(element.get("itemprop") for element in found["meta"] + found["time"]),
    )


def _metas(elements: Sequence[_Element]) -> dict[str, tuple[str, ...]]:
    """Contents of `<meta>` elements, cut to a size that cannot hurt, by what they say that they are."""
    contents: dict[str, list[str]] = {}
    for element in elements:
        stated = dict(element.items())  # one call for all of them
        content = stated.get("content")
        if not content:
            continue
        kinds = [stated[kind] for kind in _META_KINDS if kind in stated]
        if stated.get("itemprop") and owner_at(element):
            continue
        for key in kinds if any(kinds) else [stated.get("http-equiv", "")]:
            for word in key[:MAX_KEY].lower().split():
                contents.setdefault(word, []).append(content[: 4 * MAX_CHARS])
    return {key: tuple(values) for key, values in contents.items()}


def owner_at(element: _Element) -> str:
    """Whose the value of an element is, "" where it is the page's: "review" or "reply"."""
    for around in islice(element.iterancestors(), AROUND):
        scope = around.get("itemscope")
        if scope is not None or REVIEWS in f"{around.get('class')} {around.get('id')}".lower():
            own = (str(around.tag), around.get("class"), around.get("id"))
            if owner := owner_of(*own, around.get("itemtype"), around.get("itemprop")):
                return owner
            if scope is not None:
                return ""
    return ""


def _is_of_page(title: _Element) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag in HEADS


def text_of(element: _Element, limit: int = MAX_CHARS) -> str:
    """Text inside an element without scripts and styles, white space folded, about `limit` at most."""
    if not len(element):
        return " ".join((element.text or "")[: _BLANKS * limit].split())[:limit]
    return " ".join("".join(_pieces(element, limit, " ")).split())[:limit]


def lines_of(element: _Element, limit: int, others: re.Pattern[str] | None = None) -> list[str]:
    """The lines of such a text, one for each box, without elements of which a class matches a pattern."""
    lines = "".join(_pieces(element, limit, "\n", others)).split("\n")
    return [line for piece in lines if (line := " ".join(piece.split()))]


def _pieces(element: _Element, limit: int, gap: str, others: re.Pattern[str] | None = None) -> list[str]:
    """The pieces of an element's text, with a sign where a box begins or ends."""
    pieces, n_chars, silent = list[str](), 0, None
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in islice(walk, min(_MAX_EVENTS, 2 * limit)):
        if silent is not None and not (event == "end" and node is silent):
            continue
        if event == "start":
            if node is not element and (node.tag in SILENT or (others and others.search(_class(node)))):
                silent = node
                continue
            piece = node.text
        else:
            silent = None
            piece = node.tail if node is not element else None
        if node.tag in _BREAKING:
            pieces += (gap,)
        if piece:
            if piece[_FEW_CHARS:]:  # indentation may be more than the words
                piece = _BLANK_RE.sub(" ", piece[: _BLANKS * limit])[: limit + 1]
            pieces += (piece.replace("\n", " ") if "\n" in piece else piece,)  # a line ends where a box does
            n_chars += len(piece)
            if n_chars > limit:
                break
    return pieces


def _class(element: _Element) -> str:
    return (element.get("class") or "")[:MAX_CHARS].lower()


def following(element: _Element) -> Iterator[_Element]:
    """The elements after one, in document order."""
    node: _Element | None = element
    while node is not None:
        for sibling in islice(node.itersiblings(), MAX_SIBLINGS):
            yield from sibling.iter(*HOLDERS)
        node = node.getparent()


def is_marked(label: str) -> bool:
    """Whether the attributes of an element say that an author is in it."""
    for hint in HINTS:  # nearly all labels have none of them
        if hint in label:
            return _MARK_RE.search(label) is not None
    return False
