"""Run an engine over a gold standard and measure what comes out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import lxml.html

from boilerstrip.errors import BoilerstripError
from boilerstrip.pipeline import extract
from boilerstrip.training.gold import GoldPage, read_gold
from boilerstrip.training.metrics import Score, best_choice, count_words, score_counts

__all__ = ["ENGINES", "Evaluation", "PageResult", "Summary", "evaluate"]


@dataclass(frozen=True, slots=True)
class PageResult:
    """What was measured on one page.

    Attributes:
        id, page_type: Of the gold page.
        score: Words against the gold's; None where the gold standard has only snippets.
        ceiling: Best F1 any choice of our blocks reaches, 0..1; None for another engine or no gold.
        n_with, n_with_found: Snippets that should be there, and those that are.
        n_without, n_without_found: Snippets that should not be there, and those that are.
        seconds: Extraction, decoding to text, wall clock.
        parse_seconds: `lxml.html.fromstring` on the same bytes just before.
        error: What the engine raised, or "".
    """

    id: str
    page_type: str
    score: Score | None
    ceiling: float | None
    n_with: int
    n_with_found: int
    n_without: int
    n_without_found: int
    seconds: float
    parse_seconds: float
    error: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over pages; rates are over all their snippets. None where nothing was to measure.

    Attributes:
        n_pages, n_errors: Pages measured; those on which the engine raised (they score 0).
        precision, recall, f1, ceiling: Means over pages, 0..1.
        with_rate: Share of wanted snippets found (more is better).
        without_rate: Share of unwanted snippets found (less is better).
        snippet_f1: F1 over all snippets: wanted found, wanted missing, unwanted found.
    """

    n_pages: int
    n_errors: int
    precision: float | None
    recall: float | None
    f1: float | None
    ceiling: float | None
    with_rate: float | None
    without_rate: float | None
    snippet_f1: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of `evaluate`.

    Attributes:
        engine: Name of the engine.
        total: Over all pages.
        by_type: Over the pages of each type, sorted by name; empty where the gold has no types.
        times_parse: Mean seconds a page over the mean of the lxml parse, same pages, same run.
        pages: One result per page.
    """

    engine: str
    total: Summary
    by_type: dict[str, Summary]
    times_parse: float
    pages: tuple[PageResult, ...]


Engine = Callable[[bytes, "str | None"], "tuple[str, Sequence[str] | None]"]
"""Bytes and address -> main content as text, and the texts of all blocks where it has blocks."""


def _run_boilerstrip(html: bytes, url: str | None) -> tuple[str, Sequence[str] | None]:
    page = extract(html, url)
    return page.text, page.table.text


def _run_trafilatura(html: bytes, url: str | None) -> tuple[str, Sequence[str] | None]:
    from trafilatura import extract as trafilatura_extract

    return trafilatura_extract(html, url=url) or "", None


ENGINES: Final[dict[str, Engine]] = {"boilerstrip": _run_boilerstrip, "trafilatura": _run_trafilatura}
"""Engines that can be compared, each with its default settings."""


def evaluate(
    folder: str | Path,
    engine: str = "boilerstrip",
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """Run an engine over a gold standard.

    Args:
        folder: The gold standard's directory, see `gold.read_gold`.
        engine: A name in `ENGINES`.
        limit: At most this many pages, spread evenly.
        progress: Called with (pages done, pages in all) after each page.

    Raises:
        GoldError: the gold standard cannot be read.
        KeyError: there is no such engine.
    """
    run = ENGINES[engine]
    gold = read_gold(folder, limit)
    run(b"<p>first use loads what the engine needs, which is not to be timed</p>", None)
    results = []
    for page in gold:
        results.append(_measure(page, run))
        if progress is not None:
            progress(len(results), len(gold))
    parse_seconds = sum(result.parse_seconds for result in results)
    types = sorted({result.page_type for result in results if result.page_type})
    return Evaluation(
        engine=engine,
        total=_summarize(results),
        by_type={kind: _summarize([r for r in results if r.page_type == kind]) for kind in types},
        times_parse=sum(result.seconds for result in results) / max(parse_seconds, 1e-9),
        pages=tuple(results),
    )


def _measure(page: GoldPage, run: Engine) -> PageResult:
    html = page.read_html()
    parse_seconds = _time_parse(html)
    text, blocks, error = "", None, ""
    start = time.perf_counter()
    try:
        text, blocks = run(html, page.url)
    except BoilerstripError:
        raise
    except Exception as exception:  # noqa: BLE001 - a peer may raise anything; it is counted
        error = f"{type(exception).__name__}: {exception}"
    seconds = time.perf_counter() - start
    score = ceiling = None
    if page.main_content is not None:
        gold = count_words(page.main_content)
        score = score_counts(count_words(text), gold)
        ceiling = _ceiling(blocks, gold) if blocks is not None else None
    return PageResult(
        id=page.id,
        page_type=page.page_type,
        score=score,
        ceiling=ceiling,
        n_with=len(page.with_snippets),
        n_with_found=sum(snippet in text for snippet in page.with_snippets),
        n_without=len(page.without_snippets),
        n_without_found=sum(snippet in text for snippet in page.without_snippets),
        seconds=seconds,
        parse_seconds=parse_seconds,
        error=error,
    )


def _time_parse(html: bytes) -> float:
    if not html.strip():
        return 0.0
    start = time.perf_counter()
    lxml.html.fromstring(html)
    return time.perf_counter() - start


def _ceiling(blocks: Sequence[str], gold: Counter[str]) -> float:
    counted = [count_words(text) for text in blocks]
    taken: Counter[str] = Counter()
    for words, chosen in zip(counted, best_choice(counted, gold), strict=True):
        if chosen:
            taken.update(words)
    return score_counts(taken, gold).f1


def _summarize(results: Sequence[PageResult]) -> Summary:
    scores = [result.score for result in results if result.score is not None]
    n_with, n_without = sum(r.n_with for r in results), sum(r.n_without for r in results)
    found = sum(r.n_with_found for r in results)
    false = sum(r.n_without_found for r in results)
    return Summary(
        n_pages=len(results),
        n_errors=sum(bool(r.error) for r in results),
        precision=_mean(score.precision for score in scores),
        recall=_mean(score.recall for score in scores),
        f1=_mean(score.f1 for score in scores),
        ceiling=_mean(r.ceiling for r in results if r.ceiling is not None),
        with_rate=found / n_with if n_with else None,
        without_rate=false / n_without if n_without else None,
        snippet_f1=2 * found / (n_with + found + false) if n_with else None,
    )


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return sum(listed) / len(listed) if listed else None
