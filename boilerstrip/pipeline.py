"""`extract()`: a page in, its main content out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final, NamedTuple

import numpy as np
from lxml import etree

from boilerstrip.block import BlockTable, Entry, PendingDecisions, Reason, Stated
from boilerstrip.collector import collector_paused, leave_out
from boilerstrip.decide import Choice, Settled, settle
from boilerstrip.decode import decode
from boilerstrip.features import COLUMNS, Features, measure
from boilerstrip.heap import give_back
from boilerstrip.later import Later
from boilerstrip.metadata import NO_CLUES, Clues, base_url, collect, read_clues, read_metadata, read_stated
from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.title import settled
from boilerstrip.options import DEFAULT_OPTIONS, Options, check_types
from boilerstrip.page import Encoding, Metadata, Page, PageType, PageWarning, Talk, warn
from boilerstrip.parse import parse, roots_of
from boilerstrip.render import render
from boilerstrip.render.anchors import without_permalinks
from boilerstrip.render.inline import plain_text
from boilerstrip.render.noted import unreferred
from boilerstrip.resources import Resources
from boilerstrip.scoring import Model, Scores, default_model, load_model
from boilerstrip.scoring.choose import is_thread
from boilerstrip.segment import segment

__all__ = ["GIVEN", "Reading", "extract", "page_type", "read_page", "with_checked_language"]

_MOST_REMEMBERED: Final = 5_000
"""Blocks of a page whose roles and reasons may wait until somebody asks for them."""
_LARGE: Final = 2_000_000
"""Characters or bytes of a page after which freed memory is given back."""
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
        html: The page: text, bytes in any encoding, or a parsed lxml element. Bytes may also be a file that a
            browser saved the page in (MHTML, `.webarchive`).
        url: Address the page was served from; links are resolved against it. Where None, the one that such a
            file states.
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
    with collector_paused():
        read = read_page(html, url, options)
        if isinstance(html, str | bytes) and len(html) > _LARGE:
            give_back()  # that of the tree, which is gone
        page = _extracted(read, model)
    return with_checked_language(page) if options.check_language else page


def _extracted(read: Reading, model: Model) -> Page:
    table, title = read.table, read.metadata.title
    asked = _Asked(model, table, title, read.clues)
    features, scores, choice = _measured(asked)
    settled = settle(table, features, choice)
    kind = page_type(model, scores) if table.n_blocks else None
    kept = np.array(settled.kept, dtype=bool)
    is_forum = kind is not None and is_thread(features, kept, kind.name)
    threads = Later(partial(_found_threads, table, settled.kept if is_forum else None))
    told = Later(partial(_explained, asked, settled, threads))
    decisions = PendingDecisions(scores.told(), settled.kept, settled.headline.block, told)
    leave_out(decisions.score, decisions.kept)
    if table.n_blocks > _MOST_REMEMBERED:
        told()
        _measured.cache_clear()
    metadata = read.metadata
    if is_forum:
        from boilerstrip.threads.opened import read_opened

        metadata = read_opened(metadata, read.facts, threads, table, settled.kept)
    warnings = [*read.warnings]
    if table.from_noscript and any(settled.kept):
        warnings.append(warn("noscript-used"))
    if table.left_out:
        warnings.append(warn("text-left-out", ", ".join(sorted(table.left_out))))
    if not any(settled.kept):
        warnings.append(warn("no-main-content"))
    return Page(
        title=_title(table, settled.headline.block, read.metadata.title),
        metadata=metadata,
        table=table,
        decisions=decisions,
        page_type=kind,
        confidence=model.confidence(features, scores, kept),
        warnings=tuple(warnings),
        encoding=read.encoding,
        base_url=read.base_url,
        renderer=render,
        entries=threads,
        stated=read.stated,
        teller=_told_by,
        finder=_found_resources,
    )


class _Asked(NamedTuple):
    """What a page's features and scores follow from."""

    model: Model
    table: BlockTable
    title: str | None
    clues: Clues


class _Measured(NamedTuple):
    features: Features
    scores: Scores
    choice: Choice


@lru_cache(maxsize=4)
def _measured(asked: _Asked) -> _Measured:
    """What is measured of a page, kept for a while: who asks for a page's reasons mostly does so at once.

    A page does not hold it, for it takes as much memory as all the rest.
    """
    model, features = asked.model, measure(asked.table, asked.title, asked.clues)
    scores = model.score(features)
    chosen, weigh = model.choose(features, scores, asked.table), partial(model.weigh, features, scores)
    choice = Choice(scores.blocks, chosen.kept, weigh, COLUMNS, *chosen[1:])
    return _Measured(features, scores, choice)


