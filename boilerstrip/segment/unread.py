"""What is not read though browsers show its text: that there is some is said, lest it is lost in silence."""

from __future__ import annotations

from typing import Final

from lxml import etree

__all__ = ["DRAWN_TAGS", "METADATA_TAGS", "UNREAD", "breaks_out", "holds_page", "leave_out", "unread_text"]

_DRAWN: Final = tuple(
    f"{space}{name}"
    for space in ("", "{*}")
    for name in "text tspan textpath textPath foreignobject foreignObject p div span li td a b".split()
)
"""Elements of a drawing whose own text is seen; that of `<title>` and `<desc>` is not."""
_ENDING: Final = tuple("p div table ul ol dl pre blockquote h1 h2 h3 h4 h5 h6".split())
DRAWN_TAGS: Final = frozenset({*_DRAWN, *_ENDING})
"""Tags of what may stand in a drawing and be more than lines and shapes."""
_HTML_INSIDE: Final = ("foreignobject", "foreignObject", "desc", "title")
_LABELS: Final = frozenset({"title", "desc", "style", "script"})
_CODE: Final = frozenset({"script", "style", "param", "template"})
UNREAD: Final = frozenset({"svg", "object", "applet", "iframe"})
"""Tags of drawings, of frames that bring their page along, and of plug-ins that no browser has any more."""


METADATA_TAGS: Final = frozenset(
    "title base basefont bgsound link meta style script noscript template object isindex".split()
)
"""What a head holds."""


def holds_page(head: etree._Element) -> bool:
    """Whether what follows a head that nothing closes is in it: libxml2 does not know that `<main>`,
    `<header>` or a custom element ends one.

    >>> from lxml import html
    >>> holds_page(html.document_fromstring("<title>x</title><main>y</main>")[0])
    True
    """
    tags = (child.tag.rpartition("}")[2] for child in head if isinstance(child.tag, str))
    return any(tag not in METADATA_TAGS for tag in tags)


def leave_out(node: etree._Element, tag: str, left_out: set[str]) -> bool:
    """Whether an element of `UNREAD` is left out; if so, what of it has text is added to `left_out`."""
    if tag == "svg":
        tags = {inner.tag for inner in node.iter()}
        if tags.isdisjoint(DRAWN_TAGS) and not any("{" in each for each in tags if isinstance(each, str)):
            return True  # most drawings: lines and shapes
        if breaks_out(node) and _holds_words(node):
            return False
    if text := unread_text(node, tag):
        left_out.add(text)
    return True


def breaks_out(svg: etree._Element) -> bool:
    """Whether a drawing was never closed: a paragraph or the like in it ends it (HTML Standard, 13.2.6.5).

    >>> from lxml import html
    >>> breaks_out(html.fromstring("<svg><path><p>text")), breaks_out(html.fromstring("<svg><path></svg>"))
    (True, False)
    """
    nodes = svg.iter(*_ENDING, *_HTML_INSIDE)
    for node in nodes:
        if node.tag in _ENDING:
            return True
        for _ in node.iterdescendants(*_ENDING, *_HTML_INSIDE):
            next(nodes)
    return False


def _holds_words(svg: etree._Element) -> bool:
    """Whether there is text in a drawing beside that of `<title>` and `<desc>`, which is not seen."""
    for node in svg.iter():
        if isinstance(node.tag, str) and node.tag not in _LABELS and node.text and node.text.strip():
            return True
        if node is not svg and node.tail and node.tail.strip():
            return True
    return False


def unread_text(node: etree._Element, tag: str) -> str:
    """What has text that is left out, in words; "" where the element shows none.

    >>> from lxml import etree, html
    >>> unread_text(html.fromstring("<svg><title>tip</title><g><text>12 %</text></g></svg>"), "svg")
    'drawings (svg)'
    >>> unread_text(html.fromstring("<iframe>No frames?</iframe>"), "iframe")
    ''
    """
    if tag == "svg":
        drawn = any(part.text and part.text.strip() for part in node.iter(*_DRAWN))
        return "drawings (svg)" if drawn else ""
    if tag == "iframe":
        return "frames (iframe srcdoc)" if (node.get("srcdoc") or "").strip() else ""
    shown = any(part.text and part.text.strip() for part in node.iter() if part.tag not in _CODE)
    shown = shown or any(part.tail and part.tail.strip() for part in node.iterdescendants())
    return "plug-ins (object)" if shown else ""
