"""`boilerstrip evaluate`: measure engines on a gold standard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.figures import as_json, as_tables
from boilerstrip.cli.terminal import NORMAL, QUIET, Reporter, quoted, visible
from boilerstrip.corpus.framing import ALONE
from boilerstrip.corpus.sinks import Place, stdout_sink
from boilerstrip.training.engines import ENGINES, OWN, load_boilerstrip, load_engine

if TYPE_CHECKING:
    from boilerstrip.training.engine import Engine
    from boilerstrip.training.evaluate import Watch
    from boilerstrip.training.gold import Gold
    from boilerstrip.training.results import Evaluation, PageResult

__all__ = ["evaluate"]

_MAX_TOLD: Final = 10
"""Pages whose error is said on standard error, for each engine; JSON has them all."""

_MAX_NAMED: Final = 5
"""Files without their other half that are named on standard error."""

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
    default=(OWN,),
    multiple=True,
    help="What to measure. Several, each with its own --engine, are also put side by side.",
)
@click.option(
    "--model",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Measure boilerstrip with this model, instead of the one that ships.",
)
@click.option(
    "--cv",
    is_flag=True,
    help="Measure boilerstrip out-of-fold: train a model without each fold of the gold standard, and "
    "measure it on that fold. Takes a while; needs the extra `train`.",
)
@click.option(
    "--auxiliary",
    metavar="DIR",
    type=click.Path(readable=False),
    help="With --cv: have all models learn from this gold standard, too. It is not measured.",
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
def evaluate(  # noqa: PLR0913  (one for each option)
    *,
    gold_dir: str,
    engines: tuple[str, ...],
    model: str | None,
    cv: bool,
    auxiliary: str | None,
    limit: int | None,
    form: str,
    quiet: bool,
) -> ExitCode:
    """Measure the extraction against a gold standard.

    GOLD_DIR holds HTML files with the main content of each beside it (page.html and page.txt or
    page.md), or gold.jsonl.gz and html/ID.html.gz. The figures go to standard output: words and
    snippets against the gold, by page type; the best F1 our blocks allow; time against lxml's parse.
    """
    from boilerstrip.training.evaluate import unwatched
    from boilerstrip.training.gold import load_gold

    if (cv or model is not None) and OWN not in engines:
        raise click.UsageError(f"--cv and --model are about {OWN}, which is not among the engines.")
    if cv and model is not None:
        raise click.UsageError("--cv trains its own models; it does not go with --model.")
    if auxiliary is not None and not cv:
        raise click.UsageError("--auxiliary is about the models that --cv trains.")
    reporter = Reporter(QUIET if quiet else NORMAL)
    frame = ALONE["json" if form == "json" else "txt"]
    with stdout_sink(frame) as sink:  # before the work, so that a closed output is noticed first
        loaded = {
            name: load_boilerstrip(model) if name == OWN and model is not None else load_engine(name)
            for name in dict.fromkeys(engines)
            if not (name == OWN and cv)
        }
        gold = load_gold(gold_dir, limit)
        if gold.passed_over and not quiet:
            _tell_passed_over(reporter, gold.passed_over)
        others = None if auxiliary is None else load_gold(auxiliary)
        watch = reporter.progress if reporter.wants_progress() else unwatched
        evaluations = _evaluations(gold, loaded, tuple(dict.fromkeys(engines)), watch, others)
        sink.write(Place(gold_dir), _FORMATS[form](evaluations))
    for evaluation in evaluations:
        engine = f"{evaluation.engine}: " if len(evaluations) > 1 else ""
        _tell_errors(reporter, engine, [page for page in evaluation.pages if page.error])
    return ExitCode.CONTENT


def _evaluations(
    gold: Gold, loaded: Mapping[str, Engine], names: Sequence[str], watch: Watch, auxiliary: Gold | None
) -> list[Evaluation]:
    """What each engine reaches; our own, where it is not loaded, out-of-fold."""
    from boilerstrip.training.evaluate import evaluate_gold

    found = {}
    if OWN in names and OWN not in loaded:
        from boilerstrip.training.crossval import cross_validate

        found[OWN] = cross_validate(gold, watch=watch, auxiliary=auxiliary)
    if loaded:
        found.update(zip(loaded, evaluate_gold(gold, loaded, watch), strict=True))
    return [found[name] for name in names]


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
