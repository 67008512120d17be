"""What a caller may choose: about the main content (`Options`) and about its rendering (`Style`)."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass

from boilerstrip.errors import OptionError

__all__ = ["DEFAULT_OPTIONS", "DEFAULT_STYLE", "METADATA", "Options", "Style"]

METADATA = ("fast", "full")
"""How much is done to find metadata."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that concern reading a page.

    Attributes:
        encoding: Charset the caller knows from elsewhere (an HTTP header, a WARC record), any
            label Python knows; it outranks the page's own `<meta>` and is ignored for `str`.
        model: File of a model made by `boilerstrip train`; the one that ships with the package
            where None. It is read on first use, which raises `ModelError` where it cannot be.

        metadata: "fast", what the page states, or "full": what it does not state is guessed by trafilatura's
            and htmldate's heuristics, at some twenty times the cost of the parse.

    Raises:
        OptionError: `encoding` is not a charset Python knows, or `metadata` is not one of these.
        TypeError: a value is of another type.
    """

    encoding: str | None = None
    model: str | os.PathLike[str] | None = None
    metadata: str = "fast"

    def __post_init__(self) -> None:
        if not isinstance(self.model, str | os.PathLike | None):
            raise TypeError(f"model must be a path or None, not {type(self.model).__name__}")
        if self.metadata not in METADATA:
            raise OptionError(f"unknown metadata {self.metadata!r}; choose one of: {', '.join(METADATA)}")
        if self.encoding is None:
            return
        if not isinstance(self.encoding, str):
            raise TypeError(f"encoding must be str or None, not {type(self.encoding).__name__}")
        try:
            codecs.lookup(self.encoding)
        except (LookupError, ValueError) as error:
            raise OptionError(f"unknown encoding {self.encoding!r}; try 'utf-8'") from error


@dataclass(frozen=True, slots=True)
class Style:
    """Choices that concern a renderer alone; none of them changes which words are kept.

    Attributes:
        links: Write link targets (the linked words stay either way).
        images: Write images of the main content.
        frontmatter: Begin Markdown with the metadata as a YAML block.
        comments: "drop", or "separate" to append the page's comments after the article.
        clean_urls: Write addresses without tracking parameters, and where redirecting services lead to.
    """

    links: bool = True
    images: bool = True
    frontmatter: bool = False
    comments: str = "drop"
    clean_urls: bool = False


DEFAULT_OPTIONS = Options()
DEFAULT_STYLE = Style()
