"""What the user asked for, and what follows from it: the format, the place, the usage errors."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

import click

from boilerstrip.cli.terminal import NORMAL, QUIET, VERBOSE, quoted
from boilerstrip.corpus.framing import ALONE, SEVERAL, SUFFIXES
from boilerstrip.corpus.run import Job, PageFunction
from boilerstrip.corpus.sinks import Sink, file_sink, folder_sink, is_device, stdout_sink
from boilerstrip.corpus.sources import STDIN, common_folder, is_warc
from boilerstrip.options import Options, Style

__all__ = ["Request"]

_PACKED_SUFFIXES: Final = (".gz", ".zst", ".bz2", ".xz", ".zip")


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of one call, named as the options are.

    Raises:
        click.UsageError: They do not go together.
    """

    paths: tuple[str, ...]
    form: str | None = None
    output: str | None = None
    url: str | None = None
    encoding: str | None = None
    model: str | None = None
    kind: str = "auto"
    metadata: str = "fast"
    frontmatter: bool = False
    links: str = "inline"
    images: str = "keep"
    comments: str = "drop"
    tables: str = "markdown"
    wrap: int = 0
    blocks: bool = False
    check_language: bool = False
    no_links: bool = False
    no_images: bool = False
    clean_urls: bool = False
    quiet: bool = False
    verbose: bool = False

    def __post_init__(self) -> None:
        if self.quiet and self.verbose:
            raise click.UsageError("-q and -v exclude each other.")
        if self.url is not None and self.several:
            raise click.UsageError("--url is the address of one page; there are several inputs.")
        if self.paths.count(STDIN) > 1:
            raise click.UsageError("Standard input (-) can be read once only.")
        if self.output == "":
            raise click.UsageError("-o needs a name.")
        if self.target is not None:
            self._check_target(self.target)

    @property
    def several(self) -> bool:
        """Whether more than one page may come: several paths, a folder, or a WARC file."""
        return len(self.paths) > 1 or self.kind == "warc" or any(map(_holds_several, self.paths))

    @property
    def target(self) -> str | None:
        """The file or folder of -o; None for standard output, which `-o -` names as well."""
        return None if self.output == STDIN else self.output

    @property
    def verbosity(self) -> int:
        """QUIET, NORMAL or VERBOSE."""
        return QUIET if self.quiet else VERBOSE if self.verbose else NORMAL

    @property
    def output_format(self) -> str:
        """The format asked for, else the one the suffix of the output file tells, else Markdown."""
        if self.form is not None:
            return self.form
        return "md" if self.target is None or self.into_folder else _told_by(self.target) or "md"

    @property
    def into_folder(self) -> bool:
        """Whether -o names a folder: it is one, or ends in "/", or several results have no one file.

        `-o all.jsonl` is one file for several inputs, too: nobody means a folder by that name.
        """
        if self.target is None:
            return False
        if self.target.endswith(("/", os.sep)) or os.path.isdir(self.target):
            return True
        return self.several and _told_by(self.target) is None and not is_device(self.target)

    def job(self, extract: PageFunction, extract_named: PageFunction | None = None) -> Job:
        """What is done to each page, and to each whose name says that it is HTML.

        Raises:
            OptionError: The encoding is unknown.
            ModelError: The model cannot be read.
        """
        style = Style(
            links="drop" if self.no_links else self.links,
            images="drop" if self.no_images else self.images,
            frontmatter=self.frontmatter,
            comments=self.comments,
            tables=self.tables,
            wrap=self.wrap,
            blocks=self.blocks,
            clean_urls=self.clean_urls,
        )
        options = Options(self.encoding, self.model, self.metadata, self.check_language)
        if self.model is not None:  # said now, not for every page
            from boilerstrip.scoring import load_model
            from boilerstrip.scoring.textmodelfile import load_text_model

            (load_text_model if self.kind == "text" else load_model)(self.model)
        return Job(extract, self.output_format, style, options, self.url, extract_named)

    def sink(self) -> AbstractContextManager[Sink]:
        """Where the results go."""
        form = self.output_format
        frame = (SEVERAL if self.several else ALONE)[form]
        if self.target is None:
            return stdout_sink(frame)
        return folder_sink(self.target, form) if self.into_folder else file_sink(self.target, frame)

    def _check_target(self, target: str) -> None:
        if target.lower().endswith(_PACKED_SUFFIXES):
            raise click.UsageError(f"Results cannot be packed: {quoted(target)}. Write to a pipe instead.")
        if self.into_folder:
            base = common_folder(self.paths)
            if self.output_format == "html" and base is not None and _same(base, target):
                raise click.UsageError(f"The results would replace the pages in {quoted(target)}.")
        elif any(path != STDIN and _same(path, target) for path in self.paths):
            raise click.UsageError(f"The result would replace the input {quoted(target)}.")


def _holds_several(path: str) -> bool:
    return path != STDIN and (os.path.isdir(path) or is_warc(path))


def _told_by(path: str) -> str | None:
    return SUFFIXES.get(os.path.splitext(path)[1].lower())


def _same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False
