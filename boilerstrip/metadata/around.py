"""Visible bylines and datelines: the texts around a page's headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile
from typing import Final

from lxml import etree

from boilerstrip.compiled import compiled
from boilerstrip.metadata.found import HOLDERS, PEOPLE, SILENT, following, is_marked, lines_of, text_of
from boilerstrip.metadata.parts import split_head
from boilerstrip.metadata.people import shown_authors
from boilerstrip.metadata.sources import BY, LABELS
from boilerstrip.metadata.strings import clean, squash
from boilerstrip.metadata.visible import is_listing
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import CATEGORY_BIT
from boilerstrip.words import classify

__all__ = ["headline_of", "marked_authors", "second_of", "shown"]

_Element = etree._Element

COMPILED: Final = compiled("metadata._around")
"""Passes over elements that tell nothing, where it is built."""

# So many of them are looked at around the headline, where byline and date stand.
_N_AFTER: Final = 60
_N_BEFORE: Final = 20
_N_LEVELS: Final = 4  # ancestors whose earlier children are looked at
_ENOUGH: Final = 6  # candidates of a kind
_BYLINE_CHARS: Final = 200
_DATELINE_CHARS: Final = 90
_LABEL_CHARS: Final = 1_000  # of all attributes of an element
_NOT_NAMES: Final = (
    *("bio", "avatar", "image", "photo", "social", "share", "follow", "comment", "related", "about"),
    *("desc", "job", "role", "date", "time", "rating", "review", "login", "signup", "menu", "nav-"),
    *("testimonial", "quote", "affil", "_notes", "_contact"),
)
_BESIDE_RE: Final = late_pattern(
    r"categor|topic|taxonom|role|job-|position|date|time|(?<![a-z])(?:tags?|desc\w*)(?![a-z])"
)
"""Of the class of an element inside a byline that is no name."""
_NAME_TAGS: Final = ("span", "h2", "h3", "h4", "h5", "p", "strong", "cite")
_FIRST_LINES: Final = 3  # of a byline, one of which is the name
# Attributes that say where a link leads or what a reader hears.
_SAYING: Final = frozenset({"href", "rel", "title", "aria-label", "alt", "src", "style", "target"})
# Of an element inside a byline that is the name alone: LaTeXML writes the institute beside it, Blogger
# "Posted by" in the blog's language (its "fn" is hCard's).
_NAME_RE: Final = late_pattern(r"(?<![a-z])(?:person|author|full)[-_]?name(?![a-z])|(?<!\S)fn(?!\S)")
_PERSON_RE: Final = late_pattern(rf"{PEOPLE}|/(?:profile|user|member|staff|team|u|by)s?/")
_MAX_LINKED: Final = 12  # authors of one byline, each a link
_BY_CHARS: Final = 24
_BY: Final = (*BY, *LABELS)
_TERMS: Final = frozenset(
    (
        *("by", "written by", "posted by", "words by", "story by"),
        *"author authors autor autoren auteur auteurs autore autori".split(),
        *(label for label in LABELS if not label[0].isascii()),
    )
)
_MARKED: Final = etree.XPath("descendant::*[@itemprop='author']")
_MAX_MARKED: Final = 50
_LONGER: Final = 2  # times as long as a word with which a title begins, "backup - How to ...", is a headline
_MAX_HEADINGS: Final = 20  # down to that of the post
_HEAD: Final = CATEGORY_BIT["header"]
# Kinds of things on a page that are somebody else's than its author's.
_REPLIES: Final = ("Comment", "UserComments", "Answer", "Review", "Rating")
_YEAR_RE: Final = late_pattern(r"20\d\d")  # a page signed in the last century has metas or nothing


def headline_of(
    headlines: Sequence[_Element],
    texts: Sequence[str],
    seconds: Sequence[_Element],
    title: str,
    sites: Sequence[str] = (),
) -> _Element | None:
    """The element of the headline: the title begins with it, or has it in it; else the first.

    Args:
        headlines, texts: `<h1>` elements and their texts.
        seconds: `<h2>` elements, which only the title makes a headline.
        title: Text of `<title>`.
        sites: Names of the site, which may be in an `<h1>`, too.
    """
    folded = title.casefold()
    names = [squash(clean(site)) for site in sites]
    others = ((element, text_of(element)) for element in seconds)
    fitting = [
        (element, text)
        for element, said in chain(zip(headlines, texts, strict=True), others)
        if (text := said.casefold()) and (text in folded or folded in text)
    ]
    own = [(element, text) for element, text in fitting if squash(clean(text)) not in names] or fitting
    # A site's name may be in an `<h1>`, too, and a title begins with the page's as a rule.
    for element, text in own:
        if folded.startswith(text) and len(own[0][1]) < _LONGER * len(text):
            return element
    if own:
        return own[0][0]
    return headlines[0] if headlines else None


def second_of(
    root: _Element, headlines: Sequence[_Element], texts: Sequence[str], title: str
) -> _Element | None:
    """The heading that a title has behind the only `<h1>`, where that is nothing but a link.

    Old templates of blogs write their own name there, and the post's title below the page's head; what is
    beside it in there is the site's motto. Of 45 development pages with an `<h1>` that is a link to a front
    page it is the site's name on 43.
    """
    if len(texts) != 1 or not len(headlines[0]) or not (name := clean(texts[0])):
        return None
    link = next(headlines[0].iter("a"), None)
    if link is None or text_of(link) != texts[0] or not (rest := squash(split_head(clean(title), name))):
        return None
    headings = islice(root.iter("h2", "h3"), _MAX_HEADINGS)
    second = next((element for element in headings if squash(text_of(element)) == rest), None)
    if second is None:
        return None
    head = _head_around(headlines[0])
    return None if any(around is head for around in second.iterancestors()) else second


def _head_around(headline: _Element) -> _Element | None:
    """The outermost box around a headline that calls itself a page's head, or that it stands in."""
    head = headline.getparent()
    for around in headline.iterancestors("header", "div", "section", "hgroup", "td"):
        label = f"{around.get('id') or ''} {around.get('class') or ''}"[:_LABEL_CHARS]
        if around.tag == "header" or classify(label) & _HEAD:
            head = around
    return head


