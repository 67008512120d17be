"""The result of an extraction: `Page` and the values on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from boilerstrip.block import Block, BlockTable, Decisions, Entry, Stated
from boilerstrip.collector import collector_paused
from boilerstrip.later import Later
from boilerstrip.notices import WARNINGS, PageWarning, warn
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.record import record_page
from boilerstrip.resources import Finder, Image, Link, Resources, find_nothing, fingerprint, flat_record

__all__ = [
    "WARNINGS",
    "Comment",
    "Encoding",
    "Metadata",
    "Page",
    "PageType",
    "PageWarning",
    "Renderer",
    "Talk",
    "Teller",
    "warn",
]


class Encoding(NamedTuple):
    """Charset a page was decoded with.

    `evidence` is what spoke for it: "bom", "hint", "meta", "utf-8" (the bytes are valid UTF-8),
    "pattern" (UTF-16 or UTF-32 by its zero bytes, ISO-2022 by its escapes), "detector",
    "fallback", or "given" where the caller passed text or a tree.
    """

    name: str
    evidence: str


class PageType(NamedTuple):
    """What kind of page it is.

    `name` is "article", "forum", "product", "collection", "listing", "documentation" or "service"
    (or what else the model was trained to tell), `probability` is 0..1.
    """

    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself; absent is None or ().

    Attributes:
        title: Headline as the metadata give it, without the site's name.
        authors: Names, in page order, each once.
        author: The names joined by "; ".
        date: Best date of the page, ISO 8601 day (published, else modified).
        published, modified: ISO 8601, with time and offset where the page has them.
        sitename: Name of the site.
        url: Canonical address, absolute.
        hostname: Host of `url`, without "www.".
        description: Summary the page gives of itself.
        language: BCP 47 tag, as declared.
        image: Address of the lead image, absolute.
        categories, tags: Sections and keywords.
        license: Licence address or name.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    published: str | None = None
    modified: str | None = None
    sitename: str | None = None
    url: str | None = None
    hostname: str | None = None
    description: str | None = None
    language: str | None = None
    image: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a post in a forum, an answer, a review. What the page does not say is None.

    Attributes:
        author: Name, as the page shows it.
        date: ISO 8601, with time and zone where the page has them, if it has the date for machines (an
            attribute, microdata, JSON-LD); else the page's own words ("7 years ago").
        text: The entry's own words: no names, dates, buttons or signatures.
        markdown: The same as Markdown, written as the article's is.
        parent: Index in the same tuple of the entry that this one answers.
        depth: Entries it answers in turn, 0 at the top.
        permalink: Address of the entry, absolute where the page's own is known; "#id" where only its
            element has an id.
        score: Votes, those against taken off.
    """

    author: str | None
    date: str | None
    text: str
    markdown: str
    parent: int | None = None
    depth: int = 0
    permalink: str | None = None
    score: int | None = None


class Talk(NamedTuple):
    """What people say on a page: of the two at most one is not empty."""

    comments: tuple[Comment, ...] = ()
    posts: tuple[Comment, ...] = ()


Teller = Callable[["Page"], Talk]
"""Reads what people say on a page; `render.talk.tell` is the one in use."""


def _silence(_: Page) -> Talk:
    return Talk()


Renderer = Callable[["Page", str, Style], str]
"""Renders a page in a named format; `render.render` is the one in use."""


@dataclass(frozen=True, eq=False)
class Page:
    """One page with its main content.

    Text forms are rendered on first use and kept. `table` and `decisions` are the page's blocks
    as arrays, for code that wants them without one object per block.

    Attributes:
        title: The headline, or None.
        metadata: What the page says about itself.
        page_type: What kind of page it is, with its probability; None where nothing is visible.
        confidence: 0..1, the word F1 to be expected of the choice of blocks.
        warnings: What the caller should know; see `WARNINGS`.
        encoding: Charset and its evidence.
        stated: What only its JSON-LD has of what people say.
    """

    title: str | None
    metadata: Metadata
    table: BlockTable = field(repr=False)
    decisions: Decisions = field(repr=False)
    page_type: PageType | None
    confidence: float
    warnings: tuple[PageWarning, ...]
    encoding: Encoding
    base_url: str | None = field(repr=False)
    renderer: Renderer = field(repr=False)
    entries: Later[tuple[Entry, ...]] = field(default=Later(None, ()), repr=False)
    stated: tuple[Stated, ...] = field(default=(), repr=False)
    teller: Teller = field(default=_silence, repr=False)
    finder: Finder = field(default=find_nothing, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "notes"}

    @cached_property
    def notes(self) -> dict[object, Any]:
        """What renderers worked out about the page and may need again; not pickled with it."""
        return {}

    @property
    def threads(self) -> tuple[Entry, ...]:
        """Where people speak on the page."""
        return self.entries()

    @cached_property
    def _talk(self) -> Talk:
        return self.teller(self)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Readers' comments, in page order; empty where what people say is the main content."""
        return self._talk.comments

    @property
    def posts(self) -> tuple[Comment, ...]:
        """Posts of a forum's thread, questions and answers, where they are the main content."""
        return self._talk.posts

    @cached_property
    def _resources(self) -> Resources:
        return self.finder(self)

    @property
    def links(self) -> tuple[Link, ...]:
        """Links of the main content, in page order."""
        return self._resources.links

    @property
    def images(self) -> tuple[Image, ...]:
        """Images of the main content, in page order."""
        return self._resources.images

    @cached_property
    def fingerprint(self) -> str | None:
        """trafilatura's simhash of title and text in hexadecimal; imports trafilatura. None without text."""
        return fingerprint(self)

    @cached_property
    def markdown(self) -> str:
        """The main content as Markdown; starts with "# headline" where the page has one."""
        return self.render("md")

    @cached_property
    def text(self) -> str:
        """The same words without markup, headline first."""
        return self.render("txt")

    @cached_property
    def html(self) -> str:
        """The main content as clean, minimal HTML."""
        return self.render("html")

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the page in order, kept and dropped."""
        table, decided = self.table, self.decisions
        return tuple(
            Block(*row)
            for row in zip(
                table.text,
                decided.kept,
                decided.role,
                decided.score,
                decided.reason,
                table.xpaths(),
                strict=True,
            )
        )

    def render(self, form: str, style: Style = DEFAULT_STYLE) -> str:
        """The page as "md", "txt", "html" or "json", in the given style.

        Raises:
            OptionError: `form` is not one of these.
            TypeError: `style` is of another type.
        """
        with collector_paused():
            return self.renderer(self, form, style)

    def to_dict(self, *, blocks: bool = True) -> dict[str, Any]:
        """Everything about the page as plain values ("schema": 1, stable key order, absent = None).

        `load_page` makes a page of it again, which renders the same; see `record.record_blocks`.

        Args:
            blocks: With every block; `load_page` needs them.
        """
        return record_page(self, blocks=blocks)

    def to_json(self, *, blocks: bool = True) -> str:
        """`to_dict(blocks)` as one line of JSON."""
        return self.render("json", replace(DEFAULT_STYLE, blocks=blocks))

    def as_dict(self) -> dict[str, Any]:
        """The page under trafilatura's names (title, author, date, text, comments, fingerprint, ...)."""
        return flat_record(self)
