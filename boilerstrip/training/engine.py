"""What an engine is, for those that measure and those that offer one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

__all__ = ["Basis", "Engine", "Extracted"]


class Extracted(NamedTuple):
    """What an engine made of a page.

    Attributes:
        text: The main content.
        blocks: Texts of all its blocks; None for an engine without blocks.
        page_type, confidence: What it says of the page; None for an engine that does not.
    """

    text: str
    blocks: Sequence[str] | None = None
    page_type: str | None = None
    confidence: float | None = None


class Basis(NamedTuple):
    """What kind of figure a measurement is: a stable code and a sentence for the reader."""

    code: str
    message: str


class Engine(NamedTuple):
    """An engine that is ready to run.

    Attributes:
        version: Version of the engine, with its scorer where it has one.
        timed: What the timed call is, in words.
        run: Bytes and address -> main content; may raise anything.
        basis: Digest of a gold standard -> what kind of figure this engine gets on it.
    """

    version: str
    timed: str
    run: Callable[[bytes, str | None], Extracted]
    basis: Callable[[str], Basis]
