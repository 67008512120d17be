"""`extract_text()`: text that somebody extracted, in; its main content out. And what tells text from HTML.

What reads and scores text is imported when there is some: it takes longer than a page.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final, Literal

import numpy as np

from boilerstrip.block import Decisions, Reason
from boilerstrip.decide import Choice, Headline, decide
from boilerstrip.decode import decode
from boilerstrip.features import Features
from boilerstrip.options import DEFAULT_OPTIONS, Options
from boilerstrip.page import Encoding, Metadata, Page, PageWarning, warn
from boilerstrip.pipeline import GIVEN, check_types, extract, page_type, with_checked_language
from boilerstrip.render import render
from boilerstrip.textdump.kind import looks_like_text

__all__ = ["Kind", "extract_either", "extract_text"]

Kind = Literal["auto", "html", "text"]
"""What an input is; "auto" looks."""

_UNUSABLE: Final = frozenset({"not-html", "empty-input"})
"""Warnings of the decoder after which there is nothing to read."""


def extract_text(text: str | bytes, url: str | None = None, options: Options | None = None) -> Page:
    """Strip text that somebody already extracted: of menus, counters, share words, comment threads.

    Lines, signs and blank lines are all it goes by; Markdown is understood. A pure function; what is in the
    text never raises.

    Args:
        text: The text, as `str` or as bytes in any encoding.
        url: Address of the page it came from; links written in it are resolved against it.
        options: Choices about reading; a `model` must be one of texts, of `boilerstrip train --text`.

    Returns:
        The same as `extract` gives of a page; the headline is the title.

    Raises:
        TypeError: an argument is of another type.
        ModelError: the model named by the options cannot be read, or is one of web pages.
        DetectorMissingError: the options ask for a check of the language, and the detector is not installed.
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"text must be str or bytes, not {type(text).__name__}")
    check_types(url, options)
    from boilerstrip.features.lines import LINE_COLUMNS, measure_lines
    from boilerstrip.render.resources import find_resources
    from boilerstrip.scoring.textheadline import settle_headline
    from boilerstrip.scoring.textmodelfile import default_text_model, load_text_model
    from boilerstrip.textdump.read import read_lines

    options = options or DEFAULT_OPTIONS
    read, encoding, warnings = _decoded(text, options)
    lines = read_lines(read)
    features = measure_lines(lines.table, lines.n_blank)
    model = default_text_model() if options.model is None else load_text_model(options.model)
    scores = model.score(features)
    settled = settle_headline(lines.table, features, model.choose(features, scores))
    choice = Choice(scores.blocks, settled.kept, partial(model.weigh, features, scores), LINE_COLUMNS)
    headline = Headline(settled.headline, "above its prose")
    decisions = _in_threads(decide(lines.table, features, choice, headline=headline), features)
    if read.strip() and not any(decisions.kept):
        warnings = (*warnings, warn("no-main-content"))
    title = lines.table.text[settled.headline] if settled.headline >= 0 else None
    page = Page(
        title=title,
        metadata=Metadata(title=title, url=url),
        table=lines.table,
        decisions=decisions,
        page_type=page_type(model, scores) if lines.table.n_blocks else None,
        confidence=model.confidence(features, scores, np.array(decisions.kept, dtype=bool)),
        warnings=warnings,
        encoding=encoding,
        base_url=url,
        renderer=render,
        finder=find_resources,
    )
    return with_checked_language(page) if options.check_language else page


def _in_threads(decided: Decisions, features: Features) -> Decisions:
    """The decisions; lines below one that opens a thread are comments, unless they say what else they are."""
    from boilerstrip.features.lines import LINE_COLUMNS

    in_thread, opens = (
        features.blocks[:, LINE_COLUMNS.index(name)] > 0 for name in ("in_thread", "opens_thread")
    )
    roles, reasons, opener = list(decided.role), list(decided.reason), -1
    for i, role in enumerate(roles):
        opener = i if opens[i] else opener
        if role == "other" and in_thread[i] and opener >= 0:
            roles[i], reasons[i] = "comment", Reason("thread", f"below block {opener}")
    return replace(decided, role=roles, reason=reasons)


def extract_either(
    content: bytes, url: str | None = None, options: Options | None = None, *, kind: Kind = "auto"
) -> Page:
    """The page of a document that is HTML or text.

    Args:
        content, url, options: As for `extract` and `extract_text`.
        kind: What it is, where the caller knows; else a `model` of the options is for HTML alone.
    """
    if kind == "text":
        return extract_text(content, url, options)
    if kind == "html" or not looks_like_text(content):
        return extract(content, url, options)
    return extract_text(content, url, options and replace(options, model=None))


def _decoded(text: str | bytes, options: Options) -> tuple[str, Encoding, tuple[PageWarning, ...]]:
    if isinstance(text, str):
        empty = () if text.strip() else (warn("empty-input"),)
        return text, GIVEN, empty
    decoded = decode(text, options.encoding)
    unusable = any(warning.code in _UNUSABLE for warning in decoded.warnings)
    if not unusable and not decoded.text.strip():
        return "", decoded.encoding, (*decoded.warnings, warn("empty-input"))
    return "" if unusable else decoded.text, decoded.encoding, decoded.warnings
