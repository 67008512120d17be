"""`extract()`: a page in, its main content out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from lxml import etree

from boilerstrip.block import BlockTable, Decisions, Entry, Stated
from boilerstrip.decide import Choice, decide
from boilerstrip.decode import decode
from boilerstrip.features import measure
from boilerstrip.metadata import NO_CLUES, Clues, base_url, collect, read_clues, read_metadata, read_stated
from boilerstrip.metadata.people import signed
from boilerstrip.metadata.title import settled
from boilerstrip.options import DEFAULT_OPTIONS, Options
from boilerstrip.page import Encoding, Metadata, Page, PageType, PageWarning, warn
from boilerstrip.parse import parse, roots_of
from boilerstrip.render import render
from boilerstrip.render.anchors import without_permalinks
from boilerstrip.render.inline import plain_text
from boilerstrip.render.noted import unreferred
from boilerstrip.render.resources import find_resources
from boilerstrip.render.talk import tell
from boilerstrip.scoring import Model, Scores, default_model, load_model
from boilerstrip.segment import segment
from boilerstrip.threads import are_posts, find_threads

__all__ = [
    "GIVEN",
    "Reading",
    "check_types",
    "extract",
    "page_type",
    "read_page",
    "with_checked_language",
]

_FORUM: Final = "forum"
"""The type of pages whose first post is what the page is."""
GIVEN = Encoding("utf-8", "given")
"""Of what the caller passed as text or as a tree."""


def extract(
    html: str | bytes | etree._Element, url: str | None = None, options: Options | None = None
) -> Page:
    """Turn a page into its main content.

    A pure function: the same input gives the same page, a tree passed in is not changed, and
    nothing is fetched. What is in the page never raises; an empty or useless one gives a `Page`
    with empty text and a warning.

    Args:
        html: The page: text, bytes in any encoding, or a parsed lxml element.
        url: Address the page was served from; links are resolved against it.
        options: Choices about reading; the defaults where None.

    Returns:
        The page with its main content, metadata and every block.

    Raises:
        TypeError: an argument is of another type.
        ModelError: the model named by the options cannot be read.
        DetectorMissingError: the options ask for a check of the language, and the detector is not installed.
    """
    if not isinstance(html, str | bytes | etree._Element):
        raise TypeError(f"html must be str, bytes or an lxml element, not {type(html).__name__}")
    check_types(url, options)
    options = options or DEFAULT_OPTIONS
    model = default_model() if options.model is None else load_model(options.model)
    read = read_page(html, url, options)
    features = measure(read.table, read.metadata.title, read.clues)
    scores = model.score(features)
    choice = Choice(scores.blocks, model.choose(features, scores), partial(model.weigh, features, scores))
    threads = find_threads(read.table)
    decisions = decide(read.table, features, choice, threads)
    warnings = [*read.warnings]
    if read.table.from_noscript:
        warnings.append(warn("noscript-used"))
    if not any(decisions.kept):
        warnings.append(warn("no-main-content"))
    kind = page_type(model, scores) if read.table.n_blocks else None
    metadata = read.metadata
    if not metadata.authors and kind and kind.name == _FORUM and _opens(threads, read.table, decisions):
        metadata = signed(metadata, threads[0].author)
    page = Page(
        title=_title(read.table, decisions, read.metadata.title),
        metadata=metadata,
        table=read.table,
        decisions=decisions,
        page_type=kind,
        confidence=model.confidence(features, scores, np.array(decisions.kept, dtype=bool)),
        warnings=tuple(warnings),
        encoding=read.encoding,
        base_url=read.base_url,
        renderer=render,
        threads=threads,
        stated=read.stated,
        teller=tell,
        finder=find_resources,
    )
    return with_checked_language(page) if options.check_language else page


class Reading(NamedTuple):
    """A page as it is before anything is decided about it.

    Attributes:
        table: Its blocks.
        metadata: What it says about itself.
        clues: What its head says about the kind of page it is.
        base_url: What its relative links resolve against.
        encoding, warnings: As on the `Page`.
        stated: What its JSON-LD says that people said.
    """

    table: BlockTable
    metadata: Metadata
    clues: Clues
    base_url: str | None
    encoding: Encoding
    warnings: tuple[PageWarning, ...]
    stated: tuple[Stated, ...] = ()


def read_page(
    html: str | bytes | etree._Element, url: str | None = None, options: Options = DEFAULT_OPTIONS
) -> Reading:
    """Decode, parse and cut a page: what comes before the scorer, for those who train one.

    Args:
        html, url, options: As for `extract`; of the options only those about reading matter.
    """
    source = _read(html, options)
    with _collector_paused():
        table = segment(source.roots)
    if not source.roots:
        return Reading(table, Metadata(url=url), NO_CLUES, url, source.encoding, source.warnings)
    facts = collect(source.roots[0])
    metadata = read_metadata(facts, url)
    if options.metadata == "full":
        from boilerstrip.metadata.full import fill_in

        metadata = fill_in(metadata, source.roots[0], url)
    return Reading(
        table=table,
        metadata=metadata,
        clues=read_clues(facts, url or metadata.url),
        base_url=base_url(facts, url),
        encoding=source.encoding,
        warnings=source.warnings,
        stated=read_stated(facts.json_ld),
    )


def page_type(model: Model, scores: Scores) -> PageType:
    """The likeliest type of a page."""
    best = int(scores.types.argmax())
    return PageType(model.page_types[best], float(scores.types[best]))


def _title(table: BlockTable, decisions: Decisions, stated: str | None) -> str | None:
    """The page's title: what it states and what its visible headline says, settled."""
    if decisions.headline < 0:
        return stated
    shown = " ".join(plain_text(without_permalinks(unreferred(table.inline[decisions.headline]))).split())
    return settled(stated or "", shown) or None