def shown(
    headline: _Element, second: _Element | None, names: bool, dates: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Bylines and datelines around the headline, as far as they are asked for.

    Around the second one where there is that, but for dates between the two: there Blogger has them.
    """
    if second is None:
        return _shown(headline, names, dates)
    between = _shown(headline, names=False, dates=True)[1] if dates else ()
    bylines, datelines = _shown(second, names, dates)
    return bylines, (*between, *datelines)


def _shown(headline: _Element, names: bool, dates: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    from boilerstrip.metadata.place import Places
    from boilerstrip.metadata.spoken import behind_dates, bylines_in

    marked: list[str] = []
    spoken: list[str] = []
    seen: list[str] = []
    datelines: list[str] = []
    places = Places(headline, _N_AFTER)
    for element in _around(headline):
        text, tail = element.text, element.tail
        # Cheap looks first: nearly all elements have neither a year nor an author in them.
        if dates and ((text and "20" in text) or (tail and "20" in tail) or element.tag == "time"):
            lines = [*_datelines(element, text, tail)]
            seen += lines[:1]
            datelines += places.dated(element, lines) if lines else ()
            dates = len(datelines) < _ENOUGH
        if names:
            label = " ".join(element.values())[:_LABEL_CHARS].lower()
            if is_marked(label):
                marked += _marked(element) if places.is_of_author(element) else ()
                names = len(marked) < _ENOUGH
            elif element.tag == "dt":
                spoken += _described(element) if places.is_byline(element) else ()
            elif text and text.lstrip()[:_BY_CHARS].lower().startswith(_BY):
                spoken += bylines_in(element, text) if places.is_byline(element) else ()
            elif (text and "20" in text) or element.tag == "time":
                spoken += behind_dates(element, text or "")
        elif not dates:
            break
    return (*marked, *spoken[:_ENOUGH]), () if len(seen) > 1 and is_listing(seen) else tuple(datelines)


def _around(headline: _Element) -> Iterable[_Element]:
    """The elements around a headline, those at least that may tell something."""
    if COMPILED is not None and (found := COMPILED.telling(headline)) is not None:
        telling: list[_Element] = found
        return telling
    return chain(islice(following(headline), _N_AFTER), islice(_preceding(headline), _N_BEFORE))


def _preceding(element: _Element) -> Iterator[_Element]:
    """Elements before one, nearest branches first."""
    node: _Element | None = element
    for _ in range(_N_LEVELS):
        if node is None or node.tag == "body":
            return
        for sibling in node.itersiblings(preceding=True):
            yield from sibling.iter(*HOLDERS)
        node = node.getparent()


def _marked(element: _Element) -> Iterator[str]:
    """The text of an element whose class, itemprop, rel or address (/author/ann-lee) marks an author."""
    told = (value for name, value in element.items() if name not in _SAYING)
    named = " ".join(told).lower()[:_LABEL_CHARS]
    if not _is_person(element):  # whose name may have any of them in it: "/author/carole-smith"
        named += (element.get("href") or "")[:_LABEL_CHARS].lower()
    if any(word in named for word in _NOT_NAMES) or element.tag in SILENT:
        return
    names = [name for one in _alike(element) for name in _names_in(one)]
    yield "; ".join(dict.fromkeys(names[:_MAX_LINKED]))


def _alike(element: _Element) -> Iterator[_Element]:
    """An element and those beside it that have its class, as where each author has one."""
    yield element
    if words := element.get("class"):
        beside = islice(element.itersiblings(str(element.tag)), _MAX_LINKED)
        yield from (other for other in beside if other.get("class") == words)


def _names_in(element: _Element) -> Iterator[str]:
    """The names in a byline: those of links to people, or marked as names; else all of it.

    What else stands in one is roles, institutes, dates and buttons.
    """
    linked = [link for link in islice(element.iter("a"), _MAX_LINKED) if _is_person(link)]
    named = linked or [inner for inner in islice(element.iter(*_NAME_TAGS), _MAX_LINKED) if _is_name(inner)]
    names = [name for inner in named if (name := _name_line(inner))]
    yield from names or [_name_line(element)]


def _name_line(element: _Element) -> str:
    """The first line of a byline that is a full name; all of it where none is."""
    from boilerstrip.metadata.spoken import is_full

    if not len(element):
        return text_of(element, _BYLINE_CHARS)
    lines = lines_of(element, _BYLINE_CHARS, _BESIDE_RE)
    for line in lines[:_FIRST_LINES] if len(lines) > 1 else ():
        if (name := next(iter(shown_authors([line])), "")) and is_full(name):
            return name
    return " ".join(lines)[:_BYLINE_CHARS]


def _is_name(element: _Element) -> bool:
    if "name" in (element.get("property"), element.get("itemprop")):
        return True
    return _NAME_RE.search((element.get("class") or "")[:_LABEL_CHARS].lower()) is not None


def _is_person(link: _Element) -> bool:
    """Whether a link leads to the page of a person."""
    address = (link.get("href") or "")[:_LABEL_CHARS].lower()
    return bool(_PERSON_RE.search(address)) or "author" in (link.get("rel") or "")


def _described(term: _Element) -> Iterator[str]:
    """What stands behind a term that says "Author", up to the next."""
    if text_of(term, _BYLINE_CHARS).rstrip(":： ").lower() not in _TERMS:
        return
    behind = takewhile(lambda beside: beside.tag == "dd", term.itersiblings())
    yield "; ".join(text_of(beside, _BYLINE_CHARS) for beside in islice(behind, _MAX_LINKED))


def _datelines(element: _Element, *pieces: str | None) -> Iterator[str]:
    """Short pieces of text with a year in them."""
    if element.tag == "time":
        pieces = (element.get("datetime"), *pieces)
    for piece in pieces:
        if not piece or len(piece) > 2 * _DATELINE_CHARS or element.tag in SILENT:
            continue
        text = " ".join(piece.split())
        if len(text) <= _DATELINE_CHARS and _YEAR_RE.search(text):
            yield text


def marked_authors(root: _Element) -> tuple[str, ...]:
    """Names that microdata give to the first thing on the page that has an author and is no reply."""
    first: _Element | None = None
    names: list[str] = []
    found = COMPILED.marked(root) if COMPILED is not None else None
    for element in islice(_MARKED(root), _MAX_MARKED) if found is None else found:
        scope = next((around for around in element.iterancestors() if "itemscope" in around.attrib), root)
        if (scope.get("itemtype") or "").endswith(_REPLIES) or (first is not None and scope is not first):
            continue
        named = next(
            (node for node in element.iter(etree.Element) if node.get("itemprop") == "name"), element
        )
        name = (named.get("content") or "")[:_BYLINE_CHARS] or text_of(named, _BYLINE_CHARS)
        if name:
            first = scope
            names.append(name)
    return tuple(dict.fromkeys(names))
