"""What an evaluation gives: the values, and how pages are summed up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from boilerstrip.training.engine import Basis
from boilerstrip.training.metrics import Score, SnippetCounts, score_snippets
from boilerstrip.training.trust import Trust, calibration_error, rank_correlation

__all__ = ["Evaluation", "PageResult", "Speed", "Summary", "measure_speed", "measure_trust", "summarize"]


@dataclass(frozen=True, slots=True)
class PageResult:
    """What was measured on one page.

    Attributes:
        id, page_type: Of the gold page.
        score: Words against the gold's; None where the gold standard has only snippets.
        ceiling: Best F1 any choice of our blocks reaches, 0..1; None for another engine or no gold.
        snippets: How many snippets there are, and how many were found.
        told_type, confidence: What the engine says of the page; None where it does not.
        seconds: The engine's timed work, wall clock.
        parse_seconds: `lxml.html.fromstring` on the same bytes just before; 0 where lxml refuses them.
        error: What the engine raised, or "".
    """

    id: str
    page_type: str
    score: Score | None
    ceiling: float | None
    snippets: SnippetCounts
    told_type: str | None
    confidence: float | None
    seconds: float
    parse_seconds: float
    error: str

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values, on one level."""
        score = self.score
        return {
            "id": self.id,
            "page_type": self.page_type or None,
            "error": self.error or None,
            "precision": score.precision if score else None,
            "recall": score.recall if score else None,
            "f1": score.f1 if score else None,
            "ceiling": self.ceiling,
            **self.snippets._asdict(),
            "told_type": self.told_type,
            "confidence": self.confidence,
            "seconds": self.seconds,
            "parse_seconds": self.parse_seconds,
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over pages; snippets are counted over all pages. None where there was nothing to measure.

    Attributes:
        n_pages, n_errors: Pages measured; those on which the engine raised, which score 0.
        precision, recall, f1, ceiling: Means over pages, 0..1.
        with_rate: Share of wanted snippets found, 0..1; more is better.
        without_rate: Share of unwanted snippets found, 0..1; less is better.
        snippet_precision, snippet_recall, snippet_f1: As `metrics.score_snippets` has them.
    """

    n_pages: int
    n_errors: int
    precision: float | None
    recall: float | None
    f1: float | None
    ceiling: float | None
    with_rate: float | None
    without_rate: float | None
    snippet_precision: float | None
    snippet_recall: float | None
    snippet_f1: float | None


@dataclass(frozen=True, slots=True)
class Speed:
    """Time as a multiple of the lxml parse of the same pages, measured in the same run.

    Pages on which the engine or lxml failed are left out: they would pass for fast.

    Attributes:
        n_pages: Pages in these figures.
        seconds, parse_seconds: In all, of the engine and of the parse.
        times_parse: `seconds / parse_seconds`, the figure to quote; long pages weigh more in it.
        median, mean, low, high: Of the pages' own ratios; `low` and `high` are the 10th and the
            90th percentile.
    """

    n_pages: int
    seconds: float
    parse_seconds: float
    times_parse: float
    median: float
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of `evaluate`.

    Attributes:
        engine, engine_version: Name of the engine, and its version.
        timed: What the timed work is, in words.
        digest: SHA-256 of the gold standard's records, see `gold.gold_digest`.
        basis: What kind of figure this is.
        total: Over all pages.
        by_type: Over the pages of each type, sorted by name; empty where the gold has no types.
        trust: What the engine's own words about its results are worth.
        speed: Time against the lxml parse; None where no page could be timed.
        pages: One result per page.
    """

    engine: str
    engine_version: str
    timed: str
    digest: str
    basis: Basis
    total: Summary
    by_type: dict[str, Summary]
    trust: Trust
    speed: Speed | None
    pages: tuple[PageResult, ...]

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values ("schema": 1, stable key order, absent = None)."""
        return {
            "schema": 1,
            "engine": self.engine,
            "engine_version": self.engine_version,
            "gold_sha256": self.digest,
            "basis": self.basis._asdict(),
            "total": asdict(self.total),
            "by_type": {kind: asdict(summary) for kind, summary in self.by_type.items()},
            "trust": asdict(self.trust),
            "speed": {"timed": self.timed, **asdict(self.speed)} if self.speed else None,
            "pages": [page.to_dict() for page in self.pages],
        }


def summarize(results: Sequence[PageResult]) -> Summary:
    """Sum up pages."""
    scores = [result.score for result in results if result.score is not None]
    counts = _sum_counts(result.snippets for result in results)
    snippets = score_snippets(counts)
    return Summary(
        n_pages=len(results),
        n_errors=sum(bool(result.error) for result in results),
        precision=_mean([score.precision for score in scores]),
        recall=_mean([score.recall for score in scores]),
        f1=_mean([score.f1 for score in scores]),
        ceiling=_mean([result.ceiling for result in results if result.ceiling is not None]),
        with_rate=counts.n_with_found / counts.n_with if counts.n_with else None,
        without_rate=counts.n_without_found / counts.n_without if counts.n_without else None,
        snippet_precision=snippets.precision if snippets else None,
        snippet_recall=snippets.recall if snippets else None,
        snippet_f1=snippets.f1 if snippets else None,
    )


def measure_trust(results: Iterable[PageResult]) -> Trust:
    """Compare what the engine said of the pages with what the gold says."""
    results = list(results)
    typed = [result for result in results if result.told_type is not None and result.page_type]
    judged = [
        (result.confidence, result.score.f1)
        for result in results
        if result.confidence is not None and result.score is not None
    ]
    confidence, f1 = [pair[0] for pair in judged], [pair[1] for pair in judged]
    return Trust(
        type_accuracy=_mean([float(result.told_type == result.page_type) for result in typed]),
        confidence_rank=rank_correlation(confidence, f1),
        confidence_error=calibration_error(confidence, f1),
    )


def measure_speed(results: Iterable[PageResult]) -> Speed | None:
    """Time against the parse; None where no page was both parsed and extracted."""
    timed = [result for result in results if result.parse_seconds > 0 and not result.error]
    if not timed:
        return None
    seconds = sum(result.seconds for result in timed)
    parse_seconds = sum(result.parse_seconds for result in timed)
    ratios = [result.seconds / result.parse_seconds for result in timed]
    low, median, high = np.quantile(ratios, [0.1, 0.5, 0.9]).tolist()
    return Speed(
        n_pages=len(timed),
        seconds=seconds,
        parse_seconds=parse_seconds,
        times_parse=seconds / parse_seconds,
        median=median,
        mean=sum(ratios) / len(ratios),
        low=low,
        high=high,
    )


def _sum_counts(counts: Iterable[SnippetCounts]) -> SnippetCounts:
    """Column sums; all 0 for no pages."""
    return SnippetCounts(*map(sum, zip(*counts, SnippetCounts(0, 0, 0, 0), strict=False)))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
