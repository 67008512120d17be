"""trafilatura's and htmldate's heuristics for what the page does not state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from lxml import etree

from boilerstrip.metadata.people import author_names
from boilerstrip.metadata.strings import clean, distinct, host_of, web_url
from boilerstrip.page import Metadata

__all__ = ["fill_in"]

_WANTED: Final = (
    *("title", "authors", "date", "sitename", "url", "description", "image", "categories", "tags", "license"),
)
# The original date wherever on the page it is. The last day allowed is fixed: by default it is today, and the
# same page would give another result tomorrow.
_DATES: Final = {"original_date": True, "extensive_search": True, "max_date": "2100-12-31"}


def fill_in(metadata: Metadata, page: str | bytes | etree._Element, url: str | None = None) -> Metadata:
    """The metadata with what is missing filled in; what they have stays as it is.

    A date found so is a day, and goes to `date` alone: whether it is that of the publication is a guess.
    Takes about as long as trafilatura's metadata does by themselves, some twenty times the parse. Never
    raises for what is in a page; the tree is not changed, and nothing is fetched.

    Args:
        metadata: What `read_metadata` found.
        page: The page as bytes, text or a tree.
        url: Address the page was served from, where known.
    """
    if all(getattr(metadata, name) for name in _WANTED):
        return metadata
    found = _guess(page, url)
    if found is None:
        return metadata
    guesses = _guesses(found, url)
    missing = {name: guess for name, guess in guesses.items() if guess and not getattr(metadata, name)}
    filled = replace(metadata, **missing)
    return replace(
        filled, author="; ".join(filled.authors) or None, hostname=filled.hostname or host_of(filled.url)
    )


def _guess(page: str | bytes | etree._Element, url: str | None) -> Any:
    """trafilatura's document; None where it fails."""
    from trafilatura.metadata import extract_metadata

    if isinstance(page, etree._Element):  # a copy, as trafilatura changes what it reads
        page = etree.tostring(page, encoding="unicode", method="html", with_tail=False)
    try:
        return extract_metadata(page, default_url=url, date_config=_DATES)
    except Exception:  # noqa: BLE001 - what odd pages make it raise is not documented
        return None


def _guesses(found: Any, url: str | None) -> dict[str, Any]:
    """The fields of trafilatura's document under the names of ours, made safe to show."""
    names = clean(found.author).split("; ")
    return {
        "title": clean(found.title),
        "authors": distinct(author_names(names, whole=True)),
        "date": clean(found.date)[:10],
        "sitename": clean(found.sitename),
        "url": web_url(found.url, url),
        "description": clean(found.description),
        "image": web_url(found.image, url),
        "categories": distinct([clean(name) for name in found.categories or ()]),
        "tags": distinct([clean(name) for name in found.tags or ()]),
        "license": clean(found.license),
    }