def _explained(
    asked: _Asked, settled: Settled, threads: Later[tuple[Entry, ...]]
) -> tuple[list[str], list[Reason]]:
    """Role and reason of each block of a page."""
    from boilerstrip.decide.roles import explain

    features, _, choice = _measured(asked)
    return explain(asked.table, features, choice, settled, threads())


def _found_threads(table: BlockTable, kept: Sequence[bool] | None) -> tuple[Entry, ...]:
    from boilerstrip.threads import find_threads

    return find_threads(table, kept)


def _found_resources(page: Page) -> Resources:
    from boilerstrip.render.resources import find_resources

    return find_resources(page)


def _told_by(page: Page) -> Talk:
    from boilerstrip.render.talk import tell

    return tell(page)


class Reading(NamedTuple):
    """A page as it is before anything is decided about it.

    Attributes:
        table: Its blocks.
        metadata: What it says about itself.
        clues: What its head says about the kind of page it is.
        base_url: What its relative links resolve against.
        encoding, warnings: As on the `Page`.
        stated, facts: What its JSON-LD says that people said, and what the metadata were read from.
    """

    table: BlockTable
    metadata: Metadata
    clues: Clues
    base_url: str | None
    encoding: Encoding
    warnings: tuple[PageWarning, ...]
    stated: tuple[Stated, ...] = ()
    facts: Facts | None = None


def read_page(
    html: str | bytes | etree._Element, url: str | None = None, options: Options = DEFAULT_OPTIONS
) -> Reading:
    """Decode, parse and cut a page: what comes before the scorer, for those who train one.

    Args:
        html, url, options: As for `extract`; of the options only those about reading matter.
    """
    source = _read(html, options)
    url = url or source.url
    seen = None if isinstance(html, etree._Element) else list[object]()  # a caller's may change
    with collector_paused():
        table = segment(source.roots, seen)
    if not source.roots:
        return Reading(table, Metadata(url=url), NO_CLUES, url, source.encoding, source.warnings)
    facts = collect(source.roots[0], *(seen or ()))
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
        facts=facts,
    )


def page_type(model: Model, scores: Scores) -> PageType:
    """The likeliest type of a page."""
    best, probability = scores.likeliest()
    return PageType(model.page_types[best], probability)


def _title(table: BlockTable, headline: int, stated: str | None) -> str | None:
    """The page's title: what it states and what its visible headline says, settled."""
    if headline < 0:
        return stated
    shown = " ".join(plain_text(without_permalinks(unreferred(table.inline[headline]))).split())
    return settled(stated or "", shown) or None


def with_checked_language(page: Page) -> Page:
    """The page with its language held against its main content.

    Raises:
        DetectorMissingError: The detector is not installed.
    """
    from boilerstrip.metadata.language import checked_language

    language = checked_language(page.metadata.language, page.text)
    return replace(page, metadata=replace(page.metadata, language=language))


class _Source(NamedTuple):
    """A page as a tree, however it came, and its address where the file that it was saved in states one."""

    roots: tuple[etree._Element, ...]
    encoding: Encoding
    warnings: tuple[PageWarning, ...]
    url: str | None = None


def _read(html: str | bytes | etree._Element, options: Options) -> _Source:
    if isinstance(html, etree._Element):
        if not isinstance(html.tag, str):
            return _Source((), GIVEN, (warn("not-html", "a comment or instruction by itself"),))
        return _Source(roots_of(html), GIVEN, ())
    if html[:1].isalpha():  # no page begins so, but a file that one was saved in
        from boilerstrip.decode.saved import unpack

        saved = unpack(html)
        if saved is not None:
            return _decoded(saved.html, options.encoding or saved.charset, saved.url)
    if isinstance(html, str):
        parsed = parse(html)
        return _Source(parsed.roots, GIVEN, parsed.warnings)
    return _decoded(html, options.encoding)


def _decoded(html: bytes, charset: str | None, url: str | None = None) -> _Source:
    decoded = decode(html, charset)
    if any(warning.code in ("not-html", "empty-input") for warning in decoded.warnings):
        return _Source((), decoded.encoding, decoded.warnings, url)
    parsed = parse(decoded.page)
    return _Source(parsed.roots, decoded.encoding, (*decoded.warnings, *parsed.warnings), url)
