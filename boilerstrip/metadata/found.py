"""The elements of a page that say something about it, read from the tree in one pass."""

from __future__ import annotations

from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.compiled import compiled

__all__ = ["HOLDERS", "MAX_HEADLINES", "Found", "gather"]

_Element = etree._Element

MAX_HEADLINES: Final = 10
_MAX_TIMES: Final = 50
_TAGS: Final = ("title", "meta", "link", "script", "time", "h1", "base", "body")
_HEADS: Final = ("head", "html", "body")
HOLDERS: Final = tuple(
    "a abbr address b br cite dd div dt em footer h2 h3 h4 h5 h6 header i img li p section small span strong"
    " svg td time".split()
)
"""Elements that may hold a name or a date; of icons and pictures only what follows them."""


class Found(NamedTuple):
    """Values of elements, as they are written; None where an element has none.

    Attributes:
        metas: Attributes of each `<meta>`; those that say nothing may be missing.
        scripts: Type and text of `<script>` elements, of JSON-LD at least.
        titles: Texts of `<title>` elements that are not the label of a drawing.
        links: rel and href of `<link>` elements that have a rel.
        related: `<a>` elements with a rel, those that tell at least; None where they are to be looked for.
        times: datetime, text, class, itemprop of the first `<time>` elements; whether they have a pubdate.
        headlines: The first `<h1>` elements.
        bases: href of `<base>` elements.
        body: class and id of `<body>`.
        has_items: Whether a `<meta>` or `<time>` has an itemprop.
    """

    metas: list[dict[str, str]]
    scripts: list[tuple[str | None, str | None]]
    titles: list[str | None]
    links: list[tuple[str, str | None]]
    related: list[_Element] | None
    times: list[tuple[str | None, str | None, str | None, str | None, bool]]
    headlines: list[_Element]
    bases: list[str | None]
    body: tuple[str | None, str | None]
    has_items: bool


COMPILED: Final = compiled("metadata._found")
"""Reads nodes where they are, where it is built."""


def gather(root: _Element) -> Found:
    """Read the elements below a root, and the root."""
    if COMPILED is not None and (read := COMPILED.gather(root)) is not None:
        compiled_found: Found = read
        return compiled_found
    found: dict[str, list[_Element]] = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        found[str(element.tag)].append(element)
    bodies = [(element.get("class"), element.get("id")) for element in found["body"][:1]]
    return Found(
        metas=[_attributes(element) for element in found["meta"]],
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
            )
            for element in found["time"][:_MAX_TIMES]
        ],
        headlines=found["h1"][:MAX_HEADLINES],
        bases=[element.get("href") for element in found["base"]],
        body=(*bodies, (None, None))[0],
        has_items=any(element.get("itemprop") for element in found["meta"] + found["time"]),
    )


def _attributes(element: _Element) -> dict[str, str]:
    """All attributes of an element."""
    return dict(element.items())  # one call for all of them


def _is_of_page(title: _Element) -> bool:
    parent = title.getparent()
    return parent is None or parent.tag in _HEADS
