"""What a caller may choose: about the main content (`Options`) and about its rendering (`Style`)."""

from __future__ import annotations

import codecs
import os
from dataclasses import dataclass

from boilerstrip.errors import OptionError

__all__ = [
    "COMMENTS",
    "DEFAULT_OPTIONS",
    "DEFAULT_STYLE",
    "IMAGES",
    "LINKS",
    "METADATA",
    "TABLES",
    "Options",
    "Style",
    "check_types",
]

METADATA = ("fast", "full")
"""How much is done to find metadata."""
LINKS = ("inline", "reference", "drop")
"""What becomes of link targets."""
IMAGES = ("keep", "alt", "drop")
"""What becomes of images."""
TABLES = ("markdown", "text")
"""How Markdown writes tables."""
COMMENTS = ("drop", "separate")
"""What becomes of readers' comments."""


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
        check_language: Hold the language that the page states against its main content, and say that of
            the content where they differ. Needs the extra `language`; `extract` raises
            `DetectorMissingError` without it.

    Raises:
        OptionError: `encoding` is not a charset Python knows, or `metadata` is not one of these.
        TypeError: a value is of another type.
    """

    encoding: str | None = None
    model: str | os.PathLike[str] | None = None
    metadata: str = "fast"
    check_language: bool = False

    def __post_init__(self) -> None:
        _check_flag("check_language", self.check_language)
        if not isinstance(self.model, str | os.PathLike | None):
            raise TypeError(f"model must be a path or None, not {type(self.model).__name__}")
        _check_choice("metadata", self.metadata, METADATA)
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
        links: "inline"; "reference", which numbers the targets and lists them at the end of Markdown; or
            "drop", which leaves the linked words. True is "inline", False is "drop".
        images: "keep"; "alt" for the alternative text in the image's place, words that `Page.text` does
            not have; or "drop". True is "keep", False is "drop".
        frontmatter: Begin Markdown with the metadata as a YAML block.
        comments: "drop", or "separate" to append the page's comments after the article.
        tables: How Markdown writes them: "markdown", or "text" for a line a row with tabs between cells.
        wrap: Columns at which Markdown's paragraphs are wrapped; 0 leaves each on one line.
        blocks: Write into JSON every block and why it was kept or dropped, which `load_page` needs.
        clean_urls: Write addresses without tracking parameters, and where redirecting services lead to.

    Raises:
        OptionError: One is none of these.
        TypeError: A flag is no bool, or `wrap` no whole number.
    """

    links: str | bool = "inline"
    images: str | bool = "keep"
    frontmatter: bool = False
    comments: str = "drop"
    tables: str = "markdown"
    wrap: int = 0
    blocks: bool = False
    clean_urls: bool = False

    def __post_init__(self) -> None:
        for name in ("links", "images"):
            choice = getattr(self, name)
            if isinstance(choice, bool):
                object.__setattr__(self, name, (LINKS if name == "links" else IMAGES)[0 if choice else -1])
        for name, choices in (
            ("links", LINKS),
            ("images", IMAGES),
            ("comments", COMMENTS),
            ("tables", TABLES),
        ):
            _check_choice(name, getattr(self, name), choices)
        for name in ("frontmatter", "blocks", "clean_urls"):
            _check_flag(name, getattr(self, name))
        if isinstance(self.wrap, bool) or not isinstance(self.wrap, int):
            raise TypeError(f"wrap must be int, not {type(self.wrap).__name__}")
        if self.wrap < 0:
            raise OptionError(f"wrap is {self.wrap}; give a number of columns, or 0 for no wrapping")


def _check_choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise OptionError(f"unknown {name} {value!r}; choose one of: {', '.join(choices)}")


def _check_flag(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be bool, not {type(value).__name__}")


DEFAULT_OPTIONS = Options()
DEFAULT_STYLE = Style()


def check_types(url: object, options: object) -> None:
    """Refuse an address or options of another type.

    Raises:
        TypeError: One is.
    """
    if not isinstance(url, str | None):
        raise TypeError(f"url must be str or None, not {type(url).__name__}")
    if not isinstance(options, Options | None):
        raise TypeError(f"options must be Options or None, not {type(options).__name__}")
