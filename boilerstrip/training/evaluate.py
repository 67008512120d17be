"""Run an engine over a gold standard and measure what comes out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.html import fromstring

from boilerstrip.training.engine import Engine, Extracted
from boilerstrip.training.engines import load_engine
from boilerstrip.training.gold import Gold, GoldPage, load_gold
from boilerstrip.training.metrics import Score, best_choice, count_snippets, count_words, score_counts
from boilerstrip.training.results import (
    Evaluation,
    PageResult,
    measure_speed,
    measure_trust,
    summarize,
)

__all__ = ["Watch", "evaluate", "evaluate_gold", "measure_page", "measure_pages", "sum_up", "unwatched"]

Watch = Callable[[int], AbstractContextManager[Callable[[], object]]]
"""Number of pages -> a context that gives a function to call after each page; for a progress bar."""

_NO_SCORE: Final = Score(0.0, 0.0, 0.0)
"""Of a page on which the engine raised, also where there was nothing to find."""


@contextmanager
def unwatched(_n_pages: int) -> Iterator[Callable[[], object]]:
    """A `Watch` that shows nothing."""
    yield lambda: None


def evaluate(
    folder: str | Path, engine: str = "boilerstrip", limit: int | None = None, watch: Watch = unwatched
) -> Evaluation:
    """Run an engine over a gold standard.

    Args:
        folder: The gold standard's directory, see `gold.load_gold`.
        engine: A name in `engines.ENGINES`.
        limit: At most this many pages, spread evenly.
        watch: Entered once the number of pages is known.

    Raises:
        GoldError: the gold standard cannot be read.
        OptionError: there is no such engine, or `limit` is less than 1.
    """
    loaded = {engine: load_engine(engine)}  # before the work, so that a wrong name is said first
    return evaluate_gold(load_gold(folder, limit), loaded, watch)[0]


def evaluate_gold(gold: Gold, engines: Mapping[str, Engine], watch: Watch = unwatched) -> list[Evaluation]:
    """Run engines over a gold standard, one after the other.

    Not page by page: so no engine works in the caches and on the garbage of another.

    Args:
        gold: The gold standard.
        engines: Engines that are ready to run, by name.
        watch: Entered once, with the number of pages for all engines together.

    Returns:
        What each engine reached, in their order.

    Raises:
        GoldError: a page's HTML cannot be read.
    """
    with watch(len(engines) * len(gold.pages)) as advance:
        return [
            sum_up(gold, name, engine, measure_pages(gold.pages, engine, advance))
            for name, engine in engines.items()
        ]


def measure_pages(
    pages: Sequence[GoldPage], engine: Engine, advance: Callable[[], object] = lambda: None
) -> list[PageResult]:
    """Run an engine on at least one page and compare; `advance` is called after each page.

    Raises:
        GoldError: a page's HTML cannot be read.
    """
    measure_page(pages[0], engine)  # the first use loads what the engine needs, which is not to be timed
    results = []
    for page in pages:
        results.append(measure_page(page, engine))
        advance()
    return results


def sum_up(gold: Gold, name: str, engine: Engine, results: Sequence[PageResult]) -> Evaluation:
    """The results of all pages of a gold standard as one evaluation."""
    types = sorted({result.page_type for result in results} - {""})
    return Evaluation(
        engine=name,
        engine_version=engine.version,
        timed=engine.timed,
        digest=gold.digest,
        basis=engine.basis(gold.digest),
        total=summarize(results),
        by_type={kind: summarize([r for r in results if r.page_type == kind]) for kind in types},
        trust=measure_trust(results),
        speed=measure_speed(results),
        pages=tuple(results),
    )


def measure_page(page: GoldPage, engine: Engine) -> PageResult:
    """Run an engine on one page and compare.

    Only the parse and the engine's call are timed; counting words and the ceiling are not.

    Raises:
        GoldError: the page's HTML cannot be read.
    """
    html = page.read_html()
    parse_seconds = _time_parse(html)
    extracted, error = Extracted(""), ""
    start = time.perf_counter()
    try:
        extracted = engine.run(html, page.url)
    except Exception as exception:  # noqa: BLE001  (an engine may raise anything; it is counted)
        error = f"{type(exception).__name__}: {exception}"
    seconds = time.perf_counter() - start
    score, ceiling = _compare(extracted, page.main_content)
    return PageResult(
        id=page.id,
        page_type=page.page_type,
        score=_NO_SCORE if error and score else score,
        ceiling=ceiling,
        snippets=count_snippets(extracted.text, page.with_snippets, page.without_snippets),
        told_type=extracted.page_type,
        confidence=extracted.confidence,
        seconds=seconds,
        parse_seconds=parse_seconds,
        error=error,
    )


def _time_parse(html: bytes) -> float:
    """Seconds of the plain lxml parse, freeing the tree included, as in any engine that uses lxml."""
    start = time.perf_counter()
    try:
        fromstring(html)
    except (etree.LxmlError, ValueError):  # nothing in it, or a charset that lxml does not know
        return 0.0
    return time.perf_counter() - start


def _compare(extracted: Extracted, main_content: str | None) -> tuple[Score | None, float | None]:
    """Score and ceiling, as far as the page and the engine allow."""
    if main_content is None:
        return None, None
    gold = count_words(main_content)
    score = score_counts(count_words(extracted.text), gold)
    return score, None if extracted.blocks is None else _ceiling(extracted.blocks, gold)


def _ceiling(blocks: Sequence[str], gold: Counter[str]) -> float:
    counted = [count_words(text) for text in blocks]
    taken: Counter[str] = Counter()
    for words, chosen in zip(counted, best_choice(counted, gold), strict=True):
        if chosen:
            taken.update(words)
    return score_counts(taken, gold).f1
