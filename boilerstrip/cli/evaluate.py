"""`boilerstrip evaluate`: measure an engine on a gold standard."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.terminal import NORMAL, QUIET, Reporter, quoted, visible
from boilerstrip.corpus.framing import ALONE
from boilerstrip.corpus.sinks import Place, stdout_sink
from boilerstrip.training.engines import ENGINES

if TYPE_CHECKING:
    from rich.table import Table

    from boilerstrip.training.results import Evaluation, PageResult, Speed, Summary

__all__ = ["as_json", "as_tables", "evaluate"]

_WIDTH: Final = 96
"""Columns the tables are laid out for, whatever the terminal: same input, same bytes out."""

_ANY_WIDTH: Final = 10_000
"""Columns for a table that must not be folded: it takes only those it needs."""

_NARROW: Final = (0, 1, 0, 0)
"""Blanks around the cells of a table with many columns: above, right, below, left."""

_TIME: Final = "and time as a multiple of the lxml parse"

_MAX_TOLD: Final = 10
"""Pages whose error is said on standard error, for each engine; JSON has them all."""

_MAX_NAMED: Final = 5
"""Files without their other half that are named on standard error."""

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


_FORMATS: Final[Mapping[str, Callable[[Sequence[Evaluation]], str]]] = MappingProxyType(
    {"table": as_tables, "json": as_json}
)
"""Every format with what writes it."""


@click.command()
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(readable=False))
@click.option(
    "--engine",
    "engines",
    type=click.Choice(tuple(ENGINES)),
    default=("boilerstrip",),
    multiple=True,
    help="What to measure. Several, each with its own --engine, are also put side by side.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most N pages, spread evenly.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(tuple(_FORMATS)),
    default="table",
    help="table (default), or json with every page.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors: no progress bar.")
@click.option("-v", "--verbose", is_flag=True, expose_value=False, help="Say where code broke.")
def evaluate(gold_dir: str, engines: tuple[str, ...], limit: int | None, form: str, quiet: bool) -> ExitCode:
    """Measure the extraction against a gold standard.

    GOLD_DIR holds HTML files with the main content of each beside it (page.html and page.txt or
    page.md), or gold.jsonl.gz and html/ID.html.gz. The figures go to standard output: words and
    snippets against the gold, by page type; the best F1 our blocks allow; time against lxml's parse.
    """
    from boilerstrip.training.evaluate import evaluate_gold, unwatched
    from boilerstrip.training.gold import load_gold

    reporter = Reporter(QUIET if quiet else NORMAL)
    frame = ALONE["json" if form == "json" else "txt"]
    with stdout_sink(frame) as sink:  # before the work, so that a closed output is noticed first
        gold = load_gold(gold_dir, limit)
        if gold.passed_over and not quiet:
            _tell_passed_over(reporter, gold.passed_over)
        watch = reporter.progress if reporter.wants_progress() else unwatched
        evaluations = evaluate_gold(gold, engines, watch)
        sink.write(Place(gold_dir), _FORMATS[form](evaluations))
    for evaluation in evaluations:
        engine = f"{evaluation.engine}: " if len(evaluations) > 1 else ""
        _tell_errors(reporter, engine, [page for page in evaluation.pages if page.error])
    return ExitCode.CONTENT


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


def _tell_passed_over(reporter: Reporter, names: Sequence[str]) -> None:
    """Say which files are half of a page: one may be misspelt, or still without a text."""
    files = "file is passed over: it has" if len(names) == 1 else "files are passed over: they have"
    shown = ", ".join(quoted(name) for name in names[:_MAX_NAMED])
    more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
    reporter.say(f"{len(names)} {files} no page or no text of the same name: {shown}{more}", "yellow")


def _tell_errors(reporter: Reporter, engine: str, failed: list[PageResult]) -> None:
    for page in failed[:_MAX_TOLD]:
        reporter.say(f"{engine}{visible(page.id)}: {visible(page.error)}", "red")
    if len(failed) > _MAX_TOLD:
        reporter.say(f"{engine}{len(failed) - _MAX_TOLD} more pages failed; -f json lists them", "red")
