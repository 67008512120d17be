"""`boilerstrip explain`: every block of a page with what was decided about it, and why."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import click

from boilerstrip.cli.address import web_address
from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.explained import DROPPED, KEPT, as_json, as_lines, as_table
from boilerstrip.cli.extract import extract_pages
from boilerstrip.cli.front import reader
from boilerstrip.cli.request import Request
from boilerstrip.cli.terminal import is_terminal, quoted
from boilerstrip.corpus.naming import PAGE_SUFFIX_RE
from boilerstrip.corpus.sources import STDIN
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES

if TYPE_CHECKING:
    from boilerstrip.options import Options
    from boilerstrip.page import Page
    from boilerstrip.pipeline_text import Kind

__all__ = ["explain"]

_Writer = Callable[["Page", frozenset[str]], str]

_FORMATS: Final[Mapping[str, _Writer]] = MappingProxyType(
    {"table": as_table, "json": as_json, "jsonl": as_lines}
)
"""Every format with what writes it: from the page and what --only names."""


@click.command()
@click.argument("path", metavar="[PATH|-]", default=STDIN, type=click.Path(readable=False, allow_dash=True))
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(tuple(_FORMATS)),
    default="table",
    help="table (default), json with everything about the page, or jsonl with a block a line.",
)
@click.option(
    "--only",
    metavar="kept|dropped|ROLE",
    type=click.Choice((KEPT, DROPPED, *KEPT_ROLES, *DROPPED_ROLES)),
    multiple=True,
    help="Show only these blocks; several, each with its own --only, add up. Totals cover the whole page.",
)
@click.option(
    "--url", metavar="URL", callback=web_address, help="Address of the page, for its relative links."
)
@click.option("--encoding", metavar="NAME", help="Charset of the page, where you know better than it says.")
@click.option(
    "--model",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Score with this model, made by 'boilerstrip train', instead of the one that ships.",
)
@click.option(
    "--from",
    "kind",
    type=click.Choice(["auto", "html", "text"]),
    default="auto",
    help="What the input is: HTML, or text that somebody extracted (auto, the default, looks).",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say the page's warnings, too, and where code broke.")
@click.pass_context
def explain(  # noqa: PLR0913  (one for each option)
    ctx: click.Context,
    /,
    *,
    path: str,
    form: str,
    only: tuple[str, ...],
    url: str | None,
    encoding: str | None,
    model: str | None,
    kind: Kind,
    quiet: bool,
    verbose: bool,
) -> ExitCode:
    """Show every block of a page: its score, its role, whether it is kept, and why.

    PATH is an HTML file (also .gz), a text, or - for standard input, which is read without a PATH, too.
    Under the blocks stands how many words and blocks each role has.

    \b
    boilerstrip explain page.html                    everything, in page order
    boilerstrip explain page.html --only dropped     what is missing, and why
    boilerstrip explain page.html -f jsonl           for jq
    """
    if path == STDIN and is_terminal(sys.stdin):
        raise click.UsageError("No input. Give a PATH, or feed a page through standard input.")
    request = Request((path,), None, None, url, encoding, model, kind, quiet=quiet, verbose=verbose)
    if request.several:
        raise click.UsageError(f"{quoted(path)} holds many pages; give one.")
    is_named = PAGE_SUFFIX_RE.search(path) is not None
    write, extract = _FORMATS[form], ctx.obj or reader(kind, is_named=is_named)

    def explained(html: bytes, url: str | None, options: Options) -> Page:
        """The page, with its explanation as what it renders to."""
        page: Page = extract(html, url, options)
        return replace(page, renderer=lambda _, __, ___: write(page, frozenset(only)))

    return extract_pages(request, explained)
