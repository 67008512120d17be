"""The front door: options and paths of an extraction, unless the first word is a command.

A command is a module of this folder with a click command in it, and one line in `COMMANDS`. It is
imported when it is called, so that no command pays for another's imports.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from boilerstrip import __version__
from boilerstrip.cli.address import web_address
from boilerstrip.cli.exits import MEANINGS, ExitCode
from boilerstrip.collector import collector_paused
from boilerstrip.corpus.framing import FORMS
from boilerstrip.options import COMMENTS, IMAGES, LINKS, METADATA, TABLES

if TYPE_CHECKING:
    from boilerstrip.corpus.run import PageFunction
    from boilerstrip.pipeline_text import Kind

__all__ = ["COMMANDS", "PROGRAM", "CommandEntry", "Front", "front", "reader"]

PROGRAM: Final = "boilerstrip"

CONTEXT_SETTINGS: Final = MappingProxyType({"help_option_names": ["-h", "--help"], "max_content_width": 100})
"""Settings of every command's context."""


# For the shell's completion only: whether a path can be read is for the run to find out.
_ANY_PATH: Final = click.Path(readable=False, allow_dash=True)


class CommandEntry(NamedTuple):
    """Where a command lives ("module:attribute"), and its line in the list of commands."""

    where: str
    summary: str


COMMANDS: Mapping[str, CommandEntry] = MappingProxyType(
    {
        "evaluate": CommandEntry(
            "boilerstrip.cli.evaluate:evaluate", "Measure the extraction against a gold standard."
        ),
        "explain": CommandEntry(
            "boilerstrip.cli.explain:explain", "Show every block of a page, kept or dropped, and why."
        ),
        "train": CommandEntry("boilerstrip.cli.train:train", "Make a model from a gold standard."),
    }
)
"""Every command but the extraction itself, by its name."""


class Front(click.Command):
    """A command that hands over to another where the first word names one."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of this command, or of the command that the first word names."""
        if not args or args[0] not in COMMANDS:
            return super().make_context(info_name, args, parent, **extra)
        command = load(args[0])
        return command.make_context(
            f"{info_name} {args[0]}", args[1:], parent, **dict(CONTEXT_SETTINGS), **extra
        )

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command the context was made for."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands and the exit codes, under the options."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code.value), meaning) for code, meaning in MEANINGS.items()])


def load(name: str) -> click.Command:
    """Import the command of that name."""
    module, attribute = COMMANDS[name].where.split(":")
    command = getattr(import_module(module), attribute)
    if not isinstance(command, click.Command):
        raise TypeError(f"{COMMANDS[name].where} is not a command")
    return command


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    click.echo(f"{PROGRAM} {__version__}")
    ctx.exit()


@click.command(cls=Front, name=PROGRAM, context_settings=dict(CONTEXT_SETTINGS), options_metavar="[OPTIONS]")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...", type=_ANY_PATH)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMS, case_sensitive=False),
    help="Format of the result. Without it the suffix of FILE decides, else it is md.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    type=_ANY_PATH,
    help="Write to this file, or to a file for each page in this folder: with a folder or several "
    "inputs, or where DIR exists or ends in '/'.",
)
@click.option(
    "--url",
    metavar="URL",
    callback=web_address,
    help="Address of the page, for its relative links (one input only).",
)
@click.option(
    "--from",
    "kind",
    type=click.Choice(["auto", "html", "text", "warc"]),
    default="auto",
    help="What the inputs are: HTML, text that somebody extracted (auto, the default, looks), or WARC files"
    " (extra 'warc'), which are known by their names as well.",
)
@click.option("--encoding", metavar="NAME", help="Charset of the pages, where you know better than they say.")
@click.option(
    "--model",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Score with this model, made by 'boilerstrip train', instead of the one that ships.",
)
@click.option(
    "--metadata",
    type=click.Choice(METADATA),
    default="fast",
    help="fast (default): what the pages state; full: guess what they do not, which takes long.",
)
@click.option(
    "--check-language", is_flag=True, help="Hold the stated language against the text (extra 'language')."
)
@click.option("--frontmatter", is_flag=True, help="Begin Markdown with the metadata as YAML.")
@click.option(
    "--links",
    type=click.Choice(LINKS),
    default=LINKS[0],
    help="Link targets: inline (default), reference (numbered, at the end), or drop, which leaves the words.",
)
@click.option("--no-links", is_flag=True, help="The same as --links drop.")
@click.option(
    "--images",
    type=click.Choice(IMAGES),
    default=IMAGES[0],
    help="Images: keep them (default), write their alternative text (alt), or drop them.",
)
@click.option("--no-images", is_flag=True, help="The same as --images drop.")
@click.option(
    "--tables",
    type=click.Choice(TABLES),
    default=TABLES[0],
    help="Tables in Markdown: markdown (default), or text, a line a row with tabs between cells.",
)
@click.option(
    "--wrap",
    metavar="COLUMNS",
    type=click.IntRange(min=0),
    default=0,
    help="Wrap Markdown's paragraphs there; 0 (default) leaves each on one line.",
)
@click.option("--blocks", is_flag=True, help="Write every block and its reason into JSON.")
@click.option("--clean-urls", is_flag=True, help="Write addresses without tracking parameters and redirects.")
@click.option(
    "--comments",
    type=click.Choice(COMMENTS),
    default="drop",
    help="Readers' comments: drop them (default), or append them after the article.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say the pages' warnings, too, and where code broke.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
    help="Show the version and exit.",
)  # fmt: skip
@click.pass_context
def front(ctx: click.Context, /, paths: tuple[str, ...], **chosen: Any) -> ExitCode:
    """Turn web pages into their main content.

    PATH is an HTML file (also .gz), a folder of them, text that somebody extracted, or - for standard
    input. Without a PATH the page comes from standard input. The result goes to standard output,
    messages to standard error.

    \b
    boilerstrip page.html                     the article as Markdown
    curl -s URL | boilerstrip --url URL       from a pipe
    boilerstrip dump -o articles              a file for each page of a folder
    boilerstrip dump -f jsonl -o all.jsonl    one record a line
    boilerstrip dump.txt                      text that somebody extracted, without its menus and comments
    boilerstrip crawl.warc.gz -f jsonl        the pages of a WARC file, a line each
    """
    from boilerstrip.cli.extract import extract_pages
    from boilerstrip.cli.request import Request
    from boilerstrip.cli.terminal import is_terminal

    if not paths and is_terminal(sys.stdin):
        raise click.UsageError("No input. Give a PATH, or feed a page through standard input.")
    request = Request(paths or ("-",), **chosen)
    kind: Kind = "auto" if chosen["kind"] == "warc" else chosen["kind"]
    return extract_pages(request, ctx.obj or reader(kind), ctx.obj or reader(kind, is_named=True))


def reader(kind: Kind, *, is_named: bool = False) -> PageFunction:
    """What makes pages of inputs of a kind: "html", "text", or "auto", which looks, but believes a name."""
    with collector_paused():
        if kind == "html":
            from boilerstrip.pipeline import extract

            return extract
        from boilerstrip.pipeline_text import extract_either

    return partial(extract_either, kind=kind, is_named=is_named)