def _opens(threads: Sequence[Entry], table: BlockTable, decisions: Decisions) -> bool:
    """Whether the page is a thread whose first entry opens it: all answer that one, or none answers any.

    Where several entries have answers of their own, they are what readers say of something that is no entry.
    """
    if not threads or not are_posts(threads, table.n_chars, decisions.kept):
        return False
    n_roots = sum(entry.parent < 0 for entry in threads)
    return n_roots in (1, len(threads))


def with_checked_language(page: Page) -> Page:
    """The page with its language held against its main content.

    Raises:
        DetectorMissingError: The detector is not installed.
    """
    from boilerstrip.metadata.language import checked_language

    language = checked_language(page.metadata.language, page.text)
    return replace(page, metadata=replace(page.metadata, language=language))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the cyclic garbage collector out of a step that makes many objects and no cycles.

    It would look through the growing lists of a large page again and again: half the time of the
    step at 20 MB. Only who found it running starts it again, so threads may overlap.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Source(NamedTuple):
    """A page as a tree, however it came."""

    roots: tuple[etree._Element, ...]
    encoding: Encoding
    warnings: tuple[PageWarning, ...]


def check_types(url: object, options: object) -> None:
    """Refuse an address or options of another type.

    Raises:
        TypeError: One is.
    """
    if not isinstance(url, str | None):
        raise TypeError(f"url must be str or None, not {type(url).__name__}")
    if not isinstance(options, Options | None):
        raise TypeError(f"options must be Options or None, not {type(options).__name__}")


def _read(html: str | bytes | etree._Element, options: Options) -> _Source:
    if isinstance(html, etree._Element):
        if not isinstance(html.tag, str):
            return _Source((), GIVEN, (warn("not-html", "a comment or instruction by itself"),))
        return _Source(roots_of(html), GIVEN, ())
    if isinstance(html, str):
        parsed = parse(html)
        return _Source(parsed.roots, GIVEN, parsed.warnings)
    decoded = decode(html, options.encoding)
    if any(warning.code in ("not-html", "empty-input") for warning in decoded.warnings):
        return _Source((), decoded.encoding, decoded.warnings)
    as_is = decoded.encoding.name == "utf-8" and decoded.encoding.evidence != "bom" and not decoded.warnings
    parsed = parse(decoded.text, html if as_is else None)
    return _Source(parsed.roots, decoded.encoding, (*decoded.warnings, *parsed.warnings))
