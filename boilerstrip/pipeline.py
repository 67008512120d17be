"""`extract()`: a page in, its main content out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

import numpy as np
from lxml import etree

from boilerstrip.block import BlockTable, Decisions, Stated
from boilerstrip.decide import Choice, decide
from boilerstrip.decode import decode
from boilerstrip.features import measure
from boilerstrip.metadata import NO_CLUES, Clues, base_url, collect, read_clues, read_metadata, read_stated
from boilerstrip.options import DEFAULT_OPTIONS, Options
from boilerstrip.page import Encoding, Metadata, Page, PageType, PageWarning, warn
from boilerstrip.parse import parse, roots_of
from boilerstrip.render import render
from boilerstrip.render.inline import plain_text, without_permalinks
from boilerstrip.render.talk import tell
from boilerstrip.scoring import Model, Scores, default_model, load_model
from boilerstrip.segment import segment
from boilerstrip.threads import find_threads

__all__ = ["GIVEN", "Reading", "check_types", "extract", "page_type", "read_page"]

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
    if read.table.left_out:
        warnings.append(warn("text-left-out", ", ".join(sorted(read.table.left_out))))
    if not any(decisions.kept):
        warnings.append(warn("no-main-content"))
    return Page(
        title=_title(read.table, decisions) or read.metadata.title,
        metadata=read.metadata,
        table=read.table,
        decisions=decisions,
        page_type=page_type(model, scores) if read.table.n_blocks else None,
        confidence=model.confidence(features, scores, np.array(decisions.kept, dtype=bool)),
        warnings=tuple(warnings),
        encoding=read.encoding,
        base_url=read.base_url,
        renderer=render,
        threads=threads,
        stated=read.stated,
        teller=tell,
    )


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


def _title(table: BlockTable, decisions: Decisions) -> str | None:
    """The words of the visible headline, None where there is none."""
    if decisions.headline < 0:
        return None
    return " ".join(plain_text(without_permalinks(table.inline[decisions.headline])).split())


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
