"""`boilerstrip train`: make a model from a gold standard."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.terminal import NORMAL, QUIET, Reporter, quoted
from boilerstrip.corpus.sinks import whole_file

if TYPE_CHECKING:
    from boilerstrip.training.evaluate import Watch
    from boilerstrip.training.train import Trained
    from boilerstrip.training.train_text import TrainedText

__all__ = ["train"]

_MAX_TOLD: Final = 10
"""Pages left out that are named."""


@click.command()
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(readable=False))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(readable=False),
    help="Where the model goes.",
)
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Of all random choices: the same pages and seed give the same model.",
)
@click.option(
    "--auxiliary",
    metavar="DIR",
    type=click.Path(readable=False),
    help="Learn from the pages of this gold standard as well. Its labels may follow other rules: those of "
    "GOLD_DIR hold.",
)
@click.option(
    "--text",
    is_flag=True,
    help="Train a model of text that somebody extracted, on the same pages rendered to text.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, expose_value=False, help="Say where code broke.")
def train(  # noqa: PLR0913  (one for each option)
    *, gold_dir: str, output: str, seed: int, auxiliary: str | None, text: bool, quiet: bool
) -> ExitCode:
    """Train a model on pages whose main content somebody wrote down.

    GOLD_DIR is laid out as for evaluate: gold.jsonl.gz and html/ID.html.gz, or a folder of HTML files
    with a .txt or .md file beside each. Use the model with --model FILE, one of text with --from text as
    well. Needs the extra `train`, and for --text `all`.
    """
    from boilerstrip.training.evaluate import unwatched
    from boilerstrip.training.train import Trained

    if text and auxiliary is not None:
        raise click.UsageError("--auxiliary is about models of pages; it does not go with --text.")
    if not output:
        raise click.UsageError("-o needs a name.")
    reporter = Reporter(QUIET if quiet else NORMAL)
    watch = reporter.progress if reporter.wants_progress() else unwatched
    started = time.perf_counter()
    # Opened before the work, so that a bad place is noticed now and not after half an hour.
    with whole_file(output) as file:
        trained = _made(gold_dir, seed, watch, auxiliary, text=text)
        file.write(trained.content)
        file.commit()
    if quiet:
        return ExitCode.CONTENT
    training = trained.model.training
    others = f" and {training.n_auxiliary} auxiliary ones" if training.n_auxiliary else ""
    reporter.say(
        f"{quoted(output)}: {trained.model.name}, {len(trained.content):,} bytes, from {training.n_pages} "
        f"pages{others} in {time.perf_counter() - started:.0f} s"
    )
    if left_out := (trained.left_out if isinstance(trained, Trained) else ()):
        named = ", ".join(left_out[:_MAX_TOLD])
        more = f" and {len(left_out) - _MAX_TOLD} more" if len(left_out) > _MAX_TOLD else ""
        reporter.say(
            f"{len(left_out)} pages left out, whose main content is not in their HTML: {named}{more}"
        )
    return ExitCode.CONTENT


def _made(
    gold_dir: str, seed: int, watch: Watch, auxiliary: str | None, *, text: bool
) -> Trained | TrainedText:
    if text:
        from boilerstrip.training.train_text import train_text

        return train_text(gold_dir, seed, watch)
    from boilerstrip.training.train import train

    return train(gold_dir, seed, watch, auxiliary)
