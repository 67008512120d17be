"""`extract_text()`: text that somebody extracted, in; its main content out. And what tells text from HTML.

What reads and scores text is imported when there is some: it takes longer than a page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import PendingDecisions, Reason
from boilerstrip.collector import collector_paused
from boilerstrip.decide import Choice, Headline, Settled, settle
from boilerstrip.decode import decode
from boilerstrip.features import Features
from boilerstrip.later import Later
from boilerstrip.options import DEFAULT_OPTIONS, Options, check_types
from boilerstrip.page import Encoding, Metadata, Page, PageWarning, warn
from boilerstrip.pipeline import GIVEN, extract, page_type, with_checked_language
from boilerstrip.render import render
from boilerstrip.resources import Resources
from boilerstrip.scoring import Scores
from boilerstrip.textdump.kind import has_tags, looks_like_text

if TYPE_CHECKING:
    from boilerstrip.scoring.textmodel import TextModel
    from boilerstrip.textdump.read import TextReading

__all__ = ["Kind", "extract_either", "extract_text"]

Kind = Literal["auto", "html", "text"]
"""What an input is; "auto" looks."""

_UNUSABLE: Final = frozenset({"not-html", "empty-input"})
"""Warnings of the decoder after which there is nothing to read."""
_MOST_REMEMBERED: Final = 5_000
"""Lines up to which what was measured of a text is remembered; of a longer one it is measured again."""


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
    from boilerstrip.scoring.textmodelfile import default_text_model, load_text_model

    options = options or DEFAULT_OPTIONS
    model = default_text_model() if options.model is None else load_text_model(options.model)
    with collector_paused():
        page = _extracted(text, url, options, model)
    return with_checked_language(page) if options.check_language else page


def _extracted(text: str | bytes, url: str | None, options: Options, model: TextModel) -> Page:
    from boilerstrip.scoring.textheadline import settle_headline
    from boilerstrip.textdump.read import read_lines

    read, encoding, warnings = _decoded(text, options)
    lines = read_lines(read)
    table, asked = lines.table, _Asked(model, lines)
    features, scores = _measured(asked)
    headed = settle_headline(table, features, model.choose(features, scores, table).kept)
    choice = Choice(scores.blocks, headed.kept, partial(model.weigh, features, scores))
    settled = settle(table, features, choice, headline=Headline(headed.headline, "above its prose"))
    told = Later(partial(_explained, asked, headed.kept, settled))
    if table.n_blocks > _MOST_REMEMBERED:
        _measured.cache_clear()
    if True not in settled.kept and read.strip():
        warnings = (*warnings, warn("no-main-content"))
    title = table.text[headed.headline] if headed.headline >= 0 else None
    return Page(
        title=title,
        metadata=Metadata(title=title, url=url),
        table=table,
        decisions=PendingDecisions(scores.told(), settled.kept, headed.headline, told),
        page_type=page_type(model, scores) if table.n_blocks else None,
        confidence=model.confidence(features, scores, np.array(settled.kept, dtype=bool)),
        warnings=warnings,
        encoding=encoding,
        base_url=url,
        renderer=render,
        finder=_found_resources,
    )


def _found_resources(page: Page) -> Resources:
    from boilerstrip.render.resources import find_resources

    return find_resources(page)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What a text's features and scores follow from."""

    model: TextModel
    lines: TextReading


@lru_cache(maxsize=4)
def _measured(asked: _Asked) -> tuple[Features, Scores]:
    """What is measured of a text, kept for a while, as `pipeline._measured` does."""
    from boilerstrip.features.lines import measure_lines

    features = measure_lines(asked.lines.table, asked.lines.n_blank)
    return features, asked.model.score(features)


def _explained(asked: _Asked, chosen: NDArray[np.bool_], settled: Settled) -> tuple[list[str], list[Reason]]:
    """Role and reason of each line.

    Lines below one that opens a thread are comments, unless they say what else they are.
    """
    from boilerstrip.decide.roles import explain
    from boilerstrip.features.lines import LINE_COLUMNS

    features, scores = _measured(asked)
    if features.n_blocks > _MOST_REMEMBERED:
        _measured.cache_clear()
    weigh = partial(asked.model.weigh, features, scores)
    choice = Choice(scores.blocks, chosen, weigh, LINE_COLUMNS)
    roles, reasons = explain(asked.lines.table, features, choice, settled)
    in_thread, opens = (
        (features.blocks[:, LINE_COLUMNS.index(name)] > 0).tolist() for name in ("in_thread", "opens_thread")
    )
    opener = -1
    for i, role in enumerate(roles):
        opener = i if opens[i] else opener
        if role == "other" and in_thread[i] and opener >= 0:
            roles[i], reasons[i] = "comment", Reason("thread", f"below block {opener}")
    return roles, reasons


def extract_either(
    content: bytes,
    url: str | None = None,
    options: Options | None = None,
    *,
    kind: Kind = "auto",
    is_named: bool = False,
) -> Page:
    """The page of a document that is HTML or text.

    Args:
        content, url, options: As for `extract` and `extract_text`.
        kind: What it is, where the caller knows; else a `model` of the options is for HTML alone.
        is_named: Whether its name says that it is HTML, which is believed unless it has no tags.
    """
    if kind == "text":
        return extract_text(content, url, options)
    is_html = _is_saved(content) or (has_tags(content) if is_named else not looks_like_text(content))
    if kind == "html" or is_html:
        return extract(content, url, options)
    return extract_text(content, url, options and replace(options, model=None))


def _is_saved(content: bytes) -> bool:
    if not content[:1].isalpha():
        return False
    from boilerstrip.decode.saved import is_saved

    return is_saved(content)


def _decoded(text: str | bytes, options: Options) -> tuple[str, Encoding, tuple[PageWarning, ...]]:
    if isinstance(text, str):
        empty = () if text.strip() else (warn("empty-input"),)
        return text, GIVEN, empty
    decoded = decode(text, options.encoding)
    unusable = any(warning.code in _UNUSABLE for warning in decoded.warnings)
    if not unusable and not decoded.text.strip():
        return "", decoded.encoding, (*decoded.warnings, warn("empty-input"))
    return "" if unusable else decoded.text, decoded.encoding, decoded.warnings
