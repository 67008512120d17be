"""What the main content of a page links to and shows, and the names under which trafilatura gives a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from boilerstrip.page import Page

__all__ = ["Finder", "Image", "Link", "Resources", "find_nothing", "fingerprint", "flat_record"]


class Link(NamedTuple):
    """A link in the main content.

    Attributes:
        url: Its address, absolute where the page's own is known.
        text: The linked words; "" of an image that is a link.
        block: Index of the block that it stands in, as in `Page.blocks`.
    """

    url: str
    text: str
    block: int


class Image(NamedTuple):
    """An image in the main content.

    Attributes:
        url: Its address, absolute where the page's own is known.
        alt: Its alternative text, "" where it has none.
        caption: The caption of the figure around it, "" where there is none, or it was dropped.
        block: Index of the block that it stands in, as in `Page.blocks`.
    """

    url: str
    alt: str
    caption: str
    block: int


class Resources(NamedTuple):
    """Links and images of the main content, in page order."""

    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()


Finder = Callable[["Page"], Resources]
"""Finds them on a page; `render.resources.find_resources` is the one in use."""


def find_nothing(_: Page) -> Resources:
    """Stands in where nothing is to be found."""
    return Resources()


def flat_record(page: Page) -> dict[str, Any]:
    """The page under the names that trafilatura's `Document.as_dict` has; absent is None or []."""
    said = page.metadata
    return {
        "title": page.title,
        "author": said.author,
        "url": said.url,
        "hostname": said.hostname,
        "description": said.description,
        "sitename": said.sitename,
        "date": said.date,
        "categories": list(said.categories),
        "tags": list(said.tags),
        "fingerprint": page.fingerprint,
        "license": said.license,
        "text": page.text,
        "comments": "\n".join(comment.text for comment in page.comments if comment.text),
        "language": said.language,
        "image": said.image,
    }


def fingerprint(page: Page) -> str | None:
    """trafilatura's fingerprint of a page's title and words; None of an empty page."""
    if not page.text:
        return None
    from trafilatura.deduplication import content_fingerprint

    return str(content_fingerprint(f"{page.title} {page.text}"))
