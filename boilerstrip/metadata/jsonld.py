"""The JSON-LD of a page: parsed within limits, flattened, and the entity that describes the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from boilerstrip.metadata.strings import clean

__all__ = [
    "Entities",
    "Node",
    "Script",
    "entities",
    "flatten",
    "names_of",
    "parse_block",
    "parsed",
    "texts_of",
    "types_of",
]

Node = dict[str, object]
"""One JSON object."""

_MAX_DEPTH: Final = 64
_MAX_NODES: Final = 2_000
_MAX_DIGITS: Final = 19  # of an integer; Python refuses 4,300 and more with ValueError
_OTHERS: Final = bytes(set(range(256)) - set(b"[]{}"))
_STEP: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}

# Where another description of the same page hides.
_NESTED: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "blogPost")

# What may describe a page, best first. A type is matched by its ending ("NewsArticle" is an
# "Article"); the words are schema.org types.
_KINDS: Final = (
    (
        "Article",
        "BlogPosting",
        "LiveBlogPosting",
        "DiscussionForumPosting",
        "SocialMediaPosting",
        "Report",
        "Question",
    ),
    ("Product", "Recipe", "Course", "Event", "JobPosting", "SoftwareApplication", "Book", "Movie"),
    ("VideoObject", "PodcastEpisode", "Service", "HowTo", "Dataset"),
    ("WebPage", "ItemPage", "CollectionPage", "AboutPage", "FAQPage", "ProfilePage", "ContactPage", "QAPage"),
)


class Script(NamedTuple):
    """One block of JSON-LD: its text, and its value, which is None where it is no JSON."""

    text: str
    value: object


class Entities(NamedTuple):
    """What a page's JSON-LD describes.

    Attributes:
        main: The article, product ... the page is about; empty where there is none or several.
        page: The page itself, as a web page.
        site: Names of the site or its publisher, likeliest first.
        owners: Names of people who publish the site.
        published: The date of publication, if all objects that have one agree.
        trail: Breadcrumb names, from the home page on.
        by_id: Every object that has an "@id", to follow references.
        events: Days on which events begin and end.
    """

    main: Node
    page: Node
    site: tuple[str, ...]
    owners: tuple[str, ...]
    trail: tuple[str, ...]
    published: str
    by_id: dict[str, Node]
    events: frozenset[str]


def _integer(digits: str) -> int:
    return int(digits) if len(digits) <= _MAX_DIGITS else 0


def _constant(name: str) -> None:
    """NaN and the infinities are no values."""


_DECODER: Final = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=_constant)


def _is_deep(text: str) -> bool:
    """Whether brackets nest deeper than `_MAX_DEPTH`; those inside strings count, which is safe."""
    if text.count("{") + text.count("[") <= _MAX_DEPTH:
        return False
    brackets = text.encode("utf-8", "replace").translate(None, _OTHERS)
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0) > _MAX_DEPTH


def parse_block(text: str) -> object:
    """The value of one block; None where it is no JSON even after the usual repairs."""
    if _is_deep(text):
        return None
    try:
        return _DECODER.decode(text.strip().removesuffix(";"))
    except (ValueError, RecursionError):
        from boilerstrip.metadata.repair import tidy
    try:
        value, _ = _DECODER.raw_decode(tidy(text))
    except (ValueError, RecursionError):
        return None
    return value


def parsed(texts: Iterable[str]) -> tuple[Script, ...]:
    """Blocks of JSON-LD with their values, which metadata and comments are both read from."""
    return tuple([Script(text, parse_block(text)) for text in texts])


def flatten(scripts: Sequence[Script]) -> Iterator[Node]:
    """The objects that may describe the page, each before those inside it."""
    waiting, n_nodes = [script.value for script in reversed(scripts)], 0
    while waiting and n_nodes < _MAX_NODES:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            n_nodes += 1
            yield value
            types = value.get("@type")
            is_faq = types == "FAQPage" or (isinstance(types, list) and "FAQPage" in types)
            if is_faq:  # its questions are parts of it, not what the page is about
                continue
            if not value.keys().isdisjoint(_NESTED):  # as of few
                waiting.extend(
                    value[key] for key in reversed(_NESTED) if isinstance(value.get(key), (dict, list))
                )


def types_of(node: Node) -> list[str]:
    """The names of an object's types, without their vocabulary's address."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return [name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in listed if isinstance(name, str)]


