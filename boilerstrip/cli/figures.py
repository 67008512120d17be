"""Evaluations as text: tables for people, JSON for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from boilerstrip.cli.terminal import visible

if TYPE_CHECKING:
    from rich.table import Table

    from boilerstrip.training.results import Evaluation, Speed, Summary
    from boilerstrip.training.trust import Trust

__all__ = ["as_json", "as_tables"]

_WIDTH: Final = 96
"""Columns the tables are laid out for, whatever the terminal: same input, same bytes out."""

_ANY_WIDTH: Final = 10_000
"""Columns for a table that must not be folded: it takes only those it needs."""

_NARROW: Final = (0, 1, 0, 0)
"""Blanks around the cells of a table with many columns: above, right, below, left."""

_TIME: Final = "and time as a multiple of the lxml parse"

_WORDS: Final = MappingProxyType(
    {"precision": "precision", "recall": "recall", "F1": "f1", "ceiling": "ceiling"}
)
"""Headings of the table of words, each with its field of `Summary`."""

_SNIPPETS: Final = MappingProxyType(
    {
        "with found": "with_rate",
        "without found": "without_rate",
        "precision": "snippet_precision",
        "recall": "snippet_recall",
        "F1": "snippet_f1",
    }
)
"""The same for the table of snippets."""


def as_json(evaluations: Sequence[Evaluation]) -> str:
    """One evaluation as a JSON object, several as a list of them.

    A value a line, so that two runs can be compared with diff.
    """
    records = [evaluation.to_dict() for evaluation in evaluations]
    return json.dumps(records[0] if len(records) == 1 else records, indent=1)


def as_tables(evaluations: Sequence[Evaluation]) -> str:
    """Evaluations for people: what the gold standard lets us measure, and what it means.

    Of several one after the other, then side by side.
    """
    parts = [_report(evaluation) for evaluation in evaluations]
    if len(evaluations) > 1:
        parts.append(_side_by_side(evaluations))
    return "\n\n".join(parts)


def _report(evaluation: Evaluation) -> str:
    total = evaluation.total
    pages = "page" if total.n_pages == 1 else "pages"
    shown: list[Table | str] = [f"{evaluation.engine} {evaluation.engine_version} on {total.n_pages} {pages}"]
    if total.f1 is not None:
        shown.append(_table("Words", _WORDS, evaluation))
    if _has_snippets(evaluation):
        shown.append(_table("Snippets", _SNIPPETS, evaluation))
    if trusted := _trust_line(evaluation.trust):
        shown.append(trusted)
    if evaluation.speed is not None:
        shown.append(_speed_line(evaluation.speed, evaluation.timed))
    return _printed([*shown, evaluation.basis.message], _WIDTH)


def _side_by_side(evaluations: Sequence[Evaluation]) -> str:
    """Tables with a row for each engine; as wide as it takes, since a row is read as a whole."""
    first = evaluations[0]
    tables: list[Table] = []
    if first.total.f1 is not None:
        tables.append(_words_by_type(evaluations))
    if _has_snippets(first):
        tables.append(_snippets_by_engine(evaluations))
    return _printed(tables, _ANY_WIDTH)


def _has_snippets(evaluation: Evaluation) -> bool:
    return evaluation.total.with_rate is not None or evaluation.total.without_rate is not None


def _printed(shown: Sequence[Table | str], width: int) -> str:
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, markup=False, highlight=False, emoji=False)
    for each in shown:
        console.print(each)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _table(title: str, columns: Mapping[str, str], evaluation: Evaluation) -> Table:
    """One table: a row for each page type, and one for all pages where there are several types."""
    table = _headed(title, ("page type", "pages", "errors", *columns))
    for kind, summary in evaluation.by_type.items():
        table.add_row(visible(kind), *_cells(summary, columns))
    if evaluation.by_type:
        table.add_section()
    table.add_row("all", *_cells(evaluation.total, columns))
    return table


def _words_by_type(evaluations: Sequence[Evaluation]) -> Table:
    """F1 of words: a row for each engine, a column for all pages and for each page type."""
    kinds = list(evaluations[0].by_type)
    table = _headed(f"F1 of words, {_TIME}", ("engine", "all", *map(visible, kinds), "time"), _NARROW)
    for evaluation in evaluations:
        summaries = [evaluation.total, *(evaluation.by_type[kind] for kind in kinds)]
        table.add_row(
            evaluation.engine, *(_share(summary.f1) for summary in summaries), _times(evaluation.speed)
        )
    return table


def _snippets_by_engine(evaluations: Sequence[Evaluation]) -> Table:
    table = _headed(f"Snippets, {_TIME}", ("engine", *_SNIPPETS, "time"), _NARROW)
    for evaluation in evaluations:
        shares = [_share(getattr(evaluation.total, name)) for name in _SNIPPETS.values()]
        table.add_row(evaluation.engine, *shares, _times(evaluation.speed))
    return table


def _headed(title: str, heads: Sequence[str], padding: tuple[int, int, int, int] = (0, 1, 0, 1)) -> Table:
    """A table without rows; all columns but the first hold figures."""
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=padding, pad_edge=False)
    table.add_column(heads[0])
    for head in heads[1:]:
        table.add_column(head, justify="right", no_wrap=True)
    return table


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"


def _times(speed: Speed | None) -> str:
    return "-" if speed is None else f"{speed.times_parse:.1f}"


def _cells(summary: Summary, columns: Mapping[str, str]) -> list[str]:
    shares = [getattr(summary, name) for name in columns.values()]
    return [
        str(summary.n_pages),
        str(summary.n_errors),
        *map(_share, shares),
    ]


def _speed_line(speed: Speed, timed: str) -> str:
    ours, parse = (1000 * seconds / speed.n_pages for seconds in (speed.seconds, speed.parse_seconds))
    return (
        f"Time: {speed.times_parse:.2f} x the lxml parse of the same pages ({ours:.1f} ms a page over "
        f"{parse:.1f} ms). By page: median {speed.median:.2f}, mean {speed.mean:.2f}, "
        f"from {speed.low:.2f} to {speed.high:.2f} for the middle 80 %.\n"
        f"Timed: {timed}, a page at a time."
    )


def _trust_line(trust: Trust) -> str:
    """What the engine's own words are worth; "" where it says nothing, or nothing could be compared."""
    told = []
    if trust.type_accuracy is not None:
        told.append(f"page type told right on {100 * trust.type_accuracy:.1f} % of the pages")
    if trust.confidence_rank is not None:
        told.append(f"rank correlation of confidence and F1 {trust.confidence_rank:.3f}")
    if trust.confidence_error is not None:
        told.append(f"mean error of the confidence in ten equal bins {trust.confidence_error:.3f}")
    line = "; ".join(told)
    return f"{line[0].upper()}{line[1:]}." if line else ""
