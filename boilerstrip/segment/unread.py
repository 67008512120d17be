"""What is not read though browsers show its text: that there is some is said, lest it is lost in silence."""

from __future__ import annotations

from typing import Final

from lxml import etree

__all__ = ["UNREAD", "breaks_out", "leave_out", "unread_text"]

_DRAWN: Final = tuple(
    f"{space}{name}"
    for space in ("", "{*}")
    for name in "text tspan textpath textPath foreignobject foreignObject p div span li td a b".split()
)
"""Elements of a drawing whose own text is seen; that of `<title>` and `<desc>` is not."""
_ENDING: Final = tuple("p div table ul ol dl pre blockquote h1 h2 h3 h4 h5 h6".split())
_TELLING: Final = frozenset({*_DRAWN, *_ENDING})
"""Tags of what may stand in a drawing and be more than lines and shapes."""
_HTML_INSIDE: Final = frozenset({"foreignobject", "foreignObject", "desc", "title"})
_CODE: Final = frozenset({"script", "style", "param", "template"})
UNREAD: Final = frozenset({"svg", "object", "applet", "iframe"})
"""Tags of drawings, of frames that bring their page along, and of plug-ins that no browser has any more."""


def leave_out(node: etree._Element, tag: str, left_out: set[str]) -> bool:
    """Whether an element of `UNREAD` is left out; if so, what of it has text is added to `left_out`."""
    if tag == "svg":
        tags = {inner.tag for inner in node.iter()}
        if tags.isdisjoint(_TELLING) and not any("{" in each for each in tags if isinstance(each, str)):
            return True  # most drawings: lines and shapes
        if breaks_out(node):
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
    first = next(svg.iter(*_ENDING), None)
    if first is None:
        return False
    around = first.iterancestors()
    return next(each.tag for each in around if each is svg or each.tag in _HTML_INSIDE) == svg.tag


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
