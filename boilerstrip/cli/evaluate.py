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

_MAX_TOLD: Final = 10
"""Pages whose error is said on standard error; JSON has them all."""

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


def as_json(evaluation: Evaluation) -> str:
    """The evaluation as JSON, a value a line, so that two runs can be compared with diff."""
    return json.dumps(evaluation.to_dict(), indent=1)


def as_tables(evaluation: Evaluation) -> str:
    """The evaluation for people: tables of what the gold standard lets us measure, and what they mean."""
    from rich.console import Console

    total = evaluation.total
    out = io.StringIO()
    console = Console(file=out, width=_WIDTH, color_system=None, markup=False, highlight=False, emoji=False)
    pages = "page" if total.n_pages == 1 else "pages"
    console.print(f"{evaluation.engine} {evaluation.engine_version} on {total.n_pages} {pages}")
    if total.f1 is not None:
        console.print(_table("Words", _WORDS, evaluation))
    if total.with_rate is not None or total.without_rate is not None:
        console.print(_table("Snippets", _SNIPPETS, evaluation))
    if evaluation.speed is not None:
        console.print(_speed_line(evaluation.speed, evaluation.timed))
    console.print(evaluation.basis.message)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


_FORMATS: Final[Mapping[str, Callable[[Evaluation], str]]] = MappingProxyType(
    {"table": as_tables, "json": as_json}
)
"""Every format with what writes it."""


@click.command()
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(readable=False))
@click.option("--engine", type=click.Choice(tuple(ENGINES)), default="boilerstrip", help="What to measure.")
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
def evaluate(gold_dir: str, engine: str, limit: int | None, form: str, quiet: bool) -> ExitCode:
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
        evaluation = evaluate_gold(gold, engine, watch)
        sink.write(Place(gold_dir), _FORMATS[form](evaluation))
    _tell_errors(reporter, [page for page in evaluation.pages if page.error])
    return ExitCode.CONTENT


def _table(title: str, columns: Mapping[str, str], evaluation: Evaluation) -> Table:
    """One table: a row for each page type, and one for all pages where there are several types."""
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_footer=False, pad_edge=False)
    table.add_column("page type")
    for head in ("pages", "errors", *columns):
        table.add_column(head, justify="right", no_wrap=True)
    for kind, summary in evaluation.by_type.items():
        table.add_row(visible(kind), *_cells(summary, columns))
    if evaluation.by_type:
        table.add_section()
    table.add_row("all", *_cells(evaluation.total, columns))
    return table


def _cells(summary: Summary, columns: Mapping[str, str]) -> list[str]:
    shares = [getattr(summary, name) for name in columns.values()]
    return [
        str(summary.n_pages),
        str(summary.n_errors),
        *("-" if share is None else f"{share:.3f}" for share in shares),
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


def _tell_errors(reporter: Reporter, failed: list[PageResult]) -> None:
    for page in failed[:_MAX_TOLD]:
        reporter.say(f"{visible(page.id)}: {visible(page.error)}", "red")
    if len(failed) > _MAX_TOLD:
        reporter.say(f"{len(failed) - _MAX_TOLD} more pages failed; -f json lists them", "red")