@lru_cache(maxsize=512)
def _rank_of(name: str) -> int:
    """Place of a type in `_KINDS`; behind all where it is none of them."""
    return next((place for place, kinds in enumerate(_KINDS) if name.endswith(kinds)), len(_KINDS))


def _rank(types: Sequence[str]) -> int:
    """Place of the best of an object's types."""
    return min([_rank_of(name[:100]) for name in types], default=len(_KINDS))


def texts_of(value: object) -> list[str]:
    """Strings of a value that may be a string, an object with a name, or a list of those."""
    texts = []
    for item in (value if isinstance(value, list) else [value])[:100]:
        named = item.get("name") or item.get("@value") if isinstance(item, dict) else item
        named = named[0] if isinstance(named, list) and named else named
        if text := clean(named):
            texts.append(text)
    return texts


def names_of(value: object, by_id: dict[str, Node]) -> list[str]:
    """Names of people or organisations; a reference by "@id" is followed once."""
    names = []
    for item in (value if isinstance(value, list) else [value])[:100]:
        node: object = item
        if isinstance(item, dict) and "name" not in item:
            node = by_id.get(str(item.get("@id"))) or item
        if isinstance(node, dict) and "name" not in node:
            given, family = clean(node.get("givenName")), clean(node.get("familyName"))
            node = f"{given} {family}".strip()
        names += texts_of(node)
    return names


def _crumbs(typed: Sequence[tuple[Node, list[str]]]) -> tuple[str, ...]:
    for node, types in typed:
        trail = node if "BreadcrumbList" in types else node.get("breadcrumb")
        steps = trail.get("itemListElement") if isinstance(trail, dict) else None
        if not isinstance(steps, list):
            continue
        names = []
        for step in steps[:20]:
            inner = step.get("item") if isinstance(step, dict) else None
            names += texts_of(step)[:1] or texts_of(inner if isinstance(inner, dict) else None)[:1]
        if names:
            return tuple(names)
    return ()


def _main(nodes: Sequence[Node], ranks: Sequence[int], title: str) -> Node:
    """The object the page is about: of the best kind there is; of several the one the title names."""
    best = min(ranks, default=len(_KINDS))
    if best >= len(_KINDS) - 1:
        return {}
    same = [node for node, rank in zip(nodes, ranks, strict=True) if rank == best]
    if len(same) == 1:
        return same[0]
    headline = title.casefold()
    for node in same:
        name = (clean(node.get("headline")) or clean(node.get("name"))).casefold()
        if name and headline and (name in headline or headline in name):
            return node
    # A list of equals describes other pages; objects without a headline repeat one thing.
    names = {clean(node.get("headline")) or clean(node.get("name")) for node in same}
    return same[0] if len(names) == 1 else {}


def entities(scripts: Sequence[Script], title: str) -> Entities:
    """Pick what describes the page.

    Args:
        scripts: Its blocks of JSON-LD; those that are no JSON are passed over.
        title: The page's title, to choose among several articles.
    """
    nodes = list(flatten(scripts))
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    typed = [(node, types_of(node)) for node in nodes]
    ranks = [_rank(types) for _, types in typed]
    page = nodes[ranks.index(len(_KINDS) - 1)] if len(_KINDS) - 1 in ranks else {}
    main = _main(nodes, ranks, title)
    sites = [name for node, types in typed if "WebSite" in types for name in texts_of(node)]
    owners: list[str] = []
    for publisher in (main.get("publisher"), page.get("publisher")):
        known = by_id.get(str(publisher.get("@id")), publisher) if isinstance(publisher, dict) else {}
        is_person = "Person" in types_of(known)
        (owners if is_person else sites).extend(names_of(publisher, by_id))
    sites += [
        name
        for node, types in typed
        if any(kind.endswith("Organization") for kind in types)
        for name in texts_of(node)
    ]
    dates = {date for node in nodes if (date := clean(node.get("datePublished")))}
    published = dates.pop() if len(dates) == 1 else ""
    dated = [(node, types) for node, types in typed if "startDate" in node or "endDate" in node]
    events = [node for node, types in dated if any(kind.endswith("Event") for kind in types)]
    days = frozenset(clean(node.get(key))[:10] for node in events for key in ("startDate", "endDate"))
    return Entities(main, page, tuple(sites), tuple(owners), _crumbs(typed), published, by_id, days)
