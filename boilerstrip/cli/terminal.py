"""Messages for people, on standard error: errors, warnings, progress, the summary.

rich is imported with the first message, so a run with nothing to say does not pay for it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final

from boilerstrip.corpus.reading import STDIN_NAME
from boilerstrip.corpus.run import Outcome, Status
from boilerstrip.corpus.sources import STDIN

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["NORMAL", "QUIET", "VERBOSE", "Reporter", "is_terminal", "quoted", "visible"]

QUIET: Final = -1
NORMAL: Final = 0
VERBOSE: Final = 1

_PLAIN_NAME_RE: Final = re.compile(r"[\w@%+=:,./~-]+(?: [\w@%+=:,./~-]+)*\Z")
_MAX_MESSAGE_CHARS: Final = 500
"""Messages are cut here; an exception can carry a whole page."""

_TOLD_ANYWAY: Final = frozenset({"no-main-content", "not-html", "empty-input"})


def visible(text: str) -> str:
    """`text` on one line, with escapes for all that does not print, cut to a readable length.

    >>> visible("red\\x1b[31m\\nline")
    'red\\\\x1b[31m\\\\nline'
    """
    if len(text) > _MAX_MESSAGE_CHARS:
        text = text[:_MAX_MESSAGE_CHARS] + " ..."
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def quoted(name: str) -> str:
    """A file name for a message: as it is where it is plain, else quoted and escaped.

    >>> quoted("a/b c.html"), quoted("a'\\x1b.html")
    ('a/b c.html', '"a\\'\\\\x1b.html"')
    """
    return name if _PLAIN_NAME_RE.match(name) else repr(name)


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is a terminal; a closed one (None) is not."""
    try:
        return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]
    except ValueError:  # closed file
        return False


class Reporter:
    """Says what happens in a run, as loudly as asked: `QUIET`, `NORMAL` or `VERBOSE`."""

    def __init__(self, verbosity: int = NORMAL) -> None:
        self._verbosity = verbosity

    @cached_property
    def _console(self) -> Console:
        from rich.console import Console

        class Patient(Console):
            """rich would end the program where nobody reads the messages; the results matter more."""

            def on_broken_pipe(self) -> None:
                self.quiet = True

        return Patient(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

    def say(self, message: str, style: str | None = None) -> None:
        """One line, whatever the verbosity; `message` holds nothing unprintable but newlines."""
        with suppress(OSError):  # where messages cannot be written, there is nobody to tell
            self._console.print(f"boilerstrip: {message}", style=style)

    def tell(self, outcome: Outcome) -> None:
        """What became of one document, where that is worth a line."""
        name = STDIN_NAME if outcome.origin == STDIN else quoted(outcome.origin)
        if outcome.status.failed:
            self.say(f"{name}: {visible(outcome.message)}", "red")
        elif outcome.status is Status.NO_CONTENT and self._verbosity >= NORMAL:
            self.say(f"{name}: {visible(outcome.message)}", "yellow")
        if self._verbosity < VERBOSE:
            return
        for warning in outcome.warnings:
            if warning.code not in _TOLD_ANYWAY:
                self.say(f"{name}: warning: {visible(warning.message)} [{warning.code}]", "yellow")
        if outcome.traceback:
            lines = outcome.traceback.rstrip().split("\n")
            self.say("\n".join(visible(line) for line in lines))

    def sum_up(self, counts: dict[Status, int], seconds: float) -> None:
        """One line on a whole run, unless quiet."""
        if self._verbosity == QUIET:
            return
        n_pages, n_failed = sum(counts.values()), sum(n for status, n in counts.items() if status.failed)
        self.say(
            f"{n_pages} {'page' if n_pages == 1 else 'pages'}: {counts.get(Status.CONTENT, 0)} with content, "
            f"{counts.get(Status.NO_CONTENT, 0)} without, {n_failed} failed, {seconds:.1f} s"
        )

    def wants_progress(self) -> bool:
        """Whether a progress bar would be seen and is wanted."""
        return self._verbosity > QUIET and is_terminal(sys.stderr)

    @contextmanager
    def progress(self, n_total: int | None) -> Iterator[Callable[[], object]]:
        """A progress bar, of as many documents or of nobody knows how many; call what it gives after each."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self._console, transient=True, redirect_stdout=False) as bar:
            task = bar.add_task("pages", total=n_total)
            yield lambda: bar.advance(task)
