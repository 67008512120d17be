"""One input of a run, before it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from boilerstrip.errors import SourceError
from boilerstrip.notices import PageWarning

__all__ = ["Document", "unreadable"]


@dataclass(frozen=True, slots=True)
class Document:
    """One input, not yet read.

    Attributes:
        key: Its place below the folder that all inputs share, with "/": "a/b.html". Results are
            named by it. "-" for standard input.
        origin: Where it is, as the user would say it: "dump/a/b.html", or "-" for standard input.
            Always encodes to UTF-8: bytes of a file name that are no UTF-8 stand as "\\xff".
        read: Gives its bytes; raises `SourceError`.
        url: The address it was served from, where that is known.
        encoding: The charset that it was served with, where that is known.
        is_html: Whether it was served as a page.
        warnings: What is known of it before it is read.
    """

    key: str
    origin: str
    read: Callable[[], bytes]
    url: str | None = None
    encoding: str | None = None
    is_html: bool = False
    warnings: tuple[PageWarning, ...] = ()


def unreadable(key: str, origin: str, reason: str) -> Document:
    """A document that cannot be read; `reason` is one clause."""
    return Document(key, origin, partial(_refuse, origin, reason))


def _refuse(origin: str, reason: str) -> NoReturn:
    raise SourceError(origin, reason)
